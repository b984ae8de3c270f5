//! What page and worker say to each other: plain data with public fields, made for drawing.
//!
//! Messages are encoded with postcard. A [`Request::Open`] is accompanied by the browser's `File`
//! objects in the same order. Page and worker may come from different builds when a cache is stale,
//! so the first message carries [`VERSION`].

use serde::{Deserialize, Serialize};

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::order::Sort;
pub use crate::core::query::Choice;

mod answer;
mod keeping;
mod loading;
mod making;
mod marks;
mod overview;
mod paper;
mod pieces;
mod restoring;
mod rules;
mod settings;
mod sharing;
mod terms;

pub use answer::*;
pub use keeping::*;
pub use loading::*;
pub use making::*;
pub use marks::*;
pub use overview::*;
pub use paper::*;
pub use pieces::*;
pub use restoring::*;
pub use rules::*;
pub use settings::*;
pub use sharing::*;
pub use terms::*;

/// Raised whenever a message changes.
pub const VERSION: u32 = 20;

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
        /// The paper that is open beside the list, whose marks are wanted with the answer.
        open: Option<OpenPaper>,
    },
    /// More rows of the last search's hits.
    Rows {
        /// The search they belong to.
        seq: u32,
        /// Which.
        window: Window,
    },
    /// The words that stand out among the hits of the last search, wanted after its answer. Given
    /// up when another search comes.
    Terms {
        /// The search they belong to.
        seq: u32,
    },
    /// A change of the query's text by other means than typing.
    Edit {
        /// The text.
        text: String,
        /// Whether its last word is still being typed, and was counted as what it may become.
        typing: bool,
        /// What to edit where the text cannot be read: the last text that could.
        fallback: Option<String>,
        /// The facets whose ticked values are joined by AND.
        all_of: Vec<Facet>,
        /// The change.
        edit: Edit,
    },
    /// What the word at the caret may become.
    Complete {
        /// Grows with each request; the answer carries it back.
        seq: u32,
        /// The query's text.
        text: String,
        /// The caret, in UTF-16 units as browsers count.
        caret: u32,
    },
    /// One paper for the reader, with the last search's matches marked.
    Paper {
        /// Grows with each request; the answer carries it back.
        seq: u32,
        /// Its id.
        id: String,
        /// Which part of its abstract, from 0: a very long one is shown in parts.
        part: u32,
    },
    /// A change of the reader's own rules and tags. The answer is [`Response::Own`] or, where a
    /// file cannot be read, [`Response::OwnRefused`].
    Own {
        /// What is to change.
        edit: OwnEdit,
        /// When, in milliseconds since 1970.
        at: u64,
    },
    /// What a rule would change. A later one makes it stale.
    Preview {
        /// Grows with each request; the answers carry it back.
        seq: u32,
        /// The rule that it takes the place of.
        at: Option<u32>,
        /// The rule; `None` when nobody wants to know any more.
        draft: Option<Draft>,
    },
    /// Stop tagging papers anew: the rules are again what they were.
    CancelTagging,
    /// All tags of the table with their meanings.
    Taxonomy,
    /// The tags whose names have this in them, of any facet.
    Tags {
        /// Grows with each request; the answer carries it back.
        seq: u32,
        /// What is typed.
        text: String,
    },
    /// Whether the worker is there. The answer is [`Response::Pong`].
    Ping,
    /// Something is done with papers. The answer is [`Response::Marked`], as it is to the three
    /// below.
    Mark {
        /// Which.
        papers: Chosen,
        /// What is wanted.
        wish: Wish,
        /// When, in milliseconds since 1970.
        at: u64,
    },
    /// Papers were seen: their rows were passed, or they were opened.
    Seen {
        /// Their ids.
        ids: Vec<String>,
    },
    /// The newest act with papers is taken back.
    Undo {
        /// When.
        at: u64,
    },
    /// The act that was undone last is done again.
    Redo {
        /// When.
        at: u64,
    },
    /// What the page wants of what is kept from visit to visit.
    Keep(Keep),
    /// How far the reader is with the days of the library.
    Overview {
        /// The sources that have come since the reader was here last; `None` where that is not
        /// known.
        came: Option<Vec<String>>,
    },
    /// Settings are to be others. The answer is [`Response::Marked`], and [`Response::Settings`]
    /// behind it.
    Set {
        /// What is wanted.
        wishes: Vec<SettingWish>,
        /// When, in milliseconds since 1970.
        at: u64,
    },
    /// Records that the worker before gave the page and did not keep. It knows them from now on,
    /// on top of what is kept, and keeps them where it can.
    Recall(Vec<Vec<u8>>),
    /// A file is to be made. It comes in parts by [`Response::Making`], in slices behind every
    /// search, and ends with [`Response::Made`]. A later one makes an earlier one stale: no more of
    /// it is made.
    Make {
        /// Grows with each request; the answers carry it back.
        seq: u32,
        /// Which.
        what: Make,
    },
    /// The file that is being made is wanted no more. There is no answer.
    StopMaking,
    /// A few papers as text, at once: to be looked at or copied.
    Write {
        /// Grows with each request; the answer carries it back.
        seq: u32,
        /// Which, and how.
        wish: ExportWish,
        /// How many of them at most.
        most: u32,
    },
    /// Something about a backup that is to be restored. The answer is [`Response::Restoring`].
    Restore(Restore),
    /// The piece of a file that [`Response::WantsPiece`] asked for. Its bytes come beside this
    /// message, unless the page cannot read it either.
    Piece(FilePiece),
    /// What can be shared of some papers. A later one makes it stale.
    Share {
        /// Grows with each request; the answer carries it back.
        seq: u32,
        /// Which papers, and what of them.
        wish: ShareWish,
    },
    /// How the files that a view needs stand.
    Needs(Vec<Need>),
    /// Read papers that came from others. The answer is [`Response::Parcel`]; where they cannot be
    /// read, the end of the job says why, and nothing of them is read.
    Parcel {
        /// The job's number.
        job: u32,
        /// The parcel, in base64.
        parcel: String,
        /// What becomes of the marks and notes in it.
        take: Take,
        /// When, in milliseconds since 1970.
        at: u64,
    },
    /// Papers are to be printed. They come a few at a time by [`Response::Printed`]. A later one
    /// makes an earlier one stale.
    Print {
        /// Grows with each request; the answers carry it back.
        seq: u32,
        /// Which, and how; `None` when nobody wants to any more.
        wish: Option<PrintWish>,
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
    /// Asks for the papers of an author by name, or takes that back.
    Author(String),
}

