//! A set of small numbers below a fixed length: documents, or terms of the dictionary.

use crate::core::binary::{Decoder, Encoder};

/// A set of the numbers `0..len`, one bit each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bitset {
    /// Bit `n % 64` of word `n / 64` stands for `n`. Bits at and above `len` are never set.
    words: Vec<u64>,
    len: usize,
}

impl Bitset {
    /// The empty subset of `0..len`.
    pub fn empty(len: usize) -> Self {
        Self {
            words: vec![0; len.div_ceil(64)],
            len,
        }
    }

    /// All of `0..len`.
    pub fn full(len: usize) -> Self {
        let mut set = Self {
            words: vec![u64::MAX; len.div_ceil(64)],
            len,
        };
        set.trim();
        set
    }

    /// The members of `0..len` for which the test holds.
    pub fn from_test(len: usize, mut test: impl FnMut(usize) -> bool) -> Self {
        let mut set = Self::empty(len);
        for at in 0..len {
            set.words[at / 64] |= u64::from(test(at)) << (at % 64);
        }
        set
    }

    /// One more than the largest number that could be a member.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it has no member.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Whether a number is a member. Numbers from `len` on never are.
    #[inline]
    pub fn contains(&self, at: usize) -> bool {
        self.words
            .get(at / 64)
            .is_some_and(|word| word >> (at % 64) & 1 == 1)
    }

    /// Makes a number a member; one from `len` on never is.
    #[inline]
    pub fn insert(&mut self, at: usize) {
        if at < self.len {
            self.words[at / 64] |= 1 << (at % 64);
        }
    }

    /// Makes a number a member or not, and room for it if need be.
    pub fn put(&mut self, at: usize, is_member: bool) {
        if at >= self.len {
            self.len = at + 1;
            self.words.resize(self.len.div_ceil(64), 0);
        }
        let word = &mut self.words[at / 64];
        *word = *word & !(1 << (at % 64)) | u64::from(is_member) << (at % 64);
    }

    /// How many members both have.
    pub fn common(&self, other: &Self) -> usize {
        count_common(&self.words, &other.words)
    }

    /// Keeps the common members. Both sets must have the same length, here and below.
    pub fn and(&mut self, other: &Self) {
        self.zip(other, |mine, theirs| mine & theirs);
    }

    /// Keeps the members to which the other has the number so far ahead.
    pub fn and_ahead(&mut self, other: &Self, ahead: usize) {
        let (skipped, bits) = (ahead / 64, ahead % 64);
        let word = |at: usize| other.words.get(at).copied().unwrap_or_default();
        for (at, mine) in (skipped..).zip(&mut self.words) {
            // Shifted in two steps, for a word cannot be shifted by all its bits at once.
            *mine &= word(at) >> bits | word(at + 1) << 1 << (63 - bits);
        }
    }

    /// Adds the other's members.
    pub fn or(&mut self, other: &Self) {
        self.zip(other, |mine, theirs| mine | theirs);
    }

    /// Adds the members of a set over a range that is no longer.
    pub fn or_shorter(&mut self, other: &Self) {
        debug_assert!(other.len <= self.len, "a longer set");
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine |= theirs;
        }
    }

    /// Removes the other's members.
    pub fn and_not(&mut self, other: &Self) {
        self.zip(other, |mine, theirs| mine & !theirs);
    }

    /// Members become non-members and the other way round.
    pub fn not(&mut self) {
        self.words.iter_mut().for_each(|word| *word = !*word);
        self.trim();
    }

    /// The number of members.
    pub fn count(&self) -> usize {
        self.words
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// The members, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            let mut left = word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
                left &= left - 1;
                Some(at * 64 + bit)
            })
        })
    }

    /// Calls `each` with the members, ascending.
    #[inline]
    pub fn each(&self, mut each: impl FnMut(usize)) {
        for (at, word) in self.words.iter().enumerate() {
            let mut left = *word;
            while left != 0 {
                each(at * 64 + left.trailing_zeros() as usize);
                left &= left - 1;
            }
        }
    }

    /// Writes it, to be kept.
    pub fn encode(&self, out: &mut Encoder) {
        out.number(self.len as u64);
        out.u64s(&self.words);
    }

    /// Reads what [`Bitset::encode`] wrote.
    pub fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let len = from.count()?;
        let words = from.u64s()?;
        let mut set = Self { words, len };
        let fits = set.words.len() == len.div_ceil(64);
        let last = set.words.last().copied();
        set.trim();
        (fits && set.words.last().copied() == last).then_some(set)
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        8 * self.words.capacity()
    }

    fn zip(&mut self, other: &Self, join: impl Fn(u64, u64) -> u64) {
        debug_assert_eq!(self.len, other.len, "sets over different ranges");
        for (mine, theirs) in self.words.iter_mut().zip(&other.words) {
            *mine = join(*mine, *theirs);
        }
    }

    fn trim(&mut self) {
        if !self.len.is_multiple_of(64)
            && let Some(last) = self.words.last_mut()
        {
            *last &= (1 << (self.len % 64)) - 1;
        }
    }
}

