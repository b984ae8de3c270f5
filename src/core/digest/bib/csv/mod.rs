//! Tables of delimited text (CSV, TSV), read by their header row.
//!
//! ```text
//! "Key","Item Type","Author","Title","Abstract Note","Url"
//! "ABCD","preprint","Stern, Ada; Wolke, B.","Seeing","We look.","http://arxiv.org/abs/2012.20003"
//! ```
//!
//! Reference managers, indexes of papers, spreadsheets, notebooks and our own export write such
//! tables. [`head`] finds the header row and what stands between cells, [`columns`] knows the names
//! in it, [`cells`] cuts a row, [`row`] says what it tells of a paper, [`authors`] who wrote that.

mod authors;
mod cells;
mod columns;
mod head;
mod row;

use self::cells::{Cell, Row, Unclosed};
use self::columns::Column;
use self::head::Head;
use super::super::desk::{Dated, Desk, Expected, Location};
use super::super::lines::Line;
use super::super::parser::{ByRecord, Parser, Place, Score, by_record};
use crate::core::diagnostic::DiagnosticKind;

pub(in super::super) use self::head::{has_titles, names};

/// How sure the start of a text is of this format.
///
/// In a cell the start of any other may stand as text, so that a header row that is the first thing
/// goes before them.
pub(in super::super) fn score(sample: &str) -> Score {
    match head::find(sample) {
        Some(head) if head.is_ours => Score::Sure,
        Some(head) if head.is_first => Score::StartOfItems,
        Some(_) => Score::Start,
        None => Score::Nothing,
    }
}

/// Starts to parse the text on a desk.
pub(in super::super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    let head = head::find(desk.text);
    let dates = [Column::Date, Column::Submitted, Column::Year];
    let has_dates = |head: &Head| dates.iter().any(|column| head.columns.have(*column));
    let day = if head.as_ref().is_some_and(has_dates) {
        // A row without a date must not inherit that of the file.
        desk.told_no_day();
        Dated::ByEntry
    } else {
        Dated::Perhaps
    };
    desk.expect(Expected {
        day,
        once: true,
        ..Expected::default()
    });
    by_record(Table { head, searched: 0 })
}

#[derive(Debug)]
struct Table {
    /// `None` where no row names a title and something else of a paper.
    head: Option<Head>,
    /// Up to where a quotation mark was looked for that is not there.
    searched: usize,
}

/// A row that is read.
struct Read {
    row: Row,
    /// Whether the file ends inside of it.
    cut: bool,
}

impl ByRecord for Table {
    fn record(&mut self, desk: &mut Desk<'_>, from: Place) -> Option<Place> {
        let Some(head) = self.head.take() else {
            let line = Line::at(desk.text, from.at, from.line)?;
            let message = "No row at the start names the columns, one of them the title; nothing \
                           was read.";
            desk.warn(line, DiagnosticKind::BadSyntax, message);
            return None;
        };
        let place = self.row(desk, &head, from);
        self.head = Some(head);
        place
    }
}

impl Table {
    fn row(&mut self, desk: &mut Desk<'_>, head: &Head, from: Place) -> Option<Place> {
        let text = desk.text;
        if from.at < head.rows.at {
            let over = text.get(from.at..head.start).unwrap_or_default().trim_end();
            let visible = over.trim_start_matches('\u{feff}').trim_start();
            if !visible.is_empty() && head::separator(visible).is_none() {
                let start = from.advance(text, over.len() - visible.len());
                let at = Location::new(start.at..over.len(), start.line);
                let message = "What stands over the header row is no paper; it was left out.";
                desk.note(at, DiagnosticKind::StrayText, message);
            }
            return Some(head.rows);
        }
        if from.at >= text.len() {
            return None;
        }
        let cut = if head.is_ours {
            cells::strict_row
        } else {
            cells::row
        };
        let mut row = cut(text, from.at, head.delimiter, self.searched);
        let Some(unclosed) = row.unclosed else {
            let end = from.advance(text, row.end);
            if row.is_odd && row.cells.len() != head.columns.all.len() {
                row = straightened(desk, head, from, row);
            }
            // Of a row that the file's end cuts cells are missing.
            let whole = row.cells.len() >= head.columns.all.len();
            let ended = row.end < text.len() || text.ends_with(['\n', '\r']);
            let cut = !whole && !ended;
            enter(desk, head, from, Read { row, cut });
            return Some(end);
        };
        self.searched = self.searched.max(unclosed.searched);
        let read = mended(text, head, row, unclosed);
        let mark = from.advance(text, unclosed.at);
        let end = mark.advance(text, read.row.end);
        let at = Location::new(unclosed.at..end.at, mark.line);
        let fits = read.row.cells.len() == head.columns.all.len();
        if !fits && !read.cut {
            let message = "The quotation mark that opens this cell is not closed; the row was left \
                           out.";
            desk.refuse(at, DiagnosticKind::BadEntry, message);
            return Some(end);
        }
        if !read.cut {
            let message = "The quotation mark that opens this cell is not closed; the row was read \
                           up to the end of the line.";
            desk.warn(at, DiagnosticKind::BadSyntax, message);
        }
        enter(desk, head, from, read);
        Some(end)
    }
}

