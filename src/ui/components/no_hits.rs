//! What is shown where nothing was found.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{EmptiedView, SpellingView};
use crate::ui::state::{Action, Home, SavedAct};
use crate::ui::{platform, text};

use super::spellings::{Spellings, go};
use super::{Dispatch, SEARCH_BOX, act};

/// The DOM ids of what is said and of its first line.
const NO_HITS: &str = "no-hits";
const TITLE: &str = "no-hits-title";
/// How many clauses are named of those that nothing satisfies together.
const CLAUSES: usize = 20;

/// Properties of [`NoHits`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoHitsProps {
    /// Why nothing was found.
    pub emptied: Rc<EmptiedView>,
    /// How many papers match and are muted.
    pub muted: u32,
    /// What was probably meant by words that no paper has.
    pub spellings: Rc<[SpellingView]>,
    /// What gets the focus of the list, if that had it.
    pub home: Home,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Says that nothing matches and why, and offers what to change: words put right, and conditions
/// to drop with how many papers there are without.
#[component]
pub fn NoHits(
    NoHitsProps {
        emptied,
        muted,
        spellings,
        home,
        dispatch,
    }: &NoHitsProps,
) -> Html {
    // What takes the place of the list takes its focus. Who comes from the box goes on writing.
    let home = match home {
        Home::Message => NO_HITS,
        Home::Box => SEARCH_BOX,
    };
    use_effect_with((), move |()| {
        if platform::focus_is_lost() {
            let _ = platform::focus(home);
        }
    });
    if *muted > 0 {
        let show = Action::Saved(SavedAct::ShowMuted(true));
        return html! {
            <div
                id={NO_HITS}
                class="no-hits"
                role="group"
                aria-labelledby={TITLE}
                tabindex="-1"
            >
                <p id={TITLE} class="no-hits-title">{ text::all_muted(*muted) }</p>
                <button type="button" class="primary" onclick={act(dispatch, show)}>
                    { text::SHOW_MUTED }
                </button>
            </div>
        };
    }
    // That no paper has a word is said with what was meant.
    let says_more = match (&emptied.clauses[..], &spellings[..]) {
        ([], _) => false,
        ([clause], [spelling]) => *clause != spelling.word,
        _ => true,
    };
    html! {
        <div id={NO_HITS} class="no-hits" role="group" aria-labelledby={TITLE} tabindex="-1">
            <p id={TITLE} class="no-hits-title">{ text::NO_HITS }</p>
            if says_more {
                { why(emptied) }
            }
            <Spellings {spellings} {dispatch} />
            if !emptied.offers.is_empty() {
                <ul>
                    for offer in &emptied.offers {
                        <li key={offer.query.as_str()}>
                            <button type="button" onclick={go(dispatch, &offer.query)}>
                                { text::offer_of(&offer.dropped, &offer.query) }
                                { " " }
                                <span class="count">{ text::papers(offer.hits) }</span>
                            </button>
                        </li>
                    }
                </ul>
            }
            <button type="button" class="primary" onclick={go(dispatch, "")}>
                { text::SHOW_ALL }
            </button>
        </div>
    }
}

fn why(emptied: &EmptiedView) -> Html {
    let hidden = emptied.clauses.len().saturating_sub(CLAUSES);
    html! {
        <p class="no-hits-why">
            { text::emptied_by(emptied.clauses.len()) }
            for (at, clause) in emptied.clauses.iter().take(CLAUSES).enumerate() {
                if at > 0 {
                    { text::AND_ALSO }
                }
                <code>{ text::short(clause) }</code>
            }
            if hidden > 0 {
                { " " }
                { text::more_problems(hidden) }
            }
        </p>
    }
}
