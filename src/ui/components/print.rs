//! The panel of printing, and the pages that are printed, which nobody sees on the screen.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::protocol::{Detail, MOST_PRINTED, PrintPaper, PrintWish};
use crate::ui::hooks::Makers;
use crate::ui::platform;
use crate::ui::state::{Action, Printing, TakeAct, TakeChoice, Which};
use crate::ui::text;

use super::take_fields::{check, radio, which};
use super::{Dispatch, rich};

/// How much of an abstract may be printed.
const DETAILS: [Detail; 3] = [Detail::Nothing, Detail::Lines, Detail::Whole];

/// Properties of [`Print`].
#[derive(Clone, PartialEq, Properties)]
pub struct PrintProps {
    /// The papers that can be printed, with what they are called.
    pub all: Rc<[(Which, String)]>,
    /// Those that are meant.
    pub taken: Which,
    /// How.
    pub choice: TakeChoice,
    /// What is to be printed.
    pub wish: Option<PrintWish>,
    /// The papers, as far as they have come.
    pub printing: Option<Printing>,
    /// The ways to take papers along.
    pub makers: Makers,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What is printed and how. The papers come from the worker; when all are there, the browser asks
/// for the printer.
#[component]
pub fn Print(props: &PrintProps) -> Html {
    let PrintProps {
        all,
        taken,
        choice,
        wish,
        printing,
        makers,
        dispatch,
    } = props;
    let is_ready = printing.as_ref().is_some_and(Printing::is_ready);
    // Another choice makes other pages. What is asked of the worker may be put otherwise with each
    // search, and the choice is the same.
    {
        let print = makers.print.clone();
        let began = printing.is_some();
        let chosen = (*taken, choice.detail, choice.with.own);
        let first = use_mut_ref(|| chosen);
        use_effect_with(chosen, move |chosen| {
            if first.replace(*chosen) != *chosen && began {
                print.emit(None);
            }
        });
    }
    // When the last of them is drawn.
    use_effect_with(is_ready, |is_ready| {
        let print = is_ready.then(|| Timeout::new(0, platform::print));
        move || drop(print)
    });
    let onclick = {
        let (makers, wish) = (makers.clone(), wish.clone());
        Callback::from(move |_: MouseEvent| {
            if is_ready {
                platform::print();
            } else {
                makers.print.emit(wish.clone());
            }
        })
    };
    html! {
        <div class="take">
            { which(all, *taken, dispatch) }
            <fieldset class="take-which">
                <legend>{ text::ABSTRACTS_PRINTED }</legend>
                for detail in DETAILS {
                    { radio(
                        "take-detail",
                        text::detail(detail),
                        detail == choice.detail,
                        TakeAct::Detail(detail),
                        dispatch,
                    ) }
                }
            </fieldset>
            <div class="take-with">
                { check(
                    text::WITH_NOTES,
                    choice.with.own,
                    false,
                    |is| Action::Take(TakeAct::Own(is)),
                    dispatch,
                ) }
            </div>
            <p class="take-count" role="status">{ said(printing.as_ref()) }</p>
            <div class="take-acts">
                <button type="button" class="primary" {onclick}>
                    { if is_ready { text::PRINT_AGAIN } else { text::PRINT } }
                </button>
            </div>
        </div>
    }
}

/// How far the pages are.
fn said(printing: Option<&Printing>) -> String {
    match printing {
        None => text::most_printed(MOST_PRINTED),
        Some(Printing {
            problem: Some(why), ..
        }) => text::no_preview(why),
        Some(printing) if !printing.is_ready() => text::PRINT_WAITS.to_owned(),
        Some(Printing {
            counts: Some((_, of, all)),
            ..
        }) => text::to_be_printed(*of, *all),
        Some(_) => String::new(),
    }
}

/// Properties of [`Pages`].
#[derive(Clone, PartialEq, Properties)]
pub struct PagesProps {
    /// The papers.
    pub printing: Printing,
}

/// The papers as they are printed. They come some at a time, and those that are there are not drawn
/// again.
#[component]
pub fn Pages(PagesProps { printing }: &PagesProps) -> Html {
    let counts = printing.counts.filter(|_| !printing.title.is_empty());
    html! {
        <section class="pages" aria-label={text::PRINT}>
            if let Some((_, of, all)) = counts {
                <h1>{ text::short(&printing.title) }</h1>
                <p class="pages-of">{ text::printed_of(of, all) }</p>
            }
            for (at, papers) in printing.parts.iter().enumerate() {
                <Part key={at} papers={Rc::clone(papers)} />
            }
        </section>
    }
}

/// Properties of a [`Part`].
#[derive(Clone, Properties)]
struct PartProps {
    papers: Rc<[PrintPaper]>,
}

/// What has come once is not compared paper by paper.
impl PartialEq for PartProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.papers, &other.papers)
    }
}

/// Some of the papers.
#[component]
fn Part(props: &PartProps) -> Html {
    html! {
        <>
            for paper in props.papers.iter() {
                { page(paper) }
            }
        </>
    }
}

fn page(paper: &PrintPaper) -> Html {
    html! {
        <article class="page">
            <h2>
                if paper.title.text.is_empty() {
                    { text::NO_TITLE }
                } else {
                    { rich::line(&paper.title) }
                }
            </h2>
            if !paper.authors.is_empty() {
                <p>{ &paper.authors }</p>
            }
            <p class="page-facts">{ text::printed_facts(paper) }</p>
            if !paper.links.is_empty() {
                <p class="page-links">{ text::printed_links(paper) }</p>
            }
            if let Some(summary) = &paper.summary {
                <div class="page-abstract">{ rich::paragraphs(summary, &[]) }</div>
            }
            if !paper.note.is_empty() {
                <p class="page-note">
                    <strong>{ text::PRINTED_NOTE }</strong>
                    { &paper.note }
                </p>
            }
        </article>
    }
}
