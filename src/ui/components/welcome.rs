use yew::prelude::*;

use crate::ui::platform;
use crate::ui::supervisor::Input;
use crate::ui::text;

use super::el::{button, el, label};
use super::picker::PICKER;

/// Says what the page is and takes the first files. `linked` tells whether the address asks for a view. The shell in `index.html` has the same layout.
pub fn welcome(read: &Callback<Input>, linked: bool) -> Html {
    let choose = Callback::from(|_| {
        let _ = platform::click(PICKER);
    });
    let reader = read.clone();
    let folder = Callback::from(move |_| {
        let read = reader.clone();
        let _ = platform::choose_folder(move |files| {
            if !files.is_empty() {
                read.emit(Input::Files(files));
            }
        });
    });
    let read = read.clone();
    let sample = Callback::from(move |_| read.emit(Input::Sample));
    let buttons = el("div", "drop-buttons")
        .put(button("primary", text::CHOOSE_FILES, choose))
        .put(button("", text::CHOOSE_FOLDER, folder));
    let drop = el("div", "drop")
        .put(label("p", "drop-title", text::DROP_HERE))
        .put(buttons)
        .put(label("p", "hint", text::PASTE_HINT));
    let offer =
        label("p", "try", text::NO_DIGEST)
            .text(" ")
            .put(button("link", text::TRY_SAMPLE, sample));
    let inner = el("div", "welcome-inner")
        .put(label("h2", "lead", text::LEAD))
        .put(label("p", "promise", text::PROMISE))
        .maybe(linked.then(|| label("p", "linked", text::LINKED)))
        .put(drop)
        .put(offer)
        .put(label("p", "formats", text::WHAT_IS_READ));
    el("main", "welcome").put(inner).done()
}
