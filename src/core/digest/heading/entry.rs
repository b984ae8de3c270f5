//! An entry's heading: `### 1.Title  [ :arrow_down: ](https://arxiv.org/pdf/2012.12877.pdf)`.

use std::ops::Range;

use memchr::memmem;

use crate::core::digest::address::{Target, end_of_links, id_part, is_button, links, target};

/// The parts of a heading; ranges are places in the text after `###`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The number before the title.
    pub(super) number: Option<u32>,
    /// The title.
    pub(super) title: Range<usize>,
    /// Whether the title was taken from the link's label, because nothing stands before the link.
    pub(super) title_is_label: bool,
    /// Whether there is a link, and it is closed.
    pub(super) has_link: bool,
    /// What the link leads to.
    pub(super) target: Target,
    /// What stands behind the link or links.
    pub(super) rest: Range<usize>,
}

impl Heading {
    /// Cuts a heading up. The number that should come next settles what `2.5D` means: number 2, or none.
    pub(super) fn parse(text: &str, expected: Option<u32>) -> Self {
        let links = links(text);
        let arxiv = links
            .iter()
            .position(|link| id_part(&text[link.address.clone()]).is_some());
        let chosen = arxiv.or_else(|| links.len().checked_sub(1));
        let link = chosen.map(|index| &links[index]);
        let title_end = link.map_or(text.len(), |link| link.whole.start);
        let (number, title_start) = number(&text[..title_end], expected);
        let mut title = trimmed(text, title_start..title_end);
        let label = link.map(|link| trimmed(text, link.label.clone()));
        let title_is_label = title.is_empty()
            && label.as_ref().is_some_and(|label| {
                text[label.clone()].contains(char::is_alphabetic)
                    && !is_button(&text[label.clone()])
            });
        if let Some(label) = label.filter(|_| title_is_label) {
            title = label;
        }
        let rest_start = chosen.map_or(text.len(), |index| end_of_links(text, &links[index..]));
        Self {
            number,
            title,
            title_is_label,
            has_link: link.is_some_and(|link| link.closed),
            target: link.map_or(Target::None, |link| target(&text[link.address.clone()])),
            rest: rest_start..text.len(),
        }
    }
}

/// Whether a line that should be an abstract's may be a heading that lost its `###`.
pub(super) fn looks_like_a_heading(line: &str) -> bool {
    line.starts_with('#')
        || (line.trim_end().ends_with(')')
            && links(line)
                .iter()
                .any(|link| id_part(&line[link.address.clone()]).is_some()))
}

/// Whether a line is nothing but a link.
pub(super) fn is_link_alone(line: &str) -> bool {
    let links = links(line);
    links
        .first()
        .is_some_and(|link| line[..link.whole.start].trim().is_empty())
        && line[end_of_links(line, &links)..].trim().is_empty()
}

/// Where inside a line a whole heading starts: `###`, a number and an arXiv link.
pub(super) fn heading_inside(line: &str) -> Option<usize> {
    let at = memmem::find(line.as_bytes(), b"###")?;
    let after = &line[at + 3..];
    if after.starts_with('#') {
        return None;
    }
    let heading = Heading::parse(after, None);
    let whole = heading.number.is_some() && matches!(heading.target, Target::Arxiv(..));
    whole.then_some(at)
}

