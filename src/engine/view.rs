//! Papers as the page draws them.

use crate::core::library::{Library, Near, Record, Version, diff, history};
use crate::core::math::latex;
use crate::core::paper::{Paper, Part};
use crate::core::search::{Highlighter, code_links, snippet};
use crate::core::sorting;
use crate::core::tags::own::{Given, Name, Names, spoken};
use crate::core::tags::{self, Evidence};
use crate::core::text::{ChangeKind, Mark, RichText, Style};
use crate::protocol::{
    Change, EvidenceView, NearView, PaperView, RichView, Row, TagDetail, TagView, VersionView,
};

/// How much of an abstract a row shows, in characters: two lines on a wide screen.
const SNIPPET_CHARS: usize = 220;
/// How many authors a row names before it says "et al.".
const AUTHORS_SHOWN: usize = 3;

/// The longest title that a row has whole, in bytes, and what it has of a longer one, in characters. Two lines of it are seen, but a browser lays out all that it is given.
const TITLE_BYTES: usize = 2_000;
const TITLE_CHARS: usize = 600;
/// The longest text of a row, in bytes.
const ROW_BYTES: usize = 4_000;
/// The same of an author's name and of a category, and how many categories and tags a row has.
const NAME_CHARS: usize = 100;
const CATEGORIES_SHOWN: usize = 30;
const TAGS_SHOWN: usize = 50;

/// A hit as a row of the list.
pub(super) fn row(record: &Record, highlighter: &Highlighter, names: &Names) -> Row {
    let paper = &record.paper;
    let found = highlighter.matches(record);
    let stretch = paper.summary.as_ref();
    let stretch = stretch.map(|summary| row_stretch(summary, &found.summary, SNIPPET_CHARS));
    Row {
        id: paper.id.to_string(),
        title: row_title(&paper.title, found.title),
        snippet: stretch.unwrap_or_default(),
        authors: short_authors(&paper.authors),
        day: paper.days.last().copied(),
        announce: paper.announce,
        categories: row_categories(paper),
        tags: row_tags(record, names),
        has_code: !code_links(paper).is_empty(),
    }
}

/// A paper as the reader shows it; its tags and its position among the hits are for the caller to add.
pub(super) fn paper(record: &Record, highlighter: &Highlighter, library: &Library) -> PaperView {
    let paper = &record.paper;
    let found = highlighter.matches(record);
    let marks_of = |author: usize| {
        let marks = found
            .authors
            .iter()
            .filter(|(index, _)| *index as usize == author);
        marks.map(|(_, mark)| *mark).collect()
    };
    let arxiv = paper.id.arxiv();
    PaperView {
        id: paper.id.to_string(),
        abs_url: arxiv.map(|id| format!("https://arxiv.org/abs/{id}")),
        pdf_url: arxiv.map(|id| format!("https://arxiv.org/pdf/{id}")),
        version: paper.version,
        number: paper.number,
        title: rich(&paper.title, found.title),
        summary: paper.summary.as_ref().map(|text| rich(text, found.summary)),
        comment: paper.comment.as_ref().map(|text| rich(text, found.comment)),
        gist: paper.gist.as_ref().map(|text| rich(text, Vec::new())),
        topics: paper.topics.clone(),
        journal: paper.journal.clone(),
        doi: paper.doi.clone(),
        submitted: paper.submitted,
        authors: paper
            .authors
            .iter()
            .enumerate()
            .map(|(index, name)| (name.clone(), marks_of(index)))
            .collect(),
        categories: categories(paper),
        days: paper.days.clone(),
        announce: paper.announce,
        code: code_links(paper),
        tags: Vec::new(),
        removed: Vec::new(),
        sources: record
            .sources
            .iter()
            .filter_map(|source| library.sources().get(*source as usize).cloned())
            .collect(),
        versions: versions(record),
        near: near(record, library),
        position: None,
        score: None,
    }
}

/// The versions of a paper with what changed in each; none when there is only one.
fn versions(record: &Record) -> Vec<VersionView> {
    let versions = history(record);
    if versions.len() < 2 {
        return Vec::new();
    }
    let mut before: Option<&Paper> = None;
    let mut views = Vec::new();
    for Version {
        number,
        days,
        paper,
    } in versions
    {
        let changed = |text: fn(&Paper) -> &str| {
            before.map_or_else(Vec::new, |before| changes(text(before), text(paper)))
        };
        views.push(VersionView {
            number,
            days,
            title: changed(|paper| &paper.title.plain),
            summary: changed(|paper| paper.summary.as_ref().map_or("", |text| &text.plain)),
        });
        before = Some(paper);
    }
    views
}

