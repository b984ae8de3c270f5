//! What of the engine goes into a backup, and what comes of one.

use super::Engine;
use crate::core::marks::{Gains, History, Holding};
use crate::protocol::{Response, Way};

impl Engine {
    /// Marks, notes and settings with their times, and what can be undone and redone.
    pub fn known(&self) -> (Holding, History) {
        let journal = &self.store.journal;
        (journal.holding(), journal.history())
    }

    /// What taking over what is known elsewhere would change.
    pub fn gains(&self, other: &Holding) -> Gains {
        self.store.journal.gains(other)
    }

    /// Takes over what is known elsewhere, at a time in milliseconds: as one act, or where nothing
    /// was done here with its history. Gives what the page is to hear of it.
    pub fn restore(&mut self, other: &Holding, history: History, at: u64) -> Response {
        let (changed, is_act) = self.store.journal.take_over(other, history, at);
        if is_act {
            let act = self.store.journal.to_undo().cloned();
            return self.store.tell_act(act.as_ref(), Way::Done);
        }
        self.tell_recalled(&changed)
    }
}
