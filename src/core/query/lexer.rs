//! Characters → tokens.
//!
//! A token's kind never depends on the field before it, so a group after a field reads as the same
//! terms without one.

use super::ast::QueryError;
use super::fields::{FIELDS, FieldInfo, field_named};
use super::suggest::nearest;

/// A token and its place in bytes.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub kind: Kind<'t>,
    pub start: usize,
    pub end: usize,
}

/// What a token is.
#[derive(Clone, Debug)]
pub(super) enum Kind<'t> {
    Open,
    Close,
    And,
    Or,
    /// `NOT`, or a row of minus signs that stands directly before a term; `odd` when it negates.
    Not {
        odd: bool,
    },
    /// A field's name and the colon.
    Field(&'static FieldInfo),
    /// Anything else up to the next space, quote or parenthesis, as typed.
    Run(&'t str),
    /// What stands between quotes, escapes resolved.
    Quoted(String),
    Regex {
        pattern: String,
        case_sensitive: bool,
    },
    End,
}

/// Reads tokens one by one.
#[derive(Debug)]
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// What the last token was.
    before: Before,
}

/// What a token was, as far as it decides whether a word in lower case behind it is an operator.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Before {
    /// There was none.
    Nothing,
    /// A word, a phrase or a regex.
    Term,
    /// The end of a group.
    Close,
    And,
    /// Whatever wants a term behind it.
    Open,
}

impl Before {
    /// Whether a term has just ended.
    fn ends_term(self) -> bool {
        matches!(self, Self::Term | Self::Close)
    }
}

/// Straight and typographic double quotes all mean the same: phones and word processors exchange
/// them at will.
pub(super) fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟')
}

/// Whether there is a letter or a digit to look for.
pub(super) fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Whether this word is an operator.
pub(super) fn is_operator(word: &str) -> bool {
    matches!(word, "AND" | "OR" | "NOT")
}

/// Whether this word is one where it stands between terms, or may be meant as one there.
pub(super) fn is_small_operator(word: &str) -> bool {
    matches!(word, "and" | "or" | "not")
}

/// How a search for all fields is written on arXiv.
const ALL: &str = "all:";

fn ends_run(c: char) -> bool {
    c.is_whitespace() || is_quote(c) || matches!(c, '(' | ')' | '|')
}

