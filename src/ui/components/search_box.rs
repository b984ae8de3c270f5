use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::protocol::Problem;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;
use super::icon::{Icon, icon};

/// The DOM id of the search box.
pub const SEARCH_BOX: &str = "search";
const PROBLEM: &str = "search-problem";

/// The one search box of the page, and under it what is wrong with the query, with the place marked.
pub fn search_box(query: &str, problem: Option<&Problem>, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            dispatch.dispatch(Action::Type(input.value()));
        }
    });
    let wrong = problem.is_some();
    html! {
        <div class="search">
            <label class="visually-hidden" for={SEARCH_BOX}>{ text::SEARCH_LABEL }</label>
            { icon(Icon::Search) }
            <input
                id={SEARCH_BOX}
                type="search"
                value={query.to_owned()}
                {oninput}
                placeholder={text::SEARCH_HINT}
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                aria-invalid={wrong.then_some("true")}
                aria-describedby={wrong.then_some(PROBLEM)}
            />
            <div id={PROBLEM} class="problem" aria-live="polite">
                if let Some(problem) = problem {
                    { problem_line(query, problem) }
                }
            </div>
        </div>
    }
}

/// The query with the place of the problem marked, and what was expected there.
fn problem_line(query: &str, problem: &Problem) -> Html {
    // The box may say something newer than what the problem is about: a place that does not fit is not shown.
    let range = problem.at.range();
    let parts = query
        .get(..range.start)
        .zip(query.get(range.clone()))
        .zip(query.get(range.end..));
    html! {
        <>
            if let Some(((before, place), after)) = parts {
                <code class="problem-query" aria-hidden="true">
                    { before.to_owned() }<span class="caret">{ place.to_owned() }</span>{ after.to_owned() }
                </code>
            }
            <span class="problem-message">{ problem.message.clone() }</span>
        </>
    }
}
