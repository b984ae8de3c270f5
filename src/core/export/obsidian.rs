//! Obsidian: an archive with a note a paper, its facts in the front matter, then its links, the
//! reader's own note and its abstract.
//!
//! Text does nothing there: signs of Markdown, of links between notes, of tags and of comments are
//! escaped. Math is Obsidian's own, between dollar signs.

use super::yaml::Yaml;
use super::{Beside, Own, TagOf, words};
use crate::core::math::latex::strip_delimiters;
use crate::core::paper::Paper;
use crate::core::text::{RichText, Style, is_web};

/// The folder in the archive.
pub(super) const FOLDER: &str = "Papers";

/// How many digits a number has at most that begins a list.
const LONGEST_NUMBER: usize = 9;

/// One note.
pub(super) fn note(paper: &Paper, beside: &Beside<'_>) -> String {
    let mut out = front_matter(paper, beside);
    let title = marked(&paper.title).replace('\n', " ");
    if !title.is_empty() {
        out.extend(["\n# ", &title, "\n"]);
    }
    let mut links = Vec::new();
    if let Some((id, address)) = words::versioned(paper).zip(words::address(paper)) {
        links.push(format!("[arXiv:{id}]({address})"));
        links.push(format!("[PDF](https://arxiv.org/pdf/{id})"));
    }
    if let Some(doi) = &paper.doi {
        links.push(link("DOI", &format!("https://doi.org/{doi}")));
    }
    links.extend(paper.code.iter().map(|code| link("Code", code)));
    if !links.is_empty() {
        out.extend(["\n", &links.join(" · "), "\n"]);
    }
    let own = beside.own.unwrap_or_default();
    let noted = own
        .noted()
        .map(|note| RichText::from_plain(words::lines(note)));
    let sections = [
        ("Note", noted.as_ref()),
        ("In a line", paper.gist.as_ref()),
        ("Abstract", paper.summary.as_ref()),
    ];
    for (heading, text) in sections {
        if let Some(text) = text {
            out.extend(["\n## ", heading, "\n"]);
            for paragraph in marked(text).lines() {
                out.extend(["\n", paragraph, "\n"]);
            }
        }
    }
    out
}

fn front_matter(paper: &Paper, beside: &Beside<'_>) -> String {
    let plain = |text: &Option<RichText>| text.as_ref().map(words::plain).unwrap_or_default();
    let mut yaml = Yaml::default();
    let title = words::plain(&paper.title);
    yaml.text("title", &title);
    // By its title alone it is found and linked to.
    yaml.list("aliases", Some(title).filter(|title| !title.is_empty()));
    yaml.list("authors", &paper.authors);
    yaml.text("id", paper.id.as_str());
    yaml.bare("version", paper.version);
    yaml.text("doi", &words::doi(paper).unwrap_or_default());
    yaml.text("url", &words::address(paper).unwrap_or_default());
    yaml.list(
        "categories",
        paper.categories.iter().map(|category| &category.0),
    );
    yaml.bare("day", paper.days.last());
    yaml.text(
        "announce",
        paper.announce.map_or("", |announce| announce.kind.id()),
    );
    yaml.bare("submitted", paper.submitted);
    yaml.text("journal", paper.journal.as_deref().unwrap_or_default());
    yaml.text("comment", &plain(&paper.comment));
    yaml.list("topics", &paper.topics);
    yaml.list("code", &paper.code);
    yaml.text("source", beside.source);
    let own: Own<'_> = beside.own.unwrap_or_default();
    let tags = beside.tags.unwrap_or_default().iter().chain(own.tags);
    let mut names: Vec<String> = Vec::new();
    for tag in tags.map(tag) {
        if !names.contains(&tag) {
            names.push(tag);
        }
    }
    yaml.list("tags", names);
    yaml.list("marks", own.marks());
    yaml.front_matter()
}

