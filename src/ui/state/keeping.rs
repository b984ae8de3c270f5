//! What the page knows of what is kept from visit to visit.

use std::rc::Rc;

use crate::protocol::{KeepFault, KeptView, Restoring, Standing};

/// What the page knows of what is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the page or the reader"
)]
pub struct Keeping {
    /// Whether the page was opened from disk. Its storage is every such page's then, so nothing is
    /// kept before the reader has agreed.
    pub is_from_disk: bool,
    /// Whether the page has come with papers of others and is apart from what is kept: nothing is
    /// read there and nothing kept before the reader wants that.
    pub is_apart: bool,
    /// What the reader has chosen; `None` before that.
    pub choice: Option<bool>,
    /// What the visit before had kept: how many files, and the day on which that was last seen.
    pub before: Option<(u32, String)>,
    /// What is kept, as the worker said last; `None` before that.
    pub view: Option<Rc<KeptView>>,
    /// What was let go when all was, in words, until the reader has seen it.
    pub forgotten: Option<Rc<str>>,
    /// Whether the reader is asked whether all is to be let go.
    pub asks: bool,
    /// The bars that the reader has seen.
    pub seen: Vec<Bar>,
    /// The kept files that were there when the page began; `None` before that is known.
    pub first: Option<Rc<[u32]>>,
    /// How it stands with a backup that is to be restored, if there is one.
    pub restoring: Option<Rc<Restoring>>,
    /// Whether the file that is being made is a backup.
    pub is_backing_up: bool,
    /// How many backups were saved on this page.
    pub backups: u32,
    /// When the last one was saved in this browser, in milliseconds since 1970; 0 for never.
    pub backup_saved: u64,
    /// When the reader was last reminded of one, likewise.
    pub backup_asked: u64,
    /// When the page began, likewise.
    pub began: u64,
    /// Whether the browser has promised to delete nothing; `None` before that is known.
    pub persists: Option<bool>,
}

/// How many bytes of acts are worth a reminder to back them up: about a hundred marks.
const MUCH: u64 = 4_000;
/// How long after a backup or a reminder there is none, in milliseconds: thirty days.
const OFTEN: u64 = 30 * 86_400_000;

/// What a bar tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// That something cannot be kept.
    Fault,
    /// That files were set aside, or lost.
    Left,
    /// That the browser has let the library go.
    Evicted,
    /// That all was let go.
    Forgotten,
    /// That files are kept, or whether they may be.
    Kept,
    /// That there are many marks, and no backup of them.
    Backup,
}

/// What the reader does about what is kept, as far as only the page has to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepAct {
    /// Files are to be kept from now on, or not.
    Choose(bool),
    /// All is to be let go, if the reader means it; or not.
    Ask(bool),
    /// A bar was seen.
    Seen(Bar),
    /// The worker was asked for a backup.
    BackUp,
    /// A file was chosen that is to be restored.
    Look,
    /// It is not, or what became of it was seen.
    Leave,
    /// Whether the browser has promised to delete nothing.
    Persists(bool),
}

impl Keeping {
    /// Whether files are kept.
    pub fn writes(&self) -> bool {
        self.choice.unwrap_or(!self.is_from_disk && !self.is_apart)
    }

    /// Whether the library of the visit before is being read, or is about to be.
    pub fn is_opening(&self) -> bool {
        match &self.view {
            Some(view) => view.opening.is_some(),
            None => self.before.is_some(),
        }
    }

    /// What went wrong.
    pub fn fault(&self) -> Option<&KeepFault> {
        self.view.as_ref()?.fault.as_ref()
    }

    /// The names of the kept files that stand so.
    pub fn names(&self, standing: Standing) -> Vec<&str> {
        let view = self.view.as_deref();
        let files = view.map_or(&[][..], |view| &view.files);
        let files = files.iter().filter(|file| file.standing == standing);
        files.map(|file| file.name.as_str()).collect()
    }

    /// The bar that is to be shown, if any: the worst that the reader has not seen. `has_papers`
    /// tells whether there is a library that may be lost.
    pub fn bar(&self, has_papers: bool) -> Option<Bar> {
        let view = self.view.as_deref();
        let has_files = view.is_some_and(|view| !view.files.is_empty());
        let is_left = [Standing::Aside, Standing::Lost]
            .iter()
            .any(|standing| !self.names(*standing).is_empty());
        let is_evicted = view.is_some_and(|view| view.fault.is_none() && view.last_opened == 0)
            && !has_files
            && self.before.is_some();
        let asks = self.choice.is_none()
            && has_papers
            && !self.is_apart
            && (self.is_from_disk || has_files);
        [
            (Bar::Forgotten, self.forgotten.is_some()),
            (Bar::Fault, self.fault().is_some() && has_papers),
            (Bar::Left, is_left),
            (Bar::Evicted, is_evicted),
            (Bar::Kept, asks),
            (Bar::Backup, self.wants_backup()),
        ]
        .into_iter()
        .find(|(bar, is)| *is && !self.seen.contains(bar))
        .map(|(bar, _)| bar)
    }

