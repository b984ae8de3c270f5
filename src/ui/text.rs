//! Every sentence a reader sees.

use crate::core::address::Address;
use crate::core::day::{Date, Day};
use crate::core::diagnostic::Severity;
use crate::core::facet::Facet;
use crate::core::order::Sort;
use crate::core::paper::{AnnounceKind, Announcement, Part};
use crate::ui::kept;
use crate::ui::state::Aside;

mod backup;
mod find;
mod help;
mod hosted;
mod keeping;
mod keys;
mod load;
mod overview;
mod rules;
mod saved;
mod sharing;
mod taking;
mod triage;

pub use backup::*;
pub use find::*;
pub use help::*;
pub use hosted::*;
pub use keeping::*;
pub use keys::*;
pub use load::*;
pub use overview::*;
pub use rules::*;
pub use saved::*;
pub use sharing::*;
pub use taking::*;
pub use triage::*;

/// How many of many names are told.
pub const NAMED: usize = 3;

pub const NAME: &str = "Digest Explorer";

/// What the tab is called where a paper or a search has this name; none is empty.
pub fn title(of: &str) -> String {
    let of = of.trim();
    if of.is_empty() {
        NAME.to_owned()
    } else {
        format!("{} – {NAME}", short(of))
    }
}
pub const NO_ROOT: &str = "The page has no element #app.";

// The page before anything was read. The shell in index.html says the same.
pub const LEAD: &str = "Drop a digest of papers here and explore it at once.";
pub const PROMISE: &str = "Every paper is parsed, tagged, searchable and sortable in this browser. Nothing leaves this machine.";
pub const LINKED: &str =
    "This link opens a particular view. It appears as soon as the files it is about are here.";
pub const DROP_HERE: &str = "Drop files or folders anywhere on this page";
pub const CHOOSE_FILES: &str = "Choose files";
pub const CHOOSE_FOLDER: &str = "Choose a folder";
pub const PASTE_HINT: &str = "or paste the text of a digest.";
pub const NO_DIGEST: &str = "No digest at hand?";
pub const TRY_SAMPLE: &str = "Try the sample";
pub const WHAT_IS_READ: &str = "Reads daily lists of papers: Markdown in all its forms, arXiv's mails and listings, saved or copied pages, Google Scholar's alerts, Atom and RSS, lists of links, JSON and YAML, BibTeX, RIS, CSL-JSON, CSV and TSV, and what PubMed, Web of Science, EndNote, Zotero and OAI servers export. Any number of files, packed as .zip or .gz too.";
pub const FILE_INPUT: &str = "Digest files";
pub const DROP_NOW: &str = "Drop to read";
pub const PASTED: &str = "Pasted text";
pub const SAMPLE: &str = "Sample digest";

// The header.
pub const ADD_FILES: &str = "Add files";
pub const REPORT: &str = "Reading report";
pub const HELP: &str = "Help";
pub const THEME_SYSTEM: &str = "Colours: as the system has them";
pub const THEME_LIGHT: &str = "Colours: light";
pub const THEME_DARK: &str = "Colours: dark";
pub const SEARCH_LABEL: &str = "Search papers";
pub const SEARCH_HINT: &str = "Words, \"a phrase\", title:word, -not, /regex/";

// Bars.
pub const CANCEL: &str = "Cancel";
pub const DETAILS: &str = "Details";
pub const DISMISS: &str = "Dismiss";
pub const CLOSE: &str = "Close";
pub const RELOAD: &str = "Reload the page";
pub const GO_ON: &str = "Go on";
pub const DEAD: &str = "The search engine of this page has stopped and could not be started again.";
pub const SILENT: &str = "It did not answer for half a minute.";
pub const THE_VIEW: &str = "the search and the paper that were open";
pub const THE_RULES: &str = "your tag rules";
pub const SAVE_ASIDE: &str = "Save it as a file";
pub const THROW_AWAY: &str = "Throw it away";
pub const WRONG_VERSION: &str =
    "The parts of this page are from different versions. Reload the page to get matching ones.";

// The list.
pub const FILTERS: &str = "Filters";
pub const RESULTS: &str = "Results";
pub const PAPERS: &str = "Papers";
pub const SORT: &str = "Sort by";
pub const USUAL_ORDER: &str = "Best order";
pub const USUAL_ORDER_IS: &str =
    "The best order: by relevance where there are words, newest first otherwise";
pub const CHIPS: &str = "Active filters";
pub const CLEAR_ALL: &str = "Clear all";
pub const HISTOGRAM: &str = "Papers per day";
pub const ANY_DAY: &str = "Any day";
pub const HISTOGRAM_HINT: &str =
    "Draw over bars, or hold Shift and press the arrow keys, to choose days. Escape takes any day.";
