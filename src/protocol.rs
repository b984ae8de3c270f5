//! What page and worker say to each other: plain data with public fields, made for drawing.
//!
//! Messages are encoded with postcard. A [`Request::Open`] is accompanied by the browser's `File` objects in the same order. Page and worker may come from
//! different builds when a cache is stale, so the first message carries [`VERSION`].

use serde::{Deserialize, Serialize};

use crate::core::day::Day;
use crate::core::diagnostic::Severity;
use crate::core::facet::Facet;
use crate::core::math::MathElement;
use crate::core::order::Sort;
use crate::core::paper::{Announcement, Part};
pub use crate::core::query::Choice;
use crate::core::text::{ChangeKind, Link, Mark, RichText, Span};

/// Raised whenever a message changes.
pub const VERSION: u32 = 3;

/// From the page to the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Read files; the `File`s come beside this message.
    Open {
        /// The job's number, chosen by the page.
        job: u32,
        /// Their names, with folders where known.
        names: Vec<String>,
    },
    /// Read text from the clipboard.
    Paste {
        /// The job's number.
        job: u32,
        /// The text.
        text: String,
    },
    /// Read the built-in sample.
    Sample {
        /// The job's number.
        job: u32,
    },
    /// Take a file out of the library. A job like reading one: it waits for those before it.
    Remove {
        /// The job's number.
        job: u32,
        /// The file's name as its report has it.
        source: String,
    },
    /// Stop a job; what was complete stays.
    Cancel {
        /// The job's number.
        job: u32,
    },
    /// Search. A later search makes an earlier one stale.
    Search {
        /// Grows with each search; the answer carries it back.
        seq: u32,
        /// What to look for.
        search: Search,
        /// The rows wanted with the answer.
        window: Window,
    },
    /// More rows of the last search's hits.
    Rows {
        /// The search they belong to.
        seq: u32,
        /// Which.
        window: Window,
    },
    /// A change of the query's text by other means than typing.
    Edit {
        /// The text.
        text: String,
        /// What to edit where the text cannot be read: the last text that could.
        fallback: Option<String>,
        /// The facets whose ticked values are joined by AND.
        all_of: Vec<Facet>,
        /// The change.
        edit: Edit,
    },
    /// One paper for the reader, with the last search's matches marked.
    Paper {
        /// Grows with each request; the answer carries it back.
        seq: u32,
        /// Its id.
        id: String,
    },
}

/// A change of the query by other means than typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Ticks or unticks a value.
    Include(Facet, String),
    /// Excludes a value or takes that back.
    Exclude(Facet, String),
    /// Joins the ticked values of a facet by AND, or by OR again.
    JoinAll(Facet, bool),
    /// Keeps papers of these days only; `None` for any day.
    Days(Option<(Day, Day)>),
}

/// A search: all of it stands in the URL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// The query as typed.
    pub text: String,
    /// The order; `None` for the usual one: relevance where there are words, newest otherwise.
    pub sort: Option<Sort>,
    /// The facets whose ticked values are joined by AND.
    pub all_of: Vec<Facet>,
}

/// A stretch of the hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// The first hit, from 0.
    pub start: u32,
    /// How many.
    pub len: u32,
}

/// From the worker to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// The worker is up.
    Ready {
        /// Its [`VERSION`].
        version: u32,
    },
    /// A job goes on.
    Progress(Progress),
    /// A job ended. The library may have changed: search again.
    Loaded(Loaded),
    /// The answer to a search.
    Answer {
        /// The search's number.
        seq: u32,
        /// What was found, or why nothing could be looked for.
        outcome: Result<Answer, Problem>,
    },
    /// More rows.
    Rows {
        /// The search they belong to.
        seq: u32,
        /// The number of the first of them among the hits.
        start: u32,
        /// The rows.
        rows: Vec<Row>,
    },
    /// A text after an edit.
    Edited {
        /// The text before. When the box says something else by now, the edit is to be asked for again.
        of: String,
        /// The text after; `None` when neither the text nor its fallback could be read.
        text: Option<String>,
    },
    /// One paper; `None` when the library has no such paper.
    Paper {
        /// The request's number.
        seq: u32,
        /// The paper.
        paper: Option<Box<PaperView>>,
    },
    /// The worker cannot go on; the message is for a person.
    Fault {
        /// What happened.
        message: String,
    },
}

/// How far a job is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The job.
    pub job: u32,
    /// The file that is being read.
    pub file: String,
    /// How many files are done.
    pub files_done: u32,
    /// How many files there are.
    pub files: u32,
    /// How much of the current file is done, 0 to 1.
    pub part: f32,
    /// Papers found so far in this job.
    pub papers: u32,
    /// Papers of the library that a search finds now.
    pub searchable: u32,
}

/// How a job ended.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Loaded {
    /// The job.
    pub job: u32,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// The file that was taken out, if that was the job.
    pub removed: Option<String>,
    /// A report on each file, in order. A member of an archive is a file of its own.
    pub reports: Vec<FileReport>,
    /// Papers in the library now.
    pub papers: u32,
    /// Sources in the library now.
    pub sources: u32,
}

