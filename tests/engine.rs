//! The engine as the page meets it: requests in, responses out.
#![cfg(feature = "engine")]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

use digest_explorer::core::facet::Facet;
use digest_explorer::core::order::Sort;
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{
    Answer, Choice, Edit, FacetView, Loaded, OpenPaper, PaperView, Problem, Progress, Request,
    Response, Search, Window,
};

const WINDOW: Window = Window { start: 0, len: 20 };

/// Lets the engine work until nothing is left; gives the last report and all progress.
fn run(engine: &mut Engine) -> (Option<Loaded>, Vec<Progress>) {
    let (mut loaded, mut progress) = (None, Vec::new());
    while let Some(response) = engine.work() {
        match response {
            Response::Progress(step) => progress.push(step),
            Response::Loaded(report) => loaded = Some(report),
            other => panic!("unexpected while loading: {other:?}"),
        }
    }
    (loaded, progress)
}

fn load(engine: &mut Engine, files: &[(&str, &[u8])]) -> Loaded {
    let names = files.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert!(engine.handle(Request::Open { job: 7, names }).is_empty());
    for (name, bytes) in files {
        assert!(engine.wants_files(7));
        engine.push_file(7, name, bytes.to_vec());
    }
    let loaded = run(engine).0.expect("a job ends with a report");
    assert_eq!(loaded.job, 7);
    loaded
}

fn sample() -> Engine {
    let mut engine = Engine::default();
    engine.handle(Request::Sample { job: 1 });
    let (loaded, _) = run(&mut engine);
    assert!(loaded.expect("the sample loads").papers > 30);
    engine
}

fn try_search(engine: &mut Engine, search: Search) -> Result<Answer, Problem> {
    search_beside(engine, search, None)
}

/// Searches while a paper is open.
fn search_beside(
    engine: &mut Engine,
    search: Search,
    open: Option<OpenPaper>,
) -> Result<Answer, Problem> {
    let mut responses = engine.handle(Request::Search {
        seq: 3,
        search,
        window: WINDOW,
        open,
    });
    match responses.pop() {
        Some(Response::Answer { seq: 3, outcome }) if responses.is_empty() => outcome,
        other => panic!("one answer to a search, not {other:?}"),
    }
}

fn search(engine: &mut Engine, text: &str) -> Answer {
    let asked = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    try_search(engine, asked).expect("a good query")
}

fn facet(answer: &Answer, facet: Facet) -> &FacetView {
    answer
        .facets
        .iter()
        .find(|view| view.facet == facet)
        .expect("the facet has values")
}

/// A digest with this many papers.
fn digest(papers: u32) -> Vec<u8> {
    part(1, papers)
}

/// A digest with this many papers from this one on.
fn part(first: u32, papers: u32) -> Vec<u8> {
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for number in first..first + papers {
        let id = 99_999 - number;
        let entry = format!(
            "### {number}.Paper {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{id}.pdf)\n>  About segmentation.\n"
        );
        text.push_str(&entry);
    }
    text.into_bytes()
}

