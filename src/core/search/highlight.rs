//! Where the terms of a query stand in a paper.

use super::Matches;
use std::sync::Arc;

use super::eval::regex_scope;
use super::listed::Listed;
use super::matcher::Matcher;
use super::pattern::{Pattern, Program, positive_terms};
use super::scan::Scans;
use crate::core::index::fields::{TextField, texts_of};
use crate::core::library::Record;
use crate::core::query::{Atom, Query, Term};
use crate::core::sorting;
use crate::core::text::{Mark, Span};

/// How many bytes of a text a regex looks at for all its matches there, a large one at fewer: from
/// each match on it may look as far as the end for a longer one.
const LOOKED_AT: usize = 256 << 10;
/// How many of its matches are found in any text.
const FEWEST: usize = 8;

/// The terms of one query, ready to be found in papers.
#[derive(Debug)]
pub struct Highlighter {
    /// The words, phrases and prefixes, for each field.
    matchers: [Matcher; TextField::COUNT],
    regexes: Vec<MarkedRegex>,
    /// The reader's own lists, which are marked beside it.
    listed: Arc<Listed>,
}

#[derive(Debug)]
struct MarkedRegex {
    number: u16,
    scope: &'static [TextField],
    program: Program,
}

impl Highlighter {
    /// Prepares the words, phrases, prefixes and regexes of a query that do not stand under a NOT.
    /// Each distinct one has a number, from 0 in reading order.
    pub fn new(query: &Query) -> Self {
        Self::with(query, &Scans::default())
    }

    /// The same with regexes as they were compiled for a scan.
    pub fn with(query: &Query, scans: &Scans) -> Self {
        let mut patterns: Vec<(u16, &[TextField], Pattern)> = Vec::new();
        let mut regexes = Vec::new();
        let terms: Vec<&Term> = positive_terms(query);
        for (number, term) in (0..).zip(terms) {
            if let Atom::Regex {
                pattern,
                case_sensitive,
            } = &term.atom
            {
                let scope = regex_scope(term.field);
                let program = scans.program(term).cloned();
                let program = program.or_else(|| Program::new(pattern, *case_sensitive).ok());
                regexes.extend(program.map(|program| MarkedRegex {
                    number,
                    scope,
                    program,
                }));
            } else if let (Some(scope), Some(pattern)) =
                (TextField::scope(term.field), Pattern::new(&term.atom))
            {
                patterns.push((number, scope, pattern));
            }
        }
        let matcher = |field: TextField| {
            let looks = patterns
                .iter()
                .filter(|(_, scope, _)| scope.contains(&field));
            Matcher::new(looks.map(|(number, _, pattern)| (*number, pattern)))
        };
        Self {
            matchers: TextField::ALL.map(matcher),
            regexes,
            listed: Arc::default(),
        }
    }

    /// The same with the words of lists, which are marked where the query's are not.
    #[must_use]
    pub fn listing(self, listed: Arc<Listed>) -> Self {
        Self { listed, ..self }
    }

    /// Finds what to highlight in a paper.
    pub fn matches(&self, record: &Record) -> Matches {
        let marks = |field: TextField| -> Vec<Vec<Mark>> {
            let texts = texts_of(record, field).into_iter();
            texts.map(|text| self.marks(text, field)).collect()
        };
        let authors = marks(TextField::Author).into_iter().zip(0..);
        Matches {
            title: marks(TextField::Title).concat(),
            summary: marks(TextField::Abstract).concat(),
            comment: marks(TextField::Comment).concat(),
            authors: authors
                .flat_map(|(marks, author)| marks.into_iter().map(move |mark| (author, mark)))
                .collect(),
        }
    }

    /// The marks in one text of a field, those of lists among them, sorted and apart. Of the
    /// matches of a regex those far behind may lack in a text that is very long.
    pub fn marks(&self, text: &str, field: TextField) -> Vec<Mark> {
        self.with_lists(self.of_query(text, field), text, field)
    }

    /// Adds the marks of lists to those of the query in a text.
    pub fn with_lists(&self, marks: Vec<Mark>, text: &str, field: TextField) -> Vec<Mark> {
        self.listed.beside(marks, text, field)
    }

    /// The query's marks alone.
    pub fn of_query(&self, text: &str, field: TextField) -> Vec<Mark> {
        let mut marks = Vec::new();
        self.matchers[field.index()].find(text, |term, span| marks.push(Mark { span, term }));
        for MarkedRegex {
            number,
            scope,
            program,
        } in &self.regexes
        {
            if scope.contains(&field) {
                let text = program.looks_at(text);
                let most = LOOKED_AT / (program.weight * text.len()).max(1);
                let found = program.regex.find_iter(text).take(most.max(FEWEST));
                let found = found.filter(|found| !found.is_empty());
                marks.extend(found.map(|found| Mark {
                    span: Span::new(found.start(), found.end()),
                    term: *number,
                }));
            }
        }
        apart(marks)
    }
}

/// Sorts marks and keeps of those that overlap the one that starts first, of those that start
/// together the longest, of equals the first term's.
pub(super) fn apart(mut marks: Vec<Mark>) -> Vec<Mark> {
    sorting::sort_by_key(&mut marks, |mark| {
        (mark.span.start, std::cmp::Reverse(mark.span.end), mark.term)
    });
    let mut end = 0;
    marks.retain(|mark| {
        let free = mark.span.start >= end;
        if free {
            end = mark.span.end;
        }
        free
    });
    marks
}
