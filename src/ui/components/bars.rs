//! The stack of bars between the header and the rest of the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{self, DayProgress, Draft, Tagging};
use crate::ui::hooks::{Hosted, use_still};
use crate::ui::state::{self, Aside, Engine, Keeping, Making, Said, Sharing, Undo};

use super::Dispatch;
use super::asides::Asides;
use super::fault::Fault;
use super::finished_bar::FinishedBar;
use super::hosted_bars::HostedBars;
use super::keep_bar::KeepBar;
use super::making_bar::MakingBar;
use super::notice::Notice;
use super::progress::Progress;
use super::rules_bars::RulesBars;
use super::said_bar::SaidBar;
use super::share::ShareBars;

/// Properties of [`Bars`].
#[derive(Clone, PartialEq, Properties)]
pub struct BarsProps {
    /// The worker as the page sees it.
    pub engine: Engine,
    /// What the browser had kept and the page goes on without.
    pub asides: Rc<[Aside]>,
    /// The jobs under way, oldest first.
    pub jobs: Rc<[protocol::Progress]>,
    /// Stops the job of a number.
    pub cancel: Callback<u32>,
    /// The file that is being made.
    pub making: Option<Making>,
    /// Stops that.
    pub stop_making: Callback<()>,
    /// How far papers are tagged by new rules; `None` when they are.
    pub tagging: Option<Tagging>,
    /// Stops tagging them.
    pub cancel_tagging: Callback<()>,
    /// A rule that is in the editor while that is closed, and its number in the list.
    pub unsaved: Option<(Option<u32>, Rc<Draft>)>,
    /// A rule that was written and not saved, while it can be had back.
    pub undo: Option<Rc<Undo>>,
    /// What was done with papers last.
    pub said: Option<Rc<Said>>,
    /// What the last load has to say.
    pub notice: Option<Rc<state::Notice>>,
    /// What is known of what is kept from visit to visit.
    pub keeping: Keeping,
    /// Saves a backup.
    pub back_up: Callback<()>,
    /// What is known of papers that are shared.
    pub sharing: Sharing,
    /// Whether it is to be said where papers come from that others have shared.
    pub tells_received: bool,
    /// Keeps them.
    pub keep_received: Callback<()>,
    /// Whether nothing is being read.
    pub is_settled: bool,
    /// The day that was finished.
    pub finished: Option<DayProgress>,
    /// Whether there is a library.
    pub has_papers: bool,
    /// What the host has to say.
    pub hosted: Hosted,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The bars between the header and the rest of the page, which come and go by themselves.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let dispatch = &props.dispatch;
    // Whatever comes and goes has an element of its own around it: between neighbours that do,
    // Yew 0.23 loses its place.
    use_still(html! {
        <div class="bars-stack">
            <div><Fault engine={props.engine.clone()} {dispatch} /></div>
            <HostedBars
                hosted={props.hosted.clone()}
                loses={props.has_papers && !props.keeping.writes()}
            />
            <Asides asides={Rc::clone(&props.asides)} {dispatch} />
            <Progress jobs={Rc::clone(&props.jobs)} cancel={&props.cancel} />
            <MakingBar making={props.making.clone()} stop={&props.stop_making} />
            <div>
                <RulesBars
                    tagging={props.tagging}
                    cancel={&props.cancel_tagging}
                    unsaved={props.unsaved.clone()}
                    undo={props.undo.clone()}
                    {dispatch}
                />
            </div>
            <SaidBar said={props.said.clone()} {dispatch} />
            <FinishedBar day={props.finished} {dispatch} />
            <div>
                if let Some(notice) = &props.notice {
                    <Notice {notice} {dispatch} />
                }
            </div>
            <div>
                <ShareBars
                    sharing={props.sharing.clone()}
                    tells_received={props.tells_received}
                    is_settled={props.is_settled}
                    keep={&props.keep_received}
                    {dispatch}
                />
            </div>
            <div>
                <KeepBar
                    keeping={props.keeping.clone()}
                    has_papers={props.has_papers}
                    back_up={&props.back_up}
                    {dispatch}
                />
            </div>
        </div>
    })
}
