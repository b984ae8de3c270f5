//! What happens to saved searches, followed authors and mutes, act by act.

use super::tests::{about_search, after, heard};
use super::*;
use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::order::Sort;
use crate::core::text::Span;
use crate::protocol::{
    Answer, DayProgress, Ink, KeptFile, KeptView, Kind, Response, SavedSearch, Setting,
    SettingKind, SettingView, SettingWish, Standing,
};
use crate::ui::text;

/// A setting that says this.
fn view(kind: SettingKind, name: &str, text: &str, place: u32) -> SettingView {
    SettingView {
        kind,
        name: name.into(),
        setting: Setting {
            text: text.into(),
            place,
        },
        papers: None,
        new: None,
        query: SavedSearch::from_text(text).query,
        problem: String::new(),
    }
}

fn told(all: Vec<SettingView>) -> Action {
    heard(Response::Settings(SettingsView {
        all,
        following: None,
    }))
}

fn three() -> Action {
    let searches = [
        ("Knots", "knots"),
        ("Moss", "sort=oldest\nlichens"),
        ("C", "c"),
    ];
    let view =
        |(place, (name, text)): (u32, (&str, &str))| view(SettingKind::Search, name, text, place);
    told((0..).zip(searches).map(view).collect())
}

fn saved(act: SavedAct) -> Action {
    Action::Saved(act)
}

/// What was asked for last: each setting with its text and place, or that it is to go.
fn wishes(state: &State) -> Vec<(String, Option<(String, u32)>)> {
    let Some((_, Ask::Set(wishes))) = state.marking.asked.last() else {
        panic!("settings are asked for: {:?}", state.marking.asked);
    };
    let wish = |SettingWish { name, setting, .. }: &SettingWish| {
        let setting = setting.clone();
        (name.clone(), setting.map(|one| (one.text, one.place)))
    };
    wishes.iter().map(wish).collect()
}

fn said(text: &str, place: u32) -> (String, u32) {
    (text.to_owned(), place)
}

#[test]
fn a_search_is_saved_run_and_changed() {
    let mut state = after([three(), Action::Type(" gan ".into())]);
    state.apply(saved(SavedAct::Name(true)));
    assert!(state.saved.names);
    state.apply(saved(SavedAct::Save(" ".into())));
    assert_eq!(wishes(&state), [("gan".to_owned(), Some(said("gan", 3)))]);
    assert!(!state.saved.names);

    state.apply(saved(SavedAct::Run("Moss".into())));
    let search = &state.place.search;
    assert_eq!(
        (search.text.as_str(), search.sort),
        ("lichens", Some(Sort::Oldest))
    );
    assert_eq!(state.history, History::Push);
    let running = |state: &State| state.running().map(|view| view.name.clone());
    assert_eq!(running(&state).as_deref(), Some("Moss"));
    assert_eq!(state.changed_from(), None);

    state.apply(Action::Type("lichens moss".into()));
    state.apply(Action::JoinAll(Facet::Task, true));
    assert_eq!(running(&state), None);
    let changed = state.changed_from().map(|view| view.name.as_str());
    assert_eq!(changed, Some("Moss"));
    state.apply(saved(SavedAct::Update));
    let text = "sort=oldest all=task\nlichens moss";
    assert_eq!(wishes(&state), [("Moss".to_owned(), Some(said(text, 1)))]);

    // What is typed over it is something else, not a change of it.
    state.apply(Action::Type("moss lichens".into()));
    assert!(state.changed_from().is_some());
    state.apply(Action::Type("d".into()));
    assert_eq!(state.changed_from(), None);

    // What is typed is a saved search as well, and an emptied box has forgotten it.
    state.apply(Action::Arrive(Place::default()));
    assert_eq!(state.saved.from, None);
    state.apply(Action::Type("knots".into()));
    assert_eq!(state.saved.from.as_deref(), Some("Knots"));
    state.apply(Action::Query(String::new()));
    state.apply(Action::Type("x".into()));
    assert_eq!(state.changed_from(), None);
    // There is nothing to name where there is no query.
    state.apply(Action::Query(String::new()));
    state.apply(saved(SavedAct::Name(true)));
    assert!(!state.saved.names);
    // The palette has it, once there are papers.
    state.papers = 1;
    let lines = state.palette_lines(false);
    let line = lines.iter().find(|line| line.name == "Search: Knots");
    let does = line.map(|line| line.does.clone());
    assert_eq!(does, Some(Does::Run("Knots".into())));
}

