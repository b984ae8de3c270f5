//! When a paper counts as read to its end. Pure.
//!
//! A mail that was shown is read, but a paper that was shown was glanced at: who steps through a
//! list with one key opens every one. So it counts when the end of its abstract has been on show
//! for a while, and when it has been open for as long as it takes to skim the whole of it. Short
//! abstracts show their end at once, and the second condition alone keeps them apart; long ones
//! must be scrolled to it.

use super::{Fetched, State};
use crate::protocol::Kind;

/// How long the end must have been on show without a break, in milliseconds.
const AT_END: u32 = 3_000;
/// How many letters a second nobody reads: some nine hundred words a minute, at which one skims.
const LETTERS_A_SECOND: u32 = 90;
/// The shortest that a paper must have been open, in milliseconds.
const SHORTEST: u32 = 5_000;

/// How long an open paper was on show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Perusal {
    /// All in all, in milliseconds.
    open: u32,
    /// With its end, since that was last not so.
    at_end: u32,
}

impl Perusal {
    /// So many milliseconds more have passed, with the end of the abstract on show or not. Says
    /// whether one of so many letters was read to its end by now.
    pub fn pass(&mut self, millis: u32, shows_end: bool, letters: u32) -> bool {
        self.open = self.open.saturating_add(millis);
        self.at_end = if shows_end {
            self.at_end.saturating_add(millis)
        } else {
            0
        };
        let skimmed = letters.saturating_mul(1_000) / LETTERS_A_SECOND;
        self.at_end >= AT_END && self.open >= skimmed.max(SHORTEST)
    }
}

impl State {
    /// The open paper, if it is one that could be read to its end now: it is not marked as read,
    /// and the end of its abstract is there. With it comes how many letters that has in all.
    pub fn unread_paper(&self) -> Option<(String, u32)> {
        let Fetched::Paper(paper) = &self.paper else {
            return None;
        };
        let is_open = self.place.paper.as_ref() == Some(&paper.id);
        let (part, parts) = paper.part;
        let is_last = parts <= 1 || part + 1 == parts;
        let summary = paper.summary.as_ref()?;
        let is_unread = !paper.flags.has(Kind::Read) && !self.marking.writes;
        let letters = u32::try_from(summary.text.plain.len()).unwrap_or(u32::MAX);
        let all = letters.saturating_mul(parts.max(1));
        (is_open && is_last && is_unread).then(|| (paper.id.clone(), all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many half seconds a paper must be open, whose end is on show from this one on.
    fn read_after(letters: u32, end_from: u32) -> Option<u32> {
        let mut perusal = Perusal::default();
        (1..=200).find(|step| perusal.pass(500, *step >= end_from, letters))
    }

    #[test]
    fn a_paper_is_read_when_its_end_was_on_show_and_there_was_time_for_the_rest() {
        assert_eq!(
            read_after(200, 0),
            Some(10),
            "never in less than five seconds"
        );
        assert_eq!(
            read_after(1_350, 0),
            Some(30),
            "fifteen seconds for a usual one"
        );
        assert_eq!(
            read_after(1_350, 60),
            Some(65),
            "its end must have been there"
        );
        assert_eq!(read_after(1_350, 500), None);
    }

    #[test]
    fn who_goes_back_up_is_not_through() {
        let mut perusal = Perusal::default();
        for step in 0..100 {
            assert!(!perusal.pass(500, step % 4 != 0, 100), "{step}");
        }
    }
}
