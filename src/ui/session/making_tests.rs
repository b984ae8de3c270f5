//! Files that are made: what is sent, gathered, given up and buried.

use super::tests::{begun, names};
use super::*;
use crate::protocol::{
    Chosen, Detail, ExportWish, ExportWith, Make, PrintWish, PrintedView, Scope, WrittenView,
};
use crate::ui::state::{MakingAct, TakeAct, TextFor};

fn wish() -> ExportWish {
    ExportWish {
        form: "ris".into(),
        of: Scope::Papers(Chosen::Ids(vec!["2603.00001".into()])),
        with: ExportWith::default(),
    }
}

fn make(session: &mut Session<&'static str>) {
    session.make(Make::Export(wish()), Then::default());
}

fn part(seq: u32, bytes: &[u8]) -> Response {
    Response::Making {
        seq,
        done: 1,
        total: 2,
        bytes: bytes.into(),
    }
}

fn made(seq: u32) -> Response {
    let outcome = Ok(MadeFile::default());
    Response::Made { seq, outcome }
}

#[test]
fn parts_are_gathered_and_the_state_holds_none() {
    let mut session = begun();
    make(&mut session);
    assert_eq!(names(&mut session), ["DropParts", "act Making", "Make"]);
    session.hear(part(1, b"abc"));
    let effects = session.take_effects();
    let [Effect::Part(bytes), Effect::Act(Action::Heard(heard))] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(bytes, b"abc");
    assert_eq!(heard.response, part(1, b""));
    session.hear(part(1, b""));
    assert_eq!(names(&mut session), ["heard Making"]);
    session.hear(made(1));
    assert_eq!(names(&mut session), ["act Making", "Finish"]);
}

#[test]
fn another_file_makes_the_one_before_stale() {
    let mut session = begun();
    make(&mut session);
    make(&mut session);
    session.take_effects();
    session.hear(part(1, b"old"));
    session.hear(made(1));
    assert_eq!(names(&mut session), [""; 0]);
    session.hear(part(2, b"new"));
    assert_eq!(names(&mut session), ["Part", "heard Making"]);
}

#[test]
fn a_file_that_is_stopped_is_not_heard_of_again() {
    let mut session = begun();
    session.stop_making();
    assert_eq!(names(&mut session), [""; 0], "there is none");
    make(&mut session);
    session.take_effects();
    session.stop_making();
    assert_eq!(
        names(&mut session),
        ["DropParts", "StopMaking", "act Making"]
    );
    session.hear(part(1, b"late"));
    session.hear(made(1));
    assert_eq!(names(&mut session), [""; 0]);
}

#[test]
fn a_refused_file_leaves_no_parts() {
    let mut session = begun();
    make(&mut session);
    session.take_effects();
    session.hear(Response::Made {
        seq: 1,
        outcome: Err("there are none".into()),
    });
    assert_eq!(names(&mut session), ["act Making", "DropParts"]);
}