#[test]
fn the_last_word_stands_for_more_while_it_is_typed() {
    let mut engine = Engine::default();
    engine.handle(Request::Paste {
        job: 1,
        text: String::from_utf8(digest(20)).expect("plain letters"),
    });
    run(&mut engine);
    let ask = |engine: &mut Engine, text: &str, typing| {
        let asked = Search {
            text: text.to_owned(),
            typing,
            ..Search::default()
        };
        try_search(engine, asked)
    };
    let word = "segmentation";
    for end in 1..=word.len() {
        let begun = ask(&mut engine, &word[..end], true).expect("a good query");
        assert_eq!((begun.hits, begun.papers), (20, 20), "{}", &word[..end]);
        assert_eq!(
            begun.canonical,
            word[..end],
            "it is told of as it is written"
        );
        assert!(begun.goes_on);
        assert!(begun.spellings.is_empty(), "{:?}", begun.spellings);
    }
    let finished = ask(&mut engine, "segmen", false).expect("a good query");
    assert_eq!((finished.hits, finished.goes_on), (0, false));
    let meant: Vec<&str> = finished
        .spellings
        .iter()
        .map(|one| one.meant.as_str())
        .collect();
    assert_eq!(meant, [word]);
    // A misspelt word is no beginning of another.
    let misspelt = ask(&mut engine, "segmantat", true).expect("a good query");
    assert_eq!((misspelt.hits, misspelt.goes_on), (0, false));
    assert_eq!(misspelt.emptied.clauses, ["segmantat"]);
    let hits = |engine: &mut Engine, text: &str| ask(engine, text, true).map(|found| found.hits);
    assert_eq!(hits(&mut engine, "\"about segm"), Ok(20));
    assert_eq!(hits(&mut engine, "\"about "), Ok(20));
    assert_eq!(hits(&mut engine, "title:segm"), Ok(0));
    assert_eq!(
        hits(&mut engine, "paper -segm"),
        Ok(20),
        "what is excluded is the whole word"
    );
    assert!(ask(&mut engine, "\"about segm", false).is_err());
}

#[test]
fn a_click_on_a_word_that_is_typed_keeps_what_was_counted() {
    let mut engine = Engine::default();
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    for (number, about) in [
        (1, "Kettles, and one kettle."),
        (2, "A kettledrum."),
        (3, "The kettledrums of lichens."),
        (4, "A lichen."),
    ] {
        let entry = format!(
            "### {number}.Paper {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.0000{number}.pdf)\n>  {about}\n"
        );
        text.push_str(&entry);
    }
    engine.handle(Request::Paste { job: 1, text });
    run(&mut engine);
    for (typed, counted, expected) in [
        // The beginning alone, since the word is none of the library's.
        ("kettl", 3, "kettl* cat:cs.CV"),
        // A word that goes on, and one whose plural alone is no beginning of others.
        ("kettle", 3, "kettle* cat:cs.CV"),
        ("lichens", 2, "lichens cat:cs.CV"),
        ("kettledrum", 2, "kettledrum cat:cs.CV"),
        ("lichen kettled", 1, "lichen kettled* cat:cs.CV"),
        ("\"of lich", 1, "of-lich* cat:cs.CV"),
        ("lichen OR kettl", 4, "(lichen OR kettl*) cat:cs.CV"),
        ("-kettle", 3, "-kettle cat:cs.CV"),
    ] {
        let asked = Search {
            text: typed.to_owned(),
            typing: true,
            ..Search::default()
        };
        let answer = try_search(&mut engine, asked).expect("a good query");
        assert_eq!(answer.hits, counted, "{typed}");
        let said = engine.handle(Request::Edit {
            text: typed.to_owned(),
            typing: true,
            fallback: None,
            all_of: Vec::new(),
            edit: Edit::Include(Facet::Category, "cs.CV".to_owned()),
        });
        let [
            Response::Edited {
                text: Some(text), ..
            },
        ] = &said[..]
        else {
            panic!("{said:?}");
        };
        assert_eq!(text, expected);
        assert_eq!(search(&mut engine, text).hits, counted, "{text}");
        // The chip that this makes leaves what was typed.
        let asked = Search {
            text: format!("cat:cs.CV {typed}"),
            typing: true,
            ..Search::default()
        };
        let chips = try_search(&mut engine, asked).expect("a good query").chips;
        let left = search(&mut engine, &chips[0].without).hits;
        assert_eq!(left, counted, "{}", chips[0].without);
    }
}

