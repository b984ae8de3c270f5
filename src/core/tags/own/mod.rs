//! The reader's own rules: tags that the table does not have, more words for those that it has, and
//! tags put on and taken off a paper by hand.
//!
//! | module | owns |
//! |---|---|
//! | `rule` | what a rule says, and whether it can be used |
//! | `read`, `meaning`, `spelling`, `write` | rules as a file that a person reads and writes |
//! | `hand` | tags put on or taken off one paper |
//! | `names` | the numbers of all tags, the table's and the reader's own |
//! | `settings` | rules and tags by hand as settings, each one by itself |
//!
//! A rule is plain: every mention in the parts that it names earns the tag, unless it starts inside
//! one of its negatives. The table weighs claims against background because it must serve
//! everybody; who writes a rule sees at once what it finds.

mod hand;
mod meaning;
mod names;
mod read;
mod rule;
mod settings;
mod spelling;
#[cfg(test)]
mod tests;
mod write;

use std::collections::BTreeMap;

use regex::Regex;
use serde::{Deserialize, Serialize};

pub use self::hand::{BY_HAND, ByHand, Hand};
pub use self::names::{Names, id_for, spoken};
pub use self::read::{LARGEST, Refused, RuleError, is_rules, read};
pub use self::rule::{BuiltIn, Field, Problem, Rule, excess, is_id};
pub use self::settings::{
    Wanted, hand_name, hand_wish, hand_wishes, read_hand, read_hand_name, read_rule, rule_text,
    rule_wishes,
};
pub use self::write::write;
use super::matcher::{Hit, Matcher};
use super::stretches::Stretches;
use super::{EVIDENCE, Evidence, TagId, pattern, tokens};
use crate::core::facet::Facet;
use crate::core::paper::{Paper, Part};
use crate::core::sorting;
pub use crate::core::tagging::By;
use crate::core::text::{RichText, Span};

/// A tag by its facet and its id in there, whether of the table or of a rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Name {
    /// The facet.
    pub facet: Facet,
    /// The id, as in a query: `lottery-tickets`.
    pub id: String,
}

impl Name {
    /// The name of a tag of the table.
    pub fn of(tag: TagId) -> Self {
        Self {
            facet: super::facet(tag),
            id: super::id(tag).to_owned(),
        }
    }
}

/// All that is the reader's own: what a file of rules holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The rules in their order.
    pub rules: Vec<Rule>,
    /// Tags put on and taken off by hand.
    pub hand: ByHand,
}

/// A tag that a paper has, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The tag.
    pub name: Name,
    /// Who gave it.
    pub by: By,
    /// What earned it: never nothing, unless it was put on by hand.
    pub evidence: Vec<Evidence>,
}

/// Rules, ready to run.
#[derive(Debug)]
pub struct Own {
    rules: Vec<Rule>,
    matcher: Matcher,
    /// What each pattern of the matcher is for.
    patterns: Vec<Pattern>,
    regexes: Vec<(usize, Regex)>,
    /// Tags of the table that it does not give any more, sorted.
    silenced: Vec<TagId>,
}

#[derive(Debug)]
struct Pattern {
    /// The rule, as an index.
    rule: usize,
    /// Whether what starts inside it does not count.
    denies: bool,
    /// As it is written.
    source: String,
}

/// What found a mention, as an index among its kind.
#[derive(Clone, Copy)]
enum Source {
    Pattern(usize),
    Regex(usize),
}

/// The rule, as an index, the place, and what was met there.
type Mention = (usize, Part, Span, Source);

/// How many bytes of each part of a paper are looked at with a regex, four times the longest real
/// abstract. A regex of a few letters can take a thousand times as long over a text as all patterns
/// together do.
const REGEX_LOOKS_AT: usize = 8 << 10;

/// How many matches of a regex are looked at in a part of a paper. To find the next one a regex may
/// have to read to the end each time.
const MATCHES: usize = 256;

impl Default for Own {
    /// No rules: what the table gives stands.
    fn default() -> Self {
        Self {
            rules: Vec::new(),
            matcher: Matcher::new(),
            patterns: Vec::new(),
            regexes: Vec::new(),
            silenced: Vec::new(),
        }
    }
}

