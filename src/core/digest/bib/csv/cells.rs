//! A row of delimited text, cut into cells.
//!
//! As RFC 4180 has it, and as spreadsheets read what does not keep to it: a quotation mark inside
//! of a cell without quotes is a character, and so is one inside of a quoted cell behind which
//! neither a delimiter nor a line end comes. A quoted cell may hold line ends, so that one that is
//! not closed would take the rows below: where a mark stands as only one that opens a cell does,
//! the cell before was not closed.

use std::borrow::Cow;
use std::ops::Range;

use super::super::super::lines::{Line, part};

/// Where a cell stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Its text, without the quotation marks around it.
    pub(super) place: Range<usize>,
    /// Whether quotation marks stand around it.
    pub(super) quoted: bool,
}

impl Cell {
    /// What it says: without white space around, with doubled quotation marks as one.
    pub(super) fn value<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let source = part(text, &self.place);
        if !self.quoted || !source.contains('"') {
            return Cow::Borrowed(source.trim());
        }
        let mut value = String::with_capacity(source.len());
        let mut rest = source.trim();
        while let Some((before, after)) = rest.split_once('"') {
            let doubled = after.strip_prefix('"');
            // Some programs write a backslash in place of the second mark.
            let before = match doubled {
                None => before.strip_suffix('\\').unwrap_or(before),
                Some(_) => before,
            };
            value.push_str(before);
            value.push('"');
            rest = doubled.unwrap_or(after);
        }
        value.push_str(rest);
        Cow::Owned(value)
    }
}

/// A row.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// Its cells.
    pub(super) cells: Vec<Cell>,
    /// The place behind its line end.
    pub(super) end: usize,
    /// The quotation mark that opens a cell and is not closed. The cells before are read, and the
    /// row has no end.
    pub(super) unclosed: Option<Unclosed>,
    /// Whether a quoted cell has a mark that neither closes it nor is doubled.
    pub(super) is_odd: bool,
}

/// So many cells of a row are kept. A cell takes many times the room of the delimiter that ends it.
const MOST_CELLS: usize = 256 * 1024;

impl Row {
    fn push(&mut self, place: Range<usize>, quoted: bool) {
        if self.cells.len() < MOST_CELLS {
            self.cells.push(Cell { place, quoted });
        }
    }
}

/// A quotation mark that is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unclosed {
    /// Where it stands.
    pub(super) at: usize,
    /// Up to where the text was looked through for its partner.
    pub(super) searched: usize,
}

/// Reads the row that starts at a place. Cells that are opened before `searched` must be closed on
/// their own line: that far a partner was looked for and not found.
pub(super) fn row(text: &str, start: usize, delimiter: u8, searched: usize) -> Row {
    cut(text, start, delimiter, searched, false)
}

/// The same of a table that keeps to RFC 4180, as ours do: whatever stands in a cell, it is closed
/// by the first mark that is not doubled.
pub(super) fn strict_row(text: &str, start: usize, delimiter: u8, searched: usize) -> Row {
    cut(text, start, delimiter, searched, true)
}

fn cut(text: &str, start: usize, delimiter: u8, searched: usize, strict: bool) -> Row {
    let bytes = text.as_bytes();
    let mut row = Row::default();
    let mut at = start;
    loop {
        let open = at + spaces(bytes, at);
        let end = if bytes.get(open) == Some(&b'"') {
            match closing(bytes, open, delimiter, open < searched, strict) {
                Ok((close, is_odd)) => {
                    row.is_odd |= is_odd;
                    row.push(open + 1..close, true);
                    let behind = close + 1;
                    behind + spaces(bytes, behind)
                }
                Err(searched) => {
                    row.unclosed = Some(Unclosed { at: open, searched });
                    row.end = open;
                    return row;
                }
            }
        } else {
            let end = bare_end(bytes, at, delimiter);
            row.push(at..end, false);
            end
        };
        if bytes.get(end) == Some(&delimiter) {
            at = end + 1;
            continue;
        }
        // The line end, which may be none: the text is over.
        row.end = Line::at(text, end, 1).map_or(text.len(), |line| line.next);
        return row;
    }
}

/// The cells of a line from a place on where quotation marks are characters like others.
pub(super) fn without_quotes(text: &str, start: usize, delimiter: u8) -> Row {
    let bytes = text.as_bytes();
    let mut row = Row::default();
    let mut at = start;
    loop {
        let end = bare_end(bytes, at, delimiter);
        row.push(at..end, false);
        if bytes.get(end) != Some(&delimiter) {
            row.end = Line::at(text, end, 1).map_or(text.len(), |line| line.next);
            return row;
        }
        at = end + 1;
    }
}

/// The cell without the quotation marks and spaces at its ends.
pub(super) fn without_marks(text: &str, cell: &Cell) -> Cell {
    let source = part(text, &cell.place);
    let is_mark = |c: char| matches!(c, '"' | ' ');
    let start = cell.place.start + (source.len() - source.trim_start_matches(is_mark).len());
    let end = start + source.trim_matches(is_mark).len();
    Cell {
        place: start..end,
        quoted: false,
    }
}

