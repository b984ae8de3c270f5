//! Tags: the table of them, the rules that earn them, the tagger; every tag with its evidence.
//!
//! | module | owns |
//! |---|---|
//! | `table` | what each tag means and which words earn it; `packed` is what the program carries of it |
//! | `pattern` | the language in which those words are written |
//! | `tokens` | a paper's text as words, sentences and links |
//! | `matcher` | finding all patterns in one pass |
//! | `context` | claims, background, and words that do not count |
//! | `stretches` | whether a mention stands where it does not count |
//! | `score` | when mentions add up to a tag |
//! | `trial` | phrases that may become words of a rule |
//! | `own` | the reader's own rules, and tags put on and taken off by hand |

mod context;
mod matcher;
pub mod own;
mod packed;
mod pattern;
mod score;
mod stretches;
#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
mod tokens;
mod trial;

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use self::context::{CUES, Context, Cue, Muted, Standing};
use self::matcher::{Hit, Matcher};
use self::packed::{ENTRIES, PackedTag};
use self::score::{SCORING, Strength, Trait};
use self::stretches::Stretches;
use self::tokens::Token;
pub use self::tokens::{bytes_looked_at, looked_at};
pub use self::trial::Trial;
use super::facet::Facet;
use super::paper::{Paper, Part};
use super::text::Span;
use crate::core::sorting;

/// A tag's index in the table of all tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TagId(pub u16);

/// How many mentions are told as evidence of one tag of a paper. Each is marked in the text that
/// the page shows; no real paper has a third as many of one tag.
pub const EVIDENCE: usize = 100;

/// What earned a paper a tag.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where it stands.
    pub part: Part,
    /// The place in the part's plain text.
    pub span: Span,
    /// The pattern of the rule that fired, as written in the table.
    pub rule: String,
    /// What it counts there; 0 where nothing is weighed, as by the reader's own rules.
    pub weight: u8,
}

/// The tagger: all rules, ready to run.
#[derive(Debug)]
pub struct Tagger {
    matcher: Matcher,
    /// What each pattern of the matcher is for.
    patterns: Vec<Pattern>,
    /// For each tag, in the table's order: its facet, and the tags before which it steps back.
    tags: Vec<(Facet, Vec<TagId>)>,
}

#[derive(Debug)]
struct Pattern {
    source: &'static str,
    role: Role,
}

#[derive(Clone, Copy, Debug)]
enum Role {
    /// Speaks for a tag.
    For(TagId, Strength),
    /// What starts inside it does not speak for the tag.
    Against(TagId),
    /// Says something about the words around it.
    Cue(Cue),
}

/// A mention that speaks for a tag.
#[derive(Clone, Copy)]
struct Mention {
    tag: TagId,
    hit: Hit,
    strength: Strength,
    score: u32,
    /// Whether it stands in a claim.
    claimed: bool,
}

/// All mentions of a tag in a paper.
struct Group {
    tag: TagId,
    facet: Facet,
    mentions: Vec<Mention>,
    /// What they count together.
    sum: u32,
    /// Whether one that is not weak stands in the title.
    in_title: bool,
    /// Whether a strong one stands in a claim.
    stated: bool,
}

impl Tagger {
    /// Compiles the table.
    pub fn new() -> Self {
        let mut tagger = Self {
            matcher: Matcher::new(),
            patterns: Vec::new(),
            tags: Vec::new(),
        };
        for (cue, list) in CUES {
            tagger.add(list, Role::Cue(cue));
        }
        for (tag, entry) in entries() {
            tagger.add(entry.strong, Role::For(tag, Strength::Strong));
            tagger.add(entry.normal, Role::For(tag, Strength::Normal));
            tagger.add(entry.weak, Role::For(tag, Strength::Weak));
            tagger.add(entry.not, Role::Against(tag));
            let better = entry.yields_to.iter();
            let better = better.filter_map(|id| find(entry.facet, id));
            tagger.tags.push((entry.facet, better.collect()));
        }
        tagger
    }

