use yew::prelude::*;

use crate::protocol::Chip;
use crate::ui::state::Action;
use crate::ui::text;

use super::{Dispatch, act};

/// Says that nothing matches and offers to drop clauses.
pub fn no_hits(chips: &[Chip], dispatch: &Dispatch) -> Html {
    html! {
        <div class="no-hits">
            <p class="no-hits-title">{ text::NO_HITS }</p>
            if !chips.is_empty() {
                <p class="hint">{ text::NO_HITS_DROP }</p>
                <ul>
                    { for chips.iter().map(|chip| {
                        let label = text::chip(&chip.label, chip.excludes);
                        html! {
                            <li key={label.clone()}>
                                <button type="button" onclick={act(dispatch, Action::Query(chip.without.clone()))}>{ text::without(&label) }</button>
                            </li>
                        }
                    }) }
                </ul>
            }
            <button type="button" class="primary" onclick={act(dispatch, Action::Query(String::new()))}>{ text::SHOW_ALL }</button>
        </div>
    }
}