impl Own {
    /// Compiles rules; fails with the first rule, as an index, that cannot be used, and what is
    /// wrong with it.
    pub fn new(rules: Vec<Rule>) -> Result<Self, (usize, Problem)> {
        let mut own = Self::default();
        if let Some(excess) = excess(&rules) {
            return Err(excess);
        }
        for (at, rule) in rules.iter().enumerate() {
            let (regexes, problems) = rule.checked();
            if let Some(problem) = problems.into_iter().next() {
                return Err((at, problem));
            }
            if rule.is_off {
                continue;
            }
            for (list, denies) in [(&rule.words, false), (&rule.not, true)] {
                for source in list {
                    // The problems of the rule were looked for above, so every pattern can be read.
                    if let Ok(steps) = pattern::parse(source) {
                        own.matcher.add(&steps);
                        own.patterns.push(Pattern {
                            rule: at,
                            denies,
                            source: source.clone(),
                        });
                    }
                }
            }
            own.regexes
                .extend(regexes.into_iter().map(|regex| (at, regex)));
            if rule.built_in != BuiltIn::Keep {
                own.silenced
                    .extend(super::find(rule.name.facet, &rule.name.id));
            }
        }
        sorting::sort(&mut own.silenced);
        own.silenced.dedup();
        own.rules = rules;
        Ok(own)
    }

    /// The rules.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The tags of a paper with what earned them, sorted by facet and id: those that the table
    /// gave, those of the rules, and those put on by hand, without those taken off by hand, which
    /// beats everything.
    pub fn explain(
        &self,
        paper: &Paper,
        table: Vec<(TagId, Vec<Evidence>)>,
        hand: &ByHand,
    ) -> Vec<Given> {
        self.given(paper, table, hand, &|_| true, EVIDENCE)
    }

    /// As [`Own::explain`], without the regexes, by their index, that need not be tried, and with
    /// no more than `most` pieces of evidence of each rule.
    fn given(
        &self,
        paper: &Paper,
        table: Vec<(TagId, Vec<Evidence>)>,
        hand: &ByHand,
        tries: &dyn Fn(usize) -> bool,
        most: usize,
    ) -> Vec<Given> {
        let mut given: BTreeMap<Name, (By, Vec<Evidence>)> = BTreeMap::new();
        let mut add = |name: Name, by: By, evidence: Vec<Evidence>| {
            let (known, all) = given.entry(name).or_default();
            *known = by.max(*known);
            all.extend(evidence);
            all.truncate(EVIDENCE);
        };
        for (tag, evidence) in table {
            if self.silenced.binary_search(&tag).is_err() {
                add(Name::of(tag), By::Table, evidence);
            }
        }
        for (rule, evidence) in self.found(paper, tries, most) {
            add(rule.name.clone(), By::Rule, evidence);
        }
        for (name, what) in hand.of(&paper.id) {
            match what {
                Hand::Add => add(name.clone(), By::Hand, Vec::new()),
                Hand::Remove => {}
            }
        }
        for (name, what) in hand.of(&paper.id) {
            if what == Hand::Remove {
                given.remove(name);
            }
        }
        let given = given.into_iter();
        given
            .map(|(name, (by, evidence))| Given { name, by, evidence })
            .collect()
    }

    /// The names of the tags of a paper, sorted, each once; `table` are those that the table gives.
    pub fn names(&self, paper: &Paper, table: &[TagId], hand: &ByHand) -> Vec<Name> {
        self.names_trying(paper, table, hand, &|_| true)
    }

