//! The heading digest: the Markdown of a daily list.
//!
//! ```text
//! # ArXiv <category> --<Day>, <D> <Mon> <YYYY>
//! ### <n>.<title>  [ :arrow_down: ](https://arxiv.org/pdf/<id>.pdf)
//! >  <abstract on one line>
//! ```
//!
//! A `#` heading starts a section with its category and day; a file may hold several. Every `###`
//! heading is an entry: a paper, or an error. The lines under it are its abstract, quoted or not;
//! what belongs to no paper is named line by line. How a heading is cut up stands in [`entry`], how
//! a section's in [`section`], and how the order of the ids gives away cross-lists in [`announce`].

mod announce;
mod body;
mod close;
mod entry;
mod open;
mod section;
mod shape;

use std::ops::Range;

use self::announce::Order;
use self::body::trailing_spaces;
use self::entry::Heading;
use self::open::Part;
use self::shape::Shape;
use super::address::Target;
use super::desk::{Dated, Desk, Expected, Location};
use super::fences::Fences;
use super::lines::{Line, lines, part};
use super::parser::{ByLine, Parser, Score, by_line};
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::paper::{Category, Paper};

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let mut score = Score::Nothing;
    let mut under_heading = false;
    let mut fences = Fences::default();
    for line in lines(sample) {
        if fences.hide(sample, line) {
            continue;
        }
        let shape = Shape::of(line.text(sample));
        score = score.max(match &shape {
            Shape::Section(rest) => section::score(rest),
            Shape::Entry(rest) => {
                let heading = Heading::alone(rest, None);
                // A title that is the link itself is another family's heading.
                let titled = !heading.title_is_label
                    && part(rest, &heading.title).contains(char::is_alphabetic);
                let linked = matches!(heading.target, Target::Arxiv(..));
                under_heading = titled && heading.number.is_some();
                if titled && linked {
                    Score::Entry
                } else {
                    Score::Nothing
                }
            }
            Shape::Quote(_) if under_heading => Score::Hint,
            _ => Score::Nothing,
        });
        under_heading &= matches!(shape, Shape::Entry(_) | Shape::Blank);
        if score >= Score::Entry {
            break;
        }
    }
    score
}

/// Starts to parse the text on a desk.
pub(super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    desk.expect(Expected {
        day: Dated::Always,
        summary: true,
        once: true,
    });
    by_line(HeadingDigest::default())
}

#[derive(Debug, Default)]
struct HeadingDigest {
    section: Section,
    entry: Option<Entry>,
    stray: Option<Stray>,
    /// How many spaces ended the last complete abstract.
    suffix: usize,
    fences: Fences,
}

/// What the last `#` heading said.
#[derive(Debug, Default)]
struct Section {
    category: Option<Category>,
    day: Option<Day>,
    /// The index of its first paper among those that were not taken.
    first_paper: usize,
    order: Order,
    last_number: Option<u32>,
}

/// A `###` heading and what was found under it so far.
#[derive(Debug)]
struct Entry {
    line: Line,
    /// Where its title stands in the text.
    title: Range<usize>,
    number: Option<u32>,
    target: Target,
    /// Whether the heading has a link that is closed.
    has_link: bool,
    /// The lines of its abstract, without `>`; an empty one ends a paragraph.
    pieces: Vec<Range<usize>>,
    /// Whether a line of the abstract was not quoted.
    unquoted: bool,
    state: State,
}

impl Entry {
    /// Whether the last line of the abstract ends as the last line of a whole one does, in several
    /// spaces.
    fn is_ended(&self, text: &str) -> bool {
        let last = self.pieces.last();
        last.is_some_and(|piece| trailing_spaces(part(text, piece)) > 1)
    }
}

/// What may follow in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Nothing of the abstract was seen.
    Heading,
    /// In a quoted abstract; the last line was one of it.
    Quoted,
    /// After a blank line in a quoted abstract.
    QuotedGap,
    /// In an abstract that is not quoted.
    Plain,
    /// Something else stood between: no more text belongs to it.
    Closed,
}

/// Lines that belong to no paper.
#[derive(Debug)]
struct Stray {
    first: Line,
    end: usize,
    count: u32,
}

impl ByLine for HeadingDigest {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        if self.fences.hide(desk.text, line) {
            return self.stray(desk, line);
        }
        // Where a part of the line stands in the text.
        let place = |part: &str| line.end - part.len()..line.end;
        match Shape::of(line.text(desk.text)) {
            Shape::Blank => self.blank(),
            Shape::Section(rest) => self.begin_section(desk, line, rest),
            Shape::Entry(rest) => self.headings(desk, line, Part::Heading(place(rest).start)),
            Shape::Quote(rest) => self.headings(desk, line, Part::Quote(place(rest))),
            Shape::Other(rest) => self.other(desk, line, place(rest)),
        }
    }

    fn end(&mut self, desk: &mut Desk<'_>, last: Line) {
        if last.is_unended() {
            self.check_cut(desk, last);
        }
        self.close_entry(desk);
        self.close_stray(desk);
    }

    fn take(&mut self, papers: &mut Vec<Paper>) -> Vec<Paper> {
        // What the order of a list gives away is settled at its end.
        let settled = if self.section.order.tells() {
            self.section.first_paper
        } else {
            papers.len()
        };
        self.section.first_paper -= settled.min(self.section.first_paper);
        let rest = papers.split_off(settled);
        std::mem::replace(papers, rest)
    }
}

impl HeadingDigest {
    fn blank(&mut self) {
        if let Some(entry) = self.entry.as_mut() {
            match entry.state {
                State::Quoted => entry.state = State::QuotedGap,
                State::Plain => entry.pieces.push(0..0),
                State::Heading | State::QuotedGap | State::Closed => {}
            }
        }
    }

    /// A line that is neither heading nor quote: an abstract without `>`, the rest of a wrapped
    /// line, the link, or nobody's.
    fn other(&mut self, desk: &mut Desk<'_>, line: Line, rest: Range<usize>) {
        let text = desk.text;
        let content = part(text, &rest);
        let Some(entry) = self.entry.as_mut() else {
            return self.stray(desk, line);
        };
        let wrecked = entry::looks_like_a_heading(content);
        let ended = entry.is_ended(text);
        match entry.state {
            State::Heading if !entry.has_link && entry::is_link_alone(content) => {
                entry.target = Heading::alone(content, None).target;
                entry.has_link = true;
            }
            State::Heading | State::Plain if !wrecked => {
                entry.pieces.push(rest);
                entry.unquoted = true;
                entry.state = State::Plain;
            }
            State::Quoted if !wrecked && !ended => {
                entry.pieces.push(rest);
                entry.unquoted = true;
            }
            _ => {
                entry.state = State::Closed;
                self.stray(desk, line);
            }
        }
    }

    fn stray(&mut self, desk: &mut Desk<'_>, line: Line) {
        // The entry above has ended: what follows must not run into it.
        self.close_entry(desk);
        let stray = self.stray.get_or_insert(Stray {
            first: line,
            end: line.end,
            count: 0,
        });
        stray.end = line.end;
        stray.count += 1;
    }

    fn close_stray(&mut self, desk: &mut Desk<'_>) {
        let Some(stray) = self.stray.take() else {
            return;
        };
        let message = if stray.count == 1 {
            "This line belongs to no paper; it was left out.".to_owned()
        } else {
            let last = stray.count;
            format!("These {last} lines belong to no paper; they were left out.")
        };
        let at = Location::new(stray.first.start..stray.end, stray.first.number);
        desk.warn(at, DiagnosticKind::StrayText, message);
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests;
