//! Undoing and redoing that a source was taken out of the library.
//!
//! What the reader does with papers and settings stands in the [`Journal`], which outlives the
//! visit. A source is too large for that: that one was taken out can be undone as long as whoever
//! drives the engine has its file, until the visit ends. Its place in the history is told by the
//! acts of the journal before and behind it.

use super::Engine;
use crate::core::marks::{Act, Journal};
use crate::protocol::{Loaded, OWN_JOBS, Response, SourceNews, Way};

use super::arrivals::Settled;

/// Sources that were taken out, among the acts of the journal.
#[derive(Debug, Default)]
pub(super) struct Removals {
    /// Those that can be undone, the newest last.
    done: Vec<Removed>,
    /// Those that can be redone, the next one last.
    undone: Vec<Removed>,
}

#[derive(Debug)]
struct Removed {
    source: String,
    place: Place,
}

/// A place in the history: the times of the acts that would be undone and redone next there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    undo: Option<u64>,
    redo: Option<u64>,
}

impl Place {
    fn of(journal: &Journal) -> Self {
        let time = |act: &Act| act.at;
        Self {
            undo: journal.to_undo().map(time),
            redo: journal.to_redo().map(time),
        }
    }
}

impl Removals {
    /// The removal to be undone, if it is newer than all acts.
    fn undo(&mut self, now: Place) -> Option<String> {
        let removed = self.done.pop_if(|last| last.place.undo == now.undo)?;
        let source = removed.source.clone();
        self.undone.push(Removed {
            place: now,
            ..removed
        });
        Some(source)
    }

    /// The removal to be redone, if it comes before all acts that can be.
    fn redo(&mut self, now: Place) -> Option<String> {
        let removed = self.undone.pop_if(|last| last.place == now)?;
        let source = removed.source.clone();
        self.done.push(removed);
        Some(source)
    }
}

impl Engine {
    /// Takes note of a source that the reader has taken out.
    pub(super) fn note_removal(&mut self, loaded: &Loaded) {
        if let Some(source) = &loaded.removed
            && loaded.job < OWN_JOBS
        {
            self.removals.undone.clear();
            self.removals.done.push(Removed {
                source: source.clone(),
                place: Place::of(&self.store.journal),
            });
        }
    }

    /// Takes the newest act back, be it that a source was taken out.
    pub(super) fn take_back(&mut self, at: u64) -> Response {
        let now = Place::of(&self.store.journal);
        if let Some(source) = self.removals.undo(now) {
            if self.store.library.source_named(&source).is_some() {
                // It comes back under another name, by which nobody would know it.
                self.removals.undone.pop();
            }
            return self.want(Way::Undone, source);
        }
        match now.undo {
            Some(_) => self.undo(at),
            None => Response::NothingTo(Way::Undone),
        }
    }

    /// Does what was undone last again.
    pub(super) fn do_again(&mut self, at: u64) -> Response {
        let now = Place::of(&self.store.journal);
        if let Some(source) = self.removals.redo(now) {
            return self.want(Way::Redone, source);
        }
        match now.redo {
            Some(_) => self.redo(at),
            None => Response::NothingTo(Way::Redone),
        }
    }

    fn want(&mut self, way: Way, source: String) -> Response {
        self.pipeline.want(match way {
            Way::Undone => Settled::Wanted(source.clone()),
            Way::Done | Way::Redone => Settled::Unwanted(source.clone()),
        });
        Response::Source(SourceNews {
            way,
            source,
            is_lost: false,
        })
    }
}
