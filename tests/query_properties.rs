//! What holds for every query: nothing panics, printing and parsing are inverse, edits are inverse,
//! time grows with the text.

#![expect(
    clippy::unwrap_used,
    reason = "the helpers of a test fail by panicking"
)]

use digest_explorer::core::day::Day;
use digest_explorer::core::facet::{Facet, FacetKind};
use digest_explorer::core::query::{
    Atom, Choice, DayRange, Expr, Field, HasPart, IsState, Query, Takes, Term, choice, parse,
    selection, set_all_of, toggle_exclude, toggle_include,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces of the language, well and badly put together.
fn pieces() -> impl Strategy<Value = String> {
    let piece = select(vec![
        " ",
        " ",
        " ",
        "a",
        "Gan",
        "é",
        "点",
        "self-sup",
        "-",
        "--",
        "(",
        "(",
        ")",
        ")",
        "\"",
        "“",
        "”",
        "/",
        "/",
        "\\",
        "=",
        "*",
        ":",
        "title:",
        "task:",
        "TASK:",
        "day:",
        "id:",
        "source:",
        "tag:",
        "is:",
        "cat:cs.cv",
        "has:code",
        "taks:",
        "none",
        "OR",
        " OR ",
        " AND ",
        "NOT ",
        "2020-12",
        "2020-12-24",
        "..",
        ">=",
        "<",
        "2012.12877v2",
        "https://arxiv.org/abs/",
        "arXiv:",
        "x:",
        "::",
        "|",
        " or ",
        " and ",
        "not ",
        "all:",
        "//",
        "c",
        "&",
        "\u{a0}",
        "\u{301}",
        ",",
    ]);
    vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn words() -> impl Strategy<Value = String> {
    "[a-zA-Z0-9éß点]{1,4}([-'/.+:]{1,2}[0-9éß点]{1,3})?".prop_filter(
        "operators and ids are no words",
        |word| {
            // Words that mean something else are the parser's to judge: only what reads as a word
            // counts as one.
            matches!(parse(word), Ok(parsed) if matches!(&parsed.query.clauses[..],
            [Expr::Term(Term { field: None, atom: Atom::Word(read) })] if read == word))
        },
    )
}

fn text_atoms() -> impl Strategy<Value = Atom> {
    let regex = r#"([a-z /"()*]|\\[a-z.\\]){1,5}"#
        .prop_filter("slashes alone between words are no regex", |pattern| {
            !(pattern.starts_with(' ') && pattern.ends_with(' '))
        });
    prop_oneof![
        4 => words().prop_map(Atom::Word),
        1 => words().prop_map(Atom::Exact),
        1 => words().prop_map(Atom::Prefix),
        1 => r#"[a"“\\ ():*/=-]{0,4}[a-z点][a"“\\ ():*/=-]{0,4}"#.prop_map(Atom::Phrase),
        1 => (regex, any::<bool>()).prop_map(|(pattern, case_sensitive)| Atom::Regex {
            pattern,
            case_sensitive
        }),
    ]
}

fn day() -> impl Strategy<Value = Day> {
    (2019u16..=2021, 1u8..=12, 1u8..=31).prop_filter_map("no such day", |(year, month, day)| {
        Day::new(year, month, day)
    })
}

fn days() -> impl Strategy<Value = DayRange> {
    (proptest::option::of(day()), proptest::option::of(day()))
        .prop_filter("an empty range", |(from, to)| match (from, to) {
            (Some(from), Some(to)) => from <= to,
            (from, to) => from.is_some() || to.is_some(),
        })
        .prop_map(|(from, to)| DayRange { from, to })
}

/// An atom that the field takes, as the parser would give it.
fn atoms_of(field: Field) -> BoxedStrategy<Atom> {
    let value = |pattern: &'static str| pattern.prop_map(Atom::Value);
    match field.info().takes {
        Takes::Text => text_atoms().boxed(),
        Takes::Id => value("(2[01]1[0-2]\\.[0-9]{5}(v[1-9])?|hep-th/9[0-9]{6})").boxed(),
        Takes::Values(kind) => {
            let values = match kind {
                FacetKind::Tag => value("[a-z0-9]{1,3}(-[a-z]{1,4})?|none").boxed(),
                FacetKind::Announce => value("new|cross|replaced").boxed(),
                FacetKind::State => value("starred|later|read|skipped|new|undecided").boxed(),
                FacetKind::Category => value("(cs|q-bio)(\\.[A-Z]{2})?").boxed(),
                FacetKind::Day => days().prop_map(Atom::Days).boxed(),
                FacetKind::Topic | FacetKind::Source => {
                    value(r#" ?[a"\\:(=*-]{1,3}[A-Z.]{0,2}"#).boxed()
                }
            };
            prop_oneof![values, Just(Atom::None)].boxed()
        }
        Takes::Is => select(&IsState::ALL[..]).prop_map(Atom::Is).boxed(),
        Takes::Has => select(&HasPart::ALL[..]).prop_map(Atom::Has).boxed(),
    }
}

fn terms() -> impl Strategy<Value = Expr> {
    let fields: Vec<Field> = digest_explorer::core::query::FIELDS
        .iter()
        .map(|info| info.field)
        .collect();
    let in_field = select(fields).prop_flat_map(|field| {
        atoms_of(field).prop_map(move |atom| Term {
            field: Some(field),
            atom,
        })
    });
    let in_text = text_atoms().prop_map(|atom| Term { field: None, atom });
    prop_oneof![in_field, in_text].prop_map(Expr::Term)
}

fn queries() -> impl Strategy<Value = Query> {
    let exprs = terms().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 1..4).prop_map(Expr::all),
            vec(inner.clone(), 1..4).prop_map(Expr::any),
            inner.prop_map(Expr::negate),
        ]
    });
    prop_oneof![
        1 => Just(Query::default()),
        20 => vec(exprs, 1..4).prop_map(|exprs| Query::from(Expr::all(exprs))),
    ]
}

