//! The worker: how it is made, spoken to, and replaced when it dies.
//!
//! The worker holds the library and nothing else does, so a new one has to read again what the old
//! one had read. Here is what only a browser can do; what is asked and heard is `session`'s.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Interval;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ErrorEvent, File, MessageEvent, Worker};
use yew::UseReducerDispatcher;

use crate::protocol::{ExportWish, FilePiece, MadeFile, Make, Request, Response, WrittenView};

use super::input::Input;
use super::kept;
use super::platform::{self, Copying, Parts, Spawner};
use super::session::{Effect, Session};
use super::state::{Action, MakingAct, State, TextFor, Then, file_called};
use super::text;
use super::watch::TICK;

/// How long a worker may take to read a file of rules, in milliseconds, before who leaves the page
/// leaves it for that.
const SOON_READ: f64 = 3_000.0;

/// The worker and what is needed to replace it. Cloning gives the same one.
#[derive(Clone)]
pub struct Supervisor(Rc<RefCell<Inner>>);

struct Inner {
    spawn: Spawner,
    dispatch: UseReducerDispatcher<State>,
    worker: Option<Live>,
    /// Which worker, from 1: what an older one still says is not heard.
    life: u32,
    session: Session<Input>,
    /// When a file of rules was last sent.
    tried_at: f64,
    /// The file that is being made, as far as it is.
    parts: Parts,
    /// What is to be copied as soon as it is there: the file that is being made, and papers that
    /// are written at once. A key may copy a paper while a long file is still being made.
    copying: [Option<Copying>; 2],
}

/// Which of the two things that may be copied at a time.
#[derive(Clone, Copy)]
enum Copied {
    /// The file that is being made.
    Made,
    /// Papers that are written at once.
    Written,
}

struct Live {
    worker: Worker,
    _listeners: [EventListener; 3],
    _watch: Interval,
}

