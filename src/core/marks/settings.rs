//! What a reader set up once for all papers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a setting is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SettingKind {
    /// A search with a name. The text is the one of a [`SavedSearch`](super::SavedSearch).
    Search,
    /// An author who is followed, by name. There is no text.
    Author,
    /// A query whose papers are not shown. The name is the query as it was typed; there is no text.
    Mute,
    /// Words that are marked wherever they stand. The name is the words, as a query; the text is
    /// the name of an [`Ink`](super::Ink).
    Highlight,
    /// A rule that gives a tag. The name is the tag's; the text is the rule as its file has it.
    Rule,
    /// A tag that was put on a paper or taken off by hand. The name says which tag of which paper;
    /// the text, what was done.
    Hand,
}

impl SettingKind {
    /// All kinds.
    pub const ALL: [Self; 6] = [
        Self::Search,
        Self::Author,
        Self::Mute,
        Self::Highlight,
        Self::Rule,
        Self::Hand,
    ];
}

/// A setting. Its kind and its name, which no other of the kind has, are kept apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// What it says; which language that is depends on the kind.
    pub text: String,
    /// Where it stands among those of its kind: they are sorted by this, and then by their names.
    pub place: u32,
}

/// What is to become of one setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingWish {
    /// Its kind.
    pub kind: SettingKind,
    /// Its name.
    pub name: String,
    /// What it is to be; `None` if it is to go.
    pub setting: Option<Setting>,
}

/// The longest name and the longest text of a setting, in bytes. What is longer is not taken.
pub const LONGEST_SETTING: usize = 64 << 10;

/// The longest text of a rule, in bytes: as much as a file of rules may have.
const LONGEST_RULE: usize = 2 << 20;

impl SettingKind {
    /// The longest text of a setting of this kind, in bytes.
    pub fn longest_text(self) -> usize {
        match self {
            Self::Rule => LONGEST_RULE,
            Self::Search | Self::Author | Self::Mute | Self::Highlight | Self::Hand => {
                LONGEST_SETTING
            }
        }
    }
}

/// All settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(BTreeMap<(SettingKind, String), Setting>);

impl Settings {
    /// The setting of a kind and a name.
    pub fn get(&self, kind: SettingKind, name: &str) -> Option<&Setting> {
        self.0.get(&(kind, name.to_owned()))
    }

    /// The settings of a kind with their names, in their order.
    pub fn of(&self, kind: SettingKind) -> Vec<(&str, &Setting)> {
        let from = (kind, String::new());
        let of_kind = self.0.range(from..).take_while(|((of, _), _)| *of == kind);
        let mut all: Vec<(&str, &Setting)> = of_kind
            .map(|((_, name), setting)| (name.as_str(), setting))
            .collect();
        all.sort_by_key(|(_, setting)| setting.place);
        all
    }

    /// All of them, by kind and name.
    #[cfg(feature = "engine")]
    pub(super) fn all(&self) -> impl Iterator<Item = (SettingKind, &str, &Setting)> {
        let all = self.0.iter();
        all.map(|((kind, name), setting)| (*kind, name.as_str(), setting))
    }

    /// Puts one, or lets it go.
    #[cfg(feature = "engine")]
    pub(in crate::core) fn put(
        &mut self,
        kind: SettingKind,
        name: String,
        setting: Option<Setting>,
    ) {
        match setting {
            Some(setting) => self.0.insert((kind, name), setting),
            None => self.0.remove(&(kind, name)),
        };
    }
}
