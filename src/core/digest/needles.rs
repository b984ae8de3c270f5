//! Short texts that are looked for in every line. Their searchers are made once: the standard library's makes one at each call, which in short lines
//! costs more than the search.

use std::sync::LazyLock;

use memchr::memmem::Finder;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needles_are_found() {
        assert_eq!(arxiv_at("see https://arxiv.org/abs/1"), Some(12));
        assert!(!names_arxiv("arxiv.org"));
        assert!(has_link("a [b](c)") && has_link("](") && !has_link("a] (b]"));
    }
}
