//! Phrases that may become words of a rule: whether they are some already, and which papers they
//! would tag.

use super::matcher::Matcher;
use super::{Role, Tagger, pattern, tokens};
use crate::core::facet::Facet;
use crate::core::paper::{Paper, PaperId};
use crate::core::sorting;
use crate::core::text::RichText;

/// Phrases, each as the only pattern of a rule that looks everywhere.
#[derive(Debug)]
pub struct Trial {
    matcher: Matcher,
    /// Which phrase each pattern of the matcher is.
    phrases: Vec<usize>,
}

impl Trial {
    /// Makes a rule of each phrase. One that cannot be a pattern finds nothing.
    pub fn new<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let mut trial = Self {
            matcher: Matcher::new(),
            phrases: Vec::new(),
        };
        for (at, phrase) in phrases.into_iter().enumerate() {
            if let Ok(steps) = pattern::parse(phrase) {
                trial.matcher.add(&steps);
                trial.phrases.push(at);
            }
        }
        trial
    }

    /// The phrases, by their numbers, whose rule tags a paper, each once.
    pub fn tags(&self, paper: &Paper) -> Vec<usize> {
        let (tokens, _) = tokens::tokens(paper);
        let hits = self.matcher.find(&tokens).into_iter();
        let phrase = |pattern: u32| self.phrases.get(pattern as usize).copied();
        let mut tagged: Vec<usize> = hits.filter_map(|hit| phrase(hit.pattern)).collect();
        sorting::sort(&mut tagged);
        tagged.dedup();
        tagged
    }
}

impl Tagger {
    /// Whether a phrase is, from its first word to its last, what a pattern of the table's tags of
    /// a facet looks for.
    pub fn knows(&self, facet: Facet, phrase: &str) -> bool {
        let paper = Paper::new(
            PaperId::Local(String::new()),
            RichText::from_plain(phrase),
            0,
        );
        let (tokens, _) = tokens::tokens(&paper);
        let speaks = |pattern: u32| match self.patterns.get(pattern as usize) {
            Some(pattern) => match pattern.role {
                Role::For(tag, _) => super::facet(tag) == facet,
                Role::Against(_) | Role::Cue(_) => false,
            },
            None => false,
        };
        let whole = |first: u32, last: u32| first == 0 && last as usize + 1 == tokens.len();
        let mut hits = self.matcher.find(&tokens).into_iter();
        hits.any(|hit| whole(hit.first, hit.last) && speaks(hit.pattern))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(title: &str, comment: &str) -> Paper {
        Paper {
            comment: Some(RichText::from_plain(comment)),
            ..Paper::new(PaperId::Local("x-1".into()), RichText::from_plain(title), 1)
        }
    }

    #[test]
    fn a_phrase_tags_as_a_rule_of_it_would() {
        let trial = Trial::new(["slow growth", "lichen", "x-ray", "rock"]);
        let tags = |title: &str, comment: &str| trial.tags(&paper(title, comment));
        assert_eq!(tags("Lichens: a slow growth of lichen", ""), [0, 1]);
        assert_eq!(tags("Slow, growth", "On rocks"), [3]);
        assert_eq!(tags("An x-ray", ""), [0; 0], "no pattern");
    }

    #[test]
    fn what_a_facet_looks_for_is_known_to_it_alone() {
        let tagger = Tagger::new();
        assert!(tagger.knows(Facet::Task, "object detection"));
        assert!(!tagger.knows(Facet::Dataset, "object detection"));
        assert!(!tagger.knows(Facet::Task, "lichen"));
        assert!(!tagger.knows(Facet::Task, "lichen object detection"));
    }
}
