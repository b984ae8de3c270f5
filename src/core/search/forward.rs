//! The forward index: for each paper its texts as term ids, and its values in each facet.

use std::collections::HashMap;
use std::hash::Hash;

use super::bitset::Bitset;
use super::code::code_links;
use super::reader::ReaderState;
use super::tokens::tokens;
use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::library::{DocId, Record};
use crate::core::paper::{AnnounceKind, Paper, PaperId};
use crate::core::query::Field;
use crate::core::sorting;
use crate::core::tags;
use crate::core::text::{RichText, Style};

/// The term id that stands after each field and each author, so that nothing matches across. The dictionary's first entry is the empty text, which no pattern accepts.
const GAP: u32 = 0;

/// The library made searchable.
///
/// Papers are put in the order of their [`DocId`]s; one that changed is put again.
#[derive(Debug)]
pub struct Index {
    /// What the reader did with the papers.
    pub reader: ReaderState,
    pub(super) dictionary: Interner<Box<str>>,
    pub(super) docs: Vec<Doc>,
    texts: Lists,
    pub(super) totals: [FieldTotal; TextField::COUNT],
    pub(super) categories: Interner<String>,
    pub(super) topics: Interner<String>,
    pub(super) days: Interner<Day>,
    /// One for each facet of [`Facet::ALL`]. A value is a tag's number, an index into [`AnnounceKind::ALL`], `categories`, `topics` or `days`, or a source's number.
    columns: [Column; Facet::ALL.len()],
}

/// A field of a paper that holds words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextField {
    Title,
    Abstract,
    Author,
    Comment,
}

impl TextField {
    pub(super) const COUNT: usize = 4;
    /// In the order in which they stand in the index.
    pub(super) const ALL: [Self; Self::COUNT] =
        [Self::Title, Self::Abstract, Self::Author, Self::Comment];

    /// The field's place in [`TextField::ALL`].
    pub(super) fn index(self) -> usize {
        self as usize
    }

    /// The fields in which a term with this field looks for words. `None` for fields without words.
    pub(super) fn scope(field: Option<Field>) -> Option<&'static [Self]> {
        match field {
            None => Some(&Self::ALL),
            Some(Field::Title) => Some(&[Self::Title]),
            Some(Field::Abstract) => Some(&[Self::Abstract]),
            Some(Field::Author) => Some(&[Self::Author]),
            Some(Field::Comment) => Some(&[Self::Comment]),
            Some(_) => None,
        }
    }
}

/// What the index keeps of one paper beside its words and facets.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a condition of its own"
)]
#[derive(Debug)]
pub(super) struct Doc {
    /// Where each field ends among the paper's terms.
    ends: [u32; TextField::COUNT],
    /// How many tokens each field has.
    pub(super) lengths: [u32; TextField::COUNT],
    /// The last day on which it was announced.
    pub(super) latest: Option<Day>,
    /// The title's letters and digits, normalised, in one: what [`Sort::Title`](super::Sort::Title) goes by.
    pub(super) title_key: Box<str>,
    pub(super) has_abstract: bool,
    pub(super) has_code: bool,
    pub(super) has_math: bool,
    pub(super) is_duplicate: bool,
    /// Whether the record was taken out.
    pub(super) is_gone: bool,
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
        let mut dictionary = Interner::default();
        dictionary.id("");
        Self {
            reader: ReaderState::default(),
            dictionary,
            docs: Vec::new(),
            texts: Lists::default(),
            totals: [FieldTotal::default(); TextField::COUNT],
            categories: Interner::default(),
            topics: Interner::default(),
            days: Interner::default(),
            columns: std::array::from_fn(|_| Column::default()),
        }
    }
}

