//! Frequencies and places as they are written in a segment.

use super::{List, Segment};
use crate::core::index::fields::{Ends, TextField};

/// How many postings share a note of where their places start.
pub(super) const BLOCK: usize = 16;

/// How often a term stands in each field of a paper, by [`TextField`].
pub type Frequencies = [u32; TextField::COUNT];

/// Frequencies side by side in two words, so that those of many terms add up in two steps: title
/// and abstract, authors and comment, the former in the lower half.
pub type Lanes = [u64; 2];

/// Adds frequencies to frequencies. No sum exceeds the tokens of a paper, which are fewer than 2³².
#[inline]
pub fn add_lanes(sum: &mut Lanes, more: Lanes) {
    sum[0] += more[0];
    sum[1] += more[1];
}

/// The frequencies that stand side by side.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the lower half is taken")]
pub fn split_lanes([first, second]: Lanes) -> Frequencies {
    [
        first as u32,
        (first >> 32) as u32,
        second as u32,
        (second >> 32) as u32,
    ]
}

/// Frequencies side by side.
#[inline]
pub const fn join_lanes([title, summary, authors, comment]: Frequencies) -> Lanes {
    [
        title as u64 | (summary as u64) << 32,
        authors as u64 | (comment as u64) << 32,
    ]
}

/// Walks over the places of a segment's postings, forwards.
pub struct Places<'s> {
    segment: &'s Segment,
    cursor: Cursor,
}

/// The posting whose places come next, and where they start.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cursor {
    pub(super) posting: usize,
    pub(super) at: usize,
}

impl<'s> Places<'s> {
    /// Starts before the first posting.
    pub fn new(segment: &'s Segment) -> Self {
        Self {
            segment,
            cursor: Cursor::default(),
        }
    }

    /// The places of a posting, ascending. It costs least when the next posting is asked for next.
    #[inline]
    pub fn of(&mut self, posting: usize) -> impl Iterator<Item = u32> + use<'s> {
        self.cursor.seek(self.segment, posting);
        let (count, start) = self.cursor.count(self.segment);
        let mut bytes = &self.segment.places[start..];
        let mut place = 0;
        (0..count).map(move |_| {
            place += read(&mut bytes);
            place
        })
    }
}

impl Segment {
    /// Calls `each` with all places of a list: the paper's number in the segment and the place,
    /// both ascending.
    ///
    /// Where a posting ends is found without a branch: it would be a guess at each.
    #[inline]
    pub fn each_place(&self, list: &List, mut each: impl FnMut(usize, u32)) {
        if list.is_empty() {
            return;
        }
        let mut cursor = Cursor::default();
        cursor.seek(self, list.start);
        let (mut at, bytes) = (cursor.at, self.places.as_slice());
        let (locals, packed) = (self.locals(list), &self.packed[list.clone()]);
        let count = |posting: usize| {
            let packed = packed.get(posting);
            packed.map_or(0, |packed| u32::from(COUNTS[usize::from(*packed)]))
        };
        let (mut posting, mut left, mut place) = (0, count(0), 0);
        while let Some(local) = locals.get(posting) {
            if left == 0 {
                // More than a byte could tell.
                left = next(bytes, &mut at);
            }
            place += next(bytes, &mut at);
            each(usize::from(*local), place);
            let is_last = u32::from(left == 1);
            posting += is_last as usize;
            left = left - 1 + is_last * count(posting);
            place *= 1 - is_last;
        }
    }
}

/// How many places each byte of packed frequencies stands for.
static COUNTS: [u8; 256] = {
    let mut counts = [0; 256];
    let mut packed = 0_u8;
    loop {
        // One at most in title, authors and comment.
        let others = (packed >> 5 & 1) + (packed >> 6 & 1) + (packed >> 7);
        counts[packed as usize] = (packed & SUMMARY_BITS) + others;
        if packed == u8::MAX {
            break counts;
        }
        packed += 1;
    }
};

/// Reads the number that stands at a place, and goes behind it.
#[inline]
fn next(bytes: &[u8], at: &mut usize) -> u32 {
    // One byte or two, without a branch that nobody could foretell; more in very long texts.
    let (first, second) = (bytes[*at], bytes.get(*at + 1).copied().unwrap_or(0));
    let more = first >> 7;
    let mut number = u32::from(first & 0x7f) + (u32::from(second & 0x7f) << 7) * u32::from(more);
    *at += 1 + usize::from(more);
    if more == 1 && second >= 0x80 {
        let mut rest = &bytes[*at..];
        number += read(&mut rest) << 14;
        *at = bytes.len() - rest.len();
    }
    number
}

