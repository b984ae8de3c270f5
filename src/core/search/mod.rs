//! What a query finds: tokens, evaluation, facet counts, order, matches.
//!
//! A plain evaluator over a forward index: a query's words become sets of term ids, and every paper's terms are compared with them.
//!
//! | file | owns |
//! |---|---|
//! | [`tokens`] | text made comparable, the stem |
//! | `pattern` | what a term looks for in text |
//! | `forward` | the index |
//! | [`bitset`] | sets of papers and of terms |
//! | `eval` | the papers that satisfy an expression |
//! | `facets` | counts |
//! | [`rank`] | order and scores |
//! | `check` | what the language alone cannot know |
//! | `highlight` | where a query stands in a paper |
//! | `snippet` | a stretch of a text around its matches |

pub mod bitset;
mod check;
mod code;
mod eval;
mod facets;
mod forward;
mod highlight;
mod pattern;
pub mod rank;
mod reader;
mod snippet;
pub mod tokens;

use eval::{Corpus, Evaluated};
use rank::Ranker;

use super::day::Day;
use super::facet::Facet;
use super::library::{DocId, Library, Record};
pub use super::order::Sort;
pub use super::query::{Query, QueryError};
use super::text::Mark;

pub use check::check;
pub use code::{code_links, is_code_host};
pub use forward::Index;
pub use highlight::Highlighter;
pub use pattern::{REGEX_LIMIT, REGEX_NESTING};
pub use reader::ReaderState;
pub use snippet::snippet;

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
    /// Value id and count, for every value that occurs in the library or in the query; in the facet's own order: tags as in their table, days newest first,
    /// categories by name, sources by arrival.
    pub values: Vec<(String, u32)>,
    /// The count of papers without any value.
    pub none: u32,
}

impl Index {
    /// Evaluates a query over the library that was put in.
    pub fn search(&self, library: &Library, query: &Query, options: &Options) -> Found {
        self.search_records(library.records(), library.sources(), query, options)
    }

    /// Evaluates a query over records, by [`DocId`], whose sources have these names. Every record must have been put in as it is.
    pub fn search_records(
        &self,
        records: &[Record],
        sources: &[String],
        query: &Query,
        options: &Options,
    ) -> Found {
        let corpus = Corpus {
            index: self,
            records,
            sources,
        };
        let evaluated = Evaluated::new(corpus, query);
        let ranker = Ranker::new(corpus, query, &evaluated);
        let sort = options.sort.unwrap_or(if ranker.is_empty() {
            Sort::Newest
        } else {
            Sort::Relevance
        });
        Found {
            docs: rank::order(corpus, &evaluated.all_but(|_| false), sort, &ranker),
            sort,
            facets: facets::count(corpus, query, &evaluated, options),
            days: facets::days(corpus, query, &evaluated),
        }
    }

    /// Why a paper ranks where it does: each word-like term of the query as it reads there, and what it adds to the score.
    pub fn explain(&self, library: &Library, doc: DocId, query: &Query) -> Vec<(String, f64)> {
        self.explain_record(library.records(), doc, query)
    }

    /// As [`Index::explain`], over records by [`DocId`].
    pub fn explain_record(
        &self,
        records: &[Record],
        doc: DocId,
        query: &Query,
    ) -> Vec<(String, f64)> {
        let corpus = Corpus {
            index: self,
            records,
            sources: &[],
        };
        let doc = doc as usize;
        if doc >= corpus.papers() {
            return Vec::new();
        }
        let ranker = Ranker::new(corpus, query, &Evaluated::new(corpus, query));
        let parts = ranker.contributions(doc);
        parts
            .map(|(label, part)| (label.to_owned(), part))
            .collect()
    }
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

/// Finds what to highlight: every positive term of the query in the fields that it searches. For many papers prepare a [`Highlighter`] once.
pub fn matches(record: &Record, query: &Query) -> Matches {
    Highlighter::new(query).matches(record)
}
