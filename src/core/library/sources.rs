//! The names of the sources, each of which only one has at a time.

use std::collections::HashMap;

use super::narrow;
use crate::core::binary::{Decoder, Encoder};

/// The sources by number and by name.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// By number, in order of arrival; empty where one was taken out.
    names: Vec<String>,
    /// The numbers of those that are there.
    by_name: HashMap<String, u32>,
    /// For each name that several files have the least number that may be free behind it; those
    /// below are in use. Thousands of files of one name would else be looked through by each of
    /// them.
    free: HashMap<String, u32>,
}

impl Sources {
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Writes them, to be kept.
    pub(super) fn encode(&self, out: &mut Encoder) {
        let free: Vec<(&String, &u32)> = self.free.iter().collect();
        out.put(&(&self.names, free));
    }

    /// Reads what [`Sources::encode`] wrote.
    pub(super) fn decode(from: &mut Decoder<'_>) -> Option<Self> {
        let (names, free): (Vec<String>, Vec<(String, u32)>) = from.get()?;
        let numbered = (0..).zip(&names).filter(|(_, name)| !name.is_empty());
        Some(Self {
            by_name: numbered
                .map(|(number, name)| (name.clone(), number))
                .collect(),
            names,
            free: free.into_iter().collect(),
        })
    }

    pub(super) fn named(&self, name: &str) -> Option<u32> {
        self.by_name.get(name).copied()
    }

    /// How many are there.
    pub(super) fn live(&self) -> usize {
        self.by_name.len()
    }

    pub(super) fn add(&mut self, name: &str) -> u32 {
        let number = narrow(self.names.len());
        let name = self.unique(name);
        self.by_name.insert(name.clone(), number);
        self.names.push(name);
        number
    }

    pub(super) fn remove(&mut self, source: u32) {
        let Some(name) = self.names.get_mut(source as usize).map(std::mem::take) else {
            return;
        };
        if self.named(&name) != Some(source) {
            return;
        }
        self.by_name.remove(&name);
        if let Some((name, number)) = numbered(&name)
            && let Some(free) = self.free.get_mut(name)
        {
            *free = number.min(*free);
        }
    }

    /// A name that no source has.
    fn unique(&mut self, name: &str) -> String {
        if !self.by_name.contains_key(name) {
            return name.to_owned();
        }
        let free = self.free.entry(name.to_owned()).or_insert(2);
        loop {
            let unique = format!("{name} ({free})");
            *free += 1;
            if !self.by_name.contains_key(&unique) {
                return unique;
            }
        }
    }
}

/// A name and the number behind it.
fn numbered(name: &str) -> Option<(&str, u32)> {
    let (name, number) = name.strip_suffix(')')?.rsplit_once(" (")?;
    Some((name, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::Sources;

    /// `-` takes the source of that name out, anything else is the name of a new one.
    #[track_caller]
    fn check(steps: &[&str], expected: &[&str]) {
        let mut sources = Sources::default();
        for step in steps {
            match step.strip_prefix('-') {
                Some(name) => {
                    let source = sources.named(name).unwrap();
                    sources.remove(source);
                    assert_eq!(sources.named(name), None);
                }
                None => {
                    sources.add(step);
                }
            }
        }
        assert_eq!(sources.names(), expected);
        let live = expected.iter().filter(|name| !name.is_empty());
        assert_eq!(sources.live(), live.count());
    }

    #[test]
    fn a_name_that_is_in_use_gets_the_least_free_number() {
        check(&["a", "b", "a", "a"], &["a", "b", "a (2)", "a (3)"]);
        check(&["a", "a (2)", "a", "a"], &["a", "a (2)", "a (3)", "a (4)"]);
        check(
            &["a", "a", "a", "-a (2)", "a", "a"],
            &["a", "", "a (3)", "a (2)", "a (4)"],
        );
        check(&["a", "a", "-a", "a"], &["", "a (2)", "a"]);
        check(&["a (2)", "a (2)"], &["a (2)", "a (2) (2)"]);
    }
}
