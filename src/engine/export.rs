//! Papers of the library in a format that others read.

use std::io;
use std::vec::IntoIter;

use super::making::{Making, Sink};
use super::{Engine, Store, count};
use crate::core::day::Day;
use crate::core::export::{Beside, Exporter, Form, Own, TagOf, file_name};
use crate::core::library::{DocId, Record};
use crate::core::marks::{Flags, Kind};
use crate::core::paper::{Paper, PaperId};
use crate::core::sorting;
use crate::core::tags::TagId;
use crate::core::tags::own::Name;
use crate::protocol::{Chosen, ExportWish, ExportWith, MadeFile, Scope, WrittenView};

/// How many papers are written in one slice of work.
const PAPERS_A_SLICE: usize = 64;
/// And how many bytes of them are enough for one.
const TEXT_A_SLICE: usize = 96 << 10;
/// How long a text may become that is made at once, in bytes: what is longer is for a file.
const LONGEST_TEXT: usize = 4 << 20;

/// The hits are those of another search by now.
const OTHER_HITS: &str = "the list has just changed; try again";

/// Papers that are being written.
#[derive(Debug)]
pub(super) struct Export {
    form: Form,
    with: ExportWith,
    name: String,
    docs: IntoIter<DocId>,
    total: u32,
    written: u32,
    sink: Sink,
    /// Gone when the file is whole.
    exporter: Option<Exporter<Sink>>,
}

/// Begins to write papers. The error is for a person.
pub(super) fn begin(engine: &mut Engine, wish: &ExportWish) -> Result<Export, String> {
    let form = Form::ALL.into_iter().find(|form| form.id() == wish.form);
    let form = form.ok_or_else(|| format!("there is no format “{}”", wish.form))?;
    let docs = engine.some_docs_of(&wish.of, "write")?;
    let name = name(&engine.store, &wish.of, &docs);
    let sink = Sink::default();
    Ok(Export {
        form,
        with: wish.with,
        name: [&name, ".", form.extension()].concat(),
        total: count(docs.len()),
        docs: docs.into_iter(),
        written: 0,
        exporter: Some(Exporter::new(form, sink.clone())),
        sink,
    })
}

impl Export {
    /// Writes the next paper and says how large it is; `None` when all are written.
    fn next(&mut self, store: &Store) -> io::Result<Option<usize>> {
        let Some(doc) = self.docs.next() else {
            return Ok(None);
        };
        // It may have been taken out since.
        let Some((exporter, record)) = self.exporter.as_mut().zip(store.library.get(doc)) else {
            return Ok(Some(0));
        };
        self.written += 1;
        write(exporter, store, record, self.with)?;
        Ok(Some(record.paper.size()))
    }

    /// The first papers as text, at most so many and so long.
    pub(super) fn text(mut self, store: &Store, most: u32) -> io::Result<WrittenView> {
        while self.written < most && self.sink.len() < LONGEST_TEXT {
            if self.next(store)?.is_none() {
                break;
            }
        }
        if let Some(exporter) = self.exporter.take() {
            exporter.finish()?;
        }
        let bytes = self.sink.take();
        let text = self
            .form
            .is_text()
            .then(|| String::from_utf8_lossy(&bytes).into_owned());
        Ok(WrittenView {
            text,
            papers: self.written,
            of: self.total,
            name: self.name,
        })
    }
}

impl Making for Export {
    fn step(&mut self, store: &Store) -> io::Result<Option<MadeFile>> {
        let mut text = 0;
        for _ in 0..PAPERS_A_SLICE {
            let Some(size) = self.next(store)? else {
                if let Some(exporter) = self.exporter.take() {
                    exporter.finish()?;
                }
                return Ok(Some(MadeFile {
                    name: self.name.clone(),
                    mime: self.form.mime().to_owned(),
                    papers: self.written,
                }));
            };
            text += size;
            if text >= TEXT_A_SLICE {
                break;
            }
        }
        Ok(None)
    }

    fn progress(&self) -> (u32, u32) {
        (self.total - count(self.docs.len()), self.total)
    }

    fn sink(&self) -> &Sink {
        &self.sink
    }
}

