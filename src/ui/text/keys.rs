//! What commands and keys are called.

use super::short;

// The names of commands in the palette, and what their keys do in the list of keys.
pub const KEY_NEXT: (&str, &str) = ("Next paper", "next paper");
pub const KEY_PREVIOUS: (&str, &str) = ("Previous paper", "previous paper");
pub const KEY_FIRST: (&str, &str) = ("First paper", "first paper");
pub const KEY_LAST: (&str, &str) = ("Last paper", "last paper");
pub const KEY_OPEN: (&str, &str) = ("Open the paper", "open the paper");
pub const KEY_SPACE: (&str, &str) = ("Scroll on", "scroll the abstract, then the next paper");
pub const KEY_STAR: (&str, &str) = (
    "Star",
    "star it and go on; press it there again to take the star off",
);
pub const KEY_LATER: (&str, &str) = ("Keep for later", "keep it for later and go on");
pub const KEY_READ: (&str, &str) = (
    "Mark as read",
    "mark it as read and go on; press it there again to mark it as unread",
);
pub const KEY_SKIP: (&str, &str) = ("Skip", "skip it and go on");
pub const KEY_DONE: (&str, &str) = (
    "Done with it",
    "done with it: mark it as read, or leave it so, and go on",
);
pub const KEY_NOTE: (&str, &str) = ("Write a note", "write a note on it");
pub const KEY_TAG: (&str, &str) = (
    "Put a tag on the paper",
    "put a tag on it, or on all that are chosen",
);
pub const KEY_UNDO: (&str, &str) = ("Undo", "undo the last thing you did");
pub const KEY_REDO: (&str, &str) = ("Redo", "redo it");
pub const KEY_CHOOSE_NEXT: (&str, &str) = (
    "Choose the next paper too",
    "choose this paper and the next, to mark them together",
);
pub const KEY_CHOOSE_PREVIOUS: (&str, &str) = (
    "Choose the paper before too",
    "choose this paper and the one before",
);
pub const KEY_CHOOSE_ALL: (&str, &str) = (
    "Choose all papers shown",
    "choose all papers shown, where the focus is in the list",
);
pub const KEY_COPY: (&str, &str) = (
    "Copy the citation",
    "copy its citation, in the format of the last export",
);
pub const KEY_COPY_CHOSEN: (&str, &str) = (
    "Copy the citations of all that are chosen",
    "copy the citations of all that are chosen",
);
pub const KEY_EXPORT: (&str, &str) = (
    "Export papers",
    "export papers: those that are chosen, the open one, or the list",
);
pub const KEY_VISIT: (&str, &str) = ("Open the arXiv page", "open its arXiv page");
pub const KEY_SEARCH: (&str, &str) = ("To the search box", "to the search box");
pub const KEY_PALETTE: (&str, &str) = (
    "Commands and filters",
    "every command and filter by its name, from anywhere",
);
pub const KEY_HELP: (&str, &str) = ("Help", "this help");
pub const KEY_BACK: (&str, &str) = ("Back", "back");

// The names of commands that have no key at first.
pub const DO_ADD: &str = "Open files";
pub const DO_ADD_FOLDER: &str = "Open a folder";
pub const DO_PASTE: &str = "Paste a digest";
pub const DO_SHOW_UNDECIDED: &str = "Show undecided papers";
pub const DO_SHOW_NEW: &str = "Show new papers";
pub const DO_SHOW_STARRED: &str = "Show starred papers";
pub const DO_SHOW_LATER: &str = "Show papers kept for later";
pub const DO_NEXT_DAY: &str = "Show the next undecided day";
pub const DO_READ_ALL: &str = "Mark all shown as read";
pub const DO_SORT_BEST: &str = "Sort in the best order";
pub const DO_SORT_RELEVANCE: &str = "Sort by relevance";
pub const DO_SORT_NEWEST: &str = "Sort by newest";
pub const DO_SORT_OLDEST: &str = "Sort by oldest";
pub const DO_SORT_TITLE: &str = "Sort by title";
pub const DO_SORT_ID: &str = "Sort by id";
pub const DO_THEME: &str = "Change the colours";
pub const DO_MARKS: &str = "Matches: mark them or not";
pub const DO_TERMS: &str = "Words that stand out: show them or not";
pub const DO_SINGLE_KEYS: &str = "Single-letter keys: on or off";
pub const DO_READ_THROUGH: &str = "Mark papers read to their end: on or off";
/// Where the browser does not hand over what was copied.
pub const NO_PASTE: &str = "The browser does not let this page read what you copied. Press the keys for pasting (Ctrl+V or Cmd+V) instead.";
/// What was copied has no text.
pub const NOTHING_TO_PASTE: &str = "There is no text among what you copied.";

