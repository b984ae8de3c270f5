//! Values as YAML writes them: the part of the language that reference managers and people use.
//!
//! Mappings and lists in blocks and in brackets, plain and quoted texts, literal and folded ones,
//! anchors, merged mappings. Tags and the type of a value say nothing here. Nothing grows by
//! aliases beyond a bound.

use std::collections::HashMap;

use super::super::json::Value;
use super::super::lines::lines;
use super::flow::{Flow, plain};

/// How deep values may nest.
pub(super) const MAX_DEPTH: u32 = 32;

/// So many values of one list or mapping are kept.
pub(super) const MOST_KEPT: usize = 16 * 1024;

/// What anchors name is kept up to so many bytes, and aliases may bring in as many.
const MOST_ALIASED: usize = 256 * 1024;

/// A line of the block that is read.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// How many spaces stand before its text, list marks that were read among them.
    indent: usize,
    /// Where its text starts.
    start: usize,
    /// Where it ends.
    end: usize,
}

/// What anchors name, over all blocks of a file.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    /// The values with their sizes in bytes.
    values: HashMap<String, (Value, usize)>,
    kept: usize,
    aliased: usize,
}

impl Anchors {
    fn insert(&mut self, name: &str, value: &Value) {
        let size = size(value);
        if self.kept + size <= MOST_ALIASED {
            self.kept += size;
            self.values.insert(name.to_owned(), (value.clone(), size));
        }
    }
}

/// Reads one block of a text.
#[derive(Debug)]
pub(super) struct Block<'t, 'a> {
    text: &'t str,
    rows: Vec<Row>,
    /// The row that comes next.
    at: usize,
    anchors: &'a mut Anchors,
    /// The first place that cannot be read, and why; part of a sentence.
    pub(super) broken: Option<(usize, &'static str)>,
}

impl<'t, 'a> Block<'t, 'a> {
    /// A block that stands between these places, of which the first starts a line.
    pub(super) fn new(text: &'t str, from: usize, to: usize, anchors: &'a mut Anchors) -> Self {
        let source = text.get(from..to).unwrap_or_default();
        let rows = lines(source).map(|line| {
            let content = line.text(source);
            let indent = content.len() - content.trim_start_matches(' ').len();
            Row {
                indent,
                start: from + line.start + indent,
                end: from + line.start + content.trim_end().len().max(indent),
            }
        });
        Self {
            text,
            rows: rows.collect(),
            at: 0,
            anchors,
            broken: None,
        }
    }

    /// The value of the block.
    pub(super) fn read(&mut self) -> Value {
        let value = self.node(0, 0);
        if let Some(row) = self.peek() {
            self.break_at(row.start, "this line is indented as none before it");
        }
        value
    }

    fn break_at(&mut self, at: usize, why: &'static str) {
        self.broken.get_or_insert((at, why));
    }

    fn content(&self, row: Row) -> &'t str {
        self.text.get(row.start..row.end).unwrap_or_default()
    }

    /// The next row that says something.
    fn peek(&mut self) -> Option<Row> {
        loop {
            let row = *self.rows.get(self.at)?;
            let content = self.content(row);
            if !content.is_empty() && !content.starts_with('#') {
                return Some(row);
            }
            self.at += 1;
        }
    }

    /// The value that starts on the next row, if that is indented so far.
    fn node(&mut self, least: usize, depth: u32) -> Value {
        let Some(row) = self.peek().filter(|row| row.indent >= least) else {
            return Value::Null;
        };
        let content = self.content(row);
        if depth >= MAX_DEPTH {
            self.break_at(row.start, "values are nested too deep");
            self.at = self.rows.len();
            return Value::Null;
        }
        if is_item(content) {
            self.list(row.indent, depth)
        } else if key(content).is_some() {
            self.mapping(row.indent, depth)
        } else {
            self.at += 1;
            self.inline(row.start, row.end, least, depth)
        }
    }

