//! The lines between the toolbar and the list that tell of the search as a whole: its name, and
//! what mutes hide of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::MutedView;
use crate::ui::platform;
use crate::ui::state::{Action, Panel, SavedAct};
use crate::ui::text;

use super::{Dispatch, act};

/// The DOM id of the field of a search's name.
const NAME: &str = "search-name";
/// The longest name of a search, in UTF-16 units.
const LONGEST: &str = "200";

/// Properties of the [`QueryLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct QueryLineProps {
    /// The query as typed.
    pub query: AttrValue,
    /// Whether it is being named.
    pub names: bool,
    /// The names that saved searches have already.
    pub taken: Rc<[String]>,
    /// The saved search that it comes from, where it is another one by now.
    pub changed: Option<String>,
    /// The papers that match and are muted.
    pub muted: Rc<MutedView>,
    /// Whether they are shown all the same.
    pub shows_muted: bool,
    /// How many papers the query's days leave out for want of a day.
    pub undated: u32,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What there is to say of the search as a whole; nothing of most.
#[component]
pub fn QueryLine(props: &QueryLineProps) -> Html {
    let QueryLineProps {
        query,
        names,
        changed,
        muted,
        shows_muted,
        undated,
        dispatch,
        ..
    } = props;
    let saved = |what| act(dispatch, Action::Saved(what));
    html! {
        <div class="query-lines">
            <div>
                if *names {
                    <Naming {query} taken={Rc::clone(&props.taken)} {dispatch} />
                } else if let Some(name) = changed {
                    <p class="query-line">
                        <span>{ text::changed_search(name) }</span>
                        <button type="button" class="link" onclick={saved(SavedAct::Update)}>
                            { text::UPDATE }
                        </button>
                        <button type="button" class="link" onclick={saved(SavedAct::Name(true))}>
                            { text::SAVE_AS_NEW }
                        </button>
                    </p>
                }
            </div>
            <div>
                if *undated > 0 {
                    <p class="query-line">{ text::undated(*undated) }</p>
                }
                if muted.papers > 0 {
                    <p class="query-line muted-line">
                        <span title={text::muted_by(muted)}>
                            { text::muted(muted, *shows_muted) }
                        </span>
                        <button
                            type="button"
                            class="link"
                            onclick={saved(SavedAct::ShowMuted(!shows_muted))}
                        >
                            { if *shows_muted { text::HIDE_MUTED } else { text::SHOW_MUTED } }
                        </button>
                        <button
                            type="button"
                            class="link"
                            onclick={act(dispatch, Action::Panel(Some(Panel::Lists)))}
                        >
                            { text::EDIT }
                        </button>
                    </p>
                }
            </div>
        </div>
    }
}

/// Properties of [`Naming`].
#[derive(Clone, PartialEq, Properties)]
struct NamingProps {
    query: AttrValue,
    taken: Rc<[String]>,
    dispatch: Dispatch,
}

/// The field in which a search gets its name, which is the query itself at first.
#[component]
fn Naming(props: &NamingProps) -> Html {
    let NamingProps {
        query,
        taken,
        dispatch,
    } = props;
    let name = use_state_eq(|| query.trim().to_owned());
    use_effect_with((), |()| {
        let _ = platform::focus_and_select(NAME);
    });
    let oninput = {
        let set = name.setter();
        move |event: InputEvent| set.set(platform::value_of(&event))
    };
    let onsubmit = {
        let (dispatch, name) = (dispatch.clone(), (*name).clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let _ = platform::blur();
            dispatch.dispatch(Action::Saved(SavedAct::Save(name.clone())));
        }
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                event.prevent_default();
                let _ = platform::blur();
                dispatch.dispatch(Action::Saved(SavedAct::Name(false)));
            }
        }
    };
    let is_taken = taken.iter().any(|taken| taken == name.trim());
    let mute = SavedAct::Mute(query.trim().to_owned());
    html! {
        <form class="query-line naming" {onsubmit} {onkeydown}>
            <input
                id={NAME}
                type="text"
                aria-label={text::SAVE_AS}
                placeholder={text::SAVE_AS}
                autocomplete="off"
                maxlength={LONGEST}
                value={(*name).clone()}
                {oninput}
            />
            <button type="submit">
                { if is_taken { text::REPLACE_IT } else { text::SAVE_IT } }
            </button>
            <button type="button" onclick={act(dispatch, Action::Saved(mute))}>
                { text::MUTE_THESE }
            </button>
            <button
                type="button"
                class="link"
                onclick={act(dispatch, Action::Saved(SavedAct::Name(false)))}
            >
                { text::CANCEL }
            </button>
        </form>
    }
}