    /// Adds the patterns of a list. One that cannot be read is left out; a test reads them all.
    fn add(&mut self, list: &'static str, role: Role) {
        for source in pattern::split(list) {
            if let Ok(steps) = pattern::parse(source) {
                self.matcher.add(&steps);
                self.patterns.push(Pattern { source, role });
            }
        }
    }

    /// The tags of a paper, sorted, each once.
    pub fn tag(&self, paper: &Paper) -> Vec<TagId> {
        self.run(paper, |tag, _, _, _| tag)
    }

    /// The tags of a paper, sorted, each with the first [`EVIDENCE`] of what earned it; never
    /// without.
    pub fn explain(&self, paper: &Paper) -> Vec<(TagId, Vec<Evidence>)> {
        self.run(paper, |tag, mentions, tokens, parts| {
            let evidence = mentions.iter().take(EVIDENCE).filter_map(|mention| {
                let first = tokens.get(mention.hit.first as usize)?;
                let last = tokens.get(mention.hit.last as usize)?;
                Some(Evidence {
                    part: *parts.get(first.sentence as usize)?,
                    span: Span {
                        start: first.span.start,
                        end: last.span.end,
                    },
                    rule: words(self.pattern(mention.hit)?.source),
                    weight: u8::try_from(mention.score).unwrap_or(u8::MAX),
                })
            });
            (tag, evidence.collect())
        })
    }

