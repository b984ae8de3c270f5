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
pub(in crate::core) fn is_category(word: &str) -> bool {
    let (archive, class) = word
        .split_once('.')
        .map_or((word, None), |(archive, class)| (archive, Some(class)));
    let class_fits = class.is_none_or(|class| {
        class.len() >= 2 && class.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-')
    });
    ARCHIVES.contains(&archive) && class_fits
}

/// The categories in a list with spaces, commas or semicolons between, each once; what is none is
/// passed over.
pub(super) fn list(text: &str) -> Vec<Category> {
    let mut categories = Distinct::default();
    for word in text.split([' ', '\t', ',', ';', '(', ')', '[', ']']) {
        if is_category(word) {
            categories.insert(word);
        }
    }
    categories.into_list()
}

/// So many categories are compared one by one; no paper of arXiv has more.
const FEW: usize = 16;

/// Categories in the order in which they come, each once.
#[derive(Debug, Default)]
pub(super) struct Distinct {
    list: Vec<Category>,
    /// The same for looking up, where they are more than a few.
    known: HashSet<String>,
}

impl Distinct {
    /// Adds one that is not there.
    pub(super) fn insert(&mut self, name: &str) {
        let is_known = if self.known.is_empty() {
            self.list.iter().any(|Category(known)| known == name)
        } else {
            self.known.contains(name)
        };
        if is_known {
            return;
        }
        self.list.push(Category(name.to_owned()));
        if !self.known.is_empty() {
            self.known.insert(name.to_owned());
        } else if self.list.len() > FEW {
            self.known
                .extend(self.list.iter().map(|Category(name)| name.clone()));
        }
    }

    /// Adds those that are not there.
    pub(super) fn extend(&mut self, categories: Vec<Category>) {
        for Category(name) in categories {
            self.insert(&name);
        }
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Category> {
        self.list
    }
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
    #[test]
    fn each_of_many_categories_stands_once() {
        let names: Vec<String> = ('a'..='z').map(|c| format!("cs.a{c}")).collect();
        let twice = names.join(" ").repeat(2).replace("azcs", "az cs");
        let seen: Vec<String> = list(&twice)
            .into_iter()
            .map(|Category(name)| name)
            .collect();
        assert_eq!(seen, names);
    }
}
