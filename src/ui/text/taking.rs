//! What is said of taking papers along: files that are made, what is copied, what is printed.

use super::{counted, short};

/// A file that is being made.
pub const MAKING: &str = "Making the file";
pub const STOP_MAKING: &str = "Stop";
/// Nobody wanted it any more.
pub const MAKING_STOPPED: &str = "Stopped: no file was saved.";
/// The worker that was making it is gone.
pub const MAKER_DIED: &str = "the search engine of this page crashed; try again";
/// Where the browser takes no more of a file.
pub const NO_ROOM: &str = "the browser has no room for the file";
/// Where the browser does not let the page put anything among what is copied.
pub const NOT_COPIED: &str =
    "Nothing was copied: the browser does not let this page do that. Save a file instead.";

/// A file was handed to the browser.
pub fn saved_as(name: &str, papers: u32) -> String {
    let name = short(name);
    match papers {
        0 => format!("Saved as {name}."),
        _ => format!("Saved {} as {name}.", counted(papers, "paper")),
    }
}

/// A file could not be made.
pub fn not_made(why: &str) -> String {
    format!("Nothing was saved: {}.", short(why))
}

/// A text could not be made that was to be copied.
pub fn not_written(why: &str) -> String {
    format!("Nothing was copied: {}.", short(why))
}

/// More papers than are copied by a key.
pub fn too_many_to_copy(of: u32, most: u32) -> String {
    format!(
        "Nothing was copied: {} are too many at once, and more than {most} are for a file. Export \
         them instead.",
        counted(of, "paper")
    )
}

/// How far a file is.
pub fn made_so_far(done: u32, total: u32) -> String {
    if total == 0 {
        String::new()
    } else {
        format!("{done} of {total}")
    }
}
