//! What becomes of the list, the open paper and the undo when papers are marked.

use super::tests::{about_search, after, blank, heard, row};
use super::*;
use crate::protocol::{
    Answer, Chosen, Deed, DeedView, Draft, Flags, Kind, MarksNews, MarksView, PaperMarks, Response,
    Row, RuleField, Way, Wish,
};

/// A hit with some marks, or none: it was seen then.
fn hit((id, marks): &(&str, &[Kind])) -> Row {
    let put = |flags: Flags, kind: &Kind| flags.with(*kind, true);
    Row {
        flags: marks.iter().fold(Flags::default().seen(), put),
        ..row(id)
    }
}

fn list(hits: &[(&str, &[Kind])]) -> Action {
    let answer = Answer {
        hits: u32::try_from(hits.len()).unwrap(),
        papers: 100,
        rows: hits.iter().map(hit).collect(),
        ..Answer::default()
    };
    about_search(Search::default(), Ok(answer))
}

const PLAIN: &[Kind] = &[];
const READ: &[Kind] = &[Kind::Read];
const STAR: &[Kind] = &[Kind::Starred];

fn four() -> Action {
    list(&[("a", PLAIN), ("b", READ), ("c", PLAIN), ("d", PLAIN)])
}

fn mark(kind: Kind) -> Action {
    Action::Triage(Triage::Mark(kind))
}

fn star() -> Action {
    mark(Kind::Starred)
}

fn asked(state: &State) -> Vec<Ask> {
    let asked = state.marking.asked.iter();
    asked.map(|(_, ask)| ask.clone()).collect()
}

fn toggled(ids: &[&str], kind: Kind) -> Ask {
    let ids = ids.iter().map(|id| (*id).to_owned()).collect();
    Ask::Mark(Chosen::Ids(ids), Wish::Toggle(kind))
}

/// The worker says that a mark was put on a paper, or that this was undone.
fn told(id: &str, way: Way, flags: Flags) -> Action {
    let deed = DeedView {
        deed: Deed::Put(Kind::Starred),
        papers: 1,
        title: "T".into(),
        tag: String::new(),
    };
    let id = id.to_owned();
    heard(Response::Marked(MarksView {
        papers: vec![PaperMarks { id, flags }],
        news: Some(MarksNews { way, deed }),
        ..MarksView::default()
    }))
}

fn at(state: &State) -> (u32, Option<&str>) {
    (state.active, state.place.paper.as_deref())
}

#[test]
fn a_decision_goes_on_to_the_next_undecided_paper() {
    let mut state = after([four(), Action::Step(1), star()]);
    assert_eq!(at(&state), (2, None), "b is read already");
    assert_eq!(asked(&state), [toggled(&["a"], Kind::Starred)]);
    assert!(
        state.rows.get(0).unwrap().flags.has(Kind::Starred),
        "at once"
    );
    state.apply(mark(Kind::Skipped));
    state.apply(Action::Triage(Triage::Done));
    assert_eq!(at(&state), (3, None), "nothing undecided is left below");
    state.apply(Action::Activate(0));
    state.apply(star());
    assert_eq!(at(&state), (0, None), "who takes a mark off stays");
    // With a paper open the next one is opened.
    let open = after([four(), Action::Open(0), mark(Kind::Later)]);
    assert_eq!(at(&open), (2, Some("c")));
    let button = Action::Triage(Triage::Stay(Kind::Later));
    let stays = after([four(), Action::Open(0), button]);
    assert_eq!(at(&stays), (0, Some("a")));
}

/// Quick keys are meant for one paper after the other, and the last one has none behind it.
#[test]
fn a_key_does_not_take_back_what_it_did_to_the_last_paper() {
    let skip = || mark(Kind::Skipped);
    let mut state = after([four(), Action::Activate(3), skip(), skip(), skip()]);
    assert_eq!(asked(&state), [toggled(&["d"], Kind::Skipped)]);
    state.apply(Action::Triage(Triage::Stay(Kind::Skipped)));
    assert_eq!(asked(&state).len(), 2, "a button does");
    let mut state = after([four(), Action::Activate(3), skip()]);
    state.apply(Action::Step(-1));
    state.apply(Action::Step(1));
    state.apply(skip());
    assert_eq!(asked(&state).len(), 2, "who comes back to it does");
}

