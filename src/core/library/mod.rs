//! Many digests → one library: the same paper in many files is one record.
//!
//! | module | owns |
//! |---|---|
//! | [`copies`] | what each source says of a paper |
//! | [`merge`] | how two copies of a paper become one, field by field |
//! | [`history`] | the versions of a paper, and the words that changed between them |
//! | [`near`] | papers that nearly say the same under different ids |
//! | [`sources`] | the names of the files that were read |
//! | [`kept`] | the library as it is kept from visit to visit |
//! | [`describing`] | tags and marks of papers: what is still to be done, here or elsewhere |
//!
//! A record that was found more than once keeps its copies: a source can be taken out again, and
//! nothing that a merge left aside is lost.

mod copies;
mod describing;
mod history;
mod kept;
mod merge;
mod near;
mod sources;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet, VecDeque};

use self::describing::Describing;
use self::kept::Touched;
use self::merge::{Lists, announce, merge, prepare};
use self::near::{Sketch, Sketches, is_near, looked_at};
use self::sources::Sources;
use super::day::Day;
use super::paper::{Paper, PaperId};
use super::sorting;
use super::tags::{TagId, Tagger};

pub use self::copies::Copied;
pub use self::history::{Change, History, Version, diff, history};
pub use self::kept::{Block, Ids};
pub use self::near::Near;

/// How much is done in one slice of taking a source out, counted in records that are passed by.
const REMOVAL_SLICE: u32 = 64 * REMOVAL_EFFORT;
/// How many records can be passed by in the time that it takes to compare and tag one anew.
const REMOVAL_EFFORT: u32 = 1024;

/// How many bytes of text are as many as a record usually has, or somewhat more.
const BYTES_A_RECORD: usize = 8 << 10;
/// How many bytes can be copied and compared while one copy is merged that says nothing new.
const BYTES_A_COPY: usize = 32;

/// The number of a record in its library, from 0, in the order of arrival. Stable as long as the
/// library lives; that of a record that was taken out is not given again.
pub type DocId = u32;

/// A paper of the library with what we know of it beyond its digest.
#[derive(Clone, Debug)]
pub struct Record {
    /// The paper, merged from all digests that have it.
    pub paper: Paper,
    /// The tags that the table gives it, sorted, each once.
    pub tags: Vec<TagId>,
    /// The tags that it has with the reader's own rules and by hand, sorted, each once, where they
    /// are others.
    pub given: Option<Box<[TagId]>>,
    /// The sources that have it, as indices into [`Library::sources`], ascending, each once. A
    /// record without any was taken out.
    pub sources: Vec<u32>,
    /// How often it was found: twice in one file counts two.
    pub occurrences: u32,
    /// Its copies in order of arrival, where there is more than one.
    pub copies: Vec<Copied>,
    /// Papers of other ids that nearly say the same.
    pub near: Vec<Near>,
}

impl Record {
    /// A record of a paper without tags that no source has.
    pub fn new(paper: Paper) -> Self {
        Self {
            paper,
            tags: Vec::new(),
            given: None,
            sources: Vec::new(),
            occurrences: 1,
            copies: Vec::new(),
            near: Vec::new(),
        }
    }

    /// The tags that it has, sorted, each once.
    pub fn tags(&self) -> &[TagId] {
        self.given.as_deref().unwrap_or(&self.tags)
    }

    /// Whether it was found more than once, or another id nearly says the same.
    pub fn is_duplicate(&self) -> bool {
        self.occurrences > 1 || !self.near.is_empty()
    }
}

/// All papers that were loaded.
#[derive(Debug, Default)]
pub struct Library {
    records: Vec<Record>,
    /// How many of the records were taken out.
    removed: usize,
    sources: Sources,
    by_id: HashMap<PaperId, DocId>,
    sketches: Sketches,
    /// The long lists of papers that were found more than once.
    lists: HashMap<DocId, Lists>,
    changed: Vec<DocId>,
    /// What records gained that did not change, in order.
    gained: VecDeque<(DocId, Gain)>,
    /// Records of which only tags or marks changed.
    marked: Vec<DocId>,
    describing: Describing,
    touched: Touched,
}

/// What a record came to have beside words, by a copy that was merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gain {
    /// A source.
    Source(u32),
    /// A day.
    Day(Day),
    /// The category at this place.
    Category(usize),
    /// The topic at this place.
    Topic(usize),
    /// An address of code.
    Code,
    /// Another announcement.
    Announcement,
    /// Less than it had, or whatever else is not words: a copy was taken out.
    Other,
}

/// What became of a paper that was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is a new record.
    New(DocId),
    /// The library had it; its record may have changed.
    Merged(DocId),
}

impl Library {
    /// The records, by [`DocId`]; those that were taken out have no source and no text.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// How many papers there are.
    pub fn len(&self) -> usize {
        self.records.len() - self.removed
    }

