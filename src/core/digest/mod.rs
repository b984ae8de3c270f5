//! Bytes → [`Digest`]: decode, sniff, parse.
//!
//! Reading never fails: any bytes give a digest, perhaps an empty one, and diagnostics that name the place. Reading goes in steps, so that
//! whoever drives it can show progress, answer others and stop.

mod address;
pub mod archive;
mod bib;
mod categories;
mod dates;
mod decode;
mod escapes;
mod excerpt;
mod feed;
mod fields;
mod formats;
mod heading;
mod intake;
mod json;
mod ledger;
mod legacy;
mod lines;
mod mail;
pub mod markup;
mod needles;
mod remarks;
mod table;
mod zip;

use self::decode::Decoded;
use self::formats::{FormatSpec, Parser, Place};
use self::lines::Line;
use self::remarks::{remark, settle};
use super::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Severity};
use super::paper::Paper;
use super::text::Span;

pub use self::formats::Format;
pub use self::intake::{Content, Intake};

/// About how many bytes one [`Reader::step`] reads.
const STEP: usize = 256 * 1024;

/// What was read from one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// The format that was found.
    pub format: Option<Format>,
    /// The papers in the file's order.
    pub papers: Vec<Paper>,
    /// What is to be said about the file, in the order of its lines.
    pub diagnostics: Diagnostics,
    /// How many places of the file looked like a paper. Each is a paper or has a diagnostic.
    pub entries: u32,
}

/// How far a [`Reader`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// There is more to do.
    More {
        /// Bytes of the text that are done.
        done: usize,
        /// Bytes of the whole text.
        total: usize,
    },
    /// The digest is complete.
    Done,
}

/// One file being read.
#[derive(Debug)]
pub struct Reader {
    text: String,
    place: Place,
    /// `None` once there is nothing more to read.
    parser: Option<Box<dyn Parser>>,
    digest: Digest,
}

impl Reader {
    /// Starts to read a file. The name may tell the day when the text does not.
    pub fn new(name: &str, content: impl Into<Content>) -> Self {
        Self::with(name, content.into(), formats::sniff)
    }

    /// Starts to read a file as what somebody says that it is, whatever it looks like.
    pub fn as_format(name: &str, content: impl Into<Content>, format: Format) -> Self {
        Self::with(name, content.into(), |_| formats::spec(format))
    }

    fn with(
        name: &str,
        content: Content,
        find: impl FnOnce(&str) -> Option<&'static FormatSpec>,
    ) -> Self {
        let (text, said) = match decode::decode(content) {
            Decoded::Text(text, said) => (text, said),
            Decoded::NotText(what) => return Self::refused(not_text(what)),
        };
        if text
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
            .is_empty()
        {
            return Self::refused(empty_file());
        }
        let spec = find(&text);
        let mut digest = Digest {
            format: spec.map(|spec| spec.format),
            ..Digest::default()
        };
        for diagnostic in said {
            digest.diagnostics.push(diagnostic);
        }
        if spec.is_none() {
            digest.diagnostics.push(unknown_format(&text));
            settle(&text, &mut digest.diagnostics);
        }
        Self {
            text,
            place: Place::START,
            parser: spec.map(|spec| (spec.parser)(name)),
            digest,
        }
    }

    /// Reads on, at most about 256 KiB; a single line that is longer is read whole.
    pub fn step(&mut self) -> Step {
        self.step_of(STEP)
    }

    /// As [`Reader::step`], at most about so many bytes. In what steps a text is read makes no difference to what is read.
    pub fn step_of(&mut self, bytes: usize) -> Step {
        let total = self.text.len();
        let Some(mut parser) = self.parser.take() else {
            return Step::Done;
        };
        let Some(place) = parser.step(&self.text, self.place, bytes, &mut self.digest) else {
            settle(&self.text, &mut self.digest.diagnostics);
            return Step::Done;
        };
        self.place = place;
        self.parser = Some(parser);
        Step::More {
            done: place.at,
            total,
        }
    }

    /// How many bytes the text has.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes the papers that were read since this was last asked and that reading on does not change: of a large file they need not all be held
    /// here. What is left comes with [`Reader::finish`].
    pub fn take_papers(&mut self) -> Vec<Paper> {
        match &mut self.parser {
            Some(parser) => parser.take(&mut self.digest),
            None => std::mem::take(&mut self.digest.papers),
        }
    }

    /// What was read so far but for the papers that were taken. In the order of the lines are its diagnostics after [`Step::Done`].
    pub fn digest(&self) -> &Digest {
        &self.digest
    }

    /// The line in question and those around it as they stand in the file, with their numbers; for showing where a problem is. Of a very long line
    /// the part around the place.
    pub fn excerpt(&self, diagnostic: &Diagnostic) -> Vec<(u32, String)> {
        if self.text.is_empty() {
            return Vec::new();
        }
        excerpt::excerpt(&self.text, diagnostic.span.range().start, diagnostic.line)
    }

    /// Ends the reading before the text is over: what is not complete is left out.
    pub fn stop(&mut self) {
        if let Some(mut parser) = self.parser.take() {
            parser.stop(&mut self.digest);
            settle(&self.text, &mut self.digest.diagnostics);
        }
    }

    /// What was read so far but for the papers that were taken: all of it after [`Step::Done`], the complete papers before.
    pub fn finish(mut self) -> Digest {
        self.stop();
        self.digest
    }

    /// A file of which nothing can be read.
    fn refused(diagnostic: Diagnostic) -> Self {
        let mut digest = Digest::default();
        digest.diagnostics.push(diagnostic);
        Self {
            text: String::new(),
            place: Place::START,
            parser: None,
            digest,
        }
    }
}

fn not_text(what: &str) -> Diagnostic {
    let message = format!(
        "This seems to be {what}; a text file was expected. Formats that are read: {}.",
        formats::names()
    );
    let kind = DiagnosticKind::NotText;
    remark("", Span::default(), 1, kind, Severity::Error, message)
}

fn empty_file() -> Diagnostic {
    let message = format!(
        "The file is empty. Formats that are read: {}.",
        formats::names()
    );
    let kind = DiagnosticKind::EmptyFile;
    remark("", Span::default(), 1, kind, Severity::Error, message)
}

fn unknown_format(text: &str) -> Diagnostic {
    let message = format!(
        "This text is no digest that is known here. Expected was, for instance, {}. Formats that are read: {}.",
        formats::examples(),
        formats::names()
    );
    let kind = DiagnosticKind::UnknownFormat;
    let span = Line::at(text, 0, 1).map_or(Span::default(), Line::span);
    remark(text, span, 1, kind, Severity::Error, message)
}

/// Reads a whole file at once.
pub fn read(name: &str, content: impl Into<Content>) -> Digest {
    let mut reader = Reader::new(name, content);
    while reader.step() != Step::Done {}
    reader.finish()
}
