//! One entry of BibTeX, cut into its fields.
//!
//! A value goes on until its brace is closed, but never past a line that starts the next entry.
//! Where the brace is not closed before that, the value is cut before the first line that looks
//! like the next field, and so is each value after it: every part of the text is read twice at
//! most.

use std::collections::HashMap;

use super::super::lines::Line;

/// What an entry is and where it ends.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The type in lower case: `misc`, `string`.
    pub(super) kind: String,
    /// The fields in their order, names in lower case and values as they stand inside their braces.
    pub(super) fields: Vec<(String, String)>,
    /// The place behind it.
    pub(super) end: usize,
    /// What is wrong: the place, and the reason. The first one only.
    pub(super) broken: Option<(usize, &'static str)>,
    /// Whether the text ends inside of it.
    pub(super) cut: bool,
    /// How far the text was looked through for a bracket that it does not have.
    pub(super) searched: usize,
}

/// So many fields of an entry are kept.
const MOST_FIELDS: usize = 1024;

/// The abbreviations that BibTeX's styles define.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Whether an entry starts here: `@misc{key,`, `@string(`. Gives the type and how long the start
/// is, bracket and all.
pub(super) fn start(text: &str) -> Option<(&str, usize)> {
    let after = text.strip_prefix('@')?;
    let inside = after.trim_start_matches([' ', '\t']);
    let is_part = |b: &u8| b.is_ascii_alphabetic() || *b == b'_';
    let len = inside.bytes().take_while(is_part).count();
    let (kind, rest) = inside.split_at_checked(len)?;
    let rest = rest.trim_start_matches([' ', '\t']);
    let opens = len > 0 && rest.starts_with(['{', '(']);
    opens.then(|| (kind, text.len() - rest.len() + 1))
}

/// Whether a line starts an entry; no value goes on past it.
fn starts_next(line: &str) -> bool {
    start(line.trim_start_matches([' ', '\t'])).is_some()
}

/// Whether behind a value the entry goes on or ends.
fn goes_on(after: &str) -> bool {
    after.trim_start().starts_with([',', '}', ')', '#'])
}

/// Whether a line starts a field: `author = {`.
fn starts_field(line: &str) -> bool {
    let line = line.trim_start();
    let name = line.bytes().take_while(|b| is_name(*b)).count();
    let rest = line.get(name..).unwrap_or_default();
    let value = rest.trim_start().strip_prefix('=');
    name > 0 && value.is_some_and(|value| value.trim_start().starts_with(['{', '"']))
}

fn is_name(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'+' | b':' | b'.')
}

/// Reads the entry that starts at a place, an `@`; the abbreviations are those of the `@string`s
/// before it. It is known whether a value here may be one of those that are not closed.
pub(super) fn read(
    text: &str,
    at: usize,
    abbreviations: &mut Abbreviations,
    careful: bool,
) -> Option<Entry> {
    let (kind, len) = start(text.get(at..)?)?;
    let mut reader = Entries {
        text,
        at: at + len,
        abbreviations,
        careful,
        entry: Entry {
            kind: kind.to_ascii_lowercase(),
            ..Entry::default()
        },
    };
    let close = match text.as_bytes().get(at + len - 1) {
        Some(b'(') => b')',
        _ => b'}',
    };
    match reader.entry.kind.as_str() {
        "comment" | "preamble" => {
            reader.at -= 1;
            if close == b'}' {
                reader.group();
            } else {
                reader.skip_line();
            }
        }
        "string" => reader.fields(close),
        _ => {
            reader.key(close);
            reader.fields(close);
        }
    }
    let mut entry = reader.entry;
    entry.end = reader.at;
    Some(entry)
}

struct Entries<'t> {
    text: &'t str,
    at: usize,
    abbreviations: &'t mut Abbreviations,
    /// Whether a brace was left open: values now end before what looks like the next field.
    careful: bool,
    entry: Entry,
}

