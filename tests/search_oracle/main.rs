//! The evaluator against another one that is as plain as can be: the same hits, counts and order on
//! random queries over random libraries.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../search_support/bulk.rs"]
mod bulk;
#[path = "../corpora_support/mod.rs"]
mod corpora_support;
mod mutes;
mod plain;
mod random;
mod real;
#[path = "../search_support/mod.rs"]
mod search_support;
mod states;

use proptest::prelude::*;
use proptest::sample::Index as Pick;
use proptest::test_runner::TestCaseError;

use digest_explorer::core::day::Date;
use digest_explorer::core::facet::Facet;
use digest_explorer::core::library::Record;
use digest_explorer::core::marks::Journal;
use digest_explorer::core::order::Sort;
use digest_explorer::core::paper::{Paper, PaperId};
use digest_explorer::core::query::Query;
use digest_explorer::core::search::{Found, Index, Options, Searcher};
use digest_explorer::core::text::RichText;

use plain::{Papers, is_own, positive_words, tokens};
use random::{SOURCES, library, one_record, options, query};
use states::States;

/// The two neighbours must stand in this order.
fn in_order(papers: &Papers<'_>, query: &Query, found: &Found, left: usize, right: usize) -> bool {
    let (one, two) = (&papers.records[left], &papers.records[right]);
    let last = |record: &Record| plain::dates(record).into_iter().max();
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
        removed in prop::collection::vec(any::<Pick>(), 0..3),
        papers_a_segment in 1_usize..5,
        searches in any::<u16>(),
        query in query(),
        options in options(),
        (start, len) in (0_usize..8, 0_usize..5),
        acts in states::acts(),
    ) {
        let sources: Vec<String> = SOURCES.iter().map(|&name| name.to_owned()).collect();
        let mut records = records;
        let mut gone = vec![false; records.len()];
        for pick in removed.iter().filter(|_| !records.is_empty()) {
            gone[pick.index(records.len())] = true;
        }
        // Some papers were other papers when they were put in first.
        let mut before = records.clone();
        for (place, record) in places.iter().zip(&earlier).filter(|_| !records.is_empty()) {
            before[place.index(records.len())] = record.clone();
        }
        // Now and then a search comes, which writes what waits as a segment.
        let mut index = Index::with_segments_of(papers_a_segment);
        let mut current = before.clone();
        let (mut journal, mut states) = (Journal::default(), States::default());
        let mut acts = acts.iter();
        for (step, (doc, record)) in (0..).zip(&before).chain((0..).zip(&records)).enumerate() {
            index.put(doc, record);
            current[doc as usize] = record.clone();
            let id = &record.paper.id;
            index.reader.put(doc, journal.marks().of(id), journal.marks().note(id));
            // Now and then the reader does something with papers, which need not be there.
            for act in acts.by_ref().take(step % 3) {
                states.act(act);
                for id in act.perform(&mut journal) {
                    let known = (0..).zip(current.iter().take(step + 1));
                    for (doc, _) in known.filter(|(_, record)| record.paper.id == id) {
                        index.reader.put(doc, journal.marks().of(&id), journal.marks().note(&id));
                    }
                }
            }
            if searches >> (step % 16) & 1 == 1 {
                Searcher::over(&mut index, &current, &sources).search(&query, &options);
            }
        }
        for (doc, record) in records.iter_mut().enumerate().filter(|(doc, _)| gone[*doc]) {
            index.remove(u32::try_from(doc).unwrap());
            *record = Record::new(Paper::new(PaperId::Local(String::new()), RichText::default(), 0));
        }
        let searcher = Searcher::over(&mut index, &records, &sources);
        let mut found = searcher.search(&query, &options);
        let states = states.marked();
        let papers = Papers { records: &records, sources: &sources, gone: &gone, states: &states };
        let window = found.window(start, len);
        prop_assert_eq!(found.len(), found.docs().len());
        let part: Vec<u32> = found.docs().into_iter().skip(start).take(len).collect();
        prop_assert_eq!(window, part);
        for (at, doc) in (0..).zip(found.docs()) {
            prop_assert_eq!(found.position(doc), Some(at));
        }
        agree(searcher, &papers, &query, &options, &mut found)?;
    }
}

/// The index and the plain evaluator must have found the same.
fn agree(
    searcher: Searcher<'_>,
    papers: &Papers<'_>,
    query: &Query,
    options: &Options,
    found: &mut Found,
) -> Result<(), TestCaseError> {
    let ordered = found.docs();
    let mut docs: Vec<usize> = ordered.iter().map(|doc| *doc as usize).collect();
    for pair in docs.windows(2) {
        let in_order = in_order(papers, query, found, pair[0], pair[1]);
        prop_assert!(in_order, "{pair:?} in {:?}", found.sort);
    }
    for doc in &ordered {
        let parts = searcher.explain(*doc, query);
        let sum: f64 = parts.iter().map(|part| part.score).sum();
        let score = papers.score(query, &papers.records[*doc as usize]);
        prop_assert!((sum - score).abs() < 1e-9, "{sum} is not {score}");
    }
    let usual = if positive_words(query).is_empty() {
        Sort::Newest
    } else {
        Sort::Relevance
    };
    prop_assert_eq!(found.sort, options.sort.unwrap_or(usual));
    docs.sort_unstable();
    prop_assert_eq!(docs, papers.hits(query, |_| true));

    for counts in searcher.facet_counts(found) {
        let expected = papers.facet(query, counts.facet, &options.all_of);
        prop_assert_eq!(counts, expected);
    }
    let hits = papers.hits(query, |clause| !is_own(clause, Facet::Day));
    let days_of = |at: usize| plain::dates(&papers.records[at]);
    let mut days: Vec<Date> = (0..papers.records.len()).flat_map(days_of).collect();
    days.sort_unstable();
    days.dedup();
    let on = |day: Date| {
        hits.iter()
            .filter(|at| days_of(**at).contains(&day))
            .count()
    };
    let days: Vec<_> = days
        .into_iter()
        .map(|day| (day, u32::try_from(on(day)).unwrap()))
        .collect();
    prop_assert_eq!(&found.days, &days);
    prop_assert_eq!(found.undated, papers.undated(query));
    Ok(())
}