pub const WAITING_ROW: &str = "Loading";
pub const NO_TITLE: &str = "Untitled";
pub const HAS_CODE: &str = "code";
/// Between the facts of a row.
pub const FACTS_APART: &str = "\u{2002} ";
/// Between the tags of a row.
pub const TAGS_APART: &str = " · ";

// Facets.
pub const JOIN_ALL: &str = "all";
pub const JOIN_ANY: &str = "any";
pub const NO_VALUES: &str = "Nothing here.";
pub const NO_SUCH_VALUE: &str = "Nothing of this name.";
pub const SHOW_FEWER: &str = "Show fewer";
pub const USUAL_FACETS: &str = "Usual order of the filters";

// The paper pane.
pub const PAPER: &str = "Paper";
pub const PICK: &str = "Pick a paper to read it here.";
pub const BACK: &str = "Back";
pub const PREVIOUS: &str = "Previous paper";
pub const NEXT: &str = "Next paper";
pub const ABS: &str = "arXiv page";
pub const PDF: &str = "PDF";
pub const NO_ABSTRACT: &str = "The digest has no abstract of this paper.";
pub const PART_BEFORE: &str = "Previous part";
pub const PART_BEHIND: &str = "Next part";
pub const COMMENT: &str = "Comment:";
pub const FIELD_ID: &str = "Id";
pub const FIELD_CATEGORIES: &str = "Categories";
pub const FIELD_DAYS: &str = "Announced";
/// What the sheet calls the date of a paper of which no list is known.
pub const FIELD_INFERRED: &str = "Date";
pub const FIELD_ANNOUNCE: &str = "Listed as";
pub const FIELD_NUMBER: &str = "Number";
pub const FIELD_SOURCES: &str = "From";
pub const FIELD_TOPICS: &str = "Topics";
pub const FIELD_JOURNAL: &str = "Published in";
pub const FIELD_SUBMITTED: &str = "Submitted";
pub const DOI: &str = "DOI";
pub const VERSIONS: &str = "Versions";
pub const WHAT_CHANGED: &str = "What changed";
pub const NEAR: &str = "Nearly the same";
pub const GIST: &str = "The digest says";

// What earned a tag.
pub const ENOUGH: &str = "Mentions that count 6 or more together make a tag.";
pub const EVERY_MENTION: &str = "Every mention makes the tag.";
pub const PUT_ON_BY_HAND: &str = "Put on by you.";
pub const TAP_AGAIN: &str = "Tap again to filter by it.";

/// The name of a facet.
pub fn facet(facet: Facet) -> &'static str {
    facet.label()
}

/// The name of an order.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Relevance",
        Sort::Newest => "Newest",
        Sort::Oldest => "Oldest",
        Sort::Title => "Title",
        Sort::Id => "Id",
    }
}

/// How a paper was announced.
pub fn announce(announcement: Announcement) -> &'static str {
    match (announcement.kind, announcement.inferred) {
        (AnnounceKind::New, false) => "new",
        (AnnounceKind::New, true) => "new (inferred from the order of ids)",
        (AnnounceKind::Cross, false) => "cross-list",
        (AnnounceKind::Cross, true) => "cross-list (inferred from the order of ids)",
        (AnnounceKind::Replaced, false) => "replacement",
        (AnnounceKind::Replaced, true) => "replacement (inferred)",
    }
}

/// The same in short, for the list; new papers are the rule and say nothing.
pub fn announce_badge(announcement: Announcement) -> Option<&'static str> {
    match (announcement.kind, announcement.inferred) {
        (AnnounceKind::New, _) => None,
        (AnnounceKind::Cross, false) => Some("cross-list"),
        (AnnounceKind::Cross, true) => Some("cross-list (inferred)"),
        (AnnounceKind::Replaced, false) => Some("replacement"),
        (AnnounceKind::Replaced, true) => Some("replacement (inferred)"),
    }
}

/// Where evidence stands.
pub fn in_part(part: Part) -> &'static str {
    match part {
        Part::Title => "in the title",
        Part::Abstract => "in the abstract",
        Part::Comment => "in the comment",
    }
}

/// Where evidence stands, and what it counts.
pub fn counts(part: Part, weight: u8) -> String {
    match weight {
        0 => in_part(part).to_owned(),
        _ => format!("{}, counts {weight}", in_part(part)),
    }
}

/// How bad a problem is.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// What the list says of itself.
pub fn status(hits: u32, papers: u32) -> String {
    let noun = if papers == 1 { "paper" } else { "papers" };
    format!("{hits} of {papers} {noun}")
}

