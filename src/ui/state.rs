//! What the page knows, and how each act of the reader or answer of the worker changes it. Pure:
//! effects follow from the state, elsewhere.

use std::rc::Rc;

use yew::Reducible;

use crate::protocol::{
    Edit, FileReport, OverviewView, PaperView, Problem, Progress, Search, SettingsView, TagMeaning,
    TermsView, Window, WrittenView,
};

mod action;
mod aside;
mod command;
mod completing;
mod editor;
mod edits;
mod found;
mod hearing;
mod keeping;
mod keymap;
mod layout;
mod library;
mod making;
mod notice;
mod overview;
mod palette;
mod read_through;
mod reading;
mod rules;
mod saved;
mod sharing;
mod tagging;
mod taking;
mod triage;

pub use action::{About, Action, Heard};
pub use aside::Aside;
pub use command::{COMMANDS, Command, Entry, Needs, Switch};
pub use completing::Completing;
pub use edits::Asked;
pub use found::{ById, Found, Rows};
pub use keeping::{Bar, KeepAct, Keeping};
pub use keymap::{
    BETWEEN_TWO, KeyAct, Keymap, Pressed, can_be_chosen, is_letter, is_single, stroke,
};
pub use layout::FacetLayout;
pub use making::{Making, MakingAct, TextFor, Then};
pub use notice::Notice;
pub use overview::Finished;
pub use palette::{Does, Line, Palette, PaletteAct};
pub use read_through::Perusal;
pub use reading::Home;
pub use rules::{Editing, PARTS, Rules, Saving, Undo, looks_in};
pub use saved::{Saved, SavedAct};
pub use sharing::{Came, ShareAct, Sharing};
pub use tagging::{Adding, Many};
pub use taking::{Printing, TakeAct, TakeChoice, Taking, Which, file_called};
pub use triage::{Ask, Marking, Said, Triage};

use super::fast::ByAddress;
use super::place::Place;
use super::text;

/// The rows that a search brings along.
pub const FIRST_WINDOW: Window = Window { start: 0, len: 48 };

/// The whole state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What the URL says.
    pub place: Place,
    /// Whether the last word of the query is still being typed. What the URL says, what is saved
    /// and what is shared is the query as it is written; what a click makes of it keeps what the
    /// word was counted as.
    pub typing: bool,
    /// What gets the focus where the list that had it is gone.
    pub home: Home,
    /// Changes of the query that the worker has yet to make, oldest first.
    pub edits: Rc<[Asked]>,
    /// The query as the last choice of days left it.
    pub brushed: Option<String>,
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
    /// The words that stand out among the hits; while those of another search are on their way the
    /// old ones stay, so that nothing flickers.
    pub terms: Rc<TermsView>,
    /// The number of the search that they belong to.
    pub terms_of: u32,
    /// All tags of the table, for the help; empty until that was open.
    pub taxonomy: Rc<[TagMeaning]>,
    /// Grows when the list is another one, not the same with more papers: it starts at its top
    /// then.
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
    /// Whether the active hit is opened as soon as its row is here.
    pub follows: bool,
    /// The open paper, once it is here.
    pub paper: Fetched,
    /// Which part of a very long abstract is shown, and of which paper; of others the first.
    pub part: (String, u32),
    /// Jobs under way, oldest first.
    pub jobs: Rc<[Progress]>,
    /// The report of every file read, oldest first.
    pub reports: Rc<[Rc<FileReport>]>,
    /// Those of a job that is about to end.
    pub arriving: Vec<Rc<FileReport>>,
    /// What the last load has to say.
    pub notice: Option<Rc<Notice>>,
    /// What the browser had kept and the page goes on without.
    pub asides: Rc<[Aside]>,
    /// What lies over the page.
    pub panel: Option<Panel>,
    /// Grows with each wish for a panel: one that the browser has closed is opened again, though
    /// nobody has said yet that it was closed.
    pub panels: u32,
    /// In which order the facets stand, and which are folded.
    pub layout: Rc<FacetLayout>,
    /// The reader's own rules and tags.
    pub rules: Rules,
    /// Marks and notes.
    pub marking: Marking,
    /// Whether nobody has been at the active hit yet, so that the way down begins with it.
    pub poised: bool,
    /// What is kept from visit to visit.
    pub keeping: Keeping,
    /// How far the reader is with the days of the library, once that was asked for.
    pub overview: Option<Rc<OverviewView>>,
    /// The reader's saved searches and whatever else they set up for all papers.
    pub settings: Rc<SettingsView>,
    /// Which key does what.
    pub keymap: Rc<Keymap>,
    /// The palette of commands.
    pub palette: Palette,
    /// The saved search that the one in force comes from.
    pub saved: Saved,
    /// The days that were finished on this page.
    pub finished: Finished,
    /// Papers that are shared.
    pub sharing: Sharing,
    /// The file that is being made.
    pub making: Option<Making>,
    /// Papers as an export would have them, for the eye, or why there are none.
    pub preview_written: Option<Rc<Result<WrittenView, String>>>,
    /// How papers are taken along.
    pub taking: Taking,
}