impl<'t> Entries<'t> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The bytes from here on.
    fn rest(&self) -> &'t [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// The text between two places.
    fn part(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or_default()
    }

    fn break_at(&mut self, at: usize, reason: &'static str) {
        self.entry.broken.get_or_insert((at, reason));
    }

    /// Goes to the next byte that is no white space; false where the next entry starts first, or
    /// the text ends.
    fn skip_space(&mut self) -> bool {
        while let Some(b) = self.byte() {
            if b == b'@' && self.at_line_start() && starts_next(self.part(self.at, self.line_end()))
            {
                return false;
            }
            if !b.is_ascii_whitespace() {
                return true;
            }
            self.at += 1;
        }
        false
    }

    fn at_line_start(&self) -> bool {
        let before = self.part(0, self.at).trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with(['\n', '\r'])
    }

    fn line_end(&self) -> usize {
        Line::at(self.text, self.at, 1).map_or(self.text.len(), |line| line.end)
    }

    fn skip_line(&mut self) {
        self.at = Line::at(self.text, self.at, 1).map_or(self.text.len(), |line| line.next);
    }

    /// Passes the key; an entry without one is read all the same.
    fn key(&mut self, close: u8) {
        let ends = |b: &u8| matches!(b, b',' | b'=' | b'{' | b'\n' | b'\r' | b'"') || *b == close;
        let end = self.rest().iter().enumerate().find(|(_, b)| ends(b));
        if let Some((len, b)) = end
            && !matches!(b, b'=' | b'{')
        {
            self.at += len;
        }
    }

    /// Reads fields up to the bracket that closes the entry.
    fn fields(&mut self, close: u8) {
        loop {
            if !self.skip_space() {
                self.entry.cut = self.at >= self.text.len();
                return self.break_at(self.at, "no bracket closes the entry");
            }
            match self.byte() {
                Some(b) if b == close => {
                    self.at += 1;
                    return;
                }
                Some(b',') => self.at += 1,
                _ => self.field(close),
            }
        }
    }

    fn field(&mut self, close: u8) {
        let start = self.at;
        let len = self.rest().iter().take_while(|b| is_name(**b)).count();
        let name = self.part(start, start + len);
        self.at += len;
        let after_name = self.at;
        let has_value = self.skip_space() && self.byte() == Some(b'=');
        if name.is_empty() || !has_value {
            self.break_at(start, "no field stands here, a name with “=” and a value");
            // What stands on the line is lost, but not what closes the entry.
            self.at = after_name;
            let rest = self.rest();
            let skipped = rest
                .iter()
                .position(|b| matches!(b, b'\n' | b'\r' | b',') || *b == close);
            self.at += skipped.unwrap_or(rest.len());
            return;
        }
        self.at += 1;
        let value = self.value(close);
        if self.entry.fields.len() < MOST_FIELDS {
            self.entry.fields.push((name.to_ascii_lowercase(), value));
        } else {
            self.break_at(
                start,
                "the entry has more than 1,024 fields, and those from here on were left out",
            );
        }
    }

    /// A value: pieces with `#` between.
    fn value(&mut self, close: u8) -> String {
        let mut value = String::new();
        loop {
            if !self.skip_space() {
                return value;
            }
            match self.byte() {
                Some(b'{') => value.push_str(self.group()),
                Some(b'"') => value.push_str(self.quoted()),
                Some(b) if b != close && b != b',' => {
                    let bytes = self.rest();
                    let len = bytes
                        .iter()
                        .position(|b| {
                            b.is_ascii_whitespace()
                                || matches!(b, b',' | b'#' | b'{' | b'"')
                                || *b == close
                        })
                        .unwrap_or(bytes.len());
                    let word = self.part(self.at, self.at + len);
                    self.at += len;
                    match self.abbreviations.resolve(word, self.at) {
                        Ok(text) => value.push_str(text),
                        Err(reason) => {
                            value.push_str(word);
                            self.break_at(self.at - len, reason);
                        }
                    }
                }
                _ => return value,
            }
            if !(self.skip_space() && self.byte() == Some(b'#')) {
                return value;
            }
            self.at += 1;
        }
    }

    /// What stands between the brace here and the one that closes it.
    fn group(&mut self) -> &'t str {
        self.delimited(b'}', "the brace that opens here is not closed")
    }

    /// What stands between the quotation mark here and the next one outside of braces.
    fn quoted(&mut self) -> &'t str {
        self.delimited(b'"', "the quotation mark here is not closed")
    }

    fn delimited(&mut self, close: u8, unclosed: &'static str) -> &'t str {
        let text = self.text;
        let bytes = text.as_bytes();
        let open = self.at;
        let start = open + 1;
        let mut depth = 0_usize;
        let mut field = None;
        let mut at = start;
        while let Some(b) = bytes.get(at) {
            match b {
                // A value that holds what looks like a field and after which the entry does not go
                // on took the entry's own bracket.
                b if *b == close && depth == 0 => {
                    let comments = self.entry.kind == "comment";
                    if field.is_some() && !comments && !goes_on(self.part(at + 1, text.len())) {
                        break;
                    }
                    self.at = at + 1;
                    return self.part(start, at);
                }
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                b'\n' | b'\r' => {
                    let next = Line::at(text, at + 1, 1).map_or("", |line| line.text(text));
                    if starts_next(next) {
                        break;
                    }
                    if field.is_none() && starts_field(next) {
                        field = Some(at);
                        if self.careful {
                            break;
                        }
                    }
                }
                _ => {}
            }
            at += 1;
        }
        let at = at.min(bytes.len());
        self.careful = true;
        self.entry.searched = self.entry.searched.max(at);
        self.break_at(open, unclosed);
        let end = field.unwrap_or(at);
        self.at = end;
        // What closes the field and perhaps the entry is no part of the value.
        let value = self.part(start, end).trim_end();
        let value = value.strip_suffix('}').map_or(value, str::trim_end);
        value
            .strip_suffix(',')
            .unwrap_or(value)
            .trim_end_matches(['}', '"'])
    }
}

