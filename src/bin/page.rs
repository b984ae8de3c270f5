//! Mounts the page.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts the page into `#app`. `spawn()` gives a promise of a new worker: for the first start, and
/// after a crash. The boot script calls this once.
#[wasm_bindgen]
pub fn start(spawn: &js_sys::Function) {
    digest_explorer::ui::start(spawn.clone());
}
