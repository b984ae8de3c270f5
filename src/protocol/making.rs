//! Files that the worker makes of the library and the page saves, and texts that it copies.

use serde::{Deserialize, Serialize};

use super::{Chosen, Flags, PageWish, RichView};
use crate::core::day::{Date, Day};

/// How many papers are printed at most: some three hundred pages with their abstracts.
pub const MOST_PRINTED: u32 = 2_000;

/// What a file is to be made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Make {
    /// Papers in a format that others read.
    Export(ExportWish),
    /// All that the reader keeps, in one file.
    Backup,
    /// A page of its own: what goes into the one-file program, around which the page puts the rest.
    Page(PageWish),
}

/// Papers, and how they are to be written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportWish {
    /// The id of the format, as on the command line: `bibtex`.
    pub form: String,
    /// The papers.
    pub of: Scope,
    /// What of them.
    pub with: ExportWith,
}

/// Which papers of the library are meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// Those of these ids, or hits of the last search.
    Papers(Chosen),
    /// All that are starred, the newest day first.
    Starred,
    /// What is starred or kept for later of one day, in the order of its digest.
    Kept(Day),
}

/// What is written of papers beside the facts that every format has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportWith {
    /// Their abstracts.
    pub abstracts: bool,
    /// What is the reader's own: notes, marks and tags.
    pub own: bool,
}

impl Default for ExportWith {
    /// The papers whole, and nothing of the reader's.
    fn default() -> Self {
        Self {
            abstracts: true,
            own: false,
        }
    }
}

/// A file that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFile {
    /// What it may be called, with its extension. Every file system can have it.
    pub name: String,
    /// Its MIME type.
    pub mime: String,
    /// How many papers are in it.
    pub papers: u32,
}

/// Papers as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenView {
    /// The text; `None` where the format is none that can be read as text.
    pub text: Option<String>,
    /// How many papers are in it.
    pub papers: u32,
    /// How many there are in all.
    pub of: u32,
    /// What a file of all would be called.
    pub name: String,
}

/// Papers, and how they are to be printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintWish {
    /// The papers.
    pub of: Scope,
    /// How much of their abstracts.
    pub detail: Detail,
    /// Whether the reader's notes are printed too.
    pub own: bool,
}

/// How much of an abstract is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// Nothing.
    Nothing,
    /// Its first two lines.
    #[default]
    Lines,
    /// All of it.
    Whole,
}

/// Some of the papers to be printed, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedView {
    /// The next ones.
    pub papers: Vec<PrintPaper>,
    /// How many have come with these.
    pub done: u32,
    /// How many will come.
    pub of: u32,
    /// How many there are: more than will come where they are too many.
    pub all: u32,
}

/// A paper as it is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintPaper {
    /// Its id.
    pub id: String,
    /// The title.
    pub title: RichView,
    /// The authors; very many in short.
    pub authors: String,
    /// The last day on which it was announced, or its date as far as it is known.
    pub day: Option<Date>,
    /// Its categories.
    pub categories: Vec<String>,
    /// The names of its tags.
    pub tags: Vec<String>,
    /// As much of the abstract as is wanted.
    pub summary: Option<RichView>,
    /// The addresses to which it leads.
    pub links: Vec<String>,
    /// What the reader did with it.
    pub flags: Flags,
    /// The reader's note, where notes are wanted.
    pub note: String,
}

/// Bytes go as they are; element by element, as lists do, a megabyte takes its time.
pub(super) mod bytes {
    use std::fmt;

    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    /// Writes them in one piece.
    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    /// Reads what [`serialize`] wrote.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        from.deserialize_byte_buf(Bytes)
    }

    struct Bytes;

    impl Visitor<'_> for Bytes {
        type Value = Vec<u8>;

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
            Ok(bytes)
        }
    }
}
