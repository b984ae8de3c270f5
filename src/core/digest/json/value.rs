//! Values as JSON writes them, and as Python prints them: `{'a': None, "b": (1, 2)}`. One reader
//! takes both, for neither says what the other means otherwise.
//!
//! It is strict where a damaged file would be read wrongly (a string ends on its line, commas
//! divide) and lenient where only a letter is at stake: an escape that is none is read as it
//! stands. What a text says that is JSON throughout is left to `serde_json`; the walk from value to
//! value is ours, for a library stops at the first defect and cannot go on behind it.

/// How deep values may nest.
const MAX_DEPTH: u32 = 64;

/// So many values of a list or an object are kept; the longest lists of authors have a few
/// thousand.
const MOST_KEPT: usize = 16 * 1024;

/// A value; an object keeps its members in their order.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::core::digest) enum Value {
    /// `null`, `None`, `NaN`.
    Null,
    /// `true`, `True`.
    Flag(bool),
    /// A number as it is written.
    Number(String),
    /// A text, its escapes resolved.
    Text(String),
    /// `[…]` or `(…)`.
    List(Vec<Value>),
    /// `{…}`.
    Object(Vec<(String, Value)>),
}

impl Value {
    /// The text that it is, or the number as it is written.
    pub(in crate::core::digest) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The first member of an object with one of these names, capitals or not; the names in order
    /// of preference.
    pub(super) fn member(&self, names: &[&str]) -> Option<&Value> {
        let Self::Object(members) = self else {
            return None;
        };
        names.iter().find_map(|name| {
            members
                .iter()
                .find(|(known, _)| known.eq_ignore_ascii_case(name))
                .map(|(_, value)| value)
        })
    }
}

/// Why a value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The place, in bytes.
    pub(super) at: usize,
    /// What is wrong there; part of a sentence.
    pub(super) what: &'static str,
    /// Whether the text ended too early.
    pub(super) cut: bool,
}

/// Reads values from a place of a text on.
#[derive(Debug)]
pub(super) struct Scanner<'t> {
    text: &'t str,
    /// The place of the next byte.
    pub(super) at: usize,
    /// Where the first escape stands that is none, and what became of it.
    pub(super) odd: Option<(usize, &'static str)>,
    /// Whether anybody wants the lists and objects that come: else they are only walked.
    pub(super) keeps: bool,
    /// Where a value breaks, the lists and objects that are open there, the innermost first.
    pub(super) open: Vec<usize>,
}

