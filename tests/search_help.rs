//! What the search says beyond its hits: completions, spellings, why nothing was found, why a paper
//! ranks where it does.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod search_support;

use digest_explorer::core::library::Record;
use digest_explorer::core::paper::AnnounceKind;
use digest_explorer::core::query::{Query, parse};
use digest_explorer::core::search::{
    Completion, CompletionKind, Index, Options, Scans, Searcher, Spelling, corrected,
};

use search_support::{With, record};

fn query(text: &str) -> Query {
    parse(text).unwrap().query
}

fn index(records: &[Record]) -> Index {
    let mut index = Index::default();
    for (doc, record) in (0..).zip(records) {
        index.put(doc, record);
    }
    index
}

fn papers() -> Vec<Record> {
    vec![
        record("2012.00001")
            .title("Segmentation of networks")
            .summary("Segmented images and a segment; domain shift")
            .authors(&["Ada Lovelace", "Grace Hopper"])
            .comment("Accepted")
            .announced(AnnounceKind::Cross)
            .sources(&[0])
            .categories(&["cs.CV", "cs.LG"])
            .days(&["2020-12-23"]),
        record("2012.00002")
            .title("A network for segmentation")
            .authors(&["Grace Hopper"])
            .categories(&["cs.CV"])
            .days(&["2020-12-24"]),
        record("2012.00003")
            .title("Networks everywhere")
            .summary("Nothing to segment")
            .authors(&["Alan Turing", "Jean-Luc Hopperton"])
            .categories(&["math.CO"])
            .days(&["2021-01-02"]),
    ]
}

/// What is offered at the `|`: the query's text with it, the caret shown as `|`, and the count.
fn offered(marked: &str) -> Vec<(String, Option<usize>)> {
    let records = papers();
    let caret = marked.find('|').unwrap();
    let text = marked.replacen('|', "", 1);
    let sources = vec![
        String::from("mail/monday news.md"),
        String::from("tuesday.md"),
    ];
    let all = Searcher::over(&mut index(&records), &records, &sources).complete(&text, caret);
    all.into_iter()
        .map(|one| (shown(&text, &one), one.papers))
        .collect()
}

fn shown(text: &str, one: &Completion) -> String {
    let at = one.at.range();
    [&text[..at.start], &one.text, "|", &text[at.end..]].concat()
}

#[track_caller]
fn check_offered(marked: &str, expected: &[(&str, Option<usize>)]) {
    let seen = offered(marked);
    let seen: Vec<(&str, Option<usize>)> =
        seen.iter().map(|(text, n)| (text.as_str(), *n)).collect();
    assert_eq!(seen, expected, "{marked}");
}

/// Expects some of what is offered, in this order.
#[track_caller]
fn check_among(marked: &str, expected: &[(&str, Option<usize>)]) {
    let seen = offered(marked);
    let mut rest = seen.iter();
    for (text, papers) in expected {
        assert!(
            rest.any(|(seen, n)| seen == text && n == papers),
            "{marked}: {text} is not in its place in {seen:?}"
        );
    }
}

#[test]
fn words_come_with_the_papers_that_they_find() {
    // Singular and plural are one word; the more frequent form stands for both.
    check_offered(
        "netw|",
        &[("network|", Some(3))].map(|(_, n)| ("networks|", n)),
    );
    check_offered(
        "gan OR seg|x -y",
        &[
            ("gan OR segment| -y", Some(2)),
            ("gan OR segmentation| -y", Some(2)),
            ("gan OR segmented| -y", Some(1)),
        ],
    );
    check_offered("title:segm|", &[("title:segmentation|", Some(2))]);
    check_offered(
        "title:(x OR -segm|)",
        &[("title:(x OR -segmentation|)", Some(2))],
    );
    check_offered("=domai|", &[("=domain|", Some(1))]);
    check_offered("\"domain sh|\" x", &[("\"domain shift|\" x", Some(1))]);
    check_offered("\"domain sh|", &[("\"domain shift|", Some(1))]);
    check_offered("self-segmente|", &[("self-segmented|", Some(1))]);
}

#[test]
fn nothing_is_offered_where_nothing_helps() {
    for marked in [
        "q|",
        "zzz|",
        "/segm|/",
        "\"domain shift\"|",
        "segmented|",
        "segm*|",
        "(a)|",
        "a AND|",
    ] {
        check_offered(marked, &[]);
    }
}

