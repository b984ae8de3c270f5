//! PubMed's results as it prints them, in the forms “Summary” and “Abstract”.
//!
//! ```text
//! 1. Stern A, Wolke B. Seeing twice. J      1. J Fog. 2026 Mar 2;12(3):45-50. doi: 10.1000/182.
//! Fog. 2026 Mar 2;12(3):45-50. doi:
//! 10.1000/182. PMID: 12; PMCID: PMC3.       Seeing twice.
//!
//! 2. …                                      Stern A(1), Wolke B(2).
//!
//!                                           We look.
//!
//!                                           DOI: 10.1000/182
//!                                           PMID: 12
//! ```
//!
//! Entries are numbered. A blank line stands between the parts of one, of which a summary has one.

use super::super::item::Item;
use super::super::parted::Parted;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::ids::{doi, registered};
use crate::core::digest::lines::{Line, lines};
use crate::core::digest::names;
use crate::core::digest::needles::find_from;
use crate::core::digest::parser::{ByLine, Parser, Score, by_line};

/// No more of an entry is kept, in bytes.
const LONGEST: usize = 64 * 1024;

/// So much of a text is looked at for the first number of PubMed.
const NEAR: usize = 64 * 1024;

/// How parts start that say nothing of the paper, or the same again.
const OTHERS: [&str; 14] = [
    "Author information:",
    "Collaborators:",
    "Comment in",
    "Comment on",
    "Conflict of interest",
    "Copyright",
    "DOI:",
    "Erratum",
    "PMCID:",
    "PMID:",
    "Republished",
    "Update",
    "©",
    "[Article in",
];

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let visible = |line: &Line| {
        let content = line.text(sample).trim_matches(['\u{feff}', ' ']);
        !content.is_empty()
    };
    let first = lines(sample).find(visible);
    let starts = first.is_some_and(|line| number(line.text(sample)).is_some());
    let near = sample.get(..sample.floor_char_boundary(NEAR));
    let is_one = starts && near.is_some_and(|near| !behind(near, "PMID: ").is_empty());
    if is_one { Score::Start } else { Score::Nothing }
}

/// Starts to parse such a text.
pub(super) fn parser() -> Box<dyn Parser> {
    by_line(Results::default())
}

/// The number with which an entry starts, `12. ` or `12: `, and what follows.
fn number(line: &str) -> Option<(u32, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let (number, rest) = line.split_once(['.', ':'])?;
    let fits = number.len() <= 6 && rest.starts_with(' ');
    Some((number.parse().ok().filter(|_| fits)?, rest.trim_start()))
}

/// What stands behind a label up to the next white space; nothing where it does not stand there
/// with a digit.
fn behind<'t>(text: &'t str, label: &str) -> &'t str {
    let at = find_from(text, 0, label).map_or(text.len(), |at| at + label.len());
    let rest = text.get(at..).unwrap_or_default();
    let word = rest.split_whitespace().next().unwrap_or_default();
    if word.contains(|c: char| c.is_ascii_digit()) {
        word
    } else {
        ""
    }
}

#[derive(Debug, Default)]
struct Results {
    open: Option<Open>,
    /// The number of the entry before.
    last: u32,
}

/// An entry that is being read.
#[derive(Debug)]
struct Open {
    first: Line,
    last: Line,
    /// Its parts, each on one line.
    parts: Vec<String>,
    len: usize,
    after_blank: bool,
    /// Whether its number at PubMed was seen.
    is_named: bool,
}

