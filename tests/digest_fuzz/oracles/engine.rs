//! The whole engine: a file is dropped, searched in, its papers are opened, and it is taken out
//! again.

use std::cell::RefCell;

use digest_explorer::engine::Engine;
use digest_explorer::protocol::{Request, Response, RichView, Search, Window};

use super::digest::NAME;
use super::markup::assert_drawn;

/// A file may not ask for more slices of work than that.
const MOST_SLICES: usize = 100_000;

thread_local! {
    /// One for all files, because to make its tagger takes longer than most of them do; it is empty
    /// when a file is taken out.
    static ENGINE: RefCell<Engine> = RefCell::default();
}

pub fn check(bytes: &[u8]) {
    ENGINE.with_borrow_mut(|engine| through(engine, bytes));
}

fn through(engine: &mut Engine, bytes: &[u8]) {
    let names = vec![NAME.to_owned()];
    engine.handle(Request::Open { job: 1, names });
    engine.push_file(1, NAME, bytes.to_vec());
    let papers = work(engine);
    let all = search(engine, 1, "");
    assert_eq!(all.len(), papers.min(5));
    for (id, title) in &all {
        open(engine, id);
        // What is in a title is found by it.
        let words: String = title
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        let words: Vec<&str> = words.split_whitespace().take(3).collect();
        if !words.is_empty() {
            search(engine, 2, &format!("\"{}\"", words.join(" ")));
            open(engine, id);
        }
    }
    search(engine, 3, "a OR the OR we -zzz");
    engine.handle(Request::Terms { seq: 3 });
    work(engine);
    let source = NAME.to_owned();
    engine.handle(Request::Remove { job: 2, source });
    work(engine);
    assert!(search(engine, 4, "").is_empty(), "something is left");
}

/// Lets the engine work until nothing is left to do; says how many papers the library then has.
fn work(engine: &mut Engine) -> usize {
    let mut papers = 0;
    for _ in 0..MOST_SLICES {
        if !engine.has_work() {
            return papers;
        }
        if let Some(Response::Loaded(loaded)) = engine.work() {
            papers = loaded.papers as usize;
        }
    }
    panic!("work without end");
}

/// The id and the title of the first hits.
fn search(engine: &mut Engine, seq: u32, text: &str) -> Vec<(String, String)> {
    let search = Search {
        text: text.to_owned(),
        ..Search::default()
    };
    let window = Window { start: 0, len: 5 };
    let mut said = engine.handle(Request::Search {
        seq,
        search,
        window,
        open: None,
    });
    while engine.is_searching() {
        said.extend(engine.search());
    }
    let Some(Response::Answer {
        outcome: Ok(answer),
        ..
    }) = said.pop()
    else {
        panic!("no answer to {text:?}: {said:?}");
    };
    assert!(answer.hits <= answer.papers);
    for row in &answer.rows {
        assert_view(&row.title);
        assert_view(&row.snippet);
    }
    let rows = answer.rows.into_iter();
    rows.map(|row| (row.id, row.title.text.plain)).collect()
}

fn open(engine: &mut Engine, id: &str) {
    let seq = 9;
    let id = id.to_owned();
    let said = engine.handle(Request::Paper { seq, id, part: 0 });
    let Some(Response::Paper {
        paper: Some(paper), ..
    }) = said.first()
    else {
        panic!("a hit that cannot be opened: {said:?}");
    };
    assert_view(&paper.title);
    for text in [&paper.summary, &paper.comment, &paper.gist] {
        text.iter().for_each(assert_view);
    }
}

fn assert_view(view: &RichView) {
    assert_drawn(&view.text, &view.marks);
    let marks = view.marks.iter().map(|mark| mark.span);
    assert!(
        marks.is_sorted_by(|one, next| one.end <= next.start),
        "marks that are not apart: {view:?}"
    );
}
