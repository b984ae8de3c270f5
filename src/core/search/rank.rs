//! The scores of the hits.

use std::cell::Cell;

use super::eval::Evaluated;
use super::found::{Best, Key};
use super::pattern::positive_terms;
use super::words::{Words, mask, seek, sums_where};
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::{LONG, Lengths, TextField};
use crate::core::index::order::Order;
use crate::core::index::segment::{
    Frequencies, Lanes, SUMMARY_BITS, Segment, add_lanes, split_lanes, unpacked,
};
use crate::core::index::{FieldTotal, Index};
use crate::core::library::DocId;
use crate::core::query::{Query, Term};

/// The constants of BM25F.
///
/// Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004,
/// with a length normalisation for each field. A term `t` adds to a paper's score
///
/// `idf(t) · w / (k1 + w)` with `w = Σ over fields: weight · tf / (1 - b + b · length / mean
/// length)` and `idf(t) = ln(1 + (N - n + ½) / (n + ½))`,
///
/// where `tf` is how often the term stands in the field, `n` the number of the library's `N` papers
/// that the term alone would find, and the mean length is that over the papers that have the field.
/// A phrase or a prefix counts as one term.
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

/// The constants in use. A word of the title says more than one of the abstract; titles and names
/// hardly differ in length for a reason.
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

/// The lengths of a text, in tokens, for which the weight of an occurrence is computed beforehand.
const USUAL_LENGTHS: u32 = 512;

/// The terms of one query, ready to score the papers of one generation of the index.
#[derive(Debug)]
pub(super) struct Ranker {
    terms: Vec<ScoredTerm>,
    /// The lengths of the fields over the library.
    totals: [FieldTotal; TextField::COUNT],
    /// What one occurrence weighs, for each field and each of the usual lengths.
    gains: [Vec<f64>; TextField::COUNT],
}

#[derive(Debug)]
struct ScoredTerm {
    scope: &'static [TextField],
    /// What belongs to the scope of frequencies that stand side by side.
    mask: Lanes,
    words: Words,
    idf: f64,
}

