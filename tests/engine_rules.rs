//! The reader's own rules and tags by hand, as the page meets them.
#![cfg(feature = "engine")]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use digest_explorer::core::facet::Facet;
use digest_explorer::core::paper::Part;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{
    Answer, BuiltIn, By, Chosen, Deed, Draft, Hand, Loaded, MarksNews, OwnDeed, OwnEdit, OwnView,
    PaperView, PreviewView, Request, Response, RuleField, Search, TagView, Tagging, Way, Window,
};
use proptest::prelude::*;

/// Everything that the engine said while it worked.
#[derive(Default)]
struct Said {
    own: Option<OwnView>,
    previews: Vec<PreviewView>,
    tagging: Vec<Tagging>,
    loaded: Option<Loaded>,
}

fn run(engine: &mut Engine) -> Said {
    let mut said = Said::default();
    while engine.has_work() {
        match engine.work() {
            Some(Response::Own(own)) => said.own = Some(own),
            Some(Response::Preview { preview, .. }) => said.previews.push(preview),
            Some(Response::Tagging(tagging)) => said.tagging.push(tagging),
            Some(Response::Loaded(loaded)) => said.loaded = Some(loaded),
            _ => {}
        }
    }
    said
}

fn own(engine: &mut Engine, edit: OwnEdit) -> OwnView {
    match engine.handle(Request::Own { edit, at: 1 }).pop() {
        Some(Response::Own(view)) => view,
        other => panic!("a change is answered, not {other:?}"),
    }
}

/// Makes a change and waits until it holds.
fn settle(engine: &mut Engine, edit: OwnEdit) -> OwnView {
    let first = own(engine, edit);
    let said = run(engine);
    said.own.unwrap_or(first)
}

fn load(engine: &mut Engine, name: &str, text: &str) -> Loaded {
    let names = vec![name.to_owned()];
    engine.handle(Request::Open { job: 7, names });
    engine.push_file(7, name, text.as_bytes().to_vec());
    run(engine).loaded.expect("a job ends with a report")
}

fn search(engine: &mut Engine, text: &str) -> Result<Answer, String> {
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    let window = Window { start: 0, len: 50 };
    let seq = 1;
    let request = Request::Search {
        seq,
        search,
        window,
        open: None,
    };
    match engine.handle(request).pop() {
        Some(Response::Answer { outcome, .. }) => outcome.map_err(|problem| problem.message),
        other => panic!("a search is answered, not {other:?}"),
    }
}

fn ids(engine: &mut Engine, text: &str) -> Vec<String> {
    let answer = search(engine, text).expect("a good query");
    let mut ids: Vec<String> = answer.rows.into_iter().map(|row| row.id).collect();
    ids.sort();
    ids
}

fn paper(engine: &mut Engine, id: &str) -> PaperView {
    let id = id.to_owned();
    match engine
        .handle(Request::Paper {
            seq: 1,
            id,
            part: 0,
        })
        .pop()
    {
        Some(Response::Paper { paper: Some(p), .. }) => *p,
        other => panic!("the paper is there, not {other:?}"),
    }
}

/// A digest of papers with these titles.
fn digest(first: u32, titles: &[&str]) -> String {
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for (number, title) in (first..).zip(titles) {
        let entry = format!(
            "### {number}.{title} [ :arrow_down: ](https://arxiv.org/pdf/2603.{number:05}.pdf)\n>  Of number {number}, {number}{number} and {number}{number}{number}.\n"
        );
        text.push_str(&entry);
    }
    text
}

const TITLES: [&str; 6] = [
    "Winning tickets and knots",
    "A generative adversarial network",
    "Knots in a rope",
    "Object detection of sheep",
    "Sheep",
    "A generative adversarial network of knots",
];

fn knots() -> Draft {
    Draft {
        name: "Knots and bends".into(),
        facet: Facet::Method,
        words: "knot".into(),
        ..Draft::default()
    }
}

fn loaded() -> Engine {
    let mut engine = Engine::default();
    load(&mut engine, "a.md", &digest(1, &TITLES));
    engine
}

