//! The inverted index: the library made searchable.
//!
//! | file | owns |
//! |---|---|
//! | [`tokens`] | text made comparable, the stem |
//! | [`dictionary`] | terms and their numbers |
//! | [`segment`] | posting lists with frequencies by field and places |
//! | [`column`] | the values of papers in facets |
//! | [`order`] | all papers by day, title, id |
//! | [`bitset`] | sets of papers |
//! | [`fields`] | the fields that hold words |
//! | `code` | which links lead to code |
//! | `reader` | what the reader did |
//!
//! Papers that are put wait in a buffer until they are as many as a segment wants or a search comes; then they are written as a segment. Small segments merge into larger ones, four of
//! a size at a time and never beyond a limit, so that each paper is written a few times in all and no single merge takes long. A paper that is put again is struck from its segment.

pub mod bitset;
mod code;
pub mod column;
pub mod dictionary;
pub mod fields;
pub mod order;
mod reader;
pub mod segment;
pub mod tokens;

use std::sync::Arc;

use super::day::Day;
use super::facet::Facet;
use super::library::{DocId, Record};
use super::paper::{AnnounceKind, PaperId};
use super::sorting;
use super::tags;
use super::text::{RichText, Style};
use bitset::Bitset;
use column::Column;
use dictionary::{Dictionary, hash};
use fields::{TextField, texts_of};
use order::{ORDERS, Order};
use segment::{GAP, MOST_PAPERS, Pending, Segment};
use tokens::tokens;

pub use code::{code_links, is_code_host};
pub use dictionary::TermId;
pub use reader::ReaderState;

/// How many papers wait for a segment.
const PAPERS_A_SEGMENT: usize = 512;
/// How much larger than a new segment a merged one may be.
const MOST_MERGED: usize = 16;
/// How many segments of a size are merged.
const SEGMENTS_A_MERGE: usize = 4;

/// The library made searchable.
///
/// Papers are put in the order of their [`DocId`]s; one that changed is put again.
#[derive(Debug)]
pub struct Index {
    /// What the reader did with the papers.
    pub reader: ReaderState,
    pub(super) dictionary: Dictionary,
    pub(super) docs: Vec<Doc>,
    pub(super) segments: Vec<Segment>,
    /// The papers that are in no segment yet.
    buffer: Vec<Pending>,
    /// How many papers make a segment.
    papers_a_segment: usize,
    pub(super) totals: [FieldTotal; TextField::COUNT],
    pub(super) categories: Dictionary,
    pub(super) topics: Dictionary,
    pub(super) days: Days,
    /// The tags of all facets, and one column for each other facet. A value is a tag's number, an index into [`AnnounceKind::ALL`], `categories`, `topics` or `days`, or a
    /// source's number.
    columns: [Column; 1 + Facet::ALL.len() - Facet::TAGGED.len()],
    /// For each facet of [`Facet::ALL`] the papers that have any of its values.
    with_values: [Bitset; Facet::ALL.len()],
    pub(super) sets: Sets,
    orders: [Option<Arc<Order>>; ORDERS],
}

/// Sets of papers that are known when they are put.
#[derive(Debug, Default)]
pub(super) struct Sets {
    /// All but those that were taken out.
    pub(super) live: Bitset,
    pub(super) with_abstract: Bitset,
    pub(super) with_authors: Bitset,
    pub(super) with_code: Bitset,
    pub(super) with_math: Bitset,
    pub(super) duplicates: Bitset,
    /// Those that have a backslash in a text: LaTeX, of which tokens leave something out.
    pub(super) with_latex: Bitset,
}

impl Sets {
    fn all(&mut self) -> [&mut Bitset; 7] {
        [
            &mut self.live,
            &mut self.with_abstract,
            &mut self.with_authors,
            &mut self.with_code,
            &mut self.with_math,
            &mut self.duplicates,
            &mut self.with_latex,
        ]
    }
}

