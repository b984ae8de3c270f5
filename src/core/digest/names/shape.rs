//! What a part of a name looks like.

use std::borrow::Cow;

use super::super::markup;
use super::words::{is_capital_particle, is_eastern, is_group, is_particle, is_suffix};

/// A family name has no more words.
const MOST_FAMILY: usize = 4;

/// Given names have no more words.
const MOST_GIVEN: usize = 4;

/// The text without markup. Of a character that is told by its number nobody wants to know: it is
/// written so that it is none of what is looked for here.
pub(super) fn bare(text: &str) -> Cow<'_, str> {
    if !text.contains(['\\', '{', '}', '&', '~']) || text.contains("&#") {
        return Cow::Borrowed(text);
    }
    let text = text.replace(['{', '}'], "").replace('~', " ");
    if text.contains(['\\', '&']) {
        Cow::Owned(markup::read(&text).plain)
    } else {
        Cow::Owned(text)
    }
}

/// Whether a word is initials: `J.`, `J.-P.`, `JL`, `Yu.`; of those without full stops there are
/// at most so many.
fn is_initial(word: &str, most: usize) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let fits = |c: char| c.is_uppercase() || matches!(c, '.' | '-' | '‐' | '\'' | '’');
    if letters == 0 || !word.starts_with(char::is_uppercase) {
        return false;
    }
    let dotted = word.ends_with('.');
    if word.chars().all(fits) {
        letters <= if dotted { 5 } else { most }
    } else {
        // As Russian names have them.
        dotted && letters <= 3 && !is_suffix(word) && !is_group(word)
    }
}

/// Whether a text is initials alone: `J. L.`, and `J. van`, whose particle belongs to the family.
pub(super) fn is_initials(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|word| is_initial(word, 2))
        && words.all(|word| is_initial(word, 2) || is_particle(word))
}

/// Whether a text starts with an initial, as no family name does.
pub(super) fn starts_with_initial(text: &str) -> bool {
    text.split_whitespace()
        .next()
        .is_some_and(|word| is_initial(word, 1))
}

/// Whether a name has its initials first and something behind them.
pub(super) fn is_spoken(text: &str) -> bool {
    starts_with_initial(text) && text.trim().contains(' ') && !is_initials(text)
}

/// Whether a text has a given and a family name: two words that are not a particle and its name.
pub(super) fn is_full(text: &str) -> bool {
    let mut words = text
        .split_whitespace()
        .skip_while(|word| is_particle(word) || is_capital_particle(word));
    let is_more = words.next().is_some() && words.next().is_some();
    is_more && !is_initials(text)
}

/// Whether a text is one word.
fn is_word(text: &str) -> bool {
    !text.trim().contains(char::is_whitespace)
}

/// Whether a word is written as people are: of letters, and with no capital inside but behind so
/// little as `Mac`.
fn is_persons(word: &str) -> bool {
    let mut before = ' ';
    word.chars().enumerate().all(|(at, c)| {
        let is_inner = c.is_uppercase() && before.is_lowercase();
        before = c;
        let fits = c.is_alphabetic() || matches!(c, '-' | '‐' | '\'' | '’' | '.' | '`');
        (fits || crate::core::unicode::is_mark(c)) && (!is_inner || at <= 3)
    })
}

/// Whether a text may be a family name.
pub(super) fn may_be_family(text: &str) -> bool {
    let count = text.split_whitespace().count();
    (1..=MOST_FAMILY).contains(&count)
        && !is_initials(text)
        && !starts_with_initial(text)
        && !is_group(text)
        && text.split_whitespace().all(is_persons)
        && !text.contains(is_eastern)
}

/// Whether a text may be given names.
pub(super) fn may_be_given(text: &str) -> bool {
    let count = text.split_whitespace().count();
    (1..=MOST_GIVEN).contains(&count)
        && text.starts_with(char::is_uppercase)
        && !is_group(text)
        && text.split_whitespace().all(is_persons)
        && !text.contains(is_eastern)
}

/// Whether given names are told apart from a name of their own: one word, or with initials.
pub(super) fn is_given_alone(text: &str) -> bool {
    is_word(text) || is_initials(text) || {
        let last = text.split_whitespace().next_back();
        last.is_some_and(|last| is_initial(last, 1) || is_particle(last))
    }
}

/// `Wirth E`, `King ML Jr`, `van der Meer J.-P.`: family, initials and suffix; the initials end
/// such a name, and nothing else is one.
pub(super) fn reversed(text: &str) -> Option<(&str, &str, &str)> {
    let text = text.trim();
    let (mut rest, mut suffix) = (text, "");
    if let Some((before, last)) = text.rsplit_once(' ')
        && is_suffix(last)
        && before.contains(' ')
    {
        (rest, suffix) = (before, last);
    }
    let mut start = rest.len();
    let mut count = 0;
    while let Some(before) = rest.get(..start) {
        let at = before.trim_end().rfind(' ').map_or(0, |space| space + 1);
        let word = before.get(at..).unwrap_or_default().trim();
        if at == 0 || !is_initial(word, 4) || is_suffix(word) {
            break;
        }
        count += 1;
        start = at;
    }
    let family = rest.get(..start)?.trim_end();
    let given = rest.get(start..)?;
    let has_lower = |word: &str| word.contains(char::is_lowercase) || word.chars().count() > 2;
    let fits = (1..=3).contains(&count)
        && family.split_whitespace().any(has_lower)
        && may_be_family(family);
    fits.then_some((family, given, suffix))
}

/// Whether what stands before initials has more words than a family name without particles.
pub(super) fn are_given(before: &str) -> bool {
    let is_particular = |word: &&str| is_particle(word) || is_capital_particle(word);
    let words = before.split_whitespace();
    words.filter(|word| !is_particular(word)).nth(2).is_some()
}

/// Whether initials are more than one letter, as those of a name that stands behind its given name
/// are seldom.
pub(super) fn are_many(initials: &str) -> bool {
    initials
        .chars()
        .filter(|c| c.is_alphabetic())
        .nth(1)
        .is_some()
}

/// `王` and `伟`: a family name of one character, or of two, before a shorter one.
pub(super) fn is_eastern_pair(family: &str, given: &str) -> bool {
    let len = |text: &str| {
        let text = text.trim();
        text.chars().all(is_eastern).then(|| text.chars().count())
    };
    match (len(family), len(given)) {
        (Some(family), Some(given)) => {
            (family == 1 && (1..=2).contains(&given)) || (family, given) == (2, 1)
        }
        _ => false,
    }
}
