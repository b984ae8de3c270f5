//! Names of BibTeX that are not written by its rules.

use super::cut::End;
use super::forms::Part;
use super::parts::straight;
use super::shape::{bare, is_full, is_initials, is_spoken};
use super::words::{is_capital_particle, is_group, is_particle};

/// Names that stand behind another given name, and are seldom a family's.
const SECOND: [&str; 40] = [
    "Alberto",
    "Alejandro",
    "Andrés",
    "Ann",
    "Anne",
    "Antonio",
    "António",
    "Carlos",
    "Carmen",
    "Cristina",
    "David",
    "Eduardo",
    "Elena",
    "Elizabeth",
    "Enrique",
    "Fernando",
    "Francisco",
    "Ignacio",
    "Isabel",
    "Jane",
    "Javier",
    "Jesús",
    "Jose",
    "José",
    "João",
    "Luis",
    "Luís",
    "Luisa",
    "Manuel",
    "Maria",
    "María",
    "Marie",
    "Miguel",
    "Pablo",
    "Pedro",
    "Rafael",
    "Ricardo",
    "Roberto",
    "Teresa",
    "Ángel",
];

/// `family=Stern, given=Ada, prefix=van`, as biblatex has it.
pub(super) fn extended(group: &[Part]) -> Option<String> {
    let mut said = [""; 4];
    for part in group {
        // Quotes keep a comma in a value.
        let (key, value) = part.text.trim_matches('"').split_once('=')?;
        let key = key.trim();
        let place = ["prefix", "family", "given", "suffix"]
            .iter()
            .position(|known| key.eq_ignore_ascii_case(known));
        match place.and_then(|place| said.get_mut(place)) {
            Some(place) => *place = value.trim().trim_matches('"'),
            // `useprefix=true`, `given-i=A`, `id=…`
            None if key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') => {}
            None => return None,
        }
    }
    let [prefix, family, given, suffix] = said;
    if family.is_empty() && given.is_empty() {
        return None;
    }
    let family = [prefix, family].join(" ");
    Some(straight(family.trim(), given, suffix))
}

/// Whether commas stand between names although `and` should: `Ada Stern, Bo Wolke and Cy Regen`.
///
/// That is so where one name alone has a comma, and what stands before and behind it is a whole
/// name each.
pub(super) fn has_spoken_pair<'p>(groups: impl Iterator<Item = &'p [Part]>) -> bool {
    let mut pairs = 0;
    let mut fits = true;
    for group in groups {
        match group {
            [_] => {}
            [first, second] if first.end == End::Comma => {
                pairs += 1;
                fits &= is_whole(first) && is_whole(second) && !is_second(&second.text);
            }
            _ => return false,
        }
    }
    pairs == 1 && fits
}

/// Whether a text has a given name and a family name, neither of them initials.
fn is_whole(part: &Part) -> bool {
    let text = bare(&part.text);
    let mut words = text.split_whitespace();
    let (first, last) = (words.next().unwrap_or_default(), words.next_back());
    let is_particular = |word: &str| is_particle(word) || is_capital_particle(word);
    !part.text.starts_with('{')
        && first.starts_with(char::is_uppercase)
        && !is_particular(first)
        && last.is_some_and(|last| !is_initials(last) && last.starts_with(char::is_uppercase))
        && (2..=4).contains(&text.split_whitespace().count())
        && !text.contains(['(', '='])
        && is_full(&text)
        && !is_spoken(&text)
        && !is_group(&text)
}

/// Whether the last word is a given name.
fn is_second(text: &str) -> bool {
    let text = bare(text);
    let last = text.split_whitespace().next_back();
    last.is_some_and(|last| SECOND.contains(&last))
}
