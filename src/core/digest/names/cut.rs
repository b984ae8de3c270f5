//! A text with names, cut at what may stand between names.

use super::super::lines::part;
use super::super::markup;

/// Whose text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// A field of BibTeX: braces keep together, and what stands in parentheses is part of a name.
    Bibtex,
    /// Any other: what tells where somebody works is left out.
    Text,
}

/// What ends a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A comma, which may stand inside a name.
    Comma,
    /// A semicolon, which stands between names whose commas are their own.
    Semicolon,
    /// The word `and`, or a sign for it.
    And,
    /// A colon, a line's end, a parenthesis: what stands before it is done with.
    Break,
    /// The text.
    Text,
}

/// What stands between two separators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its text as it is written, single spaces in it.
    pub(super) text: String,
    /// What ends it.
    pub(super) end: End,
}

/// What is looked for from a place on is not farther away than so many bytes.
const NEAR: usize = 512;

/// How far a nickname may reach.
const NICKNAME: usize = 20;

/// An entity is not longer than so many bytes.
const LONGEST_ENTITY: usize = 12;

/// Commands whose argument is no part of a name.
const NOTES: [&str; 10] = [
    "textsuperscript",
    "thanks",
    "footnote",
    "footnotemark",
    "inst",
    "orcidlink",
    "IEEEauthorrefmark",
    "affil",
    "corref",
    "fnref",
];

/// Cuts a text up.
pub(super) fn pieces(source: &str, dialect: Dialect) -> Vec<Piece> {
    let mut depth = 0_i32;
    // A brace without a partner keeps nothing together.
    let is_balanced = source.bytes().all(|b| {
        depth += i32::from(b == b'{') - i32::from(b == b'}');
        depth >= 0
    }) && depth == 0;
    let mut cutter = Cutter {
        source,
        dialect,
        is_balanced,
        at: 0,
        depth: 0,
        opened: None,
        unwraps: false,
        name: String::new(),
        pieces: Vec::new(),
    };
    cutter.run();
    cutter.pieces
}

struct Cutter<'s> {
    source: &'s str,
    dialect: Dialect,
    is_balanced: bool,
    /// All before this is cut.
    at: usize,
    /// How many braces are open.
    depth: usize,
    /// Where the affiliation starts that is being read, and how many parentheses are open.
    opened: Option<(usize, usize)>,
    /// Whether the next closing bracket belongs to a link of Markdown.
    unwraps: bool,
    name: String,
    pieces: Vec<Piece>,
}

