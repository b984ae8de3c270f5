//! What the paper pane shows of a paper.

use std::rc::Rc;

use yew::prelude::*;

use crate::core::day::Day;
use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::core::text::Mark;
use crate::protocol::{Edit, FacetView, PaperView, RichView, SettingKind, SettingsView};
use crate::ui::fast::ByAddress;
use crate::ui::hooks::Commander;
use crate::ui::platform;
use crate::ui::state::{Action, Adding, Command, Panel, SavedAct, TakeAct, Which};
use crate::ui::text;

use super::icon::{Icon, icon};
use super::note_box::NoteBox;
use super::score::score;
use super::tag_box::TagBox;
use super::tags::Tags;
use super::{Dispatch, act, aria_bool, history, rich};

/// The DOM id of the title.
const TITLE: &str = "paper-title";
/// The DOM id of the abstract.
pub const ABSTRACT: &str = "abstract";
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
    /// What the reader has set up, for whom they follow.
    pub settings: Rc<SettingsView>,
    /// Obeys commands.
    pub commander: Commander,
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
                { authors(&paper.authors, &props.settings, dispatch) }
            }
            { links(paper, &props.commander, dispatch) }
            if let Some(gist) = &paper.gist {
                <p class="gist">
                    <span class="comment-label">{ text::GIST }</span>
                    { " " }
                    { rich::linked_line(gist, &gist.marks) }
                </p>
            }
            if let Some(summary) = &paper.summary {
                <div class="abstract" id={ABSTRACT}>
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
            { record(paper, dispatch) }
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

fn authors(authors: &[(String, Vec<Mark>)], settings: &SettingsView, dispatch: &Dispatch) -> Html {
    let names = |authors| names(authors, settings, dispatch);
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

/// Names with commas between them, each of which leads to its papers, with the ways to follow the
/// author and to mute the papers.
fn names(authors: &[(String, Vec<Mark>)], settings: &SettingsView, dispatch: &Dispatch) -> Html {
    let name = |(name, marks): &(String, Vec<Mark>)| {
        let edit = Edit::Author(name.clone());
        let papers = filter(
            rich::marked(name, marks),
            text::papers_by(name),
            edit,
            dispatch,
        );
        html! {
            <span class="author">
                { papers }
                { follow(name, settings.find(SettingKind::Author, name).is_some(), dispatch) }
            </span>
        }
    };
    listed(authors.iter().map(name))
}

/// The buttons that follow an author and mute the author's papers.
fn follow(name: &str, is_followed: bool, dispatch: &Dispatch) -> Html {
    // What stands for names that are left out is nobody.
    if !name.chars().any(char::is_alphabetic) {
        return Html::default();
    }
    let (follow, mute) = (text::follow(name), text::mute(name));
    let saved = |what| act(dispatch, Action::Saved(what));
    let query = format!(
        "author:\"{}\"",
        name.replace('\\', "\\\\").replace('"', "\\\"")
    );
    html! {
        <span class={classes!("beside", is_followed.then_some("stays"))}>
            <button
                type="button"
                class="beside-author follow"
                title={follow.clone()}
                aria-label={follow}
                aria-pressed={aria_bool(is_followed)}
                onclick={saved(SavedAct::Follow(name.to_owned()))}
            />
            <button
                type="button"
                class="beside-author"
                title={mute.clone()}
                aria-label={mute}
                onclick={saved(SavedAct::Mute(query))}
            >
                { icon(Icon::Mute) }
            </button>
        </span>
    }
}

/// One after the other, with commas between them.
fn listed(all: impl Iterator<Item = Html>) -> Html {
    html! {
        for (at, one) in all.enumerate() {
            if at > 0 {
                { ", " }
            }
            { one }
        }
    }
}

/// Something by which the list can be filtered, or is no more where it was. Where the paper covers
/// the list, it makes room for it.
fn filter(shown: Html, title: String, edit: Edit, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = move |_| {
        dispatch.dispatch(Action::Edit(edit.clone()));
        if platform::is_narrow() {
            dispatch.dispatch(Action::Close);
        }
    };
    html! {
        <button type="button" class="filters" {title} {onclick}>{ shown }</button>
    }
}

/// Values of a facet, each of which filters the list.
fn values(facet: Facet, values: &[String], dispatch: &Dispatch) -> Html {
    let value = |value: &String| {
        let edit = Edit::Include(facet, value.clone());
        filter(
            html! { value },
            text::papers_of(facet, value),
            edit,
            dispatch,
        )
    };
    listed(values.iter().map(value))
}

/// Where the paper leads, and the ways to take it along; addresses whose schemes are not known are
/// left out.
fn links(paper: &PaperView, commander: &Commander, dispatch: &Dispatch) -> Html {
    let copy = {
        let commander = commander.clone();
        move |_: MouseEvent| {
            commander.obey(&Command::Copy { chosen: false }, false);
        }
    };
    let export = TakeAct::Open(Panel::Export, Some(Which::Paper));
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
    let registered = paper
        .registered
        .iter()
        .map(|link| (link.href.clone(), link.label.clone()));
    let all = named
        .chain(registered)
        .chain(code)
        .filter(|(href, _)| rich::is_safe(href));
    html! {
        <p class="links">
            for (href, name) in all {
                <a class="button" {href} target="_blank" rel="noopener noreferrer">{ name }</a>
            }
            <button type="button" onclick={copy}>{ text::COPY_CITATION }</button>
            <button type="button" onclick={act(dispatch, Action::Take(export))}>
                { text::EXPORT_PAPERS }
            </button>
        </p>
    }
}

/// What the digest records about the paper.
fn record(paper: &PaperView, dispatch: &Dispatch) -> Html {
    let id = match paper.version {
        Some(version) => format!("{}v{version}", paper.id),
        None => paper.id.clone(),
    };
    let day = |day: &Day| {
        let (name, edit) = (day.long(), Edit::Days(Some((*day, *day))));
        let title = text::papers_of(Facet::Day, &name);
        filter(html! { name }, title, edit, dispatch)
    };
    // The days of a month that is all that is known of the day.
    let inferred = paper.inferred.map(|date| {
        let (name, edit) = (date.long(), Edit::Days(Some((date.first(), date.last()))));
        let title = text::papers_of(Facet::Day, &name);
        filter(html! { name }, title, edit, dispatch)
    });
    let plain = |value: Option<String>| value.map(|value| html! { value });
    let of = |facet, all: &[String]| (!all.is_empty()).then(|| values(facet, all, dispatch));
    let days = (!paper.days.is_empty()).then(|| listed(paper.days.iter().map(day)));
    let announce = paper.announce.map(|how| text::announce(how).to_owned());
    let lines = [
        (text::FIELD_ID, plain(Some(id))),
        (
            text::FIELD_CATEGORIES,
            of(Facet::Category, &paper.categories),
        ),
        (text::FIELD_TOPICS, of(Facet::Topic, &paper.topics)),
        (text::FIELD_JOURNAL, plain(paper.journal.clone())),
        (text::FIELD_SUBMITTED, plain(paper.submitted.map(Day::long))),
        (text::FIELD_DAYS, days),
        (text::FIELD_INFERRED, inferred),
        (text::FIELD_ANNOUNCE, plain(announce)),
        (
            text::FIELD_NUMBER,
            plain(paper.number.map(|number| number.to_string())),
        ),
        (text::FIELD_SOURCES, of(Facet::Source, &paper.sources)),
    ];
    html! {
        <dl class="record">
            for (name, value) in lines.into_iter().filter_map(|(name, value)| Some((name, value?))) {
                <div>
                    <dt>{ name }</dt>
                    <dd>{ value }</dd>
                </div>
            }
        </dl>
    }
}
