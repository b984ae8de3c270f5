use std::rc::Rc;

use yew::prelude::*;

use crate::core::day::Day;
use crate::protocol::{DayCount, Edit};
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;

/// How many bars there is room for.
const BARS: usize = 60;
/// Below how many bars they do not fill the width.
const FEW: usize = 15;

/// Papers per day.
#[derive(Clone, PartialEq, Properties)]
pub struct HistogramProps {
    /// The days, oldest first.
    pub days: Rc<[DayCount]>,
    /// Whether the query names days.
    pub filtered: bool,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Some neighbouring days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bar {
    from: Day,
    to: Day,
    hits: u32,
    papers: u32,
}

/// Papers per day as bars. A bar is a button; a stretch of bars is chosen by drawing over them, or with Shift.
#[component]
pub fn Histogram(props: &HistogramProps) -> Html {
    let bars = use_memo(props.days.clone(), |days| bars(days, BARS));
    // The bars between which the pointer is drawn, or from which Shift reaches.
    let anchor = use_state_eq(|| None::<usize>);
    let reach = use_state_eq(|| None::<usize>);
    let at = use_state_eq(|| 0_usize);
    if bars.len() < 2 {
        return Html::default();
    }
    let last = bars.len() - 1;
    let stop = (*at).min(last);
    let choose = {
        let (bars, dispatch) = (bars.clone(), props.dispatch.clone());
        move |a: usize, b: usize| {
            if let (Some(first), Some(end)) = (bars.get(a.min(b)), bars.get(a.max(b))) {
                dispatch.dispatch(Action::Edit(Edit::Days(Some((first.from, end.to)))));
            }
        }
    };
    let onkeydown = {
        let at = at.setter();
        Callback::from(move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowLeft" => stop.saturating_sub(1),
                "ArrowRight" => (stop + 1).min(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(to);
            let _ = platform::focus(&bar_id(to));
        })
    };
    let onpointerleave = {
        let (anchor, reach) = (anchor.setter(), reach.setter());
        Callback::from(move |_: PointerEvent| {
            anchor.set(None);
            reach.set(None);
        })
    };
    let most = bars.iter().map(|bar| bar.papers).max().unwrap_or(1);
    let drawn = (*anchor).zip(*reach);
    html! {
        <div class={classes!("histogram", (bars.len() < FEW).then_some("few"))} role="group" aria-label={text::HISTOGRAM}>
            <div class="bars" {onkeydown} {onpointerleave}>
                { for bars.iter().enumerate().map(|(n, bar)| {
                    let label = text::days(bar.from, bar.to, bar.hits, bar.papers);
                    let onpointerdown = {
                        let (anchor, reach, at) = (anchor.setter(), reach.setter(), at.setter());
                        Callback::from(move |_: PointerEvent| {
                            anchor.set(Some(n));
                            reach.set(Some(n));
                            at.set(n);
                        })
                    };
                    let onpointerenter = {
                        let (anchor, reach) = (anchor.clone(), reach.setter());
                        Callback::from(move |_: PointerEvent| {
                            if anchor.is_some() {
                                reach.set(Some(n));
                            }
                        })
                    };
                    let onpointerup = {
                        let (anchor, reach, choose) = (anchor.clone(), reach.setter(), choose.clone());
                        Callback::from(move |_: PointerEvent| {
                            // A bar alone is chosen by its click.
                            if let Some(from) = *anchor && from != n {
                                choose(from, n);
                            }
                            anchor.set(None);
                            reach.set(None);
                        })
                    };
                    let onclick = {
                        let choose = choose.clone();
                        Callback::from(move |event: MouseEvent| {
                            choose(if event.shift_key() { stop } else { n }, n);
                        })
                    };
                    let in_reach = drawn.is_some_and(|(a, b)| (a.min(b)..=a.max(b)).contains(&n));
                    html! {
                        <button
                            key={n} id={bar_id(n)} type="button" class={classes!("day", in_reach.then_some("drawn"))}
                            tabindex={if n == stop { "0" } else { "-1" }}
                            aria-label={label.clone()} title={label}
                            {onpointerdown} {onpointerenter} {onpointerup} {onclick}
                        >
                            <span class="all" style={height(bar.papers, most)} />
                            <span class="hits" style={height(bar.hits, most)} />
                        </button>
                    }
                }) }
            </div>
            <div class="axis">
                <span>{ bars[0].from.to_string() }</span>
                <span>{ text::until(bars[last].to) }</span>
                if props.filtered {
                    <button type="button" class="link" onclick={any_day(&props.dispatch)}>{ text::ANY_DAY }</button>
                }
            </div>
        </div>
    }
}

fn any_day(dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(Action::Edit(Edit::Days(None))))
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
