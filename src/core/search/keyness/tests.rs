//! Key terms against a plain computation.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;
use crate::core::paper::{Paper, PaperId};
use crate::core::query::parse;
use crate::core::search::{Options, Searcher};
use crate::core::text::RichText;
use crate::core::words::tokens::{stem, words};

fn record(number: usize, title: &str, summary: &str) -> Record {
    let id = PaperId::Local(format!("x-{number}"));
    Record::new(Paper {
        summary: Some(RichText::from_plain(summary)),
        authors: vec!["Author Zebra".to_owned()],
        ..Paper::new(id, RichText::from_plain(title), 1)
    })
}

fn index(records: &[Record], papers_a_segment: usize) -> Index {
    let mut index = Index::with_segments_of(papers_a_segment);
    for (doc, record) in (0..).zip(records) {
        index.put(doc, record);
    }
    index
}

/// The search for key terms at its end, made in steps of so many postings.
fn ended(
    index: &mut Index,
    records: &[Record],
    text: &str,
    wanted_for: KeyTermsFor,
    step: usize,
) -> KeyTerms {
    let query = parse(text).unwrap().query;
    let searcher = Searcher::over(index, records, &[]);
    let found = searcher.search(&query, &Options::default());
    let mut terms = KeyTerms::new(index, &query, &found, wanted_for);
    while !terms.step(index, records, step) {}
    terms
}

fn counted(index: &Index, mut chosen: Chosen) -> Vec<KeyTerm> {
    while !chosen.step(index) {}
    chosen.terms
}

fn terms(records: &[Record], text: &str, wanted_for: KeyTermsFor) -> Vec<(String, usize, usize)> {
    let mut index = index(records, 3);
    let terms = ended(&mut index, records, text, wanted_for, 1);
    counted(&index, terms.choose(&index, 20, |_| true))
        .into_iter()
        .map(|term| (term.words, term.papers, term.others))
        .collect()
}

#[test]
fn log_likelihood_as_worked_out_by_hand() {
    // 8 of 10 papers in the set and 5 of 40 outside: 2 × (8 ln(8/2.6) + 2 ln(2/7.4) + 5
    // ln(5/10.4) + 35 ln(35/29.6)).
    let expected = 2.0
        * (8.0 * (8.0_f64 / 2.6).ln()
            + 2.0 * (2.0_f64 / 7.4).ln()
            + 5.0 * (5.0_f64 / 10.4).ln()
            + 35.0 * (35.0_f64 / 29.6).ln());
    assert!((log_likelihood([10, 40], [8, 5]) - expected).abs() < 1e-9);
    assert!(
        log_likelihood([10, 40], [2, 8]).abs() < 1e-9,
        "as frequent in both"
    );
    assert!(is_frequent([10, 40], [3, 8]) && !is_frequent([10, 40], [2, 8]));
}

/// Twelve papers of which four are about lichens.
fn lichens() -> Vec<Record> {
    let mut records: Vec<Record> = (0..4)
        .map(|n| {
            let title = [
                "Lichen growth",
                "Lichens of the north",
                "A lichen",
                "Lichen and rock",
            ][n];
            let text = "We study slow growth rings. Symbiosis: algae and a slow growth ring.";
            record(n, title, text)
        })
        .collect();
    records.extend((4..30).map(|n| record(n, "Kettles", "We study the growth of steam.")));
    records
}

#[test]
fn what_stands_out_is_named_once_and_without_the_query() {
    let seen = terms(&lichens(), "lichen", KeyTermsFor::Rules);
    let words: Vec<&str> = seen.iter().map(|(words, ..)| words.as_str()).collect();
    assert!(words.contains(&"slow growth ring"), "{words:?}");
    for absent in [
        "slow",
        "rate",
        "growth",
        "slow growth",
        "lichen",
        "we",
        "zebra",
        "author",
    ] {
        assert!(!words.contains(&absent), "{absent} in {words:?}");
    }
    assert!(
        words.contains(&"symbiosis") && words.contains(&"algae"),
        "{words:?}"
    );
    assert!(
        !words.contains(&"symbiosis algae"),
        "nothing goes across a colon or a word that says nothing: {words:?}"
    );
    let ring = seen.iter().find(|(words, ..)| words == "slow growth ring");
    assert_eq!(ring, Some(&("slow growth ring".to_owned(), 4, 0)));
}

#[test]
fn what_a_query_has_the_beginning_of_is_no_news() {
    for (text, absent) in [
        ("lich*", "lichen"),
        ("LÍCH*", "lichen"),
        ("title:lich*", "lichen"),
        ("slow-grow*", "slow"),
        ("slow-grow*", "slow growth"),
    ] {
        let seen = terms(&lichens(), text, KeyTermsFor::Query);
        let words: Vec<&str> = seen.iter().map(|(words, ..)| words.as_str()).collect();
        assert!(words.contains(&"algae"), "{text}: {words:?}");
        assert!(!words.contains(&absent), "{text}: {words:?}");
    }
}

#[test]
fn everything_and_nothing_have_no_key_terms() {
    for text in ["", "zyzzyva", "title:rock"] {
        assert_eq!(terms(&lichens(), text, KeyTermsFor::Rules), [], "{text:?}");
    }
}

