//! The search box, its completions, and its keys.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::protocol::{CompletionView, Problem};
use crate::ui::platform;
use crate::ui::state::{Action, Completing};
use crate::ui::text;

use super::combobox::{self, Options};
use super::icon::{Icon, icon};
use super::problem_line::problem_line;
use super::{Dispatch, act, aria_bool};

/// The DOM id of the search box.
pub const SEARCH_BOX: &str = "search";
const PROBLEM: &str = "search-problem";
const LIST: &str = "completions";

/// Properties of the [`SearchBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// The query as typed.
    pub query: AttrValue,
    /// Searches for what is typed, and whether the caret stands at its end.
    pub typed: Callback<(String, bool)>,
    /// How many papers are found. It stands in the list of completions, too, which lies over the
    /// one beside the papers.
    pub count: AttrValue,
    /// What is wrong with the query.
    pub problem: Option<Rc<Problem>>,
    /// What the word at the caret may become.
    pub completing: Completing,
    /// Whether there are hits to go to.
    pub has_hits: bool,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The one search box of the page: a combobox whose list shows what the word at the caret may
/// become. Under it stands what is wrong with the query, with the place marked.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let SearchBoxProps {
        query,
        typed,
        count,
        problem,
        completing,
        has_hits,
        dispatch,
    } = props;
    let can_leave = *has_hits && problem.is_none();
    let is_open = completing.is_open();
    let options = Options {
        id: LIST,
        class: "completions",
        label: text::COMPLETIONS,
        is_open,
        chosen: completing.chosen,
    };
    let all = completing.all.iter().enumerate();
    html! {
        <div class="search">
            <label class="visually-hidden" for={SEARCH_BOX}>{ text::SEARCH_LABEL }</label>
            { icon(Icon::Search) }
            <input
                id={SEARCH_BOX}
                type="search"
                role="combobox"
                value={query}
                placeholder={text::SEARCH_HINT}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                aria-autocomplete="list"
                aria-expanded={aria_bool(is_open)}
                aria-controls={LIST}
                aria-activedescendant={options.active()}
                aria-invalid={problem.as_ref().map(|_| "true")}
                aria-describedby={problem.as_ref().map(|_| PROBLEM)}
                oninput={on_input(typed, dispatch)}
                onkeydown={on_key(completing, can_leave, dispatch)}
                onmousedown={leave_word(dispatch)}
                onblur={act(dispatch, Action::Complete(None))}
            />
            { options.list_under(
                counted(count),
                all.map(|(at, one)| option(at, one, dispatch)),
            ) }
            <div class="problem" id={PROBLEM} aria-live="polite">
                // Who is in the midst of a word has done nothing wrong yet.
                if let Some(problem) = problem.as_ref().filter(|_| !is_open) {
                    { problem_line(query, problem) }
                }
            </div>
        </div>
    }
}

/// How many papers are found, above the completions. It is no option: a press on it takes nothing
/// and leaves the focus in the box.
fn counted(count: &AttrValue) -> Html {
    let onmousedown = |event: MouseEvent| event.prevent_default();
    html! {
        <li class="completions-count" aria-hidden="true" {onmousedown}>{ count }</li>
    }
}

/// Completions are wanted where something is being written. After a space, a parenthesis or a
/// minus sign nothing is; there they come when asked for.
fn on_input(typed: &Callback<(String, bool)>, dispatch: &Dispatch) -> Callback<InputEvent> {
    let (typed, dispatch) = (typed.clone(), dispatch.clone());
    Callback::from(move |event: InputEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        let (text, caret) = (input.value(), platform::caret(&input));
        let before = (caret as usize).checked_sub(1);
        let before = before.and_then(|at| text.encode_utf16().nth(at));
        let begins = [' ', '(', '-'].map(|c| c as u16);
        let writes = before.is_some_and(|before| !begins.contains(&before));
        let at_end = text.encode_utf16().count() == caret as usize;
        typed.emit((text.clone(), at_end));
        dispatch.dispatch(Action::Type(text));
        dispatch.dispatch(Action::Typing(at_end));
        dispatch.dispatch(Action::Complete(writes.then_some(caret)));
    })
}

/// The caret goes elsewhere: the word that was typed is finished.
fn leave_word<E>(dispatch: &Dispatch) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.dispatch(Action::Complete(None));
        dispatch.dispatch(Action::Typing(false));
    })
}

/// The keys of a combobox. Tab does what it always does unless something is chosen; Enter goes to
/// the first hit then, if there is one.
fn on_key(
    completing: &Completing,
    can_leave: bool,
    dispatch: &Dispatch,
) -> Callback<KeyboardEvent> {
    let (completing, dispatch) = (completing.clone(), dispatch.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(input) = event.target_dyn_into::<HtmlInputElement>() else {
            return;
        };
        if !combobox::is_own(&event) {
            return;
        }
        let is_open = completing.is_open() && completing.fits(&input.value());
        let action = match (event.key().as_str(), completing.chosen) {
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
            ("Enter", _) if can_leave => {
                dispatch.dispatch(Action::Complete(None));
                // The list takes a focus that nothing has.
                let _ = platform::blur();
                Action::Enter
            }
            ("Enter" | "ArrowLeft" | "ArrowRight" | "Home" | "End", _) => {
                dispatch.dispatch(Action::Complete(None));
                dispatch.dispatch(Action::Typing(false));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        dispatch.dispatch(action);
    })
}

/// Writes a completion into the box at once, so that the caret can be put where it belongs.
fn take(input: &HtmlInputElement, one: &CompletionView) {
    input.set_value(&one.query);
    let _ = input.set_selection_range(one.caret, one.caret);
}

fn option(at: usize, one: &CompletionView, dispatch: &Dispatch) -> (Html, Callback<()>) {
    let shown = html! {
        <>
            <code>{ text::short(&one.text) }</code>
            { " " }
            <span class="completion-label">{ text::short(&one.label) }</span>
            { " " }
            <span class="count">{ one.papers.map(|n| n.to_string()).unwrap_or_default() }</span>
        </>
    };
    let (one, dispatch) = (one.clone(), dispatch.clone());
    let accept = Callback::from(move |()| {
        if let Some(input) = platform::input(SEARCH_BOX) {
            take(&input, &one);
        }
        dispatch.dispatch(Action::Accept(at));
    });
    (shown, accept)
}
