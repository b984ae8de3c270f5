//! What is said of files while they are read, and when they are.

use serde::{Deserialize, Serialize};

use crate::core::diagnostic::Severity;

/// How far a job is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The job.
    pub job: u32,
    /// The file that is being read.
    pub file: String,
    /// How many files are done.
    pub files_done: u32,
    /// How many files there are.
    pub files: u32,
    /// How much of the current file is done, 0 to 1; of tagging, where that is what is done.
    pub part: f32,
    /// Whether all is read and can be searched, and papers are being tagged and compared.
    pub is_tagging: bool,
    /// Papers found so far in this job.
    pub papers: u32,
    /// Papers of the library that a search finds now.
    pub searchable: u32,
}

/// How a job ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Loaded {
    /// The job.
    pub job: u32,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// The file that was taken out, if that was the job.
    pub removed: Option<String>,
    /// A report on each file, in order. A member of an archive is a file of its own.
    pub reports: Vec<FileReport>,
    /// Papers in the library now.
    pub papers: u32,
    /// Sources in the library now.
    pub sources: u32,
}

/// The balance of one file: every entry is a new paper, a known paper or a problem.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// The file's name.
    pub name: String,
    /// The name under which its papers are a source; `None` when it has none.
    pub source: Option<String>,
    /// The source that is the same file, read before; then nothing was read.
    pub same_as: Option<String>,
    /// The name of the format found; `None` when it is none that is read.
    pub format: Option<String>,
    /// What the format calls an entry: `heading`, `record`.
    pub unit: String,
    /// Places that looked like a paper.
    pub entries: u32,
    /// Papers that were new to the library.
    pub added: u32,
    /// Papers that the library had already, or that stand in the file twice.
    pub merged: u32,
    /// Rules and tags by hand that were taken over from it; `None` where it is a digest.
    pub rules: Option<u32>,
    /// What is to be said about it, worst first; at most [`FileReport::PROBLEMS_SHOWN`].
    pub problems: Vec<FileProblem>,
    /// How many problems there are in all, by severity: notes, warnings, errors.
    pub counts: [u32; 3],
}

impl FileReport {
    /// How many problems a report carries at most; the counts say how many there are.
    pub const PROBLEMS_SHOWN: usize = 50;
}

/// One problem of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileProblem {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// How bad.
    pub severity: Severity,
    /// What it is and what to do.
    pub message: String,
    /// The raw lines around it, with their numbers.
    pub excerpt: Vec<(u32, String)>,
}
