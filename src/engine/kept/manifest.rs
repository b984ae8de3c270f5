//! What is known of the files that are kept.

use serde::{Deserialize, Serialize};

use super::Snapshot;
use crate::engine::Member;

mod first;

/// The version of the manifest's form. One that is raised brings a module for the form before it,
/// and an example of it under `tests/fixtures/kept`.
pub const SCHEMA: u32 = 3;

/// The version before it, of the same form: pages that write it cannot read the records that stand
/// beside the manifest since, and are to leave all of it alone.
const SECOND: u32 = 2;

/// How many bytes tell the version.
const HEAD: usize = size_of::<u32>();

/// All files that are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The number of the next file. No number is used twice.
    next: u32,
    /// The files in the order in which they came, and so of their numbers.
    pub files: Vec<Entry>,
    /// When the library was last opened, in milliseconds since 1970; 0 where it never was.
    pub opened: u64,
    /// The number of the next chunk of a snapshot. No number is used twice.
    pub(super) next_chunk: u32,
    /// The library as it was, if that is kept.
    pub snapshot: Option<Snapshot>,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its number.
    pub id: u32,
    /// Its name as it came, with folders where known.
    pub name: String,
    /// The name that it had as a source; `None` for an archive, or before it was read.
    pub source: Option<String>,
    /// Its size in bytes.
    pub size: u64,
    /// When it came, in milliseconds since 1970.
    pub added: u64,
    /// Whether all of it was in the library once; otherwise it was being read.
    pub is_whole: bool,
    /// How many papers it has.
    pub papers: u32,
    /// The members that were taken out of the library, if it is an archive.
    pub without: Vec<Member>,
}

/// Why a manifest cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It was written by a later version of the page, whose schema this is.
    Newer(u32),
    /// Its bytes make no sense.
    Damaged,
}

impl Manifest {
    /// Reads what [`Manifest::bytes`] gave, or an earlier version of the page.
    pub fn read(bytes: &[u8]) -> Result<Self, Unread> {
        let (head, body) = bytes.split_first_chunk::<HEAD>().ok_or(Unread::Damaged)?;
        match u32::from_le_bytes(*head) {
            SCHEMA | SECOND => postcard::from_bytes(body).map_err(|_| Unread::Damaged),
            first::SCHEMA => first::read(body).ok_or(Unread::Damaged),
            newer if newer > SCHEMA => Err(Unread::Newer(newer)),
            _ => Err(Unread::Damaged),
        }
    }

    /// It as bytes, with the version of its form before it.
    pub fn bytes(&self) -> Vec<u8> {
        // Plain data with lengths that are known can always be encoded.
        let body = postcard::to_allocvec(self).unwrap_or_default();
        [&SCHEMA.to_le_bytes()[..], &body].concat()
    }

    /// What can be known of files whose manifest was lost: of each its number, its name and its
    /// size in bytes, in the order of their numbers.
    ///
    /// Of a snapshot nothing can be known. The numbers of its chunks may be used again: whatever is
    /// there under one is not of this manifest.
    pub fn rebuilt(files: impl IntoIterator<Item = (u32, String, u64)>) -> Self {
        let entry = |(id, name, size)| Entry {
            id,
            name,
            size,
            source: None,
            added: 0,
            is_whole: true,
            papers: 0,
            without: Vec::new(),
        };
        let files: Vec<Entry> = files.into_iter().map(entry).collect();
        let next = files.iter().map(|file| file.id + 1).max().unwrap_or(0);
        Self {
            next,
            files,
            ..Self::default()
        }
    }

    /// The file of a number.
    pub fn file(&self, id: u32) -> Option<&Entry> {
        self.files.get(self.place(id)?)
    }

    fn file_mut(&mut self, id: u32) -> Option<&mut Entry> {
        let place = self.place(id)?;
        self.files.get_mut(place)
    }

    fn place(&self, id: u32) -> Option<usize> {
        self.files.binary_search_by_key(&id, |file| file.id).ok()
    }

    /// Adds a file of this size in bytes that is being read, and gives its number.
    pub fn add(&mut self, name: &str, size: u64, added: u64) -> u32 {
        let id = self.next;
        self.next += 1;
        self.files.push(Entry {
            id,
            name: name.to_owned(),
            source: None,
            size,
            added,
            is_whole: false,
            papers: 0,
            without: Vec::new(),
        });
        id
    }

    /// All of a file is in the library, as a source of this name unless it is an archive.
    pub fn complete(&mut self, id: u32, source: Option<String>, papers: u32) {
        if let Some(file) = self.file_mut(id) {
            file.source = source;
            file.papers = papers;
            file.is_whole = true;
        }
    }

    /// Lets a file go.
    pub fn remove(&mut self, id: u32) {
        self.files.retain(|file| file.id != id);
    }

    /// A member of a file is not to be read again.
    pub fn leave_out(&mut self, id: u32, member: Member) {
        if let Some(file) = self.file_mut(id)
            && !file.without.contains(&member)
        {
            file.without.push(member);
        }
    }

    /// A member of a file is to be read again, though it was left out.
    pub fn take_in(&mut self, id: u32, member: &Member) {
        if let Some(file) = self.file_mut(id) {
            file.without.retain(|out| out != member);
        }
    }

    /// How much is kept, in bytes.
    pub fn size(&self) -> u64 {
        self.files.iter().map(|file| file.size).sum()
    }
}
