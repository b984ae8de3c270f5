//! The same input gives the same output natively and in wasm: every test here runs in both, and what is expected stands in the text.

use digest_explorer::core::day::Day;
use digest_explorer::core::paper::{ArxivId, PaperId};
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