    /// Finds the tags of a paper and makes something of each with its mentions.
    fn run<T>(
        &self,
        paper: &Paper,
        make: impl Fn(TagId, &[Mention], &[Token<'_>], &[Part]) -> T,
    ) -> Vec<T> {
        let (tokens, parts) = tokens::tokens(paper);
        let mut mentions = self.mentions(&tokens, &parts);
        sorting::sort_by_key(&mut mentions, |m| {
            (m.tag, m.hit.first, Reverse(m.score), m.hit.last)
        });
        let groups: Vec<Group> = mentions
            .chunk_by(|a, b| a.tag == b.tag)
            .filter_map(|group| self.group(group, &tokens, &parts))
            .collect();
        let best = |facet: Facet| {
            let sums = groups.iter().filter(|group| group.facet == facet);
            sums.map(|group| group.sum).max().unwrap_or(0)
        };
        let earned: Vec<(TagId, &[Mention])> = groups
            .iter()
            .filter(|group| {
                group.sum
                    >= SCORING.needed(
                        group.facet,
                        group.in_title,
                        group.stated,
                        best(group.facet),
                        parts.len(),
                    )
            })
            .map(|group| (group.tag, group.mentions.as_slice()))
            .collect();
        let given = |tag: &TagId| earned.binary_search_by_key(tag, |(tag, _)| *tag).is_ok();
        let steps_back = |tag: TagId| {
            let entry = self.tags.get(usize::from(tag.0));
            entry.is_some_and(|(_, better)| better.iter().any(given))
        };
        earned
            .iter()
            .filter(|(tag, _)| !steps_back(*tag))
            .map(|(tag, group)| make(*tag, group, &tokens, &parts))
            .collect()
    }

    /// Adds up the mentions of one tag, which are sorted by their first token.
    fn group(&self, mentions: &[Mention], tokens: &[Token<'_>], parts: &[Part]) -> Option<Group> {
        let mentions = apart(mentions);
        let tag = mentions.first()?.tag;
        let sentence = |mention: &Mention| {
            let token = tokens.get(mention.hit.first as usize);
            token.map_or(0, |token| token.sentence)
        };
        Some(Group {
            tag,
            facet: self.tags.get(usize::from(tag.0))?.0,
            sum: SCORING.sum(mentions.iter().map(|m| (sentence(m), m.strength, m.score))),
            in_title: mentions.iter().any(|mention| {
                mention.strength != Strength::Weak
                    && parts.get(sentence(mention) as usize) == Some(&Part::Title)
            }),
            stated: mentions
                .iter()
                .any(|mention| mention.claimed && mention.strength == Strength::Strong),
            mentions,
        })
    }

    /// All mentions that count, in no order.
    fn mentions(&self, tokens: &[Token<'_>], parts: &[Part]) -> Vec<Mention> {
        let mut cues = Vec::new();
        let mut against = Vec::new();
        let mut found = Vec::new();
        for hit in self.matcher.find(tokens) {
            match self.pattern(hit).map(|pattern| pattern.role) {
                Some(Role::Cue(cue)) => cues.push((cue, hit)),
                Some(Role::Against(tag)) => against.push((tag, hit.first, hit.last + 1)),
                Some(Role::For(tag, strength)) => found.push((tag, strength, hit)),
                None => {}
            }
        }
        let context = Context::new(tokens, parts, &cues);
        let against = Stretches::new(against);
        let mention = |(tag, strength, hit): (TagId, Strength, Hit)| {
            let facet = self.tags.get(usize::from(tag.0))?.0;
            let first = tokens.get(hit.first as usize)?;
            let score = if Trait::Anywhere.is_of(facet) {
                SCORING.anywhere(strength)
            } else {
                let counts = match context.muted(hit.last) {
                    Muted::No => true,
                    Muted::ForMethod => facet != Facet::Method,
                    Muted::Always => false,
                };
                u32::from(counts) * SCORING.of(facet, strength, context.standing(first))
            };
            (score > 0 && !against.hold(tag, hit.first)).then_some(Mention {
                tag,
                hit,
                strength,
                score,
                claimed: context.standing(first) == Standing::Claim,
            })
        };
        found.into_iter().filter_map(mention).collect()
    }

    fn pattern(&self, hit: Hit) -> Option<&Pattern> {
        self.patterns.get(hit.pattern as usize)
    }
}

impl Default for Tagger {
    fn default() -> Self {
        Self::new()
    }
}

/// A pattern on one line, wherever the table breaks it.
fn words(pattern: &str) -> String {
    pattern
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace("| ", "|")
}

/// The mentions of one tag, sorted by their first token, reduced to ones that do not overlap; of
/// two that do, the better one stays.
fn apart(mentions: &[Mention]) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::new();
    for mention in mentions {
        match kept.last_mut() {
            Some(last) if mention.hit.first <= last.hit.last => {
                if mention.score > last.score {
                    *last = *mention;
                }
            }
            _ => kept.push(*mention),
        }
    }
    kept
}

/// The whole table: each tag's number and entry.
fn entries() -> impl Iterator<Item = (TagId, &'static PackedTag)> {
    ENTRIES
        .iter()
        .zip(0..)
        .map(|(entry, number)| (TagId(number), entry))
}

fn entry(tag: TagId) -> Option<&'static PackedTag> {
    ENTRIES.get(usize::from(tag.0))
}

/// How many tags the table has.
pub fn count() -> usize {
    ENTRIES.len()
}

/// The tag's facet. Of a number that is no tag's: `task`.
pub fn facet(tag: TagId) -> Facet {
    entry(tag).map_or(Facet::Task, |entry| entry.facet)
}

/// The tag's id within its facet, as in a query: `object-detection`.
pub fn id(tag: TagId) -> &'static str {
    entry(tag).map_or("", |entry| entry.id)
}

/// The tag's name for a person: `Object detection`.
pub fn label(tag: TagId) -> &'static str {
    entry(tag).map_or("", |entry| entry.label)
}

/// When the tag applies, in one sentence.
pub fn description(tag: TagId) -> &'static str {
    entry(tag).map_or("", |entry| entry.about)
}

/// The tag with this facet and id.
pub fn find(facet: Facet, id: &str) -> Option<TagId> {
    entries()
        .find(|(_, entry)| entry.facet == facet && entry.id == id)
        .map(|(tag, _)| tag)
}

/// All tags of a facet in the table's order.
pub fn of(facet: Facet) -> impl Iterator<Item = TagId> {
    entries()
        .filter(move |(_, entry)| entry.facet == facet)
        .map(|(tag, _)| tag)
}
