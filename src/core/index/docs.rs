//! What the index keeps of each paper.

use super::fields::TextField;

/// What the index keeps of one paper beside its words and facets.
#[derive(Clone, Copy, Debug)]
pub(in crate::core) struct Doc {
    /// How many tokens each field has.
    pub(in crate::core) lengths: [u32; TextField::COUNT],
    /// The last of its dates, by its number in `days`.
    pub(in crate::core) latest: Option<u32>,
    /// The hash of its id.
    pub(in crate::core) id: u32,
    pub(super) home: Home,
}

/// Where a paper's words are.
#[derive(Clone, Copy, Debug)]
pub(super) enum Home {
    /// Nowhere: it has none.
    None,
    /// In the buffer, at this place.
    Buffer(u32),
    /// In this segment, under this number.
    Segment(u16, u16),
}

/// The lengths of one field over the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::core) struct FieldTotal {
    /// All its tokens.
    pub(in crate::core) tokens: u64,
    /// How many papers have any.
    pub(in crate::core) papers: u32,
}
