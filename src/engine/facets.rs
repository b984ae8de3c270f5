//! Facets and chips as the page draws them.

use crate::core::day::Date;
use crate::core::facet::{Facet, FacetKind};
use crate::core::marks::State;
use crate::core::paper::AnnounceKind;
use crate::core::query::{Atom, Expr, Field, Query, Term, choices, selection, without_clause};
use crate::core::search::{Found, Searcher, Tally, ValueId};
use crate::core::tags::own::Names;
use crate::core::tags::{self, TagId};
use crate::protocol::{Chip, Choice, FacetValue, FacetView, TagMeaning, TagView, ValueName};

/// The value that stands for papers without any value of a facet.
const NONE: &str = "none";
/// How many bytes of queries the chips carry together, for each carries the whole query but its own
/// clause. More clauses than fit in are taken off by one chip.
const CHIP_BYTES: usize = 256 << 10;
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

/// What the values of facets are called, made when a value is first shown. Only such names are kept
/// as never change; those of sources and of the reader's own tags may.
#[derive(Debug, Default)]
pub(super) struct ValueNames {
    /// For each facet of [`Facet::ALL`] the names of its values by their numbers.
    known: [Vec<Option<ValueName>>; Facet::ALL.len()],
}

impl ValueNames {
    /// The facets that have values, in the page's order.
    pub(super) fn views(
        &mut self,
        query: &Query,
        found: &Found,
        all_of: &[Facet],
        searcher: Searcher<'_>,
    ) -> Vec<FacetView> {
        let tallies = found.facets.iter();
        tallies
            .filter(|tally| !tally.values.is_empty())
            .map(|tally| FacetView {
                facet: tally.facet,
                all_of: all_of.contains(&tally.facet) || selection(query, tally.facet).all_of,
                can_all_of: tally.facet.kind().is_multiple(),
                values: self.values(query, tally, searcher),
            })
            .collect()
    }

    /// The values of a facet that are shown: the chosen ones first. Days read best as a calendar;
    /// everything else by how much there is of it, what has no tag last.
    fn values(&mut self, query: &Query, tally: &Tally, searcher: Searcher<'_>) -> Vec<FacetValue> {
        let facet = tally.facet;
        let choice = choices(query, facet);
        let mut values: Vec<FacetValue> = Vec::with_capacity(tally.values.len() + 1);
        // As the hits are sorted, so that this sort is not compiled twice.
        let mut order: Vec<(u64, u32)> = Vec::with_capacity(values.capacity());
        let mut put = |name: &ValueName, count: u32, is_counted: bool| {
            let choice = choice(name.id());
            if count > 0 || choice != Choice::Off {
                let less = if is_counted { !count } else { u32::MAX };
                let key = u64::from(choice == Choice::Off) << 32 | u64::from(less);
                order.push((key, super::count(values.len())));
                values.push(FacetValue {
                    name: name.clone(),
                    count,
                    choice,
                });
            }
        };
        for (value, count) in &tally.values {
            let made = || name_of(facet, value, searcher);
            let is_counted = facet != Facet::Day;
            match self.kept(facet, value, searcher.names()) {
                Some(kept) => put(kept.get_or_insert_with(made), *count, is_counted),
                None => put(&made(), *count, is_counted),
            }
        }
        if facet.is_tagged() {
            let label = value_label(facet, NONE, searcher.names());
            let about = match facet {
                Facet::Own => "",
                _ => UNTAGGED,
            };
            put(&ValueName::new(NONE, &label, about), tally.none, false);
        }
        order.sort_unstable();
        let in_order = order.into_iter();
        in_order
            .map(|(_, at)| values[at as usize].clone())
            .collect()
    }

    /// Where the name of a value is kept, if it is.
    fn kept(
        &mut self,
        facet: Facet,
        value: &ValueId,
        names: &Names,
    ) -> Option<&mut Option<ValueName>> {
        let ValueId::Known(number) = value else {
            return None;
        };
        let changes = match facet.kind() {
            FacetKind::Tag => {
                let tag = u16::try_from(*number).ok().map(TagId);
                tag.is_none_or(|tag| names.is_own(tag))
            }
            FacetKind::Source => true,
            FacetKind::Announce
            | FacetKind::Category
            | FacetKind::Topic
            | FacetKind::Day
            | FacetKind::State => false,
        };
        if changes {
            return None;
        }
        let known = &mut self.known[facet as usize];
        let at = *number as usize;
        if known.len() <= at {
            known.resize(at + 1, None);
        }
        known.get_mut(at)
    }
}

