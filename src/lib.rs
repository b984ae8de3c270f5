//! Digest Explorer: reads paper digests in the browser.
//!
//! # The map
//!
//! | module | owns |
//! |---|---|
//! | [`core`] | everything that is true without a browser: papers, digests, the library, tags, the query language, search |
//! | [`protocol`] | the plain data that page and worker exchange |
//! | `engine` | requests in, responses out: all state of the worker, none of the browser |
//! | `worker` | the browser's side of the engine: messages, files, time slices |
//! | `ui` | the page: state, hooks, components |
//!
//! Dependencies run one way: `core ← protocol ← engine ← worker`, and plain data of `core` and
//! `protocol ← ui`. The page is built without the feature `engine`, so it cannot link parsers,
//! search or `regex`.
//!
//! The invariants and the tests that hold them stand in `ARCHITECTURE.md`.

pub mod core;
pub mod protocol;

#[cfg(feature = "engine")]
pub mod engine;
#[cfg(feature = "page")]
pub mod ui;
#[cfg(feature = "worker")]
pub mod worker;
