//! Tables with a row for each paper.
//!
//! ```text
//! ## Topic
//! |Publish Date|Title|Authors|PDF|Code|                       | **Title** | **Date** | **Abstract** | **Comment** |
//! |---|---|---|---|---|                                       | --- | --- | --- | --- |
//! |**2026-03-02**|**Title**|A Name et.al.|[ID](link)|null|    | **[Title](link)** | 2026-03-02 | <details>…</details> | 9 pages |
//! ```
//!
//! and, oldest, `|[title](link)|[code](link)|` under a heading that is the day. A row is read by
//! what its [`cells`] are, for titles and comments have strokes of their own; the names of the
//! [`columns`] help where that does not tell. [`row()`] reads one row alone, which other formats
//! carry as text, or the same in an [`item`] of a list. Headings ([`headings`]) are topics or days.
//! A paper stands once under each of its topics: that is the table's order and no defect. What
//! stands around the tables is for people and left out.

mod cells;
mod columns;
mod fold;
mod headings;
mod item;
mod row;

use self::cells::{Cells, day};
use self::columns::{Column, columns, is_rule};
use self::headings::Headings;
use self::row::Table;
use super::address::{find_id, without_images};
use super::dates::DayFound;
use super::desk::{Dated, Desk, Expected};
use super::escapes::is_escaped;
use super::fences::Fences;
use super::lines::{Line, lines};
use super::needles::names_arxiv;
use super::parser::{ByLine, Parser, Score, by_line, sample};
use crate::core::diagnostic::DiagnosticKind;

pub(super) use self::row::Row;

/// Reads one row that stands alone, line ends around it or not: a whole row of a table,
/// `|**2026-03-02**|**Title**|A Name et.al.|[ID](link)|null|`, or an item,
/// `- 2026-03-02, **Title**, A Name et.al., Paper: [link](link), Code: …`.
///
/// The paper has this line (from 1), no topics and at most one day, the row's. What is odd about
/// the row is said in the result's `faults`, for [`Desk::warn`]. `None` where the text does not
/// look like such a row, or neither a title nor an arXiv id is in it.
pub(super) fn row(source: &str, line: u32) -> Option<Row> {
    let escaped = source.contains(r"\-");
    if let Some(row) = item::item(source, line, escaped) {
        return Some(row);
    }
    let table = Table {
        escaped,
        ..Table::default()
    };
    let content = source.trim();
    let starts = content.starts_with('|');
    starts.then(|| Row::of_cells(&Cells::of(content), line, table))?
}

/// How sure the start of a text is of this format.
pub(super) fn score(sample: &str) -> Score {
    let (mut rows, mut links, mut heads) = (0_u32, 0_u32, 0_u32);
    let mut fences = Fences::default();
    for line in lines(sample) {
        if fences.hide(sample, line) {
            continue;
        }
        let content = &*without_images(line.text(sample).trim());
        let has_link = names_arxiv(content);
        links += u32::from(has_link);
        if content.starts_with('|') {
            let cells = Cells::of(content);
            // The rows of another family stand before footnotes.
            let counts = has_link && cells.len() > 1 && !cells.get(0).starts_with("[^");
            rows += u32::from(counts && cells.link().is_some());
            heads += u32::from(!has_link && !columns(&cells).is_empty());
        } else if has_link && content.starts_with("- ") {
            rows += u32::from(item::item(content, 1, false).is_some());
        }
    }
    match (rows, heads) {
        (0, 0) => Score::Nothing,
        (0, _) => Score::Aside,
        // A table among much else.
        _ if rows * 2 <= links => Score::Aside,
        _ => Score::Rows,
    }
}

/// Starts to parse the text on a desk.
pub(super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    desk.expect(Expected {
        day: Dated::ByEntry,
        ..Expected::default()
    });
    by_line(TableDigest {
        escaped: is_escaped(sample(desk.text)),
        columns: Vec::new(),
        headings: Headings::default(),
        fences: Fences::default(),
        closed: false,
    })
}

#[derive(Debug)]
struct TableDigest {
    /// Whether the writer puts a backslash before punctuation.
    escaped: bool,
    /// What the columns of the table hold that is read; none where it does not say.
    columns: Vec<Column>,
    headings: Headings,
    fences: Fences,
    /// Whether the last row had its last stroke.
    closed: bool,
}

