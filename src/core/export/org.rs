//! Org: a headline a paper with its facts as properties, then its links and its abstract, for Emacs
//! and whoever reads Org.
//!
//! Text does nothing there: a space without width stands before what would start a headline, a
//! keyword, a link, a date or code that Emacs would run, and in the address of a picture, which Org
//! would have for the picture itself. Math and links are Org's own. What is the reader's own are
//! properties and tags of the headline, and a note before the abstract.

use super::{Beside, Own, words};
use crate::core::day::Day;
use crate::core::math::latex::strip_delimiters;
use crate::core::paper::Paper;
use crate::core::text::{RichText, Style, is_web};

/// What Org's manual escapes with: a space without width.
const ESCAPE: char = '\u{200b}';

/// One headline with all under it.
pub(super) fn headline(paper: &Paper, key: &str, beside: &Beside<'_>) -> String {
    let mut out = String::from("* ");
    let title = if paper.title.is_empty() {
        line(&RichText::from_plain(paper.id.as_str()))
    } else {
        line(&paper.title)
    };
    let begins = ["TODO", "DONE", "COMMENT", "[#", "*"];
    if begins.iter().any(|word| title.starts_with(word)) {
        out.push(ESCAPE);
    }
    out.push_str(&title);
    if title.ends_with(':') {
        out.push(ESCAPE);
    }
    let tags: Vec<String> = words::labels(beside)
        .iter()
        .map(|label| tag(label))
        .collect();
    if !tags.is_empty() {
        out.extend([" :", &tags.join(":"), ":"]);
    }
    out.push_str("\n:PROPERTIES:\n");
    let mut property = |name: &str, value: &str| {
        if !value.is_empty() {
            out.extend([":", name, ": "]);
            push_text(&mut out, &value.replace(['\n', '\r'], " "));
            out.push('\n');
        }
    };
    property("CUSTOM_ID", key);
    property("AUTHORS", &paper.authors.join("; "));
    property("ARXIV", &words::versioned(paper).unwrap_or_default());
    property("DOI", &words::doi(paper).unwrap_or_default());
    property("URL", &words::address(paper).unwrap_or_default());
    // `CATEGORY` is Org's own.
    property("CATEGORIES", &words::categories(paper, " "));
    property("DAY", &date(paper.days.last().copied()));
    property(
        "ANNOUNCED",
        paper.announce.map_or("", |announce| announce.kind.id()),
    );
    property("SUBMITTED", &date(paper.submitted));
    property("JOURNAL", paper.journal.as_deref().unwrap_or_default());
    let comment = paper.comment.as_ref().map(words::plain);
    property("COMMENTS", &comment.unwrap_or_default());
    property("TOPICS", &paper.topics.join("; "));
    property("SOURCE", beside.source);
    out.push_str(":END:\n");
    if let Some((id, address)) = words::versioned(paper).zip(words::address(paper)) {
        out.extend(["[[", &href(&address), "][arXiv:", &id, "]]\n"]);
    }
    // A link without words to a picture is that picture.
    for code in paper.code.iter().filter(|code| is_web(code)) {
        out.extend(["[[", &href(code), "][Code]]\n"]);
    }
    if let Some(note) = beside.own.and_then(Own::noted) {
        out.push_str("\n/Note:/ ");
        out.push_str(&body(&RichText::from_plain(words::lines(note))));
    }
    for text in [&paper.gist, &paper.summary].into_iter().flatten() {
        out.push('\n');
        out.push_str(&body(text));
    }
    out.push('\n');
    out
}

fn date(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// A tag of a headline has letters and digits alone.
fn tag(label: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '_' };
    label.chars().map(plain).collect()
}

