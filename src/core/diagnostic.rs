//! What a parser has to say about its input, with the place.

use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Serialize};

use super::text::Span;
use super::visible;

/// How bad a [`Diagnostic`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// Something in the file is odd, and the reader made a choice.
    Warning,
    /// Something in the file could not be read.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// One remark about one place of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Which remark it is; tests and filters go by this, not by the message.
    pub kind: DiagnosticKind,
    /// How bad it is.
    pub severity: Severity,
    /// The place in the file's decoded text, in bytes.
    pub span: Span,
    /// The line of the file on which the place starts, from 1.
    pub line: u32,
    /// The column in characters at which the place starts, from 1.
    pub column: u32,
    /// What is wrong and what was done or can be done about it, in one sentence for a person.
    pub message: String,
}

/// What a [`Diagnostic`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DiagnosticKind {
    /// The file holds nothing.
    EmptyFile,
    /// The file is not text (an image, say).
    NotText,
    /// The text is none of the formats that are read.
    UnknownFormat,
    /// An archive is damaged or holds more than is read.
    BadArchive,
    /// The text was not UTF-8 and was read as another encoding.
    Encoding,
    /// A digest has no day, neither inside nor in its name.
    NoDay,
    /// A heading names a day that the calendar does not have.
    BadDay,
    /// A heading looked like a paper's and could not be read as one.
    BadHeading,
    /// A paper has no title.
    NoTitle,
    /// A paper has no link that names an arXiv id.
    NoLink,
    /// A link names an arXiv id that cannot be.
    BadLink,
    /// A paper has no abstract.
    NoAbstract,
    /// The numbers of the papers skip, repeat or run backwards.
    Numbering,
    /// The same paper stands more than once.
    Duplicate,
    /// Lines that belong to no paper.
    StrayText,
    /// The file ends inside a paper.
    Truncated,
    /// The file breaks the rules of the language that it is written in (XML, JSON).
    BadSyntax,
    /// An entry of a known form that cannot be read as a paper.
    BadEntry,
    /// The parser does not get past a place: a defect of its own.
    Stuck,
}

/// `line: severity: message`, on one line of a terminal whatever the message quotes.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = visible::line(&self.message);
        write!(f, "{}: {}: {message}", self.line, self.severity)
    }
}

/// The diagnostics of one file. All are counted; of each severity the first [`Diagnostics::MOST`]
/// are kept, so that a file of nothing but damage does not take more memory for what is said of it
/// than for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    counts: [usize; 3],
}

impl Diagnostics {
    /// How many of each severity are kept.
    pub const MOST: usize = 20_000;

    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        let count = &mut self.counts[diagnostic.severity as usize];
        *count += 1;
        // That the rest of a file was left out is told after however many remarks.
        if *count <= Self::MOST || diagnostic.kind == DiagnosticKind::Stuck {
            self.kept.push(diagnostic);
        }
    }

    /// How many there were, by [`Severity`].
    pub fn counts(&self) -> [usize; 3] {
        self.counts
    }

    /// How many were counted and not kept.
    pub fn left_out(&self) -> usize {
        self.counts.iter().sum::<usize>() - self.kept.len()
    }
}

impl Deref for Diagnostics {
    type Target = [Diagnostic];

    fn deref(&self) -> &[Diagnostic] {
        &self.kept
    }
}

impl DerefMut for Diagnostics {
    fn deref_mut(&mut self) -> &mut [Diagnostic] {
        &mut self.kept
    }
}

impl<'d> IntoIterator for &'d Diagnostics {
    type Item = &'d Diagnostic;
    type IntoIter = std::slice::Iter<'d, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_stands_on_one_line() {
        let said = Diagnostic {
            kind: DiagnosticKind::BadHeading,
            severity: Severity::Error,
            span: Span::default(),
            line: 7,
            column: 1,
            message: "“\u{1b}[2Ja\tb\nx:1: note\u{9b}” is no heading.".to_owned(),
        };
        assert_eq!(
            said.to_string(),
            "7: error: “\u{fffd}[2Ja\tb\u{fffd}x:1: note\u{fffd}” is no heading."
        );
    }

    #[test]
    fn all_are_counted_and_many_are_not_kept() {
        let mut all = Diagnostics::default();
        let one = |severity| Diagnostic {
            kind: DiagnosticKind::StrayText,
            severity,
            span: Span::default(),
            line: 1,
            column: 1,
            message: String::new(),
        };
        for _ in 0..Diagnostics::MOST + 5 {
            all.push(one(Severity::Note));
        }
        all.push(one(Severity::Error));
        assert_eq!(all.counts(), [Diagnostics::MOST + 5, 0, 1]);
        assert_eq!((all.len(), all.left_out()), (Diagnostics::MOST + 1, 5));
        assert_eq!(all.last().map(|last| last.severity), Some(Severity::Error));
    }

    #[test]
    fn that_the_rest_was_left_out_is_always_kept() {
        let mut all = Diagnostics::default();
        let one = |kind| Diagnostic {
            kind,
            severity: Severity::Error,
            span: Span::default(),
            line: 1,
            column: 1,
            message: String::new(),
        };
        for _ in 0..Diagnostics::MOST + 5 {
            all.push(one(DiagnosticKind::BadHeading));
        }
        all.push(one(DiagnosticKind::Stuck));
        let last = all.last().map(|last| last.kind);
        assert_eq!(last, Some(DiagnosticKind::Stuck));
        assert_eq!((all.len(), all.left_out()), (Diagnostics::MOST + 1, 5));
    }
}
