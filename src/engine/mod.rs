//! Requests in, responses out: all state of the worker, none of the browser.
//!
//! Whoever drives the engine hands it requests ([`Engine::handle`]), the bytes of files
//! ([`Engine::push_file`]) and, as long as it [has work](Engine::has_work), time
//! ([`Engine::search`] and [`Engine::work`], a few milliseconds a call). Because work goes in
//! slices, a search or a cancel is answered in the midst of loading, and a search that a later one
//! makes stale is given up.

mod arrivals;
mod backup;
mod batch;
mod edits;
mod errands;
mod export;
mod facets;
mod files;
mod help;
pub mod kept;
mod making;
mod marking;
mod overview;
mod own;
mod parts;
mod pipeline;
mod printing;
mod reading;
mod removals;
mod searching;
mod sets;
mod settings;
mod sharing;
mod standing;
mod terms;
mod view;

use std::collections::VecDeque;
use std::sync::Arc;
use std::vec::IntoIter;

use crate::core::digest::Content;
use crate::core::library::{DocId, Library};
use crate::core::marks::Journal;
use crate::core::math::latex::Budget;
use crate::core::paper::PaperId;
use crate::core::query::Query;
use crate::core::search::{Found, Highlighter, Index, Listed, Searcher};
use crate::core::tags::Tagger;
use crate::core::unicode;
use crate::protocol::{Draft, OwnEdit, Request, Response, Row, Window};
pub use arrivals::{FileOf, Member, Origin, Removal, Settled, Terms};
pub use errands::Assistant;
use errands::Done;
use facets::ValueNames;
use files::Files;
use kept::{Opening, Parts};
use marking::put_marks;
use own::{Owned, Previewer};
use pipeline::Pipeline;
use removals::Removals;
use searching::{A_SLICE, Searching};
use sets::Sets;
use settings::Untold;
pub use sharing::files_in;
use standing::Standing;
use terms::Outstanding;

/// The sample digest, written for this project.
static SAMPLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sample.deflate"));
/// The name under which the sample is a source.
const SAMPLE_NAME: &str = "sample.md";
/// The name under which pasted text is a source.
const PASTE_NAME: &str = "pasted text";

/// A larger text than this is given back before its papers are indexed, in bytes: the text, the
/// library and the index together are more than three times the text, any two of them are not.
const LATE_FROM: usize = 64 << 20;
/// How many papers are indexed in one slice of work.
const PAPERS_A_SLICE: usize = 64;
/// And how many bytes of text are enough for one, however few the papers.
const TEXT_A_SLICE: usize = 192 << 10;
/// How much that records gained beside words is indexed in one slice.
const GAINS_A_SLICE: usize = 8 << 10;
/// How many postings are merged in one slice of work.
const MERGED_A_SLICE: usize = 64 << 10;
/// How many papers are tagged and compared in one slice of work.
const DESCRIBED_A_SLICE: usize = 32;
/// And how many bytes of text are enough for one.
const TEXT_DESCRIBED: usize = 96 << 10;
/// How many papers of a job are tagged as they come; those behind them when all can be searched. A
/// digest of a day is a few hundred.
const DESCRIBED_AT_ONCE: u32 = 2048;

/// The library, its index, the jobs that fill it and the last search.
#[derive(Debug, Default)]
pub struct Engine {
    store: Store,
    pipeline: Pipeline,
    searching: Searching,
    previewer: Previewer,
    current: Option<Current>,
    /// The search for the terms that stand out among the hits.
    outstanding: Option<Outstanding>,
    /// What stands out in the day in hand.
    standing: Standing,
    /// The sources that have come since the reader was here last, as the page said last.
    came: Option<Vec<String>>,
    /// What came of errands and was not used yet.
    arrived: VecDeque<Done>,
    /// The snapshot that is being opened.
    opening: Option<Opening>,
    /// What of the library is kept as it is.
    parts: Parts,
    removals: Removals,
    /// The file that is being made.
    making: Option<making::Under>,
    /// The papers that are on their way to be printed.
    printing: Option<printing::Printing>,
}

