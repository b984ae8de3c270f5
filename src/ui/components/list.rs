//! The list of hits: its scrolling, and where the focus is in it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::ui::fast::rows::{Hit, hit, hit_of, row_id};
use crate::ui::platform;
use crate::ui::state::{Action, Rows, Triage};
use crate::ui::text;
use crate::ui::window::Geometry;

use super::Dispatch;
use super::paper_pane::PAPER_PANE;
use super::swipe::Swipe;

/// The height of a row in halves of the root's font size; `--row-height` of the style sheet is the
/// same.
const ROW_HALF_REMS: i64 = 13;
/// The height that is taken for the box until it is measured.
const VIEW_GUESS: i64 = 900;

/// Properties of the [`List`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    /// How many hits there are.
    pub hits: u32,
    /// The rows that are at hand.
    pub rows: Rows,
    /// The hit that the keys act on.
    pub active: u32,
    /// The first and the last of the hits that are chosen.
    pub choice: Option<(u32, u32)>,
    /// The open paper.
    pub open: Option<String>,
    /// Changes when the list is another one.
    pub list: u32,
    /// Changes when the keys moved.
    pub steps: u32,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Where the list is scrolled to and what it measures, in pixels.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Place {
    scroll: i64,
    view: i64,
    row: i64,
}

/// The list of hits: a feed that scrolls through any number of rows and draws those on show, and
/// the active one wherever it is, so that the focus has a place to be.
#[component]
pub fn List(props: &ListProps) -> Html {
    let node = use_node_ref();
    let place = use_state_eq(|| Place {
        scroll: 0,
        view: VIEW_GUESS,
        row: platform::root_font_size() * ROW_HALF_REMS / 2,
    });
    // The list that was drawn last: another one starts at its top.
    let drawn = use_mut_ref(|| props.list);
    let scroll = if *drawn.borrow() == props.list {
        place.scroll
    } else {
        0
    };
    let had_focus = use_mut_ref(|| false);
    let geometry = Geometry {
        rows: props.hits,
        row: place.row,
        view: place.view,
    };
    let window = geometry.window(scroll);

    let measure = {
        let (node, set, row) = (node.clone(), place.setter(), place.row);
        Callback::from(move |()| {
            let element = node.cast::<HtmlElement>();
            // A list that is hidden has no height.
            if let Some(element) = element.filter(|element| element.client_height() > 0) {
                set.set(Place {
                    scroll: element.scroll_top().into(),
                    view: element.client_height().into(),
                    row,
                });
            }
        })
    };
    {
        let (node, measure) = (node.clone(), measure.clone());
        use_effect_with((), move |()| {
            let resized = Closure::<dyn Fn()>::new(move || measure.emit(()));
            let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok();
            if let Some((observer, element)) = observer.as_ref().zip(node.cast::<HtmlElement>()) {
                observer.observe(&element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(resized);
            }
        });
    }
    {
        let dispatch = props.dispatch.clone();
        use_effect_with(window, move |window| {
            dispatch.dispatch(Action::Show(*window));
        });
    }
    // Another list starts at its top, and the active hit is brought on show when it is another one.
    {
        let (node, measure) = (node.clone(), measure.clone());
        let (had_focus, dispatch) = (had_focus.clone(), props.dispatch.clone());
        use_effect_with((props.active, props.list), move |(active, list)| {
            let is_other = drawn.replace(*list) != *list;
            // Who is in the list has been at its first hit already.
            if is_other && *had_focus.borrow() {
                dispatch.dispatch(Action::Activate(*active));
            }
            // Whoever scrolls has everything laid out, so it is left alone where it is at its top.
            let top = (is_other && place.scroll > 0).then_some(0);
            if let Some(there) = geometry.reveal(*active, scroll).or(top)
                && let Some(element) = node.cast::<HtmlElement>()
            {
                element.set_scroll_top(i32::try_from(there).unwrap_or(i32::MAX));
                measure.emit(());
            }
        });
    }
    // The focus goes with the keys, unless it is somewhere else in the page; and it is not lost
    // when the row that had it is gone.
    {
        let had_focus = had_focus.clone();
        let active = props.active;
        let before = use_mut_ref(|| (0, 0, false));
        use_effect_with(
            (props.steps, props.rows.clone(), props.open.clone(), active),
            move |(steps, _, open, _)| {
                let now = (*steps, active, open.is_some());
                let (old_steps, old_active, was_open) = before.replace(now);
                let moved = *steps > 0 && (old_steps, old_active) != (*steps, active);
                let had_focus = *had_focus.borrow();
                // A pane that was closed gives the focus back; one that lay over the list still has
                // it.
                let closed = was_open && open.is_none();
                let is_lost = (moved || had_focus || closed) && platform::focus_is_lost();
                if moved && had_focus || is_lost || closed && platform::has_focus(PAPER_PANE) {
                    let _ = platform::focus(&row_id(active));
                }
            },
        );
    }

    let onscroll = move |_: Event| measure.emit(());
    let onclick = {
        let dispatch = props.dispatch.clone();
        move |event: MouseEvent| {
            if let Some(at) = hit_of(&event) {
                dispatch.dispatch(if event.shift_key() {
                    Action::Triage(Triage::ExtendTo(at))
                } else {
                    Action::Open(at)
                });
            }
        }
    };
    let onmousedown = |event: MouseEvent| {
        // Else the focus would move and text be selected, before the choice can reach there.
        if event.shift_key() && hit_of(&event).is_some() {
            event.prevent_default();
        }
    };
    let onfocusin = {
        let (had_focus, dispatch) = (had_focus.clone(), props.dispatch.clone());
        let active = props.active;
        move |event: FocusEvent| {
            *had_focus.borrow_mut() = true;
            if let Some(at) = hit_of(&event).filter(|at| *at != active) {
                dispatch.dispatch(Action::Activate(at));
            }
        }
    };
    let onfocusout = move |event: FocusEvent| {
        // Without a place where the focus went, the row that had it may just be gone.
        if event.related_target().is_some() {
            *had_focus.borrow_mut() = false;
        }
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent| {
            let by = match event.key().as_str() {
                "ArrowDown" => 1,
                "ArrowUp" => -1,
                "Home" => i32::MIN,
                "End" => i32::MAX,
                _ => return,
            };
            event.prevent_default();
            dispatch.dispatch(Action::Step(by));
        }
    };

    let shown = geometry.drawn(scroll);
    let beyond =
        (props.active < props.hits && !shown.contains(&props.active)).then_some(props.active);
    let rows = shown.chain(beyond).map(|at| {
        let row = props.rows.get(at);
        hit(&Hit {
            at,
            of: props.hits,
            top: geometry.top(at, scroll),
            row: row.map(|row| &**row),
            active: at == props.active,
            chosen: props
                .choice
                .is_some_and(|(first, last)| (first..=last).contains(&at)),
            open: row.is_some_and(|row| Some(&row.id) == props.open.as_ref()),
        })
    });
    html! {
        <div class="scroller" ref={&node} tabindex="-1" {onscroll}>
            <div
                class="feed"
                role="feed"
                aria-label={text::PAPERS}
                style={format!("height:{}px", geometry.content())}
                {onclick}
                {onmousedown}
                {onfocusin}
                {onfocusout}
                {onkeydown}
            >
                { for rows }
            </div>
            <Swipe scroller={node} rows={props.rows.clone()} dispatch={&props.dispatch} />
        </div>
    }
}
