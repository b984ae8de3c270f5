//! What a row says of a paper.

use std::borrow::Cow;

use super::super::super::desk::{Desk, Location};
use super::super::super::ids::registered;
use super::super::super::nothing::is_nothing;
use super::super::super::{address, categories, dates, markup};
use super::super::agreed::acts_in_a_table;
use super::super::item::Item;
use super::authors::{Manner, authors};
use super::cells::Cell;
use super::columns::Column;
use super::head::Head;
use crate::core::paper::{AnnounceKind, Announcement, Paper, PaperId};
use crate::core::text::checked_href;

/// So many topics and addresses are kept, for each is compared with the others.
const MOST: usize = 64;

/// A list of categories is not longer than so many bytes.
const LONGEST_LIST: usize = 512;

/// The values of a row by what their columns hold.
#[derive(Debug)]
pub(super) struct Values<'t> {
    /// The columns, how far up their names stand, and the values that are not empty.
    all: Vec<(Column, usize, Cow<'t, str>)>,
    /// Whether our export wrote them.
    is_ours: bool,
    manner: Manner,
    /// Whether the list of authors ends as a sentence does.
    has_full_stop: bool,
}

impl<'t> Values<'t> {
    /// The values of the cells of a row.
    pub(super) fn of(text: &'t str, head: &Head, cells: &[Cell]) -> Self {
        let value = |cell: &Cell| {
            let value = cell.value(text);
            match value.strip_prefix('\'') {
                Some(bare) if acts_in_a_table(&value) => Cow::Owned(bare.to_owned()),
                _ => value,
            }
        };
        let known = cells.iter().zip(&head.columns.all);
        let known = known.filter(|(_, named)| named.column != Column::Other);
        let mut all: Vec<_> = known
            .map(|(cell, named)| (named.column, named.rank, value(cell)))
            .filter(|(_, _, value)| !value.is_empty() && (head.is_ours || !is_nothing(value)))
            .collect();
        crate::core::sorting::sort_by_key(&mut all, |(_, rank, _)| *rank);
        let has_full_stop = head.columns.have(Column::Pubmed);
        Self {
            all,
            is_ours: head.is_ours,
            manner: if head.is_ours {
                Manner::Ours
            } else if head.columns.have(Column::Springer) {
                Manner::Joined
            } else if has_full_stop || head.columns.have_initials_last() {
                Manner::InitialsLast
            } else {
                Manner::Any
            },
            has_full_stop,
        }
    }

    fn every(&self, column: Column) -> impl Iterator<Item = &str> {
        let of_column = self
            .all
            .iter()
            .filter(move |(known, _, _)| *known == column);
        of_column.map(|(_, _, value)| value.as_ref())
    }

    /// The first value of a kind; nothing where there is none.
    fn first(&self, column: Column) -> &str {
        self.every(column).next().unwrap_or_default()
    }

    /// Enters the row at this place as a paper, or says why it is none.
    pub(super) fn enter(&self, desk: &mut Desk<'_>, at: Location, cut: bool) {
        self.item()
            .enter_with(desk, at, cut, |paper| self.beside(paper));
    }

    fn item(&self) -> Item {
        let text = |column: Column| self.first(column).to_owned();
        let paragraphs = |source: &str| {
            if self.is_ours {
                source.to_owned()
            } else {
                markup::indented_paragraphs(source)
            }
        };
        let columns = [Column::Id, Column::Address, Column::Doi, Column::Journal];
        // Of our own papers the first two say all.
        let columns = columns.get(..if self.is_ours { 2 } else { 4 });
        let columns = columns.unwrap_or_default();
        let hints = columns.iter().flat_map(|column| self.every(*column));
        let categories = self.every(Column::Categories).map(listed);
        let keywords = self.every(Column::Keywords).map(str::to_owned);
        let mut summary = paragraphs(self.summaries().0);
        if !self.is_ours {
            summary = markup::without_heading(&summary).into();
        }
        Item {
            title: text(Column::Title),
            summary,
            authors: self.authors(),
            eprint: String::new(),
            hints: hints.map(id_in_full).collect(),
            doi: self.doi(),
            primary: listed(self.first(Column::Primary)),
            keywords: categories.chain(keywords).collect(),
            date: self.date(),
            submitted: self.submitted(),
            journal: self.journal(),
            comment: paragraphs(self.first(Column::Comment)),
            registered: registered::of_medicine(self.first(Column::Pubmed), ""),
            is_plain: self.is_ours,
            is_guarded: false,
        }
    }