/// The papers and what makes them searchable.
#[derive(Debug)]
struct Store {
    library: Library,
    index: Index,
    tagger: Tagger,
    owned: Owned,
    files: Files,
    value_names: ValueNames,
    /// What the reader did with papers, also with those that are not in the library.
    journal: Journal,
    untold: Untold,
    /// What the queries of settings find.
    sets: Sets,
    /// The words of the reader's lists.
    listed: Arc<Listed>,
    /// Grows with each change.
    generation: u64,
    /// Grows with each change of marks.
    marked: u64,
    /// Papers whose change the index lacks: those of a large text, and none else between two
    /// slices.
    behind: IntoIter<DocId>,
    late_from: usize,
    /// Whether [assistants](Assistant) tag papers too.
    is_shared: bool,
    /// The number of the last errand.
    errands: u32,
}

impl Default for Store {
    fn default() -> Self {
        Self {
            library: Library::default(),
            index: Index::default(),
            tagger: Tagger::default(),
            owned: Owned::default(),
            files: Files::default(),
            value_names: ValueNames::default(),
            journal: Journal::default(),
            untold: Untold::default(),
            sets: Sets::default(),
            listed: Arc::default(),
            generation: 0,
            marked: 0,
            behind: Vec::new().into_iter(),
            late_from: LATE_FROM,
            is_shared: false,
            errands: 0,
        }
    }
}

impl Store {
    /// The library at this moment, to be asked.
    fn searcher(&mut self) -> Searcher<'_> {
        Searcher::new(&mut self.index, &self.library)
    }

    /// Takes a slice of a source out of the library and says with which record to go on; `None`
    /// when all of it is out.
    fn remove_some(&mut self, source: u32, from: DocId) -> Option<DocId> {
        // What is left of it, should the job be cancelled, is a part of its file.
        self.files.open(source);
        let next = self.library.remove_some(source, from, &self.tagger);
        if next.is_none() {
            self.files.forget(source);
        }
        self.refresh();
        next
    }

    /// Brings the index up to the library.
    fn refresh(&mut self) {
        while self.refresh_some() {}
    }

    /// Brings the index a slice nearer to the library, and says whether more is to be done.
    fn refresh_some(&mut self) -> bool {
        self.mark();
        if self.behind.len() == 0 {
            self.behind = self.library.take_changed().into_iter();
        }
        let mut text = 0;
        for _ in 0..PAPERS_A_SLICE {
            let Some(doc) = self.behind.next() else {
                break;
            };
            self.tag_by_own(doc);
            match self.library.get(doc) {
                Some(record) => {
                    text += record.paper.size();
                    self.index.put(doc, record);
                    let id = &record.paper.id;
                    put_marks(&mut self.index.reader, &self.journal, doc, id);
                }
                None => self.index.remove(doc),
            }
            if text >= TEXT_A_SLICE {
                break;
            }
        }
        let gained: Vec<_> = self.library.take_gained(GAINS_A_SLICE).collect();
        for (doc, gain) in gained {
            if let Some(record) = self.library.get(doc) {
                self.index.gain(doc, record, gain);
            }
        }
        self.is_behind()
    }

    /// Brings tags and marks of the index up to the library's.
    fn mark(&mut self) {
        self.generation += 1;
        for doc in self.library.take_marked() {
            self.tag_by_own(doc);
            if let Some(record) = self.library.get(doc) {
                self.index.mark(doc, record);
            }
        }
    }

    /// Does a slice of what can wait until all is searchable: merges segments, then tags papers
    /// that were only taken in. Says whether more is to be done.
    fn describe_some(&mut self) -> bool {
        self.index.merges_late = false;
        if self.library.undescribed() == 0 {
            return false;
        }
        if !self.index.compact(MERGED_A_SLICE) {
            self.library.describe_some(
                DESCRIBED_A_SLICE,
                TEXT_DESCRIBED,
                &self.tagger,
                self.is_shared,
            );
            self.refresh();
        }
        self.library.undescribed() > 0
    }

    /// Whether nothing is left to do for now but to wait for assistants.
    fn awaits(&self) -> bool {
        self.library.only_awaits() && !self.index.has_to_merge() && !self.is_behind()
    }

    /// Whether the index lacks words or values.
    fn is_behind(&self) -> bool {
        self.behind.len() > 0 || self.library.has_changed()
    }

    /// How many papers a search goes through.
    fn searchable(&self) -> usize {
        let lacking = self.behind.len() + self.library.changes();
        self.library.len().saturating_sub(lacking)
    }
}