/// An address in a link, which ends at brackets and has neither blanks nor macros.
fn href(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '[' => out.push_str("%5B"),
            ']' => out.push_str("%5D"),
            '\\' => out.push_str("%5C"),
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '<' => out.push_str("%3C"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

/// A text on one line.
fn line(text: &RichText) -> String {
    marked(text).replace('\n', " ")
}

/// A text with its paragraphs.
fn body(text: &RichText) -> String {
    let mut out = String::new();
    for (number, paragraph) in marked(text).lines().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        if paragraph.starts_with(['*', '#', ':', '|', '-', '+', '%', ' ', '\\']) {
            out.push(ESCAPE);
        }
        out.extend([paragraph, "\n"]);
    }
    out
}

/// Links and math are Org's, all else is text.
fn marked(text: &RichText) -> String {
    let mut out = String::with_capacity(text.plain.len());
    let mut at = 0;
    for styled in &text.styles {
        let range = styled.span.range();
        let (Some(label), Some(before)) = (
            text.plain.get(range.clone()),
            text.plain.get(at..range.start),
        ) else {
            continue;
        };
        match &styled.style {
            Style::Math { display } => {
                push_text(&mut out, before);
                push_math(&mut out, label, *display);
            }
            Style::Link(address) => {
                push_text(&mut out, before);
                out.extend(["[[", &href(address), "]["]);
                let label = label.replace(['[', '\n'], " ").replace(']', " ");
                push_text(&mut out, label.trim());
                out.push_str("]]");
            }
            Style::Emphasis | Style::Strong | Style::Code => continue,
        }
        at = range.end;
    }
    push_text(&mut out, text.plain.get(at..).unwrap_or_default());
    out
}

/// A formula between the delimiters that Org knows; as text, where it would end before its end.
/// What would be Org's own in it is broken by a blank, which formulas do not show.
fn push_math(out: &mut String, formula: &str, display: bool) {
    let (open, close) = if display {
        ("\\[", "\\]")
    } else {
        ("\\(", "\\)")
    };
    let line = formula.replace(['\n', '\r'], " ");
    let inside = strip_delimiters(&line).trim();
    if inside.is_empty() || inside.contains(close) {
        return push_text(out, &line);
    }
    // Behind the bracket of a delimiter it could be a link's, and before one a backslash would make
    // two of the delimiter's own.
    let blank = if display { " " } else { "" };
    out.extend([open, blank]);
    push_inert(out, inside, ' ');
    out.push_str(if inside.ends_with('\\') { " " } else { blank });
    out.push_str(close);
}

/// What follows a bracket that means something to Org: a link, a footnote, a citation.
const BRACKETS: [&str; 3] = ["[", "fn:", "cite"];
/// What may stand before the colon of a link that does more than show a page.
const LINKS: [&str; 12] = [
    "attachment",
    "docview",
    "elisp",
    "emacs",
    "eww",
    "file",
    "help",
    "id",
    "info",
    "javascript",
    "shell",
    "sys",
];

/// How the addresses begin that Org shows the pictures of, and how those end.
const WEB: [&str; 3] = ["http", "https", "ftp"];
const PICTURES: [&str; 10] = [
    ".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp",
];

/// Whether a text starts as a link that does more than to lead to a page.
fn begins_link(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let kind = text.get(..text.len() - rest.len()).unwrap_or_default();
    let is_any = |all: &[&str]| all.iter().any(|one| one.eq_ignore_ascii_case(kind));
    rest.starts_with(':') && (is_any(&LINKS) || is_any(&WEB) && is_picture(rest))
}

/// Whether the address at the start of a text is one of a picture, whatever stands behind that. One
/// that is longer than people write is not looked through.
fn is_picture(text: &str) -> bool {
    const LONGEST: usize = 512;
    let start = text
        .get(..text.floor_char_boundary(LONGEST))
        .unwrap_or(text);
    let address = start.split(char::is_whitespace).next().unwrap_or_default();
    if address.len() == start.len() && start.len() < text.len() {
        return true;
    }
    let address = address.to_ascii_lowercase();
    let ends = |(at, picture): (usize, &str)| {
        let behind = address.get(at + picture.len()..).unwrap_or_default();
        !behind.starts_with(|c: char| c.is_ascii_alphanumeric())
    };
    PICTURES
        .iter()
        .any(|picture| address.match_indices(picture).any(ends))
}

/// Text that does nothing: neither links nor dates, macros, targets, code or footnotes come of it.
fn push_text(out: &mut String, text: &str) {
    push_inert(out, text, ESCAPE);
}

/// The same, with another sign where something would act.
fn push_inert(out: &mut String, text: &str, escape: char) {
    for (at, c) in text.char_indices() {
        out.push(c);
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let is_date = rest.len() > 4 && rest.bytes().take(4).all(|b| b.is_ascii_digit());
        let acts = match c {
            '[' => is_date || BRACKETS.iter().any(|start| rest.starts_with(start)),
            // `<2020-12-24>`, `<<target>>`, `<%%(sexp)>`, `<shell:ls>`
            '<' => is_date || rest.starts_with(['<', '%']) || begins_link(rest),
            // `{{{macro}}}`
            '{' => rest.starts_with('{'),
            // `elisp:(…)` is a link where it stands bare, and so is `https://a.b/c.png`.
            ':' => {
                let before = text.get(..at).unwrap_or_default();
                let start = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                begins_link(text.get(start.len()..).unwrap_or_default())
            }
            // `src_sh{…}`, `call_name()`
            '_' => ["src_", "call_"].iter().any(|start| out.ends_with(start)),
            // `@@html:…@@`
            '@' => rest.starts_with('@'),
            _ => false,
        };
        if acts {
            out.push(escape);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;
    use crate::core::text::{Span, Styled};

    #[test]
    fn formulas_end_where_they_end() {
        for (formula, expected) in [
            ("$x^2$", "\\(x^2\\)"),
            ("\\(x\\\\\\)", "\\(x\\\\ \\)"),
            ("$$a\nb$$", "\\[ a b \\]"),
            ("\\[ [a][b]] \\]", "\\[ [a][b]] \\]"),
            ("$[[[a]] src_sh{x}$", "\\([ [ [a]] src_ sh{x}\\)"),
            ("$elisp:(x) {{{m}}}$", "\\(elisp: (x) { { {m}}}\\)"),
            ("\\( \\) [[a][b]] \\)", "\\( \\) [\u{200b}[a][b]] \\)"),
            ("$$ $$", "$$ $$"),
        ] {
            let mut out = String::new();
            let display = formula.starts_with("$$") || formula.starts_with("\\[");
            push_math(&mut out, formula, display);
            assert_eq!(out, expected);
        }
    }

    /// Org shows the picture that a link without words leads to, or one whose words are an address.
    #[test]
    fn pictures_stay_where_they_are() {
        for (text, expected) in [
            ("https://a.b/c.png", "https:\u{200b}//a.b/c.png"),
            ("(HTTP://a.b/c.PNG).", "(HTTP:\u{200b}//a.b/c.PNG)."),
            (
                "<https://a.b/c.svg?x>",
                "<\u{200b}https:\u{200b}//a.b/c.svg?x>",
            ),
            ("https://a.b/c.pngs", "https://a.b/c.pngs"),
            ("https://a.b/c d.png", "https://a.b/c d.png"),
            ("<shell:ls>", "<\u{200b}shell:\u{200b}ls>"),
        ] {
            assert_eq!(marked(&RichText::from_plain(text)), expected);
        }
        let address = "https://a.b/c.png";
        let mut linked = RichText::from_plain(address);
        linked.styles.push(Styled {
            span: Span::new(0, address.len()),
            style: Style::Link(address.to_owned()),
        });
        let link = "[[https://a.b/c.png][https:\u{200b}//a.b/c.png]]";
        assert_eq!(marked(&linked), link);
        let mut paper = Paper::new(PaperId::named("2603.00001"), RichText::default(), 1);
        paper.code = vec![address.to_owned()];
        let written = headline(&paper, "key", &Beside::default());
        assert!(
            written.contains("\n[[https://a.b/c.png][Code]]\n"),
            "{written}"
        );
    }
}
