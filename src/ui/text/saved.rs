//! What is said of saved searches, followed authors, mutes and highlights.

use crate::protocol::{CameView, DayProgress, Ink, MutedView, SettingKind};

use super::{counted, short};

pub const SEARCHES: &str = "Searches";
pub const FOLLOWING: &str = "Following";
pub const MUTES: &str = "Mutes";
pub const HIGHLIGHTS: &str = "Highlights";
pub const LISTS: &str = "Your lists";
pub const EDIT_LISTS: &str = "Edit your lists";
pub const SAVE_SEARCH: &str = "Save this search";
/// The same beside the searches that are saved already.
pub const ADD_SEARCH: &str = "Add this search to those saved";
/// A query that cannot be read is not saved.
pub const MEND_FIRST: &str =
    "This search cannot be read as it is. Mend it first; what is wrong stands below the box.";
pub const SAVED_SEARCH: &str = "This search is saved";
pub const NO_SEARCHES: &str = "A search that you save stands here, with how much of it is new.";
pub const SAVE_AS: &str = "Name of the search";
pub const SAVE_IT: &str = "Save";
pub const REPLACE_IT: &str = "Replace";
pub const MUTE_THESE: &str = "Mute these papers";
pub const UPDATE: &str = "Update";
pub const SAVE_AS_NEW: &str = "Save as new";
pub const SHOW_MUTED: &str = "Show";
pub const HIDE_MUTED: &str = "Hide";
pub const ALL_FOLLOWED: &str = "All you follow";
pub const KEY_SAVE: (&str, &str) = ("Save this search", "save this search");

pub const NO_AUTHORS: &str = "In a paper, press + beside a name to follow its author.";
pub const NO_MUTES: &str = "A mute hides what a query finds, from lists, counts and filters. Mute a condition of your query, an author in a paper, or all that a query finds.";
pub const NO_HIGHLIGHTS: &str = "These words are marked wherever they stand.";
pub const WORDS: &str = "Words, \"a phrase\", start*";
pub const WORDS_LABEL: &str = "Words to highlight";
pub const INK: &str = "Colour";
pub const ADD_WORDS: &str = "Add";

pub const STANDS_OUT: &str = "Stands out in it:";
pub const TODAY: &str = "earlier today";
pub const YOUR_SEARCHES: &str = "Your searches";

/// What a kind of setting is called over a list of them.
pub fn setting_kind(kind: SettingKind) -> &'static str {
    match kind {
        SettingKind::Search => SEARCHES,
        SettingKind::Author => FOLLOWING,
        SettingKind::Mute => MUTES,
        SettingKind::Highlight => HIGHLIGHTS,
        SettingKind::Rule | SettingKind::Hand => "",
    }
}

/// What a list says as long as nothing is in it.
pub fn nothing_of(kind: SettingKind) -> &'static str {
    match kind {
        SettingKind::Search => NO_SEARCHES,
        SettingKind::Author => NO_AUTHORS,
        SettingKind::Mute => NO_MUTES,
        SettingKind::Highlight => NO_HIGHLIGHTS,
        SettingKind::Rule | SettingKind::Hand => "",
    }
}

/// What an ink is called.
pub fn ink(ink: Ink) -> &'static str {
    match ink {
        Ink::Red => "Red",
        Ink::Blue => "Blue",
        Ink::Green => "Green",
        Ink::Violet => "Violet",
        Ink::Amber => "Amber",
        Ink::Dim => "Dimmed",
    }
}

/// The name of the button that puts a saved search in force.
pub fn saved_search(name: &str, papers: Option<u32>, new: Option<u32>) -> String {
    let name = short(name);
    match (papers, new) {
        (Some(papers), Some(0) | None) => format!("{name}, {}", counted(papers, "paper")),
        (Some(papers), Some(new)) => format!("{name}, {}, {new} new", counted(papers, "paper")),
        (None, _) => name,
    }
}

/// How many are new, beside how many there are.
pub fn new_badge(new: u32) -> String {
    format!("{new} new")
}

