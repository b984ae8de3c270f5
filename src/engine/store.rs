//! The papers and what makes them searchable.

use std::sync::Arc;
use std::vec::IntoIter;

use super::facets::ValueNames;
use super::files::Files;
use super::marking::put_marks;
use super::own::Owned;
use super::sets::Sets;
use super::settings::Untold;
use crate::core::library::{DocId, Library};
use crate::core::marks::Journal;
use crate::core::search::{Index, Listed, Searcher};
use crate::core::tags::Tagger;

/// A larger text than this is given back before its papers are indexed, in bytes: the text, the
/// library and the index together are more than three times the text, any two of them are not.
const LATE_FROM: usize = 64 << 20;
/// How many papers are indexed in one slice of work.
pub(super) const PAPERS_A_SLICE: usize = 64;
/// And how many bytes of text are enough for one, however few the papers.
pub(super) const TEXT_A_SLICE: usize = 192 << 10;
/// How much that records gained beside words is indexed in one slice.
const GAINS_A_SLICE: usize = 8 << 10;
/// How many postings are merged in one slice of work.
const MERGED_A_SLICE: usize = 64 << 10;
/// How many papers are tagged and compared in one slice of work.
const DESCRIBED_A_SLICE: usize = 32;
/// And how many bytes of text are enough for one.
const TEXT_DESCRIBED: usize = 96 << 10;

/// The papers and what makes them searchable.
#[derive(Debug)]
pub(super) struct Store {
    pub(super) library: Library,
    pub(super) index: Index,
    pub(super) tagger: Tagger,
    pub(super) owned: Owned,
    pub(super) files: Files,
    pub(super) value_names: ValueNames,
    /// What the reader did with papers, also with those that are not in the library.
    pub(super) journal: Journal,
    pub(super) untold: Untold,
    /// What the queries of settings find.
    pub(super) sets: Sets,
    /// The words of the reader's lists.
    pub(super) listed: Arc<Listed>,
    /// Grows with each change.
    pub(super) generation: u64,
    /// Grows with each change of marks.
    pub(super) marked: u64,
    /// Papers whose change the index lacks: those of a large text, and none else between two
    /// slices.
    pub(super) behind: IntoIter<DocId>,
    pub(super) late_from: usize,
    /// Whether [assistants](super::Assistant) tag papers too.
    pub(super) is_shared: bool,
    /// The number of the last errand.
    pub(super) errands: u32,
}

impl Default for Store {
    fn default() -> Self {
        Self {
            library: Library::default(),
            index: Index::default(),
            tagger: Tagger::default(),
            owned: Owned::default(),
            files: Files::default(),
            value_names: ValueNames::default(),
            journal: Journal::default(),
            untold: Untold::default(),
            sets: Sets::default(),
            listed: Arc::default(),
            generation: 0,
            marked: 0,
            behind: Vec::new().into_iter(),
            late_from: LATE_FROM,
            is_shared: false,
            errands: 0,
        }
    }
}

impl Store {
    /// The library at this moment, to be asked.
    pub(super) fn searcher(&mut self) -> Searcher<'_> {
        Searcher::new(&mut self.index, &self.library)
    }

    /// Takes a slice of a source out of the library and says with which record to go on; `None`
    /// when all of it is out.
    pub(super) fn remove_some(&mut self, source: u32, from: DocId) -> Option<DocId> {
        // What is left of it, should the job be cancelled, is a part of its file.
        self.files.open(source);
        let next = self.library.remove_some(source, from, &self.tagger);
        if next.is_none() {
            self.files.forget(source);
        }
        self.refresh();
        next
    }

    /// Brings the index up to the library.
    pub(super) fn refresh(&mut self) {
        while self.refresh_some() {}
    }

    /// Brings the index a slice nearer to the library, and says whether more is to be done.
    pub(super) fn refresh_some(&mut self) -> bool {
        self.mark();
        if self.behind.len() == 0 {
            self.behind = self.library.take_changed().into_iter();
        }
        let mut text = 0;
        for _ in 0..PAPERS_A_SLICE {
            let Some(doc) = self.behind.next() else {
                break;
            };
            self.tag_by_own(doc);
            match self.library.get(doc) {
                Some(record) => {
                    text += record.paper.size();
                    self.index.put(doc, record);
                    let id = &record.paper.id;
                    put_marks(&mut self.index.reader, &self.journal, doc, id);
                }
                None => self.index.remove(doc),
            }
            if text >= TEXT_A_SLICE {
                break;
            }
        }
        let gained: Vec<_> = self.library.take_gained(GAINS_A_SLICE).collect();
        for (doc, gain) in gained {
            if let Some(record) = self.library.get(doc) {
                self.index.gain(doc, record, gain);
            }
        }
        self.is_behind()
    }

    /// Brings tags and marks of the index up to the library's.
    pub(super) fn mark(&mut self) {
        self.generation += 1;
        for doc in self.library.take_marked() {
            self.tag_by_own(doc);
            if let Some(record) = self.library.get(doc) {
                self.index.mark(doc, record);
            }
        }
    }

    /// Does a slice of what can wait until all is searchable: merges segments, then tags papers
    /// that were only taken in. Says whether more is to be done.
    pub(super) fn describe_some(&mut self) -> bool {
        self.index.merges_late = false;
        if self.library.undescribed() == 0 {
            return false;
        }
        if !self.index.compact(MERGED_A_SLICE) {
            self.library.describe_some(
                DESCRIBED_A_SLICE,
                TEXT_DESCRIBED,
                &self.tagger,
                self.is_shared,
            );
            self.refresh();
        }
        self.library.undescribed() > 0
    }

    /// Whether nothing is left to do for now but to wait for assistants.
    pub(super) fn awaits(&self) -> bool {
        self.library.only_awaits() && !self.index.has_to_merge() && !self.is_behind()
    }

    /// Whether the index lacks words or values.
    pub(super) fn is_behind(&self) -> bool {
        self.behind.len() > 0 || self.library.has_changed()
    }

    /// How many papers a search goes through.
    pub(super) fn searchable(&self) -> usize {
        let lacking = self.behind.len() + self.library.changes();
        self.library.len().saturating_sub(lacking)
    }
}