    /// What an item has no place for.
    fn beside(&self, paper: &mut Paper) {
        let rich = |source: &str| {
            let read = if self.is_ours {
                markup::read_plain(source, &[])
            } else {
                markup::read(source)
            };
            (!read.is_empty()).then_some(read)
        };
        if paper.id.arxiv().is_none() {
            if self.is_ours
                && let Some(local) = PaperId::local(self.first(Column::Id))
            {
                paper.id = local;
            }
        } else {
            let version = self.first(Column::Version).trim_start_matches('v').parse();
            paper.version = paper
                .version
                .or(version.ok().filter(|version| *version > 0));
            paper.version = paper.version.or(versions(self.first(Column::Versions)).0);
            // What a table says without more is when a preprint was put up.
            if !self.is_ours && paper.submitted.is_none() {
                paper.submitted = paper.days.first().copied();
            }
        }
        paper.gist = rich(self.summaries().1);
        let kind = AnnounceKind::named(self.first(Column::Announce));
        paper.announce = kind.map(|kind| Announcement {
            kind,
            inferred: false,
        });
        let between = if self.is_ours { "; " } else { ";" };
        let topics = self.first(Column::Topics).split(between);
        for topic in topics.take(MOST).filter_map(rich) {
            if !paper.topics.contains(&topic.plain) {
                paper.topics.push(topic.plain);
            }
        }
        let between: &[char] = if self.is_ours {
            &[' ']
        } else {
            &[' ', ';', ',']
        };
        for address in self.first(Column::Code).split(between).take(MOST) {
            let address = checked_href(address).or_else(|| address::first_web(address));
            if let Some(address) = address
                && !paper.code.iter().any(|known| known == address)
            {
                paper.code.push(address.to_owned());
            }
        }
    }

    /// The abstract, and what is told in a line beside it.
    fn summaries(&self) -> (&str, &str) {
        let mut all = self.every(Column::Abstract);
        let summary = all.next().unwrap_or_default();
        (summary, self.first(Column::Gist))
    }

    /// The names, whole where a column has them so.
    fn authors(&self) -> Vec<String> {
        let whole = self.first(Column::FullNames);
        let cell = if whole.is_empty() {
            self.first(Column::Authors)
        } else {
            whole
        };
        let cell = if self.has_full_stop {
            cell.trim_end_matches('.')
        } else {
            cell
        };
        let names = authors(cell, self.manner);
        names
            .into_iter()
            .filter(|name| !name.trim().is_empty())
            .collect()
    }

    /// A DOI, which a column of addresses may have as well.
    fn doi(&self) -> String {
        let addresses = self.every(Column::Address);
        let of_resolver = addresses.filter(|address| address.contains("doi.org/10."));
        let stated = self.every(Column::Doi).chain(self.every(Column::Springer));
        let mut all = stated.chain(of_resolver);
        all.find(|text| text.contains("10."))
            .unwrap_or_default()
            .to_owned()
    }

    /// The whole date, or what there is of it.
    fn date(&self) -> String {
        let dates: Vec<&str> = self.every(Column::Date).collect();
        // Some have a column for the day within the month.
        let is_whole = |date: &&&str| date.len() > 2;
        if let Some(date) = dates.iter().find(is_whole) {
            return day_first(date);
        }
        let day = dates.first().copied().unwrap_or_default();
        let [year, month] = [Column::Year, Column::Month].map(|column| self.first(column));
        let parts = if month.starts_with(|c: char| c.is_ascii_digit()) {
            [year, month, day]
        } else if month.contains([' ', '-']) || day.is_empty() {
            [month, year, ""]
        } else {
            [day, month, year]
        };
        parts.join(" ").trim().to_owned()
    }

    fn submitted(&self) -> String {
        let stated = self.first(Column::Submitted);
        if stated.is_empty() {
            versions(self.first(Column::Versions)).1.to_owned()
        } else {
            day_first(stated)
        }
    }

    /// Where it was published, which the name of an index of papers is not.
    fn journal(&self) -> String {
        let indexes = [
            "scopus",
            "arxiv",
            "arxiv.org",
            "pubmed",
            "web of science",
            "crossref",
        ];
        let mut all = self.every(Column::Journal);
        if self.is_ours {
            return all.next().unwrap_or_default().to_owned();
        }
        let journal = all.find(|name| {
            let is_index = indexes.iter().any(|index| name.eq_ignore_ascii_case(index));
            !is_index && checked_href(name).is_none()
        });
        journal.unwrap_or_default().to_owned()
    }
}

