//! Files that the worker makes of the library and the page saves, and texts that it copies.

use serde::{Deserialize, Serialize};

use super::{Chosen, PageWish};
use crate::core::day::Day;

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
