//! The core on the command line: parse, lint, query.

fn main() {}