/// The last search that could be answered.
#[derive(Debug)]
struct Current {
    seq: u32,
    query: Query,
    found: Found,
    highlighter: Highlighter,
}

impl Engine {
    /// An engine that indexes texts of more than so many bytes only when they are read and given
    /// back; searches find their papers later, and less memory is held at once.
    pub fn indexing_late_from(bytes: usize) -> Self {
        let mut engine = Self::default();
        engine.store.late_from = bytes;
        engine
    }

    /// Answers a request. Loading is only begun here; [`Engine::work`] goes on with it.
    pub fn handle(&mut self, request: Request) -> Vec<Response> {
        match request {
            Request::Own { edit, at } => self.edit_own(edit, at),
            Request::Parcel {
                job,
                parcel,
                take,
                at,
            } => self.receive(job, &parcel, take, at),
            request => self.answer_at_once(request).into_iter().collect(),
        }
    }

    /// The answer to a request; `None` where there is none, or it is yet to be worked out.
    fn answer_at_once(&mut self, request: Request) -> Option<Response> {
        match request {
            Request::Open { job, names } => self.read_files(job, names.len()),
            Request::Paste { job, text } => self.read_text(job, PASTE_NAME, text),
            Request::Sample { job } => self.read_text(job, SAMPLE_NAME, unicode::inflate(SAMPLE)),
            Request::Remove { job, source } => self.remove(job, source),
            Request::Cancel { job } => self.pipeline.cancel(job, &self.store),
            Request::Search {
                seq,
                search,
                window,
                open,
            } => self.begin_search(seq, search, window, open),
            Request::Rows { seq, window } => self.more_rows(seq, window),
            Request::Terms { seq } => self.begin_terms(seq),
            Request::Edit {
                text,
                fallback,
                all_of,
                edit,
            } => Some(edits::edit(text, fallback, &all_of, &edit)),
            Request::Complete { seq, text, caret } => Some(self.complete(seq, &text, caret)),
            Request::Paper { seq, id, part } => Some(self.show_paper(seq, &id, part)),
            Request::CancelTagging => self.store.cancel_tagging(),
            Request::Preview { seq, at, draft } => self.preview(seq, at, draft),
            Request::Taxonomy => Some(Response::Taxonomy(facets::taxonomy())),
            Request::Tags { seq, text } => Some(self.offer_tags(seq, &text)),
            Request::Ping => Some(Response::Pong),
            Request::Mark { papers, wish, at } => Some(self.mark(papers, &wish, at)),
            Request::Seen { ids } => Some(self.see(&ids)),
            Request::Undo { at } => Some(self.take_back(at)),
            Request::Redo { at } => Some(self.do_again(at)),
            Request::Share { seq, wish } => Some(self.shareable(seq, &wish)),
            Request::Needs(needs) => Some(self.check_needs(&needs)),
            // Two were answered above, the others are by whoever has the browser's storage and
            // files.
            Request::Own { .. }
            | Request::Parcel { .. }
            | Request::Keep(_)
            | Request::Recall(_)
            | Request::Restore(_)
            | Request::Piece(_) => None,
            Request::Overview { came } => Some(self.overview(came)),
            Request::Set { wishes, at } => Some(self.set(wishes, at)),
            Request::Make { seq, what } => self.begin_making(seq, what),
            Request::StopMaking => self.stop_making(),
            Request::Write { seq, wish, most } => Some(self.write(seq, &wish, most)),
            Request::Print { seq, wish } => self.begin_printing(seq, wish),
        }
    }

    /// Gives a job the next of its files. Does nothing when the job was cancelled.
    pub fn push_file(&mut self, job: u32, name: &str, content: impl Into<Content>) {
        self.push_on(job, name, content, Terms::default());
    }

