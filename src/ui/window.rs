//! The arithmetic of the list: which of very many rows of one height are drawn, and where.
//!
//! Browsers stop laying out somewhere above 17 million pixels. Beyond [`MAX_CONTENT`] the scroll
//! position is therefore scaled: the bar's whole way stands for all rows, and rows are placed
//! relative to what is on show.

use std::ops::Range;

use crate::protocol::Window;

/// The tallest content that is laid out as it is, in pixels.
const MAX_CONTENT: i64 = 15_000_000;
/// Rows drawn above and below what is on show.
const OVERSCAN: i64 = 8;
/// Rows drawn below what is on show at the top of a list: each answer to a key starts there, and
/// rows that nobody sees would be half its work.
const AT_TOP: i64 = 2;
/// Windows start and end at multiples of this, so that slow scrolling asks for rows seldom.
const STEP: i64 = 16;

/// A list and the box it scrolls in, in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Geometry {
    /// How many rows there are.
    pub rows: u32,
    /// The height of one row, at least 1.
    pub row: i64,
    /// The height of the box.
    pub view: i64,
}

impl Geometry {
    /// The height that the content is given.
    pub fn content(&self) -> i64 {
        self.full().min(MAX_CONTENT)
    }

    /// The rows to draw when the box is scrolled to `scroll`.
    pub fn drawn(&self, scroll: i64) -> Range<u32> {
        let (first, last) = self.on_show(scroll);
        let over = if scroll > 0 { OVERSCAN } else { AT_TOP };
        let end = (last + over + 1).min(i64::from(self.rows));
        narrow((first - over).max(0))..narrow(end)
    }

    /// The rows to have at hand then.
    pub fn window(&self, scroll: i64) -> Window {
        let rows = i64::from(self.rows);
        let (first, last) = self.on_show(scroll);
        let start = (first - OVERSCAN).max(0) / STEP * STEP;
        let end = (last + OVERSCAN) / STEP * STEP + STEP;
        Window {
            start: narrow(start),
            len: narrow(end.min(rows) - start),
        }
    }

    /// Where a row stands inside the content when the box is scrolled to `scroll`.
    pub fn top(&self, at: u32, scroll: i64) -> i64 {
        let place = i64::from(at) * self.row;
        if self.full() > self.content() {
            place - self.offset(scroll) + scroll
        } else {
            place
        }
    }

    /// The scroll position nearest to `scroll` that shows a row in full; `None` when it is on show
    /// already.
    pub fn reveal(&self, at: u32, scroll: i64) -> Option<i64> {
        let offset = self.offset(scroll);
        let top = i64::from(at) * self.row;
        let wanted = if top < offset {
            top
        } else if top + self.row > offset + self.view {
            top + self.row - self.view
        } else {
            return None;
        };
        let (way, full_way) = self.ways();
        // Up or down to the whole pixel from which the row is seen in full.
        let up = if wanted == top { 0 } else { full_way - 1 };
        Some(((wanted * way + up) / full_way).max(0))
    }

    /// The first and the last row that is seen at least in part.
    fn on_show(&self, scroll: i64) -> (i64, i64) {
        let end = i64::from(self.rows) - 1;
        let offset = self.offset(scroll);
        let first = (offset / self.row).min(end).max(0);
        (first, ((offset + self.view) / self.row).min(end))
    }

    fn full(&self) -> i64 {
        i64::from(self.rows) * self.row
    }

    /// How far the box can be scrolled, and over how many pixels of rows that leads.
    fn ways(&self) -> (i64, i64) {
        let (way, full_way) = (self.content() - self.view, self.full() - self.view);
        if way > 0 { (way, full_way) } else { (1, 1) }
    }

    fn offset(&self, scroll: i64) -> i64 {
        let (way, full_way) = self.ways();
        (scroll * full_way / way)
            .min(self.full() - self.view)
            .max(0)
    }
}

fn narrow(rows: i64) -> u32 {
    u32::try_from(rows).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Geometry = Geometry {
        rows: 1000,
        row: 100,
        view: 750,
    };
    const HUGE: Geometry = Geometry {
        rows: 1_000_000,
        row: 100,
        view: 750,
    };

    #[track_caller]
    fn check(geometry: Geometry, scroll: i64, start: u32, end: u32) {
        let window = geometry.window(scroll);
        assert_eq!((window.start, window.start + window.len), (start, end));
    }

    #[test]
    fn windows_cover_what_is_on_show_and_some_more() {
        check(SMALL, 0, 0, 16);
        check(SMALL, 2400, 16, 48);
        check(SMALL, SMALL.content() - 750, 976, 1000);
        // Overscrolled, as after a search that found less.
        check(SMALL, 1_000_000_000, 976, 1000);
        check(Geometry { rows: 3, ..SMALL }, 0, 0, 3);
        check(Geometry { rows: 0, ..SMALL }, 0, 0, 0);
    }

    #[test]
    fn what_is_drawn_covers_what_is_on_show() {
        assert_eq!(SMALL.drawn(0), 0..10);
        assert_eq!(SMALL.drawn(2450), 16..41);
        assert_eq!(SMALL.drawn(SMALL.content() - 750), 984..1000);
        assert_eq!(Geometry { rows: 3, ..SMALL }.drawn(0), 0..3);
        assert_eq!(Geometry { rows: 0, ..SMALL }.drawn(0), 0..0);
        for geometry in [SMALL, HUGE] {
            for scroll in [0, 1, 99, 5000, geometry.content() - geometry.view] {
                let (drawn, window) = (geometry.drawn(scroll), geometry.window(scroll));
                let asked = window.start..window.start + window.len;
                assert!(drawn.start >= asked.start && drawn.end <= asked.end);
            }
        }
    }

    #[test]
    fn a_scaled_list_reaches_its_first_and_last_row() {
        check(HUGE, 0, 0, 16);
        let end = HUGE.content() - HUGE.view;
        check(HUGE, end, 999_984, 1_000_000);
        let last = HUGE.top(999_999, end);
        assert_eq!(
            last + 100,
            HUGE.content(),
            "the last row ends where the content ends"
        );
    }

    #[test]
    fn rows_on_show_stand_inside_the_box() {
        for geometry in [SMALL, HUGE] {
            for percent in [0, 10, 50, 99] {
                let scroll = percent * (geometry.content() - geometry.view) / 100;
                let window = geometry.window(scroll);
                let shown = (window.start..window.start + window.len)
                    .map(|at| geometry.top(at, scroll) - scroll)
                    .filter(|top| (-100..750).contains(top))
                    .count();
                assert!((8..=9).contains(&shown), "{shown} rows fill the box");
            }
        }
    }

    #[test]
    fn a_revealed_row_is_on_show() {
        for geometry in [SMALL, HUGE] {
            for at in [0, 7, 400, 999] {
                for scroll in [0, 3000, 90_000] {
                    let there = geometry.reveal(at, scroll).unwrap_or(scroll);
                    let top = geometry.top(at, there) - there;
                    assert!((-7..=657).contains(&top), "row {at} from {scroll}: {top}");
                }
            }
        }
        assert_eq!(SMALL.reveal(3, 250), None);
    }
}
