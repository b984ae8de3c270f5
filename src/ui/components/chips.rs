use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Chip;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;
use super::icon::{Icon, icon};

/// The clauses that filter.
#[derive(Clone, PartialEq, Properties)]
pub struct ChipsProps {
    /// The clauses.
    pub chips: Rc<[Chip]>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The clauses of the query, each with a way to drop it, and a way to drop them all.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    if props.chips.is_empty() {
        return Html::default();
    }
    let query = |text: String| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Query(text.clone())))
    };
    html! {
        <ul class="chips" aria-label={text::CHIPS}>
            { for props.chips.iter().map(|chip| {
                let label = text::chip(&chip.label, chip.excludes);
                html! {
                <li key={label.clone()}>
                    <button
                        type="button"
                        class={classes!("chip", chip.excludes.then_some("excludes"))}
                        aria-label={text::remove(&label)}
                        title={text::remove(&label)}
                        onclick={query(chip.without.clone())}
                    >
                        <span>{ label }</span>
                        { icon(Icon::Close) }
                    </button>
                </li>
                }
            }) }
            <li key="all">
                <button type="button" class="link" onclick={query(String::new())}>{ text::CLEAR_ALL }</button>
            </li>
        </ul>
    }
}
