//! The page. The boot script calls `digest_explorer::ui::start`, which the library exports; there is nothing else to run.

fn main() {}
