//! A backup that is to be restored.

use serde::{Deserialize, Serialize};

pub use crate::core::marks::Gains;

/// What the page wants of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Restore {
    /// The file that comes beside this message is read. Nothing is changed yet; one that was read
    /// before is given up.
    Look {
        /// Its name.
        name: String,
    },
    /// What was read is restored.
    Take {
        /// When, in milliseconds since 1970.
        at: u64,
    },
    /// It is not, nor read on.
    Leave,
}

/// How it stands with a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Restoring {
    /// It is being read: so many of so many bytes.
    Reading(u64, u64),
    /// It cannot be restored, and nothing was changed.
    Refused {
        /// The name of the file.
        name: String,
        /// Why, for a person.
        why: String,
    },
    /// It can be restored, and nothing was changed yet.
    Found(BackupView),
    /// Its marks and settings are restored, and its files are being read: so many of so many.
    Filing(u32, u32),
    /// It is restored.
    Restored(BackupView),
    /// Its marks and settings are restored, and of its files so many of so many: the reader stopped
    /// that.
    Stopped(u32, u32),
}

/// What a backup holds, and what restoring it changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupView {
    /// The name of the file.
    pub name: String,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// How many papers it has marks of or knows to be seen.
    pub papers: u32,
    /// How many files it has, and how many bytes these are.
    pub files: (u32, u64),
    /// How many of the files are not here yet, by their names and sizes.
    pub new_files: u32,
    /// What changes beside files.
    pub gains: Gains,
}
