use std::fmt::Write as _;

use crate::core::digest::{Digest, Format, Reader, Step, read};

/// A digest in one line a paper and one a remark.
fn show(digest: &Digest) -> String {
    let mut out = String::new();
    for paper in &digest.papers {
        let version = paper.version.map_or(String::new(), |n| format!("v{n}"));
        let id = paper.id.arxiv().map_or("x", |id| id.as_str());
        let _ = write!(out, "{}: {id}{version} {}", paper.line, paper.title.plain);
        let mut part = |mark: &str, text: Option<String>| {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                let _ = write!(out, " | {mark} {text}");
            }
        };
        let plain = |text: &Option<crate::core::text::RichText>| {
            text.as_ref().map(|text| text.plain.replace('\n', "¶"))
        };
        let categories: Vec<&str> = paper.categories.iter().map(|c| c.0.as_str()).collect();
        let days: Vec<String> = paper.days.iter().map(ToString::to_string).collect();
        part("A", plain(&paper.summary));
        part("by", Some(paper.authors.join("+")));
        part("in", Some(categories.join(" ")));
        part("on", Some(days.join(" ")));
        part("sent", paper.submitted.map(|day| day.to_string()));
        part("C", plain(&paper.comment));
        part("G", plain(&paper.gist));
        part("T", Some(paper.topics.join("+")));
        part("code", Some(paper.code.join(" ")));
        part("J", paper.journal.clone());
        part("doi", paper.doi.clone());
        part("n", paper.number.map(|number| number.to_string()));
        part(
            "as",
            paper.announce.map(|announce| {
                format!(
                    "{}{}",
                    announce.kind.id(),
                    if announce.inferred { "?" } else { "" }
                )
            }),
        );
        out.push('\n');
    }
    for diagnostic in &digest.diagnostics {
        let _ = writeln!(
            out,
            "{}:{} {:?} {:?}",
            diagnostic.line, diagnostic.column, diagnostic.severity, diagnostic.kind
        );
    }
    out
}

#[track_caller]
pub(super) fn check(text: &str, expected: &[&str]) {
    check_named("papers.json", text, expected);
}

#[track_caller]
pub(super) fn check_named(name: &str, text: &str, expected: &[&str]) {
    let digest = read(name, text.as_bytes().to_vec());
    assert_eq!(digest.format, Some(Format::Json), "{text}");
    let shown = show(&digest);
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected, "{text}");
    assert!(digest.is_balanced(), "{text}");
}

#[test]
fn lines_of_daily_arxiv_ai_enhanced() {
    check_named(
        "2026-03-02.jsonl",
        concat!(
            r#"{"id": "2603.00001", "categories": ["cs.CV", "cs.LG"], "pdf": "https://arxiv.org/pdf/2603.00001", "abs": "https://arxiv.org/abs/2603.00001", "authors": ["Ann Bee", "C\u00e9d D\u00e9"], "title": "On $x<y$ \\& more", "comment": null, "summary": "One\nline.\n  Another \\textbf{one}."}"#,
            "\n",
            r#"{"id": "2603.00002", "authors": ["Ann Bee"], "title": "Second", "comment": "5 pages,\n  with code", "summary": "Short.", "AI": {"tldr": "In a line", "method": "x"}, "code_url": "https://a.b/c", "code_stars": 5}"#,
            "\n",
            r#"{"id": "2603.00002", "title": "Second", "summary": "Short.", "AI": {"task": "a task"}}"#,
            "\n",
        ),
        &[
            "1: 2603.00001 On $x<y$ & more | A One line.¶Another one. | by Ann Bee+Céd Dé | in cs.CV cs.LG | on 2026-03-02",
            "2: 2603.00002 Second | A Short. | by Ann Bee | on 2026-03-02 | C 5 pages, with code | G In a line | code https://a.b/c",
            "3: 2603.00002 Second | A Short. | on 2026-03-02 | G a task",
        ],
    );
}