/// A saved search that the one in the box comes from.
pub fn changed_search(name: &str) -> String {
    format!("“{}”, changed", short(name))
}

/// Nothing is found but what is muted.
pub fn all_muted(papers: u32) -> String {
    match papers {
        1 => "The only paper that matches is muted.".to_owned(),
        many => format!("All {many} papers that match are muted."),
    }
}

/// What is hidden by mutes, or shown all the same.
pub fn muted(view: &MutedView, shows: bool) -> String {
    let by = match &view.by[..] {
        [(name, _)] => format!("the mute “{}”", short(name)),
        several => counted(u32::try_from(several.len()).unwrap_or(0), "mute"),
    };
    if shows {
        format!("{} of {by} shown", counted(view.papers, "paper"))
    } else {
        format!("{} hidden by {by}", view.papers)
    }
}

/// Each mute with how much it hides.
pub fn muted_by(muted: &MutedView) -> String {
    let by = muted.by.iter();
    let by: Vec<String> = by
        .take(super::NAMED * 3)
        .map(|(name, papers)| format!("{}: {papers}", short(name)))
        .collect();
    by.join("\n")
}

/// The name of the button that follows an author; it is pressed where they are followed.
pub fn follow(name: &str) -> String {
    format!("Follow {}", short(name))
}

/// The name of the button that mutes something.
pub fn mute(what: &str) -> String {
    format!("Mute {}", short(what))
}

/// The names of the buttons and fields of a setting in the panel.
pub fn rename_setting(name: &str) -> String {
    format!("Name of {}", short(name))
}

/// The field of the words of a highlight.
pub fn reword(name: &str) -> String {
    format!("Words of {}", short(name))
}

/// The choice of its colour.
pub fn ink_of(name: &str) -> String {
    format!("Colour of {}", short(name))
}

/// The button that deletes it.
pub fn delete_setting(name: &str) -> String {
    format!("Delete {}", short(name))
}

/// What has come since the reader was here last; the day as a person says it.
pub fn came(came: &CameView, since: &str) -> String {
    let new = format!("{} new since {since}", came.papers);
    match came.under {
        Some(under) => format!("{new}, {under} under your searches"),
        None => new,
    }
}

/// The name of the button that leaves them in the list.
pub fn show_new(papers: u32) -> String {
    format!("Show {papers} new")
}

/// A saved search with its new papers, as a button.
pub fn with_new(name: &str, new: u32) -> String {
    format!("{}: {new} new", short(name))
}

/// A word that stands out, as a button's name.
pub fn narrow_to(words: &str, papers: u32) -> String {
    format!("{}: {}", short(words), counted(papers, "paper"))
}

/// A day was finished.
pub fn day_finished(day: &DayProgress) -> String {
    let DayProgress { starred, later, .. } = day;
    format!(
        "{} finished: {starred} starred, {later} for later",
        day.day.long()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_muted_is_told_in_a_line() {
        let mut view = MutedView {
            papers: 12,
            by: vec![("survey".into(), 9), ("author:\"Bo Weaver\"".into(), 3)],
        };
        assert_eq!(muted(&view, false), "12 hidden by 2 mutes");
        assert_eq!(muted(&view, true), "12 papers of 2 mutes shown");
        view.by.truncate(1);
        assert_eq!(muted(&view, false), "12 hidden by the mute “survey”");
        assert_eq!(
            saved_search("Knots", Some(3), Some(1)),
            "Knots, 3 papers, 1 new"
        );
        assert_eq!(saved_search("Knots", Some(1), Some(0)), "Knots, 1 paper");
        assert_eq!(saved_search("Knots", None, None), "Knots");
    }

    #[test]
    fn what_came_is_told_in_a_line() {
        let mut view = CameView {
            papers: 47,
            under: Some(12),
            query: String::new(),
        };
        let told = came(&view, "Fri 23 Jan 2026");
        assert_eq!(told, "47 new since Fri 23 Jan 2026, 12 under your searches");
        view.under = None;
        assert_eq!(came(&view, "today"), "47 new since today");
    }
}
