//! What is copied, and what was.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, HtmlTextAreaElement};

use super::{document, window};

/// The kind of what is copied.
pub const TEXT: &str = "text/plain";

/// Something that will be copied as soon as it is there. Some browsers let a page copy only while a
/// key or a click is being handled, so that is begun then, with a promise of the text.
pub struct Copying {
    /// Keeps the promise, or breaks it.
    settle: Option<(Function, Function)>,
    /// What the browser says to it; `None` where it takes no promises.
    asked: Option<JsFuture>,
}

impl Copying {
    /// Begins to copy.
    pub fn begin() -> Self {
        let settle = Rc::new(RefCell::new(None));
        let promise = Promise::new(&mut |keep, break_| {
            settle.replace(Some((keep, break_)));
        });
        // Heard from now on: what is refused before the text is there is no error of the page's.
        let asked = offer(&promise).map(JsFuture::from);
        // Where nobody waits for it, nobody minds that it is broken.
        let ignored = JsFuture::from(promise);
        spawn_local(async move { drop(ignored.await) });
        Self {
            settle: settle.take(),
            asked,
        }
    }

    /// There is nothing to copy.
    pub fn give_up(self) {
        if let Some((_, break_)) = self.settle {
            let _ = break_.call1(&JsValue::NULL, &JsValue::NULL);
        }
        if let Some(asked) = self.asked {
            spawn_local(async move { drop(asked.await) });
        }
    }

    /// Copies a text that is there now, and tells whether it could.
    pub fn finish(self, text: Blob, told: impl FnOnce(bool) + 'static) {
        if let Some((keep, _)) = &self.settle {
            let _ = keep.call1(&JsValue::NULL, &text);
        }
        spawn_local(async move {
            if let Some(asked) = self.asked
                && asked.await.is_ok()
            {
                return told(true);
            }
            let text = match reading(&text) {
                Some(text) => JsFuture::from(text).await.ok(),
                None => None,
            };
            let text = text.and_then(|text| text.as_string());
            told(match text {
                Some(text) => write(&text).await || select_and_copy(&text).is_some(),
                None => false,
            });
        });
    }
}

/// A text as what is copied.
pub fn text_blob(text: &str) -> Option<Blob> {
    let kind = BlobPropertyBag::new();
    kind.set_type(TEXT);
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &kind).ok()
}

/// Pages that came over an open line have no clipboard, and some browsers not all of it.
fn clipboard() -> Option<JsValue> {
    let navigator = window()?.navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok()?;
    clipboard.is_object().then_some(clipboard)
}

/// Hands the clipboard the promise of a text.
fn offer(promise: &Promise) -> Option<Promise> {
    let clipboard = clipboard()?;
    let window = window()?;
    let item = Reflect::get(&window, &"ClipboardItem".into()).ok()?;
    let item: Function = item.dyn_into().ok()?;
    let kinds = Object::new();
    Reflect::set(&kinds, &TEXT.into(), promise).ok()?;
    let item = Reflect::construct(&item, &Array::of1(&kinds)).ok()?;
    call(&clipboard, "write", &Array::of1(&item))
}

async fn write(text: &str) -> bool {
    let asked =
        clipboard().and_then(|clipboard| call(&clipboard, "writeText", &JsValue::from_str(text)));
    match asked {
        Some(asked) => JsFuture::from(asked).await.is_ok(),
        None => false,
    }
}

fn reading(blob: &Blob) -> Option<Promise> {
    call(blob, "text", &JsValue::UNDEFINED)
}

fn call(object: &JsValue, method: &str, with: &JsValue) -> Option<Promise> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(object, with).ok()?.dyn_into().ok()
}

/// The old way: a field is selected, and what is selected is copied. The focus goes back to where
/// it was.
fn select_and_copy(text: &str) -> Option<()> {
    let document = document()?;
    let before = document.active_element();
    // A modal dialog makes all that is outside of it inert.
    let place = document.query_selector("dialog[open]").ok()?;
    let place = match place {
        Some(dialog) => dialog,
        None => document.body()?.into(),
    };
    let field = document.create_element("textarea").ok()?;
    let field: HtmlTextAreaElement = field.dyn_into().ok()?;
    field.set_attribute("class", "visually-hidden").ok()?;
    field.set_value(text);
    place.append_child(&field).ok()?;
    field.select();
    let copy = Reflect::get(&document, &"execCommand".into()).ok()?;
    let copied = copy
        .dyn_into::<Function>()
        .ok()?
        .call1(&document, &"copy".into());
    field.remove();
    if let Some(before) = before.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = before.focus();
    }
    copied.ok()?.is_truthy().then_some(())
}

/// Copies a text in the midst of a key or a click, and tells whether it could.
pub fn copy_text(text: &str, told: impl FnOnce(bool) + 'static) {
    let copying = Copying::begin();
    if let Some(text) = text_blob(text) {
        copying.finish(text, told);
    } else {
        copying.give_up();
        told(false);
    }
}

/// Hands over the text that was copied; `None` where the browser does not give it.
pub fn read_clipboard(taken: impl FnOnce(Option<String>) + 'static) {
    let asked = clipboard();
    let asked = asked.and_then(|clipboard| call(&clipboard, "readText", &JsValue::UNDEFINED));
    spawn_local(async move {
        let text = match asked {
            Some(asked) => JsFuture::from(asked).await.ok(),
            None => None,
        };
        taken(text.and_then(|text| text.as_string()));
    });
}