/// How many spaces stand at a place.
fn spaces(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    rest.iter().take_while(|b| **b == b' ').count()
}

/// Where a cell without quotation marks ends.
fn bare_end(bytes: &[u8], at: usize, delimiter: u8) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    memchr::memchr3(delimiter, b'\n', b'\r', rest).map_or(bytes.len(), |len| at + len)
}

/// Where the quotation mark stands that closes the one at a place, and whether others stand between
/// that are not doubled; or up to where there is none.
fn closing(
    bytes: &[u8],
    open: usize,
    delimiter: u8,
    on_its_line: bool,
    strict: bool,
) -> Result<(usize, bool), usize> {
    let mut at = open + 1;
    let (mut passed_line, mut is_odd) = (false, false);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let found = if passed_line {
            memchr::memchr(b'"', rest)
        } else {
            memchr::memchr3(b'"', b'\n', b'\r', rest)
        };
        let place = at + found.ok_or(bytes.len())?;
        if bytes.get(place) != Some(&b'"') {
            if on_its_line {
                return Err(place);
            }
            passed_line = true;
            at = place + 1;
            continue;
        }
        let marks = bytes.get(place..).unwrap_or_default();
        let run = marks.iter().take_while(|b| **b == b'"').count();
        let behind = place + run;
        let next = bytes.get(behind + spaces(bytes, behind));
        let ends = next.is_none_or(|b| matches!(*b, b'\n' | b'\r') || *b == delimiter);
        let before = bytes.get(place - 1).copied().unwrap_or_default();
        let starts =
            !strict && passed_line && (matches!(before, b'\n' | b'\r') || before == delimiter);
        let is_pair = run.is_multiple_of(2);
        if ends && !is_pair {
            return Ok((behind - 1, is_odd));
        }
        // An empty cell, or the start of one.
        if starts && ((is_pair && ends && run == 2) || (!is_pair && !ends)) {
            return Err(place);
        }
        is_odd |= !is_pair;
        at = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, delimiter: u8, expected: &[&[&str]]) {
        let mut at = 0;
        let mut rows: Vec<Vec<String>> = Vec::new();
        while at < text.len() {
            let row = row(text, at, delimiter, 0);
            let value = |cell: &Cell| cell.value(text).into_owned();
            rows.push(row.cells.iter().map(value).collect());
            if row.unclosed.is_some() {
                rows.push(vec!["?".to_owned()]);
                break;
            }
            at = row.end;
        }
        assert_eq!(rows, expected, "{text:?}");
    }

    #[test]
    fn cells_stand_between_delimiters() {
        check(
            "a,b\r\nc,\rd,e",
            b',',
            &[&["a", "b"], &["c", ""], &["d", "e"]],
        );
        check("a; \"b;\nc\" ;d\n", b';', &[&["a", "b;\nc", "d"]]);
        check(
            "a\t\"b \"\"c\"\" d\"\t\"\"\n",
            b'\t',
            &[&["a", "b \"c\" d", ""]],
        );
        check("\"\"\"a\"\"\",b", b',', &[&["\"a\"", "b"]]);
    }

    #[test]
    fn marks_that_keep_to_no_rule_are_characters() {
        check("5\" of,a", b',', &[&["5\" of", "a"]]);
        check("\"a \"b\" c\",d", b',', &[&["a \"b\" c", "d"]]);
        check("\"a \\\"b\\\" c\",d", b',', &[&["a \"b\" c", "d"]]);
        check("\"a\nb \"c\" d\",e", b',', &[&["a\nb \"c\" d", "e"]]);
    }

    #[test]
    fn a_cell_that_is_not_closed_ends_where_another_opens() {
        check("a,\"b,c\nd,\"e\",f", b',', &[&["a"], &["?"]]);
        check("a,\"b,c\n\"d\",e", b',', &[&["a"], &["?"]]);
        check("a,\"b,c\nd,\"\",e", b',', &[&["a"], &["?"]]);
        check("a,\"b,c\nd,e", b',', &[&["a"], &["?"]]);
        // These close the cell, or are a quotation in it.
        check("\"b\n\",e", b',', &[&["b", "e"]]);
        check("\"b\n\"\"c\"\" d\",e", b',', &[&["b\n\"c\" d", "e"]]);
        check("\"b,\n\"\"\",e", b',', &[&["b,\n\"", "e"]]);
    }

    #[test]
    fn an_endless_row_has_so_many_cells() {
        let text = ",".repeat(MOST_CELLS + 8);
        let row = row(&text, 0, b',', 0);
        assert_eq!((row.cells.len(), row.end), (MOST_CELLS, text.len()));
    }

    #[test]
    fn where_no_partner_was_found_cells_end_on_their_line() {
        let text = "\"a\nb\"\n";
        assert_eq!(row(text, 0, b',', 0).unclosed, None);
        let unclosed = row(text, 0, b',', 1).unclosed;
        assert_eq!(unclosed, Some(Unclosed { at: 0, searched: 2 }));
    }
}
