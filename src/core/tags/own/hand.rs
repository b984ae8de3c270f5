//! Tags put on or taken off one paper by hand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Name;
use crate::core::paper::PaperId;
pub use crate::core::tagging::Hand;

/// How many tags of one paper a reader puts on and takes off by hand at most. All stand beside the
/// paper where it is shown.
pub const BY_HAND: usize = 100;

/// What the reader did by hand, of all papers. It beats every rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByHand {
    /// The tags of each paper by name.
    papers: BTreeMap<PaperId, BTreeMap<Name, Hand>>,
}

impl ByHand {
    /// Puts a tag on a paper or takes it off; what was done with it before is forgotten.
    pub fn set(&mut self, paper: PaperId, name: Name, what: Hand) {
        self.papers.entry(paper).or_default().insert(name, what);
    }

    /// Leaves a tag of a paper to the rules again; says whether anything had been done with it.
    pub fn clear(&mut self, paper: &PaperId, name: &Name) -> bool {
        let Some(tags) = self.papers.get_mut(paper) else {
            return false;
        };
        let done = tags.remove(name).is_some();
        if tags.is_empty() {
            self.papers.remove(paper);
        }
        done
    }

    /// What was done with the tags of a paper, by name.
    pub fn of(&self, paper: &PaperId) -> impl Iterator<Item = (&Name, Hand)> {
        let tags = self.papers.get(paper).into_iter().flatten();
        tags.map(|(name, what)| (name, *what))
    }

    /// The papers of which something was done by hand.
    pub fn papers(&self) -> impl Iterator<Item = &PaperId> {
        self.papers.keys()
    }

    /// Whether nothing was done by hand.
    pub fn is_empty(&self) -> bool {
        self.papers.is_empty()
    }
}
