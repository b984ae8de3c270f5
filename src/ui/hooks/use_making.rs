//! What has the worker make files, and write papers to be looked at or copied.

use yew::prelude::*;

use crate::protocol::{ExportWish, Make, PrintWish};
use crate::ui::session::Session;
use crate::ui::state::{TextFor, Then};
use crate::ui::supervisor::Supervisor;

/// How many papers of an export are shown before it is made.
const PREVIEWED: u32 = 2;
/// How many are copied at once; more are for a file.
const MOST_COPIED: u32 = 1_000;

/// The ways to take papers along. They stay the same for the life of the page.
#[derive(Clone, PartialEq)]
pub struct Makers {
    /// Has a file made, and says what becomes of it.
    pub make: Callback<(Make, Then)>,
    /// The file that is being made is wanted no more.
    pub stop: Callback<()>,
    /// Shows how papers would be written.
    pub preview: Callback<ExportWish>,
    /// Copies papers, and says this then.
    pub copy: Callback<(ExportWish, String)>,
    /// Has papers made ready to be printed; `None` when nobody wants to any more.
    pub print: Callback<Option<PrintWish>>,
}

/// The ways to take papers along.
#[hook]
pub fn use_making(supervisor: &Supervisor) -> Makers {
    let makers = use_memo((), |()| Makers {
        make: {
            let supervisor = supervisor.clone();
            Callback::from(move |(what, then)| supervisor.make(what, then))
        },
        stop: {
            let supervisor = supervisor.clone();
            Callback::from(move |()| supervisor.with(Session::stop_making))
        },
        preview: {
            let supervisor = supervisor.clone();
            Callback::from(move |wish| {
                supervisor.with(|session| session.write(wish, PREVIEWED, TextFor::Preview));
            })
        },
        copy: {
            let supervisor = supervisor.clone();
            Callback::from(move |(wish, said)| supervisor.copy(wish, MOST_COPIED, said))
        },
        print: {
            let supervisor = supervisor.clone();
            Callback::from(move |wish| supervisor.with(|session| session.print(wish)))
        },
    });
    (*makers).clone()
}
