//! Ids of arXiv, wherever they stand.
//!
//! ```text
//! 2012.12877v2                                 https://arxiv.org/pdf/2012.12877v2.pdf
//! arXiv:2012.12877 [cs.CV]                     http://xxx.lanl.gov/abs/hep-th/9901001
//! ARXIV.2012.12877                             https://www.alphaxiv.org/abs/2012.12877
//! oai:arXiv.org:2012.12877                     https://ar5iv.labs.arxiv.org/html/2012.12877
//! 10.48550/arXiv.2012.12877                    https://huggingface.co/papers/2012.12877
//! arXiv preprint arXiv:2012.12877              https://scirate.com/arxiv/2012.12877
//! ```

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::core::paper::ArxivId;

/// An id, and the version where the text gives one.
pub(in super::super) type Named = (ArxivId, Option<u16>);

/// An address is not longer than so many bytes up to the end of its id.
const LONGEST_PATH: usize = 128;

/// What stands first in the paths of arXiv's pages that are about no single paper, whatever number
/// follows.
const LISTS: [&str; 7] = ["list", "search", "a", "archive", "year", "catchup", "find"];

/// Sites whose pages `/papers/…` go by arXiv's ids; no part of their addresses names arXiv.
const PAPERS: [&str; 3] = ["huggingface.co", "hf.co", "emergentmind.com"];

static PAPERS_PATH: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("/papers/"));

/// The first id of a text: the text itself, one in an address, or else one behind arXiv's name.
pub(in super::super) fn find(text: &str) -> Option<Named> {
    let text = text.trim();
    if let Ok(found) = ArxivId::parse_versioned(text) {
        return Some(found);
    }
    let mut by_name = None;
    for mark in marks(text) {
        match mark {
            Mark::Path(path) => {
                if let Some((found, _)) = in_path(path) {
                    return Some(found);
                }
            }
            Mark::Name(rest) if by_name.is_none() => by_name = behind_name(rest),
            Mark::Name(_) => {}
        }
    }
    in_papers(text).map(|(found, _)| found).or(by_name)
}

/// The id, as it stands there, of an address that is no address of arXiv's own but of another site
/// that shows its papers.
pub(in super::super) fn elsewhere(address: &str) -> Option<&str> {
    let in_marks = marks(address).find_map(|mark| match mark {
        Mark::Path(path) => in_path(path),
        // `scirate.com/arxiv/2012.12877`
        Mark::Name(rest) => at_start(rest.strip_prefix(['/', ':', '.'])?),
    });
    let (_, id) = in_marks.or_else(|| in_papers(address))?;
    Some(id)
}

/// The id that a text starts with, and how it stands there: not within a longer number or word.
pub(in super::super) fn at_start(text: &str) -> Option<(Named, &str)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let byte = |at: usize| bytes.get(at).copied();
    let mut end = if digits(0) == 4 && byte(4) == Some(b'.') {
        5 + digits(5)
    } else {
        let is_archive = |b: &&u8| b.is_ascii_alphabetic() || matches!(b, b'-' | b'.');
        let archive = bytes.iter().take(LONGEST_ARCHIVE).take_while(is_archive);
        let slash = archive.count();
        (byte(slash) == Some(b'/') && digits(slash + 1) == 7).then_some(slash + 8)?
    };
    if matches!(byte(end), Some(b'v' | b'V')) && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    let goes_on = match byte(end) {
        Some(b'.') => byte(end + 1).is_some_and(|b| b.is_ascii_digit()),
        Some(b) => b.is_ascii_alphanumeric(),
        None => false,
    };
    let id = text.get(..end).filter(|_| !goes_on)?;
    Some((ArxivId::parse_versioned(id).ok()?, id))
}

