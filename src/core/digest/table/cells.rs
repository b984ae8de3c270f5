//! The cells of a row, by place in the line.

use crate::core::digest::needles::names_arxiv;
use std::ops::Range;

use crate::core::digest::address::{find_id, id_part, is_button};
use crate::core::digest::dates::{self, DayFound};
use crate::core::digest::lines::trimmed;
use crate::core::paper::ArxivId;

/// A cell that is a day is not longer than so many bytes.
const LONGEST_DAY: usize = 24;

/// A cell that is a link with damaged brackets is not longer than so many bytes.
const LONGEST_LINK: usize = 160;

/// The cells of a row without the white space around them. A stroke behind a backslash is text, and
/// so is, at first, none in a title: what belongs together is for [`row`](super::row) to say.
#[derive(Debug)]
pub(super) struct Cells<'t> {
    row: &'t str,
    places: Vec<Range<usize>>,
    /// Whether the last cell has its stroke.
    pub(super) closed: bool,
}

impl<'t> Cells<'t> {
    /// Cuts a row up.
    pub(super) fn of(row: &'t str) -> Self {
        let row = row.trim();
        let bytes = row.as_bytes();
        let mut start = usize::from(row.starts_with('|'));
        let mut places = Vec::new();
        for at in memchr::memchr_iter(b'|', bytes) {
            let before = at.checked_sub(1).and_then(|before| bytes.get(before));
            let escaped = before == Some(&b'\\');
            if at >= start && !escaped {
                places.push(trimmed(row, start..at));
                start = at + 1;
            }
        }
        let closed = start == row.len();
        if !closed {
            places.push(trimmed(row, start..row.len()));
        }
        Self {
            row,
            places,
            closed,
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// One of them; nothing where there are not so many.
    pub(super) fn get(&self, index: usize) -> &'t str {
        self.span(index..index + 1)
    }

    /// Some of them and the strokes between, as they stand in the row.
    pub(super) fn span(&self, cells: Range<usize>) -> &'t str {
        let places = self.places.get(cells).unwrap_or_default();
        match (places.first(), places.last()) {
            (Some(first), Some(last)) => self.row.get(first.start..last.end).unwrap_or_default(),
            _ => "",
        }
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'t str> {
        self.places
            .iter()
            .map(|place| self.row.get(place.clone()).unwrap_or_default())
    }

    /// The first cell that links to arXiv or names an id, and what it says.
    pub(super) fn link(&self) -> Option<(usize, PaperLink<'t>)> {
        let mut cells = self.iter().enumerate();
        let sure = cells.find_map(|(index, cell)| Some((index, PaperLink::of(cell)?)));
        sure.or_else(|| {
            let mut cells = self.iter().enumerate();
            cells.find_map(|(index, cell)| Some((index, PaperLink::damaged(cell)?)))
        })
    }

    /// Where other rows start in this one, because line ends are missing; a whole row has so many
    /// cells.
    fn starts(&self, width: usize) -> Vec<usize> {
        let mut starts = Vec::new();
        let (mut last_start, mut last_link, mut last_day) = (0, None, None);
        for (index, cell) in self.iter().enumerate() {
            if cell.starts_with("**") && day(cell) != DayFound::None {
                last_day = Some(index);
            }
            let Some(link) = PaperLink::of(cell).filter(|link| link.opened) else {
                continue;
            };
            let title = link.is_title() && cell.starts_with("**[");
            let start = if title { Some(index) } else { last_day };
            let start = start.filter(|start| *start >= last_start + width);
            if let Some(start) = start.filter(|start| last_link.is_some_and(|link| link < *start)) {
                starts.push(start);
                last_start = start;
            }
            last_link = Some(index);
        }
        starts
    }

    /// Cuts rows apart that stand on one line; a whole row has so many cells.
    pub(super) fn rows(mut self, width: usize) -> Vec<Self> {
        let mut rows = Vec::new();
        for start in self.starts(width).into_iter().rev() {
            rows.push(Self {
                row: self.row,
                places: self.places.split_off(start),
                closed: self.closed,
            });
            self.closed = true;
        }
        rows.push(self);
        rows.reverse();
        rows
    }
}

