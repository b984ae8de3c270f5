//! The button that shows another page of something long.

use yew::prelude::*;

use crate::ui::text;

/// Properties of a [`MoreButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct MoreButtonProps {
    /// How many pages are on show.
    pub pages: UseStateHandle<usize>,
    /// How many items are not.
    pub left: usize,
}

/// The button that shows another page of something long; nothing when all of it is on show. What
/// has thousands of elements takes the browser longer than a frame, be they seen or not.
#[component]
pub fn MoreButton(MoreButtonProps { pages, left }: &MoreButtonProps) -> Html {
    let turn = {
        let pages = pages.clone();
        move |_| pages.set(*pages + 1)
    };
    html! {
        if *left > 0 {
            <button type="button" class="link more" onclick={turn}>
                { text::show_some(*left) }
            </button>
        }
    }
}
