//! What the members of a record say of a paper.

use super::field::Field;
use super::people::{self, People};
use super::value::Value;
use crate::core::day::Day;
use crate::core::digest::address::{self, Target, first_web};
use crate::core::digest::categories::Distinct;
use crate::core::digest::markup::visible;
use crate::core::digest::{categories, dates, ids, markup};
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Paper, PaperId};
use crate::core::text::{Link, RichText, checked_href};

/// So many categories, topics and addresses are kept, for each is compared with the others.
const MOST: usize = 64;

/// A list of categories is not longer than so many bytes.
const LONGEST_LIST: usize = 512;

/// Where in an object its text stands.
const TEXTS: [&str; 7] = ["text", "name", "term", "value", "#text", "url", "href"];

/// What a record gives.
#[derive(Debug)]
pub(super) struct Read {
    /// The paper.
    pub(super) paper: Paper,
    /// Whether it has more than a title.
    pub(super) sure: bool,
    /// An address of arXiv without an id that can be, where no other names the paper.
    pub(super) bad_address: Option<String>,
    /// How many authors have no name that can be read.
    pub(super) nameless: usize,
    /// The day of the record itself, for a file that gives none to its list.
    pub(super) own_day: Option<Day>,
}

/// Puts a paper together; `None` when the record has neither a title nor an id. The key is the name
/// under which the record stands.
pub(super) fn read(members: &[(Field, Value)], key: &str, line: u32) -> Option<Read> {
    let record = Record {
        members,
        ours: members.iter().any(|(field, _)| *field == Field::Inferred),
    };
    let links = record.links();
    let id = record.id().or_else(|| ArxivId::parse_versioned(key).ok());
    // Without an id, what has a name may be anything.
    let title = record
        .text(Field::Title)
        .or_else(|| record.text(Field::Name).filter(|_| id.is_some()))
        .map_or(RichText::default(), |title| record.rich(title, &[]));
    let bad_address = id.is_none().then(|| record.bad_address()).flatten();
    let (id, version) = match (id, record.local_id()) {
        (Some((id, version)), _) => (PaperId::Arxiv(id), version),
        (None, Some(local)) => (local, None),
        (None, None) if title.is_empty() => return None,
        (None, None) => (PaperId::from_title(&title.plain), None),
    };
    let mut paper = Paper::new(id, title, line);
    paper.version = version.or_else(|| record.text(Field::Version)?.parse().ok());
    let people = record.authors();
    paper.authors = people.names;
    record.categories(&mut paper);
    record.texts_into(&mut paper, &links);
    let announced = record.text(Field::Announce).and_then(AnnounceKind::named);
    paper.announce = announced.map(|kind| Announcement {
        kind,
        inferred: record.flag(Field::Inferred),
    });
    let day = |field| record.text(field).and_then(dates::of_time);
    let published = day(Field::Published);
    paper.days.extend(day(Field::Day));
    if paper.announce.is_some() && !record.ours {
        // arXiv's own feed tells the day of the list.
        let listed = published.filter(|_| paper.days.is_empty());
        paper.days.extend(listed);
    } else {
        paper.submitted = published;
    }
    if paper.submitted.is_none() {
        let fields = [Field::Dated, Field::Published, Field::Day].into_iter();
        let mut texts = fields.filter_map(|field| record.text(field));
        paper.set_dated(texts.find_map(|text| dates::recorded(text).date()));
    }
    let sure = paper.id.arxiv().is_some() || paper.summary.is_some() || !paper.authors.is_empty();
    Some(Read {
        sure: sure || record.ours,
        bad_address,
        nameless: people.lost,
        own_day: published
            .or_else(|| day(Field::Updated))
            .filter(|_| !record.ours),
        paper,
    })
}

/// The members of a record.
struct Record<'m> {
    members: &'m [(Field, Value)],
    /// Whether we wrote it: its texts are no markup.
    ours: bool,
}

