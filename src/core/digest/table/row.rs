//! One row → a paper.

use std::borrow::Cow;

use super::cells::{Cells, PaperLink, bare, day, is_nothing};
use super::columns::Column;
use super::fold;
use crate::core::day::Day;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::address::{Target, find_id, first_web, leads_to_code, links, target};
use crate::core::digest::dates::DayFound;
use crate::core::digest::escapes::unescape;
use crate::core::digest::lines::part;
use crate::core::digest::list;
use crate::core::digest::markup::{self, visible};
use crate::core::digest::names::{self, Order};
use crate::core::digest::needles::{has_link, starts_with};
use crate::core::paper::{Paper, PaperId};
use crate::core::text::{RichText, checked_href};

/// So many addresses of code are kept, for each is compared with the others.
const MOST: usize = 32;

/// What a row says of a paper.
#[derive(Debug)]
pub(in crate::core::digest) struct Row {
    /// The paper.
    pub(in crate::core::digest) paper: Paper,
    /// What is odd about the row, each with a sentence for a person.
    pub(in crate::core::digest) faults: Vec<(DiagnosticKind, String)>,
}

/// How a row is to be read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Table<'c> {
    /// What its columns hold, if the table says so.
    pub(super) columns: &'c [Column],
    /// Whether its writer puts a backslash before punctuation.
    pub(super) escaped: bool,
}

impl Table<'_> {
    /// Whether only the columns' names tell what stands before the link: something else than day,
    /// title and authors.
    fn tells(self, cells: &Cells, link: usize) -> bool {
        let before = self.columns.get(..link).unwrap_or_default();
        let before = before.strip_prefix(&[Column::Day]).unwrap_or(before);
        let usual = [Column::Title, Column::Authors];
        self.columns.len() == cells.len() && !usual.starts_with(before)
    }
}

impl Row {
    /// Reads a row of a table; `None` where neither a title nor an id stands in it.
    pub(super) fn of_cells(cells: &Cells, line: u32, table: Table) -> Option<Self> {
        let mut parts = Parts::default();
        let found = cells.link();
        // A row that lacks cells may have lost its first ones.
        let has_day_column =
            table.columns.first() == Some(&Column::Day) && cells.len() >= table.columns.len();
        let first = match day(cells.get(0)) {
            _ if found.as_ref().is_some_and(|(index, _)| *index == 0) => 0,
            // A damaged day still stands where days do.
            DayFound::None => {
                let after = found.as_ref().is_some_and(|(index, _)| *index > 2);
                let bold = cells.get(1).starts_with("**");
                usize::from(has_day_column || (after && bold && !cells.get(0).starts_with("**[")))
            }
            _ => 1,
        };
        match found {
            Some((at, target)) if table.tells(cells, at) => {
                parts.by_columns(cells, table.columns, target);
            }
            found => {
                if first == 1 || table.columns.first() == Some(&Column::Day) {
                    parts.day(cells.get(0));
                }
                match found {
                    Some((at, target)) => {
                        parts.before_link(cells, first, at, &target);
                        parts.below(&target);
                        parts.link = Some(target);
                        parts.behind(cells, at + 1, table);
                    }
                    None => parts.without_link(cells, first, table)?,
                }
            }
        }
        if table.columns.contains(&Column::Abstract) && is_nothing(parts.summary) {
            let message = "The paper has no abstract.".to_owned();
            parts.faults.push((DiagnosticKind::NoAbstract, message));
        }
        parts.paper(line, table.escaped)
    }
}

/// The parts of a row as they stand in it.
#[derive(Debug, Default)]
pub(super) struct Parts<'t> {
    /// The day, if there is one that can be.
    pub(super) day: Option<Day>,
    /// The title, perhaps in bold.
    pub(super) title: &'t str,
    /// The authors, or the first of them with `et.al.`
    pub(super) authors: &'t str,
    /// The link to the paper.
    pub(super) link: Option<PaperLink<'t>>,
    /// The abstract.
    pub(super) summary: &'t str,
    /// The authors' comment.
    pub(super) comment: &'t str,
    /// Where it was published.
    pub(super) venue: &'t str,
    /// The addresses of its code.
    pub(super) code: Vec<String>,
    /// What is odd.
    pub(super) faults: Vec<(DiagnosticKind, String)>,
}

