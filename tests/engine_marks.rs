//! Marks, notes and undo as the page meets them: requests in, responses out.
#![cfg(feature = "engine")]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use digest_explorer::core::facet::Facet;
use digest_explorer::core::marks::{Deed, Kind, Setting, SettingKind, SettingWish, State, Wish};
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{
    Answer, Chosen, MarksView, PaperView, Request, Response, Search, Way, Window,
};

/// A digest of papers 2603.00001 and so on, as many as that.
fn digest(papers: u32) -> Vec<u8> {
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for number in 1..=papers {
        let entry = format!(
            "### {number}.Paper {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{number:05}.pdf)\n>  About segmentation.\n"
        );
        text.push_str(&entry);
    }
    text.into_bytes()
}

fn load(engine: &mut Engine, papers: u32) {
    let names = vec!["day.md".to_owned()];
    engine.handle(Request::Open { job: 1, names });
    engine.push_file(1, "day.md", digest(papers));
    while engine.work().is_some() {}
}

fn loaded(papers: u32) -> Engine {
    let mut engine = Engine::default();
    load(&mut engine, papers);
    engine
}

fn id(number: u32) -> String {
    format!("2603.{number:05}")
}

fn ids(numbers: &[u32]) -> Chosen {
    Chosen::Ids(numbers.iter().map(|number| id(*number)).collect())
}

fn search(engine: &mut Engine, text: &str) -> Answer {
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    let window = Window { start: 0, len: 100 };
    let request = Request::Search {
        seq: 7,
        search,
        window,
        open: None,
    };
    match engine.handle(request).pop() {
        Some(Response::Answer {
            outcome: Ok(answer),
            ..
        }) => answer,
        other => panic!("an answer to {text}, not {other:?}"),
    }
}

fn found(engine: &mut Engine, text: &str) -> Vec<String> {
    let rows = search(engine, text).rows.into_iter();
    let mut ids: Vec<String> = rows.map(|row| row.id).collect();
    ids.sort();
    ids
}

fn told(engine: &mut Engine, request: Request) -> MarksView {
    match engine.handle(request).pop() {
        Some(Response::Marked(view)) => view,
        other => panic!("what became of marks, not {other:?}"),
    }
}

fn mark(engine: &mut Engine, papers: Chosen, wish: Wish) -> MarksView {
    told(
        engine,
        Request::Mark {
            papers,
            wish,
            at: 5,
        },
    )
}

fn star(engine: &mut Engine, numbers: &[u32]) -> MarksView {
    mark(engine, ids(numbers), Wish::Toggle(Kind::Starred))
}

fn paper(engine: &mut Engine, number: u32) -> PaperView {
    let request = Request::Paper {
        seq: 1,
        id: id(number),
        part: 0,
    };
    match engine.handle(request).pop() {
        Some(Response::Paper {
            paper: Some(paper), ..
        }) => *paper,
        other => panic!("a paper, not {other:?}"),
    }
}

/// The facet of states: each value with its count.
fn states(engine: &mut Engine, text: &str) -> Vec<(String, u32)> {
    let answer = search(engine, text);
    let facet = answer.facets.iter().find(|view| view.facet == Facet::State);
    let values = facet.into_iter().flat_map(|facet| &facet.values);
    let mut counts: Vec<(String, u32)> = values
        .map(|value| (value.name.id().to_owned(), value.count))
        .collect();
    counts.sort();
    counts
}

#[track_caller]
fn check_states(engine: &mut Engine, text: &str, expected: &[(&str, u32)]) {
    let seen = states(engine, text);
    let seen: Vec<(&str, u32)> = seen.iter().map(|(id, count)| (&**id, *count)).collect();
    assert_eq!(seen, expected, "{text}");
}

