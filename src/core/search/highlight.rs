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
        let terms = || self.terms.iter().filter(|term| term.scope.contains(&field));
        let mut marks = Vec::new();
        // Single words are met on the way; for phrases all words are kept, one behind the other.
        let mut words = Words::default();
        let patterns = || {
            terms().filter_map(|term| match &term.target {
                Target::Tokens(pattern) => Some((pattern, term)),
                Target::Regex(_) => None,
            })
        };
        let single: Vec<_> = patterns()
            .filter_map(|(pattern, term)| Some((pattern.single()?, term)))
            .collect();
        let has_phrases = patterns().count() > single.len();
        if has_phrases || !single.is_empty() {
            tokens(text, |token, span| {
                for (test, term) in &single {
                    if test.accepts(token) {
                        marks.push(term.mark(span));
                    }
                }
                if has_phrases {
                    words.push(token, span);
                }
            });
        }
        for term in terms() {
            match &term.target {
                Target::Regex(regex) => marks.extend(
                    regex
                        .find_iter(text)
                        .filter(|found| !found.is_empty())
                        .map(|found| term.mark(Span::new(found.start(), found.end()))),
                ),
                Target::Tokens(pattern) if pattern.len() > 1 => {
                    for first in 0..(words.len() + 1).saturating_sub(pattern.len()) {
                        let last = first + pattern.len() - 1;
                        if pattern.accepts((first..=last).map(|at| words.get(at))) {
                            marks.push(term.mark(Span {
                                start: words.spans[first].start,
                                end: words.spans[last].end,
                            }));
                        }
                    }
                }
                Target::Tokens(_) => {}
            }
        }
        apart(marks)
    }
}

impl MarkedTerm {
    fn mark(&self, span: Span) -> Mark {
        Mark {
            span,
            term: self.number,
        }
    }
}

/// The words of a text, without an allocation for each.
#[derive(Default)]
struct Words {
    letters: String,
    ends: Vec<usize>,
    spans: Vec<Span>,
}

impl Words {
    fn push(&mut self, token: &str, span: Span) {
        self.letters.push_str(token);
        self.ends.push(self.letters.len());
        self.spans.push(span);
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.letters[start..self.ends[at]]
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
