//! What the reader decides about papers: marks, notes, rows that were chosen, and what was seen.

use std::rc::Rc;

use crate::protocol::{
    Chosen, Flags, Kind, MarksView, PaperMarks, PaperView, SettingWish, Way, Window, Wish,
};
use crate::ui::text;

use super::undoing::Step;
use super::{Fetched, History, State};

/// How many requests are remembered until it is certain that they were sent.
const REMEMBERED: usize = 64;

/// Something that is decided, or asked for while deciding.
#[derive(Clone, Debug, PartialEq)]
pub enum Triage {
    /// A mark is put on the chosen papers, the open one or the active one, or taken off.
    Mark(Kind),
    /// They are done: marked as read, whatever they were.
    Done,
    /// A mark is put on the open paper, or taken off, without going on to another.
    Stay(Kind),
    /// All hits above the active one are marked as read.
    ReadAbove,
    /// All hits are.
    ReadAll,
    /// The choice of rows reaches so many rows further down, or up.
    Extend(i32),
    /// It reaches to this hit.
    ExtendTo(u32),
    /// No rows are chosen any more.
    Release,
    /// The note on the open paper is to be written, or that is over.
    Write(bool),
    /// This is the note on the paper of this id.
    Note(String, String),
    /// The newest act is taken back, be it one with papers or with rules.
    TakeBack,
    /// What was taken back last is done again.
    DoAgain,
    /// What was done was read.
    Dismiss,
}

/// What the worker is to be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Something is done with papers.
    Mark(Chosen, Wish),
    /// Papers were seen.
    Seen(Vec<String>),
    /// The newest act is taken back.
    Undo,
    /// And done again.
    Redo,
    /// Settings are to be others.
    Set(Vec<SettingWish>),
}

/// Something that was done, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it was.
    pub text: String,
    /// Whether it was taken back just now; otherwise it can be.
    pub is_back: bool,
}

/// Marks and notes as the page knows them, beside those of rows and of the open paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marking {
    /// The last requests, with their numbers.
    pub asked: Rc<[(u32, Ask)]>,
    /// What was done last.
    pub said: Option<Rc<Said>>,
    /// Where the choice of rows begins; it ends at the active one.
    pub anchor: Option<u32>,
    /// Whether the note on the open paper is being written.
    pub writes: bool,
    /// Grows with each wish to write a note, so that the focus goes there.
    pub wishes: u32,
    /// The paper that is to be the active one as soon as it is among the hits again.
    returns: Option<String>,
    /// What was decided last of a paper behind which none is undecided, and the count of steps
    /// then: the same key again is meant for the next paper, which there is not.
    stays: Option<(Kind, u32)>,
}

impl Marking {
    pub(super) fn ask(&mut self, ask: Ask) {
        let last = self.asked.last().map_or(0, |(number, _)| *number);
        let kept = self.asked.len().saturating_sub(REMEMBERED);
        let asked = self.asked.iter().skip(kept).cloned();
        self.asked = asked.chain([(last + 1, ask)]).collect();
    }
}

/// What a mark is about: its papers, and the hits from which to go on.
struct Target {
    papers: Chosen,
    /// The marks of each, as far as they are known.
    flags: Vec<PaperMarks>,
    /// The first hit behind it.
    behind: u32,
}

impl State {
    pub(super) fn triage(&mut self, act: Triage) {
        match act {
            Triage::Mark(kind) => self.decide(&Wish::Toggle(kind), true),
            Triage::Done => self.decide(&Wish::Set(Kind::Read, true), true),
            Triage::Stay(kind) => self.decide(&Wish::Toggle(kind), false),
            Triage::ReadAbove => self.read_hits(self.active),
            Triage::ReadAll => self.read_hits(u32::MAX),
            Triage::Extend(by) => {
                // The first key chooses the row that it is pressed on, if nobody has been there.
                let by = if self.poised { 0 } else { by };
                let last = self.hits().saturating_sub(1);
                self.extend_to(self.active.saturating_add_signed(by).min(last));
            }
            Triage::ExtendTo(at) => self.extend_to(at),
            Triage::Release => self.marking.anchor = None,
            Triage::Write(writes) => self.write(writes),
            Triage::Note(paper, note) => self.note(paper, note),
            Triage::TakeBack => self.take_back(),
            Triage::DoAgain => self.do_again(),
            Triage::Dismiss => self.marking.said = None,
        }
    }

