//! Starts the worker.

fn main() {
    digest_explorer::worker::start();
}
