//! A mutation fuzzer over whatever strangers write: whatever becomes of a digest, a query or a
//! rule, nothing panics or hangs, and what [`oracles`] say holds.
//!
//! Each run of the tests tries some thousand mutations from a fixed seed. With
//! `DIGEST_FUZZ_SECONDS=600` it goes on that long for each target, or for the one that
//! `DIGEST_FUZZ_TARGET` names, from another seed each time (it is printed, and `DIGEST_FUZZ_SEED`
//! sets it); `cargo xtask fuzz` does so where libFuzzer cannot be had. What it finds becomes a
//! regression test of the module of the fault.

mod oracles;
mod seeds;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use digest_explorer::core::digest::{Format, read};
// By these names the page's reader of addresses knows them.
use digest_explorer::{core, protocol};
use oracles::digest::assert_sound;
use oracles::{TARGETS, Target};
use seeds::{PIECES, SEEDS};

/// How many inputs are tried for each target where no time is given.
const ROUNDS: usize = 600;

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

/// Some mutations of a target's seeds, or as many as there is time for.
fn fuzz(target: &Target, number: u64) {
    let number_in = |name: &str| std::env::var(name).ok()?.parse().ok();
    let seconds: Option<u64> = number_in("DIGEST_FUZZ_SECONDS");
    let start = match (number_in("DIGEST_FUZZ_SEED"), seconds) {
        (Some(seed), _) => seed,
        (None, Some(_)) => std::time::SystemTime::UNIX_EPOCH
            .elapsed()
            .map_or(1, |time| time.as_secs()),
        (None, None) => 1,
    };
    let seeds = seeds::of(target.name);
    let began = Instant::now();
    let goes_on = |round: usize| {
        seconds.map_or(round < ROUNDS, |seconds| {
            began.elapsed() < Duration::from_secs(seconds)
        })
    };
    let others: Vec<u8> = SEEDS.iter().flat_map(|seed| seed.text.bytes()).collect();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ start.wrapping_mul(0x2545_f491) ^ (number << 40));
    let mut round = 0;
    while goes_on(round) {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=dice.below(5) {
            mutate(&mut bytes, &others, &mut dice);
        }
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| (target.check)(&bytes))) {
            let path = std::env::temp_dir().join(format!("digest-fuzz-{}-{round}", target.name));
            let kept = std::fs::write(&path, &bytes);
            eprintln!(
                "{} breaks, round {round} of seed {start}: {} ({kept:?})",
                target.name,
                path.display()
            );
            std::panic::resume_unwind(panic);
        }
        round += 1;
    }
    if seconds.is_some() {
        println!("{}: {round} inputs, DIGEST_FUZZ_SEED={start}", target.name);
    }
}

/// A target is run by libFuzzer only if the manifest of its programs has it.
#[test]
fn every_target_has_a_program() {
    let manifest = include_str!("../fuzz/Cargo.toml");
    let programs = manifest.split("[[bin]]").skip(1).filter_map(|bin| {
        let (_, rest) = bin.split_once("name = \"")?;
        Some(rest.split_once('"')?.0)
    });
    let mut programs: Vec<&str> = programs.collect();
    let mut targets: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    programs.sort_unstable();
    targets.sort_unstable();
    assert_eq!(programs, targets);
}

#[test]
fn the_seeds_break_nothing() {
    for target in TARGETS {
        for seed in seeds::of(target.name) {
            (target.check)(&seed);
        }
    }
}

/// A file that a fuzzer kept is tried again: `DIGEST_FUZZ_TARGET` names the target,
/// `DIGEST_FUZZ_INPUT` the file.
#[test]
fn a_kept_input_breaks_nothing() {
    let (Ok(path), Some(name)) = (std::env::var("DIGEST_FUZZ_INPUT"), wanted()) else {
        return;
    };
    let bytes = std::fs::read(&path).unwrap();
    for target in TARGETS.iter().filter(|target| target.name == name) {
        (target.check)(&bytes);
    }
}

/// The target that is asked for; all if none is.
fn wanted() -> Option<String> {
    std::env::var("DIGEST_FUZZ_TARGET").ok()
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
fn no_damage_breaks_anything() {
    let wanted = wanted();
    let targets = (0..).zip(TARGETS).filter(|(_, target)| {
        let name = wanted.as_ref();
        name.is_none_or(|name| name == target.name)
    });
    let targets: Vec<(u64, &Target)> = targets.collect();
    assert!(!targets.is_empty(), "no such target: {wanted:?}");
    // Targets take turns on two threads; each has its own dice.
    std::thread::scope(|scope| {
        for part in 0..2 {
            let targets = &targets;
            scope.spawn(move || {
                for (number, target) in targets.iter().skip(part).step_by(2) {
                    fuzz(target, *number);
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
