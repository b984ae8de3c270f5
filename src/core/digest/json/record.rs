//! What the members of a record say of a paper.

use std::borrow::Cow;

use super::field::Field;
use super::people::People;
use super::texts::{journal, prose, reason, said, uninverted};
use super::value::Value;
use super::{days, ids, people};
use crate::core::day::{Date, Day};
use crate::core::digest::address::{self, Target, first_web};
use crate::core::digest::agreed::TITLE;
use crate::core::digest::categories::{self, Distinct};
use crate::core::digest::ids::arxiv::is_journal;
use crate::core::digest::ids::registered;
use crate::core::digest::markup::{self, plain_tags, visible};
use crate::core::digest::nothing::is_nothing;
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Paper, PaperId};
use crate::core::registered::Registered;
use crate::core::text::{Link, RichText, checked_href};

/// So many categories, topics and addresses are kept, for each is compared with the others.
const MOST: usize = 64;

/// A list of categories is not longer than so many bytes.
const LONGEST_LIST: usize = 512;

/// The reason of a failure is told as far as so many bytes.
const LONGEST_REASON: usize = 240;

/// What a record turned out to be.
#[derive(Debug)]
pub(super) enum Record {
    /// A paper.
    Paper(Box<Read>),
    /// Why a service gave nothing.
    Failure(String),
    /// What stands beside papers and is none, by its name in the middle of a sentence.
    Beside(&'static str),
    /// Nothing of these.
    Nothing,
}

/// What a record gives.
#[derive(Debug)]
pub(super) struct Read {
    /// The paper.
    pub(super) paper: Paper,
    /// Whether it has more than a title.
    pub(super) sure: bool,
    /// Whether it has a title and a name as Semantic Scholar gives them to papers alone.
    pub(super) is_catalogued: bool,
    /// An address of arXiv without an id that can be, where no other names the paper.
    pub(super) bad_address: Option<String>,
    /// How many authors have no name that can be read.
    pub(super) nameless: usize,
    /// The day of the record itself, for a file that gives none to its list.
    pub(super) own_day: Option<Day>,
    /// Members that are there in a form that is not known.
    pub(super) unread: Vec<&'static str>,
}

/// Puts a paper together. The key is the name under which the record stands.
pub(super) fn read(members: &[(Field, Value)], key: &str, line: u32) -> Record {
    let record = Fields {
        members,
        ours: members.iter().any(|(field, _)| *field == Field::Inferred),
    };
    if let Some(beside) = record.beside() {
        return Record::Beside(beside);
    }
    match record.paper(key, line) {
        Some(read) if read.sure => Record::Paper(Box::new(read)),
        read => match (record.failure(read.is_some()), read) {
            (Some(reason), _) => Record::Failure(reason),
            (None, Some(read)) => Record::Paper(Box::new(read)),
            (None, None) => Record::Nothing,
        },
    }
}

/// The members of a record.
struct Fields<'m> {
    members: &'m [(Field, Value)],
    /// Whether we wrote it: its texts are no markup.
    ours: bool,
}

impl<'m> Fields<'m> {
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

    /// The same where it does not stand for nothing.
    fn telling(&self, field: Field) -> Option<&'m str> {
        self.text(field)
            .filter(|text| self.ours || !is_nothing(text))
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

    /// A field in the order of its members as far as it says something.
    fn first<T>(&self, field: Field, read: impl FnMut(&'m Value) -> Option<T>) -> Option<T> {
        self.all(field).find_map(read)
    }

    fn rich(&self, source: &str, links: &[Link]) -> RichText {
        if self.ours {
            markup::read_plain(source, links)
        } else {
            markup::read(&plain_tags(source))
        }
    }

    fn plain(&self, source: &str) -> String {
        self.rich(source, &[]).plain
    }

    /// What it is where it stands beside papers and is none.
    fn beside(&self) -> Option<&'static str> {
        match self.text(Field::ItemType).map(str::trim) {
            Some("attachment") => return Some("an attachment"),
            Some("note") => return Some("a note"),
            Some("annotation") => return Some("an annotation"),
            _ => {}
        }
        self.text(Field::ReplyTo).map(|_| "an answer to a paper")
    }

