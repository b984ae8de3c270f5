use yew::prelude::*;

use crate::protocol::Chip;
use crate::ui::state::Action;
use crate::ui::text;

use super::el::{button, el, label, press};
use super::{Dispatch, act};

/// Says that nothing matches and offers to drop clauses.
pub fn no_hits(chips: &[Chip], dispatch: &Dispatch) -> Html {
    let mut drops = None;
    if !chips.is_empty() {
        let mut list = el("ul", "");
        for chip in chips {
            let label = text::chip(&chip.label, chip.excludes);
            let drop = press("", act(dispatch, Action::Query(chip.without.clone())))
                .text(text::without(&label));
            list = list.put(el("li", "").key(label).put(drop));
        }
        drops = Some(list);
    }
    let hint = drops
        .is_some()
        .then(|| label("p", "hint", text::NO_HITS_DROP));
    let all = act(dispatch, Action::Query(String::new()));
    el("div", "no-hits")
        .put(label("p", "no-hits-title", text::NO_HITS))
        .maybe(hint)
        .maybe(drops)
        .put(button("primary", text::SHOW_ALL, all))
        .done()
}
