use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::{Action, Engine};
use crate::ui::text;

use super::Dispatch;

/// What is wrong with the worker.
#[derive(Clone, PartialEq, Properties)]
pub struct FaultProps {
    /// The worker.
    pub engine: Engine,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says that the worker died or is of another build, and what can be done.
#[component]
pub fn Fault(props: &FaultProps) -> Html {
    let dismiss = use_callback(props.dispatch.clone(), |_: MouseEvent, dispatch| {
        dispatch.dispatch(Action::Resume);
    });
    let reload = Callback::from(|_: MouseEvent| {
        let _ = platform::reload();
    });
    let (title, message, gone) = match &props.engine {
        Engine::Starting | Engine::Ready => return Html::default(),
        Engine::Restarted { message, left_out } => {
            (text::restarted(left_out), message.as_str(), false)
        }
        Engine::Dead { message } => (text::DEAD.to_owned(), message.as_str(), true),
        Engine::WrongVersion => (text::WRONG_VERSION.to_owned(), "", true),
    };
    html! {
        <div class="bar fault bad" role="alert">
            <div class="notice-text">
                <p><strong>{ title }</strong></p>
                if !message.is_empty() {
                    <p>{ message.to_owned() }</p>
                }
            </div>
            if gone {
                <button type="button" onclick={reload}>{ text::RELOAD }</button>
            } else {
                <button type="button" onclick={dismiss}>{ text::GO_ON }</button>
            }
        </div>
    }
}
