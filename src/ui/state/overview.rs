//! When the page wants to know how far the reader is with the days of the library.

use super::State;

impl State {
    /// What the overview depends on: the number of the last answer, and that of the last thing that
    /// was done with papers. `None` while nobody sees it.
    pub fn wanted_overview(&self) -> Option<(u32, u32)> {
        let is_seen = self.papers > 0 && self.found.is_some() && self.place.paper.is_none();
        let last = self.marking.asked.last();
        is_seen.then(|| (self.answered, last.map_or(0, |(number, _)| *number)))
    }
}
