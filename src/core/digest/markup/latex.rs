//! The authors' layer: LaTeX emphasis, links, escapes, accents and quotes in running text.

mod environments;

use super::accents::{self, Glyph};
use super::html::{EventKind, Html};
use super::math::{self, Formula};
use super::urls::{self, Url};
use super::writer::{Key, Writer};
use crate::core::digest::lines::part;
use crate::core::digest::needles::{Next, find_from};
use crate::core::text::{RichText, Style, checked_href};

/// `\name{…}`: the style that the argument has, if it shows at all.
const COMMANDS: [(&str, Option<Style>); 22] = [
    ("emph", Some(Style::Emphasis)),
    ("textit", Some(Style::Emphasis)),
    ("textsl", Some(Style::Emphasis)),
    ("textbf", Some(Style::Strong)),
    ("texttt", Some(Style::Code)),
    ("mbox", None),
    ("text", None),
    ("textmd", None),
    ("textnormal", None),
    ("textrm", None),
    ("textsc", None),
    ("textsf", None),
    ("textup", None),
    ("underline", None),
    ("uline", None),
    ("hbox", None),
    ("textlf", None),
    ("textsubscript", None),
    ("textsuperscript", None),
    ("ce", None),
    ("bibnamefont", None),
    ("bibfnamefont", None),
];

/// `{\name …}`: the style that the rest of the group has.
const SWITCHES: [(&str, Option<Style>); 13] = [
    ("em", Some(Style::Emphasis)),
    ("it", Some(Style::Emphasis)),
    ("itshape", Some(Style::Emphasis)),
    ("sl", Some(Style::Emphasis)),
    ("bf", Some(Style::Strong)),
    ("bfseries", Some(Style::Strong)),
    ("tt", Some(Style::Code)),
    ("ttfamily", Some(Style::Code)),
    ("rm", None),
    ("sc", None),
    ("scshape", None),
    ("sf", None),
    ("small", None),
];

/// Reads text whose HTML is taken out already.
pub(super) fn read(html: &Html) -> RichText {
    let formulas = math::formulas(html);
    let urls = urls::urls(html, &formulas);
    let groups = groups(&html.text, &formulas);
    let scanner = Scanner {
        html,
        text: &html.text,
        writer: Writer::new(html.text.len()),
        at: 0,
        next_event: 0,
        formulas: formulas.into_iter().peekable(),
        urls: urls.into_iter().peekable(),
        specials: [
            first_special(&html.text, *b"\\{}"),
            first_special(&html.text, *b"~`'"),
        ],
        groups,
        next_group: 0,
        ends: Vec::new(),
        close_quote: Next::default(),
        open_quotes: 0,
        environments: 0,
        conditions: 0,
    };
    scanner.run()
}

struct Scanner<'h> {
    html: &'h Html<'h>,
    text: &'h str,
    writer: Writer,
    /// All before this is written.
    at: usize,
    next_event: usize,
    formulas: std::iter::Peekable<std::vec::IntoIter<Formula>>,
    urls: std::iter::Peekable<std::vec::IntoIter<Url>>,
    /// Where the next commands and braces, and the next ties and quotes stand.
    specials: [usize; 2],
    groups: Vec<Group>,
    /// All groups before this one open before the place that was asked for last.
    next_group: usize,
    /// The closing braces that end a styled group and are not shown, innermost last.
    ends: Vec<usize>,
    close_quote: Next,
    open_quotes: usize,
    /// How many environments are open, and how many conditions of which the second half is read.
    environments: usize,
    conditions: usize,
}

