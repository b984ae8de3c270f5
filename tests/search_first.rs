//! The first hits are found without a score for each of the others: they must be the first of all.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "it makes more than is needed here")]
mod search_support;

use digest_explorer::core::library::Record;
use digest_explorer::core::query::parse;
use digest_explorer::core::search::{Index, Options, Searcher, Stale};
use proptest::prelude::*;

use search_support::{With, record};

/// Queries that many papers satisfy.
const QUERIES: [&str; 16] = [
    "net",
    "gan nets",
    "net OR day:2020-12-23",
    "net -gan",
    "title:net",
    "author:net",
    "comment:gans",
    "n*",
    "title:n*",
    "n* -comment:n*",
    "title:g*",
    "\"net gan\"",
    "\"gan net\" OR nets",
    "net day:2020-12-23",
    "net n* -title:gan",
    "=nets",
];
/// Words that are frequent, four of one prefix among them, and one that is not.
const WORDS: [&str; 10] = [
    "net", "nets", "gan", "gans", "a", "of", "net", "rare", "nor", "now",
];

fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 0..most)
        .prop_map(|words| words.join(" "))
}

fn library() -> impl Strategy<Value = Vec<Record>> {
    // Now and then a text is so long that a word stands in it more often than a byte of frequencies
    // tells.
    let summary = prop_oneof![9 => text(12), 1 => text(700)];
    let paper = (text(5), summary, text(3), text(3), any::<bool>());
    prop::collection::vec(paper, 100..160).prop_map(|papers| {
        let mut records = Vec::new();
        for (title, summary, author, comment, early) in papers {
            let id = format!("2012.{:05}", records.len());
            let day = if early { "2020-12-23" } else { "2020-12-24" };
            let record = record(&id).title(&title).summary(&summary);
            records.push(
                record
                    .authors(&[author.as_str()])
                    .comment(&comment)
                    .days(&[day]),
            );
        }
        records
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_first_hits_are_the_first_of_all(
        records in library(),
        papers_a_segment in 10_usize..80,
        again in 0_u32..100,
        removed in 0_u32..100,
    ) {
        let mut records = records;
        let mut index = Index::with_segments_of(papers_a_segment);
        for (doc, record) in (0..).zip(&records) {
            index.put(doc, record);
        }
        index.put(again, &records[again as usize]);
        index.remove(removed);
        records[removed as usize] = record("2012.99999").title("");
        let searcher = Searcher::over(&mut index, &records, &[]);
        for text in QUERIES {
            let query = parse(text).unwrap().query;
            let mut whole = searcher.search(&query, &Options::default());
            let docs = whole.docs();
            for count in [0, 1, 3, 6] {
                let options = Options { first: Some(count), ..Options::default() };
                let mut first = searcher.search(&query, &options);
                prop_assert_eq!(first.len(), docs.len());
                prop_assert_eq!(first.window(0, count), &docs[..count.min(docs.len())], "{}", text);
                prop_assert_eq!(searcher.finish(&mut first), Ok(()));
                prop_assert!(first.is_finished());
                prop_assert_eq!(first.docs(), &docs[..], "{}", text);
                for doc in &docs {
                    prop_assert_eq!(first.score(*doc), whole.score(*doc));
                    prop_assert_eq!(first.position(*doc), whole.position(*doc));
                }
            }
        }
    }
}

#[test]
fn no_sum_runs_over() {
    // More often than sixteen bits can tell, beside texts of usual length.
    let long = "net nets nor now ".repeat(20_000);
    let mut records: Vec<Record> = (0..40)
        .map(|_| record("short").title("net nor").comment("now"))
        .collect();
    records.push(record("long").title("nor").summary(&long).comment("nets"));
    let mut index = Index::default();
    for (doc, record) in (0..).zip(&records) {
        index.put(doc, record);
    }
    let query = parse("n*").unwrap().query;
    let searcher = Searcher::over(&mut index, &records, &[]);
    let found = searcher.search(&query, &Options::default());
    for (doc, _) in (0..).zip(&records) {
        // The explanation counts in the text.
        let parts = searcher.explain(doc, &query);
        let score: f64 = parts.iter().map(|part| part.score).sum();
        let seen = found.score(doc).unwrap();
        assert!((seen - score).abs() < 1e-9, "{doc}: {seen} is not {score}");
    }
}

#[test]
fn an_order_is_not_finished_over_another_index() {
    let mut records: Vec<Record> = (0..40).map(|_| record("a").title("net")).collect();
    let mut index = Index::default();
    for (doc, record) in (0..).zip(&records) {
        index.put(doc, record);
    }
    let query = parse("net").unwrap().query;
    let options = Options {
        first: Some(1),
        ..Options::default()
    };
    let mut found = Searcher::over(&mut index, &records, &[]).search(&query, &options);
    assert!(!found.is_finished());
    // What was found before is none of it.
    records.push(record("b").title("net"));
    index.put(40, &records[40]);
    let searcher = Searcher::over(&mut index, &records, &[]);
    assert_eq!(searcher.finish(&mut found), Err(Stale));
    assert_eq!((found.len(), found.window(0, 9).len()), (40, 1));
}