impl ByLine for TableDigest {
    fn line(&mut self, desk: &mut Desk<'_>, line: Line) {
        let text = desk.text;
        let blank = |c: char| c.is_whitespace() || c == '\u{feff}' || c == '\0';
        let content = line.text(text).trim_matches(blank);
        if self.fences.hide(text, line) {
            if names_arxiv(content) {
                note_stray(desk, line);
            }
            return;
        }
        // Badges stand in links, and beside them.
        let content = &*without_images(content);
        if self.headings.take(content) {
            self.columns.clear();
            return;
        }
        let names_paper = names_arxiv(content);
        if !content.starts_with('|') {
            if !names_paper {
                return;
            }
            if let Some(row) = row(content, line.number) {
                return self.enter(desk, line, row);
            }
            // The first stroke of a row may be damaged.
            if memchr::memchr_iter(b'|', content.as_bytes())
                .nth(2)
                .is_none()
            {
                return note_stray(desk, line);
            }
        }
        let cells = Cells::of(content);
        if is_rule(&cells) {
            return;
        }
        if !names_paper && is_head(text, line, &cells) {
            self.columns = columns(&cells);
            return;
        }
        if line.is_unended() && self.check_cut(desk, line, &cells) {
            return;
        }
        self.closed = cells.closed;
        if self.columns.is_empty() || cells.len() < 2 * self.columns.len() {
            return self.row(desk, line, &cells);
        }
        let rows = cells.rows(self.columns.len());
        if rows.len() > 1 {
            let message = "More than one row stands on this line; a line end is missing between.";
            desk.warn(line, DiagnosticKind::BadEntry, message);
        }
        for row in rows {
            self.row(desk, line, &row);
        }
    }
}

impl TableDigest {
    /// A row of a paper, or something that looks like one.
    fn row(&mut self, desk: &mut Desk<'_>, line: Line, cells: &Cells) {
        let table = Table {
            columns: &self.columns,
            escaped: self.escaped,
        };
        let says_something = cells.iter().any(|cell| !cell.is_empty());
        if let Some(row) = Row::of_cells(cells, line.number, table) {
            self.enter(desk, line, row);
        } else if says_something && (cells.link().is_some() || !self.columns.is_empty()) {
            let message = "This row has neither a title nor an arXiv link; it was left out.";
            desk.refuse(line, DiagnosticKind::BadEntry, message);
        }
    }

    fn enter(&mut self, desk: &mut Desk<'_>, line: Line, row: Row) {
        let Row { mut paper, faults } = row;
        for (kind, message) in faults {
            // One word on the day is enough.
            if kind == DiagnosticKind::BadDay {
                desk.told_no_day();
            }
            desk.warn(line, kind, message);
        }
        paper.topics = self.headings.topics();
        if !self.columns.contains(&Column::Day) && paper.days.is_empty() {
            paper.days.extend(self.headings.day.or(desk.file_day()));
        }
        desk.paper(line, paper);
    }

    /// The file ends in this row without a line end: says so where the row is cut, and whether it
    /// is to be left out.
    fn check_cut(&self, desk: &mut Desk<'_>, line: Line, cells: &Cells) -> bool {
        let short = cells.len() < self.columns.len();
        if !short && (cells.closed || !self.closed) {
            return false;
        }
        let linked = cells.link().is_some_and(|(_, link)| link.closed);
        if linked {
            let message = "The file ends inside this row.";
            desk.warn(line, DiagnosticKind::Truncated, message);
        } else {
            let message = "The file ends inside this row; its paper was left out.";
            desk.refuse(line, DiagnosticKind::Truncated, message);
        }
        !linked
    }
}

/// Whether a row is the first one of a table, which names its columns.
fn is_head(text: &str, line: Line, cells: &Cells) -> bool {
    let before_rule = || {
        let next = line.following(text);
        next.map(|next| next.text(text).trim())
            .is_some_and(|next| next.starts_with('|') && is_rule(&Cells::of(next)))
    };
    day(cells.get(0)) == DayFound::None && (!columns(cells).is_empty() || before_rule())
}

/// A line that is no row links to arXiv: says so if it is to a paper.
fn note_stray(desk: &mut Desk<'_>, line: Line) {
    if find_id(line.text(desk.text)).is_some() {
        let message = "This line names a paper of arXiv and is no row of a table; it was not read.";
        desk.note(line, DiagnosticKind::StrayText, message);
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests;
