//! BibTeX and BibLaTeX.
//!
//! ```text
//! @string{venue = "Journal of Fog"}
//! @misc{stern2020seeing,
//!   title = {Seeing {R\&D} in $L^2$},
//!   author = {Stern, Ada and Wolke, B.},
//!   eprint = {2012.20003}, archivePrefix = {arXiv}, primaryClass = {cs.CV},
//!   month = dec # "~24", year = 2020, note = {12 pages}
//! }
//! ```
//!
//! What stands between entries is a comment; it is named where it looks like the rest of an entry,
//! and noted otherwise. How an entry is cut up and where a broken one ends stands in
//! [`entry`](super::entry), what its values mean as text in [`tex`](super::tex).

use super::super::desk::{Desk, Location};
use super::super::ids::{notes, registered};
use super::super::lines::{Line, lines};
use super::super::parser::{ByRecord, Parser, Place, Score, by_record};
use super::crossref::Parents;
use super::entry::{self, Abbreviations, Entry};
use super::item::Item;
use super::{agreed, journals, names, ris, tex};
use crate::core::diagnostic::DiagnosticKind;
use crate::core::registered::Registered;

/// How sure the start of a text is of this format.
///
/// Beyond doubt where an entry is the first thing that is no comment. Entries may stand in any text
/// as an example, so that others go first that know it.
pub(in super::super) fn score(sample: &str) -> Score {
    let mut fenced = false;
    let mut first = true;
    for line in lines(sample) {
        let content = line
            .text(sample)
            .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        fenced ^= content.starts_with("```") || content.starts_with("~~~");
        if !fenced && entry::start(content).is_some() {
            return if first { Score::Start } else { Score::Aside };
        }
        first &= content.is_empty() || content.starts_with('%');
    }
    Score::Nothing
}

/// Starts to parse the text on a desk.
pub(in super::super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    super::expect(desk);
    by_record(Bibtex {
        abbreviations: Abbreviations::default(),
        searched: 0,
        parents: Parents::default(),
        stray: None,
    })
}

#[derive(Debug)]
struct Bibtex {
    abbreviations: Abbreviations,
    /// Up to where a bracket was looked for that is not there.
    searched: usize,
    /// What entries take from others.
    parents: Parents,
    stray: Option<Stray>,
}

/// Lines between entries.
#[derive(Debug)]
struct Stray {
    first: Line,
    end: usize,
    /// Whether one looks like a field or an entry.
    odd: bool,
    /// Whether one looks like a record of another format.
    foreign: bool,
}

impl ByRecord for Bibtex {
    fn record(&mut self, desk: &mut Desk<'_>, from: Place) -> Option<Place> {
        let text = desk.text;
        // Many entries may stand on one line: its end is looked for only where there is none.
        let rest = text.get(from.at..).unwrap_or_default();
        let visible = rest.trim_start_matches([' ', '\t', '\u{feff}']);
        let at = text.len() - visible.len();
        let careful = at < self.searched;
        if let Some(entry) = entry::read(text, at, &mut self.abbreviations, careful) {
            self.close_stray(desk);
            self.searched = self.searched.max(entry.searched);
            let start = Place {
                at,
                line: from.line,
            };
            let end = start.advance(text, entry.end);
            self.entry(desk, start, entry);
            return Some(end);
        }
        let Some(line) = Line::at(text, from.at, from.line) else {
            self.close_stray(desk);
            return None;
        };
        let content = line.text(text);
        let visible = content.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let foreign = is_foreign(visible);
        let is_comment = visible.starts_with('%') || is_comment(visible);
        if !visible.is_empty() && (foreign || !is_comment) {
            let odd = visible.starts_with('@') || visible.contains('=');
            let stray = self.stray.get_or_insert(Stray {
                first: line,
                end: line.end,
                odd,
                foreign,
            });
            stray.end = line.end;
            stray.odd |= odd;
            stray.foreign |= foreign;
        }
        Some(Place {
            at: line.next,
            line: line.number.saturating_add(1),
        })
    }
}

impl Bibtex {
    fn entry(&mut self, desk: &mut Desk<'_>, start: Place, mut entry: Entry) {
        let text = desk.text;
        // Of the file's end the entry itself tells.
        let broken = entry.broken.filter(|(broken, _)| *broken < text.len());
        // In a comment braces are characters like others.
        if let Some((broken, reason)) = broken.filter(|_| entry.kind != "comment") {
            let line = start.advance(text, broken).line;
            let at = Location::new(broken..entry.end.max(broken), line);
            let message =
                format!("The BibTeX is broken: {reason}; what else stands in the entry was read.");
            desk.warn(at, DiagnosticKind::BadSyntax, message);
        }
        match entry.kind.as_str() {
            "string" => self.abbreviations.extend(entry.fields),
            "comment" | "preamble" | "bibdesk_info" => {}
            _ => {
                let at = Location::new(start.at..entry.end, start.line);
                let parents = &mut self.parents;
                parents.inherit(text, &mut entry, &mut self.abbreviations);
                item(&entry).enter(desk, at, entry.cut);
            }
        }
    }

