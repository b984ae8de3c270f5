//! Text whose markup was read before, and the paragraphs of text on several lines.

use super::html::Html;
use super::math;
use super::urls::{self, Url};
use crate::core::sorting;
use crate::core::text::{self, Link, RichText, Span, Style, Styled};

/// So many links are looked for in one text.
const MOST_LINKS: usize = 256;

/// Reads text as [`RichText::plain`] has it, with the links that stand in it in reading order. The
/// text comes back as it is: nothing in it is markup but the formulas, which it holds as their
/// source, and bare addresses.
///
/// Where it has white space or NUL that no text of ours has, they collapse or go.
pub(in crate::core::digest) fn read_plain(source: &str, links: &[Link]) -> RichText {
    let plain = text::tidy(source);
    let html = Html {
        text: plain.as_str().into(),
        events: Vec::new(),
    };
    let formulas = math::formulas(&html);
    let urls = urls::urls(&html, &formulas);
    let mut styles: Vec<Styled> = Vec::new();
    for formula in &formulas {
        let display = formula.display;
        styles.push(styled(formula.start, formula.end, Style::Math { display }));
    }
    for url in &urls {
        styles.push(styled(url.start, url.end, Style::Link(url.href.clone())));
    }
    sorting::sort_by_key(&mut styles, |styled| styled.span.start);
    let labelled = links.iter().take(MOST_LINKS).filter(|link| {
        let told = |url: &Url| url.href == link.href && url.label == link.label;
        text::checked_href(&link.href) == Some(&link.href)
            && !link.label.is_empty()
            && !urls.iter().any(told)
    });
    let found = styles.len();
    let mut done = 0;
    for link in labelled {
        let rest = plain.get(done..).unwrap_or_default();
        let Some(at) = rest.find(&link.label).map(|at| done + at) else {
            continue;
        };
        let new = styled(at, at + link.label.len(), Style::Link(link.href.clone()));
        let found = styles.get_mut(..found).unwrap_or_default();
        let next = found.partition_point(|known| known.span.end <= new.span.start);
        match found.get_mut(next) {
            // What is told goes before what is found.
            Some(known) if known.span == new.span => known.style = new.style,
            Some(known) if known.span.overlaps(new.span) => continue,
            _ => styles.push(new),
        }
        done = at + link.label.len();
    }
    sorting::sort_by_key(&mut styles, |styled| styled.span.start);
    RichText { plain, styles }
}

fn styled(start: usize, end: usize, style: Style) -> Styled {
    Styled {
        span: Span::new(start, end),
        style,
    }
}

/// Whether a line of arXiv's abstracts begins a paragraph: it is indented, as lines of a formula
/// and wrapped ones are at times, so what stands before must end a sentence and the line begin one.
pub(in crate::core::digest) fn begins_paragraph(before: &str, line: &str) -> bool {
    line.starts_with("  ")
        && line
            .trim_start()
            .starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase())
        && before.trim_end().ends_with(['.', '!', '?'])
}

/// The lines of a text as markup: a blank line ends a paragraph.
pub(in crate::core::digest) fn paragraphs(source: &str) -> String {
    joined(source, |_, line| line.trim().is_empty())
}

/// The lines of an abstract as arXiv breaks it: what [`begins_paragraph`] tells counts too.
pub(in crate::core::digest) fn indented_paragraphs(source: &str) -> String {
    joined(source, |before, line| {
        line.trim().is_empty() || begins_paragraph(before, line)
    })
}

fn joined(source: &str, breaks: fn(&str, &str) -> bool) -> String {
    let mut joined = String::with_capacity(source.len());
    for line in source.trim().lines() {
        if breaks(&joined, line) {
            joined.push_str("<br>");
        }
        joined.push_str(line.trim());
        joined.push('\n');
    }
    joined
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, links: &[(&str, &str)], plain: &str, styled: &[&str]) {
        let links: Vec<Link> = links
            .iter()
            .map(|(label, href)| Link {
                href: (*href).into(),
                label: (*label).into(),
            })
            .collect();
        let read = read_plain(source, &links);
        assert_eq!(read.plain, plain);
        let seen: Vec<&str> = read
            .styles
            .iter()
            .map(|styled| &plain[styled.span.range()])
            .collect();
        assert_eq!(seen, styled, "{source}");
    }

    #[test]
    fn what_was_read_before_is_not_read_again() {
        let text = r#"Of $x<y$, 5 % & a_b "q" \% <br> &amp; {\em x}."#;
        check(text, &[], text, &["$x<y$"]);
        check(
            "See this URL and this URL, not a.b",
            &[
                ("this URL", "https://a.b"),
                ("this URL", "http://c.d"),
                ("not", "https://a.b/ c"),
                ("a.b", "javascript:x"),
            ],
            "See this URL and this URL, not a.b",
            &["this URL", "this URL"],
        );
        check(
            "a $x_a.b$ c",
            &[("a.b", "https://a.b")],
            "a $x_a.b$ c",
            &["$x_a.b$"],
        );
    }

    #[test]
    fn white_space_is_as_ours() {
        check(" a\t b \n\n c\0 \r", &[], "a b\nc", &[]);
    }

    #[test]
    fn paragraphs_begin_where_sentences_end() {
        for (source, expected) in [
            ("A b\nc.\n  We", "A b\nc.\n<br>We\n"),
            ("A b\n  We c", "A b\nWe c\n"),
            ("A b.\n  $x$ c", "A b.\n$x$ c\n"),
            ("A b\n\n c", "A b\n<br>\nc\n"),
        ] {
            assert_eq!(indented_paragraphs(source), expected, "{source}");
        }
    }
}
