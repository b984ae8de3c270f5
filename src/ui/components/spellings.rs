//! Offers to put misspelt words of the query right.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::SpellingView;
use crate::ui::fast::rows::row_id;
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;

/// Properties of [`Spellings`].
#[derive(Clone, PartialEq, Properties)]
pub struct SpellingsProps {
    /// The words, and what was probably meant.
    pub spellings: Rc<[SpellingView]>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What was probably meant by words that no paper has, or next to none; a click puts one right.
#[component]
pub fn Spellings(
    SpellingsProps {
        spellings,
        dispatch,
    }: &SpellingsProps,
) -> Html {
    if spellings.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="spellings">
            for one in spellings.iter() {
                <li key={one.word.as_str()}>
                    { text::few_papers_have(&one.word, one.with) }
                    <button
                        type="button"
                        class="link"
                        aria-label={text::meant(&one.meant, &one.word)}
                        onclick={go(dispatch, &one.query)}
                    >
                        { &one.meant }
                    </button>
                    { "? " }
                    <span class="count">{ text::papers(one.papers) }</span>
                </li>
            }
        </ul>
    }
}

/// Goes to another query by a button that will be gone then: the focus moves to the hits, at once
/// where there are some, or when they come.
pub fn go(dispatch: &Dispatch, query: &str) -> Callback<MouseEvent> {
    let (dispatch, query) = (dispatch.clone(), query.to_owned());
    Callback::from(move |_| {
        dispatch.dispatch(Action::Query(query.clone()));
        dispatch.dispatch(Action::Step(0));
        let _ = platform::focus(&row_id(0));
    })
}
