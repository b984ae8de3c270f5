//! The table of keys, and the listener that obeys it.

use std::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::protocol::Kind;
use crate::ui::components::{READER_SCROLL, SEARCH_BOX};
use crate::ui::platform;
use crate::ui::state::{Action, Panel, SavedAct, State, Triage};
use crate::ui::text;

/// What a key does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Something is decided about papers.
    Triage(Triage),
    /// To the hit so many further down, or up.
    Step(i32),
    /// The active paper is opened.
    Open,
    /// The paper's page at arXiv.
    Visit,
    /// The paper is scrolled on, and then the next one opened; or it is scrolled back.
    Scroll,
    /// To the search box.
    Search,
    /// The list of keys.
    Help,
    /// Out of what is open.
    Back,
    /// The search gets a name.
    Save,
}

/// One line of the table of keys.
pub struct Key {
    /// The keys, as browsers name them. Two letters are pressed one after the other.
    pub keys: &'static [&'static str],
    /// What they do.
    pub command: Command,
    /// The same for a person.
    pub help: &'static str,
}

const fn key(keys: &'static [&'static str], command: Command, help: &'static str) -> Key {
    Key {
        keys,
        command,
        help,
    }
}

const fn triage(keys: &'static [&'static str], act: Triage, help: &'static str) -> Key {
    key(keys, Command::Triage(act), help)
}

/// All keys. The help and the listener read the same table.
pub static KEYS: [Key; 21] = [
    key(&["j"], Command::Step(1), text::KEY_NEXT),
    key(&["k"], Command::Step(-1), text::KEY_PREVIOUS),
    key(&["gg"], Command::Step(i32::MIN), text::KEY_FIRST),
    key(&["G"], Command::Step(i32::MAX), text::KEY_LAST),
    key(&["o", "Enter"], Command::Open, text::KEY_OPEN),
    key(&[" "], Command::Scroll, text::KEY_SPACE),
    triage(&["s"], Triage::Mark(Kind::Starred), text::KEY_STAR),
    triage(&["l"], Triage::Mark(Kind::Later), text::KEY_LATER),
    triage(&["m"], Triage::Mark(Kind::Read), text::KEY_READ),
    triage(&["x"], Triage::Mark(Kind::Skipped), text::KEY_SKIP),
    triage(&["e"], Triage::Done, text::KEY_DONE),
    triage(&["n"], Triage::Write(true), text::KEY_NOTE),
    triage(&["u"], Triage::TakeBack, text::KEY_UNDO),
    triage(&["U"], Triage::DoAgain, text::KEY_REDO),
    triage(&["J"], Triage::Extend(1), text::KEY_CHOOSE_NEXT),
    triage(&["K"], Triage::Extend(-1), text::KEY_CHOOSE_PREVIOUS),
    key(&["v"], Command::Visit, text::KEY_VISIT),
    key(&["/"], Command::Search, text::KEY_SEARCH),
    key(&["w"], Command::Save, text::KEY_SAVE),
    key(&["?"], Command::Help, text::KEY_HELP),
    key(&["Escape"], Command::Back, text::KEY_BACK),
];

/// The key that begins a pair, and how long the other one may take, in milliseconds.
const FIRST_OF_TWO: &str = "g";
const BETWEEN_TWO: f64 = 1_000.0;

/// What the listener has to know of the state.
#[derive(Clone, PartialEq)]
struct Known {
    singles: bool,
    address: Option<String>,
    on_show: OnShow,
    /// Whether several hits are chosen.
    chooses: bool,
}

/// What the reader looks at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum OnShow {
    Welcome,
    List,
    Paper,
    Panel,
}

impl OnShow {
    fn of(state: &State) -> Self {
        if state.panel.is_some() {
            Self::Panel
        } else if state.papers == 0 {
            Self::Welcome
        } else if state.place.paper.is_some() {
            Self::Paper
        } else {
            Self::List
        }
    }
}

