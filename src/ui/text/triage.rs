//! What is said of marks, notes and undo.

use crate::protocol::{Deed, DeedView, Flags, Kind, SettingKind, Way};

use super::backup::restored_act;
use super::rules::did;
use super::{counted, short};

pub const STAR: &str = "Star";
pub const LATER: &str = "For later";
pub const READ: &str = "Mark as read";
pub const SKIP: &str = "Skip";
pub const REDO: &str = "Redo";
pub const NOTE: &str = "Note";
pub const NOTE_HINT: &str = "Write a note. It is kept as you write.";
pub const EDIT_NOTE: &str = "Edit the note";
pub const READ_MENU: &str = "Mark many as read";
pub const READ_ABOVE: &str = "Mark all above as read";
pub const MARKS_OF: &str = "Your marks";

/// The button that marks all hits as read.
pub fn read_all(hits: u32) -> String {
    format!("Mark all {hits} shown as read")
}

/// The name of the button of a mark.
pub fn mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Starred => STAR,
        Kind::Later => LATER,
        Kind::Skipped => SKIP,
        Kind::Read => READ,
    }
}

/// What a row is swiped for that has a mark, or not.
pub fn swiped(kind: Kind, is_on: bool) -> &'static str {
    match (kind, is_on) {
        (Kind::Starred, true) => "No star",
        (Kind::Skipped, true) => "Do not skip",
        _ => mark(kind),
    }
}

/// The marks of a paper in words; empty where it bears none.
pub fn marks(flags: Flags) -> String {
    let mut words = Vec::new();
    for (kind, word) in [
        (Kind::Starred, "starred"),
        (Kind::Later, "for later"),
        (Kind::Read, "read"),
        (Kind::Skipped, "skipped"),
    ] {
        if flags.has(kind) {
            words.push(word);
        }
    }
    if flags.has_note() {
        words.push("has a note");
    }
    if !flags.is_seen() {
        words.push("new");
    }
    words.join(", ")
}

/// What was done with papers, undone or redone.
pub fn did_with(way: Way, deed: &DeedView) -> String {
    let papers = if let Deed::Add(kind) | Deed::Alter(kind) | Deed::Drop(kind) = deed.deed {
        setting(kind, deed)
    } else if deed.papers == 1 && !deed.title.is_empty() {
        format!("“{}”", short(&deed.title))
    } else {
        counted(deed.papers, "paper")
    };
    let said = match deed.deed {
        Deed::Put(Kind::Starred) => format!("Starred {papers}."),
        Deed::Put(Kind::Later) => format!("Kept {papers} for later."),
        Deed::Put(Kind::Skipped) => format!("Skipped {papers}."),
        Deed::Put(Kind::Read) => format!("Marked {papers} as read."),
        Deed::Take(Kind::Starred) => format!("Took the star off {papers}."),
        Deed::Take(Kind::Later) => format!("Took {papers} off what is for later."),
        Deed::Take(Kind::Skipped) => format!("Took back that {papers} was skipped."),
        Deed::Take(Kind::Read) => format!("Marked {papers} as unread."),
        Deed::Write => format!("Noted on {papers}."),
        Deed::Erase => format!("Removed the note on {papers}."),
        Deed::Add(SettingKind::Author) if !deed.title.is_empty() => {
            format!("Following “{}”.", short(&deed.title))
        }
        Deed::Drop(SettingKind::Author) if !deed.title.is_empty() => {
            format!("No longer following “{}”.", short(&deed.title))
        }
        Deed::Add(SettingKind::Mute) if !deed.title.is_empty() => {
            format!("Muted “{}”.", short(&deed.title))
        }
        Deed::Add(_) => format!("Added {papers}."),
        Deed::Alter(_) if !deed.tag.is_empty() => {
            let (old, new) = (short(&deed.tag), short(&deed.title));
            format!("Renamed “{old}” to “{new}”.")
        }
        Deed::Alter(_) => format!("Changed {papers}."),
        Deed::Drop(_) => format!("Removed {papers}."),
        Deed::Own(own) => did(own, deed),
        Deed::Restore => restored_act(deed.papers),
    };
    match way {
        Way::Done => said,
        Way::Undone => undone(&said),
        Way::Redone => redone(&said),
    }
}

