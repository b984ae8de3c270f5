//! Papers as the page draws them.
//!
//! The page draws whatever it is sent in one go, so all that is sent is bounded here, whatever a
//! digest says: what is longer than anybody writes it is shown in part, with an ellipsis or a count
//! of what was left out.

use std::borrow::Cow;
use std::collections::HashSet;

use super::count;
use super::parts::parts;
use crate::core::facet::Facet;
use crate::core::library::{History, Library, Near, Record, Version, diff, history};
use crate::core::math::latex::Budget;
use crate::core::paper::{Paper, Part};
use crate::core::search::{Highlighter, TextField, code_links, has_code_link, snippet};
use crate::core::sorting;
use crate::core::tags::own::{Given, Name, Names, spoken};
use crate::core::tags::{self, Evidence};
use crate::core::text::{ChangeKind, Link, Mark, RichText, Span, Style};
use crate::protocol::{
    Change, EvidenceView, Flags, NearView, OpenMarks, OpenPaper, PaperView, RichView, Row,
    TagDetail, TagView, VersionView,
};

/// How much of an abstract a row shows, in characters: two lines on a wide screen.
const SNIPPET_CHARS: usize = 220;
/// How many authors a row names before it says "et al.".
const AUTHORS_SHOWN: usize = 3;

/// How much of a text is looked through for what a row or a line shows of it, in bytes. No abstract
/// is longer; of fifty that are, a list would read all.
const LOOKED_AT: usize = 32 << 10;
/// How much is shown of a title, a comment or the digest's own summary, in characters.
const LINE_CHARS: usize = 2_000;
/// How much is shown of a name, in bytes.
const NAME_BYTES: usize = 300;
/// How many authors the reader names: the longest list that was ever published has some five
/// thousand.
const MOST_AUTHORS: usize = 6_000;
/// How many topics, categories, files, versions and other papers the reader names, and how many a
/// row.
const MOST_NAMED: usize = 100;
const MOST_IN_ROW: usize = 10;
/// How many tags a row has.
const TAGS_SHOWN: usize = 50;
/// How many days the reader names: those of ten years.
const MOST_DAYS: usize = 4_000;
/// How many marks and how many styles a text has: no page has so many, and each is a node of it.
const MOST_MARKS: usize = 2_000;
const MOST_STYLES: usize = 2_000;
/// How much evidence of one tag is shown.
const MOST_EVIDENCE: usize = tags::EVIDENCE;
/// How many stretches of what changed between two versions are shown.
const MOST_CHANGES: usize = 500;

/// A hit as a row of the list; the reader's marks are for the caller to add.
pub(super) fn row(
    record: &Record,
    highlighter: &Highlighter,
    names: &Names,
    math: &mut Budget,
) -> Row {
    let paper = &record.paper;
    let stretch = paper.summary.as_ref().map(|summary| {
        let summary = beginning(summary);
        let marks = highlighter.of_query(&summary.plain, TextField::Abstract);
        let (text, marks) = snippet(&summary, &marks, SNIPPET_CHARS);
        let marks = highlighter.with_lists(marks, &text.plain, TextField::Abstract);
        rich(text, marks, math)
    });
    Row {
        id: paper.id.to_string(),
        title: line(&paper.title, TextField::Title, highlighter, math),
        snippet: stretch.unwrap_or_default(),
        authors: short_authors(&paper.authors),
        day: paper.date(),
        announce: paper.announce,
        categories: categories(paper, MOST_IN_ROW),
        tags: row_tags(record, names),
        has_code: has_code_link(paper),
        flags: Flags::default(),
    }
}

/// Which part of the abstract is shown, and whether title and comment are shown whole.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    title: bool,
    summary: Span,
    comment: bool,
}

/// A paper as the reader shows it, with a part of its abstract, and what is shown of it; its tags,
/// its position among the hits, marks and note are for the caller to add.
pub(super) fn paper(
    record: &Record,
    highlighter: &Highlighter,
    library: &Library,
    part: u32,
) -> (PaperView, Shown) {
    let paper = &record.paper;
    let mut math = Budget::USUAL;
    let arxiv = paper.id.arxiv();
    let (versions, other_copies) = versions(record);
    let (part, last, stretch) = part_of(paper, part);
    let summary = paper.summary.as_ref().map(|text| {
        let text = text.part(stretch);
        let marks = highlighter.marks(&text.plain, TextField::Abstract);
        rich(text, marks, &mut math)
    });
    let is_whole = |text: &RichText| text.plain.len() <= LINE_CHARS;
    let shown = Shown {
        title: is_whole(&paper.title),
        summary: stretch,
        comment: paper.comment.as_ref().is_some_and(is_whole),
    };
    let mut line = |text, field| line(text, field, highlighter, &mut math);
    let gist = paper.gist.as_ref().map(|gist| RichView {
        marks: Vec::new(),
        ..line(gist, TextField::Comment)
    });
    let view = PaperView {
        id: paper.id.to_string(),
        abs_url: arxiv.map(|id| format!("https://arxiv.org/abs/{id}")),
        pdf_url: arxiv.map(|id| format!("https://arxiv.org/pdf/{id}")),
        version: paper.version,
        number: paper.number,
        title: line(&paper.title, TextField::Title),
        summary,
        part: (part, last + 1),
        comment: paper
            .comment
            .as_ref()
            .map(|text| line(text, TextField::Comment)),
        gist,
        topics: some(paper.topics.iter().map(String::as_str)),
        journal: paper.journal.as_deref().map(short),
        doi: paper.doi.as_deref().map(short),
        registered: registered(paper),
        submitted: paper.submitted,
        authors: authors(paper, highlighter),
        categories: categories(paper, MOST_NAMED),
        days: paper.days[paper.days.len().saturating_sub(MOST_DAYS)..].to_vec(),
        inferred: paper.inferred().filter(|_| paper.days.is_empty()),
        announce: paper.announce,
        code: code_links(paper).into_iter().take(MOST_IN_ROW).collect(),
        tags: Vec::new(),
        removed: Vec::new(),
        sources: some(record.sources.iter().filter_map(|source| {
            let source = library.sources().get(*source as usize)?;
            Some(source.as_str())
        })),
        versions,
        other_copies,
        near: near(record, library),
        position: None,
        score: None,
        flags: Flags::default(),
        note: String::new(),
    };
    (view, shown)
}

