//! Mounts the page.

use wasm_bindgen::prelude::wasm_bindgen;

fn main() {}

/// Mounts the page into `#app`. `spawn()` gives a promise of a new worker: for the first start, and
/// after a crash. `host` is what else the boot script does, which calls this once.
#[wasm_bindgen]
pub fn start(spawn: &js_sys::Function, host: &js_sys::Object) {
    digest_explorer::ui::start(spawn.clone(), host.clone());
}
