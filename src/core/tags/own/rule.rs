//! One rule, and whether it can be used.

use std::fmt;

use regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};
use serde::{Deserialize, Serialize};

use super::Name;
use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::core::query::nearest;
pub use crate::core::tagging::{BuiltIn, RuleField as Field};
use crate::core::tags;
use crate::core::tags::pattern::{self, Atom, PatternError, Step};
use crate::core::words::regexes::{self, LIMIT, NESTING};

/// How many rules there are at most; the table has some three hundred tags. The page draws them
/// all, and all are compared with those before.
const RULES: usize = 1000;

/// How many patterns and negatives all rules have together at most: a word of a paper may begin
/// each of them.
const PATTERNS: usize = 5000;

/// How many regexes all rules have together at most: each is tried on its own, and may take a
/// megabyte.
const REGEXES: usize = 100;

/// How many bytes all patterns and regexes have together at most, so that they are made ready
/// within a slice or two.
const WRITTEN: usize = 256 << 10;

/// How many bytes a pattern or a regex has at most: where evidence is shown it is told whole.
const LONGEST: usize = 4096;

/// How many words, gaps and links a pattern has at most. The search for it goes down by one for
/// each.
const WORDS: usize = 256;

/// How many characters a name has at most, and a label.
const LONGEST_NAME: usize = 100;

/// How many problems of one rule are told.
const TOLD: usize = 50;

/// How large all regexes are together at most, in ranges of characters that they tell apart: `\w`
/// has some eight hundred. All are made ready in a slice or two, and one that is slow for a text,
/// because it can be met there in very many ways, takes this many steps for each byte at worst.
const RANGES: usize = 1 << 16;

/// What rules come to together.
#[derive(Debug, Default)]
pub(super) struct Tally {
    rules: usize,
    patterns: usize,
    regexes: usize,
    written: usize,
    ranges: usize,
}

impl Tally {
    /// Adds a rule; says why it is one too much, if it is.
    pub(super) fn add(&mut self, rule: &Rule) -> Option<Problem> {
        self.rules += 1;
        self.patterns += rule.words.len() + rule.not.len();
        self.regexes += rule.regex.len();
        let texts = rule.words.iter().chain(&rule.not).chain(&rule.regex);
        self.written += texts.map(String::len).sum::<usize>();
        let (field, message) = if self.rules > RULES {
            let message = format!("there are at most {RULES} rules");
            (Field::Name, message)
        } else if self.patterns > PATTERNS {
            let message = format!("all rules have at most {PATTERNS} words and negatives together");
            (Field::Words, message)
        } else if self.regexes > REGEXES {
            let message = format!("all rules have at most {REGEXES} regexes together");
            (Field::Regex, message)
        } else if self.written > WRITTEN {
            let limit = WRITTEN >> 10;
            let message = format!(
                "words, negatives and regexes of all rules have at most {limit} KiB together"
            );
            (Field::Words, message)
        } else {
            // One that is too large by itself is told to be where it is compiled.
            let sizes = rule.regex.iter().map(|source| ranges(source));
            self.ranges += sizes.filter(|size| *size <= RANGES).sum::<usize>();
            if self.ranges <= RANGES {
                return None;
            }
            let message = "the regexes of all rules are too large together: classes such as \\w, repeated a number of times, make them so";
            (Field::Regex, message.to_owned())
        };
        Some(Problem {
            field,
            item: 0,
            offset: None,
            message,
        })
    }
}

/// Why rules are too many to be used together, with the first that is too much, as an index.
pub fn excess(rules: &[Rule]) -> Option<(usize, Problem)> {
    let mut tally = Tally::default();
    let mut tallied = rules.iter().enumerate();
    tallied.find_map(|(at, rule)| Some((at, tally.add(rule)?)))
}

/// How large a regex is, in ranges of characters; nothing if it cannot be read, which is told
/// elsewhere.
fn ranges(source: &str) -> usize {
    let parser = regex_syntax::ParserBuilder::new()
        .nest_limit(NESTING)
        .case_insensitive(true)
        .build()
        .parse(source);
    parser.map_or(0, |hir| ranges_of(&hir))
}

