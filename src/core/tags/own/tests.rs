//! Rules of the reader's: read, written, run.

use super::*;
use crate::core::paper::PaperId;
use crate::core::tags::{Tagger, find};

fn paper(id: &str, title: &str, summary: &str, comment: &str) -> Paper {
    Paper {
        summary: Some(RichText::from_plain(summary)),
        comment: Some(RichText::from_plain(comment)),
        ..Paper::new(PaperId::Local(id.into()), RichText::from_plain(title), 1)
    }
}

fn method(id: &str) -> Name {
    Name {
        facet: Facet::Method,
        id: id.to_owned(),
    }
}

#[track_caller]
fn own(text: &str) -> Own {
    Own::new(read(text).unwrap().rules).unwrap()
}

/// What the rules find in a paper, as `part “words” by pattern`.
fn found(own: &Own, paper: &Paper) -> Vec<String> {
    let given = own.explain(paper, Vec::new(), &ByHand::default());
    let evidence = given.iter().flat_map(|given| &given.evidence);
    evidence
        .map(|evidence| {
            let text = match evidence.part {
                Part::Title => &paper.title,
                Part::Abstract => paper.summary.as_ref().unwrap(),
                Part::Comment => paper.comment.as_ref().unwrap(),
            };
            let words = &text.plain[evidence.span.range()];
            format!("{:?} “{words}” by {}", evidence.part, evidence.rule)
        })
        .collect()
}

const TICKETS: &str = r#"
# Sparse subnetworks
[[rule]]
name = "lottery-tickets"
facet = "method"
words = ["lottery ticket*", "(winning|sparse) ticket"]
regex = 'lth\b'
not = "lottery ticket sales"
"#;

#[test]
fn words_and_regexes_earn_a_tag_with_evidence() {
    let own = own(TICKETS);
    let paper = paper(
        "a",
        "Winning Tickets",
        "We count lottery ticket sales. The LTH holds.",
        "Code of lottery-tickets",
    );
    assert_eq!(
        found(&own, &paper),
        [
            "Title “Winning Tickets” by (winning|sparse) ticket",
            "Abstract “LTH” by /lth\\b/",
            "Comment “lottery-tickets” by lottery ticket*",
        ]
    );
    let given = own.explain(&paper, Vec::new(), &ByHand::default());
    assert_eq!(given.len(), 1);
    assert_eq!(
        (&given[0].name, given[0].by),
        (&method("lottery-tickets"), By::Rule)
    );
}

#[test]
fn a_rule_looks_only_where_it_says() {
    let own = own(&TICKETS.replace("not =", "where = [\"title\", \"comment\"]\nnot ="));
    let paper = paper("a", "On tickets", "A lottery ticket.", "The LTH.");
    assert_eq!(found(&own, &paper), ["Comment “LTH” by /lth\\b/"]);
}

#[test]
fn a_rule_adds_to_a_built_in_tag_replaces_it_or_switches_it_off() {
    let tagger = Tagger::new();
    let gan = paper("a", "A Generative Adversarial Network", "We knit.", "");
    let knots = paper("b", "Knots", "We knit with a knitting needle.", "");
    let rule = |built_in: &str, words: &str| {
        own(&format!(
            "[[rule]]\nname = \"gan\"\nfacet = \"method\"\n{words}\nbuilt-in = \"{built_in}\""
        ))
    };
    let knitting = "words = \"knitting needle\"";
    let has = |own: &Own, paper: &Paper| {
        let names = own.names(paper, &tagger.tag(paper), &ByHand::default());
        names.contains(&method("gan"))
    };
    let none = Own::default();
    assert_eq!((has(&none, &gan), has(&none, &knots)), (true, false));
    let more = rule("keep", knitting);
    assert_eq!((has(&more, &gan), has(&more, &knots)), (true, true));
    let other = rule("replace", knitting);
    assert_eq!((has(&other, &gan), has(&other, &knots)), (false, true));
    let off = rule("off", "");
    assert_eq!((has(&off, &gan), has(&off, &knots)), (false, false));
}

