//! How an entry starts: `### [1] [Title](link)`, `- **[Title](link)**`, `# Title`.

use std::ops::Range;

use memchr::memmem;

use super::shape::{Shape, trimmed};
use crate::core::digest::address::{Target, id_part, is_button, links, target};
use crate::core::digest::lines::part;

/// The first line of an entry; ranges are places in that line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The number before the title.
    pub(super) number: Option<u32>,
    /// The title.
    pub(super) title: Range<usize>,
    /// Where the link leads.
    pub(super) target: Target,
    /// Whether the link is closed.
    pub(super) closed: bool,
    /// What stands behind the link.
    pub(super) rest: Range<usize>,
}

impl Head {
    /// A heading or bullet whose title is a link to a paper: `[1]
    /// [Title](https://arxiv.org/abs/2012.12877)`.
    pub(super) fn linked(line: &str) -> Option<Self> {
        let (number, start) = number(line, after_mark(line));
        let bold = line.get(start..)?.starts_with("**");
        let open = start + if bold { 2 } else { 0 };
        let label = line.get(open..)?.strip_prefix('[')?;
        // An image, or a footnote.
        if label.starts_with("![") || label.starts_with('^') {
            return None;
        }
        let mut first = None;
        // Brackets may stand in a title: the link's address tells where it ends.
        for at in memmem::find_iter(label.as_bytes(), b"](") {
            let from = at + 2;
            let address = label.get(from..)?;
            let len = address
                .find(|c: char| c.is_whitespace() || matches!(c, ')' | '(' | '[' | ']'))
                .unwrap_or(address.len());
            let found = (at, from..from + len);
            if id_part(part(address, &(0..len))).is_some() {
                first = Some(found);
                break;
            }
            if first.is_none() && address.starts_with("http") {
                first = Some(found);
            }
        }
        let (title_end, address) = first?;
        let base = open + 1;
        let title = trimmed(line, base..base + title_end);
        let name = part(line, &title);
        if is_button(name) || !name.contains(char::is_alphanumeric) {
            return None;
        }
        let end = base + address.end;
        let behind = line.get(end..)?;
        let closed = behind.starts_with(')');
        let after = behind.trim_start_matches([')', '*']).trim();
        Some(Self {
            number,
            title,
            target: target(part(label, &address)),
            closed,
            rest: line.len() - after.len()..line.len(),
        })
    }

    /// A heading that is a title, perhaps with a link behind it.
    #[expect(clippy::similar_names, reason = "a link in a line")]
    pub(super) fn plain(line: &str) -> Self {
        let links = links(line);
        let link = links
            .iter()
            .find(|link| id_part(part(line, &link.address)).is_some());
        let end = link.map_or(line.len(), |link| link.whole.start);
        let (number, start) = number(line, after_mark(line));
        // A mark of the digest behind the title: `Title **⭐⭐** (95%)`, `Title / 标题`.
        let title = line.get(start..end).unwrap_or_default();
        let marked = title.find(" **⭐").unwrap_or(title.len());
        let title = part(title, &(0..marked));
        let len = untranslated(title).len();
        Self {
            number,
            title: trimmed(line, start..start + len),
            target: link.map_or(Target::None, |link| target(part(line, &link.address))),
            closed: link.is_none_or(|link| link.closed),
            rest: line.len()..line.len(),
        }
    }

    /// Whether the link names a paper of arXiv, or tries to.
    pub(super) fn names_arxiv(&self) -> bool {
        matches!(self.target, Target::Arxiv(..) | Target::BadArxiv(_))
    }
}

