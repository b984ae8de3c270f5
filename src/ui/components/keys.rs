//! The list of keys in the help, where each can be changed.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::ui::hooks::stroke_of;
use crate::ui::platform;
use crate::ui::state::{Action, BETWEEN_TWO, COMMANDS, KeyAct, Keymap, can_be_chosen, is_letter};
use crate::ui::text;

use super::{Dispatch, act};

/// What the DOM ids of the buttons begin with that change a key, and that of the one that takes
/// the new key, and of the one that swaps it with another command's.
const CHANGE: &str = "change-";
const NEW_KEY: &str = "new-key";
const SWAP: &str = "swap-keys";

/// Properties of [`Keys`].
#[derive(Clone, PartialEq, Properties)]
pub struct KeysProps {
    /// Which key does what.
    pub keymap: Rc<Keymap>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// Where the reader is with changing a key.
#[derive(Clone, Debug, Default, PartialEq)]
enum Changing {
    /// Nowhere.
    #[default]
    Nothing,
    /// The new key of a command is waited for; it may have been one letter so far.
    Waits(usize, Option<String>),
    /// The key for a command is another one's.
    Taken(usize, usize, String),
    /// The key cannot be had by any command.
    Reserved(usize, String),
}

impl Changing {
    fn of(&self) -> Option<usize> {
        match self {
            Self::Nothing => None,
            Self::Waits(at, _) | Self::Taken(at, ..) | Self::Reserved(at, _) => Some(*at),
        }
    }
}

/// Every command with its keys and the buttons by which they are changed; those without a key
/// stand apart.
#[component]
pub fn Keys(props: &KeysProps) -> Html {
    let KeysProps { keymap, dispatch } = props;
    let changing = use_state_eq(Changing::default);
    let end = {
        let (changing, props) = (changing.clone(), props.clone());
        Callback::from(move |(at, stroke): (usize, String)| {
            changing.set(taken_over(at, stroke, &props));
        })
    };
    // One letter is a key when no other follows.
    {
        let end = end.clone();
        use_effect_with((*changing).clone(), move |changing| {
            let letter = match changing {
                Changing::Waits(at, Some(letter)) => Some((*at, letter.clone())),
                _ => None,
            };
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a small and positive constant"
            )]
            let timeout =
                letter.map(|letter| Timeout::new(BETWEEN_TWO as u32, move || end.emit(letter)));
            move || drop(timeout)
        });
    }
    // The focus goes where the key is pressed, and back to the line.
    {
        let last = use_mut_ref(|| None::<usize>);
        let waits = matches!(*changing, Changing::Waits(..));
        use_effect_with(
            (changing.of(), waits, keymap.clone()),
            move |(of, waits, _)| {
                let before = last.replace(*of);
                if *waits {
                    let _ = platform::focus(NEW_KEY);
                } else if let Some(entry) = of.or(before).and_then(|at| COMMANDS.get(at))
                    && platform::focus_is_lost_in_dialog()
                {
                    let swaps = platform::focus(SWAP);
                    let _ = swaps.or_else(|| platform::focus(&change_id(entry.id)));
                }
            },
        );
    }
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for at in 0..COMMANDS.len() {
        let has_key = !keymap.keys(at).is_empty() || !keymap.is_usual(at);
        let lines = if has_key { &mut with } else { &mut without };
        lines.push(line(at, &changing, &end, props));
    }
    html! {
        <>
            <dl class="keys">{ with }</dl>
            <details>
                <summary>{ text::MORE_COMMANDS }</summary>
                <dl class="keys">{ without }</dl>
            </details>
            if keymap.is_changed() {
                <p>
                    <button
                        type="button"
                        onclick={act(dispatch, Action::Keys(KeyAct::AllUsual))}
                    >
                        { text::ALL_USUAL_KEYS }
                    </button>
                </p>
            }
        </>
    }
}

fn change_id(id: &str) -> String {
    format!("{CHANGE}{id}")
}

/// A command gets a new key, unless it cannot have it.
fn taken_over(at: usize, stroke: String, props: &KeysProps) -> Changing {
    if !can_be_chosen(&stroke) {
        return Changing::Reserved(at, stroke);
    }
    if let Some(other) = props.keymap.taken(at, &stroke) {
        return Changing::Taken(at, other, stroke);
    }
    let put = KeyAct::Put(at, vec![stroke]);
    props.dispatch.dispatch(Action::Keys(put));
    Changing::Nothing
}

