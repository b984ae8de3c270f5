//! Files that the worker makes for the page: requests in, responses out.
#![cfg(feature = "engine")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

use std::fmt::Write as _;

use digest_explorer::core;
use digest_explorer::core::day::Day;
use digest_explorer::core::export::{Exporter, Form};
use digest_explorer::core::marks::{Kind, Wish};
use digest_explorer::engine::Engine;
use digest_explorer::protocol::{
    Chosen, Detail, ExportWish, ExportWith, MOST_PRINTED, MadeFile, Make, PrintPaper, PrintWish,
    Request, Response, Scope, Search, Window, WrittenView,
};

fn id(number: u32) -> String {
    format!("2603.{number:05}")
}

/// A digest of so many papers from a number on, of a day of March 2026.
fn digest(day: u8, from: u32, papers: u32) -> String {
    let weekday = Day::new(2026, 3, day).unwrap().weekday();
    let mut text = format!("# ArXiv cs.CV --{weekday}, {day} Mar 2026\n");
    for (place, paper) in (from..from + papers).enumerate() {
        let (place, id) = (place + 1, id(paper));
        writeln!(
            text,
            "### {place}.Paper {paper} [ :arrow_down: ](https://arxiv.org/pdf/{id}.pdf)\n>  About \
             gardens numbered {paper}."
        )
        .unwrap();
    }
    text
}

fn read(engine: &mut Engine, job: u32, text: String) {
    let name = format!("{job}.md");
    let names = vec![name.clone()];
    engine.handle(Request::Open { job, names });
    engine.push_file(job, &name, text.into_bytes());
    while engine.has_work() {
        engine.work();
    }
}

/// Two days of ten papers.
fn library() -> Engine {
    let mut engine = Engine::default();
    read(&mut engine, 1, digest(2, 1, 10));
    read(&mut engine, 2, digest(3, 11, 10));
    engine
}

fn search(engine: &mut Engine, seq: u32, text: &str) {
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    let (window, open) = (Window { start: 0, len: 3 }, None);
    let request = Request::Search {
        seq,
        search,
        window,
        open,
    };
    let answer = engine.handle(request);
    assert!(matches!(
        answer[..],
        [Response::Answer { outcome: Ok(_), .. }]
    ));
}

fn mark(engine: &mut Engine, paper: u32, kind: Kind) {
    engine.handle(Request::Mark {
        papers: Chosen::Ids(vec![id(paper)]),
        wish: Wish::Set(kind, true),
        at: 1,
    });
}

fn wish(form: Form, of: Scope) -> ExportWish {
    ExportWish {
        form: form.id().to_owned(),
        of,
        with: ExportWith::default(),
    }
}

fn hits(seq: u32, from: u32, to: u32) -> Scope {
    Scope::Papers(Chosen::Hits { seq, from, to })
}

fn begin(engine: &mut Engine, seq: u32, wish: ExportWish) -> Vec<Response> {
    let what = Make::Export(wish);
    engine.handle(Request::Make { seq, what })
}

/// What comes of a file, part by part: the bytes, and how far it was said to be.
#[derive(Default)]
struct Gathered {
    bytes: Vec<u8>,
    parts: usize,
    said: Vec<(u32, u32)>,
}

impl Gathered {
    /// Takes a response; gives the outcome when that is it.
    fn take(&mut self, of: u32, response: Response) -> Option<Result<MadeFile, String>> {
        match response {
            Response::Making {
                seq,
                done,
                total,
                bytes,
            } => {
                assert_eq!(seq, of);
                self.parts += usize::from(!bytes.is_empty());
                self.bytes.extend(bytes);
                self.said.push((done, total));
                None
            }
            Response::Made { seq, outcome } => {
                assert_eq!(seq, of);
                Some(outcome)
            }
            _ => None,
        }
    }
}

fn make(engine: &mut Engine, wish: ExportWish) -> Result<(MadeFile, Gathered), String> {
    let mut gathered = Gathered::default();
    let first = begin(engine, 7, wish);
    for response in first {
        if let Some(outcome) = gathered.take(7, response) {
            return Ok((outcome?, gathered));
        }
    }
    while engine.has_work() {
        if let Some(response) = engine.work()
            && let Some(outcome) = gathered.take(7, response)
        {
            return Ok((outcome?, gathered));
        }
    }
    panic!("it was neither made nor refused");
}

fn text(engine: &mut Engine, wish: ExportWish, most: u32) -> Result<WrittenView, String> {
    match engine.handle(Request::Write { seq: 3, wish, most }).pop() {
        Some(Response::Written { seq: 3, outcome }) => outcome,
        other => panic!("a text, not {other:?}"),
    }
}