/// So many times as much as was read may come of abbreviations; in real files it is a fraction.
const MOST_EXPANDED: usize = 4;

/// So many bytes may come of them besides.
const MOST_BESIDES: usize = 64 * 1024;

/// What the words stand for that are values without braces: months, and what `@string` defines.
///
/// An abbreviation may be made of others, so that a few lines may stand for more text than there is
/// memory: what they may bring in is bounded by how much was read.
#[derive(Debug)]
pub(super) struct Abbreviations {
    /// The texts by their names in lower case.
    texts: HashMap<String, String>,
    /// How many bytes came of them.
    expanded: usize,
}

impl Default for Abbreviations {
    fn default() -> Self {
        let texts = MONTHS
            .iter()
            .map(|month| ((*month).to_owned(), (*month).to_owned()));
        Self {
            texts: texts.collect(),
            expanded: 0,
        }
    }
}

impl Abbreviations {
    /// Adds those of an `@string`.
    pub(super) fn extend(&mut self, fields: Vec<(String, String)>) {
        self.texts.extend(fields);
    }

    /// What a word stands for that ends at this place, itself if it is not known; an error where
    /// too much came of such words.
    fn resolve<'a>(&'a mut self, word: &'a str, at: usize) -> Result<&'a str, &'static str> {
        let Some(text) = self.texts.get(&word.to_ascii_lowercase()) else {
            return Ok(word);
        };
        let expanded = self.expanded.saturating_add(text.len());
        if expanded
            > at.saturating_mul(MOST_EXPANDED)
                .saturating_add(MOST_BESIDES)
        {
            return Err(
                "abbreviations make the file many times as long, so this one stands as it is written",
            );
        }
        self.expanded = expanded;
        Ok(text)
    }
}
