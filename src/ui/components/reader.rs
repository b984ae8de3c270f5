use std::rc::Rc;

use yew::prelude::*;

use crate::core::day::Day;
use crate::core::paper::Part;
use crate::core::text::Mark;
use crate::protocol::{FacetView, PaperView, RichView};
use crate::ui::hooks::use_on;
use crate::ui::platform;
use crate::ui::state::{Action, Adding, Fetched};
use crate::ui::text;

use super::el::{El, button, el, label, press};
use super::header::glyph_button;
use super::history;
use super::icon::{Icon, icon};
use super::rich;
use super::score::score;
use super::tag_box::tag_box;
use super::tags::{Held, tags};
use super::{Dispatch, act};

/// The DOM id of the title in the reader.
const TITLE: &str = "paper-title";
/// Where the reader lies over the list; the style sheet has the same.
const NARROW: &str = "(max-width: 719px)";
/// How many authors are named before the rest is folded.
const AUTHORS: usize = 30;

/// The reader.
#[derive(Clone, Properties)]
pub struct ReaderProps {
    /// The id of the open paper.
    pub wanted: Option<String>,
    /// The paper, once it is here.
    pub paper: Fetched,
    /// How many hits there are.
    pub hits: u32,
    /// What the query says about each value.
    pub facets: Rc<[Rc<FacetView>]>,
    /// The tag that is being put on it.
    pub adding: Adding,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

impl PartialEq for ReaderProps {
    /// Papers and facets are told by where they lie: comparing them costs as much as drawing them.
    fn eq(&self, other: &Self) -> bool {
        let same_paper = match (&self.paper, &other.paper) {
            (Fetched::Paper(a), Fetched::Paper(b)) => Rc::ptr_eq(a, b),
            (Fetched::Nothing, Fetched::Nothing) | (Fetched::Missing, Fetched::Missing) => true,
            _ => false,
        };
        same_paper
            && Rc::ptr_eq(&self.facets, &other.facets)
            && self.hits == other.hits
            && self.wanted == other.wanted
            && self.adding == other.adding
    }
}

/// The DOM id of the reader.
pub const READER: &str = "reader";

/// One paper in full. On a phone it lies over the list.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    let scroller = use_node_ref();
    let lit = use_state_eq(|| None::<usize>);
    let held = use_mut_ref(Held::default);
    {
        let (scroller, lit) = (scroller.clone(), lit.setter());
        let part = match &props.paper {
            Fetched::Paper(paper) => paper.part.0,
            Fetched::Nothing | Fetched::Missing => 0,
        };
        use_on((props.wanted.clone(), part), move |(wanted, _)| {
            // Another paper has other tags, and another part of it other places.
            lit.set(None);
            if let Some(element) = scroller.cast::<web_sys::Element>() {
                element.set_scroll_top(0);
            }
            if wanted.is_some() && platform::matches_media(NARROW) {
                let _ = platform::focus(READER);
            }
        });
    }
    let onlit = {
        let lit = lit.setter();
        Callback::from(move |at| lit.set(at))
    };
    let position = match &props.paper {
        Fetched::Paper(paper) => paper.position,
        Fetched::Nothing | Fetched::Missing => None,
    };
    let bar = props.wanted.is_some().then(|| {
        let back = press("back", act(&props.dispatch, Action::Close))
            .add(icon(Icon::Back))
            .text(text::BACK);
        let place = el("span", "position");
        let place = match position {
            Some(at) => place.text(text::position(at, props.hits)),
            None => place,
        };
        let step = |by| act(&props.dispatch, Action::Step(by));
        let is_last = position.is_some_and(|at| at + 1 >= props.hits);
        el("div", "reader-bar")
            .put(back)
            .put(place)
            .put(
                glyph_button(Icon::Previous, text::PREVIOUS, step(-1))
                    .flag("disabled", position == Some(0)),
            )
            .put(glyph_button(Icon::Next, text::NEXT, step(1)).flag("disabled", is_last))
    });
    let content = match (&props.paper, &props.wanted) {
        (Fetched::Paper(paper), Some(_)) => {
            let tags = tags(paper, &props.facets, *lit, &onlit, &held, &props.dispatch)
                .put(tag_box(&props.adding, &props.dispatch));
            sheet(paper, *lit, tags, &props.dispatch).done()
        }
        (Fetched::Missing, Some(id)) => el("p", "reader-empty").text(text::missing(id)).done(),
        (_, Some(_)) => Html::default(),
        (_, None) => label("p", "reader-empty", text::PICK).done(),
    };
    el("section", "reader")
        .with("id", READER)
        .with("aria-label", text::PAPER)
        .with("tabindex", "-1")
        .maybe(bar)
        .put(el("div", "reader-scroll").at(scroller).add(content))
        .done()
}

