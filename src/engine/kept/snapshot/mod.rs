//! The library as it was, so that a visit begins with it and reads no file.
//!
//! A snapshot is a few chunks of bytes. Each has one part or more of it, and the first has its
//! head: what is needed to count all facets, to order all papers, and to show the first of them. So
//! a search for everything is answered while the rest is still being read. Parts that are large
//! have a chunk to themselves, and where nothing has changed in one it is not written again.
//!
//! A snapshot is never anything but a way to be faster: where it does not fit what is kept, was
//! made by another program, or is damaged, the files are read as they would be without it.

mod opening;
mod writing;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Entry, Manifest};
use crate::core::binary::{Decoder, Encoder, sum};
use crate::core::library::Block;
use crate::engine::Member;

pub use opening::{Damaged, Opening};
pub use writing::{Draft, Slot, Writing, Wrote};

/// What the program is that made a snapshot, as far as that decides what is in it.
const PROGRAM: u64 = match u64::from_str_radix(env!("PRINT_OF_SOURCES"), 16) {
    Ok(print) => print,
    Err(_) => panic!("`src/build.rs` gives a number"),
};

/// A snapshot that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    program: u64,
    /// The chunks; the first has the head.
    pub chunks: Vec<Chunk>,
    /// The kept files that it is of, in the order of their numbers: the number of each, and what
    /// tells which members of it were left out.
    pub files: Vec<(u32, u32)>,
}

/// A chunk of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// Its number. No number is used twice.
    pub id: u32,
    /// Its size in bytes.
    pub size: u64,
    sum: u64,
}

impl Chunk {
    /// Whether these are its bytes.
    fn is(&self, bytes: &[u8]) -> bool {
        self.size == bytes.len() as u64 && self.sum == sum(bytes)
    }
}

impl Snapshot {
    /// Whether it can be opened: this program made it, and the files that it is of are kept as they
    /// were then.
    pub fn fits(&self, manifest: &Manifest) -> bool {
        self.program == PROGRAM && !self.chunks.is_empty() && are_kept(&self.files, manifest)
    }

    /// Whether it is of a file.
    pub fn covers(&self, id: u32) -> bool {
        self.place(id).is_some()
    }

    /// The place of a file among those that it is of.
    fn place(&self, id: u32) -> Option<usize> {
        self.files.binary_search_by_key(&id, |(file, _)| *file).ok()
    }

    /// How much it takes, in bytes.
    pub fn size(&self) -> u64 {
        self.chunks.iter().map(|chunk| chunk.size).sum()
    }
}

/// Whether files are kept, whole and with the same members left out.
fn are_kept(files: &[(u32, u32)], manifest: &Manifest) -> bool {
    let is_kept = |(id, without): &(u32, u32)| {
        let file = manifest.file(*id);
        file.is_some_and(|file| file.is_whole && left_out(file) == *without)
    };
    files.iter().all(is_kept)
}

/// What tells the members of a file that were left out, in any order; 0 where none were.
fn left_out(file: &Entry) -> u32 {
    let print = |member: &Member| {
        let bytes = postcard::to_allocvec(member).unwrap_or_default();
        let [a, b, c, d, ..] = sum(&bytes).to_le_bytes();
        u32::from_le_bytes([a, b, c, d])
    };
    let prints = file.without.iter().map(print);
    prints.fold(0, u32::wrapping_add)
}

/// A part of a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    /// What the first answer needs.
    Head,
    /// The dictionary.
    Terms,
    /// The segment of a number.
    Segment(u32),
    /// A block of records.
    Block(Block),
    /// What near-duplicates are found by.
    Sketches,
}

impl Part {
    /// Its kind and its number among those of its kind.
    fn key(self) -> [u32; 2] {
        match self {
            Self::Head => [0, 0],
            Self::Terms => [1, 0],
            Self::Segment(number) => [2, number],
            Self::Block(block) => [3, block],
            Self::Sketches => [4, 0],
        }
    }

    fn of_key(key: [u32; 2]) -> Option<Self> {
        Some(match key {
            [0, _] => Self::Head,
            [1, _] => Self::Terms,
            [2, number] => Self::Segment(number),
            [3, block] => Self::Block(block),
            [4, _] => Self::Sketches,
            _ => return None,
        })
    }

    /// Begins it; what it has comes behind, and then [`Encoder::close`].
    fn open(self, out: &mut Encoder) -> usize {
        out.u32s(&self.key());
        out.open()
    }

    /// The next part of a chunk and what it has.
    fn decode<'b>(from: &mut Decoder<'b>) -> Option<(Self, &'b [u8])> {
        let key = from.u32s()?.try_into().ok()?;
        Some((Self::of_key(key)?, from.bytes()?))
    }
}

/// Parts that are kept in a chunk of their own, each with what [touched](Part) it last when it was
/// written.
#[derive(Debug, Default)]
pub(in crate::engine) struct Parts {
    kept: HashMap<Part, (u64, Chunk)>,
    /// The library as it was when all of it was kept, by [`Stamp`].
    of: Option<Stamp>,
}

/// What is another one after each change of what a snapshot has.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    library: u64,
    postings: u64,
    own: String,
}

#[cfg(test)]
mod tests;
