//! The bar that tells that a day is finished.

use yew::prelude::*;

use crate::protocol::DayProgress;
use crate::ui::state::{Action, Panel, TakeAct, Which};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// Properties of a [`FinishedBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct FinishedBarProps {
    /// The day that was finished.
    pub day: Option<DayProgress>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says that every paper of a day is decided and what was kept of it, with a way to see that.
#[component]
pub fn FinishedBar(FinishedBarProps { day, dispatch }: &FinishedBarProps) -> Html {
    // What is announced must be there before there is anything to announce.
    html! {
        <div role="status">
            if let Some(day) = day {
                <div class="bar finished">
                    <p class="notice-text">{ text::day_finished(day) }</p>
                    if day.starred + day.later > 0 {
                        <button type="button" onclick={show_kept(day, dispatch)}>
                            { text::SHOW_KEPT }
                        </button>
                        <button type="button" onclick={export_kept(day, dispatch)}>
                            { text::export_kept(day.starred + day.later) }
                        </button>
                    }
                    <IconButton
                        icon={Icon::Close}
                        name={text::DISMISS}
                        onclick={act(dispatch, Action::DismissFinished)}
                    />
                </div>
            }
        </div>
    }
}

fn show_kept(day: &DayProgress, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let query = format!("day:{} state:(starred OR later)", day.day);
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(Action::Close);
        dispatch.dispatch(Action::Query(query.clone()));
        dispatch.dispatch(Action::DismissFinished);
    })
}

/// Opens the export of what was kept of a day.
pub(super) fn export_kept(day: &DayProgress, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let which = Some(Which::Kept(day.day));
    act(dispatch, Action::Take(TakeAct::Open(Panel::Export, which)))
}
