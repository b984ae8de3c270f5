//! Reading, for a measurement in wasm: what `node.mjs` calls.

use digest_explorer::core::digest::read;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a file and says how many papers are in it.
#[wasm_bindgen]
pub fn papers(bytes: &[u8]) -> usize {
    read("2026-03-02.txt", bytes.to_vec()).papers.len()
}
