use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::protocol::{Draft, TermView};
use crate::ui::platform;
use crate::ui::state::{Action, State};
use crate::ui::text;

use super::el::{El, classes, el, label, press, truth};
use super::row::row_id;
use super::{Dispatch, act};

/// The DOM id of the list.
const LIST: &str = "terms";

/// The words that stand out among the hits, in a line; a click adds one to the query. Where the hits are untagged, the phrases to make rules of, in a list. `switch` folds
/// them, `all` shows more than a line.
pub fn terms(
    state: &State,
    switch: &(bool, Callback<bool>),
    all: &UseStateHandle<bool>,
    dispatch: &Dispatch,
) -> El {
    let (is_open, set) = switch.clone();
    let is_fresh = state.terms_of == state.answered;
    let view = &state.terms;
    let name = match view.untagged {
        Some(facet) => text::worklist(facet).into(),
        None => AttrValue::Static(text::TERMS),
    };
    let fold = press("fold", Callback::from(move |_: Event| set.emit(!is_open)))
        .with("aria-expanded", truth(is_open))
        .with("aria-controls", LIST)
        .text(name.clone());
    let mut list = el("ul", "terms-list")
        .with("id", LIST)
        .flag("hidden", !is_open);
    for term in view.terms.iter().filter(|_| is_open) {
        let item = match view.untagged {
            Some(facet) => phrase(term, facet, is_fresh, dispatch),
            None => word(term, is_fresh, dispatch),
        };
        list = list.put(item.key(term.words.as_str()));
    }
    let is_empty = is_fresh && view.terms.is_empty();
    let empty = (is_open && is_empty).then(|| label("p", "hint", text::NO_TERMS));
    let shows_all = **all;
    let more = (is_open && !view.terms.is_empty() && view.untagged.is_none()).then(|| {
        let set = all.setter();
        let name = if shows_all {
            text::LESS_TERMS
        } else {
            text::MORE_TERMS
        };
        press("link", Callback::from(move |_: Event| set.set(!shows_all)))
            .with("aria-expanded", truth(shows_all))
            .text(name)
    });
    let class = classes(&[
        ("terms", true),
        ("worklist", view.untagged.is_some()),
        ("all", shows_all),
    ]);
    el("div", "")
        .with("class", class)
        .with("role", "group")
        .with("aria-label", name)
        .with("aria-busy", truth(!is_fresh))
        .put(fold)
        .put(list)
        .maybe(empty)
        .maybe(more)
}

/// A word of the line.
fn word(term: &TermView, is_fresh: bool, dispatch: &Dispatch) -> El {
    let button = press("term", add(term, is_fresh, dispatch))
        .named(text::add_term(&term.words, term.papers))
        .text(text::short(&term.words).into_owned())
        .put(el("span", "count").text(term.papers.to_string()));
    el("li", "").put(button)
}

/// A phrase of the list, with how many papers a rule of it would tag.
fn phrase(term: &TermView, facet: Facet, is_fresh: bool, dispatch: &Dispatch) -> El {
    let narrow = press("link", add(term, is_fresh, dispatch))
        .named(text::add_term(&term.words, term.papers))
        .text(text::short(&term.words).into_owned());
    let draft = Draft {
        name: text::rule_name(&term.words),
        facet,
        words: term.words.clone(),
        ..Draft::default()
    };
    let attempt = press(
        "try-rule",
        act(dispatch, Action::EditRule(None, Rc::new(draft))),
    )
    .with("aria-label", text::try_rule(&term.words, facet))
    .text(text::TRY_RULE);
    el("li", "")
        .put(narrow)
        .put(el("span", "count").text(text::of_these(term.papers)))
        .put(attempt)
}

/// Adds a term to the query. Its button will be gone then, so the focus moves to the hits. A term of an older search does nothing: its query is older, too.
fn add(term: &TermView, is_fresh: bool, dispatch: &Dispatch) -> Callback<Event> {
    let (dispatch, query) = (dispatch.clone(), term.query.clone());
    Callback::from(move |_| {
        if is_fresh {
            dispatch.dispatch(Action::Query(query.clone()));
            dispatch.dispatch(Action::Step(0));
            let _ = platform::focus(&row_id(0));
        }
    })
}
