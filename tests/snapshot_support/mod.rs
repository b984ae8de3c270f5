//! A store of snapshots in memory, digests to make them of, and what two engines must agree on.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::HashMap;
use std::fmt::Write as _;

use digest_explorer::core::order::Sort;
use digest_explorer::engine::kept::{Damaged, Manifest, Slot, Snapshot, Writing, Wrote};
use digest_explorer::engine::{Engine, FileOf};
use digest_explorer::protocol::{Request, Response, Search, Window};

/// Vigna's splitmix64.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    pub fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.next() % u64::from(limit)).unwrap()
    }
}

const WORDS: [&str; 24] = [
    "kettle",
    "teapot",
    "valley",
    "sheep",
    "drone",
    "segmentation",
    "diffusion",
    "model",
    "of",
    "the",
    "grass",
    "counts",
    "GitHub",
    "https://github.com/a/b",
    "$x^2$",
    "naïve",
    "α-rays",
    "object",
    "detection",
    "transformer",
    "shepherds",
    "noon",
    "R\\'enyi",
    "\\emph{small}",
];

fn words(random: &mut Random, count: u32) -> String {
    let word = |_| WORDS[random.below(24) as usize];
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

/// A digest of a few papers, of which other files may have the same, or nearly.
pub fn digest(random: &mut Random, file: u32) -> Vec<u8> {
    let day = 1 + file % 28;
    let mut text = format!("# ArXiv cs.CV --Mon, {day} Mar 2026\n");
    for at in 1..=1 + random.below(8) {
        let number = 10_000 + random.below(60);
        // What a paper says depends on its number, and sometimes on the file.
        let mut of_paper = Random(u64::from(number / 2));
        let mut summary = words(&mut of_paper, 40);
        let mut title = format!("Paper {}: {}", number / 3, words(&mut of_paper, 5));
        if random.below(4) == 0 {
            summary += " and more than before";
            title += " revised";
        }
        let _ = write!(
            text,
            "### {at}.{title} [ :arrow_down: ](https://arxiv.org/pdf/2603.{number:05}.pdf)\n>  {summary}\n"
        );
    }
    text.into_bytes()
}

/// A digest of many papers with long abstracts.
pub fn long_digest(file: u32, papers: u32) -> Vec<u8> {
    let day = 1 + file % 28;
    let mut random = Random(u64::from(file));
    let mut text = format!("# ArXiv cs.CV --Mon, {day} Mar 2026\n");
    for at in 0..papers {
        let number = 10_000 + file * 150 + at;
        let title = words(&mut random, 6);
        let summary = words(&mut random, 120);
        let _ = write!(
            text,
            "### {}.{title} [ :arrow_down: ](https://arxiv.org/pdf/2603.{number:05}.pdf)\n>  {summary} w{number}\n",
            at + 1
        );
    }
    text.into_bytes()
}

/// Works until nothing is left to do.
pub fn work(engine: &mut Engine) {
    while engine.has_work() {
        if engine.is_searching() {
            engine.search();
        } else {
            engine.work();
        }
    }
}

/// The answer to a request, however many slices it takes.
pub fn search(engine: &mut Engine, request: Request) -> Vec<Response> {
    let mut said = engine.handle(request);
    while said.is_empty() && engine.has_work() {
        let next = if engine.is_searching() {
            engine.search()
        } else {
            engine.work()
        };
        said.extend(next);
    }
    said
}

const QUERIES: &[&str] = &[
    "",
    "kettle",
    "\"kettle teapot\"",
    "title:paper -sheep",
    "seg*",
    "/ke(tt|pp)le|R.*nyi/",
    "task:object-detection OR domain:valley",
    "task:kettles",
    "task:none",
    "has:code",
    "has:math",
    "is:duplicate",
    "is:starred OR is:read",
    "day:2026-03-02..2026-03-09",
    "source:1.md",
    "category:cs.CV kettle",
    "nosuchword",
    "kettel",
    "author:ada",
    "valley sheep drone",
    "=counts",
    "note:kettle",
];

/// Asks both engines the same and compares what they say.
pub fn same(one: &mut Engine, other: &mut Engine) {
    let mut ids = Vec::new();
    let sorts = [
        None,
        Some(Sort::Newest),
        Some(Sort::Oldest),
        Some(Sort::Title),
        Some(Sort::Id),
        Some(Sort::Relevance),
    ];
    for (at, text) in QUERIES.iter().enumerate() {
        let seq = u32::try_from(at).unwrap();
        let sorts = if at < 3 { &sorts[..] } else { &sorts[..1] };
        for sort in sorts {
            let request = Request::Search {
                seq,
                search: Search {
                    text: (*text).to_owned(),
                    sort: *sort,
                    ..Search::default()
                },
                window: Window { start: 0, len: 60 },
                open: None,
            };
            let said = both(one, other, &request);
            for response in &said {
                if let Response::Answer {
                    outcome: Ok(answer),
                    ..
                } = response
                {
                    ids.extend(answer.rows.iter().map(|row| row.id.clone()));
                }
            }
        }
        let window = Window {
            start: 20,
            len: 500,
        };
        both(one, other, &Request::Rows { seq, window });
        both(one, other, &Request::Terms { seq });
    }
    ids.sort_unstable();
    ids.dedup();
    for id in ids.into_iter().take(120) {
        both(
            one,
            other,
            &Request::Paper {
                seq: 1,
                id,
                part: 0,
            },
        );
    }
    for text in ["ke", "task:", "author:", "source:", "category:", "val"] {
        let text = text.to_owned();
        let caret = u32::try_from(text.len()).unwrap();
        both(
            one,
            other,
            &Request::Complete {
                seq: 1,
                text: text.clone(),
                caret,
            },
        );
        both(one, other, &Request::Tags { seq: 1, text });
    }
    // The words that stand out in a day come behind, or are known from before.
    for engine in [&mut *one, &mut *other] {
        search(engine, Request::Overview { came: None });
        work(engine);
    }
    both(one, other, &Request::Overview { came: None });
}

fn both(one: &mut Engine, other: &mut Engine, request: &Request) -> Vec<Response> {
    let said = search(one, request.clone());
    let also = search(other, request.clone());
    let bytes = |said: &[Response]| postcard::to_allocvec(said).unwrap();
    if bytes(&said) != bytes(&also) {
        assert_eq!(said, also, "{request:?}");
        panic!("the same, in other bytes: {request:?}");
    }
    said
}

/// What a browser would keep.
#[derive(Clone, Default)]
pub struct Disk {
    pub manifest: Manifest,
    pub stored: HashMap<u32, Vec<u8>>,
    /// The files of jobs that are kept, by their place, and the records of marks.
    files: Vec<FileOf>,
    records: Vec<Vec<u8>>,
    /// The chunks of the last snapshot, how many bytes were written, and how many chunks were not.
    pub last: Vec<Slot>,
    pub written: usize,
    pub reused: usize,
}

impl Disk {
    /// So many files of a job are kept.
    fn came(&mut self, job: u32, files: u32) {
        for place in 0..files {
            let file = FileOf { job, place };
            if !self.files.contains(&file) {
                let id = self.manifest.add(&format!("{job}-{place}"), 1, 0);
                self.manifest.complete(id, None, 1);
                self.files.push(file);
            }
        }
    }

    /// The engine is one that was opened from here: its files are those of the job that opened it.
    pub fn knows(&mut self, engine: &mut Engine) {
        self.take_records(engine);
        let snapshot = self.manifest.snapshot.as_ref().unwrap();
        let mut files = vec![FileOf { job: 0, place: 0 }; self.files.len()];
        for (place, (id, _)) in (0..).zip(&snapshot.files) {
            let job = 1 << 31;
            files[*id as usize] = FileOf { job, place };
        }
        self.files = files;
    }

    fn take_records(&mut self, engine: &mut Engine) {
        self.records.extend(engine.take_records());
    }

    pub fn begin_to_keep(&self, engine: &mut Engine) -> Option<Writing> {
        let mut disk = self.clone();
        disk.all_came();
        let kept = |file: FileOf| disk.place(file);
        engine.begin_snapshot(&disk.manifest, kept)
    }

    /// Whatever a test reads by jobs of small numbers is kept.
    fn all_came(&mut self) {
        for job in (1..130).chain(1000..1130).chain(2000..2130) {
            self.came(job, if job == 1 { 40 } else { 1 });
        }
    }

    fn place(&self, file: FileOf) -> Option<u32> {
        let place = self.files.iter().position(|known| *known == file)?;
        u32::try_from(place).ok()
    }

    /// Keeps a snapshot of an engine; says whether there was one to keep.
    pub fn keep(&mut self, engine: &mut Engine) -> bool {
        self.all_came();
        self.take_records(engine);
        let files = self.files.clone();
        let kept = |file: FileOf| {
            let place = files.iter().position(|known| *known == file)?;
            u32::try_from(place).ok()
        };
        let Some(mut writing) = engine.begin_snapshot(&self.manifest, kept) else {
            return false;
        };
        let mut made = Vec::new();
        let draft = loop {
            match engine.write_snapshot(&mut writing) {
                Wrote::More => {}
                Wrote::Chunk(bytes) => made.push(bytes),
                Wrote::Whole(draft) => break draft,
                Wrote::Outdated => panic!("nothing has changed"),
            }
        };
        self.last.clone_from(&draft.slots);
        let snapshot = self.manifest.put_snapshot(&draft).unwrap();
        for (slot, chunk) in draft.slots.iter().zip(&snapshot.chunks) {
            match slot {
                Slot::New(at, ..) => {
                    let bytes = made[*at as usize].clone();
                    self.written += bytes.len();
                    self.stored.insert(chunk.id, bytes);
                }
                Slot::Kept(_) => self.reused += 1,
            }
        }
        let chunks = &snapshot.chunks;
        self.stored
            .retain(|id, _| chunks.iter().any(|chunk| chunk.id == *id));
        engine.kept_snapshot(draft, &snapshot);
        let bytes = self.manifest.bytes();
        self.manifest = Manifest::read(&bytes).unwrap();
        true
    }

    pub fn chunks(&self) -> usize {
        self.stored.len()
    }

    fn snapshot(&self) -> Snapshot {
        let snapshot = self.manifest.snapshot.clone().unwrap();
        assert!(snapshot.fits(&self.manifest));
        snapshot
    }

    /// An engine with the marks that are kept and the head of the snapshot.
    pub fn begin(&self, job: u32) -> Result<Engine, Damaged> {
        let mut engine = Engine::default();
        engine.recall(&self.records);
        engine.own();
        self.begin_in(&mut engine, job)?;
        Ok(engine)
    }

    pub fn begin_in(&self, engine: &mut Engine, job: u32) -> Result<(), Damaged> {
        let snapshot = self.snapshot();
        let head = self.stored.get(&snapshot.chunks[0].id).ok_or(Damaged)?;
        engine.open_snapshot(&snapshot, head, job)
    }

    /// Opens all other chunks, the last first.
    pub fn go_on(&self, engine: &mut Engine) -> Result<(), Damaged> {
        for chunk in self.snapshot().chunks[1..].iter().rev() {
            let bytes = self.stored.get(&chunk.id).ok_or(Damaged)?;
            engine.open_chunk(chunk, bytes)?;
        }
        Ok(())
    }

    pub fn open(&self, job: u32) -> Result<Engine, Damaged> {
        let mut engine = self.begin(job)?;
        self.go_on(&mut engine)?;
        engine.finish_opening()?;
        // The settings are told behind it.
        work(&mut engine);
        Ok(engine)
    }
}
