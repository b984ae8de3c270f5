//! Rules as a file that a person reads and writes: TOML, one `[[rule]]` each.
//!
//! ```toml
//! [[rule]]
//! name = "lottery-tickets"
//! facet = "method"
//! words = ["lottery ticket*", "(winning|sparse) ticket"]
//! regex = 'LTH\b'
//! not = ["lottery ticket sales"]
//! where = ["title", "abstract"]
//!
//! [[rule]]
//! name = "slam"
//! facet = "task"
//! built-in = "off"
//! ```
//!
//! `words`, `regex`, `not` and `where` are a string or a list of strings; only `name` and `facet` must be there. `built-in` is `keep`, `replace`
//! or `off`. What TOML is is told by the parser beneath the `toml` crates; here stands only what the keys mean.

use std::fmt;

use serde::{Deserialize, Serialize};
use toml_parser::parser::{Event, EventKind, parse_document};
use toml_parser::{Expected, ParseError, Source};

use super::{BuiltIn, Field, Rule};
use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::core::query::nearest;

/// The parts as they are written.
pub(super) const PARTS: [(&str, Part); 3] = [
    ("title", Part::Title),
    ("abstract", Part::Abstract),
    ("comment", Part::Comment),
];

/// All parts, as they are written.
const ANYWHERE: &str = "anywhere";

/// What becomes of the table's tag, as it is written.
pub(super) const BUILT_IN: [(&str, BuiltIn); 3] = [
    ("keep", BuiltIn::Keep),
    ("replace", BuiltIn::Replace),
    ("off", BuiltIn::Off),
];

/// The keys of a rule, in the order in which they are written.
const KEYS: [(&str, Field); 7] = [
    ("name", Field::Name),
    ("facet", Field::Facet),
    ("words", Field::Words),
    ("regex", Field::Regex),
    ("not", Field::Not),
    ("where", Field::Places),
    ("built-in", Field::BuiltIn),
];

/// Why a file of rules cannot be used, with the place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleError {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What is wrong, in one sentence for a person.
    pub message: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            message,
        } = self;
        write!(f, "line {line}, column {column}: {message}")
    }
}

/// A string of the file.
struct Text {
    value: String,
    /// Where its first character stands if it is written as it is, else where it begins.
    at: usize,
    /// Whether it is written as it is, without escapes.
    verbatim: bool,
}

/// A rule of the file before its keys have been made sense of.
struct Raw {
    /// Where it begins.
    at: usize,
    values: Vec<(Field, Vec<Text>)>,
    /// Whether one of its keys could not be read: what is wrong beside that follows from it as often as not.
    broken: bool,
}

/// Reads a file of rules; fails with everything that is wrong with it, in the order of the file.
pub fn read(text: &str) -> Result<Vec<Rule>, Vec<RuleError>> {
    let mut reader = Reader {
        source: Source::new(text),
        errors: Vec::new(),
    };
    let raw = reader.raw(text);
    let mut rules = Vec::new();
    for raw in raw.iter().filter(|raw| !raw.broken) {
        if let Some(rule) = reader.rule(raw) {
            rules.push(rule);
        }
    }
    if reader.errors.is_empty() {
        return Ok(rules);
    }
    reader.errors.sort_by_key(|(at, _)| *at);
    let place = |(at, message): (usize, String)| {
        let before = text.get(..at).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        RuleError {
            line: narrow(before.matches('\n').count() + 1),
            column: narrow(line.chars().count() + 1),
            message,
        }
    };
    Err(reader.errors.into_iter().map(place).collect())
}

struct Reader<'t> {
    source: Source<'t>,
    /// The byte and the message of each error.
    errors: Vec<(usize, String)>,
}

