//! Footnotes: `[^1]: …` and, indented, title with id and category, link, translation, abstract. A
//! table before them, `| [^1] | [Title](link) | gist |`, has what the digest says of each in a
//! line.

use std::ops::Range;

use super::head::{Head, is_han};
use super::label::Field;
use super::shape::trimmed;
use crate::core::digest::address::Target;
use crate::core::digest::lines::part;

/// The head of a footnote; what stands there is a translation.
pub(super) fn head(content: &str) -> Head {
    let number = content
        .trim_start_matches(['[', '^'])
        .split(']')
        .next()
        .and_then(|number| number.parse().ok());
    Head {
        number,
        title: 0..0,
        target: Target::None,
        closed: true,
        rest: content.len()..content.len(),
    }
}

/// The number of a row of the table and where in the line its last cell stands.
pub(super) fn row(content: &str) -> Option<(u32, Range<usize>)> {
    let cells = content.strip_prefix("| [^")?.strip_suffix('|')?;
    let number = cells.split(']').next()?.parse().ok()?;
    let start = cells.rfind(") | ")? + ") | ".len();
    let end = content.len() - 1;
    Some((number, trimmed(content, end - (cells.len() - start)..end)))
}

/// What the paragraphs of a footnote are.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Footnote {
    /// The title.
    pub(super) title: Range<usize>,
    /// What follows the title in parentheses: `arXiv:2303.06137v1 [cs.NE] UPDATED`.
    pub(super) note: Range<usize>,
    /// The abstract, without its translation.
    pub(super) summary: Range<usize>,
}

impl Footnote {
    /// Tells the paragraphs apart.
    pub(super) fn of(text: &str, pieces: &[(Field, Range<usize>)]) -> Self {
        let mut footnote = Self::default();
        let paragraphs = pieces
            .split(|(_, piece)| piece.is_empty())
            .filter_map(|lines| Some(lines.first()?.1.start..lines.last()?.1.end));
        for paragraph in paragraphs {
            let content = text.get(paragraph.clone()).unwrap_or_default();
            let note = content.rfind("(arXiv:").filter(|_| content.ends_with(')'));
            if let Some(at) = note.filter(|_| footnote.title.is_empty()) {
                // The feed ends each title with a full stop.
                let title = part(content, &(0..at)).trim_end();
                let title = title.strip_suffix('.').unwrap_or(title);
                footnote.title = paragraph.start..paragraph.start + title.len();
                footnote.note = paragraph.start + at + 1..paragraph.end - 1;
            } else if footnote.title.is_empty() || content.starts_with("[http") {
                // The link repeats the id.
            } else if !is_chinese(content) {
                footnote.summary = paragraph;
            }
        }
        footnote
    }
}

/// Whether a text is Chinese, perhaps with some English words in it.
fn is_chinese(text: &str) -> bool {
    let han = text.chars().filter(|c| is_han(*c)).count();
    han * 10 > text.len() / 2
}
