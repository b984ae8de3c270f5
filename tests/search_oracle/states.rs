//! What a reader did with papers, as plain as can be: words by id, and the whole of it before each
//! act.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use digest_explorer::core::marks::{Change, Journal, Kind, Wish};
use digest_explorer::core::paper::PaperId;

use crate::plain::marked::Marked;
use crate::random::IDS;

/// Notes; the first is none.
pub const NOTES: [&str; 3] = ["", "baseline", "baselines"];

/// What a reader may do.
#[derive(Clone, Debug)]
pub enum Step {
    Mark(Vec<&'static str>, Kind),
    Note(&'static str, &'static str),
    See(Vec<&'static str>),
    Undo,
    Redo,
}

pub fn acts() -> impl Strategy<Value = Vec<Step>> {
    let ids = || subsequence(&IDS[..], 0..=3);
    let step = prop_oneof![
        6 => (ids(), select(&Kind::ALL[..])).prop_map(|(ids, kind)| Step::Mark(ids, kind)),
        2 => (select(&IDS[..]), select(&NOTES[..])).prop_map(|(id, note)| Step::Note(id, note)),
        2 => ids().prop_map(Step::See),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 0..24)
}

impl Step {
    /// Does it, and gives the papers whose marks may be others now.
    pub fn perform(&self, journal: &mut Journal) -> Vec<PaperId> {
        let named = |ids: &[&str]| ids.iter().map(|id| PaperId::named(id)).collect();
        let act = match self {
            Self::Mark(ids, kind) => journal.act(named(ids), &Wish::Toggle(*kind), 1),
            Self::Note(id, note) => journal.act(named(&[id]), &Wish::Note((*note).to_owned()), 1),
            Self::See(ids) => return journal.see(named(ids)),
            Self::Undo => journal.undo(1),
            Self::Redo => journal.redo(1),
        };
        let changes = act.iter().flat_map(|act| &act.changes);
        changes.filter_map(Change::paper).cloned().collect()
    }
}

/// The marks and notes of all papers.
type Whole = (BTreeSet<(String, &'static str)>, BTreeMap<String, String>);

#[derive(Default)]
pub struct States {
    now: Whole,
    seen: BTreeSet<String>,
    before: Vec<Whole>,
    after: Vec<Whole>,
}

impl States {
    pub fn act(&mut self, step: &Step) {
        let mut next = self.now.clone();
        match step {
            Step::See(ids) => {
                self.seen.extend(ids.iter().map(|id| (*id).to_owned()));
                return;
            }
            Step::Undo => {
                if let Some(before) = self.before.pop() {
                    self.after.push(std::mem::replace(&mut self.now, before));
                }
                return;
            }
            Step::Redo => {
                if let Some(after) = self.after.pop() {
                    self.before.push(std::mem::replace(&mut self.now, after));
                }
                return;
            }
            Step::Note(id, note) => {
                next.1.insert((*id).to_owned(), (*note).to_owned());
                next.1.retain(|_, note| !note.is_empty());
            }
            Step::Mark(ids, kind) => {
                let (mark, gone): (_, &[&str]) = match kind {
                    Kind::Starred => ("starred", &["skipped"]),
                    Kind::Later => ("later", &["skipped"]),
                    Kind::Skipped => ("skipped", &["starred", "later"]),
                    Kind::Read => ("read", &[]),
                };
                let marks = &mut next.0;
                let all_have = ids
                    .iter()
                    .all(|id| marks.contains(&((*id).to_owned(), mark)));
                for id in ids {
                    marks.retain(|(of, has)| {
                        of != id || *has != mark && (all_have || !gone.contains(has))
                    });
                    if !all_have {
                        marks.insert(((*id).to_owned(), mark));
                    }
                }
            }
        }
        if next != self.now {
            let ids = step.ids().into_iter();
            let of = |whole: &Whole, id: &str| {
                let marks = whole.0.iter().filter(|(of, _)| of == id);
                let marks: Vec<&str> = marks.map(|(_, mark)| *mark).collect();
                (marks, whole.1.get(id).cloned())
            };
            let changed = ids.filter(|id| of(&next, id) != of(&self.now, id));
            self.seen.extend(changed.map(str::to_owned));
            self.before.push(std::mem::replace(&mut self.now, next));
            self.after.clear();
        }
    }

    /// The marks as they are now.
    pub fn marked(&self) -> Marked {
        let (marks, notes) = self.now.clone();
        Marked {
            marks,
            notes,
            seen: self.seen.clone(),
        }
    }
}

impl Step {
    fn ids(&self) -> Vec<&'static str> {
        match self {
            Self::Mark(ids, _) | Self::See(ids) => ids.clone(),
            Self::Note(id, _) => vec![id],
            Self::Undo | Self::Redo => Vec::new(),
        }
    }
}
