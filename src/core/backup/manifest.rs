//! What a backup holds, how much it may hold, and what its manifest says of it.

use serde::{Deserialize, Serialize};

use super::telling::FORMAT;
use super::time;
use crate::core::digest::archive::Most;
use crate::core::marks::{History, Holding};

/// The version of backups that is written. A backup of a later one is refused.
pub const VERSION: u32 = 1;

pub(super) const MARKS: &str = "marks.ndjson";
pub(super) const SETTINGS: &str = "settings.ndjson";
pub(super) const RULES: &str = "rules.toml";
pub(super) const HISTORY: &str = "history.ndjson";
pub(super) const SOURCES: &str = "sources.ndjson";

/// How much a backup may hold. Digests are text, which packs to a tenth, lists of marks to a
/// fiftieth.
pub(super) const MOST: Most = Most {
    files: 65_000,
    bytes: 4 << 30,
    ratio: 100,
    bytes_at_least: 64 << 20,
};
/// How many bytes a list of it may have, unpacked: it is held in memory as a whole.
pub(super) const MOST_LIST: u64 = 256 << 20;
/// How many bytes a source may have, as a file that is added.
pub(super) const MOST_SOURCE: u64 = 1 << 30;
/// How many papers it may speak of.
pub(super) const MOST_PAPERS: usize = 2_000_000;
/// And how many settings.
pub(super) const MOST_SETTINGS: usize = 200_000;
/// How many notes may stand on one paper.
pub(super) const MOST_NOTES: usize = 64;
/// And how many may be known to be replaced.
pub(super) const MOST_PAST: usize = 100_000;
/// How long the id of a paper may be, in bytes.
pub(super) const MOST_ID: usize = 4 << 10;
/// How long the name of a file may be, in bytes.
pub(super) const MOST_NAME: usize = 4 << 10;

/// How many lines are written or read in one step.
pub(super) const LINES_A_STEP: usize = 500;

/// All that a backup holds but for the bytes of its sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Marks, notes and settings.
    pub holding: Holding,
    /// What can be undone and redone.
    pub history: History,
    /// The files of the library, in the order in which they came.
    pub sources: Vec<Source>,
}

/// A file of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name as it came, with folders where known.
    pub name: String,
    /// The name that it had as a source of the library; `None` for an archive.
    pub source: Option<String>,
    /// Its size in bytes.
    pub size: u64,
    /// When it came, in milliseconds since 1970; 0 where that is not known.
    pub added: u64,
    /// How many papers it has.
    pub papers: u32,
    /// The members that were taken out of the library, if it is an archive: each by its path, and
    /// how many of the same path come before it.
    pub without: Vec<(String, u32)>,
}

/// What stands in the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    format: String,
    /// The version of the form.
    pub version: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// When it was made, in milliseconds since 1970.
    #[serde(with = "time::words")]
    pub made: u64,
    /// How much it holds.
    pub counts: Counts,
}

/// How much a backup holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Papers of which anything is known.
    pub papers: u64,
    /// Settings, and those that are gone.
    pub settings: u64,
    /// Acts that can be undone or redone.
    pub acts: u64,
    /// Files of the library.
    pub sources: u64,
    /// How many bytes these have.
    pub bytes: u64,
}

impl Manifest {
    /// The manifest of a backup that is made now, at this time in milliseconds since 1970.
    pub fn of(contents: &Contents, made: u64) -> Self {
        let count = |len: usize| u64::try_from(len).unwrap_or(u64::MAX);
        let Contents {
            holding,
            history,
            sources,
        } = contents;
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            made,
            counts: Counts {
                papers: count(holding.papers.len()),
                settings: count(holding.settings.len()),
                acts: count(history.done.len() + history.undone.len()),
                sources: count(sources.len()),
                bytes: sources.iter().map(|source| source.size).sum(),
            },
        }
    }
}