#[test]
fn lists_inside_of_objects() {
    check(
        r#"{
  "date": "2026-03-02", "total": 2, "query": {"tags": ["cs.RO"], "ranges": [["a", "b"], ["c"]]},
  "papers": [
    {"title": "First", "authors": [{"name": "Ann Bee"}, {"given": "C.", "family": "Dee"}], "arxiv_id": "2603.00001v2",
     "summary": "We.", "categories": "Vision (cs.CV); Robots (cs.RO)", "primary_category": "cs.RO",
     "published": "2026-02-28", "comment": "", "doi": "https://doi.org/10.1000/182", "journal_ref": "J. of X",
     "code_links": [{"url": "https://a.b", "type": "project_page"}, {"url": "https://c.d", "type": "github"}],
     "matched": [{"id": "3", "name": "y", "score": 1.5}]},
    {"title": "Second", "authors": [], "arxiv_id": "2603.00002", "summary": ""}
  ]
}"#,
        &[
            "4: 2603.00001v2 First | A We. | by Ann Bee+C. Dee | in cs.RO cs.CV | on 2026-03-02 | sent 2026-02-28 | code https://c.d | J J. of X | doi 10.1000/182",
            "9: 2603.00002 Second | on 2026-03-02",
        ],
    );
}

#[test]
fn where_the_list_stands() {
    let first = "{\"title\": \"First\", \"id\": \"2603.00001\"}";
    for text in [
        format!("[{first}]"),
        format!("\u{feff} [{first},]"),
        format!("{{\"papers\": [{first}]}}"),
        format!(
            "{{\"id\": \"feed\", \"title\": \"All\", \"data\": {{\"n\": 1, \"papers\": [{first}]}}}}"
        ),
        format!("{{\"meta\": {{\"n\": 1}}, \"papers\": [[{first}]]}}"),
        format!("[{{\"paper\": {first}, \"title\": \"Shown\"}}]"),
        first.to_owned(),
        first.replace('{', "{\"extra\": {\"a\": [1, {\"b\": 2}]}, "),
        first
            .replace('"', "'")
            .replace(", ", ", 'x': (None, True, -1e-7), "),
    ] {
        check(&text, &["1: 2603.00001 First"]);
    }
    check(
        "{\"cs.CV\": [{\"title\": \"A\", \"id\": \"2603.00001\"}],\n\"Robots\": {\"2603.00002v3\": {\"title\": \"B\"}},\n\"2026-03-02\": {\"Cats\": [{\"title\": \"C\", \"url\": \"http://arxiv.org/abs/2603.00003\"}]}}",
        &[
            "1: 2603.00001 A | in cs.CV",
            "2: 2603.00002v3 B | T Robots",
            "3: 2603.00003 C | on 2026-03-02 | T Cats",
        ],
    );
    // A date in the name of a topic is its own.
    check(
        "{\"Best 9 of May 2025\": [{\"title\": \"A\", \"id\": \"2603.00001\"}]}",
        &["1: 2603.00001 A | T Best 9 of May 2025"],
    );
}

#[test]
fn rows_of_a_table_under_topics() {
    check(
        concat!(
            r#"{"SLAM": {"2603.00001": "|**2026-03-02**|**First**|Ann Bee et.al.|[2603.00001v2](http://arxiv.org/abs/2603.00001v2)|**[link](https://github.com/a/b)**|\n","#,
            r#" "2603.00002": "- 2026-03-01, **Second**, C. Dee et.al., Paper: [http://arxiv.org/abs/2603.00002](http://arxiv.org/abs/2603.00002)\n", "2603.00003": "?"},"#,
            "\n",
            r#""NeRF": {"2603.00001": "|**2026-03-02**|**First**|Ann Bee et.al.|[2603.00001v2](http://arxiv.org/abs/2603.00001v2)|null|\n"}, "None": {}}"#,
        ),
        &[
            "1: 2603.00001v2 First | by Ann Bee | on 2026-03-02 | T SLAM | code https://github.com/a/b",
            "1: 2603.00002 Second | by C. Dee | on 2026-03-01 | T SLAM",
            "2: 2603.00001v2 First | by Ann Bee | on 2026-03-02 | T NeRF",
            "1:305 Error BadEntry",
        ],
    );
}