impl<'m> Record<'m> {
    fn all(&self, field: Field) -> impl Iterator<Item = &'m Value> {
        self.members
            .iter()
            .filter(move |(known, _)| *known == field)
            .map(|(_, value)| value)
    }

    /// The first text of a field in which something is visible.
    fn text(&self, field: Field) -> Option<&'m str> {
        self.all(field)
            .filter_map(said)
            .find(|text| !text.trim().is_empty())
    }

    fn flag(&self, field: Field) -> bool {
        self.all(field).any(|value| *value == Value::Flag(true))
    }

    /// All texts of a field, those of its lists included.
    fn texts(&self, field: Field) -> Vec<&'m str> {
        self.all(field)
            .flat_map(elements)
            .filter_map(said)
            .collect()
    }

    fn rich(&self, source: &str, links: &[Link]) -> RichText {
        if self.ours {
            markup::read_plain(source, links)
        } else {
            markup::read(source)
        }
    }

    fn plain(&self, source: &str) -> String {
        self.rich(source, &[]).plain
    }

    fn texts_into(&self, paper: &mut Paper, links: &[Link]) {
        let rich = |source: Option<&str>| {
            let read = self.rich(source?, links);
            (!read.is_empty()).then_some(read)
        };
        let (summary, other) = (self.text(Field::Abstract), self.text(Field::Summary));
        let source = summary.or(other);
        paper.summary = if self.ours {
            rich(source)
        } else {
            source.and_then(|source| visible(&markup::indented_paragraphs(source)))
        };
        let model = self
            .all(Field::Model)
            .find_map(|model| said(model.member(&["tldr", "tl;dr", "task"])?));
        // Beside an abstract, a summary is the digest's.
        let gist = self.text(Field::Gist).or(model);
        paper.gist = rich(gist.or(other.filter(|_| summary.is_some())));
        paper.comment = rich(self.text(Field::Comment));
        paper.journal = self.text(Field::Journal).map(|text| self.plain(text));
        paper.doi = self.text(Field::Doi).and_then(ids::doi::read);
        paper.number = self
            .text(Field::Number)
            .and_then(|number| number.parse().ok());
        for topic in self.texts(Field::Topics).into_iter().take(MOST) {
            let topic = self.plain(topic);
            if !topic.is_empty() && !paper.topics.contains(&topic) {
                paper.topics.push(topic);
            }
        }
        for value in self.all(Field::Code).flat_map(elements).take(MOST) {
            let kind = value.member(&["type"]).and_then(Value::text);
            // What is nothing but an address is taken as it is.
            let address =
                said(value).and_then(|text| checked_href(text).or_else(|| first_web(text)));
            if let Some(address) = address.filter(|_| kind != Some("project_page"))
                && !paper.code.iter().any(|known| known == address)
            {
                paper.code.push(address.to_owned());
            }
        }
    }

    /// The names of the member that has most of them; ours are as they are.
    fn authors(&self) -> People {
        if self.ours {
            let names = self.all(Field::Authors).flat_map(elements);
            let names = names.filter_map(Value::text).map(|name| self.plain(name));
            return People {
                names: names.filter(|name| !name.is_empty()).collect(),
                lost: 0,
            };
        }
        let told = self.all(Field::Authors).map(people::people);
        let parsed = self.all(Field::Parsed).map(people::parsed);
        let more = |best: People, other: People| {
            let is_better = other.names.len() > best.names.len();
            let is_better = is_better || (best.names.is_empty() && other.lost > best.lost);
            if is_better { other } else { best }
        };
        let told = told.fold(People::default(), more);
        if told.names.is_empty() {
            parsed.fold(told, more)
        } else {
            told
        }
    }

    fn categories(&self, paper: &mut Paper) {
        let primary = self.texts(Field::Primary).into_iter().take(1);
        let all = self.texts(Field::Categories).into_iter();
        let mut found = Distinct::default();
        for list in primary.chain(all.take(MOST)) {
            let near = list
                .get(..list.floor_char_boundary(LONGEST_LIST))
                .unwrap_or(list);
            found.extend(categories::list(near));
        }
        paper.categories = found.into_list();
    }

    /// The first id, with the version if any text that names the same paper gives it.
    fn id(&self) -> Option<(ArxivId, Option<u16>)> {
        let mut found: Option<(ArxivId, Option<u16>)> = None;
        for field in [Field::Id, Field::Address, Field::Links, Field::Doi] {
            // The links of our own lines are those of the abstract.
            if field == Field::Links && self.ours {
                break;
            }
            for value in self.all(field).flat_map(elements) {
                let Some((id, version)) = named(value) else {
                    continue;
                };
                match &mut found {
                    None => found = Some((id, version)),
                    Some((known, known_version)) if *known == id => {
                        *known_version = known_version.or(version);
                    }
                    Some(_) => {}
                }
            }
        }
        found
    }

    fn bad_address(&self) -> Option<String> {
        let texts = self.texts(Field::Id).into_iter();
        let mut texts = texts.chain(self.texts(Field::Address));
        texts.find_map(|text| match address::target(text) {
            Target::BadArxiv(url) => Some(url),
            _ => None,
        })
    }

    /// The name that we gave to a paper without an arXiv id.
    fn local_id(&self) -> Option<PaperId> {
        PaperId::local(self.text(Field::Id).filter(|_| self.ours)?)
    }

    fn links(&self) -> Vec<Link> {
        if !self.ours {
            return Vec::new();
        }
        let link = |value: &Value| {
            Some(Link {
                href: value.member(&["href"])?.text()?.to_owned(),
                label: value.member(&["label"])?.text()?.to_owned(),
            })
        };
        self.all(Field::Links)
            .flat_map(elements)
            .filter_map(link)
            .collect()
    }
}

/// The elements of a list, or the value itself.
fn elements(value: &Value) -> &[Value] {
    match value {
        Value::List(values) => values,
        other => std::slice::from_ref(other),
    }
}

/// The text of a value: of an object its member that is the text, of a list its first.
fn said(value: &Value) -> Option<&str> {
    match value {
        Value::List(values) => said(values.first()?),
        Value::Object(_) => said(value.member(&TEXTS)?),
        _ => value.text(),
    }
}

/// The arXiv id that a value names.
fn named(value: &Value) -> Option<(ArxivId, Option<u16>)> {
    match value {
        Value::Object(_) => value
            .member(&["arxiv"])
            .and_then(Value::text)
            .or_else(|| said(value))
            .and_then(address::find_id),
        // As a number an id loses the noughts at its end; since 2015 it has five digits there.
        Value::Number(number) => {
            let (month, digits) = number.split_once('.')?;
            let width = if month >= "1501" { 5 } else { 4 };
            address::find_id(&format!("{month}.{digits:0<width$}"))
        }
        _ => said(value).and_then(address::find_id),
    }
}
