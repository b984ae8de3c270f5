//! arXiv's categories, by name.

use std::collections::HashSet;

use crate::core::paper::Category;

/// The archives of today, and those that were merged into them; old papers carry the old names.
const ARCHIVES: [&str; 38] = [
    "astro-ph", "cond-mat", "cs", "econ", "eess", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th",
    "math", "math-ph", "nlin", "nucl-ex", "nucl-th", "physics", "q-bio", "q-fin", "quant-ph",
    "stat", "acc-phys", "adap-org", "alg-geom", "ao-sci", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph", "cmp-lg", "comp-gas", "dg-ga", "funct-an", "mtrl-th", "patt-sol", "plasm-ph",
    "q-alg", "solv-int", "supr-con",
];

/// `cs.CV`, `hep-th`, `math`: an archive in lower case, and perhaps a class after a dot.
pub(super) fn is_category(word: &str) -> bool {
    let (archive, class) = word
        .split_once('.')
        .map_or((word, None), |(archive, class)| (archive, Some(class)));
    let class_fits = class.is_none_or(|class| {
        class.len() >= 2 && class.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
    });
    ARCHIVES.contains(&archive) && class_fits
}

/// The categories in a list with spaces, commas or semicolons between, each once; what is none is passed over.
pub(super) fn list(text: &str) -> Vec<Category> {
    let mut known = HashSet::new();
    text.split([' ', '\t', ',', ';', '(', ')', '[', ']'])
        .filter(|word| is_category(word) && known.insert(*word))
        .map(|word| Category(word.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_among_words() {
        let seen = list("cs.CV, hep-th;math (eess.IV) cs.CV Computer Vision 4.2");
        let seen: Vec<&str> = seen.iter().map(|Category(name)| name.as_str()).collect();
        assert_eq!(seen, ["cs.CV", "hep-th", "math", "eess.IV"]);
    }
}