impl Ranker {
    /// Takes the words of the query's terms out of what was evaluated.
    pub(super) fn new(index: &Index, query: &Query, evaluated: &mut Evaluated<'_>) -> Self {
        let papers = as_f64(index.sets.live.count());
        let scored = |term: &Term| {
            let found = evaluated.terms.get_mut(term)?.as_mut()?;
            let scope = TextField::scope(term.field)?;
            Some(ScoredTerm {
                scope,
                mask: mask(scope),
                words: found.words.take()?,
                idf: idf(papers, as_f64(found.docs.count())),
            })
        };
        let terms = positive_terms(query);
        let mut ranker = Self {
            terms: terms.into_iter().filter_map(scored).collect(),
            totals: index.totals,
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

    /// The score of each of the hits, in their order: the sum of the contributions in the terms'
    /// order, the same on every machine.
    pub(super) fn scores(&self, index: &Index, hits: &Bitset) -> Vec<f64> {
        let mut of_hits = Vec::with_capacity(hits.count());
        self.each_score(index, hits, |_, score| of_hits.push(score));
        of_hits
    }

    /// The keys of the first hits, at most so many. Of one term's papers most are seen by their
    /// weight to be none of them, and get no score.
    pub(super) fn first(
        &self,
        index: &Index,
        hits: &Bitset,
        equals: &Order,
        count: usize,
    ) -> Vec<Key> {
        if let [term] = &self.terms[..] {
            let best = self.first_of(index, term, hits, equals, count);
            // Else hits without the term may be among them.
            if best.last() > 0.0 {
                return best.sorted();
            }
        }
        let mut best = Best::new(count);
        self.each_score(index, hits, |doc, score| {
            best.offer(score, equals.ranks[doc]);
        });
        best.sorted()
    }

    /// The first hits by one term.
    fn first_of(
        &self,
        index: &Index,
        term: &ScoredTerm,
        hits: &Bitset,
        equals: &Order,
        count: usize,
    ) -> Best {
        let mut best = Best::new(count);
        // What the last of them weighs.
        let least = Cell::new(0.0);
        let mut offer = |doc: usize, weight: f64| {
            if weight >= least.get() && hits.contains(doc) {
                best.offer(score(term.idf, weight), equals.ranks[doc]);
                least.set(least_weight(term.idf, best.last()));
            }
        };
        let Words::One(forms) = &term.words else {
            self.each_weight(index, term, hits, &least, offer);
            return best;
        };
        let most = self.most_weights(term);
        let looks = term.scope.contains(&TextField::Abstract);
        let summaries = if looks { SUMMARY_BITS } else { 0 };
        for segment in &index.segments {
            let mut lists = segment.lists(forms);
            let longest = (0..lists.len()).max_by_key(|at| lists[*at].len());
            let Some(longest) = longest.map(|at| lists.swap_remove(at)) else {
                continue;
            };
            let (docs, weigh) = (segment.docs(), self.weigher(index, term, segment));
            let lengths = segment.lengths();
            // Where other forms stand, which is in few papers, all are added up.
            let others = sums_where(segment, &lists, &|_| true);
            let locals = segment.locals(&longest);
            let mut from = 0;
            for (local, lanes) in &others {
                let mut lanes = *lanes;
                from = seek(locals, from, usize::from(*local));
                if locals.get(from) == Some(local) {
                    let posting = longest.start + from..longest.start + from + 1;
                    segment.lanes(&posting, |_, more| add_lanes(&mut lanes, more));
                }
                offer(docs[usize::from(*local)] as usize, weigh(*local, lanes));
            }
            segment.lanes_where(
                &longest,
                |local, packed| {
                    let [_, summary, ..] = lengths[usize::from(local)];
                    let in_summary = self.in_summary(u32::from(packed & summaries), summary);
                    most[usize::from(packed)] + in_summary >= least.get()
                },
                |local, lanes| {
                    if others
                        .binary_search_by_key(&local, |other| other.0)
                        .is_err()
                    {
                        offer(docs[usize::from(local)] as usize, weigh(local, lanes));
                    }
                },
            );
        }
        best
    }

    /// What occurrences beside those in the abstract weigh at most, by their packed frequencies: in
    /// the shortest of texts.
    fn most_weights(&self, term: &ScoredTerm) -> Vec<f64> {
        let ([mask, other], gains) = (term.mask, TextField::ALL.map(|field| self.gain(field, 1)));
        let most = |packed: u8| {
            let Some([first, second]) = unpacked(packed) else {
                return f64::INFINITY;
            };
            let [title, _, authors, comment] = split_lanes([first & mask, second & other]);
            let weights = [title, 0, authors, comment].into_iter().zip(gains);
            weights.map(|(count, gain)| f64::from(count) * gain).sum()
        };
        (0..=u8::MAX).map(most).collect()
    }

    /// What so many occurrences in an abstract of this length weigh at most.
    #[inline]
    fn in_summary(&self, count: u32, length: u16) -> f64 {
        let gains = self.gains[TextField::Abstract.index()].as_slice();
        let gain = gains.get(usize::from(length)).or(gains.last());
        f64::from(count) * gain.copied().unwrap_or(f64::INFINITY)
    }

    /// Calls `each` with every hit and its score.
    fn each_score(&self, index: &Index, hits: &Bitset, mut each: impl FnMut(usize, f64)) {
        index.with_zeros(|zeros| {
            zeros.resize(hits.len(), 0.0);
            let scores = zeros.as_mut_slice();
            for term in &self.terms {
                self.each_weight(index, term, hits, &Cell::new(0.0), |doc, weight| {
                    scores[doc] += score(term.idf, weight);
                });
            }
            hits.each(|doc| each(doc, std::mem::take(&mut scores[doc])));
        });
    }

    /// Calls `each` with the hits in which a term stands, and what its occurrences weigh there; of
    /// those that weigh less than so much, which may grow meanwhile, some are left out.
    #[expect(
        clippy::needless_bitwise_bool,
        reason = "nobody could foretell a branch"
    )]
    fn each_weight(
        &self,
        index: &Index,
        term: &ScoredTerm,
        hits: &Bitset,
        least: &Cell<f64>,
        mut each: impl FnMut(usize, f64),
    ) {
        match &term.words {
            Words::Phrase(phrases) => {
                for (doc, frequencies) in phrases {
                    let at = *doc as usize;
                    if hits.contains(at) {
                        each(at, self.weight(term, *frequencies, index.docs[at].lengths));
                    }
                }
            }
            Words::One(forms) => {
                for segment in &index.segments {
                    let (docs, weigh) = (segment.docs(), self.weigher(index, term, segment));
                    // A paper that is gone has a number beyond all.
                    let is_hit = |local: u16| hits.contains(docs[usize::from(local)] as usize);
                    for (local, lanes) in sums_where(segment, &segment.lists(forms), &is_hit) {
                        each(docs[usize::from(local)] as usize, weigh(local, lanes));
                    }
                }
            }
            Words::Many(sums) => {
                let title = self.gain(TextField::Title, 1);
                for (segment, sums) in index.segments.iter().zip(sums) {
                    let (docs, weigh) = (segment.docs(), self.weigher(index, term, segment));
                    let lengths = segment.lengths();
                    let may_be = |local: u16, [first, second]: Lanes| {
                        let [first, second] = [first & term.mask[0], second & term.mask[1]];
                        let [titles, summaries, ..] = split_lanes([first, 0]);
                        let [_, length, ..] = lengths[usize::from(local)];
                        let most = f64::from(titles) * title + self.in_summary(summaries, length);
                        (first | second != 0) & ((most >= least.get()) | (second != 0))
                    };
                    sums.each(may_be, |local, lanes| {
                        let doc = docs[usize::from(local)] as usize;
                        if hits.contains(doc) {
                            each(doc, weigh(local, lanes));
                        }
                    });
                }
            }
        }
    }