/// Writes one paper with what is wanted of it.
fn write(
    exporter: &mut Exporter<Sink>,
    store: &Store,
    record: &Record,
    with: ExportWith,
) -> io::Result<()> {
    let source = record.sources.first();
    let source = source.and_then(|source| store.library.sources().get(*source as usize));
    let names = &store.index.names;
    let tags = if with.own { record.tags() } else { &[] };
    let (by_table, by_reader): (Vec<_>, Vec<_>) = tags
        .iter()
        .partition(|tag| record.tags.binary_search(tag).is_ok());
    let tags_of = |tags: Vec<TagId>| {
        tags.into_iter()
            .map(|tag| names.name(tag))
            .collect::<Vec<_>>()
    };
    let (by_table, by_reader) = (tags_of(by_table), tags_of(by_reader));
    let by_table: Vec<TagOf<'_>> = by_table.iter().map(tag_of).collect();
    let by_reader: Vec<TagOf<'_>> = by_reader.iter().map(tag_of).collect();
    let marks = store.journal.marks();
    let own = || Own {
        note: marks.note(&record.paper.id),
        tags: &by_reader,
        flags: marks.of(&record.paper.id),
    };
    let beside = Beside {
        source: source.map_or("", String::as_str),
        tags: with.own.then_some(&by_table[..]),
        own: with.own.then(own),
    };
    if with.abstracts {
        return exporter.paper(&record.paper, beside);
    }
    let paper = Paper {
        summary: None,
        ..record.paper.clone()
    };
    exporter.paper(&paper, beside)
}

/// A tag as formats have it.
fn tag_of(name: &Name) -> TagOf<'_> {
    (name.facet, &name.id)
}

/// What a file of papers is called, without its extension: every file system can have it.
fn name(store: &Store, of: &Scope, docs: &[DocId]) -> String {
    match (of, docs) {
        (_, [doc]) => {
            let record = store.library.get(*doc);
            file_name(
                record.map_or("", |record| record.paper.id.as_str()),
                "paper",
            )
        }
        (Scope::Starred, _) => "starred".to_owned(),
        (Scope::Kept(day), _) => format!("kept-{day}"),
        (Scope::Papers(_), _) => format!("{}-papers", docs.len()),
    }
}

/// Why nothing is done with no papers.
pub(super) fn no_papers(to: &str) -> String {
    format!("there are no papers to {to}")
}

impl Engine {
    /// The papers that are meant, of which something is to be done with some; none is an error, for
    /// a person as all are.
    pub(super) fn some_docs_of(&mut self, scope: &Scope, to: &str) -> Result<Vec<DocId>, String> {
        let docs = self.docs_of(scope)?;
        if docs.is_empty() {
            return Err(no_papers(to));
        }
        Ok(docs)
    }

    /// The papers that are meant, as far as the library has them. The error is for a person.
    pub(super) fn docs_of(&mut self, scope: &Scope) -> Result<Vec<DocId>, String> {
        match scope {
            Scope::Papers(Chosen::Ids(ids)) => {
                let docs = ids.iter().filter_map(|id| self.find(id));
                Ok(docs
                    .filter(|doc| self.store.library.get(*doc).is_some())
                    .collect())
            }
            Scope::Papers(Chosen::Hits { seq, from, to }) => {
                self.finish_search();
                let current = self.current.as_mut().filter(|current| current.seq == *seq);
                let current = current.ok_or(OTHER_HITS)?;
                let len = to.saturating_sub(*from) as usize;
                Ok(current.found.window(*from as usize, len))
            }
            Scope::Starred => {
                let mut docs = self.store.marked_as(|flags| flags.has(Kind::Starred));
                let library = &self.store.library;
                let date = |doc: DocId| library.get(doc)?.paper.date();
                sorting::sort_by_key(&mut docs, |doc| (std::cmp::Reverse(date(*doc)), *doc));
                Ok(docs)
            }
            Scope::Kept(day) => {
                let kept = |flags: Flags| flags.has(Kind::Starred) || flags.has(Kind::Later);
                let mut docs = self.store.marked_as(kept);
                docs.retain(|doc| self.store.is_of(*doc, *day));
                sorting::sort(&mut docs);
                Ok(docs)
            }
        }
    }
}

impl Store {
    /// The papers of the library that bear such marks, in no order.
    fn marked_as(&self, wanted: impl Fn(Flags) -> bool) -> Vec<DocId> {
        let marks = self.journal.marks();
        let wanted = |id: &&PaperId| wanted(marks.of(id));
        let docs = marks.papers().filter(wanted);
        let docs = docs.filter_map(|id| self.library.find(id));
        docs.filter(|doc| self.library.get(*doc).is_some())
            .collect()
    }

    /// Whether a paper was announced on a day.
    fn is_of(&self, doc: DocId, day: Day) -> bool {
        let record = self.library.get(doc);
        record.is_some_and(|record| record.paper.days.contains(&day))
    }
}
