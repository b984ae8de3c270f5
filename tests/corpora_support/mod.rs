//! Where the real digests are that tests read.

use std::io::Write as _;

/// The folder of real digests, or nothing and a loud remark.
pub fn corpora() -> Option<String> {
    let folder = std::env::var("DIGEST_CORPORA").ok();
    if folder.is_none() {
        // Past the test runner, which keeps what passing tests print to itself.
        let _ = writeln!(
            std::io::stderr(),
            "SKIPPED: DIGEST_CORPORA is not set: no real digest was read"
        );
    }
    folder
}
