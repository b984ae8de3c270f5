//! Columns: for each paper its values in a facet, and for each value its papers.

use super::bitset::Bitset;
use super::narrow;
use crate::core::library::DocId;
use crate::core::sorting;

/// The values of the papers in one facet, or in several that share their numbers. A value is a small number.
#[derive(Debug, Default)]
pub struct Column {
    /// The values of the papers, in stretches.
    values: Vec<u32>,
    /// The stretch of each paper.
    stretches: Vec<(u32, u32)>,
    /// How many of `values` no paper has any more.
    unused: usize,
    /// For each value the papers that were put with it, in no order; some may not have it any more, some may be listed twice.
    papers: Vec<Vec<DocId>>,
    /// How many entries of `papers` are not true.
    stale: usize,
    /// How many papers have each value.
    totals: Vec<u32>,
}

impl Column {
    /// The values of a paper, ascending, each once.
    pub fn get(&self, doc: usize) -> &[u32] {
        let (start, end) = self.stretches.get(doc).copied().unwrap_or_default();
        &self.values[start as usize..end as usize]
    }

    /// How many papers of the library have each value.
    pub fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// Sets the values of a paper.
    pub fn put(&mut self, doc: DocId, mut values: Vec<u32>) {
        sorting::sort(&mut values);
        values.dedup();
        let at = doc as usize;
        if self.stretches.len() <= at {
            self.stretches.resize(at + 1, (0, 0));
        }
        let (start, end) = self.stretches[at];
        let old = self.values[start as usize..end as usize].to_vec();
        if old == values {
            return;
        }
        for value in &old {
            self.totals[*value as usize] -= 1;
        }
        self.stale += old.len();
        self.unused += old.len();
        for value in &values {
            let at = *value as usize;
            if self.totals.len() <= at {
                self.totals.resize(at + 1, 0);
                self.papers.resize(at + 1, Vec::new());
            }
            self.totals[at] += 1;
            self.papers[at].push(doc);
        }
        let start = narrow(self.values.len());
        self.values.extend_from_slice(&values);
        self.stretches[at] = (start, narrow(self.values.len()));
        if self.unused > 1024 && 2 * self.unused > self.values.len() {
            self.rebuild();
        }
    }

    /// The papers with any of some values.
    pub fn with_any(&self, wanted: &Bitset, papers: usize) -> Bitset {
        let mut found = Bitset::empty(papers);
        for value in wanted.iter() {
            for doc in self.papers.get(value).into_iter().flatten() {
                let doc = *doc as usize;
                if self.stale == 0 || self.get(doc).iter().any(|has| *has as usize == value) {
                    found.insert(doc);
                }
            }
        }
        found
    }

    /// How many of the papers have each value. `all` are the papers of the library: whichever are fewer, those asked for or the rest, are counted.
    pub fn tally(&self, docs: &Bitset, all: &Bitset) -> Vec<u32> {
        let mut counts = vec![0; self.totals.len()];
        if 2 * docs.count() <= all.count() {
            self.add_up(docs, &mut counts);
        } else {
            let mut rest = all.clone();
            rest.and_not(docs);
            self.add_up(&rest, &mut counts);
            for (count, total) in counts.iter_mut().zip(&self.totals) {
                *count = total - *count;
            }
        }
        counts
    }

    fn add_up(&self, docs: &Bitset, counts: &mut [u32]) {
        for doc in docs.iter() {
            for value in self.get(doc) {
                counts[*value as usize] += 1;
            }
        }
    }

    /// Leaves out what is not true any more.
    fn rebuild(&mut self) {
        let mut values = Vec::with_capacity(self.values.len() - self.unused);
        self.papers.iter_mut().for_each(Vec::clear);
        for (doc, stretch) in (0..).zip(&mut self.stretches) {
            let start = narrow(values.len());
            for value in &self.values[stretch.0 as usize..stretch.1 as usize] {
                values.push(*value);
                self.papers[*value as usize].push(doc);
            }
            *stretch = (start, narrow(values.len()));
        }
        self.values = values;
        (self.unused, self.stale) = (0, 0);
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        let papers: usize = self.papers.iter().map(Vec::capacity).sum();
        4 * (self.values.capacity() + self.totals.capacity() + papers)
            + size_of::<(u32, u32)>() * self.stretches.capacity()
            + size_of::<Vec<DocId>>() * self.papers.capacity()
    }
}
