//! How long a search takes: exact count, first twenty hits, all facets and the histogram.
//!
//! `cargo bench --bench search -- 100000` makes a library of so many papers from a fixed seed. With `DIGEST_CORPORA` set, the papers are those of its `bulk/*.jsonl` (unpacked or with gzip), repeated
//! under other ids until they are enough. Times are printed and never judged.

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a benchmark that cannot go on has failed, and its numbers are small"
)]

#[path = "../../tests/search_support/bulk.rs"]
mod bulk;
mod made;

use std::time::{Duration, Instant};

use digest_explorer::core::library::Record;
use digest_explorer::core::query::parse;
use digest_explorer::core::search::{Index, Options};

/// How often each query is asked.
const RUNS: usize = 7;

fn main() {
    let numbers = std::env::args().filter_map(|argument| argument.parse::<usize>().ok());
    let count = numbers.max().unwrap_or(20_000);
    let (name, records) = records(count);
    println!("{count} papers, {name}");

    let started = Instant::now();
    let mut index = Index::default();
    let mut slowest = Duration::ZERO;
    let slices = records.chunks(64).enumerate();
    for (slice, papers) in slices {
        let begun = Instant::now();
        for (doc, record) in (64 * slice as u32..).zip(papers) {
            index.put(doc, record);
        }
        slowest = slowest.max(begun.elapsed());
    }
    println!(
        "index: {:.2} s, slowest slice of 64 papers {:.1} ms",
        started.elapsed().as_secs_f64(),
        ms(slowest)
    );
    let first = Instant::now();
    index.search_records(
        &records,
        &[],
        &parse("").unwrap().query,
        &Options::default(),
    );
    println!(
        "first search {:.1} ms, index {:.1} MB",
        ms(first.elapsed()),
        index.bytes() as f64 / 1e6
    );

    let words = Words::of(&records);
    println!("\n| query | p50 ms | p95 ms | hits, median |\n|---|---|---|---|");
    for (kind, queries) in words.queries() {
        let mut times = Vec::new();
        let mut hits = Vec::new();
        for text in &queries {
            let query = match parse(text) {
                Ok(parsed) => parsed.query,
                Err(error) => panic!("{text}: {}", error.message),
            };
            // The best of some runs: what the machine does beside it is not the search's.
            let mut best = Duration::MAX;
            let mut count = 0;
            for _ in 0..RUNS {
                let begun = Instant::now();
                let mut found = index.search_records(&records, &[], &query, &Options::default());
                std::hint::black_box(found.window(0, 20));
                best = best.min(begun.elapsed());
                count = found.len();
            }
            times.push(best);
            hits.push(count);
        }
        times.sort_unstable();
        hits.sort_unstable();
        let at = |part: usize| ms(times[(times.len() * part / 100).min(times.len() - 1)]);
        println!(
            "| {kind} | {:.2} | {:.2} | {} |",
            at(50),
            at(95),
            hits[hits.len() / 2]
        );
    }
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Real papers when there are some, else invented ones.
fn records(count: usize) -> (&'static str, Vec<Record>) {
    match bulk::records(usize::MAX) {
        Some(some) => ("real ones, repeated", bulk::repeated(&some, count)),
        None => ("invented", made::records(count)),
    }
}

/// Words of a library to ask for.
struct Words {
    /// By how many of a sample of papers have them, most first.
    by_count: Vec<(String, usize)>,
    /// Neighbours in titles.
    pairs: Vec<String>,
}

impl Words {
    fn of(records: &[Record]) -> Self {
        let sample = records.iter().step_by((records.len() / 3000).max(1));
        let mut counts = std::collections::BTreeMap::new();
        let mut pairs = Vec::new();
        for record in sample {
            let summary = record.paper.summary.as_ref().map_or("", |text| &text.plain);
            let words = |text: &str| -> Vec<String> {
                let words = text.split(|c: char| !c.is_ascii_alphabetic());
                words
                    .filter(|word| word.len() > 2)
                    .map(str::to_lowercase)
                    .collect()
            };
            let mut all = words(summary);
            all.sort_unstable();
            all.dedup();
            for word in all {
                *counts.entry(word).or_insert(0) += 1;
            }
            let title = record
                .paper
                .title
                .plain
                .split(' ')
                .filter(|word| word.bytes().all(|b| b.is_ascii_alphabetic()) && word.len() > 2);
            let title: Vec<&str> = title.collect();
            if let [.., first, second] = title[..] {
                pairs.push(format!("{first} {second}"));
            }
        }
        let mut by_count: Vec<(String, usize)> = counts.into_iter().collect();
        by_count.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        by_count.retain(|(word, _)| !["and", "not"].contains(&word.as_str()));
        Self { by_count, pairs }
    }

    /// The queries of each kind.
    fn queries(&self) -> Vec<(&'static str, Vec<String>)> {
        let word = |at: usize| self.by_count[at % self.by_count.len()].0.as_str();
        let each = |query: &dyn Fn(usize) -> String| (0..100).map(query).collect::<Vec<_>>();
        let facets = [
            "has:abstract",
            "cat:cs",
            "task:none",
            "cat:cs.CV day:2021",
            "-method:none task:segmentation",
            "resource:(code OR dataset)",
            "domain:medical -is:duplicate",
        ];
        vec![
            ("every paper", vec![String::new(); 20]),
            ("common term", each(&|at| word(at).to_owned())),
            (
                "two terms AND",
                each(&|at| format!("{} {}", word(20 + at), word(150 + 3 * at))),
            ),
            (
                "prefix of 3",
                each(&|at| format!("{}*", &word(3 * at)[..3])),
            ),
            (
                "phrase",
                each(&|at| format!("\"{}\"", self.pairs[at * 7 % self.pairs.len()])),
            ),
            (
                "NOT",
                each(&|at| format!("{} -{}", word(30 + at), word(100 + at))),
            ),
            ("field", each(&|at| format!("title:{}", word(20 + 2 * at)))),
            (
                "facets only",
                facets
                    .iter()
                    .cycle()
                    .take(100)
                    .map(|&text| text.to_owned())
                    .collect(),
            ),
            (
                "facet and term",
                each(&|at| format!("{} task:(segmentation OR detection) cat:cs", word(20 + at))),
            ),
            (
                "regex",
                each(&|at| format!("/{}\\w+ {}/", word(40 + at), word(90 + at))),
            ),
        ]
    }
}
