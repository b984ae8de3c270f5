//! What the boot script does beside making workers: it takes what comes before the program or from
//! outside of the page, and looks after the copy of the page that works without a network.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileSystemEntry};

use super::input::Input;
use super::platform;

/// The boot script's object. Whatever it cannot do, in the one-file form most of it, it does
/// nothing for.
#[derive(Clone, PartialEq)]
pub struct Host(pub Object);

/// What came to the boot script.
pub enum Arrival {
    /// Something to read.
    Input(Input),
    /// Something to read if the reader agrees: another app, or another page, has handed it over.
    Offer(Input),
    /// What was dropped, with folders in it.
    Folders(Vec<FileSystemEntry>),
}

impl Host {
    /// Takes what has come so far and whatever comes from now on.
    pub fn arrivals(&self, take: impl Fn(Arrival) + 'static) {
        self.tell("arrivals", move |what| {
            if let Some(arrival) = arrival(&what) {
                take(arrival);
            }
        });
    }

    /// Says when a newer version of the page is at hand.
    pub fn updates(&self, tell: impl Fn() + 'static) {
        self.tell("updates", move |_| tell());
    }

    /// Begins anew with the newer version.
    pub fn renew(&self) {
        let _ = self.call("renew", &JsValue::UNDEFINED);
    }

    /// Lets go of the copy of the page that works without a network, and then goes on.
    pub fn forget(&self, then: impl FnOnce() + 'static) {
        let gone = self.call("forget", &JsValue::UNDEFINED);
        let gone = gone.and_then(|gone| gone.dyn_into::<Promise>().ok());
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(gone) = gone {
                // What cannot be let go stays.
                let _ = JsFuture::from(gone).await;
            }
            then();
        });
    }

    /// Brings the one-file program.
    pub fn program(&self) -> Option<Promise> {
        self.call("program", &JsValue::UNDEFINED)?.dyn_into().ok()
    }

    fn tell(&self, name: &str, heard: impl Fn(JsValue) + 'static) {
        let heard = Closure::<dyn Fn(JsValue)>::new(heard).into_js_value();
        let _ = self.call(name, &heard);
    }

    fn call(&self, name: &str, argument: &JsValue) -> Option<JsValue> {
        let method: Function = part(&self.0, name)?.dyn_into().ok()?;
        method.call1(&self.0, argument).ok()
    }
}

fn arrival(what: &JsValue) -> Option<Arrival> {
    let list = |name| part(what, name).map(|list| Array::from(&list));
    let entries = list("entries").unwrap_or_default();
    let entries: Vec<FileSystemEntry> = entries.iter().map(JsCast::unchecked_into).collect();
    if entries.iter().any(FileSystemEntry::is_directory) {
        return Some(Arrival::Folders(entries));
    }
    let input = if let Some(files) = list("files") {
        let files = files.iter().filter_map(|file| file.dyn_into::<File>().ok());
        Input::Files(files.map(platform::named).collect())
    } else if let Some(text) = part(what, "text") {
        Input::Text(text.as_string()?)
    } else {
        Input::Sample
    };
    Some(if part(what, "asks").is_some() {
        Arrival::Offer(input)
    } else {
        Arrival::Input(input)
    })
}

/// A property, if there is one.
fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    let part = Reflect::get(of, &JsValue::from_str(name)).ok()?;
    (!part.is_undefined()).then_some(part)
}