/// A title without the translation behind a stroke, which may be empty: `Title / 标题`.
fn untranslated(title: &str) -> &str {
    let title = title.trim_end();
    let title = title.strip_suffix(" /").unwrap_or(title);
    let mut end = 0;
    for part in title.split(" /") {
        if end > 0 && part.chars().any(is_han) {
            break;
        }
        end += part.len() + if end > 0 { " /".len() } else { 0 };
    }
    title.get(..end).unwrap_or(title)
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// Where the text of a heading or bullet starts.
fn after_mark(line: &str) -> usize {
    let mark = match Shape::of(line) {
        Shape::Heading(level) => level,
        Shape::Bullet => 1,
        _ => 0,
    };
    trimmed(line, mark..line.len()).start
}

/// The number at a place of the line, `1.`, `1)` or `[1]`, and where the line goes on.
fn number(line: &str, start: usize) -> (Option<u32>, usize) {
    let text = line.get(start..).unwrap_or_default();
    let bracketed = text.strip_prefix('[');
    let rest = bracketed.unwrap_or(text);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends: &[char] = if bracketed.is_some() {
        &[']']
    } else {
        &['.', ')']
    };
    let (digits, after) = rest.split_at_checked(digits).unwrap_or_default();
    let after = after
        .strip_prefix(ends)
        .filter(|after| after.starts_with([' ', '\t']));
    match (digits.parse().ok(), after) {
        (Some(number), Some(after)) => (Some(number), line.len() - after.trim_start().len()),
        _ => (None, start),
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests {
    use super::*;

    /// Number, title, id and what stands behind the link, or nothing.
    fn show(line: &str, head: &Head) -> String {
        let id = match &head.target {
            Target::Arxiv(id, Some(version)) => format!("{id}v{version}"),
            Target::Arxiv(id, None) => id.to_string(),
            Target::BadArxiv(_) => "bad".to_owned(),
            Target::Other(_) => "other".to_owned(),
            Target::None => "-".to_owned(),
        };
        let number = head.number.map_or(String::new(), |n| format!("{n} "));
        let rest = &line[head.rest.clone()];
        format!("{number}{} | {id} | {rest}", &line[head.title.clone()])
    }

    #[track_caller]
    fn check(line: &str, expected: Option<&str>) {
        let seen = Head::linked(line).map(|head| show(line, &head));
        assert_eq!(seen.as_deref(), expected, "{line}");
    }

    #[test]
    fn titles_that_are_links() {
        check(
            "### [A B](https://arxiv.org/abs/2603.00001)",
            Some("A B | 2603.00001 | "),
        );
        check(
            "### [12] [A [b] c](http://arxiv.org/abs/2603.00001v2)",
            Some("12 A [b] c | 2603.00001v2 | "),
        );
        check(
            "### 3. [f[1](x) of](https://arxiv.org/pdf/2603.00001.pdf)",
            Some("3 f[1](x) of | 2603.00001 | "),
        );
        check(
            "- **[A](https://arxiv.org/abs/2603.00001)**  `cs.CV`",
            Some("A | 2603.00001 | `cs.CV`"),
        );
        check("### [A](https://arxiv.org/abs/99)", Some("A | bad | "));
        check("### [A](https://a.b)", Some("A | other | "));
        check("### 1.A [pdf](https://arxiv.org/abs/2603.00001)", None);
        check("- [pdf](https://arxiv.org/abs/2603.00001)", None);
        check("[![A](https://a.b)](https://a.c)", None);
        check("# cs.CV [[Back]](#toc)", None);
        check("[", None);
    }

    #[test]
    fn titles_without_a_link() {
        for (line, expected) in [
            ("# A and B ", "A and B | - | "),
            ("### 2. A **⭐⭐** (95%)", "2 A | - | "),
            ("## A / B / ", "A / B | - | "),
            ("## A / 甲", "A | - | "),
            ("## A / B / 甲 / 乙", "A / B | - | "),
            ("## 3D A", "3D A | - | "),
            (
                "## A [pdf](https://arxiv.org/abs/2603.00001)",
                "A | 2603.00001 | ",
            ),
        ] {
            assert_eq!(show(line, &Head::plain(line)), expected, "{line}");
        }
    }
}