/// Whether what stands for a journal says that there is none yet: `arXiv preprint
/// arXiv:2012.12877`, `CoRR abs/2012.12877`.
pub(in super::super) fn is_journal(name: &str) -> bool {
    let starts = |start: &str| {
        let head = name.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    starts("arxiv")
        || name.eq_ignore_ascii_case("corr")
        || starts("corr abs/")
        || starts("corr, abs/")
}

/// `acc-phys.` and a class of two letters, with room.
const LONGEST_ARCHIVE: usize = 16;

/// A place from where on a text may name a paper of arXiv.
enum Mark<'t> {
    /// Behind the host of an address.
    Path(&'t str),
    /// Behind arXiv's name.
    Name(&'t str),
}

/// The places behind `arXiv`, `arxiv.org` and the hosts that are like it. All of those end in a
/// letter that is rare in English.
fn marks(text: &str) -> impl Iterator<Item = Mark<'_>> {
    memchr::memchr2_iter(b'v', b'V', text.as_bytes()).filter_map(|at| {
        let (before, rest) = (text.get(..at)?, text.get(at + 1..)?);
        if ends_with(before, ".lanl.go") {
            return Some(Mark::Path(rest));
        }
        let is_arxiv = ends_with(before, "arxi");
        if !is_arxiv && !ends_with(before, "ar5i") && !ends_with(before, "alphaxi") {
            return None;
        }
        match rest.split_at_checked(".org".len()) {
            Some((domain, path)) if domain.eq_ignore_ascii_case(".org") => Some(Mark::Path(path)),
            _ => is_arxiv.then_some(Mark::Name(rest)),
        }
    })
}

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.is_some_and(|start| {
        let bytes = text.as_bytes().get(start..).unwrap_or_default();
        bytes.eq_ignore_ascii_case(end.as_bytes())
    })
}

/// The id in what follows the host of an address, or behind a colon as OAI has it.
fn in_path(path: &str) -> Option<(Named, &str)> {
    if let Some(id) = path.strip_prefix(':')
        && let Some(found) = at_start(id)
    {
        return Some(found);
    }
    let path = path.get(..path.floor_char_boundary(LONGEST_PATH))?;
    let (_, path) = path.split_once('/').filter(|(port, _)| {
        let port = port.strip_prefix(':').unwrap_or(port);
        port.bytes().all(|b| b.is_ascii_digit())
    })?;
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '?' | '#' | '"' | '<' | '>' | ')' | ']' | '}' | '|')
    };
    let path = path.split(ends).next()?;
    let (kind, rest) = path.split_once('/').unwrap_or(("", path));
    if LISTS.iter().any(|list| kind.eq_ignore_ascii_case(list)) {
        return None;
    }
    // Papers without sources: `ftp/arxiv/papers/2103/2103.10480.pdf`.
    let mut from = Some(rest);
    while let Some(rest) = from {
        if let Some(found) = at_start(rest.trim_start()) {
            return Some(found);
        }
        from = rest.split_once('/').map(|(_, rest)| rest);
    }
    None
}

/// The id behind `huggingface.co/papers/` and the like.
fn in_papers(text: &str) -> Option<(Named, &str)> {
    PAPERS_PATH.find_iter(text.as_bytes()).find_map(|at| {
        let host = text.get(..at)?;
        let is_known = PAPERS.iter().any(|known| ends_with(host, known));
        at_start(text.get(at + "/papers/".len()..)?).filter(|_| is_known)
    })
}

