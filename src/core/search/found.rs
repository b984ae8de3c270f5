//! What a query found: the hits as a set, and of their order as much as is asked for.

use std::collections::BinaryHeap;
use std::fmt;
use std::sync::Arc;

use super::rank::Ranker;
use super::{Emptied, Sort, Tally};
use crate::core::day::Date;
use crate::core::index::bitset::Bitset;
use crate::core::index::order::Order;
use crate::core::index::{Index, narrow};
use crate::core::library::DocId;

/// What a query found. It stands for itself: papers that come later change nothing in it.
#[derive(Debug)]
pub struct Found {
    hits: Bitset,
    count: usize,
    /// What would be hits, were it not hidden.
    pub(super) hidden: Bitset,
    standing: Standing,
    /// The generation of the index that was searched.
    generation: u64,
    /// The order the hits are in.
    pub sort: Sort,
    /// For each facet of [`Facet::ALL`](crate::core::facet::Facet::ALL): the values with their
    /// counts.
    pub facets: Vec<Tally>,
    /// For each date that papers of the library have, a month or a year where no more is known,
    /// oldest first: how many hits there are, the query's own top-level `day:` clauses left out.
    pub days: Vec<(Date, u32)>,
    /// How many papers satisfy all of the query but its top-level `day:` clauses, and are left out
    /// because their day is not known, or not closely enough.
    pub undated: u32,
    /// Why nothing was found, if nothing was.
    pub emptied: Option<Emptied>,
}

/// The index has changed since a search: of what that found no more can be known than was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale;

impl fmt::Display for Stale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the index has changed since this was found")
    }
}

impl std::error::Error for Stale {}

/// What decides the order of the hits.
#[derive(Debug)]
pub(super) enum Standing {
    /// The order of all papers.
    Ordered(Arc<Order>),
    /// A score, and of equals the order of all papers.
    Scored {
        scores: Scores,
        /// The first of them in order.
        sorted: Vec<Key>,
        equals: Arc<Order>,
    },
}

/// The scores of the hits.
#[derive(Debug)]
pub(super) enum Scores {
    /// Those of all, in the order of their numbers.
    Known(Vec<f64>),
    /// What they are worked out with when more is asked for than what is sorted.
    Pending(Box<Ranker>),
}

impl Scores {
    fn known(&self) -> Option<&[f64]> {
        match self {
            Self::Known(scores) => Some(scores),
            Self::Pending(_) => None,
        }
    }
}

/// What hits are sorted by, the best first: the bits of the score turned round, then the place
/// among equals. Scores are never negative, so their bits are in their order.
pub(super) type Key = (u64, u32);

/// The best of many hits.
pub(super) struct Best {
    heap: BinaryHeap<Key>,
    count: usize,
    /// The score that the last of them has; most hits have a lower one and need no more than this
    /// comparison.
    last: f64,
}

impl Best {
    /// Collects so many.
    pub(super) fn new(count: usize) -> Self {
        Self {
            heap: BinaryHeap::with_capacity(count + 1),
            count,
            last: 0.0,
        }
    }

    /// The score of the last of them; 0 as long as there are fewer.
    pub(super) fn last(&self) -> f64 {
        self.last
    }

    /// Takes a hit in if it is one of them, given its score and its place among equals.
    #[inline]
    pub(super) fn offer(&mut self, score: f64, rank: u32) {
        if score >= self.last {
            self.put((!score.to_bits(), rank));
        }
    }

    fn put(&mut self, key: Key) {
        if self.heap.len() < self.count {
            self.heap.push(key);
        } else if let Some(mut worst) = self.heap.peek_mut()
            && key < *worst
        {
            *worst = key;
        }
        if self.heap.len() == self.count
            && let Some((worst, _)) = self.heap.peek()
        {
            self.last = f64::from_bits(!worst);
        }
    }

    /// They, the best first.
    pub(super) fn sorted(self) -> Vec<Key> {
        self.heap.into_sorted_vec()
    }
}

impl Found {
    pub(super) fn new(
        hits: Bitset,
        generation: u64,
        sort: Sort,
        standing: Standing,
        facets: Vec<Tally>,
        days: Vec<(Date, u32)>,
    ) -> Self {
        Self {
            count: hits.count(),
            hidden: Bitset::empty(hits.len()),
            hits,
            standing,
            generation,
            sort,
            facets,
            days,
            undated: 0,
            emptied: None,
        }
    }

    /// The hits as a set.
    pub(super) fn hits(&self) -> &Bitset {
        &self.hits
    }

    /// How many of some papers match the query, but are [hidden](super::Searcher::hiding).
    pub fn hidden_of(&self, papers: &Bitset) -> usize {
        self.hidden.common(papers)
    }