#[test]
fn a_saved_search_is_known_however_it_is_written() {
    let both = || view(SettingKind::Search, "Both", "moss OR knots", 0);
    for typing in [false, true] {
        let mut state = after([
            told(vec![both()]),
            Action::Type("moss  or knots".into()),
            Action::Typing(typing),
        ]);
        assert_eq!(state.running(), None, "nobody knows yet how it prints");
        let answer = Answer {
            canonical: "moss OR knots".into(),
            ..Answer::default()
        };
        state.apply(about_search(state.asked(), Ok(answer)));
        let running = state.running().map(|view| view.name.as_str());
        assert_eq!(running, Some("Both"), "{typing}");
    }
}

#[test]
fn settings_are_renamed_moved_and_dropped() {
    let mut state = after([three(), Action::Type("knots".into())]);
    let renamed = SavedAct::Rename(SettingKind::Search, "Knots".into(), " Ropes ".into());
    state.apply(saved(renamed));
    let expected = [
        ("Knots".to_owned(), None),
        ("Ropes".to_owned(), Some(said("knots", 0))),
    ];
    assert_eq!(wishes(&state), expected);
    assert_eq!(state.saved.from.as_deref(), Some("Ropes"));

    state.apply(saved(SavedAct::Move(
        SettingKind::Search,
        "C".into(),
        false,
    )));
    let moss = "sort=oldest\nlichens";
    let expected = [
        ("C".to_owned(), Some(said("c", 1))),
        ("Moss".to_owned(), Some(said(moss, 2))),
    ];
    assert_eq!(wishes(&state), expected);
    let asked = state.marking.asked.len();
    state.apply(saved(SavedAct::Move(SettingKind::Search, "C".into(), true)));
    state.apply(saved(SavedAct::Move(
        SettingKind::Search,
        "Knots".into(),
        false,
    )));
    let same = SavedAct::Rename(SettingKind::Search, "C".into(), String::new());
    state.apply(saved(same));
    assert_eq!(state.marking.asked.len(), asked, "they are at the end");
    state.apply(saved(SavedAct::Drop(SettingKind::Search, "C".into())));
    assert_eq!(wishes(&state), [("C".to_owned(), None)]);
}

#[test]
fn authors_are_followed_and_queries_muted() {
    let mut state = after([Action::Type("survey".into())]);
    state.apply(saved(SavedAct::Follow("Ada Lacemaker".into())));
    assert_eq!(
        wishes(&state),
        [("Ada Lacemaker".to_owned(), Some(said("", 0)))]
    );
    state.apply(told(vec![view(
        SettingKind::Author,
        "Ada Lacemaker",
        "",
        0,
    )]));
    assert!(state.follows_author("Ada Lacemaker"));
    state.apply(saved(SavedAct::Follow("Ada Lacemaker".into())));
    assert_eq!(wishes(&state), [("Ada Lacemaker".to_owned(), None)]);

    // What is muted finds nothing, so the box is emptied; anything else in it stays.
    state.apply(saved(SavedAct::Mute("title:x".into())));
    assert_eq!(state.place.search.text, "survey");
    state.apply(saved(SavedAct::Mute("survey ".into())));
    assert_eq!(wishes(&state), [("survey".to_owned(), Some(said("", 0)))]);
    assert_eq!(state.place.search.text, "");
    state.apply(saved(SavedAct::ShowMuted(true)));
    assert!(state.place.search.shows_muted && state.history == History::Push);
    state.apply(saved(SavedAct::Highlight(" lichen ".into(), Ink::Blue)));
    assert_eq!(
        wishes(&state),
        [("lichen".to_owned(), Some(said("blue", 0)))]
    );
}