impl Cutter<'_> {
    fn run(&mut self) {
        while let Some(c) = self.rest().chars().next() {
            if self.opened.is_some() {
                self.affiliation(c);
            } else if self.depth > 0 {
                self.braced(c);
            } else {
                self.character(c);
            }
        }
        self.close(End::Text);
    }

    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// What stands from here on, and not far.
    fn near(&self) -> &str {
        let rest = self.rest();
        part(rest, &(0..rest.floor_char_boundary(NEAR)))
    }

    /// Copies bytes as they stand.
    fn copy(&mut self, len: usize) {
        let end = self.at + len;
        self.name.push_str(part(self.source, &(self.at..end)));
        self.at = end;
    }

    fn close(&mut self, end: End) {
        let name = self.name.trim();
        if !name.is_empty() {
            let text = name.to_owned();
            self.pieces.push(Piece { text, end });
        } else if let Some(last) = self.pieces.last_mut() {
            // `A, and B`; `A (Oslo); B`
            last.end = match (last.end, end) {
                (End::Comma, end @ (End::And | End::Break)) => end,
                (_, End::Semicolon) => End::Semicolon,
                (before, _) => before,
            };
        }
        self.name.clear();
    }

    /// The closing brace stands where the text is as it is.
    fn braced(&mut self, c: char) {
        match c {
            '{' => self.depth += 1,
            '}' => self.depth -= 1,
            _ => {}
        }
        let escapes = c == '\\' && self.rest().len() > 1;
        let next = self.rest().chars().nth(1).filter(|_| escapes);
        if c.is_whitespace() {
            self.space(c);
        } else {
            self.copy(c.len_utf8() + next.map_or(0, char::len_utf8));
        }
    }

    fn space(&mut self, c: char) {
        if !self.name.is_empty() && !self.name.ends_with(' ') {
            self.name.push(' ');
        }
        self.at += c.len_utf8();
    }

    fn character(&mut self, c: char) {
        let is_text = self.dialect == Dialect::Text;
        let starts_word = self.name.is_empty() || self.name.ends_with(' ');
        if starts_word && let Some(len) = self.joiner() {
            self.close(End::And);
            self.at += len;
            return;
        }
        match c {
            _ if c.is_whitespace() => self.space(c),
            ',' | '，' => self.separator(c, End::Comma),
            '、' => self.separator(c, End::Break),
            ';' | '；' => self.separator(c, End::Semicolon),
            '\\' => self.command(),
            '{' if self.is_balanced => {
                self.depth += 1;
                self.copy(1);
            }
            '&' => {
                let len = self.entity().unwrap_or(1);
                self.copy(len);
            }
            ':' | '：' if is_text => self.separator(c, End::Break),
            '(' | '（' if is_text => {
                self.opened = Some((self.at, 1));
                self.at += c.len_utf8();
            }
            '<' if is_text => self.tag(),
            '[' if is_text => self.bracket(),
            ']' if self.unwraps => {
                self.unwraps = false;
                self.at += 1;
            }
            '$' | '^' if is_text => self.superscript(c),
            '·' | '•' if starts_word => self.separator(c, End::Break),
            '*' | '†' | '‡' | '∗' | '⋆' | '✉' | '¹' | '²' | '³' | '\u{2070}'..='\u{2079}'
                if is_text =>
            {
                self.at += c.len_utf8();
            }
            _ => self.copy(c.len_utf8()),
        }
    }

    fn separator(&mut self, c: char, end: End) {
        self.close(end);
        self.at += c.len_utf8();
    }

    /// The length of a word that stands here and joins names.
    fn joiner(&self) -> Option<usize> {
        let rest = self.rest();
        let first = rest.bytes().next()?;
        if !matches!(first, b'a' | b'A' | b'&' | b'\\' | b'u' | b'e' | 0xef) {
            return None;
        }
        let near = part(rest, &(0..rest.floor_char_boundary(LONGEST_ENTITY)));
        let len = near.find(char::is_whitespace).unwrap_or(near.len());
        let word = part(near, &(0..len));
        let joins = match word {
            "&" | "&amp;" | r"\&" | "＆" => true,
            // `von und zu`, `et al.`
            "und" => self.dialect == Dialect::Text && !self.name.ends_with("von "),
            "et" => {
                let after = part(near, &(len..near.len())).trim_start();
                self.dialect == Dialect::Text && after.len() > 2 && !after.starts_with("al")
            }
            _ => word.eq_ignore_ascii_case("and"),
        };
        let ends = len < near.len() || near.len() == rest.len();
        (joins && ends).then_some(len)
    }

    /// The length of the entity that starts here; its semicolon is its own.
    fn entity(&self) -> Option<usize> {
        let rest = self.rest();
        let near = part(rest, &(0..rest.floor_char_boundary(LONGEST_ENTITY)));
        let len = near.find(';')? + 1;
        let entity = part(near, &(0..len));
        let inside = entity.trim_matches(['&', ';', '#']);
        let is_name = inside.chars().all(|c| c.is_ascii_alphanumeric()) && !inside.is_empty();
        (is_name && markup::read(entity).plain != entity).then_some(len)
    }

    /// A backslash and what it belongs to.
    fn command(&mut self) {
        let near = self.near();
        let inside = near.get(1..).unwrap_or_default();
        let name_len = inside.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (name, after) = inside.split_at_checked(name_len).unwrap_or_default();
        if self.dialect == Dialect::Text && NOTES.contains(&name) {
            self.at += 1 + name_len + group(after);
            return;
        }
        let next = inside.chars().next().filter(|_| name_len == 0);
        let len = 1 + name_len + next.map_or(0, char::len_utf8);
        self.copy(len);
    }

    /// A tag of HTML, an address of mail in pointed brackets, or a sign.
    fn tag(&mut self) {
        let near = self.near();
        let inside = near.get(1..).unwrap_or_default();
        let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let Some(end) = inside
            .find(['>', '<'])
            .filter(|end| is_tag && inside.as_bytes().get(*end) == Some(&b'>'))
        else {
            return self.copy(1);
        };
        let tag = part(inside, &(0..end));
        let name: String = tag
            .chars()
            .skip_while(|c| *c == '/')
            .take_while(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect();
        let mut len = 1 + end + 1;
        if name == "sup" && !tag.starts_with('/') {
            let after = part(near, &(len..near.len()));
            len += after.find("</sup>").map_or(0, |at| at + "</sup>".len());
        }
        if matches!(name.as_str(), "br" | "p" | "li" | "div") {
            self.close(End::Break);
        } else if tag.contains('@') && self.name.is_empty()
            || !is_beside(part(near, &(0..1 + end + 1)))
        {
            return self.copy(len);
        }
        self.at += len;
    }

    /// `[1,2]` is a note; other brackets are what they are, but for those of a link.
    fn bracket(&mut self) {
        let near = self.near();
        let inside = near.get(1..).unwrap_or_default();
        let end = inside.find(['[', ']']);
        let Some(end) = end.filter(|end| inside.as_bytes().get(*end) == Some(&b']')) else {
            return self.copy(1);
        };
        let note = part(inside, &(0..end));
        let is_note = !note.is_empty()
            && note
                .split([',', ' ', ';'])
                .all(|mark| mark.chars().filter(|c| c.is_alphabetic()).count() < 2);
        if is_note && note.contains(|c: char| c.is_ascii_digit() || c == '*') {
            self.at += end + 2;
        } else if part(inside, &(end + 1..inside.len())).starts_with('(') {
            self.unwraps = true;
            self.at += 1;
        } else {
            self.copy(1);
        }
    }

    /// `$^{1,2}$`, `^1`: where somebody works. Other formulas stay.
    fn superscript(&mut self, c: char) {
        let near = self.near();
        let inside = near.get(1..).unwrap_or_default();
        if c == '^' {
            let sign = inside
                .chars()
                .next()
                .filter(|c| !c.is_whitespace() && *c != '{');
            let len = sign.map_or_else(|| group(inside), char::len_utf8);
            self.at += 1 + len;
            return;
        }
        let end = inside.find('$');
        match end.filter(|end| {
            let formula = part(inside, &(0..*end)).trim_start_matches("{}");
            formula.starts_with(['^', '_', '\\', '*'])
                || formula.bytes().all(|b| b.is_ascii_digit())
        }) {
            Some(end) => self.at += end + 2,
            None => self.copy(end.map_or(1, |end| end + 2)),
        }
    }

    /// A character inside of parentheses.
    fn affiliation(&mut self, c: char) {
        let Some((opened, depth)) = self.opened else {
            return;
        };
        let escaped = self.rest().chars().nth(1).filter(|_| c == '\\');
        self.at += c.len_utf8() + escaped.map_or(0, char::len_utf8);
        let depth = match c {
            '(' | '（' => depth + 1,
            ')' | '）' => depth - 1,
            _ => depth,
        };
        if depth > 0 {
            self.opened = Some((opened, depth));
            return;
        }
        self.opened = None;
        let inside = part(self.source, &(opened..self.at));
        let before = self.name.trim();
        if is_nickname(before, inside, self.rest()) {
            let inside = inside.to_owned();
            self.name.push_str(&inside);
        } else if before.contains('@') && !before.contains(' ') {
            // `ada@x.org (Ada Stern)`, as RSS has it.
            self.name = inside.trim_matches(['(', ')', '（', '）']).to_owned();
        } else {
            self.close(End::Break);
        }
    }
}

