//! The words that stand out among what was found.

use serde::{Deserialize, Serialize};

use crate::core::facet::Facet;

/// The words and phrases that stand out among the hits of a search against the rest of the library,
/// the first most.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermsView {
    /// The facet by which the hits have no tag, where the query asks for those: the terms are
    /// phrases for rules of it then.
    pub untagged: Option<Facet>,
    /// The terms.
    pub terms: Vec<TermView>,
}

/// A word or phrase that stands out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermView {
    /// Its words, with a space between two.
    pub words: String,
    /// How many of the hits have it or, where the hits are untagged, how many of them a rule of it
    /// would tag: at first about, by the words alone, and exactly in a second answer.
    pub papers: u32,
    /// The query's text with it.
    pub query: String,
}
