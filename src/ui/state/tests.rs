//! What happens to the state, act by act.

use super::*;
use crate::core::facet::Facet;
use crate::core::text::{Mark, Span};
use crate::protocol::{Answer, CompletionView, OpenMarks, OpenPaper, Request, Response, Row};

pub(super) fn row(id: &str) -> Row {
    Row {
        id: id.into(),
        title: crate::protocol::RichView::default(),
        snippet: crate::protocol::RichView::default(),
        authors: String::new(),
        day: None,
        announce: None,
        categories: Vec::new(),
        tags: Vec::new(),
        has_code: false,
        flags: crate::protocol::Flags::default(),
    }
}

fn answer(canonical: &str, hits: u32, ids: &[&str]) -> Action {
    answer_to("", canonical, hits, ids)
}

/// An answer to a search for this text.
fn answer_to(text: &str, canonical: &str, hits: u32, ids: &[&str]) -> Action {
    let search = Search {
        text: text.into(),
        ..Search::default()
    };
    let answer = Answer {
        hits,
        papers: 100,
        canonical: canonical.into(),
        rows: ids.iter().map(|id| row(id)).collect(),
        ..Answer::default()
    };
    about_search(search, Ok(answer))
}

/// The worker says this.
pub(super) fn heard(response: Response) -> Action {
    let about = About::Nothing;
    Action::Heard(Rc::new(Heard { response, about }))
}

/// What came of a search.
pub(super) fn about_search(search: Search, outcome: Result<Answer, Problem>) -> Action {
    let response = Response::Answer { seq: 1, outcome };
    let about = About::Search(search);
    Action::Heard(Rc::new(Heard { response, about }))
}

/// What the word at the caret of a text may become.
fn about_text(text: String, all: Vec<CompletionView>) -> Action {
    let response = Response::Completions { seq: 1, all };
    let about = About::Text(text);
    Action::Heard(Rc::new(Heard { response, about }))
}

/// The page after these things happened, one after the other.
pub(super) fn after(actions: impl IntoIterator<Item = Action>) -> State {
    let mut state = State::new(Place::default());
    for action in actions {
        state.apply(action);
    }
    state
}

#[test]
fn typing_replaces_and_clicking_pushes() {
    let typed = after([Action::Type("gan".into())]);
    assert_eq!(
        (typed.place.search.text.as_str(), typed.history),
        ("gan", History::Begin)
    );
    let edit = Edit::Include(Facet::Task, "segmentation".into());
    let edited = |of: &str, text: &str| {
        heard(Response::Edited {
            of: of.into(),
            text: Some(text.into()),
        })
    };
    let clicked = after([
        Action::Type("gan".into()),
        Action::Edit(edit),
        edited("gan", "gan task:segmentation"),
    ]);
    assert_eq!(clicked.place.search.text, "gan task:segmentation");
    assert_eq!(clicked.history, History::Push);
    assert!(clicked.next_edit().is_none());
}

#[test]
fn back_from_a_query_leads_to_the_plain_list_once() {
    let typed = |text: &str| Action::Type(text.into());
    let mut state = after([typed("g"), typed("ga")]);
    assert_eq!(state.history, History::Rest, "one step for all letters");
    state.apply(typed(""));
    state.apply(typed("b"));
    assert_eq!(state.history, History::Rest, "in the place of the first");
    state.apply(Action::Query(String::new()));
    state.apply(typed("c"));
    assert_eq!(
        state.history,
        History::Begin,
        "the plain list is a step again"
    );
    state.apply(Action::Arrive(Place::default()));
    state.apply(typed("d"));
    assert_eq!(state.history, History::Begin);
}

