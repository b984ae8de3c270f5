//! Counts beside the values of each facet, and papers per day.

use std::borrow::Cow;

use super::eval::{Corpus, Evaluated, source_is};
use super::searcher::Searcher;
use super::{FacetCounts, Found, Options, Tally, ValueId};
use crate::core::day::Date;
use crate::core::facet::{Facet, FacetKind};
use crate::core::index::bitset::Bitset;
use crate::core::index::{Index, narrow};
use crate::core::marks::State;
use crate::core::paper::AnnounceKind;
use crate::core::query::{Atom, Field, Query, Term, selection};
use crate::core::tags::TagId;
use crate::core::words::dictionary::Dictionary;

/// The counts of all facets, in the order of [`Facet::ALL`], and the papers per day of the library,
/// oldest first: those that satisfy all but the positive `day:` clauses.
pub(super) fn count(
    corpus: Corpus<'_>,
    query: &Query,
    evaluated: &Evaluated<'_>,
    hits: &Bitset,
    options: &Options,
) -> (Vec<Tally>, Vec<(Date, u32)>) {
    let tally = |facet: Facet, docs: &Bitset| {
        if facet.kind() == FacetKind::State {
            return corpus.index.reader.tally(docs);
        }
        let column = corpus.index.column(facet);
        column.tally(docs, &corpus.index.sets.live)
    };
    // All facets of tags share a column, and most are counted over the hits.
    let of_tags = tally(Facet::Task, hits);
    let of_days = tally(Facet::Day, hits);
    let papers = hits.count();
    let counts = |facet: Facet| {
        let own = own_choice(query, facet).filter(|_| !options.all_of.contains(&facet));
        let wider = own.map(|own| evaluated.all_but(|at| at == own));
        let docs = wider.as_ref().unwrap_or(hits);
        let counts: Cow<'_, [u32]> = match facet.kind() {
            FacetKind::Tag if wider.is_none() => (&of_tags).into(),
            FacetKind::Day if wider.is_none() => (&of_days).into(),
            FacetKind::Tag
            | FacetKind::Announce
            | FacetKind::Category
            | FacetKind::Topic
            | FacetKind::Day
            | FacetKind::Source
            | FacetKind::State => tally(facet, docs).into(),
        };
        let mut asked: Vec<(Value<'_>, u32)> = Vec::new();
        for term in query.terms() {
            if let Some(value) = asked_value(corpus, facet, term)
                && let Err(at) = asked.binary_search_by(|(other, _)| other.place.cmp(&value.place))
                && let Some(Some(with_value)) = evaluated.terms.get(term)
            {
                asked.insert(at, (value, narrow(with_value.docs.common(docs))));
            }
        }
        let numbers = occurring(corpus, facet);
        let known = |number: &u32| (ValueId::Known(*number), counts[*number as usize]);
        let mut values: Vec<(ValueId, u32)> = numbers.iter().map(known).collect();
        // From the last to the first, so that none moves the place of another.
        for (value, count) in asked.into_iter().rev() {
            let wanted = Some(&value.place);
            let place = numbers.binary_search_by(|number| {
                let known = known_value(corpus.index, corpus.sources, facet, *number);
                known.as_ref().map(|known| &known.place).cmp(&wanted)
            });
            if let Err(at) = place {
                values.insert(at, (ValueId::Asked(value.name.into_owned()), count));
            }
        }
        let papers = wider.as_ref().map_or(papers, Bitset::count);
        Tally {
            facet,
            values,
            none: narrow(papers - docs.common(corpus.index.with_values(facet))),
        }
    };
    let facets = Facet::ALL.into_iter().map(counts).collect();
    let own = selection(query, Facet::Day).clauses;
    let of_days = if own.is_empty() {
        of_days
    } else {
        tally(Facet::Day, &evaluated.all_but(|at| own.contains(&at)))
    };
    (facets, by_day(corpus.index, &of_days).collect())
}

/// The dates that papers of the library have, oldest first, with their counts.
fn by_day(index: &Index, counts: &[u32]) -> impl Iterator<Item = (Date, u32)> {
    let totals = index.column(Facet::Day).totals();
    let numbers = index.days.sorted().iter().map(|number| *number as usize);
    numbers
        .filter(|number| totals.get(*number).is_some_and(|total| *total > 0))
        .map(|number| (index.days.days()[number], counts[number]))
}

impl Searcher<'_> {
    /// The counts of a search's facets beside the values' ids, in the same library.
    pub fn facet_counts(&self, found: &Found) -> Vec<FacetCounts> {
        let counts = |tally: &Tally| FacetCounts {
            facet: tally.facet,
            values: tally
                .values
                .iter()
                .map(|(value, count)| (self.value_id(tally.facet, value), *count))
                .collect(),
            none: tally.none,
        };
        found.facets.iter().map(counts).collect()
    }

    /// The id that a value of a facet has in a query.
    pub fn value_id(&self, facet: Facet, value: &ValueId) -> String {
        match value {
            ValueId::Known(number) => known_value(self.index, self.sources, facet, *number)
                .map_or_else(String::new, |known| known.name.into_owned()),
            ValueId::Asked(name) => name.clone(),
        }
    }

    /// How many papers of the library each date has, oldest first; dates without any are left out.
    pub fn papers_by_day(&self) -> impl Iterator<Item = (Date, u32)> {
        by_day(self.index, self.index.column(Facet::Day).totals())
    }
}

/// The clause that holds a facet's ticked values joined by OR. `None` when there is none, and when
/// there are several: those are joined by AND, so ticking another value narrows further.
fn own_choice(query: &Query, facet: Facet) -> Option<usize> {
    match selection(query, facet).clauses[..] {
        [own] => Some(own),
        _ => None,
    }
}

