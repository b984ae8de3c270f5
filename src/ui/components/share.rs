//! The panel by which papers are given to others: a link to a view, a link with the papers inside,
//! or a page of their own.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::protocol::{PageWish, ParcelView, ShareView};
use crate::ui::link;
use crate::ui::place::Place;
use crate::ui::platform;
use crate::ui::state::{Action, Came, ShareAct, Sharing, Which};
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::take_fields::check;
use super::{Dispatch, act};

/// The longest title, in UTF-16 units.
const LONGEST_TITLE: &str = "200";

/// Properties of [`Share`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    /// What the page knows of papers that are shared.
    pub sharing: Sharing,
    /// The view that is shared.
    pub place: Place,
    /// What the papers are called.
    pub title: String,
    /// The papers that can be shared, with what they are called.
    pub all: Rc<[(Which, String)]>,
    /// Those that are meant.
    pub taken: Which,
    /// What a page is made of; `None` where there is nothing.
    pub wish: Option<PageWish>,
    /// Makes a page.
    pub make: Callback<PageWish>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What is shared, and the three ways.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let sharing = &props.sharing;
    let view = sharing.view.clone();
    html! {
        <>
            { choices(props) }
            <p class="share-inside" role="status">
                {
                    match view.as_deref() {
                        None => text::SHARE_COUNTING.to_owned(),
                        Some(Err(why)) => text::not_shared(why),
                        Some(Ok(view)) => text::share_inside(view, sharing.marks, sharing.notes),
                    }
                }
            </p>
            if let Some(Ok(view)) = view.as_deref() {
                { to_view(view, props) }
                { to_papers(view, props) }
                { own_page(view, props) }
            }
        </>
    }
}

/// Which papers, what they are called, and what of the reader's goes with them.
fn choices(props: &ShareProps) -> Html {
    let ShareProps {
        sharing,
        dispatch,
        all,
        taken,
        ..
    } = props;
    let choose = {
        let (dispatch, all) = (dispatch.clone(), Rc::clone(all));
        move |event: Event| {
            let select: Option<HtmlSelectElement> = event.target_dyn_into();
            let at = select.and_then(|select| usize::try_from(select.selected_index()).ok());
            if let Some((which, _)) = at.and_then(|at| all.get(at)) {
                dispatch.dispatch(Action::Sharing(ShareAct::Of(*which)));
            }
        }
    };
    let rename = {
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            let title = platform::value_of(&event);
            dispatch.dispatch(Action::Sharing(ShareAct::Title(title)));
        }
    };
    let view = sharing.view.as_deref().and_then(|view| view.as_ref().ok());
    let (marked, noted) = view.map_or((0, 0), |view| (view.marked, view.noted));
    let switch = |is: bool, count: u32, name: &str, does: fn(bool) -> Action| {
        check(
            &text::share_with(name, count),
            is,
            count == 0 && !is,
            does,
            dispatch,
        )
    };
    html! {
        <div class="share-choices">
            <label>
                <span>{ text::SHARE_WHAT }</span>
                <select onchange={choose}>
                    for (which, name) in all.iter() {
                        <option selected={which == taken}>{ name }</option>
                    }
                </select>
            </label>
            <label>
                <span>{ text::SHARE_TITLE }</span>
                <input
                    type="text"
                    maxlength={LONGEST_TITLE}
                    value={props.title.clone()}
                    oninput={rename}
                />
            </label>
            <div class="share-own">
                { switch(sharing.marks, marked, text::WITH_MARKS, |is| {
                    Action::Sharing(ShareAct::Marks(is))
                }) }
                { switch(sharing.notes, noted, text::WITH_NOTES, |is| {
                    Action::Sharing(ShareAct::Notes(is))
                }) }
            </div>
        </div>
    }
}

/// A section of one way.
fn way(title: &'static str, says: &'static str, rest: Html) -> Html {
    html! {
        <section class="share-way" aria-label={title}>
            <h3>{ title }</h3>
            <p class="hint">{ says }</p>
            { rest }
        </section>
    }
}

