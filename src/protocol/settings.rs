//! What the reader set up for all papers: saved searches, followed authors, mutes, highlights.

use serde::{Deserialize, Serialize};

pub use crate::core::marks::{Ink, SavedSearch, Setting, SettingKind, SettingWish};

/// The settings that the page shows, in their order, kind by kind. The reader's own rules and the
/// tags put on by hand come with [`super::OwnView`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    /// All of them.
    pub all: Vec<SettingView>,
    /// The papers of all followed authors; `None` where nobody is followed.
    pub following: Option<FollowingView>,
}

/// The papers of all followed authors together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowingView {
    /// The query that finds them.
    pub query: String,
    /// How many there are; `None` until they are counted.
    pub papers: Option<u32>,
    /// Those of them that are new to the reader.
    pub new: Option<u32>,
}

/// One setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingView {
    /// What it is.
    pub kind: SettingKind,
    /// What it is called.
    pub name: String,
    /// What it says.
    pub setting: Setting,
    /// The papers of the library that it is about; `None` until they are counted, and where there
    /// is nothing to count.
    pub papers: Option<u32>,
    /// Those of them that are new to the reader.
    pub new: Option<u32>,
    /// The query that finds them, as it prints; empty where there is none.
    pub query: String,
    /// Why the query cannot be read, in one line; empty where it can.
    pub problem: String,
}

impl SettingsView {
    /// The settings of a kind, in their order.
    pub fn of(&self, kind: SettingKind) -> impl Iterator<Item = &SettingView> {
        self.all.iter().filter(move |view| view.kind == kind)
    }

    /// The setting of a kind and a name.
    pub fn find(&self, kind: SettingKind, name: &str) -> Option<&SettingView> {
        self.of(kind).find(|view| view.name == name)
    }
}

impl SettingView {
    /// What a saved search says.
    pub fn search(&self) -> SavedSearch {
        SavedSearch::from_text(&self.setting.text)
    }
}