impl Index {
    /// Adds a record or replaces it.
    pub fn put(&mut self, doc: DocId, record: &Record) {
        debug_assert!(doc as usize <= self.docs.len(), "papers arrive in order");
        let paper = &record.paper;
        let mut terms = Vec::new();
        let mut ends = [0; TextField::COUNT];
        let mut lengths = [0; TextField::COUNT];
        let mut title_key = String::new();
        for (at, field) in TextField::ALL.into_iter().enumerate() {
            for text in texts_of(record, field) {
                tokens(text, |token, _| {
                    terms.push(self.dictionary.id(token));
                    lengths[at] += 1;
                    if field == TextField::Title {
                        // Word by word: a space comes before every letter.
                        title_key.push(' ');
                        title_key.push_str(token);
                    }
                });
                terms.push(GAP);
            }
            ends[at] = narrow(terms.len());
        }
        let has_text = |text: &Option<RichText>| text.as_ref().is_some_and(|text| !text.is_empty());
        let new = Doc {
            ends,
            lengths,
            latest: paper.days.iter().max().copied(),
            title_key: title_key.into_boxed_str(),
            has_abstract: has_text(&paper.summary),
            has_code: !code_links(paper).is_empty(),
            has_math: has_math(&paper.title) || paper.summary.as_ref().is_some_and(has_math),
            is_duplicate: record.is_duplicate(),
            is_gone: false,
        };
        for (total, length) in self.totals.iter_mut().zip(lengths) {
            total.tokens += u64::from(length);
            total.papers += u32::from(length > 0);
        }
        let at = doc as usize;
        if let Some(old) = self.docs.get_mut(at) {
            for (total, length) in self.totals.iter_mut().zip(old.lengths) {
                total.tokens -= u64::from(length);
                total.papers -= u32::from(length > 0);
            }
            *old = new;
        } else {
            self.docs.push(new);
        }
        self.texts.put(at, &terms);
        for (facet, column) in Facet::ALL.into_iter().zip(&mut self.columns) {
            let values: Vec<u32> = match facet {
                Facet::Announce => paper
                    .announce
                    .iter()
                    .map(|announce| announce_value(announce.kind))
                    .collect(),
                Facet::Category => {
                    let ids = paper.categories.iter();
                    ids.map(|category| self.categories.id(category.0.as_str()))
                        .collect()
                }
                Facet::Topic => {
                    let ids = paper.topics.iter();
                    ids.map(|topic| self.topics.id(topic.as_str())).collect()
                }
                Facet::Day => paper.days.iter().map(|day| self.days.id(day)).collect(),
                Facet::Source => record.sources.clone(),
                _ => {
                    let ids = record.tags.iter().filter(|tag| tags::facet(**tag) == facet);
                    ids.map(|tag| u32::from(tag.0)).collect()
                }
            };
            column.put(at, values);
        }
    }

    /// Takes a record out: nothing finds or counts it any more.
    pub fn remove(&mut self, doc: DocId) {
        let name = PaperId::Local(String::new());
        self.put(doc, &Record::new(Paper::new(name, RichText::default(), 0)));
        if let Some(doc) = self.docs.get_mut(doc as usize) {
            doc.is_gone = true;
        }
    }

    /// The terms of one field of a paper; a gap follows each author.
    pub(super) fn terms(&self, doc: usize, field: TextField) -> &[u32] {
        let terms = self.texts.get(doc);
        let ends = &self.docs[doc].ends;
        let start = field
            .index()
            .checked_sub(1)
            .map_or(0, |before| ends[before]);
        &terms[start as usize..ends[field.index()] as usize]
    }

    /// The terms of all fields of a paper, with gaps between.
    pub(super) fn all_terms(&self, doc: usize) -> &[u32] {
        self.texts.get(doc)
    }

    /// The values of the papers in a facet.
    pub(super) fn column(&self, facet: Facet) -> &Column {
        // `Facet::ALL` lists the facets in the order of their declaration; a test says so.
        &self.columns[facet as usize]
    }
}

/// The texts of a field: every author is one of its own.
pub(super) fn texts_of(record: &Record, field: TextField) -> Vec<&str> {
    let paper = &record.paper;
    match field {
        TextField::Title => vec![paper.title.plain.as_str()],
        TextField::Abstract => paper
            .summary
            .iter()
            .map(|text| text.plain.as_str())
            .collect(),
        TextField::Comment => paper
            .comment
            .iter()
            .map(|text| text.plain.as_str())
            .collect(),
        TextField::Author => paper.authors.iter().map(String::as_str).collect(),
    }
}

