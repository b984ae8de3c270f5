//! A line that marks what is wrong in a query or a pattern.

use yew::prelude::*;

use crate::protocol::Problem;
use crate::ui::text;

/// How much of a query is shown on both sides of what is wrong in it, in bytes.
const AROUND: usize = 1_000;

/// A query or pattern with the place of the problem marked, and what was expected there.
pub fn problem_line(query: &str, problem: &Problem) -> Html {
    // The box may say something newer than what the problem is about: a place that does not fit
    // is not shown.
    let range = problem.at.range();
    let parts = query
        .get(..range.start)
        .zip(query.get(range.clone()))
        .zip(query.get(range.end..));
    let marked = parts.map(|((before, place), after)| {
        // What is further away than a line reaches is not laid out.
        let start = before.ceil_char_boundary(before.len().saturating_sub(AROUND));
        let end = after.floor_char_boundary(AROUND);
        html! {
            <code class="problem-query" aria-hidden="true">
                { before.get(start..).unwrap_or_default().to_owned() }
                <span class="caret">{ text::short(place) }</span>
                { after.get(..end).unwrap_or_default().to_owned() }
            </code>
        }
    });
    html! {
        <>
            { marked.unwrap_or_default() }
            <span class="problem-message">{ text::problem(&problem.message) }</span>
        </>
    }
}
