use yew::prelude::*;

use crate::ui::platform;
use crate::ui::supervisor::Input;
use crate::ui::text;

use super::picker::PICKER;

/// Says what the page is and takes the first files. `linked` tells whether the address asks for a view. The shell in `index.html` has the same layout.
pub fn welcome(read: &Callback<Input>, linked: bool) -> Html {
    let choose = Callback::from(|_: MouseEvent| {
        let _ = platform::click(PICKER);
    });
    let reader = read.clone();
    let folder = Callback::from(move |_: MouseEvent| {
        let read = reader.clone();
        let _ = platform::choose_folder(move |files| {
            if !files.is_empty() {
                read.emit(Input::Files(files));
            }
        });
    });
    let sample = read.reform(|_: MouseEvent| Input::Sample);
    html! {
        <main class="welcome">
            <div class="welcome-inner">
                <h2 class="lead">{ text::LEAD }</h2>
                <p class="promise">{ text::PROMISE }</p>
                if linked {
                    <p class="linked">{ text::LINKED }</p>
                }
                <div class="drop">
                    <p class="drop-title">{ text::DROP_HERE }</p>
                    <div class="drop-buttons">
                        <button type="button" class="primary" onclick={choose}>{ text::CHOOSE_FILES }</button>
                        <button type="button" onclick={folder}>{ text::CHOOSE_FOLDER }</button>
                    </div>
                    <p class="hint">{ text::PASTE_HINT }</p>
                </div>
                <p class="try">
                    { text::NO_DIGEST }{ " " }
                    <button type="button" class="link" onclick={sample}>{ text::TRY_SAMPLE }</button>
                </p>
                <p class="formats">{ text::WHAT_IS_READ }</p>
            </div>
        </main>
    }
}
