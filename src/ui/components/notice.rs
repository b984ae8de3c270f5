use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::state::{Action, Notice, Panel};
use crate::ui::text;

use super::icon::{Icon, icon};
use super::{Dispatch, act};

/// How many unreadable files are named.
const NAMED: usize = 3;
/// How long good news is shown, in milliseconds. The report keeps it.
const SHOWN: u32 = 8000;

/// What the last load has to say.
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeBarProps {
    /// What there is to say.
    pub notice: Rc<Notice>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says in one line what came of the last load and, where a file could not be read, why.
#[component]
pub fn NoticeBar(props: &NoticeBarProps) -> Html {
    let notice = &props.notice;
    let bad = notice.problems > 0 || !notice.unread.is_empty();
    {
        let dispatch = props.dispatch.clone();
        use_effect_with((Rc::clone(notice), bad), move |(_, bad)| {
            let timeout = (!bad)
                .then(|| Timeout::new(SHOWN, move || dispatch.dispatch(Action::DismissNotice)));
            move || drop(timeout)
        });
    }
    html! {
        <div class={classes!("bar", "notice", if bad { "bad" } else { "toast" })} role={bad.then_some("alert")}>
            <div class="notice-text">
                <p>{ text::notice(notice) }</p>
                { for notice.unread.iter().take(NAMED).map(|(name, reason)| html! {
                    <p><strong>{ name.clone() }</strong>{ " " }{ reason.clone() }</p>
                }) }
                if notice.unread.len() > NAMED {
                    <p>{ text::more_unread(notice.unread.len() - NAMED) }</p>
                }
            </div>
            <button type="button" onclick={act(&props.dispatch, Action::Panel(Some(Panel::Report)))}>{ text::DETAILS }</button>
            <button type="button" class="icon-button" aria-label={text::DISMISS} title={text::DISMISS} onclick={act(&props.dispatch, Action::DismissNotice)}>
                { icon(Icon::Close) }
            </button>
        </div>
    }
}
