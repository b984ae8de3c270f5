//! Counts beside the values of each facet, and papers per day.

use std::collections::BTreeMap;

use super::eval::{Corpus, Evaluated, source_is};
use super::{FacetCounts, Options};
use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::index::bitset::Bitset;
use crate::core::index::narrow;
use crate::core::paper::AnnounceKind;
use crate::core::query::{Atom, Field, Query, Term, selection};
use crate::core::tags::{self, TagId};

/// The counts of all facets, in the order of [`Facet::ALL`].
pub(super) fn count(
    corpus: Corpus<'_>,
    query: &Query,
    evaluated: &Evaluated<'_>,
    hits: &Bitset,
    options: &Options,
) -> Vec<FacetCounts> {
    let live = &corpus.index.sets.live;
    // All facets of tags share a column, and most are counted over the hits.
    let tags = corpus.index.column(Facet::Task).tally(hits, live);
    let counts = |facet: Facet| {
        let own = own_choice(query, facet).filter(|_| !options.all_of.contains(&facet));
        let wider = own.map(|own| evaluated.all_but(|at| at == own));
        let docs = wider.as_ref().unwrap_or(hits);
        let column = corpus.index.column(facet);
        let tallied = (wider.is_some() || !facet.is_tagged()).then(|| column.tally(docs, live));
        let counts = tallied.as_ref().unwrap_or(&tags);
        let mut values: BTreeMap<Place, (String, u32)> = BTreeMap::new();
        for value in values_of(facet, column.totals().len()) {
            if column.totals()[value] > 0
                && let Some((place, name)) = known_value(corpus, facet, value)
            {
                values.insert(place, (name, counts[value]));
            }
        }
        for term in query.terms() {
            if let Some((place, name)) = asked_value(corpus, facet, term)
                && !values.contains_key(&place)
                && let Some(Some(with_value)) = evaluated.terms.get(term)
            {
                values.insert(place, (name, narrow(with_value.docs.common(docs))));
            }
        }
        FacetCounts {
            facet,
            values: values.into_values().collect(),
            none: narrow(docs.count() - docs.common(corpus.index.with_values(facet))),
        }
    };
    Facet::ALL.into_iter().map(counts).collect()
}

/// The values of a column that belong to a facet, of those that occur.
fn values_of(facet: Facet, occurring: usize) -> Vec<usize> {
    if facet.is_tagged() {
        let tags = tags::of(facet).map(|tag| usize::from(tag.0));
        tags.filter(|tag| *tag < occurring).collect()
    } else {
        (0..occurring).collect()
    }
}

/// Papers per day of the library, oldest first: those that satisfy all but the positive `day:` clauses.
pub(super) fn days(
    corpus: Corpus<'_>,
    query: &Query,
    evaluated: &Evaluated<'_>,
    hits: &Bitset,
) -> Vec<(Day, u32)> {
    let own = selection(query, Facet::Day).clauses;
    let wider = (!own.is_empty()).then(|| evaluated.all_but(|at| own.contains(&at)));
    let docs = wider.as_ref().unwrap_or(hits);
    let column = corpus.index.column(Facet::Day);
    let counts = column.tally(docs, &corpus.index.sets.live);
    let days = corpus
        .index
        .days
        .sorted()
        .iter()
        .map(|number| *number as usize);
    days.filter(|number| column.totals().get(*number).is_some_and(|total| *total > 0))
        .map(|number| (corpus.index.days.days()[number], counts[number]))
        .collect()
}

/// The clause that holds a facet's ticked values joined by OR. `None` when there is none, and when there are several: those are joined by AND, so ticking another
/// value narrows further.
fn own_choice(query: &Query, facet: Facet) -> Option<usize> {
    match selection(query, facet).clauses[..] {
        [own] => Some(own),
        _ => None,
    }
}

/// Where a value stands among the facet's values: by a number first, then by name.
type Place = (u32, String);

/// A value of the library: its place and its id in a query. `None` for a source that the library does not name.
fn known_value(corpus: Corpus<'_>, facet: Facet, value: usize) -> Option<(Place, String)> {
    let number = u32::try_from(value).ok()?;
    let numbered = |name: &str| ((number, String::new()), name.to_owned());
    match facet {
        Facet::Announce => Some(numbered(AnnounceKind::ALL.get(value)?.id())),
        Facet::Category => Some(by_name(corpus.index.categories.term(number))),
        Facet::Topic => Some(by_name(corpus.index.topics.term(number))),
        Facet::Day => Some(day_value(*corpus.index.days.days().get(value)?)),
        Facet::Source => Some(numbered(corpus.sources.get(value)?)),
        _ => {
            let tag = TagId(u16::try_from(value).ok()?);
            Some(numbered(tags::id(tag)))
        }
    }
}

/// The value of a facet that a term names, as [`known_value`] gives it; the library need not have it.
fn asked_value(corpus: Corpus<'_>, facet: Facet, term: &Term) -> Option<(Place, String)> {
    if term.field != Some(Field::Facet(facet)) {
        return None;
    }
    match (&term.atom, facet) {
        (Atom::Days(range), Facet::Day) => {
            let day = range.from.filter(|_| range.from == range.to)?;
            Some(day_value(day))
        }
        (Atom::Value(name), Facet::Day) => Some(day_value(name.parse().ok()?)),
        (Atom::Value(name), Facet::Announce) => {
            let at = AnnounceKind::ALL
                .iter()
                .position(|kind| kind.id() == name)?;
            known_value(corpus, facet, at)
        }
        (Atom::Value(name), Facet::Category | Facet::Topic) => {
            let names = match facet {
                Facet::Topic => &corpus.index.topics,
                _ => &corpus.index.categories,
            };
            let totals = (0..).zip(corpus.index.column(facet).totals());
            let occurring = totals.filter(|(_, total)| **total > 0);
            let mut known = occurring.map(|(number, _)| names.term(number));
            let known = known.find(|known| known.eq_ignore_ascii_case(name));
            Some(by_name(known.unwrap_or(name)))
        }
        (Atom::Value(name), Facet::Source) => {
            match corpus
                .sources
                .iter()
                .position(|source| source_is(source, name))
            {
                Some(at) => known_value(corpus, facet, at),
                None => Some(((u32::MAX, name.to_lowercase()), name.clone())),
            }
        }
        (Atom::Value(name), _) => {
            let tag = tags::find(facet, name)?;
            known_value(corpus, facet, usize::from(tag.0))
        }
        _ => None,
    }
}

/// Categories and topics stand in alphabetical order.
fn by_name(name: &str) -> (Place, String) {
    ((0, name.to_owned()), name.to_owned())
}

/// Days stand newest first.
fn day_value(day: Day) -> (Place, String) {
    let age = i32::MAX.abs_diff(day.days_since_epoch());
    ((age, String::new()), day.to_string())
}
