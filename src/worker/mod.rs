//! The browser's side of the engine: messages, files, time slices.
//!
//! A message from the page is `{ bytes: Uint8Array, files?: File[], piece?: Uint8Array }`, its
//! bytes a [`Request`]; a message to the page is the `Uint8Array` of one [`Response`]. Files are
//! read here, in pieces, so that the page never holds their text; where that is not allowed, it
//! hands over a piece at a time.

mod assistants;
mod files;
mod keeping;
mod pieces;
pub mod store;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use js_sys::{Array, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, File, MessageChannel, MessageEvent};

use crate::engine::Engine;
use crate::protocol::{FilePiece, FileReport, Loaded, Make, Request, Response, Take, VERSION};

/// How long the engine works before messages are looked at again, in milliseconds. A cancel waits
/// this long at most.
const SLICE_MS: f64 = 16.0;

/// How many reports on files the page gets at once: with fifty problems each they are read in some
/// twenty milliseconds.
const REPORTS: usize = 200;

/// How long a job waits before it asks again whether its file is in the library, where somebody
/// else does the work.
const PAUSE_MS: u32 = 10;

/// Starts the worker: answers messages from now on, and says so to the page.
pub fn start() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        web_sys::console::error_1(&"the worker was not started as a worker".into());
        return;
    };
    if assistants::is_one(&scope) {
        assistants::start(&scope);
        return;
    }
    let worker = Rc::new(Worker {
        scope,
        engine: RefCell::default(),
        working: Cell::default(),
        assistants: RefCell::default(),
        are_alone: Cell::default(),
        asked: Cell::default(),
        keeper: keeping::Keeper::default(),
        pieces: pieces::Pieces::default(),
    });
    report_panics(worker.scope.clone());
    let receiver = worker.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        receiver.receive(&event.data());
    });
    worker
        .scope
        .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The handler lives as long as the worker does.
    on_message.forget();
    worker.post(&Response::Ready { version: VERSION });
}

struct Worker {
    scope: DedicatedWorkerGlobalScope,
    engine: RefCell<Engine>,
    /// Whether [`Worker::work`] is under way.
    working: Cell<bool>,
    /// Who shares in the engine's work.
    assistants: RefCell<Vec<assistants::Live>>,
    /// Whether no assistants can be had.
    are_alone: Cell<bool>,
    /// When the page last asked for something, in milliseconds since the worker began.
    asked: Cell<f64>,
    /// What is kept from visit to visit.
    keeper: keeping::Keeper,
    /// What the page reads because this worker may not.
    pieces: pieces::Pieces,
}

impl Worker {
    fn receive(self: &Rc<Self>, message: &JsValue) {
        let Some(request) = decode(message) else {
            self.post(&Response::Fault {
                message: "The page sent a message that the worker does not understand.".to_owned(),
            });
            return;
        };
        // Whether somebody is there is no wish that anything else has to wait for.
        if !matches!(request, Request::Ping) {
            self.asked.set(now(&self.scope));
        }
        if let Request::Piece(piece) = request {
            return self.take_piece(piece, message);
        }
        if self.has_wait(&request, message) {
            return;
        }
        // What others marked goes behind what the reader did before.
        if matches!(
            request,
            Request::Parcel {
                take: Take::Own,
                ..
            }
        ) && self.awaits_records()
        {
            let (worker, message) = (self.clone(), message.clone());
            spawn_local(async move {
                worker.when_recalled().await;
                worker.receive(&message);
            });
            return;
        }
        let mut files = Vec::new();
        let mut opened = None;
        match &request {
            Request::Open { job, names } => {
                files = files_of(message);
                opened = Some((*job, names.clone()));
                self.keep_files(*job, names, &files);
            }
            Request::Paste { job, text } => self.keep_text(*job, text),
            Request::Parcel {
                job,
                parcel,
                take: Take::Own,
                ..
            } => self.keep_parcel(*job, parcel),
            Request::Keep(wish) => self.keep(*wish),
            Request::Recall(records) => self.take_back(records.clone()),
            Request::Make {
                seq,
                what: Make::Backup,
            } => self.make_backup(*seq),
            Request::Make { .. } | Request::StopMaking => self.stop_backup(),
            Request::Restore(wish) => self.restore(wish.clone(), files_of(message).pop()),
            _ => {}
        }
        let responses = self.engine.borrow_mut().handle(request);
        for response in &responses {
            self.post(response);
        }
        self.keep_on();
        let worker = self.clone();
        match opened {
            Some((job, names)) => spawn_local(worker.open(job, names, files)),
            None if self.engine.borrow().has_work() => spawn_local(worker.work()),
            None => {}
        }
    }

    /// Reads the files of a job one after the other, each when the one before is in the library, so
    /// that one at most is held in memory.
    async fn open(self: Rc<Self>, job: u32, names: Vec<String>, files: Vec<File>) {
        for (index, name) in names.iter().enumerate() {
            let wanted = || self.engine.borrow().wants_files(job);
            let content = match files.get(index) {
                Some(file) => {
                    let piece = async |start, len| {
                        let file = u32::try_from(index).ok()?;
                        let piece = FilePiece {
                            job,
                            file,
                            start,
                            len,
                        };
                        self.ask_for(piece).await
                    };
                    files::read(file, wanted, piece).await
                }
                None => Err("the browser did not hand it over".to_owned()),
            };
            if !wanted() {
                return;
            }
            match content {
                Ok(content) => self.engine.borrow_mut().push_file(job, name, content),
                Err(message) => self.engine.borrow_mut().push_unreadable(job, name, message),
            }
            self.clone().work_through().await;
        }
        // A job of no files at all has its report to give.
        self.work().await;
    }