/// The number of an announcement's kind in its column.
pub(super) fn announce_value(kind: AnnounceKind) -> u32 {
    kind as u32
}

fn has_math(text: &RichText) -> bool {
    text.styles
        .iter()
        .any(|styled| matches!(styled.style, Style::Math { .. }))
}

/// Lengths and numbers stay far below the limit: a library's texts are read from files below 4 GiB.
fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Numbers for values: each value has the number of its first arrival.
#[derive(Debug)]
pub(super) struct Interner<T> {
    values: Vec<T>,
    ids: HashMap<T, u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Self {
            values: Vec::new(),
            ids: HashMap::new(),
        }
    }
}

impl<T: Clone + Eq + Hash> Interner<T> {
    /// The values by number.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }

    /// The number of a value, a new one if need be.
    fn id<Q>(&mut self, value: &Q) -> u32
    where
        Q: ?Sized + Eq + Hash + ToOwned,
        T: std::borrow::Borrow<Q>,
        Q::Owned: Into<T>,
    {
        if let Some(id) = self.ids.get(value) {
            return *id;
        }
        let id = narrow(self.values.len());
        let owned: T = value.to_owned().into();
        self.values.push(owned.clone());
        self.ids.insert(owned, id);
        id
    }
}

/// A list of numbers for each paper, in one flat array. A list that is put again points at a new stretch.
#[derive(Debug, Default)]
struct Lists {
    flat: Vec<u32>,
    stretches: Vec<std::ops::Range<usize>>,
}

impl Lists {
    fn put(&mut self, at: usize, list: &[u32]) {
        let start = self.flat.len();
        self.flat.extend_from_slice(list);
        if self.stretches.len() <= at {
            self.stretches.resize(at + 1, 0..0);
        }
        self.stretches[at] = start..self.flat.len();
    }

    fn get(&self, at: usize) -> &[u32] {
        &self.flat[self.stretches[at].clone()]
    }
}

/// The values of the papers in one facet.
#[derive(Debug, Default)]
pub(super) struct Column {
    lists: Lists,
    /// How many papers have each value.
    totals: Vec<u32>,
}

impl Column {
    /// The values of a paper, each once.
    pub(super) fn get(&self, doc: usize) -> &[u32] {
        self.lists.get(doc)
    }

    /// How many papers of the library have each value.
    pub(super) fn totals(&self) -> &[u32] {
        &self.totals
    }

    /// How many of the papers have each value, and how many have none.
    pub(super) fn tally(&self, docs: &Bitset) -> (Vec<u32>, u32) {
        let mut counts = vec![0; self.totals.len()];
        let mut none = 0;
        for doc in docs.iter() {
            let values = self.get(doc);
            none += u32::from(values.is_empty());
            for value in values {
                counts[*value as usize] += 1;
            }
        }
        (counts, none)
    }

    fn put(&mut self, doc: usize, mut values: Vec<u32>) {
        sorting::sort(&mut values);
        values.dedup();
        if let Some(old) = self.lists.stretches.get(doc) {
            for value in &self.lists.flat[old.clone()] {
                self.totals[*value as usize] -= 1;
            }
        }
        for value in &values {
            let at = *value as usize;
            if self.totals.len() <= at {
                self.totals.resize(at + 1, 0);
            }
            self.totals[at] += 1;
        }
        self.lists.put(doc, &values);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facets_are_listed_as_declared() {
        for (at, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!(facet as usize, at);
        }
        for (at, kind) in AnnounceKind::ALL.into_iter().enumerate() {
            assert_eq!(announce_value(kind) as usize, at);
        }
        for (at, field) in TextField::ALL.into_iter().enumerate() {
            assert_eq!(field.index(), at);
        }
    }
}