impl<'t> Lexer<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            before: Before::Nothing,
        }
    }

    /// The next token; [`Kind::End`] for ever at the end.
    pub fn next(&mut self) -> Result<Token<'t>, QueryError> {
        let token = self.read()?;
        self.before = match token.kind {
            Kind::Run(_) | Kind::Quoted(_) | Kind::Regex { .. } => Before::Term,
            Kind::Close => Before::Close,
            Kind::And => Before::And,
            Kind::Open | Kind::Or | Kind::Not { .. } | Kind::Field(_) | Kind::End => Before::Open,
        };
        Ok(token)
    }

    fn read(&mut self) -> Result<Token<'t>, QueryError> {
        let text = self.text;
        loop {
            let start = self.at;
            let rest = &text[start..];
            let Some(first) = rest.chars().next() else {
                return Ok(self.token(Kind::End, start));
            };
            match first {
                '(' => return Ok(self.token(Kind::Open, start + 1)),
                ')' => return Ok(self.token(Kind::Close, start + 1)),
                '-' => {
                    let term = rest.trim_start_matches('-');
                    let signs = rest.len() - term.len();
                    self.at += signs;
                    if starts_term(term) {
                        let odd = signs % 2 == 1;
                        return Ok(Token {
                            kind: Kind::Not { odd },
                            start,
                            end: self.at,
                        });
                    }
                }
                c if c.is_whitespace() => self.at += c.len_utf8(),
                c if is_quote(c) => return self.quoted(c),
                '/' if starts_regex(rest) => return self.regex(),
                '|' => {
                    let after = rest.trim_start_matches('|');
                    let end = start + rest.len() - after.len();
                    if self.before.ends_term() && meets_term(after) {
                        return Ok(self.token(Kind::Or, end));
                    }
                    self.at = end;
                }
                _ if looks_everywhere(rest) => self.at += ALL.len(),
                _ => {
                    let run = run(rest);
                    if is_ignored(run) {
                        self.at += run.len();
                    } else {
                        return self.run(run);
                    }
                }
            }
        }
    }

    fn token(&mut self, kind: Kind<'t>, end: usize) -> Token<'t> {
        let start = std::mem::replace(&mut self.at, end);
        Token { kind, start, end }
    }

    /// An operator, a field or a run.
    fn run(&mut self, run: &'t str) -> Result<Token<'t>, QueryError> {
        let end = self.at + run.len();
        match run {
            "AND" => return Ok(self.token(Kind::And, end)),
            "OR" => return Ok(self.token(Kind::Or, end)),
            "NOT" => return Ok(self.token(Kind::Not { odd: true }, end)),
            _ => {}
        }
        if let Some(kind) = self.small_operator(run) {
            return Ok(self.token(kind, end));
        }
        let Some((name, value)) = run.split_once(':') else {
            return Ok(self.token(Kind::Run(run), end));
        };
        // `16:9` is a word, and so are `https://…` and `std::sort`.
        let named = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphabetic());
        if !named || value.starts_with("//") || value.starts_with(':') {
            return Ok(self.token(Kind::Run(run), end));
        }
        if let Some(info) = field_named(name) {
            let end = self.at + name.len() + 1;
            return Ok(self.token(Kind::Field(info), end));
        }
        let at = self.at..self.at + name.len();
        match nearest(name, FIELDS.iter().map(|info| info.name)) {
            Some(meant) => Err(QueryError::new(
                at,
                &["unknown field \"", name, "\" — did you mean ", meant, ":?"],
            )),
            // A pasted title often has its first words before a colon.
            None if value.is_empty() => Ok(self.token(Kind::Run(run), end)),
            None => Err(QueryError::new(
                at,
                &[
                    "unknown field \"",
                    name,
                    "\" — to look for the words, put them in quotes",
                ],
            )),
        }
    }

    /// The operator that a word in lower case is. Between two terms `or` and `and` are: a paper's
    /// words are no worse found so, as all that have them are. What `not` would exclude is not
    /// found any more, and many a title has it (`x is not y`), so it is one only where no title
    /// has it: before a field, between groups, and behind `and`.
    fn small_operator(&self, run: &str) -> Option<Kind<'t>> {
        let after = self.text.get(self.at + run.len()..)?;
        if !is_small_operator(run) || !meets_term(after) {
            return None;
        }
        let next = after.trim_start();
        let next_run = self::run(next);
        match run {
            "not" => {
                let named = next_run.split_once(':').map(|(name, _)| name);
                let is_field = named.is_some_and(|name| field_named(name).is_some());
                let is_meant = match self.before {
                    Before::And => true,
                    Before::Close => is_field || next.starts_with('('),
                    Before::Nothing | Before::Term => is_field,
                    Before::Open => false,
                };
                is_meant.then_some(Kind::Not { odd: true })
            }
            _ if !self.before.ends_term() => None,
            "or" if next_run == "not" => None,
            "or" => Some(Kind::Or),
            _ => Some(Kind::And),
        }
    }

    /// What stands between quotes. A backslash before a quote or a backslash takes its meaning
    /// away.
    fn quoted(&mut self, quote: char) -> Result<Token<'t>, QueryError> {
        let open = self.at..self.at + quote.len_utf8();
        let inside = &self.text[open.end..];
        let mut content = String::new();
        let mut chars = inside.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if is_quote(c) {
                let end = open.end + at + c.len_utf8();
                return Ok(self.token(Kind::Quoted(content), end));
            }
            match chars.peek() {
                Some(&(_, next)) if c == '\\' && (next == '\\' || is_quote(next)) => {
                    content.push(next);
                    chars.next();
                }
                _ => content.push(c),
            }
        }
        Err(QueryError::new(open, &["unclosed quote"]))
    }

    /// A regex and the letter after it.
    fn regex(&mut self) -> Result<Token<'t>, QueryError> {
        let open = self.at..self.at + 1;
        let mut pattern = String::new();
        let mut chars = self.text[open.end..].char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '/' => return self.regex_flag(pattern, open.end + at + 1),
                '\\' => match chars.next() {
                    Some((_, '/')) => pattern.push('/'),
                    Some((_, escaped)) => pattern.extend(['\\', escaped]),
                    None => break,
                },
                _ => pattern.push(c),
            }
        }
        Err(QueryError::new(
            open,
            &["unclosed regex: expected a second /"],
        ))
    }

    /// What follows the regex's last slash, which ends at `end`.
    fn regex_flag(&mut self, pattern: String, end: usize) -> Result<Token<'t>, QueryError> {
        if pattern.is_empty() {
            let message = ["expected a pattern between the slashes"];
            return Err(QueryError::new(end - 1..end - 1, &message));
        }
        let flag = run(&self.text[end..]);
        let case_sensitive = flag == "c";
        if !flag.is_empty() && !case_sensitive {
            let message = [
                "after a regex expected a space, or c to mind letter case; a slash inside it is written \\/",
            ];
            return Err(QueryError::new(end..end + flag.len(), &message));
        }
        let kind = Kind::Regex {
            pattern,
            case_sensitive,
        };
        Ok(self.token(kind, end + flag.len()))
    }
}

