//! What is wanted, and what was done.

use serde::{Deserialize, Serialize};

use super::{Kind, SettingKind};

/// What a reader wants done with some papers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wish {
    /// A mark is put on all of them; where all have it already, it is taken off all.
    Toggle(Kind),
    /// A mark is put on all of them, or taken off all.
    Set(Kind, bool),
    /// This is the note on them; an empty one is none.
    Note(String),
}

/// What an act did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// It put a mark on.
    Put(Kind),
    /// It took a mark off.
    Take(Kind),
    /// It wrote a note, or changed one.
    Write,
    /// It removed a note.
    Erase,
    /// It added a setting, or several of a kind.
    Add(SettingKind),
    /// It changed settings of a kind: what they say, what they are called, or their order.
    Alter(SettingKind),
    /// It let settings of a kind go.
    Drop(SettingKind),
    /// It changed the reader's own rules or tags.
    Own(OwnDeed),
    /// It took over what a backup knows.
    Restore,
}

/// What an act did with the reader's own rules or tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnDeed {
    /// It saved a rule.
    Save,
    /// It deleted a rule.
    Delete,
    /// It switched a rule on.
    SwitchOn,
    /// It switched a rule off.
    SwitchOff,
    /// It moved a rule among the others.
    Move,
    /// It took rules and tags by hand over from a file.
    Import,
    /// It put a tag on papers by hand.
    PutOn,
    /// It took a tag off papers by hand.
    TakeOff,
    /// It left a tag of papers to the rules again.
    Leave,
    /// It gave a tag another name, on all papers and in all rules.
    Rename,
    /// It removed a tag from all papers, with the rules that give it.
    Remove,
}
