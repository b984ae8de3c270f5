//! What other rules would change in a library, and tagging it anew in slices, so that the page answers in between.

use std::collections::BTreeMap;

use super::{ByHand, Name, Own};
use crate::core::library::{DocId, Library, Record};
use crate::core::paper::PaperId;

/// How many papers are shown at most of those that gain a tag, and of those that lose it.
pub const EXAMPLES: usize = 5;

/// How far a walk over a library is, in records; those that were taken out count too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Records passed by.
    pub done: usize,
    /// Records to pass by.
    pub of: usize,
}

impl Progress {
    /// Whether the walk is at its end.
    pub fn is_complete(self) -> bool {
        self.done >= self.of
    }
}

/// What becomes of one tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// How many papers gain it.
    pub gained: usize,
    /// How many papers lose it.
    pub lost: usize,
    /// The first [`EXAMPLES`] that gain it.
    pub gains: Vec<PaperId>,
    /// The first [`EXAMPLES`] that lose it.
    pub losses: Vec<PaperId>,
}

/// A walk over a library that counts what other rules would change.
#[derive(Debug)]
pub struct Preview<'r> {
    before: &'r Own,
    after: &'r Own,
    next: usize,
    changes: BTreeMap<Name, Change>,
}

impl<'r> Preview<'r> {
    /// Begins the walk.
    pub fn new(before: &'r Own, after: &'r Own) -> Self {
        Self {
            before,
            after,
            next: 0,
            changes: BTreeMap::new(),
        }
    }

    /// Looks at so many more records.
    pub fn step(&mut self, library: &Library, hand: &ByHand, records: usize) -> Progress {
        let (slice, progress) = slice(library, &mut self.next, records);
        for (_, record) in slice {
            let names = |own: &Own| own.names(&record.paper, &record.tags, hand);
            let (before, after) = (names(self.before), names(self.after));
            for name in after.iter().filter(|name| !before.contains(name)) {
                let change = self.changes.entry(name.clone()).or_default();
                change.gained += 1;
                show(&mut change.gains, record);
            }
            for name in before.iter().filter(|name| !after.contains(name)) {
                let change = self.changes.entry(name.clone()).or_default();
                change.lost += 1;
                show(&mut change.losses, record);
            }
        }
        progress
    }

    /// What changes of what was looked at, by tag; tags of which nothing changes are not among them.
    pub fn changes(&self) -> &BTreeMap<Name, Change> {
        &self.changes
    }
}

fn show(examples: &mut Vec<PaperId>, record: &Record) {
    if examples.len() < EXAMPLES {
        examples.push(record.paper.id.clone());
    }
}

/// A walk over a library that tags its papers by the table, the rules and by hand.
#[derive(Debug)]
pub struct Retagging {
    next: usize,
    differing: BTreeMap<DocId, Vec<Name>>,
}

impl Retagging {
    /// Begins the walk.
    pub fn new() -> Self {
        Self {
            next: 0,
            differing: BTreeMap::new(),
        }
    }

    /// Tags so many more records.
    pub fn step(
        &mut self,
        library: &Library,
        own: &Own,
        hand: &ByHand,
        records: usize,
    ) -> Progress {
        let (slice, progress) = slice(library, &mut self.next, records);
        for (doc, record) in slice {
            let names = own.names(&record.paper, &record.tags, hand);
            let table = record.tags.iter().copied().map(Name::of);
            let mut table: Vec<Name> = table.collect();
            table.sort();
            if names != table {
                self.differing.insert(doc, names);
            }
        }
        progress
    }

    /// The tags, sorted, of the papers that have others than the table gives them.
    pub fn finish(self) -> BTreeMap<DocId, Vec<Name>> {
        self.differing
    }
}

impl Default for Retagging {
    fn default() -> Self {
        Self::new()
    }
}

/// The next records of a library that were not taken out, and how far that is.
fn slice<'l>(
    library: &'l Library,
    next: &mut usize,
    records: usize,
) -> (impl Iterator<Item = (DocId, &'l Record)>, Progress) {
    let of = library.records().len();
    let from = (*next).min(of);
    let to = from.saturating_add(records.max(1)).min(of);
    *next = to;
    let docs = (from..to).filter_map(|doc| DocId::try_from(doc).ok());
    let slice = docs.filter_map(move |doc| Some((doc, library.get(doc)?)));
    (slice, Progress { done: to, of })
}
