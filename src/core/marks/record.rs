//! The records of a journal as bytes.
//!
//! A record is the number of its version in one byte, and the rest in postcard. Each says by itself
//! what is to be done, so that one which cannot be read takes no other with it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Act, Flags, Held, Setting, SettingKind, Stamped};
use crate::core::paper::PaperId;

/// The version of records that is written. Those of all versions before it are read: each only
/// added to [`Record`], [`Change`](super::Change) and [`Deed`](super::Deed), at their ends.
const VERSION: u8 = 3;

/// How many acts a snapshot keeps of those that can be undone, and of those that can be redone.
pub const KEPT_ACTS: usize = 1000;
/// How many changes the acts that a snapshot keeps have together: an act may have changed all
/// papers of a library, and a thousand such are no more than anybody would store.
pub const KEPT_CHANGES: usize = 200_000;

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Record<'a> {
    /// An act was done.
    Act(Cow<'a, Act>),
    /// At this time an act was undone.
    Undo(u64, Cow<'a, Act>),
    /// At this time an act was done again.
    Redo(u64, Cow<'a, Act>),
    /// Papers were seen.
    Seen(Cow<'a, [PaperId]>),
    /// All that there was in the first version.
    First(FirstSnapshot),
    /// All that there was in the second.
    Second(SecondSnapshot),
    /// Settings were taken over.
    Settled(Cow<'a, Settled>),
    /// All that there is.
    Snapshot(Snapshot),
    /// What was done elsewhere was taken over before anything was done here.
    Begun(Cow<'a, Snapshot>),
}

/// Settings that were taken over from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Settled {
    /// The kinds of which there is none but those below.
    pub(super) clears: Vec<SettingKind>,
    /// The settings; `None` for one that is gone.
    pub(super) settings: Vec<(SettingKind, String, Option<Setting>)>,
}

/// All marks, and the last acts, as the first version wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FirstSnapshot {
    flags: Vec<(PaperId, Flags)>,
    notes: Vec<(PaperId, String)>,
    done: Vec<Act>,
    undone: Vec<Act>,
}

impl From<FirstSnapshot> for SecondSnapshot {
    fn from(first: FirstSnapshot) -> Self {
        let FirstSnapshot {
            flags,
            notes,
            done,
            undone,
        } = first;
        let settings = Vec::new();
        Self {
            flags,
            notes,
            settings,
            done,
            undone,
        }
    }
}

/// All marks and settings, and the last acts, as the second version wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SecondSnapshot {
    pub(super) flags: Vec<(PaperId, Flags)>,
    pub(super) notes: Vec<(PaperId, String)>,
    pub(super) settings: Vec<(SettingKind, String, Setting)>,
    pub(super) done: Vec<Act>,
    pub(super) undone: Vec<Act>,
}

/// All marks and settings with their times, and the last acts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Snapshot {
    pub(super) papers: Vec<(PaperId, Held)>,
    /// Those that are gone included.
    pub(super) settings: Vec<(SettingKind, String, Stamped)>,
    /// The acts that can be undone, the newest last.
    pub(super) done: Vec<Act>,
    /// Those that can be redone, the next one last.
    pub(super) undone: Vec<Act>,
}

impl Record<'_> {
    /// The record as bytes.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        // Memory that can grow takes whatever is written, so this does not fail.
        postcard::to_extend(self, vec![VERSION]).unwrap_or_default()
    }

    /// Reads a record, or says why it cannot be read.
    pub(super) fn read(bytes: &[u8]) -> Result<Record<'static>, String> {
        let damaged = |what: &str| Err(["a record of marks ", what].concat());
        match bytes.split_first() {
            None => damaged("is empty"),
            Some((1..=VERSION, rest)) => match postcard::take_from_bytes::<Record<'static>>(rest) {
                Ok((record, [])) => Ok(record),
                Ok(_) => damaged("has something behind its end"),
                Err(_) => damaged("is damaged"),
            },
            Some((version, _)) if *version > VERSION => {
                damaged("was written by a newer version of this program")
            }
            Some(_) => damaged("is of no version"),
        }
    }
}

/// The last of some acts, as many as a snapshot keeps.
pub(super) fn last_acts(acts: &[Act]) -> Vec<Act> {
    let mut changes = 0;
    let mut kept: Vec<Act> = acts
        .iter()
        .rev()
        .take(KEPT_ACTS)
        .take_while(|act| {
            changes += act.changes.len();
            changes <= KEPT_CHANGES
        })
        .cloned()
        .collect();
    kept.reverse();
    kept
}
