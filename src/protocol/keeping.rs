//! What is kept of the library from visit to visit.

use serde::{Deserialize, Serialize};

/// Jobs from this number on are the worker's own: it reads what was kept. The page numbers its jobs
/// from 1.
pub const OWN_JOBS: u32 = 1 << 31;

/// What the page wants of what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keep {
    /// Opens what is kept and reads it; once, before anything else. The answer is
    /// [`super::Response::Kept`], as with all of these.
    Open {
        /// Whether files that come are kept. Where they are not and nothing was kept before,
        /// nothing is opened either.
        writes: bool,
        /// Whether something was kept before, as far as the page knows.
        reads: bool,
        /// Whether the page before was left in good order, so that no file is to be blamed.
        ended_well: bool,
    },
    /// Files that come are kept from now on, those that are here already too; or no longer.
    Write(bool),
    /// A kept file that is not in the library is let go.
    LetGo(u32),
    /// A file that was set aside is read once more.
    ReadAgain(u32),
    /// All that is kept is let go. The answer is [`super::Response::Forgotten`].
    Forget,
}

/// What is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptView {
    /// Whether files that come are kept.
    pub writes: bool,
    /// The job that reads what was kept, while that goes on.
    pub opening: Option<u32>,
    /// The kept files, and those that are not for want of room, in the order in which they came.
    pub files: Vec<KeptFile>,
    /// How many of the reader's marks and other acts are kept, and how many bytes they are.
    pub records: (u32, u64),
    /// How many bytes the browser has given to this page, and how many it would give.
    pub room: Option<(u64, u64)>,
    /// When the library was last opened before this visit, in milliseconds since 1970; 0 where it
    /// never was.
    pub last_opened: u64,
    /// What went wrong.
    pub fault: Option<KeepFault>,
    /// Jobs of the page all of whose files are kept since this was last said: a new worker reads
    /// them by itself.
    pub stored: Vec<u32>,
}

/// A kept file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFile {
    /// Its number among those that are kept; `None` where there was no room for it.
    pub id: Option<u32>,
    /// Its name as it came.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it came, in milliseconds since 1970; 0 where that is not known.
    pub added: u64,
    /// How many papers it has.
    pub papers: u32,
    /// The sources of the library that it is.
    pub sources: Vec<String>,
    /// How it stands.
    pub standing: Standing,
}

/// How a kept file stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// It is yet to be read.
    #[default]
    Waiting,
    /// It is in the library.
    Here,
    /// The page ended in the midst of reading it, twice in a row.
    Aside,
    /// What was kept of it cannot be read any more.
    Lost,
}

/// Why something is not kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeepFault {
    /// The browser keeps nothing for this page.
    Denied,
    /// There is no room for so many bytes.
    NoRoom(u64),
    /// What is there was written by a later version of the page. It is left as it is.
    Newer,
    /// Something else, in the browser's words.
    Failed(String),
}

/// What was let go when all was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forgotten {
    /// How many files.
    pub files: u32,
    /// How many bytes they had.
    pub size: u64,
    /// How many of the reader's marks and other acts.
    pub records: u32,
}
