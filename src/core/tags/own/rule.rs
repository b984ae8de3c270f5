//! One rule, and whether it can be used.

use std::fmt;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};

use super::Name;
use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::core::query::nearest;
use crate::core::tags::{self, pattern};

/// The largest size in bytes to which a regex may compile, and of the cache with which it runs.
const REGEX_LIMIT: usize = 1 << 20;

/// How deep a regex may nest.
const REGEX_NESTING: u32 = 100;

/// What becomes of the tag of the same name that the table has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BuiltIn {
    /// The table goes on giving it; the rule gives it to more papers.
    #[default]
    Keep,
    /// The rule alone gives it.
    Replace,
    /// Nobody gives it.
    Off,
}

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
}

/// A field of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Its tag's id.
    Name,
    /// Its tag's facet.
    Facet,
    /// A pattern that earns it.
    Words,
    /// A regular expression that earns it.
    Regex,
    /// A pattern that denies it.
    Not,
    /// The parts.
    Places,
    /// What becomes of the table's tag.
    BuiltIn,
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
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(plain) || id.starts_with('-') || id.ends_with('-') {
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
            say(Field::Name, 0, None, message.to_owned());
        }
        for (field, list) in [(Field::Words, &self.words), (Field::Not, &self.not)] {
            for (item, source) in list.iter().enumerate() {
                if source.contains(';') {
                    let at = source.find(';');
                    let message = "one pattern an item: `;` divides none here";
                    say(field, item, at, message.to_owned());
                } else if let Err(error) = pattern::parse(source) {
                    say(field, item, None, error.to_string());
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

/// Compiles a regex, or says what is wrong, with the byte where that is known.
pub(super) fn compile(source: &str) -> Result<Regex, (Option<usize>, String)> {
    // The parser is asked first, because only its own errors know their place.
    let parsed = regex_syntax::ParserBuilder::new()
        .nest_limit(REGEX_NESTING)
        .build()
        .parse(source);
    match parsed {
        Err(regex_syntax::Error::Parse(error)) => {
            return Err((Some(error.span().start.offset), error.kind().to_string()));
        }
        Err(regex_syntax::Error::Translate(error)) => {
            return Err((Some(error.span().start.offset), error.kind().to_string()));
        }
        Err(_) | Ok(_) => {}
    }
    let regex = RegexBuilder::new(source)
        .case_insensitive(true)
        .size_limit(REGEX_LIMIT)
        .dfa_size_limit(REGEX_LIMIT)
        .nest_limit(REGEX_NESTING)
        .build()
        .map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => {
                let limit = REGEX_LIMIT >> 20;
                let message = format!("regex too large: it would take more than {limit} MiB");
                (None, message)
            }
            error => (None, error.to_string()),
        })?;
    if regex.is_match("") {
        let message = "this regex is satisfied with nothing, and so by every paper";
        return Err((None, message.to_owned()));
    }
    Ok(regex)
}
