//! The page before anything was read.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Need;
use crate::ui::input::Input;
use crate::ui::platform;
use crate::ui::text;

use super::picker::PICKER;

/// Properties of [`Welcome`].
#[derive(Clone, PartialEq, Properties)]
pub struct WelcomeProps {
    /// Reads something.
    pub read: Callback<Input>,
    /// Whether the address asks for a view.
    pub linked: bool,
    /// Why nothing will be kept, in words.
    pub keeps_nothing: Option<AttrValue>,
    /// The files that it needs.
    pub needs: Rc<[Need]>,
    /// How many more those were that its link does not name.
    pub more: u32,
}

/// Says what the page is and takes the first files. The shell in `index.html` has the same layout.
#[component]
pub fn Welcome(props: &WelcomeProps) -> Html {
    let WelcomeProps {
        read,
        linked,
        keeps_nothing,
        needs,
        more,
    } = props;
    let choose = |_| {
        let _ = platform::click(PICKER);
    };
    let reads = read.clone();
    let choose_folder = move |_| {
        let read = reads.clone();
        let _ = platform::choose_folder(move |files| {
            if !files.is_empty() {
                read.emit(Input::Files(files));
            }
        });
    };
    html! {
        <main class="welcome">
            <div class="welcome-inner">
                <h2 class="lead">{ text::LEAD }</h2>
                <p class="promise">{ text::PROMISE }</p>
                if !needs.is_empty() || *more > 0 {
                    <p class="linked">{ text::view_needs(needs, *more) }</p>
                } else if *linked {
                    <p class="linked">{ text::LINKED }</p>
                }
                if let Some(why) = keeps_nothing {
                    <p class="linked">{ why }</p>
                }
                <div class="drop">
                    <p class="drop-title">{ text::DROP_HERE }</p>
                    <div class="drop-buttons">
                        <button type="button" class="primary" onclick={choose}>
                            { text::CHOOSE_FILES }
                        </button>
                        <button type="button" onclick={choose_folder}>
                            { text::CHOOSE_FOLDER }
                        </button>
                    </div>
                    <p class="hint">{ text::PASTE_HINT }</p>
                </div>
                <p class="try">
                    { text::NO_DIGEST }
                    { " " }
                    <button type="button" class="link" onclick={read.reform(|_| Input::Sample)}>
                        { text::TRY_SAMPLE }
                    </button>
                </p>
                <p class="formats">{ text::WHAT_IS_READ }</p>
            </div>
        </main>
    }
}
