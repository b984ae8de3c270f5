//! What the page is made of, one component a file. Components draw what they are given and say what
//! the reader did; they know no worker.
//!
//! What has no state of its own and stands many times in a page (icons, marked text, a score) is a
//! function that returns [`Html`].

mod asides;
mod backup;
mod bars;
mod chips;
mod combobox;
mod dialog;
mod export;
mod facet_group;
mod facets;
mod fault;
mod finished_bar;
mod header;
mod help;
mod hint;
mod histogram;
mod history;
mod hosted_bars;
mod icon;
mod icon_button;
mod keep_bar;
mod kept;
mod keys;
mod list;
mod lists;
mod making_bar;
mod mark_buttons;
mod math;
mod more_button;
mod no_hits;
mod note_box;
mod notice;
mod opening;
mod overview;
mod own_tags;
mod palette;
mod paper_pane;
mod picker;
mod print;
mod problem_line;
mod progress;
mod query_line;
mod read_menu;
mod report;
pub mod rich;
mod rule_changes;
mod rule_editor;
mod rule_list;
mod rules_bars;
mod said_bar;
mod saved_groups;
mod score;
mod search_box;
mod share;
mod sheet;
mod spellings;
mod swipe;
mod tag_box;
mod tags;
mod take_fields;
mod terms;
mod toolbar;
mod undo_bar;
mod welcome;

pub use bars::Bars;
pub use chips::Chips;
pub use dialog::Dialog;
pub use export::Export;
pub use facets::{Facets, LateFacets};
pub use header::Header;
pub use help::Help;
pub use hint::Hint;
pub use histogram::Histogram;
pub use icon::{Icon, icon};
pub use kept::Kept;
pub use list::{List, ListProps};
pub use lists::Lists;
pub use mark_buttons::MARKS;
pub use no_hits::NoHits;
pub use opening::Opening;
pub use palette::Palette;
pub use paper_pane::{PAPER_PANE, PaperPane, READER_SCROLL};
pub use picker::{PICKER, Picker};
pub use print::{Pages, Print};
pub use query_line::QueryLine;
pub use report::Report;
pub use rule_editor::{RULE_NAME, RuleEditor};
pub use rule_list::{NEW_RULE, RuleList};
pub use saved_groups::SavedGroups;
pub use search_box::SEARCH_BOX;
pub use share::Share;
pub use sheet::ABSTRACT;
pub use spellings::Spellings;
pub use tag_box::TagMany;
pub use terms::Terms;
pub use toolbar::Toolbar;
pub use welcome::Welcome;

use yew::prelude::*;

use super::state::{Action, State};

/// What components say the reader did. It stays the same for the life of the page.
pub type Dispatch = UseReducerDispatcher<State>;

/// A handler that does the same on any event.
fn act<E>(dispatch: &Dispatch, action: Action) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(action.clone()))
}

/// The value of a true-or-false ARIA attribute.
pub fn aria_bool(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