#[test]
fn what_else_may_be_meant_is_offered_where_nothing_is_found() {
    let mut engine = Engine::default();
    let text = String::from_utf8(digest(2)).expect("plain letters");
    // A word by the way earns no tag.
    let about = "Semantic segmentation of clouds. We segment the clouds about us.";
    let text = text.replace("About segmentation.", about);
    engine.handle(Request::Paste { job: 1, text });
    run(&mut engine);
    for (text, expected) in [
        ("segmentation not kettles", "segmentation NOT kettles"),
        ("tag:segmentation", "task:segmentation"),
        ("cat:cs.CB", "cat:cs.CV"),
        ("tag:segmentation /abo.t/", "task:segmentation /abo.t/"),
        (
            "cat:cs.CB title:paper cat:cs.CB",
            "cat:cs.CV title:paper cat:cs.CV",
        ),
    ] {
        let answer = search(&mut engine, text);
        assert_eq!(answer.hits, 0, "{text}");
        let offer = answer.emptied.offers.first();
        let offer = offer.unwrap_or_else(|| panic!("{text}: {:?}", answer.emptied));
        assert_eq!((offer.query.as_str(), offer.hits), (expected, 2));
        assert!(offer.dropped.is_empty());
        let offers = answer.emptied.offers.iter();
        let same = offers.filter(|offer| offer.query == expected).count();
        assert_eq!(same, 1, "{text}");
    }
    assert_eq!(
        search(&mut engine, "task:Segmentations").canonical,
        "task:segmentation"
    );
}

#[test]
fn the_sample_is_read_without_a_problem() {
    let mut engine = Engine::default();
    engine.handle(Request::Sample { job: 1 });
    let (loaded, progress) = run(&mut engine);
    let loaded = loaded.expect("a report");
    let [report] = &loaded.reports[..] else {
        panic!("one report")
    };
    assert_eq!(report.counts, [0, 0, 0], "{:?}", report.problems);
    assert_eq!(report.entries, report.added + report.merged);
    assert_eq!(
        report.merged, 1,
        "one paper of the sample stands in both days"
    );
    assert_eq!(loaded.papers, report.added);
    assert!(
        progress
            .iter()
            .all(|step| step.job == 1 && (0.0..=1.0).contains(&step.part))
    );
}

#[test]
fn the_empty_query_is_every_paper_newest_first() {
    let mut engine = sample();
    let answer = search(&mut engine, "");
    assert_eq!(answer.hits, answer.papers);
    assert_eq!(answer.sort, Some(Sort::Newest));
    assert_eq!(answer.rows.len(), 20);
    assert!(answer.rows.is_sorted_by(|a, b| a.day >= b.day));
    assert_eq!(answer.days.len(), 2);
    assert!(answer.chips.is_empty());
}

#[test]
fn counts_say_what_ticking_would_show() {
    let mut engine = sample();
    let everything = search(&mut engine, "");
    for view in &everything.facets {
        for value in view.values.iter().take(6) {
            let field = if view.facet == Facet::Category {
                "cat"
            } else {
                view.facet.name()
            };
            let text = match view.facet {
                Facet::Source => format!("source:\"{}\"", value.name.id()),
                _ => format!("{field}:{}", value.name.id()),
            };
            let ticked = search(&mut engine, &text);
            assert_eq!(ticked.hits, value.count, "{text}");
            let there = facet(&ticked, view.facet);
            let same = there
                .values
                .iter()
                .find(|other| other.name.id() == value.name.id())
                .expect("a ticked value stays");
            assert_eq!(same.choice, Choice::Included, "{text}");
            assert_eq!(
                same.count, value.count,
                "{text}: its own facet does not narrow it"
            );
            assert_eq!(
                there.values[0].name.id(),
                value.name.id(),
                "{text}: chosen ones come first"
            );
        }
    }
}