impl Cursor {
    /// Goes to a posting.
    #[inline]
    pub(super) fn seek(&mut self, segment: &Segment, posting: usize) {
        let block = posting / BLOCK;
        if posting < self.posting || block > self.posting / BLOCK {
            self.posting = block * BLOCK;
            self.at = segment.blocks[block] as usize;
        }
        while self.posting < posting {
            self.skip(segment);
        }
    }

    /// How many places the posting has, and where they start behind their count.
    #[inline]
    fn count(self, segment: &Segment) -> (u32, usize) {
        match segment.packed[self.posting] {
            UNPACKED => {
                let mut bytes = &segment.places[self.at..];
                let count = read(&mut bytes);
                (count, segment.places.len() - bytes.len())
            }
            packed => (u32::from(COUNTS[usize::from(packed)]), self.at),
        }
    }

    /// Goes to the next posting.
    #[inline]
    pub(super) fn skip(&mut self, segment: &Segment) {
        let (count, start) = self.count(segment);
        self.at = start;
        let mut left = count;
        while left > 0 {
            left -= u32::from(segment.places[self.at] < 0x80);
            self.at += 1;
        }
        self.posting += 1;
    }
}

/// The field in which a place lies.
pub(super) fn field_at(place: u32, ends: &Ends) -> usize {
    ends.iter().take_while(|end| **end <= place).count()
}

pub(super) fn count_fields(places: impl Iterator<Item = u32>, ends: &Ends) -> Frequencies {
    let mut of_fields = [0; TextField::COUNT];
    for place in places {
        if let Some(count) = of_fields.get_mut(field_at(place, ends)) {
            *count += 1;
        }
    }
    of_fields
}

/// Stands for frequencies that are too many for a byte: their number stands before the places, and
/// the fields are found by them.
pub(super) const UNPACKED: u8 = 0;

/// The bits of a byte of packed frequencies that say how often the term stands in the abstract.
pub const SUMMARY_BITS: u8 = 31;

/// Frequencies in one byte: from the lowest bit up five for the abstract, one each for title,
/// authors and comment.
pub(super) fn pack([title, summary, authors, comment]: Frequencies) -> u8 {
    if title > 1 || summary > 31 || authors > 1 || comment > 1 {
        return UNPACKED;
    }
    u8::try_from(summary | title << 5 | authors << 6 | comment << 7).unwrap_or(UNPACKED)
}

#[inline]
pub(super) const fn unpack(packed: u8) -> Frequencies {
    let packed = packed as u32;
    [packed >> 5 & 1, packed & 31, packed >> 6 & 1, packed >> 7]
}

/// Writes a number seven bits a byte, the lowest first; all bytes but the last have their highest
/// bit set.
pub(super) fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

#[inline]
fn read(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::narrow;

    #[test]
    fn places_near_and_far_are_read_as_written() {
        // Differences of one byte, of two, and of more, at either end of each.
        let runs: [&[u32]; 3] = [
            &[0, 127, 255, 16_638, 33_022, 3_000_000],
            &[16_384],
            &[200, 201],
        ];
        let mut segment = Segment::default();
        for (local, run) in (0..).zip(runs) {
            // Those of the second posting are as many as a byte tells, all of them in the abstract.
            let mut bytes = Vec::new();
            let packed = if local == 1 { 1 } else { UNPACKED };
            if packed == UNPACKED {
                write(&mut bytes, narrow(run.len()));
            }
            let mut last = 0;
            for place in run {
                write(&mut bytes, place - last);
                last = *place;
            }
            segment.push(local, packed, &bytes);
        }
        for postings in [vec![0, 1, 2], vec![1, 2], vec![2, 0]] {
            let mut places = Places::new(&segment);
            for posting in postings {
                let seen: Vec<u32> = places.of(posting).collect();
                assert_eq!(seen, runs[posting], "posting {posting}");
            }
        }
        for list in [0..3, 1..3, 2..2, 0..1] {
            let mut seen = [const { Vec::new() }; 3];
            segment.each_place(&list, |local, place| seen[local].push(place));
            for (at, run) in runs.iter().enumerate() {
                let expected: &[u32] = if list.contains(&at) { run } else { &[] };
                assert_eq!(seen[at], expected, "{at} of {list:?}");
            }
        }
    }
}
