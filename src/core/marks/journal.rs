//! All marks, what can be undone, and the records that say how it came about.

use std::borrow::Cow;

use super::clock::Clock;
use super::record::{Record, SecondSnapshot, Settled, Snapshot, last_acts};
use super::{
    Act, Change, Deed, Flags, Held, Marks, SettingKind, SettingWish, Settings, Stamped, Wish,
};
use crate::core::paper::PaperId;
use crate::core::sorting;

/// The marks of all papers and the settings, with their history. Whatever changes them leaves a
/// record, and all records in their order make the same journal again.
///
/// Acts can be undone without limit, the newest first, and redone until another act comes. That
/// papers were seen is no act.
#[derive(Debug, Default)]
pub struct Journal {
    pub(super) marks: Marks,
    pub(super) settings: Settings,
    /// When they became what they are.
    pub(super) clock: Clock,
    /// The acts that can be undone, the newest last.
    pub(super) done: Vec<Act>,
    /// Those that can be redone, the next one last.
    pub(super) undone: Vec<Act>,
    /// The time of the newest act. Each has a later one than those before, whatever the clock says,
    /// so that no two are alike.
    pub(super) newest: u64,
    /// The records that nobody has taken yet.
    pub(super) records: Vec<Vec<u8>>,
}

/// What an act or a record of one has changed, each paper and setting possibly more than once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The papers whose marks or notes may be others now.
    pub papers: Vec<PaperId>,
    /// The settings that may say something else.
    pub settings: Vec<(SettingKind, String)>,
}

impl Changed {
    /// What an act changes, or its undo.
    pub fn by(act: &Act) -> Self {
        let mut changed = Self::default();
        for change in &act.changes {
            match change {
                Change::Marks { paper, .. }
                | Change::Note { paper, .. }
                | Change::Held { paper, .. } => changed.papers.push(paper.clone()),
                Change::Setting { kind, name, .. } | Change::Stamped { kind, name, .. } => {
                    changed.settings.push((*kind, name.clone()));
                }
            }
        }
        changed
    }
}

impl Journal {
    /// The marks as they are.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The settings as they are.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The act that [`Journal::undo`] takes back.
    pub fn to_undo(&self) -> Option<&Act> {
        self.done.last()
    }

    /// The act that [`Journal::redo`] does again.
    pub fn to_redo(&self) -> Option<&Act> {
        self.undone.last()
    }

    /// Does something with papers at a time in milliseconds; gives the act, or `None` where it
    /// changes nothing.
    pub fn act(&mut self, papers: Vec<PaperId>, wish: &Wish, at: u64) -> Option<&Act> {
        let at = self.time(at);
        let act = Act::of(&self.marks, papers, wish, at)?;
        Some(self.note(act))
    }

    /// Takes over marks and notes that came with papers, where a paper has none; gives what is
    /// otherwise now. They become acts of the reader's, at a time in milliseconds, if they are to
    /// be their own; else nothing tells of them, and there is nothing to take back.
    pub fn receive(
        &mut self,
        marks: &[(PaperId, Flags)],
        notes: Vec<(PaperId, String)>,
        at: u64,
        is_own: bool,
    ) -> Changed {
        let mut changed = Changed::default();
        for act in Act::of_others(&self.marks, marks, notes, at) {
            changed.papers.extend(Changed::by(&act).papers);
            if is_own {
                let at = self.time(at);
                self.note(Act { at, ..act });
            } else {
                for change in &act.changes {
                    self.marks.put(change, false);
                }
            }
        }
        changed
    }

    /// Makes settings what is wanted at a time in milliseconds; gives the act, or `None` where it
    /// changes nothing.
    pub fn set(&mut self, wishes: Vec<SettingWish>, at: u64) -> Option<&Act> {
        let at = self.time(at);
        let act = Act::of_settings(&self.settings, wishes, at)?;
        Some(self.note(act))
    }

    /// Makes settings what is wanted, by an act that did this.
    pub fn set_as(&mut self, deed: Deed, wishes: Vec<SettingWish>, at: u64) -> Option<&Act> {
        let at = self.time(at);
        let act = Act::of_settings(&self.settings, wishes, at)?;
        Some(self.note(Act { deed, ..act }))
    }

    /// The time of what is done now, by a clock that may stand still or go back.
    pub(super) fn time(&self, at: u64) -> u64 {
        at.max(self.newest.saturating_add(1))
    }

    /// Takes settings over that were kept elsewhere until now: that is no act, and nothing to take
    /// back. Those of the kinds that are cleared go before. Gives what may be otherwise now.
    pub fn settle(&mut self, clears: Vec<SettingKind>, wishes: Vec<SettingWish>) -> Changed {
        let settled = Settled {
            clears,
            settings: wishes
                .into_iter()
                .map(|wish| (wish.kind, wish.name, wish.setting))
                .collect(),
        };
        let record = Record::Settled(Cow::Borrowed(&settled));
        self.records.push(record.to_bytes());
        self.put_settled(settled)
    }

