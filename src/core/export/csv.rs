//! CSV as RFC 4180 has it: a head, then a row a paper. Nothing here reads it back.
//!
//! Several authors or categories stand in one cell with `; ` between. A cell that a spreadsheet
//! would take for a formula gets an apostrophe before it. Cannot hold: markup, the days of earlier
//! lists.

use super::words;
use crate::core::paper::Paper;
use crate::core::visible;

/// The head.
pub(super) const HEAD: &str = "id,version,title,authors,categories,day,announce,abstract,comment,gist,topics,code,journal,doi,submitted,url,source\r\n";

/// The row of a paper.
pub(super) fn row(paper: &Paper, source: &str) -> String {
    let text = |text: &Option<_>| text.as_ref().map(words::plain).unwrap_or_default();
    let cells = [
        paper.id.as_str().to_owned(),
        paper
            .version
            .map(|version| version.to_string())
            .unwrap_or_default(),
        words::plain(&paper.title),
        paper.authors.join("; "),
        words::categories(paper, "; "),
        paper
            .days
            .last()
            .map(ToString::to_string)
            .unwrap_or_default(),
        paper
            .announce
            .map_or("", |announce| announce.kind.id())
            .to_owned(),
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
        source.to_owned(),
    ];
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
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
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
