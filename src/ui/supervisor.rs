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
use web_sys::{ErrorEvent, File, MessageEvent, Worker};
use yew::UseReducerDispatcher;

use crate::protocol::{Request, Response};

use super::input::Input;
use super::kept;
use super::platform::{self, Spawner};
use super::session::{Effect, Session};
use super::state::{Action, State};
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
            Effect::RulesMoved => kept::forget_rules(),
            Effect::SetAside(rules, why) => {
                let mut aside = kept::set_aside(kept::RULES, &rules);
                aside.why = why;
                return Some(Action::SetAside(aside));
            }
        }
        None
    }

    fn send(&self, request: &Request, files: &[File]) {
        let Some(live) = &self.worker else {
            return;
        };
        if let Err(error) = send(&live.worker, request, files) {
            platform::log(&reason(&error));
        }
    }
}

async fn spawned_worker(spawned: Result<JsValue, JsValue>) -> Result<Worker, JsValue> {
    let promise: js_sys::Promise = spawned?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

/// The form of every message to the worker: `{ bytes, files? }`, with the bytes handed over, not
/// copied.
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

fn reason(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string())
        .unwrap_or_default()
}
