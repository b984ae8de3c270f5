//! The scores of the hits.

use super::eval::{Corpus, Evaluated};
use super::pattern::positive_terms;
use super::words::Words;
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::TextField;
use crate::core::index::segment::Frequencies;
use crate::core::library::DocId;
use crate::core::query::{Query, Term};

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
    pub(super) fn field(&self, field: TextField) -> FieldWeight {
        match field {
            TextField::Title => self.title,
            TextField::Abstract => self.summary,
            TextField::Author => self.authors,
            TextField::Comment => self.comment,
        }
    }
}

/// The lengths of a text, in tokens, for which the normalisation is computed beforehand.
const USUAL_LENGTHS: u32 = 512;

/// The terms of one query, ready to score papers.
pub(super) struct Ranker<'c> {
    corpus: Corpus<'c>,
    terms: Vec<ScoredTerm<'c>>,
    /// The normalisation by length, for each field and each of the usual lengths.
    norms: [Vec<f64>; TextField::COUNT],
}

struct ScoredTerm<'c> {
    scope: &'static [TextField],
    words: &'c Words,
    idf: f64,
}

impl<'c> Ranker<'c> {
    pub(super) fn new(corpus: Corpus<'c>, query: &'c Query, evaluated: &'c Evaluated<'_>) -> Self {
        let papers = as_f64(corpus.index.sets.live.count());
        let scored = |term: &'c Term| {
            let found = evaluated.terms.get(term)?.as_ref()?;
            let with_term = as_f64(found.docs.count());
            Some(ScoredTerm {
                scope: TextField::scope(term.field)?,
                words: found.words.as_ref()?,
                idf: idf(papers, with_term),
            })
        };
        let terms = positive_terms(query);
        let mut ranker = Self {
            corpus,
            terms: terms.into_iter().filter_map(scored).collect(),
            norms: std::array::from_fn(|_| Vec::new()),
        };
        if !ranker.is_empty() {
            let norms = |field: TextField| {
                (0..USUAL_LENGTHS)
                    .map(|length| ranker.norm_of(field, length))
                    .collect()
            };
            ranker.norms = TextField::ALL.map(norms);
        }
        ranker
    }

    /// Whether there is nothing to rank by.
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The score of each of the hits, by their numbers: the sum of the contributions in the terms' order, the same on every machine.
    pub(super) fn scores(&self, hits: &Bitset) -> Vec<f64> {
        let mut scores = vec![0.0; hits.len()];
        for term in &self.terms {
            let mut add = |doc: DocId, frequencies: Frequencies| {
                let at = doc as usize;
                if hits.contains(at) {
                    scores[at] +=
                        self.contribution(term, frequencies, self.corpus.index.docs[at].lengths);
                }
            };
            match term.words {
                Words::Phrase(phrases) => phrases
                    .iter()
                    .for_each(|(doc, frequencies)| add(*doc, *frequencies)),
                Words::One(forms) => each_paper(self.corpus, forms, &mut add),
            }
        }
        scores
    }

    fn contribution(
        &self,
        term: &ScoredTerm<'_>,
        frequencies: Frequencies,
        lengths: [u32; TextField::COUNT],
    ) -> f64 {
        let mut weight = 0.0;
        for field in term.scope {
            let at = field.index();
            if frequencies[at] > 0 {
                let norm = match self.norms[at].get(lengths[at] as usize) {
                    Some(norm) => *norm,
                    None => self.norm_of(*field, lengths[at]),
                };
                weight += BM25F.field(*field).weight * f64::from(frequencies[at]) / norm;
            }
        }
        score(term.idf, weight)
    }

    /// How much less an occurrence counts in a text of this length.
    fn norm_of(&self, field: TextField, length: u32) -> f64 {
        let b = BM25F.field(field).b;
        let total = self.corpus.index.totals[field.index()];
        // A field that has an occurrence has tokens, so there is a mean.
        let mean = as_f64(total.tokens) / f64::from(total.papers);
        1.0 - b + b * (f64::from(length) / mean)
    }
}

/// Calls `each` with every paper that has some of the terms, and how often in each field.
fn each_paper(corpus: Corpus<'_>, terms: &[u32], each: &mut impl FnMut(DocId, Frequencies)) {
    let mut sums: Vec<Frequencies> = Vec::new();
    for segment in &corpus.index.segments {
        let docs = segment.docs();
        let lists = segment.lists(terms);
        if let [list] = &lists[..] {
            segment.frequencies(list, |local, frequencies| {
                each(docs[usize::from(local)], frequencies);
            });
            continue;
        }
        if lists.is_empty() {
            continue;
        }
        sums.clear();
        sums.resize(docs.len(), Frequencies::default());
        for list in &lists {
            segment.frequencies(list, |local, frequencies| {
                for (sum, count) in sums[usize::from(local)].iter_mut().zip(frequencies) {
                    *sum += count;
                }
            });
        }
        for (doc, sum) in docs.iter().zip(&sums) {
            if *sum != Frequencies::default() {
                each(*doc, *sum);
            }
        }
    }
}

/// The inverse document frequency of a term that so many of so many papers have.
pub(super) fn idf(papers: f64, with_term: f64) -> f64 {
    (1.0 + (papers - with_term + 0.5) / (with_term + 0.5)).ln()
}

/// What a term adds whose occurrences weigh so much.
#[inline]
pub(super) fn score(idf: f64, weight: f64) -> f64 {
    idf * weight / (BM25F.k1 + weight)
}

/// Counts of papers and tokens stay far below 2⁵³, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(super) fn as_f64(n: impl TryInto<u64>) -> f64 {
    n.try_into().map_or(f64::NAN, |n| n as f64)
}
