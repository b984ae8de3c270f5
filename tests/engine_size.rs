//! Much at once: hundreds of files, archives of a year, large files taken out; how much is done in
//! one slice is counted, not timed.
#![cfg(all(feature = "engine", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use std::io::{Cursor, Write as _};

use digest_explorer::core::search::MOST_INDEXED;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Loaded, Request, Response, Search, Window};

/// A digest of so many papers, the first of them with this number.
fn digest(first: u32, papers: u32) -> Vec<u8> {
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for at in 0..papers {
        let id = 99_999 - first - at;
        let entry = format!(
            "### {}.Paper {id} [ :arrow_down: ](https://arxiv.org/pdf/2603.{id}.pdf)\n>  About sheep, number {id}.\n",
            at + 1
        );
        text.push_str(&entry);
    }
    text.into_bytes()
}

fn open(engine: &mut Engine, job: u32, files: Vec<(String, Vec<u8>)>) {
    let names = files.iter().map(|(name, _)| name.clone()).collect();
    engine.handle(Request::Open { job, names });
    for (name, bytes) in files {
        engine.push_file(job, &name, bytes);
    }
}

/// Works to the end of the job; gives its report and how many slices it took.
fn run(engine: &mut Engine) -> (Loaded, u32) {
    let mut slices = 0;
    let mut papers = 0;
    loop {
        slices += 1;
        match engine.work().expect("a job ends with a report") {
            Response::Progress(progress) => {
                assert!(
                    progress.papers - papers <= 64,
                    "one slice took {}",
                    progress.papers - papers
                );
                papers = progress.papers;
            }
            Response::Loaded(loaded) => return (loaded, slices),
            other => panic!("unexpected while loading: {other:?}"),
        }
    }
}

/// So many days, three papers each.
fn days(count: u32) -> Vec<(String, Vec<u8>)> {
    (0..count)
        .map(|day| (format!("day-{day:03}.md"), digest(day * 3, 3)))
        .collect()
}

#[track_caller]
fn check(loaded: &Loaded, days: &[(String, Vec<u8>)]) {
    assert!(!loaded.cancelled);
    assert_eq!(loaded.reports.len(), days.len());
    for (report, (name, _)) in loaded.reports.iter().zip(days) {
        assert!(
            report.name.ends_with(name.as_str()),
            "{} for {name}",
            report.name
        );
        assert_eq!(
            (report.entries, report.added, report.merged),
            (3, 3, 0),
            "{name}"
        );
    }
    assert_eq!(loaded.papers as usize, 3 * days.len());
}

#[test]
fn five_hundred_files_are_reported_in_their_order() {
    let mut engine = Engine::default();
    let days = days(500);
    open(&mut engine, 1, days.clone());
    check(&run(&mut engine).0, &days);
}

#[test]
fn a_zip_of_a_year_is_reported_day_by_day() {
    let days = days(365);
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in &days {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default())
            .expect("a member");
        zip.write_all(bytes).expect("its bytes");
    }
    let bytes = zip.finish().expect("an archive").into_inner();
    let mut engine = Engine::default();
    open(&mut engine, 1, vec![("year.zip".to_owned(), bytes)]);
    check(&run(&mut engine).0, &days);
}

#[test]
fn a_cancel_in_the_midst_of_many_files_leaves_those_that_were_complete() {
    let mut engine = Engine::default();
    open(&mut engine, 1, days(500));
    let seen = loop {
        match engine.work() {
            Some(Response::Progress(progress)) if progress.files_done == 200 => {
                break progress.papers;
            }
            Some(Response::Progress(_)) => {}
            other => panic!("unexpected while loading: {other:?}"),
        }
    };
    let mut responses = engine.handle(Request::Cancel { job: 1 });
    let Some(Response::Loaded(loaded)) = responses.pop() else {
        panic!("a cancel is answered at once");
    };
    assert!(loaded.cancelled);
    assert_eq!((loaded.papers, loaded.reports.len()), (seen, 200));
    assert!(!engine.has_work());
}

