//! Facets and chips as the page draws them.

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::paper::AnnounceKind;
use crate::core::query::{Atom, Expr, Field, Query, Term, choice, selection, without_clause};
use crate::core::search::{FacetCounts, Found};
use crate::core::sorting;
use crate::core::tags;
use crate::protocol::{Chip, Choice, FacetValue, FacetView};

/// The value that stands for papers without any value of a facet.
const NONE: &str = "none";

/// The facets that have values, in the page's order.
pub(super) fn views(query: &Query, found: &Found, all_of: &[Facet]) -> Vec<FacetView> {
    found
        .facets
        .iter()
        .filter(|counts| !counts.values.is_empty())
        .map(|counts| view(query, counts, all_of.contains(&counts.facet)))
        .collect()
}

fn view(query: &Query, counts: &FacetCounts, all_of: bool) -> FacetView {
    let facet = counts.facet;
    let value = |id: &str, count: u32| {
        let tag = tags::find(facet, id);
        FacetValue {
            id: id.to_owned(),
            label: value_label(facet, id),
            description: tag
                .map(|tag| tags::description(tag).to_owned())
                .unwrap_or_default(),
            count,
            choice: choice(query, facet, id),
        }
    };
    let mut values: Vec<FacetValue> = counts
        .values
        .iter()
        .map(|(id, count)| value(id, *count))
        .collect();
    // Days read best as a calendar; everything else by how much there is of it.
    if facet != Facet::Day {
        sorting::sort_by_key(&mut values, |value| std::cmp::Reverse(value.count));
    }
    if facet.is_tagged() {
        values.push(value(NONE, counts.none));
    }
    values.retain(|value| value.count > 0 || value.choice != Choice::Off);
    sorting::sort_by_key(&mut values, |value| value.choice == Choice::Off);
    FacetView {
        facet,
        all_of: all_of || selection(query, facet).all_of,
        can_all_of: facet.is_multiple(),
        values,
    }
}

/// What a value of a facet is called.
pub(super) fn value_label(facet: Facet, id: &str) -> String {
    if let Some(tag) = tags::find(facet, id) {
        return tags::label(tag).to_owned();
    }
    match facet {
        _ if id == NONE => format!("No {}", facet.name()),
        Facet::Announce => AnnounceKind::ALL
            .into_iter()
            .find(|kind| kind.id() == id)
            .map_or_else(|| id.to_owned(), |kind| announce_label(kind).to_owned()),
        Facet::Day => id.parse::<Day>().map_or_else(|_| id.to_owned(), Day::long),
        _ => id.to_owned(),
    }
}

fn announce_label(kind: AnnounceKind) -> &'static str {
    match kind {
        AnnounceKind::New => "New",
        AnnounceKind::Cross => "Cross-list",
        AnnounceKind::Replaced => "Replacement",
    }
}

/// A chip for each clause that filters. A bare word is none: it is read in the search box.
pub(super) fn chips(query: &Query) -> Vec<Chip> {
    query
        .clauses
        .iter()
        .enumerate()
        .filter(|(_, clause)| !matches!(clause, Expr::Term(Term { field: None, .. })))
        .map(|(index, clause)| {
            let (inner, excludes) = match clause {
                Expr::Not(inner) => (inner.as_ref(), true),
                other => (other, false),
            };
            Chip {
                label: facet_label(inner).unwrap_or_else(|| {
                    Query {
                        clauses: vec![inner.clone()],
                    }
                    .to_string()
                }),
                excludes,
                without: without_clause(query, index).to_string(),
            }
        })
        .collect()
}

/// `Task: Object detection or Segmentation` for a clause that chooses values of one facet.
pub(super) fn facet_label(expr: &Expr) -> Option<String> {
    let terms: Vec<&Expr> = match expr {
        Expr::Or(any) => any.iter().collect(),
        other => vec![other],
    };
    let mut facet = None;
    let mut labels = Vec::new();
    for term in terms {
        let Expr::Term(Term {
            field: Some(Field::Facet(of)),
            atom,
        }) = term
        else {
            return None;
        };
        if facet.is_some_and(|facet| facet != *of) {
            return None;
        }
        facet = Some(*of);
        labels.push(match atom {
            Atom::Value(id) => value_label(*of, id),
            Atom::None => value_label(*of, NONE),
            _ => return None,
        });
    }
    facet.map(|facet| format!("{}: {}", facet.label(), labels.join(" or ")))
}
