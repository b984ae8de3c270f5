//! The index against the plain evaluator on real papers and on queries of their own words.

use std::fmt::Write as _;

use digest_explorer::core::library::Record;
use digest_explorer::core::query::parse;
use digest_explorer::core::search::{Index, Options, Searcher};

use crate::bulk;
use crate::corpora_support::skipped;
use crate::plain::Papers;
use crate::plain::marked::Marked;

/// How many papers the plain evaluator can bear.
const PAPERS: usize = 120;
const QUERIES: usize = 240;

/// Vigna's splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        let mixed = mixed ^ mixed >> 31;
        usize::try_from(mixed % limit as u64).unwrap()
    }
}

/// A query of one to three clauses with the words of one paper, so that most find some.
fn query(random: &mut Random, records: &[Record]) -> String {
    let mut text = String::new();
    let paper = &records[random.below(records.len())].paper;
    for _ in 0..=random.below(3) {
        let summary = paper.summary.as_ref().map_or("", |text| &text.plain);
        let title = paper.title.plain.as_str();
        let source = if random.below(3) == 0 { title } else { summary };
        let words: Vec<&str> = source
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| word.len() > 1 && !["AND", "OR", "NOT"].contains(word))
            .collect();
        let Some(at) = words
            .len()
            .checked_sub(1)
            .map(|last| random.below(last + 1))
        else {
            continue;
        };
        let word = words[at];
        let next = words.get(at + 1).copied().unwrap_or("of");
        let start = &word[..word.len().min(3)];
        let category = paper
            .categories
            .first()
            .map_or("cs.CV", |category| &category.0);
        let _ = match random.below(11) {
            0 => write!(text, "-{word} "),
            1 => write!(text, "={word} "),
            2 => write!(text, "{start}* "),
            3 => write!(text, "\"{word} {next}\" "),
            4 => write!(text, "title:{word} "),
            5 => write!(text, "/{word}\\W+{next}/ "),
            6 => write!(text, "({word} OR {next}) "),
            7 => write!(text, "cat:{category} "),
            8 => write!(text, "\"{word} {start}\"  -title:{start}* "),
            9 => write!(text, "author:{start}* -task:none "),
            _ => write!(text, "{word} "),
        };
    }
    text
}

#[test]
fn real_papers_are_found_and_counted_the_same() {
    let Some(mut records) = bulk::records(PAPERS) else {
        skipped("DIGEST_CORPORA with bulk/*.jsonl.gz is not set: no real papers were searched");
        return;
    };
    // The plain evaluator does not know LaTeX.
    records.retain(|record| {
        let paper = &record.paper;
        let texts = [
            Some(&paper.title),
            paper.summary.as_ref(),
            paper.comment.as_ref(),
        ];
        let authors = paper.authors.iter().all(|name| !name.contains('\\'));
        authors
            && texts
                .into_iter()
                .flatten()
                .all(|text| !text.plain.contains('\\'))
    });
    let mut index = Index::with_segments_of(13);
    for (doc, record) in (0..).zip(&records) {
        index.put(doc, record);
    }
    // Every seventh changes places between segments.
    for (doc, record) in (0..).zip(&records).step_by(7) {
        index.put(doc, record);
    }
    let gone = vec![false; records.len()];
    let states = Marked::default();
    let papers = Papers {
        states: &states,
        records: &records,
        sources: &[],
        gone: &gone,
    };
    let searcher = Searcher::over(&mut index, &records, &[]);
    let mut random = Random(7);
    let (mut compared, mut found_some) = (0, 0);
    for number in 0..QUERIES {
        let text = query(&mut random, &records);
        let Ok(parsed) = parse(&text) else {
            continue;
        };
        compared += 1;
        let options = Options::default();
        let mut found = searcher.search(&parsed.query, &options);
        found_some += usize::from(!found.is_empty());
        let mut docs: Vec<usize> = found.docs().iter().map(|doc| *doc as usize).collect();
        let ordered = docs.clone();
        docs.sort_unstable();
        assert_eq!(docs, papers.hits(&parsed.query, |_| true), "{text}");
        // The explanation counts in the text, not in the posting lists.
        let score = |doc: &usize| -> f64 {
            let doc = u32::try_from(*doc).unwrap();
            let parts = searcher.explain(doc, &parsed.query);
            parts.iter().map(|part| part.score).sum()
        };
        let scores: Vec<f64> = ordered.iter().take(50).map(score).collect();
        assert!(
            scores.is_sorted_by(|left, right| left >= right),
            "{text}: {scores:?}"
        );
        if number % 20 == 0
            && let (Some(best), Some(first)) = (scores.first(), ordered.first())
        {
            let plain = papers.score(&parsed.query, &records[*first]);
            assert!((best - plain).abs() < 1e-9, "{text}: {best} is not {plain}");
        }
        let facets = searcher.facet_counts(&found).into_iter();
        for counts in facets.skip(number % 4).step_by(6) {
            assert_eq!(
                counts,
                papers.facet(&parsed.query, counts.facet, &[]),
                "{text}"
            );
        }
    }
    assert!(
        compared > QUERIES * 9 / 10,
        "{compared} queries could be read"
    );
    assert!(
        found_some > QUERIES / 2,
        "{found_some} queries found something"
    );
}
