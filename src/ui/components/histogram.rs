use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::prelude::*;

use crate::core::day::Day;
use crate::protocol::{DayCount, Edit};
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::el::{When, button, classes, el, press, truth};
use super::facet::share;
use super::{Dispatch, act, part};

/// How many bars there is room for.
const BARS: usize = 60;
/// The DOM id of the row of bars.
const ROW: &str = "days";
/// Below how many bars they do not fill the width.
const FEW: usize = 15;

/// What the histogram remembers between two drawings. Bars are told by their numbers.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The bars between which the pointer is drawn.
    over: Option<(usize, usize)>,
    /// The bar that has the focus when the keys come.
    at: usize,
    /// The bar from which Shift reaches.
    from: usize,
}

/// Some neighbouring days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bar {
    from: Day,
    to: Day,
    hits: u32,
    papers: u32,
    chosen: bool,
}

/// The histogram as a part that is made again when the days changed or are drawn over.
pub fn days(
    days: &Rc<[DayCount]>,
    filtered: bool,
    drawn: &UseStateHandle<Drawn>,
    dispatch: &Dispatch,
) -> Html {
    let (counts, drawn, dispatch) = (Rc::clone(days), drawn.clone(), dispatch.clone());
    part((Rc::clone(days), filtered, *drawn), move || {
        histogram(&counts, filtered, &drawn, &dispatch)
    })
}

/// Papers per day as bars. A bar is a button; a stretch of bars is chosen by drawing over them, with Shift and a click or with Shift and the arrow keys. `filtered` tells whether the
/// query names days.
fn histogram(
    days: &[DayCount],
    filtered: bool,
    drawn: &UseStateHandle<Drawn>,
    dispatch: &Dispatch,
) -> Html {
    let bars: Rc<[Bar]> = bars(days, BARS).into();
    let (Some(first), Some(end)) = (bars.first(), bars.last()) else {
        return Html::default();
    };
    if bars.len() < 2 {
        return Html::default();
    }
    let brush = Rc::new(Brush {
        bars: Rc::clone(&bars),
        last: bars.len() - 1,
        filtered,
        drawn: drawn.clone(),
        dispatch: dispatch.clone(),
    });
    let act_on = |n: usize, what: Does| {
        let brush = Rc::clone(&brush);
        Callback::from(move |event: Event| brush.does(what, n, &event))
    };
    let stop = drawn.at.min(brush.last);
    let most = bars.iter().map(|bar| bar.papers).max().unwrap_or(1);
    let mut row = el("div", "bars")
        .with("id", ROW)
        .on(When::KeyDown, act_on(0, Does::Key))
        .on(When::PointerDown, act_on(0, Does::Down))
        .on(When::PointerMove, act_on(0, Does::Move))
        .on(When::PointerUp, act_on(0, Does::Up))
        .on(When::PointerCancel, act_on(0, Does::Cancel));
    for (n, bar) in bars.iter().enumerate() {
        let label = text::days(bar.from, bar.to, bar.hits, bar.papers);
        let drawn_over = drawn
            .over
            .is_some_and(|(a, b)| a != b && (a.min(b)..=a.max(b)).contains(&n));
        let class = classes(&[("day", true), ("drawn", drawn_over), ("chosen", bar.chosen)]);
        let button = press("", act_on(n, Does::Click))
            .key(n)
            .with("class", class)
            .with("id", bar_id(n))
            .with("tabindex", if n == stop { "0" } else { "-1" })
            .with("aria-pressed", truth(bar.chosen))
            // What a button without content is called as well.
            .with("title", label)
            .with("style", heights(bar, most));
        row = row.put(button);
    }
    let any_day = filtered.then(|| {
        let any = act(dispatch, Action::Edit(Edit::Days(None)));
        button("link", text::ANY_DAY, any)
    });
    let axis = el("div", "axis")
        .put(el("span", "").text(first.from.to_string()))
        .maybe(any_day)
        .put(el("span", "").text(text::until(end.to)));
    let class = if bars.len() < FEW {
        "histogram few"
    } else {
        "histogram"
    };
    el("div", class)
        .with("role", "group")
        .with("aria-label", text::HISTOGRAM)
        .with("aria-description", text::HISTOGRAM_HINT)
        .put(row)
        .put(axis)
        .done()
}

/// What the reader does to a bar, or to all.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Does {
    Down,
    Move,
    Up,
    Cancel,
    Click,
    Key,
}

/// What choosing days takes.
struct Brush {
    bars: Rc<[Bar]>,
    /// The number of the last bar.
    last: usize,
    filtered: bool,
    drawn: UseStateHandle<Drawn>,
    dispatch: Dispatch,
}

impl Brush {
    /// Does what an event means, at the bar of this number where it is one bar's.
    fn does(&self, what: Does, n: usize, event: &Event) {
        let now = match what {
            Does::Click => {
                let shift = event.dyn_ref().is_some_and(MouseEvent::shift_key);
                Some(self.reach(n, shift, true))
            }
            Does::Key => event
                .dyn_ref::<KeyboardEvent>()
                .and_then(|event| self.key(event)),
            Does::Cancel => Some(Drawn {
                over: None,
                ..*self.drawn
            }),
            Does::Down | Does::Move | Does::Up => event
                .dyn_ref::<PointerEvent>()
                .and_then(|event| self.draw(what, event)),
        };
        if let Some(now) = now {
            self.drawn.set(now);
        }
    }

