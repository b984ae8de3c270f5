//! The authors in one cell of a table, however they are put into it.

use std::borrow::Cow;

use super::super::super::markup;
use super::super::super::names::strings;
use super::super::super::names::words::is_suffix;
use super::super::super::nothing::is_nothing;
use super::super::names;

/// How the names of a table stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Manner {
    /// In any way.
    #[default]
    Any,
    /// As we write them: given names first, with `; ` between.
    Ours,
    /// Where most names of a cell have their initials behind the family name, without a comma, they
    /// are meant so: `Keel A.`, `Lund BC`.
    InitialsLast,
    /// With nothing between one and the next, as Springer's tables have them: `Anna KeelBo Lund`.
    Joined,
}

/// The names in a cell, each with the given names first.
///
/// `Keel, Anna; Lund, Bo`, `Anna Keel, Bo Lund and Cy Moor`, `Keel, Anna and Lund, Bo`, and lists
/// as Python prints them.
pub(super) fn authors(cell: &str, manner: Manner) -> Vec<String> {
    if manner == Manner::Ours {
        return cell.split("; ").map(str::to_owned).collect();
    }
    // The semicolon of an entity is its own.
    let cell = if cell.contains('&') && cell.contains(';') {
        Cow::Owned(markup::unescape(cell))
    } else {
        Cow::Borrowed(cell)
    };
    let cell = cell.trim();
    let parts = cell.split([',', ';']);
    let (all, behind) = parts.fold((0, 0), |(all, behind), name| {
        (
            all + 1,
            behind + usize::from(initials_last(name.trim()).is_some()),
        )
    });
    let manner = match manner {
        Manner::InitialsLast if behind * 2 <= all => Manner::Any,
        // Nobody's family name is an initial with a full stop.
        Manner::Any if all > 1 && all == behind && are_dotted(cell) => Manner::InitialsLast,
        manner => manner,
    };
    let listed = cell.starts_with(['[', '(']) && cell.ends_with([']', ')']);
    let names = Some(strings(cell)).filter(|names| listed && !names.is_empty());
    let names = names.unwrap_or_else(|| divided(cell, manner));
    let names = names.iter().map(|name| bare(name));
    let is_name = |name: &String| name.contains(char::is_alphabetic) && !is_others(name);
    names.filter(is_name).collect()
}

/// The names of a cell that is no printed list.
fn divided(cell: &str, manner: Manner) -> Vec<String> {
    if manner == Manner::Joined {
        return parted(cell);
    }
    let cell = cell.trim_end_matches([',', ';', ' ']);
    let hard = |c: char| matches!(c, ';' | '；' | '|' | '\n' | '、');
    if cell.contains(hard) {
        return cell.split(hard).map(|name| turned(name, manner)).collect();
    }
    let commas = |text: &str| text.matches([',', '，']).count();
    let among = cell.replace(" & ", " and ");
    let joined: Vec<&str> = among.split(" and ").collect();
    // `Keel, Anna and Lund, Bo`, as BibTeX has it.
    if joined.len() > 1 && joined.iter().all(|name| commas(name) == 1) {
        return joined.iter().map(|name| turned(name, manner)).collect();
    }
    let parts: Vec<&str> = joined
        .iter()
        .flat_map(|name| name.split([',', '，']))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    if manner != Manner::InitialsLast && joined.len() == 1 && are_pairs(&parts) {
        let pairs = parts.chunks(2);
        let name = |pair: &[&str]| pair.join(", ");
        return pairs.map(|pair| turned(&name(pair), manner)).collect();
    }
    parts.iter().map(|name| turned(name, manner)).collect()
}

/// What a name may have before a capital letter within a word.
const PREFIXES: [&str; 12] = [
    "Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "El", "Al",
];

/// Names with nothing between, parted where a capital letter follows a small one.
fn parted(cell: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    for word in cell.split_whitespace() {
        let mut part = String::new();
        for c in word.chars() {
            let goes_on = part.ends_with(|c: char| c.is_lowercase() || c == ')')
                && c.is_uppercase()
                && !PREFIXES.contains(&part.as_str());
            if goes_on {
                push_word(&mut names, &part);
                names.push(String::new());
                part.clear();
            }
            part.push(c);
        }
        push_word(&mut names, &part);
    }
    names
}

/// Adds a word to the last name.
fn push_word(names: &mut [String], word: &str) {
    if let Some(last) = names.last_mut() {
        if !last.is_empty() {
            last.push(' ');
        }
        last.push_str(word);
    }
}

/// Whether parts between commas are family and given names in turn: `Keel`, `Anna`, `de Wit`, `B.`
fn are_pairs(parts: &[&str]) -> bool {
    let is_pair = |pair: &[&str]| {
        let [family, given] = pair else {
            return false;
        };
        let starts_small = family.starts_with(char::is_lowercase);
        let is_single = !family.contains(char::is_whitespace);
        let is_initial = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() < 2;
        let are_initials = given.split([' ', '-']).all(is_initial);
        !given.starts_with(char::is_lowercase) && (is_single || starts_small || are_initials)
    };
    // East Asian names are one word each.
    let is_latin = |part: &&str| part.contains(|c: char| c.is_uppercase() || c.is_lowercase());
    !parts.is_empty() && parts.iter().all(is_latin) && parts.chunks(2).all(is_pair)
}

