//! Backups as a page meets them: what an engine knows is saved, and another one restores it.
#![cfg(feature = "engine")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test says where it failed"
)]

use digest_explorer::core::backup::{Backup, Contents, Piece, Reader, Source, Writer};
use digest_explorer::core::facet::Facet;
use digest_explorer::core::marks::{
    Deed, Ink, Kind, SavedSearch, Setting, SettingKind, SettingWish, Wish,
};
use digest_explorer::engine::{Engine, Terms};
use digest_explorer::protocol::{
    Answer, Chosen, MarksView, Request, Response, Search, Way, Window,
};

/// A day's digest of so many papers, from 2603.00001 on, each with a word of the day's own.
fn digest(day: u32, papers: u32) -> Vec<u8> {
    let mut text = format!("# ArXiv cs.CV --Mon, {day} Mar 2026\n");
    for number in 1..=papers {
        let id = day * 100 + number;
        let entry = format!(
            "### {number}.Kettle {id} [ :arrow_down: ](https://arxiv.org/pdf/2603.{id:05}.pdf)\n>  \
             About lids, steam and segmentation.\n"
        );
        text.push_str(&entry);
    }
    text.into_bytes()
}

fn id(day: u32, number: u32) -> String {
    format!("2603.{:05}", day * 100 + number)
}

fn work(engine: &mut Engine) {
    while engine.has_work() {
        let _ = engine.work();
    }
}

/// A page with these files, which it has as they came.
#[derive(Default)]
struct Page {
    engine: Engine,
    files: Vec<(Source, Vec<u8>)>,
    jobs: u32,
}

impl Page {
    fn with(days: &[u32]) -> Self {
        let mut page = Self::default();
        for day in days {
            page.read(&format!("day-{day}.md"), digest(*day, 5));
        }
        page
    }

    fn read(&mut self, name: &str, bytes: Vec<u8>) {
        self.jobs += 1;
        let (job, names) = (self.jobs, vec![name.to_owned()]);
        self.engine.handle(Request::Open { job, names });
        self.engine.push_file(job, name, bytes.clone());
        work(&mut self.engine);
        let source = Source {
            name: name.to_owned(),
            source: Some(name.to_owned()),
            size: bytes.len() as u64,
            added: 1_000,
            papers: 5,
            without: Vec::new(),
        };
        self.files.push((source, bytes));
    }

    fn told(&mut self, request: Request) -> MarksView {
        let told = self.engine.handle(request);
        work(&mut self.engine);
        match told.into_iter().next() {
            Some(Response::Marked(view)) => view,
            other => panic!("what became of marks, not {other:?}"),
        }
    }

    fn mark(&mut self, day: u32, number: u32, wish: Wish, at: u64) {
        let papers = Chosen::Ids(vec![id(day, number)]);
        self.told(Request::Mark { papers, wish, at });
    }

    fn set(&mut self, kind: SettingKind, name: &str, text: &str, at: u64) {
        let setting = Setting {
            text: text.to_owned(),
            place: 0,
        };
        let wishes = vec![SettingWish {
            kind,
            name: name.to_owned(),
            setting: Some(setting),
        }];
        self.told(Request::Set { wishes, at });
    }

    fn search(&mut self, text: &str) -> Answer {
        let search = Search {
            text: text.to_owned(),
            shows_muted: true,
            ..Search::default()
        };
        let window = Window { start: 0, len: 100 };
        let told = self.engine.handle(Request::Search {
            seq: 7,
            search,
            window,
            open: None,
        });
        match told.into_iter().next() {
            Some(Response::Answer { outcome, .. }) => outcome.expect("an answer"),
            other => panic!("an answer to {text}, not {other:?}"),
        }
    }

