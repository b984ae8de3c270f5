//! What the reader does about saved searches, followed authors, mutes and highlight lists. The
//! worker keeps them: the page says what is wanted and hears what became of it.

use std::rc::Rc;

use super::triage::Ask;
use super::{History, State};
use crate::core::visible;
use crate::protocol::{
    Ink, SavedSearch, Search, Setting, SettingKind, SettingView, SettingWish, SettingsView,
};
use crate::ui::text;

/// Something that is done about settings.
#[derive(Clone, Debug, PartialEq)]
pub enum SavedAct {
    /// The search in force is to get a name, or is not any more.
    Name(bool),
    /// It is saved under this one.
    Save(String),
    /// The saved search that it comes from becomes what it is now.
    Update,
    /// The saved search of this name is put in force.
    Run(String),
    /// A setting gets another name, which for highlights is its words.
    Rename(SettingKind, String, String),
    /// A setting is deleted.
    Drop(SettingKind, String),
    /// A setting moves past the next one of its kind, down or up.
    Move(SettingKind, String, bool),
    /// An author is followed, or no longer.
    Follow(String),
    /// The papers of a query are hidden from now on. Where it is the one in the box, that is
    /// emptied.
    Mute(String),
    /// Muted papers are shown in this view, or no longer.
    ShowMuted(bool),
    /// Words are marked so wherever they stand.
    Highlight(String, Ink),
}

/// What the page knows of saved searches beside the settings themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Saved {
    /// The saved search that the one in the box comes from, by its name.
    pub from: Option<String>,
    /// Whether the search in the box is being named.
    pub names: bool,
    /// The search that [`Saved::from`] was looked up for.
    of: Search,
}

/// How many letters at the start of two queries make one come from the other.
const ALIKE: usize = 3;

/// Whether a query may come from another one: they have a word in common, or their start. Who types
/// something else over a saved search does not change it.
fn is_alike(one: &str, other: &str) -> bool {
    let start = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b);
    let words: Vec<&str> = other.split_whitespace().collect();
    start.count() >= ALIKE || one.split_whitespace().any(|word| words.contains(&word))
}

/// The wish to let a setting go.
fn gone(kind: SettingKind, name: &str) -> SettingWish {
    SettingWish {
        kind,
        name: name.to_owned(),
        setting: None,
    }
}

impl State {
    pub(super) fn act_on_saved(&mut self, act: SavedAct) {
        match act {
            SavedAct::Name(names) => {
                let has_query = !self.place.search.text.trim().is_empty();
                self.saved.names = names && has_query && self.running().is_none();
            }
            SavedAct::Save(name) => self.save(&name),
            SavedAct::Update => {
                if let Some(name) = self.saved.from.clone() {
                    self.save(&name);
                }
            }
            SavedAct::Run(name) => self.run(&name),
            SavedAct::Rename(kind, old, new) => self.rename(kind, &old, &new),
            SavedAct::Drop(kind, name) => self.wish(vec![gone(kind, &name)]),
            SavedAct::Move(kind, name, down) => self.shift(kind, &name, down),
            SavedAct::Follow(name) => {
                if self.follows_author(&name) {
                    self.wish(vec![gone(SettingKind::Author, &name)]);
                } else {
                    self.add(SettingKind::Author, &name, String::new());
                }
            }
            SavedAct::Mute(query) => {
                let is_running = self.place.search.text.trim() == query.trim();
                if is_running && self.is_to_be_mended() {
                    return;
                }
                self.saved.names = false;
                self.add(SettingKind::Mute, query.trim(), String::new());
                if is_running {
                    self.set_query(String::new());
                }
            }
            SavedAct::ShowMuted(shows) => {
                self.place.search.shows_muted = shows;
                self.history = History::Push;
            }
            SavedAct::Highlight(words, ink) => {
                self.add(SettingKind::Highlight, words.trim(), ink.name().to_owned());
            }
        }
    }

    /// The settings of a kind, in their order.
    pub fn settings_of(&self, kind: SettingKind) -> impl Iterator<Item = &SettingView> {
        self.settings.of(kind)
    }

    /// Whether an author is followed.
    pub fn follows_author(&self, name: &str) -> bool {
        self.settings.find(SettingKind::Author, name).is_some()
    }

    /// The saved search that is in force.
    pub fn running(&self) -> Option<&SettingView> {
        let wanted = &self.place.search;
        // What was found is told by how it prints, so that spaces make no difference.
        let is_answered = self.shown.as_deref() == Some(&self.asked());
        let found = self.found.as_ref().filter(|_| is_answered);
        let is_it = |view: &&SettingView| {
            let saved = view.search();
            let is_same = saved.query.trim() == wanted.text.trim()
                || found.is_some_and(|found| found.canonical == view.query);
            is_same && (saved.sort, &saved.all_of) == (wanted.sort, &wanted.all_of)
        };
        self.settings_of(SettingKind::Search).find(is_it)
    }

    /// The query for followed authors that is in force, as it prints.
    pub fn running_followed(&self) -> Option<String> {
        let found = self.found.as_ref()?;
        let is_it = |query: &String| *query == found.canonical;
        let authors = self.settings_of(SettingKind::Author);
        let all = self.settings.following.iter().map(|all| &all.query);
        authors
            .map(|view| &view.query)
            .chain(all)
            .find(|query| is_it(query))
            .cloned()
    }

