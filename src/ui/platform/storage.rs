//! What the browser keeps for this page: from visit to visit, and for one tab.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageManager;

use super::window;

/// What is kept under a name from visit to visit; `None` as well where the browser keeps nothing.
pub fn stored(name: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(name).ok()?
}

/// Keeps a value from visit to visit, where the browser allows it.
pub fn store(name: &str, value: &str) -> Option<()> {
    window()?.local_storage().ok()??.set_item(name, value).ok()
}

/// Lets go of what is kept under a name.
pub fn forget(name: &str) {
    let storage = window().and_then(|window| window.local_storage().ok()?);
    if let Some(storage) = storage {
        // What cannot be taken away stays.
        let _ = storage.remove_item(name);
    }
}

/// The names under which something is kept, those of other pages of the host among them.
pub fn stored_names() -> Vec<String> {
    let storage = window().and_then(|window| window.local_storage().ok()?);
    let Some(storage) = storage else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or(0);
    (0..count).filter_map(|at| storage.key(at).ok()?).collect()
}

/// Whether this tab bears a mark, which it does until it is closed, also when its page dies and is
/// loaded again.
pub fn is_marked(name: &str) -> bool {
    let storage = window().and_then(|window| window.session_storage().ok()?);
    storage.is_some_and(|storage| matches!(storage.get_item(name), Ok(Some(_))))
}

/// Gives this tab a mark, or takes it away.
pub fn mark(name: &str, is: bool) {
    let storage = window().and_then(|window| window.session_storage().ok()?);
    if let Some(storage) = storage {
        // Where the browser keeps nothing there is nothing to mark.
        let _ = if is {
            storage.set_item(name, name)
        } else {
            storage.remove_item(name)
        };
    }
}

/// Leaves a note for the page that this tab shows next.
pub fn leave_note(name: &str, text: &str) {
    let storage = window().and_then(|window| window.session_storage().ok()?);
    if let Some(storage) = storage {
        // Without it the next page says less.
        let _ = storage.set_item(name, text);
    }
}

/// Takes the note that the page before has left in this tab.
pub fn take_note(name: &str) -> Option<String> {
    let storage = window()?.session_storage().ok()??;
    let text = storage.get_item(name).ok()?;
    storage.remove_item(name).ok()?;
    text
}

/// Who decides how long what this page keeps stays. Pages that came over an open line have no such
/// thing.
fn storage() -> Option<StorageManager> {
    let navigator = window()?.navigator();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    storage.dyn_into().ok()
}

/// Asks the browser not to let go of what this page keeps when room is short.
pub fn persist() {
    if let Some(asked) = storage().and_then(|storage| storage.persist().ok()) {
        spawn_local(async move {
            // A browser that does not promise it may let go, which the page says then.
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Says whether the browser has promised not to let go of what this page keeps; nothing where it
/// does not tell.
pub fn persists(said: impl FnOnce(bool) + 'static) {
    if let Some(asked) = storage().and_then(|storage| storage.persisted().ok()) {
        spawn_local(async move {
            let is = JsFuture::from(asked).await;
            if let Some(is) = is.ok().and_then(|is| is.as_bool()) {
                said(is);
            }
        });
    }
}
