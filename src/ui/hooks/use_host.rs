//! What comes from outside of the page, and newer versions of it.

use yew::prelude::*;

use crate::ui::host::{Arrival, Host};
use crate::ui::input::Input;

use super::use_drop::read_entries;

/// What the host has to say to the reader, and what they can say to it.
#[derive(Clone, PartialEq)]
pub struct Hosted {
    /// Whether a newer version of the page is at hand, and the reader has not put that away.
    pub is_renewed: bool,
    /// Begins anew with it, or puts the news away.
    pub renew: Callback<bool>,
    /// What was handed to the page, the oldest first, until the reader has said whether to read it.
    pub offers: Vec<Input>,
    /// Reads the oldest, or does not.
    pub answer: Callback<bool>,
}

/// Reads what comes to the host, and tells what the host has to say.
#[hook]
pub fn use_host(host: &Host, read: &Callback<Input>) -> Hosted {
    let is_renewed = use_state_eq(|| false);
    let offers = use_reducer_eq(Offers::default);
    {
        let (host, read) = (host.clone(), read.clone());
        let (renewed, offered) = (is_renewed.setter(), offers.dispatcher());
        use_effect_with((), move |()| {
            host.arrivals(move |arrival| match arrival {
                Arrival::Input(input) => read.emit(input),
                Arrival::Offer(input) => offered.dispatch(Some(input)),
                Arrival::Folders(entries) => read_entries(entries, Vec::new(), read.clone()),
            });
            host.updates(move || renewed.set(true));
        });
    }
    let renew = use_callback(host.clone(), {
        let renewed = is_renewed.setter();
        move |now, host: &Host| {
            if now {
                host.renew();
            } else {
                renewed.set(false);
            }
        }
    });
    let answer = use_callback((read.clone(), offers.clone()), |agrees, (read, offers)| {
        if let Some(oldest) = offers.0.first().filter(|_| agrees) {
            read.emit(oldest.clone());
        }
        offers.dispatch(None);
    });
    Hosted {
        is_renewed: *is_renewed,
        renew,
        offers: offers.0.clone(),
        answer,
    }
}

/// What was offered and has no answer yet, the oldest first.
#[derive(Clone, Default, PartialEq)]
struct Offers(Vec<Input>);

impl Reducible for Offers {
    /// Another offer, or the oldest one has its answer.
    type Action = Option<Input>;

    fn reduce(self: std::rc::Rc<Self>, action: Self::Action) -> std::rc::Rc<Self> {
        let mut offers = self.0.clone();
        match action {
            Some(input) => offers.push(input),
            None => drop((!offers.is_empty()).then(|| offers.remove(0))),
        }
        Self(offers).into()
    }
}
