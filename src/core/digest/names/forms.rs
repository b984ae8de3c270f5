//! Pieces → names: which of the ways to write a list it is.

use super::Order;
use super::bibtex::{extended, has_spoken_pair};
use super::cut::{Dialect, End, Piece};
use super::parts::straight;
use super::shape::{
    are_given, are_many, bare, is_eastern_pair, is_full, is_given_alone, is_initials, is_spoken,
    may_be_family, may_be_given, reversed,
};
use super::words::{is_appended, is_collective, is_group};

/// How lists say that there are more; in lower case.
const OTHERS: [&str; 17] = [
    "and others",
    "et al.",
    "et al",
    "et. al.",
    "et. al",
    "et.al.",
    "et.al",
    "et~al.",
    "et alii",
    "and coworkers",
    "and co-workers",
    "и др.",
    "u. a.",
    "u.a.",
    "…",
    "...",
    "等人",
];

/// What stands before the name of a collaboration and does not belong to it.
const ON_BEHALF: [&str; 4] = [
    "on behalf of the ",
    "on behalf of ",
    "for the ",
    "representing the ",
];

/// What a list may be called at its start.
const LABELS: [&str; 7] = [
    "author",
    "authors",
    "author(s)",
    "by",
    "creator",
    "creators",
    "作者",
];

/// A name or a part of one, with the suffix that follows it behind a comma.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) text: String,
    pub(super) suffix: String,
    pub(super) end: End,
}

/// What follows a name is not longer than so many bytes: `Jr., Ph.D., Esq.`
const LONGEST_SUFFIX: usize = 24;

impl Part {
    /// Whether a text behind its comma belongs to it. The name may be long and is looked at again
    /// for each, so there are few of them.
    fn takes(&self, text: &str) -> bool {
        let suffix = text.trim_start_matches(['~', ' ']);
        self.suffix.len() < LONGEST_SUFFIX
            && (is_appended(suffix, false) || is_appended(suffix, is_full(&bare(&self.text))))
    }

    /// The name that it is.
    fn whole(&self) -> String {
        if self.suffix.is_empty() {
            return self.text.clone();
        }
        [
            self.text.as_str(),
            ", ",
            self.suffix.trim_start_matches(['~', ' ']),
        ]
        .concat()
    }
}

/// The names of a text, as they are written but in the order in which they are spoken.
pub(super) fn names(pieces: &[Piece], dialect: Dialect, order: Order) -> Vec<String> {
    let parts = parts(pieces, dialect);
    let mut names = Vec::with_capacity(parts.len());
    if parts.iter().any(|part| part.end == End::Semicolon) {
        for group in parts.chunk_by(|part, _| part.end == End::Comma) {
            item(group, &mut names);
        }
        return names;
    }
    let groups = || parts.chunk_by(|part, _| part.end == End::Comma);
    if dialect == Dialect::Bibtex {
        if parts.len() < 2 || !are_reversed(&parts, order) {
            let is_spoken = has_spoken_pair(groups());
            for group in groups() {
                if is_spoken {
                    names.extend(group.iter().map(Part::whole));
                } else if let Some(name) = extended(group) {
                    names.push(name);
                } else {
                    of_bibtex(group, &mut names);
                }
            }
            return names;
        }
    } else if are_inverted(groups(), order) && !are_reversed(&parts, order) {
        for group in groups() {
            item(group, &mut names);
        }
        return names;
    }
    for section in parts.chunk_by(|part, _| part.end != End::Break) {
        commas(section, order, &mut names);
    }
    names
}

/// The name of a text that is one as a rule.
pub(super) fn element(pieces: &[Piece]) -> Vec<String> {
    let parts = parts(pieces, Dialect::Text);
    match parts.as_slice() {
        [family, given] if family.end == End::Comma => {
            let mut names = Vec::new();
            two(family, given, &mut names);
            names
        }
        _ => names(pieces, Dialect::Text, Order::Any),
    }
}

/// Whether the names between `and` each have a comma of their own.
fn are_inverted<'p>(groups: impl Iterator<Item = &'p [Part]>, order: Order) -> bool {
    let mut count = 0;
    for group in groups {
        match group {
            [name] if name.end != End::Break => {}
            [family, given] if given.end != End::Break => {
                count += 1;
                let (family, given) = (bare(&family.text), bare(&given.text));
                if order == Order::Spoken && (is_full(&family) || !is_given_alone(&given)) {
                    return false;
                }
            }
            _ => return false,
        }
    }
    count > 1
}

