//! What a parser is: one that goes by lines, one that goes by records, or one with a way of its
//! own.

use std::fmt;

use super::desk::Desk;
use super::lines::{Line, line_ends, part};
use crate::core::paper::Paper;

/// How many bytes from the start are examined to detect the format and its dialect.
const SAMPLE: usize = 256 * 1024;

/// The start of a text, as it is looked at to find its format.
pub(super) fn sample(text: &str) -> &str {
    part(text, &(0..text.floor_char_boundary(SAMPLE)))
}

/// How sure the start of a text is of a format. Of several formats that it may be, the surest wins;
/// so each step of this scale is above those of other formats whose signs may stand in its texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Score {
    /// Nothing of the format is there.
    #[default]
    Nothing,
    /// A part among much else: an entry given as an example, a table in an article.
    Aside,
    /// A line that may start an entry and may be anything: a bare link, a numbered title.
    Hint,
    /// A list without a paper, links with a label, or an entry behind other text.
    Frame,
    /// What other texts have as well: a category in a heading, a list of links to papers.
    Fitting,
    /// A record with no more than a title and authors, a list's day, an arXiv id over a title.
    Named,
    /// The head of a mailed list without its records, or entries of a feed that lost its start.
    Likely,
    /// An entry with a title and an arXiv id, as there may be in a digest with labelled fields.
    Entry,
    /// Entries with labelled fields, which may stand between tables.
    Fields,
    /// Rows that are most of what links to papers, or a list's heading with category and day.
    Rows,
    /// The file starts, or its entries do, as nothing else does.
    Start,
    /// The same in JSON, where a table's rows and the start of any record may stand as text.
    StartOfItems,
    /// Beyond doubt.
    Sure,
}

/// Where a parser stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The place in the text, in bytes.
    pub(super) at: usize,
    /// The number of the line in which that is, from 1.
    pub(super) line: u32,
}

impl Place {
    /// The start of a text.
    pub(super) const START: Self = Self { at: 0, line: 1 };

    /// The place at byte offset `at`, which must not lie before this one.
    pub(super) fn advance(self, text: &str, at: usize) -> Self {
        let ends = line_ends(part(text, &(self.at..at)));
        Self {
            at,
            line: self.line.saturating_add(ends),
        }
    }
}

/// A parser that works in steps. Drop it to stop it; an entry it was in the middle of leaves no
/// trace on the desk.
pub(super) trait Parser: fmt::Debug {
    /// Reads on from a place for about so many bytes and returns where it stopped; `None` when the
    /// text is over.
    fn step(&mut self, desk: &mut Desk<'_>, from: Place, budget: usize) -> Option<Place>;

    /// Removes and returns the papers that later input can no longer change.
    fn take(&mut self, papers: &mut Vec<Paper>) -> Vec<Paper> {
        std::mem::take(papers)
    }
}

/// A parser that goes from line to line.
pub(super) trait ByLine: fmt::Debug {
    /// Reads the next line.
    fn line(&mut self, desk: &mut Desk<'_>, line: Line);

    /// The text is over; the line was its last.
    fn end(&mut self, _: &mut Desk<'_>, _last: Line) {}

    /// As [`Parser::take`].
    fn take(&mut self, papers: &mut Vec<Paper>) -> Vec<Paper> {
        std::mem::take(papers)
    }
}

/// A parser that goes from record to record, however long each is: a step may exceed its budget.
pub(super) trait ByRecord: fmt::Debug {
    /// Reads the next record and what stands before it, and returns where it ends; `None` when the
    /// text is over.
    fn record(&mut self, desk: &mut Desk<'_>, from: Place) -> Option<Place>;
}

/// Drives a parser that goes from line to line.
pub(super) fn by_line(parser: impl ByLine + 'static) -> Box<dyn Parser> {
    Box::new(Lines(parser))
}

/// Drives a parser that goes from record to record.
pub(super) fn by_record(parser: impl ByRecord + 'static) -> Box<dyn Parser> {
    Box::new(Records(parser))
}

#[derive(Debug)]
struct Lines<P>(P);

impl<P: ByLine> Parser for Lines<P> {
    fn step(&mut self, desk: &mut Desk<'_>, from: Place, budget: usize) -> Option<Place> {
        let mut next = Line::at(desk.text, from.at, from.line);
        while let Some(line) = next {
            if line.start - from.at >= budget {
                return Some(Place {
                    at: line.start,
                    line: line.number,
                });
            }
            self.0.line(desk, line);
            next = line.following(desk.text);
            if next.is_none() {
                self.0.end(desk, line);
            }
        }
        None
    }

    fn take(&mut self, papers: &mut Vec<Paper>) -> Vec<Paper> {
        self.0.take(papers)
    }
}

#[derive(Debug)]
struct Records<P>(P);

impl<P: ByRecord> Parser for Records<P> {
    fn step(&mut self, desk: &mut Desk<'_>, from: Place, budget: usize) -> Option<Place> {
        let mut place = from;
        while place.at - from.at < budget {
            place = self.0.record(desk, place)?;
        }
        Some(place)
    }
}
