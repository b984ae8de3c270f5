//! Several tabs over one library. Each writes by itself, for transactions are atomic, and tells the
//! others what it changed; these take it over.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, DedicatedWorkerGlobalScope, MessageEvent};

use crate::protocol::{Forgotten, Response};
use crate::worker::Worker;

/// The name of the channel between tabs, and of the lock that each holds a share of.
const NAME: &str = "digest-explorer";

/// What a tab tells the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Files are kept or let go.
    Files,
    /// The reader did something.
    Records,
    /// Nothing is kept any more.
    Forgotten,
}

const ALL: [(News, &str); 3] = [
    (News::Files, "files"),
    (News::Records, "records"),
    (News::Forgotten, "forgotten"),
];

/// The way to the other tabs.
pub(super) struct Tabs {
    channel: BroadcastChannel,
    _hears: Closure<dyn Fn(MessageEvent)>,
}

impl Worker {
    /// Hears what other tabs change from now on; `None` where the browser has no way between them.
    pub(super) fn join_tabs(self: &Rc<Self>) -> Option<Tabs> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        let this = self.clone();
        let hears = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let said = event.data().as_string().unwrap_or_default();
            let news = ALL.iter().find(|(_, name)| *name == said);
            match news.map(|(news, _)| *news) {
                // The other tab has made what this one has not opened yet.
                Some(News::Files | News::Records) if this.keeper.store().is_none() => {
                    this.keeper.missed.set(true);
                    this.open_store(true);
                }
                Some(News::Files) => spawn_local(this.clone().catch_up()),
                Some(News::Records) => {
                    let this = this.clone();
                    spawn_local(async move { this.recall_records().await });
                }
                Some(News::Forgotten) => {
                    this.keeper.store.replace(None);
                    this.post(&Response::Forgotten(Forgotten::default()));
                }
                None => {}
            }
        });
        channel.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        Some(Tabs {
            channel,
            _hears: hears,
        })
    }

    /// Tells the other tabs.
    pub(super) fn spread(&self, news: News) {
        let name = ALL.iter().find(|(other, _)| *other == news);
        let tabs = self.keeper.tabs.borrow();
        if let (Some(tabs), Some((_, name))) = (&*tabs, name)
            // Whoever does not hear it reads it at its next start.
            && let Err(error) = tabs.channel.post_message(&JsValue::from_str(name))
        {
            web_sys::console::warn_1(&error);
        }
    }
}

/// Whether no other tab has the library open. From now on this one has: it holds a share of a lock
/// until it ends, however it does.
pub(super) async fn is_alone(scope: &DedicatedWorkerGlobalScope) -> bool {
    // Where the browser has no locks nobody knows; a tab that ends is then blamed as ever.
    others(scope).await.unwrap_or(0) == 0
}

async fn others(scope: &DedicatedWorkerGlobalScope) -> Result<usize, JsValue> {
    // web-sys knows no locks unless all that is unstable is switched on.
    let locks = Reflect::get(&scope.navigator(), &"locks".into())?;
    let call = |name: &str, arguments: &Array| -> Result<Promise, JsValue> {
        let method: Function = Reflect::get(&locks, &name.into())?.dyn_into()?;
        method.apply(&locks, arguments)?.dyn_into()
    };
    let state = JsFuture::from(call("query", &Array::new())?).await?;
    let held: Array = Reflect::get(&state, &"held".into())?.dyn_into()?;
    let is_ours = |lock: &JsValue| {
        let name = Reflect::get(lock, &"name".into());
        name.is_ok_and(|name| name == NAME)
    };
    let others = held.iter().filter(is_ours).count();
    let options = Object::new();
    Reflect::set(&options, &"mode".into(), &"shared".into())?;
    // It is held as long as what this gives has not come to pass.
    let forever = Closure::<dyn Fn() -> Promise>::new(|| Promise::new(&mut |_, _| {}));
    let held = call(
        "request",
        &Array::of3(&NAME.into(), &options, forever.as_ref()),
    )?;
    forever.forget();
    spawn_local(async move {
        // A browser that refuses a lock has none of its own use for it either.
        let _ = JsFuture::from(held).await;
    });
    Ok(others)
}
