//! A dictionary as it is kept from visit to visit: all but what follows from its terms.

use super::{Dictionary, EMPTY, END, TermId, key, slots_for, spread};
use crate::core::binary::{Decoder, Encoder};
use crate::core::words::narrow;

impl Dictionary {
    /// Writes the terms and their order.
    pub fn encode(&self, out: &mut Encoder) {
        out.bytes(self.text.as_bytes());
        out.u32s(&self.starts);
        out.u32s(&self.sorted);
    }

    /// Reads what [`Dictionary::encode`] wrote.
    pub fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let text = from.text()?.to_owned();
        let starts = from.u32s()?;
        let sorted = from.u32s()?;
        // Each term ends before the next one starts.
        let mut ends = starts.iter().skip(1).copied().chain([narrow(text.len())]);
        let ends_at = |end: u32| {
            let last = end.checked_sub(1)?;
            text.as_bytes().get(last as usize).copied()
        };
        let has_order = starts.is_sorted_by(|a, b| a < b);
        let is_whole = has_order && ends.all(|end| ends_at(end) == Some(END));
        let is_known = |id: &TermId| (*id as usize) < starts.len();
        if !starts.is_empty() && !is_whole || !sorted.iter().all(is_known) {
            return None;
        }
        let mut dictionary = Self {
            text,
            starts,
            slots: Vec::new(),
            recent: Vec::new(),
            sorted,
        };
        dictionary.slots = dictionary.placed();
        Some(dictionary)
    }

    /// The hash table of the terms, as it is when they come one by one.
    fn placed(&self) -> Vec<(u64, TermId)> {
        if self.starts.is_empty() {
            return Vec::new();
        }
        let mut slots = vec![(0, EMPTY); slots_for(self.starts.len())];
        let mask = slots.len() - 1;
        for id in 0..narrow(self.starts.len()) {
            let key = key(self.term(id));
            let mut at = spread(key) as usize & mask;
            while slots[at].1 != EMPTY {
                at = (at + 1) & mask;
            }
            slots[at] = (key, id);
        }
        slots
    }
}
