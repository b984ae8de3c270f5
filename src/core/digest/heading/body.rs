//! The abstract under a heading.

use std::ops::Range;

use crate::core::digest::lines::part;
use crate::core::digest::markup;
use crate::core::text::RichText;

/// The abstract from its lines; `None` when nothing visible is there.
pub(super) fn summary(text: &str, pieces: &[Range<usize>]) -> Option<RichText> {
    let summary = match pieces {
        [] => return None,
        [only] => markup::read(part(text, only)),
        several => {
            let mut joined =
                String::with_capacity(several.iter().map(|piece| piece.len() + 1).sum());
            for piece in several {
                let line = part(text, piece).trim();
                joined.push_str(if line.is_empty() { "<br>" } else { line });
                joined.push('\n');
            }
            markup::read(&joined)
        }
    };
    (!summary.is_empty()).then_some(summary)
}

/// Whether an abstract at the very end of a file was cut: other abstracts end in more spaces, a tag
/// is open, or no sentence ends.
pub(super) fn is_cut(piece: &str, usual_suffix: usize) -> bool {
    let open_tag = piece.rfind("<a ") > piece.rfind("</a>");
    let sentence_ends = piece.trim_end().ends_with([
        '.', '!', '?', ')', ']', '"', '”', '\'', '$', '}', '>', '。', '…', '*', '/',
    ]);
    open_tag || trailing_spaces(piece) < usual_suffix || (usual_suffix == 0 && !sentence_ends)
}

/// How many spaces end a line: a digest ends each abstract with the same number.
pub(super) fn trailing_spaces(text: &str) -> usize {
    text.bytes().rev().take_while(|b| *b == b' ').count()
}
