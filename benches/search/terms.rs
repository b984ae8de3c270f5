//! What the words that stand out cost: they are asked for after an answer, and made in slices.

use std::time::{Duration, Instant};

use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Request, Response};

use crate::queries::{Kind, Query};
use crate::{ms, request};

/// How many queries of a kind are asked.
const EACH: usize = 10;

/// Asks for the terms of some queries of each kind and of the untagged papers, and prints how long
/// all slices take together, and the longest.
pub fn measure(engine: &mut Engine, kinds: &[Kind]) {
    println!(
        "\n| terms of | p50 ms | longest ms | longest slice ms | terms, median |\n|---|---|---|---|---|"
    );
    for kind in kinds {
        let queries = kind.queries.iter().take(EACH);
        row(engine, kind.name, queries.map(request));
    }
    for text in ["task:none", "domain:none", "dataset:none"] {
        let untagged = Query::new(text.to_owned());
        row(engine, text, [request(&untagged)].into_iter());
    }
}

fn row(engine: &mut Engine, name: &str, searches: impl Iterator<Item = Request>) {
    let (mut times, mut counts) = (Vec::new(), Vec::new());
    let mut longest = Duration::ZERO;
    for search in searches {
        let mut answer = engine.handle(search).pop();
        while answer.is_none() {
            answer = engine.search();
        }
        let begun = Instant::now();
        engine.handle(Request::Terms { seq: 1 });
        let mut made = 0;
        while engine.has_work() {
            let slice = Instant::now();
            if let Some(Response::Terms { view, .. }) = engine.work() {
                made = view.terms.len();
            }
            longest = longest.max(slice.elapsed());
        }
        times.push(begun.elapsed());
        counts.push(made);
    }
    times.sort_unstable();
    counts.sort_unstable();
    if let (Some(last), Some(middle)) = (times.last(), times.get(times.len() / 2)) {
        println!(
            "| {name} | {:.1} | {:.1} | {:.1} | {} |",
            ms(*middle),
            ms(*last),
            ms(longest),
            counts[counts.len() / 2]
        );
    }
}