/// A search, as it stands in the URL.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// The query as typed.
    pub text: String,
    /// The order; `None` for the usual one: relevance where there are words, newest otherwise.
    pub sort: Option<Sort>,
    /// The facets whose ticked values are joined by AND.
    pub all_of: Vec<Facet>,
    /// Whether papers that the reader has muted are shown all the same.
    pub shows_muted: bool,
    /// Whether the text is still being typed, so that its last word stands for those that begin so
    /// as well. What is told of the query itself is told of it as it is written.
    pub typing: bool,
}

/// A paper that is open, and which part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenPaper {
    /// Its id.
    pub id: String,
    /// Which part of its abstract, from 0.
    pub part: u32,
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
    /// Reports of a job that is about to end, ahead of those that come with its end: the page takes
    /// them over a part at a time.
    Reports(Vec<FileReport>),
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
    /// The words that stand out.
    Terms {
        /// The search they belong to.
        seq: u32,
        /// What they are.
        view: TermsView,
    },
    /// A text after an edit.
    Edited {
        /// The text before. When the box says something else by now, the edit is to be asked for
        /// again.
        of: String,
        /// The text after; `None` when neither the text nor its fallback could be read.
        text: Option<String>,
    },
    /// What the word at the caret may become; nothing where there is nothing to offer.
    Completions {
        /// The request's number.
        seq: u32,
        /// The ways to go on, in the order in which they are shown.
        all: Vec<CompletionView>,
    },
    /// One paper; `None` when the library has no such paper.
    Paper {
        /// The request's number.
        seq: u32,
        /// The paper.
        paper: Option<Box<PaperView>>,
    },
    /// The reader's own rules and tags.
    Own(OwnView),
    /// A file of rules that the page sent cannot be read; nothing was changed.
    OwnRefused(Vec<FileProblem>),
    /// What a rule would change, as far as papers were looked at.
    Preview {
        /// The request's number.
        seq: u32,
        /// What it would change.
        preview: PreviewView,
    },
    /// Papers are being tagged by new rules.
    Tagging(Tagging),
    /// All tags of the table, facet by facet.
    Taxonomy(Vec<TagMeaning>),
    /// Tags by their names, the best first.
    Tags {
        /// The request's number.
        seq: u32,
        /// The tags.
        all: Vec<TagView>,
    },
    /// The worker is there.
    Pong,
    /// The worker cannot go on; the message is for a person.
    Fault {
        /// What happened.
        message: String,
    },
    /// What became of the reader's marks. A search finds papers by them: search again where there
    /// is news.
    Marked(MarksView),
    /// What is kept from visit to visit, whenever that changes.
    Kept(KeptView),
    /// Nothing is kept any more: this is what was let go.
    Forgotten(Forgotten),
    /// How far the reader is with the days of the library.
    Overview(OverviewView),
    /// The settings, whenever they have changed.
    Settings(SettingsView),
    /// Rules of earlier visits that were left out, as a file.
    RulesLeft(String),
    /// Records of what the reader did that are kept nowhere yet; the page holds them until it hears
    /// that they are.
    Records {
        /// The records in their order.
        records: Vec<Vec<u8>>,
        /// The number of the last of them, counted from 1 as the worker has given them.
        last: u64,
        /// Whether they take the place of all before them.
        is_all: bool,
    },
    /// The records up to the one of this number are kept.
    RecordsKept(u64),
    /// A source that was taken out is to come back, or to go again.
    Source(SourceNews),
    /// There is nothing to undo, or to redo.
    NothingTo(Way),
    /// A part of the file that is being made.
    Making {
        /// The request's number.
        seq: u32,
        /// How much is done, in papers or whatever else it is made of.
        done: u32,
        /// Of how many.
        total: u32,
        /// What comes behind the parts before; often empty.
        #[serde(with = "making::bytes")]
        bytes: Vec<u8>,
    },
    /// The file is made, and all its parts were sent; or why it is not, for a person.
    Made {
        /// The request's number.
        seq: u32,
        /// What became of it.
        outcome: Result<MadeFile, String>,
    },
    /// Papers as text, or why there is none, for a person.
    Written {
        /// The request's number.
        seq: u32,
        /// The text.
        outcome: Result<WrittenView, String>,
    },
    /// How it stands with a backup that is to be restored.
    Restoring(Restoring),
    /// The worker may not read a file; the page is to read this piece of it. The answer is
    /// [`Request::Piece`].
    WantsPiece(FilePiece),
    /// What can be shared of papers, or why nothing can, for a person.
    Share {
        /// The request's number.
        seq: u32,
        /// What it is.
        outcome: Result<ShareView, String>,
    },
    /// How the files that a view needs stand, in the order in which they were asked for.
    Needs(Vec<NeedStanding>),
    /// Papers that came from others are about to be read.
    Parcel {
        /// The job that reads them.
        job: u32,
        /// What they are.
        view: ParcelView,
    },
    /// Some of the papers to be printed, or why there are none, for a person.
    Printed {
        /// The request's number.
        seq: u32,
        /// The papers.
        outcome: Result<PrintedView, String>,
    },
}