#[test]
fn one_brushing_is_one_step_back() {
    use crate::core::day::Day;
    let day = |day| Day::new(2020, 12, day).unwrap();
    let edited = |of: &str, text: &str| {
        heard(Response::Edited {
            of: of.into(),
            text: Some(text.into()),
        })
    };
    let stretch = |to| Action::Stretch((day(1), day(to)));
    let mut state = after([stretch(2), edited("", "day:1..2")]);
    assert_eq!(state.history, History::Push, "the first key begins a step");
    for (of, to, text) in [("day:1..2", 3, "day:1..3"), ("day:1..3", 4, "day:1..4")] {
        state.apply(stretch(to));
        state.apply(edited(of, text));
        assert_eq!(
            (state.history, state.place.search.text.as_str()),
            (History::Replace, text)
        );
    }
    // A choice by another gesture, and one after something else, are steps of their own.
    state.apply(Action::Edit(Edit::Days(Some((day(7), day(8))))));
    state.apply(edited("day:1..4", "day:7..8"));
    assert_eq!(state.history, History::Push);
    state.apply(Action::Query("gan".into()));
    state.apply(stretch(2));
    state.apply(edited("gan", "gan day:1..2"));
    assert_eq!(state.history, History::Push);
    // Keys that come faster than the worker answers.
    state.apply(stretch(3));
    state.apply(stretch(4));
    state.apply(edited("gan day:1..2", "gan day:1..3"));
    state.apply(edited("gan day:1..3", "gan day:1..4"));
    assert_eq!(state.history, History::Replace);
}

#[test]
fn edits_wait_for_each_other_and_for_the_box() {
    let edit = |value: &str| Edit::Include(Facet::Task, value.into());
    let asked = |state: &State| match state.next_edit() {
        Some(Request::Edit { text, edit, .. }) => Some((text, edit)),
        _ => None,
    };
    let mut state = after([Action::Edit(edit("slam")), Action::Edit(edit("mapping"))]);
    assert_eq!(asked(&state), Some((String::new(), edit("slam"))));

    state.apply(Action::Type("gan".into()));
    state.apply(heard(Response::Edited {
        of: String::new(),
        text: Some("task:slam".into()),
    }));
    assert_eq!(
        state.place.search.text, "gan",
        "what was typed is not overwritten"
    );
    assert_eq!(asked(&state), Some(("gan".into(), edit("slam"))));

    state.apply(heard(Response::Edited {
        of: "gan".into(),
        text: Some("gan task:slam".into()),
    }));
    assert_eq!(
        asked(&state),
        Some(("gan task:slam".into(), edit("mapping")))
    );
    state.apply(heard(Response::Edited {
        of: "gan task:slam".into(),
        text: None,
    }));
    assert_eq!(asked(&state), None, "what cannot be edited is given up");
}

#[test]
fn a_query_that_cannot_be_read_keeps_the_last_good_answer() {
    let problem = Problem {
        at: crate::core::text::Span::new(0, 1),
        message: "unclosed quote".into(),
    };
    let state = after([
        answer("gan", 2, &["a", "b"]),
        Action::Type("\"".into()),
        about_search(
            Search {
                text: "\"".into(),
                ..Search::default()
            },
            Err(problem),
        ),
    ]);
    assert_eq!(state.hits(), 2);
    assert!(state.problem.is_some());
    assert!(after([answer("", 1, &["a"])]).problem.is_none());
}

#[test]
fn papers_are_opened_walked_through_and_closed() {
    let list = || answer("", 3, &["a", "b", "c"]);
    let open = after([list(), Action::Open(1)]);
    assert_eq!(open.place.paper.as_deref(), Some("b"));
    assert_eq!(open.history, History::Push);
    let walked = after([list(), Action::Open(1), Action::Step(1), Action::Step(1)]);
    assert_eq!(
        walked.place.paper.as_deref(),
        Some("c"),
        "the last row is the end"
    );
    assert_eq!(walked.history, History::Replace);
    let closed = after([list(), Action::Open(1), Action::Close]);
    assert_eq!((closed.place.paper, closed.active), (None, 1));
    let stepped = |steps| {
        let steps = std::iter::repeat_n(Action::Step(1), steps);
        let state = after([list()].into_iter().chain(steps));
        (state.place.paper, state.active)
    };
    assert_eq!(stepped(1), (None, 0), "the first key shows the first paper");
    assert_eq!(stepped(2), (None, 1));
}

