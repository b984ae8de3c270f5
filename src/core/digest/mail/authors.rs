//! The authors of a record: names between commas and `and`, with affiliations in parentheses.

use crate::core::digest::lines::part;
use crate::core::digest::markup;

/// What follows a name behind a comma and belongs to it.
const SUFFIXES: [&str; 8] = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "S.J."];

/// What stands before the name of a collaboration and does not belong to it.
const ON_BEHALF: [&str; 3] = ["for the ", "on behalf of the ", "on behalf of "];

/// How far a nickname may reach.
const NICKNAME: usize = 20;

/// The names, without affiliations, numbers of affiliations and `et al.`; accents are decoded.
pub(in crate::core::digest) fn authors(source: &str) -> Vec<String> {
    let mut names = Names::default();
    let mut depth = 0_usize;
    // Where the affiliation starts that is being read, and where the next name does.
    let (mut opened, mut start) = (0, 0);
    let mut escaped = false;
    for (at, c) in source.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '(' => {
                if depth == 0 {
                    opened = at;
                }
                depth += 1;
            }
            ')' if depth > 0 => {
                depth -= 1;
                let name = part(source, &(start..opened));
                let affiliation = source.get(opened..).unwrap_or_default();
                if depth == 0 && !is_nickname(name, affiliation) {
                    names.add(name);
                    start = at + 1;
                }
            }
            ',' | ';' | ':' if depth == 0 => {
                names.add(part(source, &(start..at)));
                start = at + 1;
            }
            _ => {}
        }
    }
    // An affiliation that is never closed hides nothing before it.
    let end = if depth > 0 { opened } else { source.len() };
    names.add(part(source, &(start..end)));
    names.list
}

/// Whether a parenthesis stands inside a name: `Robert (Bob) Smith`, and not `R. Smith (Oslo) B.
/// Jones`.
fn is_nickname(before: &str, from: &str) -> bool {
    let before = before.trim();
    let Some((inside, after)) = from.get(1..).and_then(|rest| rest.split_once(')')) else {
        return false;
    };
    let one_word = |word: &str| {
        word.chars().nth(1).is_some() && word.chars().all(|c| c.is_alphabetic() || c == '-')
    };
    let next = after.split([' ', '\n', ',', ';', '(']).nth(1);
    inside.len() <= NICKNAME
        && one_word(before)
        && one_word(inside)
        && inside.chars().skip(1).all(|c| !c.is_uppercase())
        && next.is_some_and(|word| one_word(word) && word != "and")
        && after.starts_with([' ', '\n'])
}

/// The names so far.
#[derive(Default)]
struct Names {
    list: Vec<String>,
}

impl Names {
    /// Adds what stands between two separators: a name, or several with `and` between.
    fn add(&mut self, piece: &str) {
        let mut name = String::new();
        for word in piece.split_whitespace() {
            if matches!(word, "and" | "And" | "AND" | "&" | r"\&") {
                self.push(&name);
                name.clear();
            } else {
                if !name.is_empty() {
                    name.push(' ');
                }
                name.push_str(word);
            }
        }
        self.push(&name);
    }

    fn push(&mut self, name: &str) {
        let name = name.trim_start_matches(['.', ' ']);
        let name = ["et al.", "et al"]
            .iter()
            .find_map(|others| name.strip_suffix(others))
            .unwrap_or(name);
        let name = ON_BEHALF
            .iter()
            .find_map(|start| name.strip_prefix(start))
            .unwrap_or(name);
        if SUFFIXES.contains(&name)
            && let Some(last) = self.list.last_mut()
        {
            last.push_str(", ");
            last.push_str(name);
        } else if name.contains(char::is_alphabetic) {
            let name = markup::read(name).plain;
            if !name.is_empty() {
                self.list.push(name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        assert_eq!(authors(source), expected, "{source}");
    }

    #[test]
    fn names_stand_between_commas_and_ands() {
        check("Ada Stern", &["Ada Stern"]);
        check(
            "A. Stern, B. Wolke and C. Regen",
            &["A. Stern", "B. Wolke", "C. Regen"],
        );
        check(
            "A. Stern, B. Wolke, and C. Regen",
            &["A. Stern", "B. Wolke", "C. Regen"],
        );
        check("A. Stern &\n B. Wolke", &["A. Stern", "B. Wolke"]);
        check("Andy Sandy and Brand Rand", &["Andy Sandy", "Brand Rand"]);
        check("A. Stern, Jr., B. Wolke", &["A. Stern, Jr.", "B. Wolke"]);
        check("", &[]);
    }

    #[test]
    fn affiliations_are_no_authors() {
        check("A. Stern (Oslo, Norway)", &["A. Stern"]);
        check(
            "A. Stern(1), B. Wolke (1 and 2) ((1) Oslo, (2) Bergen and Voss)",
            &["A. Stern", "B. Wolke"],
        );
        check(
            "A. Stern (Oslo) B. Wolke (Bergen). ((a) b)",
            &["A. Stern", "B. Wolke"],
        );
        check("A. Stern (Oslo, B. Wolke", &["A. Stern"]);
        check("A. Stern), B. Wolke", &["A. Stern)", "B. Wolke"]);
        check(
            "Wei (Ada) Stern, B. Wolke",
            &["Wei (Ada) Stern", "B. Wolke"],
        );
        check("Wei (MIT) Stern", &["Wei", "Stern"]);
    }

    #[test]
    fn collaborations_are_named_and_others_are_not_invented() {
        check(
            "The Fog Collaboration: A. Stern, B. Wolke, et al. (12 additional authors not shown)",
            &["The Fog Collaboration", "A. Stern", "B. Wolke"],
        );
        check(
            "A. Stern et al, for the Fog Collaboration",
            &["A. Stern", "Fog Collaboration"],
        );
    }

    #[test]
    fn accents_are_decoded() {
        check(
            r#"Ad\`ele St\"{o}rm, {\O}. Brki\'c, \v{S}. Wolke"#,
            &["Adèle Störm", "Ø. Brkić", "Š. Wolke"],
        );
    }
}
