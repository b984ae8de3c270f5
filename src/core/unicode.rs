//! What Unicode says of characters, and what people type for them.
//!
//! | file | owns |
//! |---|---|
//! | [`letters`] | letters as they are typed, scripts without spaces; the page may use it |
//! | `tables` | decompositions and compositions |

pub mod letters;
#[cfg(feature = "engine")]
mod tables;

#[cfg(feature = "engine")]
pub use tables::{compose, decompose, inflate, is_mark};
