//! What a query finds: tokens, evaluation, facet counts, order, matches.
//!
//! Every term of a query becomes a set of papers by the posting lists of the [`index`](super::index); clauses are joined as sets, facets are counted over them, and of the order only as much
//! is made as is shown.
//!
//! | file | owns |
//! |---|---|
//! | `pattern` | what a term looks for in text |
//! | `words` | the papers in which words and phrases stand |
//! | `fragments` | what must stand in a text letter by letter for a regex to match |
//! | `literals` | the words that a regex needs |
//! | `eval` | the papers that satisfy an expression |
//! | `facets` | counts |
//! | [`rank`] | scores |
//! | [`found`] | the hits and their order |
//! | `scan` | regexes over many texts, in steps |
//! | `explain` | why a paper ranks where it does |
//! | `culprit` | why nothing was found |
//! | `spelling` | what was meant by a word that no paper has |
//! | `keyness` | the terms that stand out among some papers |
//! | `complete` | what the word at the caret may become |
//! | `check` | what the language alone cannot know |
//! | `highlight` | where a query stands in a paper |
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
mod literals;
mod matcher;
mod pattern;
pub mod rank;
mod scan;
mod snippet;
mod spelling;
mod words;

use eval::{Corpus, Evaluated};
use found::Standing;
use literals::{MOST_COMPARED, Need};
use rank::Ranker;

use super::facet::Facet;
use super::index::bitset::Bitset;
pub use super::index::fields::TextField;
use super::index::order::By;
pub use super::index::{Index, MOST_INDEXED, ReaderState, code_links, has_code_link, is_code_host};
use super::library::{DocId, Library, Record};
pub use super::order::Sort;
pub use super::query::{Query, QueryError};
use super::text::Mark;

pub use check::check;
pub use complete::{Completion, CompletionKind};
pub use culprit::{Emptied, Offer};
pub use explain::{FieldScore, TermScore};
pub use found::Found;
pub use highlight::Highlighter;
pub use keyness::{Chosen, KeyTerm, KeyTerms, KeyTermsFor};
pub use scan::Scans;
pub use snippet::snippet;
pub use spelling::{Spelling, corrected};

/// What is asked beside the query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The order. `None`: by relevance when the query has words to rank by, newest first otherwise.
    pub sort: Option<Sort>,
    /// The facets whose ticked values are joined by AND: their counts respect the facet itself.
    pub all_of: Vec<Facet>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueId {
    /// One that papers of the library have, by its number. What number means what value, does not change as long as the index lives.
    Known(u32),
    /// One that the query alone names.
    Asked(String),
}

/// The counts of one facet: beside each value what ticking it would show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The facet.
    pub facet: Facet,
    /// Every value that occurs in the library or in the query with its count, as in [`FacetCounts`].
    pub values: Vec<(ValueId, u32)>,
    /// The count of papers without any value.
    pub none: u32,
}

/// A [`Tally`] beside the values' ids.
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
    /// The papers that a regex without regard to case may match; `None` for all. Papers that were not put are not among them.
    pub fn may_match(&mut self, pattern: &str) -> Option<Bitset> {
        self.commit();
        let mut left = MOST_COMPARED;
        Need::of(pattern, false).docs(self, &mut left)
    }

    /// Evaluates a query over the library that was put in.
    pub fn search(&mut self, library: &Library, query: &Query, options: &Options) -> Found {
        self.search_records(library.records(), library.sources(), query, options)
    }

    /// Evaluates a query over records, by [`DocId`], whose sources have these names. Every record must have been put in as it is.
    pub fn search_records(
        &mut self,
        records: &[Record],
        sources: &[String],
        query: &Query,
        options: &Options,
    ) -> Found {
        let mut scans = Scans::new(self, query, &Scans::default());
        scans.step(records, usize::MAX);
        self.search_scanned(records, sources, query, options, &scans)
    }

    /// As [`Index::search_records`], with the query's regexes looked up in scans that are over.
    pub fn search_scanned(
        &mut self,
        records: &[Record],
        sources: &[String],
        query: &Query,
        options: &Options,
        scans: &Scans,
    ) -> Found {
        self.search_first(records, sources, query, options, scans, usize::MAX)
    }

    /// As [`Index::search_scanned`], but where many papers are found and scores decide their order, it is known of the first ones alone, at least so many, until
    /// [`Index::finish`] is called. Before the index changes, it must be.
    pub fn search_first(
        &mut self,
        records: &[Record],
        sources: &[String],
        query: &Query,
        options: &Options,
        scans: &Scans,
        first: usize,
    ) -> Found {
        self.commit();
        let newest = self.order(records, By::Newest);
        let chosen = match options.sort {
            Some(Sort::Oldest) => self.order(records, By::Oldest),
            Some(Sort::Title) => self.order(records, By::Title),
            Some(Sort::Id) => self.order(records, By::Id),
            _ => newest,
        };
        let mut zeros = std::mem::take(&mut self.zeros);
        let corpus = Corpus {
            index: self,
            records,
            sources,
            scans,
        };
        let evaluated = Evaluated::new(corpus, query);
        let ranker = Ranker::new(corpus, query, &evaluated);
        let sort = options.sort.unwrap_or(if ranker.is_empty() {
            Sort::Newest
        } else {
            Sort::Relevance
        });
        let hits = evaluated.all_but(|_| false);
        let (facets, days) = facets::count(corpus, query, &evaluated, &hits, options);
        let standing = if sort == Sort::Relevance && !ranker.is_empty() {
            // Of few hits a heap finds the first no sooner than sorting all does.
            let few = first < hits.count() / 16;
            Standing::Scored {
                scores: (!few).then(|| ranker.scores(&hits, &mut zeros)),
                sorted: if few {
                    ranker.first(&hits, &mut zeros, &chosen, first)
                } else {
                    Vec::new()
                },
                equals: chosen,
            }
        } else {
            Standing::Ordered(chosen)
        };
        let emptied = hits.is_empty().then(|| culprit::emptied(query, &evaluated));
        self.zeros = zeros;
        let mut found = Found::new(hits, sort, standing, facets, days);
        found.emptied = emptied;
        found
    }

    /// Gives a query's hits their whole order. The index must be as it was when they were found.
    pub fn finish(&mut self, records: &[Record], query: &Query, found: &mut Found) {
        if found.is_finished() {
            return;
        }
        let scans = Scans::default();
        let mut zeros = std::mem::take(&mut self.zeros);
        let corpus = Corpus {
            index: self,
            records,
            sources: &[],
            scans: &scans,
        };
        // Neither regexes nor sources add to a score.
        let evaluated = Evaluated::new(corpus, query);
        let scores = Ranker::new(corpus, query, &evaluated).scores(found.hits(), &mut zeros);
        self.zeros = zeros;
        found.finish(scores);
    }

    /// Why a paper ranks where it does: each word-like term of the query as it reads there, and what it adds to the score.
    pub fn explain(&mut self, library: &Library, doc: DocId, query: &Query) -> Vec<TermScore> {
        self.explain_record(library.records(), doc, query)
    }

    /// As [`Index::explain`], over records by [`DocId`].
    pub fn explain_record(
        &mut self,
        records: &[Record],
        doc: DocId,
        query: &Query,
    ) -> Vec<TermScore> {
        self.commit();
        let scans = Scans::default();
        let corpus = Corpus {
            index: self,
            records,
            sources: &[],
            scans: &scans,
        };
        explain::explain(corpus, doc, query)
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
