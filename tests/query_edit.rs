//! Edits of a query by facets, chips and the histogram. Queries stand as their canonical text.

#![expect(
    clippy::unwrap_used,
    reason = "the helpers of a test fail by panicking"
)]

use digest_explorer::core::facet::Facet;
use digest_explorer::core::query::{
    Atom, Choice, DayRange, Expr, Query, choice, clear_facet, parse, selection, set_all_of,
    set_days, toggle_exclude, toggle_include, without_clause,
};

fn query(text: &str) -> Query {
    let query = parse(text).unwrap().query;
    assert_eq!(
        query.to_string(),
        text,
        "the examples are written canonically"
    );
    query
}

/// Edits a query and checks the result, and that what it prints reads as itself.
#[track_caller]
fn check(before: &str, edit: impl Fn(&Query) -> Query, after: &str) {
    let edited = edit(&query(before));
    assert_eq!(edited.to_string(), after, "{before}");
    assert_eq!(edited, query(after), "{before}");
}

#[test]
fn ticking_joins_by_or_or_by_and() {
    let any = |value: &'static str| move |q: &Query| toggle_include(q, Facet::Task, value, false);
    let all = |value: &'static str| move |q: &Query| toggle_include(q, Facet::Task, value, true);
    check("", any("a"), "task:a");
    check("gan", any("a"), "gan task:a");
    check("task:a gan", any("b"), "task:(a OR b) gan");
    check("task:(a OR b) gan", any("c"), "task:(a OR b OR c) gan");
    check("task:(a OR b OR c) gan", any("b"), "task:(a OR c) gan");
    check("task:(a OR b) gan", any("a"), "task:b gan");
    check("task:a gan", any("a"), "gan");
    check("task:a", any("none"), "task:(a OR none)");
    check("task:(a OR none)", any("none"), "task:a");
    check("", all("a"), "task:a");
    check("task:a gan", all("b"), "task:a gan task:b");
    check("task:a gan task:b", all("a"), "gan task:b");
    // A query that joins by AND already goes on to.
    check("task:a task:b", any("c"), "task:a task:b task:c");
    // What was excluded is included instead.
    check("-task:a gan", any("a"), "gan task:a");
    check("-task:(a OR b) gan", any("a"), "-task:b gan task:a");
    check("-task:(a OR b OR c)", all("a"), "-task:(b OR c) task:a");
    // The letter case of a tag does not count.
    check("task:a", any("A"), "");
}

#[test]
fn only_clauses_that_speak_of_the_facet_alone_are_its_own() {
    let tick = |q: &Query| toggle_include(q, Facet::Task, "a", false);
    check("domain:a", tick, "domain:a task:a");
    check("task:a OR gan", tick, "(task:a OR gan) task:a");
    check("task:b OR -task:a", tick, "(task:b OR -task:a) task:a");
    check("-(task:a gan)", tick, "-(task:a gan) task:a");
    check("\"task:a\"", tick, "\"task:a\" task:a");
}

#[test]
fn excluding_and_including_take_each_other_back() {
    let exclude = |value: &'static str| move |q: &Query| toggle_exclude(q, Facet::Domain, value);
    check("", exclude("medical"), "-domain:medical");
    check("-domain:medical", exclude("medical"), "");
    check(
        "domain:medical gan",
        exclude("medical"),
        "gan -domain:medical",
    );
    check(
        "domain:(medical OR biology)",
        exclude("medical"),
        "domain:biology -domain:medical",
    );
    check("-domain:(a OR b) gan", exclude("b"), "-domain:a gan");
    check("-domain:a", exclude("b"), "-domain:a -domain:b");
    check("", exclude("none"), "-domain:none");
}

#[test]
fn values_are_spelled_as_their_facet_spells_them() {
    let tick = |facet, value: &'static str| move |q: &Query| toggle_include(q, facet, value, false);
    check(
        "cat:cs.CV",
        tick(Facet::Category, "cs.lg"),
        "cat:(cs.CV OR cs.LG)",
    );
    check("cat:cs.CV", tick(Facet::Category, "CS.cv"), "");
    check("", tick(Facet::Day, "2020-12-24"), "day:2020-12-24");
    check(
        "day:2020-12-24",
        tick(Facet::Day, "2020-12-23"),
        "day:(2020-12-24 OR 2020-12-23)",
    );
    check("day:2020-12-24", tick(Facet::Day, "2020-12-24"), "");
    check(
        "",
        tick(Facet::Source, "day \"1\".md"),
        r#"source:"day \"1\".md""#,
    );
    check(
        "source:a.md",
        tick(Facet::Source, "A.md"),
        "source:(a.md OR A.md)",
    );
    check(
        "announce:new",
        tick(Facet::Announce, "cross"),
        "announce:(new OR cross)",
    );
}