/// Queries whose top level speaks much of one facet.
fn task_queries() -> impl Strategy<Value = Query> {
    let value = || select(vec!["a", "b", "c", "none"]);
    let clause = prop_oneof![
        value().prop_map(|v| format!("task:{v}")),
        value().prop_map(|v| format!("-task:{v}")),
        (value(), value()).prop_map(|(v, w)| format!("task:({v} OR {w})")),
        (value(), value()).prop_map(|(v, w)| format!("-task:({v} OR {w})")),
        (value(), value()).prop_map(|(v, w)| format!("(task:{v} OR {w})")),
        value().prop_map(|v| format!("domain:{v}")),
        value().prop_map(str::to_owned),
    ];
    vec(clause, 0..6).prop_map(|clauses| parse(&clauses.join(" ")).unwrap().query)
}

/// The clauses that no edit of the task facet may touch.
fn others(query: &Query) -> Vec<String> {
    let clauses = query.clauses.iter().map(ToString::to_string);
    clauses
        .filter(|text| {
            let own = text.strip_prefix('-').unwrap_or(text).starts_with("task:");
            !own || text.contains(" OR ") && !text.contains("task:(")
        })
        .collect()
}

#[track_caller]
fn check_inverse(text: &str) {
    match parse(text) {
        Ok(parsed) => {
            let printed = parsed.query.to_string();
            let again = parse(&printed)
                .unwrap_or_else(|error| panic!("{text:?} prints {printed:?}: {}", error.message));
            assert_eq!(again.query, parsed.query, "{text:?} prints {printed:?}");
            assert_eq!(again.query.to_string(), printed, "{text:?}");
            let terms = parsed.query.terms().len();
            assert_eq!(parsed.places.len(), terms, "{text:?}");
            for place in parsed.places {
                let written = text.get(place.range());
                assert!(written.is_some_and(|term| !term.is_empty()), "{text:?}");
            }
        }
        Err(error) => {
            assert!(text.get(error.at.range()).is_some(), "{text:?}: {error:?}");
            assert!(!error.message.is_empty() && !error.message.contains('\n'));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_reads_or_says_where_it_does_not(text in "[^\n]{0,40}") {
        check_inverse(&text);
    }

    #[test]
    fn any_pieces_read_or_say_where_they_do_not(text in pieces()) {
        check_inverse(&text);
    }

    #[test]
    fn what_is_printed_reads_as_itself(query in queries()) {
        let printed = query.to_string();
        let parsed = parse(&printed);
        prop_assert!(parsed.is_ok(), "{printed}: {parsed:?}");
        prop_assert_eq!(parsed.unwrap().query, query, "{}", printed);
    }

    #[test]
    fn toggling_twice_is_nothing(query in task_queries(), all_of: bool) {
        for value in ["a", "none", "z"] {
            for excluded in [false, true] {
                let toggle = |q: &Query| if excluded {
                    toggle_exclude(q, Facet::Task, value)
                } else {
                    toggle_include(q, Facet::Task, value, all_of)
                };
                let state = if excluded { Choice::Excluded } else { Choice::Included };
                let before = choice(&query, Facet::Task, value);
                let once = toggle(&query);
                let twice = toggle(&once);
                let after = choice(&once, Facet::Task, value);
                prop_assert_eq!(after, if before == state { Choice::Off } else { state });
                prop_assert_eq!(choice(&twice, Facet::Task, value) == state, before == state);
                if before == Choice::Off {
                    prop_assert_eq!(&twice, &query);
                }
                prop_assert_eq!(others(&once), others(&query));
                prop_assert_eq!(&parse(&once.to_string()).unwrap().query, &once);
            }
        }
    }

    #[test]
    fn switching_a_facet_keeps_its_values(query in task_queries(), all_of: bool) {
        let switched = set_all_of(&query, Facet::Task, all_of);
        let (before, after) = (selection(&query, Facet::Task), selection(&switched, Facet::Task));
        prop_assert_eq!(after.included, before.included);
        prop_assert_eq!(after.excluded, before.excluded);
        prop_assert!(all_of || after.clauses.len() <= 1);
        prop_assert_eq!(others(&switched), others(&query));
        prop_assert_eq!(&set_all_of(&switched, Facet::Task, all_of), &switched);
    }
}

#[test]
fn long_and_hostile_texts_take_time_in_proportion() {
    let many = 100_000;
    for piece in [
        "(",
        ")",
        "\"",
        "-",
        "--a ",
        "- ",
        "-(",
        "NOT ",
        "a OR ",
        "a ",
        "/",
        "/a/ ",
        "\\",
        "\"a\" ",
        "a:",
        "title:",
        "1:",
        "=",
        "*",
        "(a) ",
        "a-",
        "“",
        "task:(",
        "2012.12877 ",
        "é",
        ".",
        "OR ",
        "day:2020..2021 ",
        "(a OR b) ",
        "((a) ",
        "x\\\"",
    ] {
        for start in ["", "\"", "/x", "title:", "taks"] {
            let text = [start, &piece.repeat(many)].concat();
            // Anything worse than linear would not end at this size.
            if let Ok(parsed) = parse(&text) {
                let _ = parsed.query.to_string();
            }
        }
    }
}
