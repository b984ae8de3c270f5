//! The same row as an item of a list: `- 2026-03-02, **Title**, A Name et.al., Paper:
//! [address](address), Code: **[address](address)**`.

use super::cells::Cells;
use super::row::{Parts, Row};

/// Reads such an item; `None` where the text is none.
pub(super) fn item(text: &str, line: u32, escaped: bool) -> Option<Row> {
    let content = text.trim().strip_prefix("- ")?;
    let (head, links) = content.rsplit_once("Paper: ")?;
    let (day, rest) = head.split_once("**")?;
    let (title, authors) = rest.rsplit_once("**").unwrap_or((rest, ""));
    let (paper, code) = links.split_once(", Code:").unwrap_or((links, ""));
    let mut parts = Parts {
        title,
        authors: authors.trim_matches([',', ' ']),
        link: Cells::of(paper).link().map(|(_, link)| link),
        ..Parts::default()
    };
    parts.day(day.trim_matches([',', ' ']));
    parts.code(code);
    parts.paper(line, escaped)
}
