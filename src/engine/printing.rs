//! Papers on their way to be printed, a few at a time.

use std::vec::IntoIter;

use super::view::{beginning, categories, line, rich, row_tags, short};
use super::{Engine, Store, count};
use crate::core::library::{DocId, Record};
use crate::core::math::latex::Budget;
use crate::core::paper::Paper;
use crate::core::query::Query;
use crate::core::search::{Highlighter, TextField, code_links, snippet};
use crate::core::text::RichText;
use crate::protocol::{
    Detail, MOST_PRINTED, PrintPaper, PrintWish, PrintedView, Response, RichView,
};

/// How many papers are made ready in one slice of work, and come in one answer.
const PAPERS_A_SLICE: usize = 20;
/// How long the abstracts of all may be together, in bytes: those of 2,000 papers are half of it.
const MOST_TEXT: usize = 8 << 20;
/// How much of an abstract is two lines, in characters.
const LINES_CHARS: usize = 220;
/// How many authors are named before the others are counted.
const MOST_AUTHORS: usize = 40;
/// How many categories and links are named.
const MOST_NAMED: usize = 10;

/// The papers that are on their way.
#[derive(Debug)]
pub(super) struct Printing {
    seq: u32,
    detail: Detail,
    own: bool,
    docs: IntoIter<DocId>,
    done: u32,
    /// How many there are, those that are too many among them.
    all: u32,
    /// How long the abstracts were so far, in bytes.
    text: usize,
}

impl Engine {
    /// Begins to make papers ready; those under way are given up. Answers at once where there are
    /// none.
    pub(super) fn begin_printing(&mut self, seq: u32, wish: Option<PrintWish>) -> Option<Response> {
        self.printing = None;
        let PrintWish { of, detail, own } = wish?;
        match self.some_docs_of(&of, "print") {
            Ok(mut docs) => {
                let all = count(docs.len());
                docs.truncate(MOST_PRINTED as usize);
                self.printing = Some(Printing {
                    seq,
                    detail,
                    own,
                    docs: docs.into_iter(),
                    done: 0,
                    all,
                    text: 0,
                });
                None
            }
            Err(why) => Some(Response::Printed {
                seq,
                outcome: Err(why),
            }),
        }
    }

    /// Makes the next papers ready.
    pub(super) fn print_on(&mut self) -> Option<Response> {
        let mut printing = self.printing.take()?;
        let view = printing.step(&self.store);
        let seq = printing.seq;
        if view.done < view.of {
            self.printing = Some(printing);
        }
        Some(Response::Printed {
            seq,
            outcome: Ok(view),
        })
    }
}

impl Printing {
    fn step(&mut self, store: &Store) -> PrintedView {
        let mut papers = Vec::new();
        let mut math = Budget::USUAL;
        let nothing = Highlighter::new(&Query::default());
        for doc in self.docs.by_ref().take(PAPERS_A_SLICE) {
            // It may have been taken out since.
            let Some(record) = store.library.get(doc) else {
                continue;
            };
            let title = line(&record.paper.title, TextField::Title, &nothing, &mut math);
            let paper = printed(record, store, title, (self.detail, self.own), &mut math);
            let summary = paper.summary.as_ref();
            self.text += summary.map_or(0, |summary| summary.text.plain.len());
            papers.push(paper);
            if self.text >= MOST_TEXT {
                break;
            }
        }
        if self.text >= MOST_TEXT {
            self.docs = Vec::new().into_iter();
        }
        self.done += count(papers.len());
        PrintedView {
            papers,
            done: self.done,
            of: self.done + count(self.docs.len()),
            all: self.all,
        }
    }
}

fn printed(
    record: &Record,
    store: &Store,
    title: RichView,
    (detail, own): (Detail, bool),
    math: &mut Budget,
) -> PrintPaper {
    let paper = &record.paper;
    let tags = row_tags(record, &store.index.names);
    let marks = store.journal.marks();
    let summary = paper.summary.as_ref();
    PrintPaper {
        id: paper.id.to_string(),
        title,
        authors: authors(paper),
        day: paper.date(),
        categories: categories(paper, MOST_NAMED),
        tags: tags.into_iter().map(|tag| tag.label).collect(),
        summary: summary.and_then(|summary| summary_of(summary, detail, math)),
        links: links(paper),
        flags: marks.of(&paper.id),
        note: if own {
            marks.note(&paper.id).to_owned()
        } else {
            String::new()
        },
    }
}

fn summary_of(summary: &RichText, detail: Detail, math: &mut Budget) -> Option<RichView> {
    let summary = beginning(summary);
    match detail {
        Detail::Nothing => None,
        Detail::Lines => {
            let (text, _) = snippet(&summary, &[], LINES_CHARS);
            Some(rich(text, Vec::new(), math))
        }
        Detail::Whole => Some(rich(summary.into_owned(), Vec::new(), math)),
    }
}

fn authors(paper: &Paper) -> String {
    let first = paper.authors.iter().take(MOST_AUTHORS);
    let names = first.map(|name| short(name)).collect::<Vec<_>>().join(", ");
    let others = paper.authors.len().saturating_sub(MOST_AUTHORS);
    if others > 0 {
        return format!("{names} and {others} more");
    }
    names
}

/// Where a paper leads: its page, its DOI, its code.
fn links(paper: &Paper) -> Vec<String> {
    let page = paper.id.arxiv();
    let page = page.map(|id| format!("https://arxiv.org/abs/{id}"));
    let doi = paper.doi.as_deref().map(short);
    let doi = doi.map(|doi| format!("https://doi.org/{doi}"));
    let code = code_links(paper).into_iter().map(|link| link.href);
    page.into_iter()
        .chain(doi)
        .chain(code)
        .take(MOST_NAMED)
        .collect()
}