    /// Why a service gave nothing; a title may be that of the failure.
    fn failure(&self, titled: bool) -> Option<String> {
        let status = self.text(Field::Status).map(str::trim);
        let failed = status.is_some_and(|status| {
            let is_code = status.len() == 3 && status.starts_with(['4', '5']);
            is_code || status.eq_ignore_ascii_case("error") || status.eq_ignore_ascii_case("failed")
        });
        let told = self.first(Field::Failure, reason);
        let told = told.or_else(|| self.text(Field::Title).filter(|_| failed));
        let told = told.filter(|_| failed || !titled)?;
        let told = told.get(..told.floor_char_boundary(LONGEST_REASON))?;
        Some(self.plain(told))
    }

    /// The paper; `None` when the record has neither a title nor an id.
    fn paper(&self, key: &str, line: u32) -> Option<Read> {
        let links = self.links();
        let id = self.id().or_else(|| ArxivId::parse_versioned(key).ok());
        let People {
            names: authors,
            lost,
        } = self.authors();
        let no_authors = authors.is_empty()
            && [Field::Authors, Field::Short]
                .into_iter()
                .any(|field| self.all(field).any(says_something));
        let (summary, no_summary) = self.summary();
        // Of what has no more than a name, that may be anything.
        let named = id.is_some() || !authors.is_empty() || summary.is_some();
        let title = self
            .text(Field::Title)
            .or_else(|| self.text(Field::Name).filter(|_| named))
            .map_or(RichText::default(), |title| {
                let title = self.without_stop(title);
                let label = if self.ours { "" } else { TITLE };
                self.rich(markup::without_label(title, label), &[])
            });
        let bad_address = id.is_none().then(|| self.bad_address()).flatten();
        let (id, version) = match (id, self.local_id()) {
            (Some((id, version)), _) => (PaperId::Arxiv(id), version),
            (None, Some(local)) => (local, None),
            (None, None) if title.is_empty() => return None,
            (None, None) => (PaperId::from_title(&title.plain), None),
        };
        let mut paper = Paper::new(id, title, line);
        // An item of Zotero counts its own versions.
        let counts = self.all(Field::ItemType).next().is_none();
        let stated = self.text(Field::Version).filter(|_| counts);
        paper.version = version.or_else(|| stated?.parse().ok());
        paper.authors = authors;
        self.categories(&mut paper);
        self.texts_into(&mut paper, summary.as_deref(), &links);
        let announced = self.text(Field::Announce).and_then(AnnounceKind::named);
        paper.announce = announced.map(|kind| Announcement {
            kind,
            inferred: self.flag(Field::Inferred),
        });
        let own_day = self.days_into(&mut paper);
        let sure = paper.id.arxiv().is_some()
            || paper.summary.is_some()
            || paper.doi.is_some()
            || !paper.authors.is_empty();
        let unread = [
            no_authors.then_some("authors"),
            no_summary.then_some("abstract"),
        ];
        let is_catalogued = !paper.title.is_empty() && self.all(Field::Id).any(ids::is_hash);
        Some(Read {
            sure: sure || is_catalogued || self.ours,
            is_catalogued,
            bad_address,
            nameless: if no_authors { 0 } else { lost },
            own_day,
            unread: unread.into_iter().flatten().collect(),
            paper,
        })
    }