#[test]
fn no_more_than_wanted_and_nothing_unwanted() {
    let records = lichens();
    let mut index = index(&records, 512);
    let chosen = ended(
        &mut index,
        &records,
        "lichen",
        KeyTermsFor::Query,
        usize::MAX,
    );
    let chosen = counted(
        &index,
        chosen.choose(&index, 2, |words| words != "symbiosis"),
    );
    assert_eq!(chosen.len(), 2);
    assert!(chosen.iter().all(|term| term.words != "symbiosis"));
    assert!(chosen[0].worth >= chosen[1].worth);
}

#[test]
fn a_plural_reads_as_its_singular_unless_that_is_no_word() {
    let about = |n: usize| match n {
        0..6 => record(n, "Mosses", "An analysis of boxes and a moss. Corpora."),
        _ => record(n, "Kettles", "Steam"),
    };
    let records: Vec<Record> = (0..40).map(about).collect();
    let seen = terms(&records, "moss OR mosses", KeyTermsFor::Query);
    let words: BTreeSet<&str> = seen.iter().map(|(words, ..)| words.as_str()).collect();
    assert!(
        words.contains("analysis") && words.contains("boxes"),
        "{words:?}"
    );
}

#[test]
fn a_word_of_the_query_beside_another_is_news_only_if_that_stands_out() {
    let about = |n: usize| match n {
        0..8 => record(
            n,
            "Moss",
            "Soft moss on a roof. A few-shot moss. Mossy roofs",
        ),
        _ => record(n, "Kettles", "Soft steam on a kettle. A few-shot kettle."),
    };
    let records: Vec<Record> = (0..40).map(about).collect();
    let seen = terms(&records, "title:moss", KeyTermsFor::Query);
    let words: Vec<&str> = seen.iter().map(|(words, ..)| words.as_str()).collect();
    assert!(
        words.iter().any(|words| words.contains("roof")),
        "{words:?}"
    );
    assert!(
        !words.contains(&"soft moss"),
        "soft is everywhere: {words:?}"
    );
    assert!(!words.contains(&"few"), "{words:?}");
    assert!(
        is_form("detection", "detector") && is_form("moss", "moss") == ("moss".len() >= SHARED)
    );
    assert!(!is_form("network", "netting") && !is_form("segment", "segue"));
}

proptest! {
    /// The counts of all words and of all phrases in titles and abstracts are those of looking at
    /// each paper.
    #[test]
    fn as_looking_at_every_paper(
        texts in prop::collection::vec(("[abc]{1,2}s?( [abc]{1,2}(s|ies|y)?){0,4}", "([a-d]{2}(s|y|ies)?[ ,]){0,9}"), 4..24),
        gone in prop::collection::vec(any::<bool>(), 24),
        segment in 1_usize..9,
        step in 1_usize..2000,
    ) {
        let records: Vec<Record> = (0..).zip(&texts).map(|(n, (title, text))| record(n, title, text)).collect();
        let mut index = index(&records, segment);
        let live: Vec<usize> = (0..records.len()).filter(|doc| !gone[*doc]).collect();
        for (doc, _) in (0..).zip(&gone).take(records.len()).filter(|(_, gone)| **gone) {
            index.remove(doc);
        }
        let ended = ended(&mut index, &records, "ab* OR ca", KeyTermsFor::Query, step);
        prop_assume!(ended.papers[0] >= FEWEST && ended.papers[1] > 0);
        let inside = |doc: usize| ended.hits.contains(doc);
        let mut expected: BTreeMap<String, [u32; 2]> = BTreeMap::new();
        for doc in &live {
            let paper = &records[*doc].paper;
            let mut stems: BTreeSet<String> = BTreeSet::new();
            for text in [&paper.title.plain, &paper.summary.as_ref().unwrap().plain] {
                stems.extend(words(text).iter().map(|word| stem(word).into_owned()));
            }
            for stem in stems {
                expected.entry(stem).or_default()[usize::from(!inside(*doc))] += 1;
            }
        }
        let mut seen: BTreeMap<String, [u32; 2]> = BTreeMap::new();
        for term in 0..u32::try_from(index.dictionary.len()).unwrap() {
            let counts = ended.words.counts(term);
            if counts != [0; 2] {
                let before = seen.insert(stem(index.dictionary.term(term)).into_owned(), counts);
                prop_assert!(before.is_none(), "a stem is counted once");
            }
        }
        prop_assert_eq!(seen, expected);
        for found in &ended.found {
            let has = |doc: &&usize| {
                let paper = &records[**doc].paper;
                let wanted: Vec<String> = found.terms.iter().map(|term| stem(index.dictionary.term(*term)).into_owned()).collect();
                [&paper.title.plain, &paper.summary.as_ref().unwrap().plain].iter().any(|text| {
                    let stems: Vec<String> = words(text).iter().map(|word| stem(word).into_owned()).collect();
                    stems.windows(wanted.len()).any(|window| window == wanted)
                })
            };
            let with: Vec<&usize> = live.iter().filter(has).collect();
            let among = u32::try_from(with.iter().filter(|doc| inside(***doc)).count()).unwrap();
            let others = u32::try_from(with.len()).unwrap() - among;
            prop_assert_eq!(found.counts, [among, others]);
            prop_assert!(found.worth >= LEAST && is_frequent(ended.papers, found.counts));
        }
    }
}
