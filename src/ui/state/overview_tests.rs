//! When the overview is asked for, and what becomes of it.

use super::tests::{about_search, after, heard, row};
use super::*;
use crate::protocol::{Answer, Kind, Response};

fn two() -> Action {
    let answer = Answer {
        hits: 2,
        papers: 2,
        rows: vec![row("a"), row("b")],
        ..Answer::default()
    };
    about_search(Search::default(), Ok(answer))
}

fn overview(new: u32) -> Action {
    heard(Response::Overview(OverviewView {
        new,
        ..OverviewView::default()
    }))
}

#[test]
fn the_overview_is_wanted_where_nothing_is_open_and_again_with_each_act() {
    assert_eq!(after([]).wanted_overview(), None);
    let mut state = after([two()]);
    assert_eq!(state.wanted_overview(), Some((1, 0)));
    state.apply(Action::Triage(Triage::Mark(Kind::Starred)));
    assert_eq!(state.wanted_overview(), Some((1, 1)));
    // With a paper open a day may be finished.
    state.apply(Action::Open(1));
    assert_eq!(state.wanted_overview(), Some((0, 1)));
    state.apply(Action::Triage(Triage::TakeBack));
    assert_eq!(state.wanted_overview(), None);
    state.apply(Action::Close);
    assert!(state.wanted_overview().is_some());
}

#[test]
fn the_newest_overview_is_shown_until_the_library_is_gone() {
    let mut state = after([two(), overview(2), overview(1)]);
    assert_eq!(state.overview.as_ref().map(|view| view.new), Some(1));
    state.apply(Action::Restarted {
        message: String::new(),
        left_out: Vec::new(),
        leaves_view: false,
    });
    assert_eq!(state.overview, None);
}

#[test]
fn the_next_day_is_the_oldest_that_is_not_on_show() {
    use crate::core::day::Day;
    use crate::protocol::DayProgress;
    let day = |day| DayProgress {
        day: Day::new(2026, 1, day).unwrap(),
        papers: 3,
        decided: 1,
        starred: 0,
        later: 0,
    };
    let mut state = after([two()]);
    assert_eq!(state.next_day_query(), "is:undecided");
    state.overview = Some(Rc::new(OverviewView {
        newest: Some(day(23)),
        oldest: Some(day(21)),
        ..OverviewView::default()
    }));
    let query = state.next_day_query();
    assert_eq!(query, "day:2026-01-21 is:undecided");
    state.apply(Action::Query(query));
    assert_eq!(state.next_day_query(), "day:2026-01-23 is:undecided");
}
