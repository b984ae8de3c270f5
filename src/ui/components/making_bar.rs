//! The bar of a file that is being made, and what it shares with others that wait for the worker.

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
            if let Some(making) = making {
                <div class="bar progress">{ making_of(making, stop) }</div>
            }
        </div>
    }
}

/// How far a file is.
pub fn making_of(making: &Making, stop: &Callback<()>) -> Html {
    let (done, total) = making.progress;
    let said = text::made_so_far(done, total);
    progress_of(text::MAKING, (done.into(), total.into()), &said, stop)
}

/// How far something is, also in words, with a way to stop it.
pub fn progress_of(
    name: &'static str,
    (done, of): (u64, u64),
    said: &str,
    stop: &Callback<()>,
) -> Html {
    html! {
        <>
            <span class="progress-file">{ name }</span>
            <progress max={of.max(1).to_string()} value={done.to_string()} aria-label={name} />
            <span class="progress-counts">{ said }</span>
            <button type="button" onclick={stop.reform(|_| ())}>{ text::STOP_MAKING }</button>
        </>
    }
}
