//! Papers of a large job are searchable first and described (tagged, compared with the others) after: whatever comes between, the end is the same.
#![cfg(all(feature = "engine", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Answer, Loaded, Progress, Request, Response, Search, Window};

/// More papers than are described as they come.
const MANY: u32 = 2_500;

/// A digest of so many papers, the first of them with this number. Every seventh says nearly what the one before it does.
fn digest(first: u32, papers: u32) -> Vec<u8> {
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for number in first..first + papers {
        let told = number - u32::from(number % 7 == 0);
        let task = [
            "semantic segmentation",
            "object detection",
            "image retrieval",
        ][told as usize % 3];
        let words: Vec<String> = (0..30).map(|at| format!("w{told}x{at}")).collect();
        let entry = format!(
            "### {number}.On {task}, part {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{:05}.pdf)\n>  We propose a network for {task}: {}.\n",
            99_999 - number,
            words.join(" ")
        );
        text.push_str(&entry);
    }
    text.into_bytes()
}

fn open(engine: &mut Engine, job: u32, digest: Vec<u8>) {
    let names = vec![format!("{job}.md")];
    engine.handle(Request::Open { job, names });
    engine.push_file(job, &format!("{job}.md"), digest);
}

/// Works until something but progress is said, or progress is as wanted.
fn run(engine: &mut Engine, until: impl Fn(&Progress) -> bool) -> Result<Loaded, Progress> {
    loop {
        match engine.work().expect("a job ends with a report") {
            Response::Progress(progress) if until(&progress) => return Err(progress),
            Response::Progress(_) => {}
            Response::Loaded(loaded) => return Ok(loaded),
            other => panic!("unexpected while loading: {other:?}"),
        }
    }
}

fn search(engine: &mut Engine, text: &str) -> Answer {
    let request = Request::Search {
        seq: 1,
        search: Search {
            text: text.to_owned(),
            ..Search::default()
        },
        window: Window { start: 0, len: 30 },
    };
    match engine.handle(request).pop() {
        Some(Response::Answer {
            outcome: Ok(answer),
            ..
        }) => answer,
        other => panic!("one answer to a search, not {other:?}"),
    }
}

/// An engine that was given the same papers in small jobs, which are described as they come.
fn in_small_jobs(papers: u32) -> Engine {
    let mut engine = Engine::default();
    for (job, first) in (1..).zip((1..=papers).step_by(500)) {
        open(&mut engine, job, digest(first, 500));
        let told = run(&mut engine, |progress| progress.is_tagging);
        told.expect("a small job is described as it comes");
    }
    engine
}

/// All that is told of the library beside sources: counts of tags, duplicates, rows.
fn described(engine: &mut Engine) -> Vec<String> {
    let mut told = Vec::new();
    for text in [
        "",
        "is:duplicate",
        "task:object-detection -is:duplicate",
        "task:none",
    ] {
        let answer = search(engine, text);
        told.push(format!("{text}: {} of {}", answer.hits, answer.papers));
        for facet in answer.facets {
            if facet.facet.is_tagged() {
                told.push(format!("{facet:?}"));
            }
        }
        let rows = answer
            .rows
            .iter()
            .map(|row| format!("{} {:?}", row.id, row.tags));
        told.extend(rows);
    }
    told
}

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
