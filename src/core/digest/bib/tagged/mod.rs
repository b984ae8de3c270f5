//! Tagged text: PubMed's MEDLINE format, Web of Science, EndNote, RefWorks, Cochrane and Ovid.
//!
//! ```text
//! PMID- 1                 PT J               %0 Journal Article
//! TI  - Seeing            TI Seeing          %T Seeing
//!       twice                twice           %A Stern, Ada
//! FAU - Stern, Ada        AU Stern, A        %X We look.
//! AB  - We look.          AB We look.
//!                         ER
//! ```
//!
//! One reader for all: a line with a tag starts a field, one without goes on with the field above.
//! How tags look, and which says what, stands in [`dialect`]; what the fields say, in [`item`].
//! What PubMed prints of its results has no tags and a reader of its own: [`printed`].

mod dialect;
mod item;
mod printed;
#[cfg(test)]
mod tests;

use self::dialect::Dialect;
use self::item::{Field, item};
use super::PARAGRAPH;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::lines::{Line, lines};
use crate::core::digest::parser::{ByLine, Parser, Score, by_line, sample};

/// So many lines of a reference are kept; the longest lists of authors have a few thousand.
const MOST_FIELDS: usize = 16 * 1024;

/// So many lines are looked at for the first that has a tag.
const HEAD: usize = 200;

/// So many lines behind it are looked at for a title.
const NEAR: usize = 400;

/// So many lines may look like a first one and be none.
const TRIES: usize = 8;

/// How sure the start of a text is of this format.
pub(in super::super) fn score(sample: &str) -> Score {
    let tagged = found(sample).map_or(Score::Nothing, |(_, score)| score);
    if tagged > Score::Nothing {
        tagged
    } else {
        printed::score(sample)
    }
}

/// The dialect of a text, and how sure that is.
fn found(sample: &str) -> Option<(Dialect, Score)> {
    let mut first = true;
    let mut tries = 0;
    let mut after_number = false;
    for line in lines(sample).take(HEAD) {
        let content = line.text(sample).trim_start_matches('\u{feff}');
        if content.trim().is_empty() {
            continue;
        }
        if let Some(("TY", _)) = Dialect::Medline.tag(content) {
            return None;
        }
        let is_label = after_number && Dialect::Ovid.tag(content).is_some();
        after_number = Dialect::Ovid.parts(content);
        let opened = opens(content).or(is_label.then_some(Dialect::Ovid));
        if let Some(dialect) = opened {
            let rest = sample.get(line.start..).unwrap_or_default();
            if is_confirmed(dialect, rest) {
                let score = if first { Score::Start } else { Score::Frame };
                return Some((dialect, score));
            }
            tries += 1;
            if tries == TRIES {
                return None;
            }
        }
        // Ovid numbers its references, `<1. >`.
        first = first && content.trim_start().starts_with('<');
    }
    None
}

/// The dialect of which a line may be the first of an entry or of the file.
fn opens(line: &str) -> Option<Dialect> {
    if line.starts_with("Refworks Export Tagged Format") {
        return Some(Dialect::RefWorks);
    }
    if Dialect::Cochrane.parts(line) {
        return Some(Dialect::Cochrane);
    }
    if let Some((tag, value)) = Dialect::Refer.tag(line) {
        let fits = !value.is_empty() && matches!(tag, "0" | "T" | "A" | "R" | "D" | "J");
        return fits.then_some(Dialect::Refer);
    }
    if let Some((_, value)) = Dialect::Medline.tag(line) {
        return (!value.is_empty()).then_some(Dialect::Medline);
    }
    match Dialect::Wos.tag(line)? {
        ("FN", _) => Some(Dialect::Wos),
        ("PT", value) if value.len() == 1 => Some(Dialect::Wos),
        ("RT", value) if !value.is_empty() => Some(Dialect::RefWorks),
        _ => None,
    }
}

