//! That a source was taken out stands in the history among the acts, and is undone and redone.

use digest_explorer::engine::{Engine, Settled};
use digest_explorer::protocol::{
    Chosen, Kind, MarksView, OWN_JOBS, Request, Response, SourceNews, Way, Wish,
};

/// Works until nothing is left to do.
fn finish(engine: &mut Engine) {
    while engine.has_work() {
        engine.work();
    }
}

fn remove(engine: &mut Engine, job: u32, source: &str) {
    let source = source.to_owned();
    engine.handle(Request::Remove { job, source });
    finish(engine);
    engine.take_settled();
}

fn star(engine: &mut Engine, at: u64) {
    engine.handle(Request::Mark {
        papers: Chosen::Ids(vec!["2603.10001".to_owned()]),
        wish: Wish::Toggle(Kind::Starred),
        at,
    });
}

/// What an undo or a redo says: the source, `*` for marks, or nothing.
#[track_caller]
fn says(engine: &mut Engine, request: Request, expected: &str) {
    let way = match request {
        Request::Undo { .. } => Way::Undone,
        _ => Way::Redone,
    };
    let said = engine.handle(request);
    let (said, wish) = match &said[..] {
        [
            Response::Source(SourceNews {
                way: told,
                source,
                is_lost: false,
            }),
        ] if *told == way => {
            let wish = match way {
                Way::Undone => Settled::Wanted(source.clone()),
                _ => Settled::Unwanted(source.clone()),
            };
            (source.as_str(), vec![wish])
        }
        [
            Response::Marked(MarksView {
                news: Some(news), ..
            }),
        ] if news.way == way => ("*", vec![]),
        [Response::NothingTo(told)] if *told == way => ("", vec![]),
        other => panic!("{other:?}"),
    };
    assert_eq!(said, expected);
    assert_eq!(engine.take_settled(), wish);
}

const UNDO: Request = Request::Undo { at: 9 };
const REDO: Request = Request::Redo { at: 9 };

#[test]
fn a_removal_is_undone_and_redone_in_its_place_among_the_acts() {
    let mut engine = Engine::default();
    star(&mut engine, 1);
    engine.handle(Request::Sample { job: 1 });
    finish(&mut engine);
    remove(&mut engine, 2, "sample.md");
    star(&mut engine, 3);
    star(&mut engine, 4);
    says(&mut engine, UNDO, "*");
    says(&mut engine, UNDO, "*");
    says(&mut engine, UNDO, "sample.md");
    assert!(engine.read_sample(OWN_JOBS, "sample.md"));
    assert!(!engine.read_sample(OWN_JOBS, "other.md"));
    finish(&mut engine);
    engine.take_settled();
    says(&mut engine, UNDO, "*");
    says(&mut engine, UNDO, "");
    says(&mut engine, REDO, "*");
    says(&mut engine, REDO, "sample.md");
    // Whoever has the files takes it out.
    remove(&mut engine, OWN_JOBS + 1, "sample.md");
    says(&mut engine, REDO, "*");
    says(&mut engine, REDO, "*");
    says(&mut engine, REDO, "");
    says(&mut engine, UNDO, "*");
    says(&mut engine, UNDO, "*");
    says(&mut engine, UNDO, "sample.md");
}

#[test]
fn what_is_done_after_an_undo_ends_what_could_be_redone() {
    let mut engine = Engine::default();
    engine.handle(Request::Sample { job: 1 });
    finish(&mut engine);
    remove(&mut engine, 2, "sample.md");
    says(&mut engine, UNDO, "sample.md");
    star(&mut engine, 3);
    says(&mut engine, REDO, "");
    says(&mut engine, UNDO, "*");
    says(&mut engine, UNDO, "");
}

/// A source that comes back beside another one of its name gets a new one, by which it could not be
/// taken out again.
#[test]
fn a_name_that_is_taken_is_not_redone() {
    let mut engine = Engine::default();
    engine.handle(Request::Sample { job: 1 });
    finish(&mut engine);
    remove(&mut engine, 2, "sample.md");
    engine.handle(Request::Sample { job: 3 });
    finish(&mut engine);
    engine.take_settled();
    says(&mut engine, UNDO, "sample.md");
    says(&mut engine, REDO, "");
}