impl<'t> Parts<'t> {
    /// Takes the day from where one is expected.
    pub(super) fn day(&mut self, text: &str) {
        let message = match day(text) {
            DayFound::Day(day) | DayFound::WrongWeekday(day) => {
                self.day = Some(day);
                return;
            }
            DayFound::Impossible => format!("The calendar has no day {}.", bare(text)),
            // The year is nowhere; the id tells the month.
            DayFound::None if is_month_and_day(&markup::read(text).plain) => return,
            DayFound::None => "The row does not start with its day.".to_owned(),
        };
        self.faults.push((DiagnosticKind::BadDay, message));
    }

    /// Each cell is what its column holds.
    fn by_columns(&mut self, cells: &Cells<'t>, columns: &[Column], link: PaperLink<'t>) {
        for (cell, column) in cells.iter().zip(columns) {
            match column {
                Column::Day => self.day(cell),
                Column::Title => self.title = cell,
                Column::Authors => self.authors = cell,
                Column::Abstract => self.summary = fold::inside(cell),
                Column::Comment => self.comment = fold::inside(cell),
                Column::Venue => self.venue = cell,
                Column::Links => self.code_among(cell),
                Column::Code if !is_nothing(cell) => self.code(cell),
                Column::Code | Column::Link | Column::Other => {}
            }
        }
        if link.is_title() {
            self.title = link.label;
        }
        self.below(&link);
        self.link = Some(link);
    }

    /// Title and authors: the cells from the first one to the link's, or the link's label. A title
    /// may have strokes in it.
    fn before_link(&mut self, cells: &Cells<'t>, first: usize, at: usize, link: &PaperLink<'t>) {
        let number = first < at && link.label.bytes().all(|b| b.is_ascii_digit());
        if link.is_title() && !number {
            let opens = bare(cells.get(first)).starts_with('[');
            if !link.opened && opens && first < at {
                let whole = bare(cells.span(first..at + 1));
                let title = whole.strip_prefix('[').unwrap_or(whole);
                self.title = title.rsplit_once("](").map_or(title, |(title, _)| title);
            } else {
                self.title = link.label;
                self.authors = cells.span(first..at);
            }
            return;
        }
        let last = cells.get(at.saturating_sub(1));
        let is_whole = |text: &str| text.len() > 4 && text.ends_with("**");
        match at.saturating_sub(first) {
            0 => {}
            1 if is_et_al(last) => self.authors = last,
            1 => self.title = last,
            // A title with a stroke, and no authors.
            _ if is_whole(last) && cells.get(first).starts_with("**") => {
                self.title = cells.span(first..at);
            }
            _ => {
                self.title = cells.span(first..at - 1);
                self.authors = last;
            }
        }
    }

    /// Authors may stand below the link of a title in its cell.
    fn below(&mut self, link: &PaperLink<'t>) {
        let below = link.below.trim_matches(['*', '_', ' ']);
        if self.authors.is_empty() && list::names(below).is_some() {
            self.authors = below;
        }
    }

