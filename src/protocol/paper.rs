//! One paper with all that is known of it.

use serde::{Deserialize, Serialize};

use super::{By, Flags, OpenPaper, RichView, TagView};
use crate::core::day::{Date, Day};
use crate::core::paper::{Announcement, Part};
use crate::core::text::{ChangeKind, Link, Mark, Span};

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
    /// The abstract, or the part of it that was asked for.
    pub summary: Option<RichView>,
    /// Which of the parts of a very long abstract that is, from 0, and how many there are.
    pub part: (u32, u32),
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
    /// Its pages at other registers.
    pub registered: Vec<Link>,
    /// When its first version was submitted.
    pub submitted: Option<Day>,
    /// The authors with the marks in each name.
    pub authors: Vec<(String, Vec<Mark>)>,
    /// Its categories.
    pub categories: Vec<String>,
    /// The days on which it was announced, oldest first.
    pub days: Vec<Day>,
    /// Where there is none, its date as far as it is known.
    pub inferred: Option<Date>,
    /// How it was announced.
    pub announce: Option<Announcement>,
    /// Links to code.
    pub code: Vec<Link>,
    /// All tags with their evidence, in the page's order of facets.
    pub tags: Vec<TagDetail>,
    /// Tags that were taken off by hand.
    pub removed: Vec<TagView>,
    /// The files that have it.
    pub sources: Vec<String>,
    /// Its versions, oldest first; empty when all digests say the same.
    pub versions: Vec<VersionView>,
    /// How many copies were not compared with these, because there are too many that differ, or too
    /// long ones.
    pub other_copies: u32,
    /// Papers of other ids that nearly say the same.
    pub near: Vec<NearView>,
    /// Its place among the hits of the last search, from 0; `None` when it is not among them.
    pub position: Option<u32>,
    /// Why it ranks where it does; `None` when it is not among the hits or the order is not by
    /// relevance.
    pub score: Option<ScoreView>,
    /// What the reader did with it.
    pub flags: Flags,
    /// The reader's note on it; empty where there is none.
    pub note: String,
}

/// Where a query stands in an open paper. Its place among the hits and its score are not told: they
/// take the whole order of the hits, and an answer does not wait for that.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenMarks {
    /// The paper, and the part of its abstract that the marks are of.
    pub paper: OpenPaper,
    /// The title.
    pub title: RichView,
    /// The marks in the part of the abstract.
    pub summary: Vec<Mark>,
    /// The comment.
    pub comment: Option<RichView>,
    /// The marks in each author's name.
    pub authors: Vec<Vec<Mark>>,
}

impl PaperView {
    /// Puts other marks in the place of its own, if they are of the same part of the same paper.
    /// Says whether that changed any.
    pub fn mark(&mut self, marks: OpenMarks) -> bool {
        if marks.paper.id != self.id || marks.paper.part != self.part.0 {
            return false;
        }
        let mut is_new = put(&mut self.title, marks.title);
        if let Some(summary) = &mut self.summary {
            is_new |= put(&mut summary.marks, marks.summary);
        }
        is_new |= put(&mut self.comment, marks.comment);
        for ((_, own), marks) in self.authors.iter_mut().zip(marks.authors) {
            is_new |= put(own, marks);
        }
        is_new
    }
}

/// Puts a value in its place and says whether another was there.
fn put<T: PartialEq>(place: &mut T, value: T) -> bool {
    let is_new = *place != value;
    *place = value;
    is_new
}

/// A paper's score, taken apart. Numbers are texts with three decimals; the contributions, so
/// rounded, add up to the total.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreView {
    /// The score.
    pub total: String,
    /// How many papers the library has.
    pub papers: u32,
    /// The constant `k1` of BM25F.
    pub k1: String,
    /// How much an occurrence counts in title, abstract, authors and comment.
    pub weights: [String; 4],
    /// A line for each term and field in which it stands.
    pub lines: Vec<ScoreLine>,
}

/// What one term of the query adds by its occurrences in one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoreLine {
    /// The term as it reads.
    pub term: String,
    /// The field.
    pub field: ScoredField,
    /// How often the term stands there.
    pub occurrences: u32,
    /// How many papers have the term.
    pub papers: u32,
    /// The inverse document frequency.
    pub idf: String,
    /// What the occurrences weigh: weight of the field · occurrences / length.
    pub weight: String,
    /// What they add to the score.
    pub adds: String,
}

/// A field that counts in a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ScoredField {
    /// The title.
    Title,
    /// The abstract.
    Abstract,
    /// The authors.
    Authors,
    /// The comment.
    Comment,
}

/// One version of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    /// Its number, if a digest says it.
    pub number: Option<u16>,
    /// The days on which it was announced, oldest first.
    pub days: Vec<Day>,
    /// What changed in the title since the version before; empty for the first, and when nothing
    /// did.
    pub title: Vec<Change>,
    /// What changed in the abstract.
    pub summary: Vec<Change>,
    /// Whether a text is too long to be compared with the version before.
    pub is_too_long: bool,
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
    /// Who gave it.
    pub by: By,
    /// What earned it; empty only where it was put on by hand.
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
    /// What it counts towards the tag; 0 where it is not weighed.
    pub weight: u8,
}
