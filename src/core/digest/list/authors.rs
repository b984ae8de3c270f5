//! The authors that stand behind the title of an item, or before it.

use super::item::is_venue;

/// What may stand between a title and what follows it.
const BETWEEN: [char; 14] = [
    ' ', '\t', '\n', '-', '–', '—', ':', ',', '.', '|', '(', ')', ']', '*',
];

/// What ends a list of names.
const ENDS: [&str; 8] = ["\n", "(", "[", " - ", " – ", " — ", " | ", "http"];

/// Words that no name has, and phrases have.
const OF_PHRASES: [&str; 14] = [
    "of", "the", "in", "on", "for", "with", "a", "an", "to", "via", "from", "is", "are", "by",
];

/// The names of a list that has nothing else; `et al.` is left out.
pub(in crate::core::digest) fn names(text: &str) -> Option<Vec<String>> {
    let text = text.trim().trim_end_matches(['.', ',']);
    let text = text.strip_suffix("et al").unwrap_or(text);
    let all = text.replace(" and ", ", ").replace(" & ", ", ");
    let names = all
        .split([',', ';'])
        .map(str::trim)
        .filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(ToOwned::to_owned).collect();
    (!names.is_empty() && names.iter().all(|name| is_name(name))).then_some(names)
}

/// Whether a text may be the name of one person.
fn is_name(name: &str) -> bool {
    let words = name.split_whitespace();
    let is_upper = |c: char| c.is_uppercase() || !c.is_ascii();
    (2..=5).contains(&words.clone().count())
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '(' | '/' | '!' | '?'))
        && name.starts_with(|c: char| c.is_alphabetic())
        && words.clone().all(|word| !OF_PHRASES.contains(&word))
        && words.last().is_some_and(|last| last.starts_with(is_upper))
}

/// The names with which a text behind a title starts, and what else it says: ` - Ada Sch, Bo Brk,
/// ICLR 2025`. Two words in capitals may be anything: they are names where initials, `et al.`, `by`
/// or a venue behind them say so.
pub(super) fn byline(text: &str, before_venue: bool) -> Option<(Vec<String>, String)> {
    let list = text.trim_start_matches(BETWEEN);
    let by = ["by ", "By "].iter().find_map(|by| list.strip_prefix(by));
    let list = by.unwrap_or(list);
    let end = ENDS.iter().filter_map(|end| list.find(end)).min();
    let end = end.unwrap_or(list.len());
    let end = sentence_end(list.get(..end)?).unwrap_or(end);
    let (list, rest) = list.split_at_checked(end)?;
    let has_and = list.contains(" and ") || list.contains(" & ");
    let list = list.replace(" and ", ", ").replace(" & ", ", ");
    let parts = list.split([',', ';']).map(str::trim);
    let mut parts = parts.filter(|part| !part.is_empty()).peekable();
    let mut names: Vec<String> = Vec::new();
    let mut has_others = false;
    while let Some(part) = parts.peek() {
        let bare = part.trim_end_matches('.');
        let shorter = bare.strip_suffix("et al").map(str::trim_end);
        has_others = shorter.is_some();
        let name = shorter.unwrap_or(bare);
        if !(is_name(name) || has_others && name.is_empty()) {
            break;
        }
        if !name.is_empty() {
            names.push(name.to_owned());
        }
        parts.next();
        if has_others {
            break;
        }
    }
    let left: Vec<&str> = parts.collect();
    let rest = [&left.join(", "), rest].concat();
    let has_initial = |name: &String| {
        name.split_whitespace().any(|word| {
            let mut letters = word.chars();
            let is_upper = letters.next().is_some_and(char::is_uppercase);
            is_upper && matches!(letters.as_str(), "" | ".")
        })
    };
    let venue = rest.trim_start_matches(BETWEEN);
    let venue = venue
        .split([')', ']', '\n', '|'])
        .next()
        .unwrap_or_default();
    let is_sure = by.is_some()
        || has_others
        || before_venue
        || is_venue(venue)
        || (has_and && names.len() > 2)
        || names.iter().any(has_initial);
    (!names.is_empty() && is_sure).then_some((names, rest))
}

/// Where a sentence ends that goes on with another: at a full stop behind a word, which initials
/// are not.
fn sentence_end(text: &str) -> Option<usize> {
    let mut stops = text.match_indices(". ");
    let stop = stops.find(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        let word = before.rsplit([' ', '-', '.']).next().unwrap_or_default();
        word.chars().count() > 2 && !before.ends_with("et al")
    });
    stop.map(|(at, _)| at)
}
