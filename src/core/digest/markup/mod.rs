//! What arXiv calls text → [`RichText`].
//!
//! Two layers lie over each other in a title or an abstract, and each is read once, in this order:
//!
//! 1. [`html`]: the markup that arXiv's own listings add: entities, `<br>`, four kinds of anchors,
//!    a few inline tags. What merely looks like a tag (`x<y and a>b`, `<unk>`) is text.
//! 2. [`latex`]: what the authors typed: emphasis, escapes, accents, `\url`, quotes. [`math`] finds
//!    the formulas before anything else is looked at, and nothing inside them is touched; [`urls`]
//!    finds bare addresses.
//!
//! [`writer`] puts the result together: it collapses white space and keeps the styles nested. Every
//! pass is linear in the text, and nesting beyond a fixed depth is not styled. What is not
//! understood stays visible as it was typed.

mod accents;
mod entities;
mod html;
mod jats;
mod labels;
mod latex;
mod math;
mod plain;
mod urls;
mod writer;

use crate::core::text::RichText;

pub(super) use self::jats::plain_tags;
pub(super) use self::labels::{without_heading, without_label};
pub(super) use self::plain::{begins_paragraph, indented_paragraphs, paragraphs, read_plain};

/// Reads a title, an abstract or a comment as arXiv writes it.
pub fn read(source: &str) -> RichText {
    let html = html::decode(source);
    latex::read(&html)
}

/// A text with its entities resolved and nothing else read, as the value of an attribute is.
pub(super) fn unescape(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    entities::decode(source, &mut text);
    text
}

/// The same as [`read`]; `None` when nothing visible is in it.
pub(super) fn visible(source: &str) -> Option<RichText> {
    let read = read(source);
    (!read.is_empty()).then_some(read)
}

#[cfg(test)]
mod tests;