/// Its pages at registers other than arXiv, each once.
fn registered(paper: &Paper) -> Vec<Link> {
    let mut known = HashSet::new();
    let links = paper
        .registered()
        .filter(|id| known.insert(id.clone()))
        .map(|id| Link {
            href: id.address(),
            label: id.label(),
        });
    links.take(MOST_IN_ROW).collect()
}

/// Which part of a paper's abstract is shown, if that one is asked for, which is the last, and
/// where it is.
fn part_of(paper: &Paper, part: u32) -> (u32, u32, Span) {
    let parts = paper.summary.as_ref().map(parts).unwrap_or_default();
    let last = count(parts.len()).saturating_sub(1);
    let part = part.min(last);
    let stretch = parts.get(part as usize).copied().unwrap_or_default();
    (part, last, stretch)
}

/// Where a query stands in a paper that is shown, as [`paper`] marks it.
pub(super) fn open_marks(record: &Record, highlighter: &Highlighter, part: u32) -> OpenMarks {
    let paper = &record.paper;
    let mut math = Budget::USUAL;
    let (part, _, stretch) = part_of(paper, part);
    let summary = paper.summary.as_ref().map(|text| {
        let text = text.plain.get(stretch.range()).unwrap_or_default();
        let mut marks = highlighter.marks(text, TextField::Abstract);
        marks.truncate(MOST_MARKS);
        marks
    });
    let authors = authors(paper, highlighter).into_iter();
    let mut line = |text, field| line(text, field, highlighter, &mut math);
    OpenMarks {
        paper: OpenPaper {
            id: paper.id.to_string(),
            part,
        },
        title: line(&paper.title, TextField::Title),
        summary: summary.unwrap_or_default(),
        comment: paper
            .comment
            .as_ref()
            .map(|text| line(text, TextField::Comment)),
        authors: authors.map(|(_, marks)| marks).collect(),
    }
}

/// As much of a text as is looked through for a line of it.
pub(super) fn beginning(text: &RichText) -> Cow<'_, RichText> {
    if text.plain.len() <= LOOKED_AT {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.part(Span::new(0, text.plain.floor_char_boundary(LOOKED_AT))))
}

/// A text that is shown whole, unless it is longer than any of its kind: then the stretch with the
/// most matches.
pub(super) fn line(
    text: &RichText,
    field: TextField,
    highlighter: &Highlighter,
    math: &mut Budget,
) -> RichView {
    let text = beginning(text);
    let marks = highlighter.marks(&text.plain, field);
    if text.plain.len() <= LINE_CHARS {
        return rich(text.into_owned(), marks, math);
    }
    let (text, marks) = snippet(&text, &marks, LINE_CHARS);
    rich(text, marks, math)
}

/// A name, cut where it is longer than any.
pub(super) fn short(name: &str) -> String {
    if name.len() <= NAME_BYTES {
        return name.to_owned();
    }
    let start = &name[..name.floor_char_boundary(NAME_BYTES)];
    [start, "…"].concat()
}

/// A title in a sentence.
pub(super) fn brief(title: &str) -> String {
    short(title)
}

/// Some names, and how many there are beside them.
fn some<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut names = names;
    let mut some: Vec<String> = names.by_ref().take(MOST_NAMED).map(short).collect();
    some.extend(others(names.count()));
    some
}

/// What stands for so many names that are left out.
fn others(count: usize) -> Option<String> {
    (count > 0).then(|| format!("and {count} more"))
}

fn authors(paper: &Paper, highlighter: &Highlighter) -> Vec<(String, Vec<Mark>)> {
    let shown = paper.authors.iter().take(MOST_AUTHORS);
    let author = |name: &String| {
        let name = short(name);
        let marks = highlighter.marks(&name, TextField::Author);
        (name, marks)
    };
    let mut authors: Vec<_> = shown.map(author).collect();
    let others = others(paper.authors.len() - authors.len());
    authors.extend(others.map(|others| (others, Vec::new())));
    authors
}