    /// What stands behind the link: code, or a day, an abstract and a comment.
    fn behind(&mut self, cells: &Cells<'t>, from: usize, table: Table) {
        let fits = table.columns.len() == cells.len();
        let mut index = from;
        while index < cells.len() {
            let cell = cells.get(index);
            let column = table.columns.get(index).filter(|_| fits);
            if cell.starts_with("<details") && self.summary.is_empty() {
                let rest = cells.span(index..cells.len());
                let (folded, after) = fold::split(rest);
                self.summary = fold::inside(folded);
                let comment = after.trim_start().strip_prefix('|').unwrap_or(after);
                self.comment = fold::inside(comment.trim());
                return;
            }
            match (column, day(cell)) {
                _ if is_nothing(cell) => {}
                (Some(Column::Day), _) => self.day(cell),
                (None, DayFound::Day(day)) if self.day.is_none() => self.day = Some(day),
                (Some(Column::Authors), _) => self.authors = cell,
                (Some(Column::Abstract), _) => self.summary = fold::inside(cell),
                (Some(Column::Comment), _) => self.comment = fold::inside(cell),
                (Some(Column::Venue), _) => self.venue = cell,
                (Some(Column::Links), _) => self.code_among(cell),
                (Some(Column::Code) | None, _) if is_links(cell) => self.code(cell),
                (Some(Column::Code) | None, _) if self.comment.is_empty() => {
                    // A comment may have strokes in it too.
                    let end = if fits { index + 1 } else { cells.len() };
                    self.comment = cells.span(index..end);
                    index = end - 1;
                }
                _ => {}
            }
            index += 1;
        }
    }

    /// The addresses in a text that lead elsewhere than to arXiv.
    pub(super) fn code(&mut self, text: &str) {
        let whole = bare(text);
        let found = links(text);
        let mut addresses: Vec<&str> = found.iter().map(|link| part(text, &link.address)).collect();
        if addresses.is_empty() {
            addresses.extend(checked_href(whole).or_else(|| first_web(whole)));
        }
        for address in addresses {
            self.add_code(address);
        }
    }

    /// The addresses of code in a cell that has others too.
    fn code_among(&mut self, text: &str) {
        for link in links(text) {
            let (label, address) = (part(text, &link.label), part(text, &link.address));
            if leads_to_code(label, address) {
                self.add_code(address);
            }
        }
    }

    fn add_code(&mut self, address: &str) {
        if let Some(address) = checked_href(address)
            && let Target::Other(url) = target(address)
            && self.code.len() < MOST
            && !self.code.contains(&url)
        {
            self.code.push(url);
        }
    }

    /// The parts of a row that links to no paper, by its columns or by what is bold; nothing where
    /// it does not look like a paper's.
    fn without_link(&mut self, cells: &Cells<'t>, first: usize, table: Table) -> Option<()> {
        let column = table.columns.iter().position(|c| *c == Column::Title);
        let bold = cells.iter().position(|cell| {
            cell.len() > 4 && cell.starts_with("**") && day(cell) == DayFound::None
        });
        let at = match column {
            Some(column) => bold.unwrap_or(column),
            None => bold.filter(|_| first > 0)?,
        };
        let title = bare(cells.get(at));
        // The link of a title leads elsewhere.
        let label = title
            .strip_prefix('[')
            .and_then(|title| title.rsplit_once("]("));
        self.title = label.map_or(title, |(label, _)| label);
        if is_et_al(cells.get(at + 1)) {
            self.authors = cells.get(at + 1);
        }
        for (index, cell) in cells.iter().enumerate().skip(at + 1) {
            if cell.starts_with("<details") {
                self.behind(cells, index, table);
                break;
            }
            if is_links(cell) {
                self.code(cell);
            }
        }
        Some(())
    }

    /// The paper, if there is a title or an id.
    pub(super) fn paper(mut self, line: u32, escaped: bool) -> Option<Row> {
        let text = |source: &str| markup::read(&plain(source, escaped));
        // Under a title in its cell stands what the list says of it.
        let (title, below) = self.title.split_once("<br").unwrap_or((self.title, ""));
        let below = below.split_once('>').map_or("", |(_, below)| below);
        let title = text(bare(title));
        let title = if title.plain.contains(char::is_alphanumeric) {
            title
        } else {
            RichText::default()
        };
        let (id, version) = self.identify(&title)?;
        let rich = |source: &str| visible(&plain(source, escaped)).filter(|_| !is_nothing(source));
        let paper = Paper {
            version,
            authors: names(&plain(self.authors, escaped)),
            days: self.day.into_iter().collect(),
            summary: rich(self.summary),
            comment: rich(self.comment),
            gist: rich(below),
            journal: rich(self.venue)
                .map(|venue| venue.plain)
                .filter(|venue| !starts_with(venue, "arxiv")),
            code: std::mem::take(&mut self.code),
            ..Paper::new(id, title, line)
        };
        Some(Row {
            paper,
            faults: self.faults,
        })
    }