impl ByLine for Results {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let content = line.text(desk.text).trim_end();
        if content.trim().is_empty() {
            if let Some(open) = &mut self.open {
                open.after_blank = true;
            }
            return;
        }
        // Each entry ends with its number; a list in an abstract may be numbered too.
        let is_over = |open: &Open| open.after_blank && open.is_named;
        let may_start = self.open.as_ref().is_none_or(is_over);
        let next = number(content).filter(|(number, _)| {
            may_start && (self.open.is_none() || *number == self.last.saturating_add(1))
        });
        if let Some((number, rest)) = next {
            self.close(desk);
            self.last = number;
            self.open = Some(Open {
                first: line,
                last: line,
                parts: vec![rest.to_owned()],
                len: rest.len(),
                after_blank: false,
                is_named: rest.contains("PMID:"),
            });
            return;
        }
        let Some(open) = &mut self.open else {
            return;
        };
        open.last = line;
        open.is_named |= content.contains("PMID:");
        open.len = open.len.saturating_add(content.len() + 1);
        if open.len > LONGEST {
            return;
        }
        let content = content.trim_start();
        match open.parts.last_mut().filter(|_| !open.after_blank) {
            Some(part) => {
                part.push(' ');
                part.push_str(content);
            }
            None => open.parts.push(content.to_owned()),
        }
        open.after_blank = false;
    }

    fn end(&mut self, desk: &mut Desk<'_>, _: Line) {
        self.close(desk);
    }
}

impl Results {
    fn close(&mut self, desk: &mut Desk<'_>) {
        let Some(open) = self.open.take() else {
            return;
        };
        let at = Location::new(open.first.start..open.last.end, open.first.number);
        if open.len > LONGEST {
            let message =
                "This entry is longer than 65,536 bytes; what stands behind them was left out.";
            desk.warn(at, DiagnosticKind::BadSyntax, message);
        }
        item(&open.parts).enter(desk, at, false);
    }
}

/// What an entry says.
fn item(parts: &[String]) -> Item {
    let whole = parts.join(" ");
    let first = parts.first().map_or("", String::as_str);
    // The place where the journal ends: before the year in which it appeared.
    let year = year(first);
    let (before, after) = first
        .split_at_checked(year.unwrap_or(first.len()))
        .unwrap_or((first, ""));
    let date = after.trim_start_matches(['.', ' ']);
    let date = date.split([';', ':', '.']).next().unwrap_or_default();
    let id = doi::find(behind(&whole, "doi: "))
        .or_else(|| doi::find(behind(&whole, "DOI: ")))
        .map(|doi| doi.trim_end_matches('.'));
    let mut item = Item {
        doi: id.unwrap_or_default().to_owned(),
        date: Parted::of(date).iso(),
        hints: vec![first.to_owned()],
        registered: registered::of_medicine(behind(&whole, "PMID: "), behind(&whole, "PMCID: ")),
        ..Item::default()
    };
    let mut rest = parts.iter().skip(1).map(String::as_str);
    if let Some(title) = rest.next().filter(|part| !is_other(part)) {
        before.clone_into(&mut item.journal);
        without_stop(title).clone_into(&mut item.title);
        let mut rest = rest.filter(|part| !is_other(part)).peekable();
        if let Some(authors) = rest.peek().and_then(|part| authors(part)) {
            item.authors = authors;
            rest.next();
        }
        item.summary = rest.collect::<Vec<_>>().join("<br>");
    } else {
        let (head, journal) = last_sentence(before);
        journal.clone_into(&mut item.journal);
        let named = head
            .split_once(". ")
            .and_then(|(names, title)| Some((authors(names)?, title)));
        let (authors, title) = named.unwrap_or((Vec::new(), head));
        item.authors = authors;
        item.title = without_stop(title).to_owned();
    }
    item
}

fn is_other(part: &str) -> bool {
    OTHERS.iter().any(|other| part.starts_with(other))
}

fn without_stop(title: &str) -> &str {
    let title = title.trim();
    title.strip_suffix('.').unwrap_or(title)
}

/// Where a full stop stands before a year: `. 2026 Mar 2;12(3)`.
fn year(text: &str) -> Option<usize> {
    let mut stops = text.match_indices(". ");
    let stop = stops.find(|(at, _)| {
        let year = text.as_bytes().get(at + 2..at + 6);
        let next = text.as_bytes().get(at + 6);
        year.is_some_and(|year| year.iter().all(u8::is_ascii_digit))
            && next.is_none_or(|next| matches!(next, b' ' | b';' | b':' | b'.'))
    });
    stop.map(|(at, _)| at)
}

