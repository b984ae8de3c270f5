//! Saved searches, followed authors, mutes and highlight lists as the page meets them: requests in,
//! responses out.
#![cfg(feature = "engine")]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use digest_explorer::core::marks::{
    Ink, Kind, SavedSearch, Setting, SettingKind, SettingWish, Wish,
};
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{
    Answer, Chosen, OverviewView, Request, Response, Search, SettingView, SettingsView, Window,
};

/// A paper: its number, its title, and its authors.
type Paper = (u32, &'static str, &'static str);

/// Papers on two days.
const DAYS: [(&str, &[Paper]); 2] = [
    (
        "2026-03-02",
        &[
            (1, "Weaving networks", "Ada Lacemaker, Bo Weaver"),
            (2, "Weaving meshes for lichens", "Bo Weaver"),
            (3, "A survey of knots", "Cyd Roper"),
        ],
    ),
    (
        "2026-03-03",
        &[
            (4, "Knots in lichens", "Ada Lacemaker"),
            (5, "Lichens under glass", "Cyd Roper"),
            (6, "Lichens of a survey", "Dee Moss"),
            (7, "Ropes", "Dee Moss"),
        ],
    ),
];

/// The papers of a day, by its number.
fn digest(day: usize) -> String {
    let (date, papers) = DAYS[day];
    let paper = |(number, title, authors): &Paper| {
        let authors: Vec<String> = authors
            .split(", ")
            .map(|name| format!("{name:?}"))
            .collect();
        let authors = authors.join(", ");
        format!(
            "{{\"id\": \"2603.{number:05}\", \"title\": {title:?}, \"authors\": [{authors}], \
             \"summary\": \"About {title}.\", \"day\": \"{date}\"}}"
        )
    };
    let papers: Vec<String> = papers.iter().map(paper).collect();
    format!("[{}]", papers.join(",\n"))
}

/// Lets the engine work to its end, and gives the last word on the settings and on the days.
fn work(engine: &mut Engine) -> (Option<SettingsView>, Option<OverviewView>) {
    let (mut settings, mut overview) = (None, None);
    while engine.has_work() {
        match engine.work() {
            Some(Response::Settings(view)) => settings = Some(view),
            Some(Response::Overview(view)) => overview = Some(view),
            _ => {}
        }
    }
    (settings, overview)
}

fn load(engine: &mut Engine, day: usize) {
    let job = 1 + u32::try_from(day).expect("a small number");
    let name = format!("day-{day}.json");
    let names = vec![name.clone()];
    engine.handle(Request::Open { job, names });
    engine.push_file(job, &name, digest(day).into_bytes());
}

/// An engine with both days.
fn loaded() -> Engine {
    let mut engine = Engine::default();
    load(&mut engine, 0);
    load(&mut engine, 1);
    work(&mut engine);
    engine
}

fn wish(kind: SettingKind, name: &str, text: &str) -> SettingWish {
    let (name, text) = (name.to_owned(), text.to_owned());
    let setting = Some(Setting { text, place: 0 });
    SettingWish {
        kind,
        name,
        setting,
    }
}

fn set(engine: &mut Engine, wishes: Vec<SettingWish>) {
    engine.handle(Request::Set { wishes, at: 5 });
}

fn search_for(engine: &mut Engine, search: Search) -> Answer {
    let request = Request::Search {
        seq: 7,
        search,
        window: Window { start: 0, len: 100 },
        open: None,
    };
    let mut said = engine.handle(request).pop();
    while said.is_none() && engine.is_searching() {
        said = engine.search();
    }
    match said {
        Some(Response::Answer {
            outcome: Ok(answer),
            ..
        }) => answer,
        other => panic!("an answer, not {other:?}"),
    }
}

fn search(engine: &mut Engine, text: &str) -> Answer {
    let text = text.to_owned();
    search_for(
        engine,
        Search {
            text,
            ..Search::default()
        },
    )
}

/// The numbers of the papers found.
fn numbers(answer: &Answer) -> Vec<u32> {
    let number = |id: &str| id.rsplit('.').next().and_then(|end| end.parse().ok());
    let mut all: Vec<u32> = answer
        .rows
        .iter()
        .map(|row| number(&row.id).expect("an id of the digest"))
        .collect();
    all.sort_unstable();
    all
}

