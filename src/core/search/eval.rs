//! Evaluates a query: for each of its expressions the set of papers that satisfy it.

use std::collections::HashMap;

use regex::Regex;

use super::bitset::Bitset;
use super::forward::{Index, TextField, announce_value, texts_of};
use super::pattern::{Pattern, compile_regex};
use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::library::{DocId, Record};
use crate::core::paper::{AnnounceKind, ArxivId, PaperId};
use crate::core::query::{Atom, DayRange, Expr, Field, HasPart, IsState, Query, Term};
use crate::core::tags;

/// The papers over which a query is evaluated.
#[derive(Clone, Copy)]
pub(super) struct Corpus<'l> {
    pub(super) index: &'l Index,
    pub(super) records: &'l [Record],
    pub(super) sources: &'l [String],
}

/// A query over a corpus, evaluated clause by clause.
pub(super) struct Evaluated<'q> {
    /// For each clause of the query the papers that satisfy it; `None` for a clause that says nothing, such as a lone `&`.
    pub(super) clauses: Vec<Option<Bitset>>,
    /// For each term of the query the papers that satisfy it, `None` as above.
    pub(super) terms: HashMap<&'q Term, Option<Bitset>>,
    /// All papers; what was taken out is none.
    papers: Bitset,
}

impl<'q> Evaluated<'q> {
    pub(super) fn new(corpus: Corpus<'_>, query: &'q Query) -> Self {
        let mut evaluated = Self {
            clauses: Vec::with_capacity(query.clauses.len()),
            terms: HashMap::new(),
            papers: corpus.live(),
        };
        for clause in &query.clauses {
            let set = evaluated.expr(corpus, clause);
            evaluated.clauses.push(set);
        }
        evaluated
    }

    /// The papers that satisfy all clauses but those left out, given by their place among the clauses.
    pub(super) fn all_but(&self, left_out: impl Fn(usize) -> bool) -> Bitset {
        let mut papers = self.papers.clone();
        for (at, clause) in self.clauses.iter().enumerate() {
            if let (Some(clause), false) = (clause, left_out(at)) {
                papers.and(clause);
            }
        }
        papers
    }

    /// What says nothing is left out: it neither narrows an AND nor widens an OR, and its negation says nothing either.
    fn expr(&mut self, corpus: Corpus<'_>, expr: &'q Expr) -> Option<Bitset> {
        match expr {
            Expr::And(all) => self.join(corpus, all, Bitset::and),
            Expr::Or(any) => self.join(corpus, any, Bitset::or),
            Expr::Not(inner) => {
                let mut set = self.expr(corpus, inner)?;
                set.not();
                Some(set)
            }
            Expr::Term(term) => self
                .terms
                .entry(term)
                .or_insert_with(|| corpus.term(term))
                .clone(),
        }
    }

    fn join(
        &mut self,
        corpus: Corpus<'_>,
        exprs: &'q [Expr],
        operation: fn(&mut Bitset, &Bitset),
    ) -> Option<Bitset> {
        exprs
            .iter()
            .filter_map(|expr| self.expr(corpus, expr))
            .reduce(|mut left, right| {
                operation(&mut left, &right);
                left
            })
    }
}

