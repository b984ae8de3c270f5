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

impl Sort {
    /// All orders.
    pub const ALL: [Self; 5] = [
        Self::Relevance,
        Self::Newest,
        Self::Oldest,
        Self::Title,
        Self::Id,
    ];

    /// Its name in addresses and in what is kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Title => "title",
            Self::Id => "id",
        }
    }

    /// The order of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}