#[test]
fn what_was_under_way_ends_with_the_worker() {
    let mut session = begun();
    make(&mut session);
    session.write(wish(), 2, TextFor::Copy("Copied.".into()));
    session.print(Some(PrintWish {
        of: Scope::Starred,
        detail: Detail::Whole,
        own: false,
    }));
    session.hear(part(1, b"abc"));
    session.take_effects();
    assert!(session.bury(0.0, String::new()), "it had served");
    let effects = session.take_effects();
    let has = |wanted: fn(&Effect<&'static str>) -> bool| effects.iter().any(wanted);
    assert!(has(|effect| matches!(
        effect,
        Effect::Act(Action::Making(MakingAct::Ended(Some(Err(_)))))
    )));
    assert!(has(|effect| matches!(effect, Effect::Copy(_, Err(_)))));
    assert!(has(|effect| matches!(
        effect,
        Effect::Act(Action::Take(TakeAct::NoPrint(_)))
    )));
    session.hear(made(1));
    assert!(
        !session
            .take_effects()
            .iter()
            .any(|effect| matches!(effect, Effect::Finish(..)))
    );
}

/// Where there will be no worker any more, nothing that is asked for is waited for.
#[test]
fn nothing_is_made_without_a_worker() {
    let mut session = begun();
    session.end("gone".into());
    session.take_effects();
    make(&mut session);
    session.write(wish(), 2, TextFor::Copy("Copied.".into()));
    session.print(Some(PrintWish {
        of: Scope::Starred,
        detail: Detail::Whole,
        own: false,
    }));
    let effects = session.take_effects();
    let has = |wanted: fn(&Effect<&'static str>) -> bool| effects.iter().any(wanted);
    assert!(has(|effect| matches!(
        effect,
        Effect::Act(Action::Making(MakingAct::Ended(Some(Err(_)))))
    )));
    assert!(has(|effect| matches!(effect, Effect::Copy(_, Err(_)))));
    assert!(has(|effect| matches!(
        effect,
        Effect::Act(Action::Take(TakeAct::NoPrint(_)))
    )));
}

#[test]
fn a_worker_that_makes_a_file_is_watched() {
    let tick = f64::from(crate::ui::watch::TICK);
    let mut session = begun();
    session.adopt(0.0);
    make(&mut session);
    session.hear(part(1, b"abc"));
    session.take_effects();
    session.look_after(tick, true);
    session.hear(Response::Pong);
    session.look_after(2.0 * tick, true);
    session.take_effects();
    let dead = (3..30).find(|n| session.look_after(f64::from(*n) * tick, true));
    assert!(dead.is_some(), "it says nothing for long");
}

#[test]
fn texts_go_where_they_were_asked_for() {
    let mut session = begun();
    let written = |seq| Response::Written {
        seq,
        outcome: Ok(WrittenView::default()),
    };
    session.write(wish(), 2, TextFor::Preview);
    session.take_effects();
    session.hear(written(1));
    assert_eq!(names(&mut session), ["act Making"]);
    session.write(wish(), 9, TextFor::Copy("Copied.".into()));
    session.take_effects();
    session.hear(written(1));
    session.hear(written(2));
    assert_eq!(names(&mut session), ["Copy"]);
}

#[test]
fn printed_papers_come_in_parts_until_all_are_there() {
    let mut session = begun();
    let printed = |seq, done| Response::Printed {
        seq,
        outcome: Ok(PrintedView {
            done,
            of: 2,
            ..PrintedView::default()
        }),
    };
    let wish = PrintWish {
        of: Scope::Starred,
        detail: Detail::Lines,
        own: false,
    };
    session.print(Some(wish.clone()));
    assert_eq!(names(&mut session), ["act Take", "Print"]);
    session.hear(printed(1, 1));
    session.hear(printed(1, 2));
    assert_eq!(names(&mut session), ["heard Printed", "heard Printed"]);
    session.print(Some(wish));
    session.print(None);
    session.take_effects();
    session.hear(printed(2, 1));
    assert_eq!(names(&mut session), [""; 0], "nobody wants them any more");
}

#[test]
fn what_was_to_be_copied_is_given_up_with_its_file() {
    let copy = |session: &mut Session<&'static str>| {
        session.make(Make::Export(wish()), Then::Copy("Copied.".into()));
        session.take_effects();
    };
    let mut session = begun();
    copy(&mut session);
    session.stop_making();
    assert_eq!(
        names(&mut session),
        ["DropCopy", "DropParts", "StopMaking", "act Making"]
    );
    copy(&mut session);
    session.hear(Response::Made {
        seq: 3,
        outcome: Err("there are none".into()),
    });
    assert_eq!(names(&mut session), ["DropCopy", "act Making", "DropParts"]);
    copy(&mut session);
    make(&mut session);
    assert_eq!(
        names(&mut session),
        ["DropCopy", "DropParts", "act Making", "Make"]
    );
    session.stop_making();
    copy(&mut session);
    // It has begun anew by then, which is not to be given up.
    session.make(Make::Export(wish()), Then::Copy("Copied.".into()));
    assert_eq!(names(&mut session), ["DropParts", "act Making", "Make"]);
}

#[test]
fn what_was_to_be_copied_does_not_wait_behind_a_preview() {
    let mut session = begun();
    session.write(wish(), 9, TextFor::Copy("Copied.".into()));
    session.take_effects();
    session.write(wish(), 2, TextFor::Preview);
    let effects = session.take_effects();
    assert!(matches!(effects[0], Effect::Copy(_, Err(_))), "{effects:?}");
    session.write(wish(), 9, TextFor::Copy("Copied.".into()));
    session.take_effects();
    session.write(wish(), 9, TextFor::Copy("Copied.".into()));
    assert_eq!(names(&mut session), ["Write"], "it has begun anew");
}
