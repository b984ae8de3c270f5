//! Bibliographies: BibTeX, RIS and CSL-JSON, as reference managers write them and as the export
//! does.
//!
//! Each has a module that finds the entries and cuts them into fields: [`bibtex`], [`ris`],
//! [`csl`]. What the fields say of a paper is the same matter for all of them and stands in
//! [`item`], how they write names in [`names`]; what our own export writes in a way of its own, so
//! that it comes back as it was, in [`agreed`]. An entry that is damaged costs itself at most.

pub(in crate::core) mod agreed;
pub(super) mod bibtex;
mod crossref;
pub(super) mod csl;
mod entry;
mod item;
mod names;
pub(super) mod ris;
mod tex;

use super::desk::{Desk, Expected};
use super::markup;
use crate::core::text::RichText;

/// What the value of a field of BibTeX says, without the braces around it.
pub(in crate::core) fn bibtex_value(value: &str) -> RichText {
    markup::read(&tex::source(value))
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
