//! The dictionary: a number for every term, in the order of arrival, and the terms in alphabetical
//! order.
//!
//! All terms stand in one text, so a term costs its letters, four bytes for its place, and a slot
//! of a hash table with open addressing. Most words have no more than eight bytes: they are their
//! own key, and a look at the slot decides. The key of a longer word is a hash, which only leads to
//! it; the letters decide. A term's plural and singular need no table: [`forms`] names the few that
//! share a stem.

mod kept;

use memchr::memmem;

use super::narrow;
use super::tokens::stem;
use crate::core::sorting;

/// The number of a term, by arrival.
pub type TermId = u32;

/// How many terms are kept at hand, a power of two.
const RECENT: usize = 16384;

/// What stands in an empty slot.
const EMPTY: TermId = TermId::MAX;

/// What ends each term in the common text; no token has it.
const END: u8 = 0;

/// Terms and their numbers.
#[derive(Debug, Default)]
pub struct Dictionary {
    text: String,
    /// Where each term starts in the text.
    starts: Vec<u32>,
    /// The key of a term and its number. As many as a power of two, at most half of them in use.
    slots: Vec<(u64, TermId)>,
    /// Terms met lately, by their keys' bits: a text has few words that are not among them, and
    /// they fit a processor's nearest caches.
    recent: Vec<(u64, TermId)>,
    /// The terms in alphabetical order, as many as were there when [`Dictionary::sort`] was last
    /// called.
    sorted: Vec<TermId>,
}

impl Dictionary {
    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there is no term.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The term with a number.
    pub fn term(&self, id: TermId) -> &str {
        let at = id as usize;
        let end = self
            .starts
            .get(at + 1)
            .map_or(self.text.len(), |end| *end as usize);
        let start = self.starts.get(at).map_or(end, |start| *start as usize);
        self.text
            .get(start..end.saturating_sub(1))
            .unwrap_or_default()
    }

    /// The number of a term.
    pub fn get(&self, term: &str) -> Option<TermId> {
        if self.slots.is_empty() {
            return None;
        }
        let (_, id) = self.slots[self.slot(key(term), term)];
        (id != EMPTY).then_some(id)
    }

    /// The number of a term, a new one if need be.
    pub fn intern(&mut self, term: &str) -> TermId {
        if self.slots.len() < 2 * (self.starts.len() + 1) {
            self.grow();
        }
        let key = key(term);
        let at_hand = spread(key) as usize % RECENT;
        if let Some((other, id)) = self.recent.get(at_hand)
            && self.is_term(*other, *id, key, term)
        {
            return *id;
        }
        if self.recent.is_empty() {
            self.recent.resize(RECENT, (0, EMPTY));
        }
        let slot = self.slot(key, term);
        let known = self.slots[slot].1;
        if known != EMPTY {
            self.recent[at_hand] = (key, known);
            return known;
        }
        let id = narrow(self.starts.len());
        self.starts.push(narrow(self.text.len()));
        self.text.push_str(term);
        self.text.push(char::from(END));
        self.slots[slot] = (key, id);
        id
    }

    /// The term that stands for all forms of a token: its stem, or the first of the forms that is
    /// there.
    pub fn leader(&self, token: &str) -> Option<TermId> {
        let stem = stem(token);
        self.get(&stem)
            .or_else(|| forms(&stem).iter().find_map(|form| self.get(form)))
    }

    /// How many terms came since the last sort.
    pub fn unsorted(&self) -> usize {
        self.starts.len() - self.sorted.len()
    }

    /// Brings the alphabetical order up to date: the new terms are sorted, and each is looked up
    /// its place among the others.
    pub fn sort(&mut self) {
        if self.unsorted() == 0 {
            return;
        }
        let new = narrow(self.sorted.len())..narrow(self.starts.len());
        // Most differ in their first letters, which stand together in memory, as the terms do not.
        let mut new: Vec<(u64, TermId)> = new.map(|id| (start(self.term(id)), id)).collect();
        sorting::sort_by(&mut new, |(first, a), (second, b)| {
            let by_start = first.cmp(second);
            by_start.then_with(|| self.term(*a).cmp(self.term(*b)))
        });
        let mut merged = Vec::with_capacity(self.starts.len());
        let mut rest = self.sorted.as_slice();
        for (_, id) in new {
            let term = self.term(id);
            let (before, after) = rest.split_at(self.before(rest, term));
            merged.extend_from_slice(before);
            merged.push(id);
            rest = after;
        }
        merged.extend_from_slice(rest);
        self.sorted = merged;
    }

    /// How many of some terms in alphabetical order stand before a term. It is looked for near the
    /// start first.
    fn before(&self, terms: &[TermId], term: &str) -> usize {
        let is_before = |id: &TermId| self.term(*id) < term;
        let mut reach = 1;
        while reach < terms.len() && is_before(&terms[reach]) {
            reach *= 2;
        }
        terms[..reach.min(terms.len())].partition_point(is_before)
    }

    /// The terms with a prefix, in alphabetical order: those that were there at the last sort.
    pub fn with_prefix(&self, prefix: &str) -> &[TermId] {
        let start = self.sorted.partition_point(|id| self.term(*id) < prefix);
        let rest = &self.sorted[start..];
        let len = rest.partition_point(|id| self.term(*id).starts_with(prefix));
        &rest[..len]
    }

    /// The terms that contain a text.
    pub fn containing(&self, part: &str) -> Vec<TermId> {
        let mut found = Vec::new();
        for at in memmem::find_iter(self.text.as_bytes(), part) {
            let id = self.starts.partition_point(|start| *start as usize <= at);
            let id = narrow(id.saturating_sub(1));
            if found.last() != Some(&id) {
                found.push(id);
            }
        }
        found
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        self.text.capacity()
            + 4 * (self.starts.capacity() + self.sorted.capacity())
            + size_of::<(u64, TermId)>() * (self.slots.capacity() + self.recent.capacity())
    }

