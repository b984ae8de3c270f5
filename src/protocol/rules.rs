//! The reader's own rules, and tags put on and taken off by hand.

use serde::{Deserialize, Serialize};

use super::{Chosen, Problem, TagView};
use crate::core::facet::Facet;
use crate::core::paper::Part;
pub use crate::core::tagging::{BuiltIn, By, Hand, RuleField};

/// A rule as it stands in the editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The tag's name as a person writes it, or its id; the id is made of it.
    pub name: String,
    /// The facet, one that has tags.
    pub facet: Facet,
    /// Patterns of words that earn the tag, one a line.
    pub words: String,
    /// Regular expressions that earn it, one a line.
    pub regex: String,
    /// Patterns of words that deny it, one a line.
    pub not: String,
    /// The parts of a paper that are looked at; empty means all.
    pub places: Vec<Part>,
    /// What becomes of the built-in tag of that name.
    pub built_in: BuiltIn,
    /// Whether the rule is kept without being used.
    pub is_off: bool,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            name: String::new(),
            facet: Facet::Task,
            words: String::new(),
            regex: String::new(),
            not: String::new(),
            places: Vec::new(),
            built_in: BuiltIn::Keep,
            is_off: false,
        }
    }
}

impl Draft {
    /// What stands in a field that is a text.
    pub fn text(&self, field: RuleField) -> &str {
        match field {
            RuleField::Words => &self.words,
            RuleField::Regex => &self.regex,
            RuleField::Not => &self.not,
            _ => &self.name,
        }
    }
}

/// A change of the reader's own rules and tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnEdit {
    /// A rule becomes this; without a number it is a new one. One that cannot be used changes
    /// nothing.
    Save(Option<u32>, Draft),
    /// A rule goes.
    Delete(u32),
    /// A rule is used, or kept without being used.
    Switch(u32, bool),
    /// A rule goes so many places down, or up.
    Move(u32, i32),
    /// A tag of a paper is put on or taken off by hand; `None` leaves it to the rules again.
    Hand {
        /// The paper's id.
        paper: String,
        /// The tag's facet.
        facet: Facet,
        /// The tag's id, or the name of a new one.
        tag: String,
        /// What is done.
        what: Option<Hand>,
    },
    /// Everything becomes what this file says, which the browser kept. It is no act: nothing of it
    /// is taken back.
    All(String),
    /// What this file says, which the browser kept, is taken over beside what there is. It is no
    /// act either.
    Merge(String),
    /// A tag is put on papers by hand; where all have it so already, it is taken off all.
    Tag {
        /// The papers.
        papers: Chosen,
        /// The tag's facet.
        facet: Facet,
        /// The tag's id, or the name of a new one.
        tag: String,
    },
    /// A tag that is not built in gets another name, on all papers and in all rules.
    Rename {
        /// The tag's facet.
        facet: Facet,
        /// The tag's id.
        tag: String,
        /// The new name.
        to: String,
    },
    /// A tag is taken off all papers, and the rules that give it go.
    Remove {
        /// The tag's facet.
        facet: Facet,
        /// The tag's id.
        tag: String,
    },
    /// Rules of earlier visits are not used any more, for they may be what ended the worker. Where
    /// there are any the answer is [`super::Response::RulesLeft`].
    LeaveOut,
}

/// All rules as they are now. Where they have changed papers are tagged anew, see
/// [`super::Response::Tagging`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnView {
    /// The rules in their order.
    pub rules: Vec<RuleView>,
    /// How many tags were put on and taken off by hand.
    pub by_hand: u32,
    /// All of it as a file.
    pub text: String,
    /// Whether the tags of papers are others than before, so that one has to search again.
    pub changed: bool,
    /// The tags that are not built in and were put on papers by hand, each with how many.
    pub tags: Vec<(TagView, u32)>,
}

/// One rule of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleView {
    /// The tag that it gives.
    pub tag: TagView,
    /// The rule, ready to be edited.
    pub draft: Draft,
}

/// What a draft would change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewView {
    /// The tag that the draft is about; `None` while it has no name.
    pub tag: Option<TagView>,
    /// Whether it is built in.
    pub is_built_in: bool,
    /// How many papers have it now.
    pub papers: u32,
    /// What is wrong with the draft; then nothing was looked at.
    pub problems: Vec<(RuleField, Problem)>,
    /// How many papers were looked at.
    pub done: u32,
    /// How many there are to look at.
    pub of: u32,
    /// What changes, by tag.
    pub changes: Vec<ChangeView>,
}

/// What becomes of one tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeView {
    /// The tag.
    pub tag: TagView,
    /// How many papers gain it.
    pub gained: u32,
    /// How many papers lose it.
    pub lost: u32,
    /// Some that gain it: id and title.
    pub gains: Vec<(String, String)>,
    /// Some that lose it.
    pub losses: Vec<(String, String)>,
}

/// Papers are being tagged by new rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tagging {
    /// Papers looked at.
    pub done: u32,
    /// Papers to look at; as many as are done when it is over.
    pub of: u32,
}
