//! Links in a line of Markdown, and what they say of arXiv's papers.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;

use super::ids::arxiv;
use super::needles::{arxiv_at, names_arxiv};
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

/// What follows `arxiv.org/abs/` and the like in an address, or the id in that of another site that
/// goes by arXiv's ids.
pub(super) fn id_part(address: &str) -> Option<&str> {
    let Some(host) = arxiv_at(address) else {
        return arxiv::elsewhere(address);
    };
    let path = address.get(host + "arxiv.org/".len()..)?;
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
    let parsed = ArxivId::parse_versioned(id).ok();
    match parsed.or_else(|| arxiv::find(address)) {
        Some((id, version)) => Target::Arxiv(id, version),
        None => Target::BadArxiv(address.to_owned()),
    }
}

/// Whether a label names what the link does and not the paper: `:arrow_down:`, `pdf`.
pub(super) fn is_button(label: &str) -> bool {
    (label.starts_with(':') && label.ends_with(':'))
        || ["pdf", "abs", "link", "arxiv", "html", "paper", "download"]
            .iter()
            .any(|button| label.eq_ignore_ascii_case(button))
}

/// Takes images out, `![alt](address)`.
pub(super) fn without_images(source: &str) -> Cow<'_, str> {
    if !source.contains("![") {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, image)) = rest.split_once("![") {
        out.push_str(before);
        let middle = memmem::find(image.as_bytes(), b"](");
        let end = middle.and_then(|middle| {
            let address = image.get(middle..)?;
            Some(middle + memchr::memchr(b')', address.as_bytes())? + 1)
        });
        let Some(end) = end else {
            out.push_str("![");
            rest = image;
            break;
        };
        rest = image.get(end..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether a link leads to code, by what it says or by the site.
pub(super) fn leads_to_code(label: &str, address: &str) -> bool {
    ["code", "github", "official code", "source code", "repo"]
        .iter()
        .any(|name| label.eq_ignore_ascii_case(name))
        || address.contains("//github.com/")
}

/// The first arXiv id of a text, with its version: the text itself, in an address, or behind
/// arXiv's name.
pub(super) fn find_id(text: &str) -> Option<(ArxivId, Option<u16>)> {
    arxiv::find(text)
}

/// A text with `%41` for `A` undone; as it was if what comes out is no text.
pub(super) fn percent_decoded(text: &str) -> String {
    let digit = |b: Option<&u8>| char::from(*b?).to_digit(16);
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(b) = bytes.get(at) {
        let code = digit(bytes.get(at + 1)).zip(digit(bytes.get(at + 2)));
        let code = code.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        if let Some(code) = code.filter(|code| *b == b'%' && *code >= b' ') {
            out.push(code);
            at += 3;
        } else {
            out.push(*b);
            at += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
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

    #[test]
    fn addresses_of_papers_lead_to_them() {
        for (address, expected) in [
            ("https://arxiv.org/abs/2012.12877v2", Some("2012.12877")),
            (
                "https://www.alphaxiv.org/abs/2012.12877",
                Some("2012.12877"),
            ),
            (
                "https://huggingface.co/papers/2012.12877",
                Some("2012.12877"),
            ),
            ("https://example.org/2012.12877", None),
        ] {
            let seen = match target(address) {
                Target::Arxiv(id, _) => Some(id.to_string()),
                _ => None,
            };
            assert_eq!(seen.as_deref(), expected, "{address}");
        }
        let bad = target("https://arxiv.org/abs/2013.12877");
        assert!(matches!(bad, Target::BadArxiv(_)));
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
