//! Text as arXiv has it, for a place in Markdown: HTML for links and paragraphs, LaTeX for the
//! rest.
//!
//! What is text in it does nothing where Markdown is shown: no link, image, address in pointed
//! brackets or HTML comes of it. The digest's own links alone are live, each an anchor of HTML.

use super::{Care, Dialect, is_quotes, is_same, is_same_plain, least};
use crate::core::digest::markup;
use crate::core::text::RichText;

struct Arxiv;

/// The text on one line.
pub(in super::super) fn arxiv(text: &RichText) -> String {
    inert(least::<Arxiv>(text, read, is_same))
}

/// Plain text on one line.
pub(in super::super) fn arxiv_plain(text: &str) -> String {
    inert(least::<Arxiv>(
        &RichText::from_plain(text),
        read,
        is_same_plain,
    ))
}

fn read(source: &str) -> RichText {
    markup::read(source)
}

/// Takes from brackets and backslashes what Markdown makes of them; as entities they are what they
/// are to whoever reads the digest. Links by reference want a definition at the start of a
/// paragraph, where no text of ours stands.
fn inert(source: String) -> String {
    if source.contains("](") || source.contains("\\-") {
        source.replace("](", "&#93;(").replace("\\-", "&#92;-")
    } else {
        source
    }
}

impl Dialect for Arxiv {
    fn text(out: &mut String, text: &str, care: Care) {
        for (at, c) in text.char_indices() {
            let strict = care == Care::Strict;
            out.push_str(match c {
                // A digit behind a formula makes money of it, also over the end of a paragraph.
                '\n' if strict => " <br>",
                '\n' => "<br>",
                '&' => "&amp;",
                '<' => "&lt;",
                '\\' if strict => "\\textbackslash{}",
                '$' if strict => "\\$",
                '{' if strict => "\\{",
                '}' if strict => "\\}",
                '~' if strict => "\\textasciitilde{}",
                '/' if strict => "\\slash{}",
                '`' if strict && is_quotes(text, at) => "\\textasciigrave{}",
                '\'' if strict && is_quotes(text, at) => "\\textquotesingle{}",
                _ => {
                    out.push(c);
                    continue;
                }
            });
        }
    }

    fn formula(out: &mut String, formula: &str) {
        for c in formula.chars() {
            match c {
                '\n' => out.push(' '),
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                c => out.push(c),
            }
        }
    }

    fn link(out: &mut String, href: &str, label: &str, care: Care) -> Option<&'static str> {
        if href == label && care == Care::Usual {
            out.push_str(&href.replace('&', "&amp;").replace('<', "&lt;"));
            return None;
        }
        out.push_str("<a href=\"");
        for c in href.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '"' => out.push_str("&quot;"),
                c => out.push(c),
            }
        }
        out.push_str("\">");
        Some("</a>")
    }
}