/// Listens for keys. Keys that are one letter can be switched off.
#[hook]
pub fn use_keys(state: &UseReducerHandle<State>, singles: bool) {
    let known = Known {
        singles,
        address: state.arxiv_address(),
        on_show: OnShow::of(state),
        chooses: state.marking.anchor.is_some(),
    };
    // When the first key of two was pressed.
    let first = use_mut_ref(|| f64::NEG_INFINITY);
    let dispatch = state.dispatcher();
    use_effect_with(known, move |known| {
        let Some(window) = platform::window() else {
            return Box::new(|| ()) as Box<dyn FnOnce()>;
        };
        let known = known.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && let Some(command) = command(event, &known, &first)
                && obey(&command, event.shift_key(), &known, &dispatch)
            {
                event.prevent_default();
            }
        });
        Box::new(move || drop(listener))
    });
}

/// The command of a key press, unless it means something else where it was pressed.
fn command(event: &KeyboardEvent, known: &Known, first: &RefCell<f64>) -> Option<Command> {
    if event.ctrl_key()
        || event.meta_key()
        || event.alt_key()
        || event.is_composing()
        || event.default_prevented()
        // A dialog handles its own keys.
        || known.on_show == OnShow::Panel
    {
        return None;
    }
    let mut name = event.key();
    let is_single = name.chars().count() == 1;
    if name == FIRST_OF_TWO {
        let now = platform::now();
        if now - first.replace(now) > BETWEEN_TWO {
            return None;
        }
        name.push_str(FIRST_OF_TWO);
    }
    first.replace(f64::NEG_INFINITY);
    let key = KEYS.iter().find(|key| key.keys.contains(&name.as_str()))?;
    if key.command == Command::Back {
        return Some(Command::Back);
    }
    // A key that is held moves on and on, but decides once.
    let decides = matches!(key.command, Command::Triage(Triage::Mark(_) | Triage::Done));
    if decides && event.repeat() {
        return None;
    }
    let target: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    let at = |selector: &str| {
        target
            .as_ref()
            .is_some_and(|element| element.closest(selector).ok().flatten().is_some())
    };
    let writes = at("input:not([type=checkbox]), textarea, select, [contenteditable]");
    // Enter and the space bar press what has the focus.
    let presses = ["Enter", " "].contains(&name.as_str()) && at("a, button, input, summary");
    let is_meant = !writes && !presses && (known.singles || !is_single);
    is_meant.then(|| key.command.clone())
}

/// Returns whether the key was used.
fn obey(
    command: &Command,
    shift: bool,
    known: &Known,
    dispatch: &UseReducerDispatcher<State>,
) -> bool {
    let action = match command {
        Command::Help => Action::Panel(Some(Panel::Help)),
        // Out of the box and onto the active hit, which takes a focus that nothing has.
        Command::Back if platform::has_focus(SEARCH_BOX) => {
            let _ = platform::blur();
            Action::Step(0)
        }
        Command::Back if known.chooses => Action::Triage(Triage::Release),
        Command::Back if known.on_show == OnShow::Paper => Action::Close,
        Command::Back => Action::DismissNotice,
        _ if known.on_show == OnShow::Welcome => return false,
        Command::Save => Action::Saved(SavedAct::Name(true)),
        Command::Triage(act) => Action::Triage(act.clone()),
        Command::Step(by) => Action::Step(*by),
        Command::Scroll if known.on_show != OnShow::Paper => return false,
        Command::Scroll => {
            if platform::scroll_on(READER_SCROLL, shift) || shift {
                return true;
            }
            Action::Step(1)
        }
        Command::Open => Action::OpenActive,
        Command::Search => return platform::focus_and_select(SEARCH_BOX).is_some(),
        Command::Visit => {
            return known
                .address
                .as_deref()
                .and_then(platform::open_tab)
                .is_some();
        }
    };
    dispatch.dispatch(action);
    true
}
