//! Links in a line of Markdown, and what they say of arXiv's papers.

use crate::core::digest::needles::{arxiv_at, names_arxiv};
use std::ops::Range;

use memchr::memmem;

use crate::core::paper::ArxivId;
use crate::core::text::{checked_href, is_web};

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A paper of arXiv, perhaps in a version.
    Arxiv(ArxivId, Option<u16>),
    /// An address of arXiv without an id that can be.
    BadArxiv(String),
    /// Another address.
    Other(String),
    /// There is no link.
    None,
}

/// A link as it stands in a line of Markdown; ranges are places in the line.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// From the label's bracket to the closing parenthesis.
    pub(super) whole: Range<usize>,
    /// What it says.
    pub(super) label: Range<usize>,
    /// Where it leads.
    pub(super) address: Range<usize>,
    /// Whether its parenthesis is closed.
    pub(super) closed: bool,
}

impl Link {
    /// The same link where the line starts at this place of a text.
    pub(super) fn shifted(self, by: usize) -> Self {
        let shift = |range: Range<usize>| by + range.start..by + range.end;
        Self {
            whole: shift(self.whole),
            label: shift(self.label),
            address: shift(self.address),
            closed: self.closed,
        }
    }
}

/// All links of a line: Markdown's `[label](address)`, or else a bare address of arXiv.
pub(super) fn links(text: &str) -> Vec<Link> {
    let mut links = markdown_links(text);
    if links.is_empty() {
        links.extend(bare_link(text));
    }
    links
}

/// All of Markdown's links in a line, `[label](address)`. In the rest of the line from any place on
/// there are those of them that start there.
pub(super) fn markdown_links(text: &str) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    let (mut done, mut looked_to, mut bracket) = (0, 0, None);
    let visible_end = text.trim_end().len();
    for at in memmem::find_iter(text.as_bytes(), b"](") {
        // The nearest bracket before it; what was looked through is not looked through again.
        let between = text.as_bytes().get(looked_to..at).unwrap_or_default();
        bracket = memchr::memrchr(b'[', between)
            .map(|offset| looked_to + offset)
            .or(bracket);
        looked_to = at;
        let address = at + 2..at + 2 + address_len(text.get(at + 2..).unwrap_or_default());
        let closed = text.as_bytes().get(address.end) == Some(&b')');
        // The text may be cut inside the address.
        let ends = closed || address.end >= visible_end;
        let Some(label) = bracket.filter(|label| *label >= done) else {
            continue;
        };
        if ends && text.get(address.clone()).is_some_and(is_address) {
            done = address.end + usize::from(closed);
            links.push(Link {
                whole: label..done,
                label: label + 1..at,
                address,
                closed,
            });
        }
    }
    links
}

/// `https://arxiv.org/abs/…` without Markdown around it, perhaps in parentheses or angle brackets.
pub(super) fn bare_link(text: &str) -> Option<Link> {
    let host = memmem::find(text.as_bytes(), b"arxiv.org/")?;
    let (before, _) = text.split_at_checked(host)?;
    let is_border = |c: char| c.is_whitespace() || matches!(c, '(' | '<' | '[');
    let start = before.trim_end_matches(|c| !is_border(c)).len();
    let (before, address) = text.split_at_checked(start)?;
    let end = start + address_len(address);
    let opens = before.ends_with(['(', '<']);
    let closes = matches!(text.as_bytes().get(end), Some(b')' | b'>'));
    let around = usize::from(opens && closes);
    (end > host).then(|| Link {
        whole: start - around..end + around,
        label: start..start,
        address: start..end,
        closed: true,
    })
}

fn address_len(text: &str) -> usize {
    text.bytes()
        .position(|b| {
            b.is_ascii_whitespace() || matches!(b, b'(' | b')' | b'[' | b']' | b'<' | b'>')
        })
        .unwrap_or(text.len())
}

fn is_address(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    }) || names_arxiv(text)
}

/// Where the links end that follow one another with nothing but punctuation between.
pub(super) fn end_of_links(text: &str, links: &[Link]) -> usize {
    let mut end = links.first().map_or(0, |link| link.whole.end);
    for link in links.iter().skip(1) {
        let between = text.get(end..link.whole.start).unwrap_or_default();
        if between.contains(char::is_alphanumeric) {
            break;
        }
        end = link.whole.end;
    }
    end
}

/// What follows `arxiv.org/abs/` and the like in an address.
pub(super) fn id_part(address: &str) -> Option<&str> {
    let path = address.get(arxiv_at(address)? + "arxiv.org/".len()..)?;
    let (kind, id) = path.split_once('/')?;
    let id = id.split(['?', '#']).next()?;
    // Papers without sources: `ftp/arxiv/papers/2103/2103.10480.pdf`.
    let id = match id.rsplit_once('/') {
        Some((_, file)) if kind == "ftp" => file,
        _ => id,
    };
    let id = id.strip_suffix('/').unwrap_or(id);
    Some(id.strip_suffix(".pdf").unwrap_or(id))
}

