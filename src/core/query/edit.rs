//! Edits that facets, chips and the histogram make: pure functions from query to query.
//!
//! A facet owns the top-level clauses that speak of it alone: `task:a`, `task:(a OR b)`, `-task:a`,
//! `-task:(a OR b)`. Every edit leaves all other clauses as they are and in order, changes a clause
//! of its own in place, and appends a new one at the end.

use serde::{Deserialize, Serialize};

use super::ast::{Atom, DayRange, Expr, Field, Query, Term};
use super::atoms::{NONE, value_atom};
use crate::core::facet::{Facet, FacetKind};

/// What a query says about a value of a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    /// Nothing.
    #[default]
    Off,
    /// It is wanted.
    Included,
    /// It is not wanted.
    Excluded,
}

/// What a query says about a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The values wanted, each once, in the query's order. A range of several days is no value.
    pub included: Vec<String>,
    /// The values not wanted.
    pub excluded: Vec<String>,
    /// Whether the query joins the facet by AND: more than one clause includes. With none or one
    /// the query does not tell.
    pub all_of: bool,
    /// The indices of the clauses that include; "everything else" is the query without them.
    pub clauses: Vec<usize>,
}

/// What the query says about the facet.
pub fn selection(query: &Query, facet: Facet) -> Selection {
    let mut selection = Selection::default();
    for (index, clause) in query.clauses.iter().enumerate() {
        let Some(owned) = Owned::of(clause, facet) else {
            continue;
        };
        let values = if owned.excludes {
            &mut selection.excluded
        } else {
            selection.clauses.push(index);
            &mut selection.included
        };
        for value in owned.atoms.iter().filter_map(|atom| value_of(atom)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    selection.all_of = selection.clauses.len() > 1;
    selection
}

/// What the query says about one value of the facet. Exclusion wins where the query says both.
pub fn choice(query: &Query, facet: Facet, value: &str) -> Choice {
    choices(query, facet)(value)
}

/// As [`choice`], for many values of the facet.
pub fn choices(query: &Query, facet: Facet) -> impl Fn(&str) -> Choice {
    let clauses = query.clauses.iter();
    let owned: Vec<Owned<'_>> = clauses
        .filter_map(|clause| Owned::of(clause, facet))
        .collect();
    move |value| {
        let mut choice = Choice::Off;
        // Most queries say nothing about most facets; then no atom need be made.
        let mut atom = None;
        for owned in &owned {
            if !owned.has(facet, atom.get_or_insert_with(|| atom_of(facet, value))) {
                continue;
            }
            if owned.excludes {
                return Choice::Excluded;
            }
            choice = Choice::Included;
        }
        choice
    }
}

/// Ticks a value, or unticks it when it is included. A value that was excluded no longer is.
///
/// With `all_of`, or where the query already joins the facet by AND, the value gets a clause of its
/// own; otherwise it joins the facet's one clause by OR.
pub fn toggle_include(query: &Query, facet: Facet, value: &str, all_of: bool) -> Query {
    let atom = atom_of(facet, value);
    let mut edited = without_atom(query, facet, &atom);
    if choice(query, facet, value) == Choice::Included {
        return edited;
    }
    let term = term(facet, atom);
    match selection(&edited, facet).clauses.as_slice() {
        [only] if !all_of => {
            let clause = &mut edited.clauses[*only];
            *clause = Expr::any(vec![clause.clone(), term]);
        }
        _ => edited.clauses.push(term),
    }
    edited
}

/// Excludes a value, or no longer when it is excluded. A value that was included no longer is.
pub fn toggle_exclude(query: &Query, facet: Facet, value: &str) -> Query {
    let atom = atom_of(facet, value);
    let mut edited = without_atom(query, facet, &atom);
    if choice(query, facet, value) != Choice::Excluded {
        edited.clauses.push(term(facet, atom).negate());
    }
    edited
}

/// Asks for the papers of an author by the whole name, or no longer where a clause does so. A name
/// without any letter or digit asks for nothing.
pub fn toggle_author(query: &Query, name: &str) -> Query {
    let mut edited = query.clone();
    if name.chars().any(char::is_alphanumeric) {
        let clause = Expr::Term(Term {
            field: Some(Field::Author),
            atom: Atom::Phrase(name.to_owned()),
        });
        match edited.clauses.iter().position(|known| *known == clause) {
            Some(at) => drop(edited.clauses.remove(at)),
            None => edited.clauses.push(clause),
        }
    }
    edited
}

/// Rewrites the facet's included values between `task:a task:b` (all of them) and `task:(a OR b)`
/// (any of them).
pub fn set_all_of(query: &Query, facet: Facet, all_of: bool) -> Query {
    let mut wanted: Vec<Expr> = Vec::new();
    let mut clauses: Vec<Expr> = Vec::with_capacity(query.clauses.len());
    let mut place = None;
    for clause in &query.clauses {
        match Owned::of(clause, facet) {
            Some(owned) if !owned.excludes => {
                let terms = owned
                    .atoms
                    .into_iter()
                    .map(|atom| term(facet, atom.clone()));
                if all_of {
                    clauses.extend(terms);
                } else {
                    place.get_or_insert(clauses.len());
                    let new: Vec<Expr> = terms.filter(|term| !wanted.contains(term)).collect();
                    wanted.extend(new);
                }
            }
            _ => clauses.push(clause.clone()),
        }
    }
    if let Some(place) = place {
        clauses.insert(place, Expr::any(wanted));
    }
    Query { clauses }
}

/// The query without anything that it includes or excludes of the facet.
pub fn clear_facet(query: &Query, facet: Facet) -> Query {
    let others = query
        .clauses
        .iter()
        .filter(|clause| Owned::of(clause, facet).is_none());
    Query {
        clauses: others.cloned().collect(),
    }
}

/// Replaces the days wanted by a range; `None`, or a range open on both sides, wants all days. Days
/// excluded stay excluded.
pub fn set_days(query: &Query, days: Option<DayRange>) -> Query {
    let mut range = days
        .filter(|range| range.from.is_some() || range.to.is_some())
        .map(|range| term(Facet::Day, Atom::Days(range)));
    let mut clauses: Vec<Expr> = Vec::with_capacity(query.clauses.len() + 1);
    for clause in &query.clauses {
        match Owned::of(clause, Facet::Day) {
            // The first one's place is the range's; the others go.
            Some(owned) if !owned.excludes => clauses.extend(range.take()),
            _ => clauses.push(clause.clone()),
        }
    }
    clauses.extend(range);
    Query { clauses }
}

/// The query without one of its clauses; the query itself where there is no such clause.
pub fn without_clause(query: &Query, index: usize) -> Query {
    let mut edited = query.clone();
    if index < edited.clauses.len() {
        edited.clauses.remove(index);
    }
    edited
}

/// A clause that speaks of one facet alone.
struct Owned<'q> {
    excludes: bool,
    atoms: Vec<&'q Atom>,
}

impl<'q> Owned<'q> {
    fn of(clause: &'q Expr, facet: Facet) -> Option<Self> {
        let (excludes, wanted) = match clause {
            Expr::Not(inner) => (true, &**inner),
            other => (false, other),
        };
        let atom_of = |expr: &'q Expr| match expr {
            Expr::Term(term) if term.field == Some(Field::Facet(facet)) => Some(&term.atom),
            _ => None,
        };
        let atoms = match wanted {
            Expr::Or(any) => any.iter().map(atom_of).collect::<Option<Vec<_>>>()?,
            one => vec![atom_of(one)?],
        };
        Some(Self { excludes, atoms })
    }

    fn has(&self, facet: Facet, value: &Atom) -> bool {
        self.atoms.iter().any(|atom| is_same(facet, atom, value))
    }
}

