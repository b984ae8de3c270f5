//! What the page is made of, one component a file. Components draw what they are given and say what the reader did; they know no worker.

mod chips;
mod dialog;
mod facet;
mod facets;
mod fault;
mod header;
mod help;
mod histogram;
mod icon;
mod list;
mod math;
mod no_hits;
mod notice;
mod picker;
mod progress;
mod reader;
mod report;
mod rich;
mod row;
mod search_box;
mod tags;
mod toolbar;
mod welcome;

pub use chips::Chips;
pub use dialog::Dialog;
pub use facets::Facets;
pub use fault::Fault;
pub use header::Header;
pub use help::Help;
pub use histogram::Histogram;
pub use list::List;
pub use no_hits::NoHits;
pub use notice::NoticeBar;
pub use picker::Picker;
pub use progress::ProgressBar;
pub use reader::Reader;
pub use report::Report;
pub use search_box::SEARCH_BOX;
pub use toolbar::Toolbar;
pub use welcome::Welcome;

use yew::prelude::*;

use super::state::State;

/// What components say the reader did. It stays the same for the life of the page.
pub type Dispatch = UseReducerDispatcher<State>;