impl Reader<'_> {
    fn say(&mut self, at: usize, message: impl Into<String>) {
        self.errors.push((at, message.into()));
    }

    /// The rules of the file as keys and strings.
    fn raw(&mut self, text: &str) -> Vec<Raw> {
        let tokens = self.source.lex().into_vec();
        let mut events: Vec<Event> = Vec::new();
        let mut wrong: Vec<ParseError> = Vec::new();
        parse_document(&tokens, &mut |event: Event| events.push(event), &mut wrong);
        for error in wrong {
            let span = error.unexpected().or(error.context());
            let at = span.map_or(text.len(), |span| span.start());
            self.say(at, told(&error));
        }
        if !self.errors.is_empty() {
            return Vec::new();
        }
        events.retain(|event| {
            use EventKind::{Comment, Newline, Whitespace};
            !matches!(event.kind(), Whitespace | Comment | Newline)
        });
        let mut rules: Vec<Raw> = Vec::new();
        let mut events = events.into_iter().peekable();
        while let Some(event) = events.next() {
            match event.kind() {
                EventKind::ArrayTableOpen | EventKind::StdTableOpen => {
                    let mut heading = Vec::new();
                    while let Some(event) = events.next()
                        && !matches!(
                            event.kind(),
                            EventKind::ArrayTableClose | EventKind::StdTableClose
                        )
                    {
                        heading.push(event);
                    }
                    let key = match heading.as_slice() {
                        [key] => self.key(*key),
                        _ => String::new(),
                    };
                    if event.kind() != EventKind::ArrayTableOpen || key != "rule" {
                        self.say(event.span().start(), "here only [[rule]] can stand");
                    }
                    rules.push(Raw {
                        at: event.span().start(),
                        values: Vec::new(),
                        broken: false,
                    });
                }
                EventKind::SimpleKey => {
                    let at = event.span().start();
                    let errors = self.errors.len();
                    let key = self.key(event);
                    let mut dotted = false;
                    let mut value = Vec::new();
                    let mut depth = 0_usize;
                    // A key's value goes on to the next key or heading outside all brackets.
                    while let Some(next) = events.peek() {
                        use EventKind::{
                            ArrayClose, ArrayOpen, ArrayTableOpen, InlineTableClose,
                            InlineTableOpen, KeySep, SimpleKey, StdTableOpen,
                        };
                        match next.kind() {
                            KeySep => dotted = true,
                            SimpleKey if dotted && value.is_empty() => {}
                            SimpleKey | ArrayTableOpen | StdTableOpen if depth == 0 => break,
                            ArrayOpen | InlineTableOpen => depth += 1,
                            ArrayClose | InlineTableClose => depth = depth.saturating_sub(1),
                            _ => {}
                        }
                        value.push(*next);
                        events.next();
                    }
                    let texts = self.texts(&value, at);
                    let Some(field) = self.field(&key, at) else {
                        rules
                            .last_mut()
                            .into_iter()
                            .for_each(|rule| rule.broken = true);
                        continue;
                    };
                    match rules.last_mut() {
                        None => self.say(at, "a [[rule]] must stand before its keys"),
                        Some(rule) if rule.values.iter().any(|(known, _)| *known == field) => {
                            self.say(at, format!("{key} stands twice in this rule"));
                        }
                        Some(rule) => rule.values.push((field, texts)),
                    }
                    if let Some(rule) = rules.last_mut() {
                        rule.broken |= self.errors.len() > errors;
                    }
                }
                _ => {}
            }
        }
        rules
    }

    fn field(&mut self, key: &str, at: usize) -> Option<Field> {
        let known = KEYS.iter().find(|(name, _)| *name == key);
        if known.is_none() {
            let meant = match nearest(key, KEYS.iter().map(|(name, _)| *name)) {
                Some(meant) => format!(" — did you mean {meant}?"),
                None => String::new(),
            };
            self.say(at, format!("a rule has no key {key}{meant}"));
        }
        known.map(|(_, field)| *field)
    }

    fn key(&mut self, event: Event) -> String {
        let mut key = std::borrow::Cow::Borrowed("");
        let mut wrong: Option<ParseError> = None;
        if let Some(raw) = self.source.get(event) {
            raw.decode_key(&mut key, &mut wrong);
        }
        if let Some(error) = wrong {
            self.say(event.span().start(), told(&error));
        }
        key.into_owned()
    }

    /// The string, or the strings of the list, that a value is.
    fn texts(&mut self, value: &[Event], key: usize) -> Vec<Text> {
        let mut texts = Vec::new();
        for event in value {
            match event.kind() {
                EventKind::Scalar => texts.extend(self.text(*event)),
                EventKind::KeyValSep
                | EventKind::ArrayOpen
                | EventKind::ArrayClose
                | EventKind::ValueSep => {}
                _ => {
                    self.say(key, "a value is a string or a list of strings");
                    return texts;
                }
            }
        }
        let lists = value.iter().filter(|e| e.kind() == EventKind::ArrayOpen);
        if lists.count() > 1 {
            self.say(key, "a list holds strings, not lists");
        }
        texts
    }

    fn text(&mut self, event: Event) -> Option<Text> {
        let start = event.span().start();
        let raw = self.source.get(event)?;
        if event.encoding().is_none() {
            self.say(start, "a string stands in quotes");
            return None;
        }
        let mut value = std::borrow::Cow::Borrowed("");
        let mut wrong: Option<ParseError> = None;
        // In quotes it can be nothing but a string.
        let _ = raw.decode_scalar(&mut value, &mut wrong);
        if let Some(error) = wrong {
            let at = error.unexpected().map_or(start, |span| span.start());
            self.say(at, told(&error));
            return None;
        }
        let within = raw.as_str().find(value.as_ref());
        Some(Text {
            at: start + within.unwrap_or(0),
            verbatim: within.is_some(),
            value: value.into_owned(),
        })
    }

    /// Makes sense of a rule's keys.
    fn rule(&mut self, raw: &Raw) -> Option<Rule> {
        let texts = |field: Field| {
            let found = raw.values.iter().find(|(known, _)| *known == field);
            found.map_or(&[][..], |(_, texts)| texts.as_slice())
        };
        let mut single = |field: Field, key: &str| match texts(field) {
            [text] => Some(text),
            [] if raw.values.iter().any(|(known, _)| *known == field) => None,
            [] => {
                self.say(raw.at, format!("this rule has no {key}"));
                None
            }
            [_, second, ..] => {
                self.say(second.at, format!("{key} is one string"));
                None
            }
        };
        let name = single(Field::Name, "name");
        let facet = single(Field::Facet, "facet");
        let facet = facet.and_then(|text| self.one_of(text, "facet", &facets()));
        let mut rule = Rule::new(facet?, &name?.value);
        let list = |field| texts(field).iter().map(|text| text.value.clone()).collect();
        rule.words = list(Field::Words);
        rule.regex = list(Field::Regex);
        rule.not = list(Field::Not);
        for text in texts(Field::Places) {
            if text.value != ANYWHERE
                && let Some(part) = self.one_of(text, "part", &PARTS)
                && !rule.places.contains(&part)
            {
                rule.places.push(part);
            }
        }
        if texts(Field::Places)
            .iter()
            .any(|text| text.value == ANYWHERE)
        {
            rule.places.clear();
        }
        for text in texts(Field::BuiltIn) {
            rule.built_in = self.one_of(text, "choice", &BUILT_IN)?;
        }
        for problem in rule.problems() {
            let text = texts(problem.field).get(problem.item);
            let at = text.map_or(raw.at, |text| {
                let offset = problem.offset.filter(|_| text.verbatim);
                text.at + offset.unwrap_or(0)
            });
            self.say(at, problem.message);
        }
        Some(rule)
    }

    /// The meaning of a string that is one of a few.
    fn one_of<T: Copy>(&mut self, text: &Text, what: &str, known: &[(&str, T)]) -> Option<T> {
        let found = known.iter().find(|(name, _)| *name == text.value);
        if found.is_none() {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            let message = format!(
                "no {what} {:?}: it is one of {}",
                text.value,
                names.join(", ")
            );
            self.say(text.at, message);
        }
        found.map(|(_, meaning)| *meaning)
    }
}

/// What the parser says of TOML itself.
fn told(error: &ParseError) -> String {
    let mut message = error.description().to_owned();
    for (at, expected) in error.expected().into_iter().flatten().enumerate() {
        message.push_str(if at == 0 { ", expected " } else { " or " });
        match expected {
            Expected::Literal(literal) => {
                message.push('`');
                message.push_str(literal);
                message.push('`');
            }
            Expected::Description(what) => message.push_str(what),
            _ => message.push_str("something else"),
        }
    }
    message
}

/// The facets that have tags, by name.
fn facets() -> Vec<(&'static str, Facet)> {
    let named = |facet: Facet| (facet.name(), facet);
    Facet::TAGGED.into_iter().map(named).collect()
}
