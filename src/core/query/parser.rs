//! Tokens → expression, by recursive descent.
//!
//! ```text
//! query   = [ any ]
//! any     = all { "OR" all }
//! all     = negated { [ "AND" ] negated }
//! negated = { "NOT" | "-" } primary
//! primary = [ field ":" ] ( "(" any ")" | atom )
//! ```

use super::ast::{Atom, Expr, Parsed, Query, QueryError, Term};
use super::atoms::read_atom;
use super::fields::{FieldInfo, Takes};
use super::lexer::{Kind, Lexer, Token};
use crate::core::text::Span;
use crate::core::unicode::letters::is_unspaced;

/// How deep parentheses may nest. Whoever walks the expression may rely on it and recurse.
pub const MAX_DEPTH: usize = 64;

/// How long a query may be, in bytes: room for the ids of a thousand papers. Links and batches come
/// from strangers, and whoever prints, edits or explains a query walks over its text many times.
pub const MAX_BYTES: usize = 16 << 10;
/// How many words a query may have, those within quotes and values counted too. For each there is a
/// set of papers in memory.
pub const MAX_WORDS: usize = 1000;
/// How many words a regex counts as: it is a program of its own that runs over whole texts.
const WORDS_OF_REGEX: usize = 50;

/// Reads a query.
///
/// The error names the first place that cannot be read, and what was expected there.
pub fn parse(text: &str) -> Result<Parsed, QueryError> {
    if text.len() > MAX_BYTES {
        let message = ["this query is too long: 16 KB is the most"];
        let end = text.floor_char_boundary(MAX_BYTES);
        return Err(QueryError::new(end..text.len(), &message));
    }
    let mut lexer = Lexer::new(text);
    let token = lexer.next()?;
    let mut parser = Parser {
        text,
        lexer,
        token,
        last: None,
        depth: 0,
        words: 0,
        places: Vec::new(),
    };
    if matches!(parser.token.kind, Kind::End) {
        return Ok(Parsed::default());
    }
    let expr = parser.any(None)?;
    if !matches!(parser.token.kind, Kind::End) {
        // Only a closing parenthesis stops `any` before the end.
        return Err(parser.unexpected_close());
    }
    Ok(Parsed {
        query: Query::from(expr),
        places: parser.places,
    })
}

struct Parser<'t> {
    text: &'t str,
    lexer: Lexer<'t>,
    /// The token to look at.
    token: Token<'t>,
    /// The place of the token before it.
    last: Option<(usize, usize)>,
    depth: usize,
    /// How many words were read.
    words: usize,
    places: Vec<Span>,
}

/// The field before the group that is being read.
type Group = Option<&'static FieldInfo>;

impl<'t> Parser<'t> {
    fn any(&mut self, group: Group) -> Result<Expr, QueryError> {
        let mut exprs = vec![self.all(group)?];
        while matches!(self.token.kind, Kind::Or) {
            self.advance()?;
            exprs.push(self.all(group)?);
        }
        Ok(Expr::any(exprs))
    }

    fn all(&mut self, group: Group) -> Result<Expr, QueryError> {
        let mut exprs = vec![self.negated(group)?];
        loop {
            match self.token.kind {
                Kind::Or | Kind::Close | Kind::End => return Ok(Expr::all(exprs)),
                Kind::And => {
                    self.advance()?;
                }
                _ => {}
            }
            exprs.push(self.negated(group)?);
        }
    }

    fn negated(&mut self, group: Group) -> Result<Expr, QueryError> {
        let mut negate = false;
        while let Kind::Not { odd } = self.token.kind {
            negate ^= odd;
            self.advance()?;
        }
        let expr = self.primary(group)?;
        Ok(if negate { expr.negate() } else { expr })
    }

    fn primary(&mut self, group: Group) -> Result<Expr, QueryError> {
        match self.token.kind {
            Kind::Open => self.group(group),
            Kind::Run(_) | Kind::Quoted(_) | Kind::Regex { .. } => {
                let start = self.token.start;
                self.term(group, start)
            }
            Kind::Field(info) => match group {
                None => self.after_field(info),
                Some(outer) if info.takes == Takes::Id && outer.takes == Takes::Id => {
                    self.after_field(info)
                }
                Some(outer) => Err(QueryError::new(
                    self.token.start..self.token.end,
                    &[info.name, ": cannot stand inside ", outer.name, ":"],
                )),
            },
            Kind::And | Kind::Or | Kind::Not { .. } | Kind::Close | Kind::End => {
                Err(self.missing_term())
            }
        }
    }

