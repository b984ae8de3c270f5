//! Bytes → [`Digest`]: decode, sniff, parse.
//!
//! Reading never fails: any bytes give a digest, perhaps an empty one, and diagnostics that name
//! the place. Reading goes in steps, so that whoever drives it can show progress, answer others and
//! stop.
#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod address;
pub mod archive;
mod bib;
mod categories;
mod charset;
mod copied;
mod dates;
mod decode;
mod desk;
mod escapes;
mod excerpt;
mod feed;
mod fences;
mod fields;
mod formats;
mod heading;
mod headway;
mod ids;
mod intake;
mod json;
mod legacy;
mod lines;
mod list;
mod mail;
pub mod markup;
mod message;
pub(in crate::core) mod names;
mod needles;
mod nothing;
mod page;
mod papers;
mod parser;
mod remarks;
mod table;
#[cfg(test)]
mod texts;
mod twice;
mod unread;
mod yaml;

use self::decode::Decoded;
use self::desk::{Desk, Ledger};
use self::formats::FormatSpec;
use self::lines::Line;
use self::parser::{Parser, Place};
use self::remarks::{remark, settle};
use super::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Severity};
use super::paper::Paper;
use super::text::Span;

pub(in crate::core) use self::bib::{agreed, bibtex_value};
pub use self::formats::Format;
pub use self::intake::{Content, Intake};

/// About how many bytes one [`Reader::step`] reads.
const STEP: usize = 256 * 1024;

/// A parser may take so many times as many steps as its text has pieces of that size. Each step
/// ends at least one piece further on unless the text is over, so that twice as many would do; a
/// parser that needs more stays where it is, goes back, or creeps.
const STEPS_A_PIECE: usize = 4;

/// So many steps it may take besides, however short the text.
const STEPS_BESIDES: usize = 64;

/// What was read from one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// The format that was found.
    pub format: Option<Format>,
    /// The papers in the file's order.
    pub papers: Vec<Paper>,
    /// What is to be said about the file, in the order of its lines.
    pub diagnostics: Diagnostics,
    /// How many places of the file looked like a paper. Each is one of its papers, those that were
    /// taken included, or has a diagnostic.
    pub entries: u32,
}