#[test]
fn what_is_done_by_hand_beats_the_rules() {
    let own = own(TICKETS);
    let paper = paper("a", "Winning Tickets", "", "");
    let mut hand = ByHand::default();
    let gan = method("gan");
    hand.set(paper.id.clone(), gan.clone(), Hand::Add);
    hand.set(paper.id.clone(), method("lottery-tickets"), Hand::Remove);
    let given = own.explain(&paper, Vec::new(), &hand);
    assert_eq!(given.len(), 1);
    assert_eq!((&given[0].name, given[0].by), (&gan, By::Hand));
    assert!(hand.clear(&paper.id, &gan) && !hand.clear(&paper.id, &gan));
    assert_eq!(own.names(&paper, &[], &hand), []);
    assert!(hand.clear(&paper.id, &method("lottery-tickets")) && hand.is_empty());
    assert_eq!(own.names(&paper, &[], &hand), [method("lottery-tickets")]);
    let other = PaperId::Local("b".into());
    hand.set(other.clone(), gan, Hand::Add);
    assert_eq!(own.names(&paper, &[], &hand).len(), 1);
    assert_eq!(hand.papers().collect::<Vec<_>>(), [&other]);
}

#[test]
fn evidence_of_the_table_and_of_a_rule_stand_together() {
    let own = own("[[rule]]\nname = \"gan\"\nfacet = \"method\"\nwords = \"knit\"");
    let paper = paper("a", "A Generative Adversarial Network", "We knit.", "");
    let table = Tagger::new().explain(&paper);
    let of_table = table
        .iter()
        .find(|(tag, _)| Some(*tag) == find(Facet::Method, "gan"));
    let expected = of_table.unwrap().1.len() + 1;
    let given = own.explain(&paper, table, &ByHand::default());
    let gan = given
        .iter()
        .find(|given| given.name == method("gan"))
        .unwrap();
    assert_eq!((gan.by, gan.evidence.len()), (By::Rule, expected));
    assert!(given.iter().all(|given| !given.evidence.is_empty()));
}

