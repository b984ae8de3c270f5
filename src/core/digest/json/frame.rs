//! Lists and objects that are open.

use super::MOST_MEMBERS;
use super::field::Field;
use super::ids;
use super::record::elements;
use super::value::Value;

/// What a frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The whole file.
    Root,
    /// A list.
    List,
    /// An object: a record, or something around records.
    Object,
}

/// What was found inside of a list or an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Holds {
    /// Members of a record at most.
    Nothing,
    /// A list or an object where papers should be.
    Lists,
    /// A paper, under a name that says nothing of papers: it may stand in the record of another.
    Aside,
    /// A paper.
    Papers,
}

/// A list or an object that is open.
#[derive(Debug)]
pub(super) struct Frame {
    /// What it is.
    pub(super) kind: Kind,
    /// The place of its bracket.
    pub(super) at: usize,
    /// The line of that.
    pub(super) line: u32,
    /// The name under which it stands.
    pub(super) key: String,
    /// What was read of an object, as far as it is of interest.
    pub(super) members: Vec<(Field, Value)>,
    /// Whether one of the members names a paper of arXiv. Found out once for each value, for it may
    /// be long, and every key of the object asks.
    named: bool,
    /// What was found inside.
    pub(super) holds: Holds,
    /// Whether a comma is due.
    pub(super) filled: bool,
    /// Whether something inside is broken, so that its brackets tell nothing.
    pub(super) damaged: bool,
}

impl Frame {
    /// A frame whose bracket stands at this place of this line, under this name.
    pub(super) fn new(kind: Kind, at: usize, line: u32, key: String) -> Self {
        Self {
            kind,
            at,
            line,
            key,
            members: Vec::new(),
            named: false,
            holds: Holds::Nothing,
            filled: false,
            damaged: false,
        }
    }

    /// Whether another member may be kept.
    pub(super) fn has_room(&self) -> bool {
        self.members.len() < MOST_MEMBERS
    }

    /// Keeps a member, if there is room.
    pub(super) fn keep(&mut self, field: Field, value: Value) {
        if self.has_room() {
            self.named = self.named || names_paper(field, &value);
            self.members.push((field, value));
        }
    }

    /// Takes in the members of an object that is a part of this one; they come first.
    pub(super) fn take_in(&mut self, part: Self) {
        let room = MOST_MEMBERS.saturating_sub(self.members.len());
        let members = part.members.into_iter().take(room);
        self.members.splice(..0, members);
        self.named |= part.named;
    }

    /// Whether an object is a record by what was read of it so far.
    pub(super) fn is_record(&self) -> bool {
        self.has(&[Field::Title, Field::Abstract, Field::Summary, Field::Id])
    }

    /// Whether it is so surely a paper that what else it holds are none, but perhaps cited.
    pub(super) fn is_work(&self) -> bool {
        let says = [Field::Abstract, Field::Authors, Field::Inverted, Field::Doi];
        let titled = self.has(&[Field::Title]);
        self.has(&[Field::ItemType]) || titled && (self.named || self.has(&says))
    }

    /// Whether one of these fields was read.
    pub(super) fn has(&self, fields: &[Field]) -> bool {
        self.members.iter().any(|(field, _)| fields.contains(field))
    }
}

/// Whether a member names a paper of arXiv, or as Semantic Scholar does.
fn names_paper(field: Field, value: &Value) -> bool {
    let names = |value: &Value| ids::arxiv(value).is_some() || ids::is_hash(value);
    matches!(field, Field::Id | Field::Address) && elements(value).iter().any(names)
}