/// Each setting's name with its papers and the new ones.
fn counts(view: &SettingsView) -> Vec<(&str, Option<u32>, Option<u32>)> {
    let count = |one: &'_ SettingView| (one.papers, one.new);
    let all = view.all.iter();
    all.map(|one| {
        let (papers, new) = count(one);
        (one.name.as_str(), papers, new)
    })
    .collect()
}

fn see(engine: &mut Engine, number: u32) {
    let ids = vec![format!("2603.{number:05}")];
    engine.handle(Request::Seen { ids });
}

#[test]
fn saved_searches_and_authors_are_counted() {
    let mut engine = loaded();
    let oldest = SavedSearch {
        query: "lichens".to_owned(),
        ..SavedSearch::default()
    };
    set(
        &mut engine,
        vec![
            wish(SettingKind::Search, "Mosses", &oldest.to_text()),
            wish(SettingKind::Search, "Broken", "\"lichens"),
            wish(SettingKind::Search, "Patterns", "/kn.ts/"),
            wish(SettingKind::Author, "Ada Lacemaker", ""),
            wish(SettingKind::Author, "Dee Moss", ""),
        ],
    );
    // The page hears of them at once, and of their papers when those are counted.
    let at_once = engine.work();
    let Some(Response::Settings(view)) = at_once else {
        panic!("the settings, not {at_once:?}");
    };
    assert!(view.all.iter().all(|one| one.papers.is_none()), "{view:?}");
    let view = work(&mut engine).0.expect("the counts");
    let all = [
        ("Broken", Some(0), Some(0)),
        ("Mosses", Some(4), Some(4)),
        ("Patterns", Some(2), Some(2)),
        ("Ada Lacemaker", Some(2), Some(2)),
        ("Dee Moss", Some(2), Some(2)),
    ];
    assert_eq!(counts(&view), all);
    assert!(!view.all[0].problem.is_empty() && view.all[1].problem.is_empty());
    let following = view.following.expect("the followed authors together");
    assert_eq!((following.papers, following.new), (Some(4), Some(4)));
    assert_eq!(
        numbers(&search(&mut engine, &following.query)),
        [1, 4, 6, 7]
    );
    let ada = &view.all[3].query;
    assert_eq!(numbers(&search(&mut engine, ada)), [1, 4]);

    // A saved search prints as the answer to it does, by which the page knows it.
    let text = "title:survey  task:\"Object detection\" or lichens";
    set(&mut engine, vec![wish(SettingKind::Search, "Other", text)]);
    let view = work(&mut engine).0.expect("the counts");
    let other = view.all.iter().find(|one| one.name == "Other");
    let other = other.expect("it is saved").query.clone();
    assert_eq!(other, search(&mut engine, text).canonical);
    assert!(other.contains("task:object-detection"), "{other}");
    set(
        &mut engine,
        vec![SettingWish {
            setting: None,
            ..wish(SettingKind::Search, "Other", "")
        }],
    );
    work(&mut engine);

    // What is seen is new no more, and a change of the library is counted.
    see(&mut engine, 4);
    let view = work(&mut engine).0.expect("other counts");
    assert_eq!(counts(&view)[1], ("Mosses", Some(4), Some(3)));
    assert_eq!(counts(&view)[3], ("Ada Lacemaker", Some(2), Some(1)));
    engine.handle(Request::Remove {
        job: 9,
        source: "day-0.json".to_owned(),
    });
    let view = work(&mut engine).0.expect("other counts");
    assert_eq!(counts(&view)[1], ("Mosses", Some(3), Some(2)));
    assert_eq!(work(&mut engine).0, None, "nothing is told twice");

    // What depends on marks is looked for again when they change.
    let starred = wish(SettingKind::Search, "Best", "is:starred");
    set(&mut engine, vec![starred]);
    work(&mut engine);
    engine.handle(Request::Mark {
        papers: Chosen::Ids(vec!["2603.00007".to_owned()]),
        wish: Wish::Toggle(Kind::Starred),
        at: 6,
    });
    let view = work(&mut engine).0.expect("other counts");
    assert_eq!(counts(&view)[0], ("Best", Some(1), Some(0)));
    // All of it is undone and done again like any other act.
    engine.handle(Request::Undo { at: 7 });
    engine.handle(Request::Undo { at: 8 });
    let view = work(&mut engine).0.expect("the settings before");
    assert!(view.all.iter().all(|one| one.name != "Best"), "{view:?}");
}