#[test]
fn marks_are_found_counted_and_shown() {
    let mut engine = loaded(5);
    check_states(&mut engine, "", &[("new", 5), ("undecided", 5)]);
    let view = star(&mut engine, &[2, 3]);
    let news = view.news.expect("news");
    assert_eq!((news.way, news.deed.papers), (Way::Done, 2));
    assert_eq!(news.deed.deed, Deed::Put(Kind::Starred));
    assert_eq!(view.papers.len(), 2);
    assert_eq!(found(&mut engine, "is:starred"), [id(2), id(3)]);
    assert_eq!(found(&mut engine, "state:undecided"), [id(1), id(4), id(5)]);
    assert_eq!(found(&mut engine, "is:new -is:undecided"), [""; 0]);
    check_states(
        &mut engine,
        "",
        &[("new", 3), ("starred", 2), ("undecided", 3)],
    );
    // Beside a chosen value stands what each other would add.
    check_states(
        &mut engine,
        "state:starred",
        &[("new", 3), ("starred", 2), ("undecided", 3)],
    );
    let rows = search(&mut engine, "is:starred").rows;
    assert!(rows.iter().all(|row| row.flags.has(Kind::Starred)));
    assert!(paper(&mut engine, 2).flags.is(State::Starred));
    assert!(!paper(&mut engine, 1).flags.is_seen());

    // Skipping takes the star off, and undoing that puts it on again.
    mark(&mut engine, ids(&[2]), Wish::Toggle(Kind::Skipped));
    assert_eq!(found(&mut engine, "is:starred"), [id(3)]);
    let view = told(&mut engine, Request::Undo { at: 9 });
    let news = view.news.expect("news");
    assert_eq!((news.way, &*news.deed.title), (Way::Undone, "Paper 2"));
    assert_eq!(
        view.redo.map(|deed| deed.deed),
        Some(Deed::Put(Kind::Skipped))
    );
    assert_eq!(found(&mut engine, "is:starred -is:skipped"), [id(2), id(3)]);
}

#[test]
fn what_has_no_news_says_so() {
    let mut engine = loaded(1);
    for (request, way) in [
        (Request::Undo { at: 1 }, Way::Undone),
        (Request::Redo { at: 1 }, Way::Redone),
    ] {
        assert_eq!(engine.handle(request), [Response::NothingTo(way)]);
    }
    mark(&mut engine, ids(&[1]), Wish::Set(Kind::Read, true));
    let again = mark(&mut engine, ids(&[1]), Wish::Set(Kind::Read, true));
    assert_eq!(again.news, None);
    assert!(again.undo.is_some());
}

#[test]
fn hits_are_marked_by_their_places() {
    let mut engine = loaded(40);
    let answer = search(&mut engine, "");
    let hits = |seq, from, to| Chosen::Hits { seq, from, to };
    let read = |engine: &mut Engine, papers| mark(engine, papers, Wish::Set(Kind::Read, true));
    read(&mut engine, hits(7, 0, 3));
    let above: Vec<String> = answer.rows[..3].iter().map(|row| row.id.clone()).collect();
    assert_eq!(found(&mut engine, "is:read"), above);
    let stale = read(&mut engine, hits(6, 0, 3));
    assert_eq!(stale.news, None, "hits of another search");
    search(&mut engine, "is:unread");
    let all = read(&mut engine, hits(7, 0, u32::MAX));
    assert_eq!(all.news.map(|news| news.deed.papers), Some(37));
    assert_eq!(found(&mut engine, "is:unread"), [""; 0]);
    told(&mut engine, Request::Undo { at: 1 });
    assert_eq!(found(&mut engine, "is:read"), above, "all at once");
}

#[test]
fn seen_papers_stay_seen() {
    let mut engine = loaded(3);
    let view = told(
        &mut engine,
        Request::Seen {
            ids: vec![id(1), id(1)],
        },
    );
    assert_eq!((view.papers.len(), view.news), (1, None));
    star(&mut engine, &[2]);
    told(&mut engine, Request::Undo { at: 1 });
    assert_eq!(found(&mut engine, "is:new"), [id(3)]);
    assert_eq!(found(&mut engine, "is:undecided"), [id(1), id(2), id(3)]);
}

