//! What the reader set up for all papers: what the page is told of it, and how many papers each
//! saved search and followed author has, which is counted behind all other work.

use std::sync::Arc;

use super::searching::A_SLICE;
use super::sets::{Moment, by_author, by_authors};
use super::{Engine, Store};
use crate::core::marks::{Ink, SavedSearch, SettingKind, SettingWish};
use crate::core::query::{self, Query};
use crate::core::search::Listed;
use crate::protocol::{FollowingView, Response, SettingView, SettingsView, Way};

/// The settings that the page hears of as such; rules and tags by hand come with
/// [`Response::Own`].
const SHOWN: [SettingKind; 4] = [
    SettingKind::Search,
    SettingKind::Author,
    SettingKind::Mute,
    SettingKind::Highlight,
];

/// What the page does not know yet.
#[derive(Debug, Default)]
pub(super) struct Untold {
    /// Whether the settings are others than it knows.
    have_changed: bool,
    /// When the papers of the settings were counted last.
    counted: Moment,
    /// What it was told last.
    last: SettingsView,
}

/// The settings whose papers are counted.
const COUNTED: [SettingKind; 3] = [SettingKind::Search, SettingKind::Author, SettingKind::Mute];

impl Engine {
    /// Makes settings what is wanted, at a time in milliseconds.
    pub(super) fn set(&mut self, wishes: Vec<SettingWish>, at: u64) -> Response {
        let act = self.store.journal.set(wishes, at).cloned();
        self.store.tell_act(act.as_ref(), Way::Done)
    }
}

impl Store {
    /// These settings say something else, or are gone.
    pub(super) fn settings_changed(&mut self, changed: &[(SettingKind, String)]) {
        self.own_changed(changed);
        let is_shown = |(kind, _): &&(SettingKind, String)| SHOWN.contains(kind);
        let mut shown = changed.iter().filter(is_shown).peekable();
        if shown.peek().is_none() {
            return;
        }
        self.untold.have_changed = true;
        self.untold.counted = Moment::default();
        let texts = self.to_count();
        self.sets.keep(&texts);
        if shown.any(|(kind, _)| *kind == SettingKind::Highlight) {
            self.listed = Arc::new(self.read_lists());
        }
    }

    /// The words of the highlight lists; a list that is no query says nothing.
    fn read_lists(&self) -> Listed {
        let lists = self.journal.settings().of(SettingKind::Highlight);
        let read = lists.into_iter().filter_map(|(words, list)| {
            let query = query::parse(words).ok()?.query;
            Some((query, Ink::named(&list.text)))
        });
        let lists: Vec<(Query, Ink)> = read.collect();
        Listed::new(lists.iter().map(|(query, ink)| (query, *ink)))
    }

    /// Whether the page is to hear of the settings.
    pub(super) fn has_settings_to_tell(&self) -> bool {
        self.untold.have_changed
    }

    /// What the page is to hear of the settings, if anything.
    pub(super) fn settings_to_tell(&mut self) -> Option<Response> {
        let have_changed = std::mem::take(&mut self.untold.have_changed);
        have_changed.then(|| {
            self.untold.last = self.settings_view();
            Response::Settings(self.untold.last.clone())
        })
    }

    /// Whether papers of settings are to be counted.
    pub(super) fn has_settings_to_count(&self) -> bool {
        self.untold.counted != self.moment() && self.counts_any()
    }

    fn counts_any(&self) -> bool {
        let settings = self.journal.settings();
        let mut kinds = COUNTED.into_iter();
        kinds.any(|kind| !settings.of(kind).is_empty())
    }

    /// The queries whose papers are counted, mutes first.
    fn to_count(&self) -> Vec<String> {
        let mut texts = self.mutes();
        texts.extend(self.watched());
        texts.extend(self.following());
        texts
    }

    /// The query for the papers of all followed authors, if there are any.
    fn following(&self) -> Option<String> {
        let authors = self.journal.settings().of(SettingKind::Author);
        let names = authors.iter().map(|(name, _)| *name);
        (!authors.is_empty()).then(|| by_authors(names))
    }

    /// Does a slice of counting the papers of settings, one query at most, and says what the page
    /// does not know when all are counted. Nothing of it outlives a change of the library.
    pub(super) fn count_settings(&mut self) -> Option<Response> {
        if !self.has_settings_to_count() {
            return None;
        }
        let texts = self.to_count();
        if let Some(next) = texts.iter().find(|text| !self.has_set(text)) {
            self.make_set(next, A_SLICE);
            return None;
        }
        self.mute(A_SLICE);
        let mutes = self.mutes().len();
        for (at, text) in texts.iter().enumerate() {
            let docs = self.sets.get(text).map(|set| set.docs.clone());
            let counted = docs.map(|docs| {
                if at < mutes {
                    (super::count(docs.count()), 0)
                } else {
                    self.count_set(docs)
                }
            });
            if let Some(set) = self.sets.get_mut(text) {
                set.counted = counted;
            }
        }
        self.untold.counted = self.moment();
        let view = self.settings_view();
        if view == self.untold.last {
            return None;
        }
        self.untold.have_changed = true;
        self.settings_to_tell()
    }

    fn settings_view(&self) -> SettingsView {
        let settings = self.journal.settings();
        let of_kind = |kind| {
            let all = settings.of(kind).into_iter();
            all.map(move |(name, setting)| {
                let text = match kind {
                    SettingKind::Search => SavedSearch::from_text(&setting.text).query,
                    SettingKind::Author => by_author(name),
                    _ => name.to_owned(),
                };
                let mut view = SettingView {
                    kind,
                    name: name.to_owned(),
                    setting: setting.clone(),
                    papers: None,
                    new: None,
                    query: text.clone(),
                    problem: String::new(),
                };
                if kind == SettingKind::Highlight {
                    let read = query::parse(&text);
                    view.problem = read.err().map(|error| error.message).unwrap_or_default();
                } else if let Some(set) = self.sets.get(&text) {
                    view.papers = set.counted.map(|(papers, _)| papers);
                    view.new = set.counted.map(|(_, new)| new);
                    view.problem.clone_from(&set.problem);
                    if !set.canonical.is_empty() {
                        view.query.clone_from(&set.canonical);
                    }
                }
                view
            })
        };
        let following = self.following().map(|query| {
            let counted = self.sets.get(&query).and_then(|set| set.counted);
            FollowingView {
                papers: counted.map(|(papers, _)| papers),
                new: counted.map(|(_, new)| new),
                query,
            }
        });
        SettingsView {
            all: SHOWN.into_iter().flat_map(of_kind).collect(),
            following,
        }
    }
}
