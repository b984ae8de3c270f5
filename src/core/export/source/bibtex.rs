//! Text as the value of a field of BibTeX, without the braces around it; the braces inside are
//! balanced, whether or not those behind a backslash are counted.
//!
//! What stands in a title or an abstract as a command that arXiv left as it was typed is a command
//! again where every LaTeX knows it, `\textsuperscript{2}`, and else what the reader sees:
//! `\textbackslash{}ours`.

use super::{Care, Dialect, is_quotes, is_same, is_same_plain, least};
use crate::core::digest::{agreed, bibtex_value};
use crate::core::text::RichText;

struct Bibtex;

/// The value of a text.
pub(in super::super) fn bibtex(text: &RichText) -> String {
    least::<Bibtex>(text, bibtex_value, is_same)
}

/// The value of plain text.
pub(in super::super) fn bibtex_plain(text: &str) -> String {
    least::<Bibtex>(&RichText::from_plain(text), bibtex_value, is_same_plain)
}

/// A value without braces and backslashes, which have no place in an address.
pub(in super::super) fn address(value: &str) -> String {
    value
        .replace('{', "%7B")
        .replace('}', "%7D")
        .replace('\\', "%5C")
}

/// Commands with an argument that are left as they were typed.
const TYPED: [&str; 5] = [
    "cite",
    "footnote",
    "ref",
    "textsubscript",
    "textsuperscript",
];

/// The command with its argument that stands at the start of a text: its name and the argument,
/// which has neither braces nor commands in it.
fn typed(text: &str) -> Option<(&'static str, &str)> {
    let after = text.strip_prefix('\\')?;
    TYPED.iter().find_map(|name| {
        let inside = after.strip_prefix(name)?.strip_prefix('{')?;
        let (argument, end) = inside.split_at(inside.find(['{', '}', '\\', '\n'])?);
        end.starts_with('}').then_some((*name, argument))
    })
}

/// Where the braces of a text stand that have a partner in it.
fn paired(text: &str) -> Vec<usize> {
    let mut open = Vec::new();
    let mut paired = Vec::new();
    for (at, b) in text.bytes().enumerate() {
        if b == b'{' {
            open.push(at);
        } else if b == b'}'
            && let Some(partner) = open.pop()
        {
            paired.extend([partner, at]);
        }
    }
    crate::core::sorting::sort(&mut paired);
    paired
}

/// Whether the dollar signs of a formula come in pairs. Behind one that has no partner readers look
/// for the end of the math through the rest of the file.
fn is_closed(formula: &str) -> bool {
    let mut chars = formula.chars();
    let mut is_closed = true;
    while let Some(c) = chars.next() {
        match c {
            '\\' => {
                chars.next();
            }
            '$' => is_closed = !is_closed,
            _ => {}
        }
    }
    is_closed
}

impl Dialect for Bibtex {
    fn text(out: &mut String, text: &str, care: Care) {
        let strict = care == Care::Strict;
        let paired = if text.contains('{') {
            paired(text)
        } else {
            Vec::new()
        };
        let is_paired = |at: usize| paired.binary_search(&at).is_ok();
        // What stands before this place is written.
        let mut done = 0;
        let mut begins = false;
        for (at, c) in text.char_indices() {
            let starts = std::mem::replace(&mut begins, c == '\n');
            if at < done {
                continue;
            }
            let rest = text.get(at..).unwrap_or_default();
            if let Some((name, argument)) = typed(rest).filter(|_| !strict) {
                out.extend(["\\", name, "{"]);
                Self::text(out, argument, care);
                out.push('}');
                done = at + name.len() + argument.len() + 3;
                continue;
            }
            out.push_str(match c {
                '\n' => "\n\n",
                '\\' => "\\textbackslash{}",
                '{' if is_paired(at) => "\\{",
                '{' => "\\textbraceleft{}",
                '}' if is_paired(at) => "\\}",
                '}' => "\\textbraceright{}",
                '$' => "\\$",
                '&' => "\\&",
                '%' => "\\%",
                '#' => "\\#",
                '_' => "\\_",
                '<' => "\\textless{}",
                '>' => "\\textgreater{}",
                '~' => "\\textasciitilde{}",
                '^' => "\\textasciicircum{}",
                // At the start of a line some take it for the next entry.
                '@' if starts => "{@}",
                '`' if is_quotes(text, at) => "\\textasciigrave{}",
                '\'' if is_quotes(text, at) => "\\textquotesingle{}",
                '/' if strict => "\\slash{}",
                _ => {
                    out.push(c);
                    continue;
                }
            });
        }
    }

    fn formula(out: &mut String, formula: &str) {
        if is_closed(formula) {
            out.push_str(&agreed::encode(formula));
        } else {
            Self::text(out, formula, Care::Usual);
        }
    }

    fn link(out: &mut String, href: &str, label: &str, _: Care) -> Option<&'static str> {
        let is_plain = !href.contains(['{', '}', '\\', '<']);
        if href == label && is_plain {
            out.push_str("\\url{");
            push_href(out, href);
            out.push('}');
            return None;
        }
        out.push_str("\\href{");
        push_href(out, href);
        out.push_str("}{");
        Some("}")
    }
}

/// An address as the argument of a command.
fn push_href(out: &mut String, href: &str) {
    for c in href.chars() {
        match c {
            '%' | '#' | '&' | '_' | '$' => out.extend(['\\', c]),
            '{' => out.push_str("\\%7B"),
            '}' => out.push_str("\\%7D"),
            '\\' => out.push_str("\\%5C"),
            '<' => out.push_str("\\%3C"),
            c => out.push(c),
        }
    }
}
