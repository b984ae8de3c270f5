//! What the reader set up for all papers.

use super::{Engine, Store};
use crate::core::marks::{SettingKind, SettingWish};
use crate::protocol::{Response, SettingView, SettingsView, Way};

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
}

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
        let is_shown = |(kind, _): &(SettingKind, String)| SHOWN.contains(kind);
        self.untold.have_changed |= changed.iter().any(is_shown);
        self.own_changed(changed);
    }

    /// Whether the page is to hear of the settings.
    pub(super) fn has_settings_to_tell(&self) -> bool {
        self.untold.have_changed
    }

    /// What the page is to hear of the settings, if anything.
    pub(super) fn settings_to_tell(&mut self) -> Option<Response> {
        let have_changed = std::mem::take(&mut self.untold.have_changed);
        have_changed.then(|| Response::Settings(self.settings_view()))
    }

    fn settings_view(&self) -> SettingsView {
        let settings = self.journal.settings();
        let of_kind = |kind| {
            let all = settings.of(kind).into_iter();
            all.map(move |(name, setting)| SettingView {
                kind,
                name: name.to_owned(),
                setting: setting.clone(),
                papers: None,
                new: None,
            })
        };
        SettingsView {
            all: SHOWN.into_iter().flat_map(of_kind).collect(),
        }
    }
}