/// How many bits are set in both of two runs of words.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
fn count_common(mine: &[u64], theirs: &[u64]) -> usize {
    let words = mine.iter().zip(theirs);
    words
        .map(|(mine, theirs)| (mine & theirs).count_ones() as usize)
        .sum()
}

/// The same, sixteen bytes at once: the compiler knows the instruction that counts bits in each,
/// but does not find it by itself.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
fn count_common(mine: &[u64], theirs: &[u64]) -> usize {
    use std::arch::wasm32::{
        i8x16_popcnt, u16x8_extadd_pairwise_u8x16, u32x4_add, u32x4_extadd_pairwise_u16x8,
        u32x4_extract_lane, u32x4_splat, u64x2, v128_and,
    };
    // Sets that end at different words must be cut into the same pairs.
    let len = mine.len().min(theirs.len());
    let (mine, one) = mine[..len].as_chunks::<2>();
    let (theirs, other) = theirs[..len].as_chunks::<2>();
    let mut sums = u32x4_splat(0);
    for ([a, b], [c, d]) in mine.iter().zip(theirs) {
        let counts = i8x16_popcnt(v128_and(u64x2(*a, *b), u64x2(*c, *d)));
        let counts = u32x4_extadd_pairwise_u16x8(u16x8_extadd_pairwise_u8x16(counts));
        sums = u32x4_add(sums, counts);
    }
    let last = one
        .iter()
        .zip(other)
        .map(|(mine, theirs)| (mine & theirs).count_ones());
    let sums = [
        u32x4_extract_lane::<0>(sums),
        u32x4_extract_lane::<1>(sums),
        u32x4_extract_lane::<2>(sums),
        u32x4_extract_lane::<3>(sums),
    ];
    sums.into_iter()
        .chain(last)
        .map(|count| count as usize)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(len: usize, members: &[usize]) -> Bitset {
        Bitset::from_test(len, |at| members.contains(&at))
    }

    #[track_caller]
    fn check(seen: &Bitset, expected: &[usize]) {
        assert_eq!(seen.iter().collect::<Vec<_>>(), expected);
        assert_eq!(seen.count(), expected.len());
        assert_eq!(seen.is_empty(), expected.is_empty());
        assert!((0..seen.len() + 70).all(|at| seen.contains(at) == expected.contains(&at)));
    }

    #[test]
    fn operations_across_a_word_border() {
        let (left, right) = (set(70, &[0, 3, 63, 64, 69]), set(70, &[3, 64, 65]));
        let join = |operation: fn(&mut Bitset, &Bitset)| {
            let mut set = left.clone();
            operation(&mut set, &right);
            set
        };
        check(&join(Bitset::and), &[3, 64]);
        check(&join(Bitset::or), &[0, 3, 63, 64, 65, 69]);
        check(&join(Bitset::and_not), &[0, 63, 69]);
    }

    #[test]
    fn numbers_ahead_of_members() {
        let set = |members: &[usize]| Bitset::from_test(200, |at| members.contains(&at));
        for (ahead, expected) in [
            (0, vec![1, 63, 64, 130]),
            (1, vec![63]),
            (63, vec![1]),
            (64, vec![]),
            (66, vec![64]),
            (129, vec![1]),
            (300, vec![]),
        ] {
            let mut members = set(&[1, 63, 64, 130]);
            members.and_ahead(&set(&[1, 63, 64, 130]), ahead);
            assert_eq!(members, set(&expected), "{ahead}");
        }
    }

    #[test]
    fn nothing_lies_beyond_the_length() {
        for len in [0, 1, 63, 64, 65, 128] {
            let all: Vec<usize> = (0..len).collect();
            check(&Bitset::full(len), &all);
            check(&Bitset::empty(len), &[]);
            let mut set = Bitset::empty(len);
            set.not();
            check(&set, &all);
        }
    }
}
