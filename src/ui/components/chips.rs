//! The clauses of the query as chips.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Chip;
use crate::ui::state::{Action, SavedAct};
use crate::ui::text;

use super::icon::{Icon, icon};
use super::icon_button::IconButton;
use super::{Dispatch, act};

/// How many clauses are shown.
const MOST: usize = 100;

/// Properties of [`Chips`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChipsProps {
    /// The clauses of the query that filter.
    pub chips: Rc<[Chip]>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The clauses of the query, each with a way to drop it, and a way to drop them all.
#[component]
pub fn Chips(ChipsProps { chips, dispatch }: &ChipsProps) -> Html {
    if chips.is_empty() {
        return Html::default();
    }
    let hidden = chips.len().saturating_sub(MOST);
    html! {
        <ul class="chips" aria-label={text::CHIPS}>
            for (at, chip) in chips.iter().take(MOST).enumerate() {
                { chip_item(at, chip, dispatch) }
            }
            if hidden > 0 {
                <li>{ text::more_problems(hidden) }</li>
            }
            <li>
                <button
                    type="button"
                    class="link"
                    onclick={act(dispatch, Action::Query(String::new()))}
                >
                    { text::CLEAR_ALL }
                </button>
            </li>
        </ul>
    }
}

fn chip_item(at: usize, chip: &Chip, dispatch: &Dispatch) -> Html {
    let label = text::chip(&chip.label, chip.excludes);
    let remove = AttrValue::from(text::remove(&label));
    // What is muted would find nothing, so it goes.
    let mute = {
        let (chip, dispatch) = (chip.clone(), dispatch.clone());
        move |_| {
            dispatch.dispatch(Action::Query(chip.without.clone()));
            dispatch.dispatch(Action::Saved(SavedAct::Mute(chip.clause.clone())));
        }
    };
    // Keyed by place and label: a chip that moves up must not inherit the focus of a dropped one.
    html! {
        <li key={format!("{at} {label}")}>
            <button
                type="button"
                class={classes!("chip", chip.excludes.then_some("excludes"))}
                aria-label={remove.clone()}
                title={remove}
                onclick={act(dispatch, Action::Query(chip.without.clone()))}
            >
                <span>{ label }</span>
                { icon(Icon::Close) }
            </button>
            if !chip.excludes && !chip.clause.is_empty() {
                <IconButton
                    icon={Icon::Mute}
                    class="icon-button chip-mute"
                    name={text::mute(&chip.label)}
                    onclick={mute}
                />
            }
        </li>
    }
}
