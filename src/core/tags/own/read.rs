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
//!
//! [[paper]]
//! id = "2603.00001"
//! add = "method:gan"
//! remove = ["task:slam", "domain:driving"]
//! ```
//!
//! `words`, `regex`, `not` and `where` are a string or a list of strings; only `name` and `facet`
//! must be there. `built-in` is `keep`, `replace` or `off`, `status` is `on` or `off`, `label` is
//! the tag's name for a person. A `[[paper]]` has the tags that were put on it and taken off it by
//! hand. What TOML is is told by the parser beneath the `toml` crates; here stands only what the
//! keys mean.

use std::fmt;

use serde::{Deserialize, Serialize};
use toml_parser::parser::{Event, EventKind, RecursionGuard, parse_document};
use toml_parser::{Expected, ParseError, Source};

use super::Kept;
use super::rule::Tally;
use super::spelling::KEYS;
use crate::core::query::nearest;
use crate::core::sorting;

/// How many bytes a file of rules has at most. A browser keeps some five million characters for a
/// page; rules have a fraction of that, and this is room for tags put by hand on some thirty
/// thousand papers.
pub const LARGEST: usize = 2 << 20;

/// How many of the errors of a file are told, the first ones. All are counted.
const TOLD: usize = 200;

/// How deep lists and tables may stand in one another where TOML itself is read. A value is a
/// string or a list of strings, so anything deeper than one is wrong; the parser would go down for
/// each on the stack, of which a worker has a megabyte.
const DEPTH: u32 = 8;

/// The longest text of the file that is repeated in a message, in characters.
const REPEATED: usize = 60;

/// What stands under a heading.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Rule,
    Paper,
}

impl Kind {
    fn of(heading: &str) -> Option<Self> {
        match heading {
            "rule" => Some(Self::Rule),
            "paper" => Some(Self::Paper),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Paper => "paper",
        }
    }

    fn keys(self) -> Vec<&'static str> {
        match self {
            Self::Rule => KEYS.iter().map(|(key, _)| *key).collect(),
            Self::Paper => vec!["id", "add", "remove"],
        }
    }
}

/// All that is wrong with a file of rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The first errors, in the order of the file; never none.
    pub errors: Vec<RuleError>,
    /// How many there are in all.
    pub count: usize,
}

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
pub(super) struct Text {
    pub(super) value: String,
    /// Where its first character stands if it is written as it is, else where it begins.
    pub(super) at: usize,
    /// Whether it is written as it is, without escapes.
    pub(super) verbatim: bool,
}

/// A table of the file before its keys have been made sense of.
pub(super) struct Raw {
    pub(super) kind: Kind,
    /// Where it begins.
    pub(super) at: usize,
    values: Vec<(&'static str, Vec<Text>)>,
    /// Whether one of its keys could not be read: what is wrong beside that follows from it as
    /// often as not.
    broken: bool,
}

impl Raw {
    /// The strings of a key; none where it does not stand.
    pub(super) fn texts(&self, key: &str) -> &[Text] {
        let found = self.values.iter().find(|(known, _)| *known == key);
        found.map_or(&[], |(_, texts)| texts.as_slice())
    }
}

/// Whether a text is meant as a file of rules: its first line that says something is a heading of
/// one.
pub fn is_rules(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.is_some_and(|line| {
        let heading = line
            .strip_prefix("[[")
            .and_then(|rest| rest.split_once("]]"));
        heading.is_some_and(|(name, _)| Kind::of(name.trim()).is_some())
    })
}

/// Reads a file of rules; fails with what is wrong with it, in the order of the file.
pub fn read(text: &str) -> Result<Kept, Refused> {
    let mut reader = Reader {
        source: Source::new(text),
        errors: Vec::new(),
        count: 0,
        tally: Tally::default(),
        is_full: false,
    };
    let raw = reader.raw(text);
    reader.settle();
    let mut kept = Kept::default();
    for raw in raw.iter().filter(|raw| !raw.broken) {
        match raw.kind {
            // Behind a rule that is one too much none is looked at.
            Kind::Rule if reader.is_full => {}
            Kind::Rule => kept.rules.extend(reader.rule(raw)),
            Kind::Paper => reader.paper(raw, &mut kept.hand),
        }
    }
    if reader.count == 0 {
        return Ok(kept);
    }
    reader.settle();
    Err(Refused {
        errors: placed(text, reader.errors),
        count: reader.count,
    })
}

/// Errors, by the byte and sorted by it, with line and column.
fn placed(text: &str, errors: Vec<(usize, String)>) -> Vec<RuleError> {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (mut line, mut column, mut from) = (1, 1, 0);
    let place = |(at, message): (usize, String)| {
        let passed = text.get(from..text.floor_char_boundary(at));
        let passed = passed.unwrap_or_default();
        from += passed.len();
        match passed.rsplit_once('\n') {
            Some((_, last)) => {
                line += passed.matches('\n').count();
                column = 1 + last.chars().count();
            }
            None => column += passed.chars().count(),
        }
        RuleError {
            line: narrow(line),
            column: narrow(column),
            message,
        }
    };
    errors.into_iter().map(place).collect()
}

pub(super) struct Reader<'t> {
    source: Source<'t>,
    /// The byte and the message of the first errors.
    errors: Vec<(usize, String)>,
    /// How many errors there are.
    count: usize,
    /// What the rules come to so far.
    pub(super) tally: Tally,
    /// Whether there is a rule too much.
    pub(super) is_full: bool,
}