impl Supervisor {
    /// A supervisor that has yet to [`start`](Self::start). What the worker says becomes actions.
    pub fn new(spawn: Spawner, dispatch: UseReducerDispatcher<State>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            spawn,
            dispatch,
            worker: None,
            life: 0,
            session: Session::default(),
            tried_at: 0.0,
            parts: Parts::default(),
            copying: [None, None],
        })))
    }

    /// Asks something of the worker, or says what became of it, and does what follows.
    pub fn with<T>(&self, ask: impl FnOnce(&mut Session<Input>) -> T) -> T {
        let mut inner = self.0.borrow_mut();
        let result = ask(&mut inner.session);
        let effects = inner.session.take_effects();
        let actions: Vec<Action> = effects
            .into_iter()
            .filter_map(|effect| inner.carry_out(effect))
            .collect();
        let dispatch = inner.dispatch.clone();
        // Actions may ask for more.
        drop(inner);
        for action in actions {
            dispatch.dispatch(action);
        }
        result
    }

    /// Has a file made.
    pub fn make(&self, what: Make, then: Then) {
        if matches!(then, Then::Copy(_)) {
            self.begin_copying(Copied::Made);
        }
        self.with(|session| session.make(what, then));
    }

    /// Copies at most so many papers, and says this then.
    pub fn copy(&self, wish: ExportWish, most: u32, said: String) {
        self.begin_copying(Copied::Written);
        self.with(|session| {
            session.stop_copying();
            session.write(wish, most, TextFor::Copy(said));
        });
    }

    /// Begins to copy, in the midst of the key or the click that asks for it. What was asked for
    /// before it in the same way is not wanted any more.
    fn begin_copying(&self, what: Copied) {
        let before = self.0.borrow_mut().copying[what as usize].replace(Copying::begin());
        if let Some(before) = before {
            before.give_up();
        }
    }

    /// Makes a worker.
    pub fn start(&self) {
        let mut inner = self.0.borrow_mut();
        inner.life += 1;
        let life = inner.life;
        let spawned = inner.spawn.worker.call0(&JsValue::NULL);
        drop(inner);
        let this = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match spawned_worker(spawned).await {
                Ok(worker) => this.adopt(worker, life),
                Err(error) => this.give_up(life, text::last_words(&reason(&error))),
            }
        });
    }

    /// The page is about to be left. That this came before the worker had read the rules says
    /// nothing of them, unless it took long.
    pub fn leave(&self) {
        let inner = self.0.borrow();
        if inner.session.tries_rules() && platform::now() - inner.tried_at < SOON_READ {
            kept::tried();
        }
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
            inner.session.adopt(platform::now());
            inner.worker = Some(Live {
                worker,
                _listeners: [message, error, unreadable],
                _watch: watch,
            });
        } else {
            worker.terminate();
        }
    }

    fn is_alive(&self, life: u32) -> bool {
        self.0.borrow().life == life
    }

    fn hear(&self, life: u32, response: Response) {
        if !self.is_alive(life) {
            return;
        }
        match response {
            Response::Fault { message } => self.died(life, text::last_words(&message)),
            // All that it held is to be gone, here as well.
            Response::Forgotten(gone) => {
                self.terminate();
                let host = self.0.borrow().spawn.host.clone();
                kept::forget_all(gone, &host);
            }
            response => self.with(|session| session.hear(response)),
        }
    }

    fn misread(&self, life: u32) {
        if self.is_alive(life) {
            self.with(Session::misread);
        }
    }

    /// Asks a worker that says nothing whether it is there, and takes it for dead when it does not
    /// answer.
    fn look_after(&self, life: u32) {
        let (now, awake) = (platform::now(), platform::is_seen());
        if self.is_alive(life) && self.with(|session| session.look_after(now, awake)) {
            self.died(life, text::SILENT.to_owned());
        }
    }

    /// A worker is dead; `said` is for a person.
    fn died(&self, life: u32, said: String) {
        if !self.is_alive(life) {
            return;
        }
        platform::log(&said);
        self.terminate();
        let message = said.clone();
        if self.with(|session| session.bury(platform::now(), message)) {
            self.start();
        } else {
            self.give_up(life, said);
        }
    }

    /// There is no worker and will be none; `said` is for a person.
    fn give_up(&self, life: u32, said: String) {
        if self.is_alive(life) {
            self.terminate();
            self.0.borrow_mut().life += 1;
            self.with(|session| session.end(said));
        }
    }

    /// The page keeps from now on what it has, beside what is kept already.
    pub fn join(&self) {
        self.terminate();
        let (ended_well, rules) = (kept::ended_well(), kept::rules());
        self.with(|session| session.join(ended_well, rules));
        self.start();
    }

    fn terminate(&self) {
        if let Some(live) = self.0.borrow_mut().worker.take() {
            live.worker.terminate();
        }
    }
}

impl Inner {
    /// Carries an effect out, or gives the action that it is.
    fn carry_out(&mut self, effect: Effect<Input>) -> Option<Action> {
        match effect {
            Effect::Act(action) => return Some(action),
            Effect::Send(request, input) => {
                self.send(&request, &input.map_or_else(Vec::new, Input::into_files));
            }
            Effect::TryRules => {
                self.tried_at = platform::now();
                kept::try_rules();
            }
            Effect::RulesTried => kept::tried(),
            Effect::HandOver(piece, input) => self.hand_over(piece, input),
            Effect::RulesMoved => kept::forget_rules(),
            Effect::SetAside(rules, why) => {
                let mut aside = kept::set_aside(kept::RULES, &rules);
                aside.why = why;
                return Some(Action::SetAside(aside));
            }
            Effect::Part(bytes) => self.parts.push(&bytes),
            Effect::DropParts => self.parts = Parts::default(),
            Effect::DropCopy => self.drop_copy(Copied::Made),
            Effect::Finish(then, file) => return self.finish(then, &file),
            Effect::Copy(said, text) => return self.copy(said, text),
        }
        None
    }

    /// All parts of a file are there.
    fn finish(&mut self, then: Then, file: &MadeFile) -> Option<Action> {
        let parts = std::mem::take(&mut self.parts);
        let mime = match then {
            // What is copied is refused where it is of another kind than was promised.
            Then::Copy(_) => platform::TEXT,
            Then::Save(_) | Then::Page => &file.mime,
        };
        let whole = parts.join(mime);
        match then {
            Then::Save(name) => {
                let name = file_called(&name, &file.name);
                let saved = whole.and_then(|whole| platform::save(&name, &whole));
                Some(match saved {
                    Some(()) => Action::Making(MakingAct::Saved(platform::clock())),
                    None => Action::Say(text::not_made(text::NO_ROOM)),
                })
            }
            Then::Copy(said) => self.put_in_clipboard(Copied::Made, said, whole),
            Then::Page => {
                self.put_in_page(whole, file.clone());
                None
            }
        }
    }