/// One paper, with what earned the tag that is lit, and its tags.
fn sheet(paper: &PaperView, lit: Option<usize>, tags: El, dispatch: &Dispatch) -> El {
    let marks = |view: &RichView, part: Part| -> Vec<Mark> {
        let evidence = lit
            .and_then(|at| paper.tags.get(at))
            .map_or(&[][..], |tag| &tag.evidence);
        rich::with_evidence(&view.marks, part, evidence)
    };
    let title = if paper.title.text.is_empty() {
        label("h2", "sheet-title", text::NO_TITLE)
    } else {
        let line = rich::linked_line(&paper.title, &marks(&paper.title, Part::Title));
        el("h2", "sheet-title").add(line)
    };
    let mut links = el("p", "links")
        .maybe(link(paper.abs_url.as_ref(), text::ABS.into()))
        .maybe(link(paper.pdf_url.as_ref(), text::PDF.into()));
    let doi = paper
        .doi
        .as_ref()
        .map(|doi| ["https://doi.org/", doi].concat());
    links = links.maybe(link(doi.as_ref(), text::DOI.into()));
    for code in &paper.code {
        links = links.maybe(link(Some(&code.href), text::code(&code.href).into()));
    }
    let summary = match &paper.summary {
        Some(summary) => {
            el("div", "abstract").add(rich::paragraphs(summary, &marks(summary, Part::Abstract)))
        }
        None => label("p", "hint", text::NO_ABSTRACT),
    };
    let comment = paper.comment.as_ref().map(|comment| {
        let line = rich::linked_line(comment, &marks(comment, Part::Comment));
        let name = label("span", "comment-label", text::COMMENT);
        el("p", "comment").put(name).text(" ").add(line)
    });
    let gist = paper.gist.as_ref().map(|gist| {
        let name = label("span", "comment-label", text::GIST);
        el("p", "gist")
            .put(name)
            .text(" ")
            .add(rich::linked_line(gist, &gist.marks))
    });
    el("article", "sheet")
        .with("aria-labelledby", TITLE)
        .put(title.with("id", TITLE))
        .maybe((!paper.authors.is_empty()).then(|| authors(&paper.authors)))
        .put(links)
        .maybe(gist)
        .put(summary)
        .maybe(part(paper, dispatch))
        .maybe(comment)
        .maybe(paper.score.as_ref().map(score))
        .maybe(history::near(paper, dispatch))
        .maybe(history::versions(paper))
        .put(tags)
        .put(record(paper))
}

/// Says which part of a very long abstract this is, and leads to the others.
fn part(paper: &PaperView, dispatch: &Dispatch) -> Option<El> {
    let (part, parts) = paper.part;
    let to = |name, part, is_none| {
        button("link", name, act(dispatch, Action::Part(part))).flag("disabled", is_none)
    };
    (parts > 1).then(|| {
        el("p", "hint")
            .text(text::stretch(part, parts))
            .put(to(text::PART_BEFORE, part.saturating_sub(1), part == 0))
            .text(" ")
            .put(to(text::PART_BEHIND, part + 1, part + 1 == parts))
    })
}

fn authors(authors: &[(String, Vec<Mark>)]) -> El {
    match authors.split_at_checked(AUTHORS) {
        Some((first, rest)) if !rest.is_empty() => {
            let more = el("span", "more-authors").text(text::more_authors(rest.len()));
            let summary = names(el("summary", ""), first).text(" ").put(more);
            names(el("details", "authors").put(summary), rest)
        }
        _ => names(el("p", "authors"), authors),
    }
}

/// Adds names, with commas between them.
fn names(mut place: El, authors: &[(String, Vec<Mark>)]) -> El {
    for (at, (name, marks)) in authors.iter().enumerate() {
        if at > 0 {
            place = place.text(", ");
        }
        place = place.add(rich::marked(name, marks));
    }
    place
}

fn link(href: Option<&String>, label: AttrValue) -> Option<El> {
    let href = href.filter(|href| rich::is_safe(href))?;
    Some(rich::outward("button", href).text(label))
}

/// What the digest records about the paper.
fn record(paper: &PaperView) -> El {
    let id = match paper.version {
        Some(version) => [&paper.id, "v", &version.to_string()].concat(),
        None => paper.id.clone(),
    };
    let days: Vec<String> = paper.days.iter().map(|day| day.long()).collect();
    let lines = [
        (text::FIELD_ID, id),
        (text::FIELD_CATEGORIES, paper.categories.join(", ")),
        (text::FIELD_TOPICS, paper.topics.join(", ")),
        (
            text::FIELD_JOURNAL,
            paper.journal.clone().unwrap_or_default(),
        ),
        (
            text::FIELD_SUBMITTED,
            paper.submitted.map_or_else(String::new, Day::long),
        ),
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
    let mut record = el("dl", "record");
    for (name, value) in lines {
        if !value.is_empty() {
            let line = el("div", "")
                .put(label("dt", "", name))
                .put(el("dd", "").text(value));
            record = record.put(line);
        }
    }
    record
}
