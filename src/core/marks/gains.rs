//! What taking over what is known elsewhere changes, in numbers.

use serde::{Deserialize, Serialize};

/// What taking over changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gains {
    /// How many marks come.
    pub marks: u32,
    /// How many marks go.
    pub marks_gone: u32,
    /// How many papers get a note that had none.
    pub notes: u32,
    /// How many papers lose their note, or get another in its place.
    pub notes_replaced: u32,
    /// How many papers have more notes than before, which were written apart from each other.
    pub notes_beside: u32,
    /// How many settings come.
    pub settings: u32,
    /// How many settings change or go.
    pub settings_changed: u32,
    /// How many papers turn out to have been seen.
    pub seen: u32,
    /// Whether the reader has done nothing here yet, so that the history comes as well.
    pub is_first: bool,
}

impl Gains {
    /// Whether nothing changes.
    pub fn is_nothing(&self) -> bool {
        let nothing = Self {
            is_first: self.is_first,
            ..Self::default()
        };
        *self == nothing
    }
}
