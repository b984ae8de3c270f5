//! What a query finds: tokens, evaluation, facet counts, order, matches.

use super::day::Day;
use super::facet::Facet;
use super::library::{DocId, Library, Record};
pub use super::order::Sort;
use super::query::{Query, QueryError};
use super::text::Mark;

/// What is asked beside the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The order. `None`: by relevance when the query has words to rank by, newest first otherwise.
    pub sort: Option<Sort>,
    /// The facets whose ticked values are joined by AND: their counts respect the facet itself.
    pub all_of: Vec<Facet>,
}

/// What a query found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The hits in order.
    pub docs: Vec<DocId>,
    /// The order they are in.
    pub sort: Sort,
    /// For each facet of [`Facet::ALL`]: the values with their counts.
    pub facets: Vec<FacetCounts>,
    /// For each day of the library, oldest first: how many hits there are, the query's own top-level `day:` clauses left out.
    pub days: Vec<(Day, u32)>,
}

/// The counts of one facet: beside each value what ticking it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// Value id and count, for every value that occurs in the library or in the query; in the facet's own order.
    pub values: Vec<(String, u32)>,
    /// The count of papers without any value.
    pub none: u32,
}

/// The library made searchable.
#[derive(Debug, Default)]
pub struct Index {}

impl Index {
    /// Adds a record or replaces it.
    pub fn put(&mut self, _doc: DocId, _record: &Record) {}

    /// Evaluates a query over the library that was put in.
    pub fn search(&self, _library: &Library, _query: &Query, _options: &Options) -> Found {
        Found {
            docs: Vec::new(),
            sort: Sort::Newest,
            facets: Vec::new(),
            days: Vec::new(),
        }
    }
}

/// Checks what the language alone cannot know: that tags exist, that regexes compile and are not too large.
pub fn check(_library: &Library, _parsed: &super::query::Parsed) -> Result<(), QueryError> {
    Ok(())
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

/// Finds what to highlight: every positive term of the query in the fields that it searches.
pub fn matches(_record: &Record, _query: &Query) -> Matches {
    Matches::default()
}
