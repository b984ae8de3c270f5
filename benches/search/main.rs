//! What the engine costs at any size: reading, tagging, indexing, memory, a search of each kind
//! with exact count, first twenty rows, all facets and the histogram, and the words that stand out
//! in what it found.
//!
//! `cargo bench --bench search -- 100000` makes a library of so many papers from a fixed seed. With
//! `DIGEST_CORPORA` set, the papers are those of its `bulk/*.jsonl.gz`; beyond those at hand the
//! same with their words in another order. Times are printed and never judged. With `--write
//! FOLDER` behind the number it also writes what `cargo xtask bench` measures in a browser.

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a benchmark that cannot go on has failed, and its numbers are small"
)]

#[path = "../../tests/search_support/bulk.rs"]
mod bulk;
mod files;
mod made;
mod queries;
mod terms;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use digest_explorer::core::digest::{Reader, Step};
use digest_explorer::core::library::Record;
use digest_explorer::core::paper::Paper;
use digest_explorer::core::search::Index;
use digest_explorer::core::tags::Tagger;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Request, Response, Search, Window};
use queries::{Kind, Query};

/// How often each query is asked. The best run counts: what the machine does beside it is not the
/// engine's.
const RUNS: usize = 5;
/// How many rows an answer has.
const ROWS: u32 = 20;
/// How many papers are indexed in one slice, as the engine does it.
const PAPERS_A_SLICE: usize = 64;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers = arguments
        .iter()
        .filter_map(|argument| argument.parse().ok());
    let count: usize = numbers.max().unwrap_or(20_000);
    let asked = arguments.iter().position(|argument| argument == "--write");
    let folder = asked
        .and_then(|at| arguments.get(at + 1))
        .map(PathBuf::from);

    let (name, papers) = match bulk::papers() {
        Some(some) => ("real ones", made::repeated(&some, count)),
        None => ("invented", made::papers(count)),
    };
    let kinds = queries::of(&papers);
    let digest = files::digest(&papers);
    println!(
        "{count} papers, {name}, {:.1} MB\n",
        digest.len() as f64 / 1e6
    );
    drop(papers);

    println!("| stage | s | MB/s | papers/s | longest slice ms |\n|---|---|---|---|---|");
    let records = stages(&digest, count);
    if let Some(folder) = &folder {
        files::write_texts(folder, &digest, &records);
    }
    drop(records);
    let mut engine = load(&digest, count);
    let answers = ask(&mut engine, &kinds);
    terms::measure(&mut engine, &kinds);
    if let Some(folder) = &folder {
        files::write_queries(folder, &kinds, &answers);
    }
}

fn told(stage: &str, time: Duration, bytes: usize, papers: usize, longest: Duration) {
    let seconds = time.as_secs_f64();
    println!(
        "| {stage} | {seconds:.2} | {:.0} | {:.0} | {:.1} |",
        bytes as f64 / 1e6 / seconds,
        papers as f64 / seconds,
        ms(longest)
    );
}

/// Calls `step` as long as it says that there is more; gives the whole time and that of the longest
/// step.
fn sliced(mut step: impl FnMut() -> bool) -> (Duration, Duration) {
    let (started, mut longest) = (Instant::now(), Duration::ZERO);
    loop {
        let begun = Instant::now();
        let more = step();
        longest = longest.max(begun.elapsed());
        if !more {
            return (started.elapsed(), longest);
        }
    }
}

/// The stages of loading, each alone; gives the papers with their tags.
fn stages(digest: &[u8], count: usize) -> Vec<Record> {
    let mut reader = Reader::new(files::DIGEST, digest.to_vec());
    let (time, longest) = sliced(|| reader.step() != Step::Done);
    let papers = reader.finish().papers;
    assert_eq!(papers.len(), count, "papers read");
    told("reading", time, digest.len(), count, longest);

    let tagger = Tagger::new();
    let mut records: Vec<Record> = papers.into_iter().map(Record::new).collect();
    let mut left = records.iter_mut();
    let (time, longest) = sliced(|| match left.next() {
        Some(record) => {
            record.tags = tagger.tag(&record.paper);
            true
        }
        None => false,
    });
    told("tagging", time, digest.len(), count, longest);

    let mut index = Index::default();
    let mut left = (0..).zip(&records).peekable();
    let (time, longest) = sliced(|| {
        for (doc, record) in left.by_ref().take(PAPERS_A_SLICE) {
            index.put(doc, record);
        }
        left.peek().is_some()
    });
    told("indexing", time, digest.len(), count, longest);
    let (time, longest) = sliced(|| index.compact(files::A_SLICE));
    told("compacting", time, digest.len(), count, longest);
    let text: usize = records.iter().map(|record| text_of(&record.paper)).sum();
    let bytes = index.bytes();
    println!(
        "\nindex {:.1} MB, {:.2} of the text's {:.1} MB",
        bytes as f64 / 1e6,
        bytes as f64 / text as f64,
        text as f64 / 1e6
    );
    records
}

