//! What loading files, and the death of a worker, do to the state.

use super::tests::{after, heard};
use super::*;
use crate::core::diagnostic::Severity;
use crate::protocol::{FileProblem, FileReport, Loaded, Response, VERSION};

#[test]
fn a_load_says_what_came_of_it() {
    let job = |job| Progress {
        job,
        ..Progress::default()
    };
    let problem = FileProblem {
        line: 1,
        column: 1,
        severity: Severity::Error,
        message: "This is an image.".into(),
        excerpt: Vec::new(),
    };
    let reports = vec![
        FileReport {
            name: "day.md".into(),
            entries: 68,
            added: 60,
            merged: 8,
            ..FileReport::default()
        },
        FileReport {
            name: "cat.png".into(),
            problems: vec![problem],
            counts: [3, 0, 1],
            ..FileReport::default()
        },
    ];
    let loaded = Loaded {
        job: 1,
        reports,
        papers: 60,
        sources: 1,
        ..Loaded::default()
    };
    let state = after([
        Action::Started(job(1)),
        Action::Started(job(2)),
        heard(Response::Progress(job(1))),
        heard(Response::Loaded(loaded)),
    ]);
    assert_eq!(
        state.jobs.iter().map(|job| job.job).collect::<Vec<_>>(),
        [2]
    );
    assert_eq!(
        (state.papers, state.library, state.reports.len()),
        (60, 1, 2)
    );
    let notice = state.notice.unwrap();
    assert_eq!((notice.added, notice.merged, notice.problems), (60, 8, 1));
    assert_eq!(
        notice.unread,
        [("cat.png".to_owned(), "This is an image.".to_owned())]
    );
}

#[test]
fn early_papers_are_searched_and_later_ones_when_they_are_many_more() {
    let progress = |searchable| {
        heard(Response::Progress(Progress {
            job: 1,
            searchable,
            ..Progress::default()
        }))
    };
    let made = |counts: &[u32]| after(counts.iter().map(|count| progress(*count))).library;
    assert_eq!(made(&[0, 64, 200]), 0);
    assert_eq!(made(&[64, 256, 300, 400]), 1);
    assert_eq!(made(&[256, 584, 585, 1_000, 1_100]), 3);
    let few: Vec<u32> = (0..500_000).step_by(64).collect();
    assert!((10..30).contains(&made(&few)), "{}", made(&few));
}

#[test]
fn papers_that_get_their_tags_are_searched_again_now_and_then() {
    let progress = |part| {
        heard(Response::Progress(Progress {
            job: 1,
            part,
            is_tagging: part > 0.0,
            searchable: 100_000,
            ..Progress::default()
        }))
    };
    let made = |parts: &[f32]| after(parts.iter().map(|part| progress(*part))).library;
    assert_eq!(made(&[0.0, 0.0]), 1);
    assert_eq!(made(&[0.0, 0.02]), 2, "all can be searched");
    assert_eq!(made(&[0.0, 0.02, 0.1, 0.19, 0.2, 0.3]), 3);
}

#[test]
fn a_worker_of_another_build_is_refused_and_a_dead_one_is_named() {
    assert_eq!(
        after([heard(Response::Ready { version: VERSION })]).engine,
        Engine::Ready
    );
    assert_eq!(
        after([heard(Response::Ready {
            version: VERSION + 1
        })])
        .engine,
        Engine::WrongVersion
    );
    let restarted = Action::Restarted {
        message: "out of memory".into(),
        left_out: vec!["big.md".into()],
        leaves_view: false,
    };
    let state = after([
        Action::Type("gan".into()),
        restarted,
        heard(Response::Ready { version: VERSION }),
    ]);
    assert!(
        matches!(state.engine, Engine::Restarted { .. }),
        "the panel stays until it was seen"
    );
    assert_eq!(state.place.search.text, "gan");
}

#[test]
fn a_view_that_may_have_killed_the_worker_is_left_and_one_step_back() {
    let restarted = Action::Restarted {
        message: String::new(),
        left_out: Vec::new(),
        leaves_view: true,
    };
    let state = after([
        Action::Type("gan".into()),
        Action::Read("2012.00001".into()),
        restarted,
    ]);
    assert_eq!(state.place, Place::default());
    assert_eq!(state.history, History::Push);
}

#[test]
fn reports_come_in_parts_and_count_together() {
    let reports = |names: [&str; 2]| {
        let report = |name: &str| FileReport {
            name: name.into(),
            added: 1,
            ..FileReport::default()
        };
        names.map(report).to_vec()
    };
    let loaded = Loaded {
        reports: reports(["c", "d"]),
        ..Loaded::default()
    };
    let part = heard(Response::Reports(reports(["a", "b"])));
    let mut state = after([part]);
    assert_eq!(state.reports.len(), 0, "the job has not ended");
    state.apply(heard(Response::Loaded(loaded)));
    let names: Vec<&str> = state.reports.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["a", "b", "c", "d"]);
    let notice = state.notice.expect("a notice");
    assert_eq!((notice.files, notice.added), (4, 4));
    assert!(state.arriving.is_empty());
}
