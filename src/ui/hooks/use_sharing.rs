//! Papers for others and from others, between state and worker.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{Make, PageWish, Take};
use crate::ui::input::Input;
use crate::ui::kept;
use crate::ui::state::{Action, Came, KeepAct, ShareAct, State, Then};
use crate::ui::supervisor::Supervisor;

use super::use_making::Makers;

/// What can be done with papers for others and from others.
#[derive(Clone, PartialEq)]
pub struct Shares {
    /// Makes a page with papers.
    pub make: Callback<PageWish>,
    /// Keeps what others have shared.
    pub keep: Callback<()>,
}

/// Reads what the page came with or a link brought, asks how the files stand that a view needs, and
/// what can be shared while the panel for it is open.
#[hook]
pub fn use_sharing(
    supervisor: &Supervisor,
    state: &UseReducerHandle<State>,
    makers: &Makers,
) -> Shares {
    let sharing = &state.sharing;
    {
        let supervisor = supervisor.clone();
        let received = sharing.received.as_ref();
        let arrived = received.map(|received| (received.came, Rc::clone(&received.parcel)));
        use_effect_with(arrived, move |arrived| {
            if let Some((from, parcel)) = arrived {
                let take = if kept::is_apart() && *from != Came::Beside {
                    Take::Lend
                } else {
                    Take::Leave
                };
                let input = Input::Parcel(Rc::clone(parcel), take);
                supervisor.with(|session| session.read(input));
            }
        });
    }
    {
        let supervisor = supervisor.clone();
        let needs = Rc::clone(&sharing.needs);
        use_effect_with((needs, state.library), move |(needs, library)| {
            if *library > 0 && !needs.is_empty() {
                supervisor.with(|session| session.check_needs(needs.to_vec()));
            }
        });
    }
    {
        let supervisor = supervisor.clone();
        let mut wish = state.share_wish();
        // Only a parcel has a title: as long as there is none, typing one asks nothing.
        if let Some(Ok(view)) = sharing.view.as_deref()
            && view.parcel.is_none()
            && let Some(wish) = &mut wish
        {
            wish.title.clear();
        }
        use_effect_with((wish, state.library), move |(wish, _)| {
            if let Some(wish) = wish.clone() {
                supervisor.with(|session| session.share(wish));
            }
        });
    }
    let make = {
        let makers = makers.clone();
        use_callback((), move |wish: PageWish, ()| {
            makers.make.emit((Make::Page(wish), Then::Page));
        })
    };
    let keep = {
        let (supervisor, dispatch) = (supervisor.clone(), state.dispatcher());
        let received = sharing.received.as_ref();
        let parcel = received.map(|received| Rc::clone(&received.parcel));
        use_callback(
            (parcel, state.keeping.is_apart),
            move |(), (parcel, is_apart)| {
                if *is_apart {
                    dispatch.dispatch(Action::Keeping(KeepAct::Choose(true)));
                } else if let Some(parcel) = parcel {
                    dispatch.dispatch(Action::Sharing(ShareAct::Keep));
                    let input = Input::Parcel(Rc::clone(parcel), Take::Own);
                    supervisor.with(|session| session.read(input));
                }
            },
        )
    };
    Shares { make, keep }
}