/// How many bytes of text a paper has.
fn text_of(paper: &Paper) -> usize {
    let texts = [
        Some(&paper.title),
        paper.summary.as_ref(),
        paper.comment.as_ref(),
    ];
    let texts: usize = texts
        .into_iter()
        .flatten()
        .map(|text| text.plain.len())
        .sum();
    texts + paper.authors.iter().map(String::len).sum::<usize>()
}

/// The engine with the library in it.
fn load(digest: &[u8], count: usize) -> Engine {
    let mut engine = Engine::default();
    engine.handle(Request::Open {
        job: 1,
        names: vec![files::DIGEST.to_owned()],
    });
    engine.push_file(1, files::DIGEST, digest.to_vec());
    let mut loaded = None;
    let (time, longest) = sliced(|| {
        if let Some(Response::Loaded(response)) = engine.work() {
            loaded = Some(response);
        }
        engine.has_work()
    });
    let loaded = loaded.unwrap();
    assert_eq!(loaded.papers as usize, count, "{:?}", loaded.reports);
    println!(
        "engine, all stages: {:.2} s, longest slice {:.1} ms\n",
        time.as_secs_f64(),
        ms(longest)
    );
    engine
}

/// A query as the page asks it; its number is the same each time, so that the same answer is the
/// same bytes.
pub fn request(query: &Query) -> Request {
    Request::Search {
        seq: 1,
        search: Search {
            text: query.text.clone(),
            ..Search::default()
        },
        window: Window {
            start: 0,
            len: ROWS,
        },
        open: None,
    }
}

/// What came of a query.
pub struct Answered {
    /// How many papers.
    pub hits: u32,
    /// A hash of the answer's bytes.
    pub print: u32,
}

/// Asks all queries, and prints how long each kind takes. A kind's queries are asked in turn, one
/// round after the other, so that nothing that the engine keeps of a query helps it when it is
/// asked again.
fn ask(engine: &mut Engine, kinds: &[Kind]) -> Vec<Vec<Answered>> {
    println!("| query | p50 ms | p95 ms | hits, median |\n|---|---|---|---|");
    let mut all = Vec::new();
    for kind in kinds {
        let mut times = vec![Duration::MAX; kind.queries.len()];
        let mut answers = Vec::new();
        for _ in 0..RUNS {
            answers.clear();
            for (query, best) in kind.queries.iter().zip(&mut times) {
                let (answer, time) = answered(engine, query);
                *best = time.min(*best);
                answers.push(answer);
            }
        }
        times.sort_unstable();
        let mut hits: Vec<u32> = answers.iter().map(|answer| answer.hits).collect();
        hits.sort_unstable();
        let at = |part: usize| ms(times[(times.len() * part / 100).min(times.len() - 1)]);
        println!(
            "| {} | {:.2} | {:.2} | {} |",
            kind.name,
            at(50),
            at(95),
            hits[hits.len() / 2]
        );
        all.push(answers);
    }
    all
}

/// Asks a query, and measures from the request to the bytes of the answer.
fn answered(engine: &mut Engine, query: &Query) -> (Answered, Duration) {
    let request = request(query);
    let begun = Instant::now();
    let mut response = engine.handle(request).pop();
    // What takes longer is done in slices.
    while response.is_none() {
        response = engine.search();
    }
    let answer = postcard::to_allocvec(&response.unwrap()).unwrap();
    let time = begun.elapsed();
    let Response::Answer {
        outcome: Ok(read), ..
    } = postcard::from_bytes(&answer).unwrap()
    else {
        panic!("{} is not answered", query.text);
    };
    let answered = Answered {
        hits: read.hits,
        print: files::print(&answer),
    };
    (answered, time)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