impl Scanner<'_> {
    fn run(mut self) -> RichText {
        loop {
            self.apply_events();
            if self.at >= self.text.len() {
                return self.writer.finish();
            }
            let limit = self.limit();
            if limit == self.at {
                self.formula_or_url();
                continue;
            }
            let plain = self.next_special().min(limit);
            self.writer.text(part(self.text, &(self.at..plain)));
            self.at = plain;
            if self.at < limit {
                self.special(limit);
            }
        }
    }

    /// Lets happen what the tags up to here mean.
    fn apply_events(&mut self) {
        while let Some(event) = self.html.events.get(self.next_event) {
            if event.at > self.at {
                break;
            }
            match &event.kind {
                EventKind::Break => self.writer.paragraph(),
                EventKind::Open(number, style) => {
                    self.writer.open(Key::Tag(*number), style.clone());
                }
                EventKind::Close(number) => self.writer.close(Key::Tag(*number)),
            }
            self.next_event += 1;
        }
    }

    /// Where the next of LaTeX's special characters stands, or the text ends. Each of two searches
    /// runs over the text once.
    fn next_special(&mut self) -> usize {
        let bytes = self.text.as_bytes();
        let rest = bytes.get(self.at..).unwrap_or_default();
        let [commands, marks] = &mut self.specials;
        if *commands < self.at {
            let found = memchr::memchr3(b'\\', b'{', b'}', rest);
            *commands = found.map_or(bytes.len(), |found| self.at + found);
        }
        if *marks < self.at {
            let found = memchr::memchr3(b'~', b'`', b'\'', rest);
            *marks = found.map_or(bytes.len(), |found| self.at + found);
        }
        (*commands).min(*marks)
    }

    /// How far the text goes before a tag, a formula or an address.
    fn limit(&mut self) -> usize {
        let at = self.at;
        while self
            .formulas
            .next_if(|formula| formula.start < at)
            .is_some()
        {}
        while self.urls.next_if(|url| url.start < at).is_some() {}
        let event = self.html.events.get(self.next_event).map(|event| event.at);
        let formula = self.formulas.peek().map(|formula| formula.start);
        let url = self.urls.peek().map(|url| url.start);
        [event, formula, url]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(self.text.len())
    }

    /// Writes the formula or the address that starts here.
    fn formula_or_url(&mut self) {
        let at = self.at;
        if let Some(formula) = self.formulas.next_if(|formula| formula.start == at) {
            let source = part(self.text, &(formula.start..formula.end));
            let display = formula.display;
            self.writer.leaf(source, Style::Math { display });
            self.at = formula.end;
        } else if let Some(url) = self.urls.next_if(|url| url.start == at) {
            if self.writer.in_link() {
                self.writer.text(&url.label);
            } else {
                self.writer.leaf(&url.label, Style::Link(url.href));
            }
            self.at = url.end;
        }
    }

    /// Reads what starts with one of LaTeX's special characters; at least one byte, none at or
    /// after the limit unless it belongs to it.
    fn special(&mut self, limit: usize) {
        match self.text.as_bytes().get(self.at) {
            Some(b'\\') => self.command(limit),
            Some(b'{') => self.group_start(),
            Some(b'}') if self.ends.last() == Some(&self.at) => {
                self.ends.pop();
                self.writer.close(Key::Group(self.at));
                self.at += 1;
            }
            Some(b'~') => self.tilde(),
            Some(b'`' | b'\'') => self.quotes(),
            _ => self.verbatim(1),
        }
    }

    /// Writes bytes as they stand.
    fn verbatim(&mut self, len: usize) {
        let end = self.at + len;
        self.writer.text(part(self.text, &(self.at..end)));
        self.at = end;
    }

    /// Writes one character in place of some bytes.
    fn replace(&mut self, len: usize, c: char) {
        self.writer.char(c);
        self.at += len;
    }

    fn command(&mut self, limit: usize) {
        let rest = part(self.text, &(self.at..limit));
        let Some(first) = rest.chars().nth(1) else {
            return self.verbatim(1);
        };
        if let Some((glyph, len)) = accents::read(rest) {
            match glyph {
                Glyph::Letter(c) => self.writer.char(c),
                Glyph::Text(text) => self.writer.text(text),
            }
            self.at += len;
            return;
        }
        match first {
            '%' | '&' | '_' | '#' | '$' | '{' | '}' => self.replace(2, first),
            ' ' | '\n' | ',' => self.replace(2, ' '),
            _ if first.is_ascii_alphabetic() => self.named_command(rest),
            _ => self.verbatim(1 + first.len_utf8()),
        }
    }

    fn named_command(&mut self, rest: &str) {
        let name_len = letters(rest.get(1..).unwrap_or_default());
        let name = part(rest, &(1..1 + name_len));
        let argument = self.at + 1 + name_len;
        if self.condition(rest, name) || self.item(rest, name) {
            return;
        }
        let Some(close) = self.group_at(argument) else {
            return self.verbatim(1 + name_len);
        };
        let inside = part(self.text, &(argument + 1..close));
        match name {
            "url" => {
                let label = urls::unescape(inside);
                self.link(checked_href(&label), &label);
                self.at = close + 1;
            }
            "href" => {
                let address = urls::unescape(inside);
                let href = checked_href(&address);
                if let Some(end) = self.group_at(close + 1) {
                    let style = href.map(|href| Style::Link(href.to_owned()));
                    self.begin_group(close + 2, end, style);
                } else {
                    self.link(href, inside);
                    self.at = close + 1;
                }
            }
            "ensuremath" => self.ensured(inside, argument, close),
            "begin" | "end" if self.environment(rest, name, inside) => {}
            _ => {
                if let Some((_, style)) = COMMANDS.iter().find(|(known, _)| *known == name) {
                    return self.begin_group(argument + 1, close, style.clone());
                }
                // What is shown as a command keeps the braces of its argument, also those that a
                // letter would lose.
                let is_letter = accents::read(inside).is_some_and(|(_, len)| len == inside.len());
                self.verbatim(1 + name_len + usize::from(is_letter));
            }
        }
    }

    fn link(&mut self, href: Option<&str>, label: &str) {
        match href {
            Some(href) if !self.writer.in_link() => {
                self.writer.leaf(label, Style::Link(href.to_owned()));
            }
            _ => self.writer.text(label),
        }
    }

    /// Goes on inside a group whose braces are not shown.
    fn begin_group(&mut self, inside: usize, close: usize, style: Option<Style>) {
        if let Some(style) = style {
            self.writer.open(Key::Group(close), style);
        }
        self.ends.push(close);
        self.at = inside;
    }

    /// `{\em …}` and `{\"o}` lose their braces; others are shown, for most are not LaTeX's.
    fn group_start(&mut self) {
        let Some(close) = self.group_at(self.at) else {
            return self.verbatim(1);
        };
        let start = self.at + 1;
        let inside = part(self.text, &(start..close));
        let Some(after) = inside.strip_prefix('\\') else {
            return self.verbatim(1);
        };
        if accents::read(inside).is_some_and(|(_, len)| len == inside.len()) {
            return self.begin_group(start, close, None);
        }
        let (name, rest) = after.split_at_checked(letters(after)).unwrap_or_default();
        match SWITCHES.iter().find(|(known, _)| *known == name) {
            Some((_, style)) => {
                let gap = rest.len() - rest.trim_start().len();
                self.begin_group(start + 1 + name.len() + gap, close, style.clone());
            }
            None => self.verbatim(1),
        }
    }

    /// A tie between words is a space; `~5` and `3~5` mean "about" and "to" and stay.
    fn tilde(&mut self) {
        let before = part(self.text, &(0..self.at)).chars().next_back();
        let after = self
            .text
            .get(self.at + 1..)
            .and_then(|after| after.chars().next());
        let counts = |c: char| c.is_ascii_digit() || c == '%';
        let ties = match (before, after) {
            (Some(before), Some(after)) => {
                let opens = before.is_whitespace() || matches!(before, '(' | '[' | '{' | '/' | '=');
                !(opens || counts(before) && after.is_ascii_digit())
            }
            _ => false,
        };
        if ties {
            self.replace(1, ' ');
        } else {
            self.verbatim(1);
        }
    }

    /// ``` ``…'' ``` are quotation marks when both are there; other runs of these characters are
    /// what they are.
    fn quotes(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        // Of a long run each pair closes something: the run is not counted for each.
        if self.open_quotes > 0 && rest.starts_with(b"''") {
            self.open_quotes -= 1;
            return self.replace(2, '”');
        }
        let first = rest.first();
        let run = rest.iter().take_while(|b| Some(*b) == first).count();
        if run == 2 && first == Some(&b'`') && self.closes_quote() {
            self.open_quotes += 1;
            self.replace(2, '“');
        } else {
            self.verbatim(run);
        }
    }

    /// Whether quotation marks are closed somewhere from here on.
    fn closes_quote(&mut self) -> bool {
        let text = self.text;
        self.close_quote
            .at_or_after(self.at, |from| find_from(text, from, "''"))
            .is_some()
    }

    /// The closing brace of the group that opens here. Places are asked for in their order.
    fn group_at(&mut self, open: usize) -> Option<usize> {
        let after = self.groups.get(self.next_group..).unwrap_or_default();
        let passed = after.iter().take_while(|group| group.open < open).count();
        self.next_group += passed;
        let group = after.get(passed).filter(|group| group.open == open);
        group.and_then(|group| group.close)
    }
}

