//! Citation keys: stable, because they come from the paper alone, and unique in a file.

use std::collections::HashMap;

use crate::core::paper::Paper;

/// The keys of one file.
#[derive(Debug, Default)]
pub(super) struct Keys {
    /// How often each was asked for.
    given: HashMap<String, usize>,
}

impl Keys {
    /// `arxiv-2012.12877` by the id; a paper that stands again gets `-2` behind it.
    pub(super) fn next(&mut self, paper: &Paper) -> String {
        let key = match paper.id.arxiv() {
            // A slash is fine for BibTeX, but not for every tool behind it.
            Some(id) => format!("arxiv-{}", id.as_str().replace('/', "-")),
            None => safe(paper.id.as_str()),
        };
        let given = self.given.entry(key.clone()).or_default();
        *given += 1;
        if *given == 1 {
            key
        } else {
            format!("{key}-{given}")
        }
    }
}

/// An id without what would end a key or mean something in one.
fn safe(id: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '.') {
            c
        } else {
            '-'
        }
    };
    match id {
        "" => "paper".to_owned(),
        id => id.chars().map(plain).collect(),
    }
}
