//! The scores of the hits, and why a paper ranks where it does.

use super::eval::{Corpus, Evaluated};
use super::pattern::{Pattern, positive_terms};
use super::words::{Sums, Words, mask};
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::{TextField, texts_of};
use crate::core::index::segment::{Frequencies, Lanes, Segment, split_lanes};
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
    fn field(&self, field: TextField) -> FieldWeight {
        match field {
            TextField::Title => self.title,
            TextField::Abstract => self.summary,
            TextField::Author => self.authors,
            TextField::Comment => self.comment,
        }
    }
}

/// The lengths of a text, in tokens, for which the weight of an occurrence is computed beforehand.
const USUAL_LENGTHS: u32 = 512;

/// The terms of one query, ready to score papers.
pub(super) struct Ranker<'c> {
    corpus: Corpus<'c>,
    terms: Vec<ScoredTerm<'c>>,
    /// What one occurrence weighs, for each field and each of the usual lengths.
    gains: [Vec<f64>; TextField::COUNT],
}

struct ScoredTerm<'c> {
    term: &'c Term,
    scope: &'static [TextField],
    /// What belongs to the scope of frequencies that stand side by side.
    mask: Lanes,
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
                term,
                scope: TextField::scope(term.field)?,
                mask: mask(TextField::scope(term.field)?),
                words: found.words.as_ref()?,
                idf: (1.0 + (papers - with_term + 0.5) / (with_term + 0.5)).ln(),
            })
        };
        let terms = positive_terms(query);
        let mut ranker = Self {
            corpus,
            terms: terms.into_iter().filter_map(scored).collect(),
            gains: std::array::from_fn(|_| Vec::new()),
        };
        if !ranker.is_empty() {
            let gains = |field: TextField| {
                (0..USUAL_LENGTHS)
                    .map(|length| ranker.gain(field, length))
                    .collect()
            };
            ranker.gains = TextField::ALL.map(gains);
        }
        ranker
    }

    /// Whether there is nothing to rank by.
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// What each term adds to a paper's score, in reading order. It reads the paper's text and not the posting lists.
    pub(super) fn contributions(&self, doc: DocId) -> Vec<(String, f64)> {
        let at = doc as usize;
        let (Some(about), Some(record)) =
            (self.corpus.index.docs.get(at), self.corpus.records.get(at))
        else {
            return Vec::new();
        };
        let contribution = |term: &ScoredTerm<'_>| {
            let pattern = Pattern::new(&term.term.atom)?;
            let mut frequencies = Frequencies::default();
            for field in term.scope {
                let texts = texts_of(record, *field).into_iter();
                let count: usize = texts.map(|text| pattern.occurrences(text)).sum();
                frequencies[field.index()] = u32::try_from(count).unwrap_or(u32::MAX);
            }
            let part = self.contribution(term, frequencies, about.lengths);
            Some((term.term.to_string(), part))
        };
        self.terms.iter().filter_map(contribution).collect()
    }

    /// The score of each of the hits, in their order: the sum of the contributions in the terms' order, the same on every machine. `zeros` has a zero for each paper, before and after.
    pub(super) fn scores(&self, hits: &Bitset, zeros: &mut Vec<f64>) -> Vec<f64> {
        zeros.resize(hits.len(), 0.0);
        let scores = zeros.as_mut_slice();
        let index = self.corpus.index;
        // Of postings of several forms only those of hits are added up, where hits are few.
        let few = hits.count() < hits.len() / 16;
        for term in &self.terms {
            match term.words {
                Words::Phrase(phrases) => {
                    for (doc, frequencies) in phrases {
                        let at = *doc as usize;
                        if hits.contains(at) {
                            let lengths = index.docs[at].lengths;
                            scores[at] += self.contribution(term, *frequencies, lengths);
                        }
                    }
                }
                Words::One(forms) => {
                    for segment in &index.segments {
                        let docs = segment.docs();
                        let is_hit = |local: u16| hits.contains(docs[usize::from(local)] as usize);
                        let mut add = self.adder(term, segment, hits, scores);
                        match &segment.lists(forms)[..] {
                            [] => {}
                            [list] => segment.lanes(list, add),
                            lists if few => Sums::of(segment, lists, is_hit).each(&mut add),
                            lists => Sums::new(segment, lists).each(&mut add),
                        }
                    }
                }
                Words::Many(sums) => {
                    for (segment, sums) in index.segments.iter().zip(sums) {
                        sums.each(self.adder(term, segment, hits, scores));
                    }
                }
            }
        }
        let mut of_hits = Vec::with_capacity(hits.count());
        hits.each(|doc| of_hits.push(std::mem::take(&mut scores[doc])));
        of_hits
    }

    /// Adds to the scores what a term contributes to the papers of a segment.
    fn adder<'a>(
        &'a self,
        term: &'a ScoredTerm<'_>,
        segment: &'a Segment,
        hits: &'a Bitset,
        scores: &'a mut [f64],
    ) -> impl FnMut(u16, Lanes) + 'a {
        let (docs, lengths) = (segment.docs(), segment.lengths());
        let [titles, summaries, ..] = &self.gains;
        let (titles, summaries) = (titles.as_slice(), summaries.as_slice());
        let ([mask, other], idf) = (term.mask, term.idf);
        move |local, [first, second]| {
            let local = usize::from(local);
            let at = docs[local] as usize;
            if !hits.contains(at) {
                return;
            }
            let [title, summary, ..] = lengths[local];
            let gains = (
                titles.get(usize::from(title)),
                summaries.get(usize::from(summary)),
            );
            // Nearly all words stand in titles and abstracts of usual length.
            scores[at] += if let (0, (Some(title), Some(summary))) = (second & other, gains) {
                let [title_count, summary_count, ..] = split_lanes([first & mask, 0]);
                let weight = f64::from(title_count) * title + f64::from(summary_count) * summary;
                score(idf, weight)
            } else {
                let frequencies = split_lanes([first, second]);
                self.contribution(term, frequencies, self.corpus.index.docs[at].lengths)
            };
        }
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
                let gain = match self.gains[at].get(lengths[at] as usize) {
                    Some(gain) => *gain,
                    None => self.gain(*field, lengths[at]),
                };
                weight += f64::from(frequencies[at]) * gain;
            }
        }
        score(term.idf, weight)
    }

    /// What one occurrence weighs in a text of this length; nothing in a field that no paper has.
    fn gain(&self, field: TextField, length: u32) -> f64 {
        let FieldWeight { weight, b } = BM25F.field(field);
        let total = self.corpus.index.totals[field.index()];
        if total.tokens == 0 {
            return 0.0;
        }
        let mean = as_f64(total.tokens) / f64::from(total.papers);
        weight / (1.0 - b + b * (f64::from(length) / mean))
    }
}

/// What a term adds whose occurrences weigh so much.
#[inline]
fn score(idf: f64, weight: f64) -> f64 {
    idf * weight / (BM25F.k1 + weight)
}

/// Counts of papers and tokens stay far below 2⁵³, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn as_f64(n: impl TryInto<u64>) -> f64 {
    n.try_into().map_or(f64::NAN, |n| n as f64)
}
