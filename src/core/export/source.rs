//! [`RichText`] → the markup that is read as that text again.

use crate::core::digest::markup;
use crate::core::text::{RichText, Style};

/// What the markup is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// A line as arXiv has it: HTML for links and paragraphs, LaTeX for the rest.
    Arxiv,
    /// A value of BibTeX in braces.
    Bibtex,
}

/// The text as arXiv marks it up, on one line, for a place in Markdown. Escapes are made only where
/// the text would be read otherwise without, and where Markdown would make links and images of it:
/// `[x](javascript:y)` is text.
pub(super) fn arxiv(text: &RichText) -> String {
    let inert = |source: String| {
        if source.contains("](") {
            source.replace("](", "&#93;(")
        } else {
            source
        }
    };
    let plainest = inert(write(text, Dialect::Arxiv, false));
    if markup::read(&plainest) == *text {
        return plainest;
    }
    let escaped = inert(write(text, Dialect::Arxiv, true));
    if markup::read(&escaped) == *text {
        escaped
    } else {
        plainest
    }
}

/// The text as the value of a field of BibTeX, without the braces around it; the braces inside are
/// balanced.
pub(super) fn bibtex(text: &RichText) -> String {
    balanced(&write(text, Dialect::Bibtex, true))
}

/// Plain text as the value of a field of BibTeX.
pub(super) fn bibtex_plain(text: &str) -> String {
    bibtex(&RichText::from_plain(text))
}

fn write(text: &RichText, dialect: Dialect, escape: bool) -> String {
    let plain = text.plain.as_str();
    let mut out = String::with_capacity(plain.len() + 64);
    let mut at = 0;
    // Where the open styles end and how, innermost last.
    let mut open: Vec<(usize, &str)> = Vec::new();
    for styled in &text.styles {
        let range = styled.span.range();
        let Some(label) = plain.get(range.clone()).filter(|_| range.start >= at) else {
            continue;
        };
        while let Some((end, close)) = open.pop_if(|(end, _)| *end <= range.start) {
            push(&mut out, &plain[at..end], dialect, escape);
            out.push_str(close);
            at = end;
        }
        push(&mut out, &plain[at..range.start], dialect, escape);
        at = range.start;
        let close = match (&styled.style, dialect) {
            (Style::Math { .. }, _) => {
                let formula = label.replace('\n', " ");
                if dialect == Dialect::Arxiv {
                    out.push_str(&formula.replace('&', "&amp;").replace('<', "&lt;"));
                } else {
                    out.push_str(&formula);
                }
                at = range.end;
                continue;
            }
            (Style::Link(href), _) if href == label && !(escape && dialect == Dialect::Arxiv) => {
                match dialect {
                    Dialect::Arxiv => out.push_str(href),
                    Dialect::Bibtex => {
                        for part in ["\\url{", href, "}"] {
                            out.push_str(part);
                        }
                    }
                }
                at = range.end;
                continue;
            }
            (Style::Link(href), Dialect::Arxiv) => {
                let href = href.replace('&', "&amp;").replace('"', "%22");
                for part in ["<a href=\"", &href, "\">"] {
                    out.push_str(part);
                }
                "</a>"
            }
            (Style::Link(href), Dialect::Bibtex) => {
                for part in ["\\href{", href, "}{"] {
                    out.push_str(part);
                }
                "}"
            }
            (Style::Emphasis, _) => {
                out.push_str("\\emph{");
                "}"
            }
            (Style::Strong, _) => {
                out.push_str("\\textbf{");
                "}"
            }
            (Style::Code, _) => {
                out.push_str("\\texttt{");
                "}"
            }
        };
        open.push((range.end, close));
    }
    while let Some((end, close)) = open.pop() {
        push(
            &mut out,
            plain.get(at..end).unwrap_or_default(),
            dialect,
            escape,
        );
        out.push_str(close);
        at = at.max(end);
    }
    push(
        &mut out,
        plain.get(at..).unwrap_or_default(),
        dialect,
        escape,
    );
    out
}

/// Text without styles.
fn push(out: &mut String, text: &str, dialect: Dialect, escape: bool) {
    for (at, c) in text.char_indices() {
        let written = match (c, dialect) {
            ('\n', Dialect::Arxiv) => "<br>",
            ('\n', Dialect::Bibtex) => "\n\n",
            ('&', Dialect::Arxiv) => "&amp;",
            ('<', Dialect::Arxiv) => "&lt;",
            ('{', Dialect::Bibtex) if !is_argument(&text[..at]) => "\\{",
            ('}', Dialect::Bibtex) if !closes_argument(&text[..at]) => "\\}",
            ('$', _) if escape => "\\$",
            ('&', Dialect::Bibtex) => "\\&",
            ('%', Dialect::Bibtex) => "\\%",
            ('#', Dialect::Bibtex) => "\\#",
            ('_', Dialect::Bibtex) => "\\_",
            ('<', Dialect::Bibtex) => "\\textless{}",
            ('>', Dialect::Bibtex) => "\\textgreater{}",
            ('~', _) if escape => "\\textasciitilde{}",
            ('^', Dialect::Bibtex) => "\\textasciicircum{}",
            ('{', _) if escape => "\\{",
            ('}', _) if escape => "\\}",
            _ => {
                out.push(c);
                continue;
            }
        };
        out.push_str(written);
    }
}

/// Whether a brace behind this text is the argument of a command that was left as it was typed:
/// `\cite{`.
fn is_argument(before: &str) -> bool {
    let name = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    name.len() < before.len() && name.ends_with('\\')
}

/// Whether a brace behind this text closes such an argument: no other brace stands between.
fn closes_argument(before: &str) -> bool {
    before
        .rfind(['{', '}'])
        .is_some_and(|open| before[open..].starts_with('{') && is_argument(&before[..open]))
}

/// BibTeX counts braces, escaped or not: those without a partner become commands.
fn balanced(value: &str) -> String {
    let mut open = Vec::new();
    let mut lone = Vec::new();
    for (at, b) in value.bytes().enumerate() {
        match b {
            b'{' => open.push(at),
            b'}' if open.pop().is_none() => lone.push(at),
            _ => {}
        }
    }
    lone.append(&mut open);
    if lone.is_empty() {
        return value.to_owned();
    }
    crate::core::sorting::sort(&mut lone);
    let mut out = String::with_capacity(value.len() + 16);
    let mut done = 0;
    for at in lone {
        let before = &value[done..at];
        out.push_str(before.strip_suffix('\\').unwrap_or(before));
        out.push_str(if value[at..].starts_with('{') {
            "\\textbraceleft{}"
        } else {
            "\\textbraceright{}"
        });
        done = at + 1;
    }
    out.push_str(&value[done..]);
    out
}
