//! NDJSON: a JSON object a paper, with its tags. The reader of records knows such objects again and
//! takes their texts as they are; tags and what is the reader's own it passes by.
//!
//! Cannot hold: markup other than links, the days of earlier lists.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Beside, TagOf};
use crate::core::paper::Paper;
use crate::core::tags::{self, Tagger};
use crate::core::text::RichText;

/// A paper as others read it: field names and their order are part of the interface. Fields that
/// only some formats know are left out where they are empty.
#[derive(Serialize)]
pub(super) struct PaperJson<'p> {
    id: &'p str,
    version: Option<u16>,
    title: &'p str,
    #[serde(rename = "abstract")]
    summary: Option<&'p str>,
    authors: &'p [String],
    categories: Vec<&'p str>,
    day: Option<String>,
    announce: Option<&'static str>,
    announce_inferred: bool,
    links: Vec<LinkJson>,
    comment: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gist: Option<&'p str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    topics: &'p [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    code: &'p [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    journal: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doi: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    submitted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dated: Option<String>,
    source: &'p str,
    number: Option<u32>,
    tags: BTreeMap<&'static str, Vec<&'p str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own: Option<OwnJson<'p>>,
}

/// What is the reader's own.
#[derive(Serialize)]
struct OwnJson<'p> {
    note: Option<&'p str>,
    tags: BTreeMap<&'static str, Vec<&'p str>>,
    marks: Vec<&'static str>,
}

#[derive(Serialize)]
struct LinkJson {
    href: String,
    label: String,
}

/// Tags by facet.
fn by_facet<'p>(tags: impl Iterator<Item = TagOf<'p>>) -> BTreeMap<&'static str, Vec<&'p str>> {
    let mut by_facet: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (facet, id) in tags {
        by_facet.entry(facet.name()).or_default().push(id);
    }
    by_facet
}

/// The object of a paper; a tagger is made, if there is none yet, where its tags are not given.
pub(super) fn row<'p>(
    paper: &'p Paper,
    beside: &Beside<'p>,
    tagger: &mut Option<Tagger>,
) -> PaperJson<'p> {
    let plain = |text: &'p RichText| text.plain.as_str();
    let tags = if let Some(tags) = beside.tags {
        by_facet(tags.iter().copied())
    } else {
        let found = tagger.get_or_insert_with(Tagger::new).tag(paper);
        by_facet(
            found
                .into_iter()
                .map(|tag| (tags::facet(tag), tags::id(tag))),
        )
    };
    PaperJson {
        id: paper.id.as_str(),
        version: paper.version,
        title: &paper.title.plain,
        summary: paper.summary.as_ref().map(plain),
        authors: &paper.authors,
        categories: paper
            .categories
            .iter()
            .map(|category| category.0.as_str())
            .collect(),
        day: paper.days.last().map(ToString::to_string),
        announce: paper.announce.map(|announce| announce.kind.id()),
        announce_inferred: paper.announce.is_some_and(|announce| announce.inferred),
        links: paper
            .links()
            .into_iter()
            .map(|link| LinkJson {
                href: link.href,
                label: link.label,
            })
            .collect(),
        comment: paper.comment.as_ref().map(plain),
        gist: paper.gist.as_ref().map(plain),
        topics: &paper.topics,
        code: &paper.code,
        journal: paper.journal.as_deref(),
        doi: paper.doi.as_deref(),
        submitted: paper.submitted.as_ref().map(ToString::to_string),
        dated: paper.dated.as_ref().map(ToString::to_string),
        source: beside.source,
        number: paper.number,
        tags,
        own: beside.own.map(|own| OwnJson {
            note: own.noted(),
            tags: by_facet(own.tags.iter().copied()),
            marks: own.marks().collect(),
        }),
    }
}
