//! What page and engine both say of tags that are the reader's own.

use serde::{Deserialize, Serialize};

/// Who gave a tag.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum By {
    /// The table alone.
    #[default]
    Table,
    /// A rule of the reader's, with or without the table.
    Rule,
    /// The reader, by hand.
    Hand,
}

/// What the reader did with a tag of a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hand {
    /// Put it on.
    Add,
    /// Took it off.
    Remove,
}

/// What becomes of the tag of the same name that the table has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BuiltIn {
    /// The table goes on giving it; the rule gives it to more papers.
    #[default]
    Keep,
    /// The rule alone gives it.
    Replace,
    /// Nobody gives it.
    Off,
}

/// A field of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum RuleField {
    /// Its tag's id.
    Name,
    /// Its tag's facet.
    Facet,
    /// Its tag's name for a person.
    Label,
    /// A pattern that earns it.
    Words,
    /// A regular expression that earns it.
    Regex,
    /// A pattern that denies it.
    Not,
    /// The parts.
    Places,
    /// What becomes of the table's tag.
    BuiltIn,
    /// Whether it is used.
    Status,
}