/// Enters a row as a paper unless nothing is in it, or the names of the columns again.
fn enter(desk: &mut Desk<'_>, head: &Head, from: Place, read: Read) {
    let text = desk.text;
    let Read { row, cut } = read;
    let whole = text.get(from.at..row.end).unwrap_or_default();
    let end = from.at + whole.trim_end_matches(['\r', '\n']).len();
    let is_empty = |cell: &Cell| cell.value(text).is_empty();
    if row.cells.iter().all(is_empty) || head::is_again(text, head, &(from.at..end)) {
        return;
    }
    let at = Location::new(from.at..end, from.line);
    let beyond = row.cells.get(head.columns.all.len()..).unwrap_or_default();
    if !beyond.iter().all(is_empty) {
        let (cells, columns) = (row.cells.len(), head.columns.all.len());
        let message = format!(
            "This row has {cells} cells and the header row {columns}: what stands behind may \
             be in the wrong columns."
        );
        desk.warn(at, DiagnosticKind::BadSyntax, message);
    }
    row::Values::of(text, head, &row.cells).enter(desk, at, cut);
}

/// A row of which quotation marks are where none can be, so that it has too many cells or too few:
/// its line cut at each delimiter, where that gives as many as there should be.
fn straightened(desk: &mut Desk<'_>, head: &Head, from: Place, row: Row) -> Row {
    let text = desk.text;
    let bare = cells::without_quotes(text, from.at, head.delimiter);
    let fits = bare.end == row.end && bare.cells.len() == head.columns.all.len();
    let message = if fits {
        "A quotation mark stands here where none can be; the row was cut at each delimiter."
    } else {
        "A quotation mark stands here where none can be; what is in the row may be in the wrong \
         columns."
    };
    let at = Location::new(from.at..row.end, from.line);
    desk.warn(at, DiagnosticKind::BadSyntax, message);
    if !fits {
        return row;
    }
    let cell = |cell: &Cell| cells::without_marks(text, cell);
    Row {
        cells: bare.cells.iter().map(cell).collect(),
        ..bare
    }
}

/// A row in which a quotation mark is not closed: cut by the file's end, or read up to the end of
/// the line as if it were none.
fn mended(text: &str, head: &Head, row: Row, unclosed: Unclosed) -> Read {
    let mut cells = row.cells;
    let broken = cells::without_quotes(text, unclosed.at, head.delimiter);
    let is_row = |at: usize| {
        let next = cells::without_quotes(text, at, head.delimiter);
        next.cells.len() == head.columns.all.len()
    };
    // Prose follows, and no mark to the end of the file: the file was cut in it.
    let is_last = unclosed.searched >= text.len();
    let cut = is_last && broken.end < text.len() && !is_row(broken.end);
    let first_cut = is_last && cells.len() + broken.cells.len() < head.columns.all.len();
    if cut || (first_cut && broken.end >= text.len()) {
        cells.push(Cell {
            place: unclosed.at + 1..text.len(),
            quoted: true,
        });
        let end = text.len();
        return Read {
            row: Row {
                cells,
                end,
                ..Row::default()
            },
            cut: true,
        };
    }
    let mark = cells.len();
    cells.extend(broken.cells);
    if let Some(cell) = cells.get_mut(mark) {
        cell.place.start = (unclosed.at + 1).min(cell.place.end);
    }
    let end = broken.end;
    Read {
        row: Row {
            cells,
            end,
            ..Row::default()
        },
        cut: false,
    }
}

#[cfg(test)]
mod tests;
