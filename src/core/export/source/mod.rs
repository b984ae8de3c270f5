//! [`RichText`] → the markup that is read as that text again.
//!
//! Text is escaped as little as it may be: what is written is read back, and only where another
//! text came out of it is every character escaped that could mean something.

mod arxiv;
mod bibtex;

use crate::core::text::{RichText, Style};

pub(super) use self::arxiv::{arxiv, arxiv_plain};
pub(super) use self::bibtex::{address, bibtex, bibtex_plain};

/// How much is escaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Care {
    /// What always acts.
    Usual,
    /// All that may act.
    Strict,
}

/// A way to mark text up.
trait Dialect {
    /// Adds text without styles.
    fn text(out: &mut String, text: &str, care: Care);
    /// Adds a formula with its delimiters.
    fn formula(out: &mut String, formula: &str);
    /// Adds the start of a link, and gives its end; or the whole of one that is its own label, and
    /// gives nothing.
    fn link(out: &mut String, href: &str, label: &str, care: Care) -> Option<&'static str>;
}

/// Writes a text with the least care with which it comes back.
fn least<D: Dialect>(
    text: &RichText,
    read: fn(&str) -> RichText,
    is_same: fn(&RichText, &RichText) -> bool,
) -> String {
    let usual = write::<D>(text, Care::Usual);
    let again = read(&usual);
    if is_same(&again, text) {
        return usual;
    }
    let strict = write::<D>(text, Care::Strict);
    // Styles that stand as no reader would have set them may be lost either way.
    if again.plain == text.plain && !is_same(&read(&strict), text) {
        usual
    } else {
        strict
    }
}

/// Whether two texts are the same.
fn is_same(a: &RichText, b: &RichText) -> bool {
    a == b
}

/// Whether two texts are the same but for their styles.
fn is_same_plain(a: &RichText, b: &RichText) -> bool {
    a.plain == b.plain
}

/// Writes a text with its styles.
fn write<D: Dialect>(text: &RichText, care: Care) -> String {
    let plain = text.plain.as_str();
    let mut out = String::with_capacity(plain.len() + 64);
    let mut at = 0;
    // Where the open styles end and how, innermost last.
    let mut open: Vec<(usize, &str)> = Vec::new();
    let between = |from: usize, to: usize| plain.get(from..to).unwrap_or_default();
    let mut behind_amount = false;
    for styled in &text.styles {
        let range = styled.span.range();
        let Some(label) = plain.get(range.clone()).filter(|_| range.start >= at) else {
            continue;
        };
        while let Some((end, close)) = open.pop_if(|(end, _)| *end <= range.start) {
            stretch::<D>(&mut out, between(at, end), care, behind_amount);
            out.push_str(close);
            at = end;
            behind_amount = false;
        }
        stretch::<D>(&mut out, between(at, range.start), care, behind_amount);
        at = range.start;
        behind_amount = false;
        let close = match &styled.style {
            Style::Math { .. } => {
                D::formula(&mut out, label);
                behind_amount = is_amount(label);
                None
            }
            Style::Link(href) => D::link(&mut out, href, label, care),
            Style::Emphasis => Some(styled_by(&mut out, "\\emph{")),
            Style::Strong => Some(styled_by(&mut out, "\\textbf{")),
            Style::Code => Some(styled_by(&mut out, "\\texttt{")),
        };
        match close {
            Some(close) => open.push((range.end, close)),
            None => at = range.end,
        }
    }
    while let Some((end, close)) = open.pop() {
        stretch::<D>(&mut out, between(at, end), care, behind_amount);
        out.push_str(close);
        at = at.max(end);
        behind_amount = false;
    }
    let rest = plain.get(at..).unwrap_or_default();
    stretch::<D>(&mut out, rest, care, behind_amount);
    out
}

/// Whether a formula is an amount of money to its reader where a digit follows it.
fn is_amount(formula: &str) -> bool {
    let inside = formula.strip_prefix('$').unwrap_or_default();
    inside
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit())
}

/// Adds text without styles, perhaps behind what a digit would make an amount of money.
fn stretch<D: Dialect>(out: &mut String, text: &str, care: Care, behind_amount: bool) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    if behind_amount && !digits.is_empty() {
        out.extend(["\\mbox{", digits, "}"]);
        D::text(out, rest, care);
    } else {
        D::text(out, text, care);
    }
}

/// Opens a group of LaTeX and says how it is closed.
fn styled_by(out: &mut String, command: &str) -> &'static str {
    out.push_str(command);
    "}"
}

/// Whether the character at this place is one of two or more in a row that are marks of quotation
/// to LaTeX.
fn is_quotes(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let here = bytes.get(at);
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    here == before || here == bytes.get(at + 1)
}