/// Which of the hits is open.
pub fn position(at: u32, hits: u32) -> String {
    format!("{} of {hits}", at + 1)
}

/// The name of the check box of a value.
pub fn value(label: &str, count: u32) -> String {
    format!("{} {count}", short(label))
}

/// What an author's name in the paper leads to.
pub fn papers_by(name: &str) -> String {
    format!("Papers by {}", short(name))
}

/// What a value of a facet in the paper leads to.
pub fn papers_of(facet: Facet, value: &str) -> String {
    format!(
        "Papers of {} {}",
        facet.label().to_lowercase(),
        short(value)
    )
}

/// The name of the button that excludes a value.
pub fn exclude(label: &str) -> String {
    format!("Exclude {}", short(label))
}

/// The name of the box that filters a facet's values.
pub fn filter_facet(facet: &str) -> String {
    format!("Filter {facet}")
}

/// The name of the button that moves a facet up.
pub fn move_up(facet: &str) -> String {
    format!("Move {facet} up")
}

/// The name of the button that moves a facet down.
pub fn move_down(facet: &str) -> String {
    format!("Move {facet} down")
}

/// Said when a facet was moved.
pub fn moved(of: Facet, at: usize, count: usize) -> String {
    format!("{}: {} of {count}", facet(of), at + 1)
}

/// The name of the switch between any and all.
pub fn match_all(facet: &str) -> String {
    format!("Match all in {facet}")
}

/// The button that shows the rest of a facet's values.
pub fn show_more(count: usize) -> String {
    format!("Show {count} more")
}

/// The button that shows more of what is not on show.
pub fn show_some(left: usize) -> String {
    format!("Show more of {left} others")
}

/// The name of a chip.
pub fn remove(label: &str) -> String {
    format!("Remove {}", short(label))
}

/// The name of a bar of the histogram.
pub fn days(from: Day, to: Day, hits: u32, papers: u32) -> String {
    let days =
        Date::spanning(from, to).map_or_else(|| [from.long(), to.long()].join(" to "), Date::long);
    format!("{days}: {}", status(hits, papers))
}

/// What is said of papers that a query by days leaves out for want of a day.
pub fn undated(papers: u32) -> String {
    let have = if papers == 1 { "has" } else { "have" };
    let papers = counted(papers, "paper");
    format!("{papers} {have} no day that is known, or not closely enough for these days.")
}

/// The end of the histogram's axis.
pub fn until(day: Day) -> String {
    format!("to {day}")
}

/// What a chip says.
pub fn chip(label: &str, excludes: bool) -> String {
    let label = short(label);
    if excludes {
        format!("not {label}")
    } else {
        label
    }
}

/// So many files.
pub fn files(count: usize) -> String {
    counted(u32::try_from(count).unwrap_or(u32::MAX), "file")
}

/// A job and its file.
pub fn reading(file: &str) -> String {
    format!("Reading {}", short(file))
}

/// A link to code, by the site it is on.
pub fn code(href: &str) -> String {
    let address = Address::parse(href);
    let site = address.as_ref().map_or(href, Address::site);
    format!("Code ({site})")
}

/// A version of a paper and when it was announced.
pub fn version(number: Option<u16>, days: &str) -> String {
    match number {
        Some(number) if days.is_empty() => format!("Version {number}"),
        Some(number) => format!("Version {number}, {days}"),
        None if days.is_empty() => "As another file has it".to_owned(),
        None => days.to_owned(),
    }
}

/// What is said of a version whose text is not compared with the one before.
pub const TOO_LONG: &str = "The texts are too long to show which words changed.";

/// How many copies of a paper are not among its versions.
pub fn other_copies(count: u32) -> String {
    match count {
        1 => {
            "One more copy in the files was not compared: there are too many, or they are too long."
                .to_owned()
        }
        _ => format!(
            "{count} more copies in the files were not compared: there are too many, or they are \
             too long."
        ),
    }
}

/// Versions that are not shown.
pub fn earlier(count: usize) -> String {
    format!("{count} earlier ones")
}

/// How much another paper has in common.
pub fn in_common(id: &str, percent: u8) -> String {
    format!("{id}, {percent}% of the word triples in common")
}

/// Authors that are folded.
pub fn more_authors(count: usize) -> String {
    format!("and {count} more")
}

/// Which part of a very long abstract is shown.
pub fn stretch(part: u32, parts: u32) -> String {
    format!(
        "This abstract is too long to be shown at once. Part {}: ",
        position(part, parts)
    )
}

/// A paper that is in no loaded file.
pub fn missing(id: &str) -> String {
    format!(
        "The files that are loaded do not have the paper {}.",
        short(id)
    )
}

