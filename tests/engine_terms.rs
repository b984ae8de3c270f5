//! The words that stand out among the hits, and phrases for rules where papers have no tag, as the
//! page meets them.
#![cfg(feature = "engine")]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use std::fmt::Write as _;

use digest_explorer::core::facet::Facet;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Answer, Request, Response, Search, TermsView, Window};

/// The number of every search.
const SEQ: u32 = 3;

/// Works until nothing is left, and gives what was said.
fn run(engine: &mut Engine) -> Vec<Response> {
    let mut said = Vec::new();
    while engine.has_work() {
        said.extend(engine.work());
    }
    said
}

fn load(engine: &mut Engine, text: String) {
    engine.handle(Request::Paste { job: 7, text });
    run(engine);
}

fn search(engine: &mut Engine, text: &str) -> Answer {
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    answer(engine, search)
}

fn answer(engine: &mut Engine, search: Search) -> Answer {
    let window = Window { start: 0, len: 20 };
    let seq = SEQ;
    let said = engine.handle(Request::Search {
        seq,
        search,
        window,
        open: None,
    });
    match said.into_iter().next() {
        Some(Response::Answer { outcome, .. }) => outcome.expect("a good query"),
        other => panic!("{other:?}"),
    }
}

/// Works until nothing is left, and gives what was said of terms.
fn terms(engine: &mut Engine, seq: u32) -> Vec<(u32, TermsView)> {
    assert!(engine.handle(Request::Terms { seq }).is_empty());
    let mut said = Vec::new();
    for response in run(engine) {
        match response {
            Response::Terms { seq, view } => said.push((seq, view)),
            other => panic!("{other:?}"),
        }
    }
    said
}

/// Sixty papers, a third of which speak of lichens, which no rule of the table knows.
fn lichens() -> Engine {
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for number in 1..=60 {
        let about = match number % 3 {
            0 => "Slow lichen growth on rocks. Lichen growth is slow, and growth of lichens too.",
            1 => "Object detection in kettles. We detect objects.",
            _ => "Semantic segmentation of steam. We segment images.",
        };
        let id = 10_000 + number;
        let _ = writeln!(
            text,
            "### {number}.Paper {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{id}.pdf)\n>  {about}"
        );
    }
    let mut engine = Engine::default();
    load(&mut engine, text);
    engine
}

#[test]
fn the_terms_of_a_search_come_after_its_answer() {
    let mut engine = lichens();
    let answer = search(&mut engine, "rocks");
    assert_eq!((answer.hits, answer.papers), (20, 60));
    let said = terms(&mut engine, SEQ);
    let [(SEQ, view)] = &said[..] else {
        panic!("{said:?}")
    };
    assert_eq!(view.untagged, None);
    let term = view.terms.iter().find(|term| term.words == "lichen growth");
    let term = term.expect("two words of the hits alone");
    assert_eq!(
        (term.papers, term.query.as_str()),
        (20, "rocks \"lichen growth\"")
    );
    for term in &view.terms {
        assert_eq!(
            search(&mut engine, &term.query).hits,
            term.papers,
            "{term:?}"
        );
    }
    assert_eq!(terms(&mut engine, 2), [], "another search than the last");
    search(&mut engine, "");
    let all = terms(&mut engine, SEQ);
    assert!(
        all[0].1.terms.is_empty(),
        "nothing stands out of everything"
    );
}

#[test]
fn terms_are_added_to_what_is_written() {
    let mut engine = lichens();
    let typed = Search {
        text: "rock".to_owned(),
        typing: true,
        ..Search::default()
    };
    assert_eq!(answer(&mut engine, typed).hits, 20);
    let said = terms(&mut engine, SEQ);
    let queries = said[0].1.terms.iter().map(|term| term.query.as_str());
    assert!(queries.clone().all(|query| query.starts_with("rock ")));
    assert!(queries.count() > 0, "{said:?}");

    let begun = Search {
        text: "liche".to_owned(),
        typing: true,
        ..Search::default()
    };
    answer(&mut engine, begun);
    let said = terms(&mut engine, SEQ);
    let found = &said[0].1.terms;
    assert!(!found.is_empty());
    for term in found {
        assert_ne!(term.words, "lichen", "it is no news");
        assert!(term.query.starts_with("liche* "), "{term:?}");
        let hits = search(&mut engine, &term.query).hits;
        assert_eq!(hits, term.papers, "what was promised: {term:?}");
    }
}

#[test]
fn a_search_ends_the_search_for_terms() {
    let mut engine = lichens();
    search(&mut engine, "rocks");
    engine.handle(Request::Terms { seq: SEQ });
    assert!(engine.has_work());
    search(&mut engine, "kettles");
    assert!(!engine.has_work(), "nothing is left of it");
}

#[test]
fn terms_come_before_the_rest_of_a_load() {
    let mut engine = lichens();
    search(&mut engine, "rocks");
    let text = "# ArXiv cs.CV --Tue, 3 Mar 2026\n### 1.Paper [ :arrow_down: ](https://arxiv.org/pdf/2603.20001.pdf)\n>  More.\n";
    let text = text.to_owned();
    engine.handle(Request::Paste { job: 8, text });
    engine.handle(Request::Terms { seq: SEQ });
    let mut said = Vec::new();
    for response in run(&mut engine) {
        match response {
            Response::Terms { view, .. } => said.push((view.terms.is_empty(), 0)),
            Response::Loaded(loaded) => said.push((false, loaded.papers)),
            _ => {}
        }
    }
    assert_eq!(said, [(false, 0), (false, 61)]);
}

#[test]
fn untagged_papers_suggest_rules_and_how_many_they_would_tag() {
    let mut engine = lichens();
    let answer = search(&mut engine, "task:none");
    assert_eq!(answer.hits, 20, "no task has lichens");
    let said = terms(&mut engine, SEQ);
    assert_eq!(said.len(), 2, "by the words, and by the rules");
    let view = &said[1].1;
    assert_eq!(view.untagged, Some(Facet::Task));
    let find = |words: &str| view.terms.iter().find(|term| term.words == words);
    let phrase = find("slow lichen growth").expect("three words");
    assert_eq!(
        (phrase.papers, phrase.query.as_str()),
        (20, "task:none \"slow lichen growth\"")
    );
    assert!(find("object detection").is_none() && find("growth").is_none());
}
