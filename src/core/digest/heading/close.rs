//! The end of an entry: a paper, or an error.

use super::body::{is_cut, summary, trailing_spaces};
use super::{HeadingDigest, Line};
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::address::Target;
use crate::core::digest::desk::Desk;
use crate::core::digest::lines::part;
use crate::core::digest::markup;
use crate::core::paper::{Paper, PaperId};

impl HeadingDigest {
    /// The text ends without a line end: was the last entry cut?
    pub(super) fn check_cut(&mut self, desk: &mut Desk<'_>, last: Line) {
        let Some(entry) = self.entry.as_ref() else {
            return;
        };
        match entry.pieces.last() {
            None if entry.line.number == last.number && !entry.has_link => {
                let message = "The file ends inside this heading; its paper was left out.";
                desk.refuse(last, DiagnosticKind::Truncated, message);
                self.entry = None;
            }
            Some(piece) if is_cut(part(desk.text, piece), self.suffix) => {
                let message = "The file ends inside this abstract.";
                desk.warn(last, DiagnosticKind::Truncated, message);
            }
            _ => {}
        }
    }

    /// The entry is complete: a paper, or an error.
    pub(super) fn close_entry(&mut self, desk: &mut Desk<'_>) {
        let Some(entry) = self.entry.take() else {
            return;
        };
        let text = desk.text;
        let line = entry.line;
        let title = markup::read(part(text, &entry.title));
        let (id, version) = match entry.target {
            Target::Arxiv(id, version) => (PaperId::Arxiv(id), version),
            _ if title.is_empty() => {
                let message = "This heading has neither a title nor an arXiv link; it was left out with the text under it.";
                return desk.refuse(line, DiagnosticKind::BadHeading, message);
            }
            other => {
                let (kind, what) = match other {
                    Target::BadArxiv(url) => {
                        let what = format!("The link {url} names no arXiv id that can be");
                        (DiagnosticKind::BadLink, what)
                    }
                    Target::Other(url) => {
                        let what = format!("The link {url} does not lead to arXiv");
                        (DiagnosticKind::NoLink, what)
                    }
                    Target::Arxiv(..) | Target::None => {
                        let what = "The heading has no link to arXiv".to_owned();
                        (DiagnosticKind::NoLink, what)
                    }
                };
                desk.warn(line, kind, what + "; the paper goes by its title.");
                (PaperId::from_title(&title.plain), None)
            }
        };
        let summary = summary(text, &entry.pieces);
        if summary.is_some() && entry.unquoted {
            let message =
                "Lines under this heading do not start with “>”; they were taken for the abstract.";
            desk.note(line, DiagnosticKind::StrayText, message);
        }
        if let Some(last) = entry.pieces.last() {
            self.suffix = trailing_spaces(part(text, last));
        }
        let paper = Paper {
            version,
            summary,
            categories: self.section.category.iter().cloned().collect(),
            days: self.section.day.into_iter().collect(),
            number: entry.number,
            ..Paper::new(id, title, line.number)
        };
        desk.paper(line, paper);
        let listed = desk.papers().get_mut(self.section.first_paper..);
        self.section.order.enter(listed.unwrap_or_default());
    }
}
