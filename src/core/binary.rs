//! Plain data as bytes and back: what is kept between two visits, and only this program reads.
//!
//! Long lists of numbers stand as they do in memory, the lowest byte first, behind their length: so
//! they are written and read at the speed of a copy. Everything else is written by postcard.
//! Reading bytes that make no sense gives `None`, never a panic, and never asks for more memory
//! than the bytes account for.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Data on its way to bytes.
#[derive(Debug, Default)]
pub struct Encoder {
    bytes: Vec<u8>,
}

impl Encoder {
    /// How many bytes there are so far.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// A length, a count or any other number.
    pub fn number(&mut self, number: u64) {
        self.bytes.extend_from_slice(&number.to_le_bytes());
    }

    /// Makes room for so many more bytes at once.
    pub fn reserve(&mut self, bytes: usize) {
        // Where there is no such room it is made as it is needed, or not at all.
        let _ = self.bytes.try_reserve_exact(bytes);
    }

    /// Begins bytes whose length is told by [`Encoder::close`], which is to be given this.
    pub fn open(&mut self) -> usize {
        self.number(0);
        self.bytes.len()
    }

    /// Ends bytes.
    pub fn close(&mut self, opened: usize) {
        let len = (self.bytes.len() - opened) as u64;
        let place = opened.checked_sub(size_of::<u64>());
        let place = place.and_then(|start| self.bytes.get_mut(start..opened));
        if let Some(place) = place {
            place.copy_from_slice(&len.to_le_bytes());
        }
    }

    /// What another encoder was given.
    pub fn append(&mut self, other: &Self) {
        self.bytes.extend_from_slice(&other.bytes);
    }

    /// Bytes behind their length.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.bytes.extend_from_slice(bytes);
    }

    /// Numbers of two bytes.
    pub fn u16s(&mut self, numbers: &[u16]) {
        self.number(numbers.len() as u64);
        let start = self.bytes.len();
        self.bytes.resize(start + size_of_val(numbers), 0);
        let (places, _) = self.bytes[start..].as_chunks_mut();
        for (place, number) in places.iter_mut().zip(numbers) {
            *place = number.to_le_bytes();
        }
    }

    /// Numbers of four bytes.
    pub fn u32s(&mut self, numbers: &[u32]) {
        self.number(numbers.len() as u64);
        let start = self.bytes.len();
        self.bytes.resize(start + size_of_val(numbers), 0);
        let (places, _) = self.bytes[start..].as_chunks_mut();
        for (place, number) in places.iter_mut().zip(numbers) {
            *place = number.to_le_bytes();
        }
    }

    /// Numbers of eight bytes.
    pub fn u64s(&mut self, numbers: &[u64]) {
        self.number(numbers.len() as u64);
        let start = self.bytes.len();
        self.bytes.resize(start + size_of_val(numbers), 0);
        let (places, _) = self.bytes[start..].as_chunks_mut();
        for (place, number) in places.iter_mut().zip(numbers) {
            *place = number.to_le_bytes();
        }
    }

    /// Anything else.
    pub fn put<T: Serialize + ?Sized>(&mut self, data: &T) {
        // Plain data with lengths that are known can always be encoded. As messages are, so that
        // this is not compiled twice.
        let bytes = postcard::to_allocvec(data).unwrap_or_default();
        self.bytes.extend_from_slice(&bytes);
    }
}

/// Bytes on their way back to data.
#[derive(Clone, Copy, Debug)]
pub struct Decoder<'b> {
    rest: &'b [u8],
}

