use web_sys::Event;
use yew::prelude::*;

use crate::protocol::SpellingView;
use crate::ui::platform;
use crate::ui::state::{Action, Found};
use crate::ui::text;

use super::Dispatch;
use super::el::{El, button, el, label, press};
use super::row::row_id;

/// How many clauses are named of those that nothing satisfies together.
const CLAUSES: usize = 20;

/// Says that nothing matches and why, and offers what to change: words put right, and conditions to drop with how many papers there are without.
pub fn no_hits(found: &Found, dispatch: &Dispatch) -> El {
    let emptied = &found.emptied;
    let mut why = el("p", "no-hits-why").text(text::emptied_by(emptied.clauses.len()));
    for (at, clause) in emptied.clauses.iter().take(CLAUSES).enumerate() {
        if at > 0 {
            why = why.text(text::AND_ALSO);
        }
        why = why.put(el("code", "").text(text::short(clause).into_owned()));
    }
    let hidden = emptied.clauses.len().saturating_sub(CLAUSES);
    if hidden > 0 {
        why = why.text(" ").text(text::more_problems(hidden));
    }
    // That no paper has a word is said with what was meant.
    let says_more = match (&emptied.clauses[..], &found.spellings[..]) {
        ([], _) => false,
        ([clause], [spelling]) => *clause != spelling.word,
        _ => true,
    };
    let mut drops = el("ul", "");
    for offer in &emptied.offers {
        let name = text::without(&offer.dropped);
        let drop = press("", go(dispatch, &offer.query))
            .text(name.clone())
            .text(" ")
            .put(el("span", "count").text(text::papers(offer.hits)));
        drops = drops.put(el("li", "").key(name).put(drop));
    }
    let all = go(dispatch, "");
    el("div", "no-hits")
        .put(label("p", "no-hits-title", text::NO_HITS))
        .maybe(says_more.then_some(why))
        .maybe(spellings(&found.spellings, dispatch))
        .maybe((!emptied.offers.is_empty()).then_some(drops))
        .put(button("primary", text::SHOW_ALL, all))
}

/// What was probably meant by words that no paper has, or next to none; a click puts one right.
pub fn spellings(spellings: &[SpellingView], dispatch: &Dispatch) -> Option<El> {
    let mut list = el("ul", "spellings");
    for one in spellings {
        let right = go(dispatch, &one.query);
        let item = el("li", "")
            .key(one.word.as_str())
            .text(text::few_papers_have(&one.word, one.with))
            .put(
                press("link", right)
                    .text(one.meant.clone())
                    .with("aria-label", text::meant(&one.meant, &one.word)),
            )
            .text("? ")
            .put(el("span", "count").text(text::papers(one.papers)));
        list = list.put(item);
    }
    (!spellings.is_empty()).then_some(list)
}

/// Goes to another query by a button that will be gone then: the focus moves to the hits, at once where there are some, or when they come.
fn go(dispatch: &Dispatch, query: &str) -> Callback<Event> {
    let (dispatch, query) = (dispatch.clone(), query.to_owned());
    Callback::from(move |_| {
        dispatch.dispatch(Action::Query(query.clone()));
        dispatch.dispatch(Action::Step(0));
        let _ = platform::focus(&row_id(0));
    })
}
