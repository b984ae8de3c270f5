//! Opening a snapshot: its head first, with which the first search is answered, then its other
//! chunks in any order.

use std::collections::{BTreeMap, HashSet};

use super::{Chunk, Part, Parts, Snapshot};
use crate::core::binary::Decoder;
use crate::core::index::Index;
use crate::core::library::{DocId, Ids, Library};
use crate::core::query;
use crate::core::search::Sort;
use crate::core::tags::own::{Own, read};
use crate::engine::facets::ValueNames;
use crate::engine::files::{Files, KeptSource};
use crate::engine::marking::put_marks;
use crate::engine::{Engine, FileOf, Settled, Store, count};
use crate::protocol::{Chosen, Loaded, Request, Response, Search, Window};

/// A snapshot cannot be opened, and its files are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

/// A snapshot that is being opened.
#[derive(Debug)]
pub struct Opening {
    /// The number of the job that it is for the page.
    job: u32,
    /// The parts that are still to come.
    missing: HashSet<Part>,
    /// The papers that can be shown, the newest of all in their order.
    firsts: Vec<DocId>,
    /// What became of the kept files.
    settled: Vec<Settled>,
    parts: Parts,
}

impl Engine {
    /// Begins to open a snapshot with its first chunk, for the page as this job; the kept files
    /// that it is of are the job's files, in their order. A search for all papers can be answered
    /// from now on. Nothing may have been read yet.
    pub fn open_snapshot(
        &mut self,
        snapshot: &Snapshot,
        head: &[u8],
        job: u32,
    ) -> Result<(), Damaged> {
        let chunk = snapshot.chunks.first().ok_or(Damaged)?;
        let is_new = self.pipeline.is_empty() && self.store.library.records().is_empty();
        if !is_new || !chunk.is(head) {
            return Err(Damaged);
        }
        let mut parts = Decoder::new(head);
        let Some((Part::Head, content)) = Part::decode(&mut parts) else {
            return Err(Damaged);
        };
        let file = |id: u32| {
            let place = count(snapshot.place(id)?);
            Some(FileOf { job, place })
        };
        let opened = self.store.open_head(content, file, job).ok_or(Damaged)?;
        self.current = None;
        self.opening = Some(opened);
        self.open_parts(parts, None)
    }

    /// Goes on with another chunk of the snapshot that is being opened. Says whether that was all.
    pub fn open_chunk(&mut self, chunk: &Chunk, bytes: &[u8]) -> Result<bool, Damaged> {
        if !chunk.is(bytes) {
            return Err(Damaged);
        }
        self.open_parts(Decoder::new(bytes), Some(*chunk))?;
        Ok(self.is_all_there())
    }

    /// Whether all parts of the snapshot that is being opened are there.
    pub fn is_all_there(&self) -> bool {
        let opening = self.opening.as_ref();
        opening.is_some_and(|opening| opening.missing.is_empty())
    }

    fn open_parts(&mut self, mut parts: Decoder<'_>, chunk: Option<Chunk>) -> Result<(), Damaged> {
        let opening = self.opening.as_mut().ok_or(Damaged)?;
        while !parts.is_at_end() {
            let (part, content) = Part::decode(&mut parts).ok_or(Damaged)?;
            if !opening.missing.remove(&part) {
                return Err(Damaged);
            }
            self.store
                .decode(part, &mut Decoder::new(content))
                .ok_or(Damaged)?;
            if let (Some(chunk), Some(touched)) = (chunk, self.store.touched(part)) {
                opening.parts.kept.insert(part, (touched, chunk));
            }
        }
        Ok(())
    }

    /// What is said when the head is open: so many papers are there, and this was said of their
    /// files.
    pub fn opened(&self) -> Option<Response> {
        let store = &self.store;
        Some(Response::Loaded(Loaded {
            job: self.opening.as_ref()?.job,
            cancelled: false,
            reports: store.files.reports(),
            removed: None,
            papers: count(store.library.len()),
            sources: count(store.library.live_sources()),
        }))
    }

    /// All chunks are there: from now on the library is as if its files had been read. Gives what
    /// became of these.
    pub fn finish_opening(&mut self) -> Result<Vec<Settled>, Damaged> {
        let is_whole = self.is_all_there() && self.store.library.is_complete();
        let Some(opening) = self.opening.take_if(|_| is_whole) else {
            return Err(Damaged);
        };
        let store = &mut self.store;
        store.generation += 1;
        for paper in store.journal.marks().papers() {
            if let Some(doc) = store.library.find(paper) {
                put_marks(&mut store.index.reader, &store.journal, doc, paper);
            }
        }
        self.parts = opening.parts;
        self.parts.of = store.stamp();
        store.own_opened();
        Ok(opening.settled)
    }

    /// A snapshot cannot be opened to its end: nothing of it is left.
    pub fn abandon_opening(&mut self) {
        if self.opening.take().is_some() {
            self.current = None;
            self.store.forget();
        }
    }

    /// Whether the reader's rules of earlier visits are left out, because they may have ended a
    /// worker. Those that are in force in a snapshot would come back with it.
    pub fn leaves_rules_out(&self) -> bool {
        self.store.owned.leaves_out()
    }

    /// Whether a snapshot is being opened.
    pub fn is_opening(&self) -> bool {
        self.opening.is_some()
    }

