//! All marks, what can be undone, and the records that say how it came about.

use std::borrow::Cow;

use super::record::{Record, Snapshot, last_acts};
use super::{Act, Change, Flags, Marks, Wish};
use crate::core::paper::PaperId;
use crate::core::sorting;

/// The marks of all papers with their history. Whatever changes them leaves a record, and all
/// records in their order make the same journal again.
///
/// Acts can be undone without limit, the newest first, and redone until another act comes. That
/// papers were seen is no act.
#[derive(Debug, Default)]
pub struct Journal {
    marks: Marks,
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

impl Journal {
    /// The marks as they are.
    pub fn marks(&self) -> &Marks {
        &self.marks
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
        self.records
            .push(Record::Act(Cow::Borrowed(&act)).to_bytes());
        self.do_act(act);
        self.done.last()
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

    /// Takes over what a record says, and gives the papers whose marks may be others now. Fails
    /// with the reason where it cannot be read; nothing is changed then.
    ///
    /// Records may come again, if all that were written behind them do as well: a tab that reads
    /// what another one wrote finds its own among it.
    pub fn replay(&mut self, record: &[u8]) -> Result<Vec<PaperId>, String> {
        let papers = |act: &Act| {
            let papers = act.changes.iter().map(Change::paper);
            papers.cloned().collect()
        };
        Ok(match Record::read(record)? {
            Record::Act(act) => {
                let changed = papers(&act);
                self.forget(&act);
                self.do_act(act.into_owned());
                changed
            }
            Record::Undo(_, act) => {
                let changed = papers(&act);
                self.forget(&act);
                self.undo_act(act.into_owned());
                changed
            }
            Record::Redo(_, act) => {
                let changed = papers(&act);
                self.forget(&act);
                self.redo_act(act.into_owned());
                changed
            }
            Record::Seen(seen) => {
                self.see_all(&seen);
                seen.into_owned()
            }
            Record::Snapshot(snapshot) => {
                let mut changed: Vec<PaperId> = self.marks.flags.keys().cloned().collect();
                self.done = snapshot.done;
                self.undone = snapshot.undone;
                let times = self.done.iter().chain(&self.undone).map(|act| act.at);
                self.newest = times.fold(self.newest, u64::max);
                let flags = snapshot.flags.into_iter();
                self.marks = Marks {
                    flags: flags.map(|(paper, flags)| (paper, flags.kept())).collect(),
                    notes: snapshot.notes.into_iter().collect(),
                };
                changed.extend(self.marks.flags.keys().cloned());
                changed.extend(self.marks.notes.keys().cloned());
                changed
            }
        })
    }

    /// All of it in one record: the marks, and of the acts the last
    /// [`KEPT_ACTS`](super::KEPT_ACTS), as long as they have no more than
    /// [`KEPT_CHANGES`](super::KEPT_CHANGES) changes.
    pub fn folded(&self) -> Vec<u8> {
        let Marks { flags, notes } = &self.marks;
        let flags = flags.iter();
        let flags: Vec<(PaperId, Flags)> = flags.map(|(id, flags)| (id.clone(), *flags)).collect();
        let notes = notes.iter();
        Record::Snapshot(Snapshot {
            flags,
            notes: notes.map(|(id, note)| (id.clone(), note.clone())).collect(),
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
