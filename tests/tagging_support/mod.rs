//! Digests that are large enough to be tagged after they can be searched, and all that is told of a
//! library of them.

use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Answer, Loaded, Progress, Request, Response, Search, Window};

/// More papers than are described as they come.
pub const MANY: u32 = 2_500;

/// A digest of so many papers, the first of them with this number. Every seventh says nearly what
/// the one before it does.
pub fn digest(first: u32, papers: u32) -> Vec<u8> {
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

/// Has a digest read.
pub fn open(engine: &mut Engine, job: u32, digest: Vec<u8>) {
    let names = vec![format!("{job}.md")];
    engine.handle(Request::Open { job, names });
    engine.push_file(job, &format!("{job}.md"), digest);
}

/// Works until something but progress is said, or progress is as wanted.
pub fn run(engine: &mut Engine, until: impl Fn(&Progress) -> bool) -> Result<Loaded, Progress> {
    loop {
        match engine.work().expect("a job ends with a report") {
            Response::Progress(progress) if until(&progress) => return Err(progress),
            Response::Progress(_) => {}
            Response::Loaded(loaded) => return Ok(loaded),
            other => panic!("unexpected while loading: {other:?}"),
        }
    }
}

/// The answer to a query, with its first rows.
pub fn search(engine: &mut Engine, text: &str) -> Answer {
    let request = Request::Search {
        seq: 1,
        search: Search {
            text: text.to_owned(),
            ..Search::default()
        },
        window: Window { start: 0, len: 30 },
        open: None,
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
pub fn in_small_jobs(papers: u32) -> Engine {
    let mut engine = Engine::default();
    for (job, first) in (1..).zip((1..=papers).step_by(500)) {
        open(&mut engine, job, digest(first, 500));
        let told = run(&mut engine, |progress| progress.is_tagging);
        told.expect("a small job is described as it comes");
    }
    engine
}

/// All that is told of the library beside sources: counts of tags, duplicates, rows.
pub fn described(engine: &mut Engine) -> Vec<String> {
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
