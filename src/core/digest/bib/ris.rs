//! RIS.
//!
//! ```text
//! TY  - UNPB
//! TI  - Seeing twice
//! AU  - Stern, Ada
//! AB  - We look.
//! DA  - 2020/12/24/
//! UR  - https://arxiv.org/abs/2012.20003
//! ER  -
//! ```
//!
//! A line without a tag goes on with the field above, with a paragraph where a blank line stands
//! between; a field that stands twice has two values, and two of an abstract are paragraphs. Of our
//! own references more is known: [`agreed`](super::agreed).

use super::super::dates::recorded;
use super::super::desk::{Desk, Location};
use super::super::ids::notes;
use super::super::lines::{Line, lines};
use super::super::markup::without_heading;
use super::super::parser::{ByLine, Parser, Score, by_line};
use super::agreed::{JOINER, MAKER, reads_as_tag};
use super::item::Item;
use super::{PARAGRAPH, names};
use crate::core::diagnostic::DiagnosticKind;

/// So many lines of a reference are kept; the longest lists of authors have a few thousand.
const MOST_FIELDS: usize = 16 * 1024;

/// How sure the start of a text is of this format.
pub(in super::super) fn score(sample: &str) -> Score {
    let mut begun = false;
    let mut first = true;
    for line in lines(sample) {
        let content = line.text(sample).trim_start_matches('\u{feff}');
        match tag(content) {
            Some(("TY", value)) if is_kind(value) => begun = true,
            Some(_) if begun && first => return Score::Start,
            Some(_) if begun => return Score::Frame,
            _ if begun => begun = false,
            _ => first &= content.trim().is_empty(),
        }
    }
    Score::Nothing
}

/// A reference's type: `UNPB`, `JOUR`; some write `Journal Article`.
fn is_kind(value: &str) -> bool {
    let is_code = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    let is_word = |b: u8| b.is_ascii_alphabetic() || b == b' ';
    (2..=8).contains(&value.len()) && value.bytes().all(is_code)
        || (2..=32).contains(&value.len()) && value.bytes().all(is_word)
}

/// `AU  - value`: the tag and the value.
pub(super) fn tag(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.split_at_checked(2)?;
    let [first, second] = name.as_bytes() else {
        return None;
    };
    let named =
        first.is_ascii_uppercase() && (second.is_ascii_uppercase() || second.is_ascii_digit());
    let after = rest.trim_start_matches([' ', '\t']).strip_prefix('-')?;
    let divided =
        rest.starts_with([' ', '\t']) && (after.is_empty() || after.starts_with([' ', '\t']));
    (named && divided).then(|| (name, after.trim()))
}

/// Starts to parse the text on a desk.
pub(in super::super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    super::expect(desk);
    by_line(Ris::default())
}

#[derive(Debug, Default)]
struct Ris {
    open: Option<Open>,
    /// The first and the last of the lines between references.
    stray: Option<(Line, Line)>,
}

/// A reference that is being read.
#[derive(Debug)]
struct Open {
    first: Line,
    /// Its last line that says something.
    last: Line,
    /// Tags and values.
    fields: Vec<(String, String)>,
    /// Whether the line above is blank.
    after_blank: bool,
    /// The first line that was left out because there are too many.
    left_out: Option<Line>,
}

impl ByLine for Ris {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let content = line.text(desk.text).trim_start_matches('\u{feff}');
        if content.trim().is_empty() {
            if let Some(open) = &mut self.open {
                open.after_blank = true;
            }
            return;
        }
        match (tag(content), &mut self.open) {
            (Some(("TY", _)), _) => {
                self.close_stray(desk);
                if let Some(open) = &self.open {
                    let message = "No “ER” ends this reference; it was read up to the next one.";
                    desk.warn(open.first, DiagnosticKind::BadSyntax, message);
                    self.close(desk, false);
                }
                self.open = Some(Open {
                    first: line,
                    last: line,
                    fields: Vec::new(),
                    after_blank: false,
                    left_out: None,
                });
            }
            (Some(("ER", _)), Some(open)) => {
                open.last = line;
                self.close(desk, false);
            }
            (Some(_), Some(open)) if open.fields.len() >= MOST_FIELDS => {
                open.last = line;
                open.left_out.get_or_insert(line);
            }
            (Some((name, value)), Some(open)) => {
                open.last = line;
                open.after_blank = false;
                let value = value.replace(PARAGRAPH, " ");
                open.fields.push((name.to_owned(), value));
            }
            (None, Some(open)) if open.left_out.is_some() => open.last = line,
            (None, Some(open)) => {
                open.last = line;
                let is_paragraph = std::mem::take(&mut open.after_blank);
                match open.fields.last_mut() {
                    Some((name, value)) => {
                        let has_paragraphs = ["AB", "N2", "N1"].contains(&name.as_str());
                        value.push(if is_paragraph && has_paragraphs {
                            PARAGRAPH
                        } else {
                            '\n'
                        });
                        value.push_str(&content.trim().replace(PARAGRAPH, " "));
                    }
                    None => self.stray(line),
                }
            }
            (_, None) => self.stray(line),
        }
    }

    fn end(&mut self, desk: &mut Desk<'_>, _: Line) {
        self.close_stray(desk);
        self.close(desk, true);
    }
}