#[test]
fn what_names_a_paper() {
    for (members, expected) in [
        ("\"id\": 2603.0001", "2603.00010 T"),
        (
            "\"id\": 17, \"link\": \"https://arxiv.org/pdf/2603.00001v2\"",
            "2603.00001v2 T",
        ),
        (
            "\"id\": \"2603.00001\", \"pdf\": \"https://arxiv.org/pdf/2603.00001v2\", \"abs\": \"https://arxiv.org/abs/2603.00002\"",
            "2603.00001v2 T",
        ),
        (
            "\"entry_id\": \"http://arxiv.org/abs/math.GT/0309136v1\"",
            "math/0309136v1 T",
        ),
        (
            "\"paperId\": \"0a1b\", \"externalIds\": {\"DOI\": \"10.1/2\", \"ArXiv\": \"2603.00001\"}",
            "2603.00001 T | doi 10.1/2",
        ),
        (
            "\"links\": [{\"href\": \"https://a.b\"}, {\"href\": \"https://arxiv.org/abs/2603.00001\"}]",
            "2603.00001 T",
        ),
        (
            "\"arxiv_id\": \"arXiv:2603.00001\", \"version\": 4",
            "2603.00001v4 T",
        ),
    ] {
        check(
            &format!("[{{\"name\": \"T\", {members}}}]"),
            &[&format!("1: {expected}")],
        );
    }
    check(
        "[{\"title\": \"T\", \"summary\": \"S\", \"authors\": [\"A\"], \"url\": \"https://arxiv.org/abs/26\"}]",
        &["1: x T | A S | by A", "1:2 Warning BadLink"],
    );
}

#[test]
fn code_has_an_address_among_other_words() {
    for (code, expected) in [
        (
            "https://github.com/a/b (official)",
            "https://github.com/a/b",
        ),
        ("code: https://a.b, https://c.d", "https://a.b"),
        ("https://a.b/c)", "https://a.b/c)"),
    ] {
        check(
            &format!("[{{\"title\": \"T\", \"id\": \"2603.00001\", \"code\": \"{code}\"}}]"),
            &[&format!("1: 2603.00001 T | code {expected}")],
        );
    }
}

#[test]
fn rows_as_python_prints_them() {
    check_named(
        "3-Mar-2026__AI__papers.jsonl",
        concat!(
            r#"{'arxiv_id': 'arXiv:2603.00001', 'title': "It's", 'authors': 'Ann Bee, Céd Dee', 'link': 'https://arxiv.org/abs/2603.00001', 'abstract': 'The \'one\' \\emph{a}\nb \x41\u00e9\U0001F600', 'abstract_zh': None}"#,
            "\n",
            r#"{'arxiv_id': 'arXiv:2603.00002', 'title': 'B "c"', 'n': (1, 2.5, False)}"#,
        ),
        &[
            "1: 2603.00001 It's | A The 'one' a b Aé😀 | by Ann Bee+Céd Dee | on 2026-03-03",
            "2: 2603.00002 B \"c\" | on 2026-03-03",
        ],
    );
}

#[test]
fn our_own_lines_come_back() {
    check(
        r#"{"id":"2603.00001","version":2,"title":"A_b \\emph{c} &amp;","abstract":"5 % of $x$.\nSee this URL","authors":["Bee, Ann"],"categories":["cs.CV"],"day":"2026-03-02","announce":"cross","announce_inferred":true,"links":[{"href":"https://arxiv.org/abs/2012.00001","label":"this URL"}],"comment":null,"topics":["R"],"code":["https://c.d"],"doi":"10.1/2","submitted":"2026-02-01","source":"x.md","number":7,"tags":{"task":["a"]}}"#,
        &[
            r"1: 2603.00001v2 A_b \emph{c} &amp; | A 5 % of $x$.¶See this URL | by Bee, Ann | in cs.CV | on 2026-03-02 | sent 2026-02-01 | T R | code https://c.d | doi 10.1/2 | n 7 | as cross?",
        ],
    );
    check(
        r#"{"id":"x-0123456789abcdef","title":"T","abstract":null,"authors":[],"announce":null,"announce_inferred":false,"links":[]}"#,
        &["1: x T"],
    );
    let digest = read(
        "",
        br#"{"id":"x-0123456789abcdef","title":"T","announce_inferred":false}"#.to_vec(),
    );
    assert_eq!(digest.papers[0].id.as_str(), "x-0123456789abcdef");
}

/// Three records, the second of them as given.
fn around(middle: &str, between: &str) -> String {
    let record = |n: u32| {
        format!("{{\"title\": \"T{n}\", \"id\": \"2603.0000{n}\", \"summary\": \"a {{b\"}}")
    };
    format!("{}{between}{middle}{between}{}", record(1), record(3))
}