    fn put_settled(&mut self, settled: Settled) -> Changed {
        let mut changed = Changed::default();
        for kind in settled.clears {
            let all = self.settings.of(kind).into_iter();
            let names: Vec<String> = all.map(|(name, _)| name.to_owned()).collect();
            for name in names {
                self.settings.put(kind, name.clone(), None);
                self.clock.settled(kind, &name);
                changed.settings.push((kind, name));
            }
        }
        for (kind, name, setting) in settled.settings {
            self.settings.put(kind, name.clone(), setting);
            self.clock.settled(kind, &name);
            changed.settings.push((kind, name));
        }
        changed
    }

    /// Does an act for the first time.
    pub(super) fn note(&mut self, act: Act) -> &Act {
        let record = Record::Act(Cow::Borrowed(&act));
        self.records.push(record.to_bytes());
        self.do_act(act);
        &self.done[self.done.len() - 1]
    }

    /// Takes the newest act back and gives it; `None` where there is none.
    pub fn undo(&mut self, at: u64) -> Option<&Act> {
        let act = self.done.last()?.clone();
        let at = self.time(at);
        let record = Record::Undo(at, Cow::Borrowed(&act));
        self.records.push(record.to_bytes());
        self.undo_act(act, at);
        self.undone.last()
    }

    /// Does the act that was undone last again and gives it; `None` where there is none.
    pub fn redo(&mut self, at: u64) -> Option<&Act> {
        let act = self.undone.last()?.clone();
        let at = self.time(at);
        let record = Record::Redo(at, Cow::Borrowed(&act));
        self.records.push(record.to_bytes());
        self.redo_act(act, at);
        self.done.last()
    }

    /// Papers were seen; gives those that were new.
    pub fn see(&mut self, mut papers: Vec<PaperId>) -> Vec<PaperId> {
        sorting::sort(&mut papers);
        papers.dedup();
        papers.retain(|paper| !self.marks.of(paper).is_seen());
        if !papers.is_empty() {
            let record = Record::Seen(Cow::Borrowed(&papers));
            self.records.push(record.to_bytes());
            self.see_all(&papers);
        }
        papers
    }

