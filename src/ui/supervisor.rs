//! The worker: how it is made, spoken to, and replaced when it dies.
//!
//! The worker holds the library and nothing else does, so a new one has to read again what the old one had read. What was being read at the moment
//! of death is left out, since it may be what killed it. A worker that dies before it served anything is not replaced.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ErrorEvent, File, MessageEvent, Worker};
use yew::UseReducerDispatcher;

use crate::protocol::{Draft, FileReport, OwnEdit, Progress, Request, Response, Search, Window};

use super::platform::{self, NamedFile, Spawner};
use super::sequencer::Sequencer;
use super::state::{News, State};
use super::text;

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

struct Inner {
    spawn: Spawner,
    dispatch: UseReducerDispatcher<State>,
    worker: Option<Live>,
    /// Which worker, from 1: what an older one still says is not heard.
    life: u32,
    ready: bool,
    /// Whether this worker served anything.
    served: bool,
    outbox: Vec<(Request, Vec<File>)>,
    sequencer: Sequencer,
    /// The search that was made ahead of the state's own.
    ahead: Option<Search>,
    paper_seq: u32,
    /// The number and the text of the last question for completions.
    completing: (u32, String),
    /// The numbers of the last preview and of the last question for tags.
    preview_seq: u32,
    tags_seq: u32,
    /// The reader's own rules, for a worker that is to know what the one before knew.
    own: String,
    /// Whether rows are on their way, and the newest that were asked for meanwhile.
    rows_under_way: bool,
    rows_waiting: Option<Request>,
    last_job: u32,
    inputs: Vec<Job>,
}

struct Live {
    worker: Worker,
    _listeners: [EventListener; 3],
}

struct Job {
    number: u32,
    input: Input,
    done: bool,
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
            outbox: Vec::new(),
            sequencer: Sequencer::default(),
            ahead: None,
            paper_seq: 0,
            completing: (0, String::new()),
            preview_seq: 0,
            tags_seq: 0,
            own: String::new(),
            rows_under_way: false,
            rows_waiting: None,
            last_job: 0,
            inputs: Vec::new(),
        })))
    }

    /// Has something read.
    pub fn read(&self, input: Input) {
        let mut inner = self.0.borrow_mut();
        let started = inner.read(input);
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
            inner.own.clone_from(&text);
            inner.post(Request::Own(OwnEdit::All(text)), Vec::new());
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

    /// Asks for a paper.
    pub fn paper(&self, id: String) {
        let mut inner = self.0.borrow_mut();
        inner.paper_seq += 1;
        let seq = inner.paper_seq;
        inner.post(Request::Paper { seq, id }, Vec::new());
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
                Err(error) => this.died(life, &reason(&error)),
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
            this.died(life, &message);
        });
        let this = self.clone();
        let unreadable = EventListener::new(&worker, "messageerror", move |_| this.misread(life));
        let mut inner = self.0.borrow_mut();
        if inner.life == life {
            inner.worker = Some(Live {
                worker,
                _listeners: [message, error, unreadable],
            });
        } else {
            worker.terminate();
        }
    }

    fn hear(&self, life: u32, response: Response) {
        if self.0.borrow().life != life {
            return;
        }
        if let Response::Fault { message } = response {
            self.died(life, &message);
            return;
        }
        let mut inner = self.0.borrow_mut();
        let news = inner.news(response);
        let dispatch = inner.dispatch.clone();
        drop(inner);
        if let Some(news) = news {
            dispatch.dispatch(news.into());
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

    fn died(&self, life: u32, message: &str) {
        let mut inner = self.0.borrow_mut();
        if inner.life != life {
            return;
        }
        platform::log(message);
        let dispatch = inner.dispatch.clone();
        if let Some(live) = inner.worker.take() {
            live.worker.terminate();
        }
        let message = text::worker_died(message);
        if !inner.served {
            inner.life += 1;
            drop(inner);
            dispatch.dispatch(News::Dead(message).into());
            return;
        }
        inner.ready = false;
        inner.served = false;
        inner.outbox.clear();
        inner.rows_under_way = false;
        inner.rows_waiting = None;
        let own = OwnEdit::All(inner.own.clone());
        inner.post(Request::Own(own), Vec::new());
        let (kept, left_out): (Vec<_>, Vec<_>) =
            inner.inputs.drain(..).partition(|known| known.done);
        let started: Vec<Progress> = kept.into_iter().map(|job| inner.read(job.input)).collect();
        drop(inner);
        self.start();
        let restarted = News::Restarted {
            message,
            left_out: left_out.iter().map(|job| label(&job.input)).collect(),
        };
        dispatch.dispatch(restarted.into());
        for progress in started {
            dispatch.dispatch(News::Started(progress).into());
        }
    }
}

impl Inner {
    fn read(&mut self, input: Input) -> Progress {
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
        });
        started
    }

    /// Sends a request, or keeps it until the worker is up.
    fn post(&mut self, request: Request, files: Vec<File>) {
        match &self.worker {
            Some(live) if self.ready => {
                if let Err(error) = send(&live.worker, &request, &files) {
                    platform::log(&reason(&error));
                }
            }
            _ => self.outbox.push((request, files)),
        }
    }

    fn news(&mut self, response: Response) -> Option<News> {
        self.served |= !matches!(
            response,
            Response::Ready { .. }
                | Response::Progress(_)
                | Response::Own(_)
                | Response::Tagging(_)
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
            Response::Loaded(loaded) => {
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
            Response::Paper { seq, paper } => (seq == self.paper_seq).then_some(News::Paper(paper)),
            Response::Own(own) => {
                self.own.clone_from(&own.text);
                Some(News::Own(own))
            }
            Response::OwnRefused(problems) => {
                self.own.clear();
                Some(News::OwnRefused(problems))
            }
            Response::Preview { seq, preview } => {
                (seq == self.preview_seq).then_some(News::Preview(preview))
            }
            Response::Tagging(tagging) => Some(News::Tagging(tagging)),
            Response::Taxonomy(all) => Some(News::Taxonomy(all)),
            Response::Tags { seq, all } => (seq == self.tags_seq).then_some(News::Tags(all)),
            Response::Fault { .. } => None,
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