    /// What a term's occurrences weigh in a paper of a segment.
    #[inline]
    fn weigher<'a>(
        &'a self,
        index: &'a Index,
        term: &'a ScoredTerm,
        segment: &'a Segment,
    ) -> impl Fn(u16, Lanes) -> f64 + 'a {
        let (docs, lengths) = (segment.docs(), segment.lengths());
        let [mask, other] = term.mask;
        let [titles, summaries, ..] = self.gains.each_ref().map(Vec::as_slice);
        move |local, [first, second]| {
            let of = lengths[usize::from(local)];
            let usual = (
                titles.get(usize::from(of[0])),
                summaries.get(usize::from(of[1])),
            );
            // Nearly all words stand in titles and abstracts of usual length.
            if let (0, (Some(title), Some(summary))) = (second & other, usual) {
                let [title_count, summary_count, ..] = split_lanes([first & mask, 0]);
                return f64::from(title_count) * title + f64::from(summary_count) * summary;
            }
            self.weigh_all(index, term, [first, second], of, docs[usize::from(local)])
        }
    }

    /// The same for any fields and lengths.
    fn weigh_all(
        &self,
        index: &Index,
        term: &ScoredTerm,
        lanes: Lanes,
        of: Lengths,
        doc: DocId,
    ) -> f64 {
        let lengths = if of.contains(&LONG) {
            let about = index.docs.get(doc as usize);
            about.map_or([0; TextField::COUNT], |about| about.lengths)
        } else {
            of.map(u32::from)
        };
        self.weight(term, split_lanes(lanes), lengths)
    }

    fn weight(
        &self,
        term: &ScoredTerm,
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
        weight
    }

    /// What one occurrence weighs in a text of this length; nothing in a field that no paper has.
    fn gain(&self, field: TextField, length: u32) -> f64 {
        let FieldWeight { weight, b } = BM25F.field(field);
        let total = self.totals[field.index()];
        if total.tokens == 0 {
            return 0.0;
        }
        let mean = as_f64(total.tokens) / f64::from(total.papers);
        weight / (1.0 - b + b * (f64::from(length) / mean))
    }
}

/// What a term adds whose occurrences weigh so much.
#[inline]
pub(super) fn score(idf: f64, weight: f64) -> f64 {
    idf * weight / (BM25F.k1 + weight)
}

/// What occurrences weigh at least that add so much, or a little less: what weighs less surely adds
/// less, however the numbers are rounded.
fn least_weight(idf: f64, score: f64) -> f64 {
    (1.0 - 1e-6) * score * BM25F.k1 / (idf - score)
}

/// The inverse document frequency of a term that so many of so many papers have.
pub(super) fn idf(papers: f64, with_term: f64) -> f64 {
    (1.0 + (papers - with_term + 0.5) / (with_term + 0.5)).ln()
}

/// Counts of papers and tokens stay far below 2⁵³, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub(super) fn as_f64(n: impl TryInto<u64>) -> f64 {
    n.try_into().map_or(f64::NAN, |n| n as f64)
}
