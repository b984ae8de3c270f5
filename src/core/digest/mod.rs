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
mod feed;
mod fields;
mod formats;
mod heading;
mod json;
mod ledger;
mod legacy;
mod lines;
mod mail;
pub mod markup;
mod remarks;
mod table;
mod zip;

use self::decode::Decoded;
use self::formats::{Parser, Place};
use self::lines::{Line, LineIndex};
use self::remarks::{remark, settle};
use super::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use super::paper::Paper;
use super::text::Span;

pub use self::formats::Format;

/// About how many bytes one [`Reader::step`] reads.
const STEP: usize = 256 * 1024;

/// How many lines an excerpt shows before and after the line in question.
const EXCERPT_AROUND: u32 = 1;

/// How many characters of a line an excerpt shows.
const EXCERPT_WIDTH: usize = 400;

/// What was read from one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// The format that was found.
    pub format: Option<Format>,
    /// The papers in the file's order.
    pub papers: Vec<Paper>,
    /// What is to be said about the file, in the order of its lines.
    pub diagnostics: Vec<Diagnostic>,
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
    index: LineIndex,
    /// `None` once there is nothing more to read.
    parser: Option<Box<dyn Parser>>,
    digest: Digest,
}

impl Reader {
    /// Starts to read the bytes of a file. The name may tell the day when the text does not.
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        let (text, diagnostics) = match decode::decode(bytes) {
            Decoded::Text(text, diagnostics) => (text, diagnostics),
            Decoded::NotText(what) => return Self::refused(not_text(what)),
        };
        if text
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
            .is_empty()
        {
            return Self::refused(empty_file());
        }
        let spec = formats::sniff(&text);
        let mut digest = Digest {
            format: spec.map(|spec| spec.format),
            diagnostics,
            ..Digest::default()
        };
        if spec.is_none() {
            digest.diagnostics.push(unknown_format(&text));
            settle(&text, &mut digest.diagnostics);
        }
        Self {
            text,
            place: Place::START,
            index: LineIndex::default(),
            parser: spec.map(|spec| (spec.parser)(name)),
            digest,
        }
    }

    /// Reads on, at most about 256 KiB; a single line that is longer is read whole.
    pub fn step(&mut self) -> Step {
        let total = self.text.len();
        let Some(mut parser) = self.parser.take() else {
            return Step::Done;
        };
        if self.text[..self.place.at].ends_with(['\n', '\r']) {
            self.index.remember(self.place.line, self.place.at);
        }
        let Some(place) = parser.step(&self.text, self.place, STEP, &mut self.digest) else {
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

    /// What is to be said about the file so far; in the order of its lines after [`Step::Done`].
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.digest.diagnostics
    }

    /// The lines around a line (from 1) as they stand in the file, with their numbers; for showing where a problem is. Very long lines are cut.
    pub fn excerpt(&self, line: u32) -> Vec<(u32, String)> {
        let from = line.saturating_sub(EXCERPT_AROUND).max(1);
        let to = line.saturating_add(EXCERPT_AROUND);
        let shown = |line: &Line| {
            let text = line.text(&self.text);
            match text.char_indices().nth(EXCERPT_WIDTH) {
                Some((end, _)) => format!("{}…", &text[..end]),
                None => text.to_owned(),
            }
        };
        let lines = self.index.lines(&self.text, from, to);
        lines
            .iter()
            .map(|line| (line.number, shown(line)))
            .collect()
    }

    /// What was read so far: all of it after [`Step::Done`], the complete papers before.
    pub fn finish(mut self) -> Digest {
        if let Some(mut parser) = self.parser.take() {
            parser.stop(&mut self.digest);
            settle(&self.text, &mut self.digest.diagnostics);
        }
        self.digest
    }

    /// A file of which nothing can be read.
    fn refused(diagnostic: Diagnostic) -> Self {
        Self {
            text: String::new(),
            place: Place::START,
            index: LineIndex::default(),
            parser: None,
            digest: Digest {
                diagnostics: vec![diagnostic],
                ..Digest::default()
            },
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
pub fn read(name: &str, bytes: Vec<u8>) -> Digest {
    let mut reader = Reader::new(name, bytes);
    while reader.step() != Step::Done {}
    reader.finish()
}
