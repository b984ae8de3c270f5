//! Bibliographies: BibTeX, RIS and CSL-JSON, as reference managers write them and as the export
//! does.
//!
//! Each has a module that finds the entries and cuts them into fields: [`bibtex`], [`ris`],
//! [`csl`]. What the fields say of a paper is the same matter for all of them and stands in
//! [`item`], how they write names in [`names`]. An entry that is damaged costs itself at most.

pub(super) mod bibtex;
pub(super) mod csl;
mod entry;
mod item;
mod names;
pub(super) mod ris;
mod tex;

use super::desk::{Desk, Expected};

/// A bibliography has no day and owes no abstracts, but lists each work once.
fn expect(desk: &mut Desk<'_>) {
    desk.expect(Expected {
        once: true,
        ..Expected::default()
    });
}

#[cfg(test)]
mod tests;
