//! The evaluator against another one that is as plain as can be: the same hits, counts and order on random queries over random libraries.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod plain;
mod random;
#[path = "../search_support/mod.rs"]
mod search_support;

use proptest::prelude::*;
use proptest::sample::Index as Pick;

use digest_explorer::core::day::Day;
use digest_explorer::core::facet::Facet;
use digest_explorer::core::library::Record;
use digest_explorer::core::order::Sort;
use digest_explorer::core::paper::PaperId;
use digest_explorer::core::query::Query;
use digest_explorer::core::search::{Found, Index};

use plain::{Papers, is_own, positive_words, tokens};
use random::{SOURCES, library, one_record, options, query};

/// The two neighbours must stand in this order.
fn in_order(papers: &Papers<'_>, query: &Query, found: &Found, left: usize, right: usize) -> bool {
    let (one, two) = (&papers.records[left], &papers.records[right]);
    let last = |record: &Record| record.paper.days.iter().max().copied();
    let by_day = |oldest: bool| match (last(one), last(two)) {
        (a, b) if a == b => left < right,
        (Some(a), Some(b)) => (a < b) == oldest,
        (a, _) => a.is_some(),
    };
    match found.sort {
        Sort::Newest => by_day(false),
        Sort::Oldest => by_day(true),
        Sort::Relevance => {
            let (one, two) = (papers.score(query, one), papers.score(query, two));
            // Sums that differ by rounding alone are equal; the two evaluators may round apart.
            if (one - two).abs() < 1e-12 {
                by_day(false) || one.to_bits() != two.to_bits()
            } else {
                one > two
            }
        }
        Sort::Title => {
            let key = |record: &Record| tokens(&record.paper.title.plain).join(" ");
            match (key(one), key(two)) {
                (a, b) if a == b => by_day(false),
                (a, b) => !a.is_empty() && (b.is_empty() || a < b),
            }
        }
        Sort::Id => {
            let key = |record: &Record| {
                (
                    matches!(record.paper.id, PaperId::Local(_)),
                    record.paper.id.to_string(),
                )
            };
            key(one) <= key(two)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn both_find_count_and_order_the_same(
        records in library(),
        earlier in prop::collection::vec(one_record(), 3),
        places in prop::collection::vec(any::<Pick>(), 3),
        query in query(),
        options in options(),
    ) {
        let sources: Vec<String> = SOURCES.iter().map(|&name| name.to_owned()).collect();
        // Some papers were other papers when they were put in first.
        let mut index = Index::default();
        let mut before = records.clone();
        for (place, record) in places.iter().zip(&earlier).filter(|_| !records.is_empty()) {
            before[place.index(records.len())] = record.clone();
        }
        for (doc, record) in (0..).zip(&before).chain((0..).zip(&records)) {
            index.put(doc, record);
        }
        let found = index.search_records(&records, &sources, &query, &options);
        let papers = Papers { records: &records, sources: &sources };

        let mut docs: Vec<usize> = found.docs.iter().map(|doc| *doc as usize).collect();
        for pair in docs.windows(2) {
            prop_assert!(in_order(&papers, &query, &found, pair[0], pair[1]), "{pair:?} in {:?}", found.sort);
        }
        for doc in &found.docs {
            let parts = index.explain_record(&records, *doc, &query);
            let sum: f64 = parts.iter().map(|(_, part)| part).sum();
            let score = papers.score(&query, &records[*doc as usize]);
            prop_assert!((sum - score).abs() < 1e-9, "{sum} is not {score}");
        }
        let usual = if positive_words(&query).is_empty() { Sort::Newest } else { Sort::Relevance };
        prop_assert_eq!(found.sort, options.sort.unwrap_or(usual));
        docs.sort_unstable();
        prop_assert_eq!(docs, papers.hits(&query, |_| true));

        for counts in &found.facets {
            prop_assert_eq!(counts, &papers.facet(&query, counts.facet, &options.all_of));
        }
        let hits = papers.hits(&query, |clause| !is_own(clause, Facet::Day));
        let mut days: Vec<Day> = records.iter().flat_map(|record| record.paper.days.clone()).collect();
        days.sort_unstable();
        days.dedup();
        let on = |day: Day| hits.iter().filter(|at| records[**at].paper.days.contains(&day)).count();
        let days: Vec<_> = days.into_iter().map(|day| (day, u32::try_from(on(day)).unwrap())).collect();
        prop_assert_eq!(found.days, days);
    }
}
