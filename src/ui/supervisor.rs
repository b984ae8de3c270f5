//! The worker: how it is made, spoken to, and replaced when it dies.
//!
//! The worker holds the library and nothing else does, so a new one has to read again what the old one had read. What may have killed it is left out (`blame`); a worker that dies of
//! nothing before it served anything is not replaced. One that says nothing any more is taken for dead (`watch`).

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};
use yew::UseReducerDispatcher;

use crate::protocol::{Draft, FileReport, OwnEdit, Progress, Request, Response, Search, Window};

use super::blame::{SOON, Scene};
use super::kept;
use super::platform::{self, NamedFile, Spawner};
use super::sequencer::Sequencer;
use super::state::{News, State};
use super::text;
use super::watch::{Next, TICK, Watch};

/// How long a worker may take to read a file of rules, in milliseconds, before who leaves the page leaves it for that.
const SOON_READ: f64 = 3_000.0;

/// Something to read.
#[derive(Clone)]
pub enum Input {
    /// Files.
    Files(Vec<NamedFile>),
    /// Text from the clipboard.
    Text(String),
    /// The built-in sample.
    Sample,
    /// Nothing: the source of this name is taken out. It is kept among what was read, so that a new worker takes it out at the same point.
    Remove(String),
}

/// The worker and what is needed to replace it. Cloning gives the same one.
#[derive(Clone)]
pub struct Supervisor(Rc<RefCell<Inner>>);

#[expect(
    clippy::struct_excessive_bools,
    reason = "what is known of a worker are facts beside each other"
)]
struct Inner {
    spawn: Spawner,
    dispatch: UseReducerDispatcher<State>,
    worker: Option<Live>,
    /// Which worker, from 1: what an older one still says is not heard.
    life: u32,
    ready: bool,
    /// Whether this worker served anything.
    served: bool,
    /// How many workers died soon after each other, and when the last did.
    deaths: (u32, f64),
    watch: Watch,
    outbox: Vec<(Request, Vec<File>)>,
    sequencer: Sequencer,
    /// The search that was made ahead of the state's own.
    ahead: Option<Search>,
    paper_seq: u32,
    /// Whether a search, and whether a paper is yet to come.
    looks: [bool; 2],
    /// The number and the text of the last question for completions.
    completing: (u32, String),
    /// The numbers of the last preview and of the last question for tags.
    preview_seq: u32,
    tags_seq: u32,
    /// The reader's own rules, for a worker that is to know what the one before knew.
    own: String,
    /// Rules that were handed to the worker and of which it has not yet said whether it can read them.
    trying: Option<String>,
    /// When a file of rules was last sent.
    tried_at: f64,
    /// Whether papers were tagged by the rules as they are.
    proven: bool,
    /// Whether papers are being tagged by them.
    tagging: bool,
    /// Whether rows are on their way, and the newest that were asked for meanwhile.
    rows_under_way: bool,
    rows_waiting: Option<Request>,
    last_job: u32,
    inputs: Vec<Job>,
}

struct Live {
    worker: Worker,
    _listeners: [EventListener; 3],
    _watch: Interval,
}

struct Job {
    number: u32,
    input: Input,
    done: bool,
    /// Whether a worker before this one was done with it.
    was_done: bool,
}