/// The balance of one file: every entry is a new paper, a known paper or a problem.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// The file's name.
    pub name: String,
    /// The name under which its papers are a source; `None` when it has none.
    pub source: Option<String>,
    /// The source that is the same file, read before; then nothing was read.
    pub same_as: Option<String>,
    /// The name of the format found; `None` when it is none that is read.
    pub format: Option<String>,
    /// What the format calls an entry: `heading`, `record`.
    pub unit: String,
    /// Places that looked like a paper.
    pub entries: u32,
    /// Papers that were new to the library.
    pub added: u32,
    /// Papers that the library had already, or that stand in the file twice.
    pub merged: u32,
    /// What is to be said about it, worst first; at most [`FileReport::PROBLEMS_SHOWN`].
    pub problems: Vec<FileProblem>,
    /// How many problems there are in all, by severity: notes, warnings, errors.
    pub counts: [u32; 3],
}

impl FileReport {
    /// How many problems a report carries at most; the counts say how many there are.
    pub const PROBLEMS_SHOWN: usize = 50;
}

/// One problem of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileProblem {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// How bad.
    pub severity: Severity,
    /// What it is and what to do.
    pub message: String,
    /// The raw lines around it, with their numbers.
    pub excerpt: Vec<(u32, String)>,
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
}

/// Papers of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCount {
    /// The day.
    pub day: Day,
    /// Hits on it, the query's own `day:` left out.
    pub hits: u32,
    /// Papers on it.
    pub papers: u32,
}

/// One facet with its values, ready to draw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetView {
    /// The facet.
    pub facet: Facet,
    /// Whether ticked values are joined by AND.
    pub all_of: bool,
    /// Whether values can be joined by AND at all (a paper has one source or announce type, but many tasks).
    pub can_all_of: bool,
    /// The values: chosen ones first, then by count, then in the facet's own order.
    pub values: Vec<FacetValue>,
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its id in a query. `none` stands for papers without any value.
    pub id: String,
    /// Its name for a person.
    pub label: String,
    /// When it applies; empty where the name says it all.
    pub description: String,
    /// What ticking it would show.
    pub count: u32,
    /// Whether the query includes or excludes it.
    pub choice: Choice,
}

/// Text ready to draw: its styles, its marks and its math.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichView {
    /// The text.
    pub text: RichText,
    /// The query's matches, sorted and apart.
    pub marks: Vec<Mark>,
    /// The MathML of the styles that are math, by index of the style. Math that cannot be read has none and shows its source.
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
    /// The last day on which it was announced.
    pub day: Option<Day>,
    /// How it was announced.
    pub announce: Option<Announcement>,
    /// Its categories.
    pub categories: Vec<String>,
    /// Its tags, those of the first facets first.
    pub tags: Vec<TagView>,
    /// Whether it links to code.
    pub has_code: bool,
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

/// One paper for the reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaperView {
    /// Its id.
    pub id: String,
    /// The arXiv page, if it has one.
    pub abs_url: Option<String>,
    /// The PDF, if it has one.
    pub pdf_url: Option<String>,
    /// The version that the digest links to.
    pub version: Option<u16>,
    /// The number that the digest gives it.
    pub number: Option<u32>,
    /// The title.
    pub title: RichView,
    /// The abstract.
    pub summary: Option<RichView>,
    /// The comment.
    pub comment: Option<RichView>,
    /// The digest's own summary in a line.
    pub gist: Option<RichView>,
    /// The headings of the digest under which it stands.
    pub topics: Vec<String>,
    /// Where it was published.
    pub journal: Option<String>,
    /// Its DOI.
    pub doi: Option<String>,
    /// When its first version was submitted.
    pub submitted: Option<Day>,
    /// The authors with the marks in each name.
    pub authors: Vec<(String, Vec<Mark>)>,
    /// Its categories.
    pub categories: Vec<String>,
    /// The days on which it was announced, oldest first.
    pub days: Vec<Day>,
    /// How it was announced.
    pub announce: Option<Announcement>,
    /// Links to code.
    pub code: Vec<Link>,
    /// All tags with their evidence, in the page's order of facets.
    pub tags: Vec<TagDetail>,
    /// The files that have it.
    pub sources: Vec<String>,
    /// Its versions, oldest first; empty when all digests say the same.
    pub versions: Vec<VersionView>,
    /// Papers of other ids that nearly say the same.
    pub near: Vec<NearView>,
    /// Its place among the hits of the last search, from 0; `None` when it is not among them.
    pub position: Option<u32>,
}

/// One version of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    /// Its number, if a digest says it.
    pub number: Option<u16>,
    /// The days on which it was announced, oldest first.
    pub days: Vec<Day>,
    /// What changed in the title since the version before; empty for the first, and when nothing did.
    pub title: Vec<Change>,
    /// What changed in the abstract.
    pub summary: Vec<Change>,
}

/// A stretch of words and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What became of it.
    pub kind: ChangeKind,
    /// The words.
    pub text: String,
}

/// A paper of another id that nearly says the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The share of word triples in common, in percent.
    pub percent: u8,
}

/// A tag with what earned it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TagDetail {
    /// The tag.
    pub tag: TagView,
    /// When it applies.
    pub description: String,
    /// What earned it; never empty.
    pub evidence: Vec<EvidenceView>,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    /// Where it stands.
    pub part: Part,
    /// The place in the part's plain text.
    pub span: Span,
    /// The words themselves.
    pub words: String,
    /// The rule that fired, as written in the table.
    pub rule: String,
}
