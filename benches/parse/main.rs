//! How fast digests are read, beside general Markdown parsers on the same bytes.
//!
//! `cargo bench --bench parse` reads an invented heading digest; with `DIGEST_CORPORA` set also
//! each format's folder of real digests, its files one after the other until they are a few
//! megabytes. Times are printed, the best of some runs, and never judged. What is compared is not
//! the same work: we give papers with their text made ready to search and show, pulldown-cmark
//! gives events, comrak a tree, and a regex the places of the headings. `cargo bench --bench parse
//! -- ours` runs our reader alone, for a profiler.
#![allow(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints what it measured, and one that cannot go on has failed"
)]

#[path = "../support/mod.rs"]
mod support;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use digest_explorer::core::digest::read;
use regex::Regex;

/// How often each is run; the best counts.
const RUNS: usize = 5;
/// How many bytes are read in one run, at least.
const ENOUGH: usize = 8 << 20;

fn main() {
    println!(
        "{:24} {:>9} {:>9} {:>14} {:>9} {:>9}",
        "MB/s", "papers", "ours", "pulldown-cmark", "comrak", "regex"
    );
    row("invented headings", &[support::headings(7, 12_000)]);
    let Some(corpora) = std::env::var_os("DIGEST_CORPORA") else {
        println!("(real digests: skipped, DIGEST_CORPORA is not set)");
        return;
    };
    let mut folders: Vec<_> = std::fs::read_dir(corpora)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir() && !path.ends_with("bulk"))
        .collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        row(&name, &texts(&folder));
    }
}

/// The texts of a folder that are UTF-8.
fn texts(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap();
    let mut paths: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let texts = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok());
    texts.filter(|text| !text.is_empty()).collect()
}

fn row(name: &str, texts: &[String]) {
    let size: usize = texts.iter().map(String::len).sum();
    if size == 0 {
        return;
    }
    let rounds = ENOUGH.div_ceil(size);
    let heading = Regex::new(r"(?m)^#+ ?(?:\d+\.)?(.+)$").unwrap();
    let mut papers = 0;
    let ours = speed(texts, rounds, |text| {
        // A file comes as bytes of its own.
        let digest = read("2026-03-02.txt", text.clone().into_bytes());
        papers = papers.max(digest.papers.len());
        digest.papers.len()
    });
    if std::env::args().any(|argument| argument == "ours") {
        println!("{name:24} {papers:9} {ours:9.0}");
        return;
    }
    let others = [
        speed(texts, rounds, |text| {
            let options = pulldown_cmark::Options::ENABLE_TABLES;
            pulldown_cmark::Parser::new_ext(text, options).count()
        }),
        speed(texts, rounds, |text| {
            let arena = comrak::Arena::new();
            let mut options = comrak::Options::default();
            options.extension.table = true;
            comrak::parse_document(&arena, text, &options)
                .descendants()
                .count()
        }),
        speed(texts, rounds, |text| heading.find_iter(text).count()),
    ];
    let [pulldown, comrak, regex] = others;
    println!("{name:24} {papers:9} {ours:9.0} {pulldown:14.0} {comrak:9.0} {regex:9.0}");
}

/// Megabytes a second.
fn speed(texts: &[String], rounds: usize, mut parse: impl FnMut(&String) -> usize) -> f64 {
    let size: usize = texts.iter().map(String::len).sum();
    let mut best = f64::INFINITY;
    for _ in 0..RUNS {
        let started = Instant::now();
        for _ in 0..rounds {
            for text in texts {
                black_box(parse(text));
            }
        }
        best = best.min(started.elapsed().as_secs_f64());
    }
    (size * rounds) as f64 / 1e6 / best
}