impl Supervisor {
    /// A supervisor that has yet to [`start`](Self::start). What the worker says becomes actions.
    pub fn new(spawn: Spawner, dispatch: UseReducerDispatcher<State>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            spawn,
            dispatch,
            worker: None,
            life: 0,
            ready: false,
            served: false,
            deaths: (0, f64::NEG_INFINITY),
            watch: Watch::default(),
            outbox: Vec::new(),
            sequencer: Sequencer::default(),
            ahead: None,
            paper_seq: 0,
            looks: [false; 2],
            completing: (0, String::new()),
            preview_seq: 0,
            tags_seq: 0,
            own: String::new(),
            trying: None,
            tried_at: 0.0,
            proven: false,
            tagging: false,
            rows_under_way: false,
            rows_waiting: None,
            last_job: 0,
            inputs: Vec::new(),
        })))
    }

    /// Has something read.
    pub fn read(&self, input: Input) {
        let mut inner = self.0.borrow_mut();
        let started = inner.read(input, false);
        let dispatch = inner.dispatch.clone();
        drop(inner);
        dispatch.dispatch(News::Started(started).into());
    }

    /// Stops a job.
    pub fn cancel(&self, job: u32) {
        let mut inner = self.0.borrow_mut();
        inner.inputs.retain(|known| known.number != job);
        inner.post(Request::Cancel { job }, Vec::new());
    }

    /// Searches for what is being typed before the page is drawn with it. The state will ask for the same.
    pub fn search_ahead(&self, search: Search, window: Window) {
        self.search(search.clone(), window);
        self.0.borrow_mut().ahead = Some(search);
    }

    /// Searches, unless that was done ahead. A search under way is given up.
    pub fn search(&self, search: Search, window: Window) {
        let mut inner = self.0.borrow_mut();
        if inner.ahead.take().as_ref() == Some(&search) {
            return;
        }
        let request = inner.sequencer.ask(search, window);
        inner.looks[0] = true;
        inner.post(request, Vec::new());
    }

    /// Asks what the word at the caret may become.
    pub fn complete(&self, text: String, caret: u32) {
        let mut inner = self.0.borrow_mut();
        let seq = inner.completing.0 + 1;
        inner.completing = (seq, text.clone());
        inner.post(Request::Complete { seq, text, caret }, Vec::new());
    }

    /// Asks for rows of the search of this number, at once or as soon as those under way are here.
    pub fn rows(&self, seq: u32, window: Window) {
        let mut inner = self.0.borrow_mut();
        let request = Request::Rows { seq, window };
        if inner.rows_under_way {
            inner.rows_waiting = Some(request);
        } else {
            inner.rows_under_way = true;
            inner.post(request, Vec::new());
        }
    }

    /// Asks for the words that stand out among the hits of the search of this number.
    pub fn terms(&self, seq: u32) {
        self.0.borrow_mut().post(Request::Terms { seq }, Vec::new());
    }

    /// Asks for an edit of the query's text.
    pub fn edit(&self, request: Request) {
        self.0.borrow_mut().post(request, Vec::new());
    }

    /// Changes the reader's own rules.
    pub fn own(&self, edit: OwnEdit) {
        self.0.borrow_mut().post(Request::Own(edit), Vec::new());
    }

    /// Has everything of the reader's own be what the browser keeps; nothing is done where it is so.
    pub fn adopt_own(&self, text: String) {
        let mut inner = self.0.borrow_mut();
        if inner.own != text {
            inner.hand_over(text);
        }
    }

    /// Asks what a rule would change; `None` when nobody wants to know any more.
    pub fn preview(&self, at: Option<u32>, draft: Option<Draft>) {
        let mut inner = self.0.borrow_mut();
        inner.preview_seq += 1;
        let seq = inner.preview_seq;
        inner.post(Request::Preview { seq, at, draft }, Vec::new());
    }

    /// Stops tagging papers by new rules.
    pub fn cancel_tagging(&self) {
        self.0.borrow_mut().post(Request::CancelTagging, Vec::new());
    }

    /// Asks for all tags of the table.
    pub fn taxonomy(&self) {
        self.0.borrow_mut().post(Request::Taxonomy, Vec::new());
    }

    /// Asks for tags by their names.
    pub fn tags(&self, text: String) {
        let mut inner = self.0.borrow_mut();
        inner.tags_seq += 1;
        let seq = inner.tags_seq;
        inner.post(Request::Tags { seq, text }, Vec::new());
    }

    /// Asks for a paper with a part of its abstract.
    pub fn paper(&self, id: String, part: u32) {
        let mut inner = self.0.borrow_mut();
        inner.paper_seq += 1;
        let seq = inner.paper_seq;
        inner.looks[1] = true;
        inner.post(Request::Paper { seq, id, part }, Vec::new());
    }

    /// Makes a worker.
    pub fn start(&self) {
        let mut inner = self.0.borrow_mut();
        inner.life += 1;
        let life = inner.life;
        let spawned = inner.spawn.0.call0(&JsValue::NULL);
        drop(inner);
        let this = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match spawned_worker(spawned).await {
                Ok(worker) => this.adopt(worker, life),
                Err(error) => this.give_up(life, text::last_words(&reason(&error))),
            }
        });
    }

    fn adopt(&self, worker: Worker, life: u32) {
        let this = self.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            let bytes = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| event.data().dyn_into::<Uint8Array>().ok());
            let response = bytes.and_then(|bytes| postcard::from_bytes(&bytes.to_vec()).ok());
            match response {
                Some(response) => this.hear(life, response),
                None => this.misread(life),
            }
        });
        let this = self.clone();
        let error = EventListener::new(&worker, "error", move |event| {
            let message = event
                .dyn_ref::<ErrorEvent>()
                .map_or_else(String::new, ErrorEvent::message);
            this.died(life, text::ended(&message));
        });
        let this = self.clone();
        let unreadable = EventListener::new(&worker, "messageerror", move |_| this.misread(life));
        let this = self.clone();
        let watch = Interval::new(TICK, move || this.look_after(life));
        let mut inner = self.0.borrow_mut();
        if inner.life == life {
            inner.watch = Watch::new(platform::now());
            inner.worker = Some(Live {
                worker,
                _listeners: [message, error, unreadable],
                _watch: watch,
            });
        } else {
            worker.terminate();
        }
    }

    fn hear(&self, life: u32, response: Response) {
        let mut inner = self.0.borrow_mut();
        if inner.life != life {
            return;
        }
        inner.watch.hear(matches!(response, Response::Pong));
        if let Response::Fault { message } = response {
            drop(inner);
            self.died(life, text::last_words(&message));
            return;
        }
        let news = inner.news(response);
        let dispatch = inner.dispatch.clone();
        drop(inner);
        if let Some(news) = news {
            dispatch.dispatch(news.into());
        }
    }

    /// Asks a worker that says nothing whether it is there, and takes it for dead when it does not answer.
    fn look_after(&self, life: u32) {
        let mut inner = self.0.borrow_mut();
        if inner.life != life {
            return;
        }
        let busy = !inner.ready
            || inner.tagging
            || inner.looks[0]
            || inner.inputs.iter().any(|job| !job.done);
        let next = inner.watch.tick(platform::now(), platform::is_seen(), busy);
        match next {
            Next::Ping if inner.ready => inner.send(&Request::Ping, &[]),
            Next::Ping | Next::Wait | Next::Rest => {}
            Next::Bury => {
                drop(inner);
                self.died(life, text::SILENT.to_owned());
            }
        }
    }

    /// A message that cannot be read is from a worker of another build.
    fn misread(&self, life: u32) {
        let inner = self.0.borrow();
        if inner.life == life {
            let dispatch = inner.dispatch.clone();
            drop(inner);
            dispatch.dispatch(News::Ready(0).into());
        }
    }

    /// There is no worker and will be none; `said` is for a person.
    fn give_up(&self, life: u32, said: String) {
        let mut inner = self.0.borrow_mut();
        if inner.life != life {
            return;
        }
        inner.life += 1;
        inner.bury();
        let dispatch = inner.dispatch.clone();
        drop(inner);
        dispatch.dispatch(News::Dead(said).into());
    }

    /// The page is about to be left. That this came before the worker had read the rules says nothing of them, unless it took long.
    pub fn leave(&self) {
        let inner = self.0.borrow();
        if inner.trying.is_some() && platform::now() - inner.tried_at < SOON_READ {
            kept::tried();
        }
    }

    /// A worker is dead; `said` is for a person.
    fn died(&self, life: u32, said: String) {
        let mut inner = self.0.borrow_mut();
        if inner.life != life {
            return;
        }
        platform::log(&said);
        // One that was never up was never told anything that it could have died of.
        let blamed = inner.scene().blamed().filter(|_| inner.ready);
        let Some(blamed) = blamed else {
            drop(inner);
            return self.give_up(life, said);
        };
        let dispatch = inner.dispatch.clone();
        inner.bury();
        inner.served = false;
        inner.outbox.clear();
        inner.rows_under_way = false;
        inner.rows_waiting = None;
        inner.tagging = false;
        inner.looks = [false; 2];
        inner.ahead = None;
        let mut left_out = Vec::new();
        let mut kept_jobs = Vec::new();
        for job in std::mem::take(&mut inner.inputs) {
            if job.done || job.was_done && !blamed.inputs {
                kept_jobs.push(job);
            } else {
                left_out.push(label(&job.input));
            }
        }
        if blamed.view {
            left_out.push(text::THE_VIEW.to_owned());
        }
        let own = inner.trying.take().unwrap_or_else(|| inner.own.clone());
        kept::tried();
        let aside = if blamed.rules {
            inner.own.clear();
            left_out.push(text::THE_RULES.to_owned());
            Some(kept::set_aside(kept::RULES, &own))
        } else {
            inner.hand_over(own);
            None
        };
        let jobs = kept_jobs.into_iter();
        let started: Vec<Progress> = jobs.map(|job| inner.read(job.input, true)).collect();
        drop(inner);
        self.start();
        let restarted = News::Restarted {
            message: said,
            left_out,
            leaves_view: blamed.view,
        };
        let aside = aside.map(News::Aside);
        let started = started.into_iter().map(News::Started);
        for news in std::iter::once(restarted).chain(aside).chain(started) {
            dispatch.dispatch(news.into());
        }
    }
}