/// Goes down no deeper than [`NESTING`].
fn ranges_of(hir: &Hir) -> usize {
    let sum = |parts: &[Hir]| parts.iter().map(ranges_of).fold(0, usize::saturating_add);
    match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => 1,
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(Class::Unicode(class)) => class.ranges().len(),
        HirKind::Class(Class::Bytes(class)) => class.ranges().len(),
        HirKind::Capture(capture) => ranges_of(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => sum(parts),
        HirKind::Repetition(repeated) => {
            let times = repeated.max.unwrap_or(repeated.min).max(1);
            ranges_of(&repeated.sub).saturating_mul(times as usize)
        }
    }
}

/// What earns a tag, as the reader says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The tag: a new one, or one that the table has.
    pub name: Name,
    /// Words that earn it, each a pattern of the table's language: `lottery ticket*`,
    /// `(network|weight) pruning`, `=LTH`.
    pub words: Vec<String>,
    /// Regular expressions that earn it, over the plain text of a part, in any letter case.
    pub regex: Vec<String>,
    /// Patterns like `words`: a mention that starts inside one of them does not count.
    pub not: Vec<String>,
    /// The parts of a paper that are looked at; empty means all.
    pub places: Vec<Part>,
    /// What becomes of the table's tag of that name.
    pub built_in: BuiltIn,
    /// The tag's name for a person; empty where the id says it all.
    pub label: String,
    /// Whether it is kept without being used.
    pub is_off: bool,
}

/// Why a rule cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field that is wrong.
    pub field: Field,
    /// Which item of it, where it is a list.
    pub item: usize,
    /// The byte in the item at which it is wrong, where that is known.
    pub offset: Option<usize>,
    /// What is wrong, in one sentence for a person.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Rule {
    /// A rule for a tag that nothing earns yet.
    pub fn new(facet: Facet, id: &str) -> Self {
        Self {
            name: Name {
                facet,
                id: id.to_owned(),
            },
            words: Vec::new(),
            regex: Vec::new(),
            not: Vec::new(),
            places: Vec::new(),
            built_in: BuiltIn::Keep,
            label: String::new(),
            is_off: false,
        }
    }

    /// All that is wrong with the rule, or the first of very much; nothing if it can be used.
    pub fn problems(&self) -> Vec<Problem> {
        self.checked().1
    }

    /// The regexes of the rule that can be compiled, and all that is wrong with it.
    pub(super) fn checked(&self) -> (Vec<Regex>, Vec<Problem>) {
        if let Some((_, problem)) = excess(std::slice::from_ref(self)) {
            return (Vec::new(), vec![problem]);
        }
        let mut problems = Vec::new();
        let mut say = |field, item, offset, message: String| {
            if problems.len() < TOLD {
                problems.push(Problem {
                    field,
                    item,
                    offset,
                    message,
                });
            }
        };
        let Name { facet, id } = &self.name;
        if id.len() > LONGEST_NAME {
            let message = format!("a name has at most {LONGEST_NAME} characters");
            say(Field::Name, 0, None, message);
        } else if !is_id(id) {
            let message = "a name has lower-case letters, digits and hyphens between them";
            say(Field::Name, 0, None, message.to_owned());
        }
        if self.label.chars().nth(LONGEST_NAME).is_some() {
            let message = format!("a label has at most {LONGEST_NAME} characters");
            say(Field::Label, 0, None, message);
        }
        if !facet.is_tagged() {
            let message = format!("the facet {} has no tags", facet.name());
            say(Field::Facet, 0, None, message);
        }
        let known = tags::find(*facet, id).is_some();
        if self.built_in != BuiltIn::Keep && !known {
            let meant = match nearest(id, tags::of(*facet).map(tags::id)) {
                Some(meant) => format!(" — did you mean {meant}?"),
                None => String::new(),
            };
            let message = format!("there is no built-in tag {}:{id}{meant}", facet.name());
            say(Field::Name, 0, None, message);
        }
        let finds = !self.words.is_empty() || !self.regex.is_empty();
        if self.built_in == BuiltIn::Off && finds {
            let message = "a rule that switches a tag off finds nothing itself; to find it otherwise, write \"replace\"";
            say(Field::BuiltIn, 0, None, message.to_owned());
        }
        if self.built_in != BuiltIn::Off && !finds {
            let message = "a rule has words or a regex";
            say(Field::Words, 0, None, message.to_owned());
        }
        for (field, list) in [(Field::Words, &self.words), (Field::Not, &self.not)] {
            for (item, source) in list.iter().enumerate() {
                if source.contains(';') {
                    let at = source.find(';');
                    let message = "one pattern an item: `;` divides none here";
                    say(field, item, at, message.to_owned());
                    continue;
                }
                if let Some(message) = too_long(source) {
                    say(field, item, None, message);
                    continue;
                }
                match pattern::parse(source) {
                    Ok(steps) if words_in(&steps) > WORDS => {
                        let message = format!("a pattern has at most {WORDS} words and gaps");
                        say(field, item, None, message);
                    }
                    Ok(steps) => {
                        for (word, message) in never_met(&steps) {
                            say(field, item, source.find(&word), message.to_owned());
                        }
                    }
                    Err(error) => {
                        let at = match &error {
                            PatternError::Word(word) => source.find(word.as_str()),
                            PatternError::Bracket => lone_bracket(source),
                            _ => None,
                        };
                        say(field, item, at, error.to_string());
                    }
                }
            }
        }
        let mut regexes = Vec::with_capacity(self.regex.len());
        for (item, source) in self.regex.iter().enumerate() {
            let compiled = match too_long(source) {
                Some(message) => Err((None, message)),
                None => compile(source),
            };
            match compiled {
                Ok(regex) => regexes.push(regex),
                Err((offset, message)) => say(Field::Regex, item, offset, message),
            }
        }
        (regexes, problems)
    }
}