    /// The hits that are chosen, where several are: the first and the last.
    pub fn choice(&self) -> Option<(u32, u32)> {
        let anchor = self.marking.anchor?;
        Some((anchor.min(self.active), anchor.max(self.active)))
    }

    /// The marks of a paper, as far as the page knows them.
    fn flags_of(&self, id: &str) -> Option<Flags> {
        let row = self.rows.position(id).and_then(|at| self.rows.get(at));
        let open = match &self.paper {
            Fetched::Paper(paper) if paper.id == id => Some(paper.flags),
            _ => None,
        };
        row.map(|row| row.flags).or(open)
    }

    /// What the next mark is about; `None` where that is not known yet.
    fn target(&self) -> Option<Target> {
        let known = |id: &String| {
            let flags = self.flags_of(id).unwrap_or_default();
            PaperMarks {
                id: id.clone(),
                flags,
            }
        };
        if let Some((first, last)) = self.choice() {
            let rows = (first..=last).map(|at| Some(self.rows.get(at)?.id.clone()));
            let papers = match rows.collect::<Option<Vec<String>>>() {
                Some(ids) => Chosen::Ids(ids),
                None => Chosen::Hits {
                    seq: self.answered,
                    from: first,
                    to: last + 1,
                },
            };
            let flags = match &papers {
                Chosen::Ids(ids) => ids.iter().map(known).collect(),
                Chosen::Hits { .. } => Vec::new(),
            };
            return Some(Target {
                papers,
                flags,
                behind: last + 1,
            });
        }
        // While the row of the next one is on its way, the paper that is open is the last one.
        if self.follows {
            return None;
        }
        let active = self.rows.get(self.active).map(|row| &row.id);
        let id = self.place.paper.as_ref().or(active)?;
        Some(Target {
            papers: Chosen::Ids(vec![id.clone()]),
            flags: vec![known(id)],
            behind: self.active + u32::from(active == Some(id)),
        })
    }

    /// Marks the papers that are meant and goes on to the next undecided one. Who takes a mark off
    /// stays.
    fn decide(&mut self, wish: &Wish, goes_on: bool) {
        let Some(mut target) = self.target() else {
            return;
        };
        let (kind, is_on) = match wish {
            Wish::Set(kind, is_on) => (*kind, *is_on),
            Wish::Toggle(kind) => {
                let have_all = target.flags.iter().all(|paper| paper.flags.has(*kind));
                (*kind, !have_all || target.flags.is_empty())
            }
            Wish::Note(_) => return,
        };
        if goes_on && !is_on && self.marking.stays == Some((kind, self.steps)) {
            return;
        }
        for paper in &mut target.flags {
            paper.flags = paper.flags.with(kind, is_on).seen();
        }
        self.marking.ask(Ask::Mark(target.papers, wish.clone()));
        self.marking.anchor = None;
        self.know(&target.flags);
        if is_on && goes_on {
            match self.next_undecided(target.behind) {
                Some(at) => self.go_to(at),
                None => self.marking.stays = Some((kind, self.steps)),
            }
        }
    }

    /// The first undecided hit from one on; one whose row is not at hand may be.
    fn next_undecided(&self, from: u32) -> Option<u32> {
        let is_undecided = |at: &u32| {
            let row = self.rows.get(*at);
            row.is_none_or(|row| row.flags.is_undecided())
        };
        (from..self.hits()).find(is_undecided)
    }

    /// Makes a hit the active one; where a paper is open, it is opened.
    fn go_to(&mut self, at: u32) {
        self.active = at;
        self.poised = false;
        self.steps += 1;
        self.marking.writes = false;
        self.follows = self.place.paper.is_some();
        self.history = History::Replace;
        self.follow();
    }

    fn read_hits(&mut self, to: u32) {
        let papers = Chosen::Hits {
            seq: self.answered,
            from: 0,
            to,
        };
        let wish = Wish::Set(Kind::Read, true);
        self.marking.ask(Ask::Mark(papers, wish));
    }

    fn extend_to(&mut self, at: u32) {
        self.marking.anchor.get_or_insert(self.active);
        self.active = at;
        self.poised = false;
        self.steps += 1;
    }

    fn write(&mut self, writes: bool) {
        if writes && self.place.paper.is_none() {
            self.open(self.active);
        }
        self.marking.writes = writes;
        self.marking.wishes += u32::from(writes);
    }

