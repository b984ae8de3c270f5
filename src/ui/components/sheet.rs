//! What the paper pane shows of a paper.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::day::Day;
use crate::core::paper::Part;
use crate::core::text::Mark;
use crate::protocol::{FacetView, PaperView, RichView};
use crate::ui::fast::ByAddress;
use crate::ui::state::{Action, Adding};
use crate::ui::text;

use super::note_box::NoteBox;
use super::score::score;
use super::tag_box::TagBox;
use super::tags::Tags;
use super::{Dispatch, act, history, rich};

/// The DOM id of the title.
const TITLE: &str = "paper-title";
/// How many authors are named before the rest is folded.
const AUTHORS: usize = 30;

/// Properties of a [`Sheet`].
#[derive(Clone, PartialEq, Properties)]
pub struct SheetProps {
    /// The paper.
    pub paper: ByAddress<PaperView>,
    /// What the query says about each value.
    pub facets: ByAddress<[Rc<FacetView>]>,
    /// The number of the tag whose evidence is shown.
    pub lit: Option<usize>,
    /// Shows the evidence of another tag, or of none.
    pub set_lit: Callback<Option<usize>>,
    /// The tag that is being put on the paper.
    pub adding: Adding,
    /// Whether its note is being written, and how often that was wished for.
    pub writing: (bool, u32),
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// What there is to say of one paper: its texts with what earned the tag that is lit, where it
/// leads, its tags, and what the digest records about it.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let SheetProps {
        paper,
        lit,
        dispatch,
        ..
    } = props;
    let evidence = lit
        .and_then(|at| paper.tags.get(at))
        .map_or(&[][..], |tag| &tag.evidence);
    let marks = |view: &RichView, part| rich::with_evidence(&view.marks, part, evidence);
    html! {
        <article class="sheet" aria-labelledby={TITLE}>
            <h2 class="sheet-title" id={TITLE}>
                if paper.title.text.is_empty() {
                    { text::NO_TITLE }
                } else {
                    { rich::linked_line(&paper.title, &marks(&paper.title, Part::Title)) }
                }
            </h2>
            <div>
                <NoteBox
                    key={&*paper.id}
                    id={paper.id.clone()}
                    note={paper.note.clone()}
                    writes={props.writing.0}
                    wishes={props.writing.1}
                    {dispatch}
                />
            </div>
            if !paper.authors.is_empty() {
                { authors(&paper.authors) }
            }
            { links(paper) }
            if let Some(gist) = &paper.gist {
                <p class="gist">
                    <span class="comment-label">{ text::GIST }</span>
                    { " " }
                    { rich::linked_line(gist, &gist.marks) }
                </p>
            }
            if let Some(summary) = &paper.summary {
                <div class="abstract">
                    { rich::paragraphs(summary, &marks(summary, Part::Abstract)) }
                </div>
            } else {
                <p class="hint">{ text::NO_ABSTRACT }</p>
            }
            if paper.part.1 > 1 {
                { parts(paper.part, dispatch) }
            }
            if let Some(comment) = &paper.comment {
                <p class="comment">
                    <span class="comment-label">{ text::COMMENT }</span>
                    { " " }
                    { rich::linked_line(comment, &marks(comment, Part::Comment)) }
                </p>
            }
            if let Some(sum) = &paper.score {
                { score(sum) }
            }
            { history::near(paper, dispatch) }
            { history::versions(paper) }
            <div class="tags-place">
                <Tags
                    {paper}
                    facets={&props.facets}
                    {lit}
                    set_lit={&props.set_lit}
                    {dispatch}
                />
                <TagBox adding={props.adding.clone()} {dispatch} />
            </div>
            { record(paper) }
        </article>
    }
}

/// Says which part of a very long abstract this is, and leads to the others.
fn parts((part, parts): (u32, u32), dispatch: &Dispatch) -> Html {
    let go = |part| act(dispatch, Action::Part(part));
    html! {
        <p class="hint">
            { text::stretch(part, parts) }
            <button
                type="button"
                class="link"
                disabled={part == 0}
                onclick={go(part.saturating_sub(1))}
            >
                { text::PART_BEFORE }
            </button>
            { " " }
            <button
                type="button"
                class="link"
                disabled={part + 1 == parts}
                onclick={go(part + 1)}
            >
                { text::PART_BEHIND }
            </button>
        </p>
    }
}

fn authors(authors: &[(String, Vec<Mark>)]) -> Html {
    match authors.split_at_checked(AUTHORS) {
        Some((first, rest)) if !rest.is_empty() => html! {
            <details class="authors">
                <summary>
                    { names(first) }
                    { " " }
                    <span class="more-authors">{ text::more_authors(rest.len()) }</span>
                </summary>
                { names(rest) }
            </details>
        },
        _ => html! { <p class="authors">{ names(authors) }</p> },
    }
}

/// Names with commas between them.
fn names(authors: &[(String, Vec<Mark>)]) -> Html {
    html! {
        for (at, (name, marks)) in authors.iter().enumerate() {
            if at > 0 {
                { ", " }
            }
            { rich::marked(name, marks) }
        }
    }
}

/// Where the paper leads; addresses whose schemes are not known are left out.
fn links(paper: &PaperView) -> Html {
    let doi = paper
        .doi
        .as_ref()
        .map(|doi| format!("https://doi.org/{doi}"));
    let named = [
        (paper.abs_url.clone(), text::ABS),
        (paper.pdf_url.clone(), text::PDF),
        (doi, text::DOI),
    ];
    let named = named
        .into_iter()
        .filter_map(|(href, name)| Some((href?, name.to_owned())));
    let code = paper
        .code
        .iter()
        .map(|code| (code.href.clone(), text::code(&code.href)));
    let all = named.chain(code).filter(|(href, _)| rich::is_safe(href));
    html! {
        <p class="links">
            for (href, name) in all {
                <a class="button" {href} target="_blank" rel="noopener noreferrer">{ name }</a>
            }
        </p>
    }
}

/// What the digest records about the paper.
fn record(paper: &PaperView) -> Html {
    let id = match paper.version {
        Some(version) => format!("{}v{version}", paper.id),
        None => paper.id.clone(),
    };
    let days: Vec<String> = paper.days.iter().map(|day| day.long()).collect();
    let submitted = paper.submitted.map(Day::long);
    let number = paper.number.map(|number| number.to_string());
    let lines = [
        (text::FIELD_ID, id),
        (text::FIELD_CATEGORIES, paper.categories.join(", ")),
        (text::FIELD_TOPICS, paper.topics.join(", ")),
        (
            text::FIELD_JOURNAL,
            paper.journal.clone().unwrap_or_default(),
        ),
        (text::FIELD_SUBMITTED, submitted.unwrap_or_default()),
        (text::FIELD_DAYS, days.join(", ")),
        (
            text::FIELD_ANNOUNCE,
            paper.announce.map_or("", text::announce).to_owned(),
        ),
        (text::FIELD_NUMBER, number.unwrap_or_default()),
        (text::FIELD_SOURCES, paper.sources.join(", ")),
    ];
    html! {
        <dl class="record">
            for (name, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
                <div>
                    <dt>{ name }</dt>
                    <dd>{ value }</dd>
                </div>
            }
        </dl>
    }
}
