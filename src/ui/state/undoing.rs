//! One undo for all that a reader does: acts with papers, which the worker takes back, and changes
//! of the rules, which the page does. The newest act goes first, whichever it is.

use std::rc::Rc;

use super::rules::Before;
use super::triage::Ask;
use super::{State, Undo};
use crate::ui::text;

/// Something that can be taken back, or done again.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// An act with papers.
    Marks,
    /// A change of the rules.
    Rules(Rc<Undo>),
}

/// What was done on this page, and what of it was taken back. What was done with papers before the
/// page began comes behind: the worker knows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undoing {
    /// The newest last.
    done: Vec<Step>,
    /// What can be done again, the next last.
    undone: Vec<Step>,
}

impl Undoing {
    /// Something was done.
    pub(super) fn did(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// Something was taken back; it is no more among what was done.
    pub(super) fn undid(&mut self, step: Step) {
        self.undone.push(step);
    }

    /// Something was done again; it is no more among what was taken back.
    pub(super) fn redid(&mut self, step: Step) {
        self.done.push(step);
    }
}

impl State {
    /// Takes note of a change of the rules that came with the last action; `before` is what could
    /// be taken back until then.
    pub(super) fn note_rules(&mut self, before: Option<&Rc<Undo>>) {
        if let Some(undo) = &self.rules.undo
            && before.is_none_or(|before| !Rc::ptr_eq(before, undo))
        {
            self.undoing.did(Step::Rules(Rc::clone(undo)));
            self.marking.said = None;
        }
    }

    /// The change of the rules that the bar tells of is taken back.
    pub(super) fn undo_rules(&mut self) {
        let Some(undo) = self.rules.undo.clone() else {
            return;
        };
        let is_it = |step: &Step| *step == Step::Rules(Rc::clone(&undo));
        if let Some(at) = self.undoing.done.iter().rposition(is_it) {
            self.undoing.done.remove(at);
        }
        self.go_back(&undo);
    }

    pub(super) fn take_back(&mut self) {
        match self.undoing.done.pop() {
            Some(Step::Rules(undo)) => self.go_back(&undo),
            Some(Step::Marks) | None => self.marking.ask(Ask::Undo),
        }
    }

    pub(super) fn do_again(&mut self) {
        match self.undoing.undone.pop() {
            Some(Step::Rules(undo)) => {
                let back = self.rules.swap(&undo);
                self.undoing.redid(Step::Rules(back));
                self.say(text::redone(&undo.said), false);
            }
            Some(Step::Marks) | None => self.marking.ask(Ask::Redo),
        }
    }

    fn go_back(&mut self, undo: &Rc<Undo>) {
        if let Before::Own(_) = undo.before {
            let again = self.rules.swap(undo);
            self.undoing.undid(Step::Rules(again));
            self.say(text::undone(&undo.said), true);
        } else {
            self.rules.undo = Some(Rc::clone(undo));
            self.undo();
        }
    }
}
