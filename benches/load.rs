//! How long loading takes, stage by stage, its longest slice, and the memory at its peak.
//!
//! `cargo bench --bench load -- 100000`; with `read`, `tag`, `library` or `engine` behind the
//! number only that stage, in a process of its own, so that the peak of memory is that stage's. A
//! digest's path in place of the number measures that one.
#![allow(
    clippy::cast_precision_loss,
    clippy::print_stderr,
    clippy::print_stdout,
    reason = "a benchmark prints what it measured"
)]

mod support;

use std::time::{Duration, Instant};

use digest_explorer::core::digest::{Reader, Step, read};
use digest_explorer::core::library::Library;
use digest_explorer::core::tags::Tagger;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Request, Response};

fn main() {
    let asked: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let what = asked.first().map_or("20000", String::as_str);
    let stage = asked.get(1).map_or("all", String::as_str);
    let (papers, text) = match what.parse() {
        Ok(papers) => (papers, support::headings(7, papers)),
        Err(_) => file(what),
    };
    let size = text.len();
    println!(
        "{papers} papers, {:.1} MB; peak so far {} MB",
        size as f64 / 1e6,
        peak()
    );
    let told = |what: &str, time: Duration, slices: &Slices| {
        println!(
            "{what:12} {:8.2} s  {:8.1} MB/s {:9.0} papers/s  longest slice {:7.1} ms ({})  peak {} MB",
            time.as_secs_f64(),
            size as f64 / 1e6 / time.as_secs_f64(),
            papers as f64 / time.as_secs_f64(),
            slices.longest.as_secs_f64() * 1e3,
            slices.place,
            peak()
        );
    };
    let wanted = |name| stage == name || stage == "all";
    if wanted("read") {
        let bytes = text.clone().into_bytes();
        let started = Instant::now();
        let mut slices = Slices::default();
        let mut reader = slices.time("open", || Reader::new("digest.md", bytes));
        while slices.time("step", || reader.step()) != Step::Done {}
        let digest = slices.time("finish", || reader.finish());
        told("reading", started.elapsed(), &slices);
        assert_eq!(digest.papers.len(), papers);
        slices.time("drop", || drop(digest));
    }
    if wanted("tag") {
        let digest = read("digest.md", text.clone().into_bytes());
        let tagger = Tagger::new();
        let started = Instant::now();
        let mut slices = Slices::default();
        let tags: usize = digest
            .papers
            .iter()
            .map(|paper| slices.time("paper", || tagger.tag(paper)).len())
            .sum();
        told("tagging", started.elapsed(), &slices);
        println!("             {tags} tags");
    }
    if wanted("library") {
        let digest = read("digest.md", text.clone().into_bytes());
        let tagger = Tagger::new();
        let mut library = Library::default();
        let source = library.add_source("digest.md");
        let started = Instant::now();
        let mut slices = Slices::default();
        for paper in digest.papers {
            slices.time("add", || library.add(paper, source, &tagger));
        }
        told("tag + near", started.elapsed(), &slices);
        let mut slices = Slices::default();
        let started = Instant::now();
        slices.time("remove", || library.remove_source(source, &tagger));
        told("remove", started.elapsed(), &slices);
    }
    if wanted("engine") {
        let mut engine = Engine::default();
        let bytes = text.into_bytes();
        let started = Instant::now();
        engine.handle(Request::Open {
            job: 1,
            names: vec!["digest.md".to_owned()],
        });
        engine.push_file(1, "digest.md", bytes);
        let slices = drive(&mut engine);
        told("engine", started.elapsed(), &slices);
        let started = Instant::now();
        engine.handle(Request::Remove {
            job: 2,
            source: "digest.md".to_owned(),
        });
        let slices = drive(&mut engine);
        told("removal", started.elapsed(), &slices);
    }
}

/// How many papers a digest has, and its text.
fn file(path: &str) -> (usize, String) {
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("{path} cannot be read as text");
        std::process::exit(2);
    };
    let papers = read("digest.md", text.clone().into_bytes()).papers.len();
    (papers, text)
}

/// The longest of many slices, and where it was.
#[derive(Default)]
struct Slices {
    longest: Duration,
    place: String,
}

impl Slices {
    fn time<T>(&mut self, place: &str, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let done = work();
        self.tell(started.elapsed(), place);
        done
    }

    fn tell(&mut self, time: Duration, place: &str) {
        if time > self.longest {
            self.longest = time;
            place.clone_into(&mut self.place);
        }
    }
}

/// Lets the engine work to its end.
fn drive(engine: &mut Engine) -> Slices {
    let mut slices = Slices::default();
    let mut all = Vec::new();
    let begun = Instant::now();
    let mut is_searchable = false;
    loop {
        let started = Instant::now();
        let Some(response) = engine.work() else { break };
        let time = started.elapsed();
        let place = match response {
            Response::Progress(progress) => {
                if progress.is_tagging && !is_searchable {
                    is_searchable = true;
                    let after = begun.elapsed().as_secs_f64();
                    println!(
                        "             searchable after {after:.2} s, peak {} MB",
                        peak()
                    );
                }
                let what = if progress.is_tagging {
                    "tagging"
                } else {
                    "the file"
                };
                format!("at {:.3} of {what}", progress.part)
            }
            _ => "at the end".to_owned(),
        };
        slices.tell(time, &place);
        all.push((time, place));
    }
    all.sort_by_key(|(time, _)| std::cmp::Reverse(*time));
    for (time, place) in all.iter().take(8) {
        println!("             {:7.1} ms {place}", time.as_secs_f64() * 1e3);
    }
    slices
}

/// The peak of this process's memory in MB, where the system tells it.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<usize>().ok());
    kilobytes.unwrap_or(0) / 1024
}