#[test]
fn fields_come_by_their_beginning() {
    check_offered("ab|", &[("abstract:|", None)]);
    check_among("-TIT|", &[("-title:|", None)]);
    let all = offered("gan |");
    assert_eq!(
        all.len(),
        digest_explorer::core::query::FIELDS.len(),
        "{all:?}"
    );
    assert!(offered("title:(|").is_empty(), "no field within a field");
}

#[test]
fn authors_come_with_their_names_in_quotes() {
    check_offered(
        "author:hop|",
        &[
            ("author:\"Grace Hopper\"|", Some(2)),
            ("author:\"Jean-Luc Hopperton\"|", Some(1)),
        ],
    );
    check_offered(
        "-author:(x OR lovel|)",
        &[("-author:(x OR \"Ada Lovelace\"|)", Some(1))],
    );
    check_offered(
        "author:\"grace h|\" x",
        &[("author:\"Grace Hopper\"| x", Some(2))],
    );
    check_offered("author:\"grace |", &[("author:\"Grace Hopper\"|", Some(2))]);
    check_offered(
        "lovela|",
        &[
            ("lovelace|", Some(1)),
            ("author:\"Ada Lovelace\"|", Some(1)),
        ],
    );
    assert_eq!(offered("author:|").len(), 4);
    let records = papers();
    let all = Searcher::over(&mut index(&records), &records, &[]).complete("author:hop", 10);
    assert!(all.iter().all(|one| one.kind == CompletionKind::Author));
}

#[test]
fn values_of_fields() {
    check_offered(
        "cat:|",
        &[
            ("cat:cs.CV|", Some(2)),
            ("cat:cs.LG|", Some(1)),
            ("cat:math.CO|", Some(1)),
        ],
    );
    check_among("cs.|", &[("cat:cs.CV|", Some(2)), ("cat:cs.LG|", Some(1))]);
    check_offered(
        "has:a|",
        &[("has:abstract|", Some(2)), ("has:authors|", Some(3))],
    );
    check_offered(
        "day:2020|",
        &[
            ("day:2020-12|", Some(2)),
            ("day:2020-12-24|", Some(1)),
            ("day:2020-12-23|", Some(1)),
        ],
    );
    check_offered(
        "day:>=2021|",
        &[("day:>=2021-01|", None), ("day:>=2021-01-02|", None)],
    );
    check_offered("id:2012.00003|", &[]);
    check_among(
        "id:2012|",
        &[("id:2012.00001|", Some(1)), ("id:2012.00002|", Some(1))],
    );
    check_offered(
        "source:ne|",
        &[("source:\"mail/monday news.md\"|", Some(1))],
    );
    check_offered("announce:|", &[("announce:cross|", Some(1))]);
    check_offered(
        "is:u|",
        &[("is:unread|", Some(3)), ("is:undecided|", Some(3))],
    );
    check_offered("state:ne|", &[("state:new|", Some(3))]);
}

fn spellings(records: &[Record], text: &str) -> Vec<Spelling> {
    Searcher::over(&mut index(records), records, &[]).spellings(text, &parse(text).unwrap())
}

#[test]
fn a_word_that_no_paper_has_is_put_right() {
    let check = |text: &str, expected: &[(&str, usize)]| {
        let records = papers();
        let found = spellings(&records, text);
        let seen: Vec<(String, usize)> = found
            .iter()
            .map(|one| (corrected(text, one).unwrap(), one.papers))
            .collect();
        let seen: Vec<(&str, usize)> = seen.iter().map(|(text, n)| (text.as_str(), *n)).collect();
        assert_eq!(seen, expected, "{text}");
    };
    check("segmentaton", &[("segmentation", 2)]);
    check(
        "x OR -Segmetnation title:gan",
        &[("x OR -segmentation title:gan", 2)],
    );
    check("netwroks", &[("networks", 3)]);
    check("\"domain shfit\"", &[("\"domain shift\"", 1)]);
    check("author:(hoper OR ada)", &[("author:(hopper OR ada)", 2)]);
    check("=segmnt", &[("=segment", 2)]);
    // Known somewhere, though not where the query looks; in singular, though asked for in plural;
    // too far; too short; no word.
    for text in [
        "title:shift",
        "shifts",
        "qqqqqq",
        "xy",
        "123456",
        "segm*",
        "/segmn/",
        "task:slam",
        "",
    ] {
        check(text, &[]);
    }
}

