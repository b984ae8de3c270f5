//! The library as it is kept from visit to visit: a head, blocks of records that follow each other,
//! and what near-duplicates are found by.
//!
//! A block that nothing has changed since it was written need not be written again, so the library
//! remembers when each was last touched.

use std::collections::HashMap;

use super::copies::Copied;
use super::near::{Near, Sketches};
use super::sources::Sources;
use super::{DocId, Library, Record, narrow};
use crate::core::binary::{Decoder, Encoder};
use crate::core::paper::{Paper, PaperId};
use crate::core::tags::TagId;
use crate::core::text::RichText;

/// How many records a block has: some three megabytes of abstracts.
const A_BLOCK: usize = 2048;

/// The number of a block of records, from 0.
pub type Block = u32;

/// When what was last changed, in changes.
#[derive(Debug, Default)]
pub(super) struct Touched {
    changes: u64,
    /// For each block the change that it saw last.
    blocks: Vec<u64>,
}

impl Touched {
    /// A record is being changed.
    pub(super) fn touch(&mut self, doc: DocId) {
        self.changes += 1;
        let block = doc as usize / A_BLOCK;
        if self.blocks.len() <= block {
            self.blocks.resize(block + 1, 0);
        }
        self.blocks[block] = self.changes;
    }

    /// Something beside the records is being changed.
    pub(super) fn change(&mut self) {
        self.changes += 1;
    }
}

/// The ids of all papers, for whoever looks for some of them before the records are there.
#[derive(Debug)]
pub struct Ids {
    text: String,
    /// Where the id of each record ends; that of one that was taken out is empty.
    ends: Vec<u32>,
}

impl Ids {
    /// The id of a record as text; empty for one that was taken out.
    pub fn of(&self, doc: DocId) -> &str {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let start = (doc as usize).checked_sub(1).map_or(0, end);
        self.text.get(start..end(doc as usize)).unwrap_or_default()
    }
}

impl Library {
    /// A number that is another one after each change of a library.
    pub fn changes_so_far(&self) -> u64 {
        self.touched.changes
    }

    /// Whether nothing is left to do for it: all papers are described, and whoever asks what
    /// changed has asked.
    pub fn is_settled(&self) -> bool {
        self.undescribed() == 0 && !self.has_changed() && self.marked.is_empty()
    }

    /// Whether most of its records, and many, were taken out, so that it is better read anew.
    pub fn is_hollow(&self) -> bool {
        self.removed > self.len().max(A_BLOCK)
    }

    /// How many blocks of records there are.
    pub fn blocks(&self) -> Block {
        narrow(self.records.len().div_ceil(A_BLOCK))
    }

    /// When a block was last touched. It need not be written anew while that stays the same.
    pub fn touched(&self, block: Block) -> u64 {
        let blocks = &self.touched.blocks;
        blocks.get(block as usize).copied().unwrap_or(0)
    }

    /// Writes the head, with the records of some papers, which can be shown before the blocks are
    /// there.
    pub fn encode_head(&self, firsts: &[DocId], out: &mut Encoder) {
        self.sources.encode(out);
        out.number(self.removed as u64);
        let mut text = String::new();
        let mut ends = Vec::with_capacity(self.records.len());
        for record in &self.records {
            if !record.sources.is_empty() {
                text.push_str(record.paper.id.as_str());
            }
            ends.push(narrow(text.len()));
        }
        out.bytes(text.as_bytes());
        out.u32s(&ends);
        out.u32s(firsts);
        for doc in firsts {
            if let Some(record) = self.records.get(*doc as usize) {
                encode(record, out);
            }
        }
    }