    /// The saved search that the one in force comes from, if that is another one by now.
    pub fn changed_from(&self) -> Option<&SettingView> {
        let from = self.saved.from.as_deref()?;
        let from = self.settings.find(SettingKind::Search, from)?;
        self.running().is_none().then_some(from)
    }

    /// Looks up which saved search the one in force is or comes from, if another one is in force
    /// now.
    pub(super) fn look_up_saved(&mut self) {
        if self.saved.of == self.place.search {
            return;
        }
        self.saved.of = self.place.search.clone();
        if let Some(running) = self.running() {
            self.saved.from = Some(running.name.clone());
            return;
        }
        let text = self.place.search.text.trim();
        if text.is_empty() {
            self.saved.names = false;
        }
        let from = self.saved.from.as_deref();
        let from = from.and_then(|from| self.settings.find(SettingKind::Search, from));
        if text.is_empty() || from.is_some_and(|from| !is_alike(&from.search().query, text)) {
            self.saved.from = None;
        }
    }

    /// The worker says what the settings are. Where others are muted or marked than before, a
    /// search finds and shows something else.
    pub(super) fn hear_settings(&mut self, view: SettingsView) {
        let shows = |view: &SettingsView| -> Vec<(SettingKind, String, String)> {
            let kinds = [SettingKind::Mute, SettingKind::Highlight].into_iter();
            let all = kinds.flat_map(|kind| view.of(kind));
            all.map(|one| (one.kind, one.name.clone(), one.setting.text.clone()))
                .collect()
        };
        if self.library > 0 && shows(&self.settings) != shows(&view) {
            self.library += 1;
        }
        self.settings = Rc::new(view);
        self.saved.of = Search::default();
        self.look_up_saved();
    }

    fn wish(&mut self, wishes: Vec<SettingWish>) {
        self.marking.ask(Ask::Set(wishes));
    }

    /// Adds a setting behind the others of its kind, or changes what the one of this name says.
    fn add(&mut self, kind: SettingKind, name: &str, text: String) {
        if name.is_empty() {
            return;
        }
        let known = self.settings.find(kind, name);
        let last = self.settings_of(kind).map(|view| view.setting.place).max();
        let place = known.map_or(last.map_or(0, |last| last + 1), |known| known.setting.place);
        self.wish(vec![SettingWish {
            kind,
            name: name.to_owned(),
            setting: Some(Setting { text, place }),
        }]);
    }

    /// Saves the search in force.
    fn save(&mut self, name: &str) {
        if self.place.search.text.trim().is_empty() || self.is_to_be_mended() {
            return;
        }
        let Search {
            text, sort, all_of, ..
        } = &self.place.search;
        let query = text.trim().to_owned();
        let name = Some(name.trim()).filter(|name| !name.is_empty());
        let name = visible::line(name.unwrap_or(&query)).into_owned();
        let saved = SavedSearch {
            query,
            sort: *sort,
            all_of: all_of.clone(),
        };
        self.add(SettingKind::Search, &name, saved.to_text());
        self.saved.from = Some(name);
        self.saved.names = false;
    }

    /// Whether the query in the box cannot be read, which the reader is told then.
    fn is_to_be_mended(&mut self) -> bool {
        if self.problem.is_some() {
            self.tell(text::MEND_FIRST.to_owned());
        }
        self.problem.is_some()
    }

    fn run(&mut self, name: &str) {
        let Some(view) = self.settings.find(SettingKind::Search, name) else {
            return;
        };
        let SavedSearch {
            query,
            sort,
            all_of,
        } = view.search();
        self.saved.from = Some(name.to_owned());
        self.saved.names = false;
        self.place.search = Search {
            text: query,
            sort,
            all_of,
            shows_muted: self.place.search.shows_muted,
            typing: false,
        };
        self.history = History::Push;
    }

    fn rename(&mut self, kind: SettingKind, old: &str, new: &str) {
        let new = visible::line(new.trim());
        let new = new.as_ref();
        let Some(view) = self.settings.find(kind, old) else {
            return;
        };
        if new.is_empty() || new == old {
            return;
        }
        let setting = Some(view.setting.clone());
        let name = new.to_owned();
        self.wish(vec![
            gone(kind, old),
            SettingWish {
                kind,
                name,
                setting,
            },
        ]);
        if kind == SettingKind::Search && self.saved.from.as_deref() == Some(old) {
            self.saved.from = Some(new.to_owned());
        }
    }

    fn shift(&mut self, kind: SettingKind, name: &str, down: bool) {
        let mut all: Vec<&SettingView> = self.settings_of(kind).collect();
        let Some(at) = all.iter().position(|view| view.name == name) else {
            return;
        };
        let to = if down { at + 1 } else { at.wrapping_sub(1) };
        if to >= all.len() {
            return;
        }
        all.swap(at, to);
        let placed = (0..).zip(all);
        let moved = placed.filter(|(place, view)| view.setting.place != *place);
        let wishes = moved.map(|(place, view)| SettingWish {
            kind,
            name: view.name.clone(),
            setting: Some(Setting {
                place,
                ..view.setting.clone()
            }),
        });
        let wishes = wishes.collect();
        self.wish(wishes);
    }
}