    /// The records of what happened since they were last taken, in order.
    pub fn take_records(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.records)
    }

    /// Takes over what a record says, and gives what may be otherwise now. Fails with the reason
    /// where it cannot be read; nothing is changed then.
    ///
    /// Records may come again, if all that were written behind them do as well: a tab that reads
    /// what another one wrote finds its own among it.
    pub fn replay(&mut self, record: &[u8]) -> Result<Changed, String> {
        Ok(match Record::read(record)? {
            Record::Act(act) => {
                let changed = Changed::by(&act);
                self.forget(&act);
                self.do_act(act.into_owned());
                changed
            }
            Record::Undo(at, act) => {
                let changed = Changed::by(&act);
                self.forget(&act);
                self.undo_act(act.into_owned(), at);
                changed
            }
            Record::Redo(at, act) => {
                let changed = Changed::by(&act);
                self.forget(&act);
                self.redo_act(act.into_owned(), at);
                changed
            }
            Record::Seen(seen) => {
                self.see_all(&seen);
                Changed {
                    papers: seen.into_owned(),
                    settings: Vec::new(),
                }
            }
            Record::First(snapshot) => self.become_second(snapshot.into()),
            Record::Second(snapshot) => self.become_second(snapshot),
            Record::Settled(settled) => self.put_settled(settled.into_owned()),
            Record::Snapshot(snapshot) => self.become_snapshot(snapshot),
            Record::Begun(begun) => self.absorb(begun.into_owned()),
        })
    }

    /// Everything becomes what a snapshot says.
    pub(super) fn become_snapshot(&mut self, snapshot: Snapshot) -> Changed {
        let mut changed = self.all();
        self.done = snapshot.done;
        self.undone = snapshot.undone;
        self.marks = Marks::default();
        self.settings = Settings::default();
        self.clock = Clock::default();
        for (paper, held) in snapshot.papers {
            self.hold(paper, &held);
        }
        for (kind, name, Stamped { at, setting }) in snapshot.settings {
            self.clock.stamp(kind, &name, at);
            self.settings.put(kind, name, setting);
        }
        self.renew(&mut changed);
        changed
    }

    /// This is all that is known of a paper.
    pub(super) fn hold(&mut self, paper: PaperId, held: &Held) {
        self.clock.hold(&paper, held);
        let note = held.note();
        if note.is_empty() {
            self.marks.notes.remove(&paper);
        } else {
            self.marks.notes.insert(paper.clone(), note);
        }
        self.marks.flags.insert(paper, held.flags());
    }

    /// Everything becomes what a snapshot of an earlier version says.
    fn become_second(&mut self, snapshot: SecondSnapshot) -> Changed {
        let mut changed = self.all();
        self.done = snapshot.done;
        self.undone = snapshot.undone;
        let flags = snapshot.flags.into_iter();
        self.marks = Marks {
            flags: flags.map(|(paper, flags)| (paper, flags.kept())).collect(),
            notes: snapshot.notes.into_iter().collect(),
        };
        self.settings = Settings::default();
        for (kind, name, setting) in snapshot.settings {
            self.settings.put(kind, name, Some(setting));
        }
        self.clock = Clock::long_ago(&self.marks, &self.settings, &self.done);
        self.renew(&mut changed);
        changed
    }

    /// Everything has become something else: the next act is behind all of it, and what there is
    /// now may be otherwise too.
    fn renew(&mut self, changed: &mut Changed) {
        let times = self.done.iter().chain(&self.undone).map(|act| act.at);
        self.newest = times.fold(self.newest.max(self.clock.newest()), u64::max);
        let now = self.all();
        changed.papers.extend(now.papers);
        changed.settings.extend(now.settings);
    }

    /// All papers and settings of which something is known.
    fn all(&self) -> Changed {
        let papers = self.marks.flags.keys().chain(self.marks.notes.keys());
        let settings = self.settings.all();
        Changed {
            papers: papers.cloned().collect(),
            settings: settings
                .map(|(kind, name, _)| (kind, name.to_owned()))
                .collect(),
        }
    }

    /// All of it in one record: the marks, the settings, and of the acts the last
    /// [`KEPT_ACTS`](super::KEPT_ACTS), as long as they have no more than
    /// [`KEPT_CHANGES`](super::KEPT_CHANGES) changes.
    pub fn folded(&self) -> Vec<u8> {
        Record::Snapshot(self.snapshot()).to_bytes()
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot {
            papers: self.papers_held().collect(),
            settings: self
                .settings_stamped()
                .map(|((kind, name), stamped)| (kind, name, stamped))
                .collect(),
            done: last_acts(&self.done),
            undone: last_acts(&self.undone),
        }
    }

    /// All papers of which anything is known.
    pub(super) fn papers_held(&self) -> impl Iterator<Item = (PaperId, Held)> {
        let papers = self.marks.papers();
        papers.map(|paper| (paper.clone(), self.held(paper)))
    }

    /// All settings, and those that are gone.
    pub(super) fn settings_stamped(
        &self,
    ) -> impl Iterator<Item = ((SettingKind, String), Stamped)> {
        self.clock.settings().map(|(kind, name, at)| {
            let setting = self.settings.get(kind, name).cloned();
            ((kind, name.to_owned()), Stamped { at, setting })
        })
    }

    /// What is known of a paper, with its times.
    pub fn held(&self, paper: &PaperId) -> Held {
        self.clock.held(paper, &self.marks)
    }

    /// A setting, or that it is gone, and since when.
    pub fn stamped(&self, kind: SettingKind, name: &str) -> Stamped {
        Stamped {
            at: self.clock.of_setting(kind, name),
            setting: self.settings.get(kind, name).cloned(),
        }
    }

    /// Takes an act out of the history, where it is if its record has come before.
    pub(super) fn forget(&mut self, act: &Act) {
        take(&mut self.done, act);
        take(&mut self.undone, act);
    }

    fn do_act(&mut self, act: Act) {
        self.put(&act, false, act.at);
        self.done.push(act);
        self.undone.clear();
    }

    fn undo_act(&mut self, act: Act, at: u64) {
        self.put(&act, true, at);
        take(&mut self.done, &act);
        self.undone.push(act);
    }

    fn redo_act(&mut self, act: Act, at: u64) {
        self.put(&act, false, at);
        take(&mut self.undone, &act);
        self.done.push(act);
    }

    fn put(&mut self, act: &Act, back: bool, at: u64) {
        self.newest = self.newest.max(act.at).max(at);
        for change in &act.changes {
            self.clock.put(change, back, &self.marks, at);
            self.marks.put(change, back);
            let (kind, name, setting) = match change {
                Change::Setting {
                    kind,
                    name,
                    before,
                    after,
                } => (kind, name, if back { before } else { after }),
                Change::Stamped {
                    kind,
                    name,
                    before,
                    after,
                } => {
                    let stamped = if back { before } else { after };
                    self.newest = self.newest.max(stamped.at);
                    (kind, name, &stamped.setting)
                }
                Change::Held { after, .. } => {
                    self.newest = self.newest.max(after.newest());
                    continue;
                }
                Change::Marks { .. } | Change::Note { .. } => continue,
            };
            self.settings.put(*kind, name.clone(), setting.clone());
        }
    }

    pub(super) fn see_all(&mut self, papers: &[PaperId]) {
        for paper in papers {
            let flags = self.marks.flags.entry(paper.clone()).or_default();
            *flags = flags.seen();
        }
    }
}

/// Takes an act out of others. It is the last of them but where records of two tabs are mixed, and
/// may be none where a snapshot has not kept it.
fn take(acts: &mut Vec<Act>, act: &Act) {
    if let Some(at) = acts.iter().rposition(|known| known == act) {
        acts.remove(at);
    }
}
