//! Papers that are taken along: which are offered and meant, and what is asked for.

use std::rc::Rc;

use super::*;
use crate::core::day::Day;
use crate::core::text::RichText;
use crate::protocol::{
    Chosen, DayProgress, Detail, ExportWith, Flags, MadeFile, PrintPaper, PrintWish, PrintedView,
    Response, RichView, Row, Scope,
};
use crate::ui::text::{self, FORMS};

fn day() -> Day {
    Day::new(2026, 3, 3).unwrap()
}

/// A list of so many papers, called by their numbers.
fn listed(hits: u32) -> State {
    let mut state = State::new(Place::default());
    state.papers = hits;
    state.answered = 4;
    state.found = Some(Rc::new(Found {
        hits,
        papers: hits,
        ..Found::default()
    }));
    let rows = (0..hits).map(|at| {
        let mut row = Row {
            id: format!("2603.{at:05}"),
            title: RichView::default(),
            snippet: RichView::default(),
            authors: String::new(),
            day: None,
            announce: None,
            categories: Vec::new(),
            tags: Vec::new(),
            has_code: false,
            flags: Flags::default(),
        };
        row.title.text = RichText::from_plain(format!("Paper {at}"));
        row
    });
    let (window, active) = (
        Window {
            start: 0,
            len: hits,
        },
        0,
    );
    state.rows.extend(0, rows.collect(), window, active);
    state
}

fn open(state: &mut State, panel: Panel) {
    state.apply(Action::Panel(Some(panel)));
}

fn hits(from: u32, to: u32) -> Scope {
    Scope::Papers(Chosen::Hits { seq: 4, from, to })
}

#[test]
fn what_is_at_hand_is_meant_first() {
    let mut state = listed(9);
    open(&mut state, Panel::Export);
    assert_eq!(state.takable(), [Which::Hits, Which::Starred]);
    assert_eq!(state.export_wish().unwrap().of, hits(0, u32::MAX));
    state.place.paper = Some("2603.00002".into());
    open(&mut state, Panel::Export);
    assert_eq!(state.taken(), Which::Paper);
    let one = Scope::Papers(Chosen::Ids(vec!["2603.00002".into()]));
    assert_eq!(state.export_wish().unwrap().of, one);
    state.marking.anchor = Some(3);
    state.active = 1;
    open(&mut state, Panel::Print);
    assert_eq!(state.taken(), Which::Chosen);
    assert_eq!(state.print_wish().unwrap().of, hits(1, 4));
    // What is not there any more is not meant.
    state.marking.anchor = None;
    assert_eq!(state.taken(), Which::Paper);
    let none = State::new(Place::default());
    assert_eq!((none.taken(), none.takable().len()), (Which::Starred, 1));
}

#[test]
fn a_finished_day_offers_what_was_kept_of_it() {
    let mut state = listed(9);
    let mut progress = DayProgress {
        day: day(),
        papers: 9,
        decided: 9,
        starred: 0,
        later: 0,
    };
    state.finished.day = Some(progress);
    assert!(!state.takable().contains(&Which::Kept(day())));
    progress.later = 2;
    state.finished.day = Some(progress);
    assert!(state.takable().contains(&Which::Kept(day())));
    state.apply(Action::Take(TakeAct::Open(
        Panel::Export,
        Some(Which::Kept(day())),
    )));
    state.apply(Action::DismissFinished);
    assert_eq!(state.export_wish().unwrap().of, Scope::Kept(day()));
    assert_eq!(state.panel, Some(Panel::Export));
}

#[test]
fn the_choice_is_kept_as_text() {
    let mut choice = TakeChoice::default();
    for form in FORMS {
        for (abstracts, own) in [(false, false), (true, true)] {
            for detail in [Detail::Nothing, Detail::Lines, Detail::Whole] {
                choice.form = form;
                choice.with = ExportWith { abstracts, own };
                choice.detail = detail;
                assert_eq!(TakeChoice::from_text(&choice.to_text()), Some(choice));
            }
        }
    }
    for text in ["", "tablets", "bibtex loudly", "<script>"] {
        assert_eq!(TakeChoice::from_text(text), None, "{text}");
    }
}

#[test]
fn a_key_copies_the_paper_at_hand_or_what_is_chosen() {
    let mut state = listed(9);
    state.active = 2;
    let (wish, said) = state.copy_wish(false).unwrap();
    assert_eq!(
        wish.of,
        Scope::Papers(Chosen::Ids(vec!["2603.00002".into()]))
    );
    assert_eq!(said, text::copied(&FORMS[0], "Paper 2"));
    state.place.paper = Some("2603.00007".into());
    let (wish, said) = state.copy_wish(false).unwrap();
    assert_eq!(
        wish.of,
        Scope::Papers(Chosen::Ids(vec!["2603.00007".into()]))
    );
    assert!(said.contains("Paper 7"));
    assert_eq!(state.copy_wish(true), None, "nothing is chosen");
    state.marking.anchor = Some(4);
    let (wish, said) = state.copy_wish(true).unwrap();
    assert_eq!(
        (wish.of, said),
        (hits(2, 5), text::copied_some(&FORMS[0], 3))
    );
    // A table is no citation.
    for (form, copied) in [("ris", "ris"), ("csv", FORMS[0].id)] {
        state.apply(Action::Take(TakeAct::Form(text::form(form).unwrap())));
        assert_eq!(state.copy_wish(false).unwrap().0.form, copied);
    }
    assert_eq!(State::new(Place::default()).copy_wish(false), None);
}

