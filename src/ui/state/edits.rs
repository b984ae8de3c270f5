//! Changes of the query: by the box, and by clicks, which the worker makes one after the other.

use crate::core::facet::Facet;
use crate::protocol::{Edit, Request};

use super::{History, State};

/// An edit that the worker has yet to make.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The change.
    pub edit: Edit,
    /// Whether it goes on with the change before it: together they are one step of the history.
    pub goes_on: bool,
}

impl State {
    /// The box says this now. The first letters are a step of their own, unless they come in the
    /// place of others that were typed: who empties the box and types anew is still at the same.
    pub(super) fn type_query(&mut self, text: String) {
        let is_plain = self.place.search.text.is_empty() && !text.is_empty();
        let types = matches!(self.history, History::Rest | History::Begin);
        self.history = if is_plain && !types {
            History::Begin
        } else {
            History::Rest
        };
        self.place.search.text = text;
    }

    pub(super) fn set_query(&mut self, text: String) {
        self.typing = false;
        if self.place.search.text != text {
            self.place.search.text = text;
            self.history = History::Push;
        }
    }

    pub(super) fn edit(&mut self, edit: Edit, goes_on: bool) {
        let asked = Asked { edit, goes_on };
        self.edits = self.edits.iter().cloned().chain([asked]).collect();
    }

    /// Takes over an edited text, unless the box says something else by now: the edit is asked for
    /// again then. Until it is here the word that is being typed is searched for as it was, so that
    /// no list of the finished word comes and goes in between.
    pub(super) fn edited(&mut self, of: &str, text: Option<String>) {
        if of != self.place.search.text {
            return;
        }
        let made = self.edits.first().cloned();
        self.edits = self.edits.iter().skip(1).cloned().collect();
        if let Some(text) = text {
            // Who stretches a choice of days further takes one step in the history, not one with
            // each key.
            let goes_on = made.as_ref().is_some_and(|made| made.goes_on);
            let is_same_step = goes_on && self.brushed.as_ref() == Some(&self.place.search.text);
            self.set_query(text);
            if is_same_step {
                self.history = History::Replace;
            }
            let brushes = made.is_some_and(|made| matches!(made.edit, Edit::Days(Some(_))));
            self.brushed = brushes.then(|| self.place.search.text.clone());
        }
    }

    /// What to ask the worker to edit next. What a click promises was counted with what the word
    /// that is being typed may become, if it goes on.
    pub fn next_edit(&self) -> Option<Request> {
        let found = self.found.as_ref();
        Some(Request::Edit {
            text: self.place.search.text.clone(),
            typing: self.typing && found.is_some_and(|found| found.goes_on),
            fallback: found.map(|found| found.canonical.clone()),
            all_of: self.place.search.all_of.clone(),
            edit: self.edits.first()?.edit.clone(),
        })
    }

    pub(super) fn join_all(&mut self, facet: Facet, all_of: bool) {
        let facets = &mut self.place.search.all_of;
        let wanted = |known: &Facet| {
            if *known == facet {
                all_of
            } else {
                facets.contains(known)
            }
        };
        *facets = Facet::ALL.into_iter().filter(wanted).collect();
        self.edit(Edit::JoinAll(facet, all_of), false);
        self.history = History::Push;
    }
}