/// What stands before the last sentence of a text, and that.
fn last_sentence(text: &str) -> (&str, &str) {
    let ends = [". ", "? ", "! "];
    let end = ends.iter().filter_map(|end| text.rfind(end)).max();
    let cut = end.and_then(|end| text.split_at_checked(end + 1));
    cut.map_or((text, ""), |(head, last)| (head, last.trim()))
}

/// The names of a list that has nothing else, without the numbers of where they work.
fn authors(part: &str) -> Option<Vec<String>> {
    let mut plain = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((before, after)) = rest.split_once('(') {
        let digits = after.bytes().take_while(u8::is_ascii_digit).count();
        let number = after
            .get(digits..)
            .and_then(|after| after.strip_prefix(')'));
        plain.push_str(before);
        if let Some(after) = number.filter(|_| digits > 0) {
            rest = after;
        } else {
            plain.push('(');
            rest = after;
        }
    }
    plain.push_str(rest);
    // Several numbers have commas between.
    let plain = plain
        .replace(",,", ",")
        .trim()
        .trim_end_matches('.')
        .to_owned();
    let list: Vec<&str> = plain
        .split([',', ';'])
        .map(str::trim)
        .filter(|name| !name.is_empty() && *name != "et al")
        .collect();
    names::right(&list)
}

#[cfg(test)]
mod tests {
    use crate::core::digest::{Format, read};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let digest = read("pubmed.txt", text.as_bytes().to_vec());
        assert_eq!(digest.format, Some(Format::Tagged), "{text}");
        let seen: Vec<String> = digest
            .papers
            .iter()
            .map(|paper| {
                let rich = |text: &Option<crate::core::text::RichText>| {
                    text.as_ref()
                        .map_or(String::new(), |text| text.plain.replace('\n', "/"))
                };
                format!(
                    "{} | {} | {} | {} | {} | {} | {}",
                    paper.title.plain,
                    paper.authors.join("+"),
                    rich(&paper.summary),
                    paper.journal.as_deref().unwrap_or("-"),
                    paper.doi.as_deref().unwrap_or("-"),
                    paper
                        .days
                        .first()
                        .map_or("-".to_owned(), ToString::to_string),
                    rich(&paper.comment),
                )
            })
            .collect();
        assert_eq!(seen, expected);
        assert!(digest.is_balanced());
        assert_eq!(digest.diagnostics.len(), 0, "{:?}", digest.diagnostics);
    }

    #[test]
    fn summaries_are_one_part_each() {
        check(
            "1. Stern A, Wolke BC. Seeing twice. With\nfog. J Fog. 2026 Mar 2;12(3):45-50. doi:\n10.1000/182. Epub 2026 Feb 1. PMID: 12; PMCID: PMC3.\n\n\
             2: Is fog wet? Rain Lett. 2026 Apr;1(1):2. PMID: 13.\n",
            &[
                "Seeing twice. With fog | A Stern+BC Wolke |  | J Fog | 10.1000/182 | 2026-03-02 | PMID 12 PMC3",
                "Is fog wet? |  |  | Rain Lett | - | - | PMID 13",
            ],
        );
    }

    #[test]
    fn abstracts_are_of_several_parts() {
        check(
            "1. J Fog. 2026 Mar 2;12(3):45-50. doi: 10.1000/182. Epub 2026 Feb 1.\n\n\
             Seeing twice with\nfog.\n\nStern A(1), Wolke BC(1)(2).\n\n\
             Author information:\n(1)Fog House, Oslo.\n(2)Rain House.\n\n\
             AIM: We look\ntwice.\n\n1. Fog is wet.\n\n© 2026 Fog House.\n\n\
             DOI: 10.1000/182\nPMID: 12 [Indexed for MEDLINE]\n\n\
             Conflict of interest statement: None.\n\n\n\
             2. Rain Lett. 2026 Apr;1(1):2.\n\nA letter.\n\nPMID: 13\n",
            &[
                "Seeing twice with fog | A Stern+BC Wolke | AIM: We look twice./1. Fog is wet. | J Fog | 10.1000/182 | 2026-03-02 | PMID 12",
                "A letter |  |  | Rain Lett | - | - | PMID 13",
            ],
        );
    }
}
