//! Evaluates a query: for each of its expressions the set of papers that satisfy it.

use std::collections::HashMap;

use super::pattern::{Pattern, Program};
use super::scan::Scans;
use super::words::{self, Words};
use crate::core::day::Date;
use crate::core::facet::{Facet, FacetKind};
use crate::core::index::bitset::Bitset;
use crate::core::index::fields::TextField;
use crate::core::index::{Index, announce_value, id_hash, narrow};
use crate::core::library::Record;
use crate::core::marks::State;
use crate::core::paper::{AnnounceKind, ArxivId};
use crate::core::query::{Atom, Expr, Field, HasPart, IsState, Query, Term};
use crate::core::registered::Registered;

/// The papers over which a query is evaluated.
#[derive(Clone, Copy)]
pub(super) struct Corpus<'l> {
    pub(super) index: &'l Index,
    pub(super) records: &'l [Record],
    pub(super) sources: &'l [String],
    /// Regexes whose papers are known already.
    pub(super) scans: &'l Scans,
    /// Papers that are not found unless they are asked for by their ids.
    pub(super) hidden: Option<&'l Bitset>,
}

/// The papers that satisfy a term.
pub(super) struct Hits {
    pub(super) docs: Bitset,
    /// How often its words stand there, if it has words.
    pub(super) words: Option<Words>,
}

impl From<Bitset> for Hits {
    fn from(docs: Bitset) -> Self {
        Self { docs, words: None }
    }
}

/// A query over a corpus, evaluated clause by clause.
pub(super) struct Evaluated<'q> {
    /// For each clause of the query the papers that satisfy it; `None` for a clause that says
    /// nothing, such as a lone `&`.
    pub(super) clauses: Vec<Option<Bitset>>,
    /// For each term of the query the papers that satisfy it, `None` as above.
    pub(super) terms: HashMap<&'q Term, Option<Hits>>,
    /// All papers; what was taken out is none, nor is what is hidden.
    papers: Bitset,
    /// Those that satisfy the query, but are hidden.
    hidden: Bitset,
}

impl<'q> Evaluated<'q> {
    pub(super) fn new(corpus: Corpus<'_>, query: &'q Query) -> Self {
        let mut evaluated = Self {
            clauses: Vec::with_capacity(query.clauses.len()),
            terms: HashMap::new(),
            papers: corpus.index.sets.live.clone(),
            hidden: Bitset::default(),
        };
        for clause in &query.clauses {
            let set = evaluated.expr(corpus, clause);
            evaluated.clauses.push(set);
        }
        if let Some(hidden) = corpus.hidden {
            evaluated.hide(hidden, query);
        }
        evaluated
    }

    /// Hides papers, but for those that the query asks for by their ids.
    fn hide(&mut self, hidden: &Bitset, query: &Query) {
        debug_assert_eq!(hidden.len(), self.papers.len(), "papers of another index");
        let mut hidden = hidden.clone();
        for (clause, docs) in query.clauses.iter().zip(&self.clauses) {
            if let (true, Some(docs)) = (asks_for_ids(clause), docs) {
                hidden.and_not(docs);
            }
        }
        self.hidden = self.all_but(|_| false);
        self.hidden.and(&hidden);
        self.papers.and_not(&hidden);
    }

    /// The papers that satisfy the query, but are hidden; to be asked once.
    pub(super) fn take_hidden(&mut self) -> Bitset {
        std::mem::take(&mut self.hidden)
    }

    /// The papers that satisfy all clauses but those left out, given by their place among the
    /// clauses.
    pub(super) fn all_but(&self, left_out: impl Fn(usize) -> bool) -> Bitset {
        let mut papers = self.papers.clone();
        for (at, clause) in self.clauses.iter().enumerate() {
            if let (Some(clause), false) = (clause, left_out(at)) {
                papers.and(clause);
            }
        }
        papers
    }

