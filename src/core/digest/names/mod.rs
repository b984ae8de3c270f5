//! Names of authors as files write them → one name each, as it is spoken: `Ada van der Stern Jr.`
//!
//! | written | read |
//! |---|---|
//! | `Ada Stern, Bo Wolke, and Cy Regen` | commas, `and` and its signs stand between names |
//! | `Stern, Ada; Wolke, B.` | beside semicolons commas stand inside of names |
//! | `Stern, Ada and Wolke, Bo` | and beside more than one `and` too |
//! | `Stern, A. B., Wolke, C.` | families and given names by turns, told by the initials |
//! | `Wirth E, Broek KA` | families with their initials behind, where all are so |
//! | `Ada Stern (Oslo), Bo Wolke$^{2}$` | where somebody works is no part of a name |
//! | `The Fog Collaboration: A. Stern` | a group is one name |
//!
//! A text is cut at all that may divide it in [`cut`]; [`forms`] finds which of these ways it is,
//! by what its parts look like ([`shape`], [`words`]); [`parts`] puts families and given names
//! together. Every format asks here. Each pass is linear in the text.

mod bibtex;
mod cut;
mod forms;
mod parts;
mod printed;
mod shape;
pub(in crate::core) mod words;

use self::cut::{Dialect, pieces};
pub(super) use self::parts::{inverted, straight, suffixed};
pub(super) use self::printed::strings;
use super::markup;

/// Who stands first where a comma may stand between names or inside of one, and nothing tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::core) enum Order {
    /// Names are as they are spoken, as arXiv writes them: `Stern, Ada` are two.
    Spoken,
    /// Names may stand with the family first: `Stern, Ada` is one.
    Any,
}

/// The names of a text with markup in it, which may hold any number; without markup in them.
pub(in crate::core) fn list(source: &str, order: Order) -> Vec<String> {
    let mut source = source.trim();
    if let Some(strings) = printed::printed(source) {
        let strings: Vec<&str> = strings.iter().map(|name| name.trim()).collect();
        return each_of(&strings);
    }
    // As Python prints a list.
    if let Some(inside) = source.strip_prefix('[').and_then(|s| s.strip_suffix(']'))
        && !inside.contains(['[', ']'])
    {
        source = inside;
    }
    let is_divided = order == Order::Any && !source.contains([',', ';']);
    let lines = (is_divided && source.contains(stands_between(source)))
        .then(|| source.replace(stands_between(source), ";"));
    let source = lines.as_deref().unwrap_or(source);
    plain(&forms::names(
        &pieces(source, Dialect::Text),
        Dialect::Text,
        order,
    ))
}

/// Which characters stand between names of this text that has neither commas nor semicolons.
fn stands_between(source: &str) -> &'static [char] {
    let is_katakana = |c: char| matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}');
    if source.contains('\n') {
        &['\n']
    } else if source.contains(is_katakana) {
        // There the dot stands within a name.
        &['|']
    } else {
        &['|', '・']
    }
}

/// The names of a text of which it is known that families stand first, with their initials behind
/// and commas between: `Stern A, Wolke BC, Fog Consortium.`
pub(super) fn initials_last(source: &str) -> Vec<String> {
    let source = source.trim();
    let ends = source.strip_suffix('.').filter(|s| !s.contains("., "));
    let texts: Vec<&str> = ends.unwrap_or(source).split(", ").map(str::trim).collect();
    match right(&texts) {
        Some(names) => names,
        None => list(source, Order::Any),
    }
}

/// Names with their initials behind and groups, set right if they are nothing else.
pub(super) fn right(texts: &[&str]) -> Option<Vec<String>> {
    let is_reversed = |text: &&str| shape::reversed(text).is_some();
    let fits = |text: &&str| is_reversed(text) || words::is_group(text);
    if !texts.iter().any(is_reversed) || !texts.iter().all(fits) {
        return None;
    }
    let names: Vec<String> = texts.iter().map(|name| forms::set_right(name)).collect();
    Some(plain(&names))
}

/// The names of several texts, each of which is a name as a rule.
pub(super) fn each<'t>(sources: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let sources: Vec<&str> = sources.into_iter().map(str::trim).collect();
    let printed = |source: &&str| printed::printed(source);
    if !sources.iter().any(|source| printed(source).is_some()) {
        return each_of(&sources);
    }
    let written = |source: &&str| printed(source).unwrap_or_else(|| vec![(*source).to_owned()]);
    let written: Vec<String> = sources.iter().flat_map(written).collect();
    each_of(&written.iter().map(|name| name.trim()).collect::<Vec<_>>())
}

/// The names of several texts that are no printed lists.
fn each_of(sources: &[&str]) -> Vec<String> {
    let many = |source: &&str| {
        let reversed = shape::reversed(source);
        reversed.is_some_and(|(_, given, _)| shape::are_many(given))
    };
    let are_reversed = sources.len() > 1
        && sources
            .iter()
            .all(|source| shape::reversed(source).is_some())
        && sources.iter().any(many);
    if are_reversed {
        let names: Vec<String> = sources.iter().map(|name| forms::set_right(name)).collect();
        return plain(&names);
    }
    // Names that somebody cut at their commas.
    let are_cut = |pair: &[&str]| match pair {
        [family, given] => {
            shape::is_initials(given) && !shape::is_full(family) && shape::may_be_family(family)
        }
        _ => false,
    };
    if !sources.is_empty() && sources.chunks(2).all(are_cut) {
        let join = |pair: &[&str]| match pair {
            [family, given] => straight(family, given, ""),
            _ => String::new(),
        };
        let names: Vec<String> = sources.chunks(2).map(join).collect();
        return plain(&names);
    }
    sources
        .iter()
        .flat_map(|source| one_or_more(source))
        .collect()
}

/// The name of a text that may have several after all.
fn one_or_more(source: &str) -> Vec<String> {
    if is_simple(source) {
        let name = source
            .contains(char::is_alphabetic)
            .then(|| source.to_owned());
        return name.into_iter().collect();
    }
    // A company may have a comma or an `and` in its name.
    let is_whole = words::is_group(source) && !source.contains([';', ':', '(', '<', '[', '$']);
    let names = if is_whole && !has_people(source) {
        vec![source.strip_prefix("and ").unwrap_or(source).to_owned()]
    } else {
        forms::element(&pieces(source, Dialect::Text))
    };
    plain(&names)
}

/// Whether a text is words with single spaces between and nothing that could mean anything else.
fn is_simple(source: &str) -> bool {
    let is_word = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'.' | b'-');
    source.bytes().all(is_word)
        && !source.contains("  ")
        && !source.ends_with(|c: char| c.is_ascii_digit())
        && !source.split(' ').any(|word| {
            matches!(word, "and" | "et" | "und" | "for" | "on" | "al")
                || word.eq_ignore_ascii_case("and")
        })
}

/// Whether beside a group people are named.
fn has_people(source: &str) -> bool {
    source.split(',').any(|part| {
        let is_one = !words::is_group(part) && !part.contains(" and ") && !part.contains(" & ");
        shape::is_spoken(part) || (shape::is_full(part) && is_one)
    })
}

/// Names without markup.
fn plain(names: &[String]) -> Vec<String> {
    let names = names.iter().map(|name| markup::read(name).plain);
    names.filter(|name| !name.is_empty()).collect()
}

/// The names of a field of BibTeX, with the markup that stands in it.
pub(in crate::core) fn bibtex(source: &str) -> Vec<String> {
    forms::names(
        &pieces(source, Dialect::Bibtex),
        Dialect::Bibtex,
        Order::Any,
    )
}

#[cfg(test)]
mod tests;