#[test]
fn a_large_source_is_taken_out_in_slices_that_can_be_stopped() {
    let mut engine = Engine::default();
    let file = || vec![("large.md".to_owned(), digest(0, 1_000))];
    open(&mut engine, 1, file());
    run(&mut engine);
    let remove = || Request::Remove {
        job: 2,
        source: "large.md".to_owned(),
    };

    engine.handle(remove());
    engine.work();
    let mut responses = engine.handle(Request::Cancel { job: 2 });
    let Some(Response::Loaded(loaded)) = responses.pop() else {
        panic!("a cancel is answered at once");
    };
    assert_eq!(
        (loaded.cancelled, loaded.removed, loaded.sources),
        (true, None, 1)
    );
    assert!(
        (900..1_000).contains(&loaded.papers),
        "{} are left",
        loaded.papers
    );

    // What is left is a part of the file: read again, it is completed.
    open(&mut engine, 3, file());
    let (loaded, _) = run(&mut engine);
    assert_eq!((loaded.papers, loaded.sources), (1_000, 1));

    engine.handle(remove());
    let (loaded, slices) = run(&mut engine);
    assert_eq!((loaded.papers, loaded.sources), (0, 0));
    assert_eq!(loaded.removed.as_deref(), Some("large.md"));
    assert!(slices >= 1_000 / 64, "{slices} slices");
}

/// How many papers a search of everything finds.
fn hits(engine: &mut Engine) -> u32 {
    let request = Request::Search {
        seq: 1,
        search: Search::default(),
        window: Window { start: 0, len: 1 },
        open: None,
    };
    match engine.handle(request).pop() {
        Some(Response::Answer {
            outcome: Ok(answer),
            ..
        }) => answer.hits,
        other => panic!("one answer to a search, not {other:?}"),
    }
}

#[test]
fn a_very_large_text_is_indexed_when_it_is_given_back() {
    let mut engine = Engine::indexing_late_from(10_000);
    open(
        &mut engine,
        1,
        vec![
            ("large.md".to_owned(), digest(0, 1_000)),
            ("small.md".to_owned(), digest(1_000, 3)),
        ],
    );
    let (mut searchable, mut rising) = (0, 0);
    loop {
        match engine.work().expect("a job ends with a report") {
            Response::Progress(progress) => {
                assert!(progress.searchable <= searchable + 64, "{progress:?}");
                rising += u32::from(progress.searchable > searchable);
                searchable = progress.searchable;
                assert!((0.0..=1.0).contains(&progress.part));
                assert_eq!(hits(&mut engine), searchable);
            }
            Response::Loaded(loaded) => {
                assert_eq!((loaded.papers, loaded.reports.len()), (1_003, 2));
                assert_eq!(loaded.reports[0].added, 1_000);
                break;
            }
            other => panic!("unexpected while loading: {other:?}"),
        }
    }
    assert!(rising > 10, "{rising} slices");
    assert_eq!(hits(&mut engine), 1_003);
}

#[test]
fn what_a_cancelled_job_had_read_is_indexed_behind_it() {
    let mut engine = Engine::indexing_late_from(10_000);
    open(
        &mut engine,
        1,
        vec![("large.md".to_owned(), digest(0, 1_000))],
    );
    let mut read = 0;
    while read < 500 {
        match engine.work() {
            Some(Response::Progress(progress)) => read = progress.papers,
            other => panic!("unexpected while loading: {other:?}"),
        }
    }
    let mut responses = engine.handle(Request::Cancel { job: 1 });
    let Some(Response::Loaded(loaded)) = responses.pop() else {
        panic!("a cancel is answered at once");
    };
    assert!(loaded.cancelled);
    assert_eq!(loaded.papers, read);
    let report = &loaded.reports[0];
    assert_eq!((report.entries, report.added), (read, read));
    // The first come at once.
    assert_eq!(hits(&mut engine), 256);
    let (rest, _) = run(&mut engine);
    assert_eq!((rest.job, rest.papers, rest.reports.len()), (1, read, 0));
    assert_eq!(hits(&mut engine), read);
    assert!(!engine.has_work());
}

