//! Queries over a library, by kind; with what the same question is in the languages of the peers,
//! where they have one.

use std::collections::BTreeMap;

use digest_explorer::core::paper::Paper;
use digest_explorer::core::words::tokens::{stem, words};
use serde_json::{Value, json};

/// How many queries a kind has.
const EACH: usize = 40;

/// Queries of one kind.
pub struct Kind {
    pub name: &'static str,
    pub queries: Vec<Query>,
}

/// A question in all languages.
pub struct Query {
    /// As a reader types it.
    pub text: String,
    /// For SQLite FTS5.
    pub fts: Option<String>,
    /// For MiniSearch: the query and its options.
    pub mini: Option<Value>,
    /// For FlexSearch: words that all must stand in a paper.
    pub flex: Option<String>,
    /// For JavaScript's own regular expressions.
    pub regex: Option<String>,
}

impl Query {
    pub fn new(text: String) -> Self {
        Self {
            text,
            fts: None,
            mini: None,
            flex: None,
            regex: None,
        }
    }
}

/// Words of a library to ask for.
struct Words {
    /// By how many of a sample of papers have them, most first; as they stand there, and without
    /// letters that are no ASCII.
    by_count: Vec<String>,
    /// Neighbours in titles.
    pairs: Vec<[String; 2]>,
}

impl Words {
    fn of(papers: &[Paper]) -> Self {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut pairs = Vec::new();
        let is_plain =
            |word: &String| word.len() > 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
        for paper in papers.iter().step_by((papers.len() / 3000).max(1)) {
            let summary = paper.summary.as_ref().map_or("", |text| &text.plain);
            let mut all = words(summary);
            all.retain(is_plain);
            all.sort_unstable();
            all.dedup();
            for word in all {
                *counts.entry(word).or_insert(0) += 1;
            }
            let title = words(&paper.title.plain);
            if let [.., first, second] = &title[..]
                && is_plain(first)
                && is_plain(second)
            {
                pairs.push([first.clone(), second.clone()]);
            }
        }
        let mut by_count: Vec<(String, usize)> = counts.into_iter().collect();
        by_count.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self {
            by_count: by_count.into_iter().map(|(word, _)| word).collect(),
            pairs,
        }
    }

    fn word(&self, at: usize) -> &str {
        &self.by_count[at % self.by_count.len()]
    }
}

/// The queries of all kinds for a library.
pub fn of(papers: &[Paper]) -> Vec<Kind> {
    let words = Words::of(papers);
    let word = |at: usize| words.word(at);
    let kind = |name, query: &dyn Fn(usize) -> Query| Kind {
        name,
        queries: (0..EACH).map(query).collect(),
    };
    let facets = [
        "has:abstract",
        "cat:cs",
        "task:none",
        "cat:cs.CV day:2021",
        "-method:none task:segmentation",
        "resource:(code-link OR code-promised)",
        "domain:medical -is:duplicate",
    ];
    vec![
        kind("every paper", &|_| Query::new(String::new())),
        kind("common term", &|at| {
            let word = word(2 * at + at / 2);
            let stem = stem(word);
            Query {
                fts: Some(format!("\"{stem}\"")),
                mini: Some(json!([stem, {}])),
                flex: Some(stem.clone().into_owned()),
                ..Query::new(word.to_owned())
            }
        }),
        kind("two terms AND", &|at| {
            let (one, two) = (word(20 + 2 * at), word(150 + 7 * at));
            let both = format!("{} {}", stem(one), stem(two));
            Query {
                fts: Some(format!("\"{}\" AND \"{}\"", stem(one), stem(two))),
                mini: Some(json!([both, { "combineWith": "AND" }])),
                flex: Some(both),
                ..Query::new(format!("{one} {two}"))
            }
        }),
        kind("prefix of 3", &|at| {
            // Of the plural of a word so short less is left than three letters.
            let start = |at: usize| &word(at)[..3];
            let start = (7 * at..7 * at + 100)
                .map(start)
                .find(|start| !start.ends_with("ie"));
            let start = start.unwrap_or_default();
            Query {
                fts: Some(format!("\"{start}\" *")),
                mini: Some(json!([start, { "prefix": true }])),
                ..Query::new(format!("{start}*"))
            }
        }),
        kind("phrase", &|at| {
            let [one, two] = &words.pairs[at * 7 % words.pairs.len()];
            Query {
                fts: Some(format!("\"{} {}\"", stem(one), stem(two))),
                ..Query::new(format!("\"{one} {two}\""))
            }
        }),
        kind("NOT", &|at| {
            let (one, two) = (word(30 + 2 * at), word(100 + 2 * at));
            let (first, second) = (stem(one), stem(two));
            Query {
                fts: Some(format!("\"{first}\" NOT \"{second}\"")),
                mini: Some(json!([{ "combineWith": "AND_NOT", "queries": [first, second] }, {}])),
                ..Query::new(format!("{one} -{two}"))
            }
        }),
        kind("field", &|at| {
            let word = word(20 + 4 * at);
            Query {
                fts: Some(format!("title : \"{}\"", stem(word))),
                mini: Some(json!([stem(word), { "fields": ["title"] }])),
                ..Query::new(format!("title:{word}"))
            }
        }),
        kind("facets only", &|at| {
            Query::new(facets[at % facets.len()].to_owned())
        }),
        kind("facet and term", &|at| {
            let word = word(20 + 2 * at);
            Query::new(format!(
                "{word} task:(segmentation OR object-detection) cat:cs"
            ))
        }),
        kind("regex", &|at| {
            // As a reader writes them, not words joined at random.
            let pattern = match at % 5 {
                0 => format!(r"{}-?{}", word(40 + at), word(90 + at)),
                1 => format!(r"\b{}\w+ing\b", &word(60 + 3 * at)[..3]),
                2 => format!(r"({}|{})s? of", word(50 + at), word(120 + at)),
                3 => format!(r"{}\w* {}", word(100 + at), word(30 + at)),
                _ => format!(r"[0-9]+(\.[0-9]+)?% .*{}", word(80 + at)),
            };
            Query {
                regex: Some(pattern.clone()),
                ..Query::new(format!("/{pattern}/"))
            }
        }),
    ]
}