/// One name with the given names first.
fn turned(name: &str, manner: Manner) -> String {
    let name = without_number(name.trim());
    if name.contains(',') {
        return names::ris(name);
    }
    match initials_last(name).filter(|_| manner == Manner::InitialsLast) {
        Some((family, initials, "")) => format!("{initials} {family}"),
        Some((family, initials, suffix)) => format!("{initials} {family} {suffix}"),
        None => name.to_owned(),
    }
}

/// The family name, the initials behind it and a suffix: `Keel A.`, `van Lund BC`, `Moor C Jr.`
fn initials_last(name: &str) -> Option<(&str, &str, &str)> {
    let (name, suffix) = match name.rsplit_once(' ') {
        Some((name, suffix)) if is_suffix(suffix) && name.contains(' ') => (name, suffix),
        _ => (name, ""),
    };
    let (family, initials) = name.rsplit_once(' ')?;
    let letters = initials.chars().filter(|c| c.is_alphabetic()).count();
    let fits = |c: char| c.is_uppercase() || matches!(c, '.' | '-');
    ((1..=4).contains(&letters) && initials.chars().all(fits)).then_some((family, initials, suffix))
}

/// Whether semicolons stand between families with dotted initials behind: `Keel A.; Lund B.`
fn are_dotted(cell: &str) -> bool {
    let is_dotted = |name: &str| {
        let family = |family: &str| {
            family
                .chars()
                .filter(|c| c.is_alphabetic())
                .nth(1)
                .is_some()
        };
        name.trim().ends_with('.')
            && initials_last(name.trim()).is_some_and(|(name, _, _)| {
                family(name) && !name.contains('.') && !name.contains(char::is_numeric)
            })
    };
    !cell.contains(',') && cell.split(';').all(is_dotted)
}

/// A name without the number behind it that Scopus gives: `Keel, Anna (57200000001)`.
fn without_number(name: &str) -> &str {
    let inner = name
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once(" ("));
    match inner {
        Some((name, number)) if number.bytes().all(|b| b.is_ascii_digit()) => name.trim(),
        _ => name,
    }
}

/// A name without what stands around it.
fn bare(name: &str) -> String {
    let name = name
        .trim()
        .trim_end_matches(" et al.")
        .trim_end_matches(" et al");
    let name = name.trim_end_matches(['…', '*', '†', '‡']).trim();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether it stands for those who are not named.
fn is_others(name: &str) -> bool {
    let others = ["et al.", "et al", "others", "and others", "等"];
    is_nothing(name) || others.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &[&str]) {
        assert_eq!(authors(cell, Manner::Any), expected, "{cell}");
    }

    #[test]
    fn names_stand_in_any_of_many_ways() {
        check("Keel, Anna; Lund, B. C.", &["Anna Keel", "B. C. Lund"]);
        check("Keel, Anna", &["Anna Keel"]);
        check("Anna Keel, Bo Lund", &["Anna Keel", "Bo Lund"]);
        check(
            "Anna Keel, Bo Lund, and Cy Moor",
            &["Anna Keel", "Bo Lund", "Cy Moor"],
        );
        check("Keel, Anna and de Wit, Zoë", &["Anna Keel", "Zoë de Wit"]);
        check("Keel, A., Lund, B.-C.", &["A. Keel", "B.-C. Lund"]);
        check("A Keel, B Lund, ...", &["A Keel", "B Lund"]);
        check("Anna Keel et al.", &["Anna Keel"]);
        check(
            "Keel, Anna (57200000001); Fog Group",
            &["Anna Keel", "Fog Group"],
        );
        check("张三;李四;", &["张三", "李四"]);
        check("张三,李四", &["张三", "李四"]);
        check("Anna Keel|Bo Lund", &["Anna Keel", "Bo Lund"]);
        check("", &[]);
        check("nan", &[]);
        check(
            "M&uuml;ller, J&uuml;rgen; Lund, Bo",
            &["Jürgen Müller", "Bo Lund"],
        );
        check("Anna Keel &amp; Bo Lund", &["Anna Keel", "Bo Lund"]);
        check("Keel A.; Lund B.-C.", &["A. Keel", "B.-C. Lund"]);
    }

    #[test]
    fn lists_that_python_printed_are_read() {
        check("['Anna Keel', \"Bo O'Lund\"]", &["Anna Keel", "Bo O'Lund"]);
        check("['Anna Keel' 'Bo Lund']", &["Anna Keel", "Bo Lund"]);
        check(
            "[x.Author('Anna Keel'), x.Author('Bo Lund')]",
            &["Anna Keel", "Bo Lund"],
        );
        check(
            "[{'id': '1', 'name': 'Anna Keel'}, {'name': 'Bo Lund'}]",
            &["Anna Keel", "Bo Lund"],
        );
        check("[]", &[]);
    }

    #[test]
    fn names_may_have_nothing_between() {
        let seen = authors("Anna KeelBo McLundCy (X) de MoorDee E", Manner::Joined);
        assert_eq!(seen, ["Anna Keel", "Bo McLund", "Cy (X) de Moor", "Dee E"]);
    }

    #[test]
    fn initials_may_stand_behind() {
        for (cell, expected) in [
            ("Keel A, Lund BC", &["A Keel", "BC Lund"][..]),
            ("Keel A.; van Lund B.-C.", &["A. Keel", "B.-C. van Lund"]),
            ("Keel A, Moor C Jr.", &["A Keel", "C Moor Jr."]),
            ("Moor C Jr", &["C Moor Jr"]),
            ("Keel A.", &["A. Keel"]),
            ("Fog Group", &["Fog Group"]),
        ] {
            assert_eq!(authors(cell, Manner::InitialsLast), expected, "{cell}");
        }
    }
}
