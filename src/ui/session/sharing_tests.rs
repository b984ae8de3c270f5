//! What others have shared, and a page that was apart and joins.

use super::tests::{Talk, begun, loaded, names, own, ready, search};
use super::*;
use crate::protocol::{OwnEdit, ParcelView};
use crate::ui::state::ShareAct;

const RULES: &str = "[[rule]]";

/// What the next worker is sent as soon as it is up.
fn sent(session: &mut Talk) -> Vec<Request> {
    session.hear(ready());
    let effects = session.take_effects().into_iter();
    let sent = effects.filter_map(|effect| match effect {
        Effect::Send(request, _) => Some(request),
        _ => None,
    });
    sent.collect()
}

fn open_kept(ended_well: bool) -> Request {
    Request::Keep(Keep::Open {
        writes: true,
        reads: true,
        ended_well,
    })
}

fn edit(edit: OwnEdit) -> Request {
    Request::Own { edit, at: 0 }
}

#[test]
fn a_page_that_was_apart_joins_with_all_that_it_has() {
    let mut session = begun();
    session.read("a");
    session.hear(loaded(1));
    session.hear(Response::Records {
        records: vec![vec![1]],
        last: 1,
        is_all: false,
    });
    session.search(search("x"), Window::default(), None);
    session.take_effects();
    session.join(true, KeptRules::default());
    let told =
        |effect: &Effect<_>| matches!(effect, Effect::Act(Action::Sharing(ShareAct::Joined)));
    assert!(session.take_effects().iter().any(told));
    // The next worker opens what is kept first.
    assert_eq!(
        sent(&mut session),
        [
            open_kept(true),
            Request::Recall(vec![vec![1]]),
            Request::Open {
                job: 2,
                names: vec!["a".to_owned()]
            },
        ]
    );
}

#[test]
fn whoever_joins_takes_over_the_rules_that_are_kept() {
    let mut session = begun();
    let rules = KeptRules {
        text: RULES.to_owned(),
        are_recorded: true,
        are_left_out: false,
    };
    session.join(false, rules);
    assert_eq!(names(&mut session), ["act Sharing", "RulesTried"]);
    let merged = edit(OwnEdit::Merge(RULES.to_owned()));
    assert_eq!(sent(&mut session), [open_kept(false), merged]);
    assert!(session.tries_rules());
    // Before the worker has them they are let go nowhere.
    session.hear(Response::RecordsKept(1));
    assert_eq!(names(&mut session), [""; 0]);
    session.hear(own(RULES));
    session.hear(Response::RecordsKept(2));
    assert_eq!(
        names(&mut session),
        ["RulesTried", "heard Own", "RulesMoved"]
    );
}

#[test]
fn whoever_joins_leaves_out_the_rules_that_ended_a_page() {
    let mut session = begun();
    let rules = KeptRules {
        are_recorded: true,
        are_left_out: true,
        ..KeptRules::default()
    };
    session.join(true, rules);
    assert_eq!(
        sent(&mut session),
        [edit(OwnEdit::LeaveOut), open_kept(true)]
    );
    assert!(!session.tries_rules());
}

#[test]
fn a_parcel_is_told_by_its_job() {
    let mut session = begun();
    session.read("parcel x");
    session.read("parcel z");
    session.take_effects();
    let parcel = |job| Response::Parcel {
        job,
        view: ParcelView::default(),
    };
    for (job, of) in [(1, "x"), (2, "z")] {
        session.hear(parcel(job));
        let effects = session.take_effects();
        let [Effect::Act(Action::Heard(heard))] = &effects[..] else {
            panic!("{effects:?}");
        };
        assert_eq!(heard.about, About::Parcel(of.into()));
    }
    session.hear(parcel(3));
    assert_eq!(names(&mut session), [""; 0], "of no job");
}
