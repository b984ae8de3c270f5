//! The pane of the open paper: its bar, its scroll position, and which tag is lit.

use std::rc::Rc;

use yew::prelude::*;

use crate::protocol::{FacetView, OverviewView, SettingsView};
use crate::ui::fast::ByAddress;
use crate::ui::hooks::Commander;
use crate::ui::platform;
use crate::ui::state::{Action, Adding, Fetched};
use crate::ui::text;

use super::hint::Hint;
use super::icon::{Icon, icon};
use super::icon_button::IconButton;
use super::mark_buttons::MarkButtons;
use super::overview::Overview;
use super::sheet::Sheet;
use super::{Dispatch, act};

/// The DOM id of the pane.
pub const PAPER_PANE: &str = "reader";
/// The DOM id of what scrolls in it.
pub const READER_SCROLL: &str = "reader-scroll";

/// Properties of the [`PaperPane`].
#[derive(Clone, PartialEq, Properties)]
pub struct PaperPaneProps {
    /// The id of the open paper.
    pub wanted: Option<String>,
    /// The paper, once it is here.
    pub paper: Fetched,
    /// How many hits there are.
    pub hits: u32,
    /// What the query says about each value.
    pub facets: ByAddress<[Rc<FacetView>]>,
    /// The tag that is being put on it.
    pub adding: Adding,
    /// Whether its note is being written, and how often that was wished for.
    pub writing: (bool, u32),
    /// How far the reader is with the days of the library, once that is known.
    pub overview: Option<Rc<OverviewView>>,
    /// The keys in force.
    pub hint: Hint,
    /// What the reader has set up for all papers.
    pub settings: Rc<SettingsView>,
    /// The day on which they were here last, as a person says it; empty where that is not known.
    pub since: AttrValue,
    /// Whether the list is empty because all that it would have is muted.
    pub hides_all: bool,
    /// Obeys commands.
    pub commander: Commander,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// One paper in full. On a phone it lies over the list.
#[component]
pub fn PaperPane(props: &PaperPaneProps) -> Html {
    let PaperPaneProps {
        wanted,
        paper,
        hits,
        dispatch,
        ..
    } = props;
    let scroller = use_node_ref();
    let lit = use_state_eq(|| None::<usize>);
    let (part, position) = match paper {
        Fetched::Paper(paper) => (paper.part.0, paper.position),
        Fetched::Nothing | Fetched::Missing => (0, None),
    };
    {
        let (scroller, lit) = (scroller.clone(), lit.setter());
        use_effect_with((wanted.clone(), part), move |(wanted, _)| {
            // Another paper has other tags, and another part of it other places.
            lit.set(None);
            if let Some(element) = scroller.cast::<web_sys::Element>() {
                element.set_scroll_top(0);
            }
            if wanted.is_some() && platform::is_narrow() {
                let _ = platform::focus(PAPER_PANE);
            }
        });
    }
    let set_lit = {
        let lit = lit.setter();
        use_callback((), move |at, ()| lit.set(at))
    };
    let step = |by| act(dispatch, Action::Step(by));
    let hint = &props.hint;
    html! {
        <section class="reader" id={PAPER_PANE} aria-label={text::PAPER} tabindex="-1">
            if wanted.is_some() {
                <div class="reader-bar">
                    <button type="button" class="back" onclick={act(dispatch, Action::Close)}>
                        { icon(Icon::Back) }
                        { text::BACK }
                    </button>
                    <span class="position">
                        if let Some(at) = position {
                            { text::position(at, *hits) }
                        }
                    </span>
                    <IconButton
                        icon={Icon::Previous}
                        name={text::PREVIOUS}
                        hint={hint.of(text::PREVIOUS, "previous")}
                        disabled={position == Some(0)}
                        onclick={step(-1)}
                    />
                    <IconButton
                        icon={Icon::Next}
                        name={text::NEXT}
                        hint={hint.of(text::NEXT, "next")}
                        disabled={position.is_some_and(|at| at + 1 >= *hits)}
                        onclick={step(1)}
                    />
                </div>
            }
            <div class="reader-marks">
                if let (Fetched::Paper(paper), Some(_)) = (paper, wanted) {
                    <MarkButtons flags={paper.flags} writes={props.writing.0} {hint} {dispatch} />
                }
            </div>
            <div class="reader-scroll" id={READER_SCROLL} ref={scroller}>
                {
                    match (paper, wanted) {
                        (Fetched::Paper(paper), Some(_)) => html! {
                            <Sheet
                                {paper}
                                facets={&props.facets}
                                lit={*lit}
                                {set_lit}
                                adding={props.adding.clone()}
                                writing={props.writing}
                                settings={Rc::clone(&props.settings)}
                                commander={props.commander.clone()}
                                {dispatch}
                            />
                        },
                        (Fetched::Missing, Some(id)) => html! {
                            <p class="reader-empty">{ text::missing(id) }</p>
                        },
                        (Fetched::Nothing, Some(_)) => Html::default(),
                        (_, None) => match &props.overview {
                            Some(view) => html! {
                                <Overview
                                    {view}
                                    {hint}
                                    settings={Rc::clone(&props.settings)}
                                    since={props.since.clone()}
                                    hides_all={props.hides_all}
                                    {dispatch}
                                />
                            },
                            None => html! { <p class="reader-empty">{ text::PICK }</p> },
                        },
                    }
                }
            </div>
        </section>
    }
}
