//! A mutation fuzzer over every format: whatever becomes of a digest, reading it neither panics nor hangs, in steps as at once.
//!
//! Each run of the tests tries some thousand mutations from a fixed seed. `DIGEST_FUZZ_SECONDS=600 cargo test --release --test digest_fuzz` goes on
//! that long a format, from another seed each time (it is printed, and `DIGEST_FUZZ_SEED` sets it). What it finds becomes a regression test of the format's module.

mod seeds;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use digest_explorer::core::digest::{Digest, Format, Reader, Step, read};
use digest_explorer::core::text::RichText;
use seeds::{SEEDS, Seed};

/// Pieces that formats and their damage are made of.
const PIECES: [&str; 64] = [
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\u{2028}",
    "\0",
    "\t",
    " ",
    "\u{feff}",
    "\u{a0}",
    "é",
    "\u{301}",
    "# ",
    "### ",
    "#### ",
    "> ",
    ">  ",
    "- ",
    "---",
    "***",
    "**",
    "*",
    "_",
    "`",
    "|",
    "\\|",
    "||||",
    "[",
    "](",
    ")",
    "<details>",
    "</details>",
    "<summary>",
    "<br>",
    "<a href=\"",
    "</a>",
    "<![CDATA[",
    "]]>",
    "<entry>",
    "</entry>",
    "<item>",
    "&amp;",
    "&#x0;",
    "&lt",
    "\\\\",
    "\\\\\n",
    "\\\"",
    "\\'",
    "\\ud800",
    "$",
    "$$",
    "\\(",
    "{",
    "}",
    "{\"",
    "\":",
    "[[",
    "null",
    "https://arxiv.org/abs/2603.99999v2",
    "arXiv:",
    "Title:",
    "Abstract:",
    "@misc{",
    "TY  - ",
];

/// A plain generator of numbers (xorshift): the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or_default() % limit.max(1)
    }

    fn range(&mut self, len: usize) -> std::ops::Range<usize> {
        let start = self.below(len + 1);
        // Mostly short, at times as long as there is.
        let most = if self.below(4) == 0 { len } else { 24 };
        start..(start + self.below(most)).min(len)
    }
}

/// Damages some bytes in one of the ways in which files are damaged.
fn mutate(bytes: &mut Vec<u8>, others: &[u8], dice: &mut Dice) {
    let range = dice.range(bytes.len());
    match dice.below(9) {
        0 => bytes.truncate(range.start),
        1 => drop(bytes.drain(range)),
        2 => {
            for byte in &mut bytes[range] {
                *byte ^= 1 << dice.below(8);
            }
        }
        3 => {
            let piece = PIECES[dice.below(PIECES.len())].as_bytes();
            bytes.splice(range.start..range.start, piece.iter().copied());
        }
        4 => {
            let piece = PIECES[dice.below(PIECES.len())].repeat(1 + dice.below(300));
            bytes.splice(range, piece.into_bytes());
        }
        5 => {
            let copy = bytes[range].to_vec();
            let at = dice.below(bytes.len() + 1);
            bytes.splice(at..at, copy);
        }
        6 => {
            let other = others[dice.range(others.len())].to_vec();
            bytes.splice(range, other);
        }
        7 => {
            let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            let (a, b) = (dice.below(lines.len()), dice.below(lines.len()));
            if !lines.is_empty() {
                lines.swap(a, b);
            }
            *bytes = lines.concat();
        }
        _ => {
            let end = ["\r\n", "\r", "\n\n", " \n"][dice.below(4)];
            let text = String::from_utf8_lossy(bytes).replace('\n', end);
            *bytes = text.into_bytes();
        }
    }
}

/// What must hold of any digest.
fn assert_sound(digest: &Digest) {
    assert!(
        digest.entries as usize >= digest.papers.len(),
        "more papers than entries"
    );
    assert!(
        digest.papers.len() == digest.entries as usize || !digest.diagnostics.is_empty(),
        "a paper was lost in silence"
    );
    for paper in &digest.papers {
        assert_rich(&paper.title);
        for text in [&paper.summary, &paper.comment, &paper.gist]
            .into_iter()
            .flatten()
        {
            assert_rich(text);
        }
    }
}

