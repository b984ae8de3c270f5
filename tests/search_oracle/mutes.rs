//! What is hidden: a query with mutes finds and counts what the query AND NOT each mute does, but
//! for papers that are asked for by their ids.

use proptest::prelude::*;

use digest_explorer::core::facet::Facet;
use digest_explorer::core::marks::Flags;
use digest_explorer::core::query::{Expr, Field, Query};
use digest_explorer::core::search::{Index, Options, Scans, Searcher};

use crate::plain::{self, Papers, is_own};
use crate::random::{SOURCES, library, options, query};
use crate::states::States;

/// Whether an expression asks for papers by their ids alone.
fn is_of_ids(expr: &Expr) -> bool {
    match expr {
        Expr::Or(any) => any.iter().all(is_of_ids),
        Expr::Term(term) => term.field == Some(Field::Id),
        _ => false,
    }
}

/// The query AND NOT each mute; of the ids that it asks for, none is muted.
fn without(query: &Query, mutes: &[Query]) -> Query {
    let ids: Vec<Expr> = query
        .clauses
        .iter()
        .filter(|&e| is_of_ids(e))
        .cloned()
        .collect();
    let not = |mute: &Query| {
        let all = Expr::And(mute.clauses.clone());
        let mut any = ids.clone();
        any.push(Expr::Not(Box::new(all)));
        Expr::Or(any)
    };
    let all = query.clauses.iter().cloned();
    Query {
        clauses: all.chain(mutes.iter().map(not)).collect(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn a_query_with_mutes_is_one_without_their_papers(
        records in library(),
        query in query(),
        mutes in prop::collection::vec(query(), 1..4),
        options in options(),
    ) {
        let sources: Vec<String> = SOURCES.iter().map(|&name| name.to_owned()).collect();
        let mut index = Index::default();
        for (doc, record) in (0..).zip(&records) {
            index.put(doc, record);
            index.reader.put(doc, Flags::default(), "");
        }
        let searcher = Searcher::over(&mut index, &records, &sources);
        let mut hidden = searcher.none();
        for mute in &mutes {
            let mut scans = Scans::new(searcher, mute, &Scans::default());
            scans.step(&records, usize::MAX);
            if let Some(docs) = searcher.papers(mute, &scans) {
                hidden.or(&docs);
            }
        }
        let muting = searcher.hiding(Some(&hidden));
        let mut found = muting.search(&query, &options);
        let mut docs: Vec<usize> = found.docs().iter().map(|doc| *doc as usize).collect();
        docs.sort_unstable();

        let gone = vec![false; records.len()];
        let states = States::default().marked();
        let papers = Papers { records: &records, sources: &sources, gone: &gone, states: &states };
        let narrower = without(&query, &mutes);
        prop_assert_eq!(&docs, &papers.hits(&narrower, |_| true));
        let all = papers.hits(&query, |_| true).len();
        prop_assert_eq!(found.hidden_of(&hidden), all - docs.len());

        // Counted over the same papers: only values that a mute alone names are not offered.
        for counts in muting.facet_counts(&found) {
            let own = counts.facet;
            let expected = papers.facet(&narrower, own, &options.all_of);
            for (value, count) in &counts.values {
                let same = expected.values.iter().find(|(other, _)| other == value);
                prop_assert_eq!(same.map(|(_, count)| count), Some(count), "{} {}", own.name(), value);
            }
            prop_assert_eq!(counts.none, expected.none);
        }
        let of_days = papers.hits(&narrower, |clause| !is_own(clause, Facet::Day));
        let days: u32 = found.days.iter().map(|(_, hits)| hits).sum();
        let expected: usize = of_days.iter().map(|at| {
            let mut days = plain::dates(&records[*at]);
            days.sort_unstable();
            days.dedup();
            days.len()
        }).sum();
        prop_assert_eq!(days as usize, expected);
        let shown = searcher.search(&query, &Options::default());
        prop_assert_eq!(shown.len(), all);
        prop_assert_eq!(shown.hidden_of(&hidden), 0);
    }
}