/// How many bytes of text are compared to show what changed in the versions of a paper: those of
/// some forty pairs of abstracts, which takes some fifty milliseconds at worst. A text that is
/// longer is not compared, and that is said.
const MOST_COMPARED: usize = 128 << 10;

/// The versions of a paper with what changed in each, and how many copies were not looked at; none
/// when there is only one.
fn versions(record: &Record) -> (Vec<VersionView>, u32) {
    let History { mut versions, left } = history(record);
    if versions.len() < 2 {
        return (Vec::new(), count(left));
    }
    versions.drain(..versions.len().saturating_sub(MOST_NAMED));
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
    let mut changes = diff(old, new);
    if changes.iter().all(|change| change.kind == ChangeKind::Same) {
        return Vec::new();
    }
    let is_cut = changes.len() > MOST_CHANGES;
    changes.truncate(MOST_CHANGES);
    let view = |kind, text: &str| Change {
        kind,
        text: text.to_owned(),
    };
    let mut views: Vec<Change> = changes
        .iter()
        .map(|change| view(change.kind, change.text))
        .collect();
    views.extend(is_cut.then(|| view(ChangeKind::Same, "…")));
    views
}

fn near(record: &Record, library: &Library) -> Vec<NearView> {
    let view = |near: &Near| {
        let other = &library.get(near.doc)?.paper;
        Some(NearView {
            id: other.id.to_string(),
            title: short(&other.title.plain),
            percent: near.percent,
        })
    };
    record
        .near
        .iter()
        .take(MOST_NAMED)
        .filter_map(view)
        .collect()
}

pub(super) fn rich(mut text: RichText, mut marks: Vec<Mark>, budget: &mut Budget) -> RichView {
    text.styles.truncate(MOST_STYLES);
    marks.truncate(MOST_MARKS);
    let mut math = Vec::new();
    for (index, styled) in (0..).zip(&text.styles) {
        if let Style::Math { display } = styled.style
            && let Some(source) = text.plain.get(styled.span.range())
            && let Some(tree) = budget.to_mathml(source, display)
        {
            math.push((index, tree));
        }
    }
    RichView { text, marks, math }
}

pub(super) fn categories(paper: &Paper, most: usize) -> Vec<String> {
    let shown = paper.categories.iter().take(most);
    let mut all: Vec<String> = shown.map(|category| short(&category.0)).collect();
    all.extend(others(paper.categories.len() - all.len()));
    all
}

fn short_authors(authors: &[String]) -> String {
    let shown: Vec<String> = authors
        .iter()
        .take(AUTHORS_SHOWN)
        .map(|name| short(name))
        .collect();
    let shown = shown.join(", ");
    if authors.len() > AUTHORS_SHOWN {
        format!("{shown} et al.")
    } else {
        shown
    }
}

/// The tags of a row, those of the first facets first.
pub(super) fn row_tags(record: &Record, names: &Names) -> Vec<TagView> {
    let mut tags = record.tags().to_vec();
    sorting::sort_by_key(&mut tags, |tag| (names.facet(*tag), *tag));
    let tags = tags.into_iter().take(TAGS_SHOWN);
    tags.map(|tag| tag_view(&names.name(tag), names)).collect()
}

/// A tag as the page shows it; one that is not known yet is called by its id.
pub(super) fn tag_view(name: &Name, names: &Names) -> TagView {
    let label = match names.number(name) {
        Some(tag) => names.label(tag).to_owned(),
        None if name.facet == Facet::Own => name.id.clone(),
        None => spoken(&name.id),
    };
    TagView {
        facet: name.facet,
        id: name.id.clone(),
        label,
    }
}

/// Puts the tags into a paper as the reader shows it, with their evidence placed in what is shown.
pub(super) fn put_tags(
    view: &mut PaperView,
    record: &Record,
    given: Vec<Given>,
    removed: &[Name],
    names: &Names,
    shown: Shown,
) {
    let given = given.into_iter();
    view.tags = given
        .map(|given| detail(&record.paper, given, names, shown))
        .collect();
    view.removed = removed.iter().map(|name| tag_view(name, names)).collect();
}

fn detail(paper: &Paper, given: Given, names: &Names, shown: Shown) -> TagDetail {
    let text_of = |part| match part {
        Part::Title => Some(&paper.title),
        Part::Abstract => paper.summary.as_ref(),
        Part::Comment => paper.comment.as_ref(),
    };
    // Of what is not shown nothing lights up.
    let place = |part, span: Span| match part {
        Part::Title if shown.title => span,
        Part::Abstract => span.within(shown.summary),
        Part::Comment if shown.comment => span,
        Part::Title | Part::Comment => Span::default(),
    };
    let evidence = given.evidence.into_iter().take(MOST_EVIDENCE).map(
        |Evidence {
             part,
             span,
             rule,
             weight,
         }| {
            let words = text_of(part).and_then(|text| text.plain.get(span.range()));
            EvidenceView {
                part,
                span: place(part, span),
                words: short(words.unwrap_or_default()),
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