#[test]
fn rows_belong_to_the_last_search_that_could_be_answered() {
    let mut engine = sample();
    let all = search(&mut engine, "");
    let problem = try_search(
        &mut engine,
        Search {
            text: "title:(".into(),
            ..Search::default()
        },
    )
    .unwrap_err();
    assert_eq!(problem.at.start, 6, "{}", problem.message);

    let window = Window { start: 2, len: 3 };
    let responses = engine.handle(Request::Rows { seq: 3, window });
    let [
        Response::Rows {
            seq: 3,
            start: 2,
            rows,
        },
    ] = &responses[..]
    else {
        panic!("{responses:?}")
    };
    assert_eq!(rows[..], all.rows[2..5]);
    assert!(
        engine.handle(Request::Rows { seq: 2, window }).is_empty(),
        "stale"
    );
}

fn paper(engine: &mut Engine, id: &str) -> Box<PaperView> {
    let id = id.to_owned();
    let request = Request::Paper {
        seq: 9,
        id,
        part: 0,
    };
    match engine.handle(request).pop() {
        Some(Response::Paper {
            seq: 9,
            paper: Some(paper),
        }) => paper,
        other => panic!("a paper, not {other:?}"),
    }
}

#[test]
fn an_answer_brings_the_marks_of_the_open_paper() {
    let mut engine = sample();
    let rows = search(&mut engine, "").rows;
    let ids = rows.into_iter().map(|row| row.id);
    for id in ids.chain(["2001.00001".to_owned()]) {
        search(&mut engine, "the");
        let is_known = id != "2001.00001";
        let mut shown = is_known.then(|| paper(&mut engine, &id));
        let open = OpenPaper {
            id: id.clone(),
            part: 0,
        };
        let asked = Search {
            text: "a* OR network OR title:/e+/ OR author:e*".to_owned(),
            ..Search::default()
        };
        let answer = search_beside(&mut engine, asked, Some(open)).expect("a good query");
        assert_eq!(answer.open.is_some(), is_known, "{id}");
        if let (Some(shown), Some(marks)) = (&mut shown, answer.open) {
            assert!(shown.mark(*marks), "other marks");
            // Place and score are not told with the answer.
            let whole = paper(&mut engine, &id);
            shown.position = whole.position;
            shown.score.clone_from(&whole.score);
            assert_eq!(*shown, whole);
        }
    }
    assert_eq!(search(&mut engine, "network").open, None, "none is open");
}

#[test]
fn a_paper_comes_with_its_place_its_marks_and_its_evidence() {
    let mut engine = sample();
    let answer = search(&mut engine, "segmentation");
    let second = &answer.rows[1];
    let responses = engine.handle(Request::Paper {
        seq: 9,
        id: second.id.clone(),
        part: 0,
    });
    let [
        Response::Paper {
            seq: 9,
            paper: Some(paper),
        },
    ] = &responses[..]
    else {
        panic!("{responses:?}")
    };
    assert_eq!(paper.position, Some(1));
    let marks = paper.title.marks.len()
        + paper
            .summary
            .as_ref()
            .map_or(0, |summary| summary.marks.len());
    assert!(marks > 0, "{paper:?}");
    assert!(!paper.tags.is_empty());
    for detail in &paper.tags {
        assert!(!detail.evidence.is_empty(), "{detail:?}");
        assert!(
            detail
                .evidence
                .iter()
                .all(|evidence| !evidence.words.is_empty()),
            "{detail:?}"
        );
    }
    let responses = engine.handle(Request::Paper {
        seq: 10,
        id: "2001.00001".into(),
        part: 0,
    });
    assert_eq!(
        responses,
        [Response::Paper {
            seq: 10,
            paper: None
        }]
    );
}

#[test]
fn a_chip_takes_its_clause_back() {
    let mut engine = sample();
    let answer = search(&mut engine, "network -task:segmentation cat:cs.CV");
    let chips: Vec<_> = answer
        .chips
        .iter()
        .map(|chip| (chip.label.as_str(), chip.excludes, chip.without.as_str()))
        .collect();
    assert_eq!(
        chips,
        [
            ("Task: Segmentation", true, "network cat:cs.CV"),
            ("Category: cs.CV", false, "network -task:segmentation")
        ]
    );
}