    /// Gives a job the next of its files, one that was read before and is to be read on these
    /// terms.
    pub fn push_on(&mut self, job: u32, name: &str, content: impl Into<Content>, terms: Terms) {
        self.pipeline.push(job, name, Ok(content.into()), terms);
    }

    /// Tells a job that the next of its files could not be read, and why.
    pub fn push_unreadable(&mut self, job: u32, name: &str, message: String) {
        let terms = Terms::default();
        self.pipeline.push(job, name, Err(message), terms);
    }

    /// What became of files of jobs since this was last asked, oldest first. Whoever keeps files
    /// from visit to visit asks after each slice of [work](Engine::work) and each
    /// [request](Engine::handle).
    pub fn take_settled(&mut self) -> Vec<Settled> {
        self.pipeline.take_settled()
    }

    /// Begins a job that reads so many files which were read before.
    pub fn read_again(&mut self, job: u32, files: usize) {
        self.pipeline.read(job, files);
    }

    /// Begins a job that reads the built-in sample once more, if a source is that.
    pub fn read_sample(&mut self, job: u32, source: &str) -> bool {
        let is_it = source == SAMPLE_NAME;
        if is_it {
            self.read_text(job, SAMPLE_NAME, unicode::inflate(SAMPLE));
        }
        is_it
    }

    /// Whether a job still wants files: it is not cancelled and has not had all of them.
    pub fn wants_files(&self, job: u32) -> bool {
        self.pipeline.wants_files(job)
    }

    /// Whether there is something to do now.
    pub fn has_work(&self) -> bool {
        if self.opening.is_some() {
            return self.is_searching();
        }
        self.is_searching()
            || self.previewer.is_previewing()
            || self.outstanding.is_some()
            || self.store.owned.has_work()
            || self.store.has_settings_to_tell()
            || self.printing.is_some()
            || self.making.is_some()
            || !self.arrived.is_empty()
            || self.pipeline.has_work(&self.store)
            || self.standing.has_work()
            || self.store.has_settings_to_count()
    }

    /// Does the next slice of what is to be done, a few milliseconds long, and says what there is
    /// to say: previews go before the terms of an answer, these before new rules, these before a
    /// file that is being made, all before loading, and behind that comes what nobody waits for.
    pub fn work(&mut self) -> Option<Response> {
        if self.opening.is_some() {
            return None;
        }
        if let Some(preview) = self.previewer.step(&mut self.store) {
            return Some(preview);
        }
        if self.outstanding.is_some() {
            return self.terms_on();
        }
        if let Some(tagging) = self.store.tag_some() {
            return Some(tagging);
        }
        if let Some(settings) = self.store.settings_to_tell() {
            return Some(settings);
        }
        if self.printing.is_some() {
            return self.print_on();
        }
        if self.making.is_some() {
            return self.make_on();
        }
        self.take_arrived();
        if self.pipeline.has_work(&self.store) {
            self.finish_search();
            let response = self.pipeline.work(&mut self.store);
            if let Some(Response::Loaded(loaded)) = &response {
                self.note_removal(loaded);
            }
            return response;
        }
        if self.standing.has_work() {
            return self.stand_out();
        }
        self.store.count_settings()
    }

    /// Whether a search is under way. It goes before loading.
    pub fn is_searching(&self) -> bool {
        self.searching.is_searching()
    }

    /// Does the next slice of the search under way, a few milliseconds long, and gives its answer
    /// when it is over.
    pub fn search(&mut self) -> Option<Response> {
        self.search_on(A_SLICE)
    }

    fn read_files(&mut self, job: u32, files: usize) -> Option<Response> {
        self.pipeline.read(job, files);
        None
    }

    fn read_text(&mut self, job: u32, name: &str, text: String) -> Option<Response> {
        self.pipeline.read(job, 1);
        self.push_file(job, name, text.into_bytes());
        None
    }

    fn remove(&mut self, job: u32, source: String) -> Option<Response> {
        self.pipeline.remove(job, source);
        None
    }

