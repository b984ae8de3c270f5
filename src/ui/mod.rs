//! The page: state, hooks, components.
//!
//! | module | owns |
//! |---|---|
//! | `state` | what the page knows and how each act or answer changes it; pure |
//! | `link` | what links carry beside a place: files that are needed, papers; pure |
//! | `place` | what the URL says: search and open paper ⇄ `location.hash`; pure |
//! | `swipe` | a row that is swiped with a finger: which way, how far, what that means; pure |
//! | `window` | which rows of a long list are drawn, and where; pure |
//! | `session` | what is asked of the worker, what is under way, what replies mean; pure |
//! | `latest` | which replies are stale; pure |
//! | `input` | what can be read |
//! | `watch` | whether the worker still lives; pure |
//! | `blame` | what is left out after its death; pure |
//! | `kept` | what the browser keeps from visit to visit, read like a stranger's file |
//! | `text` | every sentence a reader sees |
//! | `platform` | the browser, behind functions that return `Option` or `Result` |
//! | `supervisor` | the worker: how it is made, its messages, its death |
//! | `hooks` | effects: engine, URL, theme, drop, keys |
//! | `host` | what the boot script does beside making workers: what came early or from outside, the page's own copy |
//! | `fast` | what keeps a key from being slower than a frame |
//! | `components` | one component a file; `app` composes them |
//!
//! The page holds no paper that it does not show, and no text of a digest becomes markup.

mod app;
mod blame;
mod components;
mod fast;
mod hooks;
mod host;
mod input;
mod kept;
mod latest;
mod link;
mod place;
mod platform;
mod session;
mod state;
mod supervisor;
mod swipe;
mod text;
mod watch;
mod window;

/// Mounts the page into `#app`. `worker()` returns a promise of a new worker: for the first start,
/// and after a crash. `host` is what else the boot script does.
pub fn start(worker: js_sys::Function, host: js_sys::Object) {
    console_error_panic_hook::set_once();
    let Some(root) = platform::element("app") else {
        platform::log(text::NO_ROOT);
        return;
    };
    // The shell of index.html is replaced by the same layout.
    root.set_text_content(None);
    yew::Renderer::<app::App>::with_root_and_props(
        root,
        app::AppProps {
            spawn: platform::Spawner {
                worker,
                host: host::Host(host),
            },
        },
    )
    .render();
}
