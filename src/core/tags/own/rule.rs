//! One rule, and whether it can be used.

use std::fmt;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::Name;
use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::core::query::nearest;
use crate::core::search::checked_regex;
pub use crate::core::tagging::{BuiltIn, RuleField as Field};
use crate::core::tags;
use crate::core::tags::pattern::{self, Atom, PatternError, Step};

/// What earns a tag, as the reader says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// The tag: a new one, or one that the table has.
    pub name: Name,
    /// Words that earn it, each a pattern of the table's language: `lottery ticket*`, `(network|weight) pruning`, `=LTH`.
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

    /// All that is wrong with the rule; nothing if it can be used.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut say = |field, item, offset, message: String| {
            problems.push(Problem {
                field,
                item,
                offset,
                message,
            });
        };
        let Name { facet, id } = &self.name;
        if !is_id(id) {
            let message = "a name has lower-case letters, digits and hyphens between them";
            say(Field::Name, 0, None, message.to_owned());
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
                match pattern::parse(source) {
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
        for (item, source) in self.regex.iter().enumerate() {
            if let Err((offset, message)) = compile(source) {
                say(Field::Regex, item, offset, message);
            }
        }
        problems
    }
}

/// Whether a text can be the id of a tag.
pub(super) fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text != "none"
        && !text.is_empty()
        && text.chars().all(plain)
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// The words of a pattern that the matcher finds nowhere, as they are written but for what stands around them, and why.
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
pub(super) fn compile(source: &str) -> Result<Regex, (Option<usize>, String)> {
    let regex = checked_regex(source, false)?;
    if regex.is_match("") {
        let message = "this regex is satisfied with nothing, and so by every paper";
        return Err((None, message.to_owned()));
    }
    Ok(regex)
}
