use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::{Action, Engine};
use crate::ui::text;

use super::el::{button, el};
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
    let way_out = if gone {
        let reload = Callback::from(|_| {
            let _ = platform::reload();
        });
        button("", text::RELOAD, reload)
    } else {
        button("", text::GO_ON, act(dispatch, Action::Resume))
    };
    let said = el("div", "notice-text")
        .put(el("p", "").put(el("strong", "").text(title)))
        .maybe((!message.is_empty()).then(|| el("p", "").text(message.to_owned())));
    el("div", "bar fault bad")
        .with("role", "alert")
        .put(said)
        .put(way_out)
        .done()
}
