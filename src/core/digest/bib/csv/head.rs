//! The header row of a table: where it stands, what is between its cells, and what it names.

use super::super::super::lines::{Line, lines, part};
use super::super::super::parser::{Place, sample};
use super::cells::{self, Row};
use super::columns::{Column, Columns};

/// What may stand between cells.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// So many lines of a text may stand over its header row.
const LINES_BEFORE: usize = 10;

/// A column's name is not longer than so many bytes, as a rule.
const LONGEST_NAME: usize = 48;

/// No cell of a header row is longer: what is, is a text that has names of columns in it.
const LONGEST_CELL: usize = 512;

/// The header row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// What stands between the cells.
    pub(super) delimiter: u8,
    /// What the columns hold.
    pub(super) columns: Columns,
    /// Where it starts.
    pub(super) start: usize,
    /// Where the rows start.
    pub(super) rows: Place,
    /// Whether it is the one that our export writes.
    pub(super) is_ours: bool,
    /// Whether no other text stands over it.
    pub(super) is_first: bool,
}

/// How our export's header row starts.
const OURS: [&str; 8] = [
    "id",
    "version",
    "title",
    "authors",
    "categories",
    "day",
    "announce",
    "abstract",
];

/// What it writes beside: the digest's file and what is the reader's.
const BESIDE: [&str; 2] = ["source", "tags"];

/// The header row of a table of papers, if a text has one.
pub(super) fn find(text: &str) -> Option<Head> {
    let text = sample(text);
    let mut said = None;
    let mut first = true;
    for line in lines(text).take(LINES_BEFORE) {
        let content = line.text(text).trim_start_matches('\u{feff}');
        if content.trim().is_empty() {
            continue;
        }
        // A table of Markdown has a reader of its own.
        if content.starts_with('|') {
            return None;
        }
        if first && let Some(delimiter) = separator(content) {
            said = Some(delimiter);
            continue;
        }
        // Under other text more is asked of a row.
        let more = if first { 1 } else { 2 };
        let start = line.end - content.len();
        if let Some(mut head) = head(text, line, start, said)
            && head.columns.are_of_papers(more)
            && !is_under_rule(text, &head)
        {
            head.is_first = first;
            return Some(head);
        }
        first = false;
    }
    None
}

/// The names of the columns of a text that looks like a table and has no header row of papers.
pub(in super::super::super) fn names(text: &str) -> Option<Vec<String>> {
    let text = sample(text);
    let lines = lines(text).filter(|line| !line.text(text).trim().is_empty());
    let content = |line: Line| line.text(text).trim_start_matches('\u{feff}');
    let mut lines = lines.skip_while(|line| separator(content(*line)).is_some());
    let (head, next) = (lines.next()?, lines.next()?);
    let found = DELIMITERS.iter().find_map(|delimiter| {
        let names = cells::row(text, head.end - content(head).len(), *delimiter, 0);
        let row = cells::row(text, next.start, *delimiter, 0);
        let fits = names.unclosed.is_none()
            && names.cells.len() > 2
            && names.cells.len() == row.cells.len();
        fits.then_some(names)
    });
    let names = found?.cells;
    let names: Vec<String> = names
        .iter()
        .map(|cell| cell.value(text).into_owned())
        .collect();
    // Sentences have commas too.
    let is_name = |name: &String| name.len() <= LONGEST_NAME && !name.ends_with(['.', ':', '?']);
    names.iter().all(is_name).then_some(names)
}

/// Whether one of these columns holds titles.
pub(in super::super::super) fn has_titles(names: &[String]) -> bool {
    Columns::of(names.iter().map(String::as_str)).have(Column::Title)
}

/// The row at this place as a header row, cut by the delimiter by which most of it is known.
fn head(text: &str, line: Line, start: usize, said: Option<u8>) -> Option<Head> {
    let read = |delimiter: u8| {
        let row = cells::row(text, start, delimiter, 0);
        let Row {
            cells,
            end,
            unclosed,
            ..
        } = row;
        let names: Vec<_> = cells.iter().map(|cell| cell.value(text)).collect();
        if names.iter().any(|name| name.len() > LONGEST_CELL) {
            return None;
        }
        let mut columns = Columns::of(names.iter().map(AsRef::as_ref));
        let is_ours =
            names.iter().zip(OURS).all(|(name, known)| name == known) && names.len() >= OURS.len();
        if is_ours {
            for (named, name) in columns.all.iter_mut().zip(&names) {
                if BESIDE.contains(&name.as_ref()) {
                    named.column = Column::Other;
                }
            }
        }
        let place = Place {
            at: start,
            line: line.number,
        };
        (unclosed.is_none() && columns.have(Column::Title)).then(|| Head {
            delimiter,
            columns,
            start,
            rows: place.advance(text, end),
            is_ours,
            is_first: false,
        })
    };
    let all: Vec<u8> = said.map_or(DELIMITERS.to_vec(), |said| vec![said]);
    let heads = all.into_iter().filter_map(read);
    heads.max_by_key(|head| head.columns.known)
}

/// `sep=;`, by which Excel is told the delimiter.
pub(super) fn separator(line: &str) -> Option<u8> {
    let line = line.trim_matches([' ', '"', '\r']);
    let (start, delimiter) = line.split_at_checked(4)?;
    let [delimiter] = delimiter.as_bytes() else {
        return None;
    };
    let is_known = DELIMITERS.contains(delimiter);
    (start.eq_ignore_ascii_case("sep=") && is_known).then_some(*delimiter)
}

/// Whether a row of dashes follows: the table is one of Markdown without strokes around.
fn is_under_rule(text: &str, head: &Head) -> bool {
    let next = Line::at(text, head.rows.at, 1).map_or("", |line| line.text(text));
    next.contains("--") && next.trim().bytes().all(|b| b"-:| \t+".contains(&b))
}

/// Whether a row is the header row again, as in files that were put together.
pub(super) fn is_again(text: &str, head: &Head, row: &std::ops::Range<usize>) -> bool {
    let first = part(text, &(head.start..head.rows.at)).trim_end();
    row.len() <= first.len() + 2 && part(text, row).trim() == first
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(char, u32)>) {
        let seen = find(text).map(|head| (char::from(head.delimiter), head.rows.line));
        assert_eq!(seen, expected, "{text:?}");
    }

    #[test]
    fn the_header_row_tells_the_delimiter() {
        check("id,title\n1,A\n", Some((',', 2)));
        check("\u{feff}id;title, short;title\r\n", Some((';', 2)));
        check("PT\tAU\tTI\r\n", Some(('\t', 2)));
        check("title|authors\n", Some(('|', 2)));
        check("sep=;\r\n\"title\";\"authors\"\r\n", Some((';', 3)));
        check("\"a\nb\",title,doi\nx", Some((',', 3)));
        check("Exported today\n\ntitle,authors,doi\n", Some((',', 4)));
    }

    #[test]
    fn other_texts_have_none() {
        check("title,colour\n", None);
        check("| title | authors |\n|---|---|\n", None);
        check("title | authors\n--- | ---\n", None);
        check("Dear all,\ntitle, authors\n", None);
        check("title: authors, doi\n", None);
        check("", None);
    }
}
