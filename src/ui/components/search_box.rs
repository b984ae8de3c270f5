use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::protocol::{CompletionView, Problem};
use crate::ui::platform;
use crate::ui::state::{Action, Completing};
use crate::ui::text;

use super::el::{El, When, el, label, truth};
use super::icon::{Icon, icon};
use super::{Dispatch, act};

/// The DOM id of the search box.
pub const SEARCH_BOX: &str = "search";
/// How much of a query is shown on both sides of what is wrong in it, in bytes.
const AROUND: usize = 1_000;
const PROBLEM: &str = "search-problem";
const LIST: &str = "completions";

/// The one search box of the page: a combobox whose list shows what the word at the caret may become. Under it what is wrong with the query, with the place marked.
pub fn search_box(
    query: &str,
    typed: &Callback<String>,
    problem: Option<&Problem>,
    completing: &Completing,
    dispatch: &Dispatch,
) -> El {
    let is_open = completing.is_open();
    let mut input = el("input", "").value(query.to_owned().into());
    for (name, value) in [
        ("id", SEARCH_BOX),
        ("type", "search"),
        ("role", "combobox"),
        ("aria-autocomplete", "list"),
        ("aria-expanded", truth(is_open)),
        ("aria-controls", LIST),
        ("placeholder", text::SEARCH_HINT),
        ("autocomplete", "off"),
        ("autocapitalize", "none"),
        ("spellcheck", "false"),
        ("enterkeyhint", "search"),
    ] {
        input = input.with(name, value);
    }
    if let Some(at) = completing.chosen {
        input = input.with("aria-activedescendant", option_id(at));
    }
    if problem.is_some() {
        input = input
            .with("aria-invalid", "true")
            .with("aria-describedby", PROBLEM);
    }
    let input = input
        .on(When::Input, on_input(typed, dispatch))
        .on(When::KeyDown, on_key(completing, dispatch))
        .on(When::MouseDown, act(dispatch, Action::Complete(None)))
        .on(When::Blur, act(dispatch, Action::Complete(None)));
    let name = label("label", "visually-hidden", text::SEARCH_LABEL).with("for", SEARCH_BOX);
    let mut list = el("ul", "completions")
        .with("id", LIST)
        .with("role", "listbox")
        .with("aria-label", text::COMPLETIONS)
        .flag("hidden", !is_open);
    if is_open {
        for (at, one) in completing.all.iter().enumerate() {
            list = list.put(option(at, one, completing.chosen == Some(at), dispatch));
        }
    }
    let mut wrong = el("div", "problem")
        .with("id", PROBLEM)
        .with("aria-live", "polite");
    // Who is in the midst of a word has done nothing wrong yet.
    if let Some(problem) = problem.filter(|_| !is_open) {
        wrong = problem_line(wrong, query, problem);
    }
    el("div", "search")
        .put(name)
        .add(icon(Icon::Search))
        .put(input)
        .put(list)
        .put(wrong)
}

/// Completions are wanted where something is being written. After a space, a parenthesis or a minus sign nothing is; there they come when asked for.
fn on_input(typed: &Callback<String>, dispatch: &Dispatch) -> Callback<Event> {
    let (typed, dispatch) = (typed.clone(), dispatch.clone());
    Callback::from(move |event: Event| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let (text, caret) = (input.value(), platform::caret(&input));
        let before = (caret as usize).checked_sub(1);
        let before = before.and_then(|at| text.encode_utf16().nth(at));
        let begins = [' ', '(', '-'].map(|c| c as u16);
        let writes = before.is_some_and(|before| !begins.contains(&before));
        typed.emit(text.clone());
        dispatch.dispatch(Action::Type(text));
        dispatch.dispatch(Action::Complete(writes.then_some(caret)));
    })
}

/// The keys of a combobox. Enter and Tab do what they always do unless something is chosen.
fn on_key(completing: &Completing, dispatch: &Dispatch) -> Callback<Event> {
    let (completing, dispatch) = (completing.clone(), dispatch.clone());
    Callback::from(move |event: Event| {
        let (Some(key), Some(input)) = (
            event.dyn_ref::<KeyboardEvent>(),
            event.target_dyn_into::<HtmlInputElement>(),
        ) else {
            return;
        };
        // Keys that compose a character are the input method's.
        if key.is_composing() || key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        let is_open = completing.is_open() && completing.fits(&input.value());
        let action = match (key.key().as_str(), completing.chosen) {
            ("ArrowDown", _) if is_open => Action::Choose(1),
            ("ArrowUp", _) if is_open => Action::Choose(-1),
            ("ArrowDown", _) => Action::Complete(Some(platform::caret(&input))),
            ("Escape", _) if completing.is_open() => Action::Complete(None),
            ("Enter" | "Tab", Some(at)) if is_open => {
                if let Some(one) = completing.all.get(at) {
                    take(&input, one);
                }
                Action::Accept(at)
            }
            ("Enter" | "ArrowLeft" | "ArrowRight" | "Home" | "End", _) => {
                dispatch.dispatch(Action::Complete(None));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        dispatch.dispatch(action);
    })
}

/// The box says at once what it will: so the caret can be put where it belongs.
fn take(input: &HtmlInputElement, one: &CompletionView) {
    input.set_value(&one.query);
    let _ = input.set_selection_range(one.caret, one.caret);
}

fn option(at: usize, one: &CompletionView, is_chosen: bool, dispatch: &Dispatch) -> El {
    let press = {
        let (one, dispatch) = (one.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            // The focus stays in the box.
            event.prevent_default();
            if let Some(input) = platform::input(SEARCH_BOX) {
                take(&input, &one);
            }
            dispatch.dispatch(Action::Accept(at));
        })
    };
    let count = one.papers.map_or_else(String::new, |n| n.to_string());
    el("li", "")
        .key(at)
        .with("id", option_id(at))
        .with("role", "option")
        .with("aria-selected", truth(is_chosen))
        .on(When::MouseDown, press)
        .put(el("code", "").text(text::short(&one.text).into_owned()))
        .text(" ")
        .put(el("span", "completion-label").text(text::short(&one.label).into_owned()))
        .text(" ")
        .put(el("span", "count").text(count))
}

fn option_id(at: usize) -> String {
    ["completion-", &at.to_string()].concat()
}

/// The query with the place of the problem marked, and what was expected there.
pub fn problem_line(line: El, query: &str, problem: &Problem) -> El {
    // The box may say something newer than what the problem is about: a place that does not fit is not shown.
    let range = problem.at.range();
    let parts = query
        .get(..range.start)
        .zip(query.get(range.clone()))
        .zip(query.get(range.end..));
    let marked = parts.map(|((before, place), after)| {
        // What is further away than a line reaches is not laid out.
        let start = before.ceil_char_boundary(before.len().saturating_sub(AROUND));
        let end = after.floor_char_boundary(AROUND);
        let before = before.get(start..).unwrap_or_default();
        let after = after.get(..end).unwrap_or_default();
        el("code", "problem-query")
            .with("aria-hidden", "true")
            .text(before.to_owned())
            .put(el("span", "caret").text(text::short(place).into_owned()))
            .text(after.to_owned())
    });
    line.maybe(marked)
        .put(el("span", "problem-message").text(problem.message.clone()))
}
