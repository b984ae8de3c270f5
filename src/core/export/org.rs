//! Org: a headline a paper with its facts as properties, then its links and its abstract, for Emacs
//! and whoever reads Org.
//!
//! Text does nothing there: a space without width stands before what would start a headline, a
//! keyword, a link, a date or code that Emacs would run. Math and links are Org's own. What is the
//! reader's own are properties and tags of the headline, and a note before the abstract.

use super::{Beside, Own, words};
use crate::core::day::Day;
use crate::core::paper::Paper;
use crate::core::text::{RichText, Style};

/// What Org's manual escapes with: a space without width.
const ESCAPE: char = '\u{200b}';

/// One headline with all under it.
pub(super) fn headline(paper: &Paper, key: &str, beside: &Beside<'_>) -> String {
    let mut out = String::from("* ");
    let title = line(&paper.title);
    let begins = ["TODO", "DONE", "COMMENT", "[#", "*"];
    if begins.iter().any(|word| title.starts_with(word)) {
        out.push(ESCAPE);
    }
    out.push_str(if title.is_empty() {
        paper.id.as_str()
    } else {
        &title
    });
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
    if let Some(address) = words::address(paper) {
        let id = words::versioned(paper).unwrap_or_default();
        out.push_str(&format!("[[{}][arXiv:{id}]]\n", href(&address)));
    }
    for code in paper.code.iter().filter(|code| is_web(code)) {
        out.push_str(&format!("[[{}]]\n", href(code)));
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

fn is_web(address: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
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
            Style::Math { .. } => {
                push_text(&mut out, before);
                // A formula has no headlines and no macros.
                let line = label.replace('\n', " ");
                out.push_str(&if line.contains("{{{") {
                    line.replace("{{", "{ {")
                } else {
                    line
                });
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

/// Text that does nothing: neither links nor dates, macros, targets, code or footnotes come of it.
fn push_text(out: &mut String, text: &str) {
    for (at, c) in text.char_indices() {
        out.push(c);
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let is_date = rest.len() > 4 && rest.bytes().take(4).all(|b| b.is_ascii_digit());
        let acts = match c {
            '[' => is_date || BRACKETS.iter().any(|start| rest.starts_with(start)),
            // `<2020-12-24>`, `<<target>>`, `<%%(sexp)>`
            '<' => is_date || rest.starts_with(['<', '%']),
            // `{{{macro}}}`
            '{' => rest.starts_with('{'),
            // `elisp:(…)` is a link where it stands bare.
            ':' => {
                let before = text.get(..at).unwrap_or_default();
                let start = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
                let word = before.get(start.len()..).unwrap_or_default();
                LINKS.iter().any(|link| link.eq_ignore_ascii_case(word))
            }
            // `src_sh{…}`, `call_name()`
            '_' => ["src_", "call_"].iter().any(|start| out.ends_with(start)),
            // `@@html:…@@`
            '@' => rest.starts_with('@'),
            _ => false,
        };
        if acts {
            out.push(ESCAPE);
        }
    }
}
