//! The files that were read, so that the same one is not read twice.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::Hasher as _;

use super::arrivals::{FileOf, Origin};

/// How much of a file is hashed in one step, in bytes.
const STEP: usize = 4 << 20;

/// What tells a file's content from others: its length and 64 bits of SipHash.
pub(super) type Print = (usize, u64);

/// A file's content on its way to its [`Print`].
#[derive(Debug, Default)]
pub(super) struct Printer {
    hasher: DefaultHasher,
    done: usize,
}

impl Printer {
    /// Goes on by one step; `None` when there is more to do.
    pub(super) fn step(&mut self, bytes: &[u8]) -> Option<Print> {
        let end = bytes.len().min(self.done + STEP);
        self.hasher.write(&bytes[self.done..end]);
        self.done = end;
        (end == bytes.len()).then(|| (end, self.hasher.finish()))
    }
}

/// The files that are in the library.
#[derive(Debug, Default)]
pub(super) struct Files {
    known: HashMap<Print, Known>,
    /// What tells the content of each source.
    prints: HashMap<u32, Print>,
    /// The files of jobs that have the content of each source.
    origins: HashMap<u32, Vec<Origin>>,
}

#[derive(Debug)]
struct Known {
    source: u32,
    /// Whether it was read to its end; a job that was cancelled leaves a part.
    is_whole: bool,
}

/// What is known of a file that is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// Nothing.
    New,
    /// It is this source.
    Whole(u32),
    /// A part of it is this source.
    Part(u32),
}

impl Files {
    /// What is known of a file with this content.
    pub(super) fn met(&self, print: Print) -> Met {
        match self.known.get(&print) {
            None => Met::New,
            Some(known) if known.is_whole => Met::Whole(known.source),
            Some(known) => Met::Part(known.source),
        }
    }

    /// A file is about to be added to the library.
    pub(super) fn begin(&mut self, print: Print, source: u32) {
        let is_whole = false;
        self.known.insert(print, Known { source, is_whole });
        self.prints.insert(source, print);
    }

    /// All papers of a file are in the library.
    pub(super) fn complete(&mut self, source: u32) {
        self.put(source, true);
    }

    /// Not all papers of a file are in the library any more.
    pub(super) fn open(&mut self, source: u32) {
        self.put(source, false);
    }

    /// A file was taken out.
    pub(super) fn forget(&mut self, source: u32) {
        if let Some(print) = self.prints.remove(&source) {
            self.known.remove(&print);
        }
        self.origins.remove(&source);
    }

    /// A file has the content of a source.
    pub(super) fn comes_from(&mut self, source: u32, origin: Origin) {
        let origins = self.origins.entry(source).or_default();
        if !origins.contains(&origin) {
            origins.push(origin);
        }
    }

    /// The files that have the content of a source.
    pub(super) fn origins(&self, source: u32) -> &[Origin] {
        self.origins.get(&source).map_or(&[], Vec::as_slice)
    }

    /// Whether a source is in the library of which a file has the content.
    pub(super) fn is_in_use(&self, file: FileOf) -> bool {
        let mut all = self.origins.values().flatten();
        all.any(|origin| origin.file == file)
    }

    fn put(&mut self, source: u32, is_whole: bool) {
        let known = self.prints.get(&source);
        if let Some(known) = known.and_then(|print| self.known.get_mut(print)) {
            known.is_whole = is_whole;
        }
    }
}
