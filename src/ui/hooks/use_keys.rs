//! The listener of keys.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::ui::platform;
use crate::ui::state::{Command, Entry, Keymap, Panel, Pressed, Triage, is_single, stroke};

use super::use_commands::Commander;

/// Listens for keys, and has commands obeyed.
#[hook]
pub fn use_keys(commander: &Commander) {
    let commander = commander.clone();
    use_effect_with((), move |()| {
        let listener = platform::window().map(|window| {
            let pressed = RefCell::new(Pressed::default());
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                    && let Some(entry) = entry(event, &commander, &pressed)
                    && commander.obey(&entry.command, event.shift_key())
                {
                    event.prevent_default();
                }
            })
        });
        move || drop(listener)
    });
}

/// The key that was pressed, as the table has it: Ctrl is the Command key on a Mac, where Ctrl
/// itself writes and edits.
pub fn stroke_of(event: &KeyboardEvent) -> Option<String> {
    let is_mac = platform::is_mac();
    let (ctrl, other) = if is_mac {
        (event.meta_key(), event.ctrl_key())
    } else {
        (event.ctrl_key(), event.meta_key())
    };
    let shifted = ctrl && event.shift_key();
    if other || event.alt_key() || shifted || event.is_composing() {
        return None;
    }
    stroke(&event.key(), ctrl)
}

/// The command of a key press, unless it means something else where it was pressed.
fn entry(
    event: &KeyboardEvent,
    commander: &Commander,
    pressed: &RefCell<Pressed>,
) -> Option<&'static Entry> {
    let reach = commander.reach()?;
    let stroke = stroke_of(event).filter(|_| !event.default_prevented())?;
    let keymap: &Keymap = &reach.state.keymap;
    // A dialog handles its own keys, but for the one of the palette, which works everywhere.
    let is_palette = |entry: &&Entry| entry.command == Command::Panel(Panel::Palette);
    if reach.state.panel.is_some() {
        let is_alone = !is_single(&stroke);
        return keymap.find(&stroke).filter(is_palette).filter(|_| is_alone);
    }
    let target: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    let at = |selector: &str| {
        target
            .as_ref()
            .is_some_and(|element| element.closest(selector).ok().flatten().is_some())
    };
    let writes = at("input:not([type=checkbox]), textarea, select, [contenteditable]");
    // What is written in a field is written there; with Ctrl it is edited.
    if writes && stroke != "Escape" {
        let is_alone = !is_single(&stroke);
        return keymap.find(&stroke).filter(is_palette).filter(|_| is_alone);
    }
    let entry = pressed
        .borrow_mut()
        .press(&stroke, platform::now(), keymap)?;
    if entry.command == Command::Back {
        return Some(entry);
    }
    // A key that is held moves on and on, but decides once.
    if entry.is_once() && event.repeat() {
        return None;
    }
    // Enter and the space bar press what has the focus.
    let is_press = ["Enter", " "].contains(&stroke.as_str()) && at("a, button, input, summary");
    // As in mail programs: where the focus is in the list, or nowhere, all of the list is chosen;
    // in a paper all of its text is selected, which is the browser's doing.
    let is_all = entry.command == Command::Triage(Triage::ChooseAll);
    let elsewhere = is_all && at("main *") && !at("[role=feed]");
    let is_on = reach.switches.single_keys.0 || !is_single(&stroke);
    let is_meant = !is_press && !elsewhere && is_on && reach.has(entry.needs);
    is_meant.then_some(entry)
}