impl<'b> Decoder<'b> {
    /// Reads bytes from their start.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { rest: bytes }
    }

    /// Whether all are read.
    pub fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// A number.
    pub fn number(&mut self) -> Option<u64> {
        let (number, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(u64::from_le_bytes(*number))
    }

    /// A length or a count.
    pub fn count(&mut self) -> Option<usize> {
        self.number()?.try_into().ok()
    }

    /// Bytes behind their length.
    pub fn bytes(&mut self) -> Option<&'b [u8]> {
        let len = self.count()?;
        self.take(len)
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'b str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    fn take(&mut self, len: usize) -> Option<&'b [u8]> {
        let (bytes, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        Some(bytes)
    }

    fn list<const N: usize>(&mut self) -> Option<&'b [[u8; N]]> {
        let len = self.count()?.checked_mul(N)?;
        let (numbers, _) = self.take(len)?.as_chunks();
        Some(numbers)
    }

    /// Numbers of two bytes.
    pub fn u16s(&mut self) -> Option<Vec<u16>> {
        let list = self.list()?.iter();
        Some(list.map(|bytes| u16::from_le_bytes(*bytes)).collect())
    }

    /// Numbers of four bytes.
    pub fn u32s(&mut self) -> Option<Vec<u32>> {
        let list = self.list()?.iter();
        Some(list.map(|bytes| u32::from_le_bytes(*bytes)).collect())
    }

    /// Numbers of eight bytes.
    pub fn u64s(&mut self) -> Option<Vec<u64>> {
        let list = self.list()?.iter();
        Some(list.map(|bytes| u64::from_le_bytes(*bytes)).collect())
    }

    /// What [`Encoder::put`] was given.
    pub fn get<T: DeserializeOwned>(&mut self) -> Option<T> {
        let (data, rest) = postcard::take_from_bytes(self.rest).ok()?;
        self.rest = rest;
        Some(data)
    }
}

/// A sum of bytes that is another one when any of them changes by accident.
pub fn sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let words = words.iter().chain(std::iter::once(&last));
    let step = |sum: u64, word: &[u8; 8]| {
        let mixed = (sum ^ u64::from_le_bytes(*word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ mixed >> 32
    };
    // The length goes first and is mixed, or one byte more could make up for it.
    words.fold(step(0, &(bytes.len() as u64).to_le_bytes()), step)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_byte_that_is_the_length_does_not_make_up_for_it() {
        assert_ne!(sum(&[1]), sum(&[]));
    }

    proptest! {
        #[test]
        fn data_come_back_and_part_of_them_never_panics(
            shorts in prop::collection::vec(any::<u16>(), 0..20),
            longs in prop::collection::vec(any::<u64>(), 0..20),
            text in ".{0,20}",
            pair in any::<(u32, Option<String>)>(),
            end in any::<prop::sample::Index>(),
        ) {
            let ints: Vec<u32> = shorts.iter().map(|short| u32::from(*short) << 9).collect();
            let mut encoder = Encoder::default();
            encoder.u16s(&shorts);
            encoder.put(&pair);
            encoder.u64s(&longs);
            encoder.bytes(text.as_bytes());
            encoder.u32s(&ints);
            let opened = encoder.open();
            encoder.number(7);
            encoder.close(opened);
            let bytes = encoder.into_bytes();
            let read = |bytes: &[u8]| {
                let mut decoder = Decoder::new(bytes);
                let read = (
                    decoder.u16s()?,
                    decoder.get::<(u32, Option<String>)>()?,
                    decoder.u64s()?,
                    decoder.text()?.to_owned(),
                    decoder.u32s()?,
                    Decoder::new(decoder.bytes()?).number()?,
                );
                decoder.is_at_end().then_some(read)
            };
            prop_assert_eq!(read(&bytes), Some((shorts, pair, longs, text, ints, 7)));
            let end = end.index(bytes.len());
            prop_assert_eq!(read(&bytes[..end]), None);
        }

        #[test]
        fn any_change_of_a_byte_changes_the_sum(
            bytes in prop::collection::vec(any::<u8>(), 1..40),
            at in any::<prop::sample::Index>(),
            by in 1_u8..,
        ) {
            let mut changed = bytes.clone();
            changed[at.index(bytes.len())] ^= by;
            prop_assert_ne!(sum(&bytes), sum(&changed));
            prop_assert_ne!(sum(&bytes), sum(&bytes[..bytes.len() - 1]));
        }
    }
}
