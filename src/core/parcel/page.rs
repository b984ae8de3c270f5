//! The place of a parcel in the one-file page.
//!
//! The page is text in front of [`PLACE`] and text behind it; between the two goes what
//! [`element`] gives: the title, and the parcel in an element that browsers neither run nor fetch.
//! No character of a stranger's stands there as markup.

use std::fmt;

use super::{Alphabet, ELEMENT, PLACE, PROGRAM};
use crate::core::visible;

/// A file is not the one-file page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotTheProgram;

impl fmt::Display for NotTheProgram {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "it is not the one-file program: digest-explorer.html of a release is wanted, and no page \
             with papers that was made of it",
        )
    }
}

impl std::error::Error for NotTheProgram {}

/// What stands in the one-file page before and behind the place of a parcel.
pub fn around(program: &str) -> Result<(&str, &str), NotTheProgram> {
    let (before, behind) = program.split_once(PLACE).ok_or(NotTheProgram)?;
    let is_one_file = behind.contains(PROGRAM);
    let is_once = !behind.contains(PLACE);
    (is_one_file && is_once)
        .then_some((before, behind))
        .ok_or(NotTheProgram)
}

/// What goes there: a parcel with a title, and the view that it opens with as the fragment of an
/// address.
pub fn element(title: &str, view: &str, packed: &[u8]) -> String {
    let title = escaped(&visible::name(title));
    let view = escaped(&visible::line(view));
    let mut text = format!(
        "<title>{title}</title>\n<script type=\"application/gzip\" id=\"{ELEMENT}\" \
         data-title=\"{title}\" data-view=\"{view}\">"
    );
    text.push_str(&Alphabet::Usual.encode(packed));
    text.push_str("</script>");
    text
}

/// Text for an element or the value of an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
