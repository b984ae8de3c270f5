//! The bar that says what came of the last load.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::state::{self, Action, Panel};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// Properties of a [`Notice`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeProps {
    /// What the last load has to say.
    pub notice: Rc<state::Notice>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says in one line what came of the last load and, where a file could not be read, why.
#[component]
pub fn Notice(NoticeProps { notice, dispatch }: &NoticeProps) -> Html {
    let is_bad = notice.is_bad();
    let more = notice.all_unread - notice.unread.len();
    html! {
        <div
            class={classes!("bar", "notice", if is_bad { "bad" } else { "toast" })}
            role={is_bad.then_some("alert")}
        >
            <div class="notice-text">
                <p>{ text::notice(notice) }</p>
                for (name, reason) in &notice.unread {
                    <p>
                        <strong>{ text::short(name) }</strong>
                        { " " }
                        { text::short(reason) }
                    </p>
                }
                if more > 0 {
                    <p>{ text::more_unread(more) }</p>
                }
            </div>
            <button type="button" onclick={act(dispatch, Action::Panel(Some(Panel::Report)))}>
                { text::DETAILS }
            </button>
            <IconButton
                icon={Icon::Close}
                name={text::DISMISS}
                onclick={act(dispatch, Action::DismissNotice)}
            />
        </div>
    }
}