/// Whether a title and another field follow from here on, and nothing of RIS.
fn is_confirmed(dialect: Dialect, rest: &str) -> bool {
    let mut has_title = false;
    let mut others = 0_u32;
    let mut strange = 0_u32;
    for line in lines(rest).take(NEAR) {
        let content = line.text(rest).trim_start_matches('\u{feff}');
        let Some((tag, _)) = dialect.tag(content) else {
            let goes_on = content.trim().is_empty() || content.starts_with([' ', '\t']);
            strange = if goes_on { 0 } else { strange + 1 };
            // Other text has such a line by chance.
            if strange > 8 && !matches!(dialect, Dialect::RefWorks | Dialect::Ovid) {
                return false;
            }
            continue;
        };
        if tag == "TY" && dialect == Dialect::Medline {
            return false;
        }
        strange = 0;
        if dialect.tags().title.contains(&tag) {
            has_title = true;
        } else {
            others += 1;
        }
        if has_title && others > 0 {
            return true;
        }
    }
    false
}

/// Starts to parse the text on a desk.
pub(in super::super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    super::expect(desk);
    let found = found(sample(desk.text));
    if found.is_none() && printed::score(sample(desk.text)) > Score::Nothing {
        return printed::parser();
    }
    by_line(Tagged {
        dialect: found.map_or(Dialect::Medline, |(dialect, _)| dialect),
        first_tag: String::new(),
        begun: false,
        open: None,
        stray: None,
    })
}

#[derive(Debug)]
struct Tagged {
    dialect: Dialect,
    /// The tag with which the first entry starts.
    first_tag: String,
    /// Whether an entry was seen.
    begun: bool,
    open: Option<Open>,
    /// The first and the last of the lines between entries.
    stray: Option<(Line, Line)>,
}

/// An entry that is being read.
#[derive(Debug)]
struct Open {
    first: Line,
    /// Its last line that says something.
    last: Line,
    fields: Vec<Field>,
    /// Its tags among those that may start an entry; they are few.
    known: Vec<String>,
    /// Whether it has fields of more than one tag.
    is_mixed: bool,
    /// Whether the line above is blank.
    after_blank: bool,
    /// The first line that was left out because there are too many.
    left_out: Option<Line>,
}

impl Open {
    fn at(line: Line) -> Self {
        Self {
            first: line,
            last: line,
            fields: Vec::new(),
            known: Vec::new(),
            is_mixed: false,
            after_blank: false,
            left_out: None,
        }
    }

    fn has(&self, tag: &str) -> bool {
        self.known.iter().any(|known| known == tag)
    }
}

impl ByLine for Tagged {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let content = line.text(desk.text).trim_start_matches('\u{feff}');
        if content.trim().is_empty() {
            if let Some(open) = &mut self.open {
                open.after_blank = true;
            }
            return;
        }
        if self.dialect.parts(content) {
            self.close(desk, false);
            return;
        }
        let Some((tag, value)) = self.dialect.tag(content) else {
            self.untagged(line, content);
            return;
        };
        if self.dialect.is_of_the_file(tag) {
            self.close_unended(desk);
            return;
        }
        if self.dialect.ends(tag) && self.open.is_some() {
            if let Some(open) = &mut self.open {
                open.last = line;
            }
            self.close(desk, false);
            return;
        }
        if self.starts_entry(tag) {
            self.close_unended(desk);
        }
        if self.open.is_none() {
            if !self.may_start(tag) {
                self.stray(line);
                return;
            }
            self.close_stray(desk);
            self.begun = true;
            if self.first_tag.is_empty() {
                tag.clone_into(&mut self.first_tag);
            }
        }
        let open = self.open.get_or_insert_with(|| Open::at(line));
        open.last = line;
        open.after_blank = false;
        let may_start = self.dialect.begins(tag) || self.dialect.tags().title.first() == Some(&tag);
        if (may_start || tag == self.first_tag) && !open.has(tag) {
            open.known.push(tag.to_owned());
        }
        open.is_mixed |= open.fields.last().is_some_and(|last| last.tag != tag);
        if open.fields.len() >= MOST_FIELDS {
            open.left_out.get_or_insert(line);
            return;
        }
        open.fields.push(Field {
            tag: tag.to_owned(),
            value: value.replace(PARAGRAPH, " "),
        });
    }

    fn end(&mut self, desk: &mut Desk<'_>, last: Line) {
        self.close_stray(desk);
        self.close(desk, self.dialect == Dialect::Wos);
        if !self.begun {
            let message = "No reference starts here.";
            desk.refuse(last, DiagnosticKind::BadEntry, message);
        }
    }
}

