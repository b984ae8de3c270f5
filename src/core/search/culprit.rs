//! Why nothing was found: which parts of a query contradict each other in this library, and which
//! of them to drop.

use super::eval::Evaluated;
use crate::core::index::bitset::Bitset;
use crate::core::query::{Expr, Query};
use crate::core::sorting;

/// How many parts are offered.
const MOST_OFFERS: usize = 6;
/// Beyond so many parts those within clauses are not tried.
const MOST_PARTS: usize = 64;
/// Nor are they where the sets of so many terms would be joined for all of them together: a set of
/// 100,000 papers is joined in a microsecond, and this is one slice of the worker's time.
const MOST_JOINED: usize = 16 << 10;

/// Why a query finds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Emptied {
    /// The clauses that no paper satisfies together, by their places in the query: none of them can
    /// be left out of the contradiction. One alone is a clause that no paper satisfies. Empty where
    /// the library has no paper.
    pub core: Vec<usize>,
    /// What can be dropped so that something is found; the most papers first, of equals the smaller
    /// part.
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
/// A part is an expression whose loss can only find more: a clause; within clauses, an operand of
/// an AND that is not negated or of an OR that is.
pub(super) fn emptied(query: &Query, evaluated: &Evaluated<'_>) -> Emptied {
    if evaluated.all_but(|_| true).is_empty() {
        return Emptied::default();
    }
    let behind = Behind::new(evaluated);
    let mut offers = single_parts(query, evaluated, &behind);
    if offers.is_empty() {
        offers.extend(several_clauses(query, evaluated));
    }
    Emptied {
        core: core(evaluated, &behind),
        offers,
    }
}

/// For each clause the papers that satisfy all behind it, and all papers behind the last: what
/// finds without a clause, for every clause, is known by one walk over these.
struct Behind(Vec<Bitset>);

impl Behind {
    fn new(evaluated: &Evaluated<'_>) -> Self {
        let mut papers = evaluated.all_but(|_| true);
        let mut behind = Vec::with_capacity(evaluated.clauses.len());
        for clause in evaluated.clauses.iter().rev() {
            behind.push(papers.clone());
            narrow(&mut papers, clause.as_ref());
        }
        behind.reverse();
        Self(behind)
    }

    /// Calls `each` with every clause's place and the papers that satisfy all others, of those
    /// before it the ones that `each` has kept.
    fn each_without(&self, evaluated: &Evaluated<'_>, mut each: impl FnMut(usize, Bitset) -> bool) {
        let mut before = evaluated.all_but(|_| true);
        for (at, (behind, clause)) in self.0.iter().zip(&evaluated.clauses).enumerate() {
            let mut without = before.clone();
            without.and(behind);
            if each(at, without) {
                narrow(&mut before, clause.as_ref());
            }
        }
    }
}

/// Keeps the papers that satisfy a clause; one that says nothing is satisfied by all.
fn narrow(papers: &mut Bitset, clause: Option<&Bitset>) {
    if let Some(clause) = clause {
        papers.and(clause);
    }
}

/// A contradiction from which nothing can be left out: clauses are left out one by one as long as
/// nothing is found by the rest.
fn core(evaluated: &Evaluated<'_>, behind: &Behind) -> Vec<usize> {
    let mut core = Vec::new();
    behind.each_without(evaluated, |clause, papers| {
        let is_needed = !papers.is_empty();
        if is_needed {
            core.push(clause);
        }
        is_needed
    });
    core
}

/// The parts without any one of which something is found, as many as are offered.
fn single_parts(query: &Query, evaluated: &Evaluated<'_>, behind: &Behind) -> Vec<Offer> {
    let mut paths = Vec::new();
    for (at, clause) in query.clauses.iter().enumerate() {
        paths.push(vec![at]);
        parts(clause, true, &mut vec![at], &mut paths);
    }
    let within = paths.len() - query.clauses.len();
    if paths.len() > MOST_PARTS || within * query.terms().len() > MOST_JOINED {
        paths.retain(|path| path.len() == 1);
    }
    // How many papers are found without a part is known by its sets alone; the rest of the query is
    // made for those that are offered.
    let mut found: Vec<(usize, &[usize])> = Vec::new();
    let mut left = paths.as_slice();
    behind.each_without(evaluated, |at, papers| {
        while let Some((path, others)) = left.split_first().filter(|(path, _)| path[0] == at) {
            left = others;
            let mut papers = papers.clone();
            if let Some((rest, _)) = without(&query.clauses[at], &path[1..])
                && let Some(set) = set_of(&rest, evaluated)
            {
                papers.and(&set);
            }
            found.push((papers.count(), path));
        }
        true
    });
    found.retain(|(hits, _)| *hits > 0);
    // The most papers first, of equals the smaller part.
    sorting::sort_by_key(&mut found, |(hits, path)| {
        (std::cmp::Reverse(*hits), path.len() == 1)
    });
    let mut offers: Vec<Offer> = Vec::new();
    for (hits, path) in found {
        if offers.len() == MOST_OFFERS {
            break;
        }
        let mut clauses = query.clauses.clone();
        let at = path[0];
        let dropped = match without(&clauses[at], &path[1..]) {
            Some((rest, dropped)) => {
                clauses[at] = rest;
                dropped
            }
            None => clauses.remove(at),
        };
        let rest = Query {
            clauses: clauses
                .into_iter()
                .flat_map(|clause| Query::from(clause).clauses)
                .collect(),
        };
        // Without anything left it is no offer: that is clearing the query.
        if !rest.clauses.is_empty() && offers.iter().all(|offer| offer.rest != rest) {
            offers.push(Offer {
                dropped: vec![dropped],
                clause: (path.len() == 1).then_some(at),
                rest,
                hits,
            });
        }
    }
    offers
}

/// The clauses to drop where no single part helps: of the others, those with the most papers first,
/// as many are kept as find something together.
fn several_clauses(query: &Query, evaluated: &Evaluated<'_>) -> Option<Offer> {
    let all = evaluated.all_but(|_| true);
    let alone =
        |clause: &Option<Bitset>| clause.as_ref().map_or(all.count(), |set| all.common(set));
    let sizes: Vec<usize> = evaluated.clauses.iter().map(alone).collect();
    let mut by_size: Vec<usize> = (0..query.clauses.len()).collect();
    sorting::sort_by_key(&mut by_size, |clause| std::cmp::Reverse(sizes[*clause]));
    let mut papers = all;
    let mut is_kept = vec![false; query.clauses.len()];
    for clause in by_size {
        let mut with = papers.clone();
        narrow(&mut with, evaluated.clauses[clause].as_ref());
        if !with.is_empty() {
            papers = with;
            is_kept[clause] = true;
        }
    }
    is_kept.contains(&true).then(|| {
        let (mut dropped, mut rest) = (Vec::new(), Vec::new());
        for (clause, is_kept) in query.clauses.iter().zip(is_kept) {
            let place = if is_kept { &mut rest } else { &mut dropped };
            place.push(clause.clone());
        }
        Offer {
            dropped,
            clause: None,
            rest: Query { clauses: rest },
            hits: papers.count(),
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

/// The expression without the operand at the end of a way, and that operand. `None` for an empty
/// way.
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

/// The papers that satisfy an expression made of terms that were evaluated; `None` where it says
/// nothing.
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
