//! What the columns of a table hold, by the names in its first row.

use super::cells::{Cells, bare};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The day of the paper.
    Day,
    /// The title, perhaps as a link to the paper.
    Title,
    /// The authors, or the first of them.
    Authors,
    /// The link to the paper.
    Link,
    /// Where its code is.
    Code,
    /// The abstract.
    Abstract,
    /// The authors' comment.
    Comment,
    /// Where it was published.
    Venue,
    /// Links to the paper, its code and more.
    Links,
    /// Something that is not kept.
    Other,
}

/// The names in lower case.
const NAMES: [(&str, Column); 41] = [
    ("publish date", Column::Day),
    ("published", Column::Day),
    ("date", Column::Day),
    ("day", Column::Day),
    ("updated", Column::Day),
    ("update date", Column::Day),
    ("title", Column::Title),
    ("paper", Column::Title),
    ("paper title", Column::Title),
    ("authors", Column::Authors),
    ("author", Column::Authors),
    ("first author", Column::Authors),
    ("pdf", Column::Link),
    ("link", Column::Link),
    ("url", Column::Link),
    ("arxiv", Column::Link),
    ("arxiv id", Column::Link),
    ("paper link", Column::Link),
    ("code", Column::Code),
    ("github", Column::Code),
    ("repo", Column::Code),
    ("abstract", Column::Abstract),
    ("summary", Column::Abstract),
    ("comment", Column::Comment),
    ("comments", Column::Comment),
    ("notes", Column::Comment),
    ("venue", Column::Venue),
    ("venues", Column::Venue),
    ("conference", Column::Venue),
    ("conf", Column::Venue),
    ("journal", Column::Venue),
    ("publication", Column::Venue),
    ("published in", Column::Venue),
    ("pub", Column::Venue),
    ("pub.", Column::Venue),
    ("links", Column::Links),
    ("links & summary", Column::Links),
    ("resources", Column::Links),
    ("paper & code", Column::Links),
    ("paper/code", Column::Links),
    ("project", Column::Links),
];

/// The columns of a table with papers that starts with this row; nothing where the row does not
/// name a title and something else of a paper.
pub(super) fn columns(row: &Cells) -> Vec<Column> {
    let named = |cell: &str| {
        // Spaces that do not break keep a column wide.
        let cell = cell.replace("&nbsp;", " ");
        let cell = bare(&cell);
        let mut names = NAMES.iter();
        let found = names.find(|(name, _)| name.eq_ignore_ascii_case(cell));
        found.map_or(Column::Other, |(_, column)| *column)
    };
    let columns: Vec<Column> = row.iter().take(MOST).map(named).collect();
    let known = columns.iter().filter(|column| **column != Column::Other);
    let enough = known.count() > 1 && columns.contains(&Column::Title);
    if enough { columns } else { Vec::new() }
}

/// So many columns of a table are looked at.
const MOST: usize = 32;

/// Whether a row is the one between the head of a table and its rows, `|---|:---:|`, perhaps with a
/// damaged cell.
pub(super) fn is_rule(row: &Cells) -> bool {
    let is_line = |cell: &&str| {
        let line = cell.trim_matches(':');
        !line.is_empty() && line.bytes().all(|b| b == b'-')
    };
    let lines = row.iter().filter(is_line).count();
    lines > 0 && lines * 2 >= row.len()
}