/// What is wrong with a file, as it is shown.
fn errors(text: &str) -> Vec<String> {
    let refused = read(text).unwrap_err();
    refused.errors.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check_error(rule: &str, expected: &str) {
    let text = format!("[[rule]]\nname = \"a\"\nfacet = \"task\"\n{rule}");
    assert_eq!(errors(&text), [expected], "{rule}");
}

#[test]
fn errors_have_their_place() {
    let no_words = "line 1, column 1: a rule has words or a regex";
    check_error("", no_words);
    check_error("words = []", no_words);
    check_error(
        "words = \"(a|b\"",
        "line 4, column 10: a bracket is not closed or not opened",
    );
    check_error(
        "words = [\"ä\", 'x-ray']",
        "line 4, column 16: no text has a word like `x-ray`",
    );
    check_error(
        "words = \"a; b\"",
        "line 4, column 11: one pattern an item: `;` divides none here",
    );
    check_error("regex = 'a(b'", "line 4, column 11: unclosed group");
    check_error(
        "regex = 'a*'",
        "line 4, column 10: this regex is satisfied with nothing, and so by every paper",
    );
    check_error(
        "regex = '(\\w{200}){900}'",
        "line 4, column 10: regex too large: it would take more than 1 MiB",
    );
    check_error("words = 3", "line 4, column 9: a string stands in quotes");
    check_error(
        "words = { a = \"b\" }",
        "line 4, column 1: a value is a string or a list of strings",
    );
    check_error(
        "word = \"a\"",
        "line 4, column 1: a rule has no key word — did you mean words?",
    );
    check_error(
        "words = \"a\"\nwords = \"b\"",
        "line 5, column 1: words stands twice in this rule",
    );
    check_error(
        "words = \"a\"\nwhere = \"titel\"",
        "line 5, column 10: no part \"titel\": it is one of title, abstract, comment",
    );
    check_error(
        "words = \"a\"\nbuilt-in = \"replace\"",
        "line 2, column 9: there is no built-in tag task:a",
    );
    check_error(
        "words = \"a",
        "line 4, column 11: invalid basic string, expected `\"`",
    );
}

#[test]
fn errors_of_headings_names_and_facets() {
    assert_eq!(
        errors("words = \"a\""),
        ["line 1, column 1: a [[rule]] must stand before its keys"]
    );
    assert!(errors("[rule]\nname = \"a\"")[0].starts_with("line 1, column 1: here only [[rule]]"));
    assert!(errors("[[rules]]")[0].starts_with("line 1, column 1: here only [[rule]]"));
    assert_eq!(
        errors("[[rule]]\nwords = \"a\""),
        [
            "line 1, column 1: this rule has no name",
            "line 1, column 1: this rule has no facet"
        ]
    );
    assert_eq!(
        errors("[[rule]]\nname = \"Big Name\"\nfacet = \"task\"\nwords = \"a\""),
        ["line 2, column 9: a name has lower-case letters, digits and hyphens between them"]
    );
    assert!(
        errors("[[rule]]\nname = \"a\"\nfacet = \"day\"\nwords = \"a\"")[0]
            .starts_with("line 3, column 10: no facet \"day\": it is one of tag, task, domain")
    );
    assert_eq!(
        errors("[[rule]]\nname = \"gam\"\nfacet = \"method\"\nbuilt-in = \"off\""),
        ["line 2, column 9: there is no built-in tag method:gam — did you mean gan?"]
    );
    let switched_off =
        "[[rule]]\nname = \"gan\"\nfacet = \"method\"\nwords = \"a\"\nbuilt-in = \"off\"";
    assert!(
        errors(switched_off)[0].starts_with("line 5, column 13: a rule that switches a tag off")
    );
}

#[test]
fn all_errors_of_a_file_are_told_in_order() {
    let text = "[[rule]]\nname = \"a\"\nfacet = \"task\"\nwords = [\"(\", \"b\", \")\"]\n\
        [[rule]]\nname = \"b\"\nfacet = \"task\"\nregex = [\"[\", \"c\"]";
    let refused = read(text).unwrap_err();
    let lines: Vec<u32> = refused.errors.iter().map(|e| e.line).collect();
    assert_eq!(refused.count, 3);
    assert_eq!(lines, [4, 4, 8]);
}

/// As in the browser, whose workers have a small stack.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn brackets_in_brackets_are_refused_however_deep() {
    let deep = "line 1, column 11: brackets stand more than 8 deep in one another; a value is a string or a list of strings";
    assert_eq!(errors(&format!("a={}", "[".repeat(200_000)))[0], deep);
    let closed = format!("a={}{}", "[".repeat(20_000), "]".repeat(20_000));
    assert_eq!(errors(&closed), [deep]);
    assert!(errors(&"a={".repeat(50_000))[0].starts_with("line 1, column 27: brackets"));
    let pattern = format!("words = '{}a{}'", "(".repeat(1500), ")".repeat(1500));
    check_error(
        &pattern,
        "line 4, column 10: brackets stand at most 8 deep in one another",
    );
}

#[test]
fn of_many_errors_the_first_are_told_and_all_counted() {
    for (text, first) in [
        ("x\n".repeat(5000), 1),
        (format!("[[rule]]\n{}", "k = 'a'\n".repeat(5000)), 2),
        (
            format!(
                "[[paper]]\nid = 'x'\nadd = [\n{}]",
                "'task',\n".repeat(5000)
            ),
            4,
        ),
    ] {
        let refused = read(&text).unwrap_err();
        assert_eq!(refused.count, 5000);
        let lines: Vec<u32> = refused.errors.iter().map(|error| error.line).collect();
        assert_eq!(lines, (first..first + 200).collect::<Vec<u32>>());
    }
}