#[test]
fn marks_of_another_tab_are_searched_for_and_end_the_news() {
    let starred = Flags::default().with(Kind::Starred, true);
    let mut state = after([four(), told("a", Way::Done, starred)]);
    assert!(state.marking.said.is_some());
    let before = state.library;
    state.apply(heard(Response::Marked(MarksView {
        is_recalled: true,
        ..MarksView::default()
    })));
    assert_eq!(state.marking.said, None, "its undo may be another one");
    assert_eq!(state.library, before + 1);
}

#[test]
fn nothing_is_marked_while_the_next_row_is_on_its_way() {
    let mut state = after([four(), Action::Open(3)]);
    state.apply(about_search(
        Search::default(),
        Ok(Answer {
            hits: 9,
            papers: 100,
            rows: vec![row("a"), row("b"), row("c"), row("d")],
            ..Answer::default()
        }),
    ));
    state.apply(star());
    assert_eq!(at(&state), (4, Some("d")), "its row is not here");
    state.apply(star());
    assert_eq!(asked(&state), [toggled(&["d"], Kind::Starred)]);
}

#[test]
fn a_list_that_lost_a_row_keeps_its_place() {
    // The next one was gone to already.
    let mut state = after([four(), Action::Step(1), star()]);
    state.apply(list(&[("b", READ), ("c", PLAIN), ("d", PLAIN)]));
    assert_eq!(at(&state), (1, None));
    // A star was taken off in a list of stars: what comes into its place is next, and not jumped
    // over.
    let stars = [("a", STAR), ("b", STAR), ("c", STAR)];
    let mut state = after([list(&stars), Action::Step(1), Action::Step(1), star()]);
    assert_eq!(at(&state), (1, None));
    state.apply(list(&[("a", STAR), ("c", STAR)]));
    assert_eq!(at(&state), (1, None));
    state.apply(Action::Step(1));
    assert_eq!(at(&state), (1, None));
    // The paper stays open; from there one goes on to what came into its place.
    let mut state = after([list(&stars), Action::Open(1), star()]);
    state.apply(list(&[("a", STAR), ("c", STAR)]));
    assert_eq!(at(&state), (1, Some("b")));
    state.apply(Action::Step(1));
    assert_eq!(at(&state), (1, Some("c")));
    // The last one of a list.
    let mut state = after([list(&stars), Action::Open(2), star()]);
    state.apply(list(&stars[..2]));
    assert_eq!(state.active, 1);
}

#[test]
fn rows_are_chosen_and_marked_together() {
    let extend = |by| Action::Triage(Triage::Extend(by));
    let mut state = after([four(), Action::Step(1), extend(1), extend(1)]);
    assert_eq!(state.choice(), Some((0, 2)));
    state.apply(extend(-1));
    assert_eq!(state.choice(), Some((0, 1)));
    state.apply(star());
    assert_eq!(asked(&state), [toggled(&["a", "b"], Kind::Starred)]);
    assert_eq!((state.choice(), at(&state)), (None, (2, None)));
    // To where Shift and a click point, also upwards.
    state.apply(Action::Triage(Triage::ExtendTo(0)));
    assert_eq!(state.choice(), Some((0, 2)));
    state.apply(star());
    assert_eq!(at(&state), (3, None), "c had no star yet");
    state.apply(Action::Triage(Triage::ExtendTo(2)));
    state.apply(Action::Triage(Triage::Release));
    assert_eq!(state.choice(), None);
    // Before anybody has been in the list, the first key chooses the first row.
    assert_eq!(after([four(), extend(1)]).choice(), Some((0, 0)));
    // Beyond the rows at hand the hits are named by their places.
    let long = Answer {
        hits: 90,
        papers: 100,
        rows: vec![row("a")],
        ..Answer::default()
    };
    let far = [
        about_search(Search::default(), Ok(long)),
        Action::Activate(0),
        Action::Triage(Triage::ExtendTo(80)),
        star(),
    ];
    let hits = Chosen::Hits {
        seq: 1,
        from: 0,
        to: 81,
    };
    let expected = Ask::Mark(hits, Wish::Toggle(Kind::Starred));
    assert_eq!(asked(&after(far)), [expected]);
}