#[test]
fn a_row_that_comes_late_is_opened_then() {
    let mut state = after([answer("", 50, &["a", "b"]), Action::Open(2)]);
    assert_eq!(state.place.paper, None);
    state.apply(heard(Response::Rows {
        seq: 7,
        start: 2,
        rows: vec![row("stale")],
    }));
    assert_eq!(state.place.paper, None, "rows of another search");
    state.apply(heard(Response::Rows {
        seq: 1,
        start: 2,
        rows: vec![row("c")],
    }));
    assert_eq!(state.place.paper.as_deref(), Some("c"));
}

#[test]
fn another_list_starts_at_its_top_and_the_same_stays() {
    let scrolled = || {
        [
            answer("gan", 90, &["a"]),
            Action::Activate(40),
            Action::Show(Window { start: 32, len: 32 }),
        ]
    };
    let mut same = after(scrolled());
    let list = same.list;
    same.apply(answer("gan", 95, &["a"]));
    assert_eq!((same.active, same.window.start, same.list), (40, 32, list));
    let mut other = after(scrolled());
    other.apply(answer("vae", 95, &["a"]));
    assert_eq!(
        (other.active, other.window.start, other.list),
        (0, 0, list + 1)
    );
}

#[test]
fn rows_that_did_not_change_keep_their_address() {
    let mut state = after([answer("gan", 2, &["a", "b"])]);
    let kept = state.rows.get(0).unwrap().clone();
    state.apply(answer("gans", 2, &["a", "c"]));
    assert!(Rc::ptr_eq(&kept, state.rows.get(0).unwrap()));
    assert_eq!(state.rows.get(1).unwrap().id, "c");
}

#[test]
fn missing_rows_are_one_stretch() {
    let mut state = after([answer("", 900, &["a", "b", "c"])]);
    let missing = |state: &State, start, len| state.rows.missing(Window { start, len });
    assert_eq!(missing(&state, 0, 3), None);
    assert_eq!(missing(&state, 1, 4), Some(Window { start: 3, len: 2 }));
    assert_eq!(missing(&state, 3, 1), Some(Window { start: 3, len: 1 }));
    state.apply(Action::Show(Window {
        start: 800,
        len: 16,
    }));
    state.apply(heard(Response::Rows {
        seq: 1,
        start: 800,
        rows: vec![row("z")],
    }));
    assert!(
        state.rows.get(1).is_none(),
        "rows far from the window are let go"
    );
    assert!(state.rows.get(0).is_some(), "but not the active one");
}

#[test]
fn a_paper_that_came_too_late_is_dropped() {
    let view = |id: &str| {
        Some(Box::new(PaperView {
            id: id.into(),
            ..blank()
        }))
    };
    let mut state = after([
        answer("", 2, &["a", "b"]),
        Action::Open(0),
        heard(Response::Paper {
            seq: 1,
            paper: view("b"),
        }),
    ]);
    assert_eq!(state.paper, Fetched::Nothing);
    state.apply(heard(Response::Paper {
        seq: 1,
        paper: view("a"),
    }));
    assert!(matches!(state.paper, Fetched::Paper(_)));
    state.apply(heard(Response::Paper {
        seq: 1,
        paper: None,
    }));
    assert_eq!(state.paper, Fetched::Missing);
}

#[test]
fn each_paper_begins_with_the_first_part_of_its_abstract() {
    let mut state = after([answer("", 2, &["a", "b"]), Action::Open(0), Action::Part(3)]);
    assert_eq!(state.wanted_part(), 3);
    state.apply(Action::Open(1));
    assert_eq!(state.wanted_part(), 0);
    state.apply(Action::Close);
    assert_eq!(state.wanted_part(), 0);
}

pub fn blank() -> PaperView {
    PaperView {
        id: String::new(),
        abs_url: None,
        pdf_url: None,
        version: None,
        number: None,
        title: crate::protocol::RichView::default(),
        summary: None,
        part: (0, 0),
        comment: None,
        gist: None,
        topics: Vec::new(),
        journal: None,
        doi: None,
        registered: Vec::new(),
        submitted: None,
        authors: Vec::new(),
        categories: Vec::new(),
        days: Vec::new(),
        inferred: None,
        announce: None,
        code: Vec::new(),
        tags: Vec::new(),
        removed: Vec::new(),
        sources: Vec::new(),
        versions: Vec::new(),
        other_copies: 0,
        near: Vec::new(),
        position: None,
        score: None,
        flags: crate::protocol::Flags::default(),
        note: String::new(),
    }
}