/// A list of categories as Python prints it, or with blanks between, as one with commas.
fn listed(text: &str) -> String {
    let near = text.get(..text.floor_char_boundary(LONGEST_LIST));
    let bare = near.unwrap_or(text).replace(['\'', '"', '|', '/'], " ");
    let found = categories::list(&bare);
    let names: Vec<&str> = found.iter().map(|category| category.0.as_str()).collect();
    names.join(", ")
}

/// An id to which the noughts are given back that it lost when it was taken for a number:
/// `704.0001`, `2012.1287`. Any other text stays.
fn id_in_full(text: &str) -> String {
    let parts = text.split_once('.');
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match parts {
        Some((month, number))
            if (3..=4).contains(&month.len())
                && number.len() <= 5
                && digits(month)
                && digits(number) =>
        {
            let month = format!("{month:0>4}");
            // Since 2015 they have five digits behind the point.
            let width = if month.as_str() >= "1501" { 5 } else { 4 };
            format!("{month}.{number:0<width$}")
        }
        _ => text.to_owned(),
    }
}

/// `06.05.2024`, as spreadsheets of most of Europe have it, with the year first; any other date
/// stays.
fn day_first(date: &str) -> String {
    let word = date.split([' ', 'T']).next().unwrap_or_default();
    let parts: Vec<&str> = word.split('.').collect();
    let is_number = |part: &str, most: usize| {
        (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    match parts[..] {
        [day, month, year] if is_number(day, 2) && is_number(month, 2) && year.len() == 4 => {
            format!("{year}-{month}-{day}")
        }
        // Of strokes it is not known which of the two is the month unless one can be none.
        [whole] if whole.len() == 8 && is_number(whole, 8) => {
            let (year, rest) = whole.split_at(4);
            let (month, day) = rest.split_at(2);
            format!("{year}-{month}-{day}")
        }
        _ => match word.split('/').collect::<Vec<_>>()[..] {
            [a, b, year] if year.len() == 4 && is_number(a, 2) && is_number(b, 2) => {
                let is_day = |part: &str| part.parse::<u8>().is_ok_and(|number| number > 12);
                match (is_day(a), is_day(b)) {
                    (true, false) => format!("{year}-{b}-{a}"),
                    (false, true) => format!("{year}-{a}-{b}"),
                    _ if a == b => format!("{year}-{a}-{b}"),
                    _ => year.to_owned(),
                }
            }
            _ => date.to_owned(),
        },
    }
}

/// The last version and the time of the first, of a list as Kaggle's table of arXiv has it:
/// `[{'version': 'v1', 'created': 'Mon, 2 Apr 2007 19:18:42 GMT'}]`.
fn versions(list: &str) -> (Option<u16>, &str) {
    let count = list.matches("created").count();
    let first = list.split_once("created").map_or("", |(_, after)| after);
    let first = first.split_once('}').map_or(first, |(first, _)| first);
    let has_day = matches!(dates::find(first), dates::DayFound::Day(_));
    let newest = u16::try_from(count).ok().filter(|count| *count > 0);
    (newest, if has_day { first } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_that_were_numbers_have_their_noughts() {
        for (text, expected) in [
            ("704.0001", "0704.0001"),
            ("2012.1287", "2012.12870"),
            ("1403.12", "1403.1200"),
            ("2012.12877v2", "2012.12877v2"),
            ("hep-th/9901001", "hep-th/9901001"),
            ("12.5", "12.5"),
        ] {
            assert_eq!(id_in_full(text), expected, "{text}");
        }
    }

    #[test]
    fn days_of_spreadsheets_are_turned_where_it_is_sure() {
        for (text, expected) in [
            ("06.05.2024", "2024-05-06"),
            ("6.5.2024 12:00", "2024-5-6"),
            ("2024-05-06", "2024-05-06"),
            ("13/5/2024", "2024-5-13"),
            ("5/13/2024", "2024-5-13"),
            ("5/6/2024", "2024"),
            ("20240506", "2024-05-06"),
            ("March 2018", "March 2018"),
        ] {
            assert_eq!(day_first(text), expected, "{text}");
        }
    }

    #[test]
    fn the_list_of_versions_tells_two_things() {
        let list = "[{'version': 'v1', 'created': 'Mon, 2 Apr 2007 19:18:42 GMT'}, {'version': 'v2', 'created': 'x'}]";
        let (count, first) = versions(list);
        assert_eq!(count, Some(2));
        assert!(first.contains("2 Apr 2007"));
        assert_eq!(versions(""), (None, ""));
    }
}