    /// Reads what [`Library::encode_head`] wrote. All papers are counted from now on; the records
    /// of those first ones are there, whose numbers it gives, and the others are still to be
    /// [put](Library::decode_block).
    pub fn decode_head(from: &mut Decoder<'_>) -> Option<(Self, Ids, Vec<DocId>)> {
        let sources = Sources::decode(from)?;
        let removed = from.count()?;
        let ids = Ids {
            text: from.text()?.to_owned(),
            ends: from.u32s()?,
        };
        let count = ids.ends.len();
        let mut library = Self {
            records: vec![gone(); count],
            removed: Some(removed).filter(|removed| *removed <= count)?,
            sources,
            by_id: HashMap::new(),
            ..Self::default()
        };
        let firsts = from.u32s()?;
        for doc in &firsts {
            library.decode_record(*doc, from)?;
        }
        Some((library, ids, firsts))
    }

    /// Writes a part of a block: as many records as asked for from a place of it on. Says whether
    /// that was the last part.
    pub fn encode_block(&self, block: Block, from: usize, most: usize, out: &mut Encoder) -> bool {
        let records = self.records.chunks(A_BLOCK).nth(block as usize);
        let rest = records
            .and_then(|records| records.get(from..))
            .unwrap_or_default();
        for record in rest.iter().take(most) {
            encode(record, out);
        }
        rest.len() <= most
    }

    /// Puts the records of a block that was written in all its parts.
    pub fn decode_block(&mut self, block: Block, from: &mut Decoder<'_>) -> Option<()> {
        let start = (block as usize).checked_mul(A_BLOCK)?;
        let end = start.saturating_add(A_BLOCK).min(self.records.len());
        if block == 0 {
            let count = self.records.len() - self.removed;
            // Where there is no room for all at once there may be for one after the other.
            let _ = self.by_id.try_reserve(count);
        }
        for doc in start..end {
            self.decode_record(narrow(doc), from)?;
        }
        from.is_at_end().then_some(())
    }

    /// Whether all records are there after all blocks were put.
    pub fn is_complete(&self) -> bool {
        self.by_id.len() == self.len()
    }

    /// Writes what near-duplicates are found by.
    pub fn encode_sketches(&self, out: &mut Encoder) {
        self.sketches.encode(out);
    }

    /// Reads what [`Library::encode_sketches`] wrote.
    pub fn decode_sketches(&mut self, from: &mut Decoder<'_>) -> Option<()> {
        self.sketches = Sketches::decode(from)?;
        Some(())
    }

    fn decode_record(&mut self, doc: DocId, from: &mut Decoder<'_>) -> Option<()> {
        let count = self.records.len();
        let known_sources = self.sources.names().len();
        let place = self.records.get_mut(doc as usize)?;
        let record = decode(from)?;
        let near = record.near.iter().all(|near| (near.doc as usize) < count);
        let sources = record.sources.last();
        if !near || sources.is_some_and(|source| *source as usize >= known_sources) {
            return None;
        }
        if !record.sources.is_empty() {
            self.by_id.insert(record.paper.id.clone(), doc);
        }
        *place = record;
        Some(())
    }
}

/// What stands in the place of a record that was taken out.
pub(super) fn gone() -> Record {
    let name = PaperId::Local(String::new());
    let mut gone = Record::new(Paper::new(name, RichText::default(), 0));
    gone.occurrences = 0;
    gone
}

fn encode(record: &Record, out: &mut Encoder) {
    out.put(&record.sources);
    if record.sources.is_empty() {
        return;
    }
    let near = record.near.iter().map(|near| (near.doc, near.percent));
    let near: Vec<(DocId, u8)> = near.collect();
    out.put(&(record.occurrences, &record.tags, &record.given, near));
    out.put(&record.paper);
    Copied::encode(&record.copies, out);
}

fn decode(from: &mut Decoder<'_>) -> Option<Record> {
    let sources: Vec<u32> = from.get()?;
    if sources.is_empty() {
        return Some(gone());
    }
    let (occurrences, tags, given, near) = from.get()?;
    let near: Vec<(DocId, u8)> = near;
    let tags: Vec<TagId> = tags;
    let near = near.into_iter().map(|(doc, percent)| Near { doc, percent });
    Some(Record {
        tags,
        given,
        sources,
        occurrences,
        near: near.collect(),
        paper: from.get()?,
        copies: Copied::decode(from)?,
    })
}
