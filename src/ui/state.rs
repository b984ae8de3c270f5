//! What the page knows, and how each act of the reader or answer of the worker changes it. Pure: effects follow from the state, elsewhere.

use std::rc::Rc;

use yew::Reducible;

use crate::core::facet::Facet;
use crate::protocol::{
    Answer, Draft, Edit, FileReport, Loaded, PaperView, Problem, Progress, Request, Search,
    VERSION, Window,
};

mod action;
mod completing;
mod found;
mod notice;
mod rules;

pub use action::{Action, News};
pub use completing::Completing;
pub use found::{Found, Rows};
pub use notice::Notice;
pub use rules::{Adding, Editing, PARTS, Rules, Saving, Undo, looks_in};

use super::place::Place;

/// The rows that a search brings along.
pub const FIRST_WINDOW: Window = Window { start: 0, len: 48 };

/// So few papers more are no reason to search again while a job goes on.
const FEW: u32 = 200;

/// The whole state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the URL says.
    pub place: Place,
    /// Changes of the query that the worker has yet to make, oldest first.
    pub edits: Rc<[Edit]>,
    /// How the last change of the place enters the browser's history.
    pub history: History,
    /// The worker.
    pub engine: Engine,
    /// Papers in the library.
    pub papers: u32,
    /// Grows whenever the library changed, so that the search is made again.
    pub library: u32,
    /// How many papers could be found when the library last grew.
    pub searched: u32,
    /// What the word at the caret may become.
    pub completing: Completing,
    /// The last search that was answered, well or ill.
    pub shown: Option<Rc<Search>>,
    /// What the last good search found.
    pub found: Option<Rc<Found>>,
    /// The number of the search that [`State::found`] answers.
    pub answered: u32,
    /// Grows when the list is another one, not the same with more papers: it starts at its top then.
    pub list: u32,
    /// What is wrong with the query as typed.
    pub problem: Option<Rc<Problem>>,
    /// The rows that are at hand.
    pub rows: Rows,
    /// The rows that the list wants.
    pub window: Window,
    /// The hit that the keys act on.
    pub active: u32,
    /// Grows with each move by keys, so that the focus goes along.
    pub steps: u32,
    /// Whether the reader follows the active hit as soon as its row is here.
    pub follows: bool,
    /// The open paper, once it is here.
    pub paper: Fetched,
    /// Jobs under way, oldest first.
    pub jobs: Rc<[Progress]>,
    /// The report of every file read, oldest first.
    pub reports: Rc<[FileReport]>,
    /// What the last load has to say.
    pub notice: Option<Rc<Notice>>,
    /// What lies over the page.
    pub panel: Option<Panel>,
    /// The reader's own rules and tags.
    pub rules: Rules,
}

/// How a change enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// As a step that Back takes back.
    Push,
    /// In place of the present one: typing, walking through papers.
    Replace,
}

/// The worker as the page sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Engine {
    /// It has not said anything yet.
    Starting,
    /// It works.
    Ready,
    /// It died and was started again; these inputs were being read when it died and were left out.
    Restarted {
        /// What it said last.
        message: String,
        /// The names of what was left out.
        left_out: Vec<String>,
    },
    /// It cannot go on.
    Dead {
        /// Why.
        message: String,
    },
    /// It is of another build.
    WrongVersion,
}

/// The paper in the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched {
    /// Nothing was asked for or nothing came yet.
    Nothing,
    /// It is here.
    Paper(Rc<PaperView>),
    /// The library has no such paper.
    Missing,
}

/// What lies over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Keys and the query language.
    Help,
    /// What was read from each file.
    Report,
    /// The facets, where there is no room beside the list.
    Filters,
    /// The reader's own rules, or one of them in the editor.
    Rules,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::unwrap_or_clone(self);
        state.apply(action);
        Rc::new(state)
    }
}

impl State {
    /// The page at its start.
    pub fn new(place: Place) -> Self {
        Self {
            place,
            edits: Rc::new([]),
            history: History::Replace,
            engine: Engine::Starting,
            papers: 0,
            library: 0,
            searched: 0,
            completing: Completing::default(),
            shown: None,
            found: None,
            answered: 0,
            list: 0,
            problem: None,
            rows: Rows::default(),
            window: FIRST_WINDOW,
            active: 0,
            steps: 0,
            follows: false,
            paper: Fetched::Nothing,
            jobs: Rc::new([]),
            reports: Rc::new([]),
            notice: None,
            panel: None,
            rules: Rules::default(),
        }
    }

