//! What can happen: acts of the reader and news from the worker.

use std::rc::Rc;

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::order::Sort;
use crate::protocol::{
    Answer, CompletionView, Draft, Edit, FileReport, Hand, Loaded, OwnEdit, OwnView, PaperView,
    PreviewView, Problem, Progress, Row, RuleField, Search, TagMeaning, TagView, Tagging,
    TermsView, Window,
};
use crate::ui::place::Place;

use super::{Aside, Panel};

/// Whatever happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The search box says this now.
    Type(String),
    /// Completions are wanted at this caret, in UTF-16 units; `None` to close them.
    Complete(Option<u32>),
    /// Another completion is chosen: so many further down, or up.
    Choose(i32),
    /// The completion of this number takes its place in the query.
    Accept(usize),
    /// The query is to be this: a chip's, or none.
    Query(String),
    /// A facet or a day was clicked.
    Edit(Edit),
    /// The days that are chosen reach to another one now.
    Stretch((Day, Day)),
    /// A facet joins its ticked values by AND, or no longer.
    JoinAll(Facet, bool),
    /// Another order.
    Sort(Option<Sort>),
    /// The list shows these rows.
    Show(Window),
    /// The keys act on this hit now.
    Activate(u32),
    /// The hit so many further down is the active one now and has the focus.
    Step(i32),
    /// This hit goes to the reader.
    Open(u32),
    /// The active hit goes to the reader.
    OpenActive,
    /// The paper with this id goes to the reader.
    Read(String),
    /// The reader shows this part of a very long abstract.
    Part(u32),
    /// The reader is closed.
    Close,
    /// The browser's history or a link brought another place.
    Arrive(Place),
    /// A panel is opened, or closed.
    Panel(Option<Panel>),
    /// A facet is folded, or unfolded.
    Fold(Facet),
    /// A facet moves past the next one, down or up.
    Move(Facet, bool),
    /// The facets stand in their usual order again.
    UsualOrder,
    /// The notice was read.
    DismissNotice,
    /// The news of the worker's restart was read.
    Resume,
    /// A rule is to be edited: the one of this number, or a new one that starts as this draft.
    EditRule(Option<u32>, Rc<Draft>),
    /// The rule of a tag is to be edited, or a new one for it.
    EditTag(TagView),
    /// A paper that the rule in the editor is about goes to the reader; the rule waits.
    Peek(String),
    /// A field of the rule that is being edited says this now; of check boxes, which was pressed.
    Rule(RuleField, String),
    /// The rule that is being edited is to be saved.
    SaveRule,
    /// It is not to be saved.
    DropRule,
    /// A change of the reader's own rules.
    Own(OwnEdit),
    /// The last such change is taken back.
    Undo,
    /// It is not going to be.
    DismissUndo,
    /// What was set aside under this key was seen, or is thrown away.
    LeaveAside(String, bool),
    /// The box for a new tag of the open paper says this now; `None` when it is left.
    AddTag(Option<String>),
    /// Another tag for it is chosen.
    ChooseTag(i32),
    /// The open paper gets this tag by hand, loses it, or leaves it to the rules again.
    ByHand(TagView, Option<Hand>),
    /// The worker said something. Nobody else has it, so it is taken apart and not copied: the copies would be a twentieth of the program.
    Heard(Rc<News>),
}

/// What the worker says, or what there is to say of it.
#[derive(Debug, PartialEq)]
pub enum News {
    /// The worker is up and of this version.
    Ready(u32),
    /// The worker is gone; what it read is being read again in a new one, but for these.
    Restarted {
        /// What it said last.
        message: String,
        /// The names of what is left out.
        left_out: Vec<String>,
        /// Whether the search and the open paper are among it.
        leaves_view: bool,
    },
    /// The worker cannot go on.
    Dead(String),
    /// A job was handed to the worker.
    Started(Progress),
    /// A job goes on.
    Progress(Progress),
    /// Reports of a job that is about to end.
    Reports(Vec<FileReport>),
    /// A job ended.
    Loaded(Loaded),
    /// The worker edited this text; what came of it, where it could be read.
    Edited(String, Option<String>),
    /// What the word at the caret may become in this text.
    Completed(String, Vec<CompletionView>),
    /// The answer to a search.
    Answered(u32, Search, Box<Answer>),
    /// A search cannot be made.
    Refused(Search, Problem),
    /// More rows of the search of this number.
    Rows(u32, u32, Vec<Row>),
    /// The words that stand out among the hits of the search of this number.
    Terms(u32, TermsView),
    /// All tags of the table.
    Taxonomy(Vec<TagMeaning>),
    /// The open paper.
    Paper(Option<Box<PaperView>>),
    /// The reader's own rules.
    Own(OwnView),
    /// Something that was kept is set aside.
    Aside(Aside),
    /// What the rule that is being edited would change.
    Preview(PreviewView),
    /// Papers are being tagged by new rules.
    Tagging(Tagging),
    /// Tags for the open paper.
    Tags(Vec<TagView>),
}

impl From<News> for Action {
    fn from(news: News) -> Self {
        Self::Heard(Rc::new(news))
    }
}