    fn list(&mut self, indent: usize, depth: u32) -> Value {
        let mut values = Vec::new();
        while let Some(row) = self.peek().filter(|row| row.indent == indent) {
            let content = self.content(row);
            if !is_item(content) {
                break;
            }
            let rest = content.get(1..).unwrap_or_default();
            let gap = rest.len() - rest.trim_start().len();
            // What follows the mark is read as if it stood on a line of its own.
            if let Some(row) = self.rows.get_mut(self.at) {
                row.start += 1 + gap;
                row.indent += 1 + gap;
            }
            self.at += usize::from(rest.trim_start().is_empty());
            let value = self.node(indent + 1, depth + 1);
            if values.len() < MOST_KEPT {
                values.push(value);
            } else {
                self.break_at(row.start, "a list has more than 16,384 values");
            }
        }
        Value::List(values)
    }

    fn mapping(&mut self, indent: usize, depth: u32) -> Value {
        let mut members: Vec<(String, Value)> = Vec::new();
        while let Some(row) = self.peek().filter(|row| row.indent == indent) {
            let Some((name, len)) = key(self.content(row)) else {
                break;
            };
            self.at += 1;
            let value = self.member(row.start + len, row.end, indent, depth);
            if name == "<<" {
                if let Value::Object(merged) = value {
                    members.extend(merged);
                }
            } else {
                members.push((name, value));
            }
            if members.len() > MOST_KEPT {
                members.truncate(MOST_KEPT);
                self.break_at(row.start, "a mapping has more than 16,384 members");
            }
        }
        Value::Object(members)
    }

    /// What stands behind a name: on its line or below it.
    fn member(&mut self, start: usize, end: usize, indent: usize, depth: u32) -> Value {
        let rest = self.text.get(start..end).unwrap_or_default();
        let rest = rest.trim_start();
        // A tag or an anchor alone names what stands below.
        let alone = rest.starts_with(['&', '!']) && !rest.contains(char::is_whitespace);
        if !rest.is_empty() && !rest.starts_with('#') && !alone {
            return self.inline(end - rest.len(), end, indent + 1, depth);
        }
        let value = self.below(indent, depth);
        if let Some(name) = rest.strip_prefix('&').filter(|_| alone) {
            self.anchors.insert(name, &value);
        }
        value
    }

    /// What stands below a name that is so far indented.
    fn below(&mut self, indent: usize, depth: u32) -> Value {
        match self.peek() {
            // A list may be no further indented than its name.
            Some(row) if row.indent == indent && is_item(self.content(row)) => {
                self.list(indent, depth + 1)
            }
            _ => self.node(indent + 1, depth + 1),
        }
    }

    /// A value that starts on a line that was taken; lines below belong to it that are indented so
    /// far.
    fn inline(&mut self, start: usize, end: usize, least: usize, depth: u32) -> Value {
        let source = self.text.get(start..end).unwrap_or_default();
        let first = source.chars().next().unwrap_or(' ');
        let word = source.split_whitespace().next().unwrap_or_default();
        let after = source.get(word.len()..).unwrap_or_default().trim_start();
        match first {
            '&' | '!' => {
                let value = if after.is_empty() {
                    self.node(least, depth + 1)
                } else if depth >= MAX_DEPTH {
                    Value::Null
                } else {
                    self.inline(end - after.len(), end, least, depth + 1)
                };
                if let Some(name) = word.strip_prefix('&') {
                    self.anchors.insert(name, &value);
                }
                value
            }
            '*' => self.alias(word.trim_start_matches('*'), start),
            '|' | '>' if word.len() <= 3 => self.literal(least, first == '>'),
            '"' | '\'' | '[' | '{' => self.flow(start, depth),
            _ => plain(&self.folded(source, least)),
        }
    }

    fn alias(&mut self, name: &str, at: usize) -> Value {
        let Some((value, size)) = self.anchors.values.get(name) else {
            self.break_at(at, "no anchor has this name");
            return Value::Null;
        };
        let aliased = self.anchors.aliased + size;
        if aliased > MOST_ALIASED {
            self.break_at(at, "aliases make the file many times as long");
            return Value::Null;
        }
        self.anchors.aliased = aliased;
        value.clone()
    }