/// A cell that links to a paper: `[2012.12877](http://arxiv.org/abs/2012.12877)` or
/// `**[Title](http://arxiv.org/abs/2012.12877)**`.
#[derive(Debug)]
pub(super) struct PaperLink<'t> {
    /// What stands in the brackets.
    pub(super) label: &'t str,
    /// Where the link leads.
    pub(super) address: &'t str,
    /// Whether its parenthesis is closed.
    pub(super) closed: bool,
    /// Whether its bracket is opened in the cell; else a stroke in the label may have cut it.
    pub(super) opened: bool,
    /// What the cell says on its next line.
    pub(super) below: &'t str,
}

impl<'t> PaperLink<'t> {
    fn of(cell: &'t str) -> Option<Self> {
        let mut lines = cell.split("<br").map(|line| {
            let line = line.strip_prefix('/').unwrap_or(line);
            bare(line.strip_prefix('>').unwrap_or(line))
        });
        let cell = lines.find(|line| !line.is_empty())?;
        let below = lines.next().unwrap_or_default();
        let Some((label, after)) = cell.rsplit_once("](") else {
            // An address or an id alone.
            let address = cell.starts_with("http") && !cell.contains(char::is_whitespace);
            let alone = ArxivId::parse_versioned(cell).is_ok()
                || (address && id_part(cell).is_some_and(|id| !id.is_empty()));
            return alone.then_some(Self {
                label: "",
                address: cell,
                closed: true,
                opened: true,
                below,
            });
        };
        let end = after
            .find(|c: char| c == ')' || c.is_whitespace())
            .unwrap_or(after.len());
        let (address, rest) = after.split_at(end);
        let inside = label.strip_prefix('[');
        let link = Self {
            label: inside.unwrap_or(label),
            address,
            closed: rest.starts_with(')'),
            opened: inside.is_some(),
            below,
        };
        let alone = rest.trim_matches([')', '*', ' ']).is_empty();
        let names = id_part(address).is_some() || link.label_id().is_some();
        (alone && names).then_some(link)
    }

    /// A link of which the brackets are damaged.
    fn damaged(cell: &'t str) -> Option<Self> {
        let near = cell.len() <= LONGEST_LINK && names_arxiv(cell);
        (near && find_id(cell).is_some()).then_some(Self {
            label: "",
            address: cell,
            closed: true,
            opened: true,
            below: "",
        })
    }

    /// The id in the label.
    pub(super) fn label_id(&self) -> Option<(ArxivId, Option<u16>)> {
        ArxivId::parse_versioned(self.label.trim()).ok()
    }

    /// Whether the label is the paper's title, and not its id, its address or what the link does.
    pub(super) fn is_title(&self) -> bool {
        let label = self.label.trim();
        let like_an_id = !label.contains(char::is_whitespace)
            && label.starts_with(|c: char| c.is_ascii_digit())
            && label.contains('.');
        label.contains(char::is_alphanumeric)
            && !like_an_id
            && !is_button(label)
            && !label.starts_with("http")
            && self.label_id().is_none()
    }
}

/// The day that a cell is.
pub(super) fn day(cell: &str) -> DayFound {
    if cell.len() <= LONGEST_DAY {
        dates::find(cell)
    } else {
        DayFound::None
    }
}

/// A cell without the marks of emphasis around it.
pub(super) fn bare(cell: &str) -> &str {
    let cell = cell.trim();
    let cell = cell.strip_prefix("**").unwrap_or(cell);
    cell.strip_suffix("**").unwrap_or(cell).trim()
}

/// Whether nothing stands in a cell, or a word that says so.
pub(super) fn is_nothing(cell: &str) -> bool {
    ["", "null", "none", "-", "--", "n/a", "nan"]
        .iter()
        .any(|nothing| bare(cell).eq_ignore_ascii_case(nothing))
}