/// Takes what is no name off the pieces and puts suffixes to their names.
fn parts(pieces: &[Piece], dialect: Dialect) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(pieces.len());
    let is_bibtex = dialect == Dialect::Bibtex;
    for Piece { text, end } in pieces {
        let end = *end;
        let is_first = parts.is_empty();
        if is_first && end == End::Break && LABELS.iter().any(|l| text.eq_ignore_ascii_case(l)) {
            continue;
        }
        let mut text = text.as_str();
        if is_first
            && !is_bibtex
            && let Some(rest) = text.strip_prefix("By ").or(text.strip_prefix("by "))
        {
            text = if is_full(rest) { rest } else { text };
        }
        let text = if text.eq_ignore_ascii_case("others") {
            ""
        } else {
            cleaned(text, is_bibtex)
        };
        let is_told = text.contains("&#") || (is_bibtex && !text.is_empty());
        let is_name = text.contains(char::is_alphabetic) || is_told;
        if !is_name {
            if let Some(last) = parts.last_mut() {
                last.end = joined(last.end, end);
            }
            continue;
        }
        if let Some(last) = parts.last_mut()
            && last.end == End::Comma
            && last.takes(text)
        {
            if !last.suffix.is_empty() {
                last.suffix.push_str(", ");
            }
            last.suffix.push_str(text);
            last.end = end;
            continue;
        }
        if let Some(last) = parts.last_mut()
            && last.end == End::And
            && !is_bibtex
            && is_half(&last.text, text)
        {
            last.text.push_str(" and ");
            last.text.push_str(text);
            last.end = end;
            continue;
        }
        let behalf = [" for the ", " on behalf of the ", " on behalf of "];
        let cut = behalf.iter().find_map(|words| text.split_once(words));
        let cut = cut.filter(|(_, group)| is_collective(group) && !text.contains('{'));
        if let Some((name, group)) = cut {
            parts.push(part(name, End::Break));
            parts.push(part(group, end));
        } else {
            parts.push(part(text, end));
        }
    }
    parts
}

fn part(text: &str, end: End) -> Part {
    Part {
        text: text.trim().to_owned(),
        suffix: String::new(),
        end,
    }
}

/// What ends a piece behind which one without a name was taken out.
fn joined(before: End, behind: End) -> End {
    match (before, behind) {
        (End::Semicolon, _) | (_, End::Semicolon) => End::Semicolon,
        (before, End::Text | End::Comma) => before,
        (_, behind) => behind,
    }
}

/// Whether `and` between these two stands in the name of a group: `Fog and Rain Collaboration`.
fn is_half(before: &str, behind: &str) -> bool {
    is_collective(behind)
        && !behind.starts_with("the ")
        && !behind.starts_with("The ")
        && (before.starts_with("The ") || !before.contains(' '))
}

/// A piece without what says that there are others, on whose behalf, and numbers behind the name.
fn cleaned(text: &str, is_bibtex: bool) -> &str {
    let mut text = text.trim();
    for others in OTHERS {
        let Some(at) = text.len().checked_sub(others.len()) else {
            continue;
        };
        if let Some((before, end)) = text.split_at_checked(at)
            && end.eq_ignore_ascii_case(others)
            && !before.ends_with(char::is_alphanumeric)
        {
            text = before.trim_end_matches([' ', '~', ',']);
        }
    }
    // `12 more authors`, `3 others`
    let is_count = |word: &str| word.trim_matches('+').bytes().all(|b| b.is_ascii_digit());
    let mut words = text.split(' ');
    if words.next().is_some_and(is_count)
        && words.any(|word| matches!(word, "more" | "others" | "other" | "additional"))
    {
        return "";
    }
    if is_bibtex {
        return text;
    }
    text = text.trim_start_matches(['.', ' ']);
    let is_quoted = |quote| text.len() > 1 && text.starts_with(quote) && text.ends_with(quote);
    if is_quoted('"') || is_quoted('\'') {
        text = text.trim_matches(['"', '\'']).trim();
    }
    for start in ON_BEHALF {
        text = text.strip_prefix(start).unwrap_or(text);
    }
    // `Stern1`, `Stern 0001`
    let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - letters.len();
    if digits > 0 && letters.contains(' ') {
        let is_homonym = digits == 4 && letters.ends_with(' ') && text.contains(" 00");
        if is_homonym || letters.ends_with(char::is_lowercase) {
            text = letters.trim_end();
        }
    }
    text
}

/// A name between two semicolons, or between two `and` where each has a comma of its own.
fn item(group: &[Part], names: &mut Vec<String>) {
    match group {
        [family, given] => two(family, given, names),
        _ => commas(group, Order::Any, names),
    }
}

/// `Stern, Ada`; or a name and the place behind it, or two names.
fn two(family: &Part, given: &Part, names: &mut Vec<String>) {
    let (a, b) = (bare(&family.text), bare(&given.text));
    if is_group(&a) {
        names.push([&family.whole(), ", ", &given.whole()].concat());
    } else if is_group(&b) {
        names.push(family.whole());
        names.extend(is_collective(&b).then(|| given.whole()));
    } else if is_spoken(&a) || (is_full(&a) && is_full(&b)) {
        names.extend([family.whole(), given.whole()]);
    } else {
        names.push(turned(family, given));
    }
}