impl Digest {
    /// Whether each entry is one of the papers or has an error of its own. It is so of every digest
    /// from which no papers were taken; tests ask.
    pub fn is_balanced(&self) -> bool {
        let of_the_file = |said: &&Diagnostic| {
            said.severity == Severity::Error
                && matches!(
                    said.kind,
                    DiagnosticKind::EmptyFile
                        | DiagnosticKind::NotText
                        | DiagnosticKind::UnknownFormat
                        | DiagnosticKind::Stuck
                )
        };
        // Of very many not all are kept, and all are counted.
        let [_, _, errors] = self.diagnostics.counts();
        let refused = errors - self.diagnostics.iter().filter(of_the_file).count();
        self.entries as usize == self.papers.len() + refused
    }
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
    /// The furthest place to which a step came.
    furthest: Place,
    /// How many more bytes the parser may be asked to read, as often as it is asked.
    bytes_left: usize,
    /// `None` once there is nothing more to read.
    parser: Option<Box<dyn Parser>>,
    digest: Digest,
    ledger: Ledger,
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
            Decoded::NotText(what) => return Self::refused(not_text(name, what)),
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
            digest.diagnostics.push(unknown_format(name, &text));
            settle(&text, &mut digest.diagnostics);
        }
        let mut ledger = Ledger::new(name);
        let mut desk = Desk::new(&text, &mut digest, &mut ledger);
        let parser = spec.map(|spec| (spec.parser)(&mut desk));
        Self::over(text, parser, digest, ledger)
    }

    /// A text that this parser reads from its start on.
    fn over(text: String, parser: Option<Box<dyn Parser>>, digest: Digest, ledger: Ledger) -> Self {
        Self {
            bytes_left: STEP.saturating_mul(STEPS_BESIDES + STEPS_A_PIECE * (text.len() / STEP)),
            text,
            place: Place::START,
            furthest: Place::START,
            parser,
            digest,
            ledger,
        }
    }

    /// Reads on, at most about 256 KiB; a single line that is longer is read whole.
    ///
    /// Every text is over after a number of steps that follows from its length: a parser that does
    /// not get on by then is stopped, what it read so far stays, and a diagnostic says from which
    /// line on the text was left out.
    pub fn step(&mut self) -> Step {
        self.step_of(STEP)
    }

    /// As [`Reader::step`], at most about so many bytes. In what steps a text is read makes no
    /// difference to what is read.
    pub fn step_of(&mut self, bytes: usize) -> Step {
        let bytes = bytes.clamp(1, STEP);
        let total = self.text.len();
        let Some(mut parser) = self.parser.take() else {
            return Step::Done;
        };
        let mut desk = Desk::new(&self.text, &mut self.digest, &mut self.ledger);
        let Some(place) = parser.step(&mut desk, self.place, bytes) else {
            settle(&self.text, &mut self.digest.diagnostics);
            return Step::Done;
        };
        if place.at > self.furthest.at {
            self.furthest = place;
        }
        self.bytes_left = self.bytes_left.saturating_sub(bytes);
        if self.bytes_left == 0 || !self.text.is_char_boundary(place.at) {
            desk.stuck(self.furthest);
            settle(&self.text, &mut self.digest.diagnostics);
            return Step::Done;
        }
        self.place = place;
        self.parser = Some(parser);
        Step::More {
            done: self.furthest.at,
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

    /// Takes the papers that were read since this was last asked and that reading on does not
    /// change: of a large file they need not all be held here. What is left comes with
    /// [`Reader::finish`].
    pub fn take_papers(&mut self) -> Vec<Paper> {
        match &mut self.parser {
            Some(parser) => parser.take(&mut self.digest.papers),
            None => std::mem::take(&mut self.digest.papers),
        }
    }

    /// What was read so far but for the papers that were taken. In the order of the lines are its
    /// diagnostics after [`Step::Done`].
    pub fn digest(&self) -> &Digest {
        &self.digest
    }

    /// The line in question and those around it as they stand in the file, with their numbers; for
    /// showing where a problem is. Of a very long line the part around the place.
    pub fn excerpt(&self, diagnostic: &Diagnostic) -> Vec<(u32, String)> {
        if self.text.is_empty() {
            return Vec::new();
        }
        excerpt::excerpt(&self.text, diagnostic.span.range().start, diagnostic.line)
    }

    /// Ends the reading before the text is over: what is not complete is left out.
    pub fn stop(&mut self) {
        if self.parser.take().is_some() {
            settle(&self.text, &mut self.digest.diagnostics);
        }
    }

    /// What was read so far but for the papers that were taken: all of it after [`Step::Done`], the
    /// complete papers before.
    pub fn finish(mut self) -> Digest {
        self.stop();
        self.digest
    }

    /// A file of which nothing can be read.
    fn refused(diagnostic: Diagnostic) -> Self {
        let mut digest = Digest::default();
        digest.diagnostics.push(diagnostic);
        Self::over(String::new(), None, digest, Ledger::new(""))
    }
}

fn not_text(name: &str, what: &str) -> Diagnostic {
    let what = unread::called(name).unwrap_or(what);
    let advice = unread::advice(what).unwrap_or("a text file was expected");
    let message = format!(
        "This seems to be {what}; {advice}. Formats that are read: {}.",
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

fn unknown_format(name: &str, text: &str) -> Diagnostic {
    let message = format!(
        "This text is no digest that is known here; {}. Formats that are read: {}.",
        unread::text(name, text),
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A parser that goes from place to place as a function says.
    #[derive(Debug)]
    struct Wanderer {
        next: fn(usize) -> Option<usize>,
    }

    impl Parser for Wanderer {
        fn step(&mut self, _: &mut Desk<'_>, from: Place, _: usize) -> Option<Place> {
            (self.next)(from.at).map(|at| Place {
                at,
                line: 1 + u32::from(at >= 6),
            })
        }
    }

    fn wander(text: String, next: fn(usize) -> Option<usize>) -> Reader {
        let parser = Box::new(Wanderer { next });
        Reader::over(text, Some(parser), Digest::default(), Ledger::new(""))
    }

    /// The line and column at which the parser was given up, if it was.
    #[track_caller]
    fn check(text: &str, next: fn(usize) -> Option<usize>, expected: Option<(u32, u32)>) {
        let mut reader = wander(text.to_owned(), next);
        let mut done_before = 0;
        while let Step::More { done, total } = reader.step() {
            assert!(done_before <= done && done <= total);
            done_before = done;
        }
        assert_eq!(reader.step(), Step::Done);
        let digest = reader.finish();
        let said = digest.diagnostics.iter();
        let seen: Vec<_> = said.map(|one| (one.kind, one.line, one.column)).collect();
        let expected = expected.map(|(line, column)| (DiagnosticKind::Stuck, line, column));
        assert_eq!(seen, Vec::from_iter(expected));
    }

    #[test]
    fn a_parser_that_gets_on_is_left_alone() {
        check("first\nsecond", |at| (at < 12).then_some(at + 1), None);
        check("first\nsecond", |_| None, None);
    }

    #[test]
    fn a_parser_that_stays_is_given_up() {
        check("first\nsecond", |_| Some(0), Some((1, 1)));
        check("first\nsecond", |_| Some(8), Some((2, 3)));
    }

    #[test]
    fn a_parser_that_goes_back_and_forth_is_given_up() {
        let back_and_forth = |at| Some(if at == 8 { 2 } else { 8 });
        check("first\nsecond", back_and_forth, Some((2, 3)));
        let there_and_back = |at: usize| Some((at + 1) % 12);
        check("first\nsecond", there_and_back, Some((2, 6)));
    }

    #[test]
    fn a_parser_that_creeps_is_given_up() {
        let long = "x".repeat(STEP * 3);
        check(&long, |at| Some(at + 1), Some((2, 77)));
    }

    #[test]
    fn a_parser_may_get_on_in_small_steps() {
        let mut reader = wander("x\n".repeat(1_000), |at| (at < 2_000).then_some(at + 2));
        while reader.step_of(2) != Step::Done {}
        assert_eq!(reader.finish().diagnostics[..], []);
    }

    #[test]
    fn a_step_of_nothing_gets_on() {
        let entry = "### 1.T [x](https://arxiv.org/abs/2603.00001)\n> About hats.\n";
        let text = format!("# ArXiv cs.CV --Mon, 2 Mar 2026\n{entry}");
        let mut reader = Reader::new("day.md", text.into_bytes());
        while reader.step_of(0) != Step::Done {}
        let digest = reader.finish();
        assert_eq!((digest.papers.len(), &digest.diagnostics[..]), (1, &[][..]));
    }

    #[test]
    fn a_parser_that_leaves_the_text_is_given_up() {
        check("first", |_| Some(6), Some((2, 6)));
        check("é", |_| Some(1), Some((1, 1)));
    }
}
