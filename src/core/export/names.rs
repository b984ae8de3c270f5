//! Names of authors, cut into the parts that bibliographies tell apart.
//!
//! Digests write names as they are spoken: `Ada van der Stern Jr.` What is cut here and put
//! together again in that order is the same name; one that is written with the family first,
//! `Stern, Ada, Jr.`, comes out as it is spoken. A name that does not look like a person's stays
//! whole: a collaboration, a company, a name of one word or in a script that has no such order.

use crate::core::digest::names::words::{
    is_appended, is_capital_particle, is_eastern, is_groups, is_particle, is_suffix, stands_bare,
};
use crate::core::unicode::is_mark;

/// A name in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name<'n> {
    /// A person's.
    Person(Person<'n>),
    /// One that cannot be cut up.
    Whole(&'n str),
}

/// A person's name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Person<'n> {
    /// What stands before the family name; may be empty where that has a particle.
    pub(super) given: &'n str,
    /// The words in lower case before the family name by which nobody is sorted: `van der`.
    pub(super) particle: &'n str,
    /// The family name.
    pub(super) family: &'n str,
    /// `Jr.`, `III`.
    pub(super) suffix: &'n str,
    /// Whether a comma stands before the suffix.
    pub(super) comma: bool,
}

impl Person<'_> {
    /// Particle and family name.
    pub(super) fn last(&self) -> String {
        match self.particle {
            "" => self.family.to_owned(),
            particle => format!("{particle} {}", self.family),
        }
    }

    /// Whether the comma before the suffix, or that there is none, is what everybody expects: none
    /// before a number and before `Jr`. Bibliographies cannot say it.
    pub(super) fn is_usual(&self) -> bool {
        self.suffix.is_empty() || self.comma != stands_bare(self.suffix)
    }
}

/// Family names beside which `Van` is a given name.
const VIETNAMESE: [&str; 19] = [
    "Bui", "Cao", "Dang", "Dinh", "Do", "Duong", "Ho", "Hoang", "Huynh", "Le", "Luong", "Ngo",
    "Nguyen", "Pham", "Phan", "Tran", "Truong", "Vo", "Vu",
];

/// A person's name has no more words.
const MOST_WORDS: usize = 8;

/// Cuts a name up.
pub(super) fn name(name: &str) -> Name<'_> {
    let mut parts = name.splitn(4, ',').map(str::trim);
    let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
    let person = match parts {
        [Some(base), None, ..] => spoken(base),
        [Some(base), Some(suffix), None, _] if is_appended(suffix, base.contains(' ')) => {
            let person = spoken(base).filter(|person| person.suffix.is_empty());
            person.map(|person| Person {
                suffix,
                comma: true,
                ..person
            })
        }
        [Some(last), Some(given), None, _] => turned(last, given, ""),
        // `Ada Stern, Jr., Ph.D.`: no program has room for both.
        [_, Some(first), Some(second), None]
            if is_appended(first, false) && is_appended(second, false) =>
        {
            None
        }
        [Some(last), Some(given), Some(suffix), None] if is_suffix(suffix) => {
            turned(last, given, suffix)
        }
        [Some(last), Some(suffix), Some(given), None] if is_suffix(suffix) => {
            turned(last, given, suffix)
        }
        _ => None,
    };
    person.map_or(Name::Whole(name), Name::Person)
}

/// `Ada van der Stern Jr.`
fn spoken(base: &str) -> Option<Person<'_>> {
    if !is_persons(base) {
        return None;
    }
    let (base, suffix) = match base.rsplit_once(' ') {
        // `John III` may be anything.
        Some((rest, suffix)) if is_suffix(suffix) => {
            rest.contains(' ').then_some(())?;
            (rest, suffix)
        }
        _ => (base, ""),
    };
    let mut start = base.rfind(' ')? + 1;
    // Where the words begin that are sorted by.
    let mut family = start;
    let is_vietnamese = base.split(' ').any(|word| VIETNAMESE.contains(&word));
    while let Some(before) = base.get(..start.checked_sub(1)?) {
        let at = before.rfind(' ').map_or(0, |space| space + 1);
        let word = before.get(at..)?;
        if at > 0 && matches!(word, "y" | "i") {
            // `Ortega y Gasset`
            start = base.get(..at - 1)?.rfind(' ').map_or(0, |space| space + 1);
            if start == 0 {
                return None;
            }
            family = start;
        } else if at > 0 && is_capital_particle(word) && !is_vietnamese {
            start = at;
            family = at;
        } else if is_particle(word) {
            start = at;
        } else {
            break;
        }
        if start == 0 {
            break;
        }
    }
    let given = base.get(..start)?.trim_end();
    (!given.is_empty() || suffix.is_empty()).then_some(())?;
    Some(Person {
        given,
        particle: base.get(start..family)?.trim_end(),
        family: base.get(family..)?,
        suffix,
        comma: false,
    })
}