#[test]
fn mutes_hide_their_papers_everywhere() {
    let mut engine = loaded();
    set(
        &mut engine,
        vec![
            wish(SettingKind::Mute, "survey", ""),
            wish(SettingKind::Mute, "author:\"Cyd Roper\"", ""),
            wish(SettingKind::Mute, "/gl.ss/", ""),
            wish(SettingKind::Search, "Mosses", "lichens"),
        ],
    );
    let answer = search(&mut engine, "lichens");
    assert_eq!(numbers(&answer), [2, 4]);
    assert_eq!(answer.muted.papers, 2);
    let by = [("/gl.ss/", 1), ("author:\"Cyd Roper\"", 1), ("survey", 1)];
    let by = by.map(|(name, n)| (name.to_owned(), n));
    assert_eq!(answer.muted.by, by);
    assert_eq!(answer.days.iter().map(|day| day.hits).sum::<u32>(), 2);
    let counted = |answer: &Answer| -> Vec<u32> {
        let facets = answer.facets.iter();
        let all = facets.map(|facet| facet.values.iter().map(|value| value.count).max());
        all.map(Option::unwrap_or_default).collect()
    };
    assert!(counted(&answer).iter().all(|count| *count <= 2));
    assert_eq!(numbers(&search(&mut engine, "")), [1, 2, 4, 7]);

    // They are shown where that is wanted, and where one is asked for by its id.
    let shown = search_for(
        &mut engine,
        Search {
            text: "lichens".to_owned(),
            shows_muted: true,
            ..Search::default()
        },
    );
    assert_eq!((shown.hits, shown.muted.papers), (4, 2));
    let by_id = search(&mut engine, "id:2603.00003");
    assert_eq!((numbers(&by_id), by_id.muted.papers), (vec![3], 0));
    let two = search(&mut engine, "id:(2603.00003 OR 2603.00005)");
    assert_eq!(numbers(&two), [3, 5]);
    let not = search(&mut engine, "-id:2603.00003");
    assert_eq!(numbers(&not), [1, 2, 4, 7]);

    // Saved searches and the days count without them; a mute counts what it hides.
    let view = work(&mut engine).0.expect("the counts");
    assert_eq!(counts(&view)[0], ("Mosses", Some(2), Some(2)));
    assert_eq!(counts(&view)[2], ("author:\"Cyd Roper\"", Some(2), Some(0)));
    let overview = engine.handle(Request::Overview { came: None }).pop();
    let Some(Response::Overview(overview)) = overview else {
        panic!("how far the reader is, not {overview:?}");
    };
    assert_eq!((overview.new, overview.undecided), (4, 4));

    // A mute by marks follows them.
    let by_marks = SettingWish {
        setting: None,
        ..wish(SettingKind::Mute, "survey", "")
    };
    set(
        &mut engine,
        vec![by_marks, wish(SettingKind::Mute, "is:skipped", "")],
    );
    assert_eq!(numbers(&search(&mut engine, "")), [1, 2, 4, 6, 7]);
    engine.handle(Request::Mark {
        papers: Chosen::Ids(vec!["2603.00001".to_owned()]),
        wish: Wish::Toggle(Kind::Skipped),
        at: 6,
    });
    assert_eq!(numbers(&search(&mut engine, "")), [2, 4, 6, 7]);
    engine.handle(Request::Undo { at: 7 });
    assert_eq!(numbers(&search(&mut engine, "")), [1, 2, 4, 6, 7]);
    // One that cannot be read hides nothing.
    set(
        &mut engine,
        vec![wish(SettingKind::Mute, "\"half a phrase", "")],
    );
    assert_eq!(numbers(&search(&mut engine, "")), [1, 2, 4, 6, 7]);
}