    /// The backup of it.
    fn saved(&self) -> Vec<u8> {
        let (holding, history) = self.engine.known();
        let contents = Contents {
            holding,
            history,
            sources: self
                .files
                .iter()
                .map(|(source, _)| source.clone())
                .collect(),
        };
        let mut writer = Writer::new(contents, 2_000).unwrap();
        while writer.step().unwrap() {}
        for (at, (_, bytes)) in self.files.iter().enumerate() {
            writer.begin(at, bytes).unwrap();
            writer.push(bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    /// Restores a backup as the worker does: what was done at once, then each file.
    fn restore(&mut self, backup: &[u8], at: u64) -> MarksView {
        let (backup, files) = read(backup);
        let Contents {
            holding,
            history,
            sources,
        } = backup.contents;
        let said = self.engine.restore(&holding, history, at);
        self.jobs += 1;
        self.engine.read_again(self.jobs, sources.len());
        for (source, bytes) in sources.into_iter().zip(files) {
            let terms = Terms {
                source: source.source.clone(),
                without: Vec::new(),
                only: None,
                leaves_rules: true,
            };
            let name = source.name.clone();
            self.engine.push_on(self.jobs, &name, bytes.clone(), terms);
            let is_here = self.files.iter().any(|(_, known)| *known == bytes);
            if !is_here {
                self.files.push((source, bytes));
            }
        }
        work(&mut self.engine);
        match said {
            Response::Marked(view) => view,
            other => panic!("what became of marks, not {other:?}"),
        }
    }
}

fn read(bytes: &[u8]) -> (Backup, Vec<Vec<u8>>) {
    let mut reader = Reader::new(bytes.to_vec()).unwrap();
    let mut files: Vec<Vec<u8>> = Vec::new();
    loop {
        match reader.step().unwrap() {
            Piece::Nothing => {}
            Piece::Source(at, bytes) => {
                files.resize(files.len().max(at + 1), Vec::new());
                files[at].extend(bytes);
            }
            Piece::Whole(backup) => return (*backup, files),
        }
    }
}

/// A page whose reader did a little of everything.
fn lived_in() -> Page {
    let mut page = Page::with(&[2, 3, 4]);
    page.mark(2, 1, Wish::Set(Kind::Starred, true), 10);
    page.mark(
        3,
        2,
        Wish::Note("Has a <b>lid</b>.\nAnd steam.".to_owned()),
        11,
    );
    page.mark(4, 3, Wish::Set(Kind::Skipped, true), 12);
    let ids = vec![id(2, 5)];
    page.told(Request::Seen { ids });
    let saved = SavedSearch {
        query: "lids -steam".to_owned(),
        ..SavedSearch::default()
    };
    page.set(SettingKind::Search, "Lids", &saved.to_text(), 13);
    page.set(SettingKind::Author, "Ida Lantern", "", 14);
    page.set(SettingKind::Mute, "title:304", "", 15);
    page.set(SettingKind::Highlight, "steam", Ink::Blue.name(), 16);
    let rule = "[[rule]]\nname = \"lid\"\nfacet = \"tag\"\nwords = \"lids\"\n";
    page.set(SettingKind::Rule, "tag:lid", rule, 17);
    let hand = format!("{} tag:thesis", id(2, 1));
    page.set(SettingKind::Hand, &hand, "add", 18);
    page.mark(2, 2, Wish::Set(Kind::Later, true), 19);
    page.told(Request::Undo { at: 20 });
    page
}

/// All that a reader sees of a page.
fn seen(page: &mut Page) -> (Answer, Vec<String>, Vec<Response>, Vec<u8>) {
    let queries = ["", "is:starred", "is:new", "tag:lid", "tag:thesis", "steam"];
    let all = page.search("");
    let papers = queries.map(|query| {
        let rows = page.search(query).rows.into_iter();
        rows.map(|row| row.id).collect::<Vec<_>>()
    });
    let own = page.engine.own();
    let notes = page.engine.handle(Request::Paper {
        seq: 1,
        id: id(3, 2),
        part: 0,
    });
    let mut told = vec![own];
    told.extend(notes);
    (all, papers.concat(), told, page.engine.folded())
}

#[test]
fn a_page_that_is_restored_is_the_page_that_was_saved() {
    let mut page = lived_in();
    let backup = page.saved();
    let mut empty = Page::default();
    let told = empty.restore(&backup, 5_000);
    assert!(told.is_recalled && told.news.is_none());
    assert_eq!(seen(&mut empty), seen(&mut page));
    assert_eq!(empty.search("tag:lid").hits, 15);
    assert_eq!(empty.search("tag:thesis").hits, 1);
    // What was saved of it is the same again.
    assert_eq!(empty.saved(), backup);
    // And what was undone can be redone.
    let redone = empty.told(Request::Redo { at: 6_000 }).news.unwrap();
    assert_eq!(
        (redone.way, redone.deed.deed),
        (Way::Redone, Deed::Put(Kind::Later))
    );
    // Once more it changes nothing.
    let told = empty.restore(&backup, 7_000);
    assert!(told.news.is_none() && !told.is_recalled, "{told:?}");
    assert_eq!(empty.search("").rows.len(), 15);
}

#[test]
fn two_readers_come_to_the_same_and_each_can_take_it_back() {
    let mut one = Page::with(&[2, 3]);
    let mut other = Page::with(&[3, 4]);
    one.mark(3, 1, Wish::Set(Kind::Starred, true), 10);
    one.mark(3, 2, Wish::Note("One.".to_owned()), 11);
    one.mark(2, 1, Wish::Set(Kind::Read, true), 12);
    one.set(SettingKind::Search, "Lids", "lids", 13);
    other.mark(3, 1, Wish::Set(Kind::Skipped, true), 20);
    other.mark(3, 2, Wish::Note("Other.".to_owned()), 21);
    other.set(SettingKind::Search, "Lids", "title:lids", 22);
    other.set(SettingKind::Mute, "moss", "", 23);

    let (of_one, of_other) = (one.saved(), other.saved());
    let gains = one.engine.gains(&read(&of_other).0.contents.holding);
    assert_eq!((gains.marks, gains.marks_gone), (1, 1));
    assert_eq!((gains.notes, gains.notes_beside), (0, 1));
    assert_eq!((gains.settings, gains.settings_changed), (1, 1));
    let before = one.engine.known().0;
    let told = one.restore(&of_other, 5_000).news.unwrap();
    assert_eq!((told.deed.deed, told.deed.papers), (Deed::Restore, 4));
    other.restore(&of_one, 6_000);
    assert_eq!(one.engine.known().0, other.engine.known().0);
    for page in [&mut one, &mut other] {
        let mut hits = |query: &str| page.search(query).hits;
        assert_eq!(
            (hits(""), hits("is:skipped"), hits("is:starred")),
            (15, 1, 0)
        );
        assert_eq!(
            (hits("is:read"), hits("note:one"), hits("note:other")),
            (1, 1, 1)
        );
    }
    // A tag of the table is counted the same in both.
    let tags = |page: &mut Page| {
        let facets = page.search("").facets;
        let of = facets.into_iter().find(|facet| facet.facet == Facet::Task);
        format!("{of:?}")
    };
    assert_eq!(tags(&mut one), tags(&mut other));

    let undone = one.told(Request::Undo { at: 7_000 }).news.unwrap();
    assert_eq!(undone.deed.deed, Deed::Restore);
    assert_eq!(one.search("is:starred").hits, 1);
    assert_eq!(one.search("note:other").hits, 0);
    for (paper, held) in &before.papers {
        assert_eq!(one.engine.known().0.papers.get(paper), Some(held));
    }
}

/// Whoever saves a backup each day has all of them in the last, whichever is restored first.
#[test]
fn a_month_of_backups_is_the_last_of_them() {
    let mut page = Page::default();
    let mut month = Vec::new();
    for day in 2..30 {
        page.read(&format!("day-{day}.md"), digest(day, 5));
        let at = u64::from(day) * 10;
        page.mark(day, 1, Wish::Toggle(Kind::Starred), at);
        page.mark(2, 2, Wish::Toggle(Kind::Read), at + 1);
        page.mark(2, 3, Wish::Note(format!("Day {day}.")), at + 2);
        page.set(SettingKind::Search, "Lids", &format!("day {day}"), at + 3);
        if day % 5 == 0 {
            page.told(Request::Undo { at: at + 4 });
        }
        month.push(page.saved());
    }
    for step in [1, 5, 27] {
        let mut other = Page::default();
        for at in 0..month.len() {
            other.restore(&month[(at + 1) * step % month.len()], 5_000);
        }
        other.restore(&month[27], 5_000);
        assert_eq!(other.engine.known().0, page.engine.known().0);
        for query in ["", "is:starred", "is:read", "note:day"] {
            assert_eq!(other.search(query).hits, page.search(query).hits, "{query}");
        }
    }
}

/// What was taken over is in the records, and so in the next visit.
#[test]
fn what_was_restored_is_kept() {
    let saved = lived_in().saved();
    for starts_empty in [true, false] {
        let mut page = Page::with(&[2]);
        if !starts_empty {
            page.mark(2, 3, Wish::Set(Kind::Read, true), 1);
        }
        page.restore(&saved, 5_000);
        let mut next = Page::with(&[2, 3, 4]);
        let (_, refused) = next.engine.recall(&page.engine.take_records());
        assert_eq!(refused, [""; 0]);
        work(&mut next.engine);
        assert_eq!(next.engine.known(), page.engine.known());
        assert_eq!(next.search("tag:lid").hits, 15);
    }
}