/// The name of a value.
fn name_of(facet: Facet, value: &ValueId, searcher: Searcher<'_>) -> ValueName {
    let (id, names) = (searcher.value_id(facet, value), searcher.names());
    let tag = Some(facet).filter(|facet| facet.is_tagged());
    let tag = tag.and_then(|facet| names.find(facet, &id));
    let description = tag.map_or("", tags::description);
    ValueName::new(&id, &value_label(facet, &id, names), description)
}

/// What a value of a facet is called.
pub(super) fn value_label(facet: Facet, id: &str, names: &Names) -> String {
    let label = match facet.kind() {
        FacetKind::Tag => names.find(facet, id).map(|tag| names.label(tag).to_owned()),
        FacetKind::Announce => {
            let mut kinds = AnnounceKind::ALL.into_iter();
            let kind = kinds.find(|kind| kind.id() == id);
            kind.map(|kind| announce_label(kind).to_owned())
        }
        FacetKind::Day => id.parse().ok().map(Date::long),
        FacetKind::State => State::of(id).map(|state| state_label(state).to_owned()),
        FacetKind::Category | FacetKind::Topic | FacetKind::Source => None,
    };
    label.unwrap_or_else(|| match id {
        NONE if facet == Facet::Own => "None of your tags".to_owned(),
        NONE => format!("No {} tag", facet.name()),
        _ => id.to_owned(),
    })
}

fn announce_label(kind: AnnounceKind) -> &'static str {
    match kind {
        AnnounceKind::New => "New",
        AnnounceKind::Cross => "Cross-list",
        AnnounceKind::Replaced => "Replacement",
    }
}

fn state_label(state: State) -> &'static str {
    match state {
        State::Starred => "Starred",
        State::Later => "For later",
        State::Read => "Read",
        State::Skipped => "Skipped",
        State::New => "New",
        State::Undecided => "Undecided",
    }
}

/// A chip for each clause that filters. A bare word is none: it is read in the search box. Without
/// the clause there is left what is of `settled`, the same clauses with the word finished that is
/// still being typed.
pub(super) fn chips(query: &Query, settled: &Query, names: &Names) -> Vec<Chip> {
    let filters =
        |(_, clause): &(usize, &Expr)| !matches!(clause, Expr::Term(Term { field: None, .. }));
    let filtering: Vec<(usize, &Expr)> = query.clauses.iter().enumerate().filter(filters).collect();
    let most = CHIP_BYTES / query.to_string().len().max(1);
    let shown = if filtering.len() > most {
        most - 1
    } else {
        filtering.len()
    };
    let chip = |(index, clause): &(usize, &Expr)| {
        let (inner, excludes) = match clause {
            Expr::Not(inner) => (inner.as_ref(), true),
            other => (*other, false),
        };
        let clause = Query::from(inner.clone()).to_string();
        Chip {
            label: facet_label(inner, names).unwrap_or_else(|| clause.clone()),
            excludes,
            without: without_clause(settled, *index).to_string(),
            clause,
        }
    };
    let (shown, others) = filtering.split_at(shown);
    let mut chips: Vec<Chip> = shown.iter().map(chip).collect();
    if let Some((first, _)) = others.first() {
        let stays = |(index, clause): &(usize, &Expr)| index < first || !filters(&(*index, clause));
        let clauses = query.clauses.iter().enumerate().zip(&settled.clauses);
        let rest = clauses.filter(|(clause, _)| stays(clause));
        chips.push(Chip {
            label: format!("{} more conditions", others.len()),
            excludes: false,
            without: Query {
                clauses: rest.map(|(_, left)| left.clone()).collect(),
            }
            .to_string(),
            clause: String::new(),
        });
    }
    chips
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
