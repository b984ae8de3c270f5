//! When the editor of rules comes and goes.

use std::rc::Rc;

use crate::protocol::Draft;

use super::{Editing, Panel, State};

impl State {
    pub(super) fn edit_rule(&mut self, at: Option<u32>, draft: Rc<Draft>) {
        let from_list = self.panel == Some(Panel::Rules);
        let same = |editing: &Editing| Rc::ptr_eq(&editing.draft, &draft);
        if !self.rules.editing.as_ref().is_some_and(same) {
            self.rules.drop_editing();
            self.rules.editing = Some(Editing::new(at, draft, from_list));
        } else if let Some(editing) = &mut self.rules.editing {
            editing.from_list = from_list;
        }
        self.panel = Some(Panel::Rules);
    }

    /// Leaves the editor without saving.
    pub(super) fn drop_rule(&mut self) {
        let from_list = self.rules.drop_editing();
        self.panel = self.panel.filter(|_| from_list);
    }

    /// Goes on with the rule that was dropped.
    pub(super) fn have_back(&mut self) {
        if let Some(undo) = self.rules.undo.take() {
            self.edit_rule(undo.at, Rc::clone(&undo.draft));
        }
    }

    pub(super) fn save_rule(&mut self) {
        let from_list = self.rules.editing.as_ref().is_some_and(|one| one.from_list);
        if self.rules.save() && !from_list {
            self.panel = None;
        }
    }
}