    /// Changes the state by what happened.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Type(text) => {
                self.place.search.text = text;
                self.history = History::Replace;
            }
            Action::Complete(caret) => self.completing.want(caret),
            Action::Choose(by) => self.completing.choose(by),
            Action::Accept(at) => {
                if let Some(text) = self.completing.accept(at) {
                    self.place.search.text = text;
                    self.history = History::Replace;
                }
            }
            Action::Query(text) => self.set_query(text),
            Action::Edit(edit) => self.edit(edit),
            Action::JoinAll(facet, all_of) => self.join_all(facet, all_of),
            Action::Sort(sort) => {
                self.place.search.sort = sort;
                self.history = History::Push;
            }
            Action::Show(window) => self.window = window,
            Action::Activate(at) => {
                self.active = at;
                self.follows = false;
            }
            Action::Step(by) => self.step(by),
            Action::Open(at) => self.open(at),
            Action::OpenActive => self.open(self.active),
            Action::Read(id) => self.read(id),
            Action::Peek(id) => {
                self.panel = None;
                self.read(id);
            }
            Action::Close => {
                if self.place.paper.take().is_some() {
                    self.history = History::Push;
                }
                self.paper = Fetched::Nothing;
                self.follows = false;
            }
            Action::Arrive(place) => self.arrive(place),
            Action::Panel(panel) => self.panel = panel,
            Action::DismissNotice => self.notice = None,
            Action::EditRule(at, draft) => self.edit_rule(at, draft),
            Action::EditTag(tag) => {
                let (at, draft) = self.rules.of_tag(&tag);
                self.edit_rule(at, draft);
            }
            Action::Rule(field, value) => self.rules.put(field, value),
            Action::SaveRule => self.save_rule(),
            Action::DropRule => {
                let dropped = self.rules.editing.take();
                self.panel = self
                    .panel
                    .filter(|_| dropped.is_some_and(|rule| rule.from_list));
            }
            Action::Own(edit) => self.rules.ask(edit),
            Action::Undo => self.rules.undo(),
            Action::DismissUndo => self.rules.undo = None,
            Action::DismissRefused => self.rules.refused = None,
            Action::AddTag(typed) => {
                if typed.is_none() {
                    self.rules.adding = Adding::default();
                }
                self.rules.adding.typed = typed;
                self.rules.adding.chosen = 0;
            }
            Action::ChooseTag(by) => self.rules.adding.choose(by),
            Action::ByHand(tag, what) => {
                if let Some(paper) = &self.place.paper {
                    self.rules.by_hand(paper, &tag, what);
                }
            }
            Action::Resume => self.engine = Engine::Ready,
            Action::Heard(news) => {
                if let Some(news) = Rc::into_inner(news) {
                    self.hear(news);
                }
            }
        }
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Ready(version) => self.ready(version),
            News::Restarted { message, left_out } => {
                self.forget_library();
                self.engine = Engine::Restarted { message, left_out };
            }
            News::Dead(message) => {
                self.jobs = Rc::new([]);
                self.engine = Engine::Dead { message };
            }
            News::Started(progress) | News::Progress(progress) => self.progress(progress),
            News::Loaded(loaded) => self.loaded(loaded),
            News::Edited(of, text) => self.edited(&of, text),
            News::Completed(of, all) => {
                let text = &self.place.search.text;
                self.completing.offer(of, all, text);
            }
            // What answers another query than the box shows is older than it.
            News::Answered(_, search, _) | News::Refused(search, _)
                if search != self.place.search => {}
            News::Answered(seq, search, answer) => {
                self.shown = Some(Rc::new(search));
                self.answered(seq, *answer);
            }
            News::Refused(search, problem) => {
                self.shown = Some(Rc::new(search));
                self.problem = Some(Rc::new(problem));
            }
            News::Own(own) => {
                if self.rules.tell(own) {
                    self.library += 1;
                }
            }
            News::OwnRefused(problems) => self.rules.refused = Some(problems.into()),
            News::Preview(preview) => {
                if self.rules.preview(preview) {
                    self.save_rule();
                }
            }
            News::Tagging(tagging) => {
                self.rules.tagging = Some(tagging).filter(|now| now.done < now.of);
            }
            News::Tags(all) => self.rules.adding.all = all.into(),
            News::Rows(seq, start, rows) => {
                if seq == self.answered {
                    self.rows.extend(start, rows, self.window, self.active);
                    self.follow();
                }
            }
            News::Paper(paper) => self.fetched(paper),
        }
    }

    /// How many papers the last good search found.
    pub fn hits(&self) -> u32 {
        self.found.as_ref().map_or(0, |found| found.hits)
    }

    /// Whether what is shown is of an older query than the box has.
    pub fn waits(&self) -> bool {
        let shown = self.shown.as_deref();
        shown.is_some_and(|shown| *shown != self.place.search)
    }

    /// Whether the query names days.
    pub fn names_days(&self) -> bool {
        self.place.search.text.contains("day:")
    }

    /// The rows to ask for with a search: those on show.
    pub fn search_window(&self) -> Window {
        Window {
            start: self.window.start,
            len: self.window.len.max(FIRST_WINDOW.len),
        }
    }

    /// The rows that the list wants and that are not at hand.
    pub fn missing_rows(&self) -> Option<Window> {
        let start = self.window.start.min(self.hits());
        self.rows.missing(Window {
            start,
            len: self.window.len.min(self.hits() - start),
        })
    }

    /// The page at arXiv of the open paper or, where none is open, of the active one.
    pub fn arxiv_address(&self) -> Option<String> {
        if let Fetched::Paper(paper) = &self.paper {
            return paper.abs_url.clone();
        }
        let id = &self.rows.get(self.active)?.id;
        // Papers without an arXiv id have local names.
        (!id.starts_with("x-")).then(|| ["https://arxiv.org/abs/", id].concat())
    }

    fn set_query(&mut self, text: String) {
        if self.place.search.text != text {
            self.place.search.text = text;
            self.history = History::Push;
        }
    }

    fn edit(&mut self, edit: Edit) {
        self.edits = self.edits.iter().cloned().chain([edit]).collect();
    }

    /// Takes over an edited text, unless the box says something else by now: the edit is asked for again then.
    fn edited(&mut self, of: &str, text: Option<String>) {
        if of != self.place.search.text {
            return;
        }
        self.edits = self.edits.iter().skip(1).cloned().collect();
        if let Some(text) = text {
            self.set_query(text);
        }
    }

    /// What to ask the worker to edit next.
    pub fn next_edit(&self) -> Option<Request> {
        Some(Request::Edit {
            text: self.place.search.text.clone(),
            fallback: self.found.as_ref().map(|found| found.canonical.clone()),
            all_of: self.place.search.all_of.clone(),
            edit: self.edits.first()?.clone(),
        })
    }

    fn read(&mut self, id: String) {
        self.place.paper = Some(id);
        self.paper = Fetched::Nothing;
        self.follows = false;
        self.history = History::Push;
    }

    fn edit_rule(&mut self, at: Option<u32>, draft: Rc<Draft>) {
        let from_list = self.panel == Some(Panel::Rules);
        self.rules.editing = Some(Editing::new(at, draft, from_list));
        self.panel = Some(Panel::Rules);
    }

    fn save_rule(&mut self) {
        let from_list = self.rules.editing.as_ref().is_some_and(|one| one.from_list);
        if self.rules.save() && !from_list {
            self.panel = None;
        }
    }

    fn join_all(&mut self, facet: Facet, all_of: bool) {
        let facets = &mut self.place.search.all_of;
        let wanted = |known: &Facet| {
            if *known == facet {
                all_of
            } else {
                facets.contains(known)
            }
        };
        *facets = Facet::ALL.into_iter().filter(wanted).collect();
        self.edit(Edit::JoinAll(facet, all_of));
        self.history = History::Push;
    }

    fn step(&mut self, by: i32) {
        let last = self.hits().saturating_sub(1);
        self.active = self.active.saturating_add_signed(by).min(last);
        self.steps += 1;
        if by == 0 {
            return;
        }
        self.follows = self.place.paper.is_some();
        self.history = History::Replace;
        self.follow();
    }

    fn open(&mut self, at: u32) {
        self.active = at;
        self.follows = true;
        self.history = History::Push;
        self.follow();
    }

    /// Opens the active hit if that is wanted and its row is here.
    fn follow(&mut self) {
        if !self.follows {
            return;
        }
        if let Some(row) = self.rows.get(self.active) {
            self.follows = false;
            if self.place.paper.as_deref() != Some(row.id.as_str()) {
                self.place.paper = Some(row.id.clone());
            }
        }
    }

    fn arrive(&mut self, place: Place) {
        if place.paper != self.place.paper {
            self.paper = Fetched::Nothing;
            if let Some(at) = place.paper.as_deref().and_then(|id| self.rows.position(id)) {
                self.active = at;
            }
        }
        self.follows = false;
        self.place = place;
        self.history = History::Replace;
    }

    fn ready(&mut self, version: u32) {
        if version != VERSION {
            self.engine = Engine::WrongVersion;
        } else if self.engine == Engine::Starting {
            self.engine = Engine::Ready;
        }
    }

    fn forget_library(&mut self) {
        self.rules.tagging = None;
        self.papers = 0;
        self.searched = 0;
        self.edits = Rc::new([]);
        self.jobs = Rc::new([]);
        self.reports = Rc::new([]);
        self.notice = None;
    }

    /// A job is further. The search is made again when half as many papers more can be found as when it was made last: early results come at once, and
    /// the list does not change all the time.
    fn progress(&mut self, progress: Progress) {
        if progress.searchable > self.searched + self.searched / 2 + FEW {
            self.searched = progress.searchable;
            self.library += 1;
        }
        let mut jobs = self.jobs.to_vec();
        match jobs.iter_mut().find(|job| job.job == progress.job) {
            Some(job) => *job = progress,
            None => jobs.push(progress),
        }
        self.jobs = jobs.into();
    }

    fn loaded(&mut self, loaded: Loaded) {
        self.jobs = self
            .jobs
            .iter()
            .filter(|job| job.job != loaded.job)
            .cloned()
            .collect();
        // The end of what a cancelled job had left over is no news.
        let is_news = loaded.cancelled || loaded.removed.is_some() || !loaded.reports.is_empty();
        // Rules that were taken over have their own, with a way back.
        let only_rules = !loaded.reports.is_empty()
            && loaded.reports.iter().all(|report| report.rules.is_some());
        if (is_news || self.notice.is_none()) && !only_rules {
            self.notice = Some(Rc::new(Notice::about(&loaded)));
        }
        self.rules.imported(&loaded.reports);
        self.searched = loaded.papers;
        self.papers = loaded.papers;
        self.library += 1;
        let stays =
            |report: &&FileReport| loaded.removed.is_none() || report.source != loaded.removed;
        let reports = self.reports.iter().filter(stays).cloned();
        let reports = reports.chain(loaded.reports);
        self.reports = reports.collect();
    }

    fn answered(&mut self, seq: u32, answer: Answer) {
        let before = self.found.as_deref();
        let same =
            before.is_some_and(|old| old.canonical == answer.canonical && old.sort == answer.sort);
        let (found, rows) = Found::new(answer, before, &self.rows);
        if !same {
            self.list += 1;
            self.active = 0;
            self.window = FIRST_WINDOW;
        }
        self.rows = rows;
        if let Some(at) = self
            .place
            .paper
            .as_deref()
            .and_then(|id| self.rows.position(id))
        {
            self.active = at;
        }
        self.active = self.active.min(found.hits.saturating_sub(1));
        self.papers = found.papers;
        self.answered = seq;
        self.problem = None;
        self.found = Some(Rc::new(found));
        self.follow();
    }

    fn fetched(&mut self, paper: Option<Box<PaperView>>) {
        self.paper = match paper {
            Some(paper) => {
                if self.place.paper.as_deref() != Some(paper.id.as_str()) {
                    return;
                }
                if let Some(at) = paper.position {
                    self.active = at;
                }
                Fetched::Paper(Rc::from(paper))
            }
            None => Fetched::Missing,
        };
    }
}

#[cfg(test)]
mod rules_tests;
#[cfg(test)]
mod tests;