#[test]
fn a_saved_rule_is_known_everywhere() {
    let mut engine = loaded();
    assert!(search(&mut engine, "method:knots-and-bends").is_err());
    let first = own(&mut engine, OwnEdit::Save(None, knots()));
    assert!(!first.changed && first.rules.len() == 1);
    // Known from now on, and found when the papers were looked through.
    assert_eq!(
        search(&mut engine, "method:knots-and-bends").map(|a| a.hits),
        Ok(0)
    );
    let said = run(&mut engine);
    assert!(said.own.expect("news when it is over").changed);
    let last = said.tagging.last().expect("progress");
    assert_eq!(last.done, last.of);

    let answer = search(&mut engine, "method:knots-and-bends").expect("a good query");
    assert_eq!(answer.hits, 3);
    assert_eq!(answer.chips[0].label, "Method: Knots and bends");
    let facet = answer.facets.iter().find(|f| f.facet == Facet::Method);
    let values = &facet.expect("the facet").values;
    let value = values
        .iter()
        .find(|value| value.name.id() == "knots-and-bends");
    let value = value.expect("the value");
    assert_eq!((value.count, value.name.label()), (3, "Knots and bends"));
    assert!(
        answer.rows[0]
            .tags
            .iter()
            .any(|tag| tag.label == "Knots and bends")
    );
    let without = search(&mut engine, "method:none").expect("a good query");
    assert!(
        without
            .rows
            .iter()
            .all(|row| !row.title.text.plain.contains("nots"))
    );

    let view = paper(&mut engine, "2603.00003");
    let tag = view.tags.iter().find(|tag| tag.tag.id == "knots-and-bends");
    let tag = tag.expect("the reader knows it");
    assert_eq!(
        (tag.by, tag.evidence[0].words.as_str()),
        (By::Rule, "Knots")
    );

    let (text, caret) = ("method:kno".to_owned(), 10);
    let request = Request::Complete {
        seq: 1,
        text,
        caret,
    };
    let Some(Response::Completions { all, .. }) = engine.handle(request).pop() else {
        panic!("completions")
    };
    let first = all.first().map(|one| (one.text.as_str(), one.papers));
    assert_eq!(first, Some(("knots-and-bends", Some(3))));
}

#[test]
fn files_read_later_are_tagged_by_the_rules() {
    let mut engine = Engine::default();
    settle(&mut engine, OwnEdit::Save(None, knots()));
    load(&mut engine, "a.md", &digest(1, &TITLES));
    assert_eq!(ids(&mut engine, "method:knots-and-bends").len(), 3);
    engine.handle(Request::Remove {
        job: 8,
        source: "a.md".into(),
    });
    run(&mut engine);
    load(&mut engine, "b.md", &digest(20, &["More knots"]));
    assert_eq!(ids(&mut engine, "method:knots-and-bends"), ["2603.00020"]);
}

#[test]
fn a_rule_can_be_changed_switched_off_moved_and_deleted() {
    let mut engine = loaded();
    settle(&mut engine, OwnEdit::Save(None, knots()));
    let gan = Draft {
        name: "gan".into(),
        facet: Facet::Method,
        built_in: BuiltIn::Off,
        ..Draft::default()
    };
    assert_eq!(ids(&mut engine, "method:gan").len(), 2);
    let view = settle(&mut engine, OwnEdit::Save(None, gan.clone()));
    assert_eq!(ids(&mut engine, "method:gan").len(), 0);
    let before = view.text.clone();

    let view = settle(&mut engine, OwnEdit::Move(1, -1));
    let order: Vec<&str> = view.rules.iter().map(|rule| rule.tag.id.as_str()).collect();
    assert_eq!(order, ["gan", "knots-and-bends"]);
    let view = settle(&mut engine, OwnEdit::Switch(0, false));
    assert!(view.rules[0].draft.is_off);
    assert_eq!(ids(&mut engine, "method:gan").len(), 2);
    let sheep = Draft {
        words: "sheep".into(),
        ..knots()
    };
    settle(&mut engine, OwnEdit::Save(Some(1), sheep));
    let found = ids(&mut engine, "method:knots-and-bends");
    assert_eq!(found, ["2603.00004", "2603.00005"]);
    settle(&mut engine, OwnEdit::Delete(1));
    assert!(search(&mut engine, "method:knots-and-bends").is_err());

    // All of it is undone by what there was.
    let view = settle(&mut engine, OwnEdit::All(before.clone()));
    assert_eq!(view.text, before);
    assert_eq!(ids(&mut engine, "method:knots-and-bends").len(), 3);
    assert_eq!(ids(&mut engine, "method:gan").len(), 0);
}

#[test]
fn a_wrong_rule_is_refused_with_its_place() {
    let mut engine = loaded();
    let wrong = Draft {
        regex: "knot\\b\n(sheep".into(),
        ..knots()
    };
    let request = Request::Preview {
        seq: 3,
        at: None,
        draft: Some(wrong.clone()),
    };
    let Some(Response::Preview { seq: 3, preview }) = engine.handle(request).pop() else {
        panic!("told at once")
    };
    let [(field, problem)] = &preview.problems[..] else {
        panic!("one problem")
    };
    assert_eq!(*field, RuleField::Regex);
    assert_eq!(&wrong.regex[problem.at.range()], "(");
    assert!(!engine.has_work());
    let said = engine.handle(Request::Own {
        edit: OwnEdit::Save(None, wrong),
        at: 1,
    });
    assert!(
        matches!(&said[..], [Response::Preview { preview, .. }] if !preview.problems.is_empty())
    );
    assert!(!engine.has_work());
}