/// Everything up to the next space, quote or parenthesis.
pub(super) fn run(rest: &str) -> &str {
    &rest[..rest.find(ends_run).unwrap_or(rest.len())]
}

/// Whether a regex starts here. A slash alone between words starts none; one before a space does
/// where the pattern is closed right behind something: `/ gan/`.
pub(super) fn starts_regex(rest: &str) -> bool {
    let Some(inside) = rest.strip_prefix('/') else {
        return false;
    };
    if !inside.starts_with(char::is_whitespace) {
        return !inside.is_empty();
    }
    let Some(end) = end_of_pattern(inside) else {
        return false;
    };
    let is_closed = !inside[..end].ends_with(char::is_whitespace);
    is_closed && matches!(run(&inside[end + 1..]), "" | "c")
}

/// The slash that ends the pattern which starts here.
pub(super) fn end_of_pattern(inside: &str) -> Option<usize> {
    let mut escaped = false;
    inside.bytes().position(|byte| {
        let ends = byte == b'/' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// A run without any letter or digit says nothing, except where it is `=` or `*` with its word
/// missing.
fn is_ignored(run: &str) -> bool {
    !has_letter(run) && !run.starts_with('=') && !run.ends_with('*')
}

/// Whether a term follows, negated or not, so that an operator before it has something to join.
fn meets_term(rest: &str) -> bool {
    let rest = rest.trim_start();
    let term = rest.trim_start_matches('-');
    starts_term(term) && !matches!(run(term), "AND" | "OR")
}

/// Whether a field starts here that stands for all of them. A title may have the word and a colon.
fn looks_everywhere(rest: &str) -> bool {
    let name = rest.get(..ALL.len());
    let is_named = name.is_some_and(|name| name.eq_ignore_ascii_case(ALL));
    let value = rest.get(ALL.len()..).unwrap_or_default();
    let is_word = value.starts_with([':', '/']) && !starts_regex(value);
    is_named && !is_word && starts_term(value) && !value.starts_with(char::is_whitespace)
}

/// Whether a term or a group starts here, so that the minus signs before it negate it.
fn starts_term(rest: &str) -> bool {
    match rest.chars().next() {
        None | Some(')') => false,
        Some('(') => true,
        Some(c) => is_quote(c) || starts_regex(rest) || !is_ignored(run(rest)),
    }
}