impl Ris {
    fn stray(&mut self, line: Line) {
        self.stray.get_or_insert((line, line)).1 = line;
    }

    fn close_stray(&mut self, desk: &mut Desk<'_>) {
        let Some((first, last)) = self.stray.take() else {
            return;
        };
        let message = "What stands here belongs to no reference: “TY  - ” starts one, “ER  - ” ends it. It was left out.";
        let at = Location::new(first.start..last.end, first.number);
        desk.warn(at, DiagnosticKind::StrayText, message);
    }

    /// The reference is complete, or the file ends inside of it.
    fn close(&mut self, desk: &mut Desk<'_>, cut: bool) {
        let Some(open) = self.open.take() else {
            return;
        };
        if let Some(line) = open.left_out {
            let message = "This reference has more than 16,384 lines with a tag; those from here on were left out.";
            desk.warn(line, DiagnosticKind::BadSyntax, message);
        }
        let at = Location::new(open.first.start..open.last.end, open.first.number);
        item(&open.fields).enter(desk, at, cut);
    }
}

/// What the fields say.
fn item(fields: &[(String, String)]) -> Item {
    let made = |(name, value): &(String, String)| name == "DP" && value == MAKER;
    let made = fields.iter().position(made);
    // What stands behind it is its reader's own.
    let fields = fields
        .get(..made.unwrap_or(fields.len()))
        .unwrap_or_default();
    let is_plain = made.is_some();
    let text = |value: &str| paragraphs(value, is_plain);
    let all = |names: &[&str]| -> Vec<&str> {
        let named = |name: &&str| {
            let values = fields
                .iter()
                .filter(|(known, value)| known == name && !value.is_empty());
            values.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        names
            .iter()
            .map(named)
            .find(|values| !values.is_empty())
            .unwrap_or_default()
    };
    let first = |names: &[&str]| {
        all(names)
            .first()
            .map(|value| (*value).to_owned())
            .unwrap_or_default()
    };
    let between = PARAGRAPH.encode_utf8(&mut [0; 4]).to_owned();
    let between = between.as_str();
    let mut identities = Vec::new();
    let mut comment_of = |value: &str| {
        if is_plain {
            return value.to_owned();
        }
        let note = notes::read(value);
        identities.extend(note.identities);
        note.comment
    };
    let comments = all(&["N1"]).into_iter().map(&mut comment_of);
    let comments: Vec<String> = comments.filter(|comment| !comment.is_empty()).collect();
    let mut summary = text(&all(&["AB", "N2"]).join(between));
    if !is_plain {
        summary = without_heading(&summary).into();
    }
    let hints = ["UR", "L1", "L2", "LK", "M1", "M3", "AN", "T2", "JO"];
    Item {
        title: text(&first(&["TI", "T1"])),
        summary,
        authors: if is_plain {
            all(&["AU", "A1"]).into_iter().map(names::ris).collect()
        } else {
            names::ris_lines(&all(&["AU", "A1"]))
        },
        eprint: String::new(),
        hints: hints
            .iter()
            .flat_map(|name| all(&[name]))
            .map(str::to_owned)
            .chain(identities)
            .collect(),
        doi: first(&["DO", "M3"]),
        primary: String::new(),
        keywords: all(&["KW"]).into_iter().map(str::to_owned).collect(),
        date: date(&first(&["DA"]), &first(&["Y1", "PY"])),
        submitted: String::new(),
        journal: text(&first(&["JO", "T2", "JF", "JA"])),
        comment: text(&comments.join(between)),
        registered: Vec::new(),
        is_plain,
        is_guarded: false,
    }
}

/// The date, which may be without the year that another field has: `MAY 4`.
fn date(date: &str, year: &str) -> String {
    match recorded(date).date() {
        None if !date.is_empty() => format!("{date} {year}"),
        None => year.to_owned(),
        Some(_) => date.to_owned(),
    }
}

/// A value with its paragraphs as markup has them, or as the lines of plain text.
fn paragraphs(value: &str, is_plain: bool) -> String {
    if !is_plain {
        return value.replace(PARAGRAPH, "<br>");
    }
    let line = |line: &str| {
        let line = line.replace('\n', " ");
        let bare = line.trim_start_matches(JOINER);
        match line.strip_prefix(JOINER) {
            Some(rest) if reads_as_tag(bare) => rest.to_owned(),
            _ => line,
        }
    };
    let lines: Vec<String> = value.split(PARAGRAPH).map(line).collect();
    lines.join("\n")
}
