use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::platform;
use crate::ui::supervisor::Input;
use crate::ui::text;

/// The DOM id of the file input.
pub const PICKER: &str = "files";

/// The page's one file input. It is not seen: buttons click it.
pub fn picker(read: &Callback<Input>) -> Html {
    let read = read.clone();
    let onchange = Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let files = input
            .files()
            .map_or_else(Vec::new, |list| platform::files(&list));
        // The same file can be chosen again.
        input.set_value("");
        if !files.is_empty() {
            read.emit(Input::Files(files));
        }
    });
    html! {
        <input id={PICKER} class="visually-hidden" type="file" multiple=true tabindex="-1" aria-label={text::FILE_INPUT} {onchange} />
    }
}