    /// A text that was to be copied is there, or why it is not.
    fn copy(&mut self, said: String, text: Result<WrittenView, String>) -> Option<Action> {
        let refused = match text {
            Ok(view) if view.papers < view.of => text::too_many_to_copy(view.of, view.papers),
            Ok(WrittenView {
                text: Some(text), ..
            }) => {
                let text = platform::text_blob(&text);
                return self.put_in_clipboard(Copied::Written, said, text);
            }
            Ok(_) => text::NOT_COPIED.to_owned(),
            Err(why) => text::not_written(&why),
        };
        self.drop_copy(Copied::Written);
        Some(Action::Say(refused))
    }

    /// What was to be copied will not come.
    fn drop_copy(&mut self, what: Copied) {
        if let Some(copying) = self.copying[what as usize].take() {
            copying.give_up();
        }
    }

    /// Saves the one-file program with papers in it.
    fn put_in_page(&self, papers: Option<Blob>, file: MadeFile) {
        let (host, dispatch) = (self.spawn.host.clone(), self.dispatch.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let page = match papers {
                Some(papers) => platform::page_with(&host, &papers).await,
                None => Err(text::NO_ROOM),
            };
            let saved =
                page.and_then(|page| platform::save(&file.name, &page).ok_or(text::NO_ROOM));
            dispatch.dispatch(Action::Say(match saved {
                Ok(()) => text::saved_as(&file.name, file.papers),
                Err(why) => text::not_made(why),
            }));
        });
    }

    fn put_in_clipboard(
        &mut self,
        what: Copied,
        said: String,
        text: Option<Blob>,
    ) -> Option<Action> {
        let (copying, text) = match (self.copying[what as usize].take(), text) {
            (Some(copying), Some(text)) => (copying, text),
            (copying, _) => {
                if let Some(copying) = copying {
                    copying.give_up();
                }
                return Some(Action::Say(text::NOT_COPIED.to_owned()));
            }
        };
        let dispatch = self.dispatch.clone();
        copying.finish(text, move |copied| {
            let failed = || text::NOT_COPIED.to_owned();
            dispatch.dispatch(Action::Say(if copied { said } else { failed() }));
        });
        None
    }

    fn send(&self, request: &Request, files: &[File]) {
        let Some(live) = &self.worker else {
            return;
        };
        if let Err(error) = send(&live.worker, request, files, None) {
            platform::log(&reason(&error));
        }
    }

    /// Reads a piece of a file for the worker. Should that die meanwhile, its successor begins the
    /// file anew.
    fn hand_over(&self, piece: FilePiece, input: Option<Input>) {
        let Some(live) = &self.worker else {
            return;
        };
        let worker = live.worker.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let file = input.and_then(|input| input.into_files().pop());
            let bytes = match file {
                Some(file) => platform::piece(&file, piece.start, piece.len).await,
                None => None,
            };
            let answer = Request::Piece(piece);
            if let Err(error) = send(&worker, &answer, &[], bytes.as_ref()) {
                platform::log(&reason(&error));
            }
        });
    }
}

async fn spawned_worker(spawned: Result<JsValue, JsValue>) -> Result<Worker, JsValue> {
    let promise: js_sys::Promise = spawned?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

/// The form of every message to the worker: `{ bytes, files?, piece? }`, with bytes and piece
/// handed over, not copied.
fn send(
    worker: &Worker,
    request: &Request,
    files: &[File],
    piece: Option<&Uint8Array>,
) -> Result<(), JsValue> {
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
    if let Some(piece) = piece {
        Reflect::set(&message, &JsValue::from_str("piece"), piece)?;
        transfer.push(&piece.buffer());
    }
    worker.post_message_with_transfer(&message, &transfer)
}

fn reason(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_default()
}
