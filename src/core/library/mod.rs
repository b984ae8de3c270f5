//! Many digests → one library: the same paper in many files is one record.

use std::collections::HashMap;

use super::paper::{Paper, PaperId};
use super::tags::TagId;

/// The number of a record in its library, from 0, in the order of arrival. Stable as long as the library lives.
pub type DocId = u32;

/// A paper of the library with what we know of it beyond its digest.
#[derive(Clone, Debug)]
pub struct Record {
    /// The paper, merged from all digests that have it.
    pub paper: Paper,
    /// Its tags, sorted, each once.
    pub tags: Vec<TagId>,
    /// The sources that have it, as indices into [`Library::sources`], in order of arrival, each once.
    pub sources: Vec<u32>,
    /// How often it was found: twice in one file counts two.
    pub occurrences: u32,
}

/// All papers that were loaded.
#[derive(Debug, Default)]
pub struct Library {
    records: Vec<Record>,
    sources: Vec<String>,
    by_id: HashMap<PaperId, DocId>,
}

impl Library {
    /// The records, by [`DocId`].
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The names of the files, in order of arrival.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The record of a paper.
    pub fn find(&self, id: &PaperId) -> Option<DocId> {
        self.by_id.get(id).copied()
    }
}
