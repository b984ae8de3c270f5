//! Names as bibliographies write them, the family name first, → names as digests write them.

/// `Stern`, `Ada`, `Jr.` → `Ada Stern, Jr.`; any part may be empty.
pub(super) fn straight(family: &str, given: &str, suffix: &str) -> String {
    let mut name = [given.trim(), family.trim()]
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ");
    let suffix = suffix.trim();
    if !suffix.is_empty() {
        name.push_str(", ");
        name.push_str(suffix);
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
            ("Fog Collaboration", "Fog Collaboration"),
            ("Stern,", "Stern"),
            ("", ""),
        ] {
            assert_eq!(ris(source), expected, "{source}");
        }
    }
}
