//! What a query finds: tokens, evaluation, facet counts, order, matches.
//!
//! Every term of a query becomes a set of papers by the posting lists of the
//! [`index`](super::index); clauses are joined as sets, facets are counted over them, and of the
//! order only as much is made as is shown.
//!
//! | file | owns |
//! |---|---|
//! | `searcher` | what an index can be asked |
//! | `pattern` | what a term looks for in text |
//! | `words` | the papers in which words and phrases stand |
//! | `fragments` | what must stand in a text letter by letter for a regex to match |
//! | `literals` | the words that a regex needs |
//! | `eval` | the papers that satisfy an expression |
//! | `facets` | counts |
//! | [`rank`] | scores |
//! | [`found`] | the hits and their order |
//! | `typed` | what stands for a query whose last word is still being typed |
//! | `scan` | regexes over many texts, in steps |
//! | `explain` | why a paper ranks where it does |
//! | `culprit` | why nothing was found |
//! | `spelling` | what was meant by a word that no paper has |
//! | `readings` | what else a query may mean that finds nothing |
//! | `keyness` | the terms that stand out among some papers |
//! | `complete` | what the word at the caret may become |
//! | `check` | what the language alone cannot know |
//! | `highlight` | where a query stands in a paper |
//! | `listed` | where the words of the reader's own lists stand |
//! | `matcher` | many terms over the tokens of a text at once |
//! | `firsts` | the tokens of a text that may be looked for |
//! | `snippet` | a stretch of a text around its matches |

mod check;
mod complete;
mod culprit;
mod eval;
mod explain;
mod facets;
mod firsts;
pub mod found;
mod fragments;
mod highlight;
mod keyness;
mod listed;
mod literals;
mod matcher;
mod pattern;
pub mod rank;
mod readings;
mod scan;
mod searcher;
mod snippet;
mod spelling;
mod typed;
mod undated;
mod words;

use super::facet::Facet;
pub use super::index::fields::TextField;
pub use super::index::{Index, MOST_INDEXED, ReaderState, code_links, has_code_link, is_code_host};
use super::library::Record;
pub use super::order::Sort;
pub use super::query::{Query, QueryError};
use super::text::Mark;

pub use check::{check, named_by_ids};
pub use complete::{Completion, CompletionKind};
pub use culprit::{Emptied, Offer};
pub use explain::{FieldScore, TermScore};
pub use found::{Found, Stale};
pub use highlight::Highlighter;
pub use keyness::{Chosen, KeyTerm, KeyTerms, KeyTermsFor};
pub use listed::{Listed, MOST_LISTED};
pub use readings::Reading;
pub use scan::Scans;
pub use searcher::Searcher;
pub use snippet::snippet;
pub use spelling::{Spelling, corrected};
pub use undated::wanted_days;

/// What is asked beside the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The order. `None`: by relevance when the query has words to rank by, newest first otherwise.
    pub sort: Option<Sort>,
    /// The facets whose ticked values are joined by AND: their counts respect the facet itself.
    pub all_of: Vec<Facet>,
    /// How many hits are wanted at once. Where far more are found and scores decide their order, it
    /// is known of these alone until [`Searcher::finish`] is called. `None`: of all.
    pub first: Option<usize>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueId {
    /// One that papers of the library have, by its number. What number means what value, does not
    /// change as long as the index lives.
    Known(u32),
    /// One that the query alone names.
    Asked(String),
}

/// The counts of one facet: beside each value what ticking it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The facet.
    pub facet: Facet,
    /// Every value that occurs in the library or in the query with its count, as in
    /// [`FacetCounts`].
    pub values: Vec<(ValueId, u32)>,
    /// The count of papers without any value.
    pub none: u32,
}

/// A [`Tally`] beside the values' ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Value id and count, for every value that occurs in the library or in the query; in the
    /// facet's own order: tags as in their table, days newest first, categories by name, sources by
    /// arrival.
    pub values: Vec<(String, u32)>,
    /// The count of papers without any value.
    pub none: u32,
}

/// Where a query's words, phrases, prefixes and regexes stand in a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In the title's plain text, sorted and apart.
    pub title: Vec<Mark>,
    /// In the abstract's.
    pub summary: Vec<Mark>,
    /// In the comment's.
    pub comment: Vec<Mark>,
    /// In each author's name: author's index and the mark.
    pub authors: Vec<(u32, Mark)>,
}

/// Finds what to highlight: every positive term of the query in the fields that it searches. For
/// many papers prepare a [`Highlighter`] once.
pub fn matches(record: &Record, query: &Query) -> Matches {
    Highlighter::new(query).matches(record)
}