impl Inner {
    /// What is going on, for whoever asks what a worker died of.
    fn scene(&mut self) -> Scene {
        let now = platform::now();
        let (count, last) = self.deaths;
        let before = if now - last < SOON { count } else { 0 };
        self.deaths = (before + 1, now);
        let reads = |was_done: bool| {
            let mut inputs = self.inputs.iter();
            inputs.any(|job| !job.done && job.was_done == was_done)
        };
        let has_rules = !self.trying.as_ref().unwrap_or(&self.own).is_empty();
        Scene {
            reads: reads(false),
            reads_again: reads(true),
            looks: self.looks != [false; 2],
            tries_rules: has_rules && !self.proven,
            served: self.served,
            before,
        }
    }

    /// Ends the worker.
    fn bury(&mut self) {
        self.ready = false;
        if let Some(live) = self.worker.take() {
            live.worker.terminate();
        }
    }

    /// Hands a file of rules to the worker.
    fn hand_over(&mut self, own: String) {
        self.proven &= self.own == own;
        self.own.clone_from(&own);
        self.trying = Some(own.clone());
        self.post(Request::Own(OwnEdit::All(own)), Vec::new());
    }

    fn read(&mut self, input: Input, was_done: bool) -> Progress {
        self.last_job += 1;
        let job = self.last_job;
        let (request, files) = match &input {
            Input::Files(files) => (
                Request::Open {
                    job,
                    names: files.iter().map(|file| file.name.clone()).collect(),
                },
                files.iter().map(|file| file.file.clone()).collect(),
            ),
            Input::Text(text) => (
                Request::Paste {
                    job,
                    text: text.clone(),
                },
                Vec::new(),
            ),
            Input::Sample => (Request::Sample { job }, Vec::new()),
            Input::Remove(source) => (
                Request::Remove {
                    job,
                    source: source.clone(),
                },
                Vec::new(),
            ),
        };
        let started = Progress {
            job,
            file: label(&input),
            files: u32::try_from(files.len().max(1)).unwrap_or(u32::MAX),
            ..Progress::default()
        };
        self.post(request, files);
        self.inputs.push(Job {
            number: job,
            input,
            done: false,
            was_done,
        });
        started
    }

