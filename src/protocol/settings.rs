//! What the reader set up for all papers: saved searches, followed authors, mutes, highlights.

use serde::{Deserialize, Serialize};

pub use crate::core::marks::{Setting, SettingKind, SettingWish};

/// The settings that the page shows, in their order, kind by kind. The reader's own rules and the
/// tags put on by hand come with [`super::OwnView`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsView {
    /// All of them.
    pub all: Vec<SettingView>,
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
}