    /// Whether there is no paper.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record with this number, unless it was taken out.
    pub fn get(&self, doc: DocId) -> Option<&Record> {
        let record = self.records.get(doc as usize)?;
        (!record.sources.is_empty()).then_some(record)
    }

    /// The names of the sources, in order of arrival; that of one that was taken out is empty.
    pub fn sources(&self) -> &[String] {
        self.sources.names()
    }

    /// The record of a paper.
    pub fn find(&self, id: &PaperId) -> Option<DocId> {
        self.by_id.get(id).copied()
    }

    /// The number of a new source. Where another has the name already, it gets a number behind it:
    /// `day.md (2)`.
    pub fn add_source(&mut self, name: &str) -> u32 {
        self.touched.change();
        self.sources.add(name)
    }

    /// How many more papers there is room for.
    pub fn room(&self) -> usize {
        self.records.capacity() - self.records.len()
    }

    /// Makes room for so many more papers at once, so that no single one has to wait until all
    /// others have been moved, and no more than that. Where there is not so much memory, none is
    /// made: papers may yet be fewer than was thought.
    pub fn reserve(&mut self, papers: usize) {
        if self.records.try_reserve_exact(papers).is_ok() {
            let _ = self.by_id.try_reserve(papers);
        }
    }

    /// Whether the words of a record changed since [`Library::take_changed`] was last asked, or one
    /// [gained](Library::take_gained) something else.
    pub fn has_changed(&self) -> bool {
        !self.changed.is_empty() || !self.gained.is_empty()
    }

    /// How many changes of words there were since then, at least as many as records.
    pub fn changes(&self) -> usize {
        self.changed.len()
    }

    /// The records of which words changed since this was last asked, each once; those that were
    /// taken out are among them.
    pub fn take_changed(&mut self) -> Vec<DocId> {
        each_once(std::mem::take(&mut self.changed))
    }

    /// What records gained beside words since this was last asked, in order, at most so many. To
    /// put a record into an index anew for each copy of it would take as long each time as the
    /// whole record is long.
    pub fn take_gained(&mut self, most: usize) -> impl Iterator<Item = (DocId, Gain)> {
        let count = most.min(self.gained.len());
        self.gained.drain(..count)
    }

    /// The records of which tags changed or which papers nearly say the same, since this was last
    /// asked, each once.
    pub fn take_marked(&mut self) -> Vec<DocId> {
        each_once(std::mem::take(&mut self.marked))
    }

    /// Gives a paper other tags than the table does, or those again. Its place in the index is for
    /// the caller to change.
    pub fn give(&mut self, doc: DocId, tags: Option<Box<[TagId]>>) {
        if let Some(record) = self.records.get_mut(doc as usize)
            && record.given != tags
        {
            record.given = tags;
            self.touched.touch(doc);
        }
    }

    /// Adds a paper found in a source and describes it, or merges it into the record that the
    /// library has of it.
    pub fn add(&mut self, paper: Paper, source: u32, tagger: &Tagger) -> Added {
        let added = self.take_in(paper, source);
        self.describe_some(usize::MAX, usize::MAX, tagger, false);
        added
    }

    /// As [`Library::add`], and leaves the paper to [`Library::describe_some`]: it has no tags
    /// until then.
    pub fn take_in(&mut self, paper: Paper, source: u32) -> Added {
        match self.by_id.entry(paper.id.clone()) {
            Entry::Vacant(place) => {
                let doc = narrow(self.records.len());
                self.touched.touch(doc);
                place.insert(doc);
                let mut record = Record::new(paper);
                record.sources.push(source);
                self.records.push(record);
                self.changed.push(doc);
                self.describing.push(doc);
                Added::New(doc)
            }
            Entry::Occupied(place) => {
                let doc = *place.get();
                self.merge_in(doc, paper, source);
                Added::Merged(doc)
            }
        }
    }

    /// Merges a copy into a record.
    fn merge_in(&mut self, doc: DocId, paper: Paper, source: u32) {
        self.touched.touch(doc);
        let record = &mut self.records[doc as usize];
        let gained = &mut self.gained;
        let mut gain = |gain| gained.push_back((doc, gain));
        if record.copies.is_empty() {
            let first = record.sources.first().copied().unwrap_or(source);
            let copy = Copied::new(first, record.paper.clone());
            record.copies.push(copy);
            prepare(&mut record.paper);
        }
        let (copy, is_known) = Copied::beside(&record.copies, source, paper);
        announce(&mut record.paper, copy.days(), copy.announce(), &mut gain);
        if !is_known {
            let mut short = Lists::default();
            let lists = if Lists::are_of(&record.paper) {
                self.lists.entry(doc).or_default()
            } else {
                &mut short
            };
            let changed = merge(&mut record.paper, copy.paper(), lists, &mut gain);
            if changed.text {
                self.describing.push(doc);
            }
            if changed.words {
                self.changed.push(doc);
            }
        }
        record.copies.push(copy);
        if let Err(at) = record.sources.binary_search(&source) {
            record.sources.insert(at, source);
            gain(Gain::Source(source));
        }
        record.occurrences += 1;
        if record.occurrences == 2 {
            self.marked.push(doc);
        }
    }

