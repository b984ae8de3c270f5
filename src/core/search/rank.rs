//! The order of the hits, and why a paper ranks where it does.

use std::cmp::Reverse;

use super::bitset::Bitset;
use super::eval::{Corpus, Evaluated, doc_id};
use super::forward::TextField;
use super::pattern::{Pattern, TermPattern, positive_terms};
use crate::core::library::DocId;
use crate::core::order::Sort;
use crate::core::query::{Query, Term};
use crate::core::sorting;

/// The constants of BM25F.
///
/// Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004, with a length normalisation for each field. A term `t` adds to a
/// paper's score
///
/// `idf(t) · w / (k1 + w)` with `w = Σ over fields: weight · tf / (1 - b + b · length / mean length)` and `idf(t) = ln(1 + (N - n + ½) / (n + ½))`,
///
/// where `tf` is how often the term stands in the field, `n` the number of the library's `N` papers that the term alone would find, and the mean length is that over the papers
/// that have the field. A phrase or a prefix counts as one term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bm25f {
    /// How soon repeating a term stops to help; above 0, usually 1 to 2.
    pub k1: f64,
    /// For the title.
    pub title: FieldWeight,
    /// For the abstract.
    pub summary: FieldWeight,
    /// For the authors.
    pub authors: FieldWeight,
    /// For the comment.
    pub comment: FieldWeight,
}

/// What a field counts in [`Bm25f`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldWeight {
    /// How much one occurrence counts; above 0.
    pub weight: f64,
    /// How much a long text counts less, from 0 (not at all) to 1 (in full).
    pub b: f64,
}

/// The constants in use. A word of the title says more than one of the abstract; titles and names hardly differ in length for a reason.
pub const BM25F: Bm25f = Bm25f {
    k1: 1.2,
    title: FieldWeight {
        weight: 3.0,
        b: 0.3,
    },
    summary: FieldWeight {
        weight: 1.0,
        b: 0.75,
    },
    authors: FieldWeight {
        weight: 0.8,
        b: 0.0,
    },
    comment: FieldWeight {
        weight: 0.5,
        b: 0.3,
    },
};

impl Bm25f {
    fn field(&self, field: TextField) -> FieldWeight {
        match field {
            TextField::Title => self.title,
            TextField::Abstract => self.summary,
            TextField::Author => self.authors,
            TextField::Comment => self.comment,
        }
    }
}

/// The terms of one query, ready to score papers.
pub(super) struct Ranker<'c> {
    corpus: Corpus<'c>,
    terms: Vec<ScoredTerm>,
}

struct ScoredTerm {
    label: String,
    scope: &'static [TextField],
    pattern: TermPattern,
    idf: f64,
}

impl<'c> Ranker<'c> {
    pub(super) fn new(corpus: Corpus<'c>, query: &Query, evaluated: &Evaluated<'_>) -> Self {
        let papers = as_f64(corpus.live().count());
        let dictionary = corpus.index.dictionary.values();
        let scored = |term: &Term| {
            let found = evaluated.terms.get(term)?.as_ref()?;
            let found = as_f64(found.count());
            Some(ScoredTerm {
                label: term.to_string(),
                scope: TextField::scope(term.field)?,
                pattern: Pattern::new(&term.atom)?.compile(dictionary),
                idf: (1.0 + (papers - found + 0.5) / (found + 0.5)).ln(),
            })
        };
        let terms = positive_terms(query)
            .into_iter()
            .filter_map(scored)
            .collect();
        Self { corpus, terms }
    }

    /// Whether there is nothing to rank by.
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// What each term adds to a paper's score, in reading order.
    pub(super) fn contributions(&self, doc: usize) -> impl Iterator<Item = (&str, f64)> {
        let contribution = move |term: &ScoredTerm| self.contribution(term, doc);
        self.terms
            .iter()
            .map(move |term| (term.label.as_str(), contribution(term)))
    }

    /// The sum of the contributions, in their order: the same on every machine.
    fn score(&self, doc: usize) -> f64 {
        self.contributions(doc).map(|(_, part)| part).sum()
    }

    fn contribution(&self, term: &ScoredTerm, doc: usize) -> f64 {
        let index = self.corpus.index;
        let mut weight = 0.0;
        for field in term.scope {
            let occurrences = term.pattern.occurrences(index.terms(doc, *field));
            if occurrences > 0 {
                let FieldWeight { weight: each, b } = BM25F.field(*field);
                let total = index.totals[field.index()];
                // A field that has an occurrence has tokens, so there is a mean.
                let mean = as_f64(total.tokens) / f64::from(total.papers);
                let length = f64::from(index.docs[doc].lengths[field.index()]) / mean;
                weight += each * as_f64(occurrences) / (1.0 - b + b * length);
            }
        }
        term.idf * weight / (BM25F.k1 + weight)
    }
}

/// The papers in order; whatever compares equal stands as in [`Sort::Newest`]. A paper of several days stands at its last, a paper without a title
/// at the end of those by title.
pub(super) fn order(
    corpus: Corpus<'_>,
    docs: &Bitset,
    sort: Sort,
    ranker: &Ranker<'_>,
) -> Vec<DocId> {
    let about = &corpus.index.docs;
    let newest = |doc: usize| (Reverse(about[doc].latest), doc);
    let mut hits: Vec<usize> = docs.iter().collect();
    match sort {
        Sort::Relevance => {
            let mut scored: Vec<(f64, usize)> = hits
                .into_iter()
                .map(|doc| (ranker.score(doc), doc))
                .collect();
            sorting::sort_by(&mut scored, |left, right| {
                let by_score = right.0.total_cmp(&left.0);
                by_score.then_with(|| newest(left.1).cmp(&newest(right.1)))
            });
            hits = scored.into_iter().map(|(_, doc)| doc).collect();
        }
        Sort::Newest => sorting::sort_by_key(&mut hits, |doc| newest(*doc)),
        Sort::Oldest => {
            sorting::sort_by_key(&mut hits, |&doc| {
                (about[doc].latest.is_none(), about[doc].latest, doc)
            });
        }
        Sort::Title => sorting::sort_by(&mut hits, |&left, &right| {
            let key = |doc: usize| (about[doc].title_key.is_empty(), &about[doc].title_key);
            key(left)
                .cmp(&key(right))
                .then_with(|| newest(left).cmp(&newest(right)))
        }),
        Sort::Id => sorting::sort_by(&mut hits, |&left, &right| {
            let id = |doc: usize| &corpus.records[doc].paper.id;
            id(left).cmp(id(right))
        }),
    }
    hits.into_iter().map(doc_id).collect()
}

/// Counts of papers and tokens stay far below 2⁵³, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn as_f64(n: impl TryInto<u64>) -> f64 {
    n.try_into().map_or(f64::NAN, |n| n as f64)
}
