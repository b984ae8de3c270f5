//! Facets and chips as the page draws them.

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::paper::AnnounceKind;
use crate::core::query::{Atom, Expr, Field, Query, Term, choice, selection, without_clause};
use crate::core::search::{FacetCounts, Found};
use crate::core::tags::own::Names;
use crate::core::tags::{self, TagId};
use crate::protocol::{Chip, Choice, FacetValue, FacetView, TagMeaning, TagView};

/// The value that stands for papers without any value of a facet.
const NONE: &str = "none";
/// What choosing those is good for.
const UNTAGGED: &str = "Papers that no rule gives a tag of this kind. Choose them to see the phrases that new rules could be made of.";

/// All tags of the table, facet by facet and in its order.
pub(super) fn taxonomy() -> Vec<TagMeaning> {
    let meaning = |tag: TagId| TagMeaning {
        tag: TagView {
            facet: tags::facet(tag),
            id: tags::id(tag).to_owned(),
            label: tags::label(tag).to_owned(),
        },
        description: tags::description(tag).to_owned(),
    };
    let of_facets = Facet::TAGGED.into_iter().flat_map(tags::of);
    of_facets.map(meaning).collect()
}

/// The facets that have values, in the page's order.
pub(super) fn views(
    query: &Query,
    found: &Found,
    all_of: &[Facet],
    names: &Names,
) -> Vec<FacetView> {
    found
        .facets
        .iter()
        .filter(|counts| !counts.values.is_empty())
        .map(|counts| view(query, counts, all_of.contains(&counts.facet), names))
        .collect()
}

fn view(query: &Query, counts: &FacetCounts, all_of: bool, names: &Names) -> FacetView {
    let facet = counts.facet;
    let shown = |id: &str, count: u32| {
        let choice = choice(query, facet, id);
        (count > 0 || choice != Choice::Off).then_some((count, choice))
    };
    // Only what is shown is made; of a library most values are not among the hits.
    let mut values: Vec<(&str, Option<TagId>, u32, Choice)> = Vec::new();
    let mut tags = tags_in_order(facet, names);
    for (id, count) in &counts.values {
        if let Some((count, choice)) = shown(id, *count) {
            let tag = if facet.is_tagged() { tags(id) } else { None };
            values.push((id, tag, count, choice));
        }
    }
    if facet.is_tagged()
        && let Some((count, choice)) = shown(NONE, counts.none)
    {
        values.push((NONE, None, count, choice));
    }
    // The chosen ones first. Days read best as a calendar; everything else by how much there is of it, what has no tag last.
    // As the hits are sorted, so that this sort is not compiled twice.
    let key = |(at, (id, _, count, choice)): (u32, &(&str, Option<TagId>, u32, Choice))| {
        let is_counted = facet != Facet::Day && !(facet.is_tagged() && *id == NONE);
        let less = if is_counted { !*count } else { u32::MAX };
        (
            u64::from(*choice == Choice::Off) << 32 | u64::from(less),
            at,
        )
    };
    let mut order: Vec<(u64, u32)> = (0..).zip(&values).map(key).collect();
    order.sort_unstable();
    let values = order.into_iter().map(|(_, at)| values[at as usize]);
    let value = |(id, tag, count, choice): (&str, Option<TagId>, u32, Choice)| FacetValue {
        id: id.to_owned(),
        label: tag.map_or_else(
            || value_label(facet, id, names),
            |tag| names.label(tag).to_owned(),
        ),
        description: match tag {
            Some(tag) => tags::description(tag).to_owned(),
            None if id == NONE => UNTAGGED.to_owned(),
            None => String::new(),
        },
        count,
        choice,
    };
    FacetView {
        facet,
        all_of: all_of || selection(query, facet).all_of,
        can_all_of: facet.is_multiple(),
        values: values.map(value).collect(),
    }
}

/// Finds the tags of a facet by their ids, which come in the table's order, in one pass.
fn tags_in_order(facet: Facet, names: &Names) -> impl FnMut(&str) -> Option<TagId> {
    let mut rest = names.of(facet);
    move |id| {
        rest.by_ref()
            .find(|tag| names.id(*tag) == id)
            .or_else(|| names.find(facet, id))
    }
}

/// What a value of a facet is called.
pub(super) fn value_label(facet: Facet, id: &str, names: &Names) -> String {
    if facet.is_tagged()
        && let Some(tag) = names.find(facet, id)
    {
        return names.label(tag).to_owned();
    }
    match facet {
        _ if id == NONE => format!("No {} tag", facet.name()),
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
pub(super) fn chips(query: &Query, names: &Names) -> Vec<Chip> {
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
                label: facet_label(inner, names).unwrap_or_else(|| {
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
pub(super) fn facet_label(expr: &Expr, names: &Names) -> Option<String> {
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
            Atom::Value(id) => value_label(*of, id, names),
            Atom::None => value_label(*of, NONE, names),
            _ => return None,
        });
    }
    facet.map(|facet| format!("{}: {}", facet.label(), labels.join(" or ")))
}