/// How a change enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    /// As a step that Back takes back.
    Push,
    /// In place of the present one: walking through papers, stretching a choice of days.
    Replace,
    /// The same, but not with each key: typing.
    Rest,
    /// As a step when the keys have rested: the first letters of a query, from which Back leads to
    /// the plain list once.
    Begin,
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

/// The open paper.
#[derive(Clone, Debug, PartialEq)]
pub enum Fetched {
    /// Nothing was asked for or nothing came yet.
    Nothing,
    /// It is here.
    Paper(ByAddress<PaperView>),
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
    /// What is kept from visit to visit.
    Kept,
    /// Every command and filter by its name.
    Palette,
    /// Saved searches, followed authors, mutes and highlights.
    Lists,
    /// Papers for others.
    Share,
    /// Papers in a format of others.
    Export,
    /// Papers on paper.
    Print,
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
            typing: false,
            home: Home::default(),
            edits: Rc::new([]),
            brushed: None,
            history: History::Replace,
            engine: Engine::Starting,
            papers: 0,
            library: 0,
            searched: 0,
            completing: Completing::default(),
            shown: None,
            found: None,
            answered: 0,
            terms: Rc::default(),
            taxonomy: Rc::default(),
            terms_of: 0,
            list: 0,
            problem: None,
            rows: Rows::default(),
            window: FIRST_WINDOW,
            active: 0,
            steps: 0,
            follows: false,
            paper: Fetched::Nothing,
            part: Default::default(),
            jobs: Rc::new([]),
            reports: Rc::new([]),
            arriving: Vec::new(),
            notice: None,
            asides: Rc::new([]),
            panel: None,
            panels: 0,
            layout: Rc::default(),
            rules: Rules::default(),
            marking: Marking::default(),
            poised: true,
            keeping: Keeping::default(),
            overview: None,
            settings: Rc::default(),
            keymap: Rc::default(),
            palette: Palette::default(),
            saved: Saved::default(),
            finished: Finished::default(),
            sharing: Sharing::default(),
            making: None,
            preview_written: None,
            taking: Taking::default(),
        }
    }

    /// Changes the state by what happened.
    pub fn apply(&mut self, action: Action) {
        self.act(action);
        self.look_up_saved();
    }

    fn act(&mut self, action: Action) {
        // Rows that are chosen are taken as they stand: a shorter list would have others there.
        let takes_hits = action.takes_along() && self.choice().is_none();
        self.typing &= !(action.finishes() || takes_hits);
        match action {
            Action::Type(text) => self.type_query(text),
            Action::Complete(caret) => self.completing.want(caret),
            Action::Choose(by) => self.completing.choose(by),
            Action::Accept(at) => {
                if let Some(text) = self.completing.accept(at) {
                    self.place.search.text = text;
                    self.history = History::Replace;
                }
            }
            Action::Query(text) => self.set_query(text),
            Action::Edit(edit) => self.edit(edit, false),
            Action::Stretch(days) => self.edit(Edit::Days(Some(days)), true),
            Action::JoinAll(facet, all_of) => self.join_all(facet, all_of),
            Action::Sort(sort) => {
                self.place.search.sort = sort;
                self.history = History::Push;
            }
            Action::Show(window) => self.show(window),
            Action::Activate(at) => self.activate(at),
            Action::Enter => self.enter(),
            Action::Step(by) => self.step(by),
            Action::Open(at) => self.open(at),
            Action::OpenActive => self.open(self.active),
            Action::Read(id) => self.read(id),
            Action::Peek(id) => {
                self.panel = None;
                self.read(id);
            }
            Action::Part(part) => {
                self.part = (self.place.paper.clone().unwrap_or_default(), part);
            }
            Action::Close => self.close(),
            Action::Arrive(place) => self.arrive(place),
            Action::Panel(panel) => self.open_panel(panel),
            Action::PanelClosed(wish) => self.panel = self.panel.filter(|_| wish != self.panels),
            Action::Fold(facet) => Rc::make_mut(&mut self.layout).fold(facet),
            Action::Move(facet, down) => {
                let found = self.found.clone().unwrap_or_default();
                let shown = |facet| found.facets.iter().any(|view| view.facet == facet);
                Rc::make_mut(&mut self.layout).shift(facet, down, shown);
            }
            Action::UsualOrder => Rc::make_mut(&mut self.layout).reset(),
            Action::DismissNotice => self.notice = None,
            Action::EditRule(at, draft) => self.edit_rule(at, draft),
            Action::EditTag(tag) => {
                let (at, draft) = self.rules.of_tag(&tag);
                self.edit_rule(at, draft);
            }
            Action::Rule(field, value) => self.rules.put(field, value),
            Action::SaveRule => self.save_rule(),
            Action::DropRule => self.drop_rule(),
            Action::Own(edit) => self.rules.ask(edit),
            Action::Undo => self.have_back(),
            Action::DismissUndo => self.rules.undo = None,
            Action::LeaveAside(key, is_gone) => self.leave_aside(&key, is_gone),
            Action::AddTag(typed) => self.rules.adding.write(typed),
            Action::TakeTag => self.take_tag(),
            Action::ChooseTag(by) => self.rules.adding.choose(by),
            Action::ByHand(tag, what) => self.tag_by_hand(&tag, what),
            Action::Triage(act) => self.triage(act),
            Action::Keeping(act) => self.keeping.act(act),
            Action::Keys(act) => self.change_keys(act),
            Action::Palette(act) => self.palette(act),
            Action::Say(text) => self.tell(text),
            Action::Recount => self.recount(),
            Action::Saved(act) => self.act_on_saved(act),
            Action::DismissFinished => self.finished.day = None,
            Action::Making(act) => self.act_on_making(act),
            Action::Sharing(act) => self.act_on_sharing(act),
            Action::Take(act) => self.take_along(act),
            Action::Typing(types) => self.typing = types,
            Action::Resume => self.engine = Engine::Ready,
            Action::SetAside(aside) => self.set_aside(aside),
            Action::Started(progress) => self.progress(progress),
            Action::Restarted {
                message,
                left_out,
                leaves_view,
            } => self.restarted(message, left_out, leaves_view),
            Action::Dead(message) => {
                self.lose_restorer(text::RESTORER_DIED);
                self.jobs = Rc::new([]);
                self.engine = Engine::Dead { message };
            }
            Action::Heard(heard) => {
                if let Some(Heard { response, about }) = Rc::into_inner(heard) {
                    self.hear(response, about);
                }
            }
        }
    }

    /// Opens a panel, or closes the one that is open.
    fn open_panel(&mut self, panel: Option<Panel>) {
        // There only what is done there is told.
        let tells = matches!(panel, Some(Panel::Kept | Panel::Report));
        if tells && self.panel != panel {
            self.marking.said = None;
        }
        self.panel = panel;
        self.panels += u32::from(panel.is_some());
        self.keeping.asks = false;
        match panel {
            Some(Panel::Palette) => self.palette(PaletteAct::Type(String::new())),
            Some(Panel::Share) => self.begin_sharing(),
            Some(Panel::Export | Panel::Print) => self.begin_taking(None),
            _ => {}
        }
    }

    /// How many papers the last good search found.
    pub fn hits(&self) -> u32 {
        self.found.as_ref().map_or(0, |found| found.hits)
    }

    /// Whether what is shown is of an older query than the box has.
    pub fn waits(&self) -> bool {
        let shown = self.shown.as_deref();
        shown.is_some_and(|shown| *shown != self.asked())
    }

    /// What is searched for: what the URL says, of which the last word may be on its way.
    pub fn asked(&self) -> Search {
        Search {
            typing: self.typing,
            ..self.place.search.clone()
        }
    }

    /// Whether words may stand out among the hits: they are some and not all.
    pub fn has_terms(&self) -> bool {
        let found = self.found.as_ref();
        found.is_some_and(|found| found.hits > 0 && found.hits < found.papers)
    }

    /// Whether the query names days, by whichever of the field's names.
    pub fn names_days(&self) -> bool {
        self.found.as_ref().is_some_and(|found| {
            let mut parts = found.canonical.split([' ', '(', '-']);
            parts.any(|part| part.starts_with("day:"))
        })
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
}

#[cfg(test)]
mod load_tests;
#[cfg(test)]
mod overview_tests;
#[cfg(test)]
mod rules_tests;
#[cfg(test)]
mod saved_tests;
#[cfg(test)]
mod taking_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod triage_tests;
