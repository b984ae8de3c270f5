//! Papers written in full, as [parcels](crate::core::parcel) have them and as they are kept.
//!
//! ```text
//! digest-explorer papers 1
//! paper 2603.00001
//! title Seeing twice
//! author Ada Stern
//! abstract We look.
//! ```

use super::desk::{Dated, Desk, Expected};
use super::lines::Line;
use super::parser::{ByLine, Parser, Score, by_line};
use crate::core::diagnostic::DiagnosticKind;
use crate::core::parcel::HEAD;
use crate::core::parcel::lines::{self, Draft};

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let first = sample.lines().next().unwrap_or_default();
    if version(first).is_some() {
        Score::Sure
    } else {
        Score::Nothing
    }
}

/// The version of the format that its first line says.
fn version(first: &str) -> Option<u32> {
    let head = HEAD.trim_end_matches(char::is_numeric);
    let first = first.trim_start_matches('\u{feff}');
    first.strip_prefix(head)?.trim_end().parse().ok()
}

/// Starts to parse the text on a desk.
pub(super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    // Each paper has its own days, and all that it has.
    desk.expect(Expected {
        day: Dated::ByEntry,
        ..Expected::default()
    });
    desk.told_no_day();
    by_line(Papers::default())
}

#[derive(Debug, Default)]
struct Papers {
    open: Option<(Line, Draft)>,
    /// Whether lines are of a paper that was refused.
    skips: bool,
    /// Whether the text is of another version, of which nothing can be read.
    is_newer: bool,
}

impl Papers {
    fn close(&mut self, desk: &mut Desk<'_>) {
        if let Some((line, draft)) = self.open.take() {
            desk.paper(line, draft.finish());
        }
        self.skips = false;
    }

    fn refuse(&mut self, desk: &mut Desk<'_>, line: Line) {
        let message = "This line says what cannot be, so that its paper was left out.";
        desk.refuse(line, DiagnosticKind::BadEntry, message);
        self.open = None;
        self.skips = true;
    }
}

impl ByLine for Papers {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let content = line.text(desk.text);
        if line.number == 1 {
            self.is_newer = version(content) != version(HEAD);
            if self.is_newer {
                let message = "These papers were written by another version of this program; \
                               reload the page, or read them where they were written.";
                desk.refuse(line, DiagnosticKind::BadSyntax, message);
            }
            return;
        }
        if self.is_newer {
            return;
        }
        if lines::starts_paper(content) {
            self.close(desk);
            match Draft::begin(content) {
                Some(draft) => self.open = Some((line, draft)),
                None => self.refuse(desk, line),
            }
        } else if let Some((_, draft)) = &mut self.open {
            if draft.line(content).is_none() {
                self.refuse(desk, line);
            }
        } else if !self.skips && !content.trim().is_empty() {
            let message = "This line belongs to no paper and was left out.";
            desk.warn(line, DiagnosticKind::StrayText, message);
        }
    }

    fn end(&mut self, desk: &mut Desk<'_>, _: Line) {
        self.close(desk);
    }
}
