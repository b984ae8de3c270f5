//! When what is known of papers and settings became so: what a journal knows beside marks, notes
//! and settings, so that two of them can be merged.

use std::collections::BTreeMap;

use super::held::{LONG_AGO, Times};
use super::{Act, Change, Held, Marks, SettingKind, Settings};
use crate::core::paper::PaperId;

/// The times of everything that was ever done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Clock {
    papers: BTreeMap<PaperId, Times>,
    /// Those that are gone included.
    settings: BTreeMap<(SettingKind, String), u64>,
}

impl Clock {
    /// The times of marks and settings that were kept without any: those of the acts that are
    /// known, and for the others that it was long ago.
    pub(super) fn long_ago(marks: &Marks, settings: &Settings, done: &[Act]) -> Self {
        let mut clock = Self::default();
        let touched = marks.flags.iter().filter(|(paper, flags)| {
            !flags.marks().is_undecided() || marks.notes.contains_key(*paper)
        });
        for (paper, flags) in touched {
            let times = Times::long_ago(flags.marks(), marks.note(paper));
            clock.papers.insert(paper.clone(), times);
        }
        for (kind, name, _) in settings.all() {
            clock.touch(kind, name, LONG_AGO);
        }
        for act in done {
            for change in &act.changes {
                clock.date(change, marks, act.at);
            }
        }
        clock
    }

    /// A change was made at this time, of something that may have been changed again since.
    fn date(&mut self, change: &Change, marks: &Marks, at: u64) {
        match change {
            Change::Marks {
                paper,
                before,
                after,
            } => self.paper(paper).mark(*before, *after, at),
            Change::Note { paper, after, .. } if after == marks.note(paper) => {
                self.paper(paper).notes.write(after, at);
            }
            Change::Setting { kind, name, .. } => self.touch(*kind, name, at),
            _ => {}
        }
    }

    fn paper(&mut self, paper: &PaperId) -> &mut Times {
        self.papers.entry(paper.clone()).or_default()
    }

    fn touch(&mut self, kind: SettingKind, name: &str, at: u64) {
        let time = self.settings.entry((kind, name.to_owned())).or_default();
        *time = at.max(*time);
    }

    /// A setting became something else, nobody knows when.
    pub(super) fn settled(&mut self, kind: SettingKind, name: &str) {
        self.touch(kind, name, LONG_AGO);
    }

    /// A change is made, or taken back, at this time; `marks` are those before it.
    pub(super) fn put(&mut self, change: &Change, back: bool, marks: &Marks, at: u64) {
        match change {
            Change::Marks {
                paper,
                before,
                after,
            } => {
                let after = if back { before } else { after };
                self.paper(paper).mark(marks.of(paper), *after, at);
            }
            Change::Note {
                paper,
                before,
                after,
            } => {
                let note = if back { before } else { after };
                self.paper(paper).notes.write(note, at);
            }
            Change::Setting { kind, name, .. } => self.touch(*kind, name, at),
            // What is known elsewhere has times of its own, and without it there are those of
            // before again.
            Change::Held {
                paper,
                before,
                after,
            } => self.hold(paper, if back { before } else { after }),
            Change::Stamped {
                kind,
                name,
                before,
                after,
            } => {
                let stamped = if back { before } else { after };
                self.stamp(*kind, name, stamped.at);
            }
        }
    }

    /// This is known of a paper.
    pub(super) fn hold(&mut self, paper: &PaperId, held: &Held) {
        match held.clone().into_times() {
            Some(times) => drop(self.papers.insert(paper.clone(), times)),
            None => drop(self.papers.remove(paper)),
        }
    }

    /// A setting became what it is at this time; 0 for one that never was anything.
    pub(super) fn stamp(&mut self, kind: SettingKind, name: &str, at: u64) {
        let key = (kind, name.to_owned());
        if at == 0 {
            self.settings.remove(&key);
        } else {
            self.settings.insert(key, at);
        }
    }

    /// What is known of a paper with these marks.
    pub(super) fn held(&self, paper: &PaperId, marks: &Marks) -> Held {
        Held::new(marks.of(paper), self.papers.get(paper))
    }

    /// When a setting became what it is; 0 where it never was anything.
    pub(super) fn of_setting(&self, kind: SettingKind, name: &str) -> u64 {
        let time = self.settings.get(&(kind, name.to_owned()));
        time.copied().unwrap_or(0)
    }

    /// The settings that are known, those that are gone included.
    pub(super) fn settings(&self) -> impl Iterator<Item = (SettingKind, &str, u64)> {
        let all = self.settings.iter();
        all.map(|((kind, name), at)| (*kind, name.as_str(), *at))
    }

    /// The latest time in it.
    pub(super) fn newest(&self) -> u64 {
        let papers = self.papers.values().map(Times::newest);
        papers
            .chain(self.settings.values().copied())
            .max()
            .unwrap_or(0)
    }
}
