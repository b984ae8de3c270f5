//! What the reader decides about papers: marks, notes, rows that were chosen, and what was seen.

use std::rc::Rc;

use crate::protocol::{
    Chosen, Deed, FileProblem, Flags, Kind, MarksView, PaperMarks, PaperView, SettingWish, Way,
    Window, Wish,
};
use crate::ui::text;

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
    /// The newest act is taken back.
    TakeBack,
    /// What was taken back last is done again.
    DoAgain,
    /// What was done was read.
    Dismiss,
    /// All hits are chosen.
    ChooseAll,
    /// A mark is put on the paper of this id, wherever its row stands, or taken off.
    One(String, Kind),
    /// The open paper, which has this id, was read to its end.
    ReadThrough(String),
    /// A tag is to be put on papers by hand, or that is over.
    Tag(bool),
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
    /// Whether it is an act at all, and not only news.
    pub is_act: bool,
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
    /// The papers of which the first is to be the active one as soon as they are among the hits
    /// again.
    returns: Vec<String>,
    /// What was decided last of a paper behind which none is undecided, and the count of steps
    /// then: the same key again is meant for the next paper, which there is not.
    stays: Option<(Kind, u32)>,
    /// How often papers were seen that were new, and how often when they were last counted.
    pub seen: u32,
    counted: u32,
    /// The paper that is being marked as read because it was read to its end: nobody is told.
    quiet: Option<String>,
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
            // The bar tells of what comes back.
            Triage::TakeBack if self.rules.undo.is_some() => self.have_back(),
            Triage::TakeBack => self.marking.ask(Ask::Undo),
            Triage::DoAgain => self.marking.ask(Ask::Redo),
            Triage::Dismiss => self.marking.said = None,
            Triage::ChooseAll => self.choose_all(),
            Triage::One(id, kind) => self.mark_one(id, kind),
            Triage::ReadThrough(id) => self.read_through(id),
            Triage::Tag(true) => self.begin_tagging(),
            Triage::Tag(false) => self.end_tagging(),
        }
    }

    /// The choice goes from the last hit to the first, which is the one with the focus then: what
    /// is done next goes on from the top.
    fn choose_all(&mut self) {
        if let Some(last) = self.hits().checked_sub(1) {
            self.marking.anchor = Some(last);
            self.active = 0;
            self.poised = false;
            self.steps += 1;
        }
    }

    /// Marks one paper and goes nowhere: a finger that did that to a row is beside the next.
    fn mark_one(&mut self, id: String, kind: Kind) {
        let flags = self.flags_of(&id).unwrap_or_default();
        let flags = flags.with(kind, !flags.has(kind)).seen();
        self.know(&[PaperMarks {
            id: id.clone(),
            flags,
        }]);
        let papers = Chosen::Ids(vec![id]);
        self.marking.ask(Ask::Mark(papers, Wish::Toggle(kind)));
    }

    /// Marks the paper as read that was read to its end. It is an act like any other, but a bar
    /// that told of it would cover what is being read, with each paper anew.
    fn read_through(&mut self, id: String) {
        let is_open = self.place.paper.as_ref() == Some(&id);
        let flags = self.flags_of(&id).filter(|flags| !flags.has(Kind::Read));
        let Some(flags) = flags.filter(|_| is_open) else {
            return;
        };
        let flags = flags.with(Kind::Read, true).seen();
        self.know(&[PaperMarks {
            id: id.clone(),
            flags,
        }]);
        self.marking.quiet = Some(id.clone());
        let papers = Chosen::Ids(vec![id]);
        let wish = Wish::Set(Kind::Read, true);
        self.marking.ask(Ask::Mark(papers, wish));
    }

    /// Whether papers were seen that the counts still have as new, so that they are to be counted
    /// again when the list rests. A list of new papers keeps them: they would go from under the
    /// reader's eyes.
    pub fn wants_recount(&self) -> bool {
        let asks_for_new = self.found.as_ref().is_some_and(|found| {
            let query = &found.canonical;
            query.contains("new") && (query.contains("is:") || query.contains("state:"))
        });
        self.marking.seen != self.marking.counted && self.found.is_some() && !asks_for_new
    }

    pub(super) fn recount(&mut self) {
        if self.wants_recount() {
            self.marking.counted = self.marking.seen;
            self.library += 1;
        }
    }

    /// The hits that are chosen, where several are: the first and the last.
    pub fn choice(&self) -> Option<(u32, u32)> {
        let anchor = self.marking.anchor?;
        Some((anchor.min(self.active), anchor.max(self.active)))
    }

    /// How many hits are chosen.
    pub fn chosen(&self) -> u32 {
        self.choice().map_or(0, |(first, last)| last - first + 1)
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

    /// The papers that the next act is about; `None` where that is not known yet.
    pub(super) fn target_papers(&self) -> Option<Chosen> {
        Some(self.target()?.papers)
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
        // What is done by hand is told.
        self.marking.quiet = None;
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
            self.marking.seen += 1;
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
        let is_quiet = news.way == Way::Done
            && news.deed.deed == Deed::Put(Kind::Read)
            && view.papers.len() == 1
            && view.papers.first().map(|paper| &paper.id) == self.marking.quiet.as_ref();
        if is_quiet {
            self.marking.quiet = None;
            // What is undone next is not what a bar still tells of.
            self.marking.said = None;
        } else {
            self.say(text::did_with(news.way, &news.deed), is_back);
        }
        // Who takes something back wants to decide anew.
        let papers = view.papers.into_iter().filter(|_| is_back);
        self.marking.returns = papers.map(|paper| paper.id).collect();
    }

    /// Tells the reader something of which there is no undo.
    pub(super) fn tell(&mut self, text: String) {
        self.marking.said = Some(Rc::new(Said {
            text,
            is_back: false,
            is_act: false,
        }));
    }

    pub(super) fn say(&mut self, text: String, is_back: bool) {
        self.marking.said = Some(Rc::new(Said {
            text,
            is_back,
            is_act: true,
        }));
        // One bar tells of the last act.
        self.rules.undo = None;
    }

    /// A change of the rules was refused: nothing is otherwise.
    pub(super) fn refuse(&mut self, problems: &[FileProblem]) {
        let why = problems.first().map_or("", |problem| &problem.message);
        self.marking.said = Some(Rc::new(Said {
            text: text::not_done(why),
            is_back: false,
            is_act: false,
        }));
    }

    /// The hits are others, or other in number; `was` is the active one as it was.
    pub(super) fn keep_active(&mut self, was: Option<String>, is_same: bool) {
        if !is_same {
            self.poised = true;
            self.marking.anchor = None;
            self.marking.returns.clear();
        }
        let returns = std::mem::take(&mut self.marking.returns);
        let is_among = was.as_ref().is_some_and(|was| returns.contains(was));
        let first = returns.iter().filter_map(|id| self.rows.position(id)).min();
        // Of several papers the one that the reader is at already is as good as the first.
        if let Some(at) = first.filter(|_| returns.len() == 1 || !is_among) {
            return self.go_to(at);
        }
        let open = self.place.paper.as_deref();
        // Several rows that are chosen stay so, whatever is open beside them.
        let open = open.filter(|_| self.marking.anchor.is_none());
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