#[test]
fn a_file_is_told_when_it_is_saved_or_not() {
    let mut state = listed(1);
    let said = |state: &State| state.marking.said.as_ref().unwrap().text.clone();
    let file = MadeFile {
        name: "starred.bib".into(),
        papers: 3,
        ..MadeFile::default()
    };
    for (then, outcome, expected) in [
        (
            Then::default(),
            Some(Ok(file.clone())),
            text::saved_as("starred.bib", 3),
        ),
        (
            Then::Save("mine.bib".into()),
            Some(Ok(file)),
            text::saved_as("mine.bib", 3),
        ),
        (
            Then::default(),
            Some(Err("why".into())),
            text::not_made("why"),
        ),
        (
            Then::Copy("C".into()),
            Some(Err("why".into())),
            text::not_written("why"),
        ),
        (Then::default(), None, text::MAKING_STOPPED.to_owned()),
        (
            Then::Copy("C".into()),
            None,
            "Stopped: nothing was copied.".to_owned(),
        ),
    ] {
        state.apply(Action::Making(MakingAct::Begun(then)));
        assert!(state.making.is_some());
        state.apply(Action::Making(MakingAct::Ended(outcome)));
        assert_eq!((said(&state), &state.making), (expected, &None));
    }
    // One that takes the place of another.
    state.marking.said = None;
    state.apply(Action::Making(MakingAct::Begun(Then::default())));
    assert_eq!(state.marking.said, None);
    state.apply(Action::Making(MakingAct::Begun(Then::Page)));
    assert_eq!(said(&state), text::MAKING_STOPPED);
}

#[test]
fn a_panel_tells_what_is_done_in_it() {
    let mut state = listed(1);
    for panel in [Panel::Kept, Panel::Report] {
        state.apply(Action::Say("Starred.".into()));
        state.apply(Action::Panel(Some(panel)));
        assert_eq!(state.marking.said, None, "{panel:?}");
        state.apply(Action::Say("Removed.".into()));
        state.apply(Action::Panel(Some(panel)));
        assert!(state.marking.said.is_some(), "it is open already");
    }
}

#[test]
fn pages_grow_until_all_papers_are_there() {
    let mut state = listed(3);
    let printed = |state: &mut State, outcome| {
        let heard = Heard {
            response: Response::Printed { seq: 1, outcome },
            about: About::Nothing,
        };
        state.apply(Action::Heard(heard.into()));
    };
    let part = |done| {
        Ok(PrintedView {
            papers: vec![PrintPaper::default()],
            done,
            of: 2,
            all: 5,
        })
    };
    printed(&mut state, part(1));
    assert_eq!(state.taking.printing, None, "nobody asked");
    open(&mut state, Panel::Print);
    let wish: Option<PrintWish> = state.print_wish();
    state.apply(Action::Take(TakeAct::Print(wish.clone())));
    printed(&mut state, part(1));
    assert!(!state.taking.printing.as_ref().unwrap().is_ready());
    printed(&mut state, part(2));
    let printing = state.taking.printing.clone().unwrap();
    assert!(printing.is_ready() && printing.parts.len() == 2);
    assert_eq!(printing.counts, Some((2, 2, 5)));
    state.apply(Action::Take(TakeAct::Print(wish)));
    printed(&mut state, Err("there are none".into()));
    let problem = state.taking.printing.clone().unwrap().problem;
    assert_eq!(problem.as_deref(), Some("there are none"));
}

#[test]
fn a_file_is_called_as_the_reader_says_and_ends_as_its_format_does() {
    for (typed, own, expected) in [
        ("", "68-papers.bib", "68-papers.bib"),
        ("mine", "68-papers.bib", "mine.bib"),
        ("mine.BIB", "68-papers.bib", "mine.bib"),
        ("mine.2026", "68-papers.csv", "mine.2026.csv"),
        (".bib", "68-papers.bib", "68-papers.bib"),
        ("論文", "68-papers.zip", "論文.zip"),
    ] {
        assert_eq!(file_called(typed, own), expected);
    }
    let mut state = listed(3);
    open(&mut state, Panel::Export);
    state.act_on_making(MakingAct::Preview(Ok(WrittenView {
        name: "3-papers.bib".to_owned(),
        ..WrittenView::default()
    })));
    state.apply(Action::Take(TakeAct::Name("mine.bib".to_owned())));
    state.apply(Action::Take(TakeAct::Form(&FORMS[1])));
    assert_eq!(state.taking.name.as_deref(), Some("mine"));
}