/// The ids in a file in their order, by the lines in which RIS has them.
fn ids(bytes: &[u8]) -> Vec<u32> {
    let text = std::str::from_utf8(bytes).unwrap();
    let urls = text.lines().filter_map(|line| line.strip_prefix("UR  - "));
    let numbers = urls.filter_map(|url| url.rsplit_once('.')?.1.trim().parse().ok());
    numbers.collect()
}

#[test]
fn every_scope_has_its_papers_in_their_order() {
    let mut engine = library();
    search(&mut engine, 1, "");
    for (paper, kind) in [
        (12, Kind::Later),
        (3, Kind::Starred),
        (14, Kind::Starred),
        (15, Kind::Skipped),
        (11, Kind::Starred),
    ] {
        mark(&mut engine, paper, kind);
    }
    let day = Day::new(2026, 3, 3).unwrap();
    let some = Scope::Papers(Chosen::Ids(vec![id(5), id(99), id(2)]));
    let one = Scope::Papers(Chosen::Ids(vec![id(5)]));
    for (scope, expected, name) in [
        (
            hits(1, 0, u32::MAX),
            (11..=20).chain(1..=10).collect(),
            "20-papers.ris",
        ),
        (hits(1, 9, 12), vec![20, 1, 2], "3-papers.ris"),
        (some, vec![5, 2], "2-papers.ris"),
        (one, vec![5], "2603.00005.ris"),
        (Scope::Starred, vec![11, 14, 3], "starred.ris"),
        (Scope::Kept(day), vec![11, 12, 14], "kept-2026-03-03.ris"),
    ] {
        let (file, gathered) = make(&mut engine, wish(Form::Ris, scope)).unwrap();
        assert_eq!(ids(&gathered.bytes), expected);
        assert_eq!(
            (file.name.as_str(), file.papers as usize),
            (name, expected.len())
        );
    }
}

#[test]
fn stars_stand_by_their_dates_as_hits_do() {
    let mut engine = library();
    // No list announced these; the months of their ids are what is known.
    let undated = ["2604.00031", "2602.00041"];
    let paper = |id: &str| format!("{{\"id\": \"{id}\", \"title\": \"Ponds\"}}");
    let papers = undated.map(paper).join(",\n");
    read(&mut engine, 3, format!("[{papers}]"));
    for paper in [3, 14] {
        mark(&mut engine, paper, Kind::Starred);
    }
    engine.handle(Request::Mark {
        papers: Chosen::Ids(undated.map(str::to_owned).to_vec()),
        wish: Wish::Set(Kind::Starred, true),
        at: 1,
    });
    search(&mut engine, 1, "is:starred");
    for scope in [hits(1, 0, u32::MAX), Scope::Starred] {
        let (_, gathered) = make(&mut engine, wish(Form::Ris, scope)).unwrap();
        assert_eq!(ids(&gathered.bytes), [31, 14, 3, 41]);
    }
}

#[test]
fn a_file_is_what_the_command_line_writes() {
    let mut engine = library();
    search(&mut engine, 1, "");
    for form in Form::ALL {
        let mut exporter = Exporter::new(form, Vec::new());
        for (name, from) in [("2.md", 3), ("1.md", 2)] {
            let (day, first) = (from, u32::from(from - 2) * 10 + 1);
            let digest = core::digest::read(name, digest(day, first, 10).into_bytes());
            for paper in &digest.papers {
                exporter.paper(paper, name).unwrap();
            }
        }
        let expected = exporter.finish().unwrap();
        let (file, gathered) = make(&mut engine, wish(form, hits(1, 0, u32::MAX))).unwrap();
        assert_eq!(
            String::from_utf8_lossy(&gathered.bytes),
            String::from_utf8_lossy(&expected)
        );
        assert!(!file.mime.is_empty());
    }
}

#[test]
fn abstracts_are_left_out_where_nobody_wants_them() {
    let mut engine = library();
    search(&mut engine, 1, "");
    // A citation has none anyway, and an archive is no text.
    let has_one = |form: &Form| form.is_text() && *form != Form::Plain;
    for form in Form::ALL.into_iter().filter(has_one) {
        let mut wish = wish(form, hits(1, 0, u32::MAX));
        let (_, whole) = make(&mut engine, wish.clone()).unwrap();
        assert!(String::from_utf8_lossy(&whole.bytes).contains("gardens"));
        wish.with.abstracts = false;
        let (_, without) = make(&mut engine, wish).unwrap();
        let without = String::from_utf8_lossy(&without.bytes).into_owned();
        assert!(!without.contains("gardens") && without.contains("Paper 7"));
    }
}

