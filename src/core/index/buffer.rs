//! Papers that wait for a segment.

use super::TermId;
use super::fields::{Ends, Lengths};
use crate::core::library::DocId;
use crate::core::sorting;

/// What stands between the terms of two texts, so that no phrase crosses.
pub const GAP: TermId = TermId::MAX;

/// A paper that waits for its segment.
#[derive(Debug)]
pub struct Pending {
    /// Its number in the library.
    pub doc: DocId,
    /// Where its terms start among those of all.
    pub start: usize,
    /// Where the fields end in them.
    pub ends: Ends,
    /// How many tokens they have.
    pub lengths: Lengths,
}

/// The papers that are in no segment yet.
#[derive(Debug, Default)]
pub struct Buffer {
    papers: Vec<Pending>,
    /// The terms of all, one paper behind the other, field by field, with a [`GAP`] after each
    /// text. Those of a paper that was taken out stay.
    pub terms: Vec<TermId>,
}

impl Buffer {
    /// How many papers wait.
    pub fn len(&self) -> usize {
        self.papers.len()
    }

    /// Whether none does.
    pub fn is_empty(&self) -> bool {
        self.papers.is_empty()
    }

    /// Adds a paper whose terms were added already.
    pub fn push(&mut self, paper: Pending) {
        self.papers.push(paper);
    }

    /// Takes the paper at a place out. The last one comes there instead, and its number is given.
    pub fn take(&mut self, at: usize) -> Option<DocId> {
        self.papers.swap_remove(at);
        self.papers.get(at).map(|moved| moved.doc)
    }

    /// Brings the papers into the order of their numbers.
    pub fn sort(&mut self) {
        sorting::sort_by_key(&mut self.papers, |paper| paper.doc);
    }

    /// The papers in their order, each with its terms.
    pub fn papers(&self) -> impl Iterator<Item = (&Pending, &[TermId])> {
        self.papers.iter().map(|paper| {
            let len = paper.ends.last().map_or(0, |end| *end as usize);
            (paper, &self.terms[paper.start..paper.start + len])
        })
    }

    /// Forgets all papers, and keeps the room for as many.
    pub fn clear(&mut self) {
        self.papers.clear();
        self.terms.clear();
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        size_of::<Pending>() * self.papers.capacity() + size_of::<TermId>() * self.terms.capacity()
    }
}
