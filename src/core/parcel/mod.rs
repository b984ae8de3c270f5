//! Parcels: papers that travel, in the fragment of a link or in a page of their own.
//!
//! A parcel is gzipped text. Its first line is `digest-explorer parcel 1`; then come `title` and a
//! `source` for each file that the papers are of, and the papers as [`lines`] has them, each with
//! the sources that it is `in`, by their places from 0, and with `marks` and a `note` if whoever
//! made the parcel wanted that. What a digest of such papers looks like where they are kept begins
//! with [`HEAD`].
//!
//! A parcel is a stranger's: it is [opened](open) whole or refused whole, with a reason for a
//! person, and takes no more memory than its bounds allow.
//!
//! | file | owns |
//! |---|---|
//! | `lines` | one paper ⇄ lines |
//! | `pack` | papers → parcel |
//! | `open` | parcel → papers |
//! | `page` | the place of a parcel in the one-file page |
//! | `base64` | bytes ⇄ text |

#[cfg(feature = "engine")]
mod base64;
#[cfg(feature = "engine")]
pub mod lines;
#[cfg(feature = "engine")]
mod open;
#[cfg(feature = "engine")]
mod pack;
#[cfg(feature = "engine")]
mod page;
#[cfg(test)]
#[cfg(feature = "engine")]
mod tests;

#[cfg(feature = "engine")]
pub use base64::{Alphabet, decode, digit_value};
#[cfg(feature = "engine")]
pub use open::{Opened, open};
#[cfg(feature = "engine")]
pub use pack::{Effort, Full, Packer};
#[cfg(feature = "engine")]
pub use page::{NotTheProgram, around, element};

/// The first line of a digest whose papers are written in full.
pub const HEAD: &str = "digest-explorer papers 1";

/// Where a parcel goes in the one-file page: its title, which stands there once.
pub const PLACE: &str = "<title>Digest Explorer</title>";

/// What stands behind that place in the one-file page, and in no other.
pub const PROGRAM: &str = "id=\"page_bg.wasm\"";

/// The id of the element that has a parcel in the one-file page.
pub const ELEMENT: &str = "parcel";

/// The longest parcel in a link, in characters. All browsers open longer addresses than that; few
/// other programs let one through.
pub const LONGEST_IN_LINK: usize = 256 << 10;

/// How many sources a parcel may have.
pub const MOST_SOURCES: usize = 10_000;

/// The most text that a parcel may have, in bytes: about 30,000 papers. A paper counts for each
/// source that it is in, for whoever packs a parcel and for whoever opens it.
pub const MOST_TEXT: usize = 64 << 20;

/// The same in a link, whose parcel opens while a person waits for the page. Whoever makes a link
/// keeps to it; whoever opens one counts its text as it is, once for all sources.
pub const MOST_TEXT_IN_LINK: usize = 4 << 20;
