//! What a session asks, hears and does when the worker dies.

use super::super::blame::SOON;
use super::*;
use crate::protocol::{Answer, Loaded, OverviewView, OwnEdit, OwnView};

/// A file of this name.
impl Source for &'static str {
    fn request(&self, job: u32) -> Request {
        Request::Open {
            job,
            names: vec![(*self).to_owned()],
        }
    }

    fn label(&self) -> String {
        (*self).to_owned()
    }

    fn files(&self) -> u32 {
        1
    }

    fn file(&self, number: u32) -> Option<Self> {
        (number == 0).then_some(*self)
    }

    fn parcel(&self) -> Option<Rc<str>> {
        self.strip_prefix("parcel ").map(Into::into)
    }
}

pub(super) type Talk = Session<&'static str>;

pub(super) fn ready() -> Response {
    Response::Ready { version: VERSION }
}

/// A session whose worker is up.
pub(super) fn begun() -> Talk {
    let mut session = Talk::default();
    session.hear(ready());
    session.take_effects();
    session
}

pub(super) fn search(text: &str) -> Search {
    Search {
        text: text.into(),
        ..Search::default()
    }
}

fn answer(seq: u32) -> Response {
    Response::Answer {
        seq,
        outcome: Ok(Answer::default()),
    }
}

pub(super) fn loaded(job: u32) -> Response {
    Response::Loaded(Loaded {
        job,
        ..Loaded::default()
    })
}

pub(super) fn own(text: &str) -> Response {
    Response::Own(OwnView {
        text: text.into(),
        ..OwnView::default()
    })
}

/// The requests that were sent, and what the state heard, each by its name alone.
pub(super) fn names(session: &mut Talk) -> Vec<String> {
    let name = |debug: String| debug.split([' ', '(', '{']).next().unwrap().to_owned();
    let effects = session.take_effects().into_iter();
    let names = effects.map(|effect| match effect {
        Effect::Send(request, _) => name(format!("{request:?}")),
        Effect::Act(Action::Heard(heard)) => {
            format!("heard {}", name(format!("{:?}", heard.response)))
        }
        Effect::Act(action) => format!("act {}", name(format!("{action:?}"))),
        other => name(format!("{other:?}")),
    });
    names.collect()
}

#[test]
fn requests_wait_until_the_worker_is_up() {
    let mut session = Talk::default();
    session.read("a.md");
    session.search(search("gan"), Window::default(), None);
    assert_eq!(names(&mut session), ["act Started"]);
    session.hear(ready());
    assert_eq!(names(&mut session), ["Open", "Search", "heard Ready"]);
    let mut other = Talk::default();
    other.read("a.md");
    other.hear(Response::Ready {
        version: VERSION + 1,
    });
    assert_eq!(
        names(&mut other),
        ["act Started", "heard Ready"],
        "of another build"
    );
}

#[test]
fn pieces_are_of_the_files_of_their_job() {
    let mut session = begun();
    session.read("a.md");
    session.read("b.md");
    session.take_effects();
    let piece = |job: u32, file: u32| FilePiece {
        job,
        file,
        start: 4 << 20,
        len: 7,
    };
    for (wanted, file) in [
        (piece(1, 0), Some("a.md")),
        (piece(2, 0), Some("b.md")),
        (piece(2, 1), None),
        (piece(3, 0), None),
    ] {
        session.hear(Response::WantsPiece(wanted));
        let effects = session.take_effects();
        assert_eq!(effects, [Effect::HandOver(wanted, file)]);
    }
}

#[test]
fn pieces_are_of_the_backup_that_is_looked_at() {
    let mut session = begun();
    let wanted = FilePiece {
        job: RESTORE_JOB,
        ..FilePiece::default()
    };
    let name = "b.zip".to_owned();
    for (wish, file) in [
        (Restore::Look { name }, Some("b.zip")),
        (Restore::Leave, None),
    ] {
        session.restore(wish, file);
        session.take_effects();
        session.hear(Response::WantsPiece(wanted));
        let effects = session.take_effects();
        assert_eq!(effects, [Effect::HandOver(wanted, file)]);
    }
}

#[test]
fn stale_replies_are_not_heard() {
    let mut session = begun();
    session.search(search("g"), Window::default(), None);
    session.search(search("ga"), Window::default(), None);
    session.paper("a".into(), 0);
    session.paper("b".into(), 0);
    session.take_effects();
    session.hear(answer(1));
    session.hear(Response::Paper {
        seq: 1,
        paper: None,
    });
    assert_eq!(names(&mut session), [""; 0]);
    session.hear(answer(2));
    let effects = session.take_effects();
    let [Effect::Act(Action::Heard(heard))] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(heard.about, About::Search(search("ga")));
}

#[test]
fn a_search_that_was_made_ahead_is_not_made_again() {
    let mut session = begun();
    session.search_ahead(search("g"), Window::default(), None);
    session.search(search("g"), Window::default(), None);
    assert_eq!(names(&mut session), ["Search"]);
    session.search(search("g"), Window::default(), None);
    assert_eq!(names(&mut session), ["Search"], "the library grew");
}

