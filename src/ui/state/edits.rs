//! Changes of the query: by the box, and by clicks, which the worker makes one after the other.

use crate::core::facet::Facet;
use crate::protocol::{Edit, Request};

use super::{History, State};

impl State {
    pub(super) fn set_query(&mut self, text: String) {
        if self.place.search.text != text {
            self.place.search.text = text;
            self.history = History::Push;
        }
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        self.edits = self.edits.iter().cloned().chain([edit]).collect();
    }

    /// Takes over an edited text, unless the box says something else by now: the edit is asked for again then.
    pub(super) fn edited(&mut self, of: &str, text: Option<String>) {
        if of != self.place.search.text {
            return;
        }
        self.edits = self.edits.iter().skip(1).cloned().collect();
        if let Some(text) = text {
            self.set_query(text);
        }
    }

    /// What to ask the worker to edit next.
    pub fn next_edit(&self) -> Option<Request> {
        Some(Request::Edit {
            text: self.place.search.text.clone(),
            fallback: self.found.as_ref().map(|found| found.canonical.clone()),
            all_of: self.place.search.all_of.clone(),
            edit: self.edits.first()?.clone(),
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
        self.edit(Edit::JoinAll(facet, all_of));
        self.history = History::Push;
    }
}
