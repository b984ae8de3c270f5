//! Papers that a query by days leaves out for want of a day.

use super::eval::{Corpus, Evaluated};
use crate::core::day::Date;
use crate::core::facet::Facet;
use crate::core::index::bitset::Bitset;
use crate::core::index::narrow;
use crate::core::query::{Atom, DayRange, Expr, Field, Query, selection};

/// The ranges of days that a query asks for by clauses of `day:` alone: of each clause the ranges
/// of which one must hold.
pub fn wanted_days(query: &Query) -> Vec<Vec<DayRange>> {
    let clauses = selection(query, Facet::Day).clauses.into_iter();
    let ranges = |clause: usize| {
        let terms = match query.clauses.get(clause) {
            Some(Expr::Or(any)) => any.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let range = |expr: &Expr| match expr {
            Expr::Term(term) if term.field == Some(Field::Facet(Facet::Day)) => match term.atom {
                Atom::Days(range) => Some(range),
                _ => None,
            },
            _ => None,
        };
        terms.iter().filter_map(range).collect()
    };
    clauses.map(ranges).collect()
}

/// How many papers satisfy all of a query but its clauses of days, and no one can say whether they
/// satisfy those: their date is not known, or is a month or a year with days in the ranges and days
/// outside of them.
pub(super) fn count(
    corpus: Corpus<'_>,
    query: &Query,
    evaluated: &Evaluated<'_>,
    hits: &Bitset,
) -> u32 {
    let own = selection(query, Facet::Day).clauses;
    if own.is_empty() {
        return 0;
    }
    let mut left = evaluated.all_but(|at| own.contains(&at));
    left.and_not(hits);
    let wanted = wanted_days(query);
    let may_be = |date: Date| {
        let clause = |any: &Vec<DayRange>| any.iter().any(|range| range.may_hold(date));
        date.exact().is_none() && wanted.iter().all(clause)
    };
    let index = corpus.index;
    let dates = index.days.days();
    let column = index.column(Facet::Day);
    let coarse = Bitset::from_test(column.totals().len(), |value| {
        dates.get(value).is_some_and(|date| may_be(*date))
    });
    let mut coarse = column.with_any(&coarse, left.len());
    coarse.and(&left);
    left.and_not(index.with_values(Facet::Day));
    narrow(left.count() + coarse.count())
}