#[test]
fn words_of_lists_are_marked_in_rows_and_papers() {
    let mut engine = loaded();
    set(
        &mut engine,
        vec![wish(SettingKind::Highlight, "lichen knots", "blue")],
    );
    let answer = search(&mut engine, "knots");
    let row = answer.rows.iter().find(|row| row.id == "2603.00004");
    let title = &row.expect("a row of it").title;
    let marked: Vec<(&str, Option<Ink>)> = title
        .marks
        .iter()
        .map(|mark| {
            (
                &title.text.plain[mark.span.range()],
                Ink::of_term(mark.term),
            )
        })
        .collect();
    // The query's own mark goes before.
    assert_eq!(marked, [("Knots", None), ("lichens", Some(Ink::Blue))]);
    let paper = engine.handle(Request::Paper {
        seq: 1,
        id: "2603.00004".to_owned(),
        part: 0,
    });
    let Some(Response::Paper {
        paper: Some(paper), ..
    }) = paper.into_iter().next()
    else {
        panic!("the paper");
    };
    let summary = paper.summary.expect("an abstract");
    let inks = summary.marks.iter().map(|mark| Ink::of_term(mark.term));
    assert_eq!(inks.collect::<Vec<_>>(), [None, Some(Ink::Blue)]);
    engine.handle(Request::Undo { at: 6 });
    let answer = search(&mut engine, "ropes");
    let marks = &answer.rows[0].title.marks;
    assert!(marks.iter().all(|mark| Ink::of_term(mark.term).is_none()));
}

#[test]
fn the_day_tells_what_came() {
    let mut engine = loaded();
    set(
        &mut engine,
        vec![
            wish(SettingKind::Search, "Knots", "knots"),
            wish(SettingKind::Author, "Dee Moss", ""),
        ],
    );
    work(&mut engine);
    let overview = |engine: &mut Engine| {
        let came = Some(vec!["day-1.json".to_owned()]);
        match engine.handle(Request::Overview { came }).pop() {
            Some(Response::Overview(overview)) => overview.came,
            other => panic!("how far the reader is, not {other:?}"),
        }
    };
    let came = overview(&mut engine).expect("something came");
    assert_eq!((came.papers, came.under), (4, Some(3)));
    assert_eq!(numbers(&search(&mut engine, &came.query)), [4, 5, 6, 7]);
    see(&mut engine, 4);
    work(&mut engine);
    let came = overview(&mut engine).expect("something is new");
    assert_eq!((came.papers, came.under), (3, Some(2)));
    for number in 5..=7 {
        see(&mut engine, number);
    }
    assert_eq!(overview(&mut engine), None);
}

#[test]
fn the_day_tells_what_stands_out() {
    let mut engine = Engine::default();
    let day = |date: &str, from: u32, count: u32, about: &str| {
        let paper = |number: u32| {
            format!(
                "{{\"id\": \"2603.{number:05}\", \"title\": \"Paper {number}\", \
                 \"summary\": \"About {about}.\", \"day\": \"{date}\"}}"
            )
        };
        let papers: Vec<String> = (from..from + count).map(paper).collect();
        format!("[{}]", papers.join(",\n")).into_bytes()
    };
    let names = vec!["a.json".to_owned(), "b.json".to_owned()];
    engine.handle(Request::Open { job: 1, names });
    engine.push_file(1, "a.json", day("2026-03-02", 1, 20, "knots"));
    engine.push_file(1, "b.json", day("2026-03-03", 21, 8, "lichens on glass"));
    work(&mut engine);
    let overview = |engine: &mut Engine| match engine.handle(Request::Overview { came: None }).pop()
    {
        Some(Response::Overview(overview)) => overview,
        other => panic!("how far the reader is, not {other:?}"),
    };
    assert!(
        overview(&mut engine).terms.is_empty(),
        "they are yet to be looked for"
    );
    let told = work(&mut engine).1.expect("word of them");
    let words: Vec<&str> = told.terms.iter().map(|term| term.words.as_str()).collect();
    assert!(
        words.iter().any(|words| words.contains("lichens")) && words.len() <= 5,
        "{words:?}"
    );
    let term = &told.terms[0];
    assert_eq!(search(&mut engine, &term.query).hits, term.papers);
    assert!(term.query.starts_with("day:2026-03-03 "), "{}", term.query);
    assert_eq!(
        overview(&mut engine).terms,
        told.terms,
        "they are known now"
    );
    assert!(!engine.has_work());
    // Another library has others.
    engine.handle(Request::Remove {
        job: 2,
        source: "a.json".to_owned(),
    });
    work(&mut engine);
    overview(&mut engine);
    let told = work(&mut engine).1.expect("word of them");
    assert!(told.terms.is_empty(), "it is the only day");
}