#[test]
fn what_cannot_be_read_is_reported_and_the_rest_stays() {
    let mut engine = Engine::default();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let long = vec![b'x'; 4 << 20];
    let two = digest(2);
    let loaded = load(
        &mut engine,
        &[
            ("day.md", &two),
            ("empty.md", b""),
            ("image.png", png),
            ("letter.txt", b"Dear all,\nno digest here.\n"),
            ("long", &long),
        ],
    );
    assert_eq!(loaded.papers, 2);
    let seen: Vec<_> = loaded
        .reports
        .iter()
        .map(|report| (report.name.as_str(), report.added, report.counts[2] > 0))
        .collect();
    assert_eq!(
        seen,
        [
            ("day.md", 2, false),
            ("empty.md", 0, true),
            ("image.png", 0, true),
            ("letter.txt", 0, true),
            ("long", 0, true)
        ]
    );
    assert_eq!(
        load(&mut engine, &[("day.md", &two)]).papers,
        2,
        "the same file again changes nothing"
    );
    assert_eq!(search(&mut engine, "is:duplicate").hits, 0);
}

#[test]
fn a_cancelled_job_ends_at_once_and_keeps_what_was_complete() {
    let mut engine = Engine::default();
    let big = digest(1_000);
    engine.handle(Request::Open {
        job: 1,
        names: vec!["a.md".into(), "b.md".into()],
    });
    engine.push_file(1, "a.md", big);
    let mut papers = 0;
    while papers < 200 {
        match engine.work() {
            Some(Response::Progress(progress)) => papers = progress.papers,
            other => panic!("the job is not done yet: {other:?}"),
        }
    }
    let responses = engine.handle(Request::Cancel { job: 1 });
    let [Response::Loaded(loaded)] = &responses[..] else {
        panic!("{responses:?}")
    };
    assert!(loaded.cancelled);
    assert!((200..1_000).contains(&loaded.papers));
    assert_eq!(loaded.reports[0].added, loaded.papers);
    assert!(!engine.has_work());
    assert!(!engine.wants_files(1));
    engine.push_file(1, "b.md", digest(3));
    assert!(
        !engine.has_work(),
        "late files of a cancelled job are dropped"
    );
    let whole = load(&mut engine, &[("again.md", &digest(1_000))]);
    assert_eq!(
        (whole.papers, whole.sources),
        (1_000, 1),
        "the rest of a file is read when it comes again"
    );
    assert_eq!(search(&mut engine, "is:duplicate").hits, 0);
    assert_eq!(search(&mut engine, "segmentation").hits, 1_000);
}

#[test]
fn searches_are_answered_in_the_midst_of_loading() {
    let mut engine = Engine::default();
    engine.handle(Request::Open {
        job: 1,
        names: vec!["a.md".into()],
    });
    engine.push_file(1, "a.md", digest(500));
    let mut seen = 0;
    while let Some(response) = engine.work() {
        let papers = search(&mut engine, "paper").papers;
        assert!(papers >= seen, "{response:?}");
        seen = papers;
    }
    assert_eq!(seen, 500);
}

/// Takes a source out of the library.
fn remove(engine: &mut Engine, source: &str) -> Loaded {
    let request = Request::Remove {
        job: 9,
        source: source.to_owned(),
    };
    assert!(engine.handle(request).is_empty());
    let (loaded, _) = run(engine);
    let loaded = loaded.expect("a removal ends with a report");
    assert_eq!(loaded.removed.as_deref(), Some(source));
    loaded
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let mut engine = Engine::default();
    let monday = part(1, 3);
    load(&mut engine, &[("monday.md", &monday)]);
    let again = load(&mut engine, &[("copy of monday.md", &monday)]);
    assert_eq!((again.papers, again.sources), (3, 1));
    let report = &again.reports[0];
    assert_eq!(report.same_as.as_deref(), Some("monday.md"));
    assert_eq!((report.added, report.merged, report.entries), (0, 0, 0));
    assert_eq!(search(&mut engine, "is:duplicate").hits, 0);
}