    /// Sends a request, or keeps it until the worker is up.
    fn post(&mut self, request: Request, files: Vec<File>) {
        self.watch.ask();
        if self.ready && self.worker.is_some() {
            if matches!(&request, Request::Own(OwnEdit::All(own)) if !own.is_empty()) {
                self.tried_at = platform::now();
                kept::try_rules();
            }
            self.send(&request, &files);
        } else {
            self.outbox.push((request, files));
        }
    }

    fn send(&self, request: &Request, files: &[File]) {
        let Some(live) = &self.worker else {
            return;
        };
        if let Err(error) = send(&live.worker, request, files) {
            platform::log(&reason(&error));
        }
    }

    fn news(&mut self, response: Response) -> Option<News> {
        self.served |= !matches!(
            response,
            Response::Ready { .. }
                | Response::Progress(_)
                | Response::Own(_)
                | Response::OwnRefused(_)
                | Response::Tagging(_)
                | Response::Pong
        );
        match response {
            Response::Ready { version } => {
                self.ready = version == crate::protocol::VERSION;
                if self.ready {
                    for (request, files) in std::mem::take(&mut self.outbox) {
                        self.post(request, files);
                    }
                }
                Some(News::Ready(version))
            }
            Response::Progress(progress) => Some(News::Progress(progress)),
            Response::Reports(reports) => Some(News::Reports(reports)),
            Response::Loaded(loaded) => {
                self.proven = true;
                if let Some(job) = self.inputs.iter_mut().find(|job| job.number == loaded.job) {
                    job.done = true;
                }
                // Rules that were taken over once may have been changed since.
                let of_rules = |reports: &[FileReport]| {
                    !reports.is_empty() && reports.iter().all(|report| report.rules.is_some())
                };
                if of_rules(&loaded.reports) {
                    self.inputs.retain(|job| job.number != loaded.job);
                }
                Some(News::Loaded(loaded))
            }
            Response::Answer { seq, outcome } => {
                let search = self.sequencer.answered(seq)?;
                self.looks[0] = false;
                self.proven |= !self.tagging && self.inputs.iter().all(|job| job.done);
                // Rows of an older search may never come.
                self.rows_under_way = false;
                self.rows_waiting = None;
                Some(match outcome {
                    Ok(answer) => News::Answered(seq, search, Box::new(answer)),
                    Err(problem) => News::Refused(search, problem),
                })
            }
            Response::Completions { seq, all } => {
                let (last, text) = &self.completing;
                (seq == *last).then(|| News::Completed(text.clone(), all))
            }
            Response::Edited { of, text } => Some(News::Edited(of, text)),
            Response::Rows { seq, start, rows } => {
                self.rows_under_way = false;
                if let Some(request) = self.rows_waiting.take() {
                    self.rows_under_way = true;
                    self.post(request, Vec::new());
                }
                Some(News::Rows(seq, start, rows))
            }
            Response::Terms { seq, view } => Some(News::Terms(seq, view)),
            Response::Paper { seq, paper } => {
                self.looks[1] &= seq != self.paper_seq;
                (seq == self.paper_seq).then_some(News::Paper(paper))
            }
            Response::Own(own) => {
                self.trying = None;
                kept::tried();
                self.proven &= self.own == own.text;
                self.own.clone_from(&own.text);
                Some(News::Own(own))
            }
            Response::OwnRefused(problems) => {
                // Without, nothing was changed.
                let refused = self.trying.take()?;
                kept::tried();
                self.own.clear();
                let mut aside = kept::set_aside(kept::RULES, &refused);
                aside.why = problems.first().map(text::place).unwrap_or_default();
                Some(News::Aside(aside))
            }
            Response::Preview { seq, preview } => {
                (seq == self.preview_seq).then_some(News::Preview(preview))
            }
            Response::Tagging(tagging) => {
                self.tagging = tagging.done < tagging.of;
                self.proven |= !self.tagging;
                Some(News::Tagging(tagging))
            }
            Response::Taxonomy(all) => Some(News::Taxonomy(all)),
            Response::Tags { seq, all } => (seq == self.tags_seq).then_some(News::Tags(all)),
            Response::Pong | Response::Fault { .. } => None,
        }
    }
}