#[test]
fn a_search_goes_before_a_file() {
    let mut engine = Engine::default();
    read(&mut engine, 1, digest(2, 1, 3000));
    search(&mut engine, 1, "");
    assert!(begin(&mut engine, 1, wish(Form::Csl, hits(1, 0, u32::MAX))).is_empty());
    let mut gathered = Gathered::default();
    for round in 0..10 {
        let step = engine.work().unwrap();
        assert!(gathered.take(1, step).is_none());
        // It is answered in the midst of it, and the file is of the hits as they were.
        search(&mut engine, 2 + round, "gardens");
    }
    let outcome = loop {
        if let Some(outcome) = gathered.take(1, engine.work().unwrap()) {
            break outcome;
        }
    };
    assert_eq!(outcome.unwrap().papers, 3000);
    let csl: serde_json::Value = serde_json::from_slice(&gathered.bytes).unwrap();
    assert_eq!(csl.as_array().map(Vec::len), Some(3000));
    assert!(gathered.said.iter().is_sorted() && gathered.said.len() >= 3000 / 64);
    assert_eq!(gathered.said.last(), Some(&(3000, 3000)));
    assert!(
        gathered.parts < gathered.said.len(),
        "small ones are gathered"
    );
}

#[test]
fn a_file_can_be_given_up() {
    let mut engine = Engine::default();
    read(&mut engine, 1, digest(2, 1, 500));
    search(&mut engine, 1, "");
    let all = wish(Form::Bibtex, hits(1, 0, u32::MAX));
    begin(&mut engine, 1, all.clone());
    assert!(matches!(
        engine.work(),
        Some(Response::Making { seq: 1, .. })
    ));
    begin(&mut engine, 2, all);
    assert!(matches!(
        engine.work(),
        Some(Response::Making { seq: 2, .. })
    ));
    engine.handle(Request::StopMaking);
    while engine.has_work() {
        let said = engine.work();
        assert!(!matches!(
            said,
            Some(Response::Making { .. } | Response::Made { .. })
        ));
    }
}

#[test]
fn papers_that_are_taken_out_meanwhile_are_not_in_the_file() {
    let mut engine = library();
    search(&mut engine, 1, "");
    begin(&mut engine, 1, wish(Form::Ris, hits(1, 0, u32::MAX)));
    let source = "1.md".to_owned();
    engine.handle(Request::Remove { job: 3, source });
    let mut gathered = Gathered::default();
    while engine.has_work() {
        if let Some(response) = engine.work()
            && let Some(outcome) = gathered.take(1, response)
        {
            assert_eq!(outcome.unwrap().papers as usize, ids(&gathered.bytes).len());
        }
    }
    assert!(ids(&gathered.bytes).len() >= 10);
}

#[test]
fn what_cannot_be_made_is_refused_in_words() {
    let mut engine = library();
    search(&mut engine, 1, "");
    search(&mut engine, 2, "unheard");
    let some = Scope::Papers(Chosen::Ids(vec![id(99)]));
    for scope in [hits(2, 0, u32::MAX), some, Scope::Starred] {
        let why = make(&mut engine, wish(Form::Csv, scope.clone())).err();
        assert_eq!(why.as_deref(), Some("there are no papers to write"));
        assert!(text(&mut engine, wish(Form::Csv, scope), 2).is_err());
    }
    let why = make(&mut engine, wish(Form::Csv, hits(1, 0, 9)))
        .err()
        .unwrap();
    assert!(why.contains("changed"), "{why}");
    let mut unknown = wish(Form::Csv, hits(2, 0, 9));
    unknown.form = "tablets".into();
    let why = make(&mut engine, unknown).err().unwrap();
    assert!(why.contains("“tablets”"), "{why}");
}

#[test]
fn the_first_papers_are_shown_at_once() {
    let mut engine = library();
    search(&mut engine, 1, "");
    for form in Form::ALL {
        let view = text(&mut engine, wish(form, hits(1, 0, u32::MAX)), 2).unwrap();
        assert_eq!((view.papers, view.of), (2, 20));
        assert_eq!(view.text.is_some(), form.is_text());
        let Some(text) = view.text else {
            continue;
        };
        assert!(text.contains("Paper 11") && text.contains("Paper 12"));
        assert!(!text.contains("Paper 13") && view.name.starts_with("20-papers."));
    }
}

#[test]
fn files_have_names_that_every_system_can_have() {
    let mut engine = Engine::default();
    let text = "# Papers\n\n## Of gardens\n\n**Link**: \
                [arXiv](https://arxiv.org/abs/hep-th/9901001)  \n**Abstract**: Of them.\n";
    read(&mut engine, 1, text.to_owned());
    let old = Scope::Papers(Chosen::Ids(vec!["hep-th/9901001".to_owned()]));
    let (file, _) = make(&mut engine, wish(Form::Csl, old)).unwrap();
    assert_eq!(file.name, "hep-th-9901001.json");
}

