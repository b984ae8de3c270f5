//! The marks of one paper.

use serde::{Deserialize, Serialize};

/// A mark that a reader puts on a paper and takes off again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// It is to be kept.
    Starred,
    /// It is to be read later.
    Later,
    /// It is of no interest.
    Skipped,
    /// It was read.
    Read,
}

impl Kind {
    /// All marks.
    pub const ALL: [Self; 4] = [Self::Starred, Self::Later, Self::Skipped, Self::Read];

    /// What the mark is called in queries, exports and parcels.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Starred => "starred",
            Self::Later => "later",
            Self::Skipped => "skipped",
            Self::Read => "read",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The marks that go when this one comes.
    const fn takes_off(self) -> u8 {
        match self {
            Self::Starred | Self::Later => Self::Skipped.bit(),
            Self::Skipped => Self::Starred.bit() | Self::Later.bit(),
            Self::Read => 0,
        }
    }

    /// Whether another mark goes when this one comes.
    #[cfg(feature = "engine")]
    pub(super) const fn excludes(self, other: Self) -> bool {
        self.takes_off() & other.bit() != 0
    }
}

/// The marks of a paper, whether it was seen, and whether it has a note. The default is a new
/// paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flags(u8);

/// The bits of the marks, by which a paper is decided.
const MARKS: u8 = 0b1111;
const SEEN: u8 = 1 << 4;
const NOTED: u8 = 1 << 5;

impl Flags {
    /// Whether it bears a mark.
    pub const fn has(self, kind: Kind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// With a mark put on, or taken off. A star or "later" takes "skipped" off, and "skipped" both
    /// of them.
    pub const fn with(self, kind: Kind, is_on: bool) -> Self {
        if is_on {
            Self(self.0 & !kind.takes_off() | kind.bit())
        } else {
            Self(self.0 & !kind.bit())
        }
    }

    /// Whether it bears none of the marks.
    pub const fn is_undecided(self) -> bool {
        self.0 & MARKS == 0
    }

    /// Whether its row was passed, it was opened, or it was marked.
    pub const fn is_seen(self) -> bool {
        self.0 & SEEN != 0
    }

    /// Whether there is a note on it.
    pub const fn has_note(self) -> bool {
        self.0 & NOTED != 0
    }

    /// The same, seen.
    pub const fn seen(self) -> Self {
        Self(self.0 | SEEN)
    }

    /// The same with a note, or without.
    pub const fn noted(self, has_note: bool) -> Self {
        Self(self.0 & !NOTED | if has_note { NOTED } else { 0 })
    }

    /// The marks alone.
    pub const fn marks(self) -> Self {
        Self(self.0 & MARKS)
    }

    /// The same with the marks of another.
    #[cfg(feature = "engine")]
    pub(super) const fn marked_as(self, other: Self) -> Self {
        Self(self.0 & !MARKS | other.0 & MARKS)
    }

    /// The same with a mark, whatever that would take off.
    #[cfg(feature = "engine")]
    pub(super) const fn with_bit(self, kind: Kind) -> Self {
        Self(self.0 | kind.bit())
    }

    /// What is kept of it by itself: notes are kept as texts.
    #[cfg(feature = "engine")]
    pub(super) const fn kept(self) -> Self {
        Self(self.0 & (MARKS | SEEN))
    }

    /// Whether it is in a state.
    pub const fn is(self, state: State) -> bool {
        match state {
            State::Starred => self.has(Kind::Starred),
            State::Later => self.has(Kind::Later),
            State::Read => self.has(Kind::Read),
            State::Skipped => self.has(Kind::Skipped),
            State::New => !self.is_seen(),
            State::Undecided => self.is_undecided(),
        }
    }
}

/// How far a reader is with a paper: the values of the facet `state`. A paper can be in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Starred.
    Starred,
    /// Kept for later.
    Later,
    /// Read.
    Read,
    /// Skipped.
    Skipped,
    /// Not seen yet.
    New,
    /// None of starred, later, read and skipped.
    Undecided,
}

impl State {
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// All states, in the order of the facet.
    pub const ALL: [Self; 6] = [
        Self::Starred,
        Self::Later,
        Self::Read,
        Self::Skipped,
        Self::New,
        Self::Undecided,
    ];

    /// The state's id in a query.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Starred => Kind::Starred.id(),
            Self::Later => Kind::Later.id(),
            Self::Read => Kind::Read.id(),
            Self::Skipped => Kind::Skipped.id(),
            Self::New => "new",
            Self::Undecided => "undecided",
        }
    }

    /// The state of this id, whatever its letter case.
    pub fn of(id: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|state| state.id().eq_ignore_ascii_case(id))
    }
}