#[test]
fn rows_that_are_left_or_passed_and_papers_that_are_opened_were_seen() {
    let new = |ids: &[&str]| {
        let answer = Answer {
            hits: 64,
            papers: 100,
            rows: ids.iter().map(|id| row(id)).collect(),
            ..Answer::default()
        };
        about_search(Search::default(), Ok(answer))
    };
    let seen = |state: &State| -> Vec<Vec<String>> {
        let seen = |ask| match ask {
            Ask::Seen(ids) => Some(ids),
            _ => None,
        };
        asked(state).into_iter().filter_map(seen).collect()
    };
    let step = || Action::Step(1);
    let mut state = after([new(&["a", "b", "c"]), step()]);
    assert_eq!(seen(&state), [[""; 0]; 0], "it is only come to");
    state.apply(step());
    assert_eq!(seen(&state), [["a"]]);
    state.apply(Action::Step(-1));
    state.apply(step());
    assert_eq!(seen(&state), [["a"], ["b"]], "each once");

    let show = |start| Action::Show(Window { start, len: 32 });
    let scrolled = after([new(&["a", "b", "c"]), show(0), show(2)]);
    assert_eq!(seen(&scrolled), [["a", "b"]]);
    let jumped = after([new(&["a", "b", "c"]), show(0), show(50)]);
    assert_eq!(seen(&jumped), [[""; 0]; 0]);

    let view = PaperView {
        id: "b".into(),
        ..blank()
    };
    let paper = Some(Box::new(view));
    let open = after([
        new(&["a", "b"]),
        Action::Open(1),
        heard(Response::Paper { seq: 1, paper }),
    ]);
    assert_eq!(seen(&open), [["b"]]);
    let Fetched::Paper(paper) = &open.paper else {
        panic!("no paper");
    };
    assert!(paper.flags.is_seen());
}

#[test]
fn what_was_done_is_told_and_undone_papers_come_back() {
    let starred = Flags::default().seen().with(Kind::Starred, true);
    let mut state = after([four(), Action::Step(1), star()]);
    let library = state.library;
    state.apply(told("a", Way::Done, starred));
    assert_eq!(state.library, library + 1, "the search is made again");
    let said = |state: &State| state.marking.said.as_ref().map(|said| said.text.clone());
    assert_eq!(said(&state), Some("Starred “T”.".into()));
    // The star filters: the row is gone, and is back when it was undone.
    state.apply(list(&[("c", PLAIN), ("d", PLAIN)]));
    state.apply(Action::Triage(Triage::TakeBack));
    assert_eq!(asked(&state).last(), Some(&Ask::Undo));
    state.apply(told("a", Way::Undone, Flags::default().seen()));
    assert_eq!(said(&state), Some("Undone: Starred “T”.".into()));
    assert_eq!(at(&state), (0, None));
    state.apply(list(&[("x", PLAIN), ("a", PLAIN), ("c", PLAIN)]));
    assert_eq!(at(&state), (1, None));
    state.apply(Action::Triage(Triage::DoAgain));
    assert_eq!(asked(&state).last(), Some(&Ask::Redo));
}

#[test]
fn what_was_dropped_in_the_editor_comes_back_while_the_bar_tells_of_it() {
    let back = || Action::Triage(Triage::TakeBack);
    let words = Action::Rule(RuleField::Words, "x".into());
    let edit = || Action::EditRule(None, Draft::default().into());
    let mut state = after([four(), edit(), words, Action::DropRule]);
    state.apply(back());
    assert!(state.rules.editing.is_some());
    assert_eq!(asked(&state), []);
    // One bar at a time: what is done later is taken back first.
    state.apply(Action::DropRule);
    state.apply(told("b", Way::Done, Flags::default()));
    assert_eq!(state.rules.undo, None);
    state.apply(back());
    assert_eq!(asked(&state), [Ask::Undo]);
}

#[test]
fn a_note_is_written_on_the_open_paper() {
    let write = |writes| Action::Triage(Triage::Write(writes));
    let mut state = after([four(), Action::Step(1), write(true)]);
    assert_eq!((at(&state), state.marking.writes), ((0, Some("a")), true));
    state.apply(Action::Triage(Triage::Note("a".into(), "x".into())));
    let papers = Chosen::Ids(vec!["a".into()]);
    assert_eq!(
        asked(&state).last(),
        Some(&Ask::Mark(papers, Wish::Note("x".into())))
    );
    state.apply(Action::Step(1));
    assert!(!state.marking.writes);
}

#[test]
fn all_hits_are_chosen_and_stay_so_beside_an_open_paper() {
    let all = || Action::Triage(Triage::ChooseAll);
    let mut state = after([four(), Action::Open(2), all()]);
    assert_eq!(state.choice(), Some((0, 3)));
    state.apply(four());
    assert_eq!(state.choice(), Some((0, 3)), "the same list anew");
    state.apply(mark(Kind::Later));
    assert_eq!(asked(&state), [toggled(&["a", "b", "c", "d"], Kind::Later)]);
    assert_eq!(state.choice(), None);
    assert_eq!(after([list(&[]), all()]).choice(), None);
}