#[test]
fn a_facet_switches_between_any_and_all() {
    let set = |all_of| move |q: &Query| set_all_of(q, Facet::Task, all_of);
    check("x task:(a OR b) y", set(true), "x task:a task:b y");
    check("x task:a y task:b z", set(false), "x task:(a OR b) y z");
    check(
        "task:(a OR b) x task:(b OR c)",
        set(false),
        "task:(a OR b OR c) x",
    );
    check("task:a -task:b x", set(true), "task:a -task:b x");
    check("task:a -task:b x", set(false), "task:a -task:b x");
    check("task:a task:a", set(false), "task:a");
    check("gan", set(true), "gan");
    check("", set(false), "");
}

#[test]
fn a_facet_is_cleared_of_all_it_says() {
    let clear = |facet| move |q: &Query| clear_facet(q, facet);
    check(
        "task:(a OR b) gan -task:c (task:d OR x) -task:(e OR f)",
        clear(Facet::Task),
        "gan (task:d OR x)",
    );
    check(
        "day:>=2020-12-20 gan -day:2020-12-24",
        clear(Facet::Day),
        "gan",
    );
    check("gan", clear(Facet::Day), "gan");
}

#[test]
fn days_are_set_in_place() {
    let range = |text: &str| match &query(text).clauses[..] {
        [Expr::Term(term)] => match term.atom {
            Atom::Days(range) => range,
            _ => panic!("{text} is no range"),
        },
        _ => panic!("{text} is no range"),
    };
    let christmas = range("day:2020-12-24..2020-12-26");
    let set = |q: &Query| set_days(q, Some(christmas));
    let unset = |q: &Query| set_days(q, None);
    check("gan", set, "gan day:2020-12-24..2020-12-26");
    check(
        "a day:>=2020-12-01 b day:<=2020-12-31 c",
        set,
        "a day:2020-12-24..2020-12-26 b c",
    );
    check(
        "day:(2020 OR 2019-01-01) -day:2020-12-25",
        set,
        "day:2020-12-24..2020-12-26 -day:2020-12-25",
    );
    check("a day:2020 b -day:2020-12-25", unset, "a b -day:2020-12-25");
    let open = DayRange {
        from: None,
        to: None,
    };
    check("a day:2020", |q| set_days(q, Some(open)), "a");
}

#[test]
fn a_clause_goes_alone() {
    check("a (b OR c) -d", |q| without_clause(q, 1), "a -d");
    check("a (b OR c) -d", |q| without_clause(q, 0), "(b OR c) -d");
    check("(b OR c) a", |q| without_clause(q, 1), "b OR c");
    check("a", |q| without_clause(q, 0), "");
    check("a", |q| without_clause(q, 7), "a");
}

#[track_caller]
fn check_selection(
    text: &str,
    facet: Facet,
    included: &[&str],
    excluded: &[&str],
    clauses: &[usize],
) {
    let selection = selection(&query(text), facet);
    assert_eq!(selection.included, included, "{text}");
    assert_eq!(selection.excluded, excluded, "{text}");
    assert_eq!(selection.clauses, clauses, "{text}");
    assert_eq!(selection.all_of, clauses.len() > 1, "{text}");
}

#[test]
fn a_selection_is_what_the_query_says_of_a_facet() {
    let task = Facet::Task;
    check_selection("", task, &[], &[], &[]);
    check_selection("x task:(a OR none)", task, &["a", "none"], &[], &[1]);
    check_selection("task:a x task:b", task, &["a", "b"], &[], &[0, 2]);
    check_selection("-task:a -task:(b OR c)", task, &[], &["a", "b", "c"], &[]);
    check_selection("task:a OR x", task, &[], &[], &[]);
    check_selection("task:a domain:b", Facet::Domain, &["b"], &[], &[1]);
    check_selection(
        "day:2020-12 x day:2020-12-24 -day:2020-12-25",
        Facet::Day,
        &["2020-12-24"],
        &["2020-12-25"],
        &[0, 2],
    );
    check_selection("day:>=2020-12-01", Facet::Day, &[], &[], &[0]);
}

#[test]
fn a_choice_is_off_included_or_excluded() {
    let text = "task:(a OR b) -task:c domain:d task:e OR x";
    let query = parse(text).unwrap().query;
    assert_eq!(choice(&query, Facet::Task, "a"), Choice::Off, "{text}");
    for (text, value, expected) in [
        ("task:(a OR b) -task:c", "b", Choice::Included),
        ("task:(a OR b) -task:c", "B", Choice::Included),
        ("task:(a OR b) -task:c", "c", Choice::Excluded),
        ("task:(a OR b) -task:c", "d", Choice::Off),
        ("task:none", "none", Choice::Included),
        ("-task:none", "none", Choice::Excluded),
        ("task:a -task:a", "a", Choice::Excluded),
        ("domain:a a", "a", Choice::Off),
    ] {
        assert_eq!(
            choice(&parse(text).unwrap().query, Facet::Task, value),
            expected,
            "{text}"
        );
    }
}
