//! The one table of what the reader can have done by a key or from the palette. The listener of
//! keys, the palette and the help all read it.

use crate::core::order::Sort;
use crate::protocol::Kind;
use crate::ui::text;

use super::{Panel, Triage};

/// What a key or a line of the palette does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Something is decided about papers.
    Triage(Triage),
    /// To the hit so many further down, or up.
    Step(i32),
    /// The active paper is opened.
    Open,
    /// The paper's page at arXiv.
    Visit,
    /// The paper is scrolled on, and then the next one opened; or it is scrolled back.
    Scroll,
    /// To the search box.
    Search,
    /// What lies over the page.
    Panel(Panel),
    /// Out of what is open.
    Back,
    /// Files are chosen and read.
    AddFiles,
    /// A folder is.
    AddFolder,
    /// What was copied is read.
    Paste,
    /// The built-in sample is.
    Sample,
    /// The next colours.
    Theme,
    /// Something is switched on or off.
    Switch(Switch),
    /// The search gets a name.
    Save,
    /// Another order of the hits.
    Sort(Option<Sort>),
    /// The query is to be this.
    Query(&'static str),
    /// What is left of a day that is not finished.
    NextDay,
    /// The filters stand in their usual order again.
    UsualFilters,
    /// A backup is saved.
    BackUp,
    /// A backup is chosen, which may be restored.
    Restore,
    /// A paper is copied: the open one or the active one, or all that are chosen.
    Copy {
        /// Whether all that are chosen.
        chosen: bool,
    },
}

/// What is on until the reader switches it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Matches are marked.
    Marks,
    /// The words that stand out are on show.
    Terms,
    /// Keys of one letter.
    SingleKeys,
    /// A paper that was read to its end is marked as read.
    ReadThrough,
}

/// What must be there so that a command makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A report of what was read.
    Reports,
    /// Papers to search.
    Papers,
}

/// One line of the table.
#[derive(Debug)]
pub struct Entry {
    /// What it is called where it is kept.
    pub id: &'static str,
    /// What it does.
    pub command: Command,
    /// What it is called in the palette and where its key is changed.
    pub name: &'static str,
    /// What its key does, for the list of keys; the name where that says it all.
    pub help: &'static str,
    /// Its keys unless the reader has changed them, as browsers name them. Two letters are pressed
    /// one after the other; `Ctrl+` stands for the Command key on a Mac.
    pub keys: &'static [&'static str],
    /// What must be there.
    pub needs: Needs,
}

impl Entry {
    /// Whether the command is one of a single press, though its key is held: what decides would
    /// decide paper after paper.
    pub fn is_once(&self) -> bool {
        matches!(
            self.command,
            Command::Triage(Triage::Mark(_) | Triage::Done)
        )
    }

    /// Whether its key can be changed. Escape closes dialogs as well, which is the browser's doing.
    pub fn is_changeable(&self) -> bool {
        self.command != Command::Back
    }

    /// Whether the palette has it: not what only makes sense as a key.
    pub fn is_named(&self) -> bool {
        !matches!(
            self.command,
            Command::Back | Command::Scroll | Command::Panel(Panel::Palette)
        )
    }
}

const fn entry(
    id: &'static str,
    keys: &'static [&'static str],
    command: Command,
    needs: Needs,
    (name, help): (&'static str, &'static str),
) -> Entry {
    Entry {
        id,
        command,
        name,
        help,
        keys,
        needs,
    }
}

/// A command with papers, which the list has.
const fn listed(
    id: &'static str,
    keys: &'static [&'static str],
    command: Command,
    words: (&'static str, &'static str),
) -> Entry {
    entry(id, keys, command, Needs::Papers, words)
}

const fn triage(
    id: &'static str,
    keys: &'static [&'static str],
    act: Triage,
    words: (&'static str, &'static str),
) -> Entry {
    listed(id, keys, Command::Triage(act), words)
}

