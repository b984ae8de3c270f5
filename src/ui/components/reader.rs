use std::rc::Rc;

use yew::prelude::*;

use crate::core::paper::Part;
use crate::core::text::Mark;
use crate::protocol::{FacetView, PaperView, RichView};
use crate::ui::platform;
use crate::ui::state::{Action, Fetched};
use crate::ui::text;

use super::icon::{Icon, icon};
use super::rich;
use super::tags::tags;
use super::{Dispatch, act};

/// The DOM id of the title in the reader.
const TITLE: &str = "paper-title";
/// Where the reader lies over the list; the style sheet has the same.
const NARROW: &str = "(max-width: 719px)";
/// How many authors are named before the rest is folded.
const AUTHORS: usize = 30;

/// The reader.
#[derive(Clone, PartialEq, Properties)]
pub struct ReaderProps {
    /// The id of the open paper.
    pub wanted: Option<String>,
    /// The paper, once it is here.
    pub paper: Fetched,
    /// How many hits there are.
    pub hits: u32,
    /// What the query says about each value.
    pub facets: Rc<[Rc<FacetView>]>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// One paper in full. On a phone it lies over the list.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let scroller = use_node_ref();
    {
        let scroller = scroller.clone();
        use_effect_with(props.wanted.clone(), move |wanted| {
            if let Some(element) = scroller.cast::<web_sys::Element>() {
                element.set_scroll_top(0);
            }
            if wanted.is_some() && platform::matches_media(NARROW) {
                let _ = platform::focus("reader");
            }
        });
    }
    let position = match &props.paper {
        Fetched::Paper(paper) => paper.position,
        Fetched::Nothing | Fetched::Missing => None,
    };
    html! {
        <section id="reader" class="reader" aria-label={text::PAPER} tabindex="-1">
            if props.wanted.is_some() {
                <div class="reader-bar">
                    <button type="button" class="back" onclick={act(&props.dispatch, Action::Close)}>{ icon(Icon::Back) }{ text::BACK }</button>
                    <span class="position">{ position.map(|at| text::position(at, props.hits)) }</span>
                    <button
                        type="button" class="icon-button" aria-label={text::PREVIOUS} title={text::PREVIOUS}
                        disabled={position == Some(0)} onclick={act(&props.dispatch, Action::Step(-1))}
                    >
                        { icon(Icon::Previous) }
                    </button>
                    <button
                        type="button" class="icon-button" aria-label={text::NEXT} title={text::NEXT}
                        disabled={position.is_some_and(|at| at + 1 >= props.hits)} onclick={act(&props.dispatch, Action::Step(1))}
                    >
                        { icon(Icon::Next) }
                    </button>
                </div>
            }
            <div class="reader-scroll" ref={scroller}>
                { match (&props.paper, &props.wanted) {
                    (Fetched::Paper(paper), Some(_)) => html! {
                        <Sheet paper={Rc::clone(paper)} facets={Rc::clone(&props.facets)} dispatch={&props.dispatch} />
                    },
                    (Fetched::Missing, Some(id)) => html! { <p class="reader-empty">{ text::missing(id) }</p> },
                    (_, Some(_)) => Html::default(),
                    (_, None) => html! { <p class="reader-empty">{ text::PICK }</p> },
                } }
            </div>
        </section>
    }
}

/// One paper.
#[derive(Clone, PartialEq, Properties)]
struct SheetProps {
    paper: Rc<PaperView>,
    facets: Rc<[Rc<FacetView>]>,
    dispatch: Dispatch,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let paper = &props.paper;
    let lit = use_state_eq(|| None::<usize>);
    {
        // Another paper has other tags.
        let lit = lit.setter();
        use_effect_with(paper.id.clone(), move |_| lit.set(None));
    }
    let onlit = {
        let lit = lit.setter();
        use_callback((), move |at, ()| lit.set(at))
    };
    let marks = |view: &RichView, part: Part| -> Vec<Mark> {
        let evidence = (*lit)
            .and_then(|at| paper.tags.get(at))
            .map_or(&[][..], |tag| &tag.evidence);
        let spans = evidence
            .iter()
            .filter(|one| one.part == part)
            .map(|one| one.span);
        rich::with_evidence(&view.marks, spans)
    };
    html! {
        <article class="sheet" aria-labelledby={TITLE}>
            <h2 id={TITLE} class="sheet-title">
                if paper.title.text.is_empty() {
                    { text::NO_TITLE }
                } else {
                    { rich::linked_line(&paper.title, &marks(&paper.title, Part::Title)) }
                }
            </h2>
            if !paper.authors.is_empty() {
                { authors(&paper.authors) }
            }
            <p class="links">
                { link(paper.abs_url.as_ref(), text::ABS) }
                { link(paper.pdf_url.as_ref(), text::PDF) }
                { for paper.code.iter().map(|code| link(Some(&code.href), &text::code(&code.href))) }
            </p>
            if let Some(summary) = &paper.summary {
                <div class="abstract">{ rich::paragraphs(summary, &marks(summary, Part::Abstract)) }</div>
            } else {
                <p class="hint">{ text::NO_ABSTRACT }</p>
            }
            if let Some(comment) = &paper.comment {
                <p class="comment"><span class="comment-label">{ text::COMMENT }</span>{ " " }{ rich::linked_line(comment, &marks(comment, Part::Comment)) }</p>
            }
            if !paper.tags.is_empty() {
                { tags(paper, &props.facets, *lit, &onlit, &props.dispatch) }
            }
            { record(paper) }
        </article>
    }
}

fn authors(authors: &[(String, Vec<Mark>)]) -> Html {
    let names = |authors: &[(String, Vec<Mark>)]| -> Html {
        authors
            .iter()
            .enumerate()
            .map(|(at, (name, marks))| html! { <>{ if at > 0 { ", " } else { "" } }{ rich::marked(name, marks) }</> })
            .collect()
    };
    match authors.split_at_checked(AUTHORS) {
        Some((first, rest)) if !rest.is_empty() => html! {
            <details class="authors">
                <summary>{ names(first) }{ " " }<span class="more-authors">{ text::more_authors(rest.len()) }</span></summary>
                { names(rest) }
            </details>
        },
        _ => html! { <p class="authors">{ names(authors) }</p> },
    }
}

fn link(href: Option<&String>, label: &str) -> Html {
    match href {
        Some(href) if rich::is_safe(href) => html! {
            <a class="button" href={href.clone()} target="_blank" rel="noopener noreferrer">{ label.to_owned() }</a>
        },
        _ => Html::default(),
    }
}

/// What the digest records about the paper.
fn record(paper: &PaperView) -> Html {
    let id = match paper.version {
        Some(version) => [&paper.id, "v", &version.to_string()].concat(),
        None => paper.id.clone(),
    };
    let days: Vec<String> = paper.days.iter().map(|day| day.long()).collect();
    let lines = [
        (text::FIELD_ID, id),
        (text::FIELD_CATEGORIES, paper.categories.join(", ")),
        (text::FIELD_DAYS, days.join(", ")),
        (
            text::FIELD_ANNOUNCE,
            paper.announce.map_or("", text::announce).to_owned(),
        ),
        (
            text::FIELD_NUMBER,
            paper.number.map_or_else(String::new, |n| n.to_string()),
        ),
        (text::FIELD_SOURCES, paper.sources.join(", ")),
    ];
    html! {
        <dl class="record">
            { for lines.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| html! {
                <div><dt>{ name }</dt><dd>{ value }</dd></div>
            }) }
        </dl>
    }
}
