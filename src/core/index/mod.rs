//! The inverted index: the library made searchable.
//!
//! | file | owns |
//! |---|---|
//! | [`segment`] | posting lists with frequencies by field and places |
//! | [`column`] | the values of papers in facets |
//! | [`order`] | all papers by day, title, id |
//! | [`bitset`] | sets of papers |
//! | [`fields`] | the fields that hold words |
//! | `docs`, `sets`, `days`, `values` | what is kept of each paper beside its words |
//! | `buffer` | papers that wait for a segment |
//! | `merging` | when segments are written and merged |
//! | `code` | which links lead to code |
//! | `kept` | the index as it is kept from visit to visit |
//! | `reader` | what the reader did |
//! | `progress` | how far the reader is with each day |
//!
//! Papers that are put wait in a buffer until they are as many as a segment wants or a search
//! comes; then they are written as a segment. Small segments merge into larger ones, four of a size
//! or more at a time and never beyond a limit, so that each paper is written a few times in all. A
//! merge goes on a little with each paper that comes, so that none takes long; meanwhile its parts
//! are searched. A paper that is put again is struck from its segment.

pub mod bitset;
mod buffer;
mod code;
pub mod column;
mod days;
mod docs;
pub mod fields;
mod kept;
mod merging;
pub mod order;
mod progress;
mod reader;
pub mod segment;
mod sets;
mod values;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::facet::Facet;
use super::library::{DocId, Record};
use super::marks::Flags;
use super::paper::PaperId;
use super::tags::own::Names;
use super::text::{RichText, Style};
use super::words::dictionary::{Dictionary, hash};
use super::words::hidden::hides_letters;
pub(crate) use super::words::narrow;
use super::words::tokens::tokens;
use bitset::Bitset;
use buffer::{Buffer, GAP, Pending};
use column::Column;
use days::Days;
use docs::Home;
use fields::{LONG, TextField, indexed_texts, is_regular};
use order::{ORDERS, Order};
use segment::{MOST_PAPERS, Merge, Segment};
use sets::Sets;
use values::Columns;

pub use super::words::dictionary::TermId;
pub use code::{code_links, has_code_link, is_code_host};
pub(super) use docs::{Doc, FieldTotal};
pub use fields::MOST_INDEXED;
pub use progress::Progress;
pub use reader::ReaderState;
pub(super) use values::announce_value;

/// How many papers wait for a segment.
const PAPERS_A_SEGMENT: usize = 2048;
/// And how many tokens for each of them are enough for one, however few the papers; abstracts have
/// some two hundred.
const MOST_TOKENS: usize = 384;
/// How many new terms wait at most until they are sorted in among the others.
const MOST_UNSORTED: usize = 4096;
/// Or what share of all terms, as one of so many: all of them are copied each time.
const SHARE_UNSORTED: usize = 16;
/// How much larger than a new segment a merged one may be.
const MOST_MERGED: usize = 16;

/// The library made searchable.
///
/// Papers are put in the order of their [`DocId`]s; one that changed is put again.
#[derive(Debug)]
pub struct Index {
    /// What the reader did with the papers.
    pub reader: ReaderState,
    /// The numbers of the tags, those of the reader's own rules among them.
    pub names: Names,
    pub(super) dictionary: Dictionary,
    pub(super) docs: Vec<Doc>,
    pub(super) segments: Vec<Segment>,
    /// The merge that is on its way.
    merge: Option<Merge>,
    /// The papers that are in no segment yet.
    buffer: Buffer,
    /// Whether segments are merged only when that is [asked for](Index::compact): papers come in
    /// great numbers and are to be found soon.
    pub merges_late: bool,
    /// How many papers make a segment.
    papers_a_segment: usize,
    pub(super) totals: [FieldTotal; TextField::COUNT],
    pub(super) categories: Dictionary,
    pub(super) topics: Dictionary,
    pub(super) days: Days,
    /// The values of each [kind](super::facet::FacetKind) of facet. A value is a tag's number, an
    /// index into [`AnnounceKind::ALL`], `categories`, `topics` or `days`, or a
    /// source's number.
    columns: Columns,
    /// For each facet of [`Facet::ALL`] the papers that have any of its values.
    with_values: [Bitset; Facet::ALL.len()],
    pub(super) sets: Sets,
    orders: [OnceLock<Arc<Order>>; ORDERS],
    /// A zero for each paper, to add up scores in.
    zeros: Mutex<Vec<f64>>,
    /// Grows whenever words of papers come, go or are stored anew.
    generation: u64,
    /// The last number that a segment was given to be kept under.
    numbered: u32,
}