#[test]
fn a_preview_counts_in_slices_and_a_later_one_ends_it() {
    let mut engine = Engine::default();
    let titles = vec!["Knots"; 300];
    let titles: Vec<String> = titles
        .iter()
        .enumerate()
        .map(|(n, title)| format!("{title} {n} {}", n * n))
        .collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    load(&mut engine, "a.md", &digest(1, &titles));
    let ask = |engine: &mut Engine, seq, draft| {
        let at = None;
        engine.handle(Request::Preview { seq, at, draft })
    };
    assert!(ask(&mut engine, 1, Some(knots())).is_empty());
    assert!(
        matches!(engine.work(), Some(Response::Preview { seq: 1, preview }) if preview.done < preview.of)
    );
    // Searches are answered in between.
    assert_eq!(search(&mut engine, "").map(|answer| answer.hits), Ok(300));
    ask(
        &mut engine,
        2,
        Some(Draft {
            words: "knot 7".into(),
            ..knots()
        }),
    );
    let said = run(&mut engine);
    assert!(said.previews.len() > 1);
    let last = said.previews.last().expect("the whole of it");
    assert_eq!(last.done, last.of);
    let change = &last.changes[0];
    assert_eq!((change.gained, change.lost), (1, 0));
    assert_eq!(
        change.gains,
        [("2603.00008".to_owned(), "Knots 7 49".to_owned())]
    );
    assert_eq!(
        ids(&mut engine, "method:none").len(),
        50,
        "nothing was changed"
    );

    ask(&mut engine, 3, Some(knots()));
    ask(&mut engine, 4, None);
    assert!(!engine.has_work());
}

#[test]
fn cancelling_leaves_the_rules_that_were() {
    let mut engine = Engine::default();
    let titles: Vec<String> = (0..400).map(|n| format!("Knots {n} {}", n * n)).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    load(&mut engine, "a.md", &digest(1, &titles));
    let before = own(&mut engine, OwnEdit::Save(None, knots())).text;
    assert!(before.contains("knots-and-bends"));
    assert!(matches!(engine.work(), Some(Response::Tagging(t)) if t.done < t.of));
    let said = engine.handle(Request::CancelTagging);
    assert!(matches!(&said[..], [Response::Own(own)] if own.rules.is_empty() && !own.changed));
    let said = run(&mut engine);
    assert!(said.tagging.last().is_some_and(|last| last.done == last.of));
    assert!(search(&mut engine, "method:knots-and-bends").is_err());
    // What is half looked for begins anew with another rule.
    own(&mut engine, OwnEdit::Save(None, knots()));
    engine.work();
    settle(
        &mut engine,
        OwnEdit::Save(
            None,
            Draft {
                name: "Seven".into(),
                words: "7".into(),
                places: vec![Part::Title],
                ..knots()
            },
        ),
    );
    assert_eq!(
        search(&mut engine, "method:knots-and-bends").map(|a| a.hits),
        Ok(400)
    );
    assert_eq!(ids(&mut engine, "method:seven").len(), 1);
}

fn by_hand(paper: &str, tag: &str, what: Option<Hand>) -> OwnEdit {
    OwnEdit::Hand {
        paper: paper.into(),
        facet: Facet::Method,
        tag: tag.into(),
        what,
    }
}

#[test]
fn what_is_done_by_hand_holds_at_once_and_beats_the_rules() {
    let mut engine = loaded();
    settle(&mut engine, OwnEdit::Save(None, knots()));
    let view = own(
        &mut engine,
        by_hand("2603.00003", "knots-and-bends", Some(Hand::Remove)),
    );
    assert!(view.changed && view.by_hand == 1);
    assert!(
        !engine.has_work(),
        "one paper is tagged anew, not the library"
    );
    assert_eq!(
        ids(&mut engine, "method:knots-and-bends"),
        ["2603.00001", "2603.00006"]
    );
    own(&mut engine, by_hand("2603.00005", "gan", Some(Hand::Add)));
    own(
        &mut engine,
        by_hand("2603.00005", "A new one", Some(Hand::Add)),
    );
    assert_eq!(
        ids(&mut engine, "method:a-new-one method:gan"),
        ["2603.00005"]
    );
    let seen = paper(&mut engine, "2603.00005");
    let tags: Vec<(&str, By)> = seen
        .tags
        .iter()
        .map(|t| (t.tag.id.as_str(), t.by))
        .collect();
    assert!(tags.contains(&("gan", By::Hand)) && tags.contains(&("a-new-one", By::Hand)));
    let seen = paper(&mut engine, "2603.00003");
    assert_eq!(seen.removed.len(), 1);
    assert_eq!(seen.removed[0].label, "Knots and bends");

    // It outlives a change of the rules, in the midst of which it is done too.
    own(
        &mut engine,
        OwnEdit::Save(
            None,
            Draft {
                name: "Sheep".into(),
                words: "sheep".into(),
                ..knots()
            },
        ),
    );
    own(
        &mut engine,
        by_hand("2603.00005", "sheep", Some(Hand::Remove)),
    );
    run(&mut engine);
    assert_eq!(ids(&mut engine, "method:sheep"), ["2603.00004"]);
    own(&mut engine, by_hand("2603.00005", "sheep", None));
    assert_eq!(ids(&mut engine, "method:sheep").len(), 2);
    own(&mut engine, by_hand("2603.00005", "a-new-one", None));
    assert!(search(&mut engine, "method:a-new-one").is_err());
}

