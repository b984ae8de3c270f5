//! The histogram of days, and how stretches of days are chosen in it.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::day::Day;
use crate::protocol::{DayCount, Edit};
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::facet_group::share;
use super::{Dispatch, act, aria_bool};

/// How many bars there is room for.
const BARS: usize = 60;
/// The DOM id of the row of bars.
const ROW: &str = "days";
/// Below how many bars they do not fill the width.
const FEW: usize = 15;

/// What the histogram remembers between two drawings. Bars are told by their numbers.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Drawn {
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

/// Properties of the [`Histogram`].
#[derive(Clone, PartialEq, Properties)]
pub struct HistogramProps {
    /// Papers per day, oldest first.
    pub days: Rc<[DayCount]>,
    /// Whether the query names days.
    pub filtered: bool,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Papers per day as bars. A bar is a button; a stretch of bars is chosen by drawing over them,
/// with Shift and a click or with Shift and the arrow keys.
#[component]
pub fn Histogram(
    HistogramProps {
        days,
        filtered,
        dispatch,
    }: &HistogramProps,
) -> Html {
    let drawn = use_state_eq(Drawn::default);
    let bars: Rc<[Bar]> = bars(days, BARS).into();
    let [first, .., last] = &bars[..] else {
        return Html::default();
    };
    let brush = Rc::new(Brush {
        bars: Rc::clone(&bars),
        last: bars.len() - 1,
        filtered: *filtered,
        drawn: drawn.clone(),
        dispatch: dispatch.clone(),
    });
    let onkeydown = {
        let brush = Rc::clone(&brush);
        move |event: KeyboardEvent| brush.key(&event)
    };
    let on_pointer = |what: Pointer| {
        let brush = Rc::clone(&brush);
        move |event: PointerEvent| brush.draw(what, &event)
    };
    let cancel = {
        let drawn = drawn.clone();
        move |_: PointerEvent| {
            drawn.set(Drawn {
                over: None,
                ..*drawn
            });
        }
    };
    let most = bars.iter().map(|bar| bar.papers).max().unwrap_or(1);
    html! {
        <div
            class={classes!("histogram", (bars.len() < FEW).then_some("few"))}
            role="group"
            aria-label={text::HISTOGRAM}
            aria-description={text::HISTOGRAM_HINT}
        >
            <div
                class="bars"
                id={ROW}
                {onkeydown}
                onpointerdown={on_pointer(Pointer::Down)}
                onpointermove={on_pointer(Pointer::Move)}
                onpointerup={on_pointer(Pointer::Up)}
                onpointercancel={cancel}
            >
                for (n, bar) in bars.iter().enumerate() {
                    { bar_button(n, bar, most, &brush) }
                }
            </div>
            <div class="axis">
                <span>{ first.from.to_string() }</span>
                if *filtered {
                    <button
                        type="button"
                        class="link"
                        onclick={act(dispatch, Action::Edit(Edit::Days(None)))}
                    >
                        { text::ANY_DAY }
                    </button>
                }
                <span>{ text::until(last.to) }</span>
            </div>
        </div>
    }
}

fn bar_button(n: usize, bar: &Bar, most: u32, brush: &Rc<Brush>) -> Html {
    let drawn = &*brush.drawn;
    let is_drawn_over = drawn
        .over
        .is_some_and(|(a, b)| a != b && (a.min(b)..=a.max(b)).contains(&n));
    let class = classes!(
        "day",
        is_drawn_over.then_some("drawn"),
        bar.chosen.then_some("chosen"),
    );
    let onclick = {
        let brush = Rc::clone(brush);
        move |event: MouseEvent| brush.drawn.set(brush.reach(n, event.shift_key(), true))
    };
    html! {
        <button
            type="button"
            key={n}
            {class}
            id={bar_id(n)}
            tabindex={if n == drawn.at.min(brush.last) { "0" } else { "-1" }}
            aria-pressed={aria_bool(bar.chosen)}
            // What a button without content is called as well.
            title={text::days(bar.from, bar.to, bar.hits, bar.papers)}
            style={heights(bar, most)}
            {onclick}
        />
    }
}

/// What the pointer does to the bars.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointer {
    Down,
    Move,
    Up,
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
    fn key(&self, event: &KeyboardEvent) {
        let at = self.drawn.at.min(self.last);
        let at = match event.key().as_str() {
            "ArrowLeft" => at.saturating_sub(1),
            "ArrowRight" => (at + 1).min(self.last),
            "Home" => 0,
            "End" => self.last,
            "Escape" | "Delete" | "Backspace" if self.filtered => {
                event.prevent_default();
                self.dispatch.dispatch(Action::Edit(Edit::Days(None)));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let _ = platform::focus(&bar_id(at));
        let shift = event.shift_key();
        let reached = self.reach(at, shift, false);
        if shift && let Some(days) = self.days(reached.from, at) {
            self.dispatch.dispatch(Action::Stretch(days));
        }
        self.drawn.set(reached);
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

    fn draw(&self, what: Pointer, event: &PointerEvent) {
        let Some(under) = bar_under(event, self.last) else {
            return;
        };
        let from = match (what, self.drawn.over) {
            (Pointer::Down, _) => under,
            (_, Some((from, _))) => from,
            (_, None) => return,
        };
        let is_stretch = from != under;
        if what != Pointer::Up {
            let was_stretch = self.drawn.over.is_some_and(|(from, to)| from != to);
            if is_stretch && !was_stretch {
                capture(event);
            }
            self.drawn.set(Drawn {
                over: Some((from, under)),
                ..*self.drawn
            });
            return;
        }
        // A bar alone is chosen by its click.
        if is_stretch {
            self.choose(from, under);
        }
        self.drawn.set(Drawn {
            over: None,
            at: if is_stretch { under } else { self.drawn.at },
            from: if is_stretch { from } else { self.drawn.from },
        });
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
    format!("day-{n}")
}

/// How high a bar's hits and all its papers are. They are backgrounds of the button: elements of
/// their own for each would be a sixth of a frame's work.
fn heights(bar: &Bar, most: u32) -> String {
    let [hits, papers] = [bar.hits, bar.papers].map(|count| {
        // Something is never nothing.
        let least = if count > 0 { 4 } else { 0 };
        share(count, most).max(least)
    });
    format!("background-size:100% {hits}%,100% {papers}%")
}

/// Gathers neighbouring days so that there are at most so many bars.
fn bars(days: &[DayCount], room: usize) -> Vec<Bar> {
    let each = days.len().div_ceil(room).max(1);
    days.chunks(each)
        .filter_map(|chunk| {
            let (first, last) = (chunk.first()?, chunk.last()?);
            Some(Bar {
                from: first.day.first(),
                to: chunk
                    .iter()
                    .map(|day| day.day.last())
                    .fold(last.day.last(), Day::max),
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
                    day: day.into(),
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
                days.first().map(|day| day.day.first())
            );
            assert_eq!(
                bars.last().map(|bar| bar.to),
                days.last().map(|day| day.day.last())
            );
        }
    }
}
