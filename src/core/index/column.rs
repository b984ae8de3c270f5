//! Columns: for each paper its values in a facet, and for each value its papers.

mod kept;

use super::bitset::Bitset;
use super::narrow;
use crate::core::library::DocId;
use crate::core::sorting;

/// The fewest papers of a value that are kept as a set of bits. Such a set is as fast to count as a
/// list that has a number for each of its words.
const FEWEST_BITS: usize = 1024;
/// And the share of all papers that they must be, as one of so many: a bit a paper then takes less
/// than a list of numbers.
const SHARE_BITS: usize = 96;

/// What stands where a stretch has room to grow; no value has this number.
const ROOM: u32 = u32::MAX;

/// The values of the papers in one facet, or in several that share their numbers. A value is a
/// small number.
#[derive(Debug, Default)]
pub struct Column {
    /// The values of the papers, in stretches.
    values: Vec<u32>,
    /// The stretch of each paper.
    stretches: Vec<(u32, u32)>,
    /// How many of `values` no paper has any more.
    unused: usize,
    /// Whether some paper was not put in its turn with one value; else the values stand in the
    /// order of the papers.
    is_ragged: bool,
    /// For each value the papers that have it.
    papers: Vec<Papers>,
    /// How many papers have each value.
    totals: Vec<u32>,
}

/// The papers that have a value.
#[derive(Debug)]
enum Papers {
    /// In ascending order.
    List(Vec<DocId>),
    /// One bit each.
    Bits(Bitset),
}

impl Default for Papers {
    fn default() -> Self {
        Self::List(Vec::new())
    }
}

impl Papers {
    fn put(&mut self, doc: DocId, all: usize) {
        match self {
            Self::List(list) => {
                if list.last().is_none_or(|last| *last < doc) {
                    list.push(doc);
                } else if let Err(at) = list.binary_search(&doc) {
                    list.insert(at, doc);
                }
                if list.len() >= FEWEST_BITS.max(all / SHARE_BITS) {
                    let mut bits = Bitset::empty(all);
                    for doc in list {
                        bits.put(*doc as usize, true);
                    }
                    *self = Self::Bits(bits);
                }
            }
            Self::Bits(bits) => bits.put(doc as usize, true),
        }
    }

    fn take(&mut self, doc: DocId) {
        match self {
            Self::List(list) => {
                if let Ok(at) = list.binary_search(&doc) {
                    list.remove(at);
                }
            }
            Self::Bits(bits) => bits.put(doc as usize, false),
        }
    }

    /// How many of the papers are among some.
    fn common(&self, docs: &Bitset) -> usize {
        match self {
            Self::List(list) => list
                .iter()
                .map(|doc| usize::from(docs.contains(*doc as usize)))
                .sum(),
            Self::Bits(bits) => bits.common(docs),
        }
    }

    /// About how long [`Papers::common`] takes, in reads of a paper's values.
    fn effort(&self, words: usize) -> usize {
        match self {
            Self::List(list) => list.len() / 2,
            Self::Bits(_) => words / 2,
        }
    }
}