/// What an address leads to.
pub(super) fn target(address: &str) -> Target {
    let Some(id) = id_part(address) else {
        return Target::Other(address.to_owned());
    };
    match ArxivId::parse_versioned(id) {
        Ok((id, version)) => Target::Arxiv(id, version),
        Err(_) => Target::BadArxiv(address.to_owned()),
    }
}

/// Whether a label names what the link does and not the paper: `:arrow_down:`, `pdf`.
pub(super) fn is_button(label: &str) -> bool {
    (label.starts_with(':') && label.ends_with(':'))
        || ["pdf", "abs", "link", "arxiv", "html", "paper", "download"]
            .iter()
            .any(|button| label.eq_ignore_ascii_case(button))
}

/// The first arXiv id of a text, with its version: in an address (`arxiv.org/abs/…`), behind
/// `arXiv:`, or the text itself.
pub(super) fn find_id(text: &str) -> Option<(ArxivId, Option<u16>)> {
    let text = text.trim();
    if let Ok(found) = ArxivId::parse_versioned(text) {
        return Some(found);
    }
    let after = |needle: &'static str| {
        memmem::find_iter(text.as_bytes(), needle)
            .filter_map(move |at| text.get(at + needle.len()..))
    };
    let after_name = after("rXiv:");
    let after_host = after("arxiv.org/").filter_map(|path| Some(path.split_once('/')?.1));
    after_host
        .chain(after_name)
        .find_map(|start| id_at_start(start.trim_start()))
}

/// An id with its version, or an address that ends in one, is not longer than so many bytes.
const LONGEST_ID: usize = 64;

/// The id that a text starts with.
fn id_at_start(text: &str) -> Option<(ArxivId, Option<u16>)> {
    let is_part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'/' | b'-');
    let bytes = text.bytes().take(LONGEST_ID);
    let end = bytes.take_while(|b| is_part(*b)).count();
    let id = text.get(..end)?.trim_end_matches(['.', '/', '-']);
    ArxivId::parse_versioned(id.strip_suffix(".pdf").unwrap_or(id)).ok()
}

/// The first DOI of a field, without a resolver's address: `10.1000/182` out of `doi:10.1000/182,
/// 10.1000/183`.
pub(super) fn doi(field: &str) -> Option<&str> {
    let start = field.find("10.")?;
    let doi = field
        .get(start..)?
        .split([' ', '\t', '\n', ',', ';'])
        .next()?;
    doi.contains('/').then_some(doi)
}

/// The first address of the web in a text, without the punctuation of the sentence it was found in.
pub(super) fn first_web(text: &str) -> Option<&str> {
    let mut schemes = text.match_indices("://");
    let address = schemes.find_map(|(colon, _)| {
        let (before, _) = text.split_at(colon);
        let others = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        text.get(others.len()..).filter(|address| is_web(address))
    })?;
    let ends = |c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '>' | '<' | ']' | ')' | '，' | '。')
    };
    let address = address.split(ends).next()?;
    checked_href(address.trim_end_matches(['.', ',', ';', '}', '`', '*']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let seen = find_id(text).map(|(id, version)| match version {
            Some(version) => format!("{id}v{version}"),
            None => id.to_string(),
        });
        assert_eq!(seen.as_deref(), expected, "{text}");
    }

    #[test]
    fn ids_are_found_in_addresses_and_behind_the_name() {
        check("2012.12877v2", Some("2012.12877v2"));
        check(
            "see http://arxiv.org/abs/2012.12877v2.",
            Some("2012.12877v2"),
        );
        check(
            "[x](https://arxiv.org/pdf/hep-th/9901001.pdf)",
            Some("hep-th/9901001"),
        );
        check("oai:arXiv.org:2012.12877", None);
        check("arXiv: 2012.12877 [cs.CV]", Some("2012.12877"));
        check("arXiv:1803.0540 then arXiv:1803.05401", Some("1803.0540"));
        check("on 2012.12877", None);
        check("", None);
    }

    #[test]
    fn a_doi_stands_alone() {
        for (field, expected) in [
            ("10.1000/182", Some("10.1000/182")),
            (
                "https://doi.org/10.1000/182 10.1000/183",
                Some("10.1000/182"),
            ),
            ("doi:10.1000/182;", Some("10.1000/182")),
            ("", None),
            ("to appear", None),
        ] {
            assert_eq!(doi(field), expected, "{field}");
        }
    }

    #[test]
    fn an_address_of_code_has_its_scheme() {
        for (text, expected) in [
            ("[x](https://a.b/c).", Some("https://a.b/c")),
            ("httpd: see `HTTP://a.b/c`", Some("HTTP://a.b/c")),
            ("https://a.b/c\u{a0}(here)", Some("https://a.b/c")),
            ("ftp://a.b/c, https://d.e", Some("ftp://a.b/c")),
            ("sftp://a.b/c or code：http://d.e。", Some("http://d.e")),
            ("httpd.example/code", None),
            ("https://", None),
            ("by mail: mailto:a@b.c", None),
            ("é: ü://x", None),
        ] {
            assert_eq!(first_web(text), expected, "{text}");
        }
    }
}
