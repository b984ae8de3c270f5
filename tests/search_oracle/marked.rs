//! The marks of papers as plain words by id.

use std::collections::{BTreeMap, BTreeSet};

use digest_explorer::core::library::Record;
use digest_explorer::core::query::IsState;

/// The values of the facet, in its order.
pub const STATES: [&str; 6] = ["starred", "later", "read", "skipped", "new", "undecided"];

#[derive(Default)]
pub struct Marked {
    pub marks: BTreeSet<(String, &'static str)>,
    pub notes: BTreeMap<String, String>,
    pub seen: BTreeSet<String>,
}

impl Marked {
    fn has(&self, record: &Record, mark: &'static str) -> bool {
        self.marks.contains(&(record.paper.id.to_string(), mark))
    }

    pub fn is(&self, record: &Record, state: IsState) -> bool {
        match state {
            IsState::Unread => !self.has(record, "read"),
            _ => self
                .values(record)
                .iter()
                .any(|value| value == state.name()),
        }
    }

    pub fn values(&self, record: &Record) -> Vec<String> {
        let is_decided = STATES.iter().any(|state| self.has(record, state));
        let is = |state: &&&'static str| match **state {
            "new" => !self.seen.contains(record.paper.id.as_str()),
            "undecided" => !is_decided,
            mark => self.has(record, mark),
        };
        let states = STATES.iter().filter(is);
        states.map(|state| (*state).to_owned()).collect()
    }

    pub fn note(&self, record: &Record) -> &str {
        let note = self.notes.get(record.paper.id.as_str());
        note.map_or("", String::as_str)
    }
}