    /// What stands directly after a field.
    fn after_field(&mut self, info: &'static FieldInfo) -> Result<Expr, QueryError> {
        let mut field = self.advance()?;
        // arXiv writes an identifier as `arXiv:2012.12877`, and so it is pasted behind `id:`.
        while self.token.start == field.end
            && matches!(self.token.kind, Kind::Field(inner) if info.takes == Takes::Id && inner.takes == Takes::Id)
        {
            field.end = self.advance()?.end;
        }
        let missing = |hint: &str| {
            let expected = info.takes.expected();
            let message = [
                "expected ",
                expected,
                " directly after ",
                info.name,
                ":",
                hint,
            ];
            Err(QueryError::new(field.end..field.end, &message))
        };
        if self.token.start != field.end {
            return missing("");
        }
        match self.token.kind {
            Kind::Open => self.group(Some(info)),
            Kind::Run(_) | Kind::Quoted(_) | Kind::Regex { .. } => {
                self.term(Some(info), field.start)
            }
            Kind::Field(_) => self.primary(Some(info)),
            Kind::Not { .. } => missing("; the minus sign stands before the field"),
            Kind::And | Kind::Or | Kind::Close | Kind::End => missing(""),
        }
    }

    fn group(&mut self, group: Group) -> Result<Expr, QueryError> {
        let open = self.advance()?;
        if self.depth == MAX_DEPTH {
            let message = ["parentheses nest too deep here"];
            return Err(QueryError::new(open.start..open.end, &message));
        }
        if matches!(self.token.kind, Kind::End) {
            return Err(unclosed(&open));
        }
        self.depth += 1;
        let expr = self.any(group)?;
        self.depth -= 1;
        if !matches!(self.token.kind, Kind::Close) {
            return Err(unclosed(&open));
        }
        self.advance()?;
        Ok(expr)
    }

    /// The term that the current token is; with the field directly before it, if there is one, it
    /// starts at `start`.
    fn term(&mut self, group: Group, start: usize) -> Result<Expr, QueryError> {
        let token = self.advance()?;
        let place = Span::new(start, token.end);
        let (field, atom) = read_atom(group, token)?;
        self.words += words_of(&atom);
        if self.words > MAX_WORDS {
            let message = ["this query has too many words: leave out what stands from here on"];
            return Err(QueryError::new(place.range(), &message));
        }
        self.places.push(place);
        Ok(Expr::Term(Term { field, atom }))
    }

    /// Moves on by one token and gives the one left behind.
    fn advance(&mut self) -> Result<Token<'t>, QueryError> {
        let next = self.lexer.next()?;
        let token = std::mem::replace(&mut self.token, next);
        self.last = Some((token.start, token.end));
        Ok(token)
    }

    /// Why there is no term at the current token.
    fn missing_term(&self) -> QueryError {
        let written = |start: usize, end: usize| self.text.get(start..end).unwrap_or_default();
        let (start, end) = (self.token.start, self.token.end);
        match self.last {
            Some((last_start, last_end)) if written(last_start, last_end) != "(" => {
                let operator = written(last_start, last_end);
                // A long row of minus signs is one operator.
                let operator = if operator.starts_with('-') {
                    "-"
                } else {
                    operator
                };
                QueryError::new(last_end..last_end, &["expected a term after ", operator])
            }
            Some((_, open)) if matches!(self.token.kind, Kind::Close) => {
                QueryError::new(open..open, &["expected a term between the parentheses"])
            }
            None if matches!(self.token.kind, Kind::Close) => self.unexpected_close(),
            _ => {
                let message = ["expected a term before ", written(start, end)];
                QueryError::new(start..start, &message)
            }
        }
    }

    fn unexpected_close(&self) -> QueryError {
        let message = ["unexpected ): no parenthesis is open here"];
        QueryError::new(self.token.start..self.token.end, &message)
    }
}

/// How many words an atom counts as.
fn words_of(atom: &Atom) -> usize {
    match atom {
        Atom::Word(text) | Atom::Exact(text) | Atom::Prefix(text) | Atom::Phrase(text) => {
            let words = text.split(|c: char| !c.is_alphanumeric() || is_unspaced(c));
            let spaced = words.filter(|word| !word.is_empty()).count();
            spaced + text.chars().filter(|c| is_unspaced(*c)).count()
        }
        Atom::Regex { .. } => WORDS_OF_REGEX,
        _ => 1,
    }
}

fn unclosed(open: &Token) -> QueryError {
    QueryError::new(open.start..open.end, &["unclosed parenthesis"])
}