#[test]
fn tags_are_offered_by_their_names() {
    let mut engine = loaded();
    settle(&mut engine, OwnEdit::Save(None, knots()));
    let mut offered = |text: &str| -> Vec<TagView> {
        let text = text.to_owned();
        match engine.handle(Request::Tags { seq: 1, text }).pop() {
            Some(Response::Tags { seq: 1, all }) => all,
            other => panic!("tags, not {other:?}"),
        }
    };
    // What is called so comes first, then a new tag of the reader's own, and then the others.
    let called = |all: &[TagView]| -> Vec<String> {
        let called = |tag: &TagView| format!("{}:{}", tag.facet.name(), tag.id);
        all.iter().map(called).collect()
    };
    let bends = called(&offered("bends"));
    assert_eq!(bends[..2], ["tag:bends", "method:knots-and-bends"]);
    assert_eq!(
        called(&offered("Knots and bends"))[0],
        "method:knots-and-bends"
    );
    assert_eq!(called(&offered("method:bends"))[0], "method:bends");
    assert!(offered("").len() > 5);
    assert!(
        offered("method:g")
            .iter()
            .all(|tag| tag.facet == Facet::Method)
    );
    let new = offered("task: Sheep shearing");
    assert_eq!(
        (new[0].id.as_str(), new[0].label.as_str()),
        ("sheep-shearing", "Sheep shearing")
    );
    let own = offered("  Zz zz ");
    assert_eq!(
        (
            own.len(),
            own[0].facet,
            own[0].id.as_str(),
            own[0].label.as_str()
        ),
        (1, Facet::Own, "zz-zz", "zz-zz")
    );
    assert!(offered("—").is_empty(), "no letter is no name");
}

#[test]
fn a_file_of_rules_is_read_as_one_and_a_wrong_one_changes_nothing() {
    let mut engine = loaded();
    settle(&mut engine, OwnEdit::Save(None, knots()));
    let text = own(&mut engine, by_hand("2603.00005", "gan", Some(Hand::Add))).text;

    let mut other = Engine::default();
    let report = load(&mut other, "mine.toml", &text);
    assert_eq!(report.reports[0].rules, Some(2));
    load(&mut other, "a.md", &digest(1, &TITLES));
    assert_eq!(ids(&mut other, "method:knots-and-bends").len(), 3);
    assert_eq!(ids(&mut other, "method:gan").len(), 3);

    let wrong = text.replace("knot\"", "(knot\"");
    let loaded = load(&mut other, "mine.toml", &wrong);
    let report = &loaded.reports[0];
    assert_eq!((report.rules, report.counts), (None, [0, 0, 1]));
    let problem = &report.problems[0];
    assert_eq!((problem.line, problem.column), (4, 10));
    assert!(
        problem
            .excerpt
            .iter()
            .any(|(line, text)| *line == 4 && text.contains("(knot"))
    );
    let kept = own(&mut other, OwnEdit::Move(9, 1));
    assert_eq!(kept.text, text, "nothing of the old rules is lost");

    // By its first line under any name; rules of other tags stay.
    let more =
        "# from a colleague\n[[rule]]\nname = \"sheep\"\nfacet = \"task\"\nwords = \"sheep\"\n";
    load(&mut other, "more.txt", more);
    let kept = own(&mut other, OwnEdit::Move(9, 1));
    let names: Vec<&str> = kept.rules.iter().map(|rule| rule.tag.id.as_str()).collect();
    assert_eq!(names, ["knots-and-bends", "sheep"]);
    assert_eq!(ids(&mut other, "task:sheep").len(), 2);

    let said = other.handle(Request::Own {
        edit: OwnEdit::All("[[rule]]\nnam = 1".into()),
        at: 1,
    });
    assert!(matches!(&said[..], [Response::OwnRefused(problems)] if problems[0].line == 2));
}

