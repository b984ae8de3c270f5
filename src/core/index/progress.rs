//! How far the reader is with each day, and with all papers.

use super::Index;
use super::bitset::Bitset;
use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::marks::{DayProgress, State};

/// How far the reader is with the papers of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Each day that papers of the library have, oldest first. A paper that several days announced
    /// counts on each.
    pub days: Vec<DayProgress>,
    /// How many papers are in each state, in the order of [`State::ALL`].
    states: Vec<u32>,
}

impl Progress {
    /// How many papers of the library are in a state.
    pub fn papers(&self, state: State) -> u32 {
        self.states[state as usize]
    }
}

impl Index {
    /// How far the reader is with the papers: counted in one pass over them, less than half a
    /// millisecond for 100,000.
    pub fn progress(&self, all: &Bitset) -> Progress {
        // A month is no day's list.
        let days = self.days.days().iter().map(|date| date.exact());
        let none = |day: Option<Day>| {
            Some(DayProgress {
                day: day?,
                papers: 0,
                decided: 0,
                starred: 0,
                later: 0,
            })
        };
        let mut by_number: Vec<Option<DayProgress>> = days.map(none).collect();
        let papers = |state| self.reader.papers(state);
        let (undecided, starred) = (papers(State::Undecided), papers(State::Starred));
        let later = papers(State::Later);
        let column = self.column(Facet::Day);
        all.each(|doc| {
            for number in column.get(doc) {
                let Some(day) = &mut by_number[*number as usize] else {
                    continue;
                };
                day.papers += 1;
                day.decided += u32::from(!undecided.contains(doc));
                day.starred += u32::from(starred.contains(doc));
                day.later += u32::from(later.contains(doc));
            }
        });
        let sorted = self.days.sorted().iter();
        let days = sorted.filter_map(|number| by_number[*number as usize]);
        Progress {
            days: days.filter(|day| day.papers > 0).collect(),
            states: self.reader.tally(all),
        }
    }
}
