//! Text that was marked on arXiv's pages and copied: lists of a day or a week, results of a search,
//! pages of a paper.
//!
//! ```text
//! Showing new listings for Wednesday, 4 March 2026
//! Cross submissions (showing 12 of 12 entries)
//! [1] arXiv:2603.00001 (cross-list from cs.SD) [pdf, html, other]
//! Title: <title>
//! <name>, <name>
//! Comments: <comment>
//! Subjects: Sound (cs.SD); Computation and Language (cs.CL)
//! <abstract>
//! ```
//!
//! What a line is stands in [`shape`], what becomes of a paper's lines in [`draft`].

mod draft;
mod shape;

use self::draft::Draft;
use self::shape::{Shape, Site};
use super::dates::{self, DayFound};
use super::desk::Desk;
use super::lines::{Line, lines};
use super::parser::{ByLine, Parser, Score, by_line};
use crate::core::day::Day;
use crate::core::paper::AnnounceKind;

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let mut is_submitted = false;
    for line in lines(sample) {
        let content = line.text(sample);
        match Shape::of(content) {
            Shape::Id(id) if id.site != Site::Page => return Score::Start,
            Shape::Submitted(_) => is_submitted = true,
            Shape::Field("Subjects" | "Cite as", _) if is_submitted => return Score::Start,
            _ => {}
        }
    }
    Score::Nothing
}

/// Starts to parse the text on a desk.
pub(super) fn parser(_: &mut Desk<'_>) -> Box<dyn Parser> {
    by_line(Copied::default())
}

#[derive(Debug, Default)]
struct Copied {
    /// The day of the list, and how it carries what follows.
    day: Option<Day>,
    section: Option<AnnounceKind>,
    draft: Option<Draft>,
}

impl ByLine for Copied {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let content = line.text(desk.text);
        match Shape::of(content) {
            Shape::Id(id) => {
                self.close(desk);
                let is_list = id.site == Site::List;
                let section = self.section.filter(|_| is_list);
                let day = self.day.filter(|_| is_list);
                self.draft = Some(Draft::new(line, id, day, section));
            }
            Shape::Submitted(rest) => {
                // The page's first line names the paper already.
                if !self.draft.as_ref().is_some_and(Draft::awaits_submission) {
                    self.close(desk);
                    self.draft = Some(Draft::of_page(line));
                }
                if let Some(draft) = &mut self.draft {
                    draft.submitted(rest);
                }
            }
            Shape::Section(section) => {
                self.close(desk);
                self.section = Some(section);
                self.take_day(content);
            }
            Shape::Day => {
                self.close(desk);
                self.section = None;
                self.take_day(content);
            }
            Shape::Between => self.close(desk),
            Shape::Field(name, value) => {
                if let Some(draft) = &mut self.draft {
                    draft.field(name, value);
                }
            }
            Shape::Blank => {
                if let Some(draft) = &mut self.draft {
                    draft.blank();
                }
            }
            Shape::Other(content) => {
                if let Some(draft) = &mut self.draft {
                    draft.line(content);
                }
            }
        }
    }

    fn end(&mut self, desk: &mut Desk<'_>, _: Line) {
        self.close(desk);
    }
}

impl Copied {
    fn close(&mut self, desk: &mut Desk<'_>) {
        if let Some(draft) = self.draft.take() {
            draft.enter(desk);
        }
    }

    fn take_day(&mut self, heading: &str) {
        if let DayFound::Day(day) | DayFound::WrongWeekday(day) = dates::find_short(heading) {
            self.day = Some(day);
        }
    }
}

#[cfg(test)]
mod tests;
