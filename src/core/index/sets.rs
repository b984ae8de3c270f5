//! Sets of papers.

use super::bitset::Bitset;

/// Sets of papers that are known when they are put.
#[derive(Debug, Default)]
pub(in crate::core) struct Sets {
    /// All but those that were taken out.
    pub(in crate::core) live: Bitset,
    pub(in crate::core) with_abstract: Bitset,
    pub(in crate::core) with_authors: Bitset,
    pub(in crate::core) with_code: Bitset,
    pub(in crate::core) with_math: Bitset,
    pub(in crate::core) duplicates: Bitset,
    /// Those that have a text which is not regular.
    pub(in crate::core) irregular: Bitset,
    /// Those of them of which tokens leave more out than usual commands.
    pub(in crate::core) hiding: Bitset,
}

impl Sets {
    /// All of them in the order of [`Sets::all`].
    pub(super) fn in_order(&self) -> [&Bitset; 8] {
        [
            &self.live,
            &self.with_abstract,
            &self.with_authors,
            &self.with_code,
            &self.with_math,
            &self.duplicates,
            &self.irregular,
            &self.hiding,
        ]
    }

    pub(super) fn all(&mut self) -> [&mut Bitset; 8] {
        [
            &mut self.live,
            &mut self.with_abstract,
            &mut self.with_authors,
            &mut self.with_code,
            &mut self.with_math,
            &mut self.duplicates,
            &mut self.irregular,
            &mut self.hiding,
        ]
    }
}