fn turned(family: &Part, given: &Part) -> String {
    let suffix = if family.suffix.is_empty() {
        &given.suffix
    } else {
        &family.suffix
    };
    straight(&family.text, &given.text, suffix)
}

/// A name between two `and` of BibTeX, or several where it cannot be one.
fn of_bibtex(group: &[Part], names: &mut Vec<String>) {
    match group {
        [name] => names.push(name.whole()),
        [family, given] => {
            let (a, b) = (bare(&family.text), bare(&given.text));
            if is_spoken(&a) && is_full(&b) {
                names.extend([family.whole(), given.whole()]);
            } else {
                names.push(turned(family, given));
            }
        }
        [family, suffix, given] if is_appended(&suffix.text, true) => {
            names.push(straight(&family.text, &given.text, &suffix.text));
        }
        _ => commas(group, Order::Any, names),
    }
}

/// Whether all parts are names with the initials behind, and not just one that happens to be. Where
/// names are as they are spoken, three words and initials are a name as South India has it: `Sai
/// Surya Teja N`.
fn are_reversed(parts: &[Part], order: Order) -> bool {
    let mut many = 0;
    let mut groups = 0;
    for part in parts {
        let bare = bare(&part.text);
        if is_collective(bare.trim_end_matches('.')) {
            groups += 1;
            continue;
        }
        let Some((family, given, _)) = reversed(&bare) else {
            return false;
        };
        if order == Order::Spoken && are_given(family) {
            return false;
        }
        many += usize::from(are_many(given));
    }
    match parts.len() - groups {
        0 => false,
        1 => groups > 0 && many > 0,
        2 => order == Order::Any || many > 0,
        _ => true,
    }
}

/// Names between commas, or families and given names by turns.
fn commas(parts: &[Part], order: Order, names: &mut Vec<String>) {
    if are_reversed(parts, order) {
        // The full stop behind the last is the list's.
        let is_dotted = parts.first().is_some_and(|part| part.text.ends_with('.'));
        let right = |part: &Part| {
            let name = part.whole();
            let bare = name.strip_suffix('.');
            set_right(
                bare.filter(|bare| !is_dotted || is_collective(bare))
                    .unwrap_or(&name),
            )
        };
        names.extend(parts.iter().map(right));
    } else if are_pairs(parts, order) {
        for pair in parts.chunks(2) {
            if let [family, given] = pair {
                names.push(turned(family, given));
            }
        }
    } else if let [family, given, rest @ ..] = parts
        && leads(family, given, rest, order)
    {
        names.push(turned(family, given));
        names.extend(rest.iter().map(Part::whole));
    } else {
        names.extend(parts.iter().map(Part::whole));
    }
}

/// `Wirth E` → `E Wirth`; other names stay.
pub(super) fn set_right(name: &str) -> String {
    let name = name.trim();
    let Some((family, given, suffix)) = reversed(name) else {
        return name.to_owned();
    };
    let mut words = vec![given.trim(), family.trim()];
    words.extend(Some(suffix).filter(|suffix| !suffix.is_empty()));
    words.join(" ")
}

/// Whether families and given names stand by turns.
fn are_pairs(parts: &[Part], order: Order) -> bool {
    if parts.is_empty() || !parts.len().is_multiple_of(2) {
        return false;
    }
    let mut all_initials = true;
    let mut all_short = true;
    for pair in parts.chunks(2) {
        let [family, given] = pair else {
            return false;
        };
        let (family, given) = (bare(&family.text), bare(&given.text));
        if parts.len() == 2 && is_eastern_pair(&family, &given) {
            return true;
        }
        if !may_be_family(&family) || !may_be_given(&given) {
            return false;
        }
        all_initials &= is_initials(&given);
        let is_alone = is_given_alone(&given) || parts.len() == 2;
        all_short &= is_alone && !is_full(&family);
        if !(all_initials || (all_short && order == Order::Any)) {
            return false;
        }
    }
    true
}

/// Whether the first name alone stands with the family first: `Stern, Ada, Bo Wolke, and Cy Regen`.
fn leads(family: &Part, given: &Part, rest: &[Part], order: Order) -> bool {
    let (family, given) = (bare(&family.text), bare(&given.text));
    !rest.is_empty()
        && !is_full(&family)
        && may_be_family(&family)
        && may_be_given(&given)
        && (is_initials(&given) || (order == Order::Any && is_given_alone(&given)))
        && rest.iter().all(|part| is_full(&bare(&part.text)))
}