/// Why a pattern or a regex is too long, if it is.
fn too_long(source: &str) -> Option<String> {
    (source.len() > LONGEST).then(|| format!("this is longer than {LONGEST} bytes"))
}

/// How many words, gaps and links a pattern has. Brackets stand in one another only so deep as the
/// pattern's parser allows.
fn words_in(steps: &[Step]) -> usize {
    let of_step = |step: &Step| match step {
        Step::One(_) | Step::Gap(_) => 1,
        Step::OneOf { rows, .. } => rows.iter().map(|row| words_in(row)).sum(),
    };
    steps.iter().map(of_step).sum()
}

/// Whether a text can be the id of a tag.
pub fn is_id(text: &str) -> bool {
    let plain = |c: char| match c {
        '-' | 'a'..='z' | '0'..='9' => true,
        c => !c.is_ascii() && c.is_alphanumeric() && !c.is_uppercase(),
    };
    text != "none"
        && !text.is_empty()
        && text.len() <= LONGEST_NAME
        && text.chars().all(plain)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// The words of a pattern that the matcher finds nowhere, as they are written but for what stands
/// around them, and why.
fn never_met(steps: &[Step]) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for step in steps {
        match step {
            Step::One(Atom::Prefix(start)) if start.len() < 2 => {
                let message = "two letters at least must stand before `*`";
                found.push((format!("{start}*"), message));
            }
            Step::One(Atom::Exact(word) | Atom::ExactPrefix(word) | Atom::ExactSuffix(word))
                if !word.bytes().any(|byte| byte.is_ascii_uppercase()) =>
            {
                let message = "`=` asks for the letters as they are, which is for words with a capital letter";
                found.push((word.clone(), message));
            }
            Step::OneOf { rows, .. } => rows.iter().for_each(|row| found.extend(never_met(row))),
            Step::One(_) | Step::Gap(_) => {}
        }
    }
    found
}

/// The first bracket that has no other half.
fn lone_bracket(source: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in source.char_indices() {
        match c {
            '(' => open.push(at),
            ')' if open.pop().is_none() => return Some(at),
            _ => {}
        }
    }
    open.first().copied()
}

/// Compiles a regex, or says what is wrong, with the byte where that is known.
fn compile(source: &str) -> Result<Regex, (Option<usize>, String)> {
    if ranges(source) > RANGES {
        let limit = LIMIT >> 20;
        let message = format!("regex too large: it would take more than {limit} MiB");
        return Err((None, message));
    }
    let regex = regexes::checked(source, false)?;
    if regex.is_match("") {
        let message = "this regex is satisfied with nothing, and so by every paper";
        return Err((None, message.to_owned()));
    }
    Ok(regex)
}
