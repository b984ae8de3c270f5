//! Papers for others and from others: requests in, responses out.
#![cfg(feature = "engine")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::fmt::Write as _;

use digest_explorer::core::marks::{Kind, Wish};
use digest_explorer::core::parcel;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{
    Answer, Chosen, FileReport, Make, Need, NeedStanding, PageWish, ParcelView, Request, Response,
    Scope, Search, ShareView, ShareWish, Take, Way, Window,
};

use NeedStanding::{Here, Missing, Other};

fn id(number: u32) -> String {
    format!("2603.{number:05}")
}

/// A digest of a day of March 2026 with some papers.
fn digest(day: &str, papers: &[u32]) -> String {
    let mut text = format!("# ArXiv cs.CV --{day} Mar 2026\n");
    for (place, paper) in papers.iter().enumerate() {
        let (place, id) = (place + 1, id(*paper));
        writeln!(
            text,
            "### {place}.Paper {paper} [ :arrow_down: ](https://arxiv.org/pdf/{id}.pdf)\n>  About \
             gardens numbered {paper}."
        )
        .unwrap();
    }
    text
}

fn work(engine: &mut Engine) -> Vec<Response> {
    let mut said = Vec::new();
    while engine.has_work() {
        if engine.is_searching() {
            said.extend(engine.search());
        } else {
            said.extend(engine.work());
        }
    }
    said
}

fn read(engine: &mut Engine, job: u32, name: &str, text: &str) {
    let names = vec![name.to_owned()];
    engine.handle(Request::Open { job, names });
    engine.push_file(job, name, text.as_bytes().to_vec());
    work(engine);
}

/// Two days of which the second has a paper of the first.
fn library() -> Engine {
    let mut engine = Engine::default();
    read(&mut engine, 1, "a.md", &digest("Mon, 2", &[1, 2, 3]));
    read(&mut engine, 2, "b.md", &digest("Tue, 3", &[3, 4]));
    engine
}

fn search(engine: &mut Engine, text: &str) -> Answer {
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    let mut said = engine.handle(Request::Search {
        seq: 7,
        search,
        window: Window { start: 0, len: 9 },
        open: None,
    });
    said.extend(work(engine));
    for response in said {
        if let Response::Answer { outcome, .. } = response {
            return outcome.unwrap();
        }
    }
    panic!("no answer to {text}");
}

fn titles(engine: &mut Engine, text: &str) -> Vec<String> {
    let rows = search(engine, text).rows.into_iter();
    let mut titles: Vec<String> = rows.map(|row| row.title.text.plain).collect();
    titles.sort_unstable();
    titles
}

fn mark(engine: &mut Engine, paper: u32, wish: Wish) {
    let papers = Chosen::Ids(vec![id(paper)]);
    engine.handle(Request::Mark {
        papers,
        wish,
        at: 1,
    });
}

fn wish(papers: &[u32], own: bool) -> ShareWish {
    ShareWish {
        of: Scope::Papers(Chosen::Ids(papers.iter().map(|paper| id(*paper)).collect())),
        title: "Gardens".to_owned(),
        marks: own,
        notes: own,
    }
}

fn share(engine: &mut Engine, wish: ShareWish) -> Result<ShareView, String> {
    match engine.handle(Request::Share { seq: 5, wish }).pop() {
        Some(Response::Share { seq: 5, outcome }) => outcome,
        other => panic!("{other:?}"),
    }
}

/// Gives a parcel to an engine; what it says of it, and the reports on its files.
fn receive(engine: &mut Engine, parcel: &str, take: Take) -> (Option<ParcelView>, Vec<FileReport>) {
    let mut said = engine.handle(Request::Parcel {
        job: 9,
        parcel: parcel.to_owned(),
        take,
        at: 3,
    });
    said.extend(work(engine));
    let mut view = None;
    let mut reports = Vec::new();
    for response in said {
        match response {
            Response::Parcel { job: 9, view: of } => view = Some(of),
            Response::Loaded(loaded) => reports.extend(loaded.reports),
            _ => {}
        }
    }
    (view, reports)
}

