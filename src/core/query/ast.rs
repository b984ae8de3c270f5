//! The expression.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::core::day::{Date, Day};
use crate::core::facet::Facet;
use crate::core::text::Span;

/// A whole query. The default is the empty query: every paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Query {
    /// The clauses that all must hold. An [`Expr::And`] never stands directly in here: it is spread
    /// out.
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

/// The query that is this expression; an [`Expr::And`] is spread over the clauses.
impl From<Expr> for Query {
    fn from(expr: Expr) -> Self {
        match expr {
            Expr::And(clauses) => Self { clauses },
            clause => Self {
                clauses: vec![clause],
            },
        }
    }
}

/// One expression.
///
/// In canonical form, the only one that [`parse`](super::parse) and the edits give: no `And`
/// directly in an `And`, no `Or` in an `Or`, no `Not` in a `Not`. [`Expr::all`], [`Expr::any`] and
/// [`Expr::negate`] keep it.
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

impl Expr {
    /// All of these. One alone is itself.
    pub fn all(exprs: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(exprs.len());
        for expr in exprs {
            match expr {
                Self::And(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        single(flat).unwrap_or_else(Self::And)
    }

    /// Any of these. One alone is itself.
    pub fn any(exprs: Vec<Self>) -> Self {
        let mut flat = Vec::with_capacity(exprs.len());
        for expr in exprs {
            match expr {
                Self::Or(inner) => flat.extend(inner),
                other => flat.push(other),
            }
        }
        single(flat).unwrap_or_else(Self::Or)
    }

    /// Not this. What was negated already is freed of it.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }
}

/// The expression that stands alone in the list, or the list.
fn single(mut exprs: Vec<Expr>) -> Result<Expr, Vec<Expr>> {
    match exprs.pop() {
        Some(only) if exprs.is_empty() => Ok(only),
        Some(last) => {
            exprs.push(last);
            Err(exprs)
        }
        None => Err(exprs),
    }
}

/// Something to look for, in a field or in all text.
///
/// A group after a field (`title:(a OR b)`) is spread over its terms when parsed and gathered again
/// when printed.
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
    /// A facet: `tag:` (the reader's own, [`Facet::Own`]), `task:` … `dataset:`, `announce:`,
    /// `cat:` ([`Facet::Category`]), `day:`, `source:`, `state:`.
    Facet(Facet),
    /// `note:` — what the reader wrote on it.
    Note,
}

/// What to look for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Atom {
    /// A bare word or a hyphenated one, as typed: its tokens side by side, each singular and plural
    /// alike. Text fields only.
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
    /// A value of a facet, an id or a tag of the reader's own: `object-detection`, `cs.CV`,
    /// `2012.12877v2`, a source's name.
    ///
    /// As the parser gives it, a tag of a facet is in lower case, a category in arXiv's spelling,
    /// an id in arXiv's canonical form (or a local `x-…` name), a source and a reader's own tag as
    /// typed.
    Value(String),
    /// `none`: without any value of the facet, or without any tag of the reader's own.
    None,
    /// `day:` with a range.
    Days(DayRange),
    /// `is:`
    Is(IsState),
    /// `has:`
    Has(HasPart),
}

/// A range of days, both ends included; an open end is `None`. A month or a year is the range of
/// its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DayRange {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

impl DayRange {
    /// Whether a date lies in the range: a month or a year only with all its days.
    pub fn holds(self, date: impl Into<Date>) -> bool {
        let date = date.into();
        self.from.is_none_or(|from| from <= date.first())
            && self.to.is_none_or(|to| date.last() <= to)
    }

    /// Whether a date may lie in the range: some of its days do.
    pub fn may_hold(self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date.last())
            && self.to.is_none_or(|to| date.first() <= to)
    }
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
    /// Not seen yet.
    New,
    /// None of starred, later, read and skipped.
    Undecided,
}

impl IsState {
    /// All states, in the order of the help page.
    pub const ALL: [Self; 8] = [
        Self::Unread,
        Self::Read,
        Self::Starred,
        Self::Later,
        Self::Skipped,
        Self::Duplicate,
        Self::New,
        Self::Undecided,
    ];

    /// The state's name in a query.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unread => "unread",
            Self::Read => "read",
            Self::Starred => "starred",
            Self::Later => "later",
            Self::Skipped => "skipped",
            Self::Duplicate => "duplicate",
            Self::New => "new",
            Self::Undecided => "undecided",
        }
    }
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

impl HasPart {
    /// All parts, in the order of the help page.
    pub const ALL: [Self; 5] = [
        Self::Abstract,
        Self::Authors,
        Self::Code,
        Self::Math,
        Self::Note,
    ];

    /// The part's name in a query.
    pub fn name(self) -> &'static str {
        match self {
            Self::Abstract => "abstract",
            Self::Authors => "authors",
            Self::Code => "code",
            Self::Math => "math",
            Self::Note => "note",
        }
    }
}

/// Why a query cannot be read or evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryError {
    /// The place in the query's text, in bytes; empty at the place where something is missing.
    pub at: Span,
    /// What was expected or what to write instead, in one line.
    pub message: String,
}

impl QueryError {
    /// An error at a range of bytes, its message put together from parts.
    pub fn new(at: Range<usize>, message: &[&str]) -> Self {
        Self {
            at: Span::new(at.start, at.end),
            message: message.concat(),
        }
    }
}

impl std::fmt::Display for QueryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for QueryError {}
