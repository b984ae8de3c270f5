//! Registers the worker.

fn main() {}
