//! The query language: one expression says everything.
//!
//! Typing edits it, a click on a facet edits it, the URL carries it, a saved search stores it. This
//! module knows the language alone: text ⇄ [`Expr`], errors with their place, edits. What a query
//! *finds* is decided in `search`; whether a tag exists or a regex compiles is checked there too,
//! because the page links neither.
//!
//! ```
//! use digest_explorer::core::facet::Facet;
//! use digest_explorer::core::query::{Choice, choice, parse, toggle_include};
//!
//! let query = parse("NOT survey title:(gan OR diffusion) task:segmentation").unwrap().query;
//! assert_eq!(query.to_string(), "-survey title:(gan OR diffusion) task:segmentation");
//! assert_eq!(choice(&query, Facet::Task, "segmentation"), Choice::Included);
//!
//! let wider = toggle_include(&query, Facet::Task, "slam", false);
//! assert_eq!(wider.to_string(), "-survey title:(gan OR diffusion) task:(segmentation OR slam)");
//!
//! let error = parse("taks:slam").unwrap_err();
//! assert_eq!(error.message, "unknown field \"taks\" — did you mean task:?");
//! assert_eq!(error.at.range(), 0..4);
//! ```
//!
//! Beyond the words of the design: field names may be typed in any letter case; what has no letter
//! or digit (`&`, `--`) is ignored where a word could stand; typographic quotes are quotes; within
//! quotes `\"` is a quote; a pasted arXiv id, address or DOI is an `id:`; a word that ends in a
//! colon and is near no field's name is a word, as in pasted titles.

mod ast;
mod atoms;
mod caret;
mod days;
mod edit;
mod fields;
mod lexer;
mod parser;
mod print;
mod suggest;
mod unfinished;

pub use ast::{Atom, DayRange, Expr, Field, HasPart, IsState, Parsed, Query, QueryError, Term};
pub use caret::{Writing, writing};
pub use edit::{
    Choice, Selection, choice, choices, clear_facet, selection, set_all_of, set_days,
    toggle_author, toggle_exclude, toggle_include, without_clause,
};
pub use fields::{FIELDS, FieldInfo, Takes, field_named};
pub use parser::{MAX_BYTES, MAX_DEPTH, MAX_WORDS, parse};
#[cfg(feature = "engine")]
pub(in crate::core) use suggest::distance;
pub use suggest::nearest;
pub use unfinished::{Unfinished, operators_meant, unfinished};
