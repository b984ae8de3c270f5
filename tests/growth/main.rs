//! Time and memory never grow faster than the input, at any stage.
//!
//! Quadratic code hides in short inputs and shows in one that says the same thing over and over. So
//! small pieces of each stage's own syntax, and pairs of them, are repeated *n* and *4n* times:
//! what takes four times as much takes four times as long, and where the ratio reaches
//! [`LIMIT`](measure::LIMIT) the row fails. pulldown-cmark's `dos-fuzzer` is the model: it too asks
//! for slopes and not for seconds, so a slow machine fails nothing.
//!
//! | module | owns |
//! |---|---|
//! | [`stages`] | what is done with an input: reading a format, tagging, searching, … |
//! | [`pieces`] | what is repeated, and between what |
//! | [`rows`] | which of all combinations are tried |
//! | [`measure`] | processor time, memory, and what they grow like |
//!
//! Each run of the tests tries a fixed choice of some thousand rows. `DIGEST_GROWTH` asks for
//! others: `all` for all pairs with more doublings (`cargo xtask fuzz growth`), `known` for what
//! was too slow once, and any other word for every row that has it in what is printed of it, its
//! stage or its piece. All pairs take days, so they come in another order each time, and
//! `DIGEST_GROWTH_SECONDS` says when no other is begun. With `DIGEST_GROWTH_TRACE=1` each row is
//! printed before it is tried: the last one names an overflow of the stack.
#![cfg(all(feature = "engine", not(target_arch = "wasm32")))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test says where it failed"
)]

mod measure;
mod pieces;
mod rows;
#[path = "../digest_fuzz/seeds.rs"]
#[allow(dead_code, reason = "of the seeds the digests alone are needed here")]
mod seeds;
mod stages;

use std::fmt;
use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use measure::Effort;
use rows::Row;

/// As much stack as a worker has.
const STACK: usize = 1 << 20;
/// A row that takes longer than this hangs, whatever the machine: the largest input of a row is
/// read in milliseconds, and in seconds where there are [more doublings](Effort::MORE), of which
/// other work on the machine makes minutes.
const PATIENCE: Duration = Duration::from_mins(5);
const MORE_PATIENCE: Duration = Duration::from_mins(30);

/// What to try, and how hard.
struct Plan {
    rows: Vec<Row>,
    effort: Effort,
    patience: Duration,
    /// When no other row is begun.
    end: Option<Instant>,
}

impl Plan {
    /// As the environment asks for it.
    fn asked_for() -> Self {
        let seconds = std::env::var("DIGEST_GROWTH_SECONDS").ok();
        let seconds = seconds.map(|seconds| seconds.parse().expect("seconds are a number"));
        let (rows, effort, patience) = match std::env::var("DIGEST_GROWTH").as_deref() {
            Err(_) | Ok("") => (rows::some(), Effort::ENOUGH, PATIENCE),
            Ok("known") => (rows::known(), Effort::ENOUGH, PATIENCE),
            Ok("all") => (rows::shuffled(rows::all()), Effort::MORE, MORE_PATIENCE),
            Ok(word) => {
                let mut rows = rows::all();
                rows.retain(|row| row.to_string().contains(word));
                (rows, Effort::ENOUGH, PATIENCE)
            }
        };
        Self {
            rows,
            effort,
            patience,
            end: seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds)),
        }
    }
}

/// Past the test harness, which keeps back what a test says and loses it when the stack runs over.
fn say(what: &dyn fmt::Display) {
    writeln!(std::io::stderr(), "{what}").ok();
}

#[test]
fn time_and_memory_grow_no_faster_than_the_input() {
    let plan = Plan::asked_for();
    let trace = std::env::var("DIGEST_GROWTH_TRACE").is_ok();
    let next = AtomicUsize::new(0);
    let under_way: Mutex<Vec<(usize, Instant)>> = Mutex::new(Vec::new());
    let suspects = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let lock = |what: &Mutex<Vec<(usize, Instant)>>| what.lock().unwrap().clone();
    std::thread::scope(|scope| {
        let (plan, next, under_way, suspects) = (&plan, &next, &under_way, &suspects);
        let try_rows = move || {
            loop {
                if plan.end.is_some_and(|end| Instant::now() > end) {
                    return;
                }
                let number = next.fetch_add(1, Ordering::Relaxed);
                let Some(row) = plan.rows.get(number) else {
                    return;
                };
                under_way.lock().unwrap().push((number, Instant::now()));
                if trace {
                    say(row);
                }
                if measure::growth(row, &plan.effort).is_some() {
                    suspects.lock().unwrap().push(row);
                }
                under_way
                    .lock()
                    .unwrap()
                    .retain(|(known, _)| *known != number);
            }
        };
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let builder = std::thread::Builder::new().stack_size(STACK);
                builder.spawn_scoped(scope, try_rows).unwrap()
            })
            .collect();
        // A hang cannot be stopped from outside; what can be done is to say which row it is.
        while workers.iter().any(|worker| !worker.is_finished()) {
            std::thread::sleep(Duration::from_millis(20));
            let stuck = lock(under_way)
                .into_iter()
                .find(|(_, since)| since.elapsed() > plan.patience);
            if let Some((number, _)) = stuck {
                say(&format_args!("hangs: {}", plan.rows[number]));
                std::process::exit(101);
            }
        }
    });
    // Rows beside each other share caches and the way to memory; alone they need not.
    let mut findings = Vec::new();
    for row in suspects.into_inner().unwrap() {
        if let Some(growth) = measure::growth(row, &plan.effort) {
            say(&format_args!("{growth}: {row}"));
            findings.push(format!("{growth}: {row}"));
        } else {
            say(&format_args!("not when it is tried alone: {row}"));
        }
    }
    let tried = next.into_inner().min(plan.rows.len());
    println!("{tried} of {} rows", plan.rows.len());
    assert!(
        findings.is_empty(),
        "{} of {tried} rows grow faster than their input:\n{}",
        findings.len(),
        findings.join("\n")
    );
}
