//! Assistants share in tagging the papers of a large job: whenever and in whatever order they
//! answer, and whether they do, the end is what the engine makes alone.
#![cfg(all(feature = "engine", not(target_arch = "wasm32")))]
#![allow(clippy::expect_used, reason = "a test says where it failed")]

mod tagging_support;

use std::collections::VecDeque;

use digest_explorer::engine::{Assistant, Engine};
use digest_explorer::protocol::{Request, Response, Search, Window};
use tagging_support::{MANY, described, digest, in_small_jobs, open, search};

/// What is done about errands while the engine works.
struct Helped {
    engine: Engine,
    assistant: Assistant,
    /// Errands that were given out, with their numbers.
    out: VecDeque<(u32, Vec<u8>)>,
    /// How many were answered.
    answered: usize,
}

impl Helped {
    fn new() -> Self {
        let mut engine = Engine::default();
        engine.share(true);
        Self {
            engine,
            assistant: Assistant::default(),
            out: VecDeque::new(),
            answered: 0,
        }
    }

    /// Gives out errands until so many are out.
    fn give(&mut self, most: usize) {
        while self.out.len() < most
            && let Some(errand) = self.engine.errand(true)
        {
            self.out.push_back(errand);
        }
    }

    /// One errand comes back: the oldest or the newest.
    fn answer(&mut self, newest: bool) {
        let errand = if newest {
            self.out.pop_back()
        } else {
            self.out.pop_front()
        };
        if let Some((number, errand)) = errand {
            let done = self.assistant.run(&errand).expect("an errand");
            assert_eq!(self.engine.done(&done), Some(number));
            self.answered += 1;
        }
    }

    /// Works until nothing is left to do, giving out errands and taking answers as `then` says.
    fn work(&mut self, mut then: impl FnMut(&mut Self)) {
        loop {
            while self.engine.has_work() {
                if let Some(Response::Fault { message }) = self.engine.work() {
                    panic!("{message}");
                }
                then(self);
            }
            if self.out.is_empty() {
                return;
            }
            self.answer(false);
        }
    }
}

/// All is told alike; of what is not only the first.
#[track_caller]
fn check(told: &[String], expected: &[String]) {
    for (told, expected) in told.iter().zip(expected) {
        assert_eq!(told, expected);
    }
    assert_eq!(told.len(), expected.len());
}

#[test]
fn whatever_the_order_of_answers_the_end_is_the_same() {
    for newest in [false, true] {
        let mut helped = Helped::new();
        open(&mut helped.engine, 1, digest(1, 2 * MANY));
        let mut turn = 0;
        helped.work(|helped| {
            turn += 1;
            helped.give(4);
            if turn % 5 == 0 {
                helped.answer(newest);
            }
        });
        assert!(helped.answered > 10, "{}", helped.answered);
        check(
            &described(&mut helped.engine),
            &described(&mut in_small_jobs(2 * MANY)),
        );
    }
}

#[test]
fn errands_that_are_lost_are_done_here() {
    let mut helped = Helped::new();
    open(&mut helped.engine, 1, digest(1, 2 * MANY));
    let mut turn = 0;
    helped.work(|helped| {
        turn += 1;
        helped.give(2);
        if turn % 3 == 0
            && let Some((number, _)) = helped.out.pop_front()
        {
            helped.engine.lost(number);
        }
        if turn == 60 {
            helped.engine.share(false);
        }
    });
    check(
        &described(&mut helped.engine),
        &described(&mut in_small_jobs(2 * MANY)),
    );
}