impl Column {
    /// The values of a paper, ascending, each once.
    #[inline]
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
        if !values.is_sorted() {
            sorting::sort(&mut values);
        }
        values.dedup();
        let at = doc as usize;
        let in_turn = values.len() == 1 && self.stretches.len() == at;
        if self.stretches.len() <= at {
            self.stretches.resize(at + 1, (0, 0));
        }
        let (start, end) = self.stretches[at];
        let old = self.values[start as usize..end as usize].to_vec();
        if old == values {
            self.is_ragged |= old.is_empty();
            return;
        }
        self.is_ragged |= !in_turn;
        for value in without(&old, &values) {
            self.totals[value as usize] -= 1;
            self.papers[value as usize].take(doc);
        }
        self.unused += old.len();
        for value in without(&values, &old) {
            self.join(doc, value);
        }
        let start = narrow(self.values.len());
        self.values.extend_from_slice(&values);
        self.stretches[at] = (start, narrow(self.values.len()));
        if self.unused > 1024 && 2 * self.unused > self.values.len() {
            self.rebuild();
        }
    }

    /// Adds a value to those of a paper. A paper may get thousands one by one, so its stretch gets
    /// some room behind it when it is moved.
    pub fn add(&mut self, doc: DocId, value: u32) {
        let values = self.get(doc as usize);
        if values.is_empty() {
            self.put(doc, vec![value]);
            return;
        }
        let Err(place) = values.binary_search(&value) else {
            return;
        };
        let len = values.len();
        self.join(doc, value);
        self.is_ragged = true;
        let (start, end) = self.stretches[doc as usize];
        let (mut start, mut end) = (start as usize, end as usize);
        if end == self.values.len() {
            self.values.push(ROOM);
        } else if self.values[end] != ROOM {
            let moved = self.values.len();
            self.values.extend_from_within(start..end);
            self.values.resize(moved + len + 1 + len / 2, ROOM);
            self.unused += len;
            (start, end) = (moved, moved + len);
        }
        self.values
            .copy_within(start + place..end, start + place + 1);
        self.values[start + place] = value;
        self.stretches[doc as usize] = (narrow(start), narrow(end + 1));
        if self.unused > 1024 && 2 * self.unused > self.values.len() {
            self.rebuild();
        }
    }

    /// Counts a paper among those of a value.
    fn join(&mut self, doc: DocId, value: u32) {
        let at = value as usize;
        if self.totals.len() <= at {
            self.totals.resize(at + 1, 0);
            self.papers.resize_with(at + 1, Papers::default);
        }
        self.totals[at] += 1;
        self.papers[at].put(doc, self.stretches.len());
    }

    /// The papers with any of some values.
    pub fn with_any(&self, wanted: &Bitset, papers: usize) -> Bitset {
        let mut found = Bitset::empty(papers);
        for value in wanted.iter() {
            match self.papers.get(value) {
                Some(Papers::List(list)) => list.iter().for_each(|doc| found.insert(*doc as usize)),
                Some(Papers::Bits(bits)) => found.or_shorter(bits),
                None => {}
            }
        }
        found
    }

    /// How many of the papers have each value. `all` are the papers of the library.
    ///
    /// Three ways lead there, and the shortest is taken: by the values of each paper, by those of
    /// each paper that is not among them, by the papers of each value.
    pub fn tally(&self, docs: &Bitset, all: &Bitset) -> Vec<u32> {
        let asked = docs.count();
        let rest = all.count() - asked;
        let words = docs.len().div_ceil(64);
        let by_value: usize = self.papers.iter().map(|papers| papers.effort(words)).sum();
        // Of a paper its place is read, and then its values.
        let a_paper = if self.is_ragged {
            2 + self.values.len() / self.stretches.len().max(1)
        } else {
            1
        };
        if by_value < a_paper * asked.min(rest) {
            let common = |papers: &Papers| narrow(papers.common(docs));
            return self.papers.iter().map(common).collect();
        }
        let mut counts = vec![0; self.totals.len()];
        if asked <= rest {
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
        if !self.is_ragged {
            docs.each(|doc| counts[self.values[doc] as usize] += 1);
            return;
        }
        docs.each(|doc| {
            for value in self.get(doc) {
                counts[*value as usize] += 1;
            }
        });
    }

    /// Leaves out what no paper has any more.
    fn rebuild(&mut self) {
        let mut values = Vec::with_capacity(self.values.len() - self.unused);
        for stretch in &mut self.stretches {
            let start = narrow(values.len());
            values.extend_from_slice(&self.values[stretch.0 as usize..stretch.1 as usize]);
            *stretch = (start, narrow(values.len()));
        }
        self.values = values;
        self.unused = 0;
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        let papers: usize = self
            .papers
            .iter()
            .map(|papers| match papers {
                Papers::List(list) => 4 * list.capacity(),
                Papers::Bits(bits) => bits.bytes(),
            })
            .sum();
        4 * (self.values.capacity() + self.totals.capacity())
            + papers
            + size_of::<(u32, u32)>() * self.stretches.capacity()
            + size_of::<Papers>() * self.papers.capacity()
    }
}

/// Those of some values that are not among others; both ascend.
fn without<'v>(values: &'v [u32], mut others: &'v [u32]) -> impl Iterator<Item = u32> + 'v {
    values.iter().copied().filter(move |value| {
        while let Some((first, rest)) = others.split_first()
            && first < value
        {
            others = rest;
        }
        others.first() != Some(value)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn papers_of_one_value_each_are_counted_whatever_comes_behind() {
        let mut column = Column::default();
        let check = |column: &Column, expected: [u32; 3]| {
            let docs = Bitset::from_test(30, |doc| doc % 2 == 0);
            assert_eq!(column.tally(&docs, &Bitset::full(30)), expected);
        };
        for doc in 0..30 {
            column.put(doc, vec![doc % 3]);
        }
        check(&column, [5, 5, 5]);
        // The same again changes nothing.
        column.put(4, vec![1]);
        check(&column, [5, 5, 5]);
        column.put(4, vec![2]);
        check(&column, [5, 4, 6]);
        column.put(4, vec![]);
        check(&column, [5, 4, 5]);
    }

    proptest! {
        #[test]
        fn as_a_list_of_lists_would(
            puts in prop::collection::vec((0_u32..2500, prop::collection::vec(0_u32..6, 0..4)), 0..400),
            common in 0_u32..3,
            adds in prop::collection::vec((0_u32..30, 0_u32..60), 0..400),
            asked in prop::collection::vec(any::<bool>(), 2500),
        ) {
            // One value that most papers have becomes a set of bits.
            let mut plain: Vec<Vec<u32>> = (0..2500).map(|doc| if doc % 3 < common { vec![3] } else { vec![] }).collect();
            let mut column = Column::default();
            for (doc, values) in (0..).zip(&plain) {
                column.put(doc, values.clone());
            }
            for (doc, values) in puts {
                column.put(doc, values.clone());
                plain[doc as usize] = values;
                plain[doc as usize].sort_unstable();
                plain[doc as usize].dedup();
            }
            for (doc, value) in adds {
                column.add(doc, value);
                let values = &mut plain[doc as usize];
                values.push(value);
                values.sort_unstable();
                values.dedup();
            }
            let docs = Bitset::from_test(2500, |doc| asked[doc]);
            let tally = column.tally(&docs, &Bitset::full(2500));
            let wanted = Bitset::from_test(tally.len(), |value| value % 2 == 1);
            let any = column.with_any(&wanted, 2500);
            for (doc, values) in plain.iter().enumerate() {
                prop_assert_eq!(column.get(doc), values.as_slice());
                prop_assert_eq!(any.contains(doc), values.iter().any(|value| value % 2 == 1));
            }
            for (value, count) in (0..).zip(tally) {
                let has = |doc: &usize| plain[*doc].contains(&value);
                prop_assert_eq!(count as usize, (0..2500).filter(|doc| asked[*doc] && has(doc)).count());
                prop_assert_eq!(column.totals()[value as usize] as usize, (0..2500).filter(has).count());
            }
        }
    }
}
