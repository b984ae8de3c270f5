//! Where the terms of a query stand in a paper.

use regex::Regex;

use super::Matches;
use super::eval::regex_scope;
use super::pattern::{Pattern, compile_regex, positive_terms};
use crate::core::index::fields::{TextField, texts_of};
use crate::core::index::tokens::tokens;
use crate::core::library::Record;
use crate::core::query::{Atom, Query, Term};
use crate::core::sorting;
use crate::core::text::{Mark, Span};

/// The terms of one query, ready to be found in papers.
#[derive(Debug)]
pub struct Highlighter {
    terms: Vec<MarkedTerm>,
}

#[derive(Debug)]
struct MarkedTerm {
    number: u16,
    scope: &'static [TextField],
    target: Target,
}

#[derive(Debug)]
enum Target {
    Tokens(Pattern),
    Regex(Regex),
}

impl Highlighter {
    /// Prepares the words, phrases, prefixes and regexes of a query that do not stand under a NOT. Each distinct one has a number, from 0 in reading order.
    pub fn new(query: &Query) -> Self {
        let marked = |(number, term): (usize, &Term)| {
            let (scope, target) = match &term.atom {
                Atom::Regex {
                    pattern,
                    case_sensitive,
                } => {
                    let regex = compile_regex(pattern, *case_sensitive).ok()?;
                    (regex_scope(term.field), Target::Regex(regex))
                }
                atom => (
                    TextField::scope(term.field)?,
                    Target::Tokens(Pattern::new(atom)?),
                ),
            };
            Some(MarkedTerm {
                number: u16::try_from(number).ok()?,
                scope,
                target,
            })
        };
        let terms = positive_terms(query);
        Self {
            terms: terms.into_iter().enumerate().filter_map(marked).collect(),
        }
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

    /// The marks in one text of a field, sorted and apart.
    fn marks(&self, text: &str, field: TextField) -> Vec<Mark> {
        let mut words: Vec<(String, Span)> = Vec::new();
        tokens(text, |token, span| words.push((token.to_owned(), span)));
        let mut marks = Vec::new();
        for term in self.terms.iter().filter(|term| term.scope.contains(&field)) {
            let mut add = |span: Span| {
                marks.push(Mark {
                    span,
                    term: term.number,
                });
            };
            match &term.target {
                Target::Regex(regex) => regex
                    .find_iter(text)
                    .filter(|found| !found.is_empty())
                    .for_each(|found| add(Span::new(found.start(), found.end()))),
                Target::Tokens(pattern) => words
                    .windows(pattern.len())
                    .filter(|window| {
                        pattern.accepts(window.iter().map(|(token, _)| token.as_str()))
                    })
                    .for_each(|window| {
                        add(Span {
                            start: window[0].1.start,
                            end: window[window.len() - 1].1.end,
                        });
                    }),
            }
        }
        apart(marks)
    }
}

/// Sorts marks and keeps of those that overlap the one that starts first, of those that start together the longest, of equals the first term's.
fn apart(mut marks: Vec<Mark>) -> Vec<Mark> {
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
