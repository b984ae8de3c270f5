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
        let Some(paper) = change.paper() else {
            return;
        };
        let flags = self.flags.entry(paper.clone()).or_default();
        match change {
            Change::Marks { before, after, .. } => {
                *flags = flags.marked_as(if back { *before } else { *after });
            }
            Change::Note { before, after, .. } => {
                let note = if back { before } else { after };
                if note.is_empty() {
                    self.notes.remove(paper);
                } else {
                    self.notes.insert(paper.clone(), note.clone());
                }
            }
            Change::Setting { .. } => {}
        }
        *flags = flags.seen();
    }
}