    /// Works until nothing is left to do, be it here or where that is being done already.
    async fn work_through(self: Rc<Self>) {
        self.clone().work().await;
        while self.working.get() {
            TimeoutFuture::new(PAUSE_MS).await;
        }
    }

    /// Lets the engine work in slices until it has nothing left to do. Where that is being done
    /// already it goes on there: each further round of slices would keep messages waiting as long
    /// again.
    async fn work(self: Rc<Self>) {
        if self.working.replace(true) {
            return;
        }
        while self.engine.borrow().has_work() {
            let started = now(&self.scope);
            let mut progress = None;
            while now(&self.scope) - started < SLICE_MS {
                if self.engine.borrow().is_searching() {
                    let answer = self.engine.borrow_mut().search();
                    if let Some(answer) = answer {
                        self.post(&answer);
                    }
                    continue;
                }
                let response = self.engine.borrow_mut().work();
                self.keep_on();
                let Some(response) = response else {
                    break;
                };
                match response {
                    Response::Progress(_) => progress = Some(response),
                    // Of what goes on only the last word of a slice is said.
                    Response::Tagging(tagging) if tagging.done < tagging.of => {
                        progress = Some(response);
                    }
                    Response::Preview { ref preview, .. } if preview.done < preview.of => {
                        progress = Some(response);
                    }
                    // Of a file that is made the parts are said, each as it is there.
                    Response::Making { ref bytes, .. } if bytes.is_empty() => {
                        progress = Some(response);
                    }
                    other => {
                        progress = None;
                        self.post(&other);
                    }
                }
            }
            if let Some(progress) = progress {
                self.post(&progress);
            }
            self.share();
            pause().await;
        }
        self.share();
        self.working.set(false);
        self.keep_snapshot();
        spawn_local(self.wait());
    }

    fn post(&self, response: &Response) {
        if let Response::Loaded(loaded) = response
            && loaded.reports.len() > REPORTS
        {
            self.post_in_parts(loaded.clone());
        } else {
            post(&self.scope, response);
        }
    }

    /// Posts the end of a job of very many files in parts.
    fn post_in_parts(&self, mut loaded: Loaded) {
        let mut reports = std::mem::take(&mut loaded.reports).into_iter();
        loop {
            let part: Vec<FileReport> = reports.by_ref().take(REPORTS).collect();
            if reports.len() == 0 {
                loaded.reports = part;
                break;
            }
            post(&self.scope, &Response::Reports(part));
        }
        post(&self.scope, &Response::Loaded(loaded));
    }
}

/// Lets messages in. A message to itself comes behind those that wait; a timer would come four
/// milliseconds late, because browsers slow timers down that set each other.
async fn pause() {
    let Ok(channel) = MessageChannel::new() else {
        return TimeoutFuture::new(0).await;
    };
    let came = Promise::new(&mut |resolve, _| {
        channel.port1().set_onmessage(Some(&resolve));
        // A message without anything in it can always be sent.
        let _ = channel.port2().post_message(&JsValue::NULL);
    });
    let _ = JsFuture::from(came).await;
    channel.port1().close();
}

fn post(scope: &DedicatedWorkerGlobalScope, response: &Response) {
    let Ok(bytes) = postcard::to_allocvec(response) else {
        web_sys::console::error_1(&"a response could not be encoded".into());
        return;
    };
    if let Err(error) = send(&bytes, |message, transfer| {
        scope.post_message_with_transfer(message, transfer)
    }) {
        web_sys::console::error_1(&error);
    }
}

/// Sends bytes, which are handed over and not copied a second time.
fn send(
    bytes: &[u8],
    post: impl FnOnce(&JsValue, &JsValue) -> Result<(), JsValue>,
) -> Result<(), JsValue> {
    let array = Uint8Array::from(bytes);
    let transfer = Array::of1(&array.buffer());
    post(&array, &transfer)
}

fn decode(message: &JsValue) -> Option<Request> {
    let bytes = Reflect::get(message, &"bytes".into()).ok()?;
    let bytes = bytes.dyn_into::<Uint8Array>().ok()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}

fn files_of(message: &JsValue) -> Vec<File> {
    let files = Reflect::get(message, &"files".into()).unwrap_or(JsValue::UNDEFINED);
    let files = files.dyn_into::<Array>().unwrap_or_default();
    files
        .iter()
        .filter_map(|file| file.dyn_into().ok())
        .collect()
}

/// Milliseconds since the worker began.
fn now(scope: &DedicatedWorkerGlobalScope) -> f64 {
    scope
        .performance()
        .map_or(f64::INFINITY, |performance| performance.now())
}

/// A panic ends the worker; the page is told why before it does.
fn report_panics(scope: DedicatedWorkerGlobalScope) {
    std::panic::set_hook(Box::new(move |info| {
        console_error_panic_hook::hook(info);
        post(
            &scope,
            &Response::Fault {
                message: info.to_string(),
            },
        );
    }));
}