    fn key(&self, event: &KeyboardEvent) -> Option<Drawn> {
        let at = self.drawn.at.min(self.last);
        let at = match event.key().as_str() {
            "ArrowLeft" => at.saturating_sub(1),
            "ArrowRight" => (at + 1).min(self.last),
            "Home" => 0,
            "End" => self.last,
            "Escape" | "Delete" | "Backspace" if self.filtered => {
                event.prevent_default();
                self.dispatch.dispatch(Action::Edit(Edit::Days(None)));
                return None;
            }
            _ => return None,
        };
        event.prevent_default();
        let _ = platform::focus(&bar_id(at));
        let shift = event.shift_key();
        let reached = self.reach(at, shift, false);
        if shift && let Some(days) = self.days(reached.from, at) {
            self.dispatch.dispatch(Action::Stretch(days));
        }
        Some(reached)
    }

    /// Goes to a bar; with Shift the stretch reaches from where it started.
    fn reach(&self, at: usize, shift: bool, chooses: bool) -> Drawn {
        let from = if shift {
            self.drawn.from.min(self.last)
        } else {
            at
        };
        if chooses {
            self.choose(from, at);
        }
        Drawn {
            over: None,
            at,
            from,
        }
    }

    fn draw(&self, what: Does, event: &PointerEvent) -> Option<Drawn> {
        let under = bar_under(event, self.last)?;
        let from = match (what, self.drawn.over) {
            (Does::Down, _) => under,
            (_, over) => over?.0,
        };
        let is_stretch = from != under;
        if what != Does::Up {
            let was_stretch = self.drawn.over.is_some_and(|(from, to)| from != to);
            if is_stretch && !was_stretch {
                capture(event);
            }
            return Some(Drawn {
                over: Some((from, under)),
                ..*self.drawn
            });
        }
        // A bar alone is chosen by its click.
        if is_stretch {
            self.choose(from, under);
        }
        Some(Drawn {
            over: None,
            at: if is_stretch { under } else { self.drawn.at },
            from: if is_stretch { from } else { self.drawn.from },
        })
    }

    fn choose(&self, a: usize, b: usize) {
        if let Some(days) = self.days(a, b) {
            self.dispatch.dispatch(Action::Edit(Edit::Days(Some(days))));
        }
    }

    /// The first and the last day of a stretch of bars.
    fn days(&self, a: usize, b: usize) -> Option<(Day, Day)> {
        let (first, end) = (self.bars.get(a.min(b))?, self.bars.get(a.max(b))?);
        Some((first.from, end.to))
    }
}

/// The number of the bar under the pointer, or of the nearest. Only the main button draws.
fn bar_under(event: &PointerEvent, last: usize) -> Option<usize> {
    if event.button() > 0 {
        return None;
    }
    let bar = platform::element(&bar_id(0))?.get_bounding_client_rect();
    let bars = (f64::from(event.client_x()) - bar.left()) / bar.width();
    (0..last).find(|n| bars < as_f64(n + 1)).or(Some(last))
}

fn as_f64(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::MAX, f64::from)
}

/// The pointer's events go to the row from now on, even beside it.
fn capture(event: &PointerEvent) {
    if let Some(row) = platform::element(ROW) {
        // A pointer that is gone already draws no further.
        let _ = row.set_pointer_capture(event.pointer_id());
    }
}

fn bar_id(n: usize) -> String {
    ["day-", &n.to_string()].concat()
}

/// How high a bar's hits and all its papers are. They are backgrounds of the button: elements of their own for each would be a sixth of a frame's work.
fn heights(bar: &Bar, most: u32) -> String {
    let [hits, papers] = [bar.hits, bar.papers].map(|count| {
        // Something is never nothing.
        let least = if count > 0 { 4 } else { 0 };
        share(count, most).max(least).to_string()
    });
    ["background-size:100% ", &hits, "%,100% ", &papers, "%"].concat()
}

/// Gathers neighbouring days so that there are at most so many bars.
fn bars(days: &[DayCount], room: usize) -> Vec<Bar> {
    let each = days.len().div_ceil(room).max(1);
    days.chunks(each)
        .filter_map(|chunk| {
            let (first, last) = (chunk.first()?, chunk.last()?);
            Some(Bar {
                from: first.day,
                to: last.day,
                hits: chunk.iter().map(|day| day.hits).sum(),
                papers: chunk.iter().map(|day| day.papers).sum(),
                chosen: chunk.iter().any(|day| day.chosen),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_few_and_lose_no_paper() {
        for count in [0, 1, 2, 59, 60, 61, 700] {
            let days: Vec<DayCount> = (0..count)
                .filter_map(|n: u16| {
                    let small = |n: u16| u8::try_from(n).unwrap();
                    Day::new(2000 + n / 300, small(1 + n / 25 % 12), small(1 + n % 25))
                })
                .map(|day| DayCount {
                    day,
                    hits: 1,
                    papers: 3,
                    chosen: false,
                })
                .collect();
            let bars = bars(&days, 60);
            assert!(bars.len() <= 60, "{count}");
            let papers: u32 = bars.iter().map(|bar| bar.papers).sum();
            assert_eq!(papers as usize, 3 * days.len(), "{count}");
            assert_eq!(
                bars.first().map(|bar| bar.from),
                days.first().map(|day| day.day)
            );
            assert_eq!(
                bars.last().map(|bar| bar.to),
                days.last().map(|day| day.day)
            );
        }
    }
}
