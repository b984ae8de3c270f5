//! What a backup holds, how much it may hold, and what its manifest says of it.

use serde::{Deserialize, Serialize};

use super::telling::FORMAT;
use super::time;
use crate::core::digest::archive::Most;
use crate::core::marks::{BETWEEN, Change, Held, History, Holding, LONGEST_NOTE, paper_of};
use crate::core::paper::PaperId;
use crate::core::visible;

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
/// How many bytes a backup may have: it is read into memory as a whole, of which wasm has 4 GiB,
/// and the library wants its share.
pub const MOST_BACKUP: u32 = 1 << 30;
/// How many bytes a source may have, in a backup and as a file that is added: wasm has 4 GiB, and
/// parsing wants its share.
pub const MOST_SOURCE: u32 = 3 << 29;
/// The lists in the order in which they are read. With the manifest they are the files that are no
/// sources.
pub(super) const LISTS: [&str; 5] = [SOURCES, RULES, SETTINGS, MARKS, HISTORY];
/// How many papers it may speak of.
pub(super) const MOST_PAPERS: usize = 2_000_000;
/// And how many settings.
pub(super) const MOST_SETTINGS: usize = 200_000;
/// How many notes may stand on one paper.
pub(super) const MOST_NOTES: usize = 64;
/// And how many may be known to be replaced.
pub(super) const MOST_PAST: usize = 100_000;
/// How long a note may be, in bytes: as all that may stand on one paper, for undoing makes one of
/// them.
pub(super) const MOST_NOTE: usize = MOST_NOTES * (LONGEST_NOTE + BETWEEN.len());
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

impl Contents {
    /// Whether there is no more of anything than a backup may hold. The error is for a person.
    pub fn check(&self) -> Result<(), String> {
        let Self {
            holding,
            history,
            sources,
        } = self;
        for (count, most, what) in [
            (holding.papers.len(), MOST_PAPERS, "papers"),
            (holding.settings.len(), MOST_SETTINGS, "settings"),
            (sources.len(), MOST.files - LISTS.len() - 1, "files"),
        ] {
            if count > most {
                return Err(format!(
                    "there are {count} {what}, and {most} at most are saved"
                ));
            }
        }
        for (paper, held) in &holding.papers {
            let said = match paper_of(paper.as_str()) {
                Some(_) => check_notes(held),
                None => Err(NO_PAPER.to_owned()),
            };
            said.map_err(|why| of(paper, &why))?;
        }
        let acts = history.done.iter().chain(&history.undone);
        for change in acts.flat_map(|act| &act.changes) {
            let (paper, said) = match change {
                Change::Note {
                    paper,
                    before,
                    after,
                } => (paper, check_note(before).and_then(|()| check_note(after))),
                Change::Held {
                    paper,
                    before,
                    after,
                } => (paper, check_notes(before).and_then(|()| check_notes(after))),
                Change::Marks { .. } | Change::Setting { .. } | Change::Stamped { .. } => continue,
            };
            said.map_err(|why| of(paper, &why))?;
        }
        sources.iter().try_for_each(Source::check)
    }
}

/// Why a paper is refused, with its id.
fn of(paper: &PaperId, why: &str) -> String {
    format!("{}: {why}", visible::name(paper.as_str()))
}

/// Why an id is refused.
pub(super) const NO_PAPER: &str = "the id of the paper is none";

/// Whether a paper has as many notes as it may have, and as long ones. The error is for a person.
pub(super) fn check_notes(held: &Held) -> Result<(), String> {
    if held.notes().len() > MOST_NOTES || held.past().len() > MOST_PAST {
        return Err("it has more notes than a paper may have".to_owned());
    }
    let mut notes = held.notes().iter();
    notes.try_for_each(|note| check_note(&note.text))
}

/// Whether a note is as long as it may be. The error is for a person.
pub(super) fn check_note(note: &str) -> Result<(), String> {
    let fits = note.len() <= MOST_NOTE;
    fits.then_some(())
        .ok_or_else(|| format!("a note has more than {MOST_NOTE} bytes"))
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

impl Source {
    /// Whether it is as large, and its names as long, as they may be. The error is for a person.
    pub(super) fn check(&self) -> Result<(), String> {
        let names = self.without.iter().map(|(name, _)| name);
        let names = names.chain(&self.source).chain([&self.name]);
        let longest = names.map(String::len).max().unwrap_or(0);
        if self.name.is_empty() {
            return Err("a file has no name".to_owned());
        }
        if longest > MOST_NAME {
            let name = visible::name(&self.name);
            return Err(format!(
                "the name of {name}, or of something in it, has more than {MOST_NAME} bytes"
            ));
        }
        if self.size > u64::from(MOST_SOURCE) {
            let name = visible::name(&self.name);
            return Err(format!("{name} has more than {MOST_SOURCE} bytes"));
        }
        Ok(())
    }
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
