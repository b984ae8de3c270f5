use yew::prelude::*;

use crate::protocol::Chip;
use crate::ui::state::Action;
use crate::ui::text;

use super::el::{button, el, press};
use super::icon::{Icon, icon};
use super::{Dispatch, act};

/// How many clauses are shown.
const MOST: usize = 100;

/// The clauses of the query, each with a way to drop it, and a way to drop them all.
pub fn chips(chips: &[Chip], dispatch: &Dispatch) -> Html {
    if chips.is_empty() {
        return Html::default();
    }
    let mut row = el("ul", "chips").with("aria-label", text::CHIPS);
    for chip in chips.iter().take(MOST) {
        let label = text::chip(&chip.label, chip.excludes);
        let class = if chip.excludes {
            "chip excludes"
        } else {
            "chip"
        };
        let drop = press(class, act(dispatch, Action::Query(chip.without.clone())))
            .named(text::remove(&label))
            .put(el("span", "").text(label.clone()))
            .add(icon(Icon::Close));
        row = row.put(el("li", "").key(label).put(drop));
    }
    let all = act(dispatch, Action::Query(String::new()));
    let hidden = chips.len().saturating_sub(MOST);
    let others = (hidden > 0).then(|| el("li", "").text(text::more_problems(hidden)));
    row.maybe(others)
        .put(
            el("li", "")
                .key("all")
                .put(button("link", text::CLEAR_ALL, all)),
        )
        .done()
}
