//! The reader's own rules: tags that the table does not have, more words for those that it has, and tags put on and taken off a paper by hand.
//!
//! | module | owns |
//! |---|---|
//! | `rule` | what a rule says, and whether it can be used |
//! | `read`, `meaning`, `write` | rules as a file that a person reads and writes |
//! | `hand` | tags put on or taken off one paper |
//! | `names` | the numbers of all tags, the table's and the reader's own |
//! | `preview` | what other rules change, in slices |
//!
//! A rule is plain: every mention in the parts that it names earns the tag, unless it starts inside one of its negatives. The table weighs
//! claims against background because it must serve everybody; who writes a rule sees at once what it finds.

mod hand;
mod meaning;
mod names;
mod preview;
mod read;
mod rule;
#[cfg(test)]
mod tests;
mod write;

use regex::Regex;
use serde::{Deserialize, Serialize};

pub use self::hand::{ByHand, Hand};
pub use self::names::{Names, id_for, spoken};
pub use self::preview::{Change, EXAMPLES, Progress, Revision, differing};
pub use self::read::{RuleError, is_rules, read};
pub use self::rule::{BuiltIn, Field, Problem, Rule};
pub use self::write::write;
use super::matcher::Matcher;
use super::{Evidence, TagId, pattern, tokens};
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
    /// Compiles rules; fails with the first rule, as an index, that cannot be used, and what is wrong with it.
    pub fn new(rules: Vec<Rule>) -> Result<Self, (usize, Problem)> {
        let mut own = Self::default();
        for (at, rule) in rules.iter().enumerate() {
            if let Some(problem) = rule.problems().into_iter().next() {
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
            for source in &rule.regex {
                if let Ok(regex) = rule::compile(source) {
                    own.regexes.push((at, regex));
                }
            }
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

    /// The tags of a paper with what earned them, sorted by facet and id: those that the table gave, those of the rules, and those put on by
    /// hand, without those taken off by hand, which beats everything.
    pub fn explain(
        &self,
        paper: &Paper,
        table: Vec<(TagId, Vec<Evidence>)>,
        hand: &ByHand,
    ) -> Vec<Given> {
        self.given(paper, table, hand, &|_| true)
    }

    /// As [`Own::explain`], without the regexes, by their index, that need not be tried.
    fn given(
        &self,
        paper: &Paper,
        table: Vec<(TagId, Vec<Evidence>)>,
        hand: &ByHand,
        tries: &dyn Fn(usize) -> bool,
    ) -> Vec<Given> {
        let mut given: Vec<Given> = Vec::new();
        let mut add = |name: Name, by: By, evidence: Vec<Evidence>| {
            let known = given.iter_mut().find(|given| given.name == name);
            match known {
                Some(known) => {
                    known.by = known.by.max(by);
                    known.evidence.extend(evidence);
                }
                None => given.push(Given { name, by, evidence }),
            }
        };
        for (tag, evidence) in table {
            if self.silenced.binary_search(&tag).is_err() {
                add(Name::of(tag), By::Table, evidence);
            }
        }
        for (rule, evidence) in self.found(paper, tries) {
            let rule: Option<&Rule> = self.rules.get(rule);
            if let Some(rule) = rule {
                add(rule.name.clone(), By::Rule, vec![evidence]);
            }
        }
        for (name, what) in hand.of(&paper.id) {
            match what {
                Hand::Add => add(name.clone(), By::Hand, Vec::new()),
                Hand::Remove => {}
            }
        }
        for (name, what) in hand.of(&paper.id) {
            if what == Hand::Remove {
                given.retain(|given| given.name != *name);
            }
        }
        sorting::sort_by(&mut given, |a, b| a.name.cmp(&b.name));
        given
    }

    /// The names of the tags of a paper, sorted, each once; `table` are those that the table gives.
    pub fn names(&self, paper: &Paper, table: &[TagId], hand: &ByHand) -> Vec<Name> {
        let table = table.iter().map(|tag| (*tag, Vec::new())).collect();
        let given = self.explain(paper, table, hand);
        given.into_iter().map(|given| given.name).collect()
    }

    /// As [`Own::names`], without the regexes, by their index, that need not be tried.
    fn names_trying(
        &self,
        paper: &Paper,
        table: &[TagId],
        hand: &ByHand,
        tries: &dyn Fn(usize) -> bool,
    ) -> Vec<Name> {
        let table = table.iter().map(|tag| (*tag, Vec::new())).collect();
        let given = self.given(paper, table, hand, tries);
        given.into_iter().map(|given| given.name).collect()
    }

    /// Everything that the rules find in a paper: the rule, as an index, and the evidence, by rule and place.
    fn found(&self, paper: &Paper, tries: &dyn Fn(usize) -> bool) -> Vec<(usize, Evidence)> {
        let mut found = Vec::new();
        if self.patterns.is_empty() && self.regexes.is_empty() {
            return found;
        }
        let (tokens, parts) = tokens::tokens(paper);
        let part_of = |token: u32| {
            let token = tokens.get(token as usize)?;
            Some((*parts.get(token.sentence as usize)?, token.span))
        };
        let hits = self.matcher.find(&tokens);
        let pattern = |hit: u32| self.patterns.get(hit as usize);
        // Where the negatives of each rule stand.
        let denied: Vec<(usize, Part, Span)> = hits
            .iter()
            .filter_map(|hit| {
                let pattern = pattern(hit.pattern).filter(|pattern| pattern.denies)?;
                let (part, first) = part_of(hit.first)?;
                let (_, last) = part_of(hit.last)?;
                let span = Span {
                    start: first.start,
                    end: last.end,
                };
                Some((pattern.rule, part, span))
            })
            .collect();
        let mut add = |rule: usize, part: Part, span: Span, source: String| {
            let looks_there = |rule: &Rule| rule.places.is_empty() || rule.places.contains(&part);
            let counts = self.rules.get(rule).is_some_and(looks_there)
                && !denied.iter().any(|(other, place, no)| {
                    (*other, *place) == (rule, part)
                        && no.start <= span.start
                        && span.start < no.end
                });
            if counts {
                let rule_and_evidence = Evidence {
                    part,
                    span,
                    rule: source,
                    weight: 0,
                };
                found.push((rule, rule_and_evidence));
            }
        };
        for hit in &hits {
            if let Some(pattern) = pattern(hit.pattern).filter(|pattern| !pattern.denies)
                && let (Some((part, first)), Some((_, last))) =
                    (part_of(hit.first), part_of(hit.last))
            {
                let span = Span {
                    start: first.start,
                    end: last.end,
                };
                add(pattern.rule, part, span, pattern.source.clone());
            }
        }
        let texts: [(Part, Option<&RichText>); 3] = [
            (Part::Title, Some(&paper.title)),
            (Part::Abstract, paper.summary.as_ref()),
            (Part::Comment, paper.comment.as_ref()),
        ];
        let regexes = self.regexes.iter().enumerate();
        for (_, (rule, regex)) in regexes.filter(|(at, _)| tries(*at)) {
            for (part, text) in texts {
                let plain = text.map_or("", |text| text.plain.as_str());
                for met in regex.find_iter(plain).filter(|met| !met.is_empty()) {
                    let span = Span::new(met.start(), met.end());
                    add(*rule, part, span, format!("/{}/", regex.as_str()));
                }
            }
        }
        sorting::sort_by_key(&mut found, |(rule, evidence)| {
            (*rule, evidence.part, evidence.span.start)
        });
        found
    }
}
