//! Marks and notes: requests, and the records that keep them.

use super::view::brief;
use super::{Engine, Store, count};
use crate::core::index::ReaderState;
use crate::core::library::DocId;
use crate::core::marks::{Act, Change, Changed, Deed, Journal, Wish};
use crate::core::paper::PaperId;
use crate::protocol::{Chosen, DeedView, MarksNews, MarksView, PaperMarks, Response, Way};

/// How many papers an answer names whose marks changed. Of more the page hears by its next search.
const NAMED: usize = 500;

impl Engine {
    /// Does something with papers at a time in milliseconds.
    pub(super) fn mark(&mut self, papers: Chosen, wish: &Wish, at: u64) -> Response {
        let papers = self.chosen(papers);
        let act = self.store.journal.act(papers, wish, at).cloned();
        self.store.tell_act(act.as_ref(), Way::Done)
    }

    pub(super) fn undo(&mut self, at: u64) -> Response {
        let act = self.store.journal.undo(at).cloned();
        self.store.tell_act(act.as_ref(), Way::Undone)
    }

    pub(super) fn redo(&mut self, at: u64) -> Response {
        let act = self.store.journal.redo(at).cloned();
        self.store.tell_act(act.as_ref(), Way::Redone)
    }

    pub(super) fn see(&mut self, ids: &[String]) -> Response {
        let papers = ids.iter().map(|id| PaperId::named(id)).collect();
        let seen = self.store.journal.see(papers);
        self.store.put_marks_of(&seen);
        self.store.tell(&seen, None)
    }

    /// The records of what was done with papers since they were last taken, to be kept in this
    /// order and given to [`Engine::recall`] at the next start.
    pub fn take_records(&mut self) -> Vec<Vec<u8>> {
        self.store.journal.take_records()
    }

    /// Takes over what records say. Gives what the page is to hear of it, and the reasons why some
    /// could not be read; the others hold.
    pub fn recall(&mut self, records: &[Vec<u8>]) -> (Response, Vec<String>) {
        let mut refused = Vec::new();
        let mut changed = Changed::default();
        for record in records {
            match self.store.journal.replay(record) {
                Ok(more) => {
                    changed.papers.extend(more.papers);
                    changed.settings.extend(more.settings);
                }
                Err(why) => refused.push(why),
            }
        }
        changed.settings.extend(self.store.take_rules_out());
        (self.tell_recalled(&changed), refused)
    }

    /// Has the index know what was done elsewhere, and says it.
    pub(super) fn tell_recalled(&mut self, changed: &Changed) -> Response {
        self.store.settings_changed(&changed.settings);
        self.store.put_marks_of(&changed.papers);
        let mut said = self.store.tell(&changed.papers, None);
        if let Response::Marked(view) = &mut said {
            view.is_recalled = !changed.papers.is_empty() || !changed.settings.is_empty();
        }
        said
    }

    /// All marks and the last acts in one record, which can take the place of all before it.
    pub fn folded(&self) -> Vec<u8> {
        self.store.journal.folded()
    }

    pub(super) fn chosen(&mut self, papers: Chosen) -> Vec<PaperId> {
        let (seq, from, to) = match papers {
            Chosen::Ids(ids) => return ids.iter().map(|id| PaperId::named(id)).collect(),
            Chosen::Hits { seq, from, to } => (seq, from, to),
        };
        self.finish_search();
        let Some(current) = self.current.as_mut().filter(|current| current.seq == seq) else {
            return Vec::new();
        };
        let len = to.saturating_sub(from) as usize;
        let docs = current.found.window(from as usize, len);
        let records = docs.iter().filter_map(|doc| self.store.library.get(*doc));
        records.map(|record| record.paper.id.clone()).collect()
    }
}

impl Store {
    /// Says what was done, after the index was told.
    pub(super) fn tell_act(&mut self, act: Option<&Act>, way: Way) -> Response {
        let Some(act) = act else {
            return self.tell(&[], None);
        };
        let Changed { papers, settings } = Changed::by(act);
        self.settings_changed(&settings);
        self.put_marks_of(&papers);
        let deed = self.deed_view(act);
        self.tell(&papers, Some(MarksNews { way, deed }))
    }

    /// Has the index know the marks of some papers, as far as they are in the library.
    fn put_marks_of(&mut self, papers: &[PaperId]) {
        self.marked += u64::from(!papers.is_empty());
        for paper in papers {
            if let Some(doc) = self.library.find(paper)
                && self.library.get(doc).is_some()
            {
                put_marks(&mut self.index.reader, &self.journal, doc, paper);
            }
        }
    }

    /// Says that marks of others were taken over, after the index was told.
    pub(super) fn tell_taken(&mut self, changed: &Changed) -> Response {
        self.put_marks_of(&changed.papers);
        let mut said = self.tell(&changed.papers, None);
        if let Response::Marked(view) = &mut said {
            view.is_recalled = !changed.papers.is_empty();
        }
        said
    }

    fn tell(&self, changed: &[PaperId], news: Option<MarksNews>) -> Response {
        let marks = self.journal.marks();
        let paper = |id: &PaperId| PaperMarks {
            id: id.to_string(),
            flags: marks.of(id),
        };
        let view = |act: &Act| self.deed_view(act);
        Response::Marked(MarksView {
            papers: changed.iter().take(NAMED).map(paper).collect(),
            news,
            is_recalled: false,
            undo: self.journal.to_undo().map(view),
            redo: self.journal.to_redo().map(view),
        })
    }

    fn deed_view(&self, act: &Act) -> DeedView {
        if let Deed::Own(deed) = act.deed {
            return self.own_deed_view(deed, act);
        }
        if let Some(view) = renamed(act) {
            return view;
        }
        let title = match &act.changes[..] {
            [change] => match (change.setting(), change.paper()) {
                (Some((_, name)), _) => Some(brief(name)),
                (_, paper) => {
                    let doc = paper.and_then(|paper| self.library.find(paper));
                    let record = doc.and_then(|doc| self.library.get(doc));
                    record.map(|record| brief(&record.paper.title.plain))
                }
            },
            _ => None,
        };
        // That something became so at another time is nothing to tell.
        let is_seen = |change: &&Change| change.is_seen();
        DeedView {
            deed: act.deed,
            papers: count(act.changes.iter().filter(is_seen).count()),
            title: title.unwrap_or_default(),
            tag: String::new(),
        }
    }
}

/// Has the index know the marks of a paper of the library.
pub(super) fn put_marks(reader: &mut ReaderState, journal: &Journal, doc: DocId, paper: &PaperId) {
    let marks = journal.marks();
    reader.put(doc, marks.of(paper), marks.note(paper));
}

/// An act that gave a setting another name.
fn renamed(act: &Act) -> Option<DeedView> {
    let [
        Change::Setting {
            kind,
            name: old,
            after: None,
            ..
        },
        Change::Setting {
            kind: of,
            name: new,
            before: None,
            ..
        },
    ] = &act.changes[..]
    else {
        return None;
    };
    (kind == of && matches!(act.deed, Deed::Alter(_))).then(|| DeedView {
        deed: act.deed,
        papers: 1,
        title: brief(new),
        tag: brief(old),
    })
}
