//! `crossref`: what an entry takes from the proceedings that it names.
//!
//! BibTeX wants the parent to stand behind its children, others before them. So where the first
//! entry with a `crossref` comes, the text is looked through once for the keys of all, and each
//! parent is read when the first of its children needs it.

use std::collections::HashMap;

use super::entry::{self, Abbreviations, Entry};

/// A key is not longer than so many bytes.
const LONGEST_KEY: usize = 256;

/// So much of an entry is read for what others take from it, in bytes: where many starts stand in
/// one line, each reaches to its end.
const LONGEST_PARENT: usize = 8 * 1024;

/// A value that many may take is not longer than so many bytes.
const LONGEST_VALUE: usize = 1024;

/// The entries that others may name.
#[derive(Debug, Default)]
pub(super) struct Parents {
    /// Where each entry starts, by its key; `None` until one is asked for.
    places: Option<HashMap<String, usize>>,
    /// The fields of those that were asked for.
    known: HashMap<usize, Vec<(String, String)>>,
}

/// What says when an entry appeared: taken together, or not at all.
const DATE: [&str; 4] = ["date", "year", "month", "day"];

impl Parents {
    /// Gives an entry what it has not itself: a date, and the title of what it appeared in.
    pub(super) fn inherit(
        &mut self,
        text: &str,
        child: &mut Entry,
        abbreviations: &mut Abbreviations,
    ) {
        let Some(key) = field(&child.fields, "crossref") else {
            return;
        };
        let places = self.places.get_or_insert_with(|| places(text));
        let Some(place) = places.get(&key.trim().to_lowercase()) else {
            return;
        };
        let read = || {
            let near = text.floor_char_boundary(place.saturating_add(LONGEST_PARENT));
            let near = text.get(..near).unwrap_or_default();
            let parent = entry::read(near, *place, abbreviations, true);
            let wanted = |(name, value): &(String, String)| {
                value.len() <= LONGEST_VALUE
                    && (DATE.contains(&name.as_str()) || TITLES.contains(&name.as_str()))
            };
            let fields = parent.map_or(Vec::new(), |parent| parent.fields);
            fields.into_iter().filter(wanted).collect()
        };
        let parent = self.known.entry(*place).or_insert_with(read);
        let is_dated = ["date", "year"]
            .iter()
            .any(|name| field(&child.fields, name).is_some());
        if !is_dated {
            let dates = parent
                .iter()
                .filter(|(name, _)| DATE.contains(&name.as_str()));
            child.fields.extend(dates.cloned());
        }
        let name = if child.kind == "article" {
            "journaltitle"
        } else {
            "booktitle"
        };
        let has_title = [name, "journal"]
            .iter()
            .any(|name| field(&child.fields, name).is_some());
        let title = TITLES.iter().find_map(|name| field(parent, name));
        if let Some(title) = title.filter(|_| !has_title) {
            child.fields.push((name.to_owned(), title.to_owned()));
        }
    }
}

/// What the whole is called, the best first.
const TITLES: [&str; 4] = ["booktitle", "journaltitle", "journal", "title"];

/// The value of a field, unless it is blank.
fn field<'f>(fields: &'f [(String, String)], name: &str) -> Option<&'f str> {
    let mut fields = fields.iter().filter(|(known, _)| known == name);
    let value = fields.find(|(_, value)| !value.trim().is_empty());
    value.map(|(_, value)| value.as_str())
}

/// Where each entry starts, by its key in lower case; of equal keys the first.
fn places(text: &str) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    for at in memchr::memchr_iter(b'@', text.as_bytes()) {
        let rest = text.get(at..).unwrap_or_default();
        let Some((_, len)) = entry::start(rest) else {
            continue;
        };
        let inside = rest.get(len..).unwrap_or_default();
        let near = inside.get(..inside.floor_char_boundary(LONGEST_KEY));
        let key = near.and_then(|near| near.split_once(','));
        if let Some((key, _)) = key.filter(|(key, _)| !key.contains(['=', '{', '"'])) {
            places.entry(key.trim().to_lowercase()).or_insert(at);
        }
    }
    places
}
