//! How many papers the tagger tags in a second, alone and with rules of the reader's; each figure
//! is the best of five runs. Where the kernel tells how long the process had a processor (Linux),
//! seconds of that are counted: other programs on the machine do not slow them. Then how long a
//! library takes to be looked through for what a rule changes, and to be tagged anew by it, with
//! the longest slice between two of which searches are answered.
//!
//! `cargo bench --bench tags -- [N]`: over the papers of `bulk/*.jsonl.gz` where `DIGEST_CORPORA`
//! is set, else over invented ones. It judges nothing.
#![allow(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a benchmark prints what it measured and may fail by panicking"
)]

mod support;

use std::io::Read as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use digest_explorer::core::digest::{Reader, Step};
use digest_explorer::core::paper::{Paper, PaperId};
use digest_explorer::core::tags::Tagger;
use digest_explorer::core::tags::own::{ByHand, Own, read};
use digest_explorer::core::text::RichText;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Draft, OwnEdit, Request, Response};
use serde_json::Value;

/// How many papers are invented where there are no real ones.
const INVENTED: usize = 20_000;

/// How many the library has that is tagged anew.
const LIBRARY: usize = 100_000;

/// Rules as a reader may have them.
const RULES: &str = r#"
[[rule]]
name = "lottery-tickets"
facet = "method"
words = ["lottery ticket*", "(winning|sparse) ticket"]
not = "lottery sales"

[[rule]]
name = "my-group"
facet = "domain"
regex = 'knit(ting)?\s+machines?'

[[rule]]
name = "slam"
facet = "task"
built-in = "off"
"#;

fn main() {
    let (papers, what) = match std::env::var_os("DIGEST_CORPORA") {
        Some(corpora) => (real(&PathBuf::from(corpora)), "real"),
        None => (invented(), "invented"),
    };
    let started = Instant::now();
    let tagger = Tagger::new();
    println!(
        "{} {what} papers; table compiled in {:.1?}",
        papers.len(),
        started.elapsed()
    );
    let told = |name: &str, best: Duration| {
        println!(
            "{name:28} {:>9.0} papers/s",
            papers.len() as f64 / best.as_secs_f64()
        );
    };
    let mut table = Vec::new();
    told(
        "tags",
        best(|| table = papers.iter().map(|paper| tagger.tag(paper)).collect()),
    );
    let with_evidence = || {
        papers
            .iter()
            .map(|paper| tagger.explain(paper).len())
            .sum::<usize>()
    };
    told("tags with evidence", best(with_evidence));
    let rules = read(RULES).expect("the rules can be read").rules;
    let own = Own::new(rules).expect("and used");
    let hand = ByHand::default();
    let anew = || {
        let papers = papers.iter().zip(&table);
        papers
            .map(|(paper, table)| own.names(paper, table, &hand).len())
            .sum::<usize>()
    };
    told("own rules over known tags", best(anew));
    drop((papers, table));
    let mut wanted = std::env::args().filter_map(|argument| argument.parse().ok());
    retag(wanted.next_back().unwrap_or(LIBRARY));
}

/// Rules as they are written in the editor, with how many papers have them.
const DRAFTS: [(&str, &str, &str); 3] = [
    ("words that are common", "(model|network|image)s?", ""),
    (
        "words that are rare",
        "lottery ticket*\n(winning|sparse) ticket",
        "",
    ),
    ("a regex", "", r"\bknit(ting)?\s+machines?\b"),
];

/// Looks a library of the engine through for what rules change, and tags it by them.
fn retag(papers: usize) {
    let mut engine = Engine::default();
    let names = vec!["digest.md".to_owned()];
    engine.handle(Request::Open { job: 1, names });
    let text = support::headings(7, papers);
    engine.push_file(1, "digest.md", text.into_bytes());
    while engine.work().is_some() {}
    println!("\n{papers} invented papers in the engine");
    println!(
        "{:24} {:>12} {:>14} {:>10}",
        "", "seconds", "longest slice", "papers"
    );
    for (name, words, regex) in DRAFTS {
        let draft = Draft {
            name: name.to_owned(),
            words: words.to_owned(),
            regex: regex.to_owned(),
            ..Draft::default()
        };
        let request = Request::Preview {
            seq: 1,
            at: None,
            draft: Some(draft.clone()),
        };
        let mut gained = 0;
        slices(&mut engine, request, |response| {
            if let Response::Preview { preview, .. } = response {
                gained = preview.changes.iter().map(|change| change.gained).sum();
            }
        })
        .tell(&format!("preview: {name}"), gained);
        let save = Request::Own {
            edit: OwnEdit::Save(None, draft),
            at: 1,
        };
        slices(&mut engine, save, |_| {}).tell(&format!("saved: {name}"), gained);
    }
}

/// How long something took in all, and its longest slice.
struct Took(Duration, Duration);

impl Took {
    fn tell(&self, name: &str, papers: u32) {
        let Self(all, longest) = self;
        let seconds = all.as_secs_f64();
        println!("{name:32} {seconds:>4.2} {longest:>14.1?} {papers:>10}");
    }
}

fn slices(engine: &mut Engine, request: Request, mut said: impl FnMut(Response)) -> Took {
    let mut took = Took(Duration::ZERO, Duration::ZERO);
    engine.handle(request);
    loop {
        let started = Instant::now();
        let response = engine.work();
        let slice = started.elapsed();
        took = Took(took.0 + slice, took.1.max(slice));
        match response {
            Some(response) => said(response),
            None => return took,
        }
    }
}

/// The shortest of five runs.
fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let runs = (0..5).map(|_| {
        let (started, before) = (Instant::now(), processor());
        std::hint::black_box(run());
        match (before, processor()) {
            (Some(before), Some(after)) => after.saturating_sub(before),
            _ => started.elapsed(),
        }
    });
    runs.min().unwrap_or_default()
}

/// How long this process had a processor so far.
fn processor() -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    let nanoseconds = stat.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

fn invented() -> Vec<Paper> {
    let text = support::headings(7, INVENTED);
    let mut reader = Reader::new("digest.md", text.into_bytes());
    while reader.step() != Step::Done {}
    reader.finish().papers
}

fn real(corpora: &std::path::Path) -> Vec<Paper> {
    let mut papers = Vec::new();
    for name in ["papers-2021.jsonl.gz", "papers-2025-26.jsonl.gz"] {
        let file = std::fs::File::open(corpora.join("bulk").join(name)).expect("the bulk papers");
        let mut text = String::new();
        flate2::read::GzDecoder::new(file)
            .read_to_string(&mut text)
            .expect("a gzipped text");
        for line in text.lines() {
            let record: Value = serde_json::from_str(line).expect("one object a line");
            let field = |name: &str| {
                RichText::from_plain(record[name].as_str().unwrap_or_default().replace('\n', " "))
            };
            let id = PaperId::Local(record["id"].as_str().unwrap_or_default().to_owned());
            papers.push(Paper {
                summary: Some(field("summary")),
                comment: Some(field("comment")),
                ..Paper::new(id, field("title"), 1)
            });
        }
    }
    papers
}