    fn note(&mut self, paper: String, note: String) {
        if let Fetched::Paper(open) = &self.paper
            && open.id == paper
        {
            let view = PaperView {
                note: note.trim().to_owned(),
                ..PaperView::clone(open)
            };
            self.paper = Fetched::Paper(Rc::new(view).into());
        }
        let papers = Chosen::Ids(vec![paper]);
        self.marking.ask(Ask::Mark(papers, Wish::Note(note)));
    }

    /// Papers bear these marks now.
    fn know(&mut self, papers: &[PaperMarks]) {
        self.rows.mark(papers);
        if let Fetched::Paper(open) = &self.paper
            && let Some(paper) = papers.iter().find(|paper| paper.id == open.id)
            && paper.flags != open.flags
        {
            let view = PaperView {
                flags: paper.flags,
                ..PaperView::clone(open)
            };
            self.paper = Fetched::Paper(Rc::new(view).into());
        }
    }

    /// Papers of these ids were seen.
    pub(super) fn see(&mut self, ids: impl IntoIterator<Item = String>) {
        let new = ids.into_iter().filter_map(|id| {
            let flags = self.flags_of(&id).filter(|flags| !flags.is_seen())?;
            let flags = flags.seen();
            Some(PaperMarks { id, flags })
        });
        let new: Vec<PaperMarks> = new.collect();
        if !new.is_empty() {
            self.know(&new);
            let ids = new.into_iter().map(|paper| paper.id).collect();
            self.marking.ask(Ask::Seen(ids));
        }
    }

    /// The active row is left, so it was seen.
    pub(super) fn see_active(&mut self) {
        let id = self.rows.get(self.active).map(|row| row.id.clone());
        if !self.poised {
            self.see(id);
        }
    }

    /// The list shows other rows: those that were scrolled past were seen.
    pub(super) fn see_passed(&mut self, now: Window) {
        let before = self.window;
        // Who jumps has seen nothing on the way.
        if now.start <= before.start + before.len {
            let passed = (before.start..now.start).filter_map(|at| self.rows.get(at));
            let passed: Vec<String> = passed.map(|row| row.id.clone()).collect();
            self.see(passed);
        }
    }

    /// The worker says what became of marks.
    pub(super) fn marked(&mut self, view: MarksView) {
        self.know(&view.papers);
        if view.is_recalled {
            self.library += 1;
            // What is undone next may be another tab's.
            self.marking.said = None;
        }
        let Some(news) = view.news else {
            return;
        };
        // A search finds other papers now, and counts them.
        self.library += 1;
        let is_back = news.way == Way::Undone;
        self.say(text::did_with(news.way, &news.deed), is_back);
        match news.way {
            Way::Done => self.undoing.did(Step::Marks),
            Way::Redone => self.undoing.redid(Step::Marks),
            Way::Undone => self.undoing.undid(Step::Marks),
        }
        // Who takes one back wants to decide anew.
        let mut papers = view.papers.into_iter();
        let first = papers.next().filter(|_| is_back && news.deed.papers == 1);
        self.marking.returns = first.map(|paper| paper.id);
    }

    pub(super) fn say(&mut self, text: String, is_back: bool) {
        self.marking.said = Some(Rc::new(Said { text, is_back }));
        // One bar tells of the last act.
        self.rules.undo = None;
    }

    /// The hits are others, or other in number; `was` is the active one as it was.
    pub(super) fn keep_active(&mut self, was: Option<String>, is_same: bool) {
        if !is_same {
            self.poised = true;
            self.marking.anchor = None;
            self.marking.returns = None;
        }
        let returns = self.marking.returns.take();
        if let Some(at) = returns.and_then(|id| self.rows.position(&id)) {
            return self.go_to(at);
        }
        let open = self.place.paper.as_deref();
        if let Some(at) = open.and_then(|id| self.rows.position(id)) {
            self.active = at;
            self.poised = false;
            return;
        }
        let Some(was) = was.filter(|_| is_same) else {
            return;
        };
        if let Some(at) = self.rows.position(&was) {
            self.active = at;
        } else if self.rows.get(self.active).is_some() || self.active >= self.hits() {
            // Another paper has come into its place, which nobody has been at.
            self.poised = true;
        }
    }
}