    fn complete(&mut self, seq: u32, text: &str, caret: u32) -> Response {
        let all = help::completions(&mut self.store, text, caret);
        Response::Completions { seq, all }
    }

    fn show_paper(&mut self, seq: u32, id: &str, part: u32) -> Response {
        let paper = self.find(id).and_then(|doc| self.paper(doc, part));
        let paper = paper.map(Box::new);
        Response::Paper { seq, paper }
    }

    fn edit_own(&mut self, edit: OwnEdit, at: u64) -> Vec<Response> {
        let draft = match edit {
            OwnEdit::Save(_, ref draft) => Some(draft.clone()),
            OwnEdit::Tag { papers, facet, tag } => {
                let papers = self.chosen(papers);
                return self.store.toggle_tag(papers, facet, &tag, at);
            }
            OwnEdit::LeaveOut => {
                self.store.leave_rules_out();
                return Vec::new();
            }
            _ => None,
        };
        let said = self.store.edit_own(edit, at);
        if !said.is_empty() {
            return said;
        }
        let refuse = |draft| self.previewer.refuse(draft, &mut self.store);
        draft.and_then(refuse).into_iter().collect()
    }

    /// The reader's own rules and tags as they are now.
    pub fn own(&mut self) -> Response {
        self.store.own_told()
    }

    fn preview(&mut self, seq: u32, at: Option<u32>, draft: Option<Draft>) -> Option<Response> {
        self.previewer.begin(seq, at, draft, &mut self.store)
    }

    fn offer_tags(&self, seq: u32, text: &str) -> Response {
        let all = self.store.offered_tags(text);
        Response::Tags { seq, all }
    }

    fn more_rows(&mut self, seq: u32, window: Window) -> Option<Response> {
        self.finish_search();
        let current = self.current.as_mut().filter(|current| current.seq == seq)?;
        let docs = window_of(&mut current.found, window);
        let current = self.current.as_ref()?;
        let rows = self.rows(&current.highlighter, &docs);
        Some(Response::Rows {
            seq,
            start: window.start,
            rows,
        })
    }

    fn rows(&self, highlighter: &Highlighter, docs: &[DocId]) -> Vec<Row> {
        let (names, marks) = (&self.store.index.names, self.store.journal.marks());
        let mut math = Budget::USUAL;
        let mut row = |doc: &DocId| {
            let record = self.store.library.get(*doc)?;
            Some(Row {
                flags: marks.of(&record.paper.id),
                ..view::row(record, highlighter, names, &mut math)
            })
        };
        docs.iter().filter_map(&mut row).collect()
    }

    fn find(&self, id: &str) -> Option<DocId> {
        self.store.library.find(&PaperId::named(id))
    }

    fn paper(&mut self, doc: DocId, part: u32) -> Option<crate::protocol::PaperView> {
        self.finish_search();
        let record = self.store.library.get(doc)?;
        let nothing = Highlighter::new(&Query::default()).listing(Arc::clone(&self.store.listed));
        let highlighter = self
            .current
            .as_ref()
            .map_or(&nothing, |current| &current.highlighter);
        let (mut paper, shown) = view::paper(record, highlighter, &self.store.library, part);
        let (given, removed) = self.store.explain(doc);
        let names = &self.store.index.names;
        view::put_tags(&mut paper, record, given, &removed, names, shown);
        let marks = self.store.journal.marks();
        paper.flags = marks.of(&record.paper.id);
        marks.note(&record.paper.id).clone_into(&mut paper.note);
        let current = self.current.as_ref();
        paper.position = current.and_then(|current| current.found.position(doc));
        let ranked = current.filter(|current| current.found.score(doc).is_some());
        paper.score = ranked.map(|current| {
            let terms = self.store.searcher().explain(doc, &current.query);
            help::score(&terms, self.store.library.len())
        });
        Some(paper)
    }
}

/// The hits in a window.
fn window_of(found: &mut Found, window: Window) -> Vec<DocId> {
    found.window(window.start as usize, window.len as usize)
}

/// Counts of papers fit into 32 bits, as document numbers do.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
