//! Completion: what the word at the caret may become, from the library's own fields, tags,
//! categories, authors and words, with how many papers each finds.

mod texts;

use super::Scans;
use super::eval::Corpus;
use super::searcher::Searcher;
use crate::core::facet::{Facet, FacetKind};
use crate::core::index::narrow;
use crate::core::marks::State;
use crate::core::paper::AnnounceKind;
use crate::core::query::{
    Atom, FIELDS, Field, FieldInfo, HasPart, IsState, Term, Writing, writing,
};
use crate::core::sorting;
use crate::core::tags::TagId;
use crate::core::text::Span;
use crate::core::words::dictionary::Dictionary;
use crate::core::words::tokens::comparable;

/// The most completions of a kind where there are several kinds.
const FEW: usize = 3;
/// The most completions of a kind that stands alone.
const MANY: usize = 10;
/// How many letters a word must have before words are offered.
const LETTERS: usize = 2;
/// How many letters a name must have before it is offered among other things.
const NAME_LETTERS: usize = 3;
/// The longest topic or source that is offered, and the most of a title that is shown, in bytes.
const LONGEST: usize = 400;
/// Stands for papers without any value.
const NONE: &str = "none";

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// The name of a field.
    Field,
    /// A value that a field takes: a tag, a category, a day.
    Value,
    /// A word of the texts.
    Word,
    /// An author's name.
    Author,
}

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What it is.
    pub kind: CompletionKind,
    /// The place in the query's text that it replaces, in bytes.
    pub at: Span,
    /// What is put there.
    pub text: String,
    /// What it means to a person: a tag's name, a field's description. Empty where the text says it
    /// all.
    pub label: String,
    /// How many papers it finds alone; `None` for a field and within a range of days.
    pub papers: Option<usize>,
}

impl Searcher<'_> {
    /// What the word at the caret, a place in bytes, may become. Without anything typed only fields
    /// and the values of a field are offered.
    pub fn complete(&self, text: &str, caret: usize) -> Vec<Completion> {
        let Some(writing) = writing(text, caret) else {
            return Vec::new();
        };
        let scans = Scans::default();
        let completer = Completer {
            corpus: self.corpus(&scans),
            writing,
        };
        let mut all = completer.all();
        // What stands there already is no way to go on.
        all.retain(|one| {
            one.papers != Some(0) && text.get(one.at.range()) != Some(one.text.as_str())
        });
        all
    }
}

struct Completer<'l> {
    corpus: Corpus<'l>,
    writing: Writing,
}

