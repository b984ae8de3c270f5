//! What the page is made of, one part a file. Parts draw what they are given and say what the reader did; they know no worker.
//!
//! What has a state of its own is a component. The rest are functions: each component costs kilobytes of program. For the same reason elements are made
//! by the functions of `el`.

mod asides;
mod chips;
mod dialog;
mod el;
mod facet;
mod facets;
mod fault;
mod header;
mod help;
mod histogram;
mod history;
mod icon;
mod list;
mod math;
mod no_hits;
mod notice;
mod part;
mod picker;
mod progress;
mod reader;
mod report;
mod rich;
mod row;
mod rule;
mod rules;
mod score;
mod search_box;
mod tag_box;
mod tags;
mod terms;
mod toolbar;
mod welcome;

pub use asides::asides;
pub use chips::chips;
pub use dialog::dialog;
pub use el::{classes, el, label, list, truth};
pub use facets::facets;
pub use fault::fault;
pub use header::{Top, header};
pub use help::help;
pub use histogram::{Drawn, days};
pub use list::{List, ListProps};
pub use no_hits::{no_hits, spellings};
pub use notice::notice;
pub use part::part;
pub use picker::picker;
pub use progress::progress;
pub use reader::Reader;
pub use report::report;
pub use rule::RULE_NAME;
pub use rules::{NEW_RULE, rules, rules_bars};
pub use search_box::SEARCH_BOX;
pub use terms::terms;
pub use toolbar::toolbar;
pub use welcome::welcome;

use web_sys::Event;
use yew::prelude::*;

use super::state::{Action, State};

/// What components say the reader did. It stays the same for the life of the page.
pub type Dispatch = UseReducerDispatcher<State>;

/// What is done on any event.
fn act(dispatch: &Dispatch, action: Action) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}
