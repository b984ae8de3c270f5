//! Markdown for people, which is also a digest with labelled fields: a heading a paper, then its
//! fields, the abstract last.
//!
//! What is the reader's own are fields that no digest has, and that are passed over where it is
//! read. Cannot hold: the days of earlier lists, the date of a paper that no list announced unless
//! it is the day of submission, whether the kind of announcement was inferred, the digest's topics
//! and number, names without a letter, a title without a letter where there is no id, a full stop
//! or the like at the end of an address of code.

use super::source::{arxiv as rich, arxiv_plain as plain};
use super::{Beside, words};
use crate::core::address::Address;
use crate::core::day::Day;
use crate::core::digest::agreed::WITHOUT_DAY;
use crate::core::digest::names::{self, Order};
use crate::core::paper::Paper;

/// What the file said before a paper.
#[derive(Debug, Default)]
pub(super) struct Section {
    day: Option<Day>,
}

/// Fields that are being written.
struct Fields(String);

impl Fields {
    /// A field on one line.
    fn field(&mut self, label: &str, value: &str) {
        let value = value.replace(['\n', '\r'], " ");
        if !value.is_empty() {
            self.0.extend(["**", label, "**: ", &value, "  \n"]);
        }
    }
}

/// The entry of a paper, the first of the file or a later one.
pub(super) fn entry(
    paper: &Paper,
    section: &mut Section,
    number: usize,
    beside: &Beside<'_>,
) -> String {
    let mut out = Fields(String::new());
    let day = paper.days.last().copied();
    if number == 1 || day != section.day {
        section.day = day;
        let heading = match day {
            Some(day) => format!("Papers of {day}"),
            None if number == 1 => "Papers".to_owned(),
            // The day of those before is not theirs.
            None => WITHOUT_DAY.to_owned(),
        };
        out.0.extend(["# ", &heading, "\n\n"]);
    }
    let heading = if paper.title.is_empty() {
        plain(paper.id.as_str())
    } else {
        rich(&paper.title)
    };
    out.0.extend(["## ", &title(&heading), "\n\n"]);
    out.field("Authors", &authors(&paper.authors));
    // The pages of other registers stand in the comment.
    let address = words::versioned(paper).zip(words::address(paper));
    if let Some((id, address)) = &address {
        out.field("Link", &format!("[arXiv:{id}]({address})"));
    }
    let date = match paper.announce {
        Some(_) => day,
        None => paper.submitted,
    };
    let date = date.map(|day| day.to_string()).unwrap_or_default();
    // What stands first tells that the heading is a paper's.
    let is_first = address.is_none() && paper.authors.is_empty();
    if is_first {
        out.field("Date", if date.is_empty() { "unknown" } else { &date });
    }
    out.field("Categories", &words::categories(paper, ", "));
    if let Some(announce) = paper.announce {
        let kind = match announce.kind.id() {
            "replaced" => "replace",
            kind => kind,
        };
        out.field("Type", kind);
    }
    if !is_first {
        out.field("Date", &date);
    }
    if let Some(submitted) = paper.submitted.filter(|_| paper.announce.is_some()) {
        out.field("Submitted", &submitted.to_string());
    }
    out.field(
        "Journal",
        &plain(paper.journal.as_deref().unwrap_or_default()),
    );
    out.field("DOI", &plain(paper.doi.as_deref().unwrap_or_default()));
    for code in &paper.code {
        out.field("Code", &inert(code));
    }
    if let Some(comment) = &paper.comment {
        out.field("Comments", &rich(comment));
    }
    if let Some(gist) = &paper.gist {
        out.field("TL;DR", &rich(gist));
    }
    own(&mut out, beside);
    if let Some(summary) = &paper.summary {
        out.0.extend(["\n**Abstract**: ", &rich(summary), "\n"]);
    }
    out.0.push_str("\n---\n\n");
    out.0
}

/// What is wanted beside what the digest says.
fn own(out: &mut Fields, beside: &Beside<'_>) {
    let ids = |tags: &[super::TagOf<'_>]| {
        let ids: Vec<&str> = tags.iter().map(|(_, id)| *id).collect();
        ids.join(", ")
    };
    out.field("Tags", &ids(beside.tags.unwrap_or_default()));
    let own = beside.own.unwrap_or_default();
    out.field("My tags", &ids(own.tags));
    out.field("Marks", &own.marks().collect::<Vec<_>>().join(", "));
    // A field that is but the address of a repository is the code's, whatever it is called.
    // A field is one line, in which a line of the note ends by one sign and a paragraph by two.
    let paragraphs = words::paragraphs(own.note.trim());
    let paragraphs: Vec<String> = paragraphs
        .iter()
        .map(|paragraph| plain(paragraph))
        .collect();
    let note = paragraphs.join("<br><br>");
    let is_address = Address::parse(&note).is_some();
    out.field(
        "Note",
        &if is_address {
            ["\u{2060}", &note].concat()
        } else {
            note
        },
    );
}

/// An address in which nothing ends it for its reader but its end.
fn inert(address: &str) -> String {
    let mut inert = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '<' => inert.push_str("%3C"),
            '>' => inert.push_str("%3E"),
            ')' => inert.push_str("%29"),
            ']' => inert.push_str("%5D"),
            '，' => inert.push_str("%EF%BC%8C"),
            '。' => inert.push_str("%E3%80%82"),
            c => inert.push(c),
        }
    }
    inert
}

/// A title that its reader takes for nothing but a title: no number stands before it, no link, mark
/// or translation behind it.
fn title(source: &str) -> String {
    // In a heading an address of arXiv is the paper's own link.
    let mut title = source
        .replace("arxiv.org/", "arxiv.org&#47;")
        .replace(" /", " &#47;")
        .replace(" **⭐", " &#42;*⭐");
    let number = title
        .trim_start_matches('[')
        .trim_start_matches(|c: char| c.is_ascii_digit());
    let at = title.len() - number.len();
    if at > 0 && number.starts_with(['.', ')', ']']) {
        let mark = u32::from(number.as_bytes()[0]);
        title.replace_range(at..=at, &format!("&#{mark};"));
    }
    // Markdown takes them for the heading's own.
    if title.ends_with('#') {
        title.truncate(title.len() - 1);
        title.push_str("&#35;");
    }
    title
}

/// The names on one line, in which nothing ends one before its end.
fn authors(names: &[String]) -> String {
    let usual: Vec<String> = names
        .iter()
        .map(|name| {
            let usual = plain(name);
            match names::list(&usual, Order::Spoken).as_slice() {
                [one] if one == name => usual,
                _ => spelt(name),
            }
        })
        .collect();
    let usual = usual.join(", ");
    // Among others a name may be taken for a part of one.
    if names::list(&usual, Order::Spoken) == names {
        return usual;
    }
    let strict: Vec<String> = names.iter().map(|name| spelt(name)).collect();
    strict.join(", ")
}

/// A name of which nothing is looked at: all that is no letter is told by its number, and so is the
/// first letter of each word.
fn spelt(name: &str) -> String {
    let mut out = String::with_capacity(name.len() * 2);
    let mut before = ' ';
    for c in name.chars().filter(|c| !c.is_control()) {
        let starts = c.is_alphabetic() && !before.is_alphabetic();
        if c == ' ' || (c.is_alphabetic() && !starts) {
            out.push(c);
        } else {
            out.extend(["&#", &u32::from(c).to_string(), ";"]);
        }
        before = c;
    }
    out
}