#[test]
fn the_engine_waits_for_what_is_out_and_says_so_by_having_no_work() {
    let mut helped = Helped::new();
    open(&mut helped.engine, 1, digest(1, 2 * MANY));
    // All that can be shared is shared, and nothing comes back.
    let mut loaded = false;
    while helped.engine.has_work() {
        loaded |= matches!(helped.engine.work(), Some(Response::Loaded(_)));
        helped.give(usize::MAX);
    }
    assert!(!loaded && !helped.out.is_empty());
    assert!(helped.engine.work().is_none());
    let untagged = search(&mut helped.engine, "task:none").hits;
    assert!(untagged > MANY, "{untagged}");
    let mut said = None;
    while let Some((number, errand)) = helped.out.pop_front() {
        assert!(said.is_none() && !helped.engine.has_work());
        let done = helped.assistant.run(&errand).expect("an errand");
        assert_eq!(helped.engine.done(&done), Some(number));
        assert!(helped.engine.has_work());
        said = helped.engine.work();
    }
    assert!(matches!(said, Some(Response::Loaded(_))));
    assert_eq!(search(&mut helped.engine, "task:none").hits, 0);
}

#[test]
fn tags_that_come_too_late_are_left_aside() {
    let mut helped = Helped::new();
    open(&mut helped.engine, 1, digest(1, 2 * MANY));
    while helped.engine.has_work() {
        helped.engine.work();
        helped.give(usize::MAX);
    }
    // A paper that is out comes again and says more, and another file is taken out.
    let mut other = String::from("# ArXiv cs.CV --Tue, 3 Mar 2026\n");
    for number in MANY..MANY + 3 {
        let more: Vec<String> = (0..60).map(|at| format!("more{at}")).collect();
        let entry = format!(
            "### {number}.On translation, part {number} [ :arrow_down: ](https://arxiv.org/pdf/2603.{:05}v2.pdf)\n>  Machine translation of documents, in which more is said than before of {number}: {}.\n",
            99_999 - number,
            more.join(" ")
        );
        other.push_str(&entry);
    }
    open(&mut helped.engine, 2, other.clone().into_bytes());
    helped.work(|_| {});
    let mut alone = Engine::default();
    open(&mut alone, 1, digest(1, 2 * MANY));
    open(&mut alone, 2, other.into_bytes());
    while alone.has_work() {
        alone.work();
    }
    check(&described(&mut helped.engine), &described(&mut alone));

    open(&mut helped.engine, 3, digest(3 * MANY, 2 * MANY));
    while helped.engine.has_work() {
        helped.engine.work();
        helped.give(usize::MAX);
    }
    assert!(!helped.out.is_empty());
    let source = "3.md".to_owned();
    helped.engine.handle(Request::Remove { job: 4, source });
    let mut turns = 0;
    helped.work(|_| {
        turns += 1;
        assert!(turns < 10_000, "it spins");
    });
    check(&described(&mut helped.engine), &described(&mut alone));
}

#[test]
fn bytes_that_are_no_errand_do_no_harm() {
    assert!(Assistant::default().run(b"no errand").is_none());
    assert!(Engine::default().done(&[]).is_none());
}

#[test]
fn nothing_is_shared_before_all_is_searchable_unless_early() {
    let mut engine = Engine::default();
    open(&mut engine, 1, digest(1, 2 * MANY));
    let mut searchable = 0;
    let first = loop {
        if let Some(errand) = engine.errand(false) {
            break errand;
        }
        match engine.work() {
            Some(Response::Progress(progress)) => searchable = progress.searchable,
            other => panic!("unexpected while loading: {other:?}"),
        }
    };
    assert_eq!((first.0, searchable), (1, 2 * MANY));
}

#[test]
fn a_search_under_way_goes_on_whatever_comes() {
    let mut helped = Helped::new();
    open(&mut helped.engine, 1, digest(1, 2 * MANY));
    while helped.engine.has_work() {
        helped.engine.work();
        helped.give(usize::MAX);
    }
    // A regex that takes many slices, with an answer to an errand behind each.
    let search = Search {
        text: "/[a-z]+ [0-9x]+ .*[0-9]$/".to_owned(),
        ..Search::default()
    };
    let window = Window { start: 0, len: 3 };
    let mut answer = helped.engine.handle(Request::Search {
        seq: 1,
        search,
        window,
        open: None,
    });
    let mut slices = 0;
    while answer.is_empty() {
        helped.answer(false);
        answer.extend(helped.engine.search());
        slices += 1;
    }
    assert!((2..1_000).contains(&slices), "{slices}");
    let out = helped.out.len();
    assert!(out > 0, "it was answered only when nothing came any more");
}