impl Completer<'_> {
    fn all(&self) -> Vec<Completion> {
        let Some(info) = self.writing.field else {
            let mut all = self.fields();
            all.extend(self.words(None));
            if !self.writing.quoted {
                all.extend(self.tags_anywhere());
                all.extend(self.categories(FEW, true));
                all.extend(self.authors(None, FEW));
            }
            return all;
        };
        match info.field {
            Field::Author => self.authors(Some(info.field), MANY),
            Field::Title | Field::Abstract | Field::Comment => self.words(Some(info.field)),
            Field::Id => self.ids(),
            Field::Is => self.names(info.field, IsState::ALL.map(IsState::name)),
            Field::Has => self.names(info.field, HasPart::ALL.map(HasPart::name)),
            Field::Note => Vec::new(),
            Field::Facet(facet) => self.values(facet),
        }
    }

    /// The values of a facet.
    fn values(&self, facet: Facet) -> Vec<Completion> {
        let field = Field::Facet(facet);
        match facet.kind() {
            FacetKind::Tag => self.tags(facet),
            FacetKind::Announce => self.names(field, AnnounceKind::ALL.map(AnnounceKind::id)),
            FacetKind::State => self.names(field, State::ALL.map(State::id)),
            FacetKind::Category => self.categories(MANY, false),
            FacetKind::Topic => self.named(field, dictionary_terms(&self.corpus.index.topics)),
            FacetKind::Day => self.days(),
            FacetKind::Source => self.named(field, self.corpus.sources.iter().map(String::as_str)),
        }
    }

    /// The names of fields.
    fn fields(&self) -> Vec<Completion> {
        let typed = &self.writing.typed;
        if !self.writing.takes_field {
            return Vec::new();
        }
        let begins = |info: &&FieldInfo| {
            info.name
                .get(..typed.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(typed))
        };
        let shown = if typed.is_empty() { FIELDS.len() } else { FEW };
        let field = |info: &FieldInfo| Completion {
            kind: CompletionKind::Field,
            at: Span::new(self.writing.start, self.writing.end),
            text: [info.name, ":"].concat(),
            label: info.description.to_owned(),
            papers: None,
        };
        FIELDS
            .iter()
            .filter(begins)
            .take(shown)
            .map(field)
            .collect()
    }

    /// Tags of any facet, with their field.
    fn tags_anywhere(&self) -> Vec<Completion> {
        if self.writing.typed.len() < LETTERS {
            return Vec::new();
        }
        let mut found: Vec<(u32, Facet, TagId)> = Vec::new();
        for facet in Facet::TAGGED {
            found.extend(
                self.matching_tags(facet)
                    .into_iter()
                    .map(|(n, tag)| (n, facet, tag)),
            );
        }
        sorting::sort_by_key(&mut found, |(papers, ..)| std::cmp::Reverse(*papers));
        let some = found.into_iter().take(FEW);
        some.map(|(papers, facet, tag)| {
            let names = &self.corpus.index.names;
            let id = names.id(tag).to_owned();
            let term = term(Field::Facet(facet), Atom::Value(id));
            self.value(term.to_string(), names.label(tag), Some(papers as usize))
        })
        .collect()
    }

    /// The tags of one facet, the most frequent first.
    fn tags(&self, facet: Facet) -> Vec<Completion> {
        let mut found = self.matching_tags(facet);
        sorting::sort_by_key(&mut found, |(papers, _)| std::cmp::Reverse(*papers));
        let mut all: Vec<Completion> = found
            .into_iter()
            .take(MANY)
            .map(|(n, tag)| {
                let names = &self.corpus.index.names;
                self.value(names.id(tag).to_owned(), names.label(tag), Some(n as usize))
            })
            .collect();
        all.extend(self.names(Field::Facet(facet), [NONE]));
        all
    }

    /// The tags of a facet that occur and fit what is typed, and in how many papers.
    fn matching_tags(&self, facet: Facet) -> Vec<(u32, TagId)> {
        let typed = comparable(&self.writing.typed);
        let totals = self.corpus.index.column(facet).totals();
        let names = &self.corpus.index.names;
        let fits = |tag: &TagId| {
            starts_within(&comparable(names.id(*tag)), &typed)
                || starts_within(&comparable(names.label(*tag)), &typed)
        };
        names
            .of(facet)
            .filter(fits)
            .filter_map(|tag| Some((*totals.get(usize::from(tag.0))?, tag)))
            .filter(|(papers, _)| *papers > 0)
            .collect()
    }

    /// Categories and, where the field is written, archives, the most frequent first.
    fn categories(&self, most: usize, anywhere: bool) -> Vec<Completion> {
        let index = self.corpus.index;
        let typed = self.writing.typed.to_lowercase();
        if anywhere && typed.len() < LETTERS {
            return Vec::new();
        }
        let totals = index.column(Facet::Category).totals();
        let mut found: Vec<(u32, &str)> = totals
            .iter()
            .zip(0..)
            .map(|(papers, number)| (*papers, index.categories.term(number)))
            .filter(|(papers, name)| *papers > 0 && name.to_lowercase().starts_with(&typed))
            .collect();
        sorting::sort_by_key(&mut found, |(papers, name)| {
            (std::cmp::Reverse(*papers), *name)
        });
        let field = Field::Facet(Facet::Category);
        let mut all = Vec::new();
        for (papers, name) in found.into_iter().take(most) {
            let value = term(field, Atom::Value(name.to_owned()));
            let text = if anywhere {
                value.to_string()
            } else {
                value.atom.to_string()
            };
            all.push(self.value(text, "", Some(papers as usize)));
        }
        all
    }

    /// Some of the few names that a field takes, each counted.
    fn names<const N: usize>(&self, field: Field, names: [&'static str; N]) -> Vec<Completion> {
        let typed = self.writing.typed.to_lowercase();
        let fitting = names.into_iter().filter(|name| name.starts_with(&typed));
        let mut all = Vec::new();
        for name in fitting {
            let text = [field.info().name, ":", name].concat();
            let papers = self.found_by(&text);
            all.push(self.value(name.to_owned(), "", papers));
        }
        all
    }

    /// Names of the library that have what is typed at the start of a word.
    fn named<'n>(&self, field: Field, names: impl Iterator<Item = &'n str>) -> Vec<Completion> {
        let typed = comparable(&self.writing.typed);
        let names = names.filter(|name| name.len() <= LONGEST);
        let fitting = names.filter(|name| starts_within(&comparable(name), &typed));
        let mut all = Vec::new();
        for name in fitting.take(4 * MANY) {
            let value = term(field, Atom::Value(name.to_owned()));
            let papers = self.corpus.term(&value).map(|hits| hits.docs.count());
            all.push(self.value(value.atom.to_string(), "", papers));
        }
        sorting::sort_by_key(&mut all, |one| std::cmp::Reverse(one.papers));
        all.truncate(MANY);
        all
    }

    /// Months and days of the library, newest first; within a range its later end.
    fn days(&self) -> Vec<Completion> {
        let typed = &self.writing.typed;
        let ranged = match typed.rfind("..") {
            Some(dots) => dots + 2,
            None => typed.len() - typed.trim_start_matches(['<', '>', '=']).len(),
        };
        let prefix = &typed[ranged..];
        let days = &self.corpus.index.days;
        let totals = self.corpus.index.column(Facet::Day).totals();
        let mut texts: Vec<String> = Vec::new();
        for number in days.sorted().iter().rev() {
            if totals.get(*number as usize).is_some_and(|total| *total > 0) {
                let day = days.days()[*number as usize].to_string();
                // A month has its own name for both, and so has a year.
                let month = day.get(..7).unwrap_or(&day).to_owned();
                for text in [month, day] {
                    // Once the month is written its days are meant.
                    if text.starts_with(prefix) && text != prefix && !texts.contains(&text) {
                        texts.push(text);
                    }
                }
            }
            if texts.len() > MANY {
                break;
            }
        }
        texts.truncate(MANY);
        let start = self.writing.start + ranged;
        let completion = |text: String| Completion {
            kind: CompletionKind::Value,
            at: Span::new(start, self.writing.end),
            papers: (ranged == 0)
                .then(|| self.found_by(&["day:", &text].concat()))
                .flatten(),
            text,
            label: String::new(),
        };
        texts.into_iter().map(completion).collect()
    }

    /// The papers whose ids start with what is typed.
    fn ids(&self) -> Vec<Completion> {
        let typed = self.writing.typed.as_str();
        if typed.len() < NAME_LETTERS {
            return Vec::new();
        }
        let live = &self.corpus.index.sets.live;
        let records = self.corpus.records.iter().enumerate();
        let found = records.filter(|(doc, record)| {
            live.contains(*doc) && record.paper.id.as_str().starts_with(typed)
        });
        found
            .take(MANY)
            .map(|(_, record)| {
                let paper = &record.paper;
                let title = &paper.title.plain;
                let title = &title[..title.floor_char_boundary(LONGEST)];
                self.value(paper.id.as_str().to_owned(), title, Some(1))
            })
            .collect()
    }

    /// A completion that takes the place of all that is being written.
    fn value(&self, text: String, label: &str, papers: Option<usize>) -> Completion {
        Completion {
            kind: CompletionKind::Value,
            at: Span::new(self.writing.start, self.writing.end),
            text,
            label: label.to_owned(),
            papers,
        }
    }

    /// How many papers a term finds that is written so.
    fn found_by(&self, text: &str) -> Option<usize> {
        let query = crate::core::query::parse(text).ok()?.query;
        let [term] = query.terms()[..] else {
            return None;
        };
        self.corpus.term(term).map(|hits| {
            let mut docs = hits.docs;
            docs.and(&self.corpus.index.sets.live);
            docs.count()
        })
    }
}

fn term(field: Field, atom: Atom) -> Term {
    Term {
        field: Some(field),
        atom,
    }
}

/// Whether a name, or a word within it, starts so. Both are comparable.
fn starts_within(name: &str, start: &str) -> bool {
    let borders = name.char_indices().filter(|(_, c)| !c.is_alphanumeric());
    name.starts_with(start)
        || borders
            .map(|(at, c)| &name[at + c.len_utf8()..])
            .any(|rest| rest.starts_with(start))
}

fn dictionary_terms(dictionary: &Dictionary) -> impl Iterator<Item = &str> {
    (0..narrow(dictionary.len())).map(|number| dictionary.term(number))
}