impl Default for Index {
    fn default() -> Self {
        Self::with_segments_of(PAPERS_A_SEGMENT)
    }
}

impl Index {
    /// An index that writes a segment for every so many papers, at least one.
    pub fn with_segments_of(papers: usize) -> Self {
        Self {
            reader: ReaderState::default(),
            names: Names::default(),
            dictionary: Dictionary::default(),
            docs: Vec::new(),
            segments: Vec::new(),
            merge: None,
            buffer: Buffer::default(),
            merges_late: false,
            papers_a_segment: papers.clamp(1, MOST_PAPERS / MOST_MERGED),
            totals: [FieldTotal::default(); TextField::COUNT],
            categories: Dictionary::default(),
            topics: Dictionary::default(),
            days: Days::default(),
            columns: std::array::from_fn(|_| Column::default()),
            with_values: std::array::from_fn(|_| Bitset::default()),
            sets: Sets::default(),
            orders: std::array::from_fn(|_| OnceLock::new()),
            zeros: Mutex::default(),
            generation: 0,
            numbered: 0,
        }
    }

    /// Adds a record or replaces it. One that was not there is new to the reader until
    /// [`Index::reader`] is told more.
    pub fn put(&mut self, doc: DocId, record: &Record) {
        debug_assert!(doc as usize <= self.docs.len(), "papers arrive in order");
        let paper = &record.paper;
        self.forget(doc);
        let start = self.buffer.terms.len();
        let terms = &mut self.buffer.terms;
        let mut ends = [0; TextField::COUNT];
        let mut lengths = [0; TextField::COUNT];
        let (mut is_irregular, mut hides) = (false, false);
        for (at, field) in TextField::ALL.into_iter().enumerate() {
            let (texts, is_cut) = indexed_texts(record, field);
            // A regex looks at all of a text, so its tokens must not say what it has.
            is_irregular |= is_cut;
            hides |= is_cut;
            for text in texts {
                if !is_regular(text) {
                    is_irregular = true;
                    hides |= hides_letters(text);
                }
                tokens(text, |token, _| {
                    terms.push(self.dictionary.intern(token));
                    lengths[at] += 1;
                });
                terms.push(GAP);
            }
            ends[at] = narrow(terms.len() - start);
        }
        let count = terms.len() - start;
        let latest = self.latest(record);
        let was_there = self.sets.live.contains(doc as usize);
        self.replace(
            doc,
            Doc {
                lengths,
                latest,
                id: id_hash(paper.id.as_str()),
                home: Home::Buffer(narrow(self.buffer.len())),
            },
        );
        self.buffer.push(Pending {
            doc,
            start,
            ends,
            lengths: lengths.map(|length| u16::try_from(length).unwrap_or(LONG)),
        });
        let has_text = |text: &Option<RichText>| text.as_ref().is_some_and(|text| !text.is_empty());
        let conditions = [
            true,
            has_text(&paper.summary),
            !paper.authors.is_empty(),
            has_code_link(paper),
            has_math(&paper.title) || paper.summary.as_ref().is_some_and(has_math),
            record.is_duplicate(),
            is_irregular,
            hides,
        ];
        for (set, condition) in self.sets.all().into_iter().zip(conditions) {
            set.put(doc as usize, condition);
        }
        if !was_there {
            self.reader.put(doc, Flags::default(), "");
        }
        self.put_values(doc, record);
        self.sort_terms();
        // A paper that is put again and again leaves its terms behind.
        let is_full = self.buffer.len() >= self.papers_a_segment;
        if is_full || self.buffer.terms.len() >= MOST_TOKENS * self.papers_a_segment {
            self.seal();
        }
        self.keep_up(count);
    }

    /// Takes a record out: nothing finds or counts it any more.
    pub fn remove(&mut self, doc: DocId) {
        self.forget(doc);
        self.replace(
            doc,
            Doc {
                lengths: [0; TextField::COUNT],
                latest: None,
                id: 0,
                home: Home::None,
            },
        );
        for set in self.sets.all() {
            set.put(doc as usize, false);
        }
        self.reader.remove(doc);
        let nothing =
            super::paper::Paper::new(PaperId::Local(String::new()), RichText::default(), 0);
        self.put_values(doc, &Record::new(nothing));
        // A paper as it usually is; only segments of which half is gone are merged.
        self.keep_up(256);
    }

    /// Brings the terms into their order where many are new, so that no search has to sort very
    /// many.
    fn sort_terms(&mut self) {
        for terms in [&mut self.dictionary, &mut self.categories, &mut self.topics] {
            if terms.unsorted() > MOST_UNSORTED.max(terms.len() / SHARE_UNSORTED) {
                terms.sort();
            }
        }
    }