#[test]
fn a_file_can_be_taken_out_and_read_again() {
    let mut engine = Engine::default();
    let (monday, tuesday) = (part(1, 3), part(3, 3));
    let loaded = load(&mut engine, &[("day.md", &monday), ("day.md", &tuesday)]);
    let sources: Vec<_> = loaded.reports.iter().map(|r| r.source.as_deref()).collect();
    assert_eq!(sources, [Some("day.md"), Some("day.md (2)")]);
    assert_eq!((loaded.papers, loaded.sources), (5, 2));
    assert_eq!(search(&mut engine, "is:duplicate").hits, 1);

    let loaded = remove(&mut engine, "day.md");
    assert_eq!((loaded.papers, loaded.sources), (3, 1));
    assert_eq!(search(&mut engine, "").hits, 3);
    assert_eq!(search(&mut engine, "-zebra").hits, 3);
    assert_eq!(search(&mut engine, "is:duplicate").hits, 0);
    assert_eq!(search(&mut engine, "source:\"day.md\"").hits, 0);
    let listed = search(&mut engine, "");
    let total: u32 = listed.days.iter().map(|day| day.papers).sum();
    assert_eq!(total, 3);

    let loaded = load(&mut engine, &[("day.md", &monday)]);
    assert_eq!((loaded.papers, loaded.sources), (5, 2));
    assert_eq!(search(&mut engine, "source:\"day.md\"").hits, 3);
    remove(&mut engine, "nothing of that name");
    assert_eq!(search(&mut engine, "").hits, 5);
}

#[test]
fn completions_come_as_whole_queries_with_their_caret() {
    let mut engine = sample();
    let mut complete = |text: &str, caret: u32| {
        let request = Request::Complete {
            seq: 5,
            text: text.to_owned(),
            caret,
        };
        match &engine.handle(request)[..] {
            [Response::Completions { seq: 5, all }] => all.clone(),
            other => panic!("{other:?}"),
        }
    };
    // 𝄞 is two units to a browser.
    let all = complete("𝄞 -task:seg gan", 11);
    let first = &all[0];
    assert_eq!(first.query, "𝄞 -task:segmentation gan");
    assert_eq!(first.caret, 21);
    assert_eq!(first.label, "Segmentation");
    let papers = first.papers.expect("a count");
    assert!(complete("𝄞", 1).is_empty(), "no place between characters");
    assert_eq!(search(&mut engine, "task:segmentation").hits, papers);
}

#[test]
fn a_misspelling_and_an_empty_answer_say_how_to_go_on() {
    let mut engine = sample();
    let answer = search(&mut engine, "segmentaton -task:segmentation");
    assert_eq!(answer.hits, 0);
    let [spelling] = &answer.spellings[..] else {
        panic!("{:?}", answer.spellings)
    };
    assert_eq!(
        (spelling.word.as_str(), spelling.query.as_str()),
        ("segmentaton", "segmentation -task:segmentation")
    );
    assert_eq!(answer.emptied.clauses, ["segmentaton"]);
    let [offer] = &answer.emptied.offers[..] else {
        panic!("{:?}", answer.emptied)
    };
    assert_eq!(search(&mut engine, &offer.query).hits, offer.hits);
    let both = search(&mut engine, "task:segmentation -task:segmentation");
    assert_eq!(
        both.emptied.clauses,
        ["Task: Segmentation", "not Task: Segmentation"]
    );
    assert_eq!(search(&mut engine, "").emptied.clauses, [""; 0]);
}

