//! How far the reader is with the papers of the library.

use serde::{Deserialize, Serialize};

pub use crate::core::marks::DayProgress;

/// How far the reader is with the papers of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverviewView {
    /// The newest day of which some papers are not decided.
    pub newest: Option<DayProgress>,
    /// The oldest such day, where it is another one.
    pub oldest: Option<DayProgress>,
    /// The day of the paper that was decided last, if every paper of that day is decided by now.
    pub finished: Option<DayProgress>,
    /// How many papers of the library were never seen.
    pub new: u32,
    /// How many are starred.
    pub starred: u32,
    /// How many are kept for later.
    pub later: u32,
    /// How many are not decided, those without a day among them.
    pub undecided: u32,
}