    /// Writes the papers that wait as a segment, so that all can be found.
    pub(super) fn commit(&mut self) {
        self.seal();
        self.dictionary.sort();
        self.categories.sort();
        self.topics.sort();
    }

    /// The values of the papers in a facet; all facets of tags share a column.
    pub(super) fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet.kind() as usize]
    }

    /// The papers that have any value of a facet.
    pub(super) fn with_values(&self, facet: Facet) -> &Bitset {
        &self.with_values[facet as usize]
    }

    /// How many papers of the library have each tag, by its number.
    pub fn tag_totals(&self) -> &[u32] {
        self.column(Facet::Task).totals()
    }

    /// The generation of its posting lists: what was worked out over those of another one does not
    /// fit them. Tags and other values of facets are of no generation.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Lends a zero for each paper, to add up scores in; there must be zeros again afterwards.
    pub(super) fn with_zeros<T>(&self, add_up: impl FnOnce(&mut Vec<f64>) -> T) -> T {
        add_up(&mut self.zeros.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// All papers in an order, made when it is first asked for.
    pub(super) fn order(&self, records: &[Record], by: order::By) -> Arc<Order> {
        let order = self.orders[by as usize].get_or_init(|| self.ordered(records, by));
        Arc::clone(order)
    }

    fn ordered(&self, records: &[Record], by: order::By) -> Arc<Order> {
        let docs = match by {
            order::By::Newest => order::by_day(&self.docs, &self.days, true),
            order::By::Oldest => order::by_day(&self.docs, &self.days, false),
            order::By::Title => {
                let newest = self.order(records, order::By::Newest);
                order::by_title(records, &newest, self.docs.len())
            }
            order::By::Id => order::by_id(records, self.docs.len()),
        };
        Arc::new(Order::new(docs))
    }

    /// The bytes that the index takes: terms, postings, columns and sets, as allocated.
    pub fn bytes(&self) -> usize {
        let segments: usize = self.segments.iter().map(Segment::bytes).sum();
        let columns: usize = self.columns.iter().map(Column::bytes).sum();
        let orders: usize = self
            .orders
            .iter()
            .filter_map(OnceLock::get)
            .map(|order| order.bytes())
            .sum();
        let sets = (self.with_values.len() + 7) * self.docs.len().div_ceil(8);
        let dictionaries = [&self.dictionary, &self.categories, &self.topics];
        let dictionaries: usize = dictionaries
            .iter()
            .map(|dictionary| dictionary.bytes())
            .sum();
        segments
            + columns
            + self.buffer.bytes()
            + orders
            + sets
            + dictionaries
            + self.reader.bytes()
            + size_of::<Doc>() * self.docs.capacity()
            + self.with_zeros(|zeros| 8 * zeros.capacity())
    }

    fn replace(&mut self, doc: DocId, new: Doc) {
        self.generation += 1;
        let at = doc as usize;
        if self.docs.len() <= at {
            self.docs.push(new);
        } else {
            let old = std::mem::replace(&mut self.docs[at], new);
            for (total, length) in self.totals.iter_mut().zip(old.lengths) {
                total.tokens -= u64::from(length);
                total.papers -= u32::from(length > 0);
            }
        }
        for (total, length) in self.totals.iter_mut().zip(new.lengths) {
            total.tokens += u64::from(length);
            total.papers += u32::from(length > 0);
        }
        self.orders = std::array::from_fn(|_| OnceLock::new());
    }

    /// Strikes out the words of a paper.
    fn forget(&mut self, doc: DocId) {
        let Some(old) = self.docs.get_mut(doc as usize) else {
            return;
        };
        match std::mem::replace(&mut old.home, Home::None) {
            Home::None => {}
            Home::Buffer(at) => {
                if let Some(moved) = self.buffer.take(at as usize) {
                    self.docs[moved as usize].home = Home::Buffer(at);
                }
            }
            Home::Segment(segment, local) => {
                if let Some(segment) = self.segments.get_mut(usize::from(segment)) {
                    segment.strike(local);
                }
            }
        }
    }
}

/// The hash of a paper's id.
pub(super) fn id_hash(id: &str) -> u32 {
    hash(id)
}

fn has_math(text: &RichText) -> bool {
    text.styles
        .iter()
        .any(|styled| matches!(styled.style, Style::Math { .. }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::AnnounceKind;

    #[test]
    fn kinds_and_fields_are_listed_as_declared() {
        for (at, kind) in AnnounceKind::ALL.into_iter().enumerate() {
            assert_eq!(announce_value(kind) as usize, at);
        }
        for (at, field) in TextField::ALL.into_iter().enumerate() {
            assert_eq!(field.index(), at);
        }
    }
}
