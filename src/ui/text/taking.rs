//! What is said of taking papers along: files that are made, what is copied, what is printed.

use crate::core::day::Day;
use crate::protocol::{DayProgress, Detail, PrintPaper};
use crate::ui::state::{Then, Which};

use super::{FACTS_APART, TAGS_APART, counted, short};

/// A file that is being made.
pub const MAKING: &str = "Making the file";
pub const STOP_MAKING: &str = "Stop";
/// Nobody wanted it any more.
pub const MAKING_STOPPED: &str = "Stopped: no file was saved.";
const COPYING_STOPPED: &str = "Stopped: nothing was copied.";
/// The worker that was making it is gone.
pub const MAKER_DIED: &str = "the search engine of this page crashed; try again";
/// And so it is where another one opens the reader's library.
pub const MAKER_LEFT: &str = "the papers of this page were being added to your library; try again";
/// Something was looked at before it could be copied.
pub const OVERTAKEN: &str = "the export was opened before the papers were there; try again";
/// Where the browser takes no more of a file.
pub const NO_ROOM: &str = "the browser has no room for the file";
/// Where the browser does not let the page put anything among what is copied.
pub const NOT_COPIED: &str =
    "Nothing was copied: the browser does not let this page do that. Save a file instead.";

/// A file was handed to the browser.
pub fn saved_as(name: &str, papers: u32) -> String {
    let name = short(name);
    match papers {
        0 => format!("Saved as {name}."),
        _ => format!("Saved {} as {name}.", counted(papers, "paper")),
    }
}

/// Nobody wants a file any more that was being made.
pub fn making_stopped(then: &Then) -> &'static str {
    match then {
        Then::Copy(_) => COPYING_STOPPED,
        Then::Save(_) | Then::Page => MAKING_STOPPED,
    }
}

/// A file could not be made.
pub fn not_made(why: &str) -> String {
    format!("Nothing was saved: {}.", short(why))
}

/// A text could not be made that was to be copied.
pub fn not_written(why: &str) -> String {
    format!("Nothing was copied: {}.", short(why))
}

/// More papers than are copied by a key.
pub fn too_many_to_copy(of: u32, most: u32) -> String {
    format!(
        "Nothing was copied: {} are too many at once, and more than {most} are for a file. Export \
         them instead.",
        counted(of, "paper")
    )
}

/// How far a file is.
pub fn made_so_far(done: u32, total: u32) -> String {
    if total == 0 {
        String::new()
    } else {
        format!("{done} of {total}")
    }
}

/// A format as the page offers it.
#[derive(Debug, PartialEq, Eq)]
pub struct FormText {
    /// Its id, as on the command line.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Whom it is for.
    pub about: &'static str,
    /// Whether a paper in it is a citation, so that a key copies it so.
    pub is_citation: bool,
}

const fn form_text(
    id: &'static str,
    name: &'static str,
    is_citation: bool,
    about: &'static str,
) -> FormText {
    FormText {
        id,
        name,
        about,
        is_citation,
    }
}

/// The formats in the order in which they are offered; a key copies the first unless another one
/// was chosen.
pub static FORMS: &[FormText] = &[
    form_text(
        "bibtex",
        "BibTeX",
        true,
        "For LaTeX and most reference managers.",
    ),
    form_text("biblatex", "BibLaTeX", true, "For LaTeX with biblatex."),
    form_text("ris", "RIS", true, "For Zotero, EndNote and Mendeley."),
    form_text(
        "csl",
        "CSL-JSON",
        true,
        "For Pandoc and citation processors.",
    ),
    form_text(
        "plain",
        "Citations",
        true,
        "A line a paper, as a list of references has it.",
    ),
    form_text("csv", "CSV", false, "For spreadsheets: a row a paper."),
    form_text(
        "markdown",
        "Markdown",
        false,
        "A digest for people, which this page reads again.",
    ),
    form_text("org", "Org", false, "For Emacs: a headline a paper."),
    form_text(
        "obsidian",
        "Obsidian",
        false,
        "A .zip of notes, one a paper.",
    ),
    form_text(
        "ndjson",
        "NDJSON",
        false,
        "For programs: a line a paper, with its tags and what earned them.",
    ),
];

/// The format of this id.
pub fn form(id: &str) -> Option<&'static FormText> {
    FORMS.iter().find(|form| form.id == id)
}

/// In which format a key copies a paper, where this one was chosen last for a file.
pub fn copied_form(chosen: &'static FormText) -> &'static FormText {
    if chosen.is_citation {
        chosen
    } else {
        &FORMS[0]
    }
}

// The dialogs.
pub const EXPORT_PAPERS: &str = "Export";
pub const EXPORT_WHAT: &str = "Papers";
pub const FORMAT: &str = "Format";
pub const WITH_ABSTRACTS: &str = "With abstracts";
pub const WITH_OWN: &str = "With my notes, marks and tags";
pub const WITH_NOTES: &str = "With my notes";
pub const FILE_NAME: &str = "File name";
pub const SAVE_FILE: &str = "Save file";
pub const COPY_TEXT: &str = "Copy instead";
pub const PREVIEW_OF: &str = "How it begins";
pub const PREVIEW_WAITS: &str = "…";
pub const NO_PREVIEW: &str = "This format is not for reading, so there is nothing to show.";
pub const COPY_CITATION: &str = "Copy citation";
pub const NOTHING_CHOSEN: &str = "No papers are chosen. Choose some with Shift and a click, or with the keys J and K, and copy them then.";
pub const NOTHING_TO_COPY: &str = "There is no paper to copy.";
pub const PRINT: &str = "Print";
pub const PRINT_MORE: &str = "Print…";
pub const PRINT_AGAIN: &str = "Print again";
pub const ABSTRACTS_PRINTED: &str = "Abstracts";
pub const PRINT_WAITS: &str = "Preparing the pages…";

// What stands above papers that are printed.
pub const PRINTED: &str = "Papers";
pub const PRINTED_CHOSEN: &str = "Chosen papers";
pub const PRINTED_STARRED: &str = "Starred papers";
pub const PRINTED_NOTE: &str = "Note: ";

/// How much of an abstract is printed.
pub fn detail(detail: Detail) -> &'static str {
    match detail {
        Detail::Nothing => "None",
        Detail::Lines => "Two lines",
        Detail::Whole => "Whole",
    }
}