    /// The regexes of the rules, in their order.
    pub fn regexes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.regexes.iter().map(|(_, regex)| regex.as_str())
    }

    /// As [`Own::names`], without the regexes, by their index, that need not be tried.
    pub fn names_trying(
        &self,
        paper: &Paper,
        table: &[TagId],
        hand: &ByHand,
        tries: &dyn Fn(usize) -> bool,
    ) -> Vec<Name> {
        let table = table.iter().map(|tag| (*tag, Vec::new())).collect();
        let given = self.given(paper, table, hand, tries, 1);
        given.into_iter().map(|given| given.name).collect()
    }

    /// What the rules find in a paper: the rules in their order, each with its first evidence, at
    /// most `most` pieces of it.
    fn found(
        &self,
        paper: &Paper,
        tries: &dyn Fn(usize) -> bool,
        most: usize,
    ) -> Vec<(&Rule, Vec<Evidence>)> {
        if self.patterns.is_empty() && self.regexes.is_empty() {
            return Vec::new();
        }
        let (tokens, parts) = tokens::tokens(paper);
        let place = |hit: &Hit| {
            let first = tokens.get(hit.first as usize)?;
            let last = tokens.get(hit.last as usize)?;
            let span = Span {
                start: first.span.start,
                end: last.span.end,
            };
            Some((*parts.get(first.sentence as usize)?, span))
        };
        let hits = self.matcher.find(&tokens);
        let met = hits.iter().filter_map(|hit| {
            let at = hit.pattern as usize;
            let (part, span) = place(hit)?;
            Some((at, self.patterns.get(at)?, part, span))
        });
        let denied = met.clone().filter(|(_, pattern, ..)| pattern.denies);
        let denied = denied
            .map(|(_, pattern, part, span)| ((pattern.rule, part), span.start, span.end))
            .collect();
        let denied = Stretches::new(denied);
        let counts = |rule: usize, part: Part, span: Span| {
            self.looks_at(rule, part) && !denied.hold((rule, part), span.start)
        };
        // Patterns are met from the first token to the last, so the first mentions of a rule are
        // the first of its patterns.
        let mut of_rule = vec![0; self.rules.len()];
        let mut mentions: Vec<Mention> = Vec::new();
        for (at, pattern, part, span) in met.filter(|(_, pattern, ..)| !pattern.denies) {
            if let Some(count) = of_rule.get_mut(pattern.rule)
                && *count < most
                && counts(pattern.rule, part, span)
            {
                *count += 1;
                mentions.push((pattern.rule, part, span, Source::Pattern(at)));
            }
        }
        let texts: [(Part, Option<&RichText>); 3] = [
            (Part::Title, Some(&paper.title)),
            (Part::Abstract, paper.summary.as_ref()),
            (Part::Comment, paper.comment.as_ref()),
        ];
        for (at, (rule, regex)) in self.regexes.iter().enumerate() {
            if !tries(at) {
                continue;
            }
            for (part, text) in texts {
                if !self.looks_at(*rule, part) {
                    continue;
                }
                let plain = text.map_or("", |text| tokens::head(&text.plain, REGEX_LOOKS_AT));
                let met = regex.find_iter(plain).filter(|met| !met.is_empty());
                let met = met.take(MATCHES);
                let spans = met.map(|met| Span::new(met.start(), met.end()));
                let spans = spans.filter(|span| counts(*rule, part, *span)).take(most);
                mentions.extend(spans.map(|span| (*rule, part, span, Source::Regex(at))));
            }
        }
        sorting::sort_by_key(&mut mentions, |(rule, part, span, _)| {
            (*rule, *part, span.start)
        });
        let told = |mentions: &[Mention]| {
            let (rule, ..) = mentions.first()?;
            let evidence = mentions.iter().take(most);
            let evidence = evidence.map(|(_, part, span, source)| Evidence {
                part: *part,
                span: *span,
                rule: self.written(*source),
                weight: 0,
            });
            Some((self.rules.get(*rule)?, evidence.collect()))
        };
        let by_rule = mentions.chunk_by(|(a, ..), (b, ..)| a == b);
        by_rule.filter_map(told).collect()
    }

    /// Whether a rule looks at a part.
    fn looks_at(&self, rule: usize, part: Part) -> bool {
        let rule = self.rules.get(rule);
        rule.is_some_and(|rule| rule.places.is_empty() || rule.places.contains(&part))
    }

    /// A pattern or a regex as it is written.
    fn written(&self, source: Source) -> String {
        match source {
            Source::Pattern(at) => {
                let pattern = self.patterns.get(at);
                pattern.map_or_else(String::new, |pattern| pattern.source.clone())
            }
            Source::Regex(at) => {
                let regex = self.regexes.get(at).map_or("", |(_, regex)| regex.as_str());
                format!("/{regex}/")
            }
        }
    }
}
