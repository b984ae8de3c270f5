//! One act of the reader and what it changed.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{
    Deed, Flags, Held, Kind, LONGEST_NOTE, LONGEST_SETTING, Marks, Setting, SettingKind,
    SettingWish, Settings, Stamped, Wish,
};
use crate::core::paper::PaperId;
use crate::core::sorting;

/// An act with all that it changed: what one key does is one act, on however many papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// When it was done, in milliseconds since 1970.
    pub at: u64,
    /// What it did.
    pub deed: Deed,
    /// What it changed: each paper and each setting once, and none that stayed as it was.
    pub changes: Vec<Change>,
}

/// What an act changed of one paper or one setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Its marks.
    Marks {
        /// The paper.
        paper: PaperId,
        /// The marks before.
        before: Flags,
        /// And after.
        after: Flags,
    },
    /// Its note; an empty one is none.
    Note {
        /// The paper.
        paper: PaperId,
        /// The note before.
        before: String,
        /// And after.
        after: String,
    },
    /// A setting, which is no paper's.
    Setting {
        /// Its kind.
        kind: SettingKind,
        /// Its name.
        name: String,
        /// What it was; `None` if there was none.
        before: Option<Setting>,
        /// What it became; `None` if it is gone.
        after: Option<Setting>,
    },
    /// All that is known of a paper, by what is known elsewhere.
    Held {
        /// The paper.
        paper: PaperId,
        /// What was known before.
        before: Held,
        /// And after.
        after: Held,
    },
    /// A setting with its time, likewise.
    Stamped {
        /// Its kind.
        kind: SettingKind,
        /// Its name.
        name: String,
        /// What it was.
        before: Stamped,
        /// What it became.
        after: Stamped,
    },
}

impl Change {
    /// The paper that was changed; `None` if it is a setting.
    pub fn paper(&self) -> Option<&PaperId> {
        match self {
            Self::Marks { paper, .. } | Self::Note { paper, .. } | Self::Held { paper, .. } => {
                Some(paper)
            }
            Self::Setting { .. } | Self::Stamped { .. } => None,
        }
    }

    /// Whether a reader sees anything of it: of what was taken over only the time may differ.
    pub fn is_seen(&self) -> bool {
        match self {
            Self::Held { before, after, .. } => {
                before.flags() != after.flags() || before.note() != after.note()
            }
            Self::Stamped { before, after, .. } => before.setting != after.setting,
            Self::Marks { .. } | Self::Note { .. } | Self::Setting { .. } => true,
        }
    }

    /// The kind and the name of the setting that was changed; `None` if it is a paper.
    pub fn setting(&self) -> Option<(SettingKind, &str)> {
        match self {
            Self::Setting { kind, name, .. } | Self::Stamped { kind, name, .. } => {
                Some((*kind, name))
            }
            Self::Marks { .. } | Self::Note { .. } | Self::Held { .. } => None,
        }
    }
}

impl Act {
    /// The act that does what is wanted with some papers; `None` where that changes nothing.
    pub(super) fn of(
        marks: &Marks,
        mut papers: Vec<PaperId>,
        wish: &Wish,
        at: u64,
    ) -> Option<Self> {
        sorting::sort(&mut papers);
        papers.dedup();
        let all_have = |kind| papers.iter().all(|paper| marks.of(paper).has(kind));
        let put_or_take = |kind, puts| {
            if puts {
                Deed::Put(kind)
            } else {
                Deed::Take(kind)
            }
        };
        let deed = match wish {
            Wish::Set(kind, puts) => put_or_take(*kind, *puts),
            Wish::Toggle(kind) => put_or_take(*kind, !all_have(*kind)),
            Wish::Note(text) if text.trim().is_empty() => Deed::Erase,
            Wish::Note(_) => Deed::Write,
        };
        let note = match wish {
            Wish::Note(text) => {
                let text = text.trim();
                &text[..text.floor_char_boundary(LONGEST_NOTE)]
            }
            Wish::Toggle(_) | Wish::Set(..) => "",
        };
        let change = |paper: PaperId| {
            let (Deed::Put(kind) | Deed::Take(kind)) = deed else {
                let before = marks.note(&paper).to_owned();
                return (before != note).then(|| Change::Note {
                    paper,
                    before,
                    after: note.to_owned(),
                });
            };
            let before = marks.of(&paper).marks();
            let after = before.with(kind, deed == Deed::Put(kind));
            (before != after).then_some(Change::Marks {
                paper,
                before,
                after,
            })
        };
        let changes: Vec<Change> = papers.into_iter().filter_map(change).collect();
        (!changes.is_empty()).then_some(Self { at, deed, changes })
    }

