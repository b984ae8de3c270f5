//! A library that was opened from a snapshot answers byte for byte as the one that it is of, and
//! goes on as that one does, whatever comes then.
#![cfg(feature = "engine")]

mod corpora_support;
mod snapshot_support;

use digest_explorer::core::facet::Facet;
use digest_explorer::engine::Engine;
use digest_explorer::engine::kept::{Damaged, Slot, Wrote};
use digest_explorer::protocol::{
    Chosen, Hand, Kind, OwnEdit, Request, Response, Search, Setting, SettingKind, SettingWish,
    Window, Wish,
};
use snapshot_support::{Disk, Random, digest, same, search, work};

const RULES: &str = "[[rule]]\nname = 'kettles'\nfacet = 'task'\nwords = 'kettle; teapot'\n\n\
                     [[rule]]\nname = 'valley'\nfacet = 'domain'\nwords = 'valley'\n";

fn read(engine: &mut Engine, job: u32, files: &[(String, Vec<u8>)]) {
    let names = files.iter().map(|(name, _)| name.clone()).collect();
    engine.handle(Request::Open { job, names });
    for (name, bytes) in files {
        engine.push_file(job, name, bytes.clone());
        work(engine);
    }
    work(engine);
}

fn invented(seed: u64, file: u32) -> (String, Vec<u8>) {
    (format!("{file}.md"), digest(&mut Random(seed), file))
}

/// Something is set up for all papers, or no longer.
fn set(engine: &mut Engine, kind: SettingKind, name: &str, is_on: bool) {
    let wish = SettingWish {
        kind,
        name: name.to_owned(),
        setting: is_on.then(Setting::default),
    };
    let wishes = vec![wish];
    engine.handle(Request::Set { wishes, at: 1 });
}

/// What a reader does and what comes, in one number.
fn act(engine: &mut Engine, random: &mut Random, job: u32) {
    let id = format!("2603.{:05}", 10_000 + random.below(60));
    let at = u64::from(job);
    match random.below(10) {
        0..4 => {
            let file = random.below(40);
            let seed = random.next();
            read(engine, job, &[invented(seed, file)]);
        }
        4 => {
            let source = format!("{}.md", random.below(40));
            engine.handle(Request::Remove { job, source });
            work(engine);
        }
        5 => {
            let papers = Chosen::Ids(vec![id]);
            let wish = Wish::Toggle(if random.below(2) == 0 {
                Kind::Starred
            } else {
                Kind::Read
            });
            engine.handle(Request::Mark { papers, wish, at });
        }
        6 => {
            let papers = Chosen::Ids(vec![id]);
            let wish = Wish::Note("a kettle of its own".to_owned());
            engine.handle(Request::Mark { papers, wish, at });
            engine.handle(Request::Undo { at });
        }
        7 => {
            let text = if random.below(3) == 0 { "" } else { RULES };
            engine.handle(Request::Own {
                edit: OwnEdit::All(text.to_owned()),
                at: 1,
            });
            work(engine);
        }
        8 => {
            let mute = random.below(2) == 0;
            set(engine, SettingKind::Mute, "valley", mute);
            set(engine, SettingKind::Highlight, "kettle", !mute);
            work(engine);
        }
        _ => {
            let edit = OwnEdit::Hand {
                paper: id,
                facet: Facet::Task,
                tag: "by hand".to_owned(),
                what: Some(Hand::Add),
            };
            engine.handle(Request::Own { edit, at: 1 });
            work(engine);
        }
    }
}

#[test]
fn a_library_goes_on_from_a_snapshot_as_if_it_had_been_read() {
    let mut random = Random(11);
    let mut engine = Engine::default();
    let mut disk = Disk::default();
    let mut opened = 0;
    for job in 1..120 {
        let seed = random.next();
        act(&mut engine, &mut Random(seed), job);
        if job % 4 > 0 {
            continue;
        }
        if !disk.keep(&mut engine) {
            continue;
        }
        let mut other = disk.open(1 << 31).unwrap();
        opened += 1;
        same(&mut engine, &mut other);
        // Both go on alike, and it is the other one of which the next snapshot is written.
        for job in [1000 + job, 2000 + job] {
            let seed = random.next();
            act(&mut engine, &mut Random(seed), job);
            act(&mut other, &mut Random(seed), job);
        }
        same(&mut engine, &mut other);
        disk.knows(&mut other);
        engine = other;
    }
    assert!(opened > 20, "{opened}");
}