/// A command that has a name alone, and no key at first.
const fn named(id: &'static str, command: Command, needs: Needs, name: &'static str) -> Entry {
    entry(id, &[], command, needs, (name, name))
}

const fn sort(id: &'static str, order: Option<Sort>, name: &'static str) -> Entry {
    named(id, Command::Sort(order), Needs::Papers, name)
}

const fn query(id: &'static str, text: &'static str, name: &'static str) -> Entry {
    named(id, Command::Query(text), Needs::Papers, name)
}

const fn switch(id: &'static str, what: Switch, needs: Needs, name: &'static str) -> Entry {
    named(id, Command::Switch(what), needs, name)
}

const fn panel(id: &'static str, panel: Panel, needs: Needs, name: &'static str) -> Entry {
    named(id, Command::Panel(panel), needs, name)
}

/// All commands, in the order of the help and of the palette: first those with keys.
pub static COMMANDS: &[Entry] = &[
    listed("next", &["j"], Command::Step(1), text::KEY_NEXT),
    listed("previous", &["k"], Command::Step(-1), text::KEY_PREVIOUS),
    listed("first", &["gg"], Command::Step(i32::MIN), text::KEY_FIRST),
    listed("last", &["G"], Command::Step(i32::MAX), text::KEY_LAST),
    listed("open", &["o", "Enter"], Command::Open, text::KEY_OPEN),
    listed("scroll", &[" "], Command::Scroll, text::KEY_SPACE),
    triage("star", &["s"], Triage::Mark(Kind::Starred), text::KEY_STAR),
    triage("later", &["l"], Triage::Mark(Kind::Later), text::KEY_LATER),
    triage("read", &["m"], Triage::Mark(Kind::Read), text::KEY_READ),
    triage("skip", &["x"], Triage::Mark(Kind::Skipped), text::KEY_SKIP),
    triage("done", &["e"], Triage::Done, text::KEY_DONE),
    triage("note", &["n"], Triage::Write(true), text::KEY_NOTE),
    triage("tag", &["t"], Triage::Tag(true), text::KEY_TAG),
    entry(
        "undo",
        &["u"],
        Command::Triage(Triage::TakeBack),
        Needs::Nothing,
        text::KEY_UNDO,
    ),
    entry(
        "redo",
        &["U"],
        Command::Triage(Triage::DoAgain),
        Needs::Nothing,
        text::KEY_REDO,
    ),
    triage(
        "choose-next",
        &["J"],
        Triage::Extend(1),
        text::KEY_CHOOSE_NEXT,
    ),
    triage(
        "choose-previous",
        &["K"],
        Triage::Extend(-1),
        text::KEY_CHOOSE_PREVIOUS,
    ),
    triage(
        "choose-all",
        &["Ctrl+a"],
        Triage::ChooseAll,
        text::KEY_CHOOSE_ALL,
    ),
    listed(
        "copy",
        &["c"],
        Command::Copy { chosen: false },
        text::KEY_COPY,
    ),
    listed(
        "copy-chosen",
        &["C"],
        Command::Copy { chosen: true },
        text::KEY_COPY_CHOSEN,
    ),
    listed(
        "export",
        &["E"],
        Command::Panel(Panel::Export),
        text::KEY_EXPORT,
    ),
    listed("save", &["w"], Command::Save, text::KEY_SAVE),
    listed(
        "share",
        &["S"],
        Command::Panel(Panel::Share),
        text::KEY_SHARE,
    ),
    listed("visit", &["v"], Command::Visit, text::KEY_VISIT),
    listed("search", &["/"], Command::Search, text::KEY_SEARCH),
    entry(
        "palette",
        &["Ctrl+k"],
        Command::Panel(Panel::Palette),
        Needs::Nothing,
        text::KEY_PALETTE,
    ),
    entry(
        "help",
        &["?"],
        Command::Panel(Panel::Help),
        Needs::Nothing,
        text::KEY_HELP,
    ),
    entry(
        "back",
        &["Escape"],
        Command::Back,
        Needs::Nothing,
        text::KEY_BACK,
    ),
    named("add-files", Command::AddFiles, Needs::Nothing, text::DO_ADD),
    named(
        "add-folder",
        Command::AddFolder,
        Needs::Nothing,
        text::DO_ADD_FOLDER,
    ),
    named("paste", Command::Paste, Needs::Nothing, text::DO_PASTE),
    named("sample", Command::Sample, Needs::Nothing, text::TRY_SAMPLE),
    query("clear", "", text::SHOW_ALL),
    query("undecided", "is:undecided", text::DO_SHOW_UNDECIDED),
    query("new", "is:new", text::DO_SHOW_NEW),
    query("starred", "is:starred", text::DO_SHOW_STARRED),
    query("for-later", "is:later", text::DO_SHOW_LATER),
    named(
        "next-day",
        Command::NextDay,
        Needs::Papers,
        text::DO_NEXT_DAY,
    ),
    named(
        "read-above",
        Command::Triage(Triage::ReadAbove),
        Needs::Papers,
        text::READ_ABOVE,
    ),
    named(
        "read-all",
        Command::Triage(Triage::ReadAll),
        Needs::Papers,
        text::DO_READ_ALL,
    ),
    sort("sort-best", None, text::DO_SORT_BEST),
    sort(
        "sort-relevance",
        Some(Sort::Relevance),
        text::DO_SORT_RELEVANCE,
    ),
    sort("sort-newest", Some(Sort::Newest), text::DO_SORT_NEWEST),
    sort("sort-oldest", Some(Sort::Oldest), text::DO_SORT_OLDEST),
    sort("sort-title", Some(Sort::Title), text::DO_SORT_TITLE),
    sort("sort-id", Some(Sort::Id), text::DO_SORT_ID),
    panel("print", Panel::Print, Needs::Papers, text::PRINT_MORE),
    panel("rules", Panel::Rules, Needs::Nothing, text::RULES),
    panel("lists", Panel::Lists, Needs::Nothing, text::LISTS),
    panel("kept", Panel::Kept, Needs::Nothing, text::KEPT),
    named(
        "back-up",
        Command::BackUp,
        Needs::Nothing,
        text::SAVE_BACKUP,
    ),
    named(
        "restore",
        Command::Restore,
        Needs::Nothing,
        text::DO_RESTORE,
    ),
    panel("report", Panel::Report, Needs::Reports, text::REPORT),
    panel("filters", Panel::Filters, Needs::Papers, text::FILTERS),
    named(
        "usual-filters",
        Command::UsualFilters,
        Needs::Papers,
        text::USUAL_FACETS,
    ),
    named("theme", Command::Theme, Needs::Nothing, text::DO_THEME),
    switch("marks", Switch::Marks, Needs::Papers, text::DO_MARKS),
    switch("terms", Switch::Terms, Needs::Papers, text::DO_TERMS),
    switch(
        "single-keys",
        Switch::SingleKeys,
        Needs::Nothing,
        text::DO_SINGLE_KEYS,
    ),
    switch(
        "read-through",
        Switch::ReadThrough,
        Needs::Nothing,
        text::DO_READ_THROUGH,
    ),
];

/// The number of the command of this id.
pub fn command_of(id: &str) -> Option<usize> {
    COMMANDS.iter().position(|entry| entry.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_name_and_an_id_of_its_own() {
        for (at, entry) in COMMANDS.iter().enumerate() {
            assert_eq!(command_of(entry.id), Some(at), "{}", entry.id);
            let mut letters = entry.id.chars();
            assert!(letters.all(|letter| letter.is_ascii_lowercase() || letter == '-'));
            assert!(!entry.name.is_empty() && !entry.help.is_empty());
            let same = COMMANDS.iter().filter(|other| other.name == entry.name);
            assert_eq!(same.count(), 1, "{}", entry.name);
            let same = COMMANDS.iter().filter(|other| other.help == entry.help);
            assert_eq!(same.count(), 1, "{}", entry.help);
        }
    }
}
