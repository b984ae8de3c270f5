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
//! What stands between entries is a comment; it is named where it looks like the rest of an entry, and noted otherwise. How an entry is cut
//! up and where a broken one ends stands in [`entry`](super::entry), what its values mean as text in [`tex`](super::tex).

use super::super::Digest;
use super::super::formats::{self, Parser};
use super::super::ledger::Ledger;
use super::super::lines::{Line, line_ends, lines};
use super::super::remarks::remark;
use super::entry::{self, Abbreviations, Entry};
use super::item::{Item, Place};
use super::{names, tex};
use crate::core::diagnostic::{DiagnosticKind, Severity};
use crate::core::text::Span;

/// How sure the start of a text is of this format; see `FormatSpec::score`.
///
/// Beyond doubt where an entry is the first thing that is no comment. Entries may stand in any text as an example, so that others go first
/// that know it.
pub(in super::super) fn score(sample: &str) -> u32 {
    let mut fenced = false;
    let mut first = true;
    for line in lines(sample) {
        let content = line
            .text(sample)
            .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        fenced ^= content.starts_with("```") || content.starts_with("~~~");
        if !fenced && entry::start(content).is_some() {
            return if first { 95 } else { 15 };
        }
        first &= content.is_empty() || content.starts_with('%');
    }
    0
}

/// Starts to parse a file with this name.
pub(in super::super) fn parser(name: &str) -> Box<dyn Parser> {
    Box::new(Bibtex {
        ledger: super::ledger(name),
        abbreviations: Abbreviations::default(),
        searched: 0,
        stray: None,
    })
}

#[derive(Debug)]
struct Bibtex {
    ledger: Ledger,
    abbreviations: Abbreviations,
    /// Up to where a bracket was looked for that is not there.
    searched: usize,
    stray: Option<Stray>,
}

/// Lines between entries.
#[derive(Debug)]
struct Stray {
    first: Line,
    end: usize,
    /// Whether one looks like a field or an entry.
    odd: bool,
}

impl Parser for Bibtex {
    fn step(
        &mut self,
        text: &str,
        from: formats::Place,
        budget: usize,
        digest: &mut Digest,
    ) -> Option<formats::Place> {
        let mut place = from;
        while place.at < text.len() {
            if place.at - from.at >= budget {
                return Some(place);
            }
            // Many entries may stand on one line: its end is looked for only where there is none.
            let rest = text.get(place.at..).unwrap_or_default();
            let visible = rest.trim_start_matches([' ', '\t', '\u{feff}']);
            let at = text.len() - visible.len();
            let careful = at < self.searched;
            if let Some(entry) = entry::read(text, at, &mut self.abbreviations, careful) {
                self.close_stray(text, digest);
                self.searched = self.searched.max(entry.searched);
                let number = place.line;
                place.line += line_ends(text.get(at..entry.end).unwrap_or_default());
                place.at = entry.end;
                self.entry(text, at, number, entry, digest);
            } else if let Some(line) = Line::at(text, place.at, place.line) {
                let content = line.text(text);
                let visible =
                    content.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
                if !visible.is_empty() && !visible.starts_with('%') {
                    let odd = visible.starts_with('@') || visible.contains('=');
                    let stray = self.stray.get_or_insert(Stray {
                        first: line,
                        end: line.end,
                        odd,
                    });
                    stray.end = line.end;
                    stray.odd |= odd;
                }
                place = formats::Place {
                    at: line.next,
                    line: line.number.saturating_add(1),
                };
            }
        }
        self.close_stray(text, digest);
        None
    }

    fn stop(&mut self, _: &mut Digest) {
        // Every entry that was begun was read to its end.
    }
}

impl Bibtex {
    fn entry(&mut self, text: &str, at: usize, line: u32, entry: Entry, digest: &mut Digest) {
        let span = Span::new(at, entry.end);
        // Of the file's end the entry itself tells.
        if let Some((broken, reason)) = entry.broken.filter(|(broken, _)| *broken < text.len()) {
            let line = line.saturating_add(line_ends(text.get(at..broken).unwrap_or_default()));
            let message =
                format!("The BibTeX is broken: {reason}; what else stands in the entry was read.");
            let place = Span::new(broken, entry.end.max(broken));
            let (kind, severity) = (DiagnosticKind::BadSyntax, Severity::Warning);
            digest
                .diagnostics
                .push(remark(text, place, line, kind, severity, message));
        }
        match entry.kind.as_str() {
            "string" => self.abbreviations.extend(entry.fields),
            "comment" | "preamble" => {}
            _ => {
                let place = Place {
                    span,
                    line,
                    cut: entry.cut,
                };
                item(&entry).enter(text, place, &mut self.ledger, digest);
            }
        }
    }

    fn close_stray(&mut self, text: &str, digest: &mut Digest) {
        let Some(stray) = self.stray.take() else {
            return;
        };
        let (severity, message) = if stray.odd {
            let message = "What stands here belongs to no entry; it was left out.";
            (Severity::Warning, message)
        } else {
            let message = "What stands between entries is a comment in BibTeX; it was left out.";
            (Severity::Note, message)
        };
        let span = Span::new(stray.first.start, stray.end);
        let kind = DiagnosticKind::StrayText;
        let message = message.to_owned();
        digest.diagnostics.push(remark(
            text,
            span,
            stray.first.number,
            kind,
            severity,
            message,
        ));
    }
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
    let authors = names::bibtex(get(&["author"]));
    Item {
        title: tex::source(get(&["title"])),
        summary: tex::source(get(&["abstract"])),
        authors: authors.iter().map(|name| tex::source(name)).collect(),
        eprint,
        hints,
        doi: tex::bare(get(&["doi"])),
        primary: tex::bare(get(&["primaryclass", "eprintclass"])),
        keywords: vec![tex::bare(get(&["keywords"]))],
        date: date(&get),
        submitted: String::new(),
        journal: tex::source(get(&["journal", "journaltitle"])),
        comment: tex::source(get(&["note", "comment"])),
    }
}

/// `date`, or year, month and day in an order that is read.
fn date<'e>(get: &dyn Fn(&[&str]) -> &'e str) -> String {
    let date = tex::bare(get(&["date"]));
    if !date.is_empty() {
        return date;
    }
    let [year, month, day] = ["year", "month", "day"].map(|name| tex::bare(get(&[name])));
    if month.starts_with(|c: char| c.is_ascii_digit()) {
        format!("{year} {month} {day}")
    } else {
        format!("{month} {day} {year}")
    }
}
