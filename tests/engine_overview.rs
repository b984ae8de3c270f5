//! How far the reader is with the days of the library: requests in, responses out.
#![cfg(feature = "engine")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;

use digest_explorer::core::day::Day;
use digest_explorer::core::marks::{DayProgress, Flags, Kind, Wish};
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Chosen, OverviewView, Request, Response, Search, Window};

fn day(number: u8) -> Day {
    Day::new(2026, 3, number).unwrap()
}

fn id(number: u32) -> String {
    format!("2603.{number:05}")
}

/// The digest of a day of March 2026 with some papers.
fn digest(number: u8, papers: &BTreeSet<u32>) -> String {
    let mut text = format!(
        "# ArXiv cs.CV --{}, {number} Mar 2026\n",
        day(number).weekday()
    );
    for (place, paper) in (1..).zip(papers) {
        let id = id(*paper);
        writeln!(
            text,
            "### {place}.Paper {paper} [ :arrow_down: ](https://arxiv.org/pdf/{id}.pdf)\n>  About \
             gardens numbered {paper}."
        )
        .unwrap();
    }
    text
}

/// Reads a digest for each day.
fn loaded(days: &BTreeMap<u8, BTreeSet<u32>>) -> Engine {
    let mut engine = Engine::default();
    for (number, papers) in days {
        let job = u32::from(*number);
        let name = format!("{number}.md");
        let names = vec![name.clone()];
        engine.handle(Request::Open { job, names });
        engine.push_file(job, &name, digest(*number, papers).into_bytes());
        while engine.work().is_some() {}
    }
    engine
}

fn mark(engine: &mut Engine, papers: &[u32], kind: Kind, is_on: bool) {
    let ids = papers.iter().map(|paper| id(*paper)).collect();
    engine.handle(Request::Mark {
        papers: Chosen::Ids(ids),
        wish: Wish::Set(kind, is_on),
        at: 1,
    });
}

fn overview(engine: &mut Engine) -> OverviewView {
    match engine.handle(Request::Overview { came: None }).pop() {
        Some(Response::Overview(view)) => view,
        other => panic!("an overview, not {other:?}"),
    }
}

fn hits(engine: &mut Engine, text: String) -> u32 {
    let search = Search {
        text,
        ..Search::default()
    };
    let request = Request::Search {
        seq: 1,
        search,
        window: Window::default(),
        open: None,
    };
    match engine.handle(request).pop() {
        Some(Response::Answer {
            outcome: Ok(answer),
            ..
        }) => answer.hits,
        other => panic!("an answer, not {other:?}"),
    }
}

/// How far the reader is with a day, counted paper by paper.
fn counted(number: u8, papers: &BTreeSet<u32>, marks: &BTreeMap<u32, Flags>) -> DayProgress {
    let of = |test: &dyn Fn(Flags) -> bool| {
        let flags = papers
            .iter()
            .map(|paper| marks.get(paper).copied().unwrap_or_default());
        u32::try_from(flags.filter(|flags| test(*flags)).count()).unwrap()
    };
    DayProgress {
        day: day(number),
        papers: of(&|_| true),
        decided: of(&|flags| !flags.is_undecided()),
        starred: of(&|flags| flags.has(Kind::Starred)),
        later: of(&|flags| flags.has(Kind::Later)),
    }
}

#[test]
fn a_day_is_in_hand_until_all_of_it_is_decided() {
    let days = BTreeMap::from([(2, BTreeSet::from([1, 2])), (3, BTreeSet::from([3, 4]))]);
    let mut engine = loaded(&days);
    let view = overview(&mut engine);
    assert_eq!(
        view.newest.map(|day| (day.day, day.decided)),
        Some((day(3), 0))
    );
    assert_eq!(view.oldest.map(|day| day.day), Some(day(2)));
    assert_eq!((view.finished, view.new, view.undecided), (None, 4, 4));
    let seen = vec![id(4)];
    engine.handle(Request::Seen { ids: seen });
    mark(&mut engine, &[3], Kind::Starred, true);
    assert_eq!(overview(&mut engine).newest.map(|day| day.left()), Some(1));
    mark(&mut engine, &[4], Kind::Skipped, true);
    let view = overview(&mut engine);
    let kept = view.finished.map(|day| (day.day, day.starred, day.later));
    assert_eq!(kept, Some((day(3), 1, 0)));
    assert_eq!(view.newest.map(|day| day.day), Some(day(2)));
    assert_eq!((view.oldest, view.new), (None, 2));
    // It is told until something else is done.
    mark(&mut engine, &[1], Kind::Read, true);
    assert_eq!(overview(&mut engine).finished, None);
    engine.handle(Request::Undo { at: 2 });
    engine.handle(Request::Undo { at: 2 });
    let view = overview(&mut engine);
    assert_eq!(view.finished, None);
    assert_eq!(view.newest.map(|day| day.left()), Some(1));
}

#[test]
fn a_library_without_papers_has_nothing_to_tell() {
    assert_eq!(overview(&mut Engine::default()), OverviewView::default());
    let mut engine = loaded(&BTreeMap::from([(2, BTreeSet::from([1]))]));
    mark(&mut engine, &[1, 9], Kind::Starred, true);
    let source = "2.md".to_owned();
    engine.handle(Request::Remove { job: 9, source });
    while engine.work().is_some() {}
    assert_eq!(overview(&mut engine), OverviewView::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Papers may stand in several days, and marks may be of papers that the library lacks.
    #[test]
    fn progress_is_as_counted_paper_by_paper(
        days in prop::collection::btree_map(
            1..9_u8,
            prop::collection::btree_set(1..16_u32, 1..8),
            1..6,
        ),
        acts in prop::collection::vec((1..18_u32, 0..4_usize, prop::bool::weighted(0.8)), 0..48),
    ) {
        let mut engine = loaded(&days);
        let mut marks = BTreeMap::<u32, Flags>::new();
        for (paper, kind, is_on) in acts {
            let kind = Kind::ALL[kind];
            mark(&mut engine, &[paper], kind, is_on);
            let flags = marks.entry(paper).or_default();
            if flags.has(kind) != is_on {
                *flags = flags.with(kind, is_on).seen();
            }
        }
        let all = days.iter().map(|(number, papers)| counted(*number, papers, &marks));
        let open: Vec<DayProgress> = all.filter(|day| day.decided < day.papers).collect();
        let library: BTreeSet<u32> = days.values().flatten().copied().collect();
        let whole = counted(1, &library, &marks);
        let is_new = |paper: &&u32| !marks.get(paper).is_some_and(|flags| flags.is_seen());
        let view = overview(&mut engine);
        prop_assert_eq!(view.newest, open.last().copied());
        prop_assert_eq!(view.oldest, open.first().copied().filter(|_| open.len() > 1));
        prop_assert_eq!(view.new as usize, library.iter().filter(is_new).count());
        prop_assert_eq!((view.starred, view.later), (whole.starred, whole.later));
        prop_assert_eq!(view.undecided, whole.papers - whole.decided);
        if let Some(day) = view.finished {
            prop_assert_eq!(day.decided, day.papers);
        }
        // What a button says is what the list has behind it.
        for day in view.newest.iter().chain(&view.oldest) {
            let text = format!("day:{} is:undecided", day.day);
            prop_assert_eq!(hits(&mut engine, text), day.left());
        }
    }
}