/// The words that changed; empty when none did, or when one of the digests has no text at all.
fn changes(old: &str, new: &str) -> Vec<Change> {
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let changes = diff(old, new);
    if changes.iter().all(|change| change.kind == ChangeKind::Same) {
        return Vec::new();
    }
    changes
        .into_iter()
        .map(|change| Change {
            kind: change.kind,
            text: change.text.to_owned(),
        })
        .collect()
}

fn near(record: &Record, library: &Library) -> Vec<NearView> {
    let view = |near: &Near| {
        let other = &library.get(near.doc)?.paper;
        Some(NearView {
            id: other.id.to_string(),
            title: other.title.plain.clone(),
            percent: near.percent,
        })
    };
    record.near.iter().filter_map(view).collect()
}

fn rich(text: &RichText, marks: Vec<Mark>) -> RichView {
    let math = text
        .styles
        .iter()
        .enumerate()
        .filter_map(|(index, styled)| {
            let Style::Math { display } = styled.style else {
                return None;
            };
            let tree = latex::to_mathml(text.plain.get(styled.span.range())?, display)?;
            Some((u32::try_from(index).ok()?, tree))
        });
    RichView {
        math: math.collect(),
        text: text.clone(),
        marks,
    }
}

fn categories(paper: &Paper) -> Vec<String> {
    paper
        .categories
        .iter()
        .map(|category| category.0.clone())
        .collect()
}

/// A title as a row has it.
fn row_title(title: &RichText, marks: Vec<Mark>) -> RichView {
    if title.plain.len() <= TITLE_BYTES {
        return rich(title, marks);
    }
    row_stretch(title, &marks, TITLE_CHARS)
}

/// A stretch of a text as a row has it. A formula or a link that alone is longer than any row is cut like a word.
fn row_stretch(text: &RichText, marks: &[Mark], max_chars: usize) -> RichView {
    let (stretch, marks) = snippet(text, marks, max_chars);
    if stretch.plain.len() > ROW_BYTES {
        let end = stretch.plain.floor_char_boundary(max_chars);
        let start = stretch.plain.get(..end).unwrap_or_default();
        return rich(&RichText::from_plain(start), Vec::new());
    }
    rich(&stretch, marks)
}

fn row_categories(paper: &Paper) -> Vec<String> {
    let shown = paper.categories.iter().take(CATEGORIES_SHOWN);
    shown.map(|category| brief(&category.0)).collect()
}

/// The beginning of a name that is longer than names are.
fn brief(name: &str) -> String {
    match name.char_indices().nth(NAME_CHARS) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name.to_owned(),
    }
}

fn short_authors(authors: &[String]) -> String {
    let shown = authors
        .iter()
        .take(AUTHORS_SHOWN)
        .map(|name| brief(name))
        .collect::<Vec<_>>()
        .join(", ");
    if authors.len() > AUTHORS_SHOWN {
        format!("{shown} et al.")
    } else {
        shown
    }
}

/// The tags of a row, those of the first facets first.
fn row_tags(record: &Record, names: &Names) -> Vec<TagView> {
    let mut tags = record.tags().to_vec();
    sorting::sort_by_key(&mut tags, |tag| (names.facet(*tag), *tag));
    let tags = tags.into_iter().take(TAGS_SHOWN);
    tags.map(|tag| tag_view(&names.name(tag), names)).collect()
}

/// A tag as the page shows it; one that is not known yet is called by its id.
pub(super) fn tag_view(name: &Name, names: &Names) -> TagView {
    let label = match names.number(name) {
        Some(tag) => names.label(tag).to_owned(),
        None => spoken(&name.id),
    };
    TagView {
        facet: name.facet,
        id: name.id.clone(),
        label,
    }
}

/// Puts the tags into a paper as the reader shows it.
pub(super) fn put_tags(
    view: &mut PaperView,
    record: &Record,
    given: Vec<Given>,
    removed: &[Name],
    names: &Names,
) {
    let given = given.into_iter();
    view.tags = given
        .map(|given| detail(&record.paper, given, names))
        .collect();
    view.removed = removed.iter().map(|name| tag_view(name, names)).collect();
}

fn detail(paper: &Paper, given: Given, names: &Names) -> TagDetail {
    let text_of = |part| match part {
        Part::Title => Some(&paper.title),
        Part::Abstract => paper.summary.as_ref(),
        Part::Comment => paper.comment.as_ref(),
    };
    let evidence = given.evidence.into_iter().map(
        |Evidence {
             part,
             span,
             rule,
             weight,
         }| {
            let words = text_of(part).and_then(|text| text.plain.get(span.range()));
            EvidenceView {
                part,
                span,
                words: words.unwrap_or_default().to_owned(),
                rule,
                weight,
            }
        },
    );
    TagDetail {
        tag: tag_view(&given.name, names),
        description: names
            .number(&given.name)
            .map_or("", tags::description)
            .to_owned(),
        by: given.by,
        evidence: evidence.collect(),
    }
}
