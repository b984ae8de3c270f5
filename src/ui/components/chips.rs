use yew::prelude::*;

use crate::protocol::Chip;
use crate::ui::state::Action;
use crate::ui::text;

use super::icon::{Icon, icon};
use super::{Dispatch, act};

/// The clauses of the query, each with a way to drop it, and a way to drop them all.
pub fn chips(chips: &[Chip], dispatch: &Dispatch) -> Html {
    if chips.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="chips" aria-label={text::CHIPS}>
            { for chips.iter().map(|chip| {
                let label = text::chip(&chip.label, chip.excludes);
                let name = text::remove(&label);
                html! {
                    <li key={label.clone()}>
                        <button
                            type="button"
                            class={if chip.excludes { "chip excludes" } else { "chip" }}
                            aria-label={name.clone()}
                            title={name}
                            onclick={act(dispatch, Action::Query(chip.without.clone()))}
                        >
                            <span>{ label }</span>
                            { icon(Icon::Close) }
                        </button>
                    </li>
                }
            }) }
            <li key="all">
                <button type="button" class="link" onclick={act(dispatch, Action::Query(String::new()))}>{ text::CLEAR_ALL }</button>
            </li>
        </ul>
    }
}