/// Where the first of three characters stands, or the text ends.
fn first_special(text: &str, [a, b, c]: [u8; 3]) -> usize {
    memchr::memchr3(a, b, c, text.as_bytes()).unwrap_or(text.len())
}

/// A brace and the one that closes it.
#[derive(Debug)]
struct Group {
    open: usize,
    close: Option<usize>,
}

/// The groups outside of formulas, by their opening brace. An escaped brace is none.
fn groups(text: &str, formulas: &[Formula]) -> Vec<Group> {
    let bytes = text.as_bytes();
    let mut groups: Vec<Group> = Vec::new();
    let mut waiting: Vec<usize> = Vec::new();
    let mut formulas = formulas.iter().peekable();
    let mut at = 0;
    while let Some(offset) = bytes
        .get(at..)
        .and_then(|rest| memchr::memchr3(b'\\', b'{', b'}', rest))
    {
        let found = at + offset;
        while formulas.next_if(|formula| formula.end <= found).is_some() {}
        if let Some(formula) = formulas.peek().filter(|formula| formula.start <= found) {
            at = formula.end;
            continue;
        }
        at = found + 1;
        match bytes.get(found) {
            Some(b'\\') => at += 1,
            Some(b'{') => {
                waiting.push(groups.len());
                groups.push(Group {
                    open: found,
                    close: None,
                });
            }
            _ => {
                if let Some(group) = waiting.pop().and_then(|open| groups.get_mut(open)) {
                    group.close = Some(found);
                }
            }
        }
    }
    groups
}

/// The number of ASCII letters at the start.
fn letters(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_alphabetic).count()
}
