//! The index as it is kept from visit to visit: a head, with which facets can be counted and
//! papers put in their order, the terms, and the segments one by one.
//!
//! What follows from the rest is made anew: orders, where each paper is at home, and what the
//! reader did, which has records of its own.

use super::bitset::Bitset;
use super::column::Column;
use super::days::Days;
use super::docs::{Doc, FieldTotal, Home};
use super::fields::TextField;
use super::segment::{GONE, Segment};
use super::{Dictionary, Index, narrow};
use crate::core::binary::{Decoder, Encoder};
use crate::core::facet::Facet;
use crate::core::library::DocId;
use crate::core::tags;
use crate::core::tags::TagId;
use crate::core::tags::own::Name;

/// How many numbers are kept of each paper.
const A_DOC: usize = TextField::COUNT + 2;
/// Stands for the day of a paper without one.
const NO_DAY: u32 = u32::MAX;

impl Index {
    /// Makes it ready to be kept: papers that wait are written as a segment, and each segment has a
    /// number. Gives the numbers in the order of the segments.
    pub fn prepare_to_keep(&mut self) -> Vec<u32> {
        self.commit();
        let numbered = self.segments.iter().map(Segment::number);
        let mut next = numbered.max().unwrap_or(0).max(self.numbered) + 1;
        for segment in &mut self.segments {
            if segment.number() == 0 {
                segment.set_number(next);
                next += 1;
            }
        }
        self.numbered = next - 1;
        self.segments.iter().map(Segment::number).collect()
    }

    /// Writes the head.
    pub fn encode_head(&self, out: &mut Encoder) {
        out.put(&self.own_names().collect::<Vec<Name>>());
        let docs = self.docs.iter().flat_map(|doc| {
            let [title, summary, authors, comment] = doc.lengths;
            let latest = doc.latest.unwrap_or(NO_DAY);
            [title, summary, authors, comment, latest, doc.id]
        });
        out.u32s(&docs.collect::<Vec<u32>>());
        for total in &self.totals {
            out.number(total.tokens);
            out.number(u64::from(total.papers));
        }
        self.categories.encode(out);
        self.topics.encode(out);
        self.days.encode(out);
        for column in &self.columns {
            column.encode(out);
        }
        for set in self.with_values.iter().chain(self.sets.in_order()) {
            set.encode(out);
        }
        out.number(u64::from(self.numbered));
        out.number(self.segments.len() as u64);
        for segment in &self.segments {
            out.number(u64::from(segment.number()));
            out.u32s(segment.docs());
        }
    }

    /// Reads what [`Index::encode_head`] wrote. Its [terms](Index::decode_terms) and what stands in
    /// its [segments](Index::decode_segment) are still to come.
    pub fn decode_head(from: &mut Decoder<'_>) -> Option<Self> {
        let mut index = Self::default();
        for name in from.get::<Vec<Name>>()? {
            index.names.intern(&name);
        }
        let docs = from.u32s()?;
        let (docs, rest) = docs.as_chunks::<A_DOC>();
        if !rest.is_empty() {
            return None;
        }
        let doc = |[title, summary, authors, comment, latest, id]: &[u32; A_DOC]| Doc {
            lengths: [*title, *summary, *authors, *comment],
            latest: Some(*latest).filter(|latest| *latest != NO_DAY),
            id: *id,
            home: Home::None,
        };
        index.docs = docs.iter().map(doc).collect();
        for total in &mut index.totals {
            *total = FieldTotal {
                tokens: from.number()?,
                papers: from.number()?.try_into().ok()?,
            };
        }
        index.categories = Dictionary::decode(from)?;
        index.topics = Dictionary::decode(from)?;
        index.days = Days::decode(from)?;
        let days = index.days.days().len();
        let has_day = |doc: &Doc| doc.latest.is_none_or(|day| (day as usize) < days);
        if !index.docs.iter().all(has_day) {
            return None;
        }
        let count = index.docs.len();
        for column in &mut index.columns {
            *column = Column::decode(from, count)?;
        }
        for set in index.with_values.iter_mut().chain(index.sets.all()) {
            *set = Bitset::decode(from).filter(|set| set.len() <= count)?;
        }
        index.numbered = from.number()?.try_into().ok()?;
        for _ in 0..from.count()? {
            let number = from.number()?.try_into().ok()?;
            let docs = from.u32s()?;
            if docs
                .iter()
                .any(|doc| *doc != GONE && *doc as usize >= count)
            {
                return None;
            }
            index.segments.push(Segment::of_papers(number, docs));
        }
        index.settle(0);
        Some(index)
    }

    /// Writes the terms.
    pub fn encode_terms(&self, out: &mut Encoder) {
        self.dictionary.encode(out);
    }

    /// Reads what [`Index::encode_terms`] wrote.
    pub fn decode_terms(&mut self, from: &mut Decoder<'_>) -> Option<()> {
        self.dictionary = Dictionary::decode(from)?;
        Some(())
    }

    /// Writes the segment of a number, but for its papers. Says whether there is one.
    pub fn encode_segment(&self, number: u32, out: &mut Encoder) -> bool {
        let mut segments = self.segments.iter();
        let segment = segments.find(|segment| segment.number() == number);
        if let Some(segment) = segment {
            segment.encode(out);
        }
        segment.is_some()
    }

    /// Reads what [`Index::encode_segment`] wrote.
    pub fn decode_segment(&mut self, number: u32, from: &mut Decoder<'_>) -> Option<()> {
        let mut segments = self.segments.iter_mut();
        let segment = segments.find(|segment| segment.number() == number)?;
        segment.decode(from)?;
        self.generation += 1;
        Some(())
    }

    /// The numbers under which its segments are kept.
    pub fn segment_numbers(&self) -> impl Iterator<Item = u32> + '_ {
        self.segments.iter().map(Segment::number)
    }

    /// How many records were put, those that were taken out among them.
    pub fn records(&self) -> usize {
        self.docs.len()
    }

    /// How many papers a source has.
    pub fn source_total(&self, source: u32) -> u32 {
        let totals = self.column(Facet::Source).totals();
        totals.get(source as usize).copied().unwrap_or(0)
    }

    /// Every paper is new to the reader, until [`Index::reader`] is told more.
    pub fn forget_marks(&mut self) {
        self.reader = super::ReaderState::of(&self.sets.live);
    }

    /// The papers whose ids have one of some hashes, by [`Index::hash_of_id`].
    pub fn with_id_hashes<'h>(
        &'h self,
        hashes: &'h std::collections::HashSet<u32>,
    ) -> impl Iterator<Item = DocId> + 'h {
        let numbered = (0..).zip(&self.docs);
        numbered
            .filter(|(_, doc)| hashes.contains(&doc.id))
            .map(|(doc, _)| doc)
    }

    /// The hash of a paper's id.
    pub fn hash_of_id(id: &str) -> u32 {
        super::id_hash(id)
    }

    /// The first papers of the library, the newest first.
    pub fn newest(&self, papers: usize) -> Vec<DocId> {
        let order = self.order(&[], super::order::By::Newest);
        let live = order.docs.iter().copied();
        live.filter(|doc| self.sets.live.contains(*doc as usize))
            .take(papers)
            .collect()
    }

    /// The names of the reader's own tags by their numbers.
    fn own_names(&self) -> impl Iterator<Item = Name> + '_ {
        let numbers = narrow(tags::count())..;
        let tags = numbers.map_while(|number| u16::try_from(number).ok().map(TagId));
        let own = tags.take_while(|tag| self.names.is_own(*tag));
        own.map(|tag| self.names.name(tag))
    }
}
