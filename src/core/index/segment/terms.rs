//! Which terms stand in a segment: a bit for each term of the dictionary, and how many are set
//! before each word of bits.
//!
//! A term is found in two reads whatever its number, so the many terms of a prefix cost no search
//! each; and the set takes less than a list of its terms would.

use crate::core::binary::{Decoder, Encoder};
use crate::core::index::{TermId, narrow};

/// A set of terms, each with its place among them.
#[derive(Debug, Default)]
pub struct Terms {
    bits: Vec<u64>,
    /// How many terms stand before those of each word of bits.
    before: Vec<u32>,
    len: u32,
}

impl Terms {
    /// Adds a term that is greater than all so far.
    pub fn push(&mut self, term: TermId) {
        let word = term as usize / 64;
        while self.bits.len() <= word {
            self.bits.push(0);
            self.before.push(self.len);
        }
        self.bits[word] |= 1 << (term % 64);
        self.len += 1;
    }

    /// The place of a term among the set's, if it is one of them.
    #[inline]
    pub fn place(&self, term: TermId) -> Option<usize> {
        let word = term as usize / 64;
        let bits = *self.bits.get(word)?;
        let bit = 1 << (term % 64);
        let before = bits & (bit - 1);
        (bits & bit != 0).then(|| (self.before[word] + before.count_ones()) as usize)
    }

    /// The first term from a number on.
    pub fn next(&self, from: TermId) -> Option<TermId> {
        let mut word = from as usize / 64;
        let mut left = self.bits.get(word)? & (u64::MAX << (from % 64));
        while left == 0 {
            word += 1;
            left = *self.bits.get(word)?;
        }
        Some(narrow(word * 64) + left.trailing_zeros())
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.len as usize
    }

    /// Writes it, to be kept.
    pub fn encode(&self, out: &mut Encoder) {
        out.u64s(&self.bits);
    }

    /// Reads what [`Terms::encode`] wrote.
    pub fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let bits = from.u64s()?;
        let mut len = 0;
        let before = bits.iter().map(|word| {
            let before = len;
            len += word.count_ones();
            before
        });
        let before = before.collect();
        Some(Self { bits, before, len })
    }

    /// Gives back what is not needed.
    pub fn shrink(&mut self) {
        self.bits.shrink_to_fit();
        self.before.shrink_to_fit();
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        8 * self.bits.capacity() + 4 * self.before.capacity()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_a_sorted_list_would(terms in prop::collection::btree_set(0_u32..400, 0..60), asked in 0_u32..500) {
            let mut set = Terms::default();
            for term in &terms {
                set.push(*term);
            }
            let list: Vec<u32> = terms.into_iter().collect();
            prop_assert_eq!(set.place(asked), list.binary_search(&asked).ok());
            prop_assert_eq!(set.next(asked), list.into_iter().find(|term| *term >= asked));
        }
    }
}