#[test]
fn of_rows_that_are_asked_for_meanwhile_the_newest_are_sent() {
    let window = |start| Window { start, len: 1 };
    let mut session = begun();
    for start in [0, 10, 20] {
        session.rows(1, window(start));
    }
    assert_eq!(names(&mut session), ["Rows"]);
    let rows = Response::Rows {
        seq: 1,
        start: 0,
        rows: Vec::new(),
    };
    session.hear(rows);
    let sent = session.take_effects().into_iter().next();
    let expected = Request::Rows {
        seq: 1,
        window: window(20),
    };
    assert_eq!(sent, Some(Effect::Send(expected, None)));
}

#[test]
fn what_was_read_is_read_again_and_what_was_being_read_is_left_out() {
    let mut session = begun();
    session.read("good.md");
    session.hear(loaded(1));
    session.read("bad.md");
    session.take_effects();
    assert!(session.bury(0.0, "unreachable".into()));
    let effects = session.take_effects();
    let Some(Effect::Act(Action::Restarted { left_out, .. })) = effects.first() else {
        panic!("{effects:?}");
    };
    assert_eq!(left_out, &["bad.md"]);
    session.hear(ready());
    let sent = names(&mut session);
    assert_eq!(sent, ["Open", "heard Ready"]);
}

#[test]
fn a_worker_that_never_served_is_not_replaced() {
    let mut session = Talk::default();
    assert!(!session.bury(0.0, String::new()));
    session.end("gone".into());
    assert_eq!(names(&mut session), ["act Dead"]);
}

#[test]
fn the_overview_is_asked_for_and_heard() {
    let mut session = begun();
    session.post(Request::Overview { came: None });
    session.hear(Response::Overview(OverviewView::default()));
    assert_eq!(names(&mut session), ["Overview", "heard Overview"]);
    assert!(session.served, "a worker that answers is worth another one");
}

#[test]
fn rules_that_may_have_killed_the_worker_are_set_aside() {
    let mut session = begun();
    session.adopt_own("[[rule]]".into());
    assert_eq!(names(&mut session), ["TryRules", "Own"]);
    assert!(session.tries_rules());
    assert!(session.bury(0.0, String::new()));
    let aside = Effect::SetAside("[[rule]]".into(), String::new());
    assert!(session.take_effects().contains(&aside));

    let mut session = begun();
    session.adopt_own("[[rule]]".into());
    session.hear(own("[[rule]]"));
    assert!(!session.tries_rules());
    session.hear(Response::Loaded(Loaded {
        reports: vec![FileReport::default()],
        papers: 1,
        ..Loaded::default()
    }));
    session.adopt_own("[[rule]]".into());
    session.take_effects();
    session.search(search("gan"), Window::default(), None);
    assert!(session.bury(0.0, String::new()));
    assert!(
        !session.take_effects().contains(&aside),
        "papers were tagged by them"
    );
}

#[test]
fn rules_are_not_proven_by_files_without_papers() {
    let mut session = begun();
    session.adopt_own("[[rule]]".into());
    session.hear(own("[[rule]]"));
    session.hear(loaded(1));
    session.search(search("gan"), Window::default(), None);
    session.take_effects();
    assert!(session.bury(0.0, String::new()));
    session.hear(ready());
    // The new worker gives them back unread.
    session.hear(Response::RulesLeft("[[rule]]".into()));
    let edit = OwnEdit::LeaveOut;
    let effects = session.take_effects();
    assert!(effects.contains(&Effect::Send(Request::Own { edit, at: 0 }, None)));
    let aside = Effect::SetAside("[[rule]]".into(), String::new());
    assert!(effects.contains(&aside), "{effects:?}");
}

fn records(text: &str, last: u64) -> Response {
    Response::Records {
        records: text.bytes().map(|byte| vec![byte]).collect(),
        last,
        is_all: false,
    }
}

#[test]
fn what_the_reader_did_outlives_the_worker() {
    let mut session = begun();
    session.open_kept(false, false, true);
    session.hear(answer(0));
    session.hear(records("ab", 2));
    session.hear(records("c", 3));
    session.hear(Response::RecordsKept(1));
    session.hear(Response::Marked(crate::protocol::MarksView::default()));
    session.take_effects();
    for _ in 0..2 {
        assert!(session.bury(SOON, String::new()));
        session.hear(ready());
        let back = Request::Recall(vec![b"b".to_vec(), b"c".to_vec()]);
        let sent = session.take_effects();
        assert!(sent.contains(&Effect::Send(back, None)), "{sent:?}");
        session.hear(Response::Marked(crate::protocol::MarksView::default()));
    }
}