#[test]
fn rules_have_their_limits() {
    let rule = |number: u32, rest: &str| {
        format!("[[rule]]\nname = \"r{number}\"\nfacet = \"task\"\n{rest}\n")
    };
    let rules = |count: u32| {
        (0..count)
            .map(|n| rule(n, "words = 'x'"))
            .collect::<String>()
    };
    assert_eq!(read(&rules(1000)).unwrap().rules.len(), 1000);
    assert_eq!(
        errors(&rules(1001)),
        ["line 4002, column 9: there are at most 1000 rules"]
    );
    let refused = |rest: &str, expected: &str| assert_eq!(errors(&rule(1, rest)), [expected]);
    let list = |item: &str, count: usize| format!("[{}]", format!("'{item}', ").repeat(count));
    refused(
        &format!("words = {}", list("ab", 5001)),
        "line 4, column 11: all rules have at most 5000 words and negatives together",
    );
    refused(
        &format!("regex = {}", list("ab", 101)),
        "line 4, column 11: all rules have at most 100 regexes together",
    );
    let long = "ab ".repeat(1300);
    refused(
        &format!("words = {}", list(&long, 70)),
        "line 4, column 11: words, negatives and regexes of all rules have at most 256 KiB together",
    );
    refused(
        &format!("words = '{long}'"),
        "line 4, column 10: a pattern has at most 256 words and gaps",
    );
    refused(
        &format!("regex = '{long}{long}'"),
        "line 4, column 10: this is longer than 4096 bytes",
    );
    let large = |n: u32| rule(n, r"regex = '\w{20}x'");
    let all: String = (0..1000).map(large).collect();
    assert!(
        errors(&all)[0].starts_with("line 20, column 10: the regexes of all rules are too large")
    );
    assert_eq!(errors(&all).len(), 1);
    let wrong = format!("words = {}", list("(", 1000));
    let text = format!("[[rule]]\nname = \"a\"\nfacet = \"task\"\n{wrong}");
    assert_eq!(read(&text).unwrap_err().count, 50);
    assert_eq!(
        errors(&"#".repeat(LARGEST + 1)),
        ["line 1, column 1: a file of rules has at most 2 MiB"]
    );
    let tag = |n: u32| format!("'task:t{n}', ");
    let tags: String = (0..101).map(tag).collect();
    assert_eq!(
        errors(&format!("[[paper]]\nid = 'x'\nadd = [{tags}]")),
        ["line 3, column 1199: a paper has at most 100 tags put on and taken off by hand"]
    );
}

#[test]
fn of_many_mentions_the_first_are_evidence() {
    let own = own(
        "[[rule]]\nname = 'a'\nfacet = 'task'\nwords = 'knit'\nregex = 'purl'\nnot = 'knit one'",
    );
    let paper = paper("a", "", &"Knit one, knit and purl. ".repeat(500), "");
    let given = own.explain(&paper, Vec::new(), &ByHand::default());
    assert_eq!(given[0].evidence.len(), EVIDENCE);
    let starts: Vec<u32> = given[0].evidence.iter().map(|e| e.span.start).collect();
    assert_eq!(starts[..4], [10, 19, 35, 44]);
}

/// Each word begins all patterns, and each pattern may leave out all but its last word.
#[test]
fn rules_of_optional_words_end_over_their_own_words() {
    let pattern = |n: u32| format!("'{}b{n}', ", "a? ".repeat(200));
    let words: String = (0..50).map(pattern).collect();
    let own = own(&format!(
        "[[rule]]\nname = 'a'\nfacet = 'task'\nwords = [{words}]"
    ));
    let paper = paper("a", "", &"a ".repeat(30_000), "");
    assert_eq!(own.explain(&paper, Vec::new(), &ByHand::default()), []);
}

