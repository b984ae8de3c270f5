use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::protocol::Problem;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;
use super::el::{El, When, el, label};
use super::icon::{Icon, icon};

/// The DOM id of the search box.
pub const SEARCH_BOX: &str = "search";
const PROBLEM: &str = "search-problem";

/// The one search box of the page, and under it what is wrong with the query, with the place marked.
pub fn search_box(query: &str, problem: Option<&Problem>, dispatch: &Dispatch) -> El {
    let dispatch = dispatch.clone();
    let oninput = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            dispatch.dispatch(Action::Type(input.value()));
        }
    });
    let mut input = el("input", "").value(query.to_owned().into());
    for (name, value) in [
        ("id", SEARCH_BOX),
        ("type", "search"),
        ("placeholder", text::SEARCH_HINT),
        ("autocomplete", "off"),
        ("autocapitalize", "none"),
        ("spellcheck", "false"),
        ("enterkeyhint", "search"),
    ] {
        input = input.with(name, value);
    }
    if problem.is_some() {
        input = input
            .with("aria-invalid", "true")
            .with("aria-describedby", PROBLEM);
    }
    let name = label("label", "visually-hidden", text::SEARCH_LABEL).with("for", SEARCH_BOX);
    let mut wrong = el("div", "problem")
        .with("id", PROBLEM)
        .with("aria-live", "polite");
    if let Some(problem) = problem {
        wrong = problem_line(wrong, query, problem);
    }
    el("div", "search")
        .put(name)
        .add(icon(Icon::Search))
        .put(input.on(When::Input, oninput))
        .put(wrong)
}

/// The query with the place of the problem marked, and what was expected there.
fn problem_line(line: El, query: &str, problem: &Problem) -> El {
    // The box may say something newer than what the problem is about: a place that does not fit is not shown.
    let range = problem.at.range();
    let parts = query
        .get(..range.start)
        .zip(query.get(range.clone()))
        .zip(query.get(range.end..));
    let marked = parts.map(|((before, place), after)| {
        el("code", "problem-query")
            .with("aria-hidden", "true")
            .text(before.to_owned())
            .put(el("span", "caret").text(place.to_owned()))
            .text(after.to_owned())
    });
    line.maybe(marked)
        .put(el("span", "problem-message").text(problem.message.clone()))
}
