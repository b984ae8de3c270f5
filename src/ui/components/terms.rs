//! The words that stand out among the hits.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{Draft, TermView, TermsView};
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::{Dispatch, act, aria_bool};
use crate::ui::fast::rows::row_id;

/// The DOM id of the list.
const LIST: &str = "terms";

/// Properties of [`Terms`].
#[derive(Clone, PartialEq, Properties)]
pub struct TermsProps {
    /// Whether there are any to show: the hits are some papers and not all.
    pub shown: bool,
    /// The terms.
    pub view: Rc<TermsView>,
    /// Whether they are of the hits on show.
    pub is_fresh: bool,
    /// Whether the list is unfolded.
    pub is_open: bool,
    /// Folds or unfolds it.
    pub set_open: Callback<bool>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The words that stand out among the hits, in a line; a click adds one to the query. Where the
/// hits are untagged, the phrases to make rules of, in a list.
#[component]
pub fn Terms(props: &TermsProps) -> Html {
    let shows_all = use_state_eq(|| false);
    if !props.shown {
        return Html::default();
    }
    let TermsProps {
        view,
        is_fresh,
        is_open,
        dispatch,
        ..
    } = props;
    let (is_fresh, is_open) = (*is_fresh, *is_open);
    let name = match view.untagged {
        Some(facet) => text::worklist(facet).into(),
        None => AttrValue::Static(text::TERMS),
    };
    let class = classes!(
        "terms",
        view.untagged.map(|_| "worklist"),
        shows_all.then_some("all"),
    );
    let has_more = is_open && !view.terms.is_empty() && view.untagged.is_none();
    let show = {
        let (set, other) = (shows_all.setter(), !*shows_all);
        move |_| set.set(other)
    };
    html! {
        <div {class} role="group" aria-label={&name} aria-busy={aria_bool(!is_fresh)}>
            <button
                type="button"
                class="fold"
                aria-expanded={aria_bool(is_open)}
                aria-controls={LIST}
                onclick={props.set_open.reform(move |_| !is_open)}
            >
                { &name }
            </button>
            <ul id={LIST} class="terms-list" hidden={!is_open}>
                if is_open {
                    for term in &view.terms {
                        <li key={term.words.as_str()}>
                            if let Some(facet) = view.untagged {
                                { phrase(term, facet, is_fresh, dispatch) }
                            } else {
                                { word(term, is_fresh, dispatch) }
                            }
                        </li>
                    }
                }
            </ul>
            if is_open && is_fresh && view.terms.is_empty() {
                <p class="hint">{ text::NO_TERMS }</p>
            }
            if has_more {
                <button
                    type="button"
                    class="link"
                    aria-expanded={aria_bool(*shows_all)}
                    onclick={show}
                >
                    { if *shows_all { text::LESS_TERMS } else { text::MORE_TERMS } }
                </button>
            }
        </div>
    }
}

/// A word of the line.
fn word(term: &TermView, is_fresh: bool, dispatch: &Dispatch) -> Html {
    let name = AttrValue::from(text::add_term(&term.words, term.papers));
    html! {
        <button
            type="button"
            class="term"
            aria-label={&name}
            title={&name}
            onclick={add(term, is_fresh, dispatch)}
        >
            { text::short(&term.words) }
            <span class="count">{ term.papers }</span>
        </button>
    }
}

/// A phrase of the list, with how many papers a rule of it would tag.
fn phrase(term: &TermView, facet: Facet, is_fresh: bool, dispatch: &Dispatch) -> Html {
    let name = AttrValue::from(text::add_term(&term.words, term.papers));
    let draft = Draft {
        name: text::rule_name(&term.words),
        facet,
        words: term.words.clone(),
        ..Draft::default()
    };
    html! {
        <>
            <button
                type="button"
                class="link"
                aria-label={&name}
                title={&name}
                onclick={add(term, is_fresh, dispatch)}
            >
                { text::short(&term.words) }
            </button>
            <span class="count">{ text::of_these(term.papers) }</span>
            <button
                type="button"
                class="try-rule"
                aria-label={text::try_rule(&term.words, facet)}
                onclick={act(dispatch, Action::EditRule(None, Rc::new(draft)))}
            >
                { text::TRY_RULE }
            </button>
        </>
    }
}

/// Adds a term to the query. Its button will be gone then, so the focus moves to the hits. A term
/// of an older search does nothing: its query is older, too.
fn add(term: &TermView, is_fresh: bool, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (dispatch, query) = (dispatch.clone(), term.query.clone());
    Callback::from(move |_| {
        if is_fresh {
            dispatch.dispatch(Action::Query(query.clone()));
            dispatch.dispatch(Action::Step(0));
            let _ = platform::focus(&row_id(0));
        }
    })
}