    /// Whether a request has to wait until the snapshot that is being opened is there.
    pub fn must_wait(&self, request: &Request) -> bool {
        let Some(opening) = &self.opening else {
            return false;
        };
        match request {
            Request::Ping
            | Request::Taxonomy
            | Request::Keep(_)
            | Request::Edit { .. }
            | Request::Seen { .. } => false,
            // What is said of it names the paper.
            Request::Mark {
                papers: Chosen::Ids(ids),
                ..
            } => ids.iter().any(|id| self.find(id).is_none()),
            Request::Search {
                search,
                window,
                open,
                ..
            } => {
                let lacks_open = open
                    .as_ref()
                    .is_some_and(|open| self.find(&open.id).is_none());
                // What is muted is asked for as any other query is.
                lacks_open
                    || !self.store.mutes().is_empty()
                    || !opening.can_answer(search, *window, self.store.library.len())
            }
            Request::Rows { window, .. } => !opening.has_rows(*window, self.store.library.len()),
            _ => true,
        }
    }
}

impl Opening {
    fn can_answer(&self, search: &Search, window: Window, papers: usize) -> bool {
        let parsed = query::parse(&search.text);
        let is_all = parsed.is_ok_and(|parsed| parsed.query.clauses.is_empty());
        let is_by_day = matches!(search.sort, None | Some(Sort::Newest | Sort::Relevance));
        is_all && is_by_day && self.has_rows(window, papers)
    }

    fn has_rows(&self, window: Window, papers: usize) -> bool {
        let end = window.start.saturating_add(window.len) as usize;
        end.min(papers) <= self.firsts.len()
    }
}

impl Store {
    /// Takes the head of a snapshot over.
    fn open_head(
        &mut self,
        head: &[u8],
        file: impl Fn(u32) -> Option<FileOf>,
        job: u32,
    ) -> Option<Opening> {
        let mut head = Decoder::new(head);
        let sources: Vec<KeptSource> = head.get()?;
        let own: String = head.get()?;
        let own = read(&own).ok()?;
        let (library, ids, firsts) = Library::decode_head(&mut head)?;
        let index = Index::decode_head(&mut head)?;
        if !head.is_at_end() || index.records() != library.records().len() {
            return None;
        }
        let in_force = Own::new(own.rules.clone()).ok()?;
        let files = Files::of(&sources, &file)?;
        let segments = index.segment_numbers().map(Part::Segment);
        let blocks = (0..library.blocks()).map(Part::Block);
        let missing = segments.chain(blocks).chain([Part::Terms, Part::Sketches]);
        let missing = missing.collect();
        let settled = settled(&sources, &library, &index, file)?;
        self.library = library;
        self.index = index;
        self.files = files;
        self.owned.come_into_force(own, in_force, true);
        self.know_names();
        self.put_all_marks(&ids);
        self.generation += 1;
        Some(Opening {
            job,
            missing,
            firsts,
            settled,
            parts: Parts::default(),
        })
    }

    /// Has the index know the marks of all papers while their records are not there.
    fn put_all_marks(&mut self, ids: &Ids) {
        let Self { index, journal, .. } = self;
        index.forget_marks();
        let papers = journal.marks().papers();
        let hashes: HashSet<u32> = papers.map(|id| Index::hash_of_id(id.as_str())).collect();
        if hashes.is_empty() {
            return;
        }
        let docs: Vec<DocId> = index.with_id_hashes(&hashes).collect();
        for doc in docs {
            let id = ids.of(doc);
            if !id.is_empty() {
                let paper = crate::core::paper::PaperId::named(id);
                put_marks(&mut index.reader, journal, doc, &paper);
            }
        }
    }

    fn decode(&mut self, part: Part, from: &mut Decoder<'_>) -> Option<()> {
        match part {
            Part::Head => None,
            Part::Terms => self.index.decode_terms(from),
            Part::Segment(number) => self.index.decode_segment(number, from),
            Part::Block(block) => self.library.decode_block(block, from),
            Part::Sketches => self.library.decode_sketches(from),
        }
    }

    /// Lets the library go; what the reader did and wants stays.
    fn forget(&mut self) {
        self.library = Library::default();
        self.index = Index::default();
        self.files = Files::default();
        self.value_names = ValueNames::default();
        // Rules are looked at before they are wanted, so that each can be used.
        let own = self.own_of_journal();
        let in_force = Own::new(own.rules.clone()).unwrap_or_default();
        self.owned.come_into_force(own, in_force, false);
        self.know_names();
        self.generation += 1;
    }
}

/// What became of the kept files whose content sources have.
fn settled(
    sources: &[KeptSource],
    library: &Library,
    index: &Index,
    file: impl Fn(u32) -> Option<FileOf>,
) -> Option<Vec<Settled>> {
    let mut files: BTreeMap<u32, (Vec<String>, u32)> = BTreeMap::new();
    for kept in sources {
        let name = library.sources().get(kept.source as usize)?;
        for (place, (id, _)) in kept.origins.iter().enumerate() {
            let (names, papers) = files.entry(*id).or_default();
            // It is of the file that it was read from; the others only have the same content.
            if place == 0 {
                names.push(name.clone());
                *papers += index.source_total(kept.source);
            }
        }
    }
    let settled = files.into_iter().map(|(id, (sources, papers))| {
        Some(Settled::Read {
            file: file(id)?,
            sources,
            papers,
        })
    });
    settled.collect()
}
