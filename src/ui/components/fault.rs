//! The bar that tells of a dead worker.

use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::{Action, Engine};
use crate::ui::text;

use super::{Dispatch, act};

/// Properties of [`Fault`].
#[derive(Clone, PartialEq, Properties)]
pub struct FaultProps {
    /// The worker as the page sees it.
    pub engine: Engine,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says that the worker died or is of another build, and what can be done.
#[component]
pub fn Fault(FaultProps { engine, dispatch }: &FaultProps) -> Html {
    let (title, message, goes_on) = match engine {
        Engine::Starting | Engine::Ready => return Html::default(),
        Engine::Restarted { message, left_out } => {
            (text::restarted(left_out), message.as_str(), true)
        }
        Engine::Dead { message } => (text::DEAD.to_owned(), message.as_str(), false),
        Engine::WrongVersion => (text::WRONG_VERSION.to_owned(), "", false),
    };
    let (way_out, onclick) = if goes_on {
        (text::GO_ON, act(dispatch, Action::Resume))
    } else {
        let reload = |_| {
            let _ = platform::reload();
        };
        (text::RELOAD, Callback::from(reload))
    };
    html! {
        <div class="bar fault bad" role="alert">
            <div class="notice-text">
                <p><strong>{ title }</strong></p>
                if !message.is_empty() {
                    <p>{ message.to_owned() }</p>
                }
            </div>
            <button type="button" {onclick}>{ way_out }</button>
        </div>
    }
}
