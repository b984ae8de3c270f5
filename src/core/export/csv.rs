//! CSV as RFC 4180 has it: a head, then a row a paper. The reader of tables knows the head again
//! and takes the texts as they are; tags and what is the reader's own it passes by.
//!
//! A byte-order mark tells Excel that it is UTF-8. Several authors or categories stand in one cell
//! with `; ` between. A cell that a spreadsheet would take for a formula gets an apostrophe before
//! it, and so does one that starts with apostrophes and would be such a cell without them: whoever
//! takes one apostrophe off cells that start with some and go on as a formula has what was written.
//! A note has its lines, and a blank one between paragraphs.
//! A spreadsheet may take an id for a number and drop the nought at its end; the address has it
//! whole. Where no list announced a paper, its date stands for the day, as far as it is known.
//! Cannot hold: markup, the days of earlier lists, whether the kind of announcement was inferred,
//! the digest's number.

use super::{Beside, words};
use crate::core::digest::agreed::acts_in_a_table;
use crate::core::paper::Paper;
use crate::core::visible;

/// The columns that are always there.
const COLUMNS: &str = "id,version,title,authors,categories,day,announce,abstract,comment,gist,topics,code,journal,doi,submitted,url,source";

/// The head, with the columns of what is wanted beside.
pub(super) fn head(beside: &Beside<'_>) -> String {
    let tags = if beside.tags.is_some() { ",tags" } else { "" };
    let own = if beside.own.is_some() {
        ",note,own_tags,marks"
    } else {
        ""
    };
    ["\u{feff}", COLUMNS, tags, own, "\r\n"].concat()
}

/// The row of a paper.
pub(super) fn row(paper: &Paper, beside: &Beside<'_>) -> String {
    let text = |text: &Option<_>| text.as_ref().map(words::plain).unwrap_or_default();
    let version = paper.version.map(|version| version.to_string());
    let day = words::date(paper).map(|date| date.to_string());
    let announce = paper.announce.map_or("", |announce| announce.kind.id());
    let mut cells = vec![
        paper.id.as_str().to_owned(),
        version.unwrap_or_default(),
        words::plain(&paper.title),
        paper.authors.join("; "),
        words::categories(paper, "; "),
        day.unwrap_or_default(),
        announce.to_owned(),
        text(&paper.summary),
        text(&paper.comment),
        text(&paper.gist),
        paper.topics.join("; "),
        paper.code.join(" "),
        paper.journal.clone().unwrap_or_default(),
        words::doi(paper).unwrap_or_default(),
        paper
            .submitted
            .map(|day| day.to_string())
            .unwrap_or_default(),
        words::address(paper).unwrap_or_default(),
        beside.source.to_owned(),
    ];
    if let Some(tags) = beside.tags {
        let tags: Vec<&str> = tags.iter().map(|(_, tag)| *tag).collect();
        cells.push(tags.join("; "));
    }
    if let Some(own) = beside.own {
        let tags: Vec<&str> = own.tags.iter().map(|(_, tag)| *tag).collect();
        let marks: Vec<&str> = own.marks().collect();
        cells.push(words::paragraphs(own.note).join("\n\n"));
        cells.extend([tags.join("; "), marks.join("; ")]);
    }
    let mut row = String::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            row.push(',');
        }
        push_cell(&mut row, cell);
    }
    row.push_str("\r\n");
    row
}

fn push_cell(row: &mut String, cell: &str) {
    let cell: &str = &visible::text(cell);
    let formula = acts_in_a_table(cell);
    let quoted = formula || cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell;
    if !quoted {
        return row.push_str(cell);
    }
    row.push('"');
    if formula {
        row.push('\'');
    }
    row.push_str(&cell.replace('"', "\"\""));
    row.push('"');
}