#[test]
fn notes_are_found_by_their_words() {
    let mut engine = loaded(3);
    let note = |text: &str| Wish::Note(text.to_owned());
    mark(
        &mut engine,
        ids(&[2]),
        note(" Compare with our baselines.\nhttps://example.org "),
    );
    assert_eq!(
        paper(&mut engine, 2).note,
        "Compare with our baselines.\nhttps://example.org"
    );
    for (text, is_found) in [
        ("has:note", true),
        ("note:baseline", true),
        ("note:=baseline", false),
        ("note:\"our baselines\"", true),
        ("note:comp*", true),
        ("note:/example\\.org$/", true),
        ("note:segmentation", false),
        ("baselines", false),
    ] {
        let found = found(&mut engine, text).contains(&id(2));
        assert_eq!(found, is_found, "{text}");
    }
    let view = mark(&mut engine, ids(&[2]), note("  "));
    assert_eq!(view.undo.map(|deed| deed.deed), Some(Deed::Erase));
    assert_eq!(found(&mut engine, "has:note"), [""; 0]);
    told(&mut engine, Request::Undo { at: 1 });
    assert!(search(&mut engine, "has:note").rows[0].flags.has_note());
}

#[test]
fn marks_outlive_the_file_and_the_engine() {
    let mut engine = loaded(3);
    star(&mut engine, &[1, 3]);
    let source = "day.md".to_owned();
    engine.handle(Request::Remove { job: 2, source });
    while engine.work().is_some() {}
    assert_eq!(found(&mut engine, "is:starred"), [""; 0]);
    assert_eq!(states(&mut engine, ""), []);
    load(&mut engine, 3);
    assert_eq!(found(&mut engine, "is:starred"), [id(1), id(3)]);

    let records = engine.take_records();
    assert_eq!((records.len(), engine.take_records().len()), (1, 0));
    // Before the papers come, and behind them.
    let mut early = Engine::default();
    let damaged = vec![vec![1, 99], records[0].clone()];
    assert_eq!(early.recall(&damaged).1, ["a record of marks is damaged"]);
    load(&mut early, 3);
    let mut late = loaded(3);
    assert_eq!(late.recall(&[engine.folded()]).1, [""; 0]);
    for engine in [&mut early, &mut late] {
        assert_eq!(found(engine, "is:starred"), [id(1), id(3)]);
        assert!(engine.take_records().is_empty(), "they are kept already");
        let undone = told(engine, Request::Undo { at: 1 });
        assert_eq!(undone.news.map(|news| news.deed.papers), Some(2));
        assert_eq!(found(engine, "is:starred"), [""; 0]);
        assert_eq!(engine.take_records().len(), 1);
    }
}

#[test]
fn papers_that_are_not_in_the_library_can_be_marked() {
    let mut engine = Engine::default();
    let view = star(&mut engine, &[2]);
    assert_eq!(view.news.map(|news| news.deed.title), Some(String::new()));
    load(&mut engine, 2);
    assert_eq!(found(&mut engine, "is:starred"), [id(2)]);
}

#[test]
fn settings_are_told_of_after_the_act_and_after_its_undo() {
    let mut engine = loaded(1);
    let wish = SettingWish {
        kind: SettingKind::Search,
        name: "Knots".to_owned(),
        setting: Some(Setting {
            text: "q=knots".to_owned(),
            place: 0,
        }),
    };
    let names = |engine: &mut Engine| loop {
        match engine.work() {
            Some(Response::Settings(view)) => {
                let names = view.all.into_iter().map(|setting| setting.name);
                break names.collect::<Vec<String>>();
            }
            said => assert!(said.is_some() || engine.has_work(), "nothing is told"),
        }
    };
    let wishes = vec![wish];
    let said = engine.handle(Request::Set { wishes, at: 1 });
    let [Response::Marked(view)] = &said[..] else {
        panic!("{said:?}")
    };
    let news = view.news.as_ref().unwrap();
    assert_eq!(news.deed.deed, Deed::Add(SettingKind::Search));
    assert_eq!(news.deed.title, "Knots");
    assert_eq!(names(&mut engine), ["Knots"]);
    engine.handle(Request::Undo { at: 2 });
    assert_eq!(names(&mut engine), [""; 0]);
    let records = engine.take_records();
    engine.handle(Request::Redo { at: 3 });
    let mut other = loaded(1);
    assert_eq!(other.recall(&records[..1]).1, [""; 0]);
    assert_eq!(names(&mut other), ["Knots"]);
}