impl<'t> Scanner<'t> {
    /// Reads from this place on.
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self {
            text,
            at,
            odd: None,
            keeps: true,
            open: Vec::new(),
        }
    }

    /// The next byte.
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The text from here on.
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes past white space, control characters and byte-order marks.
    pub(super) fn skip_space(&mut self) {
        while let Some(b) = self.peek() {
            if b <= b' ' {
                self.at += 1;
            } else if b.is_ascii() {
                break;
            } else {
                match self.rest().chars().next() {
                    Some(c) if c.is_whitespace() || c == '\u{feff}' => self.at += c.len_utf8(),
                    _ => break,
                }
            }
        }
    }

    /// Takes this byte if it comes next, after white space.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        self.skip_space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Whether an object comes next, or a list that starts with one or with another list.
    pub(super) fn opens_objects(&self) -> bool {
        match self.peek() {
            Some(b'{') => true,
            Some(b'[') => {
                let mut inside = Scanner::new(self.text, self.at + 1);
                inside.skip_space();
                matches!(inside.peek(), None | Some(b'{' | b'['))
            }
            _ => false,
        }
    }

    /// What is wrong at this place.
    pub(super) fn fault(&self, what: &'static str) -> Fault {
        Fault {
            at: self.at,
            what,
            cut: self.at >= self.text.len(),
        }
    }

    /// A value.
    pub(super) fn value(&mut self) -> Result<Value, Fault> {
        self.nested(0)
    }

    fn nested(&mut self, depth: u32) -> Result<Value, Fault> {
        self.skip_space();
        let start = self.at;
        let read = match self.peek() {
            Some(b'"' | b'\'') => return self.string().map(Value::Text),
            Some(b'{' | b'[' | b'(') if depth >= MAX_DEPTH => {
                return Err(self.fault("values are nested too deep"));
            }
            Some(b'{') => self.object(depth),
            Some(b'[') => self.list(depth, b']'),
            Some(b'(') => self.list(depth, b')'),
            _ => return self.word(),
        };
        if read.is_err() {
            self.open.push(start);
        }
        read
    }

    fn object(&mut self, depth: u32) -> Result<Value, Fault> {
        self.at += 1;
        let mut members = Vec::new();
        while !self.take(b'}') {
            let name = self.name()?;
            let value = self.nested(depth + 1)?;
            if self.keeps(members.len()) {
                members.push((name, value));
            }
            self.divide(b'}')?;
        }
        Ok(Value::Object(members))
    }

    fn list(&mut self, depth: u32, end: u8) -> Result<Value, Fault> {
        self.at += 1;
        let mut values = Vec::new();
        while !self.take(end) {
            let value = self.nested(depth + 1)?;
            if self.keeps(values.len()) {
                values.push(value);
            }
            self.divide(end)?;
        }
        Ok(Value::List(values))
    }

    /// Whether one more is kept of a list or an object that has so many.
    fn keeps(&mut self, len: usize) -> bool {
        let too_many = self.keeps && len >= MOST_KEPT;
        if too_many {
            let what = "A list or an object here has more than 16,384 values; those from here on were left out.";
            self.odd.get_or_insert((self.at, what));
        }
        self.keeps && !too_many
    }

    /// A comma, unless the end comes next.
    fn divide(&mut self, end: u8) -> Result<(), Fault> {
        if self.take(b',') || self.peek() == Some(end) {
            return Ok(());
        }
        Err(self.fault(match end {
            b'}' => "a comma or } was expected",
            b')' => "a comma or ) was expected",
            _ => "a comma or ] was expected",
        }))
    }

    /// A member's name and the colon behind it.
    pub(super) fn name(&mut self) -> Result<String, Fault> {
        self.skip_space();
        let name = match self.peek() {
            Some(b'"' | b'\'') => self.string()?,
            _ => return Err(self.fault("a name in quotation marks was expected")),
        };
        if !self.take(b':') {
            return Err(self.fault("a colon was expected after the name"));
        }
        Ok(name)
    }

    /// A number, or a word that stands for a value.
    fn word(&mut self) -> Result<Value, Fault> {
        let rest = self.rest();
        let is_part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.' | b'_');
        let len = rest.bytes().position(|b| !is_part(b)).unwrap_or(rest.len());
        let word = rest.get(..len).unwrap_or_default();
        let is_number = word
            .trim_start_matches(['-', '+'])
            .starts_with(|c: char| c.is_ascii_digit() || c == '.');
        let value = match word {
            "null" | "None" | "NaN" | "nan" => Value::Null,
            "true" | "True" => Value::Flag(true),
            "false" | "False" => Value::Flag(false),
            "Infinity" | "-Infinity" | "inf" | "-inf" => Value::Number(word.to_owned()),
            _ if is_number && self.keeps => Value::Number(word.to_owned()),
            _ if is_number => Value::Null,
            _ => {
                // A word that the text's end cuts may be one.
                let mut fault = self.fault("a value was expected");
                fault.cut = len == rest.len();
                return Err(fault);
            }
        };
        self.at += len;
        Ok(value)
    }

    /// A text in quotation marks.
    pub(super) fn string(&mut self) -> Result<String, Fault> {
        let start = self.at;
        let Some(quote) = self.peek() else {
            return Err(self.fault("a text was expected"));
        };
        if let Some((text, end)) = self.json_text() {
            self.at = end;
            return Ok(text);
        }
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let stop = rest
                .bytes()
                .position(|b| b == quote || matches!(b, b'\\' | b'\n' | b'\r'));
            let len = stop.unwrap_or(rest.len());
            out.push_str(rest.get(..len).unwrap_or_default());
            self.at += len;
            match self.peek() {
                Some(b'\\') => self.escape(&mut out),
                Some(b) if b == quote => {
                    self.at += 1;
                    return Ok(out);
                }
                end => {
                    return Err(Fault {
                        at: start,
                        what: "the text that starts here is not closed on its line",
                        cut: end.is_none(),
                    });
                }
            }
        }
    }

    /// The text that comes next and where it ends, if it is one of JSON without defect.
    fn json_text(&self) -> Option<(String, usize)> {
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        if bytes.get(end) != Some(&b'"') {
            return None;
        }
        loop {
            end += 1 + memchr::memchr3(b'"', b'\\', b'\n', bytes.get(end + 1..)?)?;
            match bytes.get(end)? {
                b'"' => break,
                b'\\' => end += 1,
                _ => return None,
            }
        }
        let text = serde_json::from_str(self.text.get(self.at..=end)?).ok()?;
        Some((text, end + 1))
    }

    /// What a backslash says; it comes next.
    fn escape(&mut self, out: &mut String) {
        let start = self.at;
        self.at += 1;
        let Some(kind) = self.rest().chars().next() else {
            return;
        };
        if matches!(kind, '\n' | '\r') {
            // The line ends, and the text with it.
            return;
        }
        self.at += kind.len_utf8();
        let resolved = match kind {
            '"' | '\'' | '\\' | '/' => Some(kind),
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'a' => Some('\u{7}'),
            'v' => Some('\u{b}'),
            '0' => Some('\0'),
            'x' => self.hex(2).and_then(char::from_u32),
            'U' => self.hex(8).and_then(char::from_u32),
            'u' => self.hex(4).and_then(|code| self.unit(start, code)),
            _ => None,
        };
        if let Some(c) = resolved {
            out.push(c);
        } else {
            let what = "This escape is none; it was read as it stands.";
            self.odd.get_or_insert((start, what));
            self.at = start + 1 + kind.len_utf8();
            out.push('\\');
            out.push(kind);
        }
    }

    /// The character that starts with this unit of UTF-16; half a pair is none.
    fn unit(&mut self, start: usize, code: u32) -> Option<char> {
        if let Some(c) = char::from_u32(code) {
            return Some(c);
        }
        let after = self.at;
        if code < 0xdc00 && self.rest().starts_with("\\u") {
            self.at += 2;
            if let Some(low @ 0xdc00..=0xdfff) = self.hex(4) {
                return char::from_u32(0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00));
            }
            self.at = after;
        }
        let what = "This escape is half a character; a mark stands in its place.";
        self.odd.get_or_insert((start, what));
        Some(char::REPLACEMENT_CHARACTER)
    }

    /// So many hexadecimal digits.
    fn hex(&mut self, len: usize) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + len)?;
        let all = digits.bytes().all(|b| b.is_ascii_hexdigit());
        let code = u32::from_str_radix(digits, 16).ok().filter(|_| all)?;
        self.at += len;
        Some(code)
    }
}
