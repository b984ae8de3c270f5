//! Bibliographies: BibTeX, RIS, CSL-JSON and tables (CSV, TSV), as reference managers write them
//! and as the export does; tagged text and XML, as databases and libraries do.
//!
//! Each has a module that finds the entries and cuts them into fields: [`bibtex`], [`ris`],
//! [`csl`], [`csv`], [`tagged`], [`xml`]. What the fields say of a paper is the same matter for all
//! of them and stands in [`item`], how they write names in [`names`], dates in parts in [`parted`];
//! what our own export writes in a way of its own, so that it comes back as it was, in [`agreed`].
//! An entry that is damaged costs itself at most.

pub(in crate::core) mod agreed;
pub(super) mod bibtex;
mod crossref;
pub(super) mod csl;
pub(super) mod csv;
mod entry;
mod item;
mod journals;
mod names;
mod parted;
pub(super) mod ris;
pub(super) mod tagged;
mod tex;
pub(super) mod xml;

use super::desk::{Desk, Expected};
use super::markup;
use crate::core::text::RichText;

/// Stands for the end of a paragraph in the value of a field; no line of a text has one, for here
/// it ends none and is white space.
const PARAGRAPH: char = '\u{2029}';

/// What the value of a field of BibTeX says, without the braces around it.
pub(in crate::core) fn bibtex_value(value: &str) -> RichText {
    markup::read(&tex::source(value))
}

/// `Stern, Ada` as digests write it; a name without a comma stays.
pub(super) fn straight_name(name: &str) -> String {
    names::ris(name)
}

/// A bibliography has no day and owes no abstracts, but lists each work once.
fn expect(desk: &mut Desk<'_>) {
    desk.expect(Expected {
        once: true,
        ..Expected::default()
    });
}

#[cfg(test)]
mod tests;
