//! The checks of the mutation fuzzer, for libFuzzer.

#[path = "../../digest_fuzz/oracles/mod.rs"]
mod oracles;
#[path = "../../digest_fuzz/seeds.rs"]
#[allow(dead_code, reason = "the checks need digests alone")]
mod seeds;

// By these names the page's reader of addresses knows them.
use digest_explorer::{core, protocol};

/// Tries an input on the target of this name.
///
/// # Panics
///
/// When something does not hold that must, and when there is no such target.
pub fn check(name: &str, bytes: &[u8]) {
    let target = oracles::TARGETS.iter().find(|target| target.name == name);
    let target = target.expect("a target of `oracles`");
    (target.check)(bytes);
}