/// A value of a facet.
struct Value<'c> {
    place: Place<'c>,
    /// Its id in a query.
    name: Cow<'c, str>,
}

/// Where a value stands among the facet's values: by a number first, then by name.
type Place<'c> = (u32, Cow<'c, str>);

impl<'c> Value<'c> {
    fn numbered(number: u32, name: &'c str) -> Self {
        Self {
            place: (number, Cow::Borrowed("")),
            name: Cow::Borrowed(name),
        }
    }

    /// Categories and topics stand in alphabetical order.
    fn named(name: &'c str) -> Self {
        Self {
            place: (0, Cow::Borrowed(name)),
            name: Cow::Borrowed(name),
        }
    }

    /// The reader's own tags stand behind those of the table, in alphabetical order.
    fn own(name: &'c str) -> Self {
        Self {
            place: (u32::MAX, Cow::Borrowed(name)),
            name: Cow::Borrowed(name),
        }
    }

    /// Dates stand newest first, and of those that start on one day the longest.
    fn day(date: Date, name: impl Into<Cow<'c, str>>) -> Self {
        let day = date.first();
        let [month, of_month] = [day.month(), day.day_of_month()].map(u32::from);
        let number = (u32::from(day.year()) * 12 + month) * 31 + of_month;
        let number = 3 * number + date.precision() as u32;
        Self {
            place: (u32::MAX - number, Cow::Borrowed("")),
            name: name.into(),
        }
    }
}

/// The numbers of the values of a facet that papers of the library have, as the values stand among
/// each other.
fn occurring(corpus: Corpus<'_>, facet: Facet) -> Vec<u32> {
    let index = corpus.index;
    let states;
    let totals = if facet.kind() == FacetKind::State {
        states = index.reader.tally(&index.sets.live);
        &states
    } else {
        index.column(facet).totals()
    };
    let mut numbers: Vec<u32> = match facet.kind() {
        FacetKind::Category => index.categories.with_prefix("").to_vec(),
        FacetKind::Topic => index.topics.with_prefix("").to_vec(),
        FacetKind::Day => index.days.sorted().iter().rev().copied().collect(),
        FacetKind::Source => (0..narrow(totals.len().min(corpus.sources.len()))).collect(),
        FacetKind::Announce | FacetKind::State => (0..narrow(totals.len())).collect(),
        FacetKind::Tag => {
            let tags = index.names.of(facet);
            tags.map(|tag| u32::from(tag.0)).collect()
        }
    };
    let total = |number: &u32| totals.get(*number as usize).copied();
    numbers.retain(|number| total(number).is_some_and(|total| total > 0));
    numbers
}

/// A value of the library. `None` for a source that the library does not name.
fn known_value<'c>(
    index: &'c Index,
    sources: &'c [String],
    facet: Facet,
    number: u32,
) -> Option<Value<'c>> {
    let at = number as usize;
    Some(match facet.kind() {
        FacetKind::Announce => Value::numbered(number, AnnounceKind::ALL.get(at)?.id()),
        FacetKind::Category => Value::named(index.categories.term(number)),
        FacetKind::Topic => Value::named(index.topics.term(number)),
        FacetKind::Day => Value::day(*index.days.days().get(at)?, index.days.name(number)),
        FacetKind::Source => Value::numbered(number, sources.get(at)?),
        FacetKind::State => Value::numbered(number, State::ALL.get(at)?.id()),
        FacetKind::Tag => {
            let tag = TagId(u16::try_from(number).ok()?);
            let id = index.names.id(tag);
            if index.names.is_own(tag) {
                Value::own(id)
            } else {
                Value::numbered(number, id)
            }
        }
    })
}

/// The value of a facet that a term names, as [`known_value`] gives it; the library need not have
/// it.
fn asked_value<'c>(corpus: Corpus<'c>, facet: Facet, term: &'c Term) -> Option<Value<'c>> {
    if term.field != Some(Field::Facet(facet)) {
        return None;
    }
    let name = match &term.atom {
        Atom::Value(name) => name,
        Atom::Days(range) if facet.kind() == FacetKind::Day => {
            let day = range.from.filter(|_| range.from == range.to)?;
            return Some(Value::day(day.into(), day.to_string()));
        }
        _ => return None,
    };
    let numbered = |number| known_value(corpus.index, corpus.sources, facet, number);
    let named = |names: &'c Dictionary| {
        let totals = (0..).zip(corpus.index.column(facet).totals());
        let occurring = totals.filter(|(_, total)| **total > 0);
        let mut known = occurring.map(|(number, _)| names.term(number));
        let known = known.find(|known| known.eq_ignore_ascii_case(name));
        Some(Value::named(known.unwrap_or(name)))
    };
    match facet.kind() {
        FacetKind::Tag => numbered(u32::from(corpus.index.names.meant(facet, name)?.0)),
        FacetKind::Announce => {
            let mut kinds = AnnounceKind::ALL.iter();
            numbered(narrow(kinds.position(|kind| kind.id() == name)?))
        }
        FacetKind::State => numbered(State::of(name)? as u32),
        FacetKind::Category => named(&corpus.index.categories),
        FacetKind::Topic => named(&corpus.index.topics),
        FacetKind::Day => {
            let date: Date = name.parse().ok()?;
            Some(Value::day(date, date.to_string()))
        }
        FacetKind::Source => {
            let mut sources = corpus.sources.iter();
            match sources.position(|source| source_is(source, name)) {
                Some(at) => numbered(narrow(at)),
                None => Some(Value {
                    place: (u32::MAX, Cow::Owned(name.to_lowercase())),
                    name: Cow::Borrowed(name),
                }),
            }
        }
    }
}
