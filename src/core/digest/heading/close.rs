//! The end of an entry: a paper, or an error.

use super::body::{is_cut, summary, trailing_spaces};
use super::{Digest, HeadingDigest, Line, markup, remark};
use crate::core::diagnostic::{DiagnosticKind, Severity};
use crate::core::digest::address::Target;
use crate::core::digest::lines::part;
use crate::core::paper::{Paper, PaperId};

impl HeadingDigest {
    /// The text ends without a line end: was the last entry cut?
    pub(super) fn check_cut(&mut self, text: &str, last: Line, digest: &mut Digest) {
        let Some(entry) = self.entry.as_ref() else {
            return;
        };
        let (severity, message) = match entry.pieces.last() {
            None if entry.line.number == last.number && !entry.has_link => {
                let message = "The file ends inside this heading; its paper was left out.";
                (Severity::Error, message)
            }
            Some(piece) if is_cut(part(text, piece), self.suffix) => {
                (Severity::Warning, "The file ends inside this abstract.")
            }
            _ => return,
        };
        digest.diagnostics.push(remark(
            text,
            last.span(),
            last.number,
            DiagnosticKind::Truncated,
            severity,
            message.to_owned(),
        ));
        if severity == Severity::Error {
            self.entry = None;
        }
    }

    /// The entry is complete: a paper, or an error.
    pub(super) fn close_entry(&mut self, text: &str, digest: &mut Digest) {
        let Some(entry) = self.entry.take() else {
            return;
        };
        let line = entry.line;
        let mut say = |kind, severity, message: String| {
            let said = remark(text, line.span(), line.number, kind, severity, message);
            digest.diagnostics.push(said);
        };
        let title = markup::read(part(text, &entry.title));
        let summary = summary(text, &entry.pieces);
        let (id, version) = match entry.target {
            Target::Arxiv(id, version) => (PaperId::Arxiv(id), version),
            _ if title.is_empty() => {
                let message = "This heading has neither a title nor an arXiv link; it was left out with the text under it.";
                return say(
                    DiagnosticKind::BadHeading,
                    Severity::Error,
                    message.to_owned(),
                );
            }
            Target::BadArxiv(url) => {
                let message = format!(
                    "The link {url} names no arXiv id that can be; the paper goes by its title."
                );
                say(DiagnosticKind::BadLink, Severity::Warning, message);
                (PaperId::from_title(&title.plain), None)
            }
            Target::Other(url) => {
                let message =
                    format!("The link {url} does not lead to arXiv; the paper goes by its title.");
                say(DiagnosticKind::NoLink, Severity::Warning, message);
                (PaperId::from_title(&title.plain), None)
            }
            Target::None => {
                let message =
                    "The heading has no link to arXiv; the paper goes by its title.".to_owned();
                say(DiagnosticKind::NoLink, Severity::Warning, message);
                (PaperId::from_title(&title.plain), None)
            }
        };
        if summary.is_some() && entry.unquoted {
            let message =
                "Lines under this heading do not start with “>”; they were taken for the abstract."
                    .to_owned();
            say(DiagnosticKind::StrayText, Severity::Note, message);
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
        self.ledger.enter(text, line.span(), paper, digest);
        let listed = digest.papers.get_mut(self.section.first_paper..);
        self.section.order.enter(listed.unwrap_or_default());
    }
}
