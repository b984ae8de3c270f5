//! The bar of a file that is being made.

use yew::prelude::*;

use crate::ui::state::Making;
use crate::ui::text;

/// Properties of a [`MakingBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct MakingBarProps {
    /// The file that is being made.
    pub making: Option<Making>,
    /// Stops that.
    pub stop: Callback<()>,
}

/// How far a file is that is being made, with a way to stop. The page goes on meanwhile.
#[component]
pub fn MakingBar(MakingBarProps { making, stop }: &MakingBarProps) -> Html {
    html! {
        <div>
            if let Some(Making { progress: (done, total), .. }) = making {
                <div class="bar progress">
                    <span class="progress-file">{ text::MAKING }</span>
                    <progress
                        max={(*total).max(1).to_string()}
                        value={done.to_string()}
                        aria-label={text::MAKING}
                    />
                    <span class="progress-counts">{ text::made_so_far(*done, *total) }</span>
                    <button type="button" onclick={stop.reform(|_| ())}>{ text::STOP_MAKING }</button>
                </div>
            }
        </div>
    }
}
