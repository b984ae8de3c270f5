//! The same input gives the same output natively and in wasm: every test here runs in both, and
//! what is expected stands in the text.

use std::fmt::Write as _;

use digest_explorer::core::day::Day;
use digest_explorer::core::index::bitset::Bitset;
use digest_explorer::core::paper::{ArxivId, PaperId};
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Request, Response, Search, Window};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test as test, wasm_bindgen_test_configure};

// Where the engine runs.
#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[test]
fn identifiers() {
    let read = ArxivId::parse_versioned("math.GT/0309136v2");
    let read = read.as_ref().map(|(id, version)| (id.as_str(), *version));
    assert_eq!(read, Ok(("math/0309136", Some(2))));
}

/// In wasm common members are counted sixteen bytes at once, in sets of any length.
#[test]
fn members_in_common() {
    let mut seed = 1_u32;
    let mut set = |len: usize| {
        let mut set = Bitset::empty(len);
        for at in 0..len {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            set.put(at, seed >> 30 != 0);
        }
        set
    };
    for len in [0, 1, 63, 64, 65, 127, 128, 129, 192, 700, 20_000] {
        for other in [len, len + 1, len + 64, len + 200] {
            let (left, right) = (set(len), set(other));
            let both = (0..len).filter(|at| left.contains(*at) && right.contains(*at));
            let both = both.count();
            assert_eq!((left.common(&right), right.common(&left)), (both, both));
        }
    }
}

#[test]
fn names_made_from_titles() {
    let name = PaperId::from_title("On Seeing: Twice");
    assert_eq!(name.as_str(), "x-2abd9b5ddc42b3c3");
}

#[test]
fn days() {
    let day: Result<Day, _> = "2020-12-24".parse();
    let read = day.map(|day| (day.days_since_epoch(), day.long()));
    assert_eq!(read, Ok((18_620, "Thu 24 Dec 2020".to_owned())));
}

/// What the sample gives: for each query its hits, their order, a facet's counts and where the
/// words stand in the first title.
#[test]
fn the_sample_searched() {
    let mut engine = Engine::default();
    engine.handle(Request::Sample { job: 1 });
    while engine.work().is_some() {}

    let mut seen = String::new();
    for query in [
        "",
        "segmentation OR \"optical flow\"",
        "dat* -task:none",
        "/rob(ot|ust)/ cat:cs",
        "facade OR poincare",
        "title:(a the) day:2026-03-03",
        "modality:(video OR text) -domain:medical",
    ] {
        let search = Search {
            text: query.to_owned(),
            ..Search::default()
        };
        let window = Window { start: 0, len: 5 };
        let responses = engine.handle(Request::Search {
            seq: 1,
            search,
            window,
            open: None,
        });
        let [
            Response::Answer {
                outcome: Ok(answer),
                ..
            },
        ] = &responses[..]
        else {
            panic!("{query}: {responses:?}")
        };
        let ids: Vec<_> = answer.rows.iter().map(|row| row.id.as_str()).collect();
        let tasks = answer.facets[0].values.iter().take(4);
        let tasks: Vec<_> = tasks
            .map(|value| format!("{} {}", value.name.id(), value.count))
            .collect();
        let marks = answer.rows.first().map_or(0, |row| row.title.marks.len());
        let _ = writeln!(
            seen,
            "[{query}] {} of {}: {}; {}; {marks} marks",
            answer.hits,
            answer.papers,
            ids.join(" "),
            tasks.join(", ")
        );
    }
    assert_eq!(
        seen,
        include_str!("wasm_same.txt"),
        "where this is right natively, it is the new text of tests/wasm_same.txt:\n{seen}"
    );
}