/// `van der Stern` and `Ada`, which stood behind it.
fn turned<'n>(last: &'n str, given: &'n str, suffix: &'n str) -> Option<Person<'n>> {
    if !is_persons(last) || !is_persons(given) || given.is_empty() {
        return None;
    }
    let mut family = 0;
    while let Some((word, _)) = last.get(family..)?.split_once(' ')
        && is_particle(word)
    {
        family += word.len() + 1;
    }
    Some(Person {
        given,
        particle: last.get(..family)?.trim_end(),
        family: last.get(family..)?,
        suffix,
        comma: !suffix.is_empty() && !stands_bare(suffix),
    })
}

/// Whether a text may be a person's name or a part of it.
fn is_persons(text: &str) -> bool {
    let fits = |c: char| {
        c.is_alphabetic()
            || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '‐' | '`' | '´')
            || is_mark(c)
    };
    let mut words = 0;
    let all = text.split(' ').all(|word| {
        words += 1;
        // BibTeX takes `AND` for the end of a name too, and `et al.` says that there are others.
        let joins = word.eq_ignore_ascii_case("and") || word == "al.";
        !word.is_empty() && !joins && !is_groups(word)
    });
    all && words <= MOST_WORDS && text.chars().all(fits) && !text.contains(is_eastern)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Given names, particle, family name and suffix between strokes, or the whole.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let seen = match name(text) {
            Name::Whole(whole) => whole.to_owned(),
            Name::Person(person) => {
                let comma = if person.comma { "," } else { "" };
                let Person {
                    given,
                    particle,
                    family,
                    suffix,
                    ..
                } = person;
                format!("{given}|{particle}|{family}|{comma}{suffix}")
            }
        };
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn names_are_cut_as_libraries_do() {
        for (text, expected) in [
            ("Ada Stern", "Ada||Stern|"),
            ("Ada B. C. Stern-Wolke", "Ada B. C.||Stern-Wolke|"),
            ("John Smith III", "John||Smith|III"),
            ("John Smith, Jr.", "John||Smith|,Jr."),
            ("Robert W. Fog Jr.", "Robert W.||Fog|Jr."),
            ("Tim 't Hooft", "Tim|'t|Hooft|"),
            ("Ludwig van Beethoven", "Ludwig|van|Beethoven|"),
            ("Laurens van der Fog", "Laurens|van der|Fog|"),
            ("Luc Van Fog", "Luc||Van Fog|"),
            ("Luc Van den Fog", "Luc||Van den Fog|"),
            ("Nguyen Van Fog", "Nguyen Van||Fog|"),
            ("de la Cruz", "|de la|Cruz|"),
            ("José Ortega y Gasset", "José||Ortega y Gasset|"),
            ("Smith, John, Jr.", "John||Smith|,Jr."),
            ("Smith, III, John", "John||Smith|III"),
            ("Smith, Jr, John", "John||Smith|Jr"),
            ("Ada B. Stern Jr", "Ada B.||Stern|Jr"),
            ("Guy Stern, S.J.", "Guy||Stern|,S.J."),
            ("Ada Stern, Ph.D.", "Ada||Stern|,Ph.D."),
            ("van der Fog, Ada", "Ada|van der|Fog|"),
            ("ada stern", "ada||stern|"),
            ("E. e. cummings", "E. e.||cummings|"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn what_is_no_persons_stays_whole() {
        for text in [
            "Wei",
            "Fog Collaboration",
            "Fog and Rain, Inc.",
            "Ada AND Bo",
            "And Bo, Ada",
            "The Rain Team",
            "Ada Stern (1 and 2)",
            "山田 太郎",
            "A, B, C, D",
            "Ada Stern, Jr., Ph.D.",
            "University of Fog, Berkeley",
            ": Ada",
            "Ada  Stern",
            "",
            "John III",
        ] {
            check(text, text);
        }
    }
}
