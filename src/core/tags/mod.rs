//! Tags: the table of them, the rules that earn them, the tagger; every tag with its evidence.

use serde::{Deserialize, Serialize};

use super::facet::Facet;
use super::paper::{Paper, Part};
use super::text::Span;

/// A tag's index in the table of all tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TagId(pub u16);

/// What earned a paper a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where it stands.
    pub part: Part,
    /// The place in the part's plain text.
    pub span: Span,
    /// The pattern of the rule that fired, as written in the table.
    pub rule: String,
}

/// The tagger: all rules, ready to run.
#[derive(Debug)]
pub struct Tagger {}

impl Tagger {
    /// Compiles the table.
    pub fn new() -> Self {
        Self {}
    }

    /// The tags of a paper, sorted, each once.
    pub fn tag(&self, paper: &Paper) -> Vec<TagId> {
        self.explain(paper)
            .into_iter()
            .map(|(tag, _)| tag)
            .collect()
    }

    /// The tags of a paper, sorted, each with what earned it; never without.
    pub fn explain(&self, _paper: &Paper) -> Vec<(TagId, Vec<Evidence>)> {
        Vec::new()
    }
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}

/// The tag's facet.
pub fn facet(_tag: TagId) -> Facet {
    Facet::Task
}

/// The tag's id within its facet, as in a query: `object-detection`.
pub fn id(_tag: TagId) -> &'static str {
    ""
}

/// The tag's name for a person: `Object detection`.
pub fn label(_tag: TagId) -> &'static str {
    ""
}

/// When the tag applies, in one sentence.
pub fn description(_tag: TagId) -> &'static str {
    ""
}

/// The tag with this facet and id.
pub fn find(_facet: Facet, _id: &str) -> Option<TagId> {
    None
}

/// All tags of a facet in the table's order.
pub fn of(_facet: Facet) -> impl Iterator<Item = TagId> {
    std::iter::empty()
}
