//! Values of YAML on one line or over several: in quotation marks, in brackets.

use super::super::json::Value;
use super::value::{MAX_DEPTH, MOST_KEPT};

/// Reads what stands there.
#[derive(Debug)]
pub(super) struct Flow<'t> {
    text: &'t str,
    /// The place of what comes next.
    pub(super) at: usize,
    /// The first place that cannot be read, and why; part of a sentence.
    pub(super) broken: Option<(usize, &'static str)>,
}

impl<'t> Flow<'t> {
    /// What stands at a place of a text.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            at,
            broken: None,
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn skip_space(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if !self.rest().starts_with('#') {
                return;
            }
            let rest = self.rest();
            self.at += memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        }
    }

    /// The value that comes next.
    pub(super) fn value(&mut self, depth: u32) -> Value {
        self.skip_space();
        match self.rest().chars().next() {
            Some('"' | '\'') => Value::Text(self.quoted()),
            Some('[' | '{') if depth >= MAX_DEPTH => {
                self.broken
                    .get_or_insert((self.at, "values are nested too deep"));
                self.at = self.text.len();
                Value::Null
            }
            Some('[') => self.bracketed(']', depth),
            Some('{') => self.bracketed('}', depth),
            _ => plain(self.word()),
        }
    }

    /// A text without quotation marks, up to what ends it in brackets.
    fn word(&mut self) -> &'t str {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let ends = |(at, b): (usize, &u8)| match b {
            b',' | b']' | b'}' | b'[' | b'{' => true,
            b':' => bytes
                .get(at + 1)
                .is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b',' | b']' | b'}')),
            _ => false,
        };
        let len = bytes.iter().enumerate().position(ends);
        let (word, _) = rest
            .split_at_checked(len.unwrap_or(rest.len()))
            .unwrap_or((rest, ""));
        self.at += word.len();
        word.trim()
    }

    fn bracketed(&mut self, close: char, depth: u32) -> Value {
        let start = self.at;
        self.at += 1;
        let (mut values, mut members) = (Vec::new(), Vec::new());
        loop {
            self.skip_space();
            let rest = self.rest();
            let Some(next) = rest.chars().next() else {
                self.broken
                    .get_or_insert((start, "the bracket that opens here is not closed"));
                break;
            };
            if next == close {
                self.at += 1;
                break;
            }
            let before = self.at;
            if next == ',' {
                self.at += 1;
                continue;
            }
            let value = self.value(depth + 1);
            self.skip_space();
            if self.rest().starts_with(':') {
                self.at += 1;
                let name = value.text().unwrap_or_default().to_owned();
                let value = self.value(depth + 1);
                if members.len() < MOST_KEPT {
                    members.push((name, value));
                }
            } else if values.len() < MOST_KEPT {
                values.push(value);
            }
            if self.at == before {
                // Another bracket than the one that is due.
                self.broken
                    .get_or_insert((self.at, "this bracket closes nothing"));
                self.at += 1;
            }
        }
        if close == ']' && members.is_empty() {
            Value::List(values)
        } else {
            Value::Object(members)
        }
    }

    /// A text in quotation marks; its lines are joined, a blank line ends a paragraph.
    fn quoted(&mut self) -> String {
        let start = self.at;
        let double = self.rest().starts_with('"');
        let quote = if double { '"' } else { '\'' };
        self.at += 1;
        let mut out = String::new();
        let mut chars = self.rest().char_indices().peekable();
        let mut end = None;
        while let Some((at, c)) = chars.next() {
            match c {
                _ if c == quote => {
                    if double || chars.peek().is_none_or(|(_, next)| *next != '\'') {
                        end = Some(at + 1);
                        break;
                    }
                    chars.next();
                    out.push('\'');
                }
                '\\' if double => match chars.next() {
                    Some((_, 'n')) => out.push('\n'),
                    Some((_, 't')) => out.push('\t'),
                    Some((_, kind @ ('x' | 'u' | 'U'))) => {
                        let len = match kind {
                            'x' => 2,
                            'u' => 4,
                            _ => 8,
                        };
                        let digits: String = chars.by_ref().take(len).map(|(_, c)| c).collect();
                        let code = u32::from_str_radix(&digits, 16).ok();
                        let c = code.and_then(char::from_u32);
                        out.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    Some((_, '\n' | '\r')) => {
                        while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                    }
                    Some((_, c)) => out.push(c),
                    None => {}
                },
                '\n' | '\r' => {
                    let mut ends = u32::from(c == '\n');
                    while let Some((_, c)) = chars.next_if(|(_, c)| c.is_whitespace()) {
                        ends += u32::from(c == '\n');
                    }
                    out.truncate(out.trim_end_matches([' ', '\t']).len());
                    out.push_str(if ends > 1 { "\n\n" } else { " " });
                }
                c => out.push(c),
            }
        }
        if let Some(len) = end {
            self.at += len;
        } else {
            let what = "the text that starts here is not closed";
            self.broken.get_or_insert((start, what));
            self.at = self.text.len();
        }
        out
    }
}

/// A value without quotation marks.
pub(super) fn plain(text: &str) -> Value {
    let is_number = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" => Value::Flag(true),
        "false" | "False" => Value::Flag(false),
        text if is_number(text) => Value::Number(text.to_owned()),
        text => Value::Text(text.to_owned()),
    }
}