#[test]
fn more_papers_outweigh_one_slip_more_only_when_they_are_many() {
    let mut records: Vec<Record> = (0..120)
        .map(|n| record(&format!("x-{n}")).title("learning"))
        .collect();
    records.push(record("x-rare").title("leanin"));
    let text = "leaninh";
    let found = spellings(&records, text);
    assert_eq!(found[0].meant, "learning", "two slips, but 120 papers");
    records.truncate(20);
    records.push(record("x-rare").title("leanin"));
    let found = spellings(&records, text);
    assert_eq!(
        found[0].meant, "leanin",
        "one slip, and 20 papers do not outweigh it"
    );
}

#[test]
fn a_word_that_goes_on_is_meant_where_it_has_more_papers_than_one_that_is_near() {
    let some = |title: &'static str, papers: usize| {
        (0..papers).map(move |n| record(&format!("x-{title}-{n}")).title(title))
    };
    for (word, longer, near, expected) in [
        ("ketle", ("ketleman", 1), ("kettle", 20), "kettle"),
        ("ketle", ("ketleman", 20), ("kettle", 1), "ketleman"),
        ("splat", ("splatting", 3), ("split", 2), "splatting"),
        // Two slips need far more papers than a word that goes on.
        ("ketels", ("ketelsen", 1), ("kettle", 20), "ketelsen"),
    ] {
        let records: Vec<Record> = some(longer.0, longer.1)
            .chain(some(near.0, near.1))
            .collect();
        let found = spellings(&records, word);
        assert_eq!(found[0].meant, expected, "{word}: {longer:?}, {near:?}");
    }
}

/// What the search says when it finds nothing: the clauses that contradict each other, and what is
/// offered.
#[track_caller]
fn check_emptied(text: &str, core: &[&str], offers: &[(&str, &str, usize)]) {
    let records = papers();
    let query = query(text);
    let mut index = index(&records);
    let searcher = Searcher::over(&mut index, &records, &[]);
    let options = Options::default();
    let found = searcher.search(&query, &options);
    let emptied = found.emptied.unwrap();
    let clauses: Vec<String> = emptied
        .core
        .iter()
        .map(|at| query.clauses[*at].to_string())
        .collect();
    assert_eq!(clauses, core, "{text}");
    let seen: Vec<(String, String, usize)> = emptied
        .offers
        .iter()
        .map(|offer| {
            let dropped: Vec<String> = offer.dropped.iter().map(ToString::to_string).collect();
            (dropped.join(" & "), offer.rest.to_string(), offer.hits)
        })
        .collect();
    let seen: Vec<(&str, &str, usize)> = seen
        .iter()
        .map(|(dropped, rest, hits)| (dropped.as_str(), rest.as_str(), *hits))
        .collect();
    assert_eq!(seen, offers, "{text}");
    for (_, rest, hits) in offers {
        let found = searcher.search(&parse(rest).unwrap().query, &options);
        assert_eq!(found.len(), *hits, "{text}: {rest}");
        assert!(found.emptied.is_none(), "{text}: {rest}");
    }
}

#[test]
fn an_empty_answer_says_what_emptied_it() {
    // One clause that nothing satisfies.
    check_emptied(
        "network zyzzyva",
        &["zyzzyva"],
        &[("zyzzyva", "network", 3)],
    );
    // Two that contradict each other, and a bystander.
    check_emptied(
        "networks author:hopper cat:math",
        &["author:hopper", "cat:math"],
        &[
            ("cat:math", "networks author:hopper", 2),
            ("author:hopper", "networks cat:math", 1),
        ],
    );
    check_emptied(
        "network -has:authors",
        &["-has:authors"],
        &[("-has:authors", "network", 3)],
    );
    // Two that must both go.
    check_emptied(
        "network zyzzyva xyloid",
        &["xyloid"],
        &[("zyzzyva & xyloid", "network", 3)],
    );
    // Nothing to keep.
    check_emptied("zyzzyva", &["zyzzyva"], &[]);
}