fn line(
    at: usize,
    changing: &UseStateHandle<Changing>,
    end: &Callback<(usize, String)>,
    props: &KeysProps,
) -> Html {
    let KeysProps { keymap, dispatch } = props;
    let Some(entry) = COMMANDS.get(at) else {
        return Html::default();
    };
    let is_mac = platform::is_mac();
    let keys = keymap.keys(at);
    let is_changing = changing.of() == Some(at);
    let set = |to: Changing| {
        let set = changing.setter();
        move |_: MouseEvent| set.set(to.clone())
    };
    html! {
        <div key={entry.id} class={classes!(is_changing.then_some("changing"))}>
            <dt>
                for key in keys {
                    <kbd>{ text::key(key, is_mac) }</kbd>
                }
                if keys.is_empty() {
                    <span class="hint">{ text::NO_KEY }</span>
                }
            </dt>
            <dd>{ entry.help }</dd>
            <dd class="key-acts">
                if entry.is_changeable() {
                    <button
                        type="button"
                        class="link"
                        id={change_id(entry.id)}
                        aria-label={text::change_key(entry.name)}
                        onclick={set(Changing::Waits(at, None))}
                    >
                        { text::CHANGE_KEY }
                    </button>
                    if !keymap.is_usual(at) {
                        { " " }
                        { usual(at, entry.name, changing, props) }
                    }
                }
            </dd>
            <dd class="key-asks" role="status">
                if is_changing {
                    {
                        match &**changing {
                            Changing::Nothing => Html::default(),
                            Changing::Waits(_, letter) => {
                                asks(at, letter.as_deref(), changing, end, dispatch)
                            }
                            Changing::Taken(_, other, stroke) => {
                                taken(at, *other, stroke, changing, props)
                            }
                            Changing::Reserved(_, stroke) => html! {
                                <p>{ text::key_reserved(&text::key(stroke, is_mac)) }</p>
                            },
                        }
                    }
                }
            </dd>
        </div>
    }
}

/// The button that gives a command back its keys, or says who has them.
fn usual(at: usize, name: &str, changing: &UseStateHandle<Changing>, props: &KeysProps) -> Html {
    let (set, props) = (changing.setter(), props.clone());
    let onclick = move |_| {
        let usual = COMMANDS.get(at).and_then(|entry| entry.keys.first());
        if let Some((other, key)) = props.keymap.usual_taken(at).zip(usual) {
            set.set(Changing::Taken(at, other, (*key).to_owned()));
        } else {
            set.set(Changing::Nothing);
            props.dispatch.dispatch(Action::Keys(KeyAct::Usual(at)));
        }
    };
    html! {
        <button type="button" class="link" aria-label={text::usual_key(name)} {onclick}>
            { text::USUAL_KEY }
        </button>
    }
}

/// What takes the new key.
fn asks(
    at: usize,
    letter: Option<&str>,
    changing: &UseStateHandle<Changing>,
    end: &Callback<(usize, String)>,
    dispatch: &Dispatch,
) -> Html {
    let off = {
        let (set, dispatch) = (changing.setter(), dispatch.clone());
        move || {
            set.set(Changing::Nothing);
            dispatch.dispatch(Action::Keys(KeyAct::Put(at, Vec::new())));
        }
    };
    let onkeydown = {
        let (set, end, off) = (changing.setter(), end.clone(), off.clone());
        let letter = letter.map(str::to_owned);
        move |event: KeyboardEvent| {
            let key = event.key();
            // With Tab the focus goes on, to the button beside.
            let Some(stroke) = stroke_of(&event).filter(|_| key != "Tab") else {
                return;
            };
            event.prevent_default();
            event.stop_propagation();
            match (stroke.as_str(), &letter) {
                ("Escape", _) => set.set(Changing::Nothing),
                ("Backspace", _) => off(),
                ("Enter", Some(letter)) => end.emit((at, letter.clone())),
                (second, Some(first)) if is_letter(second) => {
                    end.emit((at, format!("{first}{second}")));
                }
                (first, _) if is_letter(first) => set.set(Changing::Waits(at, Some(stroke))),
                _ => end.emit((at, stroke)),
            }
        }
    };
    let is_mac = platform::is_mac();
    let name = COMMANDS.get(at).map_or("", |entry| entry.name);
    html! {
        <>
            <button
                type="button"
                id={NEW_KEY}
                class="new-key"
                aria-label={text::PRESS_KEY}
                {onkeydown}
            >
                { letter.map_or_else(|| "…".to_owned(), |letter| text::key(letter, is_mac)) }
            </button>
            <p>{ if letter.is_some() { text::SECOND_LETTER } else { text::PRESS_KEY } }</p>
            <button type="button" aria-label={text::key_off(name)} onclick={move |_| off()}>
                { text::KEY_OFF }
            </button>
        </>
    }
}

/// Says whose key it is, and offers to swap.
fn taken(
    at: usize,
    other: usize,
    stroke: &str,
    changing: &UseStateHandle<Changing>,
    props: &KeysProps,
) -> Html {
    let name = COMMANDS.get(other).map_or("", |entry| entry.name);
    let can_swap = props.keymap.swapped(at, other, stroke).is_some();
    let is_mac = platform::is_mac();
    let key = text::key(stroke, is_mac);
    let others = props.keymap.keys(other);
    let alike = others
        .first()
        .filter(|_| others.iter().all(|key| key != stroke));
    let said = match alike {
        Some(others) => text::key_alike(&key, &text::key(others, is_mac), name),
        None => text::key_taken(&key, name),
    };
    let onclick = {
        let (set, dispatch) = (changing.setter(), props.dispatch.clone());
        let stroke = stroke.to_owned();
        move |_| {
            set.set(Changing::Nothing);
            let swap = KeyAct::Swap(at, other, stroke.clone());
            dispatch.dispatch(Action::Keys(swap));
        }
    };
    html! {
        <>
            <p>{ said }</p>
            if can_swap {
                <button type="button" id={SWAP} {onclick}>{ text::SWAP_KEYS }</button>
            }
        </>
    }
}
