//! The marks of all papers.

use std::collections::BTreeMap;

use super::{Change, Flags};
use crate::core::paper::PaperId;

/// The marks and notes of all papers that have any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub(super) flags: BTreeMap<PaperId, Flags>,
    pub(super) notes: BTreeMap<PaperId, String>,
}

impl Marks {
    /// The marks of a paper, and whether it has a note.
    pub fn of(&self, paper: &PaperId) -> Flags {
        let flags = self.flags.get(paper).copied().unwrap_or_default();
        flags.noted(self.notes.contains_key(paper))
    }

    /// The note on a paper; empty where there is none.
    pub fn note(&self, paper: &PaperId) -> &str {
        self.notes.get(paper).map_or("", String::as_str)
    }

    /// The papers that have any marks or a note.
    pub fn papers(&self) -> impl Iterator<Item = &PaperId> {
        self.flags.keys()
    }

    /// Makes a change of a paper, or takes it back. The paper has been seen then, either way.
    pub(super) fn put(&mut self, change: &Change, back: bool) {
        match change {
            Change::Marks {
                paper,
                before,
                after,
            } => self.put_marks(paper, if back { *before } else { *after }),
            Change::Note {
                paper,
                before,
                after,
            } => self.put_note(paper, if back { before } else { after }),
            Change::Held {
                paper,
                before,
                after,
            } => {
                let held = if back { before } else { after };
                self.put_marks(paper, held.flags());
                self.put_note(paper, &held.note());
            }
            Change::Setting { .. } | Change::Stamped { .. } => {}
        }
    }

    fn put_marks(&mut self, paper: &PaperId, marks: Flags) {
        let flags = self.flags.entry(paper.clone()).or_default();
        *flags = flags.marked_as(marks).seen();
    }

    fn put_note(&mut self, paper: &PaperId, note: &str) {
        let flags = self.flags.entry(paper.clone()).or_default();
        *flags = flags.seen();
        if note.is_empty() {
            self.notes.remove(paper);
        } else {
            self.notes.insert(paper.clone(), note.to_owned());
        }
    }
}
