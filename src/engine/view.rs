//! Papers as the page draws them.

use super::count;
use crate::core::library::{History, Library, Near, Record, Version, diff, history};
use crate::core::math::latex;
use crate::core::paper::{Paper, Part};
use crate::core::search::{Highlighter, code_links, has_code_link, snippet};
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

/// A hit as a row of the list.
pub(super) fn row(record: &Record, highlighter: &Highlighter, names: &Names) -> Row {
    let paper = &record.paper;
    let found = highlighter.matches(record);
    let stretch = paper.summary.as_ref().map(|summary| {
        let (text, marks) = snippet(summary, &found.summary, SNIPPET_CHARS);
        rich(&text, marks)
    });
    Row {
        id: paper.id.to_string(),
        title: rich(&paper.title, found.title),
        snippet: stretch.unwrap_or_default(),
        authors: short_authors(&paper.authors),
        day: paper.days.last().copied(),
        announce: paper.announce,
        categories: categories(paper),
        tags: row_tags(record, names),
        has_code: has_code_link(paper),
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
    let (versions, other_copies) = versions(record);
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
        versions,
        other_copies,
        near: near(record, library),
        position: None,
        score: None,
    }
}

/// How many bytes of text are compared to show what changed in the versions of a paper: those of some forty pairs of abstracts, which takes some fifty milliseconds at worst. A text that is
/// longer is not compared, and that is said.
const MOST_COMPARED: usize = 128 << 10;

/// The versions of a paper with what changed in each, and how many copies were not looked at; none when there is only one.
fn versions(record: &Record) -> (Vec<VersionView>, u32) {
    let History { versions, left } = history(record);
    if versions.len() < 2 {
        return (Vec::new(), count(left));
    }
    let mut before: Option<&Paper> = None;
    let mut views = Vec::new();
    let mut compared = 0;
    for Version {
        number,
        days,
        paper,
    } in versions
    {
        let mut is_too_long = false;
        // Nothing changed where one of the digests has no text at all.
        let mut changed = |text: fn(&Paper) -> &str| {
            let Some(before) = before else {
                return Vec::new();
            };
            let (old, new) = (text(before), text(paper));
            if old == new || old.is_empty() || new.is_empty() {
                return Vec::new();
            }
            if compared + old.len() + new.len() > MOST_COMPARED {
                is_too_long = true;
                return Vec::new();
            }
            compared += old.len() + new.len();
            changes(old, new)
        };
        views.push(VersionView {
            number,
            days,
            title: changed(|paper| &paper.title.plain),
            summary: changed(|paper| paper.summary.as_ref().map_or("", |text| &text.plain)),
            is_too_long,
        });
        before = Some(paper);
    }
    (views, count(left))
}

/// The words that changed; empty when none did.
fn changes(old: &str, new: &str) -> Vec<Change> {
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

fn short_authors(authors: &[String]) -> String {
    let shown = authors
        .iter()
        .take(AUTHORS_SHOWN)
        .map(String::as_str)
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
    let tags = tags.into_iter();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;

    /// The last of two versions with these abstracts.
    fn second(old: &str, new: &str) -> VersionView {
        let mut library = Library::default();
        let source = library.add_source("a.md");
        for (version, text) in [(1, old), (2, new)] {
            let id = PaperId::Local("x".into());
            let mut paper = Paper::new(id, RichText::from_plain("A title"), 1);
            paper.version = Some(version);
            paper.summary = Some(RichText::from_plain(text));
            library.take_in(paper, source);
        }
        let (mut views, others) = versions(&library.records()[0]);
        assert_eq!((views.len(), others), (2, 0));
        views.remove(1)
    }

    #[test]
    fn what_changed_is_shown_unless_the_texts_are_too_long() {
        let short = second("We count sheep.", "We count all sheep.");
        assert!(short.summary.len() > 1 && !short.is_too_long);
        let long = "sheep ".repeat(MOST_COMPARED / 6);
        let whole = second(&long, &format!("{long} more"));
        assert!(whole.summary.is_empty() && whole.is_too_long);
        // Nothing is said where nothing changed.
        let same = second(&long, &long);
        assert!(same.summary.is_empty() && !same.is_too_long);
    }
}
