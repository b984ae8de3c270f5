//! Names as bibliographies write them, the family name first, → names as digests write them.

use super::agreed::{TIES, is_numeral};

/// `Stern`, `Ada`, `Jr.` → `Ada Stern, Jr.`, but `Ada Stern III`; any part may be empty. A tie
/// before the suffix says that the comma is not as it is as a rule.
pub(super) fn straight(family: &str, given: &str, suffix: &str) -> String {
    let bare = suffix.trim_matches(|c: char| c.is_whitespace() || c == TIES[0]);
    let is_tied = suffix.trim_start_matches(' ').starts_with(TIES);
    // What two commas follow is no person's name but one that has a comma itself.
    let is_name = !given.trim().is_empty();
    suffixed(
        family,
        given,
        bare,
        (is_numeral(bare) && is_name) == is_tied,
    )
}

/// The same where it is known whether a comma stands before the suffix.
pub(super) fn suffixed(family: &str, given: &str, suffix: &str, comma: bool) -> String {
    let ties = |c: char| c.is_whitespace() || c == TIES[0];
    let mut name = String::new();
    for part in [given, family, suffix].map(|part| part.trim_matches(ties)) {
        if !name.is_empty() && !part.is_empty() {
            name.push(' ');
        }
        name.push_str(part);
    }
    let suffix = suffix.trim_matches(ties);
    if comma && !suffix.is_empty() && name.len() > suffix.len() {
        name.insert(name.len() - suffix.len() - 1, ',');
    }
    name
}

/// The names between the words `and` of a BibTeX field, outside of braces.
pub(super) fn bibtex(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    // The word `and` divides; what stands between two of them is one name, with its white space
    // reduced.
    let mut name = String::new();
    let mut depth = 0_usize;
    for word in source.split_whitespace() {
        if depth == 0 && word.eq_ignore_ascii_case("and") {
            names.push(std::mem::take(&mut name));
            continue;
        }
        depth = depths(word, depth).last().map_or(depth, |(_, _, d)| d);
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    names.push(name);
    names.retain(|name| !name.is_empty() && name != "others");
    names.iter().map(|name| turned(name)).collect()
}

/// `Stern, Ada` or `Stern, Jr., Ada` turned round; a name without commas outside of braces stays.
fn turned(name: &str) -> String {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c, depth) in depths(name, 0) {
        if c == ',' && depth == 0 {
            parts.extend(name.get(start..at));
            start = at + 1;
        }
    }
    parts.extend(name.get(start..));
    match parts[..] {
        [family, given] => straight(family, given, ""),
        [family, suffix, given] => straight(family, given, suffix),
        _ => name.to_owned(),
    }
}

/// The characters with their places and how many braces are open behind each.
fn depths(text: &str, start: usize) -> impl Iterator<Item = (usize, char, usize)> {
    text.char_indices().scan(start, |depth, (at, c)| {
        match c {
            '{' => *depth += 1,
            '}' => *depth = depth.saturating_sub(1),
            _ => {}
        }
        Some((at, c, *depth))
    })
}

/// `Stern, Ada` or `Stern, Ada, Jr.`, as RIS has it.
pub(super) fn ris(name: &str) -> String {
    let mut parts = name.splitn(3, ',');
    let mut part = || parts.next().unwrap_or_default();
    let (family, given, suffix) = (part(), part(), part());
    straight(family, given, suffix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bibtex_names_stand_between_ands() {
        for (source, expected) in [
            ("Ada Stern", &["Ada Stern"][..]),
            ("Stern, Ada and Wolke, B.", &["Ada Stern", "B. Wolke"]),
            (
                "von Stern, Jr., Ada\n AND  {Fog and Rain, Inc.}",
                &["Ada von Stern, Jr.", "{Fog and Rain, Inc.}"],
            ),
            ("Andy Sand and others", &["Andy Sand"]),
            (
                "Fog, III, Ada and Fog,~Jr., Bo and de la Fog",
                &["Ada Fog III", "Bo Fog Jr.", "de la Fog"],
            ),
            ("{\\'E}mile and", &["{\\'E}mile"]),
            ("} and {", &["}", "{"]),
            ("", &[]),
        ] {
            assert_eq!(bibtex(source), expected, "{source}");
        }
    }

    #[test]
    fn ris_names_have_the_family_first() {
        for (source, expected) in [
            ("Stern, Ada", "Ada Stern"),
            ("Stern,Ada,Jr.", "Ada Stern, Jr."),
            ("Stern, Ada, III", "Ada Stern III"),
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