    /// What says nothing is left out: it neither narrows an AND nor widens an OR, and its negation
    /// says nothing either.
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
                .as_ref()
                .map(|hits| hits.docs.clone()),
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
        self.index.docs.len()
    }

    /// The papers that satisfy a term; `None` when it says nothing. A field with an atom that it
    /// does not take finds nothing.
    pub(super) fn term(&self, term: &Term) -> Option<Hits> {
        let Some(scope) = TextField::scope(term.field) else {
            if term.field == Some(Field::Note) {
                return self.noted(&term.atom).map(Hits::from);
            }
            return Some(self.filter(term).into());
        };
        if let Atom::Regex { .. } = &term.atom {
            let docs = self.scans.found(term).cloned();
            return Some(docs.unwrap_or_else(|| self.nothing()).into());
        }
        let terms = Pattern::new(&term.atom)?.terms(&self.index.dictionary);
        let (docs, words) = words::find(self.index, terms, scope);
        Some(Hits {
            docs,
            words: Some(words),
        })
    }

    /// The papers that satisfy a term that looks for no text.
    fn filter(&self, term: &Term) -> Bitset {
        let index = self.index;
        let sets = &index.sets;
        match (term.field, &term.atom) {
            (Some(Field::Id), Atom::Value(id)) => self.id(id),
            (Some(Field::Id), Atom::Prefix(start)) => self.ids(start),
            (Some(Field::Is), Atom::Is(state)) => self.is(*state),
            (Some(Field::Has), Atom::Has(part)) => match part {
                HasPart::Abstract => sets.with_abstract.clone(),
                HasPart::Authors => sets.with_authors.clone(),
                HasPart::Code => sets.with_code.clone(),
                HasPart::Math => sets.with_math.clone(),
                HasPart::Note => index.reader.with_note().clone(),
            },
            (Some(Field::Facet(facet)), Atom::None) => {
                let mut without = index.with_values(facet).clone();
                without.not();
                without
            }
            (Some(Field::Facet(facet)), Atom::Days(range)) if facet.kind() == FacetKind::Day => {
                self.values(facet, |day| range.holds(index.days.days()[day]))
            }
            (Some(Field::Facet(facet)), Atom::Value(value)) => self.value(facet, value),
            _ => self.nothing(),
        }
    }

    /// The papers in a state.
    fn is(&self, state: IsState) -> Bitset {
        let reader = &self.index.reader;
        let state = match state {
            IsState::Duplicate => return self.index.sets.duplicates.clone(),
            IsState::Unread => {
                let mut unread = reader.papers(State::Read).clone();
                unread.not();
                return unread;
            }
            IsState::Read => State::Read,
            IsState::Starred => State::Starred,
            IsState::Later => State::Later,
            IsState::Skipped => State::Skipped,
            IsState::New => State::New,
            IsState::Undecided => State::Undecided,
        };
        reader.papers(state).clone()
    }

    /// The papers whose notes have what a term looks for; `None` where it says nothing. There are
    /// few notes, so each is looked through.
    fn noted(&self, atom: &Atom) -> Option<Bitset> {
        let pattern = Pattern::new(atom);
        let program = if let Atom::Regex {
            pattern,
            case_sensitive,
        } = atom
        {
            Program::new(pattern, *case_sensitive).ok()
        } else {
            pattern.as_ref()?;
            None
        };
        let mut found = self.nothing();
        for (doc, note) in self.index.reader.notes() {
            let has_words = |pattern: &Pattern| pattern.occurrences(note) > 0;
            let is_match = |program: &Program| program.regex.is_match(program.looks_at(note));
            if pattern.as_ref().is_some_and(has_words) || program.as_ref().is_some_and(is_match) {
                found.insert(doc as usize);
            }
        }
        Some(found)
    }

    /// The papers with a facet's value as a query names it.
    fn value(&self, facet: Facet, name: &str) -> Bitset {
        let index = self.index;
        match facet.kind() {
            FacetKind::Announce => match AnnounceKind::ALL.iter().find(|kind| kind.id() == name) {
                Some(kind) => self.values(facet, |value| value == announce_value(*kind) as usize),
                None => self.nothing(),
            },
            FacetKind::Category => self.values(facet, |value| {
                category_is(index.categories.term(narrow(value)), name)
            }),
            FacetKind::Topic => self.values(facet, |value| {
                index.topics.term(narrow(value)).eq_ignore_ascii_case(name)
            }),
            FacetKind::Day => match name.parse::<Date>() {
                Ok(date) => self.values(facet, |value| index.days.days()[value] == date),
                Err(_) => self.nothing(),
            },
            FacetKind::Source => self.values(facet, |value| {
                self.sources
                    .get(value)
                    .is_some_and(|source| source_is(source, name))
            }),
            FacetKind::State => match State::of(name) {
                Some(state) => index.reader.papers(state).clone(),
                None => self.nothing(),
            },
            FacetKind::Tag => match index.names.meant(facet, name) {
                Some(tag) => self.values(facet, |value| value == usize::from(tag.0)),
                None => self.nothing(),
            },
        }
    }

    /// The papers with any of a facet's values that pass a test.
    fn values(&self, facet: Facet, test: impl FnMut(usize) -> bool) -> Bitset {
        let column = self.index.column(facet);
        let wanted = Bitset::from_test(column.totals().len(), test);
        column.with_any(&wanted, self.papers())
    }

    /// The paper with this id, or the papers with this DOI or id of another register. A version in
    /// the query says nothing: an address that was copied has one, and the library has one paper
    /// for all of them.
    fn id(&self, wanted: &str) -> Bitset {
        if wanted.starts_with("10.") && wanted.contains('/') {
            let has_doi = |record: &Record| {
                let doi = record.paper.doi.as_deref();
                doi.is_some_and(|doi| doi.eq_ignore_ascii_case(wanted))
            };
            return self.docs(|doc| self.records.get(doc).is_some_and(has_doi));
        }
        if let Some(wanted) = Registered::named(wanted) {
            let has_it = |record: &Record| record.paper.registered().any(|id| id == wanted);
            return self.docs(|doc| self.records.get(doc).is_some_and(has_it));
        }
        let parsed = ArxivId::parse_versioned(wanted).ok();
        let wanted = parsed.as_ref().map_or(wanted, |(id, _)| id.as_str());
        let hash = id_hash(wanted);
        self.docs(|doc| {
            self.index.docs[doc].id == hash
                && self
                    .records
                    .get(doc)
                    .is_some_and(|record| record.paper.id.as_str() == wanted)
        })
    }

    /// The papers whose ids begin so.
    fn ids(&self, start: &str) -> Bitset {
        self.docs(|doc| {
            let record = self.records.get(doc);
            record.is_some_and(|record| record.paper.id.as_str().starts_with(start))
        })
    }

    fn docs(&self, test: impl FnMut(usize) -> bool) -> Bitset {
        Bitset::from_test(self.papers(), test)
    }

    fn nothing(&self) -> Bitset {
        Bitset::empty(self.papers())
    }
}

/// Whether a clause asks for papers by their ids and for nothing else.
fn asks_for_ids(clause: &Expr) -> bool {
    match clause {
        Expr::Or(any) => any.iter().all(asks_for_ids),
        Expr::Term(term) => term.field == Some(Field::Id) && matches!(term.atom, Atom::Value(_)),
        Expr::And(_) | Expr::Not(_) => false,
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