/// The length of the group in braces at the start, nothing if none stands there.
fn group(text: &str) -> usize {
    let mut depth = 0_usize;
    for (at, b) in text.bytes().enumerate() {
        match b {
            b'{' => depth += 1,
            b'}' if depth > 0 => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return if b == b'}' { at + 1 } else { 0 };
        }
    }
    0
}

/// Whether what stands in pointed brackets is no part of a name: an address, or a tag of HTML.
/// `Ada <last>` has neither.
fn is_beside(tag: &str) -> bool {
    let inside = tag.trim_start_matches('<');
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric());
    let name = inside.get(..end.unwrap_or_default()).unwrap_or_default();
    let element = [tag, "a</", name, ">"].concat();
    tag.contains(['@', '/']) || markup::read(&markup::plain_tags(&element)).plain != element
}

/// Whether a parenthesis stands inside a name: `Robert (Bob) Smith`, and not `R. Smith (Oslo) B.
/// Jones`.
fn is_nickname(before: &str, parenthesis: &str, after: &str) -> bool {
    let inside = parenthesis.trim_matches(['(', ')']);
    let one_word = |word: &str| {
        word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    inside.len() <= NICKNAME
        && one_word(before)
        && one_word(inside)
        && inside.chars().skip(1).all(|c| !c.is_uppercase())
        && after.starts_with([' ', '\n'])
        && after
            .split([' ', '\n', ',', ';', '('])
            .nth(1)
            .is_some_and(|word| one_word(word) && word != "and")
}
