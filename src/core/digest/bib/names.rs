//! Names as bibliographies write them, the family name first, → names as digests write them.

use super::super::names::words::is_group;
use super::super::names::{Order, each, inverted, list, right};
pub(super) use super::super::names::{bibtex, straight, suffixed};

/// `Stern, Ada` or `Stern, Ada, Jr.`, as RIS has it.
pub(super) fn ris(name: &str) -> String {
    inverted(name)
}

/// The names of the lines of a reference, of which others write several on one, or the initials
/// behind.
pub(super) fn ris_lines(lines: &[&str]) -> Vec<String> {
    let commas = |line: &str| line.matches(',').count();
    if lines.iter().all(|line| commas(line) == 0) {
        return right(lines).unwrap_or_else(|| each(lines.iter().copied()));
    }
    let names = lines.iter().flat_map(|line| {
        if line.contains(';') || commas(line) > 2 {
            list(line, Order::Any)
        } else {
            vec![ris(line)]
        }
    });
    names.collect()
}

/// Of a field with names of groups so many are read, for each is looked for among the authors.
const MOST_GROUPS: usize = 32;

/// `Nimbus` → `Nimbus Collaboration`: the groups of a field of their own, without those that are
/// among the authors.
pub(super) fn groups(source: &str, authors: &[String]) -> Vec<String> {
    let named = |group: &str| {
        if is_group(group) {
            group.to_owned()
        } else {
            format!("{group} Collaboration")
        }
    };
    let groups = list(source, Order::Spoken).into_iter().take(MOST_GROUPS);
    let groups = groups.map(|group| named(group.strip_prefix("The ").unwrap_or(&group)));
    groups
        .filter(|group| !authors.iter().any(|author| author.contains(group.as_str())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_called_what_they_are() {
        for (source, expected) in [
            ("Nimbus", &["Nimbus Collaboration"][..]),
            (
                "The Nimbus Team and Rain",
                &["Nimbus Team", "Rain Collaboration"],
            ),
            (
                "Fog Survey, Observatory of Fog",
                &["Fog Survey", "Observatory of Fog"],
            ),
            ("Mist Collaboration", &[]),
            ("", &[]),
        ] {
            let authors = ["Ada Stern".to_owned(), "The Mist Collaboration".to_owned()];
            assert_eq!(groups(source, &authors), expected, "{source}");
        }
    }

    #[test]
    fn lines_may_have_initials_behind() {
        for (lines, expected) in [
            (&["Stern A."][..], &["A. Stern"][..]),
            (&["Stern A", "Wolke B"], &["A Stern", "B Wolke"]),
            (
                &["Stern A", "Fog Consortium"],
                &["A Stern", "Fog Consortium"],
            ),
            (&["Ada Stern", "Wolke B"], &["Ada Stern", "Wolke B"]),
            (&["Stern, A."], &["A. Stern"]),
        ] {
            assert_eq!(ris_lines(lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn ris_names_have_the_family_first() {
        for (source, expected) in [
            ("Stern, Ada", "Ada Stern"),
            ("Stern,Ada,Jr.", "Ada Stern, Jr."),
            ("Stern, Ada, III", "Ada Stern III"),
            ("Stern, Ada, Jr", "Ada Stern Jr"),
            ("Stern, Ada,\u{a0}Jr.", "Ada Stern Jr."),
            ("Stern, Ada,\u{a0}III", "Ada Stern, III"),
            (
                "University of Fog,, Berkeley",
                "University of Fog, Berkeley",
            ),
            ("Fog,, II, and Rain", "Fog, II, and Rain"),
            ("Fog Collaboration", "Fog Collaboration"),
            ("Stern,", "Stern"),
            ("", ""),
        ] {
            assert_eq!(ris(source), expected, "{source}");
        }
    }
}
