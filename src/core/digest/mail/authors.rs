//! The authors of a record: names as they are spoken, between commas and `and`, with affiliations
//! in parentheses.

use crate::core::digest::names::{self, Order};

/// The names, without affiliations, numbers of affiliations and `et al.`; accents are decoded.
pub(in crate::core::digest) fn authors(source: &str) -> Vec<String> {
    names::list(source, Order::Spoken)
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