    /// How many of some papers are hits.
    pub fn hits_of(&self, papers: &Bitset) -> usize {
        self.hits.common(papers)
    }

    /// How many hits there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All hits in the order of their numbers.
    pub fn papers(&self) -> Vec<DocId> {
        self.hits.iter().map(narrow).collect()
    }

    /// Whether the order is known for more than the first hits: then it is known for all.
    pub fn is_finished(&self) -> bool {
        self.pending().is_none()
    }

    fn pending(&self) -> Option<&Ranker> {
        match &self.standing {
            Standing::Scored {
                scores: Scores::Pending(ranker),
                ..
            } => Some(ranker),
            _ => None,
        }
    }

    /// Works out the scores of all hits, if that is still to be done.
    pub(super) fn finish(&mut self, index: &Index) -> Result<(), Stale> {
        let Some(ranker) = self.pending() else {
            return Ok(());
        };
        if index.generation() != self.generation {
            return Err(Stale);
        }
        let all = ranker.scores(index, &self.hits);
        if let Standing::Scored { scores, .. } = &mut self.standing {
            *scores = Scores::Known(all);
        }
        Ok(())
    }

    /// All hits in order.
    pub fn docs(&mut self) -> Vec<DocId> {
        self.window(0, self.count)
    }

    /// The hits from one place in the order on, at most so many; as far as the order is known.
    pub fn window(&mut self, start: usize, len: usize) -> Vec<DocId> {
        let end = start.saturating_add(len).min(self.count);
        if start >= end {
            return Vec::new();
        }
        match &mut self.standing {
            Standing::Ordered(order) => {
                let hits = order
                    .docs
                    .iter()
                    .filter(|doc| self.hits.contains(**doc as usize));
                hits.skip(start).take(end - start).copied().collect()
            }
            Standing::Scored {
                scores,
                sorted,
                equals,
            } => {
                if let Some(scores) = scores.known().filter(|_| sorted.len() < end) {
                    // Twice as far each time, so that scrolling to the end sorts a few times in
                    // all.
                    *sorted = best(&self.hits, scores, equals, end.max(2 * sorted.len()));
                }
                let window = sorted.iter().take(end).skip(start);
                window
                    .map(|(_, rank)| equals.docs[*rank as usize])
                    .collect()
            }
        }
    }

    /// The score of a paper, if it is a hit, scores decide the order, and it is known in full.
    pub fn score(&self, doc: DocId) -> Option<f64> {
        let Standing::Scored {
            scores: Scores::Known(scores),
            ..
        } = &self.standing
        else {
            return None;
        };
        let place = self.hits.iter().position(|hit| hit == doc as usize)?;
        scores.get(place).copied()
    }

    /// The place of a paper among the hits, from 0, if it is one and the order is known in full.
    pub fn position(&self, doc: DocId) -> Option<u32> {
        let at = doc as usize;
        if !self.hits.contains(at) {
            return None;
        }
        let before = match &self.standing {
            Standing::Ordered(order) => {
                let before = &order.docs[..order.ranks[at] as usize];
                let hits = before
                    .iter()
                    .filter(|doc| self.hits.contains(**doc as usize));
                hits.count()
            }
            Standing::Scored { scores, equals, .. } => {
                let scores = scores.known()?;
                let mut keys = Vec::with_capacity(scores.len());
                each_key(&self.hits, scores, equals, |key| keys.push(key));
                let own = keys.iter().find(|(_, rank)| *rank == equals.ranks[at])?;
                keys.iter().filter(|key| *key < own).count()
            }
        };
        Some(narrow(before))
    }
}

/// Calls `each` with the key of every hit, in the order of their numbers.
fn each_key(hits: &Bitset, scores: &[f64], equals: &Order, mut each: impl FnMut(Key)) {
    let mut scores = scores.iter();
    hits.each(|doc| {
        if let Some(score) = scores.next() {
            each((!score.to_bits(), equals.ranks[doc]));
        }
    });
}

/// The smallest keys, ascending: by a heap when they are few, else by sorting all.
fn best(hits: &Bitset, scores: &[f64], equals: &Order, count: usize) -> Vec<Key> {
    if count >= scores.len() / 16 {
        let mut all = Vec::with_capacity(scores.len());
        each_key(hits, scores, equals, |key| all.push(key));
        all.sort_unstable();
        return all;
    }
    let mut best = Best::new(count);
    let mut scores = scores.iter();
    hits.each(|doc| {
        if let Some(score) = scores.next() {
            best.offer(*score, equals.ranks[doc]);
        }
    });
    best.sorted()
}