/// That a source was taken out, undone or redone.
pub fn did_remove(way: Way, source: &str) -> String {
    let said = format!("Removed “{}”.", short(source));
    match way {
        Way::Done => said,
        Way::Undone => undone(&said),
        Way::Redone => redone(&said),
    }
}

/// A source that cannot come back.
pub fn source_lost(source: &str) -> String {
    format!(
        "“{}” cannot be brought back: its file is not at hand any more. Add it again.",
        short(source)
    )
}

/// There is nothing to undo, or to redo.
pub fn nothing_to(way: Way) -> &'static str {
    match way {
        Way::Undone => "There is nothing to undo.",
        Way::Done | Way::Redone => "There is nothing to redo.",
    }
}

/// The settings that an act changed.
fn setting(kind: SettingKind, deed: &DeedView) -> String {
    let (what, several) = match kind {
        SettingKind::Search => ("saved search", "saved searches"),
        SettingKind::Author => ("followed author", "followed authors"),
        SettingKind::Mute => ("mute", "mutes"),
        SettingKind::Highlight => ("highlight", "highlights"),
        SettingKind::Rule => ("rule", "rules"),
        SettingKind::Hand => ("tag", "tags"),
    };
    if deed.papers == 1 && !deed.title.is_empty() {
        format!("the {what} “{}”", short(&deed.title))
    } else {
        let what = if deed.papers == 1 { what } else { several };
        format!("{} {what}", deed.papers)
    }
}

/// An act that was taken back.
pub fn undone(said: &str) -> String {
    format!("Undone: {said}")
}

/// An act that was done again.
pub fn redone(said: &str) -> String {
    format!("Redone: {said}")
}

/// How many rows are chosen, before the count of papers.
pub fn chosen(count: u32, status: &str) -> String {
    format!("{count} chosen, {status}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_told_in_a_sentence() {
        let told = |way, deed, papers, title: &str| {
            let title = title.to_owned();
            let view = DeedView {
                deed,
                papers,
                title,
                tag: String::new(),
            };
            did_with(way, &view)
        };
        let star = Deed::Put(Kind::Starred);
        assert_eq!(told(Way::Done, star, 1, "Knots"), "Starred “Knots”.");
        assert_eq!(told(Way::Done, star, 1, ""), "Starred 1 paper.");
        let read = Deed::Take(Kind::Read);
        assert_eq!(
            told(Way::Undone, read, 12, ""),
            "Undone: Marked 12 papers as unread."
        );
    }

    #[test]
    fn settings_are_told_by_their_names() {
        let told = |deed, papers, title: &str| {
            let title = title.to_owned();
            let view = DeedView {
                deed,
                papers,
                title,
                tag: String::new(),
            };
            did_with(Way::Done, &view)
        };
        let author = SettingKind::Author;
        assert_eq!(told(Deed::Add(author), 1, "Bo"), "Following “Bo”.");
        assert_eq!(
            told(Deed::Drop(author), 1, "Bo"),
            "No longer following “Bo”."
        );
        assert_eq!(
            told(Deed::Drop(author), 2, ""),
            "Removed 2 followed authors."
        );
        let search = Deed::Alter(SettingKind::Search);
        assert_eq!(told(search, 2, ""), "Changed 2 saved searches.");
        assert_eq!(
            told(search, 1, "Knots"),
            "Changed the saved search “Knots”."
        );
    }

    #[test]
    fn marks_are_read_out() {
        let star = Flags::default().with(Kind::Starred, true);
        assert_eq!(marks(star), "starred, new");
        let read = star.seen().noted(true).with(Kind::Read, true);
        assert_eq!(marks(read), "starred, read, has a note");
        assert_eq!(marks(Flags::default().seen()), "");
    }
}