#[test]
fn an_answer_marks_the_open_paper() {
    let marked = || {
        vec![Mark {
            span: Span::new(0, 3),
            term: 0,
        }]
    };
    let of = |id: &str| OpenPaper {
        id: id.into(),
        part: 0,
    };
    let answered = |id: &str| {
        let marks = OpenMarks {
            paper: of(id),
            authors: vec![marked()],
            ..OpenMarks::default()
        };
        let answer = Answer {
            open: Some(marks.into()),
            ..Answer::default()
        };
        about_search(Search::default(), Ok(answer))
    };
    let open = |wanted: &str| {
        let mut state = after([Action::Read(wanted.into())]);
        let paper = PaperView {
            id: "a".into(),
            authors: vec![("Ada".into(), Vec::new())],
            position: Some(7),
            ..blank()
        };
        state.paper = Fetched::Paper(Rc::new(paper).into());
        state
    };
    let mut state = open("a");
    assert_eq!(state.open_paper(), Some(of("a")));
    let shown = |state: &State| match &state.paper {
        Fetched::Paper(paper) => (paper.authors[0].1.clone(), paper.position),
        other => panic!("the paper stays, not {other:?}"),
    };
    state.apply(answered("b"));
    assert_eq!(shown(&state).0, [], "marks of another paper");
    state.apply(answered("a"));
    assert_eq!(shown(&state), (marked(), None), "its row is not at hand");
    assert_eq!(open("b").open_paper(), None, "another one is on its way");
}

#[test]
fn a_panel_that_is_wished_for_again_is_opened_again() {
    let wish = || Action::Panel(Some(Panel::Report));
    let once = after([wish()]);
    let twice = after([wish(), wish()]);
    assert_eq!(once.panel, twice.panel);
    assert_ne!(once.panels, twice.panels, "the browser may have closed it");
    let closed = |wish| {
        let mut state = twice.clone();
        state.apply(Action::PanelClosed(wish));
        state.panel
    };
    assert_eq!(closed(once.panels), twice.panel, "that one is gone already");
    assert_eq!(closed(twice.panels), None);
}

#[test]
fn what_is_set_aside_is_told_until_it_was_seen_or_is_gone() {
    let aside = |key: &str| {
        let aside = Aside::new("rules".into(), key.into(), "x".into());
        Action::SetAside(aside)
    };
    let leave = |key: &str, is_gone| Action::LeaveAside(key.into(), is_gone);
    let state = after([aside("a"), aside("b"), aside("a"), leave("a", false)]);
    let told: Vec<(&str, bool)> = state
        .asides
        .iter()
        .map(|aside| (aside.key.as_str(), aside.seen))
        .collect();
    assert_eq!(told, [("b", false), ("a", true)]);
    let gone = after([aside("a"), aside("b"), leave("b", true)]);
    assert_eq!(gone.asides.len(), 1);
}

#[test]
fn facets_that_join_by_and_are_part_of_the_place() {
    let state = after([
        Action::JoinAll(Facet::Method, true),
        Action::JoinAll(Facet::Task, true),
        Action::JoinAll(Facet::Method, true),
    ]);
    assert_eq!(state.place.search.all_of, [Facet::Task, Facet::Method]);
    let mut state = state;
    state.apply(Action::JoinAll(Facet::Task, false));
    assert_eq!(state.place.search.all_of, [Facet::Method]);
}

#[test]
fn a_query_names_days_by_any_name() {
    for (text, canonical, expected) in [
        ("year:2020 gan", "day:2020 gan", true),
        ("gan date:2020-12", "gan day:2020-12", true),
        ("-day:2020", "-day:2020", true),
        ("(gan OR day:2020)", "gan OR day:2020", true),
        ("topic:\"Sunday: news\"", "topic:\"Sunday: news\"", false),
        ("gan", "gan", false),
    ] {
        let typed = Action::Type(text.into());
        let state = after([typed, answer_to(text, canonical, 1, &["a"])]);
        assert_eq!(state.names_days(), expected, "{text}");
    }
}

