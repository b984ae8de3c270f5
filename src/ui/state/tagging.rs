//! Tags that are put on papers by hand, and taken off.

use std::rc::Rc;

use crate::protocol::{Chosen, Hand, OwnEdit, TagView};

use super::State;

/// The tag that is being put on papers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adding {
    /// What is typed; `None` while nothing is.
    pub typed: Option<String>,
    /// The tags that fit.
    pub all: Rc<[TagView]>,
    /// The text that they fit.
    of: String,
    /// The one that is chosen.
    pub chosen: usize,
    /// Whether the first one is taken as soon as those that fit are here.
    takes: bool,
    /// The papers of the list that it is put on; `None` for the open one.
    pub many: Option<Rc<Many>>,
    /// Grows with each wish to put a tag on the open paper, so that the focus goes there.
    pub wishes: u32,
}

/// Papers of the list that get a tag together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Many {
    /// Which.
    pub papers: Chosen,
    /// How many.
    pub count: u32,
}

impl Adding {
    /// Chooses the next or the one before, round both ends.
    pub(super) fn choose(&mut self, by: i32) {
        let count = i32::try_from(self.all.len()).unwrap_or(0).max(1);
        let now = i32::try_from(self.chosen).unwrap_or(0);
        self.chosen = usize::try_from((now + by).rem_euclid(count)).unwrap_or(0);
    }

    /// The box says this; `None` when it is left.
    pub(super) fn write(&mut self, typed: Option<String>) {
        if typed.is_none() {
            self.leave();
        }
        self.typed = typed;
        self.chosen = 0;
        self.takes = false;
    }

    /// Nothing is put on any more.
    pub(super) fn leave(&mut self) {
        *self = Self {
            wishes: self.wishes,
            ..Self::default()
        };
    }
}

impl State {
    /// A tag is to be put on: on the rows that are chosen, on the open paper, or on the active one.
    pub(super) fn begin_tagging(&mut self) {
        if self.choice().is_none() && self.place.paper.is_some() {
            self.rules.adding.leave();
            self.rules.adding.wishes += 1;
            return;
        }
        let Some(papers) = self.target_papers() else {
            return;
        };
        let count = self.choice().map_or(1, |(first, last)| last - first + 1);
        self.rules.adding.write(Some(String::new()));
        self.rules.adding.many = Some(Rc::new(Many { papers, count }));
    }

    /// The box for several papers is left, and the focus goes back to the list.
    pub(super) fn end_tagging(&mut self) {
        if self.rules.adding.many.is_some() {
            self.steps += 1;
        }
        self.rules.adding.leave();
    }

    /// Tags are offered for a text.
    pub(super) fn offer_tags(&mut self, of: String, all: Vec<TagView>) {
        let adding = &mut self.rules.adding;
        adding.all = all.into();
        let takes = adding.takes && adding.typed.as_ref() == Some(&of);
        adding.of = of;
        if takes {
            self.take_tag();
        }
    }

    /// The chosen tag is put on, or the first one as soon as it is known which that is.
    pub(super) fn take_tag(&mut self) {
        let adding = &mut self.rules.adding;
        if adding.typed.as_ref() != Some(&adding.of) {
            adding.takes = adding.typed.is_some();
        } else if let Some(tag) = adding.all.get(adding.chosen).cloned() {
            self.tag_by_hand(&tag, Some(Hand::Add));
        }
    }

    /// A tag is put on by hand, taken off, or left to the rules.
    pub(super) fn tag_by_hand(&mut self, tag: &TagView, what: Option<Hand>) {
        let (facet, id) = (tag.facet, tag.id.clone());
        if let Some(many) = self.rules.adding.many.clone() {
            self.rules.ask(OwnEdit::Tag {
                papers: many.papers.clone(),
                facet,
                tag: id,
            });
            self.marking.anchor = None;
        } else if let Some(paper) = self.place.paper.clone() {
            self.rules.ask(OwnEdit::Hand {
                paper,
                facet,
                tag: id,
                what,
            });
        }
        self.end_tagging();
    }
}
