//! The names of months, in English and in the languages in which records of references are written
//! most.

/// A name has at least so many letters, and is not longer than so many bytes.
const SHORTEST: usize = 3;
const LONGEST: usize = 12;

/// The starts of names that are English words first.
const WORDS: [&str; 2] = ["out", "set"];

/// The names of each month in lower case: English, German, French, Spanish, Italian, Portuguese,
/// Dutch, and those of Danish and Swedish that no other language has.
const NAMES: [&[&str]; 12] = [
    &[
        "january", "januar", "janvier", "enero", "gennaio", "janeiro", "januari",
    ],
    &[
        "february",
        "februar",
        "février",
        "fevrier",
        "febrero",
        "febbraio",
        "fevereiro",
        "februari",
    ],
    &[
        "march", "märz", "maerz", "mrz", "mars", "marzo", "março", "marco", "maart",
    ],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "maj"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "août", "aout", "agosto", "augustus", "augusti"],
    &[
        "september",
        "septembre",
        "septiembre",
        "settembre",
        "setembro",
    ],
    &[
        "october", "oktober", "octobre", "octubre", "ottobre", "outubro",
    ],
    &["november", "novembre", "noviembre", "novembro"],
    &[
        "december",
        "dezember",
        "décembre",
        "decembre",
        "diciembre",
        "dicembre",
        "dezembro",
    ],
];

/// The month (1 to 12) that a word names whole or by its first letters, if it names but one.
pub(super) fn named(word: &str) -> Option<u8> {
    if !(SHORTEST..=LONGEST).contains(&word.len()) {
        return None;
    }
    let word = word.to_lowercase();
    if word.chars().nth(SHORTEST - 1).is_none() || WORDS.contains(&word.as_str()) {
        return None;
    }
    let mut months = (1..).zip(NAMES).filter(|(_, names)| {
        let mut names = names.iter();
        names.any(|name| name.starts_with(&word))
    });
    let (month, _) = months.next()?;
    months.next().is_none().then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_found_by_their_names_and_first_letters() {
        for (word, expected) in [
            ("December", Some(12)),
            ("jan", Some(1)),
            ("Sept", Some(9)),
            ("MAY", Some(5)),
            ("März", Some(3)),
            ("Aoû", Some(8)),
            ("dez", Some(12)),
            ("Juin", Some(6)),
            ("juil", Some(7)),
            ("gen", Some(1)),
        ] {
            assert_eq!(named(word), expected, "{word}");
        }
    }

    #[test]
    fn other_words_are_no_months() {
        for word in [
            "", "Ja", "日本", "Geneva", "Marine", "Decision", "Maybe", "Augustin", "set", "out",
            "jui", "May4", "mä",
        ] {
            assert_eq!(named(word), None, "{word}");
        }
    }
}
