//! All marks, what can be undone, and the records that say how it came about.

use std::borrow::Cow;

use super::record::{Record, Settled, Snapshot, last_acts};
use super::{Act, Change, Deed, Flags, Marks, SettingKind, SettingWish, Settings, Wish};
use crate::core::paper::PaperId;
use crate::core::sorting;

/// The marks of all papers and the settings, with their history. Whatever changes them leaves a
/// record, and all records in their order make the same journal again.
///
/// Acts can be undone without limit, the newest first, and redone until another act comes. That
/// papers were seen is no act.
#[derive(Debug, Default)]
pub struct Journal {
    marks: Marks,
    settings: Settings,
    /// The acts that can be undone, the newest last.
    pub(super) done: Vec<Act>,
    /// Those that can be redone, the next one last.
    pub(super) undone: Vec<Act>,
    /// The time of the newest act. Each has a later one than those before, whatever the clock says,
    /// so that no two are alike.
    newest: u64,
    /// The records that nobody has taken yet.
    records: Vec<Vec<u8>>,
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
                Change::Marks { paper, .. } | Change::Note { paper, .. } => {
                    changed.papers.push(paper.clone());
                }
                Change::Setting { kind, name, .. } => changed.settings.push((*kind, name.clone())),
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
        let at = at.max(self.newest + 1);
        let act = Act::of(&self.marks, papers, wish, at)?;
        Some(self.note(act))
    }

    /// Takes over marks and notes that came with papers, where a paper has none; gives what is
    /// otherwise now. They become acts of the reader's, at a time in milliseconds, if they are to
    /// be their own; else nothing tells of them, and there is nothing to take back.
    pub fn take_over(
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
                let at = at.max(self.newest + 1);
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
        let at = at.max(self.newest + 1);
        let act = Act::of_settings(&self.settings, wishes, at)?;
        Some(self.note(act))
    }

    /// Makes settings what is wanted, by an act that did this.
    pub fn set_as(&mut self, deed: Deed, wishes: Vec<SettingWish>, at: u64) -> Option<&Act> {
        let at = at.max(self.newest + 1);
        let act = Act::of_settings(&self.settings, wishes, at)?;
        Some(self.note(Act { deed, ..act }))
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
                changed.settings.push((kind, name));
            }
        }
        for (kind, name, setting) in settled.settings {
            self.settings.put(kind, name.clone(), setting);
            changed.settings.push((kind, name));
        }
        changed
    }

    /// Does an act for the first time.
    fn note(&mut self, act: Act) -> &Act {
        let record = Record::Act(Cow::Borrowed(&act));
        self.records.push(record.to_bytes());
        self.do_act(act);
        &self.done[self.done.len() - 1]
    }

    /// Takes the newest act back and gives it; `None` where there is none.
    pub fn undo(&mut self, at: u64) -> Option<&Act> {
        let act = self.done.last()?.clone();
        let record = Record::Undo(at, Cow::Borrowed(&act));
        self.records.push(record.to_bytes());
        self.undo_act(act);
        self.undone.last()
    }

    /// Does the act that was undone last again and gives it; `None` where there is none.
    pub fn redo(&mut self, at: u64) -> Option<&Act> {
        let act = self.undone.last()?.clone();
        let record = Record::Redo(at, Cow::Borrowed(&act));
        self.records.push(record.to_bytes());
        self.redo_act(act);
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
            Record::Undo(_, act) => {
                let changed = Changed::by(&act);
                self.forget(&act);
                self.undo_act(act.into_owned());
                changed
            }
            Record::Redo(_, act) => {
                let changed = Changed::by(&act);
                self.forget(&act);
                self.redo_act(act.into_owned());
                changed
            }
            Record::Seen(seen) => {
                self.see_all(&seen);
                Changed {
                    papers: seen.into_owned(),
                    settings: Vec::new(),
                }
            }
            Record::First(snapshot) => self.become_snapshot(snapshot.into()),
            Record::Snapshot(snapshot) => self.become_snapshot(snapshot),
            Record::Settled(settled) => self.put_settled(settled.into_owned()),
        })
    }

    /// Everything becomes what a snapshot says.
    fn become_snapshot(&mut self, snapshot: Snapshot) -> Changed {
        let mut changed = self.all();
        self.done = snapshot.done;
        self.undone = snapshot.undone;
        let times = self.done.iter().chain(&self.undone).map(|act| act.at);
        self.newest = times.fold(self.newest, u64::max);
        let flags = snapshot.flags.into_iter();
        self.marks = Marks {
            flags: flags.map(|(paper, flags)| (paper, flags.kept())).collect(),
            notes: snapshot.notes.into_iter().collect(),
        };
        self.settings = Settings::default();
        for (kind, name, setting) in snapshot.settings {
            self.settings.put(kind, name, Some(setting));
        }
        let now = self.all();
        changed.papers.extend(now.papers);
        changed.settings.extend(now.settings);
        changed
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
        let Marks { flags, notes } = &self.marks;
        let flags = flags.iter();
        let flags: Vec<(PaperId, Flags)> = flags.map(|(id, flags)| (id.clone(), *flags)).collect();
        let notes = notes.iter();
        let settings = self.settings.all();
        Record::Snapshot(Snapshot {
            flags,
            notes: notes.map(|(id, note)| (id.clone(), note.clone())).collect(),
            settings: settings
                .map(|(kind, name, setting)| (kind, name.to_owned(), setting.clone()))
                .collect(),
            done: last_acts(&self.done),
            undone: last_acts(&self.undone),
        })
        .to_bytes()
    }

    /// Takes an act out of the history, where it is if its record has come before.
    fn forget(&mut self, act: &Act) {
        take(&mut self.done, act);
        take(&mut self.undone, act);
    }

    fn do_act(&mut self, act: Act) {
        self.put(&act, false);
        self.done.push(act);
        self.undone.clear();
    }

    fn undo_act(&mut self, act: Act) {
        self.put(&act, true);
        take(&mut self.done, &act);
        self.undone.push(act);
    }

    fn redo_act(&mut self, act: Act) {
        self.put(&act, false);
        take(&mut self.undone, &act);
        self.done.push(act);
    }

    fn put(&mut self, act: &Act, back: bool) {
        self.newest = self.newest.max(act.at);
        for change in &act.changes {
            self.marks.put(change, back);
            if let Change::Setting {
                kind,
                name,
                before,
                after,
            } = change
            {
                let setting = if back { before } else { after };
                self.settings.put(*kind, name.clone(), setting.clone());
            }
        }
    }

    fn see_all(&mut self, papers: &[PaperId]) {
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