#[test]
fn days_that_are_asked_for_are_chosen() {
    let mut engine = sample();
    let chosen =
        |answer: &Answer| -> Vec<bool> { answer.days.iter().map(|day| day.chosen).collect() };
    let all = search(&mut engine, "");
    assert_eq!(chosen(&all), [false, false]);
    let last = all.days[1].day;
    let one = search(&mut engine, &format!("network day:>={last}"));
    assert_eq!(chosen(&one), [false, true]);
    assert_eq!(chosen(&search(&mut engine, "-day:2020")), [false, false]);
}

#[test]
fn a_score_is_taken_apart_where_it_decides_the_order() {
    let mut engine = sample();
    let ask = |engine: &mut Engine, text: &str, sort: Option<Sort>| {
        let asked = Search {
            text: text.to_owned(),
            sort,
            ..Search::default()
        };
        let answer = try_search(engine, asked).expect("a good query");
        let id = answer.rows[0].id.clone();
        match engine
            .handle(Request::Paper {
                seq: 1,
                id,
                part: 0,
            })
            .pop()
        {
            Some(Response::Paper {
                paper: Some(paper), ..
            }) => paper.score,
            other => panic!("{other:?}"),
        }
    };
    let score = ask(&mut engine, "segmentation network", None).expect("a score");
    let milli = |text: &str| text.replace('.', "").parse::<u32>().expect("a decimal");
    let sum: u32 = score.lines.iter().map(|line| milli(&line.adds)).sum();
    assert!(sum > 0);
    assert_eq!(sum, milli(&score.total));
    assert_eq!(ask(&mut engine, "segmentation", Some(Sort::Title)), None);
    assert_eq!(ask(&mut engine, "has:abstract", None), None);
}

/// Papers with so much text that a regex over them takes more than one slice.
fn heavy() -> Engine {
    let mut text = String::from("# ArXiv cs.CV --Mon, 2 Mar 2026\n");
    let summary = "lorem ".repeat(500);
    for number in 1..=1_500 {
        let id = 10_000 + number;
        let entry = format!(
            "### {number}.Paper {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{id}.pdf)\n>  {summary} {number}.\n"
        );
        text.push_str(&entry);
    }
    let mut engine = Engine::default();
    load(&mut engine, &[("heavy.md", text.as_bytes())]);
    engine
}

fn ask(seq: u32, text: &str) -> Request {
    Request::Search {
        seq,
        search: Search {
            text: text.to_owned(),
            ..Search::default()
        },
        window: WINDOW,
        open: None,
    }
}

#[test]
fn a_stale_search_dies_and_is_never_answered() {
    let mut engine = heavy();
    assert!(
        engine.handle(ask(1, "/m \\d7\\d\\./")).is_empty(),
        "it takes its time"
    );
    assert!(engine.is_searching() && engine.has_work());
    assert_eq!(engine.search(), None, "a slice of it");
    // The next key: what was looked for is given up at once.
    let answers = engine.handle(ask(2, "paper"));
    let [
        Response::Answer {
            seq: 2,
            outcome: Ok(answer),
        },
    ] = &answers[..]
    else {
        panic!("{answers:?}")
    };
    assert_eq!(answer.hits, 1_500);
    assert!(!engine.is_searching() && !engine.has_work());
    assert_eq!(engine.search(), None);

    // One regex after the other: only the last is answered, and what it found is right.
    assert!(engine.handle(ask(3, "/m \\d1\\d\\./")).is_empty());
    assert_eq!(engine.search(), None);
    assert!(engine.handle(ask(4, "/m \\d7\\d\\./")).is_empty());
    let mut slices = 0;
    let answer = loop {
        slices += 1;
        if let Some(Response::Answer { seq, outcome }) = engine.search() {
            assert_eq!(seq, 4);
            break outcome.expect("a good query");
        }
    };
    assert!(slices > 10, "{slices} slices");
    assert_eq!(answer.hits, 90);
    // What a regex found is not looked for again while the library stays the same.
    assert_eq!(engine.handle(ask(5, "/m \\d7\\d\\./ paper")).len(), 1);
}

