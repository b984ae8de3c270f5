//! What can happen: what the reader does, what the worker says and what becomes of it.

use std::rc::Rc;

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::order::Sort;
use crate::protocol::{
    Draft, Edit, Hand, OwnEdit, Progress, Response, RuleField, Search, TagView, Window,
};
use crate::ui::place::Place;

use super::{
    Aside, KeepAct, KeyAct, MakingAct, PaletteAct, Panel, SavedAct, ShareAct, TakeAct, Triage,
};

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
    /// Enter in the search box: its last word is finished, and the first hit has the focus, if
    /// there is one then.
    Enter,
    /// The hit so many further down is the active one now and has the focus.
    Step(i32),
    /// This hit is opened.
    Open(u32),
    /// The active hit is opened.
    OpenActive,
    /// The paper with this id is opened.
    Read(String),
    /// This part of a very long abstract is shown.
    Part(u32),
    /// The paper is closed.
    Close,
    /// The browser's history or a link brought another place.
    Arrive(Place),
    /// A panel is opened, or closed.
    Panel(Option<Panel>),
    /// The browser closed the panel that the wish of this number had opened.
    PanelClosed(u32),
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
    /// A paper that the rule in the editor is about is opened; the rule waits.
    Peek(String),
    /// A field of the rule that is being edited says this now; of check boxes, which was pressed.
    Rule(RuleField, String),
    /// The rule that is being edited is to be saved.
    SaveRule,
    /// It is not to be saved.
    DropRule,
    /// A change of the reader's own rules.
    Own(OwnEdit),
    /// What was written in the editor and not saved is had back.
    Undo,
    /// It is not going to be.
    DismissUndo,
    /// What was set aside under this key was seen, or is thrown away.
    LeaveAside(String, bool),
    /// The box for a new tag says this now; `None` when it is left.
    AddTag(Option<String>),
    /// Another tag for it is chosen.
    ChooseTag(i32),
    /// It is put on, or the first one as soon as it is known which that is.
    TakeTag,
    /// The papers in hand get this tag by hand, loses it, or leaves it to the rules again.
    ByHand(TagView, Option<Hand>),
    /// Something is decided about papers.
    Triage(Triage),
    /// Something that was kept is set aside.
    SetAside(Aside),
    /// A job was handed to the worker.
    Started(Progress),
    /// The worker is gone; what it read is being read again in a new one.
    Restarted {
        /// What it said last.
        message: String,
        /// The names of what is not read again.
        left_out: Vec<String>,
        /// Whether the search and the open paper are among it.
        leaves_view: bool,
    },
    /// The worker cannot go on.
    Dead(String),
    /// The worker said something. Nobody else has it, so it is taken apart and not copied.
    Heard(Rc<Heard>),
    /// Something is done about what is kept from visit to visit.
    Keeping(KeepAct),
    /// Other keys do something.
    Keys(KeyAct),
    /// Something is done in the palette.
    Palette(PaletteAct),
    /// The reader is told something of which there is no undo.
    Say(String),
    /// The list rests: what was seen since the last search is counted.
    Recount,
    /// Something is done about saved searches, followed authors, mutes or highlights.
    Saved(SavedAct),
    /// It was read that a day is finished.
    DismissFinished,
    /// Something happens to the file that is being made.
    Making(MakingAct),
    /// Something happens to papers that are shared.
    Sharing(ShareAct),
    /// Papers are to be taken along.
    Take(TakeAct),
    /// Whether the caret stands at the end of the word that is being typed. It has left it with
    /// whatever else changes the query or takes it along.
    Typing(bool),
}

impl Action {
    /// Whether another query takes the place of the one that is being typed, or it is kept as it is
    /// written. A click on a facet or a day does so when the worker has made the change.
    pub(super) fn finishes(&self) -> bool {
        match self {
            Self::Type(_) | Self::Accept(_) | Self::Query(_) | Self::Arrive(_) => true,
            Self::Saved(act) => matches!(
                act,
                SavedAct::Name(true) | SavedAct::Save(_) | SavedAct::Update | SavedAct::Run(_)
            ),
            _ => false,
        }
    }

    /// Whether papers are about to be taken along. All hits are those of the query as it is
    /// written, because others will find no more by it.
    pub(super) fn takes_along(&self) -> bool {
        matches!(
            self,
            Self::Panel(Some(Panel::Share | Panel::Export | Panel::Print))
                | Self::Take(TakeAct::Open(..))
        )
    }
}

/// A response of the worker that is not stale.
#[derive(Debug, PartialEq)]
pub struct Heard {
    /// What it says.
    pub response: Response,
    /// What it answers.
    pub about: About,
}

/// What a response answers, where it does not say itself.
#[derive(Debug, PartialEq)]
pub enum About {
    /// Nothing more than it says.
    Nothing,
    /// A search.
    Search(Search),
    /// The question what a word of this text may become.
    Text(String),
    /// What others have shared: this parcel.
    Parcel(Rc<str>),
}