#[test]
fn undoing_an_act_on_several_papers_leads_to_the_first_of_them() {
    let back = |ids: &[&str]| {
        let flags = Flags::default().seen();
        let paper = |id: &&str| PaperMarks {
            id: (*id).to_owned(),
            flags,
        };
        heard(Response::Marked(MarksView {
            papers: ids.iter().map(paper).collect(),
            news: Some(MarksNews {
                way: Way::Undone,
                deed: DeedView {
                    deed: Deed::Put(Kind::Later),
                    papers: 2,
                    title: String::new(),
                    tag: String::new(),
                },
            }),
            ..MarksView::default()
        }))
    };
    let mut state = after([four(), Action::Activate(3), back(&["c", "b"]), four()]);
    assert_eq!(state.active, 1, "the first in the list");
    state.apply(Action::Activate(2));
    state.apply(back(&["b", "c"]));
    state.apply(four());
    assert_eq!(state.active, 2, "who is at one of them stays there");
}

#[test]
fn a_row_is_marked_by_a_finger_without_going_anywhere() {
    let star = || Action::Triage(Triage::One("c".into(), Kind::Starred));
    let mut state = after([four(), Action::Activate(1), star()]);
    assert_eq!(asked(&state), [toggled(&["c"], Kind::Starred)]);
    assert_eq!(at(&state), (1, None));
    assert!(state.rows.get(2).unwrap().flags.has(Kind::Starred));
    state.apply(star());
    assert!(!state.rows.get(2).unwrap().flags.has(Kind::Starred));
}

#[test]
fn what_is_read_to_its_end_is_marked_without_a_word_and_can_be_undone() {
    let read = Flags::default().seen().with(Kind::Read, true);
    let through = || Action::Triage(Triage::ReadThrough("a".into()));
    let mut state = after([four(), Action::Open(0), through()]);
    let wish = Wish::Set(Kind::Read, true);
    let ids = Chosen::Ids(vec!["a".into()]);
    assert_eq!(asked(&state), [Ask::Mark(ids, wish)]);
    let told = |id: &str, way| {
        let deed = DeedView {
            deed: Deed::Put(Kind::Read),
            papers: 1,
            title: "T".into(),
            tag: String::new(),
        };
        heard(Response::Marked(MarksView {
            papers: vec![PaperMarks {
                id: id.to_owned(),
                flags: read,
            }],
            news: Some(MarksNews { way, deed }),
            ..MarksView::default()
        }))
    };
    state.apply(told("a", Way::Done));
    assert_eq!(state.marking.said, None);
    state.apply(told("a", Way::Undone));
    assert!(state.marking.said.as_ref().unwrap().is_back);
    state.apply(told("a", Way::Done));
    assert!(state.marking.said.is_some(), "the next is by hand");
    // Neither twice nor for another than the open one.
    let read = after([
        list(&[("a", READ), ("b", PLAIN)]),
        Action::Open(0),
        through(),
    ]);
    assert!(asked(&read).is_empty());
    assert!(asked(&after([four(), Action::Open(2), through()])).is_empty());
}

#[test]
fn what_was_seen_is_counted_when_the_list_rests() {
    let unseen = || {
        let answer = Answer {
            hits: 2,
            papers: 100,
            rows: vec![row("a"), row("b")],
            ..Answer::default()
        };
        about_search(Search::default(), Ok(answer))
    };
    let mut state = after([unseen(), Action::Step(1)]);
    assert!(!state.wants_recount());
    state.apply(Action::Step(1));
    assert!(state.wants_recount(), "a was left");
    let before = state.library;
    state.apply(Action::Recount);
    assert_eq!(state.library, before + 1);
    assert!(!state.wants_recount(), "once");
    // New papers would go from under the reader's eyes.
    let found = state.found.as_deref().cloned().unwrap_or_default();
    state.apply(Action::Step(-1));
    state.found = Some(Rc::new(Found {
        canonical: "is:new".into(),
        ..found
    }));
    assert!(!state.wants_recount());
}

#[test]
fn news_that_is_no_act_has_no_way_back() {
    let state = after([Action::Say("so".into())]);
    let said = state.marking.said.unwrap();
    assert!(!said.is_act && !said.is_back && said.text == "so");
}
