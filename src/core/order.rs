//! The orders in which hits can stand.

use serde::{Deserialize, Serialize};

/// The order of the hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sort {
    /// BM25F, best first; ties as in [`Sort::Newest`].
    Relevance,
    /// By day, newest first, then in the order of arrival. Papers without a day come last.
    Newest,
    /// By day, oldest first, then in the order of arrival. Papers without a day come last.
    Oldest,
    /// By title, word by word, ignoring case, accents and what is neither letter nor digit.
    Title,
    /// By id.
    Id,
}