impl Reader<'_> {
    pub(super) fn say(&mut self, at: usize, message: impl Into<String>) {
        self.say_with(at, || message.into());
    }

    /// As [`Reader::say`], with a message that is made only if it is told.
    pub(super) fn say_with(&mut self, at: usize, message: impl FnOnce() -> String) {
        self.count += 1;
        // Errors come in two passes over the file, each in its order; so the first of both are
        // among these.
        if self.errors.len() < 2 * TOLD {
            self.errors.push((at, message()));
        }
    }

    /// Leaves the first errors, in the order of the file.
    fn settle(&mut self) {
        sorting::sort_by_key(&mut self.errors, |(at, _)| *at);
        self.errors.truncate(TOLD);
    }

    /// The file as TOML, without blanks and comments; nothing where it is none.
    fn events(&mut self, text: &str) -> Vec<Event> {
        if text.len() > LARGEST {
            let limit = LARGEST >> 20;
            self.say(0, format!("a file of rules has at most {limit} MiB"));
            return Vec::new();
        }
        let tokens = self.source.lex().into_vec();
        let mut events: Vec<Event> = Vec::new();
        let (mut depth, mut too_deep) = (0, Vec::new());
        let mut keep = |event: Event| {
            use EventKind::{
                ArrayClose, ArrayOpen, Comment, InlineTableClose, InlineTableOpen, Newline,
                Whitespace,
            };
            match event.kind() {
                Whitespace | Comment | Newline => return,
                ArrayOpen | InlineTableOpen => depth += 1,
                ArrayClose | InlineTableClose => depth -= 1,
                _ => {}
            }
            if depth > i64::from(DEPTH) && too_deep.len() < TOLD {
                too_deep.push(event.span());
            }
            events.push(event);
        };
        let mut wrong: Vec<ParseError> = Vec::new();
        let mut more = 0;
        let mut refuse = |error: ParseError| {
            if wrong.len() < TOLD {
                wrong.push(error);
            } else {
                more += 1;
            }
        };
        let mut guard = RecursionGuard::new(&mut keep, DEPTH);
        parse_document(&tokens, &mut guard, &mut refuse);
        for error in wrong {
            let span = error.unexpected().or(error.context());
            let at = span.map_or(text.len(), |span| span.start());
            let is_guards = error.unexpected().is_some_and(|at| too_deep.contains(&at));
            self.say_with(at, || {
                if is_guards {
                    format!("brackets stand more than {DEPTH} deep in one another; a value is a string or a list of strings")
                } else {
                    told(&error)
                }
            });
        }
        self.count += more;
        if self.count > 0 {
            return Vec::new();
        }
        events
    }

    /// The rules of the file as keys and strings.
    fn raw(&mut self, text: &str) -> Vec<Raw> {
        let mut rules: Vec<Raw> = Vec::new();
        let mut events = self.events(text).into_iter().peekable();
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
                    let at = event.span().start();
                    let is_list = event.kind() == EventKind::ArrayTableOpen;
                    let kind = Kind::of(&key).filter(|_| is_list);
                    if kind.is_none() {
                        self.say(at, "here only [[rule]] or [[paper]] can stand");
                    }
                    rules.push(Raw {
                        kind: kind.unwrap_or(Kind::Rule),
                        at,
                        values: Vec::new(),
                        broken: kind.is_none(),
                    });
                }
                EventKind::SimpleKey => {
                    let at = event.span().start();
                    let errors = self.count;
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
                    let Some(rule) = rules.last_mut() else {
                        self.say(at, "a [[rule]] must stand before its keys");
                        continue;
                    };
                    if let Some(known) = self.known_key(rule.kind, &key, at) {
                        if rule.values.iter().any(|(other, _)| *other == known) {
                            let what = rule.kind.name();
                            self.say(at, format!("{key} stands twice in this {what}"));
                        } else {
                            rule.values.push((known, texts));
                        }
                    }
                    rule.broken |= self.count > errors;
                }
                _ => {}
            }
        }
        rules
    }

    fn known_key(&mut self, kind: Kind, key: &str, at: usize) -> Option<&'static str> {
        let keys = kind.keys();
        let known = keys.iter().find(|name| **name == key).copied();
        if known.is_none() {
            self.say_with(at, || {
                let meant = match nearest(key, keys) {
                    Some(meant) => format!(" — did you mean {meant}?"),
                    None => String::new(),
                };
                let key = repeated(key);
                format!("a {} has no key {key}{meant}", kind.name())
            });
        }
        known
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
}

/// A text of the file as a message repeats it.
pub(super) fn repeated(text: &str) -> String {
    match text.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
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