#[test]
fn no_answer_is_older_than_the_box() {
    let mut state = after([Action::Type("ga".into()), answer_to("g", "g", 9, &["x"])]);
    assert_eq!(state.found, None, "the box says more by now");
    state.apply(answer_to("ga", "ga", 3, &["a"]));
    assert_eq!((state.hits(), state.waits()), (3, false));
    state.apply(Action::Type("gan".into()));
    assert!(state.waits());
    state.apply(answer_to("ga", "ga", 4, &["a"]));
    assert_eq!((state.hits(), state.waits()), (3, true));
}

#[test]
fn a_word_that_is_finished_makes_another_list() {
    let search = |typing| Search {
        text: "diff".into(),
        typing,
        ..Search::default()
    };
    let found = |goes_on| Answer {
        hits: 9,
        canonical: "diff".into(),
        goes_on,
        ..Answer::default()
    };
    let mut state = after([
        Action::Type("diff".into()),
        Action::Typing(true),
        about_search(search(true), Ok(found(true))),
        Action::Activate(5),
    ]);
    let list = state.list;
    state.apply(about_search(search(true), Ok(found(true))));
    assert_eq!((state.list, state.active), (list, 5), "the same once more");
    state.apply(Action::Typing(false));
    state.apply(about_search(search(false), Ok(found(false))));
    assert_eq!((state.list, state.active), (list + 1, 0));
}

#[test]
fn the_box_gets_the_focus_back_where_enter_leads_to_no_hits() {
    let found = |hits| Answer {
        hits,
        canonical: "diff".into(),
        ..Answer::default()
    };
    for (typing, hits, expected) in [
        (true, 0, Home::Box),
        (true, 2, Home::Message),
        (false, 0, Home::Message),
    ] {
        let mut state = after([Action::Type("diff".into()), Action::Typing(typing)]);
        state.apply(about_search(state.asked(), Ok(found(9))));
        state.apply(Action::Enter);
        assert!(!state.asked().typing);
        // Of a finished word all is known already; what is gone later is no matter of Enter.
        state.apply(about_search(state.asked(), Ok(found(hits))));
        assert_eq!(state.home, expected, "{typing} {hits}");
        state.apply(about_search(state.asked(), Ok(found(1))));
        state.apply(about_search(state.asked(), Ok(found(0))));
        assert_eq!(state.home, Home::Message, "the list was there meanwhile");
    }
}

fn completion(text: &str) -> CompletionView {
    CompletionView {
        text: text.into(),
        label: String::new(),
        papers: Some(2),
        query: format!("x {text}"),
        caret: u32::try_from(text.len() + 2).unwrap(),
    }
}

#[test]
fn the_last_word_is_finished_by_whatever_is_done_with_the_query() {
    let typed = after([Action::Type("diff".into()), Action::Typing(true)]);
    assert!(typed.asked().typing);
    assert_eq!(
        typed.place.to_hash(),
        "#q=diff",
        "it goes into the address as it is"
    );
    // What is answered is what was asked for.
    let mut answered = typed.clone();
    answered.apply(about_search(
        typed.asked(),
        Ok(Answer {
            hits: 3,
            goes_on: true,
            ..Answer::default()
        }),
    ));
    assert_eq!((answered.hits(), answered.waits()), (3, false));
    answered.apply(answer_to("diff", "diff", 1, &["x"]));
    assert_eq!(
        answered.hits(),
        3,
        "an answer to the finished word is none to this"
    );
    for action in [
        Action::Typing(false),
        Action::Query("gan".into()),
        Action::Panel(Some(Panel::Share)),
        Action::Panel(Some(Panel::Export)),
        Action::Take(TakeAct::Open(Panel::Print, None)),
        Action::Saved(SavedAct::Name(true)),
        Action::Saved(SavedAct::Save("x".into())),
        Action::Saved(SavedAct::Mute("diff".into())),
        Action::Arrive(Place::default()),
        Action::Accept(0),
        Action::Type("diff".into()),
    ] {
        let mut state = answered.clone();
        state.apply(action.clone());
        assert!(!state.asked().typing, "{action:?}");
    }
    for action in [
        Action::Complete(None),
        Action::Step(1),
        Action::Read("x".into()),
        Action::Sort(None),
        Action::Panel(Some(Panel::Help)),
        Action::Panel(None),
        Action::Saved(SavedAct::Follow("Ada Lacemaker".into())),
        Action::Saved(SavedAct::ShowMuted(true)),
        Action::Take(TakeAct::Own(true)),
    ] {
        let mut state = answered.clone();
        state.apply(action.clone());
        assert!(state.asked().typing, "{action:?}");
    }
    let mut clicked = answered.clone();
    clicked.apply(Action::Edit(Edit::Days(None)));
    assert!(clicked.asked().typing, "it is yet to be made");
    clicked.apply(heard(Response::Edited {
        of: "diff".into(),
        text: Some("diff".into()),
    }));
    assert!(!clicked.asked().typing);
    let mut chosen = answered.clone();
    chosen.marking.anchor = Some(1);
    chosen.apply(Action::Panel(Some(Panel::Share)));
    assert!(chosen.asked().typing, "rows are taken as they stand");
}

