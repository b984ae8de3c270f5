use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::Chip;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;

/// A search that found nothing.
#[derive(Clone, PartialEq, Properties)]
pub struct NoHitsProps {
    /// The clauses of the query.
    pub chips: Rc<[Chip]>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says that nothing matches and offers to drop clauses.
#[component]
pub fn NoHits(props: &NoHitsProps) -> Html {
    let query = |text: String| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Query(text.clone())))
    };
    html! {
        <div class="no-hits">
            <p class="no-hits-title">{ text::NO_HITS }</p>
            if !props.chips.is_empty() {
                <p class="hint">{ text::NO_HITS_DROP }</p>
                <ul>
                    { for props.chips.iter().map(|chip| html! {
                        <li key={text::chip(&chip.label, chip.excludes)}>
                            <button type="button" onclick={query(chip.without.clone())}>{ text::without(&text::chip(&chip.label, chip.excludes)) }</button>
                        </li>
                    }) }
                </ul>
            }
            <button type="button" class="primary" onclick={query(String::new())}>{ text::SHOW_ALL }</button>
        </div>
    }
}
