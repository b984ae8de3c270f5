use yew::prelude::*;

use crate::ui::platform;
use crate::ui::supervisor::Input;
use crate::ui::text;

use super::picker::PICKER;

/// The page before anything was read.
#[derive(Clone, PartialEq, Properties)]
pub struct WelcomeProps {
    /// Reads something.
    pub read: Callback<Input>,
    /// Whether the address of the page asks for a view.
    pub linked: bool,
}

/// Says what the page is and takes the first files. The shell in `index.html` has the same layout.
#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let choose = Callback::from(|_: MouseEvent| {
        let _ = platform::click(PICKER);
    });
    let folder = use_callback(props.read.clone(), |_: MouseEvent, read| {
        let read = read.clone();
        let _ = platform::choose_folder(move |files| {
            if !files.is_empty() {
                read.emit(Input::Files(files));
            }
        });
    });
    let sample = use_callback(props.read.clone(), |_: MouseEvent, read| {
        read.emit(Input::Sample);
    });
    html! {
        <main class="welcome">
            <div class="welcome-inner">
                <h2 class="lead">{ text::LEAD }</h2>
                <p class="promise">{ text::PROMISE }</p>
                if props.linked {
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
