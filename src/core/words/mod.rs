//! Words: what text is made of for those who compare it, tag it and find it.
//!
//! | file | owns |
//! |---|---|
//! | [`tokens`] | text made comparable, the stem |
//! | [`hidden`] | what tokens leave out |
//! | [`dictionary`] | terms and their numbers |
//! | [`regexes`] | the regexes that readers write: their limits, and what is wrong with one |

pub mod dictionary;
pub mod hidden;
pub mod regexes;
pub mod tokens;

/// Lengths and numbers stay far below the limit: a library's texts are read from files below 4 GiB.
pub(crate) fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