// The palette.
pub const PALETTE: &str = "Commands and filters";
pub const PALETTE_HINT: &str = "Type what you want to do, or a filter";
pub const NO_COMMAND: &str = "No command or filter of this name.";

// The list of keys.
pub const NO_KEY: &str = "no key";
pub const CHANGE_KEY: &str = "Change";
pub const KEY_OFF: &str = "No key";
pub const USUAL_KEY: &str = "Usual";
pub const SWAP_KEYS: &str = "Swap the two";
pub const ALL_USUAL_KEYS: &str = "All keys as at first";
pub const MORE_COMMANDS: &str = "Commands without a key";
pub const PRESS_KEY: &str = "Press the new key, or two letters one after the other. Escape leaves it as it is, Backspace takes the key off.";
pub const SECOND_LETTER: &str = "Another letter now makes a pair.";
pub const READ_THROUGH: &str = "Papers that are read to their end are marked as read";

/// The name of the button that changes the keys of a command.
pub fn change_key(name: &str) -> String {
    format!("Change the key of: {name}")
}

/// The name of the button that takes the keys off a command.
pub fn key_off(name: &str) -> String {
    format!("No key for: {name}")
}

/// The name of the button that gives a command its usual keys back.
pub fn usual_key(name: &str) -> String {
    format!("The usual key of: {name}")
}

/// A key that cannot be had because another command has it.
pub fn key_taken(key: &str, other: &str) -> String {
    format!("{key} is the key of “{other}” already.")
}

/// A key that cannot be had because the page could not tell it from another command's.
pub fn key_alike(key: &str, others: &str, other: &str) -> String {
    format!("{key} could not be told from {others}, the key of “{other}”: one begins the other.")
}

/// A key that no command can have.
pub fn key_reserved(key: &str) -> String {
    format!("{key} is needed for moving about or by the browser. Choose another key.")
}

/// A line of the palette that puts a saved search in force.
pub fn run_search(name: &str) -> String {
    format!("Search: {}", short(name))
}

/// A line of the palette that shows the papers of a followed author.
pub fn show_author(name: &str) -> String {
    format!("Author: {}", short(name))
}

/// How many papers of a line are new.
pub fn some_new(count: u32) -> String {
    format!("{count} new")
}

/// A line of the palette that filters by a value of a facet, or does so no more.
pub fn filter_by(facet: &str, label: &str, is_chosen: bool) -> String {
    let label = short(label);
    if is_chosen {
        format!("Filter no more: {facet} · {label}")
    } else {
        format!("Filter: {facet} · {label}")
    }
}

/// The name of a key as it stands on a keyboard.
pub fn key(stroke: &str, is_mac: bool) -> String {
    if let Some(letter) = stroke.strip_prefix("Ctrl+") {
        let ctrl = if is_mac { "⌘" } else { "Ctrl+" };
        return [ctrl, &letter.to_ascii_uppercase()].concat();
    }
    match stroke {
        "Escape" => "Esc".to_owned(),
        " " => "Space".to_owned(),
        _ => {
            let mut letters = stroke.chars();
            match (letters.next(), letters.next(), letters.next()) {
                (Some(first), Some(second), None) if second.is_alphabetic() => {
                    format!("{first} {second}")
                }
                _ => stroke.to_owned(),
            }
        }
    }
}

/// What a button does, with the key that does the same, where there is one.
pub fn with_key(name: &str, key: Option<&str>) -> String {
    match key {
        Some(key) => format!("{name} ({key})"),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_called_as_they_stand_on_a_keyboard() {
        for (stroke, is_mac, expected) in [
            ("gg", false, "g g"),
            ("F2", false, "F2"),
            (" ", false, "Space"),
            ("Ctrl+k", false, "Ctrl+K"),
            ("Ctrl+k", true, "⌘K"),
            ("G", true, "G"),
        ] {
            assert_eq!(key(stroke, is_mac), expected);
        }
        assert_eq!(with_key("Star", Some("s")), "Star (s)");
        assert_eq!(with_key("Star", None), "Star");
    }
}
