//! Assistants: workers of this worker, made of the same program, that do the engine's errands.
//!
//! They are called when a job has much to share and dismissed when nothing is left of it, so that a
//! small library costs no memory for them. Where there is one core only, or the browser lets no
//! worker make others, there are none.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::future::TimeoutFuture;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Url, WorkerOptions};

use super::{Worker, now, send};
use crate::engine::Assistant;

/// By this name a worker knows that it is an assistant.
const NAME: &str = "assistant";
/// Under this name a worker has its own script.
const SCRIPT: &str = "script";
/// How many there are at most: each takes some twenty megabytes.
const MOST: u32 = 3;
/// How many errands one has at once, so that it need not wait for the next.
const AHEAD: usize = 3;

/// How long assistants get no errands after the page asked for something, in milliseconds, where
/// they have no core of their own: whoever types wants answers and frames first.
const QUIET_MS: f64 = 300.0;
/// After so long without an answer an assistant is taken for dead, in milliseconds. An errand takes
/// some ten.
const DEAD_MS: u32 = 10_000;

/// A worker that does errands.
pub(super) struct Live {
    worker: web_sys::Worker,
    /// The address of its script.
    url: String,
    number: u32,
    /// Whether it can be spoken to.
    is_ready: bool,
    /// The errands that it has.
    errands: Vec<u32>,
    _listeners: [EventListener; 2],
}

impl Drop for Live {
    fn drop(&mut self) {
        self.worker.terminate();
        // Nothing but the worker was made of it.
        let _ = Url::revoke_object_url(&self.url);
    }
}

impl Worker {
    /// Calls assistants if there is much to share, hands out errands, and dismisses all when
    /// nothing is left.
    pub(super) fn share(self: &Rc<Self>) {
        let mut assistants = self.assistants.borrow_mut();
        let mut engine = self.engine.borrow_mut();
        if assistants.is_empty() {
            if !engine.is_worth_sharing() || self.are_alone.get() {
                return;
            }
            let others = self.cores() - 1.0;
            let called = (1..=MOST).take_while(|number| f64::from(*number) <= others);
            assistants.extend(called.filter_map(|number| self.call(number).ok()));
            self.are_alone.set(assistants.is_empty());
        }
        // One core for this worker, one for the page.
        let early = self.cores() > 2.0;
        // What is not handed out is done here.
        let hands_out = early || now(&self.scope) - self.asked.get() > QUIET_MS;
        let ready = assistants.iter_mut();
        for assistant in ready.filter(|assistant| assistant.is_ready && hands_out) {
            while assistant.errands.len() < AHEAD
                && let Some((number, errand)) = engine.errand(early)
            {
                let sent = send(&errand, |message, transfer| {
                    let worker = &assistant.worker;
                    worker.post_message_with_transfer(message, transfer)
                });
                if sent.is_err() {
                    engine.lost(number);
                    break;
                }
                assistant.errands.push(number);
            }
        }
        let is_over = !engine.has_work() && assistants.iter().all(|each| each.errands.is_empty());
        if is_over {
            assistants.clear();
        }
        engine.share(assistants.iter().any(|assistant| assistant.is_ready));
    }

    fn cores(&self) -> f64 {
        self.scope.navigator().hardware_concurrency()
    }

    /// Makes an assistant. It has to say that it is ready before it can be spoken to.
    fn call(self: &Rc<Self>, number: u32) -> Result<Live, JsValue> {
        // As `static/boot.js` made this worker.
        let script = Reflect::get(&self.scope, &SCRIPT.into())?;
        let url = Url::create_object_url_with_blob(script.dyn_ref().ok_or(JsValue::UNDEFINED)?)?;
        let options = WorkerOptions::new();
        options.set_name(NAME);
        let worker = web_sys::Worker::new_with_options(&url, &options)?;
        let this = self.clone();
        let message = EventListener::new(&worker, "message", move |event| {
            let bytes = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
            let bytes = bytes.and_then(|data| data.dyn_into::<Uint8Array>().ok());
            this.hear(
                number,
                &bytes.map(|bytes| bytes.to_vec()).unwrap_or_default(),
            );
        });
        let this = self.clone();
        let died = EventListener::new_with_options(
            &worker,
            "error",
            EventListenerOptions::enable_prevent_default(),
            move |event| {
                // It would be told to the page as an error of this worker.
                event.prevent_default();
                this.lose(number);
            },
        );
        let start = Object::new();
        Reflect::set(&start, &"program".into(), &wasm_bindgen::module())?;
        Reflect::set(&start, &SCRIPT.into(), &script)?;
        worker.post_message(&start)?;
        Ok(Live {
            worker,
            url,
            number,
            is_ready: false,
            errands: Vec::new(),
            _listeners: [message, died],
        })
    }

    /// An assistant is ready (it says nothing then), or brings what came of an errand.
    fn hear(self: &Rc<Self>, number: u32, said: &[u8]) {
        let mut lost = false;
        if let Some(assistant) = self
            .assistants
            .borrow_mut()
            .iter_mut()
            .find(|assistant| assistant.number == number)
        {
            let was_ready = std::mem::replace(&mut assistant.is_ready, true);
            let done = self.engine.borrow_mut().done(said);
            assistant.errands.retain(|errand| Some(*errand) != done);
            if was_ready && done.is_none() {
                lost = true;
            }
        }
        if lost {
            return self.lose(number);
        }
        self.share();
        self.go_on();
    }

    /// An assistant died: its errands are done without it.
    fn lose(self: &Rc<Self>, number: u32) {
        let mut assistants = self.assistants.borrow_mut();
        let lost = assistants
            .extract_if(.., |assistant| assistant.number == number)
            .flat_map(|assistant| assistant.errands.clone());
        for errand in lost {
            self.engine.borrow_mut().lost(errand);
        }
        // What killed one may kill the next.
        self.are_alone.set(assistants.is_empty());
        drop(assistants);
        self.share();
        self.go_on();
    }

    fn go_on(self: &Rc<Self>) {
        if self.engine.borrow().has_work() {
            spawn_local(self.clone().work());
        }
    }

    /// Waits for assistants when nothing else is left to do. One that does not answer is given up:
    /// a browser may end a worker without a word.
    pub(super) async fn wait(self: Rc<Self>) {
        let oldest = || -> Vec<(u32, u32)> {
            let assistants = self.assistants.borrow();
            let oldest = assistants
                .iter()
                .filter_map(|live| Some((live.number, *live.errands.first()?)));
            oldest.collect()
        };
        let before = oldest();
        if before.is_empty() {
            return;
        }
        TimeoutFuture::new(DEAD_MS).await;
        let after = oldest();
        for (number, _) in before.into_iter().filter(|live| after.contains(live)) {
            self.lose(number);
        }
    }
}

/// Whether a worker was called as an assistant.
pub(super) fn is_one(scope: &DedicatedWorkerGlobalScope) -> bool {
    scope.name() == NAME
}

/// Does errands from now on.
pub(super) fn start(scope: &DedicatedWorkerGlobalScope) {
    console_error_panic_hook::set_once();
    let assistant = Assistant::default();
    let port = scope.clone();
    let answer = move |bytes: &[u8]| {
        let sent = send(bytes, |message, transfer| {
            port.post_message_with_transfer(message, transfer)
        });
        if let Err(error) = sent {
            web_sys::console::error_1(&error);
        }
    };
    answer(&[]);
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let errand = event.data().dyn_into::<Uint8Array>();
        let done = errand
            .ok()
            .and_then(|errand| assistant.run(&errand.to_vec()));
        answer(&done.unwrap_or_default());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The handler lives as long as the worker does.
    on_message.forget();
}
