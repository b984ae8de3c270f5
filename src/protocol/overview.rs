//! How far the reader is with the papers of the library.

use serde::{Deserialize, Serialize};

use super::TermView;
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
    /// What has come since the reader was here last; `None` where that is not known, or nothing of
    /// it is new any more.
    pub came: Option<CameView>,
    /// The words that stand out in the newest day of which some papers are not decided, against the
    /// rest of the library; empty until they are found.
    pub terms: Vec<TermView>,
}

/// The papers of some sources that the reader has not seen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameView {
    /// How many there are.
    pub papers: u32,
    /// How many of them a saved search finds, or are of a followed author; `None` where there is
    /// neither, or they are yet to be counted.
    pub under: Option<u32>,
    /// The query that finds them.
    pub query: String,
}