#[test]
fn what_is_written_reads_back() {
    let mut rule = Rule::new(Facet::Task, "odd-strings");
    rule.words = vec!["(a|b) ..2 cc*".into(), "=LTH".into()];
    rule.regex = vec![r"a\.b'".into(), r#"say "hi"\d"#.into(), "tab\there".into()];
    rule.not = vec!["d".into()];
    rule.places = vec![Part::Title, Part::Comment];
    let mut off = Rule::new(Facet::Method, "gan");
    off.built_in = BuiltIn::Off;
    off.is_off = true;
    off.label = "GAN, “once”".into();
    let mut hand = ByHand::default();
    let paper = PaperId::named("2603.00001");
    hand.set(paper.clone(), method("gan"), Hand::Add);
    hand.set(paper.clone(), method("lth"), Hand::Add);
    hand.set(paper, method("slam"), Hand::Remove);
    hand.set(PaperId::named("x-1"), method("slam"), Hand::Remove);
    let rules = vec![rule, off];
    let kept = Kept { rules, hand };
    let text = write(&kept);
    assert_eq!(read(&text).unwrap(), kept, "{text}");
    assert_eq!(write(&Kept::default()), "");
    assert_eq!(read("# nothing yet\n").unwrap(), Kept::default());
    assert!(is_rules(&text) && is_rules("\n# mine\n[[paper]]\n"));
    assert!(!is_rules("# [[rule]]\n[[entry]]") && !is_rules("[rule]"));
}

#[test]
fn words_that_meet_nothing_are_refused_with_their_place() {
    let problems = |word: &str| {
        let mut rule = Rule::new(Facet::Task, "a");
        rule.words = vec![word.to_owned()];
        let problems = rule.problems().into_iter();
        problems
            .map(|problem| (problem.offset, problem.message))
            .collect::<Vec<_>>()
    };
    assert_eq!(problems("=CT scan")[..], []);
    assert_eq!(problems("x =ct")[0].0, Some(3));
    assert!(problems("graph a*")[0].1.starts_with("two letters"));
    assert_eq!(problems("graph (x|x-ray)")[0].0, Some(9));
    assert_eq!(problems("a (b|(c d")[0].0, Some(2));
    assert_eq!(problems("a b) c")[0].0, Some(3));
}

#[test]
fn rules_that_cannot_be_used_are_refused() {
    let mut rule = Rule::new(Facet::Task, "a");
    rule.words = vec!["fine".into(), "(".into()];
    let (at, problem) = Own::new(vec![rule]).unwrap_err();
    assert_eq!((at, problem.field, problem.item), (0, Field::Words, 1));
}

#[cfg(not(target_arch = "wasm32"))]
proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused_with_places_in_it(
        text in "(\\[\\[rule\\]\\]\n|name = \"a\"\n|facet = \"task\"\n|words = |\\[|\"x y\"|'|\"|,|\\]|=|\\.|\\{|#|\\\\|\n| |é){0,24}",
    ) {
        if let Err(Refused { errors, count }) = read(&text) {
            proptest::prop_assert!(!errors.is_empty());
            proptest::prop_assert_eq!(count, errors.len());
            for error in errors {
                let line = text.split('\n').nth(error.line as usize - 1);
                proptest::prop_assert!(line.is_some(), "{error}");
                let columns = line.unwrap_or_default().chars().count() + 1;
                proptest::prop_assert!((1..=columns).contains(&(error.column as usize)), "{error}");
            }
        }
    }

    #[test]
    fn any_usable_rule_is_written_and_read_back(
        id in "[a-z]{1,5}(-[a-z0-9]{1,5})?",
        words in proptest::collection::vec("[a-zé]{1,6}( [a-z]{1,6})?", 1..4),
        regex in proptest::collection::vec("x[a-z '\"\\t.é]{0,6}", 0..3),
        not in proptest::collection::vec("[a-z]{1,6}", 0..2),
        title in proptest::bool::ANY,
    ) {
        let mut rule = Rule::new(Facet::Domain, &id);
        (rule.words, rule.regex, rule.not) = (words, regex, not);
        if title {
            rule.places = vec![Part::Title];
        }
        let rules = vec![rule.clone(), rule];
        let kept = Kept { rules, hand: ByHand::default() };
        proptest::prop_assert_eq!(read(&write(&kept)), Ok(kept));
    }
}
