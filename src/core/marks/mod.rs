//! What a reader did with papers, marks and notes by the papers' ids, what they set up for all of
//! them, and the history of it.
//!
//! Marks belong to an id and not to a file: they outlive the file and come back with it.
//!
//! | file | owns |
//! |---|---|
//! | `flags` | the marks of one paper, and what they make of each other |
//! | `wish` | what is wanted, and what was done |
//! | `all` | the marks of all papers |
//! | `settings` | what is set up for all papers: searches, followed authors, rules, … |
//! | `saved` | what the texts of saved searches and highlights say |
//! | `act` | one act and what it changed |
//! | `journal` | all marks, what can be undone, and the records that say how it came about |
//! | `record` | the records as bytes |
//! | `held` | what is known of a paper or a setting with its times, and how two such are merged |
//! | `clock` | the times of everything that was ever done |
//! | `merge`, `gains` | what is known elsewhere, taken over as one act, and what that changes |

mod flags;
mod gains;
mod progress;
mod saved;
mod settings;
mod wish;

pub use flags::{Flags, Kind, State};
pub use gains::Gains;
pub use progress::DayProgress;
pub use saved::{Ink, SavedSearch};
pub use settings::{LONGEST_SETTING, Setting, SettingKind, SettingWish, Settings};
pub use wish::{Deed, OwnDeed, Wish};

#[cfg(feature = "engine")]
use crate::core::paper::PaperId;

#[cfg(feature = "engine")]
mod act;
#[cfg(feature = "engine")]
mod all;
#[cfg(feature = "engine")]
mod clock;
#[cfg(feature = "engine")]
mod held;
#[cfg(feature = "engine")]
mod journal;
#[cfg(feature = "engine")]
mod merge;
#[cfg(test)]
#[cfg(feature = "engine")]
mod merge_tests;
#[cfg(feature = "engine")]
mod record;
#[cfg(test)]
#[cfg(feature = "engine")]
mod record_tests;
#[cfg(test)]
#[cfg(feature = "engine")]
mod tests;

#[cfg(feature = "engine")]
pub use act::{Act, Change};
#[cfg(feature = "engine")]
pub use all::Marks;
#[cfg(feature = "engine")]
pub(in crate::core) use held::BETWEEN;
#[cfg(feature = "engine")]
pub use held::{Held, Holding, Stamped, Version};
#[cfg(feature = "engine")]
pub use journal::{Changed, Journal};
#[cfg(feature = "engine")]
pub use merge::History;
#[cfg(feature = "engine")]
pub use record::{KEPT_ACTS, KEPT_CHANGES};

/// The longest note, in bytes. What is longer is cut: the page lets nobody write so much.
pub const LONGEST_NOTE: usize = 32 << 10;

/// The longest id of a paper that comes from elsewhere, in bytes.
#[cfg(feature = "engine")]
const LONGEST_ID: usize = 4 << 10;

/// The paper of an id that comes from elsewhere; `None` where that is empty, longer than any id, or
/// another way to write one: no two ids are of one paper.
#[cfg(feature = "engine")]
pub fn paper_of(id: &str) -> Option<PaperId> {
    let paper = PaperId::named(id);
    let is_one = (1..=LONGEST_ID).contains(&id.len()) && paper.as_str() == id;
    is_one.then_some(paper)
}
