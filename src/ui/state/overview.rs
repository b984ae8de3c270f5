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

    /// The query that leaves what is not decided of a day: of the oldest that is not finished, or,
    /// where that is on show already, of the newest. Before the overview has said which that is,
    /// and where papers have no days, of the whole library.
    pub fn next_day_query(&self) -> String {
        let overview = self.overview.as_ref();
        let days = overview.map(|view| [view.oldest.as_ref(), view.newest.as_ref()]);
        let days = days.into_iter().flatten().flatten();
        let mut queries = days.map(|day| format!("day:{} is:undecided", day.day));
        let other = queries.find(|query| *query != self.place.search.text);
        other.unwrap_or_else(|| "is:undecided".to_owned())
    }
}
