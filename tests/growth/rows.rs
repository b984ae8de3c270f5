//! Which of all combinations of stage, frame and pieces are tried.

use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::pieces::{self, Frame};
use crate::stages::{STAGES, Stage};

/// How many pairs of pieces a stage gets in each run of the tests.
const PAIRS: usize = 40;

/// One thing that is said over and over: `head`, then the pieces again and again, then `tail`.
pub struct Row {
    /// What is done with it.
    pub stage: &'static Stage,
    frame: Frame,
    piece: String,
}

impl Row {
    /// An input of about so many bytes. `{i}` in a piece is another number of five digits each
    /// time.
    pub fn input(&self, bytes: usize) -> Vec<u8> {
        let Frame { head, tail } = &self.frame;
        let mut input = Vec::with_capacity(head.len() + bytes + 64 + tail.len());
        input.extend_from_slice(head.as_bytes());
        let parts: Vec<&str> = self.piece.split("{i}").collect();
        let mut number = 10_000;
        while input.len() < head.len() + bytes {
            for (at, part) in parts.iter().enumerate() {
                if at > 0 {
                    input.extend_from_slice(number.to_string().as_bytes());
                }
                input.extend_from_slice(part.as_bytes());
            }
            number += 1;
        }
        input.extend_from_slice(tail.as_bytes());
        input
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |text: &str| {
            let start = text.ceil_char_boundary(text.len().saturating_sub(30));
            text[start..].to_owned()
        };
        let start = |text: &str| text[..text.floor_char_boundary(30)].to_owned();
        let Frame { head, tail } = &self.frame;
        let stage = self.stage.name;
        write!(
            f,
            "{stage}: {:?} again and again after …{:?} before {:?}…",
            self.piece,
            end(head),
            start(tail)
        )
    }
}

/// What each run of the tests tries: what was too slow once, each piece alone, and some pairs, in
/// the frames of its stage by turns.
pub fn some() -> Vec<Row> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut rows = known();
    for stage in STAGES {
        let all = (stage.pieces)();
        let mut pieces: Vec<String> = all.iter().copied().map(str::to_owned).collect();
        pieces.extend(
            (0..PAIRS).map(|_| [all[dice.below(all.len())], all[dice.below(all.len())]].concat()),
        );
        let frames = (stage.frames)();
        let first = dice.below(frames.len());
        let frames = frames.into_iter().cycle().skip(first);
        rows.extend(pieces.into_iter().zip(frames).map(|(piece, frame)| Row {
            stage,
            frame,
            piece,
        }));
    }
    rows
}

/// Every piece and every pair of pieces in every frame of every stage.
pub fn all() -> Vec<Row> {
    let mut rows = known();
    for stage in STAGES {
        let all = (stage.pieces)();
        for frame in (stage.frames)() {
            for first in &all {
                let seconds = std::iter::once("").chain(all.iter().copied());
                let joined = seconds.map(|second| [first, second].concat());
                rows.extend(joined.map(|piece| Row {
                    stage,
                    frame: frame.clone(),
                    piece,
                }));
            }
        }
    }
    rows
}

/// The rows in another order each time, so that those tried in a given time are others.
pub fn shuffled(mut rows: Vec<Row>) -> Vec<Row> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let mut dice = Dice(now.map_or(1, |now| now.as_secs() | 1));
    for at in (1..rows.len()).rev() {
        rows.swap(at, dice.below(at + 1));
    }
    rows
}

/// What was too slow once.
pub fn known() -> Vec<Row> {
    let of = |stage: &'static Stage| {
        let known = pieces::KNOWN
            .iter()
            .filter(|known| known.stage == stage.name);
        known.map(move |known| Row {
            stage,
            frame: Frame::new(known.head, known.tail),
            piece: known.piece.to_owned(),
        })
    };
    STAGES.iter().flat_map(of).collect()
}

/// A plain generator of numbers (xorshift): the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    /// A number below the limit, which is not zero.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or_default() % limit.max(1)
    }
}

#[test]
fn every_known_row_has_its_stage() {
    for known in pieces::KNOWN {
        let named = STAGES.iter().any(|stage| stage.name == known.stage);
        assert!(named, "there is no stage called {}", known.stage);
    }
}
