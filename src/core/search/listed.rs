//! Words of the reader's own lists, marked in every text beside what a query finds there.

use super::highlight::apart;
use super::matcher::Matcher;
use super::pattern::{Pattern, positive_terms};
use crate::core::index::fields::TextField;
use crate::core::marks::Ink;
use crate::core::query::Query;
use crate::core::text::Mark;

/// How many words and phrases of all lists are looked for; those behind them are not.
pub const MOST_LISTED: usize = 2_000;

/// The words, phrases and prefixes of the reader's lists, ready to be found in papers. Regexes are
/// left out: they would be tried on every text that is shown.
#[derive(Debug, Default)]
pub struct Listed {
    /// For each field.
    matchers: [Matcher; TextField::COUNT],
    has_any: bool,
}

impl Listed {
    /// Prepares lists: each the query that its words make, and how they are marked. What stands
    /// under a NOT is left out.
    pub fn new<'q>(lists: impl IntoIterator<Item = (&'q Query, Ink)>) -> Self {
        let mut patterns: Vec<(Ink, &[TextField], Pattern)> = Vec::new();
        for (query, ink) in lists {
            for term in positive_terms(query) {
                if let (Some(scope), Some(pattern)) =
                    (TextField::scope(term.field), Pattern::new(&term.atom))
                {
                    patterns.push((ink, scope, pattern));
                }
            }
        }
        patterns.truncate(MOST_LISTED);
        let matcher = |field: TextField| {
            let here = patterns.iter();
            let here = here.filter(|(_, scope, _)| scope.contains(&field));
            Matcher::new(here.map(|(ink, _, pattern)| (ink.term(), pattern)))
        };
        Self {
            matchers: TextField::ALL.map(matcher),
            has_any: !patterns.is_empty(),
        }
    }

    /// Adds the marks of the lists to those of a query in a text of a field, which are sorted and
    /// apart, as all are together. Where both would stand, those of the query do.
    pub(super) fn beside(&self, own: Vec<Mark>, text: &str, field: TextField) -> Vec<Mark> {
        if !self.has_any {
            return own;
        }
        let mut marks = own;
        let of_query = marks.len();
        self.matchers[field.index()].find(text, |term, span| {
            let (before, _) = marks.split_at(of_query);
            let at = before.partition_point(|other| other.span.end <= span.start);
            let next = before.get(at);
            if next.is_none_or(|other| !other.span.overlaps(span)) {
                marks.push(Mark { span, term });
            }
        });
        // None of them overlaps one of the query, so that all of those stay.
        apart(marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::query::parse;
    use crate::core::search::Highlighter;

    /// The marked words of a text, those of the lists with the names of their inks.
    #[track_caller]
    fn check(query: &str, lists: &[(&str, Ink)], text: &str, expected: &[(&str, &str)]) {
        let parsed = |text: &str| parse(text).unwrap().query;
        let lists: Vec<(Query, Ink)> = lists
            .iter()
            .map(|(words, ink)| (parsed(words), *ink))
            .collect();
        let listed = Listed::new(lists.iter().map(|(query, ink)| (query, *ink)));
        let highlighter = Highlighter::new(&parsed(query)).listing(listed.into());
        let marks = highlighter.marks(text, TextField::Title);
        let shown = |mark: &Mark| {
            let ink = Ink::of_term(mark.term).map_or("query", Ink::name);
            (&text[mark.span.range()], ink)
        };
        let shown: Vec<(&str, &str)> = marks.iter().map(shown).collect();
        assert_eq!(shown, expected, "{query} over {text}");
    }

    #[test]
    fn words_of_lists_are_marked_beside_those_of_the_query() {
        let lists = [
            ("diffusion \"neural field\"", Ink::Red),
            ("survey benchmark*", Ink::Dim),
            ("-medical abstract:pose /x/", Ink::Blue),
        ];
        check(
            "field",
            &lists,
            "Diffusions in neural fields and neural field: benchmarking a medical pose",
            &[
                ("Diffusions", "red"),
                ("fields", "query"),
                ("field", "query"),
                ("benchmarking", "dim"),
            ],
        );
        check("", &lists, "A neural field", &[("neural field", "red")]);
        check("", &[], "A neural field", &[]);
    }

    #[test]
    fn there_is_an_end_to_what_is_looked_for() {
        let words: Vec<String> = (0..=MOST_LISTED).map(|at| format!("w{at}x")).collect();
        let lists = words.chunks(100).map(|words| words.join(" "));
        let lists: Vec<Query> = lists.map(|words| parse(&words).unwrap().query).collect();
        let listed = Listed::new(lists.iter().map(|query| (query, Ink::Red)));
        let marks = |word: &str| listed.beside(Vec::new(), word, TextField::Title).len();
        assert_eq!((marks("w0x"), marks(&words[MOST_LISTED - 1])), (1, 1));
        assert_eq!(marks(&words[MOST_LISTED]), 0);
    }
}
