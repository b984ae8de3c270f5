//! Expression → text, in canonical form: reading it gives the same expression.

use std::fmt::{self, Display, Formatter, Write};

use super::ast::{Atom, DayRange, Expr, Field, Query, Term};
use super::atoms::NONE;
use super::lexer::{is_operator, is_quote, is_small_operator};
use crate::core::day::{Day, days_in_month};

/// The query's canonical text.
impl Display for Query {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.clauses.as_slice() {
            [only] => only.fmt(f),
            clauses => join(clauses, " ", f),
        }
    }
}

/// The expression as it reads when it is the whole query.
impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::And(all) => join(all, " ", f),
            Self::Or(any) => match shared_field(any) {
                Some(field) => field_group(field, any, f),
                None => join(any, " OR ", f),
            },
            Self::Not(inner) => {
                f.write_char('-')?;
                operand(inner, f)
            }
            Self::Term(term) => term.fmt(f),
        }
    }
}

/// `field:atom`
impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(field) = self.field {
            write_field(field, f)?;
        }
        self.atom.fmt(f)
    }
}

impl Display for Atom {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Exact(word) => {
                f.write_char('=')?;
                f.write_str(word)
            }
            Self::Prefix(word) => {
                f.write_str(word)?;
                f.write_char('*')
            }
            Self::Phrase(text) => quote(text, f),
            Self::Regex {
                pattern,
                case_sensitive,
            } => regex(pattern, *case_sensitive, f),
            Self::Value(value) if is_plain(value) => f.write_str(value),
            Self::Value(value) => quote(value, f),
            Self::None => f.write_str(NONE),
            Self::Days(range) => range.fmt(f),
            Self::Is(state) => f.write_str(state.name()),
            Self::Has(part) => f.write_str(part.name()),
        }
    }
}

/// A day, month or year where the range is just that; `a..b`, `>=a` or `<=b` otherwise.
impl Display for DayRange {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (Some(from), Some(to)) => match name_of(from, to) {
                Some(name) => f.write_str(&name),
                None => write!(f, "{from}..{to}"),
            },
            (Some(from), None) => write!(f, ">={from}"),
            (None, Some(to)) => write!(f, "<={to}"),
            (None, None) => f.write_str(".."),
        }
    }
}

fn join(exprs: &[Expr], between: &str, f: &mut Formatter<'_>) -> fmt::Result {
    for (index, expr) in exprs.iter().enumerate() {
        if index > 0 {
            f.write_str(between)?;
        }
        match expr {
            // AND binds tighter than OR: only an OR between spaces needs parentheses.
            Expr::Or(_) => operand(expr, f)?,
            Expr::Term(term) if index + 1 < exprs.len() && is_like_operator(term) => {
                write!(f, "({term})")?;
            }
            _ => expr.fmt(f)?,
        }
    }
    Ok(())
}

/// Whether a term is a word that may read as an operator where another term follows.
fn is_like_operator(term: &Term) -> bool {
    term.field.is_none() && matches!(&term.atom, Atom::Word(word) if is_small_operator(word))
}

/// An expression where only one term or group can stand.
fn operand(expr: &Expr, f: &mut Formatter<'_>) -> fmt::Result {
    let group = match expr {
        Expr::And(_) => true,
        Expr::Or(any) => shared_field(any).is_none(),
        Expr::Not(_) | Expr::Term(_) => false,
    };
    if group {
        f.write_char('(')?;
    }
    expr.fmt(f)?;
    if group {
        f.write_char(')')?;
    }
    Ok(())
}

/// The field of all of these, if they are terms and look at the same one.
fn shared_field(exprs: &[Expr]) -> Option<Field> {
    let field_of = |expr: &Expr| match expr {
        Expr::Term(term) => term.field,
        _ => None,
    };
    let field = field_of(exprs.first()?)?;
    exprs
        .iter()
        .all(|expr| field_of(expr) == Some(field))
        .then_some(field)
}

/// `field:(a OR b)`
fn field_group(field: Field, any: &[Expr], f: &mut Formatter<'_>) -> fmt::Result {
    write_field(field, f)?;
    let mut before = "(";
    for expr in any {
        if let Expr::Term(term) = expr {
            f.write_str(before)?;
            term.atom.fmt(f)?;
            before = " OR ";
        }
    }
    f.write_char(')')
}

fn write_field(field: Field, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str(field.info().name)?;
    f.write_char(':')
}

/// Whether a value reads as itself without quotes.
fn is_plain(value: &str) -> bool {
    let starts = value.starts_with(char::is_alphanumeric);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+' | '/');
    starts && value.chars().all(plain) && !is_operator(value) && !value.eq_ignore_ascii_case(NONE)
}

/// The text between quotes, with a backslash only where one is needed.
fn quote(text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let escapes = c == '\\' && next.is_none_or(|next| next == '\\' || is_quote(next));
        if escapes || is_quote(c) {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_char('"')
}

fn regex(pattern: &str, case_sensitive: bool, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_char('/')?;
    for c in pattern.chars() {
        if c == '/' {
            f.write_char('\\')?;
        }
        f.write_char(c)?;
    }
    f.write_str(if case_sensitive { "/c" } else { "/" })
}

/// The day, month or year that these are the first and last day of.
fn name_of(from: Day, to: Day) -> Option<String> {
    if from == to {
        return Some(from.to_string());
    }
    let (year, month) = (to.year(), to.month());
    let ends_month = to.day_of_month() == days_in_month(year, month);
    if from.year() != year || from.day_of_month() != 1 || !ends_month {
        return None;
    }
    let mut name = from.to_string();
    if from.month() == month {
        name.truncate("YYYY-MM".len());
    } else if from.month() == 1 && month == 12 {
        name.truncate("YYYY".len());
    } else {
        return None;
    }
    Some(name)
}