/// A thousand papers more than one slice gives tags by hand to.
#[test]
fn tags_by_hand_of_many_papers_are_put_on_in_slices() {
    let mut engine = Engine::default();
    let titles = vec!["Sheep"; 1500];
    load(&mut engine, "a.md", &digest(1, &titles));
    let entry = |n: u32| format!("[[paper]]\nid = \"2603.{n:05}\"\nadd = \"method:wool\"\n");
    let all: String = (1..=1500).map(entry).collect();
    let first = own(&mut engine, OwnEdit::All(all));
    assert!(first.changed && engine.has_work());
    let last = run(&mut engine)
        .own
        .expect("it is told when all have theirs");
    assert!(last.changed);
    let found = search(&mut engine, "method:wool").expect("a tag");
    assert_eq!(found.hits, 1500);
}

/// What a browser kept is read like a file of a stranger's.
#[test]
fn rules_that_cannot_be_read_leave_the_engine_at_work() {
    let mut engine = loaded();
    for kept in [
        format!("a={}", "[".repeat(50_000)),
        "x\n".repeat(50_000),
        "#".repeat(3 << 20),
    ] {
        let said = engine.handle(Request::Own {
            edit: OwnEdit::All(kept.clone()),
            at: 1,
        });
        let [Response::OwnRefused(problems)] = &said[..] else {
            panic!("it is refused, not {said:?}");
        };
        assert!(!problems.is_empty() && problems[0].line == 1);
        let report = load(&mut engine, "kept.toml", &kept);
        assert_eq!(report.reports[0].rules, None);
    }
    assert_eq!(ids(&mut engine, "sheep").len(), 2);
    let view = settle(&mut engine, OwnEdit::Save(None, knots()));
    assert_eq!(view.rules.len(), 1);
}

/// More than can be read again is not taken over, whether it comes at once or by and by.
#[test]
fn more_rules_than_can_be_kept_are_refused() {
    let mut engine = loaded();
    let rules = |from: u32, to: u32| -> String {
        let rule = |n| format!("[[rule]]\nname = \"r{n}\"\nfacet = \"task\"\nwords = \"w{n}\"\n");
        (from..to).map(rule).collect()
    };
    load(&mut engine, "most.toml", &rules(0, 1000));
    let said = engine.handle(Request::Own {
        edit: OwnEdit::Save(None, knots()),
        at: 1,
    });
    assert!(matches!(&said[..], [Response::OwnRefused(_)]));
    let report = load(&mut engine, "more.toml", &rules(990, 1010));
    let problem = &report.reports[0].problems[0];
    assert!(problem.message.ends_with("there are at most 1000 rules"));
    load(&mut engine, "same.toml", &rules(990, 1000));
    let kept = own(&mut engine, OwnEdit::Delete(0));
    assert_eq!(kept.rules.len(), 999);
}

/// A tag that leaves the only paper that has it leaves the facet too, also while the papers are
/// tagged anew by rules that changed before.
#[test]
fn a_tag_taken_off_by_hand_goes_though_rules_are_still_applied() {
    let mut engine = Engine::default();
    own(&mut engine, by_hand("2603.00001", "knots", Some(Hand::Add)));
    let (name, text) = file(0);
    load(&mut engine, &name, &text);
    let rule = Draft {
        name: "gan".to_owned(),
        facet: Facet::Method,
        words: "knot".to_owned(),
        built_in: BuiltIn::Replace,
        ..Draft::default()
    };
    engine.handle(Request::Own {
        edit: OwnEdit::Save(None, rule),
        at: 1,
    });
    engine.work();
    own(&mut engine, by_hand("2603.00001", "knots", None));
    run(&mut engine);
    let answer = search(&mut engine, "").expect("a query");
    let method = answer
        .facets
        .iter()
        .find(|view| view.facet == Facet::Method)
        .expect("tags of methods");
    assert!(method.values.iter().all(|value| value.name.id() != "knots"));
}