#[test]
fn parts_within_clauses_are_offered_too() {
    check_emptied(
        "shift (turing segmentation OR zyzzyva)",
        &["turing segmentation OR zyzzyva"],
        &[
            ("turing", "shift (segmentation OR zyzzyva)", 1),
            ("turing segmentation OR zyzzyva", "shift", 1),
        ],
    );
    check_emptied(
        "(turing lovelace) OR (hopper zyzzyva)",
        &["turing lovelace OR hopper zyzzyva"],
        &[
            ("zyzzyva", "turing lovelace OR hopper", 2),
            ("turing", "lovelace OR hopper zyzzyva", 1),
            ("lovelace", "turing OR hopper zyzzyva", 1),
        ],
    );
    check_emptied(
        "shift -(images OR everywhere)",
        &["shift", "-(images OR everywhere)"],
        &[
            ("images", "shift -everywhere", 1),
            ("shift", "-(images OR everywhere)", 1),
            ("-(images OR everywhere)", "shift", 1),
        ],
    );
}

#[test]
fn an_explanation_adds_up_to_the_score() {
    let records = papers();
    let mut index = index(&records);
    let query = query("segmentation network* \"domain shift\" OR author:hopper -zyzzyva /e/");
    let searcher = Searcher::over(&mut index, &records, &[]);
    let mut found = searcher.search(&query, &Options::default());
    let docs = found.docs();
    assert!(docs.len() > 1);
    for doc in docs {
        let terms = searcher.explain(doc, &query);
        let sum: f64 = terms.iter().map(|term| term.score).sum();
        let score = found.score(doc).unwrap();
        assert!((sum - score).abs() < 1e-12, "{sum} is not {score}");
        for term in &terms {
            let shares: f64 = term.fields.iter().map(|field| term.share(field)).sum();
            assert!((shares - term.score).abs() < 1e-12, "{term:?}");
        }
    }
    let terms = searcher.explain(0, &query);
    assert_eq!(
        (terms[0].term.as_str(), terms[0].papers),
        ("segmentation", 2)
    );
    assert_eq!(terms[1].fields[0].occurrences, 1);
}

#[test]
fn a_scan_in_steps_finds_the_same_and_is_kept() {
    let records = papers();
    let mut index = index(&records);
    let query = query("/s.gmented/ OR title:/e.e.y/ -/z.z/");
    let options = Options::default();
    let searcher = Searcher::over(&mut index, &records, &[]);
    let whole = searcher.search(&query, &options).docs();
    let mut scans = Scans::new(searcher, &query, &Scans::default());
    let mut steps = 0;
    while !scans.step(&records, 1) {
        steps += 1;
    }
    assert!(steps > 2, "a step of one byte is one text");
    let mut found = searcher.search_scanned(&query, &options, &scans);
    assert_eq!(found.docs(), whole);
    assert_eq!(whole.len(), 2);
    let again = Scans::new(searcher, &query, &scans);
    assert!(again.is_done(), "what is known is not looked for again");
}

#[test]
fn a_word_that_next_to_no_paper_has_may_be_a_slip_that_others_made() {
    let about = |number: usize| {
        let text = match number {
            0 => "A causl model",
            1..=120 => "A causal model of coral",
            121..=200 => "A corel",
            _ => "Something else",
        };
        record(&format!("2012.{number:05}")).title(text)
    };
    let records: Vec<Record> = (0..700).map(about).collect();
    let meant = |records: &[Record], text: &str| -> Vec<(String, usize, usize)> {
        let found = spellings(records, text);
        let some = found.into_iter();
        some.map(|one| (one.meant, one.with, one.papers)).collect()
    };
    assert_eq!(meant(&records, "causl"), [("causal".into(), 1, 120)]);
    assert_eq!(meant(&records, "title:causl"), [("causal".into(), 1, 120)]);
    assert_eq!(meant(&records, "comment:causl"), [], "no better there");
    // A word that many have is meant as it stands, and so is one whose neighbour few more have.
    assert_eq!(meant(&records, "corel"), []);
    assert_eq!(meant(&records, "causal"), []);
    assert_eq!(
        meant(&records[..45], "causl"),
        [],
        "of few papers few are many"
    );
    let mut fewer = records;
    fewer.drain(40..121);
    assert_eq!(meant(&fewer, "causl"), [], "39 are not fifty times as many");
}
