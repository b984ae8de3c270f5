//! Why nothing was found: which parts of a query contradict each other in this library, and which of them to drop.

use super::eval::Evaluated;
use crate::core::index::bitset::Bitset;
use crate::core::query::{Expr, Query};
use crate::core::sorting;

/// How many parts are offered.
const MOST_OFFERS: usize = 6;
/// Beyond so many parts those within clauses are not tried.
const MOST_PARTS: usize = 64;

/// Why a query finds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emptied {
    /// The clauses that no paper satisfies together, by their places in the query: none of them can be left out of the contradiction. One alone is a clause that no
    /// paper satisfies. Empty where the library has no paper.
    pub core: Vec<usize>,
    /// What can be dropped so that something is found; the most papers first, of equals the smaller part.
    pub offers: Vec<Offer>,
}

/// A part of a query, or several clauses, and what is found without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What is dropped.
    pub dropped: Vec<Expr>,
    /// The place among the clauses of the query, where a whole clause alone is dropped.
    pub clause: Option<usize>,
    /// The query without.
    pub rest: Query,
    /// How many papers it finds.
    pub hits: usize,
}

/// Says why nothing was found.
///
/// A part is an expression whose loss can only find more: a clause; within clauses, an operand of an AND that is not negated or of an OR that is.
pub(super) fn emptied(query: &Query, evaluated: &Evaluated<'_>) -> Emptied {
    if evaluated.all_but(|_| true).is_empty() {
        return Emptied::default();
    }
    let mut offers = single_parts(query, evaluated);
    if offers.is_empty() {
        offers.extend(several_clauses(query, evaluated));
    }
    sorting::sort_by_key(&mut offers, |offer| {
        (std::cmp::Reverse(offer.hits), offer.clause.is_some())
    });
    offers.truncate(MOST_OFFERS);
    Emptied {
        core: core(query, evaluated),
        offers,
    }
}

/// A contradiction from which nothing can be left out: clauses are left out one by one as long as nothing is found by the rest.
fn core(query: &Query, evaluated: &Evaluated<'_>) -> Vec<usize> {
    let mut core: Vec<usize> = (0..query.clauses.len()).collect();
    for clause in 0..query.clauses.len() {
        let without = evaluated.all_but(|at| at == clause || !core.contains(&at));
        if without.is_empty() {
            core.retain(|at| *at != clause);
        }
    }
    core
}

/// The parts without any one of which something is found.
fn single_parts(query: &Query, evaluated: &Evaluated<'_>) -> Vec<Offer> {
    let mut paths = Vec::new();
    for (at, clause) in query.clauses.iter().enumerate() {
        paths.push(vec![at]);
        parts(clause, true, &mut vec![at], &mut paths);
    }
    paths.truncate(MOST_PARTS.max(query.clauses.len()));
    let mut offers: Vec<Offer> = Vec::new();
    for path in paths {
        let Some((at, inner)) = path.split_first() else {
            continue;
        };
        let Some(clause) = query.clauses.get(*at) else {
            continue;
        };
        let mut clauses = query.clauses.clone();
        let mut papers = evaluated.all_but(|other| other == *at);
        let dropped = if let Some((rest, dropped)) = without(clause, inner) {
            if let Some(set) = set_of(&rest, evaluated) {
                papers.and(&set);
            }
            clauses[*at] = rest;
            dropped
        } else {
            clauses.remove(*at)
        };
        let hits = papers.count();
        let rest = Query {
            clauses: clauses
                .into_iter()
                .flat_map(|clause| Query::from(clause).clauses)
                .collect(),
        };
        // Without anything left it is no offer: that is clearing the query.
        if hits > 0 && !rest.clauses.is_empty() && offers.iter().all(|offer| offer.rest != rest) {
            offers.push(Offer {
                dropped: vec![dropped],
                clause: inner.is_empty().then_some(*at),
                rest,
                hits,
            });
        }
    }
    offers
}

/// The clauses to drop where no single part helps: of the others, those with the most papers first, as many are kept as find something together.
fn several_clauses(query: &Query, evaluated: &Evaluated<'_>) -> Option<Offer> {
    let mut by_size: Vec<usize> = (0..query.clauses.len()).collect();
    let alone = |clause: usize| evaluated.all_but(|at| at != clause).count();
    let sizes: Vec<usize> = by_size.iter().map(|clause| alone(*clause)).collect();
    sorting::sort_by_key(&mut by_size, |clause| std::cmp::Reverse(sizes[*clause]));
    let mut kept: Vec<usize> = Vec::new();
    for clause in by_size {
        kept.push(clause);
        if evaluated.all_but(|at| !kept.contains(&at)).is_empty() {
            kept.pop();
        }
    }
    let hits = evaluated.all_but(|at| !kept.contains(&at)).count();
    (!kept.is_empty()).then(|| {
        let (mut dropped, mut rest) = (Vec::new(), Vec::new());
        for (at, clause) in query.clauses.iter().enumerate() {
            let place = if kept.contains(&at) {
                &mut rest
            } else {
                &mut dropped
            };
            place.push(clause.clone());
        }
        Offer {
            dropped,
            clause: None,
            rest: Query { clauses: rest },
            hits,
        }
    })
}

/// The ways to the parts within an expression.
fn parts(expr: &Expr, positive: bool, path: &mut Vec<usize>, paths: &mut Vec<Vec<usize>>) {
    match expr {
        Expr::Term(_) => {}
        Expr::Not(inner) => {
            path.push(0);
            parts(inner, !positive, path, paths);
            path.pop();
        }
        Expr::And(all) | Expr::Or(all) => {
            let can_go = matches!(expr, Expr::And(_)) == positive;
            for (at, operand) in all.iter().enumerate() {
                path.push(at);
                if can_go {
                    paths.push(path.clone());
                }
                parts(operand, positive, path, paths);
                path.pop();
            }
        }
    }
}

/// The expression without the operand at the end of a way, and that operand. `None` for an empty way.
fn without(expr: &Expr, path: &[usize]) -> Option<(Expr, Expr)> {
    let (at, rest) = path.split_first()?;
    match expr {
        Expr::Term(_) => None,
        Expr::Not(inner) => {
            let (left, dropped) = without(inner, rest)?;
            Some((left.negate(), dropped))
        }
        Expr::And(all) | Expr::Or(all) => {
            let operand = all.get(*at)?;
            let mut left = all.clone();
            let dropped = if let Some((smaller, dropped)) = without(operand, rest) {
                left[*at] = smaller;
                dropped
            } else {
                left.remove(*at)
            };
            let left = match expr {
                Expr::And(_) => Expr::all(left),
                _ => Expr::any(left),
            };
            Some((left, dropped))
        }
    }
}

/// The papers that satisfy an expression made of terms that were evaluated; `None` where it says nothing.
fn set_of(expr: &Expr, evaluated: &Evaluated<'_>) -> Option<Bitset> {
    let join = |exprs: &[Expr], operation: fn(&mut Bitset, &Bitset)| {
        let sets = exprs.iter().filter_map(|expr| set_of(expr, evaluated));
        sets.reduce(|mut left, right| {
            operation(&mut left, &right);
            left
        })
    };
    match expr {
        Expr::And(all) => join(all, Bitset::and),
        Expr::Or(any) => join(any, Bitset::or),
        Expr::Not(inner) => {
            let mut set = set_of(inner, evaluated)?;
            set.not();
            Some(set)
        }
        Expr::Term(term) => {
            let hits = evaluated.terms.get(term)?.as_ref()?;
            Some(hits.docs.clone())
        }
    }
}
