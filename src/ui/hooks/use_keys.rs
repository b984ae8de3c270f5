//! The table of keys, and the listener that obeys it.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use crate::ui::components::SEARCH_BOX;
use crate::ui::platform;
use crate::ui::state::{Action, Panel, State};
use crate::ui::text;

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// The next paper.
    Next,
    /// The paper before.
    Previous,
    /// The active paper is opened.
    Open,
    /// The paper's page at arXiv.
    Visit,
    /// To the search box.
    Search,
    /// The list of keys.
    Help,
    /// Out of what is open.
    Back,
}

/// One line of the table of keys.
pub struct Key {
    /// The keys, as browsers name them.
    pub keys: &'static [&'static str],
    /// What they do.
    pub command: Command,
    /// The same for a person.
    pub help: &'static str,
}

/// All keys. The help and the listener read the same table.
pub const KEYS: [Key; 7] = [
    Key {
        keys: &["j"],
        command: Command::Next,
        help: text::KEY_NEXT,
    },
    Key {
        keys: &["k"],
        command: Command::Previous,
        help: text::KEY_PREVIOUS,
    },
    Key {
        keys: &["o", "Enter"],
        command: Command::Open,
        help: text::KEY_OPEN,
    },
    Key {
        keys: &["v"],
        command: Command::Visit,
        help: text::KEY_VISIT,
    },
    Key {
        keys: &["/"],
        command: Command::Search,
        help: text::KEY_SEARCH,
    },
    Key {
        keys: &["?"],
        command: Command::Help,
        help: text::KEY_HELP,
    },
    Key {
        keys: &["Escape"],
        command: Command::Back,
        help: text::KEY_BACK,
    },
];

/// What the listener has to know of the state.
#[derive(Clone, PartialEq)]
struct Known {
    singles: bool,
    address: Option<String>,
    on_show: OnShow,
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
    };
    let dispatch = state.dispatcher();
    use_effect_with(known, move |known| {
        let Some(window) = platform::window() else {
            return Box::new(|| ()) as Box<dyn FnOnce()>;
        };
        let known = known.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window, "keydown", options, move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>()
                && let Some(command) = command(event, &known)
                && obey(command, &known, &dispatch)
            {
                event.prevent_default();
            }
        });
        Box::new(move || drop(listener))
    });
}

/// The command of a key press, unless it means something else where it was pressed.
fn command(event: &KeyboardEvent, known: &Known) -> Option<Command> {
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
    let name = event.key();
    let key = KEYS.iter().find(|key| key.keys.contains(&name.as_str()))?;
    if key.command == Command::Back {
        return Some(Command::Back);
    }
    let target: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    let at = |selector: &str| {
        target
            .as_ref()
            .is_some_and(|element| element.closest(selector).ok().flatten().is_some())
    };
    let writes = at("input:not([type=checkbox]), textarea, select, [contenteditable]");
    // Enter presses what has the focus.
    let presses = name == "Enter" && at("a, button, input, summary");
    let is_single = name.chars().count() == 1;
    (!writes && !presses && (known.singles || !is_single)).then_some(key.command)
}

/// Returns whether the key was used.
fn obey(command: Command, known: &Known, dispatch: &UseReducerDispatcher<State>) -> bool {
    let action = match command {
        Command::Help => Action::Panel(Some(Panel::Help)),
        // Out of the box and onto the active hit, which takes a focus that nothing has.
        Command::Back if platform::has_focus(SEARCH_BOX) => {
            let _ = platform::blur();
            Action::Step(0)
        }
        Command::Back if known.on_show == OnShow::Paper => Action::Close,
        Command::Back => Action::DismissNotice,
        _ if known.on_show == OnShow::Welcome => return false,
        Command::Next => Action::Step(1),
        Command::Previous => Action::Step(-1),
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