#[test]
fn a_broken_record_harms_no_other() {
    for (middle, column, kind) in [
        (r#"{"title": "T2, "id": "2603.00002"}"#, 17, "BadSyntax"),
        (
            r#"{"title": "T2", "id": "2603.00002", "x": {y}}"#,
            43,
            "BadSyntax",
        ),
        (r#"{"title": "T2", "id": "2603.00002"#, 23, "BadSyntax"),
        (r#"{"title": "T2", "id" "2603.00002"}"#, 22, "BadSyntax"),
        (r#"{"title": "T2", "id": [[2}"#, 26, "BadSyntax"),
        (r#"{"title": "T2", "id": nul}"#, 23, "BadSyntax"),
        (r#"{"title": "T2", "id": 1"#, 24, "BadSyntax"),
        (r#"{"count": 5}"#, 1, "BadEntry"),
        ("{}", 1, "BadEntry"),
    ] {
        let error = format!("2:{column} Error {kind}");
        let expected = [
            "1: 2603.00001 T1 | A a {b",
            "3: 2603.00003 T3 | A a {b",
            &error,
        ];
        // The line end is where the broken one of these goes on.
        if !matches!(column, 23 | 24) || middle.ends_with('}') {
            check(&format!("[{}]", around(middle, ",\n")), &expected);
        }
        if column != 24 {
            check(&around(middle, "\n"), &expected);
        }
    }
}

#[test]
fn columns_count_in_one_endless_line() {
    let text = format!("[{}]", around(r#"{"title": "é2", "id": nul}"#, ", "));
    let at = text.find("nul").unwrap();
    let column = text.split_at(at).0.chars().count() + 1;
    check(
        &text,
        &[
            "1: 2603.00001 T1 | A a {b",
            "1: 2603.00003 T3 | A a {b",
            &format!("1:{column} Error BadSyntax"),
        ],
    );
}

#[test]
fn a_broken_place_is_a_whole_character() {
    for text in [
        around(r#"{"id": "2603.00002", "title": é}"#, ", "),
        around(r#"{"id": "2603.00002"€ "title": "x"}"#, ", "),
        "{\"a\": é".to_owned(),
    ] {
        for diagnostic in &read("papers.json", format!("[{text}]").into_bytes()).diagnostics {
            let place = diagnostic.span.range();
            assert!(format!("[{text}]").get(place).is_some(), "{diagnostic:?}");
        }
    }
}

#[test]
fn a_file_that_is_cut() {
    let whole = format!(
        "{{\"papers\": [\n{}\n]}}\n",
        around("{\"id\": \"2603.00002\", \"title\": \"T2\"}", ",\n")
    );
    let read_to = |end: &str| whole.split_at(whole.find(end).unwrap()).0;
    let first = "2: 2603.00001 T1 | A a {b";
    check(read_to(",\n{\"id"), &[first, "2:55 Warning Truncated"]);
    check(
        read_to(", \"title\": \"T2"),
        &[first, "3:1 Error Truncated"],
    );
    check(read_to("2\"}"), &[first, "3:1 Error Truncated"]);
    check(
        read_to("\n]}"),
        &[
            first,
            "3: 2603.00002 T2",
            "4: 2603.00003 T3 | A a {b",
            "4:55 Warning Truncated",
        ],
    );
}

#[test]
fn what_is_odd_is_read_and_told() {
    check(
        r#"[{"id": "2603.00001", "title": "a \q b", "summary": "\ud800 \ud83d\ude00 \u12"}]"#,
        &[
            r"1: 2603.00001 a \q b | A � 😀 \u12",
            "1:35 Warning BadSyntax",
        ],
    );
    check(
        r#"[{"id": "2603.00001", "title": "a"} {"id": "2603.00002", "title": "b" "summary": "c"}]"#,
        &[
            "1: 2603.00001 a",
            "1: 2603.00002 b | A c",
            "1:37 Warning BadSyntax",
        ],
    );
    check(
        "{\"id\": \"2603.00001\", \"title\": \"T\"}\n{\"id\": \"2603.00002\", \"summary\": \"a\0b\", \"n\": 1e999999, \"summary\": \"c\"}",
        &[
            "1: 2603.00001 T",
            "2: 2603.00002  | A ab",
            "2:1 Warning NoTitle",
        ],
    );
    check(
        "[{\"id\": \"2603.00001\", \"title\": \"a\"}]]\n}x",
        &["1: 2603.00001 a", "1:37 Error BadSyntax"],
    );
}

#[test]
fn other_texts_are_no_digest() {
    for text in [
        "{}",
        "[]",
        "[1, 2]",
        "{\"name\": \"x\", \"version\": \"1.0\", \"dependencies\": {\"a\": \"2\"}}",
        "[link](https://arxiv.org/abs/2603.00001)",
        "{\"a\": {\"title\": \"x\"}}",
        "[{\"a\": 1}]",
    ] {
        let digest = read("x", text.as_bytes().to_vec());
        assert_eq!(digest.format, None, "{text}");
        assert_eq!(digest.papers, [], "{text}");
    }
    check("{\"count\": 0, \"papers\": []}", &[]);
}

#[test]
fn any_size_is_read_in_linear_time() {
    let record = r#"{"title": "T", "id": "2603.00001", "summary": "s"}"#;
    let many = 40_000;
    let open = r#"[{"title": "T", "id": "2603.00001"},"#;
    for text in [
        format!("[{}]", [record].repeat(many).join(",")),
        [record].repeat(many).join("\n"),
        format!("{open}{}", r#"{"title": "T", "id": nul},"#.repeat(many)),
        format!("{open}{}", r#"{"title": ""#.repeat(many)),
        format!("{open}{}", r#"{"title": '"#.repeat(many)),
        format!("{open}{}", "[".repeat(many)),
        format!("{open}{}", r#"{"title": ["#.repeat(many)),
        format!("{open}{}", r#"{"x": "#.repeat(many)),
        format!("{open}{}", r#"{"papers": ["#.repeat(many)),
        format!("{open}{}", "{\"\n".repeat(many)),
        format!("{open}{}", "}".repeat(many)),
        format!("{open}{}", "{".repeat(many)),
        format!("{open}{}", "{ ".repeat(many)),
        format!(
            "{open}{}",
            r#"{"id": "2603.00001", "summary": "\q"},"#.repeat(many)
        ),
        format!(
            r#"[{{"id": "2603.00001", "title": "{}"}}]"#,
            r"\ud800".repeat(many)
        ),
        format!(
            r#"[{{"title": "T", "id": "2603.00001", "authors": [{}"a"]}}]"#,
            r#""a","#.repeat(many)
        ),
        format!(
            r#"[{{"title": "T", "id": "2603.00001", "categories": [{}"a"]}}]"#,
            r#""cs.AI","#.repeat(many)
        ),
        format!(
            r#"[{{"title": "T", "id": "2603.00001", "x": {}}}]"#,
            "[".repeat(10_000)
        ),
        // Faults in a text in which no other record starts.
        format!("{record}\n{}", r#"[{"papers" 1},"#.repeat(many)),
        format!("{record}\n{}", r#"{"},"#.repeat(2 * many)),
        format!(
            r#"{{"id": "2603.00001", "title": "T", "comment": "{}"}}"#,
            r#""},{""#.repeat(2 * many)
        ),
        format!("{open}{}", r#"{"id":"#.repeat(many)),
        // Every name of an object asks what its members say, and every record what is around it.
        format!(
            r#"[{record}, {{"title": "T", "id": "{}", {}"summary": "s"}}]"#,
            "v".repeat(10 * many),
            r#""x": {"y": {}}, "#.repeat(many)
        ),
        format!(
            r#"[{record}, {{"date": "{}", "papers": [{}{record}]}}]"#,
            " x".repeat(5 * many),
            format!("{record},").repeat(many)
        ),
        format!(
            r#"[{record}, {{"{}": [{}{record}]}}]"#,
            " ".repeat(10 * many),
            format!("{record},").repeat(many)
        ),
    ] {
        // Anything worse than linear would not end at this size.
        let start = text.split_at(60).0.to_owned();
        let digest = read("x", text.into_bytes());
        assert!(digest.entries > 0, "{start}");
    }
}

/// Reading used to start again and again at a record that stood too deep.
#[test]
fn a_record_that_stands_too_deep_is_got_past() {
    let record = r#"{"id": "2603.00082", "title": "Knots", "summary": "A knot is a rope."}"#;
    for opening in [
        "[".repeat(40),
        "[".repeat(40) + "x\n",
        r#"{"a": "#.repeat(40),
    ] {
        for around in ["", ", ", "\n", "]\n"] {
            let text = format!("{record}\n{opening}{around}{record}\n{record}\n");
            let digest = read("x", text.clone().into_bytes());
            assert!(!digest.diagnostics.is_empty(), "{text}");
            assert_eq!(digest.papers.len(), 3, "{text}: {:?}", digest.diagnostics);
        }
    }
}

/// An object with many others open inside is no record: reading does not begin again at each of
/// them.
#[test]
fn what_was_given_up_around_a_fault_is_not_read_again() {
    let record = r#"{"id": "2603.00082", "title": "Knots", "summary": "A knot is a rope."}"#;
    let deep = r#"{"id": "#.repeat(1000);
    let text = format!("{record}\n{deep}\n{record}\n{record}\n");
    let digest = read("x", text.into_bytes());
    assert_eq!(digest.papers.len(), 3);
    let refused = digest.diagnostics.len();
    assert!((1..50).contains(&refused), "{refused}");
}

#[test]
fn a_record_of_any_size_is_read_in_steps() {
    let text = format!(
        r#"{{"id": "2603.00001", "title": "T", "summary": "\q", {} "rank": 2}}"#,
        r#""rank": 1, "#.repeat(400_000)
    );
    let mut reader = Reader::new("x", text.into_bytes());
    let mut steps = 0;
    while reader.step() != Step::Done {
        steps += 1;
    }
    assert!(steps > 2, "{steps}");
    let shown = show(&reader.finish());
    let expected = "1: 2603.00001 T | A \\q\n1:48 Warning BadSyntax\n";
    assert_eq!(shown, expected);
}

#[test]
fn of_a_list_without_measure_the_first_values_are_read() {
    let names = "\"A\", ".repeat(20_000);
    let text = format!(
        r#"{{"id": "2603.00001", "x": [{names}1], "authors": [{names}"B"], "title": "T"}}"#
    );
    let digest = read("x", text.into_bytes());
    let [paper] = &digest.papers[..] else {
        panic!("{:?}", digest.diagnostics);
    };
    assert_eq!(
        (paper.authors.len(), paper.title.plain.as_str()),
        (16_384, "T")
    );
    let [said] = &digest.diagnostics[..] else {
        panic!("{:?}", digest.diagnostics);
    };
    assert!(said.message.contains("left out"), "{said}");
}

/// Around each record nests the next, ever deeper: none of them is read more than a few times, and
/// none is lost.
#[test]
fn records_between_what_is_given_up_are_read() {
    let deep = r#"{"id": [{"id": "2603.00001", "title": "T"},"#;
    let many = 20_000;
    let text = format!(
        r#"[{{"id": "2603.00001", "title": "T"}},{}"#,
        deep.repeat(many)
    );
    let digest = read("x", text.into_bytes());
    assert_eq!(digest.papers.len(), many + 1);
}

#[test]
fn where_reading_goes_on_after_a_fault_depends_on_no_step() {
    let lines = "{\"note\": 1},\n".repeat(9);
    for text in [
        format!("{{\"papers\": [\n{lines}], oops\n{{\"title\": \"T\", \"id\": \"2603.00001\"}}\n"),
        format!("[{{\"data\": [\n{lines}], \"more\": {{\"title\": \"T\", \"a\": x}}}}]\n"),
        format!("{{\"a\": {{\"b\": [\n{lines}]}},\n \"title\": {{\"id\": \"2603.00001\", x}}}}"),
    ] {
        let read_in = |bytes| {
            let mut reader = Reader::as_format("x", text.clone().into_bytes(), Format::Json);
            while reader.step_of(bytes) != Step::Done {}
            reader.finish()
        };
        let whole = read_in(text.len());
        for bytes in [1, 7, 20, 50, 100] {
            assert_eq!(read_in(bytes), whole, "in steps of {bytes} bytes of {text}");
        }
    }
}

#[test]
fn what_stands_for_nothing_is_nothing() {
    check(
        concat!(
            r#"[{"title": "None", "authors": "N/A", "abstract": "null", "comment": "None", "journal": "NA","#,
            r#" "id": "2603.00001", "categories": "['cs.CL', 'cs.CV']"},"#,
            "\n",
            r#"{"title": "Fog", "id": "2603.00002", "authorString": "Keel A, Lund BC, Fog Consortium."},"#,
            "\n",
            r#"{"title": "Rain", "id": "2603.00003", "authorString": "Keel A.","#,
            r#" "authorList": {"author": [{"fullName": "Keel A", "firstName": "Anna", "lastName": "Keel"}]}}]"#,
        ),
        &[
            "1: 2603.00001 None | in cs.CL cs.CV",
            "2: 2603.00002 Fog | by A Keel+BC Lund+Fog Consortium",
            "3: 2603.00003 Rain | by Anna Keel",
        ],
    );
}
