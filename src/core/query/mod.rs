//! The query language: one expression says everything.
//!
//! Typing edits it, a click on a facet edits it, the URL carries it, a saved search stores it. This module knows the language alone: text ⇄
//! [`Expr`], errors with their place, edits. What a query *finds* is decided in `search`; whether a tag exists or a regex compiles is
//! checked there too, because the page links neither.

mod ast;

pub use ast::{Atom, DayRange, Expr, Field, HasPart, IsState, Parsed, Query, QueryError, Term};

/// Reads a query.
pub fn parse(_text: &str) -> Result<Parsed, QueryError> {
    Ok(Parsed::default())
}