/// All that comes to be printed, and how many papers there are.
fn print(engine: &mut Engine, of: Scope, detail: Detail) -> Result<(Vec<PrintPaper>, u32), String> {
    let own = true;
    let wish = Some(PrintWish { of, detail, own });
    let mut papers = Vec::new();
    let mut first = engine.handle(Request::Print { seq: 5, wish });
    while engine.has_work() || !first.is_empty() {
        let Some(response) = first.pop().or_else(|| engine.work()) else {
            continue;
        };
        let Response::Printed { seq: 5, outcome } = response else {
            continue;
        };
        let view = outcome?;
        papers.extend(view.papers);
        assert_eq!(papers.len(), view.done as usize);
        if view.done == view.of {
            return Ok((papers, view.all));
        }
    }
    panic!("not all of them came");
}

#[test]
fn papers_are_printed_as_they_stand_with_as_much_as_is_wanted() {
    let mut engine = library();
    search(&mut engine, 1, "");
    let note = "Between the beds.".to_owned();
    engine.handle(Request::Mark {
        papers: Chosen::Ids(vec![id(12)]),
        wish: Wish::Note(note.clone()),
        at: 1,
    });
    let all = hits(1, 0, u32::MAX);
    let (papers, of) = print(&mut engine, all.clone(), Detail::Whole).unwrap();
    let ids: Vec<&str> = papers.iter().map(|paper| paper.id.as_str()).collect();
    let expected: Vec<String> = (11..=20).chain(1..=10).map(id).collect();
    assert_eq!(
        (ids, of),
        (expected.iter().map(String::as_str).collect(), 20)
    );
    let second = &papers[1];
    assert_eq!(second.title.text.plain, "Paper 12");
    assert_eq!(second.note, note);
    assert_eq!(second.links, ["https://arxiv.org/abs/2603.00012"]);
    let summary = second.summary.as_ref().unwrap();
    assert_eq!(summary.text.plain, "About gardens numbered 12.");
    let (papers, _) = print(&mut engine, all, Detail::Nothing).unwrap();
    assert!(papers.iter().all(|paper| paper.summary.is_none()));
    assert!(print(&mut engine, Scope::Starred, Detail::Lines).is_err());
}

#[test]
fn of_very_many_papers_the_first_are_printed() {
    let mut engine = Engine::default();
    read(&mut engine, 1, digest(2, 1, MOST_PRINTED + 30));
    search(&mut engine, 1, "");
    let (papers, of) = print(&mut engine, hits(1, 0, u32::MAX), Detail::Lines).unwrap();
    assert_eq!(
        (papers.len(), of),
        (MOST_PRINTED as usize, MOST_PRINTED + 30)
    );
    // Long abstracts fill the pages sooner.
    let mut engine = Engine::default();
    let text = digest(2, 1, 600).replace("gardens", &"gardens ".repeat(4000));
    read(&mut engine, 1, text);
    search(&mut engine, 1, "");
    let (papers, of) = print(&mut engine, hits(1, 0, u32::MAX), Detail::Whole).unwrap();
    assert!(
        (200..400).contains(&papers.len()) && of == 600,
        "{}",
        papers.len()
    );
    // Nobody wants them any more.
    let of = hits(1, 0, u32::MAX);
    let (detail, own) = (Detail::Lines, false);
    let wish = Some(PrintWish { of, detail, own });
    engine.handle(Request::Print { seq: 5, wish });
    engine.handle(Request::Print { seq: 6, wish: None });
    assert!(!engine.has_work());
}

#[test]
fn what_is_the_readers_own_is_written_where_it_is_wanted() {
    let mut engine = library();
    search(&mut engine, 1, "");
    mark(&mut engine, 12, Kind::Starred);
    engine.handle(Request::Mark {
        papers: Chosen::Ids(vec![id(12)]),
        wish: Wish::Note("Between the beds.".to_owned()),
        at: 1,
    });
    for form in [Form::Csv, Form::Ris, Form::Markdown, Form::Org] {
        let mut wish = wish(form, hits(1, 0, u32::MAX));
        let (_, without) = make(&mut engine, wish.clone()).unwrap();
        assert!(!String::from_utf8_lossy(&without.bytes).contains("Between"));
        wish.with.own = true;
        let (_, own) = make(&mut engine, wish).unwrap();
        let own = String::from_utf8_lossy(&own.bytes).into_owned();
        assert!(
            own.contains("Between the beds.") && own.contains("starred"),
            "{own}"
        );
    }
}
