use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;

use crate::ui::kept;
use crate::ui::platform;
use crate::ui::state::{Action, Aside};
use crate::ui::text;

use super::el::{button, el};
use super::header::glyph_button;
use super::icon::Icon;
use super::{Dispatch, act};

/// Says what the browser had kept and the page goes on without: where it is, and ways to save it and to throw it away.
pub fn asides(asides: &[Aside], dispatch: &Dispatch) -> Html {
    let mut bars = el("div", "");
    for aside in asides.iter().filter(|aside| !aside.seen) {
        let mut said = el("div", "notice-text").put(el("p", "").text(text::aside(aside)));
        if !aside.why.is_empty() {
            said = said.put(el("p", "").text(text::short(&aside.why).into_owned()));
        }
        let seen = act(dispatch, Action::LeaveAside(aside.key.clone(), false));
        let bar = el("div", "bar notice bad")
            .key(aside.key.as_str())
            .with("role", "alert")
            .put(said)
            .add(ways_out(aside, dispatch))
            .put(glyph_button(Icon::Close, text::DISMISS, seen));
        bars = bars.put(bar);
    }
    bars.done()
}

/// What can be done with a text that was set aside.
pub fn ways_out(aside: &Aside, dispatch: &Dispatch) -> Html {
    let file = if aside.name == kept::RULES {
        text::RULES_FILE.to_owned()
    } else {
        [&aside.name, ".txt"].concat()
    };
    let throw = {
        let (aside, dispatch) = (aside.clone(), dispatch.clone());
        Callback::from(move |_: Event| {
            kept::throw_away(&aside);
            dispatch.dispatch(Action::LeaveAside(aside.key.clone(), true));
        })
    };
    let save = {
        let text = Rc::clone(&aside.text);
        Callback::from(move |_: Event| {
            let _ = platform::save(&file, &text);
        })
    };
    el("span", "rules-old")
        .put(button("", text::SAVE_ASIDE, save))
        .put(button("", text::THROW_AWAY, throw))
        .done()
}
