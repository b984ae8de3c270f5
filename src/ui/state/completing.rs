//! What the word at the caret may become, and which of it is chosen.

use std::rc::Rc;

use crate::protocol::CompletionView;

/// The completions of the query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Completing {
    /// Where they are wanted, in UTF-16 units; `None` while they are closed.
    pub caret: Option<u32>,
    /// The ways to go on. While those for another letter are on their way the old ones stay, so
    /// that nothing flickers.
    pub all: Rc<[CompletionView]>,
    /// The one that is chosen.
    pub chosen: Option<usize>,
    /// The text of the query that they are of.
    of: String,
}

impl Completing {
    /// Whether there are any to show.
    pub fn is_open(&self) -> bool {
        self.caret.is_some() && !self.all.is_empty()
    }

    /// Whether they are of this text, so that one can be taken.
    pub fn fits(&self, text: &str) -> bool {
        self.of == text
    }

    pub(super) fn want(&mut self, caret: Option<u32>) {
        self.chosen = None;
        if caret.is_none() {
            *self = Self::default();
        }
        self.caret = caret;
    }

    /// Takes over what is offered for a text, unless they were closed or the query has become
    /// another.
    pub(super) fn offer(&mut self, of: String, all: Vec<CompletionView>, text: &str) {
        if self.caret.is_some() && of == text {
            self.of = of;
            self.all = all.into();
            self.chosen = None;
        }
    }

    /// Chooses the next or the one before; beyond either end none is.
    pub(super) fn choose(&mut self, by: i32) {
        let count = i32::try_from(self.all.len()).unwrap_or(0);
        let now = self.chosen.map_or(-1, |at| i32::try_from(at).unwrap_or(-1));
        let next = (now + by + 1).rem_euclid(count + 1) - 1;
        self.chosen = usize::try_from(next).ok();
    }

    /// Takes one: gives the query's text with it. After a field its values are offered, otherwise
    /// that was all.
    pub(super) fn accept(&mut self, at: usize) -> Option<String> {
        let taken = self.all.get(at)?.clone();
        let goes_on = taken.text.ends_with(':');
        *self = Self {
            caret: goes_on.then_some(taken.caret),
            ..Self::default()
        };
        Some(taken.query)
    }
}
