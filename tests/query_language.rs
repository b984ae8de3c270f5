//! The query language: the examples of `query_language.txt`, what they parse into, and the places
//! of terms.

#![expect(
    clippy::unwrap_used,
    reason = "the helpers of a test fail by panicking"
)]

use digest_explorer::core::facet::Facet;
use digest_explorer::core::query::{
    Atom, Expr, FIELDS, Field, FieldInfo, MAX_BYTES, MAX_DEPTH, MAX_WORDS, Query, Term, parse,
};

/// What the language says about a text, in the manner of `query_language.txt`.
fn outcome(text: &str) -> String {
    let error = match parse(text) {
        Ok(parsed) => return format!("  {}", parsed.query).trim_end().to_owned(),
        Err(error) => error,
    };
    let range = error.at.range();
    let columns = |part: &str| part.chars().count();
    let before = columns(&text[..range.start]);
    let marks = match columns(&text[range]) {
        0 => "|".to_owned(),
        width => "^".repeat(width),
    };
    format!("  {}{marks} {}", " ".repeat(before), error.message)
}

#[test]
fn every_example_reads_as_it_says() {
    let mut wrong = Vec::new();
    let mut examples = 0;
    let mut lines = include_str!("query_language.txt").lines();
    while let Some(line) = lines.next() {
        let Some(text) = line.strip_prefix('>') else {
            assert!(line.is_empty() || line.starts_with('#'), "stray: {line}");
            continue;
        };
        let text = text.strip_prefix(' ').unwrap_or(text);
        let expected = lines.next().unwrap_or_default().trim_end();
        let seen = outcome(text);
        if seen != expected {
            wrong.push(format!("> {text}\n{seen}\nexpected\n{expected}\n"));
        }
        examples += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(examples > 100, "only {examples} examples were found");
}

fn term(field: Option<Field>, atom: Atom) -> Expr {
    Expr::Term(Term { field, atom })
}

fn word(text: &str) -> Expr {
    term(None, Atom::Word(text.into()))
}

fn task(id: &str) -> Expr {
    let field = Field::Facet(Facet::Task);
    term(Some(field), Atom::Value(id.into()))
}

#[track_caller]
fn check_clauses(text: &str, expected: &[Expr]) {
    let query = parse(text).unwrap().query;
    let expected = Query {
        clauses: expected.to_vec(),
    };
    assert_eq!(query, expected, "{text}");
}

#[test]
fn not_binds_tighter_than_and_and_and_tighter_than_or() {
    let (a, b, c, d) = (word("a"), word("b"), word("c"), word("d"));
    check_clauses("a b", &[a.clone(), b.clone()]);
    check_clauses(
        "NOT a b OR c AND d",
        &[Expr::Or(vec![
            Expr::And(vec![a.clone().negate(), b.clone()]),
            Expr::And(vec![c.clone(), d.clone()]),
        ])],
    );
    check_clauses(
        "a (b OR c) d",
        &[a.clone(), Expr::Or(vec![b.clone(), c.clone()]), d.clone()],
    );
    check_clauses("-(a b)", &[Expr::And(vec![a, b]).negate()]);
}

#[test]
fn each_spelling_has_its_atom() {
    let regex = |pattern: &str, case_sensitive| Atom::Regex {
        pattern: pattern.into(),
        case_sensitive,
    };
    for (text, atom) in [
        ("self-supervised", Atom::Word("self-supervised".into())),
        ("=GAN", Atom::Exact("GAN".into())),
        ("self-sup*", Atom::Prefix("self-sup".into())),
        ("\"a b\"", Atom::Phrase("a b".into())),
        ("“a \\“b”", Atom::Phrase("a “b".into())),
        (r"/a\/b\.c/", regex(r"a/b\.c", false)),
        ("/A b/c", regex("A b", true)),
        ("/ a\\/ b/c", regex(" a/ b", true)),
    ] {
        check_clauses(text, &[term(None, atom.clone())]);
        check_clauses(
            &format!("title:{text}"),
            &[term(Some(Field::Title), atom.clone())],
        );
        check_clauses(
            &format!("comment:(x OR {text})"),
            &[Expr::Or(vec![
                term(Some(Field::Comment), Atom::Word("x".into())),
                term(Some(Field::Comment), atom),
            ])],
        );
    }
    let none = term(Some(Field::Facet(Facet::Task)), Atom::None);
    check_clauses(
        "-task:(none OR SLAM)",
        &[Expr::Or(vec![none, task("slam")]).negate()],
    );
    check_clauses("task:\"none\"", &[task("none")]);
    let id = term(Some(Field::Id), Atom::Value("2012.12877v2".into()));
    check_clauses("arXiv:2012.12877v2", &[id]);
}

#[test]
fn places_follow_the_terms() {
    for (text, expected) in [
        ("", &[][..]),
        (" gan  OR\tgans", &["gan", "gans"]),
        ("-title:\"a b\" é*", &["title:\"a b\"", "é*"]),
        ("task:(a OR -b) =c", &["a", "b", "=c"]),
        ("--(x /y z/c)", &["x", "/y z/c"]),
        (
            "Arxiv:2012.12877v1 https://arxiv.org/abs/2012.12877",
            &["Arxiv:2012.12877v1", "https://arxiv.org/abs/2012.12877"],
        ),
    ] {
        let parsed = parse(text).unwrap();
        let places: Vec<_> = parsed.places.iter().map(|at| &text[at.range()]).collect();
        assert_eq!(places, expected, "{text}");
        assert_eq!(places.len(), parsed.query.terms().len(), "{text}");
    }
}

#[test]
fn parentheses_nest_as_deep_as_promised_and_no_deeper() {
    // Each level is a real one: NOT over AND cannot be flattened.
    let nested = |depth: usize| format!("{}a{}", "-(x ".repeat(depth), ")".repeat(depth));
    let deepest = nested(MAX_DEPTH);
    let printed = parse(&deepest).unwrap().query.to_string();
    assert_eq!(printed, deepest);
    let error = parse(&nested(MAX_DEPTH + 1)).unwrap_err();
    assert_eq!(error.message, "parentheses nest too deep here");
    assert_eq!(error.at.range(), 4 * MAX_DEPTH + 1..4 * MAX_DEPTH + 2);
    // Depth is not number: groups side by side are free.
    let many = parse(&"(a OR b) ".repeat(MAX_DEPTH + 1)).unwrap();
    assert_eq!(many.query.clauses.len(), MAX_DEPTH + 1);
}

/// Checks where a text of repeated pieces is refused, and with what words; `None` where it is not.
#[track_caller]
fn check_refused(text: &str, expected: Option<(usize, &str)>) {
    let error = parse(text).err();
    let seen = error
        .as_ref()
        .map(|error| (error.at.range().start, error.message.as_str()));
    assert_eq!(seen, expected);
}

#[test]
fn a_query_beyond_all_measure_is_refused_with_the_place() {
    let words = |count: usize| "a ".repeat(count);
    let too_many = "this query has too many words: leave out what stands from here on";
    check_refused(&words(MAX_WORDS), None);
    check_refused(&words(MAX_WORDS + 1), Some((2 * MAX_WORDS, too_many)));
    // Within quotes words count too, and a regex counts as many.
    let phrase = ["b \"", &words(MAX_WORDS), "\""].concat();
    check_refused(&phrase, Some((2, too_many)));
    check_refused(&"/a/ ".repeat(20), None);
    check_refused(&"/a/ ".repeat(21), Some((80, too_many)));
    let ids = [
        "id:(",
        &"2012.12877 OR ".repeat(MAX_WORDS - 1),
        "2012.12877)",
    ]
    .concat();
    check_refused(&ids, None);
    let long = "é".repeat(MAX_BYTES);
    check_refused(
        &long,
        Some((MAX_BYTES, "this query is too long: 16 KB is the most")),
    );
    check_refused(&long[..MAX_BYTES], None);
}

#[test]
fn signs_without_end_are_read() {
    for piece in [
        "(",
        "-",
        "-(",
        "NOT ",
        "\"",
        "/",
        "a:(",
        "-(a OR ",
        "(a ",
        "\\",
        "/ ",
        "=",
        "*",
        ":",
        "day:",
        "id:arxiv:",
    ] {
        let text = piece.repeat(MAX_BYTES / piece.len());
        let _ = parse(&text);
        let _ = parse(&[&text[..text.len() - 1], "a"].concat());
    }
}

/// The table of fields as the README has it.
fn table_of_fields() -> String {
    let row = |info: &FieldInfo| {
        let names: Vec<String> = [info.name]
            .iter()
            .chain(info.aliases)
            .map(|name| format!("`{name}:`"))
            .collect();
        let (names, takes) = (names.join(" "), info.takes.expected());
        format!(
            "| {names} | {} | {takes} | `{}` |\n",
            info.description, info.example
        )
    };
    let head = "| field | looks at | takes | such as |\n|---|---|---|---|\n".to_owned();
    head + &FIELDS.iter().map(row).collect::<String>()
}

#[test]
fn the_readme_has_the_table_of_fields() {
    let readme = include_str!("../README.md");
    let table = table_of_fields();
    assert!(readme.contains(&table), "the README lacks\n{table}");
}
