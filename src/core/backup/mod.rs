//! A backup: all that a reader keeps, in one file that a person can look into.
//!
//! It is a zip archive:
//!
//! | file | holds |
//! |---|---|
//! | `manifest.json` | that it is a backup, of which version, when it was made, how much it holds |
//! | `marks.ndjson` | a line a paper: marks, notes, whether it was seen, each with its time |
//! | `settings.ndjson` | a line a saved search, author, mute, highlight, rule or tag by hand |
//! | `rules.toml` | what the rules say, in their order, as a file of rules that any page reads |
//! | `history.ndjson` | a line an act that can be undone or redone |
//! | `sources.ndjson` | a line a file of the library: its name, its size, when it came |
//! | `sources/` | the files themselves, as they came |
//!
//! [`Writer`] writes it as it comes, [`Reader`] reads it a piece at a time. Reading is reading a
//! stranger's bytes: what is not as it should be is refused as a whole, with a reason in words, and
//! what was read of it is given to nobody before all of it was.
#![warn(clippy::indexing_slicing, clippy::string_slice)]

mod telling;

pub use self::telling::{TELLING, is_one};

#[cfg(feature = "engine")]
mod lines;
#[cfg(feature = "engine")]
mod manifest;
#[cfg(feature = "engine")]
mod names;
#[cfg(feature = "engine")]
mod read;
#[cfg(test)]
#[cfg(feature = "engine")]
mod tests;
#[cfg(feature = "engine")]
mod time;
#[cfg(feature = "engine")]
mod write;

#[cfg(feature = "engine")]
pub use self::manifest::{Contents, Counts, MOST_BACKUP, MOST_SOURCE, Manifest, Source, VERSION};
#[cfg(feature = "engine")]
pub use self::read::{Backup, Piece, Reader};
#[cfg(feature = "engine")]
pub use self::write::Writer;
