//! Short texts that are looked for in every line, and a memory for what is looked for again and
//! again. The searchers of the first are made once: the standard library's makes one at each call,
//! which in short lines costs more than the search.

use std::sync::LazyLock;

use memchr::memmem::{self, Finder};

static ARXIV: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("arxiv.org/"));

/// Where `arxiv.org/` stands first.
pub(super) fn arxiv_at(text: &str) -> Option<usize> {
    ARXIV.find(text.as_bytes())
}

/// Whether an address of arXiv stands there.
pub(super) fn names_arxiv(text: &str) -> bool {
    arxiv_at(text).is_some()
}

/// Whether the middle of a Markdown link stands there: `](`.
pub(super) fn has_link(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b']', bytes).any(|at| bytes.get(at + 1) == Some(&b'('))
}

/// Whether a text starts so, in whatever case.
pub(super) fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|text| text.eq_ignore_ascii_case(start))
}

/// Where a short text stands first at or after a place.
pub(super) fn find_from(text: &str, from: usize, needle: &str) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    memmem::find(rest, needle.as_bytes()).map(|at| from + at)
}

/// Where something stands next in one text, asked for again and again with places that grow.
///
/// What was found is remembered, and so is that nothing more was found. So a search begins only
/// where the one before it ended, and all of them together read the text once, whatever stands in
/// it. A place before the last one asked for is answered too, but costs a search of its own.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Next {
    /// From where was searched last, and what was found there.
    last: Option<(usize, Option<usize>)>,
}

impl Next {
    /// The first place at or after this one; the search, always the same and in the same text,
    /// finds it where it is not known.
    pub(super) fn at_or_after(
        &mut self,
        from: usize,
        search: impl FnOnce(usize) -> Option<usize>,
    ) -> Option<usize> {
        if let Some((searched, found)) = self.last
            && searched <= from
            && found.is_none_or(|found| from <= found)
        {
            return found;
        }
        let found = search(from);
        self.last = Some((from, found));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_searched_for_once() {
        let text = "a b a";
        let mut next = Next::default();
        let mut searches = 0;
        let mut at = |from| {
            next.at_or_after(from, |from| {
                searches += 1;
                find_from(text, from, "a")
            })
        };
        let seen: Vec<Option<usize>> = (0..8).map(&mut at).collect();
        let four = Some(4);
        assert_eq!(seen, [Some(0), four, four, four, four, None, None, None]);
        assert_eq!((at(5), at(0), at(1)), (None, Some(0), four));
        assert_eq!(searches, 5);
    }

    #[test]
    fn needles_are_found() {
        assert_eq!(arxiv_at("see https://arxiv.org/abs/1"), Some(12));
        assert!(!names_arxiv("arxiv.org"));
        assert!(starts_with("DOI: é", "doi:") && !starts_with("dé", "doi"));
        assert!(has_link("a [b](c)") && has_link("](") && !has_link("a] (b]"));
    }
}
