//! Effects: what reaches out of the page, one hook a file.

mod use_debounced;
mod use_dialog;
mod use_drop;
mod use_engine;
mod use_expiry;
mod use_held;
mod use_keeping;
mod use_keys;
mod use_layout;
mod use_overview;
mod use_rules;
mod use_still;
mod use_switch;
mod use_theme;
mod use_triage;
mod use_url;

pub use use_debounced::use_debounced;
pub use use_dialog::use_dialog;
pub use use_drop::use_drop;
pub use use_engine::{Commands, use_engine};
pub use use_expiry::use_expiry;
pub use use_held::use_held;
use use_keeping::use_keeping;
pub use use_keys::{KEYS, use_keys};
pub use use_layout::{kept_layout, use_layout};
pub use use_still::use_still;
pub use use_switch::use_switch;
pub use use_theme::{Theme, use_theme};
pub use use_url::use_url;