#[test]
fn rules_that_came_with_records_and_end_the_worker_again_are_left_out() {
    let mut session = begun();
    session.expect_rules();
    session.open_kept(true, true, true);
    assert_eq!(names(&mut session), ["TryRules", "Keep"]);
    assert!(session.tries_rules());
    session.hear(own("[[rule]]"));
    assert!(!session.tries_rules());
    assert!(names(&mut session).contains(&"RulesTried".to_owned()));
    // It dies while it tags by them; or another one did before it had read them.
    let mut unread = begun();
    unread.expect_rules();
    unread.open_kept(true, true, true);
    for session in [session, unread] {
        expect_left_out(session);
    }
}

/// The worker dies, and the next one is told to leave rules out before it reads what is kept.
fn expect_left_out(mut session: Talk) {
    session.take_effects();
    assert!(session.bury(0.0, String::new()));
    session.hear(ready());
    let sent = session.take_effects();
    let place = |wanted: fn(&Request) -> bool| {
        let is = |effect: &Effect<_>| matches!(effect, Effect::Send(request, _) if wanted(request));
        sent.iter().position(is)
    };
    let left_out = place(|request| {
        let edit = OwnEdit::LeaveOut;
        *request == Request::Own { edit, at: 0 }
    });
    let opened = place(|request| matches!(request, Request::Keep(_)));
    assert!(left_out.is_some() && left_out < opened, "{sent:?}");
}

#[test]
fn rules_in_a_text_of_their_own_move_to_the_records() {
    let mut session = begun();
    session.open_kept(true, false, true);
    session.adopt_own("[[rule]]".into());
    let edit = OwnEdit::Merge("[[rule]]".into());
    let sent = session.take_effects();
    assert!(sent.contains(&Effect::Send(Request::Own { edit, at: 0 }, None)));
    session.hear(Response::RecordsKept(0));
    assert!(!session.take_effects().contains(&Effect::RulesMoved));
    session.hear(own("[[rule]]"));
    session.hear(records("a", 1));
    session.take_effects();
    session.hear(Response::RecordsKept(1));
    assert!(session.take_effects().contains(&Effect::RulesMoved));
    // Where nothing is kept the text is all that there is.
    let mut session = begun();
    session.open_kept(false, false, true);
    session.adopt_own("[[rule]]".into());
    session.hear(own("[[rule]]"));
    session.hear(records("a", 1));
    session.hear(Response::RecordsKept(1));
    assert!(!session.take_effects().contains(&Effect::RulesMoved));
}

#[test]
fn papers_of_a_stopped_job_are_missed_in_words() {
    let mut session = begun();
    for name in ["a.md", "b.md"] {
        session.read(name);
    }
    session.hear(loaded(1));
    session.cancel(2);
    session.hear(Response::Loaded(Loaded {
        job: 2,
        cancelled: true,
        reports: vec![FileReport::default()],
        ..Loaded::default()
    }));
    session.take_effects();
    assert!(session.bury(0.0, String::new()));
    let effects = session.take_effects();
    let Some(Effect::Act(Action::Restarted { left_out, .. })) = effects.first() else {
        panic!("{effects:?}");
    };
    assert_eq!(left_out, &["b.md"]);
}

/// What is kept, with the jobs that are.
fn kept(opening: Option<u32>, stored: &[u32]) -> Response {
    Response::Kept(crate::protocol::KeptView {
        opening,
        stored: stored.to_vec(),
        ..Default::default()
    })
}

#[test]
fn what_is_kept_is_left_to_the_new_worker() {
    let mut session = begun();
    session.open_kept(true, false, true);
    for name in ["a.md", "b.md"] {
        session.read(name);
    }
    session.hear(loaded(1));
    session.hear(loaded(2));
    session.hear(kept(None, &[1]));
    session.take_effects();
    assert!(session.bury(0.0, String::new()));
    session.hear(ready());
    let names = names(&mut session);
    let sent = [
        "act Restarted",
        "RulesTried",
        "act Started",
        "Keep",
        "Open",
        "heard Ready",
    ];
    assert_eq!(names, sent, "one of the files is read by the page");
}

#[test]
fn a_worker_that_dies_of_what_was_kept_is_replaced() {
    let mut session = begun();
    session.open_kept(true, true, true);
    session.take_effects();
    for _ in 0..2 {
        session.hear(kept(Some(OWN_JOBS), &[]));
        assert!(session.bury(0.0, String::new()), "each time less is read");
        session.hear(ready());
    }
    session.hear(kept(Some(OWN_JOBS), &[]));
    session.hear(loaded(OWN_JOBS));
    session.hear(kept(None, &[]));
    assert!(session.bury(SOON, String::new()), "it had served");
}

#[test]
fn a_silent_worker_is_asked_whether_it_is_there() {
    let tick = f64::from(crate::ui::watch::TICK);
    let mut session = begun();
    session.adopt(0.0);
    session.search(search("gan"), Window::default(), None);
    session.take_effects();
    assert!(!session.look_after(tick, true));
    assert_eq!(names(&mut session), ["Ping"]);
    let dead = (2..20).find(|n| session.look_after(f64::from(*n) * tick, true));
    assert_eq!(dead, Some(7), "half a minute later");
}
