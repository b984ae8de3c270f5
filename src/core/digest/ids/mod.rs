//! What names a paper, in whatever form people write it: the one reader of identities for all
//! formats.
//!
//! [`arxiv`] finds ids of arXiv in addresses of many sites and behind arXiv's name, [`doi`] reads
//! DOIs whole, [`registered`] gives papers the ids of other registers, [`notes`] takes apart notes
//! that say nothing but an identity, and [`taxonomy`] knows arXiv's categories by their names in
//! words.

pub(super) mod arxiv;
pub(super) mod doi;
pub(super) mod notes;
pub(super) mod registered;
pub(super) mod taxonomy;
