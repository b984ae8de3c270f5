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
mod store;
mod terms;
mod view;

use std::collections::VecDeque;
use std::sync::Arc;

use crate::core::digest::Content;
use crate::core::library::DocId;
use crate::core::math::latex::Budget;
use crate::core::paper::PaperId;
use crate::core::query::{Query, Unfinished};
use crate::core::search::{Found, Highlighter};
use crate::core::unicode;
use crate::protocol::{Draft, OwnEdit, Request, Response, Row, Window};
pub use arrivals::{FileOf, Member, Origin, Removal, Settled, Terms};
pub use errands::Assistant;
use errands::Done;
use kept::{Opening, Parts};
use own::Previewer;
use pipeline::Pipeline;
use removals::Removals;
use searching::{A_SLICE, Searching};
pub use sharing::files_in;
use standing::Standing;
use store::{PAPERS_A_SLICE, Store, TEXT_A_SLICE};
use terms::Outstanding;

/// The sample digest, written for this project.
static SAMPLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sample.deflate"));
/// The name under which the sample is a source.
const SAMPLE_NAME: &str = "sample.md";
/// The name under which pasted text is a source.
const PASTE_NAME: &str = "pasted text";

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

/// The last search that could be answered.
#[derive(Debug)]
struct Current {
    seq: u32,
    /// What was asked, with what a word that is being typed may become.
    query: Query,
    /// What is written.
    written: Query,
    /// The same as it is typed, where the last word goes on.
    typed: Option<Unfinished>,
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
                typing,
                fallback,
                all_of,
                edit,
            } => Some(edits::edit(
                self.store.searcher(),
                text,
                typing,
                fallback,
                &all_of,
                &edit,
            )),
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