/// The id behind arXiv's name and what people put between.
fn behind_name(rest: &str) -> Option<Named> {
    const WORDS: [&str; 8] = [
        "%3A", "%2F", "abs/", "pdf/", "preprint", "eprint", "e-print", "id",
    ];
    let mut rest = rest;
    for _ in 0..4 {
        let is_between = |c: char| {
            c.is_whitespace() || matches!(c, ':' | '.' | '/' | '_' | '-' | '[' | '(' | '=' | '：')
        };
        let mut next = rest.trim_start_matches(is_between);
        for word in WORDS {
            if let Some((start, after)) = next.split_at_checked(word.len())
                && start.eq_ignore_ascii_case(word)
            {
                next = after;
            }
        }
        if next.len() == rest.len() {
            break;
        }
        rest = next;
    }
    at_start(rest).map(|(found, _)| found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(found: Option<Named>) -> Option<String> {
        found.map(|(id, version)| match version {
            Some(version) => format!("{id}v{version}"),
            None => id.to_string(),
        })
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(shown(find(text)).as_deref(), expected, "{text}");
    }

    #[test]
    fn ids_are_found_in_every_form() {
        let id = Some("2012.12877");
        for text in [
            "2012.12877",
            " arXiv:2012.12877 [cs.CV]",
            "ARXIV:2012.12877",
            "arxiv: 2012.12877",
            "arXiv.2012.12877",
            "arXiv 2012.12877",
            "arXiv preprint arXiv:2012.12877",
            "arXiv preprint 2012.12877",
            "arXiv e-prints, arXiv:2012.12877",
            "[arXiv-2012.12877]",
            "10.48550/arXiv.2012.12877",
            "https://doi.org/10.48550/ARXIV.2012.12877",
            "https://doi.org/10.48550%2FarXiv.2012.12877",
            "arXiv%3A2012.12877",
            "oai:arXiv.org:2012.12877",
            "https://arxiv.org/abs/2012.12877",
            "http://export.arxiv.org/abs/2012.12877?context=cs",
            "https://browse.arxiv.org/pdf/2012.12877.pdf",
            "https://arxiv.org/html/2012.12877#S1",
            "cn.arxiv.org/ps/2012.12877",
            "https://arxiv.org:443/format/2012.12877",
            "http://xxx.lanl.gov/abs/2012.12877",
            "https://www.alphaxiv.org/abs/2012.12877",
            "https://alphaxiv.org/zh/overview/2012.12877",
            "https://ar5iv.org/abs/2012.12877",
            "https://ar5iv.labs.arxiv.org/html/2012.12877",
            "https://huggingface.co/papers/2012.12877",
            "https://papers.cool/arxiv/2012.12877",
            "https://scirate.com/arxiv/2012.12877",
            "https://api.semanticscholar.org/arXiv:2012.12877",
            "https://www.semanticscholar.org/arxiv/2012.12877",
            "https://img.shields.io/badge/arXiv-2012.12877-b31b1b.svg",
            "ftp.arxiv.org/ftp/arxiv/papers/2012/2012.12877.pdf",
            "见 arXiv：2012.12877。",
        ] {
            check(text, id);
        }
    }

    #[test]
    fn versions_and_old_ids_are_read() {
        check(
            "http://arxiv.org/pdf/2012.12877v2.pdf",
            Some("2012.12877v2"),
        );
        check(
            "see http://arxiv.org/abs/2012.12877v2.",
            Some("2012.12877v2"),
        );
        check(
            "[x](https://arxiv.org/pdf/hep-th/9901001.pdf)",
            Some("hep-th/9901001"),
        );
        check("arXiv:2012.12877V3 [cs]", Some("2012.12877v3"));
        check(
            "http://arXiv.org/abs/hep-th/9901001v1",
            Some("hep-th/9901001v1"),
        );
        check("arXiv:math.GT/0309136", Some("math/0309136"));
        check("astro-ph/0309136", Some("astro-ph/0309136"));
    }

    #[test]
    fn addresses_come_before_names() {
        check(
            "arXiv:1803.05401, https://arxiv.org/abs/1803.05402",
            Some("1803.05402"),
        );
        check("arXiv:1803.0540 then arXiv:1803.05401", Some("1803.0540"));
    }

    #[test]
    fn other_numbers_are_no_ids() {
        for text in [
            "",
            "on 2012.12877",
            "arXiv",
            "arXiv 2024",
            "arXiv:2013.12877",
            "arXiv:2012.128777",
            "arXiv:2012.12877.5",
            "https://arxiv.org/list/cs.CV/2012.12877",
            "https://arxiv.org/list/cs/recent",
            "https://arxiv.org/search/?query=2012.12877",
            "https://api.semanticscholar.org/CorpusID:2012",
            "https://huggingface.co/datasets/2012.12877",
            "https://example.org/papers/2012.12877",
            "bioRxiv:2012.12877",
            "v",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn links_of_other_sites_give_their_id() {
        for (address, expected) in [
            (
                "https://huggingface.co/papers/2012.12877",
                Some("2012.12877"),
            ),
            (
                "https://alphaxiv.org/abs/2012.12877v1",
                Some("2012.12877v1"),
            ),
            ("https://scirate.com/arxiv/2012.12877", Some("2012.12877")),
            ("https://github.com/someone/arxiv-2012.12877", None),
            ("https://github.com/someone/code", None),
        ] {
            assert_eq!(elsewhere(address), expected, "{address}");
        }
    }

    #[test]
    fn journals_are_not_called_as_arxiv_is() {
        for (name, expected) in [
            ("arXiv preprint arXiv:2012.12877", true),
            ("ArXiv", true),
            ("CoRR", true),
            ("CoRR abs/2012.12877", true),
            ("corr, abs/2012.12877", true),
            ("Corrosion of Fog", false),
            ("Journal of Fog", false),
            ("", false),
        ] {
            assert_eq!(is_journal(name), expected, "{name}");
        }
    }
}
