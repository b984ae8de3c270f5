//! What the reader did with the papers, as far as a query asks for it.

use std::collections::BTreeMap;

use super::bitset::Bitset;
use crate::core::library::DocId;
use crate::core::marks::{Flags, State};

/// The reader's marks on the papers of the library: a bit for each paper and state, and the notes.
/// Whoever puts papers into the index has them kept up; a mark changes a few bits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReaderState {
    /// For each state of [`State::ALL`] the papers in it; what was taken out is in none.
    states: [Bitset; State::COUNT],
    with_note: Bitset,
    notes: BTreeMap<DocId, String>,
}

impl ReaderState {
    /// The state in which all of some papers are new to the reader.
    pub(super) fn of(papers: &Bitset) -> Self {
        let set = |state| {
            if Flags::default().is(state) {
                papers.clone()
            } else {
                Bitset::empty(papers.len())
            }
        };
        Self {
            states: State::ALL.map(set),
            with_note: Bitset::empty(papers.len()),
            notes: BTreeMap::new(),
        }
    }

    /// Sets the marks and the note of a paper; an empty note is none.
    pub fn put(&mut self, doc: DocId, flags: Flags, note: &str) {
        let at = doc as usize;
        for (set, state) in self.states.iter_mut().zip(State::ALL) {
            set.put(at, flags.is(state));
        }
        self.with_note.put(at, !note.is_empty());
        if note.is_empty() {
            self.notes.remove(&doc);
        } else {
            self.notes.insert(doc, note.to_owned());
        }
    }

    /// Lets go of a paper that was taken out.
    pub(super) fn remove(&mut self, doc: DocId) {
        self.put(doc, Flags::default(), "");
        for set in &mut self.states {
            set.put(doc as usize, false);
        }
    }

    /// The papers in a state.
    pub(in crate::core) fn papers(&self, state: State) -> &Bitset {
        &self.states[state as usize]
    }

    /// The papers with a note.
    pub(in crate::core) fn with_note(&self) -> &Bitset {
        &self.with_note
    }

    /// The notes, by paper.
    pub(in crate::core) fn notes(&self) -> impl Iterator<Item = (DocId, &str)> {
        self.notes.iter().map(|(doc, note)| (*doc, note.as_str()))
    }

    /// How many of some papers are in each state of [`State::ALL`].
    pub(in crate::core) fn tally(&self, docs: &Bitset) -> Vec<u32> {
        let count = |set: &Bitset| super::narrow(set.common(docs));
        self.states.iter().map(count).collect()
    }

    /// The bytes it takes.
    pub(super) fn bytes(&self) -> usize {
        let sets = self.states.iter().map(Bitset::bytes).sum::<usize>();
        let notes = self.notes.values().map(String::capacity).sum::<usize>();
        sets + self.with_note.bytes() + notes
    }
}
