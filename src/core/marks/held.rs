//! What is known of one paper or setting with its times, so that what two devices know can be
//! merged into the same, whichever comes first.
//!
//! Of each mark and each setting the later act holds. Of acts at the same time this holds: a mark
//! that is on, before one that is off, but for "skipped", which is off then, so that no paper is
//! both kept and skipped; a setting that is there, before one that is gone; then the greater text
//! and the greater place. A note replaces those that whoever wrote it saw; notes that were written
//! apart from each other stand both.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{Flags, Kind, Setting, SettingKind};
use crate::core::paper::PaperId;

/// The time of what was done before times were kept. 0 is that of what was never done.
pub(super) const LONG_AGO: u64 = 1;

/// What stands between two notes on one paper.
pub(in crate::core) const BETWEEN: &str = "\n\n---\n\n";

/// A note as it was written once.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// What it says.
    pub text: String,
}

impl Version {
    /// What tells it from all others: FNV-1a over its time and its text.
    pub(super) fn id(&self) -> u64 {
        let time = self.at.to_le_bytes();
        let bytes = time.iter().chain(self.text.as_bytes());
        bytes.fold(0xcbf2_9ce4_8422_2325, |sum, byte| {
            (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }
}

/// The notes on a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Notes {
    /// Those that stand, sorted; more than one where they were written apart.
    standing: Vec<Version>,
    /// The ids of those that others took the place of, sorted.
    past: Vec<u64>,
}

impl Notes {
    /// A note is written, or with no text erased, by somebody who saw all that stand.
    pub(super) fn write(&mut self, text: &str, at: u64) {
        let gone = self.standing.drain(..).map(|version| version.id());
        self.past.extend(gone);
        if !text.is_empty() {
            let version = Version {
                at,
                text: text.to_owned(),
            };
            // Where records come again it was replaced before.
            let id = version.id();
            self.past.retain(|past| *past != id);
            self.standing.push(version);
        }
        self.tidy();
    }

    fn merge(&mut self, other: &Self) {
        self.standing.extend(other.standing.iter().cloned());
        self.past.extend(&other.past);
        self.tidy();
    }

    fn tidy(&mut self) {
        self.past.sort_unstable();
        self.past.dedup();
        let past = &self.past;
        self.standing
            .retain(|version| past.binary_search(&version.id()).is_err());
        self.standing.sort_unstable();
        self.standing.dedup();
    }

    fn is_none(&self) -> bool {
        self.standing.is_empty() && self.past.is_empty()
    }

    /// What the reader sees: each text once, in the order in which they were written.
    fn text(&self) -> String {
        let mut known = HashSet::new();
        let texts = self.standing.iter().map(|version| version.text.as_str());
        let texts: Vec<&str> = texts.filter(|text| known.insert(*text)).collect();
        texts.join(BETWEEN)
    }
}

/// When each mark of a paper was put on or taken off last, and the notes on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Times {
    /// By the mark, in milliseconds since 1970; 0 for one that never was.
    pub(super) marks: [u64; Kind::ALL.len()],
    pub(super) notes: Notes,
}

impl Times {
    /// Marks were changed from these to those.
    pub(super) fn mark(&mut self, before: Flags, after: Flags, at: u64) {
        for mark in Kind::ALL {
            if before.has(mark) == after.has(mark) {
                continue;
            }
            self.touch(mark, at);
            // What a mark takes off is off by it, whether or not it was on here.
            let others = Kind::ALL.into_iter().filter(|_| after.has(mark));
            for other in others.filter(|other| mark.excludes(*other)) {
                self.touch(other, at);
            }
        }
    }

    fn touch(&mut self, mark: Kind, at: u64) {
        let time = &mut self.marks[mark as usize];
        *time = at.max(*time);
    }

    /// The times of marks and a note of which only themselves are known.
    pub(super) fn long_ago(flags: Flags, note: &str) -> Self {
        let mut times = Self::default();
        times.mark(Flags::default(), flags, LONG_AGO);
        if !note.is_empty() {
            times.notes.write(note, LONG_AGO);
        }
        times
    }

    /// The latest time in it.
    pub(super) fn newest(&self) -> u64 {
        let notes = self.notes.standing.iter().map(|version| version.at);
        notes.chain(self.marks).max().unwrap_or(0)
    }
}

/// What is known of one paper: its marks, whether it was seen, its notes, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    flags: Flags,
    /// `None` for a paper that was only seen.
    times: Option<Box<Times>>,
}

impl Held {
    pub(super) fn new(flags: Flags, times: Option<&Times>) -> Self {
        Self {
            flags: flags.kept(),
            times: times.cloned().map(Box::new),
        }
    }