/// What a worker said when it died.
pub fn last_words(message: &str) -> String {
    if message.is_empty() {
        "It gave no reason.".to_owned()
    } else {
        format!("Its last words: {}", short(message))
    }
}

/// Why a browser ended a worker that said nothing itself. A program that gets no more memory stops
/// at an instruction that is never reached otherwise, without a word; a panic has said its own by
/// then.
pub fn ended(message: &str) -> String {
    const MEMORY: &str = "The memory that the browser gives to a page ran out. Read fewer files, or take some out; a large one can be split.";
    const DEPTH: &str = "Something in what it was reading is nested too deeply.";
    let ends = [
        ("unreachable", MEMORY),
        ("memory allocation", MEMORY),
        ("allocation failed", MEMORY),
        ("out of memory", MEMORY),
        ("call stack", DEPTH),
        ("recursion", DEPTH),
        // Where the program's own part of the stack ends.
        ("out of bounds", DEPTH),
    ];
    let said = message.to_ascii_lowercase();
    let known = ends.iter().find(|(end, _)| said.contains(end));
    known.map_or_else(|| last_words(message), |(_, means)| (*means).to_owned())
}

/// The worker died and was started again.
pub fn restarted(left_out: &[String]) -> String {
    const DIED: &str = "The search engine of this page crashed and was started again.";
    if left_out.is_empty() {
        return format!("{DIED} All files are being read again.");
    }
    let named: Vec<_> = left_out
        .iter()
        .take(NAMED)
        .map(|name| short(name))
        .collect();
    let mut named = named.join(", ");
    if left_out.len() > NAMED {
        named = format!("{named}, {}", more_unread(left_out.len() - NAMED));
    }
    format!("{DIED} Left out, because it may be the cause: {named}.")
}

/// A text of whatever length as it is shown: with its beginning and its end, where it is longer
/// than anybody reads. Browsers lay out what nobody sees, and a name of a hundred kilobytes takes
/// them longer than a frame.
pub fn short(text: &str) -> String {
    const LONG: usize = 2000;
    const START: usize = 1500;
    const END: usize = 300;
    if text.len() <= LONG {
        return text.to_owned();
    }
    let start = text.floor_char_boundary(START);
    let end = text.ceil_char_boundary(text.len() - END);
    let parts = text.get(..start).zip(text.get(end..));
    parts.map_or_else(String::new, |(start, end)| format!("{start}…{end}"))
}

/// What was kept and is set aside.
pub fn aside(aside: &Aside) -> String {
    const SAID: &str = " that this browser kept cannot be used, so the page goes on without. What was there is kept as ";
    let what = match aside.name.as_str() {
        kept::LINK => {
            return "The link is too long to be read, so the page goes on without it.".to_owned();
        }
        kept::RULES => "The tag rules",
        kept::FACETS => "The order of the filters",
        kept::THEME => "The choice of colours",
        kept::KEYS => "The keys that you changed",
        _ => "A setting",
    };
    format!("{what}{SAID}{} in the browser's storage.", aside.key)
}

/// A number with a noun that takes an s.
fn counted(count: u32, noun: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// A number with a comma before every three digits.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(status(12, 68), "12 of 68 papers");
        assert_eq!(status(1, 1), "1 of 1 paper");
    }

    #[test]
    fn the_end_of_a_worker_is_told_in_plain_words() {
        for (message, expected) in [
            ("Uncaught RuntimeError: unreachable", "The memory"),
            ("RuntimeError: unreachable executed", "The memory"),
            (
                "RuntimeError: Unreachable code should not be executed",
                "The memory",
            ),
            ("RangeError: Array buffer allocation failed", "The memory"),
            (
                "Uncaught RangeError: Maximum call stack size exceeded",
                "Something in",
            ),
            ("InternalError: too much recursion", "Something in"),
            ("RuntimeError: memory access out of bounds", "Something in"),
            ("SyntaxError: x", "Its last words: SyntaxError: x"),
            ("", "It gave no reason."),
        ] {
            let said = ended(message);
            assert!(said.starts_with(expected), "{message}: {said}");
        }
    }

    #[test]
    fn what_nobody_reads_to_its_end_is_shown_in_short() {
        assert_eq!(short("march/a.md"), "march/a.md");
        let long = format!("a.md{}z.md", "é/".repeat(50_000));
        let shown = short(&long);
        assert!(shown.len() < 2_000 && shown.starts_with("a.md") && shown.ends_with("/z.md"));
    }

    #[test]
    fn code_is_named_by_its_site() {
        assert_eq!(code("https://github.com/a/b"), "Code (github.com)");
        assert_eq!(code("http://www.a.org"), "Code (a.org)");
        assert_eq!(code("https://a.org\\@github.com/b"), "Code (a.org)");
    }
}