impl Corpus<'_> {
    /// One more than the largest number of a paper.
    pub(super) fn papers(&self) -> usize {
        self.index.docs.len().min(self.records.len())
    }

    /// The papers that can be found: all but those that were taken out.
    pub(super) fn live(&self) -> Bitset {
        self.docs(|doc| !self.index.docs[doc].is_gone)
    }

    /// The papers that satisfy a term; `None` when it says nothing. A field with an atom that it does not take finds nothing.
    pub(super) fn term(&self, term: &Term) -> Option<Bitset> {
        if let Some(scope) = TextField::scope(term.field) {
            return match &term.atom {
                Atom::Regex {
                    pattern,
                    case_sensitive,
                } => Some(match compile_regex(pattern, *case_sensitive) {
                    Ok(regex) => self.regex(term.field, &regex),
                    // `check` has told the reader why.
                    Err(_) => self.nothing(),
                }),
                atom => Some(self.pattern(scope, &Pattern::new(atom)?)),
            };
        }
        let index = self.index;
        Some(match (term.field, &term.atom) {
            (Some(Field::Id), Atom::Value(id)) => self.id(id),
            (Some(Field::Is), Atom::Is(IsState::Duplicate)) => {
                self.docs(|doc| index.docs[doc].is_duplicate)
            }
            (Some(Field::Is), Atom::Is(state)) => {
                self.docs(|doc| index.reader.is(doc_id(doc), *state))
            }
            (Some(Field::Has), Atom::Has(part)) => self.docs(|doc| match part {
                HasPart::Abstract => index.docs[doc].has_abstract,
                HasPart::Authors => !self.records[doc].paper.authors.is_empty(),
                HasPart::Code => index.docs[doc].has_code,
                HasPart::Math => index.docs[doc].has_math,
                HasPart::Note => index.reader.has_note(doc_id(doc)),
            }),
            (Some(Field::Tag), Atom::Value(tag)) => {
                self.docs(|doc| index.reader.has_tag(doc_id(doc), tag))
            }
            (Some(Field::Facet(facet)), Atom::None) => {
                self.docs(|doc| index.column(facet).get(doc).is_empty())
            }
            (Some(Field::Facet(Facet::Day)), Atom::Days(range)) => {
                self.values(Facet::Day, |day| holds(*range, index.days.values()[day]))
            }
            (Some(Field::Facet(facet)), Atom::Value(value)) => self.value(facet, value),
            _ => self.nothing(),
        })
    }

    /// The papers with a facet's value as a query names it.
    fn value(&self, facet: Facet, name: &str) -> Bitset {
        match facet {
            Facet::Announce => match AnnounceKind::ALL.iter().find(|kind| kind.id() == name) {
                Some(kind) => self.values(facet, |value| value == announce_value(*kind) as usize),
                None => self.nothing(),
            },
            Facet::Category => {
                let categories = self.index.categories.values();
                self.values(facet, |value| category_is(&categories[value], name))
            }
            Facet::Topic => {
                let topics = self.index.topics.values();
                self.values(facet, |value| topics[value].eq_ignore_ascii_case(name))
            }
            Facet::Day => match name.parse::<Day>() {
                Ok(day) => self.values(facet, |value| self.index.days.values()[value] == day),
                Err(_) => self.nothing(),
            },
            Facet::Source => self.values(facet, |value| {
                self.sources
                    .get(value)
                    .is_some_and(|source| source_is(source, name))
            }),
            _ => match tags::find(facet, name) {
                Some(tag) => self.values(facet, |value| value == usize::from(tag.0)),
                None => self.nothing(),
            },
        }
    }

    /// The papers with any of a facet's values that pass a test.
    fn values(&self, facet: Facet, test: impl FnMut(usize) -> bool) -> Bitset {
        let column = self.index.column(facet);
        let wanted = Bitset::from_test(column.totals().len(), test);
        self.docs(|doc| {
            let values = column.get(doc);
            values.iter().any(|value| wanted.contains(*value as usize))
        })
    }

    fn pattern(&self, scope: &[TextField], pattern: &Pattern) -> Bitset {
        let pattern = pattern.compile(self.index.dictionary.values());
        if pattern.is_hopeless() {
            return self.nothing();
        }
        match scope {
            [field] => self.docs(|doc| pattern.stands_in(self.index.terms(doc, *field))),
            _ => self.docs(|doc| pattern.stands_in(self.index.all_terms(doc))),
        }
    }

    fn regex(&self, field: Option<Field>, regex: &Regex) -> Bitset {
        let fields = regex_scope(field);
        self.docs(|doc| {
            let record = &self.records[doc];
            let texts = fields.iter().flat_map(|field| texts_of(record, *field));
            texts.into_iter().any(|text| regex.is_match(text))
        })
    }

    fn id(&self, wanted: &str) -> Bitset {
        match ArxivId::parse_versioned(wanted) {
            Ok((id, version)) => self.docs(|doc| {
                let paper = &self.records[doc].paper;
                let versions_meet = version.is_none() || paper.version == version;
                matches!(&paper.id, PaperId::Arxiv(known) if *known == id) && versions_meet
            }),
            Err(_) => self.docs(|doc| self.records[doc].paper.id.as_str() == wanted),
        }
    }

    fn docs(&self, test: impl FnMut(usize) -> bool) -> Bitset {
        Bitset::from_test(self.papers(), test)
    }

    fn nothing(&self) -> Bitset {
        Bitset::empty(self.papers())
    }
}

/// The fields in which a regex looks: without a field not the authors.
pub(super) fn regex_scope(field: Option<Field>) -> &'static [TextField] {
    match field {
        None => &[TextField::Title, TextField::Abstract, TextField::Comment],
        field => TextField::scope(field).unwrap_or_default(),
    }
}

/// Whether a category is the one named or belongs to the archive named.
pub(super) fn category_is(category: &str, name: &str) -> bool {
    category.eq_ignore_ascii_case(name)
        || category
            .split_once('.')
            .is_some_and(|(archive, _)| archive.eq_ignore_ascii_case(name))
}

/// Whether a source is the one named, with or without its folders.
pub(super) fn source_is(source: &str, name: &str) -> bool {
    let file = source.rsplit(['/', '\\']).next().unwrap_or(source);
    let (source, file, name) = (
        source.to_lowercase(),
        file.to_lowercase(),
        name.to_lowercase(),
    );
    source == name || file == name
}

/// Whether a day lies in the range.
pub(super) fn holds(range: DayRange, day: Day) -> bool {
    range.from.is_none_or(|from| from <= day) && range.to.is_none_or(|to| day <= to)
}

/// Documents are numbered by [`DocId`], so their places fit.
pub(super) fn doc_id(doc: usize) -> DocId {
    DocId::try_from(doc).unwrap_or(DocId::MAX)
}