    /// The slot of a term, or the empty one where it belongs.
    #[inline]
    fn slot(&self, key: u64, term: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = spread(key) as usize & mask;
        loop {
            let (other, id) = self.slots[at];
            if id == EMPTY || self.is_term(other, id, key, term) {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether the term that has a key and a number is the one asked for.
    #[inline]
    fn is_term(&self, other: u64, id: TermId, key: u64, term: &str) -> bool {
        other == key && id != EMPTY && (term.len() <= KEY || self.stands_at(id, term))
    }

    /// Whether a term has a number.
    #[inline]
    fn stands_at(&self, id: TermId, term: &str) -> bool {
        let start = self.starts[id as usize] as usize;
        let place = self.text.as_bytes().get(start..=start + term.len());
        let parted = place.and_then(|bytes| bytes.split_last());
        parted.is_some_and(|(end, bytes)| *end == END && bytes == term.as_bytes())
    }

    fn grow(&mut self) {
        let len = (2 * self.slots.len()).max(1024);
        let old = std::mem::replace(&mut self.slots, vec![(0, EMPTY); len]);
        for (key, id) in old.into_iter().filter(|(_, id)| *id != EMPTY) {
            let mut at = spread(key) as usize & (len - 1);
            while self.slots[at].1 != EMPTY {
                at = (at + 1) & (len - 1);
            }
            self.slots[at] = (key, id);
        }
    }
}

/// How many slots so many terms have: the fewest that they fill by half at most.
fn slots_for(terms: usize) -> usize {
    (2 * terms).next_power_of_two().max(1024)
}

/// The factor with which rustc hashes (Fx).
const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

/// How many bytes a word has at most that is its own key.
const KEY: usize = size_of::<u64>();

/// The key of a term: its bytes, or a hash of them whose lowest byte is zero, which is the first of
/// no term.
#[inline]
fn key(term: &str) -> u64 {
    let bytes = term.as_bytes();
    if bytes.len() <= KEY {
        return word(bytes);
    }
    let fold = |hash: u64, chunk: &[u8]| (hash.rotate_left(5) ^ word(chunk)).wrapping_mul(FACTOR);
    let hash = bytes.chunks(KEY).fold(0, fold);
    (hash ^ hash >> 32) << 8
}

/// At most eight bytes as a number, the first the lowest.
#[inline]
fn word(bytes: &[u8]) -> u64 {
    if let Ok(all) = bytes.try_into() {
        return u64::from_le_bytes(all);
    }
    // Two reads that may overlap, and no loop.
    let len = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
        return u64::from(first)
            | u64::from(last) << 32 >> (8 * (KEY - len)) & !u64::from(u32::MAX);
    }
    let byte = |at: usize| u64::from(bytes[at]) << (8 * at);
    match len {
        0 => 0,
        _ => byte(0) | byte(len / 2) | byte(len - 1),
    }
}

/// The first eight bytes of a term as a number, in the order of the terms.
fn start(term: &str) -> u64 {
    let mut start = [0; KEY];
    for (to, from) in start.iter_mut().zip(term.as_bytes()) {
        *to = *from;
    }
    u64::from_be_bytes(start)
}

/// A key's bits mixed; the upper half, where they are mixed best.
#[inline]
fn spread(key: u64) -> u32 {
    let upper = key.wrapping_mul(FACTOR) >> 32;
    u32::try_from(upper).unwrap_or(0)
}

/// The hash of a text.
pub fn hash(text: &str) -> u32 {
    spread(key(text))
}

/// The tokens that have a stem: of all words only these few.
pub fn forms(of: &str) -> Vec<String> {
    let mut forms = vec![of.to_owned(), format!("{of}s")];
    if let Some(start) = of.strip_suffix('y') {
        forms.push(format!("{start}ies"));
    }
    forms.retain(|form| stem(form) == of);
    forms
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn as_a_map_would(words in prop::collection::vec("[a-cé]{1,4}|[a-z]{1,12}", 0..80), cut in 0_usize..80) {
            let mut dictionary = Dictionary::default();
            let mut map: BTreeMap<String, u32> = BTreeMap::new();
            for (at, word) in words.iter().enumerate() {
                if at == cut {
                    dictionary.sort();
                }
                let next = u32::try_from(map.len()).unwrap();
                let id = *map.entry(word.clone()).or_insert(next);
                prop_assert_eq!(dictionary.intern(word), id);
            }
            dictionary.sort();
            for (word, id) in &map {
                prop_assert_eq!(dictionary.get(word), Some(*id));
                prop_assert_eq!(dictionary.term(*id), word.as_str());
            }
            prop_assert_eq!(dictionary.get("zzzzzzzzzzzzz"), None);
            for part in ["a", "ab", "é", "b", "zz"] {
                let ids = |test: &dyn Fn(&str) -> bool| -> Vec<u32> {
                    map.iter().filter(|(word, _)| test(word)).map(|(_, id)| *id).collect()
                };
                prop_assert_eq!(dictionary.with_prefix(part), ids(&|word| word.starts_with(part)));
                let mut found = dictionary.containing(part);
                let mut expected = ids(&|word| word.contains(part));
                found.sort_unstable();
                expected.sort_unstable();
                prop_assert_eq!(found, expected);
            }
        }

        #[test]
        fn no_other_word_has_the_stem(word in "[aesiuy]{0,4}[a-zé]{0,2}(ies|es|s|y|us|ss|)") {
            let stem = stem(&word).into_owned();
            prop_assert!(forms(&stem).contains(&word), "{word} {stem}");
        }
    }
}