    /// The days of the paper; gives that of the record itself.
    fn days_into(&self, paper: &mut Paper) -> Option<Day> {
        let first = |field| self.first(field, days::day);
        // ADS has the first of a month, or of a year, where the day is not known.
        let invents = self.all(Field::Bibcode).next().is_some()
            || self.all(Field::Published).any(days::lacks_day);
        let published = self
            .first(Field::Versions, |versions| {
                days::day(elements(versions).first()?)
            })
            .or_else(|| first(Field::Published));
        let listed = first(Field::Day).filter(|_| !invents);
        // An item of Zotero has no other date than the paper's.
        let (published, listed) = match self.all(Field::ItemType).next() {
            Some(_) => (published.or(listed), None),
            None => (published, listed),
        };
        paper.days.extend(listed);
        if paper.announce.is_some() && !self.ours {
            // arXiv's own feed tells the day of the list.
            let listed = published.filter(|_| paper.days.is_empty());
            paper.days.extend(listed);
        } else {
            paper.submitted = published;
        }
        if self.ours {
            // What a merged paper has of it stands beside days too.
            paper.dated = self.first(Field::Dated, days::date);
        } else if paper.submitted.is_none() {
            let fields = [Field::Dated, Field::Published, Field::Day].into_iter();
            let mut dates = fields.filter_map(|field| self.first(field, days::date));
            let date = dates.next().or_else(|| self.in_year());
            paper.set_dated(date);
        }
        let own_day = published.or_else(|| first(Field::Updated));
        own_day.filter(|_| !self.ours)
    }

    /// The date of the year that is told alone, with the month and the day of the month beside it.
    fn in_year(&self) -> Option<Date> {
        if self.ours {
            return None;
        }
        let month = self.all(Field::Month).next();
        let is_small = |day: &&Value| day.text().is_some_and(|day| day.trim().len() <= 2);
        let day = self.all(Field::Day).find(is_small);
        self.first(Field::Year, |year| days::coarse(year, month, day))
    }

    /// The abstract, and whether one is there that cannot be read.
    fn summary(&self) -> (Option<Cow<'m, str>>, bool) {
        let is_visible =
            |text: &Cow<'_, str>| !text.trim().is_empty() && (self.ours || !is_nothing(text));
        let found = self.first(Field::Abstract, |value| prose(value).filter(is_visible));
        let found = found.or_else(|| self.first(Field::Inverted, uninverted).map(Cow::Owned));
        let unread = found.is_none()
            && (self.all(Field::Abstract).any(says_something)
                || self.all(Field::Inverted).any(says_something));
        (found, unread)
    }

