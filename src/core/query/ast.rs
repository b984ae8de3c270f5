//! The expression.

use serde::{Deserialize, Serialize};

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::text::Span;

/// A whole query. The default is the empty query: every paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Query {
    /// The clauses that all must hold. An [`Expr::And`] never stands directly in here: it is spread out.
    pub clauses: Vec<Expr>,
}

/// A query with the places of its terms in the text it was read from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// The query.
    pub query: Query,
    /// The place of each term, in the order of [`Query::terms`].
    pub places: Vec<Span>,
}

impl Query {
    /// The terms in reading order, negated ones included.
    pub fn terms(&self) -> Vec<&Term> {
        fn walk<'q>(expr: &'q Expr, terms: &mut Vec<&'q Term>) {
            match expr {
                Expr::And(all) | Expr::Or(all) => all.iter().for_each(|expr| walk(expr, terms)),
                Expr::Not(inner) => walk(inner, terms),
                Expr::Term(term) => terms.push(term),
            }
        }
        let mut terms = Vec::new();
        self.clauses.iter().for_each(|expr| walk(expr, &mut terms));
        terms
    }
}

/// One expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Expr {
    /// All of these (two or more).
    And(Vec<Expr>),
    /// Any of these (two or more).
    Or(Vec<Expr>),
    /// Not this.
    Not(Box<Expr>),
    /// Something to look for.
    Term(Term),
}

/// Something to look for, in a field or in all text.
///
/// A group after a field (`title:(a OR b)`) is spread over its terms when parsed and gathered again when printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// Where to look. `None` is title, abstract, authors and comment.
    pub field: Option<Field>,
    /// What to look for.
    pub atom: Atom,
}

/// Where to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// `title:`
    Title,
    /// `abstract:`
    Abstract,
    /// `author:` — one author at a time.
    Author,
    /// `comment:`
    Comment,
    /// `id:`
    Id,
    /// `is:`
    Is,
    /// `has:`
    Has,
    /// `tag:` — the reader's own.
    Tag,
    /// A facet: `task:` … `dataset:`, `announce:`, `cat:` ([`Facet::Category`]), `day:`, `source:`.
    Facet(Facet),
}

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Atom {
    /// A bare word or a hyphenated one, as typed: its tokens side by side, each singular and plural alike. Text fields only.
    Word(String),
    /// `=word`: the exact form only.
    Exact(String),
    /// `word*`: words that start so.
    Prefix(String),
    /// `"two words"`, without the quotes.
    Phrase(String),
    /// `/regex/` or `/regex/c`.
    Regex {
        /// The pattern between the slashes; `\/` stands for a slash.
        pattern: String,
        /// True for `/…/c`.
        case_sensitive: bool,
    },
    /// A value of a facet, an id or a tag of the reader's own: `object-detection`, `cs.CV`, `2012.12877v2`, a source's name.
    Value(String),
    /// `none`: without any value of the facet.
    None,
    /// `day:` with a range.
    Days(DayRange),
    /// `is:`
    Is(IsState),
    /// `has:`
    Has(HasPart),
}

/// A range of days, both ends included; an open end is `None`. A month or a year is the range of its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DayRange {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

/// What a paper can be to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum IsState {
    /// Not read yet.
    Unread,
    /// Read.
    Read,
    /// Starred.
    Starred,
    /// Kept for later.
    Later,
    /// Skipped.
    Skipped,
    /// Found more than once in what was loaded.
    Duplicate,
}

/// What a paper can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HasPart {
    /// An abstract.
    Abstract,
    /// Authors.
    Authors,
    /// A link to code.
    Code,
    /// Math in title or abstract.
    Math,
    /// A note of the reader's.
    Note,
}

/// Why a query cannot be read or evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryError {
    /// The place in the query's text, in bytes; empty at the place where something is missing.
    pub at: Span,
    /// What was expected or what to write instead, in one line.
    pub message: String,
}
