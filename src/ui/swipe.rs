//! A row that is swiped to one side: which way a finger goes, how far, and what that means. Pure.

use crate::protocol::Kind;

/// How far a finger must have gone until it is clear which way, in pixels.
const CLEAR: i32 = 10;
/// How much further across than up or down, in halves.
const SLANT: i32 = 3;
/// How long a finger may have rested before, in milliseconds: who presses for longer selects text.
const PRESS: f64 = 400.0;
/// A row goes along as far as its width divided by this; there the mark is put on.
const PART: i32 = 3;

/// The marks of the two sides: what a row gets that is swiped to the right, and to the left.
pub const RIGHT: Kind = Kind::Starred;
/// See [`RIGHT`].
pub const LEFT: Kind = Kind::Skipped;

/// A finger on a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swipe {
    from: (i32, i32),
    began: f64,
    width: i32,
    way: Way,
    across: i32,
}

/// Which way a finger goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It has not gone far enough to tell.
    Unclear,
    /// Across: the row goes along.
    Across,
    /// Elsewhere, for good.
    Away,
}

impl Swipe {
    /// A finger comes down at a place and a time, in pixels and milliseconds, on a row so wide.
    pub fn new(from: (i32, i32), began: f64, width: i32) -> Self {
        Self {
            from,
            began,
            width,
            way: Way::Unclear,
            across: 0,
        }
    }

    /// The finger is there now. Says whether the row goes along.
    pub fn go(&mut self, to: (i32, i32), now: f64) -> bool {
        let (x, y) = (to.0 - self.from.0, to.1 - self.from.1);
        if self.way == Way::Unclear && x.abs().max(y.abs()) >= CLEAR {
            let is_across = 2 * x.abs() > SLANT * y.abs() && now - self.began <= PRESS;
            self.way = if is_across { Way::Across } else { Way::Away };
        }
        let most = self.width / PART;
        self.across = x.clamp(-most, most);
        self.way == Way::Across
    }

    /// How far the row has gone along, in pixels; to the left it is less than nothing.
    pub fn offset(&self) -> i32 {
        if self.way == Way::Across {
            self.across
        } else {
            0
        }
    }

    /// The mark of the side that the row goes to, and whether it is put on if the finger is lifted
    /// now.
    pub fn mark(&self) -> Option<(Kind, bool)> {
        let offset = self.offset();
        let is_far = offset.abs() >= self.width / PART;
        let kind = if offset > 0 { RIGHT } else { LEFT };
        (offset != 0).then_some((kind, is_far))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(places: &[(i32, i32, f64)]) -> Swipe {
        let mut swipe = Swipe::new((200, 100), 0.0, 360);
        for (x, y, now) in places {
            swipe.go((*x, *y), *now);
        }
        swipe
    }

    #[test]
    fn a_third_of_the_way_is_far_enough() {
        let near = after(&[(220, 101, 50.0), (300, 110, 200.0)]);
        assert_eq!(near.mark(), Some((Kind::Starred, false)));
        let far = after(&[(220, 101, 50.0), (340, 110, 200.0)]);
        assert_eq!(far.mark(), Some((Kind::Starred, true)));
        assert_eq!(far.offset(), 120, "and no further");
        let left = after(&[(180, 101, 50.0), (20, 110, 900.0)]);
        assert_eq!(left.mark(), Some((Kind::Skipped, true)));
        let back = after(&[(180, 101, 50.0), (20, 110, 90.0), (195, 99, 99.0)]);
        assert_eq!(back.mark(), Some((Kind::Skipped, false)));
    }

    #[test]
    fn who_scrolls_taps_or_selects_swipes_nothing() {
        for places in [
            &[(204, 103, 50.0)][..],
            &[(205, 120, 50.0), (340, 125, 90.0)],
            &[(211, 109, 50.0), (340, 109, 90.0)],
            &[(201, 101, 900.0), (340, 101, 990.0)],
        ] {
            assert_eq!(after(places).mark(), None, "{places:?}");
        }
    }
}