#[test]
fn a_search_goes_on_rightly_when_the_library_grows_under_it() {
    let mut engine = heavy();
    assert!(
        engine
            .handle(ask(1, "/segmentation\\.|m \\d7\\d\\./"))
            .is_empty()
    );
    load(&mut engine, &[("more.md", &digest(3))]);
    let answer = loop {
        if let Some(Response::Answer { outcome, .. }) = engine.search() {
            break outcome.expect("a good query");
        }
    };
    assert_eq!((answer.hits, answer.papers), (93, 1_503));
}

/// A paper with an abstract, opened: the part of it that is asked for.
fn opened(engine: &mut Engine, part: u32) -> digest_explorer::protocol::PaperView {
    let request = Request::Paper {
        seq: 1,
        id: "2001.00001".into(),
        part,
    };
    match engine.handle(request).pop() {
        Some(Response::Paper {
            paper: Some(paper), ..
        }) => *paper,
        other => panic!("the paper is there, not {other:?}"),
    }
}

fn with_abstract(text: &str) -> Engine {
    let mut engine = Engine::default();
    let digest = format!(
        "# ArXiv cs.CV --Mon, 2 Mar 2026\n### 1.A paper [ :arrow_down: ](https://arxiv.org/pdf/2001.00001.pdf)\n>  {text}\n"
    );
    load(&mut engine, &[("a.md", digest.as_bytes())]);
    engine
}

#[test]
fn a_very_long_abstract_comes_in_parts() {
    let text = "Many words of one paper. ".repeat(2_000);
    let mut engine = with_abstract(&text);
    search(&mut engine, "words");
    let first = opened(&mut engine, 0);
    let (0, parts) = first.part else {
        panic!("{:?}", first.part)
    };
    let mut whole = String::new();
    for part in 0..parts {
        let paper = opened(&mut engine, part);
        let summary = paper.summary.expect("an abstract");
        assert_eq!(paper.part, (part, parts));
        assert!(!summary.marks.is_empty());
        for mark in &summary.marks {
            assert_eq!(&summary.text.plain[mark.span.range()], "words");
        }
        whole.push_str(&summary.text.plain);
    }
    assert_eq!(whole, text.trim_end());
    assert_eq!(
        opened(&mut engine, u32::MAX).part,
        (parts - 1, parts),
        "there is no part behind the last"
    );
}

#[test]
fn what_the_page_gets_of_a_paper_is_bounded() {
    let of_pieces = |count: usize| {
        let pieces = "**b** word $x^2$ [c](https://a.example/) <b>x</b> ".repeat(count);
        let mut engine = with_abstract(&pieces);
        let answer = search(&mut engine, "b OR word OR x");
        let paper = opened(&mut engine, 0);
        [
            postcard::to_allocvec(&answer),
            postcard::to_allocvec(&paper),
        ]
        .map(|bytes| bytes.map_or(0, |bytes| bytes.len()))
    };
    let (some, more) = (of_pieces(1_000), of_pieces(2_000));
    for (some, more) in some.into_iter().zip(more) {
        assert!(10 * more < 11 * some, "{some} bytes became {more}");
    }
}

#[test]
fn a_query_of_many_words_says_why_nothing_was_found() {
    let mut engine = sample();
    let answer = search(&mut engine, &"zyzzyva quux task:slam ".repeat(300));
    assert_eq!(answer.hits, 0);
    assert!(!answer.emptied.clauses.is_empty());
    let chips = &answer.chips;
    assert!(chips.len() < 100);
    assert!(
        chips
            .last()
            .is_some_and(|chip| chip.label.ends_with("more conditions"))
    );
    let last = chips
        .last()
        .map(|chip| chip.without.clone())
        .unwrap_or_default();
    let kept = last.matches("task:slam").count();
    assert_eq!(
        kept,
        chips.len() - 1,
        "the others are taken off by the last chip"
    );
}
