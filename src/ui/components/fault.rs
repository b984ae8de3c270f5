use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::{Action, Engine};
use crate::ui::text;

use super::{Dispatch, act};

/// Says that the worker died or is of another build, and what can be done.
pub fn fault(engine: &Engine, dispatch: &Dispatch) -> Html {
    let (title, message, gone) = match engine {
        Engine::Starting | Engine::Ready => return Html::default(),
        Engine::Restarted { message, left_out } => {
            (text::restarted(left_out), message.as_str(), false)
        }
        Engine::Dead { message } => (text::DEAD.to_owned(), message.as_str(), true),
        Engine::WrongVersion => (text::WRONG_VERSION.to_owned(), "", true),
    };
    let reload = Callback::from(|_: MouseEvent| {
        let _ = platform::reload();
    });
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
                <button type="button" onclick={act(dispatch, Action::Resume)}>{ text::GO_ON }</button>
            }
        </div>
    }
}
