//! Papers of a large job are searchable first and described (tagged, compared with the others)
//! after: whatever comes between, the end is the same.
#![cfg(all(feature = "engine", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

mod tagging_support;

use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Request, Response};
use tagging_support::{MANY, described, digest, in_small_jobs, open, run, search};

#[test]
fn all_is_searchable_before_the_rest_is_tagged_and_the_end_is_the_same() {
    let mut engine = Engine::default();
    open(&mut engine, 1, digest(1, MANY));
    let begun = run(&mut engine, |progress| progress.is_tagging);
    let begun = begun.expect_err("tags come after");
    assert_eq!((begun.papers, begun.searchable), (MANY, MANY));
    let all = search(&mut engine, "segmentation OR detection OR retrieval");
    assert_eq!(all.hits, MANY);
    let untagged = search(&mut engine, "task:none").hits;
    assert!((1..MANY).contains(&untagged), "{untagged}");
    let loaded = run(&mut engine, |progress| !progress.is_tagging);
    assert_eq!(loaded.expect("no paper comes after").papers, MANY);
    assert_eq!(search(&mut engine, "task:none").hits, 0);
    // Pairs of so short texts are not all found.
    assert!(search(&mut engine, "is:duplicate").hits > MANY / 10);
    assert_eq!(described(&mut engine), described(&mut in_small_jobs(MANY)));
}

#[test]
fn what_a_cancelled_job_had_not_described_is_described_behind_it() {
    let mut engine = Engine::default();
    open(&mut engine, 1, digest(1, MANY));
    let begun = run(&mut engine, |progress| progress.is_tagging);
    begun.expect_err("tags come after");
    let Some(Response::Loaded(loaded)) = engine.handle(Request::Cancel { job: 1 }).pop() else {
        panic!("a cancel is answered at once");
    };
    assert!(loaded.cancelled);
    let rest = run(&mut engine, |_| false).expect("the rest");
    assert_eq!((rest.papers, rest.reports.len()), (MANY, 0));
    assert_eq!(described(&mut engine), described(&mut in_small_jobs(MANY)));
    assert!(!engine.has_work());
}

#[test]
fn papers_of_the_next_job_are_searchable_before_those_of_the_first_have_all_their_tags() {
    let mut engine = Engine::default();
    open(&mut engine, 1, digest(1, MANY));
    run(&mut engine, |progress| progress.is_tagging).expect_err("tags come after");
    open(&mut engine, 2, digest(MANY + 1, MANY));
    let first = run(&mut engine, |progress| progress.is_tagging);
    assert_eq!(first.expect("the first gives way").job, 1);
    let second = run(&mut engine, |progress| progress.is_tagging);
    assert_eq!(
        second.expect_err("its papers are searchable").searchable,
        2 * MANY
    );
    assert!(search(&mut engine, "task:none").hits > 0);
    run(&mut engine, |_| false).expect("the second");
    assert_eq!(
        described(&mut engine),
        described(&mut in_small_jobs(2 * MANY))
    );
}

#[test]
fn a_source_can_go_before_its_papers_are_described() {
    let mut engine = Engine::default();
    open(&mut engine, 1, digest(1, MANY));
    run(&mut engine, |progress| progress.is_tagging).expect_err("tags come after");
    let source = "1.md".to_owned();
    engine.handle(Request::Remove { job: 2, source });
    run(&mut engine, |_| false).expect("the first job");
    let gone = run(&mut engine, |_| false).expect("the removal");
    assert_eq!((gone.papers, gone.sources), (0, 0));
    assert_eq!(search(&mut engine, "").hits, 0);
    assert!(!engine.has_work());
}