    /// A paper of which this is known: whether it was seen, of each mark when it was put on or
    /// taken off last (0 for never) and whether it is on, the notes that stand, and the ids of
    /// those that do not any more. What a mark takes off was taken off by it, if not later.
    /// `None` where it is kept and skipped at once, a mark is on that never was put on, or a note
    /// is empty.
    pub fn of(
        is_seen: bool,
        mut marks: [(u64, bool); Kind::ALL.len()],
        standing: Vec<Version>,
        past: Vec<u64>,
    ) -> Option<Self> {
        let mut flags = Flags::default();
        for (kind, (at, is_on)) in Kind::ALL.into_iter().zip(marks) {
            if !is_on {
                continue;
            }
            let mut others = Kind::ALL.into_iter().filter(|other| kind.excludes(*other));
            if at == 0 || others.any(|other| flags.has(other)) {
                return None;
            }
            flags = flags.with(kind, true);
        }
        for kind in Kind::ALL {
            let (at, is_on) = marks[kind as usize];
            let others = Kind::ALL.into_iter().filter(|_| is_on);
            for other in others.filter(|other| kind.excludes(*other)) {
                let time = &mut marks[other as usize].0;
                *time = at.max(*time);
            }
        }
        if standing.iter().any(|version| version.text.is_empty()) {
            return None;
        }
        let mut notes = Notes { standing, past };
        notes.tidy();
        let times = Times {
            marks: marks.map(|(at, _)| at),
            notes,
        };
        let is_touched = times.marks != [0; Kind::ALL.len()] || !times.notes.is_none();
        // What something was done with has been seen.
        let flags = if is_seen || is_touched {
            flags.seen()
        } else {
            flags
        };
        Some(Self {
            flags,
            times: is_touched.then(|| Box::new(times)),
        })
    }

    /// Whether its row was passed, it was opened, or it was marked.
    pub fn is_seen(&self) -> bool {
        self.flags.is_seen()
    }

    /// Its marks, and whether it was seen.
    pub fn flags(&self) -> Flags {
        self.flags
    }

    /// When a mark was put on or taken off last, 0 where it never was, and whether it is on.
    pub fn mark(&self, kind: Kind) -> (u64, bool) {
        let at = self.times.as_ref();
        let at = at.map_or(0, |times| times.marks[kind as usize]);
        (at, self.flags.has(kind))
    }

    /// The notes that stand: more than one where they were written apart from each other.
    pub fn notes(&self) -> &[Version] {
        let times = self.times.as_deref();
        times.map_or(&[], |times| &times.notes.standing)
    }

    /// The ids of the notes that others took the place of.
    pub fn past(&self) -> &[u64] {
        let times = self.times.as_deref();
        times.map_or(&[], |times| &times.notes.past)
    }

    /// The note as the reader sees it; empty where there is none.
    pub fn note(&self) -> String {
        let times = self.times.as_ref();
        times.map_or_else(String::new, |times| times.notes.text())
    }

    /// The same, with what is known elsewhere of the same paper.
    pub fn merged(&self, other: &Self) -> Self {
        let mut flags = Flags::default();
        let mut times = Times::default();
        for kind in Kind::ALL {
            let prefers_on = kind != Kind::Skipped;
            let order = |(at, is_on): (u64, bool)| (at, is_on == prefers_on, is_on);
            let (mine, theirs) = (self.mark(kind), other.mark(kind));
            let (at, is_on) = if order(theirs) > order(mine) {
                theirs
            } else {
                mine
            };
            times.marks[kind as usize] = at;
            if is_on {
                flags = flags.with_bit(kind);
            }
        }
        for held in [self, other] {
            if let Some(of) = &held.times {
                times.notes.merge(&of.notes);
            }
        }
        let is_touched = self.times.is_some() || other.times.is_some();
        let is_seen = self.is_seen() || other.is_seen();
        Self {
            flags: if is_seen { flags.seen() } else { flags },
            times: is_touched.then(|| Box::new(times)),
        }
    }

    /// The same, seen.
    pub(super) fn seen(mut self) -> Self {
        self.flags = self.flags.seen();
        self
    }

    /// Whether nothing was done with it.
    pub(super) fn is_only_seen(&self) -> bool {
        self.times.is_none() && self.flags.is_undecided()
    }

    pub(super) fn into_times(self) -> Option<Times> {
        self.times.map(|times| *times)
    }

    /// The latest time in it.
    pub(super) fn newest(&self) -> u64 {
        self.times.as_ref().map_or(0, |times| times.newest())
    }
}

/// A setting, or that it is gone, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamped {
    /// When it became so, in milliseconds since 1970; 0 where it never was anything.
    pub at: u64,
    /// What it is; `None` if it is gone.
    pub setting: Option<Setting>,
}

impl Stamped {
    fn order(&self) -> (u64, bool, &str, u32) {
        let setting = self.setting.as_ref();
        let (text, place) = setting.map_or(("", 0), |setting| (&setting.text, setting.place));
        (self.at, setting.is_some(), text, place)
    }

    /// The later of two.
    pub fn merged(&self, other: &Self) -> Self {
        let later = if other.order() > self.order() {
            other
        } else {
            self
        };
        later.clone()
    }
}

/// All that is known of papers and settings, with its times: what a backup holds and what two
/// backups come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
    /// The papers.
    pub papers: BTreeMap<PaperId, Held>,
    /// The settings, and those that are gone.
    pub settings: BTreeMap<(SettingKind, String), Stamped>,
}

impl Holding {
    /// Merges what is known elsewhere into it. Which of the two is merged into the other makes no
    /// difference, nor does the order of several, nor that one is merged twice.
    pub fn merge(&mut self, other: &Self) {
        for (paper, held) in &other.papers {
            match self.papers.get_mut(paper) {
                Some(mine) => *mine = mine.merged(held),
                None => drop(self.papers.insert(paper.clone(), held.clone())),
            }
        }
        for (key, stamped) in &other.settings {
            match self.settings.get_mut(key) {
                Some(mine) => *mine = mine.merged(stamped),
                None => drop(self.settings.insert(key.clone(), stamped.clone())),
            }
        }
    }
}