fn assert_rich(rich: &RichText) {
    for styled in &rich.styles {
        assert!(
            rich.plain.get(styled.span.range()).is_some(),
            "a span outside of {:?}",
            rich.plain
        );
    }
}

fn try_one(bytes: &[u8]) {
    let digest = read("2026-03-02.txt", bytes.to_vec());
    assert_sound(&digest);
    let mut reader = Reader::new("2026-03-02.txt", bytes.to_vec());
    while reader.step() != Step::Done {}
    for diagnostic in &reader.digest().diagnostics {
        assert!(!reader.excerpt(diagnostic).is_empty() || diagnostic.span.is_empty());
    }
    assert_eq!(reader.finish(), digest);
}

/// Some mutations of one digest, or as many as there is time for.
fn fuzz(seed: &Seed, number: u64) {
    let seconds = std::env::var("DIGEST_FUZZ_SECONDS")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let start = match (
        std::env::var("DIGEST_FUZZ_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok()),
        seconds,
    ) {
        (Some(seed), _) => seed,
        (None, Some(_)) => std::time::SystemTime::UNIX_EPOCH
            .elapsed()
            .map_or(1, |time| time.as_secs()),
        (None, None) => 1,
    };
    if seconds.is_some() {
        println!("{}: DIGEST_FUZZ_SEED={start}", seed.format);
    }
    let began = Instant::now();
    let goes_on = |round: u32| {
        seconds.map_or(round < 800, |seconds| {
            began.elapsed() < Duration::from_secs(seconds)
        })
    };
    let others: Vec<u8> = SEEDS.iter().flat_map(|seed| seed.text.bytes()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ start.wrapping_mul(0x2545_f491) ^ (number << 40));
    let mut round = 0;
    while goes_on(round) {
        let mut bytes = seed.text.as_bytes().to_vec();
        for _ in 0..=dice.below(5) {
            mutate(&mut bytes, &others, &mut dice);
        }
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| try_one(&bytes))) {
            let path = std::env::temp_dir().join(format!("digest-fuzz-{number}-{round}.txt"));
            let kept = std::fs::write(&path, &bytes);
            eprintln!(
                "{} breaks, round {round} of seed {start}: {} ({kept:?})",
                seed.format,
                path.display()
            );
            std::panic::resume_unwind(panic);
        }
        round += 1;
    }
}

#[test]
fn the_seeds_are_what_they_are_said_to_be() {
    for seed in SEEDS {
        let digest = read("2026-03-02.txt", seed.text.as_bytes().to_vec());
        let format = digest.format.map(Format::name);
        assert_eq!(
            (format, digest.papers.len(), digest.entries as usize),
            (Some(seed.format), seed.papers, seed.papers),
            "{:?}",
            digest.diagnostics
        );
        assert_eq!(digest.diagnostics[..], [], "{}", seed.format);
    }
}

#[test]
fn no_damage_breaks_a_reader() {
    // Formats take turns on two threads; each has its own dice.
    std::thread::scope(|scope| {
        for part in 0..2 {
            scope.spawn(move || {
                for (number, seed) in (0..).zip(SEEDS).skip(part).step_by(2) {
                    fuzz(seed, number);
                }
            });
        }
    });
}

/// Reading many times as much takes many times as long, and not the square of that.
#[test]
fn repetitions_are_read_in_linear_time() {
    for seed in SEEDS {
        for piece in PIECES {
            let text = |times: usize| {
                let at = seed.text.floor_char_boundary(seed.text.len() * 2 / 3);
                let (head, tail) = seed.text.split_at(at);
                [head, &piece.repeat(times / piece.len()), tail]
                    .concat()
                    .into_bytes()
            };
            // Anything worse than linear would not end at this size.
            assert_sound(&read("2026-03-02.txt", text(400_000)));
        }
    }
}