/// The query without an atom in any clause of the facet.
fn without_atom(query: &Query, facet: Facet, value: &Atom) -> Query {
    let edit = |clause: &Expr| match Owned::of(clause, facet) {
        Some(owned) if owned.has(facet, value) => {
            let left: Vec<Expr> = owned
                .atoms
                .iter()
                .filter(|atom| !is_same(facet, atom, value))
                .map(|atom| term(facet, (*atom).clone()))
                .collect();
            if left.is_empty() {
                return None;
            }
            let left = Expr::any(left);
            Some(if owned.excludes { left.negate() } else { left })
        }
        _ => Some(clause.clone()),
    };
    Query {
        clauses: query.clauses.iter().filter_map(edit).collect(),
    }
}

fn term(facet: Facet, atom: Atom) -> Expr {
    Expr::Term(Term {
        field: Some(Field::Facet(facet)),
        atom,
    })
}

/// The atom that a value of a facet is in the language.
fn atom_of(facet: Facet, value: &str) -> Atom {
    if value == NONE {
        return Atom::None;
    }
    value_atom(Field::Facet(facet).info(), value, 0)
        .unwrap_or_else(|_| Atom::Value(value.to_owned()))
}

/// The value of a facet that an atom names.
fn value_of(atom: &Atom) -> Option<String> {
    match atom {
        Atom::Value(value) => Some(value.clone()),
        Atom::None => Some(NONE.to_owned()),
        Atom::Days(range) if range.from == range.to => range.from.map(|day| day.to_string()),
        _ => None,
    }
}

/// Whether two atoms are the same value. A source's name counts to the letter; in all else letter
/// case does not.
fn is_same(facet: Facet, a: &Atom, b: &Atom) -> bool {
    let (Atom::Value(one), Atom::Value(other)) = (a, b) else {
        return a == b;
    };
    match facet.kind() {
        FacetKind::Source => one == other,
        FacetKind::Tag
        | FacetKind::Announce
        | FacetKind::Category
        | FacetKind::Topic
        | FacetKind::Day
        | FacetKind::State => one.eq_ignore_ascii_case(other),
    }
}