/// What the index keeps of one paper beside its words and facets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Doc {
    /// How many tokens each field has.
    pub(super) lengths: [u32; TextField::COUNT],
    /// The last day on which it was announced, by its number in `days`.
    pub(super) latest: Option<u32>,
    /// The hash of its id.
    pub(super) id: u32,
    home: Home,
}

/// Where a paper's words are.
#[derive(Clone, Copy, Debug)]
enum Home {
    /// Nowhere: it has none.
    None,
    /// In the buffer, at this place.
    Buffer(u32),
    /// In this segment, under this number.
    Segment(u16, u16),
}

/// The lengths of one field over the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct FieldTotal {
    /// All its tokens.
    pub(super) tokens: u64,
    /// How many papers have any.
    pub(super) papers: u32,
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
            dictionary: Dictionary::default(),
            docs: Vec::new(),
            segments: Vec::new(),
            buffer: Vec::new(),
            papers_a_segment: papers.clamp(1, MOST_PAPERS / MOST_MERGED),
            totals: [FieldTotal::default(); TextField::COUNT],
            categories: Dictionary::default(),
            topics: Dictionary::default(),
            days: Days::default(),
            columns: std::array::from_fn(|_| Column::default()),
            with_values: std::array::from_fn(|_| Bitset::default()),
            sets: Sets::default(),
            orders: std::array::from_fn(|_| None),
        }
    }

    /// Adds a record or replaces it.
    pub fn put(&mut self, doc: DocId, record: &Record) {
        debug_assert!(doc as usize <= self.docs.len(), "papers arrive in order");
        let paper = &record.paper;
        let mut terms = Vec::new();
        let mut ends = [0; TextField::COUNT];
        let mut lengths = [0; TextField::COUNT];
        let mut has_latex = false;
        for (at, field) in TextField::ALL.into_iter().enumerate() {
            for text in texts_of(record, field) {
                has_latex |= text.contains('\\');
                tokens(text, |token, _| {
                    terms.push(self.dictionary.intern(token));
                    lengths[at] += 1;
                });
                terms.push(GAP);
            }
            ends[at] = narrow(terms.len());
        }
        let latest = paper.days.iter().max().map(|day| self.days.number(*day));
        self.forget(doc);
        self.replace(
            doc,
            Doc {
                lengths,
                latest,
                id: id_hash(paper.id.as_str()),
                home: Home::Buffer(narrow(self.buffer.len())),
            },
        );
        self.buffer.push(Pending { doc, terms, ends });
        let has_text = |text: &Option<RichText>| text.as_ref().is_some_and(|text| !text.is_empty());
        let conditions = [
            true,
            has_text(&paper.summary),
            !paper.authors.is_empty(),
            !code_links(paper).is_empty(),
            has_math(&paper.title) || paper.summary.as_ref().is_some_and(has_math),
            record.is_duplicate(),
            has_latex,
        ];
        for (set, condition) in self.sets.all().into_iter().zip(conditions) {
            set.put(doc as usize, condition);
        }
        self.put_values(doc, record);
        if self.buffer.len() >= self.papers_a_segment {
            self.seal();
        }
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
        let nothing =
            super::paper::Paper::new(PaperId::Local(String::new()), RichText::default(), 0);
        self.put_values(doc, &Record::new(nothing));
    }

    /// Writes the papers that wait as a segment, so that all can be found.
    pub(super) fn commit(&mut self) {
        self.seal();
        self.dictionary.sort();
    }

    /// The values of the papers in a facet; all facets of tags share a column.
    pub(super) fn column(&self, facet: Facet) -> &Column {
        &self.columns[column_of(facet)]
    }

    /// The papers that have any value of a facet.
    pub(super) fn with_values(&self, facet: Facet) -> &Bitset {
        // `Facet::ALL` lists the facets in the order of their declaration; a test says so.
        &self.with_values[facet as usize]
    }

    /// All papers in an order, made when it is first asked for.
    pub(super) fn order(&mut self, records: &[Record], by: order::By) -> Arc<Order> {
        if let Some(order) = &self.orders[by as usize] {
            return Arc::clone(order);
        }
        let docs = match by {
            order::By::Newest => order::by_day(&self.docs, &self.days, true),
            order::By::Oldest => order::by_day(&self.docs, &self.days, false),
            order::By::Title => {
                let newest = self.order(records, order::By::Newest);
                order::by_title(records, &newest, self.docs.len())
            }
            order::By::Id => order::by_id(records, self.docs.len()),
        };
        let order = Arc::new(Order::new(docs));
        self.orders[by as usize] = Some(Arc::clone(&order));
        order
    }

    /// The bytes that the index takes: terms, postings, columns and sets, as allocated.
    pub fn bytes(&self) -> usize {
        let segments: usize = self.segments.iter().map(Segment::bytes).sum();
        let columns: usize = self.columns.iter().map(Column::bytes).sum();
        let buffer: usize = self
            .buffer
            .iter()
            .map(|pending| 4 * pending.terms.capacity())
            .sum();
        let orders: usize = self
            .orders
            .iter()
            .flatten()
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
            + buffer
            + orders
            + sets
            + dictionaries
            + size_of::<Doc>() * self.docs.capacity()
    }

    fn replace(&mut self, doc: DocId, new: Doc) {
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
        self.orders = std::array::from_fn(|_| None);
    }

    /// Strikes out the words of a paper.
    fn forget(&mut self, doc: DocId) {
        let Some(old) = self.docs.get_mut(doc as usize) else {
            return;
        };
        match std::mem::replace(&mut old.home, Home::None) {
            Home::None => {}
            Home::Buffer(at) => {
                let at = at as usize;
                self.buffer.swap_remove(at);
                if let Some(moved) = self.buffer.get(at) {
                    self.docs[moved.doc as usize].home = Home::Buffer(narrow(at));
                }
            }
            Home::Segment(segment, local) => {
                if let Some(segment) = self.segments.get_mut(usize::from(segment)) {
                    segment.strike(local);
                }
            }
        }
    }

    fn put_values(&mut self, doc: DocId, record: &Record) {
        let paper = &record.paper;
        let mut tagged = [false; Facet::ALL.len()];
        for tag in &record.tags {
            tagged[tags::facet(*tag) as usize] = true;
        }
        let tags = record.tags.iter().map(|tag| u32::from(tag.0)).collect();
        self.columns[TAGS].put(doc, tags);
        for facet in Facet::ALL {
            if facet.is_tagged() {
                self.with_values[facet as usize].put(doc as usize, tagged[facet as usize]);
                continue;
            }
            let values: Vec<u32> = match facet {
                Facet::Announce => {
                    let kinds = paper.announce.iter().map(|announce| announce.kind);
                    kinds.map(announce_value).collect()
                }
                Facet::Category => {
                    let names = paper.categories.iter();
                    names
                        .map(|category| self.categories.intern(&category.0))
                        .collect()
                }
                Facet::Topic => {
                    let names = paper.topics.iter();
                    names.map(|topic| self.topics.intern(topic)).collect()
                }
                Facet::Day => paper
                    .days
                    .iter()
                    .map(|day| self.days.number(*day))
                    .collect(),
                _ => record.sources.clone(),
            };
            self.with_values[facet as usize].put(doc as usize, !values.is_empty());
            self.columns[column_of(facet)].put(doc, values);
        }
    }

    fn seal(&mut self) {
        if !self.buffer.is_empty() {
            let mut papers = std::mem::take(&mut self.buffer);
            sorting::sort_by_key(&mut papers, |pending| pending.doc);
            self.segments
                .push(Segment::new(papers, self.dictionary.len()));
            self.settle(self.segments.len() - 1);
            self.tidy();
        }
        // As the dictionary grows the new terms are merged into its order ever more seldom.
        if 2 * self.dictionary.unsorted() > self.dictionary.len() {
            self.dictionary.sort();
        }
    }

    /// Merges segments where there are too many of a size or too little in one.
    fn tidy(&mut self) {
        let most = self.papers_a_segment * MOST_MERGED;
        loop {
            let half_gone = |segment: &Segment| 2 * segment.live() < segment.docs().len();
            let chosen = match self.segments.iter().position(half_gone) {
                Some(alone) => vec![alone],
                None => self.alike(most),
            };
            if chosen.is_empty() {
                return;
            }
            let mut parts = Vec::with_capacity(chosen.len());
            for at in chosen.iter().rev() {
                parts.push(self.segments.remove(*at));
            }
            parts.reverse();
            let merged = Segment::merge(&parts);
            if merged.live() > 0 {
                self.segments.push(merged);
            }
            self.settle(chosen[0]);
        }
    }

    /// Segments of about one size that are enough for a merge, in their order; none when there are not.
    fn alike(&self, most: usize) -> Vec<usize> {
        let size = |at: &usize| self.segments[*at].live();
        let mut sizes = [const { Vec::new() }; 16];
        for at in 0..self.segments.len() {
            if 2 * size(&at) <= most {
                sizes[scale(size(&at))].push(at);
            }
        }
        let Some(mut chosen) = sizes
            .into_iter()
            .find(|alike| alike.len() >= SEGMENTS_A_MERGE)
        else {
            return Vec::new();
        };
        chosen.truncate(SEGMENTS_A_MERGE);
        while chosen.iter().map(size).sum::<usize>() > most {
            chosen.pop();
        }
        chosen
    }

    /// Notes where the papers of all segments from one on are.
    fn settle(&mut self, from: usize) {
        for (number, segment) in (0..).zip(&self.segments).skip(from) {
            for (local, doc) in (0..).zip(segment.docs()) {
                if let Some(doc) = self.docs.get_mut(*doc as usize) {
                    doc.home = Home::Segment(number, local);
                }
            }
        }
    }
}