#[test]
fn what_can_be_shared_is_told() {
    let mut engine = library();
    mark(&mut engine, 1, Wish::Set(Kind::Starred, true));
    mark(&mut engine, 3, Wish::Note("see page 4".to_owned()));
    let view = share(&mut engine, wish(&[1, 3], false)).unwrap();
    assert_eq!((view.papers, view.marked, view.noted), (2, 1, 1));
    let names: Vec<&str> = view.needs.iter().map(|need| need.name.as_str()).collect();
    assert_eq!(names, ["b.md", "a.md"], "the newest first");
    assert!(view.parcel.is_some());
    let view = share(&mut engine, wish(&[1], false)).unwrap();
    assert_eq!(view.needs.len(), 1, "only what the view needs");
    assert_eq!(
        share(&mut engine, wish(&[], false)).unwrap(),
        ShareView::default()
    );
    search(&mut engine, "gardens");
    let hits = ShareWish {
        of: Scope::Papers(Chosen::Hits {
            seq: 7,
            from: 0,
            to: u32::MAX,
        }),
        ..wish(&[], false)
    };
    assert_eq!(share(&mut engine, hits.clone()).unwrap().papers, 4);
    let stale = ShareWish {
        of: Scope::Papers(Chosen::Hits {
            seq: 6,
            from: 0,
            to: 9,
        }),
        ..hits
    };
    assert!(share(&mut engine, stale).is_err());
}

#[test]
fn papers_in_a_link_are_there_with_their_sources() {
    let mut engine = library();
    let view = share(&mut engine, wish(&[1, 3], false)).unwrap();
    let parcel = view.parcel.unwrap();
    let mut other = Engine::default();
    let (view, reports) = receive(&mut other, &parcel, Take::Lend);
    let view = view.unwrap();
    assert_eq!((view.title.as_str(), view.papers), ("Gardens", 2));
    assert_eq!(view.sources, ["a.md", "b.md"]);
    let read: Vec<_> = reports
        .iter()
        .map(|report| (report.name.as_str(), report.added))
        .collect();
    assert_eq!(read, [("a.md", 2), ("b.md", 0)]);
    assert_eq!(titles(&mut other, ""), ["Paper 1", "Paper 3"]);
    assert_eq!(
        titles(&mut other, "source:b.md"),
        ["Paper 3"],
        "the view holds"
    );
    assert_eq!(titles(&mut other, "day:2026-03-03"), ["Paper 3"]);
    // The same once more is known.
    let (_, reports) = receive(&mut other, &parcel, Take::Leave);
    assert!(reports.iter().all(|report| report.same_as.is_some()));
    assert_eq!(titles(&mut other, "").len(), 2);
}

#[test]
fn too_many_papers_for_a_link_are_none_too_many_for_a_page() {
    let mut engine = Engine::default();
    let papers: Vec<u32> = (1..=150).collect();
    read(&mut engine, 1, "a.md", &digest("Mon, 2", &papers));
    assert_eq!(
        share(&mut engine, wish(&papers, false)).unwrap().parcel,
        None
    );
    let (element, name) = page(&mut engine, wish(&papers, false));
    assert_eq!(name, "Gardens.html");
    let parcel = element.split("\">").nth(1).unwrap();
    let parcel = parcel.strip_suffix("</script>").unwrap();
    let mut other = Engine::default();
    let (view, _) = receive(&mut other, parcel, Take::Lend);
    assert_eq!(view.unwrap().papers, 150);
    assert_eq!(search(&mut other, "").hits, 150);
}

/// A page: what goes into the program, and its name.
fn page(engine: &mut Engine, share: ShareWish) -> (String, String) {
    let view = "#q=gardens".to_owned();
    let what = Make::Page(PageWish { share, view });
    let mut said = engine.handle(Request::Make { seq: 4, what });
    said.extend(work(engine));
    let mut made = Vec::new();
    for response in said {
        match response {
            Response::Making { bytes, .. } => made.extend(bytes),
            Response::Made { outcome, .. } => {
                return (String::from_utf8(made).unwrap(), outcome.unwrap().name);
            }
            _ => {}
        }
    }
    panic!("no page");
}