#[test]
fn real_digests_are_the_same_from_a_snapshot() {
    let Some(folder) = corpora_support::corpora() else {
        return;
    };
    let mut files = Vec::new();
    for name in [
        "arxiv-mail/full-cs-mail_2026-01-21.txt",
        "daily-enhanced-md/2026-01-17.md",
        "daily-enhanced-jsonl/2026-01-17.jsonl",
        "details-table/README__2025-11-12.md",
        "atom/feed__2021-05-22.atom",
        "arxiv-listing/astro-ph__0804.txt",
    ] {
        let bytes = std::fs::read(format!("{folder}/{name}")).unwrap();
        files.push((name.to_owned(), bytes));
    }
    let mut engine = Engine::default();
    let late = files.split_off(4);
    read(&mut engine, 1, &files);
    engine.handle(Request::Own {
        edit: OwnEdit::All(RULES.to_owned()),
        at: 1,
    });
    work(&mut engine);
    let mut disk = Disk::default();
    assert!(disk.keep(&mut engine));
    let mut other = disk.open(1 << 31).unwrap();
    same(&mut engine, &mut other);
    for (job, engine) in [(2, &mut engine), (1 << 31 | 7, &mut other)] {
        read(engine, job, &late);
        let source = files[1].0.clone();
        engine.handle(Request::Remove {
            job: job + 1,
            source,
        });
        work(engine);
    }
    same(&mut engine, &mut other);
}

/// A library large enough for chunks of its own, and its files.
fn large() -> (Engine, Disk) {
    let mut engine = Engine::default();
    let files: Vec<_> = (0..40)
        .map(|file| {
            let name = format!("{file}.md");
            (name, snapshot_support::long_digest(file, 150))
        })
        .collect();
    read(&mut engine, 1, &files);
    (engine, Disk::default())
}

#[test]
fn what_has_not_changed_is_not_written_again() {
    let (mut engine, mut disk) = large();
    assert!(disk.keep(&mut engine));
    assert!(!engine.wants_snapshot(), "nothing has changed");
    let all = disk.written;
    assert!(disk.chunks() > 3, "{} chunks", disk.chunks());
    let mut other = disk.open(1 << 31).unwrap();
    assert!(!other.wants_snapshot());
    disk.knows(&mut other);
    for engine in [&mut engine, &mut other] {
        let mut disk = disk.clone();
        disk.written = 0;
        read(
            engine,
            2,
            &[("new.md".to_owned(), snapshot_support::long_digest(90, 3))],
        );
        assert!(disk.keep(engine));
        assert!(disk.written * 2 < all, "{} of {all} bytes", disk.written);
        assert!(disk.reused > 0);
        let mut third = disk.open(1 << 31).unwrap();
        same(engine, &mut third);
    }
}

#[test]
fn all_papers_are_counted_and_the_first_shown_before_the_rest_is_there() {
    let (mut engine, mut disk) = large();
    let papers = Chosen::Ids(vec!["2603.10000".to_owned(), "2603.17003".to_owned()]);
    let wish = Wish::Set(Kind::Starred, true);
    engine.handle(Request::Mark {
        papers,
        wish,
        at: 1,
    });
    assert!(disk.keep(&mut engine));
    let window = Window { start: 0, len: 48 };
    let request = |text: &str| Request::Search {
        seq: 1,
        search: Search {
            text: text.to_owned(),
            ..Search::default()
        },
        window,
        open: None,
    };
    let expected = search(&mut engine, request(""));
    let mut other = disk.begin(1 << 31).unwrap();
    assert!(other.is_opening() && !other.is_all_there());
    for (asked, waits) in [
        (request(""), false),
        (request("  "), false),
        (request("kettle"), true),
        (Request::Ping, false),
        (Request::Terms { seq: 1 }, true),
        (Request::Sample { job: 3 }, true),
    ] {
        assert_eq!(other.must_wait(&asked), waits, "{asked:?}");
    }
    let far = Window {
        start: 500,
        len: 48,
    };
    assert!(other.must_wait(&Request::Rows {
        seq: 1,
        window: far
    }));
    assert_eq!(search(&mut other, request("")), expected);
    let said = other.opened();
    assert!(
        matches!(&said, Some(Response::Loaded(loaded)) if loaded.papers == 6000 && loaded.reports.len() == 40),
        "{said:?}"
    );
    // What is done meanwhile is there at the end.
    let wish = Wish::Set(Kind::Later, true);
    for engine in [&mut engine, &mut other] {
        let papers = Chosen::Ids(vec!["2603.12345".to_owned()]);
        let wish = wish.clone();
        engine.handle(Request::Mark {
            papers,
            wish,
            at: 2,
        });
    }
    disk.go_on(&mut other).unwrap();
    other.finish_opening().unwrap();
    same(&mut engine, &mut other);
}

/// What is muted is asked for like any other query, so nothing is shown before all is there.
#[test]
fn what_is_muted_is_not_shown_while_the_library_is_opened() {
    let (mut engine, mut disk) = large();
    set(&mut engine, SettingKind::Mute, "kettle", true);
    work(&mut engine);
    assert!(disk.keep(&mut engine));
    let mut other = disk.begin(1 << 31).unwrap();
    let request = Request::Search {
        seq: 1,
        search: Search::default(),
        window: Window { start: 0, len: 48 },
        open: None,
    };
    assert!(other.must_wait(&request));
    disk.go_on(&mut other).unwrap();
    other.finish_opening().unwrap();
    work(&mut other);
    same(&mut engine, &mut other);
}

