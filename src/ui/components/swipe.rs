//! Rows that are swiped with a finger.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, PointerEvent};
use yew::prelude::*;

use crate::protocol::Kind;
use crate::ui::fast::rows::{hit_of, row_id};
use crate::ui::platform;
use crate::ui::state::{Action, Rows, Triage};
use crate::ui::swipe;
use crate::ui::text;

use super::icon::{Icon, icon};
use super::{Dispatch, MARKS};

/// What a finger does, as browsers tell it.
const EVENTS: [&str; 4] = ["pointerdown", "pointermove", "pointerup", "pointercancel"];
/// What a row bears while it goes along, how far it does, and how long it takes to go back, in
/// milliseconds; the style sheet has the same.
const SWIPED: &str = "data-swiped";
const OFFSET: &str = "--swiped";
const BACK: u32 = 160;

/// Properties of [`Swipe`].
#[derive(Clone, PartialEq, Properties)]
pub struct SwipeProps {
    /// Refers to what scrolls.
    pub scroller: NodeRef,
    /// The rows that are at hand.
    pub rows: Rows,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What is seen behind a row.
#[derive(Clone, Copy, PartialEq)]
struct Ground {
    /// Where the row stands, and how far it has gone along, in pixels.
    top: i32,
    offset: i32,
    kind: Kind,
    /// Whether the mark would be taken off.
    is_on: bool,
    is_far: bool,
}

/// A finger on a row.
struct Finger {
    pointer: i32,
    swipe: swipe::Swipe,
    row: HtmlElement,
    /// The paper, and whether it bears each of the two marks.
    id: String,
    has: [bool; 2],
    /// Whether the row goes along.
    goes: bool,
}

/// Has rows of the list swiped: to the right for a star, to the left to skip. Behind the row shows
/// what will happen. Only fingers do that: a mouse selects text, and has keys beside it.
#[component]
pub fn Swipe(props: &SwipeProps) -> Html {
    let ground = use_state_eq(|| None::<Ground>);
    let rows = use_mut_ref(Rows::default);
    rows.replace(props.rows.clone());
    {
        let (ground, dispatch) = (ground.setter(), props.dispatch.clone());
        use_effect_with(props.scroller.clone(), move |scroller| {
            let finger = Rc::new(RefCell::new(None::<Finger>));
            let scroller = scroller.cast::<HtmlElement>();
            let listeners = scroller.map(|scroller| {
                EVENTS.map(|name| {
                    let (finger, rows) = (Rc::clone(&finger), Rc::clone(&rows));
                    let (ground, dispatch) = (ground.clone(), dispatch.clone());
                    let scrolls = scroller.clone();
                    EventListener::new(&scroller, name, move |event| {
                        let Some(event) = event.dyn_ref::<PointerEvent>() else {
                            return;
                        };
                        let mut finger = finger.borrow_mut();
                        match name {
                            "pointerdown" => {
                                if let Some(left) = finger.take() {
                                    left.leave();
                                    ground.set(None);
                                }
                                *finger = Finger::of(event, &rows.borrow());
                            }
                            "pointermove" => {
                                if let Some(finger) = finger.as_mut().filter(|f| f.is(event)) {
                                    ground.set(finger.go(event, &scrolls));
                                }
                            }
                            _ => {
                                if let Some(finger) = finger.take_if(|f| f.is(event)) {
                                    ground.set(None);
                                    let id = finger.id.clone();
                                    let kind = finger.leave().filter(|_| name == "pointerup");
                                    if let Some(kind) = kind {
                                        dispatch.dispatch(Action::Triage(Triage::One(id, kind)));
                                    }
                                }
                            }
                        }
                    })
                })
            });
            move || drop(listeners)
        });
    }
    let Some(ground) = *ground else {
        return Html::default();
    };
    let sign = MARKS.iter().find(|(kind, ..)| *kind == ground.kind);
    let class = classes!(
        "swipe-ground",
        if ground.offset > 0 { "right" } else { "left" },
        ground.is_far.then_some("far"),
    );
    let style = format!("top:{}px;width:{}px", ground.top, ground.offset.abs());
    html! {
        <div {class} {style} aria-hidden="true">
            { sign.map_or_else(Html::default, |(_, sign, _)| icon(swipe_icon(*sign, ground.is_on))) }
            <span>{ text::swiped(ground.kind, ground.is_on) }</span>
        </div>
    }
}

/// What is taken off is crossed out.
fn swipe_icon(sign: Icon, is_on: bool) -> Icon {
    if is_on { Icon::Close } else { sign }
}

impl Finger {
    /// A finger that came down on a row; nothing for a mouse, and where the row is on its way.
    fn of(event: &PointerEvent, rows: &Rows) -> Option<Self> {
        if event.pointer_type() != "touch" || !event.is_primary() {
            return None;
        }
        let at = hit_of(event)?;
        let row: HtmlElement = platform::element(&row_id(at))?.dyn_into().ok()?;
        let paper = rows.get(at)?;
        let width = row.offset_width();
        let from = (event.client_x(), event.client_y());
        Some(Self {
            pointer: event.pointer_id(),
            swipe: swipe::Swipe::new(from, platform::now(), width),
            row,
            id: paper.id.clone(),
            has: [swipe::RIGHT, swipe::LEFT].map(|kind| paper.flags.has(kind)),
            goes: false,
        })
    }

    fn is(&self, event: &PointerEvent) -> bool {
        self.pointer == event.pointer_id()
    }

    /// The finger goes on, and its row perhaps with it: gives what is seen behind that then.
    fn go(&mut self, event: &PointerEvent, scroller: &HtmlElement) -> Option<Ground> {
        let to = (event.client_x(), event.client_y());
        let before = std::mem::replace(&mut self.goes, self.swipe.go(to, platform::now()));
        if !self.goes {
            return None;
        }
        if !before {
            // What the finger came down on may be drawn anew meanwhile, and would be told no more.
            let _ = scroller.set_pointer_capture(self.pointer);
        }
        let offset = self.swipe.offset();
        let style = self.row.style();
        let _ = style.set_property(OFFSET, &format!("{offset}px"));
        let _ = self.row.set_attribute(SWIPED, "");
        let (kind, is_far) = self.swipe.mark()?;
        let [star, skip] = self.has;
        Some(Ground {
            top: self.row.offset_top(),
            offset,
            kind,
            is_on: if kind == swipe::RIGHT { star } else { skip },
            is_far,
        })
    }

    /// The finger is gone, and the row goes back: gives the mark that it was swiped for.
    fn leave(self) -> Option<Kind> {
        if !self.goes {
            return None;
        }
        let row = self.row;
        let _ = row.set_attribute(SWIPED, "back");
        let _ = row.style().set_property(OFFSET, "0px");
        let rest = Timeout::new(BACK, move || {
            // A finger that came down again has it go on.
            if row.get_attribute(SWIPED).as_deref() == Some("back") {
                let _ = row.remove_attribute(SWIPED);
                let _ = row.style().remove_property(OFFSET);
            }
        });
        rest.forget();
        let mark = self.swipe.mark();
        mark.filter(|(_, is_far)| *is_far).map(|(kind, _)| kind)
    }
}