#[test]
fn marks_and_notes_go_along_only_if_they_are_wanted() {
    let mut engine = library();
    mark(&mut engine, 1, Wish::Set(Kind::Starred, true));
    mark(&mut engine, 1, Wish::Set(Kind::Read, true));
    mark(&mut engine, 3, Wish::Note("see page 4".to_owned()));
    let without = share(&mut engine, wish(&[1, 3], false))
        .unwrap()
        .parcel
        .unwrap();
    let with = share(&mut engine, wish(&[1, 3], true))
        .unwrap()
        .parcel
        .unwrap();
    let mut other = Engine::default();
    receive(&mut other, &without, Take::Own);
    assert_eq!(titles(&mut other, "is:starred OR has:note").len(), 0);
    assert!(other.take_records().is_empty());

    let mut other = Engine::default();
    let (view, _) = receive(&mut other, &with, Take::Lend);
    let view = view.unwrap();
    assert_eq!((view.marked, view.noted), (1, 1));
    assert_eq!(titles(&mut other, "is:starred is:read"), ["Paper 1"]);
    assert_eq!(titles(&mut other, "has:note"), ["Paper 3"]);
    assert!(other.take_records().is_empty(), "what is lent is not kept");
    let undo = other.handle(Request::Undo { at: 9 });
    assert_eq!(undo, [Response::NothingTo(Way::Undone)]);

    let mut other = Engine::default();
    receive(&mut other, &with, Take::Leave);
    assert_eq!(titles(&mut other, "is:starred OR has:note").len(), 0);
}

#[test]
fn marks_of_others_leave_the_readers_own_alone() {
    let mut engine = library();
    mark(&mut engine, 1, Wish::Set(Kind::Starred, true));
    mark(&mut engine, 2, Wish::Set(Kind::Starred, true));
    mark(&mut engine, 1, Wish::Note("theirs".to_owned()));
    mark(&mut engine, 2, Wish::Note("theirs".to_owned()));
    let parcel = share(&mut engine, wish(&[1, 2], true))
        .unwrap()
        .parcel
        .unwrap();
    let mut other = Engine::default();
    mark(&mut other, 1, Wish::Set(Kind::Skipped, true));
    mark(&mut other, 2, Wish::Note("mine".to_owned()));
    other.take_records();
    receive(&mut other, &parcel, Take::Own);
    assert_eq!(titles(&mut other, "is:starred"), ["Paper 2"]);
    assert_eq!(titles(&mut other, "is:skipped"), ["Paper 1"]);
    // Whoever begins anew with the records has the same.
    let records = other.take_records();
    assert_eq!(records.len(), 2, "stars, notes");
    let mut again = Engine::default();
    receive(&mut again, &parcel, Take::Leave);
    let (_, refused) = again.recall(&records);
    assert!(refused.is_empty());
    assert_eq!(titles(&mut again, "is:starred"), ["Paper 2"]);
    assert_eq!(titles(&mut again, "has:note"), ["Paper 1"]);
}

#[test]
fn what_is_damaged_is_refused_whole() {
    let mut engine = library();
    let parcel = share(&mut engine, wish(&[1, 2, 3], true))
        .unwrap()
        .parcel
        .unwrap();
    let (start, end) = parcel.split_at(parcel.len() / 2);
    for damaged in [
        start.to_owned(),
        [start, "A", end].concat(),
        String::new(),
        "x".into(),
    ] {
        let mut other = Engine::default();
        let (view, reports) = receive(&mut other, &damaged, Take::Own);
        assert_eq!(view, None);
        let why = &reports[0].problems[0].message;
        assert!(why.contains("damaged"), "{why}");
        assert_eq!(search(&mut other, "").hits, 0);
        assert!(other.take_records().is_empty());
    }
}

#[test]
fn files_that_a_view_needs_are_known_by_their_content() {
    let mut engine = library();
    let mut needs = share(&mut engine, wish(&[1, 3], false)).unwrap().needs;
    needs.push(Need {
        name: "c.md".to_owned(),
        print: 1,
    });
    let mut other = Engine::default();
    let check = |engine: &mut Engine, expected: [NeedStanding; 3]| {
        let said = engine.handle(Request::Needs(needs.clone()));
        assert_eq!(said, [Response::Needs(expected.to_vec())]);
    };
    check(&mut other, [Missing, Missing, Missing]);
    read(&mut other, 1, "b.md", &digest("Tue, 3", &[4]));
    check(&mut other, [Other, Missing, Missing]);
    read(&mut other, 2, "renamed.md", &digest("Mon, 2", &[1, 2, 3]));
    check(&mut other, [Other, Here, Missing]);
    read(&mut other, 3, "b.md", &digest("Tue, 3", &[3, 4]));
    check(&mut other, [Here, Here, Missing]);
}

#[test]
fn the_page_has_one_place_for_papers() {
    let index = include_str!("../index.html");
    assert_eq!(index.matches(parcel::PLACE).count(), 1);
}
