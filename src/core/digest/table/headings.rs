//! What the headings over a table say of its rows.

use crate::core::day::Day;
use crate::core::digest::dates::day_in_name;

/// A heading of use is not longer than so many bytes.
const LONGEST: usize = 120;

/// The headings over a row.
#[derive(Debug, Default)]
pub(super) struct Headings {
    /// Those below the title of the whole, by level.
    levels: [Option<String>; 7],
    /// The day that a heading is.
    pub(super) day: Option<Day>,
}

impl Headings {
    /// Takes a line if it is a heading.
    pub(super) fn take(&mut self, content: &str) -> bool {
        let level = content.bytes().take_while(|b| *b == b'#').count();
        let name = content.get(level..).unwrap_or_default();
        if !(1..=6).contains(&level) || !name.starts_with([' ', '\t']) {
            return false;
        }
        for deeper in self.levels.iter_mut().skip(level) {
            *deeper = None;
        }
        let ignored = |c: char| c.is_whitespace() || matches!(c, '#' | '*' | ':') || !c.is_ascii();
        let name = name.trim_matches(|c| ignored(c) && !char::is_alphanumeric(c));
        // The day on which the file was made is that of none of its papers.
        let updated = name.to_ascii_lowercase().contains("updated");
        if name.len() > LONGEST || updated {
            return true;
        }
        let day = day_in_name(name);
        self.day = day.or(self.day);
        let topic = day.is_none() && level > 1 && name.contains(char::is_alphanumeric);
        if let Some(place) = self.levels.get_mut(level) {
            *place = topic.then(|| name.to_owned());
        }
        true
    }

    /// The topics of a row, the widest first, each once.
    pub(super) fn topics(&self) -> Vec<String> {
        let mut topics: Vec<String> = Vec::new();
        for name in self.levels.iter().flatten() {
            if !topics.contains(name) {
                topics.push(name.clone());
            }
        }
        topics
    }
}