/// A tag of the table stands under its facet, `method/diffusion`, the reader's own alone. Obsidian
/// wants one character in it that is no digit.
fn tag((facet, id): &TagOf<'_>) -> String {
    let id = id.replace(
        |c: char| !(c.is_alphanumeric() || c == '-' || c == '_'),
        "-",
    );
    match facet {
        crate::core::facet::Facet::Own if id.chars().all(char::is_numeric) => format!("_{id}"),
        crate::core::facet::Facet::Own => id,
        facet => format!("{}/{id}", facet.name()),
    }
}

/// A link; an address is no more than one.
fn link(label: &str, address: &str) -> String {
    if !is_web(address) {
        let mut text = String::new();
        push_text(&mut text, address);
        return text;
    }
    format!("[{label}](<{}>)", href(address))
}

/// An address between pointed brackets.
fn href(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    // An entity would be another character.
    out.replace('&', "&amp;")
}

/// The text as Markdown; each of its lines is a paragraph.
fn marked(text: &RichText) -> String {
    let mut out = String::with_capacity(text.plain.len() + 64);
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
                let mut text = String::new();
                push_text(&mut text, &label.replace('\n', " "));
                out.push_str(&link(&text, address));
            }
            Style::Emphasis | Style::Strong | Style::Code => continue,
        }
        at = range.end;
    }
    push_text(&mut out, text.plain.get(at..).unwrap_or_default());
    out
}

/// A formula between dollar signs, with no blank inside of them; as text, where it would not end
/// at the second. Whoever shows no formulas finds nothing live in it: neither HTML, nor a link, nor
/// what Obsidian hides as a comment.
fn push_math(out: &mut String, formula: &str, display: bool) {
    let inside = strip_delimiters(formula).replace(['\n', '\r'], " ");
    let inside = inside.trim();
    // An odd backslash would escape the dollar sign behind it.
    let backslashes = inside.bytes().rev().take_while(|b| *b == b'\\').count();
    if inside.is_empty() || inside.contains('$') || backslashes % 2 == 1 {
        return push_text(out, formula);
    }
    let inside = inside.replace("%%", "% % ");
    let inside = inside.replace('<', "< ").replace("](", "] (");
    let dollars = if display { "$$" } else { "$" };
    out.extend([dollars, inside.trim_end(), dollars]);
}

/// Text in which no sign acts.
fn push_text(out: &mut String, text: &str) {
    let mut starts = out.is_empty();
    for c in text.chars() {
        let acts = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '&' | '^'
            | '=' | '%' => true,
            '-' | '+' => starts,
            _ => false,
        };
        // `1.` begins a list.
        let ends_number = matches!(c, '.' | ')') && is_number(out);
        if acts || ends_number {
            out.push('\\');
        }
        out.push(c);
        starts = c == '\n';
    }
}

/// Whether the last line so far is a number and nothing else. It is looked at from its end: a text
/// of one line is as long as it likes.
fn is_number(out: &str) -> bool {
    let last = out.bytes().rev();
    let digits = last
        .take_while(u8::is_ascii_digit)
        .take(LONGEST_NUMBER + 1)
        .count();
    let before = out.len().checked_sub(digits + 1);
    let begins = before.is_none_or(|before| out.as_bytes().get(before) == Some(&b'\n'));
    (1..=LONGEST_NUMBER).contains(&digits) && begins
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_end_where_they_end_and_nothing_in_them_is_live() {
        for (formula, expected) in [
            ("\\( x^2 \\)", "$x^2$"),
            ("$a<b$", "$a< b$"),
            ("$%%%$", "$% % %$"),
            ("$f[x](y)$", "$f[x] (y)$"),
            ("\\(x\\\\\\)", "$x\\\\$"),
            ("\\( <i>\\ \\)", "\\\\( \\<i\\>\\\\ \\\\)"),
            ("$x\\$", "\\$x\\\\\\$"),
            ("\\(a$b\\)", "\\\\(a\\$b\\\\)"),
            ("\\(\\)", "\\\\(\\\\)"),
        ] {
            let mut out = String::new();
            push_math(&mut out, formula, false);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn schemes_are_known_in_any_case() {
        assert_eq!(link("a", "HTTPS://a.b/c"), "[a](<HTTPS://a.b/c>)");
        assert_eq!(link("a", "javascript:b"), "javascript:b");
    }
}
