//! Where the terms of a query stand in a paper.

use regex::Regex;

use super::Matches;
use super::eval::regex_scope;
use super::firsts::Firsts;
use super::pattern::{Pattern, TokenTest, compile_regex, positive_terms};
use crate::core::index::fields::{TextField, texts_of};
use crate::core::library::Record;
use crate::core::query::{Atom, Query, Term};
use crate::core::sorting;
use crate::core::text::{Mark, Span};

/// The terms of one query, ready to be found in papers.
#[derive(Debug)]
pub struct Highlighter {
    terms: Vec<MarkedTerm>,
    /// How the tokens begin that the terms look for, for each field.
    firsts: [Firsts; TextField::COUNT],
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

/// A phrase of which some tokens are met.
struct Begun<'h> {
    term: &'h MarkedTerm,
    /// The tests that have yet to be passed, at least one.
    left: &'h [TokenTest],
    /// Where it starts.
    start: u32,
    /// The number of the token that must pass the next test.
    next: usize,
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
        let terms: Vec<MarkedTerm> = terms.into_iter().enumerate().filter_map(marked).collect();
        let mut firsts = [Firsts::default(); TextField::COUNT];
        for term in &terms {
            for (field, test) in term.scope.iter().flat_map(|field| {
                let tests = term.tests().iter();
                tests.map(move |test| (field, test))
            }) {
                firsts[field.index()].add(test.text());
            }
        }
        Self { terms, firsts }
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
        let terms = || self.terms.iter().filter(|term| term.scope.contains(&field));
        let mut marks = Vec::new();
        let mut begun: Vec<Begun<'_>> = Vec::new();
        if terms().any(|term| !term.tests().is_empty()) {
            self.firsts[field.index()].tokens(text, |token, span, number| {
                begun.retain_mut(|phrase| {
                    let [next, left @ ..] = phrase.left else {
                        return false;
                    };
                    if phrase.next != number || !next.accepts(token) {
                        return false;
                    }
                    phrase.left = left;
                    phrase.next += 1;
                    if left.is_empty() {
                        marks.push(phrase.term.mark(Span {
                            start: phrase.start,
                            end: span.end,
                        }));
                    }
                    !left.is_empty()
                });
                for term in terms() {
                    match term.tests() {
                        [first, left @ ..] if first.accepts(token) => {
                            if left.is_empty() {
                                marks.push(term.mark(span));
                            } else {
                                begun.push(Begun {
                                    term,
                                    left,
                                    start: span.start,
                                    next: number + 1,
                                });
                            }
                        }
                        _ => {}
                    }
                }
            });
        }
        for term in terms() {
            if let Target::Regex(regex) = &term.target {
                let found = regex.find_iter(text).filter(|found| !found.is_empty());
                marks.extend(found.map(|found| term.mark(Span::new(found.start(), found.end()))));
            }
        }
        apart(marks)
    }
}

impl MarkedTerm {
    /// What tokens side by side must pass; nothing for a regex.
    fn tests(&self) -> &[TokenTest] {
        match &self.target {
            Target::Tokens(pattern) => pattern.tests(),
            Target::Regex(_) => &[],
        }
    }

    fn mark(&self, span: Span) -> Mark {
        Mark {
            span,
            term: self.number,
        }
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
