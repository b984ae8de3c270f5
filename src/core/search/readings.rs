//! What else a query may mean that finds nothing.

use super::scan::Scans;
use super::searcher::Searcher;
use crate::core::facet::Facet;
use crate::core::index::bitset::Bitset;
use crate::core::index::narrow;
use crate::core::query::{Atom, Expr, Field, Parsed, Query, Term, nearest, operators_meant};
use crate::core::tags::own::Names;

/// How many terms of a query are looked at.
const MOST_TERMS: usize = 16;
/// How many readings are tried, each by a search of its own.
const MOST_TRIED: usize = 32;

/// Another reading of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The query as it is written then.
    pub text: String,
    /// How many papers it finds.
    pub hits: usize,
}

impl Searcher<'_> {
    /// The readings of a query, given as its text and what was read of it, that find something
    /// where it does not: its words in lower case as operators, a tag of the table that was looked
    /// for among the reader's own, a category near one that no paper has. What its regexes find is
    /// taken from completed scans.
    pub fn readings(&self, text: &str, parsed: &Parsed, scans: &Scans) -> Vec<Reading> {
        let operators = operators_meant(text, parsed).and_then(|text| {
            let query = crate::core::query::parse(&text).ok()?.query;
            Some((text, query))
        });
        let terms = parsed.query.terms().into_iter().take(MOST_TERMS);
        let others = terms.flat_map(|term| {
            let meant = self.meant_by(term).into_iter();
            meant.map(|meant| {
                let query = replaced(&parsed.query, term, &meant);
                (query.to_string(), query)
            })
        });
        // A term that stands twice is read otherwise wherever it stands.
        let mut tried: Vec<String> = Vec::new();
        let mut found = Vec::new();
        for (text, query) in operators.into_iter().chain(others) {
            if tried.len() == MOST_TRIED {
                break;
            }
            if tried.contains(&text) {
                continue;
            }
            let papers = self.papers(&query, scans);
            let hits = papers.as_ref().map_or(0, Bitset::count);
            tried.push(text.clone());
            if hits > 0 {
                found.push(Reading { text, hits });
            }
        }
        found
    }

    /// The terms that may be meant by one.
    fn meant_by(&self, term: &Term) -> Vec<Term> {
        let Atom::Value(name) = &term.atom else {
            return Vec::new();
        };
        let names: &Names = self.names();
        match term.field {
            Some(Field::Facet(Facet::Own)) if names.find(Facet::Own, name).is_none() => {
                let others = Facet::TAGGED
                    .into_iter()
                    .filter(|facet| *facet != Facet::Own);
                let meant = others.filter_map(|facet| Some((facet, names.meant(facet, name)?)));
                let term = |(facet, tag)| value(facet, names.id(tag));
                meant.map(term).collect()
            }
            Some(Field::Facet(Facet::Category)) => {
                let categories = &self.index.categories;
                let all = (0..narrow(categories.len())).map(|at| categories.term(at));
                let meant = nearest(name, all).filter(|meant| meant != name);
                meant
                    .map(|meant| value(Facet::Category, meant))
                    .into_iter()
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

fn value(facet: Facet, id: &str) -> Term {
    Term {
        field: Some(Field::Facet(facet)),
        atom: Atom::Value(id.to_owned()),
    }
}

/// The query with another term wherever one stands.
fn replaced(query: &Query, old: &Term, new: &Term) -> Query {
    fn expr(of: &Expr, old: &Term, new: &Term) -> Expr {
        let all = |exprs: &[Expr]| exprs.iter().map(|of| expr(of, old, new)).collect();
        match of {
            Expr::And(exprs) => Expr::And(all(exprs)),
            Expr::Or(exprs) => Expr::Or(all(exprs)),
            Expr::Not(inner) => Expr::Not(Box::new(expr(inner, old, new))),
            Expr::Term(term) => Expr::Term(if term == old { new } else { term }.clone()),
        }
    }
    let clauses = query.clauses.iter().map(|clause| expr(clause, old, new));
    Query {
        clauses: clauses.collect(),
    }
}