/// The papers that can be taken along.
pub fn which(which: Which, hits: u32, chosen: u32, title: &str) -> String {
    match which {
        Which::Paper => format!("This paper: {}", short(title)),
        Which::Chosen => format!("The {chosen} chosen"),
        Which::Hits => format!("All {hits} in the list"),
        Which::Starred => "All that are starred".to_owned(),
        Which::Kept(day) => format!("What I kept of {}", day.long()),
    }
}

/// How many papers a file will have.
pub fn to_be_written(papers: u32) -> String {
    counted(papers, "paper")
}

/// Why there is nothing to show.
pub fn no_preview(why: &str) -> String {
    let why = short(why);
    let mut letters = why.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), letters.as_str())
}

/// A paper was copied.
pub fn copied(form: &FormText, title: &str) -> String {
    format!("Copied as {}: “{}”.", form.name, short(title))
}

/// Several were.
pub fn copied_some(form: &FormText, papers: u32) -> String {
    format!("Copied {} as {}.", counted(papers, "paper"), form.name)
}

/// The button that exports what was kept of a day.
pub fn export_kept(papers: u32) -> String {
    format!("Export the {papers} kept")
}

/// The same button where days are not told apart by what stands around it.
pub fn export_kept_of(day: &DayProgress) -> String {
    format!(
        "{} of {}",
        export_kept(day.starred + day.later),
        day.day.long()
    )
}

/// The button that exports what is chosen, or the list.
pub fn export_of(chosen: u32) -> String {
    match chosen {
        0 => EXPORT_PAPERS.to_owned(),
        1 => "Export the paper that is chosen".to_owned(),
        _ => format!("Export the {chosen} papers that are chosen"),
    }
}

/// What is said of the papers that will be printed.
pub fn to_be_printed(of: u32, all: u32) -> String {
    if of < all {
        format!(
            "{} are ready: the first of {all}. So many are printed at most.",
            counted(of, "paper")
        )
    } else {
        format!("{} ready.", counted(of, "paper"))
    }
}

/// How many are printed at most, before it is known how many there are.
pub fn most_printed(most: u32) -> String {
    format!("At most {most} papers are printed; of more, the first.")
}

/// What stands below the title of a list that is printed.
pub fn printed_of(of: u32, all: u32) -> String {
    if of < all {
        format!("The first {of} of {}", counted(all, "paper"))
    } else {
        counted(of, "paper")
    }
}

/// The facts of a paper that is printed.
pub fn printed_facts(paper: &PrintPaper) -> String {
    let facts = [
        paper.id.clone(),
        paper.day.map(|day| day.to_string()).unwrap_or_default(),
        paper.categories.join(" "),
        paper.tags.join(TAGS_APART),
    ];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty());
    facts.collect::<Vec<_>>().join(FACTS_APART)
}

/// The addresses to which it leads.
pub fn printed_links(paper: &PrintPaper) -> String {
    paper.links.join(FACTS_APART)
}

/// What stands above the hits of a search.
pub fn printed_search(query: &str) -> String {
    format!("Papers: {}", short(query))
}

/// What stands above what was kept of a day.
pub fn printed_day(day: Day) -> String {
    format!("Reading list of {}", day.long())
}

/// What a list says of itself that is printed by the browser alone, which has the rows on show.
pub fn printed_rows(first: u32, last: u32, hits: u32) -> String {
    format!(
        "Papers {first} to {last} of {hits}: those that were on show. “{PRINT_MORE}” among the \
         commands prints all of them."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_has_its_own_words() {
        for form in FORMS {
            let same = FORMS.iter().filter(|other| {
                [
                    other.id == form.id,
                    other.name == form.name,
                    other.about == form.about,
                ]
                .contains(&true)
            });
            assert_eq!(same.count(), 1, "{}", form.id);
        }
    }

    /// A build of the page has no engine, the tests have both.
    #[cfg(feature = "engine")]
    #[test]
    fn every_format_that_is_written_is_offered() {
        use crate::core::export::Form;
        let mut offered: Vec<&str> = FORMS.iter().map(|form| form.id).collect();
        let mut written: Vec<&str> = Form::ALL.iter().map(|form| form.id()).collect();
        offered.sort_unstable();
        written.sort_unstable();
        assert_eq!(offered, written);
    }

    #[test]
    fn words_fit_their_numbers() {
        assert_eq!(saved_as("a.bib", 1), "Saved 1 paper as a.bib.");
        assert_eq!(saved_as("a.zip", 0), "Saved as a.zip.");
        assert_eq!(no_preview("the list is empty"), "The list is empty.");
        assert_eq!(printed_of(2000, 3000), "The first 2000 of 3000 papers");
        assert_eq!(
            (made_so_far(0, 0), made_so_far(1, 3)),
            (String::new(), "1 of 3".to_owned())
        );
        let csv = form("csv").unwrap();
        assert_eq!(copied_form(csv).id, FORMS[0].id);
    }
}
