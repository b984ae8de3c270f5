//! An entry's heading: `### 1.Title  [ :arrow_down: ](https://arxiv.org/pdf/2012.12877.pdf)`.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use memchr::memmem;

use crate::core::digest::address::{
    Link, Target, bare_link, end_of_links, id_part, is_button, links, markdown_links, target,
};
use crate::core::digest::lines::{part, trimmed};

/// The rest of a line in which headings may stand, and its links: they are looked for once, however
/// many headings ask for theirs.
#[derive(Debug)]
pub(super) struct Headings<'t> {
    /// The text up to the line's end.
    text: &'t str,
    start: usize,
    links: OnceCell<Vec<Link>>,
}

impl<'t> Headings<'t> {
    /// The line from this place on; the text ends where the line does.
    pub(super) fn new(text: &'t str, start: usize) -> Self {
        Self {
            text,
            start,
            links: OnceCell::new(),
        }
    }

    /// The links from a place on, as [`links`] finds them.
    fn links_from(&self, place: usize) -> Cow<'_, [Link]> {
        let all = self.links.get_or_init(|| {
            let line = self.text.get(self.start..).unwrap_or_default();
            let found = markdown_links(line).into_iter();
            found.map(|link| link.shifted(self.start)).collect()
        });
        let first = all.partition_point(|link| link.whole.start < place);
        match all.get(first..) {
            Some(links) if !links.is_empty() => Cow::Borrowed(links),
            _ => {
                let bare = self.text.get(place..).and_then(bare_link);
                bare.map(|link| link.shifted(place)).into_iter().collect()
            }
        }
    }

    /// Where a whole heading starts at or after a place: `###`, a number and an arXiv link.
    pub(super) fn whole_from(&self, place: usize) -> Option<usize> {
        let rest = self.text.get(place..)?;
        let at = memmem::find(rest.as_bytes(), b"###")?;
        let start = place + at + "###".len();
        if self.text.get(start..)?.starts_with('#') {
            return None;
        }
        let heading = Heading::parse(self, start, None);
        let whole = heading.number.is_some() && matches!(heading.target, Target::Arxiv(..));
        whole.then_some(place + at)
    }
}

/// The parts of a heading; ranges are places in the text.
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
    /// Cuts a heading up that stands alone: the text is what follows `###`.
    pub(super) fn alone(text: &str, expected: Option<u32>) -> Self {
        Self::parse(&Headings::new(text, 0), 0, expected)
    }

    /// Cuts the heading up whose `###` ends at a place. The number that should come next settles
    /// what `2.5D` means: number 2, or none.
    pub(super) fn parse(headings: &Headings, start: usize, expected: Option<u32>) -> Self {
        let text = headings.text;
        let leads_to_arxiv = |link: &Link| id_part(part(text, &link.address)).is_some();
        let links = headings.links_from(start);
        let chosen = links.iter().position(leads_to_arxiv);
        let chosen = chosen.unwrap_or(links.len().saturating_sub(1));
        let links = links.get(chosen..).unwrap_or_default();
        let link = links.first();
        let end = link.map_or(text.len(), |link| link.whole.start);
        let (number, title_start) = number(text, start..end, expected);
        let mut title = trimmed(text, title_start..end);
        let label = link.map(|link| trimmed(text, link.label.clone()));
        let is_name = |name: &str| name.contains(char::is_alphabetic) && !is_button(name);
        let title_is_label = title.is_empty()
            && label
                .as_ref()
                .is_some_and(|label| is_name(part(text, label)));
        if let Some(label) = label.filter(|_| title_is_label) {
            title = label;
        }
        let rest_start = if link.is_some() {
            end_of_links(text, links)
        } else {
            text.len()
        };
        Self {
            number,
            title,
            title_is_label,
            has_link: link.is_some_and(|link| link.closed),
            target: link.map_or(Target::None, |link| target(part(text, &link.address))),
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
                .any(|link| id_part(part(line, &link.address)).is_some()))
}

/// Whether a line is nothing but a link.
pub(super) fn is_link_alone(line: &str) -> bool {
    let links = links(line);
    links
        .first()
        .is_some_and(|link| part(line, &(0..link.whole.start)).trim().is_empty())
        && line
            .get(end_of_links(line, &links)..)
            .is_some_and(|rest| rest.trim().is_empty())
}

/// The number that stands at a place and where the title goes on: `1.Title`, `1. Title`, `1)
/// Title`; `2.5D` only where a 2 should come.
fn number(text: &str, place: Range<usize>, expected: Option<u32>) -> (Option<u32>, usize) {
    let start = trimmed(text, place.clone()).start;
    let rest = part(text, &(start..place.end));
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, after) = rest.split_at_checked(digits).unwrap_or_default();
    let number: Option<u32> = digits.parse().ok();
    let after_mark = after.strip_prefix(['.', ')']);
    let digit_follows =
        after_mark.is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit()));
    match number {
        Some(number)
            if after_mark.is_some()
                && (!digit_follows || expected.is_none_or(|next| next == number)) =>
        {
            (Some(number), start + digits.len() + 1)
        }
        _ => (None, start),
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test that panics says where")]
mod tests {
    use super::*;

    /// Number, title, what the link leads to, and what stands behind it.
    #[track_caller]
    fn check(text: &str, number: Option<u32>, title: &str, target: &str, rest: &str) {
        let heading = Heading::alone(text, None);
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
            let heading = Heading::alone(text, expected);
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
        let inside = |line: &str| Headings::new(line, 0).whole_from(0);
        assert_eq!(
            inside("x.      ### 2.B [y](https://arxiv.org/abs/2012.12877)"),
            Some(8)
        );
        assert_eq!(inside("issue ### 2. of"), None);
    }
}
