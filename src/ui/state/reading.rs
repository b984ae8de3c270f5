//! Which hit is the active one, and which paper is open.

use std::rc::Rc;

use crate::protocol::{OpenMarks, OpenPaper, PaperView, Window};
use crate::ui::place::Place;

use super::{Fetched, History, State};

/// What gets the focus where the list that had it is gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Home {
    /// What says why nothing was found.
    #[default]
    Message,
    /// The search box: Enter led from there to hits of a word that it finished, and there have been
    /// none since.
    Box,
}

impl State {
    pub(super) fn read(&mut self, id: String) {
        self.marking.writes = false;
        self.place.paper = Some(id);
        self.paper = Fetched::Nothing;
        self.follows = false;
        self.history = History::Push;
    }

    pub(super) fn close(&mut self) {
        if self.place.paper.take().is_some() {
            self.history = History::Push;
        }
        self.paper = Fetched::Nothing;
        self.follows = false;
        self.marking.writes = false;
    }

    pub(super) fn show(&mut self, window: Window) {
        self.see_passed(window);
        self.window = window;
    }

    pub(super) fn activate(&mut self, at: u32) {
        self.active = at;
        self.poised = false;
        self.marking.anchor = None;
        self.follows = false;
    }

    pub(super) fn step(&mut self, by: i32) {
        let last = self.hits().saturating_sub(1);
        // Where nobody has been at the active hit yet, the way down begins with it.
        let way = by - i32::from(self.poised && by > 0);
        if way != 0 {
            self.see_active();
        }
        self.active = self.active.saturating_add_signed(way).min(last);
        self.steps += 1;
        self.poised = false;
        if by == 0 {
            return;
        }
        self.marking.anchor = None;
        self.marking.writes = false;
        self.follows = self.place.paper.is_some();
        self.history = History::Replace;
        self.follow();
    }

    /// Enter in the box leads to the first hit. It finishes the word, whose own hits may be on
    /// their way; where there are none the box gets the focus back.
    pub(super) fn enter(&mut self) {
        self.typing = false;
        self.home = if self.waits() {
            Home::Box
        } else {
            Home::Message
        };
        self.step(i32::MIN);
    }

    pub(super) fn open(&mut self, at: u32) {
        self.active = at;
        self.poised = false;
        self.marking.anchor = None;
        self.marking.writes = false;
        self.follows = true;
        self.history = History::Push;
        self.follow();
    }

    /// Opens the active hit if that is wanted and its row is here.
    pub(super) fn follow(&mut self) {
        if !self.follows {
            return;
        }
        if let Some(row) = self.rows.get(self.active) {
            self.follows = false;
            if self.place.paper.as_deref() != Some(row.id.as_str()) {
                self.place.paper = Some(row.id.clone());
            }
        }
    }

    pub(super) fn arrive(&mut self, place: Place) {
        if place.paper != self.place.paper {
            self.paper = Fetched::Nothing;
            if let Some(at) = place.paper.as_deref().and_then(|id| self.rows.position(id)) {
                self.active = at;
            }
        }
        self.follows = false;
        self.place = place;
        self.history = History::Replace;
    }

    /// Goes to the plain page: the search or the paper that was asked for may be what the worker
    /// died of. It is one step of the history back.
    pub(super) fn leave_view(&mut self) {
        self.place = Place::default();
        self.paper = Fetched::Nothing;
        self.follows = false;
        self.history = History::Push;
    }

    pub(super) fn fetched(&mut self, paper: Option<Box<PaperView>>) {
        match paper {
            Some(paper) => {
                if self.place.paper.as_deref() != Some(paper.id.as_str()) {
                    return;
                }
                // Rows that are chosen beside it stay so.
                if let Some(at) = paper.position.filter(|_| self.marking.anchor.is_none()) {
                    self.active = at;
                }
                let id = paper.id.clone();
                self.paper = Fetched::Paper(Rc::<PaperView>::from(paper).into());
                self.see([id]);
            }
            None => self.paper = Fetched::Missing,
        }
    }

    /// Puts the marks of the query on show into the open paper. Of its score the old one stays
    /// until the whole paper is here, so that nothing flickers.
    pub(super) fn mark(&mut self, marks: OpenMarks) {
        let Fetched::Paper(shown) = &self.paper else {
            return;
        };
        let mut paper = PaperView::clone(shown);
        let position = self.rows.position(&paper.id);
        let is_moved = std::mem::replace(&mut paper.position, position) != position;
        if paper.mark(marks) || is_moved {
            self.paper = Fetched::Paper(Rc::new(paper).into());
        }
    }

    /// The paper that is open, and which part of it, once it is here.
    pub fn open_paper(&self) -> Option<OpenPaper> {
        match (&self.paper, &self.place.paper) {
            (Fetched::Paper(paper), Some(wanted)) if paper.id == *wanted => Some(OpenPaper {
                id: paper.id.clone(),
                part: paper.part.0,
            }),
            _ => None,
        }
    }

    /// Which part of the open paper's abstract is wanted.
    pub fn wanted_part(&self) -> u32 {
        let (of, part) = &self.part;
        if self.place.paper.as_ref() == Some(of) {
            *part
        } else {
            0
        }
    }

    /// The page at arXiv of the open paper or, where none is open, of the active one.
    pub fn arxiv_address(&self) -> Option<String> {
        if let Fetched::Paper(paper) = &self.paper {
            return paper.abs_url.clone();
        }
        let id = &self.rows.get(self.active)?.id;
        // Papers without an arXiv id have local names.
        (!id.starts_with("x-")).then(|| format!("https://arxiv.org/abs/{id}"))
    }
}
