//! What is known elsewhere, taken over as one act.

use std::borrow::Cow;

use super::record::{Record, Snapshot, last_acts};
use super::{Act, Change, Changed, Deed, Flags, Gains, Held, Holding, Journal, Kind};

/// The acts that can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Those that can be undone, the newest last.
    pub done: Vec<Act>,
    /// Those that can be redone, the next one last.
    pub undone: Vec<Act>,
}

impl Journal {
    /// All that is known, with its times.
    pub fn holding(&self) -> Holding {
        Holding {
            papers: self.papers_held().collect(),
            settings: self.settings_stamped().collect(),
        }
    }

    /// The acts that can be undone and redone, as many as are kept from visit to visit.
    pub fn history(&self) -> History {
        History {
            done: last_acts(&self.done),
            undone: last_acts(&self.undone),
        }
    }

    /// Whether the reader has done nothing yet but see papers.
    pub fn is_untouched(&self) -> bool {
        let mut known = self.marks.papers();
        self.done.is_empty()
            && self.undone.is_empty()
            && self.clock.settings().next().is_none()
            && known.all(|paper| self.held(paper).is_only_seen())
    }

    /// What taking over what is known elsewhere would change.
    pub fn gains(&self, other: &Holding) -> Gains {
        let mut gains = Gains {
            is_first: self.is_untouched(),
            ..Gains::default()
        };
        for (paper, held) in &other.papers {
            let before = self.held(paper);
            count_paper(&mut gains, &before, &before.merged(held));
        }
        for ((kind, name), stamped) in &other.settings {
            let before = self.stamped(*kind, name);
            let after = before.merged(stamped);
            match (before.setting, after.setting) {
                (None, Some(_)) => gains.settings += 1,
                (before, after) => gains.settings_changed += u32::from(before != after),
            }
        }
        gains
    }

    /// Takes over what is known elsewhere, at a time in milliseconds: of each mark and setting the
    /// later act holds, and notes that were written apart stand both. Where the reader has done
    /// nothing here the history comes as well, and there is nothing to undo but that; elsewhere it
    /// is one act. Gives what may be otherwise now, and whether an act was done.
    pub fn take_over(&mut self, other: &Holding, history: History, at: u64) -> (Changed, bool) {
        if self.is_untouched() {
            return (self.begin_with(other, history), false);
        }
        let mut changes = Vec::new();
        let mut seen = Vec::new();
        for (paper, held) in &other.papers {
            let before = self.held(paper);
            let after = before.merged(held);
            if before.clone().seen() != after.clone().seen() {
                changes.push(Change::Held {
                    paper: paper.clone(),
                    before,
                    after,
                });
            } else if before != after {
                seen.push(paper.clone());
            }
        }
        for ((kind, name), stamped) in &other.settings {
            let before = self.stamped(*kind, name);
            let after = before.merged(stamped);
            if before != after {
                changes.push(Change::Stamped {
                    kind: *kind,
                    name: name.clone(),
                    before,
                    after,
                });
            }
        }
        let mut touched = Changed {
            papers: self.see(seen),
            settings: Vec::new(),
        };
        let is_act = !changes.is_empty();
        if is_act {
            let act = Act {
                at: self.time(at),
                deed: Deed::Restore,
                changes,
            };
            let by = Changed::by(self.note(act));
            touched.papers.extend(by.papers);
            touched.settings.extend(by.settings);
        }
        (touched, is_act)
    }

    /// What is known elsewhere becomes all that was done here, history included.
    fn begin_with(&mut self, other: &Holding, history: History) -> Changed {
        let papers = other.papers.iter();
        let settings = other.settings.iter();
        let begun = Snapshot {
            papers: papers
                .map(|(paper, held)| (paper.clone(), held.clone()))
                .collect(),
            settings: settings
                .map(|((kind, name), stamped)| (*kind, name.clone(), stamped.clone()))
                .collect(),
            done: history.done,
            undone: history.undone,
        };
        let record = Record::Begun(Cow::Borrowed(&begun));
        self.records.push(record.to_bytes());
        self.absorb(begun)
    }

    /// Takes note that what was done elsewhere was taken over. Another tab may have done something
    /// at the same time, which stands behind it.
    pub(super) fn absorb(&mut self, begun: Snapshot) -> Changed {
        let mut changed = Changed::default();
        for (paper, held) in begun.papers {
            let held = self.held(&paper).merged(&held);
            self.newest = self.newest.max(held.newest());
            self.hold(paper.clone(), &held);
            changed.papers.push(paper);
        }
        for (kind, name, stamped) in begun.settings {
            let stamped = self.stamped(kind, &name).merged(&stamped);
            self.newest = self.newest.max(stamped.at);
            self.clock.stamp(kind, &name, stamped.at);
            self.settings.put(kind, name.clone(), stamped.setting);
            changed.settings.push((kind, name));
        }
        let acts = begun.done.iter().chain(&begun.undone);
        for act in acts {
            self.newest = self.newest.max(act.at);
            self.forget(act);
        }
        self.done.splice(0..0, begun.done);
        self.undone.splice(0..0, begun.undone);
        changed
    }
}

fn count_paper(gains: &mut Gains, before: &Held, after: &Held) {
    let more = |flags: Flags, than: Flags| {
        let kinds = Kind::ALL.into_iter();
        let more = kinds.filter(|kind| flags.has(*kind) && !than.has(*kind));
        u32::try_from(more.count()).unwrap_or(u32::MAX)
    };
    gains.marks += more(after.flags(), before.flags());
    gains.marks_gone += more(before.flags(), after.flags());
    gains.seen += u32::from(after.is_seen() && !before.is_seen());
    let (was, is) = (before.note(), after.note());
    if was == is {
        return;
    }
    if was.is_empty() {
        gains.notes += 1;
    } else if after.notes().len() > before.notes().len() {
        gains.notes_beside += 1;
    } else {
        gains.notes_replaced += 1;
    }
}