async fn spawned_worker(spawned: Result<JsValue, JsValue>) -> Result<Worker, JsValue> {
    let promise: js_sys::Promise = spawned?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

/// The form of every message to the worker: `{ bytes, files? }`, with the bytes handed over, not copied.
fn send(worker: &Worker, request: &Request, files: &[File]) -> Result<(), JsValue> {
    let encoded = postcard::to_allocvec(request)
        .map_err(|_| JsValue::from_str("a request could not be encoded"))?;
    let bytes = Uint8Array::from(encoded.as_slice());
    let transfer = Array::of1(&bytes.buffer());
    let message = js_sys::Object::new();
    Reflect::set(&message, &JsValue::from_str("bytes"), &bytes)?;
    if !files.is_empty() {
        let files: Array = files.iter().collect();
        Reflect::set(&message, &JsValue::from_str("files"), &files)?;
    }
    worker.post_message_with_transfer(&message, &transfer)
}

fn label(input: &Input) -> String {
    match input {
        Input::Files(files) => match files.as_slice() {
            [only] => only.name.clone(),
            _ => text::files(files.len()),
        },
        Input::Text(_) => text::PASTED.to_owned(),
        Input::Sample => text::SAMPLE.to_owned(),
        Input::Remove(name) => name.clone(),
    }
}

fn reason(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_default()
}