#[test]
fn a_click_keeps_the_word_as_it_was_counted() {
    let typed = [Action::Type("diff".into()), Action::Typing(true)];
    let answered = |goes_on| {
        let mut state = after(typed.clone());
        let answer = Answer {
            hits: 3,
            goes_on,
            ..Answer::default()
        };
        state.apply(about_search(state.asked(), Ok(answer)));
        state
    };
    let is_typing = |state: &State| match state.next_edit() {
        Some(Request::Edit { typing, .. }) => Some(typing),
        _ => None,
    };
    let click = || Action::Edit(Edit::Include(Facet::Task, "slam".into()));
    for goes_on in [false, true] {
        let mut state = answered(goes_on);
        assert_eq!(is_typing(&state), None);
        state.apply(click());
        assert_eq!(is_typing(&state), Some(goes_on));
        assert!(!state.waits(), "nothing else is searched for meanwhile");
        state.apply(heard(Response::Edited {
            of: "diff".into(),
            text: Some("diff* task:slam".into()),
        }));
        assert!(!state.asked().typing);
        assert_eq!(state.place.search.text, "diff* task:slam");
    }
    let mut finished = answered(true);
    finished.apply(Action::Typing(false));
    finished.apply(click());
    assert_eq!(is_typing(&finished), Some(false));
}

#[test]
fn completions_are_chosen_in_a_circle_with_a_pause_and_taken() {
    let all = vec![completion("segment"), completion("task:")];
    let mut state = after([
        Action::Type("x s".into()),
        Action::Complete(Some(3)),
        about_text("x s".into(), all),
    ]);
    assert!(state.completing.is_open());
    let mut chosen = Vec::new();
    for by in [1, 1, 1, -1, -1] {
        state.apply(Action::Choose(by));
        chosen.push(state.completing.chosen);
    }
    assert_eq!(chosen, [Some(0), Some(1), None, Some(1), Some(0)]);
    let mut field = state.clone();
    state.apply(Action::Accept(0));
    assert_eq!(state.place.search.text, "x segment");
    assert!(!state.completing.is_open() && state.completing.caret.is_none());
    field.apply(Action::Accept(1));
    assert_eq!(
        field.completing.caret,
        Some(7),
        "the values of the field come next"
    );
}

#[test]
fn completions_that_come_too_late_are_dropped() {
    let late = || about_text("s".into(), vec![completion("segment")]);
    let closed = after([Action::Type("s".into()), late()]);
    assert!(!closed.completing.is_open());
    let typed_on = after([
        Action::Type("s".into()),
        Action::Complete(Some(1)),
        Action::Type("se".into()),
        late(),
    ]);
    assert!(!typed_on.completing.is_open());
    let mut old = after([Action::Type("s".into()), Action::Complete(Some(1)), late()]);
    assert!(old.completing.fits("s"));
    old.apply(Action::Type("se".into()));
    old.apply(Action::Complete(Some(2)));
    assert!(old.completing.is_open(), "the list does not flicker");
    assert!(
        !old.completing.fits(&old.place.search.text),
        "but nothing of it is taken"
    );
    old.apply(Action::Complete(None));
    assert!(!old.completing.is_open());
}