/// The number at the start and where the title goes on: `1.Title`, `1. Title`, `1) Title`; `2.5D` only where a 2 should come.
fn number(text: &str, expected: Option<u32>) -> (Option<u32>, usize) {
    let start = text.len() - text.trim_start().len();
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let end = start + digits;
    let number: Option<u32> = text[start..end].parse().ok();
    let mark = text[end..].starts_with(['.', ')']);
    let digit_follows = text.as_bytes().get(end + 1).is_some_and(u8::is_ascii_digit);
    match number {
        Some(number) if mark && (!digit_follows || expected.is_none_or(|next| next == number)) => {
            (Some(number), end + 1)
        }
        _ => (None, start),
    }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Number, title, what the link leads to, and what stands behind it.
    #[track_caller]
    fn check(text: &str, number: Option<u32>, title: &str, target: &str, rest: &str) {
        let heading = Heading::parse(text, None);
        let seen = match &heading.target {
            Target::Arxiv(id, None) => id.to_string(),
            Target::Arxiv(id, Some(version)) => format!("{id} v{version}"),
            Target::BadArxiv(url) => format!("bad {url}"),
            Target::Other(url) => format!("other {url}"),
            Target::None => String::new(),
        };
        let parts = (
            heading.number,
            &text[heading.title.clone()],
            seen.as_str(),
            text[heading.rest.clone()].trim(),
        );
        assert_eq!(parts, (number, title, target, rest), "{text}");
    }

    #[test]
    fn headings_are_cut_up() {
        check(
            "1.A B  [ :arrow_down: ](https://arxiv.org/pdf/2012.12877.pdf)",
            Some(1),
            "A B",
            "2012.12877",
            "",
        );
        check(
            " 12) A [pdf](http://arxiv.org/abs/2012.12877v2)  ",
            Some(12),
            "A",
            "2012.12877 v2",
            "",
        );
        check(
            " A [x](https://arxiv.org/pdf/hep-th/9901001v1.pdf) > b",
            None,
            "A",
            "hep-th/9901001 v1",
            "> b",
        );
        check(
            "1.A [CLS] f(x)[i](j) [a](https://www.arxiv.org/abs/math.GT/0309136)",
            Some(1),
            "A [CLS] f(x)[i](j)",
            "math/0309136",
            "",
        );
        check(
            "1. A [pdf](https://arxiv.org/pdf/2012.1.pdf)",
            Some(1),
            "A",
            "bad https://arxiv.org/pdf/2012.1.pdf",
            "",
        );
        check(
            "1. A [pdf](https://a.b/c)",
            Some(1),
            "A",
            "other https://a.b/c",
            "",
        );
        check(
            "1. A [abs](https://arxiv.org/abs/2012.12877) | [pdf](https://arxiv.org/pdf/2012.12877)",
            Some(1),
            "A",
            "2012.12877",
            "",
        );
        check(
            "1. A https://arxiv.org/abs/2012.12877",
            Some(1),
            "A",
            "2012.12877",
            "",
        );
        check(
            "1. A (https://arxiv.org/abs/2012.12877)",
            Some(1),
            "A",
            "2012.12877",
            "",
        );
        check(
            " [A B](https://arxiv.org/abs/2012.12877)",
            None,
            "A B",
            "2012.12877",
            "",
        );
        check(
            "1. [:x:](https://arxiv.org/abs/2012.12877)",
            Some(1),
            "",
            "2012.12877",
            "",
        );
        check(
            "1.A [ :arrow_down: ](https://arxiv.org/pdf/2012.1",
            Some(1),
            "A",
            "bad https://arxiv.org/pdf/2012.1",
            "",
        );
        check("", None, "", "", "");
    }

    #[test]
    fn a_number_is_not_the_start_of_a_title() {
        for (text, expected, number, title) in [
            ("3D Detection", Some(3), None, "3D Detection"),
            ("2.5D Detection", Some(7), None, "2.5D Detection"),
            ("7.2.5D Detection", Some(7), Some(7), "2.5D Detection"),
            ("2. 5D Detection", Some(7), Some(2), "5D Detection"),
            ("99999999999.A", None, None, "99999999999.A"),
        ] {
            let heading = Heading::parse(text, expected);
            assert_eq!(
                (heading.number, &text[heading.title]),
                (number, title),
                "{text}"
            );
        }
    }

    #[test]
    fn headings_out_of_place_are_recognised() {
        assert!(looks_like_a_heading(
            "5.A [x](https://arxiv.org/pdf/2012.12877.pdf)"
        ));
        assert!(!looks_like_a_heading(
            "We follow [5](https://arxiv.org/abs/2012.12877) here."
        ));
        assert!(is_link_alone(
            " [pdf](https://arxiv.org/pdf/2012.12877.pdf) "
        ));
        assert!(!is_link_alone(
            "A [pdf](https://arxiv.org/pdf/2012.12877.pdf)"
        ));
        assert_eq!(
            heading_inside("x.      ### 2.B [y](https://arxiv.org/abs/2012.12877)"),
            Some(8)
        );
        assert_eq!(heading_inside("issue ### 2. of"), None);
    }
}
