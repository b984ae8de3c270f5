use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::prelude::*;

use crate::core::day::Day;
use crate::protocol::{DayCount, Edit};
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::el::{When, button, el, press};
use super::{Dispatch, act};

/// How many bars there is room for.
const BARS: usize = 60;
/// Below how many bars they do not fill the width.
const FEW: usize = 15;

/// What the histogram remembers between two drawings. Bars are told by their numbers.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The bars between which the pointer is drawn.
    over: Option<(usize, usize)>,
    /// The bar that has the focus when the keys come, and from which Shift reaches.
    at: usize,
}

/// Some neighbouring days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bar {
    from: Day,
    to: Day,
    hits: u32,
    papers: u32,
}

/// Papers per day as bars. A bar is a button; a stretch of bars is chosen by drawing over them, or with Shift. `filtered` tells whether the query names
/// days.
pub fn histogram(
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
    let last = bars.len() - 1;
    let stop = drawn.at.min(last);
    let act_on = |n: usize, what: Does| {
        let (bars, drawn, dispatch) = (Rc::clone(&bars), drawn.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            let choose = |a: usize, b: usize| {
                if let (Some(first), Some(end)) = (bars.get(a.min(b)), bars.get(a.max(b))) {
                    dispatch.dispatch(Action::Edit(Edit::Days(Some((first.from, end.to)))));
                }
            };
            let shift = event.dyn_ref().is_some_and(MouseEvent::shift_key);
            let (at, mut over) = (drawn.at, drawn.over);
            let mut at = at.min(last);
            match what {
                Does::Down => {
                    over = Some((n, n));
                    // With Shift the stretch starts where the last press was.
                    at = if shift { at } else { n };
                }
                Does::Enter => over = over.map(|(from, _)| (from, n)),
                Does::Up => {
                    // A bar alone is chosen by its click.
                    if let Some((from, _)) = over.take()
                        && from != n
                    {
                        choose(from, n);
                    }
                }
                Does::Leave => over = None,
                Does::Click => {
                    choose(if shift { at } else { n }, n);
                }
                Does::Key => {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                        return;
                    };
                    at = match event.key().as_str() {
                        "ArrowLeft" => at.saturating_sub(1),
                        "ArrowRight" => (at + 1).min(last),
                        "Home" => 0,
                        "End" => last,
                        _ => return,
                    };
                    event.prevent_default();
                    let _ = platform::focus(&bar_id(at));
                }
            }
            drawn.set(Drawn { over, at });
        })
    };
    let most = bars.iter().map(|bar| bar.papers).max().unwrap_or(1);
    let mut row = el("div", "bars")
        .on(When::KeyDown, act_on(0, Does::Key))
        .on(When::PointerLeave, act_on(0, Does::Leave));
    for (n, bar) in bars.iter().enumerate() {
        let label = text::days(bar.from, bar.to, bar.hits, bar.papers);
        let in_reach = drawn
            .over
            .is_some_and(|(a, b)| (a.min(b)..=a.max(b)).contains(&n));
        let button = press(
            if in_reach { "day drawn" } else { "day" },
            act_on(n, Does::Click),
        )
        .key(n)
        .with("id", bar_id(n))
        .with("tabindex", if n == stop { "0" } else { "-1" })
        .named(label)
        .on(When::PointerDown, act_on(n, Does::Down))
        .on(When::PointerEnter, act_on(n, Does::Enter))
        .on(When::PointerUp, act_on(n, Does::Up))
        .put(el("span", "all").with("style", height(bar.papers, most)))
        .put(el("span", "hits").with("style", height(bar.hits, most)));
        row = row.put(button);
    }
    let any_day = filtered.then(|| {
        let any = act(dispatch, Action::Edit(Edit::Days(None)));
        button("link", text::ANY_DAY, any)
    });
    let axis = el("div", "axis")
        .put(el("span", "").text(first.from.to_string()))
        .put(el("span", "").text(text::until(end.to)))
        .maybe(any_day);
    let class = if bars.len() < FEW {
        "histogram few"
    } else {
        "histogram"
    };
    el("div", class)
        .with("role", "group")
        .with("aria-label", text::HISTOGRAM)
        .put(row)
        .put(axis)
        .done()
}

/// What the reader does to a bar, or to all.
#[derive(Clone, Copy)]
enum Does {
    Down,
    Enter,
    Up,
    Leave,
    Click,
    Key,
}

fn bar_id(n: usize) -> String {
    ["day-", &n.to_string()].concat()
}

fn height(count: u32, most: u32) -> String {
    let percent = u64::from(count) * 100 / u64::from(most.max(1));
    // Something is never nothing.
    let percent = if count > 0 { percent.max(4) } else { 0 };
    ["height:", &percent.to_string(), "%"].concat()
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
