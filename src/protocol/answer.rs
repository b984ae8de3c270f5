//! What a search found: rows, facets, days, and ways to go on.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::{Choice, OpenMarks};
use crate::core::day::Date;
use crate::core::facet::Facet;
use crate::core::marks::Flags;
use crate::core::math::MathElement;
use crate::core::order::Sort;
use crate::core::paper::Announcement;
use crate::core::text::{Mark, RichText, Span};

/// One way to go on with a query.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompletionView {
    /// What stands in the place of what was being written.
    pub text: String,
    /// What it means to a person; may be empty.
    pub label: String,
    /// How many papers it finds alone; `None` where that says nothing.
    pub papers: Option<u32>,
    /// The query's text with it.
    pub query: String,
    /// Where the caret stands then, in UTF-16 units.
    pub caret: u32,
}

/// Why a query cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The place in the query's text, in bytes.
    pub at: Span,
    /// What was expected, in one line.
    pub message: String,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// How many papers match.
    pub hits: u32,
    /// How many papers there are.
    pub papers: u32,
    /// The order they are in.
    pub sort: Option<Sort>,
    /// The query as it prints, for the URL and for comparing.
    pub canonical: String,
    /// The clauses of the query that filter, one for each chip.
    pub chips: Vec<Chip>,
    /// The facets in the page's order; those without any value in the library are left out.
    pub facets: Vec<FacetView>,
    /// Papers per day, oldest first: the day, hits, all papers.
    pub days: Vec<DayCount>,
    /// The number of the first row among the hits.
    pub start: u32,
    /// The rows asked for.
    pub rows: Vec<Row>,
    /// The words of the query that no paper has, or next to none, and what was probably meant.
    pub spellings: Vec<SpellingView>,
    /// Why nothing was found, if nothing was.
    pub emptied: EmptiedView,
    /// Where the query stands in the open paper; `None` when none is open, or it is not in the
    /// library.
    pub open: Option<Box<OpenMarks>>,
    /// The papers that match and that the reader has muted.
    pub muted: MutedView,
    /// How many papers match but for the days that the query asks for, and are left out because
    /// their day is not known, or not closely enough.
    pub undated: u32,
    /// Whether the last word is still being typed, and stands for all that begin so as well: the
    /// finished query prints the same and may find less.
    pub goes_on: bool,
}

/// The papers that match a query and that the reader has muted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MutedView {
    /// How many there are. They are among the hits where the search shows them.
    pub papers: u32,
    /// The mutes that they are muted by, each with how many; a paper may be muted by several.
    pub by: Vec<(String, u32)>,
}

/// A word that no paper has, or next to none, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpellingView {
    /// The word as written.
    pub word: String,
    /// How many papers have it so.
    pub with: u32,
    /// The word that is meant.
    pub meant: String,
    /// How many papers have it.
    pub papers: u32,
    /// The query's text with it.
    pub query: String,
}

/// Why nothing was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmptiedView {
    /// The clauses that no paper satisfies together, as they read; one alone is one that no paper
    /// satisfies.
    pub clauses: Vec<String>,
    /// What else may be meant that finds something, then what can be dropped so that something is
    /// found, the best first.
    pub offers: Vec<OfferView>,
}

/// A part of a query, and what is found without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// What is dropped, as it reads; several clauses are dropped together. Nothing where the query
    /// is only read otherwise.
    pub dropped: Vec<String>,
    /// The query's text then.
    pub query: String,
    /// How many papers that finds.
    pub hits: u32,
}

/// One clause of a query, and the query without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chip {
    /// The clause as it reads: `Task: Object detection`, `title:gan`.
    pub label: String,
    /// Whether it excludes.
    pub excludes: bool,
    /// The query's text without it.
    pub without: String,
    /// What it excludes or keeps, as a query of its own; empty where it stands for several clauses.
    pub clause: String,
}

/// Papers of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCount {
    /// The day, or the month or the year of papers whose day is not known.
    pub day: Date,
    /// Hits on it, the query's own `day:` left out.
    pub hits: u32,
    /// Papers on it.
    pub papers: u32,
    /// Whether the query asks for it by a `day:` of its own.
    pub chosen: bool,
}

/// One facet with its values, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetView {
    /// The facet.
    pub facet: Facet,
    /// Whether ticked values are joined by AND.
    pub all_of: bool,
    /// Whether values can be joined by AND at all (a paper has one source or announce type, but
    /// many tasks).
    pub can_all_of: bool,
    /// The values: chosen ones first, then by count, then in the facet's own order.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// What it is called.
    pub name: ValueName,
    /// What ticking it would show.
    pub count: u32,
    /// Whether the query includes or excludes it.
    pub choice: Choice,
}

/// What a value of a facet is called. Hundreds of them come with each answer, most as they came
/// with the last: so they are one text each, and it is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueName {
    /// Id, label and description, without anything between.
    text: Rc<str>,
    /// Where the first two end.
    ends: [u32; 2],
}

impl ValueName {
    /// A name of these parts.
    pub fn new(id: &str, label: &str, description: &str) -> Self {
        let text = [id, label, description].concat();
        let label = Span::new(id.len(), id.len() + label.len());
        Self {
            text: text.into(),
            ends: [label.start, label.end],
        }
    }

    /// Its id in a query. `none` stands for papers without any value.
    pub fn id(&self) -> &str {
        self.part(0, self.ends[0] as usize)
    }

    /// Its name for a person.
    pub fn label(&self) -> &str {
        self.part(self.ends[0] as usize, self.ends[1] as usize)
    }

    /// When it applies; empty where the label says it all.
    pub fn description(&self) -> &str {
        self.part(self.ends[1] as usize, self.text.len())
    }

    fn part(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }
}

/// Text ready to draw: its styles, its marks and its math.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichView {
    /// The text.
    pub text: RichText,
    /// The query's matches, sorted and apart.
    pub marks: Vec<Mark>,
    /// The MathML of the styles that are math, by index of the style. Math that cannot be read has
    /// none and shows its source.
    pub math: Vec<(u32, MathElement)>,
}

/// One hit in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// The title.
    pub title: RichView,
    /// A stretch of the abstract around the first match, or its start.
    pub snippet: RichView,
    /// The authors in short; empty where the digest names none.
    pub authors: String,
    /// The last day on which it was announced, or its date as far as it is known.
    pub day: Option<Date>,
    /// How it was announced.
    pub announce: Option<Announcement>,
    /// Its categories.
    pub categories: Vec<String>,
    /// Its tags, those of the first facets first.
    pub tags: Vec<TagView>,
    /// Whether it links to code.
    pub has_code: bool,
    /// What the reader did with it.
    pub flags: Flags,
}

/// A tag and when it applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagMeaning {
    /// The tag.
    pub tag: TagView,
    /// When it applies; empty where the name says it all.
    pub description: String,
}

/// A tag of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagView {
    /// Its facet.
    pub facet: Facet,
    /// Its id.
    pub id: String,
    /// Its name for a person.
    pub label: String,
}