    /// The reader does something about what is kept.
    pub(super) fn act(&mut self, act: KeepAct) {
        match act {
            KeepAct::Choose(choice) => self.choice = Some(choice),
            KeepAct::Ask(asks) => self.asks = asks,
            KeepAct::Seen(bar) => self.seen.push(bar),
            KeepAct::BackUp => self.is_backing_up = true,
            KeepAct::Look => self.restoring = Some(Rc::new(Restoring::Reading(0, 0))),
            KeepAct::Leave => self.restoring = None,
            KeepAct::Persists(is) => self.persists = Some(is),
        }
    }

    /// Whether so much was done that losing it would be a loss.
    pub fn has_much(&self) -> bool {
        let view = self.view.as_ref();
        view.is_some_and(|view| view.records.1 >= MUCH)
    }

    /// Whether the reader is to be reminded of a backup: much was done that this browser may
    /// delete, and for thirty days neither was one saved nor was there a reminder.
    fn wants_backup(&self) -> bool {
        let last = self.backup_saved.max(self.backup_asked);
        let is_long_ago = self.began.saturating_sub(last) >= OFTEN;
        self.has_much() && self.persists == Some(false) && self.backups == 0 && is_long_ago
    }

    /// The file that was made is saved, since this time; or it will not be.
    pub(super) fn saved(&mut self, at: Option<u64>) {
        if let (true, Some(at)) = (std::mem::take(&mut self.is_backing_up), at) {
            self.backups += 1;
            self.backup_saved = at;
        }
    }

    /// The worker says how it stands with a backup. What still comes of one that nobody wants any
    /// more is not heard.
    pub(super) fn restore(&mut self, restoring: Restoring) {
        if self.restoring.is_some() {
            self.restoring = Some(Rc::new(restoring));
        }
    }

    /// The worker is gone, and with it the backup that it was about to restore. Says whether there
    /// was one.
    pub(super) fn lose_worker(&mut self) -> bool {
        let is_lost = matches!(
            self.restoring.as_deref(),
            Some(Restoring::Reading(..) | Restoring::Filing(..) | Restoring::Found(_))
        );
        if is_lost {
            self.restoring = None;
        }
        is_lost
    }

    /// The worker says what is kept.
    pub(super) fn tell(&mut self, view: KeptView) {
        // What went wrong once more is told once more.
        if self.fault() != view.fault.as_ref() {
            self.seen.retain(|bar| *bar != Bar::Fault);
        }
        let kept = || view.files.iter().filter_map(|file| file.id).collect();
        self.first.get_or_insert_with(kept);
        self.view = Some(Rc::new(view));
    }

    /// When the reader was here last, in milliseconds since 1970, where that is known.
    pub fn since(&self) -> Option<u64> {
        let view = self.view.as_ref().filter(|_| self.writes())?;
        Some(view.last_opened).filter(|time| *time > 0)
    }