    /// The number of the source with this name.
    pub fn source_named(&self, name: &str) -> Option<u32> {
        self.sources.named(name)
    }

    /// How many sources there are.
    pub fn live_sources(&self) -> usize {
        self.sources.live()
    }

    /// Takes a source out: papers that no other source has leave the library, the others are as if
    /// it had never been read.
    pub fn remove_source(&mut self, source: u32, tagger: &Tagger) {
        let mut next = Some(0);
        while let Some(from) = next {
            next = self.remove_some(source, from, tagger);
        }
    }

    /// One slice of [`Library::remove_source`]: goes on at a record and says with which to go on
    /// next. The first starts at 0; with the last, which gives `None`, the source's name goes.
    pub fn remove_some(&mut self, source: u32, from: DocId, tagger: &Tagger) -> Option<DocId> {
        let all = narrow(self.records.len());
        let mut effort = 0;
        for doc in from..all {
            if effort >= REMOVAL_SLICE {
                return Some(doc);
            }
            effort += 1;
            let record = &mut self.records[doc as usize];
            let Ok(at) = record.sources.binary_search(&source) else {
                continue;
            };
            let size = record.copies.len() * BYTES_A_COPY + record.paper.size();
            effort += REMOVAL_EFFORT * (1 + narrow(size / BYTES_A_RECORD));
            self.lists.remove(&doc);
            self.touched.touch(doc);
            record.copies.retain(|copy| copy.source != source);
            if let Some(paper) = joined(&record.copies) {
                record.sources.remove(at);
                record.occurrences = narrow(record.copies.len());
                let before = std::mem::replace(&mut record.paper, paper);
                if record.copies.len() == 1 {
                    record.copies.clear();
                }
                let after = &record.paper;
                let has_same_text = before.title == after.title
                    && before.summary == after.summary
                    && before.comment == after.comment;
                if has_same_text && before.authors == after.authors {
                    self.marked.push(doc);
                    self.gained.push_back((doc, Gain::Other));
                } else {
                    self.changed.push(doc);
                }
                if !has_same_text {
                    self.describe(doc, tagger);
                }
            } else {
                self.changed.push(doc);
                self.by_id.remove(&record.paper.id);
                self.describing.settle(doc);
                self.part(doc);
                self.records[doc as usize] = kept::gone();
                self.removed += 1;
            }
        }
        self.sources.remove(source);
        self.touched.change();
        None
    }

    /// Marks a record and those that nearly say the same. Says how many bytes of text it looked at.
    fn compare(&mut self, doc: DocId) -> usize {
        self.part(doc);
        self.touched.touch(doc);
        let paper = &self.records[doc as usize].paper;
        let sketch = Sketch::of(paper);
        let mut effort = looked_at(paper);
        for other in self.sketches.candidates(doc, &sketch) {
            let Some(record) = self.get(other) else {
                continue;
            };
            effort += looked_at(&record.paper);
            let percent = sketch.in_common(&Sketch::of(&record.paper));
            if is_near(percent) {
                self.records[doc as usize].near.push(Near {
                    doc: other,
                    percent,
                });
                self.records[other as usize]
                    .near
                    .push(Near { doc, percent });
                self.touched.touch(other);
                self.marked.push(other);
            }
        }
        self.sketches.remember(doc, &sketch);
        effort
    }

    /// Takes the marks back that join a record to others.
    fn part(&mut self, doc: DocId) {
        for near in std::mem::take(&mut self.records[doc as usize].near) {
            self.records[near.doc as usize]
                .near
                .retain(|other| other.doc != doc);
            self.touched.touch(near.doc);
            self.marked.push(near.doc);
        }
    }
}

/// The paper that copies make together; `None` where there is none.
fn joined(copies: &[Copied]) -> Option<Paper> {
    let (first, others) = copies.split_first()?;
    let mut paper = first.to_paper();
    if others.is_empty() {
        return Some(paper);
    }
    prepare(&mut paper);
    let mut lists = Lists::default();
    let mut merged = HashSet::from([std::ptr::from_ref(first.paper())]);
    for copy in others {
        if merged.insert(std::ptr::from_ref(copy.paper())) {
            merge(&mut paper, copy.paper(), &mut lists, &mut |_| {});
        }
        announce(&mut paper, copy.days(), copy.announce(), &mut |_| {});
    }
    Some(paper)
}

fn each_once(mut docs: Vec<DocId>) -> Vec<DocId> {
    sorting::sort(&mut docs);
    docs.dedup();
    docs
}

/// A library never holds 2³² papers: the text of one alone is more than a byte, and wasm has 4 GiB.
fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
