//! Stored texts that the page could not use: the bars that tell of them, and the ways out.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::kept;
use crate::ui::platform;
use crate::ui::state::{Action, Aside};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// Properties of [`Asides`].
#[derive(Clone, PartialEq, Properties)]
pub struct AsidesProps {
    /// Everything that was set aside.
    pub asides: Rc<[Aside]>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// One bar for each stored text that the page could not use and the reader has not seen yet.
#[component]
pub fn Asides(AsidesProps { asides, dispatch }: &AsidesProps) -> Html {
    html! {
        <div>
            for aside in asides.iter().filter(|aside| !aside.seen) {
                <div key={aside.key.as_str()} class="bar notice bad" role="alert">
                    <div class="notice-text">
                        <p>{ text::aside(aside) }</p>
                        if !aside.why.is_empty() {
                            <p>{ text::short(&aside.why) }</p>
                        }
                    </div>
                    <WaysOut aside={aside.clone()} {dispatch} />
                    <IconButton
                        icon={Icon::Close}
                        name={text::DISMISS}
                        onclick={act(dispatch, Action::LeaveAside(aside.key.clone(), false))}
                    />
                </div>
            }
        </div>
    }
}

/// Properties of [`WaysOut`].
#[derive(Clone, PartialEq, Properties)]
pub struct WaysOutProps {
    /// The text that was set aside.
    pub aside: Aside,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Saves a text that was set aside as a file, or throws it away.
#[component]
pub fn WaysOut(WaysOutProps { aside, dispatch }: &WaysOutProps) -> Html {
    let file = if aside.name == kept::RULES {
        text::RULES_FILE.to_owned()
    } else {
        format!("{}.txt", aside.name)
    };
    let throw_away = {
        let (aside, dispatch) = (aside.clone(), dispatch.clone());
        move |_| {
            kept::throw_away(&aside);
            dispatch.dispatch(Action::LeaveAside(aside.key.clone(), true));
        }
    };
    let content = Rc::clone(&aside.text);
    let save = move |_| {
        let _ = platform::save_text(&file, &content);
    };
    html! {
        <span class="rules-old">
            <button type="button" onclick={save}>{ text::SAVE_ASIDE }</button>
            <button type="button" onclick={throw_away}>{ text::THROW_AWAY }</button>
        </span>
    }
}
