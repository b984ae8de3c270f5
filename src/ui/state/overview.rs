//! When the page wants to know how far the reader is with the days of the library, and what it says
//! when one is finished.

use std::rc::Rc;

use super::State;
use super::triage::Ask;
use crate::core::day::Day;
use crate::protocol::{DayProgress, OverviewView};

/// The days that were finished on this page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// The one that was finished last, until that was read.
    pub day: Option<DayProgress>,
    /// Those that were told: each is told once.
    told: Vec<Day>,
}

impl State {
    /// What the overview depends on: the number of the last answer, and that of the last thing that
    /// was done with papers. `None` while nobody wants to know: where a paper is open, that is only
    /// when something was decided, for a day may be finished by it.
    pub fn wanted_overview(&self) -> Option<(u32, u32)> {
        if self.papers == 0 || self.found.is_none() {
            return None;
        }
        if self.place.paper.is_some() {
            return self.last_decided().map(|number| (0, number));
        }
        let last = self.marking.asked.last();
        Some((self.answered, last.map_or(0, |(number, _)| *number)))
    }

    /// The number of the last request by which something was decided, unless it was undone.
    fn last_decided(&self) -> Option<u32> {
        let mut asked = self.marking.asked.iter().rev();
        let last = asked.find(|(_, ask)| !matches!(ask, Ask::Seen(_) | Ask::Set(_)));
        let (number, ask) = last?;
        matches!(ask, Ask::Mark(..) | Ask::Redo).then_some(*number)
    }

    pub(super) fn hear_overview(&mut self, view: OverviewView) {
        let is_open = |day: &DayProgress| {
            let open = [view.newest, view.oldest].into_iter().flatten();
            open.into_iter().any(|open| open.day == day.day)
        };
        self.finished.day = self.finished.day.filter(|day| !is_open(day));
        // What was finished in an earlier visit was told then.
        if let Some(day) = view.finished.filter(|_| self.last_decided().is_some())
            && !self.finished.told.contains(&day.day)
        {
            self.finished.told.push(day.day);
            self.finished.day = Some(day);
        }
        self.overview = Some(Rc::new(view));
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
