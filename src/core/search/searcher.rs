//! What an index can be asked.

use super::eval::{Corpus, Evaluated};
use super::found::{Found, Scores, Stale, Standing};
use super::literals::{MOST_COMPARED, Need};
use super::rank::Ranker;
use super::scan::Scans;
use super::{Index, Options, Sort, TermScore, culprit, explain, facets, undated};
use crate::core::index::bitset::Bitset;
use crate::core::index::order::By;
use crate::core::library::{DocId, Library, Record};
use crate::core::marks::State;
use crate::core::query::Query;
use crate::core::tags::own::Names;

/// A read-only snapshot of a library and its index: while it is borrowed, neither can change.
#[derive(Clone, Copy, Debug)]
pub struct Searcher<'l> {
    pub(super) index: &'l Index,
    pub(super) records: &'l [Record],
    pub(super) sources: &'l [String],
    pub(super) hidden: Option<&'l Bitset>,
}

impl<'l> Searcher<'l> {
    /// Asks the index of a library, as far as its papers were put in. Those that wait for a segment
    /// are written as one.
    pub fn new(index: &'l mut Index, library: &'l Library) -> Self {
        Self::over(index, library.records(), library.sources())
    }

    /// Asks the index of records, by [`DocId`], whose sources have these names. Every record must
    /// have been put in as it is.
    pub fn over(index: &'l mut Index, records: &'l [Record], sources: &'l [String]) -> Self {
        index.commit();
        Self {
            index,
            records,
            sources,
            hidden: None,
        }
    }

    /// The same library, of which these papers are not found, counted nor offered, but where a
    /// query asks for them by their ids. They must be of the index as it is.
    #[must_use]
    pub fn hiding(self, papers: Option<&'l Bitset>) -> Self {
        Self {
            hidden: papers,
            ..self
        }
    }

    /// The papers that satisfy a query and are not hidden, with its regexes taken from completed
    /// scans; `None` where the query says nothing, so that all do.
    pub fn papers(&self, query: &Query, scans: &Scans) -> Option<Bitset> {
        let evaluated = Evaluated::new(self.corpus(scans), query);
        let says = evaluated.clauses.iter().any(Option::is_some);
        says.then(|| evaluated.all_but(|_| false))
    }

    /// Those of some papers that the reader has not seen.
    pub fn unseen(&self, papers: &Bitset) -> Bitset {
        let mut unseen = papers.clone();
        let new = self.index.reader.papers(State::New);
        unseen.and_ahead(new, 0);
        unseen
    }

    /// No papers.
    pub fn none(&self) -> Bitset {
        Bitset::empty(self.index.docs.len())
    }

    /// All papers that are not hidden.
    pub fn all(&self) -> Bitset {
        let mut all = self.index.sets.live.clone();
        if let Some(hidden) = self.hidden {
            all.and_not(hidden);
        }
        all
    }

    /// The numbers of the tags.
    pub fn names(&self) -> &'l Names {
        &self.index.names
    }

    /// Evaluates a query.
    pub fn search(&self, query: &Query, options: &Options) -> Found {
        let mut scans = Scans::new(*self, query, &Scans::default());
        scans.step(self.records, usize::MAX);
        self.search_scanned(query, options, &scans)
    }

    /// Like [`Searcher::search`], but takes the hits of the query's regexes from completed scans.
    pub fn search_scanned(&self, query: &Query, options: &Options, scans: &Scans) -> Found {
        let chosen = match options.sort {
            Some(Sort::Oldest) => self.index.order(self.records, By::Oldest),
            Some(Sort::Title) => self.index.order(self.records, By::Title),
            Some(Sort::Id) => self.index.order(self.records, By::Id),
            Some(Sort::Newest | Sort::Relevance) | None => {
                self.index.order(self.records, By::Newest)
            }
        };
        let corpus = self.corpus(scans);
        let mut evaluated = Evaluated::new(corpus, query);
        let ranker = Ranker::new(self.index, query, &mut evaluated);
        let sort = options.sort.unwrap_or(if ranker.is_empty() {
            Sort::Newest
        } else {
            Sort::Relevance
        });
        let hits = evaluated.all_but(|_| false);
        let (facets, days) = facets::count(corpus, query, &evaluated, &hits, options);
        let undated = undated::count(corpus, query, &evaluated, &hits);
        let standing = if sort == Sort::Relevance && !ranker.is_empty() {
            // Of few hits a heap finds the first no sooner than sorting all does.
            let few = options.first.filter(|first| *first < hits.count() / 16);
            let sorted = few.map(|first| ranker.first(self.index, &hits, &chosen, first));
            Standing::Scored {
                scores: match few {
                    Some(_) => Scores::Pending(Box::new(ranker)),
                    None => Scores::Known(ranker.scores(self.index, &hits)),
                },
                sorted: sorted.unwrap_or_default(),
                equals: chosen,
            }
        } else {
            Standing::Ordered(chosen)
        };
        let hidden = evaluated.take_hidden();
        let emptied = hits.is_empty().then(|| culprit::emptied(query, &evaluated));
        let generation = self.index.generation();
        let mut found = Found::new(hits, generation, sort, standing, facets, days);
        found.emptied = emptied;
        found.hidden = hidden;
        found.undated = undated;
        found
    }

    /// Computes the full order of the hits. Fails with [`Stale`] if it is not known yet and the
    /// index has changed since the search.
    pub fn finish(&self, found: &mut Found) -> Result<(), Stale> {
        found.finish(self.index)
    }

    /// Why a paper ranks where it does: each word-like term of the query as it reads there, and
    /// what it adds to the score.
    pub fn explain(&self, doc: DocId, query: &Query) -> Vec<TermScore> {
        explain::explain(self.corpus(&Scans::default()), doc, query)
    }

    /// The papers that a regex without regard to case may match; `None` for all. Papers that
    /// were never put into the index are excluded.
    pub fn may_match(&self, pattern: &str) -> Option<Bitset> {
        let mut left = MOST_COMPARED;
        Need::of(pattern, false).docs(self.index, &mut left)
    }

    /// What a query is evaluated over, with its regexes looked up in scans.
    pub(super) fn corpus<'s>(&self, scans: &'s Scans) -> Corpus<'s>
    where
        'l: 's,
    {
        Corpus {
            index: self.index,
            records: self.records,
            sources: self.sources,
            scans,
            hidden: self.hidden,
        }
    }
}