    fn close_stray(&mut self, desk: &mut Desk<'_>) {
        let Some(stray) = self.stray.take() else {
            return;
        };
        let at = Location::new(stray.first.start..stray.end, stray.first.number);
        if stray.foreign {
            let message = "What stands here is no BibTeX but a record of another format; it was left out. It can be read from a file of its own.";
            desk.warn(at, DiagnosticKind::StrayText, message);
        } else if stray.odd {
            let message = "What stands here belongs to no entry; it was left out.";
            desk.warn(at, DiagnosticKind::StrayText, message);
        } else {
            let message = "What stands between entries is a comment in BibTeX; it was left out.";
            desk.note(at, DiagnosticKind::StrayText, message);
        }
    }
}

/// Whether a line starts with `@comment` and no bracket behind.
fn is_comment(line: &str) -> bool {
    const START: &str = "@comment";
    line.split_at_checked(START.len())
        .is_some_and(|(start, _)| start.eq_ignore_ascii_case(START))
}

/// Whether a line between entries starts a record of RIS, `PubMed`, `EndNote`, Web of Science, XML
/// or JSON.
fn is_foreign(line: &str) -> bool {
    const STARTS: [&str; 9] = [
        "PMID- ", "%0 ", "%T ", "FN ", "PT J", "<?xml", "<entry", "<item", "{\"",
    ];
    matches!(ris::tag(line), Some(("TY" | "TI" | "T1", _)))
        || STARTS.iter().any(|start| line.starts_with(start))
}

/// What the fields say.
fn item(entry: &Entry) -> Item {
    let get = |names: &[&str]| {
        let named = |name: &&str| {
            entry
                .fields
                .iter()
                .find(|(known, value)| known == name && !value.trim().is_empty())
        };
        names
            .iter()
            .find_map(named)
            .map_or("", |(_, value)| value.as_str())
    };
    let archive = tex::bare(get(&["archiveprefix", "eprinttype"]));
    let of_arxiv = archive.is_empty() || archive.eq_ignore_ascii_case("arxiv");
    let volume = tex::bare(get(&["volume"]));
    let hints = ["url", "journal", "journaltitle", "number", "howpublished"];
    let mut hints: Vec<String> = hints.iter().map(|name| tex::bare(get(&[name]))).collect();
    // As DBLP has it: `journal = {CoRR}, volume = {abs/2012.12877}`.
    hints.extend(volume.strip_prefix("abs/").map(str::to_owned));
    let eprint = if of_arxiv {
        tex::bare(get(&["eprint"]))
    } else {
        String::new()
    };
    // Without a prefix it may be anybody's.
    let eprint = if archive.is_empty() && super::super::address::find_id(&eprint).is_none() {
        String::new()
    } else {
        eprint
    };
    let fields = entry.fields.iter();
    let authors: Vec<&str> = fields
        .filter(|(name, _)| matches!(name.as_str(), "author" | "authors"))
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty())
        .collect();
    // Some write a field for each author.
    let authors = names::bibtex(&authors.join(" and "));
    let mut authors: Vec<String> = authors.iter().map(|name| tex::source(name)).collect();
    let groups = names::groups(get(&["collaboration"]), &authors);
    authors.extend(groups.iter().map(|group| tex::source(group)));
    let note = notes::read(get(&["note", "comment"]));
    hints.extend(note.identities.iter().map(|line| tex::bare(line)));
    let title = get(&["title"]);
    // Of proceedings some repeat the title.
    let book = Some(get(&["booktitle"])).filter(|book| *book != title);
    Item {
        title: tex::source(title),
        summary: tex::source(get(&["abstract"])),
        authors,
        eprint,
        hints,
        doi: tex::bare(get(&["doi"])),
        primary: tex::bare(get(&["primaryclass", "eprintclass"])),
        keywords: vec![tex::bare(get(&["keywords"]))],
        date: date(&get),
        submitted: String::new(),
        journal: journal(get(&["journal", "journaltitle"]), book.unwrap_or_default()),
        comment: tex::source(&note.comment),
        registered: registered_ids(&get, &archive),
        is_plain: false,
        is_guarded: title.starts_with(agreed::GUARD),
    }
}

/// What other registers call the entry: `pmid` and `pmcid`, or an `eprint` of theirs.
fn registered_ids<'e>(get: &dyn Fn(&[&str]) -> &'e str, archive: &str) -> Vec<Registered> {
    let eprint = match archive.to_ascii_lowercase().as_str() {
        "pubmed" | "pmid" => "pmid",
        "pubmedcentral" | "pmc" | "pmcid" => "pmcid",
        _ => "",
    };
    let [pmid, pmc] = ["pmid", "pmcid"].map(|name| {
        let names = if name == eprint {
            [name, "eprint"]
        } else {
            [name, name]
        };
        tex::bare(get(&names))
    });
    registered::of_medicine(&pmid, &pmc)
}

/// The journal, or else the book or proceedings.
fn journal(journal: &str, book: &str) -> String {
    let name = if journal.is_empty() { book } else { journal };
    journals::named(name).map_or_else(|| tex::source(name), str::to_owned)
}

/// `date`, or year, month and day in an order that is read. The month may have the day in it:
/// `jan # "~10"`.
fn date<'e>(get: &dyn Fn(&[&str]) -> &'e str) -> String {
    let date = tex::bare(get(&["date"]));
    if !date.is_empty() {
        return date;
    }
    let [year, month, day] = ["year", "month", "day"].map(|name| tex::bare(get(&[name])));
    if month.contains(char::is_alphabetic) {
        format!("{month} {day} {year}")
    } else {
        format!("{year} {month} {day}")
    }
}
