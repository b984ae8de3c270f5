//! When the editor of rules comes and goes.

use std::rc::Rc;

use crate::protocol::Draft;

use super::{Editing, Panel, State};

impl State {
    pub(super) fn edit_rule(&mut self, at: Option<u32>, draft: Rc<Draft>) {
        let from_list = self.panel == Some(Panel::Rules);
        self.rules.editing = Some(Editing::new(at, draft, from_list));
        self.panel = Some(Panel::Rules);
    }

    pub(super) fn save_rule(&mut self) {
        let from_list = self.rules.editing.as_ref().is_some_and(|one| one.from_list);
        if self.rules.save() && !from_list {
            self.panel = None;
        }
    }
}