/// What can happen to a library and its rules.
#[derive(Clone, Debug)]
enum Step {
    Save(Option<u32>, Draft),
    Delete(u32),
    Switch(u32, bool),
    Hand(u32, &'static str, Option<Hand>),
    Load(u32),
    Unload(u32),
    Cancel,
    /// So many slices are worked.
    Work(u8),
}

fn draft() -> impl Strategy<Value = Draft> {
    let name = prop::sample::select(vec!["gan", "knots", "sheep", "object-detection"]);
    let words = prop::sample::select(vec!["knot", "sheep", "winning ticket", "rope\nnetwork"]);
    let regex = prop::sample::select(vec!["", "", r"\bkno[t]s?\b", "sh..p", "advers"]);
    (name, words, regex, prop::bool::ANY, 0_u8..4).prop_map(
        |(name, words, regex, is_task, built_in)| Draft {
            regex: regex.to_owned(),
            name: name.to_owned(),
            facet: if is_task { Facet::Task } else { Facet::Method },
            words: words.to_owned(),
            built_in: match built_in {
                0 => BuiltIn::Off,
                1 => BuiltIn::Replace,
                _ => BuiltIn::Keep,
            },
            ..Draft::default()
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    let hand = prop::sample::select(vec![None, Some(Hand::Add), Some(Hand::Remove)]);
    let tag = prop::sample::select(vec!["gan", "knots", "odd-one"]);
    prop_oneof![
        (prop::option::of(0_u32..3), draft()).prop_map(|(at, draft)| Step::Save(at, draft)),
        (0_u32..3).prop_map(Step::Delete),
        (0_u32..3, prop::bool::ANY).prop_map(|(at, on)| Step::Switch(at, on)),
        (1_u32..9, tag, hand).prop_map(|(paper, tag, what)| Step::Hand(paper, tag, what)),
        (0_u32..3).prop_map(Step::Load),
        (0_u32..3).prop_map(Step::Unload),
        Just(Step::Cancel),
        (0_u8..4).prop_map(Step::Work),
    ]
}

fn file(number: u32) -> (String, String) {
    let first = usize::try_from(number).expect("small");
    let mut titles = TITLES;
    titles.rotate_left(first);
    (format!("{number}.md"), digest(number * 3 + 1, &titles))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn an_index_that_was_changed_is_one_made_anew(steps in prop::collection::vec(step(), 1..24)) {
        let mut changed = Engine::default();
        let mut files: Vec<u32> = Vec::new();
        for step in steps {
            match step {
                Step::Save(at, draft) => {
                    changed.handle(Request::Own { edit: OwnEdit::Save(at, draft), at: 1 });
                }
                Step::Delete(at) => {
                    own(&mut changed, OwnEdit::Delete(at));
                }
                Step::Switch(at, on) => {
                    own(&mut changed, OwnEdit::Switch(at, on));
                }
                Step::Hand(paper, tag, what) => {
                    own(&mut changed, by_hand(&format!("2603.{paper:05}"), tag, what));
                }
                Step::Load(number) if !files.contains(&number) => {
                    let (name, text) = file(number);
                    load(&mut changed, &name, &text);
                    files.push(number);
                }
                Step::Unload(number) if files.contains(&number) => {
                    let source = file(number).0;
                    changed.handle(Request::Remove { job: 9, source });
                    run(&mut changed);
                    files.retain(|file| *file != number);
                }
                Step::Cancel => {
                    changed.handle(Request::CancelTagging);
                }
                Step::Work(slices) => {
                    for _ in 0..slices {
                        changed.work();
                    }
                }
                Step::Load(_) | Step::Unload(_) => {}
            }
        }
        run(&mut changed);
        let text = own(&mut changed, OwnEdit::Move(99, 1)).text;
        let mut fresh = Engine::default();
        settle(&mut fresh, OwnEdit::All(text));
        for number in files {
            let (name, text) = file(number);
            load(&mut fresh, &name, &text);
        }
        let queries = ["", "method:gan", "method:none", "-task:none", "method:knots", "task:sheep", "task:knots -method:gan"];
        for query in queries {
            let (seen, expected) = (search(&mut changed, query), search(&mut fresh, query));
            let of = |answer: &Result<Answer, String>| answer.clone().map(|answer| (answer.hits, answer.facets, answer.chips));
            prop_assert_eq!(of(&seen), of(&expected), "{}", query);
            prop_assert_eq!(ids_and_tags(seen), ids_and_tags(expected), "{}", query);
        }
    }
}

/// The ids of the rows with the tags of each, in the order of ids.
fn ids_and_tags(answer: Result<Answer, String>) -> Vec<(String, Vec<String>)> {
    let rows = answer.map(|answer| answer.rows).unwrap_or_default();
    let mut rows: Vec<(String, Vec<String>)> = rows
        .into_iter()
        .map(|row| {
            let mut tags: Vec<String> = row.tags.into_iter().map(|tag| tag.id).collect();
            tags.sort();
            (row.id, tags)
        })
        .collect();
    rows.sort();
    rows
}

#[test]
fn every_tag_of_the_table_says_what_it_means() {
    let Some(Response::Taxonomy(all)) = Engine::default().handle(Request::Taxonomy).pop() else {
        panic!("the tags are told");
    };
    for facet in Facet::TAGGED
        .into_iter()
        .filter(|facet| *facet != Facet::Own)
    {
        let of_facet = all.iter().filter(|meaning| meaning.tag.facet == facet);
        assert!(of_facet.count() > 1, "{facet:?} has tags");
    }
    let detection = all
        .iter()
        .find(|meaning| meaning.tag.id == "object-detection")
        .expect("a known tag");
    assert_eq!(detection.tag.facet, Facet::Task);
    // Of a dataset the name says it all.
    let explained = |facet: Facet| !matches!(facet, Facet::Dataset);
    for meaning in all.iter().filter(|meaning| explained(meaning.tag.facet)) {
        assert!(!meaning.description.is_empty(), "{}", meaning.tag.id);
    }
}

/// The sentence is the page's; this is what it is made of.
fn news(said: &[Response]) -> Option<(Way, Deed, u32, String, String)> {
    said.iter().find_map(|response| match response {
        Response::Marked(view) => {
            let MarksNews { way, deed } = view.news.clone()?;
            Some((way, deed.deed, deed.papers, deed.tag, deed.title))
        }
        _ => None,
    })
}

#[test]
fn a_tag_without_a_facet_is_the_readers_own() {
    let mut engine = loaded();
    assert!(
        search(&mut engine, "")
            .expect("a good query")
            .facets
            .iter()
            .all(|f| f.facet != Facet::Own),
        "no facet while there is no such tag"
    );
    let edit = OwnEdit::Hand {
        paper: "2603.00005".into(),
        facet: Facet::Own,
        tag: "Agent".into(),
        what: Some(Hand::Add),
    };
    let said = engine.handle(Request::Own { edit, at: 5 });
    let put_on = Deed::Own(OwnDeed::PutOn);
    let expected = (Way::Done, put_on, 1, "agent".into(), "Sheep".into());
    assert_eq!(news(&said), Some(expected));
    assert_eq!(ids(&mut engine, "tag:agent"), ["2603.00005"]);
    assert_eq!(ids(&mut engine, "-tag:agent").len(), 5);
    assert_eq!(ids(&mut engine, "tag:none").len(), 5);
    let answer = search(&mut engine, "tag:agent").expect("a good query");
    assert_eq!(
        answer.facets[0].facet,
        Facet::Own,
        "the first of the facets"
    );
    assert_eq!(answer.chips[0].label, "Your tags: agent");
    assert_eq!(answer.rows[0].tags[0].facet, Facet::Own);
    let request = Request::Complete {
        seq: 1,
        text: "tag:ag".into(),
        caret: 6,
    };
    let Some(Response::Completions { all, .. }) = engine.handle(request).pop() else {
        panic!("completions")
    };
    assert_eq!(all[0].text, "agent");

    // On several papers at once, and off again where all have it.
    let several = OwnEdit::Tag {
        papers: Chosen::Ids(vec!["2603.00004".into(), "2603.00005".into()]),
        facet: Facet::Own,
        tag: "agent".into(),
    };
    own(&mut engine, several.clone());
    assert_eq!(ids(&mut engine, "tag:agent"), ["2603.00004", "2603.00005"]);
    let view = own(&mut engine, several.clone());
    assert!(view.tags.is_empty());
    assert_eq!(ids(&mut engine, "tag:agent"), [""; 0]);
    own(&mut engine, several);

    // A rule may give it too; renamed it is so everywhere.
    let rule = Draft {
        name: "agent".into(),
        facet: Facet::Own,
        words: "knot".into(),
        ..Draft::default()
    };
    settle(&mut engine, OwnEdit::Save(None, rule));
    assert_eq!(ids(&mut engine, "tag:agent").len(), 5);
    let (facet, tag) = (Facet::Own, "agent".to_owned());
    let to = "Field work".to_owned();
    let view = settle(&mut engine, OwnEdit::Rename { facet, tag, to });
    assert_eq!(ids(&mut engine, "tag:field-work").len(), 5);
    assert_eq!(ids(&mut engine, "tag:agent"), [""; 0]);
    assert_eq!(
        (view.rules[0].tag.id.as_str(), view.tags[0].1),
        ("field-work", 2)
    );
    let tag = "field-work".to_owned();
    settle(&mut engine, OwnEdit::Remove { facet, tag });
    assert_eq!(ids(&mut engine, "tag:field-work"), [""; 0]);
    // All of it is taken back, the newest first.
    let mut hits = Vec::new();
    for _ in 0..6 {
        engine.handle(Request::Undo { at: 9 });
        run(&mut engine);
        hits.push(["tag:field-work", "tag:agent"].map(|query| ids(&mut engine, query).len()));
    }
    assert_eq!(hits, [[5, 0], [0, 5], [0, 2], [0, 0], [0, 2], [0, 1]]);
}

#[test]
fn changes_of_rules_are_acts_that_outlive_the_visit() {
    let mut engine = loaded();
    settle(&mut engine, OwnEdit::Save(None, knots()));
    own(&mut engine, by_hand("2603.00005", "gan", Some(Hand::Add)));
    settle(&mut engine, OwnEdit::Switch(0, false));
    let mut records = engine.take_records();
    let before = own(&mut engine, OwnEdit::Move(0, 0)).text;

    let mut next = loaded();
    next.recall(&records);
    let told = run(&mut next).own.expect("the rules are told");
    assert_eq!(told.text, before);
    assert_eq!(ids(&mut next, "method:knots-and-bends"), [""; 0]);
    assert_eq!(ids(&mut next, "method:gan").len(), 3);
    // Undo takes back what the visit before did.
    let said = next.handle(Request::Undo { at: 9 });
    let switch = Deed::Own(OwnDeed::SwitchOff);
    let expected = (
        Way::Undone,
        switch,
        1,
        "Knots and bends".into(),
        String::new(),
    );
    assert_eq!(news(&said), Some(expected));
    run(&mut next);
    assert_eq!(ids(&mut next, "method:knots-and-bends").len(), 3);
    next.handle(Request::Redo { at: 9 });
    run(&mut next);
    assert_eq!(ids(&mut next, "method:knots-and-bends"), [""; 0]);

    // Another tab changes one rule, and this one follows.
    records.extend(next.take_records());
    settle(&mut next, OwnEdit::Delete(0));
    let of_other = next.take_records();
    engine.recall(&of_other);
    assert!(run(&mut engine).own.expect("news").rules.is_empty());
    // Folded into one record it is the same.
    let mut last = loaded();
    last.recall(&[engine.folded()]);
    let told = run(&mut last).own.expect("the rules are told");
    assert_eq!(told.text, own(&mut engine, OwnEdit::Move(0, 0)).text);
}

#[test]
fn rules_of_the_version_before_are_taken_over_and_are_no_act() {
    let text = "[[rule]]\nname = \"knots\"\nfacet = \"method\"\nwords = \"knot\"\n\n[[paper]]\nid = \"2603.00005\"\nadd = \"method:gan\"\n";
    for merge in [true, false] {
        let edit = |text: &str| {
            if merge {
                OwnEdit::Merge(text.into())
            } else {
                OwnEdit::All(text.into())
            }
        };
        let mut engine = loaded();
        let said = engine.handle(Request::Own {
            edit: edit(text),
            at: 0,
        });
        assert_eq!(news(&said), None);
        run(&mut engine);
        assert_eq!(ids(&mut engine, "method:knots").len(), 3);
        let records = engine.take_records();
        assert_eq!(records.len(), 1);
        let undone = engine.handle(Request::Undo { at: 1 });
        assert_eq!(undone, [Response::NothingTo(Way::Undone)]);
        // What was there before stays beside it, or goes.
        let mut other = loaded();
        settle(
            &mut other,
            OwnEdit::Save(
                None,
                Draft {
                    name: "Sheep".into(),
                    words: "sheep".into(),
                    ..knots()
                },
            ),
        );
        other.recall(&records);
        let rules = run(&mut other).own.expect("news").rules.len();
        assert_eq!(rules, if merge { 2 } else { 1 });
        // Taken over once more it changes nothing, and still says so in a record.
        let before = engine.take_records().len();
        let view = settle(&mut engine, edit(text));
        assert_eq!((view.text.as_str(), before), (text, 0));
        assert_eq!(engine.take_records().len(), 1);
    }
}

#[test]
fn rules_that_may_have_ended_the_worker_are_given_back_unread() {
    let mut engine = loaded();
    settle(&mut engine, OwnEdit::Save(None, knots()));
    own(&mut engine, by_hand("2603.00005", "gan", Some(Hand::Add)));
    let records = engine.take_records();

    let mut next = loaded();
    let edit = OwnEdit::LeaveOut;
    next.handle(Request::Own { edit, at: 0 });
    next.recall(&records);
    let mut left = None;
    while next.has_work() {
        if let Some(Response::RulesLeft(text)) = next.work() {
            left = Some(text);
        }
    }
    let left = left.expect("the rules as a file");
    assert!(left.contains("knots-and-bends"), "{left}");
    assert!(search(&mut next, "method:knots-and-bends").is_err());
    assert_eq!(
        ids(&mut next, "method:gan").len(),
        3,
        "what was done by hand stays"
    );
    // They stay out, and as a file they can be had back.
    let mut all = records;
    all.extend(next.take_records());
    let mut last = loaded();
    last.recall(&all);
    assert!(run(&mut last).own.expect("news").rules.is_empty());
    settle(&mut next, OwnEdit::Merge(left));
    assert_eq!(ids(&mut next, "method:knots-and-bends").len(), 3);
}
