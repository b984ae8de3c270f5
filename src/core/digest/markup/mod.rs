//! What arXiv calls text → [`RichText`].
//!
//! Two layers lie over each other in a title or an abstract, and each is read once, in this order:
//!
//! 1. [`html`]: the markup that arXiv's own listings add: entities, `<br>`, four kinds of anchors, a few inline tags. What merely looks
//!    like a tag (`x<y and a>b`, `<unk>`) is text.
//! 2. [`latex`]: what the authors typed: emphasis, escapes, accents, `\url`, quotes. [`math`] finds the formulas before anything else is
//!    looked at, and nothing inside them is touched; [`urls`] finds bare addresses.
//!
//! [`writer`] puts the result together: it collapses white space and keeps the styles nested. Every pass is linear in the text, and
//! nesting beyond a fixed depth is not styled. What is not understood stays visible as it was typed.

mod accents;
mod entities;
mod html;
mod latex;
mod math;
mod plain;
mod urls;
mod writer;

use crate::core::text::RichText;

pub(super) use self::plain::{begins_paragraph, paragraphs, read_plain};

/// Reads a title, an abstract or a comment as arXiv writes it.
pub fn read(source: &str) -> RichText {
    let html = html::decode(source);
    latex::read(&html)
}

/// The first remembered place at or after a position where something stands, found by searching forward once.
///
/// Asked with growing positions, all answers together cost one pass over the text.
struct Next<'t> {
    text: &'t str,
    needle: &'static str,
    found: Option<usize>,
    searched: bool,
}

impl<'t> Next<'t> {
    fn new(text: &'t str, needle: &'static str) -> Self {
        Self {
            text,
            needle,
            found: None,
            searched: false,
        }
    }

    fn at_or_after(&mut self, from: usize) -> Option<usize> {
        let stale = self.found.is_some_and(|at| at < from);
        if !self.searched || stale {
            self.searched = true;
            let rest = self.text.as_bytes().get(from..).unwrap_or_default();
            self.found = memchr::memmem::find(rest, self.needle.as_bytes()).map(|at| from + at);
        }
        self.found
    }
}

#[cfg(test)]
mod tests;
