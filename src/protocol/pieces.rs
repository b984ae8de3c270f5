//! What is said of pieces of files, where the worker cannot read them itself.

use serde::{Deserialize, Serialize};

/// The job of the backup that is being restored, which has one file.
pub const RESTORE_JOB: u32 = u32::MAX;

/// A piece of a file of a job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePiece {
    /// The job.
    pub job: u32,
    /// Which of its files, from 0.
    pub file: u32,
    /// Where the piece begins, in bytes.
    pub start: u32,
    /// How many bytes it has.
    pub len: u32,
}