    /// The acts that put marks and notes of others on papers that have none: one for each mark, and
    /// one for all notes.
    pub(super) fn of_others(
        marks: &Marks,
        flags: &[(PaperId, Flags)],
        notes: Vec<(PaperId, String)>,
        at: u64,
    ) -> Vec<Self> {
        let is_free = |paper: &PaperId| marks.of(paper).is_undecided();
        // What a paper has of the marks that were put on before this one.
        let mut before: BTreeMap<PaperId, Flags> = BTreeMap::new();
        let mut acts = Vec::new();
        for kind in Kind::ALL {
            let mut changes = Vec::new();
            let of_kind = flags.iter().filter(|(_, flags)| flags.has(kind));
            for (paper, _) in of_kind.filter(|(paper, _)| is_free(paper)) {
                let so_far = before.entry(paper.clone()).or_default();
                let after = so_far.with(kind, true);
                if *so_far != after {
                    changes.push(Change::Marks {
                        paper: paper.clone(),
                        before: *so_far,
                        after,
                    });
                }
                *so_far = after;
            }
            let deed = Deed::Put(kind);
            acts.push(Self { at, deed, changes });
        }
        let mut changes: Vec<Change> = Vec::new();
        let mut have_one = HashSet::new();
        for (paper, note) in notes {
            let note = note.trim();
            let after = note[..note.floor_char_boundary(LONGEST_NOTE)].to_owned();
            let is_free = marks.note(&paper).is_empty() && have_one.insert(paper.clone());
            if is_free && !after.is_empty() {
                changes.push(Change::Note {
                    paper,
                    before: String::new(),
                    after,
                });
            }
        }
        let deed = Deed::Write;
        acts.push(Self { at, deed, changes });
        acts.retain(|act| !act.changes.is_empty());
        acts
    }

    /// The act that makes settings what is wanted; `None` where that changes nothing. Of several
    /// wishes for one setting the last one holds, and what is too long is not taken.
    pub(super) fn of_settings(
        settings: &Settings,
        wishes: Vec<SettingWish>,
        at: u64,
    ) -> Option<Self> {
        let mut changes: Vec<Change> = Vec::new();
        let mut known = HashSet::new();
        for SettingWish {
            kind,
            name,
            setting,
        } in wishes.into_iter().rev()
        {
            let text = setting.as_ref().map_or("", |setting| &setting.text);
            let is_long = name.len() > LONGEST_SETTING || text.len() > kind.longest_text();
            if name.is_empty() || is_long || !known.insert((kind, name.clone())) {
                continue;
            }
            let before = settings.get(kind, &name);
            if before != setting.as_ref() {
                changes.push(Change::Setting {
                    kind,
                    before: before.cloned(),
                    name,
                    after: setting,
                });
            }
        }
        changes.reverse();
        let Some(Change::Setting { kind, .. }) = changes.first() else {
            return None;
        };
        let are_all = |is: fn(&Change) -> bool| changes.iter().all(is);
        let deed = if are_all(|change| matches!(change, Change::Setting { before: None, .. })) {
            Deed::Add(*kind)
        } else if are_all(|change| matches!(change, Change::Setting { after: None, .. })) {
            Deed::Drop(*kind)
        } else {
            Deed::Alter(*kind)
        };
        Some(Self { at, deed, changes })
    }
}
