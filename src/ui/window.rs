//! The arithmetic of the list: which of very many rows of one height are drawn, and where.
//!
//! Browsers stop laying out somewhere above 17 million pixels. Beyond [`MAX_CONTENT`] the scroll position is therefore scaled: the bar's whole way
//! stands for all rows, and rows are placed relative to what is on show.

use crate::protocol::Window;

/// The tallest content that is laid out as it is, in pixels.
const MAX_CONTENT: f64 = 15_000_000.0;
/// Rows drawn above and below what is on show.
const OVERSCAN: u32 = 8;
/// Windows start and end at multiples of this, so that slow scrolling asks for rows seldom.
const STEP: u32 = 16;

/// A list and the box it scrolls in, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    /// How many rows there are.
    pub rows: u32,
    /// The height of one row.
    pub row: f64,
    /// The height of the box.
    pub view: f64,
}

impl Geometry {
    /// The height that the content is given.
    pub fn content(&self) -> f64 {
        self.full().min(MAX_CONTENT)
    }

    /// The rows to draw when the box is scrolled to `scroll`.
    pub fn window(&self, scroll: f64) -> Window {
        let offset = self.offset(scroll);
        let first = index(offset / self.row).min(self.rows.saturating_sub(1));
        let last = index((offset + self.view) / self.row).min(self.rows.saturating_sub(1));
        let start = first.saturating_sub(OVERSCAN) / STEP * STEP;
        let end = (last + 1 + OVERSCAN).div_ceil(STEP).saturating_mul(STEP);
        Window {
            start,
            len: end.min(self.rows).saturating_sub(start),
        }
    }

    /// Where a row stands inside the content when the box is scrolled to `scroll`.
    pub fn top(&self, at: u32, scroll: f64) -> f64 {
        let place = f64::from(at) * self.row;
        if self.scale() > 1.0 {
            place - self.offset(scroll) + scroll
        } else {
            place
        }
    }

    /// The scroll position nearest to `scroll` that shows a row in full; `None` when it is on show already.
    pub fn reveal(&self, at: u32, scroll: f64) -> Option<f64> {
        let offset = self.offset(scroll);
        let top = f64::from(at) * self.row;
        let wanted = if top < offset {
            top
        } else if top + self.row > offset + self.view {
            top + self.row - self.view
        } else {
            return None;
        };
        Some((wanted / self.scale()).max(0.0))
    }

    fn full(&self) -> f64 {
        f64::from(self.rows) * self.row
    }

    /// How many pixels of rows one pixel of the scroll bar stands for.
    fn scale(&self) -> f64 {
        let (full, content) = (self.full() - self.view, self.content() - self.view);
        if full > content && content > 0.0 {
            full / content
        } else {
            1.0
        }
    }

    fn offset(&self, scroll: f64) -> f64 {
        (scroll * self.scale())
            .min(self.full() - self.view)
            .max(0.0)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float saturates, and both ends are clamped by the callers"
)]
fn index(rows: f64) -> u32 {
    rows as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Geometry = Geometry {
        rows: 1000,
        row: 100.0,
        view: 750.0,
    };
    const HUGE: Geometry = Geometry {
        rows: 1_000_000,
        row: 100.0,
        view: 750.0,
    };

    #[track_caller]
    fn check(geometry: Geometry, scroll: f64, start: u32, end: u32) {
        let window = geometry.window(scroll);
        assert_eq!((window.start, window.start + window.len), (start, end));
    }

    #[test]
    fn windows_cover_what_is_on_show_and_some_more() {
        check(SMALL, 0.0, 0, 16);
        check(SMALL, 2400.0, 16, 48);
        check(SMALL, SMALL.content() - 750.0, 976, 1000);
        // Overscrolled, as after a search that found less.
        check(SMALL, 1e9, 976, 1000);
        check(Geometry { rows: 3, ..SMALL }, 0.0, 0, 3);
        check(Geometry { rows: 0, ..SMALL }, 0.0, 0, 0);
    }

    #[test]
    fn a_scaled_list_reaches_its_first_and_last_row() {
        check(HUGE, 0.0, 0, 16);
        let end = HUGE.content() - HUGE.view;
        check(HUGE, end, 999_984, 1_000_000);
        let last = HUGE.top(999_999, end);
        assert!(
            (last + 100.0 - HUGE.content()).abs() < 1e-3,
            "the last row ends where the content ends: {last}"
        );
    }

    #[test]
    fn rows_on_show_stand_inside_the_box() {
        for geometry in [SMALL, HUGE] {
            for part in [0.0, 0.1, 0.5, 0.99] {
                let scroll = part * (geometry.content() - geometry.view);
                let window = geometry.window(scroll);
                let shown = (window.start..window.start + window.len)
                    .map(|at| geometry.top(at, scroll) - scroll)
                    .filter(|top| (-100.0..750.0).contains(top))
                    .count();
                assert!((8..=9).contains(&shown), "{shown} rows fill the box");
            }
        }
    }

    #[test]
    fn a_revealed_row_is_on_show() {
        for geometry in [SMALL, HUGE] {
            for at in [0, 7, 400, 999] {
                for scroll in [0.0, 3000.0, 90_000.0] {
                    let there = geometry.reveal(at, scroll).unwrap_or(scroll);
                    let top = geometry.top(at, there) - there;
                    assert!(
                        (-0.01..=650.01).contains(&top),
                        "row {at} from {scroll}: {top}"
                    );
                }
            }
        }
        assert_eq!(SMALL.reveal(3, 250.0), None);
    }
}
