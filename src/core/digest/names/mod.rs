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

mod cut;
mod forms;
mod parts;
mod shape;
pub(in crate::core) mod words;

use self::cut::{Dialect, pieces};
pub(super) use self::parts::{inverted, straight, suffixed};
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
    // As Python prints a list.
    if let Some(inside) = source.strip_prefix('[').and_then(|s| s.strip_suffix(']'))
        && !inside.contains(['[', ']'])
    {
        source = inside;
    }
    let lines = (order == Order::Any && source.contains('\n') && !source.contains([',', ';']))
        .then(|| source.replace('\n', ";"));
    let source = lines.as_deref().unwrap_or(source);
    plain(&forms::names(
        &pieces(source, Dialect::Text),
        Dialect::Text,
        order,
    ))
}

/// The names of several texts, each of which is a name as a rule.
pub(super) fn each<'t>(sources: impl IntoIterator<Item = &'t str>) -> Vec<String> {
    let sources: Vec<&str> = sources.into_iter().map(str::trim).collect();
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
pub(super) fn bibtex(source: &str) -> Vec<String> {
    forms::names(
        &pieces(source, Dialect::Bibtex),
        Dialect::Bibtex,
        Order::Any,
    )
}

#[cfg(test)]
mod tests;