    /// The sources that have come since the reader was here last; `None` where that is not known,
    /// at the first visit and where nothing is kept.
    pub fn came(&self) -> Option<Vec<String>> {
        self.since()?;
        let (view, first) = (self.view.as_ref()?, self.first.as_ref()?);
        let has_come = |id: u32| !first.contains(&id);
        let files = view.files.iter();
        let come = files.filter(|file| file.id.is_some_and(has_come));
        Some(come.flat_map(|file| file.sources.clone()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::KeptFile;

    fn view(standings: &[Standing]) -> KeptView {
        let file = |(id, standing): (u32, &Standing)| KeptFile {
            id: Some(id),
            name: format!("{id}.md"),
            size: 1,
            added: 0,
            papers: 1,
            sources: Vec::new(),
            standing: *standing,
        };
        KeptView {
            files: (0..).zip(standings).map(file).collect(),
            last_opened: 1,
            ..KeptView::default()
        }
    }

    fn told(view: KeptView) -> Keeping {
        let mut keeping = Keeping::default();
        keeping.tell(view);
        keeping
    }

    #[test]
    fn a_page_from_disk_keeps_nothing_before_it_may() {
        let mut keeping = Keeping {
            is_from_disk: true,
            ..Keeping::default()
        };
        assert!(!keeping.writes());
        assert_eq!(keeping.bar(false), None, "there is nothing to keep");
        assert_eq!(keeping.bar(true), Some(Bar::Kept));
        keeping.act(KeepAct::Choose(true));
        assert!(keeping.writes());
        assert_eq!(keeping.bar(true), None);
        keeping.act(KeepAct::Choose(false));
        assert!(!keeping.writes());
        assert!(Keeping::default().writes(), "a hosted one keeps");
    }

    #[test]
    fn a_page_with_papers_of_others_keeps_nothing_and_asks_nothing() {
        for is_from_disk in [true, false] {
            let mut keeping = Keeping {
                is_from_disk,
                is_apart: true,
                ..Keeping::default()
            };
            assert!(!keeping.writes());
            assert_eq!(keeping.bar(true), None);
            keeping.act(KeepAct::Choose(true));
            assert!(keeping.writes());
        }
    }

    #[test]
    fn a_hosted_page_says_once_that_it_keeps() {
        let mut keeping = told(view(&[Standing::Here]));
        assert_eq!(keeping.bar(true), Some(Bar::Kept));
        keeping.act(KeepAct::Choose(true));
        assert_eq!(keeping.bar(true), None);
    }

    #[test]
    fn what_went_wrong_is_told_once_each_time() {
        let fault = |fault| KeptView {
            fault: Some(fault),
            ..KeptView::default()
        };
        let mut keeping = told(fault(KeepFault::Denied));
        keeping.choice = Some(true);
        assert_eq!(keeping.bar(false), None, "there is nothing to lose");
        assert_eq!(keeping.bar(true), Some(Bar::Fault));
        keeping.act(KeepAct::Seen(Bar::Fault));
        keeping.tell(fault(KeepFault::Denied));
        assert_eq!(keeping.bar(true), None);
        keeping.tell(fault(KeepFault::NoRoom(1)));
        assert_eq!(keeping.bar(true), Some(Bar::Fault));
    }

    #[test]
    fn an_evicted_library_is_missed_and_one_that_was_let_go_is_not() {
        let before = Some((3, "2026-11-28".to_owned()));
        let mut keeping = told(KeptView::default());
        assert_eq!(keeping.bar(false), None, "there never was one");
        keeping.before.clone_from(&before);
        assert_eq!(keeping.bar(false), Some(Bar::Evicted));
        keeping.tell(view(&[]));
        assert_eq!(keeping.bar(false), None, "the store is the old one");
        let newer = KeptView {
            fault: Some(KeepFault::Newer),
            ..KeptView::default()
        };
        keeping.tell(newer);
        assert_eq!(keeping.bar(false), None);
    }

    #[test]
    fn a_backup_is_asked_for_where_much_may_be_lost_and_now_and_then() {
        let much = |bytes| KeptView {
            records: (100, bytes),
            ..view(&[Standing::Here])
        };
        let mut keeping = told(much(MUCH));
        keeping.choice = Some(true);
        keeping.began = 100 * OFTEN;
        assert_eq!(
            keeping.bar(true),
            None,
            "nobody knows what the browser does"
        );
        keeping.act(KeepAct::Persists(true));
        assert_eq!(keeping.bar(true), None, "it keeps all");
        keeping.act(KeepAct::Persists(false));
        assert_eq!(keeping.bar(true), Some(Bar::Backup));
        keeping.backup_asked = keeping.began - OFTEN + 1;
        assert_eq!(keeping.bar(true), None, "it was asked lately");
        keeping.backup_asked = keeping.began - OFTEN;
        assert_eq!(keeping.bar(true), Some(Bar::Backup));
        keeping.act(KeepAct::BackUp);
        keeping.saved(None);
        keeping.saved(Some(keeping.began));
        assert_eq!(keeping.bar(true), Some(Bar::Backup), "none was made");
        keeping.act(KeepAct::BackUp);
        let at = keeping.began + 60_000;
        keeping.saved(Some(at));
        assert_eq!((keeping.bar(true), keeping.backups), (None, 1));
        assert_eq!(keeping.backup_saved, at);
        let mut little = told(much(MUCH - 1));
        (little.choice, little.began, little.persists) = (Some(true), OFTEN, Some(false));
        assert_eq!(little.bar(true), None);
    }

    #[test]
    fn a_backup_that_nobody_wants_is_not_heard_of() {
        let found = || Restoring::Found(crate::protocol::BackupView::default());
        let mut keeping = Keeping::default();
        keeping.restore(found());
        assert_eq!(keeping.restoring, None);
        keeping.act(KeepAct::Look);
        keeping.restore(found());
        assert_eq!(keeping.restoring.as_deref(), Some(&found()));
        // It went with the worker that had read it.
        assert!(keeping.lose_worker());
        assert_eq!(keeping.restoring, None);
        assert!(!keeping.lose_worker());
    }

    #[test]
    fn files_that_were_left_are_named() {
        let mut keeping = told(view(&[Standing::Here, Standing::Aside, Standing::Lost]));
        keeping.choice = Some(true);
        assert_eq!(keeping.bar(false), Some(Bar::Left));
        assert_eq!(keeping.names(Standing::Aside), ["1.md"]);
        assert_eq!(keeping.names(Standing::Lost), ["2.md"]);
    }

    #[test]
    fn the_library_is_awaited_while_it_is_read() {
        let mut keeping = Keeping::default();
        assert!(!keeping.is_opening());
        keeping.before = Some((1, String::new()));
        assert!(keeping.is_opening());
        keeping.tell(KeptView {
            opening: Some(1),
            ..KeptView::default()
        });
        assert!(keeping.is_opening());
        keeping.tell(KeptView::default());
        assert!(!keeping.is_opening());
    }
}