    fn texts_into(&self, paper: &mut Paper, summary: Option<&str>, links: &[Link]) {
        let rich = |source: Option<&str>| {
            let read = self.rich(source?, links);
            (!read.is_empty()).then_some(read)
        };
        let other = self.telling(Field::Summary);
        let source = summary.or(other);
        paper.summary = if self.ours {
            rich(source)
        } else {
            source.and_then(|source| {
                let source = plain_tags(source);
                let source = markup::without_heading(&source);
                visible(&markup::indented_paragraphs(source))
            })
        };
        let model = self
            .all(Field::Model)
            .find_map(|model| said(model.member(&["tldr", "tl;dr", "task"])?));
        // Beside an abstract, a summary is the digest's.
        let gist = self.telling(Field::Gist).or(model);
        paper.gist = rich(gist.or(other.filter(|_| summary.is_some())));
        paper.comment = rich(self.telling(Field::Comment));
        if !self.ours {
            registered::add(paper, self.registered());
        }
        paper.journal = self.journal();
        paper.doi = self.doi();
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
            let address = value.member(&["url", "href", "html_url"]).or(Some(value));
            let address = address.and_then(said);
            let address = address.and_then(|text| checked_href(text).or_else(|| first_web(text)));
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
            let names = self.texts(Field::Authors).into_iter();
            let names = names.map(|name| self.plain(name));
            return People {
                names: names.filter(|name| !name.is_empty()).collect(),
                lost: 0,
            };
        }
        let is_text = |value: &&Value| matches!(value, Value::Text(_));
        // A list says more than a text with as many names.
        let lists = self.all(Field::Authors).filter(|value| !is_text(value));
        let told = lists.chain(self.all(Field::Authors).filter(is_text));
        let told = told.map(people::people);
        let told = told.chain(self.all(Field::Short).map(people::short));
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
        let of_ids = self.all(Field::Id).flat_map(elements);
        let of_ids = of_ids.filter_map(|id| id.member(&["categories"]));
        let of_ids = of_ids.flat_map(elements).filter_map(Value::text);
        let mut found = Distinct::default();
        for list in primary.chain(all.take(MOST)).chain(of_ids.take(MOST)) {
            let near = list
                .get(..list.floor_char_boundary(LONGEST_LIST))
                .unwrap_or(list);
            if near.starts_with('[') {
                // As Python prints a list.
                let bare = near.replace(['[', ']', '\'', '"'], " ");
                found.extend(categories::list(&bare));
            } else {
                found.extend(categories::list(near));
            }
        }
        let tags = self.all(Field::Tags).filter(|_| !self.ours);
        for tag in tags.flat_map(elements).take(MOST).filter_map(said) {
            for tag in tag.split([',', ';']).take(MOST) {
                let tag = tag.trim();
                if categories::is_category(tag) && tag.contains(['.', '-']) {
                    found.insert(tag);
                }
            }
        }
        paper.categories = found.into_list();
    }

    /// The journal, which `arXiv (Cornell University)` and `CoRR` are not.
    fn journal(&self) -> Option<String> {
        let found = self.all(Field::Journal).chain(self.all(Field::Location));
        let mut found = found.filter_map(journal).map(|text| self.plain(&text));
        found.find(|text| {
            let is_address = text.contains("://");
            let is_none = is_address || is_journal(text) || is_nothing(text);
            !text.is_empty() && (self.ours || !is_none)
        })
    }

    fn doi(&self) -> Option<String> {
        let stated = self.all(Field::Doi).flat_map(elements).find_map(ids::doi);
        let among = [Field::Id, Field::Address, Field::Journal];
        let mut among = among.into_iter().flat_map(|field| self.all(field));
        stated.or_else(|| {
            if self.ours {
                return None;
            }
            among
                .find_map(|value| elements(value).iter().find_map(ids::doi_among_others))
                .or_else(|| self.text(Field::Extra).and_then(ids::doi_in_extra))
        })
    }

    /// What other registers call the paper.
    fn registered(&self) -> Vec<Registered> {
        let stated = self.all(Field::Registered).filter_map(ids::stated);
        let among = [Field::Id, Field::Address, Field::Location].into_iter();
        let among = among.flat_map(|field| self.all(field)).flat_map(elements);
        stated
            .chain(among.take(MOST).flat_map(ids::registered))
            .collect()
    }

    /// The first id, with the version if any text that names the same paper gives it.
    fn id(&self) -> Option<(ArxivId, Option<u16>)> {
        let mut found: Option<(ArxivId, Option<u16>)> = None;
        for field in [
            Field::Id,
            Field::Address,
            Field::Location,
            Field::Doi,
            Field::Links,
            Field::Extra,
        ] {
            // The links of our own lines are those of the abstract.
            if field == Field::Links && self.ours {
                break;
            }
            for value in self.all(field).flat_map(elements) {
                let Some((id, version)) = ids::arxiv(value) else {
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

    /// A title without the full stop that DBLP puts behind each.
    fn without_stop<'t>(&self, title: &'t str) -> &'t str {
        let of_dblp = |value: &Value| said(value).is_some_and(|at| at.contains("dblp.org/"));
        match title.trim_end().strip_suffix('.') {
            Some(bare) if self.all(Field::Address).any(of_dblp) => bare,
            _ => title,
        }
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
pub(super) fn elements(value: &Value) -> &[Value] {
    match value {
        Value::List(values) => values,
        other => std::slice::from_ref(other),
    }
}

/// Whether anything is there, and be it of no form that is known.
fn says_something(value: &Value) -> bool {
    match value {
        Value::Null | Value::Flag(_) => false,
        Value::Number(_) => true,
        Value::Text(text) => text.contains(char::is_alphanumeric) && !is_nothing(text),
        Value::List(values) => values.iter().any(says_something),
        Value::Object(members) => members.iter().any(|(_, value)| says_something(value)),
    }
}