    /// A text without quotation marks, on this line and those below.
    fn folded(&mut self, source: &str, least: usize) -> String {
        let mut out = uncommented(source).to_owned();
        let mut blank = false;
        while let Some(row) = self.rows.get(self.at).copied() {
            let content = self.content(row);
            if content.is_empty() {
                blank = true;
                self.at += 1;
                continue;
            }
            if row.indent < least || content.starts_with('#') {
                break;
            }
            out.push_str(if blank { "\n\n" } else { " " });
            out.push_str(uncommented(content));
            blank = false;
            self.at += 1;
        }
        out
    }

    /// A text on the lines below, line by line or with lines joined.
    fn literal(&mut self, least: usize, folds: bool) -> Value {
        let mut out = String::new();
        let mut width = None;
        while let Some(row) = self.rows.get(self.at).copied() {
            let content = self.content(row);
            if !content.is_empty() && row.indent < width.unwrap_or(least.max(1)) {
                break;
            }
            if !content.is_empty() {
                let width = *width.get_or_insert(row.indent);
                let after_blank = out.is_empty() || out.ends_with('\n');
                let deeper = row.indent - width;
                if folds && !after_blank {
                    out.push(' ');
                }
                out.extend(std::iter::repeat_n(' ', deeper));
                out.push_str(content);
                if !folds {
                    out.push('\n');
                }
            } else if folds {
                out.push_str("\n\n");
            } else {
                out.push('\n');
            }
            self.at += 1;
        }
        Value::Text(out.trim_end().to_owned())
    }

    /// A value in quotation marks or brackets, which may go on over lines.
    fn flow(&mut self, start: usize, depth: u32) -> Value {
        let end = self.rows.last().map_or(self.text.len(), |row| row.end);
        let source = self.text.get(..end).unwrap_or_default();
        let mut flow = Flow::new(source, start);
        let value = flow.value(depth);
        let (at, broken) = (flow.at, flow.broken);
        if let Some((at, why)) = broken {
            self.break_at(at, why);
        }
        while self.rows.get(self.at).is_some_and(|row| row.start < at) {
            self.at += 1;
        }
        value
    }
}

/// Whether a line is a list's: a hyphen and a space, or a hyphen alone.
pub(super) fn is_item(content: &str) -> bool {
    content
        .strip_prefix('-')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// The name that a line starts with, and how long it is with its colon.
pub(super) fn key(content: &str) -> Option<(String, usize)> {
    let quote = content.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let (name, rest) = content.get(1..)?.split_once(quote)?;
        let after = rest.trim_start().strip_prefix(':')?;
        let ends = after.is_empty() || after.starts_with([' ', '\t']);
        return ends.then(|| (name.to_owned(), content.len() - after.len()));
    }
    if content.starts_with(['[', '{', '#', '|', '>', '&', '*', '!', '%', '@', '`', ',']) {
        return None;
    }
    let colons = memchr::memchr_iter(b':', content.as_bytes());
    let mut ends = colons.filter(|at| {
        let after = content.as_bytes().get(at + 1);
        after.is_none_or(u8::is_ascii_whitespace)
    });
    let at = ends.next()?;
    let name = content.get(..at)?.trim_end();
    (!name.is_empty() && !name.contains(" #")).then(|| (name.to_owned(), at + 1))
}

/// A line without the comment at its end.
fn uncommented(content: &str) -> &str {
    let end = memchr::memmem::find(content.as_bytes(), b" #");
    end.and_then(|end| content.get(..end))
        .unwrap_or(content)
        .trim_end()
}

/// About how many bytes a value has.
fn size(value: &Value) -> usize {
    match value {
        Value::Null | Value::Flag(_) => 1,
        Value::Number(text) | Value::Text(text) => text.len() + 1,
        Value::List(values) => 1 + values.iter().map(size).sum::<usize>(),
        Value::Object(members) => {
            let members = members.iter();
            1 + members
                .map(|(name, value)| name.len() + size(value))
                .sum::<usize>()
        }
    }
}
