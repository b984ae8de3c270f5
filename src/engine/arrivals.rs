//! What becomes of the files of jobs, for whoever keeps them from visit to visit.

use super::files::Files;
use serde::{Deserialize, Serialize};

/// A file of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileOf {
    /// The number of the job.
    pub job: u32,
    /// Its place among the job's files, from 0.
    pub place: u32,
}

/// A member of an archive.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Member {
    /// Its path in the archive.
    pub name: String,
    /// How many members of the same path come before it.
    pub nth: u32,
}

/// Where the content of a source came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: FileOf,
    /// The member of it, if it is an archive.
    pub member: Option<Member>,
}

/// How a file is read that was read before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The name that it had as a source. It gets the same unless another source has it now.
    pub source: Option<String>,
    /// The members that were taken out of the library.
    pub without: Vec<Member>,
    /// The only member that is wanted, if it is one.
    pub only: Option<Member>,
    /// Whether rules in it are left alone: they were taken over once, and may have been changed
    /// since.
    pub leaves_rules: bool,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// All of it is in the library.
    Read {
        /// The file.
        file: FileOf,
        /// The sources that the library gained by it; none where it is no digest, or is known
        /// already.
        sources: Vec<String>,
        /// How many papers they have.
        papers: u32,
    },
    /// Its job was cancelled before all of it was in the library.
    GivenUp(FileOf),
    /// A source was taken out of the library.
    Removed {
        /// The number of the job that took it out.
        job: u32,
        /// Its name.
        source: String,
        /// The files that had its content.
        from: Vec<Removal>,
    },
    /// A source of this name that was taken out is wanted back.
    Wanted(String),
    /// One that came back so is to be taken out again.
    Unwanted(String),
}

/// What a file has lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The file and the member of it.
    pub origin: Origin,
    /// Whether other sources of the library come from the same file.
    pub leaves_others: bool,
}

impl Removal {
    pub(super) fn of(origin: Origin, files: &Files) -> Self {
        let leaves_others = files.is_in_use(origin.file);
        Self {
            origin,
            leaves_others,
        }
    }
}