#[test]
fn only_the_first_papers_of_a_large_text_come_at_once_even_if_all_are_known() {
    let mut engine = Engine::indexing_late_from(10_000);
    open(
        &mut engine,
        1,
        vec![("large.md".to_owned(), digest(0, 1_000))],
    );
    run(&mut engine);
    // Another file with the same papers, which change by it. Its text is given back before they are
    // indexed again.
    let again = String::from_utf8(digest(0, 1_000)).expect("a digest is text");
    let again = again
        .replace("About sheep", "About a great many sheep")
        .into_bytes();
    open(&mut engine, 2, vec![("again.md".to_owned(), again)]);
    let mut least = 1_000;
    while engine.has_work() {
        if let Some(Response::Progress(progress)) = engine.work() {
            least = least.min(progress.searchable);
        }
    }
    assert_eq!(least, 256);
    assert_eq!(hits(&mut engine), 1_000);
}

#[test]
fn papers_that_come_again_as_they_were_can_be_found_all_the_time() {
    let mut engine = Engine::indexing_late_from(10_000);
    open(
        &mut engine,
        1,
        vec![("large.md".to_owned(), digest(0, 1_000))],
    );
    run(&mut engine);
    let mut again = digest(0, 1_000);
    again.extend_from_slice(b"\nThe end.\n");
    open(&mut engine, 2, vec![("again.md".to_owned(), again)]);
    while engine.has_work() {
        if let Some(Response::Progress(progress)) = engine.work() {
            assert_eq!(progress.searchable, 1_000);
        }
    }
    assert_eq!(
        matching(&mut engine, "source:again.md source:large.md"),
        1_000
    );
    assert_eq!(matching(&mut engine, "is:duplicate"), 1_000);
    // As if the first had never been read.
    let source = "large.md".to_owned();
    engine.handle(Request::Remove { job: 3, source });
    run(&mut engine);
    assert_eq!(matching(&mut engine, "source:large.md"), 0);
    assert_eq!(matching(&mut engine, "is:duplicate"), 0);
    assert_eq!(matching(&mut engine, "source:again.md"), 1_000);
}

#[test]
fn of_a_huge_abstract_the_start_is_found() {
    let sheep = "sheep ".repeat(MOST_INDEXED / 6 + 1);
    let link = "[ :arrow_down: ](https://arxiv.org/pdf/2603.00001.pdf)";
    let text =
        format!("# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.Paper {link}\n>  early {sheep} late\n");
    let mut engine = Engine::default();
    open(
        &mut engine,
        1,
        vec![("huge.md".to_owned(), text.into_bytes())],
    );
    let report = &run(&mut engine).0.reports[0];
    assert_eq!(report.counts, [0, 1, 0]);
    let problem = &report.problems[0];
    assert_eq!(problem.line, 2);
    assert!(problem.message.contains("abstract of 2603.00001"));
    assert_eq!(matching(&mut engine, "early sheep"), 1);
    assert_eq!(matching(&mut engine, "late"), 0);
    assert_eq!(matching(&mut engine, r"/\bearly\b/"), 1);
    assert_eq!(matching(&mut engine, r"/\blate\b/"), 0);
}

/// How many papers a search finds.
fn matching(engine: &mut Engine, text: &str) -> u32 {
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    let window = Window { start: 0, len: 0 };
    let mut answers = engine.handle(Request::Search {
        seq: 2,
        search,
        window,
        open: None,
    });
    while engine.is_searching() {
        answers.extend(engine.search());
    }
    match answers.first() {
        Some(Response::Answer { outcome, .. }) => outcome.as_ref().expect("an answer").hits,
        other => panic!("no answer: {other:?}"),
    }
}
