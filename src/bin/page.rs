//! Mounts the page.

use wasm_bindgen::prelude::*;

fn main() {}

/// Starts the page. `spawn` gives a promise of a new worker.
#[wasm_bindgen]
pub fn start(spawn: &js_sys::Function) {
    console_error_panic_hook::set_once();
    let app = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    let Some(app) = app else { return };
    let _ = app.set_attribute("role", "status");
    app.set_text_content(Some("page: up"));
    let Ok(promise) = spawn.call0(&JsValue::NULL) else {
        return;
    };
    let promise: js_sys::Promise = promise.unchecked_into();
    wasm_bindgen_futures::spawn_local(async move {
        let worker = wasm_bindgen_futures::JsFuture::from(promise).await;
        match worker {
            Ok(worker) => {
                let worker: web_sys::Worker = worker.unchecked_into();
                let heard = Closure::<dyn FnMut(web_sys::MessageEvent)>::new(
                    move |event: web_sys::MessageEvent| {
                        app.set_text_content(event.data().as_string().as_deref());
                    },
                );
                worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
                heard.forget();
            }
            Err(why) => app.set_text_content(Some(&format!("{why:?}"))),
        }
    });
}
