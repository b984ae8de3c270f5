//! How far a reader is with a day.

use serde::{Deserialize, Serialize};

use crate::core::day::Day;

/// How many of a day's papers are decided, and how many of them are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayProgress {
    /// The day of announcement.
    pub day: Day,
    /// The papers of the day.
    pub papers: u32,
    /// Those of them that are starred, kept for later, skipped or read.
    pub decided: u32,
    /// Those that are starred.
    pub starred: u32,
    /// Those that are kept for later; they may be starred too.
    pub later: u32,
}

impl DayProgress {
    /// Whether every paper of the day is decided.
    pub const fn is_finished(&self) -> bool {
        self.decided >= self.papers
    }

    /// How many papers of the day are not decided.
    pub const fn left(&self) -> u32 {
        self.papers.saturating_sub(self.decided)
    }
}