#[test]
fn other_mutes_make_the_search_anew_and_other_counts_do_not() {
    let mut state = after([]);
    let mute = || view(SettingKind::Mute, "survey", "", 0);
    state.apply(told(vec![mute()]));
    assert_eq!(state.library, 0, "there is nothing to search yet");
    state.library = 1;
    state.apply(told(vec![SettingView {
        papers: Some(3),
        ..mute()
    }]));
    assert_eq!(state.library, 1);
    state.apply(told(Vec::new()));
    assert_eq!(state.library, 2);
}

fn day(decided: u32) -> DayProgress {
    DayProgress {
        day: Day::new(2026, 1, 23).unwrap(),
        papers: 2,
        decided,
        starred: 1,
        later: 0,
    }
}

#[test]
fn a_finished_day_is_told_once() {
    let done = || {
        heard(Response::Overview(OverviewView {
            finished: Some(day(2)),
            ..OverviewView::default()
        }))
    };
    let mut state = after([done()]);
    assert_eq!(
        state.finished.day, None,
        "it was finished in an earlier visit"
    );
    state.marking.ask(Ask::Mark(
        crate::protocol::Chosen::Ids(vec!["a".into()]),
        crate::protocol::Wish::Set(Kind::Read, true),
    ));
    state.apply(done());
    assert_eq!(state.finished.day, Some(day(2)));
    // Where it is undone there is nothing to tell any more.
    state.apply(heard(Response::Overview(OverviewView {
        newest: Some(day(1)),
        ..OverviewView::default()
    })));
    assert_eq!(state.finished.day, None);
    state.apply(done());
    assert_eq!(state.finished.day, None, "once");
}

#[test]
fn what_came_is_what_was_not_there_when_the_page_began() {
    let file = |id: u32, source: &str| KeptFile {
        id: Some(id),
        name: source.into(),
        size: 1,
        added: 1,
        papers: 1,
        sources: vec![source.into()],
        standing: Standing::Here,
    };
    let kept = |files: Vec<KeptFile>, last_opened| {
        heard(Response::Kept(KeptView {
            writes: true,
            files,
            last_opened,
            ..KeptView::default()
        }))
    };
    let mut state = after([kept(vec![file(1, "old.md")], 5)]);
    assert_eq!(state.keeping.came(), Some(Vec::new()));
    state.apply(kept(vec![file(1, "old.md"), file(2, "new.md")], 5));
    assert_eq!(state.keeping.came(), Some(vec!["new.md".to_owned()]));
    assert_eq!(state.keeping.since(), Some(5));
    let first = after([kept(Vec::new(), 0), kept(vec![file(1, "a.md")], 0)]);
    assert_eq!((first.keeping.came(), first.keeping.since()), (None, None));
}

/// What cannot be seen would turn round or break the sentences that name a search.
#[test]
fn a_name_shows_what_would_act_in_it() {
    let mut state = after([three(), Action::Type("knots".into())]);
    let renamed = SavedAct::Rename(
        SettingKind::Search,
        "Knots".into(),
        "a\u{202e}b\u{7}".into(),
    );
    state.apply(saved(renamed));
    let names = wishes(&state).into_iter().map(|(name, _)| name);
    assert_eq!(names.collect::<Vec<_>>(), ["Knots", "a\u{fffd}b\u{fffd}"]);
}

/// A query that cannot be read would be a search or a mute that never finds anything.
#[test]
fn what_cannot_be_read_is_not_saved() {
    let broken = "\"open";
    for act in [SavedAct::Save("Open".into()), SavedAct::Mute(broken.into())] {
        let mut state = after([three(), Action::Type(broken.into())]);
        state.problem = Some(Rc::new(Problem {
            at: Span { start: 0, end: 1 },
            message: "a closing quote".into(),
        }));
        state.apply(saved(act));
        assert!(state.marking.asked.is_empty());
        assert_eq!(state.place.search.text, broken);
        let said = state.marking.said.as_ref().map(|said| said.text.as_str());
        assert_eq!(said, Some(text::MEND_FIRST));
    }
}