impl Tagged {
    /// Whether a tag starts an entry though another is open.
    fn starts_entry(&self, tag: &str) -> bool {
        let Some(open) = &self.open else {
            return false;
        };
        let begins = self.dialect.begins(tag);
        // EndNote's reference types may be several.
        if begins && open.has(tag) && open.is_mixed {
            return true;
        }
        if matches!(self.dialect, Dialect::Wos | Dialect::RefWorks) {
            return begins;
        }
        if !open.after_blank || self.dialect == Dialect::Cochrane {
            return false;
        }
        let is_title = self.dialect.tags().title.first() == Some(&tag);
        let repeats = open.has(tag) && (tag == self.first_tag || is_title);
        let is_typed = open.has("0");
        repeats || self.dialect.is_parted_by_blanks() && !is_typed
    }

    /// Whether a tag may stand first in an entry.
    fn may_start(&self, tag: &str) -> bool {
        match self.dialect {
            Dialect::Wos | Dialect::RefWorks => self.dialect.begins(tag),
            _ => true,
        }
    }

    /// A line without a tag goes on with the field above.
    fn untagged(&mut self, line: Line, content: &str) {
        let Some(open) = &mut self.open else {
            self.stray(line);
            return;
        };
        open.last = line;
        let is_paragraph = std::mem::take(&mut open.after_blank);
        if open.left_out.is_some() {
            return;
        }
        let is_full = open.fields.len() >= MOST_FIELDS;
        let Some(field) = open.fields.last_mut() else {
            return;
        };
        let text = content.trim().replace(PARAGRAPH, " ");
        if self.dialect.is_list(&field.tag) {
            if is_full {
                open.left_out = Some(line);
                return;
            }
            let tag = field.tag.clone();
            open.fields.push(Field { tag, value: text });
            return;
        }
        let has_paragraphs = self.dialect.tags().summary.contains(&field.tag.as_str());
        field.value.push(if is_paragraph && has_paragraphs {
            PARAGRAPH
        } else {
            '\n'
        });
        field.value.push_str(&text);
    }

    fn stray(&mut self, line: Line) {
        self.stray.get_or_insert((line, line)).1 = line;
    }

    fn close_stray(&mut self, desk: &mut Desk<'_>) {
        let Some((first, last)) = self.stray.take() else {
            return;
        };
        // RefWorks explains its tags before the first reference.
        if self.dialect == Dialect::RefWorks && !self.begun {
            return;
        }
        let message = format!(
            "What stands here belongs to no reference: “{}” starts one. It was left out.",
            self.dialect.start()
        );
        let at = Location::new(first.start..last.end, first.number);
        desk.warn(at, DiagnosticKind::StrayText, message);
    }

    /// The entry ends where another starts, or the file's frame does.
    fn close_unended(&mut self, desk: &mut Desk<'_>) {
        if let Some(open) = self.open.as_ref().filter(|_| self.dialect == Dialect::Wos) {
            let message = "No “ER” ends this reference; it was read up to the next one.";
            desk.warn(open.first, DiagnosticKind::BadSyntax, message);
        }
        self.close(desk, false);
    }

    /// The entry is complete, or the file ends inside of it.
    fn close(&mut self, desk: &mut Desk<'_>, cut: bool) {
        let Some(open) = self.open.take() else {
            return;
        };
        if let Some(line) = open.left_out {
            let message = "This reference has more than 16,384 lines with a value; those from here on were left out.";
            desk.warn(line, DiagnosticKind::BadSyntax, message);
        }
        let at = Location::new(open.first.start..open.last.end, open.first.number);
        item(self.dialect, &open.fields).enter(desk, at, cut);
    }
}