/// The button that copies a link, beside how long that is. Of papers that are not what the reader
/// wants by now there is no link to be had.
fn copy(link: String, title: &'static str, fits: bool, props: &ShareProps) -> Html {
    let length = link.len();
    let is_old = props.sharing.is_old;
    // For those whose browser does not let the page copy.
    let shown = if is_old { String::new() } else { link.clone() };
    let dispatch = props.dispatch.clone();
    let onclick = move |_: MouseEvent| {
        let dispatch = dispatch.clone();
        platform::copy_text(&link, move |copied| {
            let said = if copied {
                text::LINK_COPIED
            } else {
                text::NOT_COPIED
            };
            dispatch.dispatch(Action::Say(said.to_owned()));
        });
    };
    html! {
        <>
            <p class="share-act">
                <button
                    type="button"
                    aria-label={text::copy_link(title)}
                    disabled={is_old}
                    {onclick}
                >
                    { text::COPY_LINK }
                </button>
                <span class="share-length">{ text::link_length(length) }</span>
            </p>
            <input
                type="text"
                class="share-link"
                readonly=true
                aria-label={title}
                value={shown}
            />
            if fits {
                <p class="hint">{ text::link_fits(length) }</p>
            }
        </>
    }
}

fn to_view(view: &ShareView, props: &ShareProps) -> Html {
    let link = link::to_view(&platform::base(), &props.place, &view.needs);
    let rest = html! {
        <>
            <p class="hint">{ text::link_needs(&view.needs) }</p>
            { copy(link, text::LINK, false, props) }
            if platform::is_from_disk() {
                <p class="hint">{ text::LINK_FROM_DISK }</p>
            }
        </>
    };
    way(text::LINK, text::LINK_SAYS, rest)
}

fn to_papers(view: &ShareView, props: &ShareProps) -> Html {
    let rest = match &view.parcel {
        Some(parcel) => {
            let link = link::to_papers(&platform::base(), &props.place, parcel);
            copy(link, text::PARCEL, true, props)
        }
        None => html! { <p>{ text::no_parcel(view.papers) }</p> },
    };
    way(text::PARCEL, text::PARCEL_SAYS, rest)
}

fn own_page(view: &ShareView, props: &ShareProps) -> Html {
    let save = props.wish.clone().map(|wish| {
        let make = props.make.clone();
        Callback::from(move |_: MouseEvent| {
            make.emit(wish.clone());
            // How far it is stands in a bar under the panel.
            platform::close_dialog();
        })
    });
    let rest = html! {
        <p class="share-act">
            <button type="button" disabled={view.papers == 0} onclick={save}>
                { text::SAVE_PAGE }
            </button>
        </p>
    };
    way(text::PAGE, text::PAGE_SAYS, rest)
}

/// Properties of the [`ShareBars`].
#[derive(Clone, PartialEq, Properties)]
pub struct ShareBarsProps {
    /// What the page knows of papers that are shared.
    pub sharing: Sharing,
    /// Whether it is to be said where papers come from that others have shared.
    pub tells_received: bool,
    /// Whether the library is complete, so that what it lacks can be said.
    pub is_settled: bool,
    /// Keeps what others have shared.
    pub keep: Callback<()>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What a link needs and is not there, and where papers come from.
#[component]
pub fn ShareBars(props: &ShareBarsProps) -> Html {
    let ShareBarsProps {
        sharing, dispatch, ..
    } = props;
    let received = sharing.received.as_ref().filter(|_| props.tells_received);
    let received = received.and_then(|received| Some((received.came, received.view.clone()?)));
    html! {
        <>
            <div role="status">
                if let Some((from, view)) = received {
                    { received_bar(from, &view, props) }
                }
            </div>
            <div role="status">
                if props.is_settled && sharing.lacks() {
                    <div class="bar notice">
                        <p class="notice-text">{ text::what_lacks(sharing) }</p>
                        <IconButton
                            icon={Icon::Close}
                            name={text::DISMISS}
                            onclick={act(dispatch, Action::Sharing(ShareAct::SeenNeeds))}
                        />
                    </div>
                }
            </div>
        </>
    }
}

fn received_bar(from: Came, view: &ParcelView, props: &ShareBarsProps) -> Html {
    let keep = if from == Came::Beside {
        text::KEEP_RECEIVED
    } else {
        text::ADD_TO_LIBRARY
    };
    html! {
        <div class="bar notice">
            <p class="notice-text">{ text::received(from, view) }</p>
            <button type="button" onclick={props.keep.reform(|_| ())}>{ keep }</button>
            <IconButton
                icon={Icon::Close}
                name={text::DISMISS}
                onclick={act(&props.dispatch, Action::Sharing(ShareAct::SeenReceived))}
            />
        </div>
    }
}