    /// The name and version of the paper: by its link, by the link's label, by its title.
    fn identify(&mut self, title: &RichText) -> Option<(PaperId, Option<u16>)> {
        let label = self.link.as_ref().and_then(PaperLink::label_id);
        let address = self.link.as_ref().map_or("", |link| link.address);
        let target = match find_id(address) {
            Some((id, version)) => Target::Arxiv(id, version),
            None if address.is_empty() => Target::None,
            None => target(address),
        };
        let (kind, message) = match (target, label) {
            (Target::Arxiv(id, version), Some((other, _))) if other != id => {
                let message =
                    format!("The row names {other} and links to {id}; it was read as {id}.");
                self.faults.push((DiagnosticKind::BadLink, message));
                return Some((PaperId::Arxiv(id), version));
            }
            (Target::Arxiv(id, version), label) => {
                let version = version.or(label.and_then(|(_, version)| version));
                return Some((PaperId::Arxiv(id), version));
            }
            (_, Some((id, version))) => {
                let message = format!(
                    "The link {address} does not lead to a paper of arXiv; the row was read as {id}, which stands beside it."
                );
                self.faults.push((DiagnosticKind::BadLink, message));
                return Some((PaperId::Arxiv(id), version));
            }
            _ if title.is_empty() => return None,
            (Target::BadArxiv(url), None) => (
                DiagnosticKind::BadLink,
                format!(
                    "The link {url} names no arXiv id that can be; the paper goes by its title."
                ),
            ),
            _ => (
                DiagnosticKind::NoLink,
                "The row has no link to arXiv; the paper goes by its title.".to_owned(),
            ),
        };
        self.faults.push((kind, message));
        Some((PaperId::from_title(&title.plain), None))
    }
}

/// Whether a text is a month and a day, `07-29`.
fn is_month_and_day(text: &str) -> bool {
    let parts = text.trim().split_once('-');
    parts.is_some_and(|(month, day)| {
        let of_two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        of_two(month) && of_two(day)
    })
}

/// How rows shorten a list of authors.
const OTHERS: [&str; 5] = ["et.al.", "et al.", "et. al.", "et.al", "et al"];

fn is_et_al(cell: &str) -> bool {
    OTHERS.iter().any(|others| cell.ends_with(others))
}

/// The names that are told, without `et.al.`: who the others are is not said here, and nobody is
/// made up for them.
fn names(list: &str) -> Vec<String> {
    let list = list.trim();
    let list = OTHERS
        .iter()
        .find_map(|others| list.strip_suffix(others))
        .unwrap_or(list);
    if is_nothing(list) {
        return Vec::new();
    }
    names::list(list, Order::Spoken)
}

/// Whether a cell is nothing but links.
fn is_links(cell: &str) -> bool {
    let cell = bare(cell);
    let address = cell.starts_with("http") && !cell.contains(char::is_whitespace);
    address || (cell.starts_with('[') && cell.ends_with(')') && has_link(cell))
}

/// A text without the backslashes that the table put there. Where its writer escapes nothing else,
/// one before a stroke is the table's outside of formulas and LaTeX's (a norm) inside.
fn plain(source: &str, escaped: bool) -> Cow<'_, str> {
    if escaped {
        return unescape(source);
    }
    if !source.contains(r"\|") {
        return Cow::Borrowed(source);
    }
    let mut plain = String::with_capacity(source.len());
    let mut in_formula = false;
    for (index, piece) in source.split('$').enumerate() {
        if index > 0 {
            plain.push('$');
            in_formula = !in_formula;
        }
        if in_formula {
            plain.push_str(piece);
        } else {
            plain.push_str(&piece.replace(r"\|", "|"));
        }
    }
    Cow::Owned(plain)
}
