//! Where the real digests are that tests read. They are not part of the repository; a test that
//! needs them counts as skipped without them.

#![allow(dead_code, reason = "each test program uses some of this")]

use std::io::Write as _;

/// The folder of real digests, or nothing and a remark that the test was skipped.
pub fn corpora() -> Option<String> {
    let folder = std::env::var("DIGEST_CORPORA").ok();
    if folder.is_none() {
        skipped("DIGEST_CORPORA is not set: no real digest was read");
    }
    folder
}

/// Says that this test does not run and why; `cargo xtask test` counts these lines.
pub fn skipped(why: &str) {
    let thread = std::thread::current();
    let test = thread.name().unwrap_or_default();
    // The harness keeps back what passing tests `print!`, but not what they write.
    let _ = writeln!(std::io::stdout(), "SKIPPED: {test}: {why}");
}
