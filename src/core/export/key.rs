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
            None => paper.id.as_str().to_owned(),
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
