//! What keeps a key from being slower than a frame and would look odd elsewhere; each says what it
//! gains. `benches/README.md` has the measurements.
//!
//! | module | trick |
//! |---|---|
//! | `rows`, `values` | what was found is written into the elements that are there |
//! | `ahead` | the search is posted before the page is drawn with the letter |
//! | `late` | facets below the fold are drawn after what is on show |
//! | `by_address` | large properties are compared by their address |

mod ahead;
mod by_address;
mod late;
pub mod rows;
pub mod values;

pub use ahead::use_search_ahead;
pub use by_address::ByAddress;
pub use late::use_late_facets;
