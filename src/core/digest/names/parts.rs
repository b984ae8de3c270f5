//! The parts of a name put together in the order in which it is spoken.

use super::super::agreed::TIES;
use super::words::{is_eastern, stands_bare};

/// White space, and the tie that stands for it in BibTeX.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == TIES[0]
}

/// Whether a tie stands first in a text.
fn is_tied(text: &str) -> bool {
    text.trim_start_matches(' ').starts_with(TIES)
}

/// `Stern`, `Ada`, `Jr.` → `Ada Stern, Jr.`, but `Ada Stern III`; any part may be empty. A tie
/// before the given names or the suffix says that the comma is not as it is as a rule.
pub(in crate::core::digest) fn straight(family: &str, given: &str, suffix: &str) -> String {
    let bare = suffix.trim_matches(is_space);
    let is_tied = is_tied(suffix) || is_tied(given);
    // What two commas follow is no person's name but one that has a comma itself.
    let is_name = !given.trim().is_empty();
    suffixed(
        family,
        given,
        bare,
        (stands_bare(bare) && is_name) == is_tied,
    )
}

/// The same where it is known whether a comma stands before the suffix.
pub(in crate::core::digest) fn suffixed(
    family: &str,
    given: &str,
    suffix: &str,
    comma: bool,
) -> String {
    let [family, given, suffix] = [family, given, suffix].map(|part| part.trim_matches(is_space));
    let all_eastern = |text: &str| !text.is_empty() && text.chars().all(is_eastern);
    if all_eastern(family) && all_eastern(given) {
        // Where the family name stands first, one of one character is written without a space.
        let space = if family.chars().nth(1).is_some() {
            " "
        } else {
            ""
        };
        return [family, space, given].concat();
    }
    let mut name = String::with_capacity(family.len() + given.len() + suffix.len() + 3);
    for part in [given, family, suffix] {
        if !name.is_empty() && !part.is_empty() {
            name.push(' ');
        }
        name.push_str(part);
    }
    if comma && !suffix.is_empty() && name.len() > suffix.len() {
        name.insert(name.len() - suffix.len() - 1, ',');
    }
    name
}

/// `Stern, Ada` or `Stern, Ada, Jr.`: one name with the family first.
pub(in crate::core::digest) fn inverted(name: &str) -> String {
    let mut parts = name.splitn(3, ',');
    let mut part = || parts.next().unwrap_or_default();
    let (family, given, suffix) = (part(), part(), part());
    straight(family, given, suffix)
}
