//! What a query found: the hits as a set, and of their order as much as is asked for.

use std::collections::BinaryHeap;
use std::sync::Arc;

use super::{Emptied, FacetCounts, Sort};
use crate::core::day::Day;
use crate::core::index::bitset::Bitset;
use crate::core::index::narrow;
use crate::core::index::order::Order;
use crate::core::library::DocId;

/// What a query found. It stands for itself: papers that come later change nothing in it.
#[derive(Clone, Debug)]
pub struct Found {
    hits: Bitset,
    count: usize,
    standing: Standing,
    /// The order the hits are in.
    pub sort: Sort,
    /// For each facet of [`Facet::ALL`](crate::core::facet::Facet::ALL): the values with their counts.
    pub facets: Vec<FacetCounts>,
    /// For each day of the library, oldest first: how many hits there are, the query's own top-level `day:` clauses left out.
    pub days: Vec<(Day, u32)>,
    /// Why nothing was found, if nothing was.
    pub emptied: Option<Emptied>,
}

/// What decides the order of the hits.
#[derive(Clone, Debug)]
pub(super) enum Standing {
    /// The order of all papers.
    Ordered(Arc<Order>),
    /// A score, and of equals the order of all papers.
    Scored {
        /// The keys of all hits, in the order of their numbers.
        keys: Vec<Key>,
        /// The first of them in order.
        sorted: Vec<Key>,
        equals: Arc<Order>,
    },
}

/// What hits are sorted by, the best first: the bits of the score turned round, then the place among equals. Scores are never negative, so their bits are in their order.
type Key = (u64, u32);

impl Standing {
    /// Hits with a score each, by their numbers.
    pub(super) fn scored(scores: &[f64], hits: &Bitset, equals: Arc<Order>) -> Self {
        let key = |doc: usize| (!scores[doc].to_bits(), equals.ranks[doc]);
        Self::Scored {
            keys: hits.iter().map(key).collect(),
            sorted: Vec::new(),
            equals,
        }
    }
}

impl Found {
    pub(super) fn new(
        hits: Bitset,
        sort: Sort,
        standing: Standing,
        facets: Vec<FacetCounts>,
        days: Vec<(Day, u32)>,
    ) -> Self {
        Self {
            count: hits.count(),
            hits,
            standing,
            sort,
            facets,
            days,
            emptied: None,
        }
    }

    /// How many hits there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All hits in order.
    pub fn docs(&mut self) -> Vec<DocId> {
        self.window(0, self.count)
    }

    /// The hits from one place in the order on, at most so many.
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
                keys,
                sorted,
                equals,
            } => {
                if sorted.len() < end {
                    // Twice as far each time, so that scrolling to the end sorts a few times in all.
                    *sorted = best(keys, end.max(2 * sorted.len()));
                }
                let window = sorted[start..end].iter();
                window
                    .map(|(_, rank)| equals.docs[*rank as usize])
                    .collect()
            }
        }
    }

    /// The score of a paper, if it is a hit and scores decide the order.
    pub fn score(&self, doc: DocId) -> Option<f64> {
        let Standing::Scored { keys, equals, .. } = &self.standing else {
            return None;
        };
        let at = doc as usize;
        if !self.hits.contains(at) {
            return None;
        }
        let (key, _) = keys.iter().find(|(_, rank)| *rank == equals.ranks[at])?;
        Some(f64::from_bits(!*key))
    }

    /// The place of a paper among the hits, from 0, if it is one.
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
            Standing::Scored { keys, equals, .. } => {
                let own = keys.iter().find(|(_, rank)| *rank == equals.ranks[at])?;
                keys.iter().filter(|key| *key < own).count()
            }
        };
        Some(narrow(before))
    }
}

/// The smallest keys, ascending: by a heap when they are few, else by sorting all.
fn best(keys: &[Key], count: usize) -> Vec<Key> {
    if count >= keys.len() / 16 {
        let mut all = keys.to_vec();
        all.sort_unstable();
        return all;
    }
    let mut heap: BinaryHeap<Key> = keys[..count].iter().copied().collect();
    for key in &keys[count..] {
        if let Some(mut worst) = heap.peek_mut()
            && *key < *worst
        {
            *worst = *key;
        }
    }
    heap.into_sorted_vec()
}