/// Another tab changes rules and tags by hand while this one opens the library.
#[test]
fn rules_that_change_while_the_library_is_opened_are_in_force_behind_it() {
    let (mut engine, mut disk) = large();
    let edit = OwnEdit::All(RULES.to_owned());
    engine.handle(Request::Own { edit, at: 1 });
    work(&mut engine);
    assert!(disk.keep(&mut engine));
    let mut other = disk.begin(1 << 31).unwrap();
    engine.handle(Request::Own {
        edit: OwnEdit::Delete(0),
        at: 2,
    });
    let edit = OwnEdit::Hand {
        paper: "2603.10005".to_owned(),
        facet: Facet::Task,
        tag: "by hand".to_owned(),
        what: Some(Hand::Add),
    };
    engine.handle(Request::Own { edit, at: 3 });
    work(&mut engine);
    other.recall(&engine.take_records());
    disk.go_on(&mut other).unwrap();
    other.finish_opening().unwrap();
    work(&mut other);
    same(&mut engine, &mut other);
}

#[test]
fn of_a_damaged_snapshot_nothing_is_left() {
    let (mut engine, mut disk) = large();
    assert!(disk.keep(&mut engine));
    let snapshot = disk.manifest.snapshot.clone().unwrap();
    for chunk in &snapshot.chunks {
        let mut broken = disk.clone();
        let bytes = broken.stored.get_mut(&chunk.id).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        assert_eq!(broken.open(1 << 31).err(), Some(Damaged));
        broken.stored.remove(&chunk.id);
        assert_eq!(broken.open(1 << 31).err(), Some(Damaged));
    }
    let mut other = disk.begin(1 << 31).unwrap();
    assert_eq!(other.finish_opening().err(), Some(Damaged));
    other.abandon_opening();
    let mut new = Engine::default();
    same(&mut new, &mut other);
    let file = [("a.md".to_owned(), snapshot_support::long_digest(1, 4))];
    read(&mut new, 1, &file);
    read(&mut other, 1, &file);
    same(&mut new, &mut other);
}

#[test]
fn other_rules_than_those_of_the_snapshot_are_given_behind_it() {
    let files = [invented(3, 1), invented(4, 2)];
    let mut engine = Engine::default();
    engine.handle(Request::Own {
        edit: OwnEdit::All(RULES.to_owned()),
        at: 1,
    });
    read(&mut engine, 1, &files);
    let mut disk = Disk::default();
    assert!(disk.keep(&mut engine));
    let other_rules = RULES.replace("teapot", "sheep");
    engine.handle(Request::Own {
        edit: OwnEdit::All(other_rules.clone()),
        at: 1,
    });
    work(&mut engine);
    // Told before, as the page does it, or behind.
    for before in [true, false] {
        let mut other = Engine::default();
        let all = || Request::Own {
            edit: OwnEdit::All(other_rules.clone()),
            at: 1,
        };
        if before {
            other.handle(all());
        }
        disk.begin_in(&mut other, 1 << 31).unwrap();
        if !before {
            assert!(other.must_wait(&all()));
        }
        disk.go_on(&mut other).unwrap();
        other.finish_opening().unwrap();
        if !before {
            other.handle(all());
        }
        work(&mut other);
        same(&mut engine, &mut other);
    }
}

#[test]
fn a_snapshot_is_given_up_when_something_changes() {
    let (mut engine, disk) = large();
    let mut writing = disk.begin_to_keep(&mut engine).unwrap();
    assert!(matches!(
        engine.write_snapshot(&mut writing),
        Wrote::More | Wrote::Chunk(_)
    ));
    // Asking and marking change nothing of it.
    search(
        &mut engine,
        Request::Search {
            seq: 1,
            search: Search {
                text: "kettle".to_owned(),
                ..Search::default()
            },
            window: Window { start: 0, len: 10 },
            open: None,
        },
    );
    let papers = Chosen::Ids(vec!["2603.10000".to_owned()]);
    let wish = Wish::Set(Kind::Starred, true);
    engine.handle(Request::Mark {
        papers,
        wish,
        at: 1,
    });
    assert!(!matches!(
        engine.write_snapshot(&mut writing),
        Wrote::Outdated
    ));
    read(&mut engine, 2, &[invented(9, 77)]);
    assert!(matches!(
        engine.write_snapshot(&mut writing),
        Wrote::Outdated
    ));
}

#[test]
fn what_comes_from_a_file_that_is_not_kept_has_no_snapshot() {
    let mut engine = Engine::default();
    read(&mut engine, 1, &[invented(1, 1)]);
    engine.handle(Request::Sample { job: 9999 });
    work(&mut engine);
    let mut disk = Disk::default();
    assert!(engine.wants_snapshot() && !disk.keep(&mut engine));
    let source = "sample.md".to_owned();
    engine.handle(Request::Remove { job: 9998, source });
    work(&mut engine);
    assert!(disk.keep(&mut engine));
    assert!(
        matches!(disk.last.as_slice(), [Slot::New(0, ..)]),
        "all in one chunk"
    );
}