/// The logarithm of a size to the base 4, from 16 on.
fn scale(mut size: usize) -> usize {
    let mut scale = 0;
    while size > 16 && scale < 15 {
        size = size.div_ceil(4);
        scale += 1;
    }
    scale
}

/// The place of the column that holds tags.
const TAGS: usize = 0;

fn column_of(facet: Facet) -> usize {
    // The facets of tags are the first.
    (facet as usize + 1).saturating_sub(Facet::TAGGED.len())
}

/// The number of an announcement's kind in its column.
pub(super) fn announce_value(kind: AnnounceKind) -> u32 {
    kind as u32
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

/// Lengths and numbers stay far below the limit: a library's texts are read from files below 4 GiB.
pub(crate) fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The days of the library and their numbers, by arrival.
#[derive(Debug, Default)]
pub(super) struct Days {
    days: Vec<Day>,
    /// The numbers, by day.
    sorted: Vec<u32>,
}

impl Days {
    /// The days by number.
    pub(super) fn days(&self) -> &[Day] {
        &self.days
    }

    /// The numbers in the order of the days.
    pub(super) fn sorted(&self) -> &[u32] {
        &self.sorted
    }

    /// The number of a day, a new one if need be.
    fn number(&mut self, day: Day) -> u32 {
        match self
            .sorted
            .binary_search_by_key(&day, |at| self.days[*at as usize])
        {
            Ok(at) => self.sorted[at],
            Err(at) => {
                let number = narrow(self.days.len());
                self.days.push(day);
                self.sorted.insert(at, number);
                number
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facets_are_listed_as_declared() {
        for (at, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!(facet as usize, at);
            assert_eq!(facet.is_tagged(), at < Facet::TAGGED.len());
        }
        assert_eq!(column_of(Facet::Dataset), TAGS);
        assert_eq!(column_of(Facet::Announce), TAGS + 1);
        for (at, kind) in AnnounceKind::ALL.into_iter().enumerate() {
            assert_eq!(announce_value(kind) as usize, at);
        }
        for (at, field) in TextField::ALL.into_iter().enumerate() {
            assert_eq!(field.index(), at);
        }
    }
}
