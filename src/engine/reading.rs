//! One file on its way into the library: read, tagged and indexed in turns, so that of a large file
//! no more than a few hundred papers are held beside its text and the library, and what was read is
//! there when its job is cancelled. The papers of a very large one are indexed when its text is
//! given back.

use std::vec::IntoIter;

use super::arrivals::Origin;
use super::files::Print;
use super::{PAPERS_A_SLICE, Store, TEXT_A_SLICE, count};
use crate::core::diagnostic::{Diagnostic, Severity};
use crate::core::digest::{Content, Digest, Format, Reader, Step};
use crate::core::library::Added;
use crate::core::paper::Paper;
use crate::core::search::MOST_INDEXED;
use crate::core::sorting;
use crate::core::text::RichText;
use crate::protocol::{FileProblem, FileReport};

/// The share of a large file's progress that goes to reading it; the rest goes to indexing it.
const READING_PART: f32 = 0.7;

/// How many papers of a very large text are indexed as they come, so that there is something to see
/// while the rest is read.
const FIRST: u32 = 256;

/// How many times as many papers as were read are expected at most of the rest of a text. A text
/// may begin with its papers and go on with something else, so none is asked for the room that its
/// first slice foretells; and when room is made once more, no more than an eighth of what there
/// will be is moved.
const FORESEEN: usize = 8;

/// A file being read.
#[derive(Debug)]
pub(super) struct Reading {
    /// `None` once all is read and the text is given back.
    reader: Option<Reader>,
    print: Print,
    report: FileReport,
    /// Which file of a job it is; `None` in tests of reading alone.
    origin: Option<Origin>,
    /// The name that it had as a source before, if it had one.
    named: Option<String>,
    /// Its number in the library; the first paper brings it.
    source: Option<u32>,
    /// What was read and is not in the library yet.
    papers: IntoIter<Paper>,
    /// How much of the text is read, 0 to 1.
    part: f32,
    /// Whether its papers, but for the first, are indexed when all are read.
    is_late: bool,
    /// What is to be said of its papers beside what its text tells.
    remarks: Vec<FileProblem>,
}

impl Reading {
    /// Begins a file.
    pub(super) fn new(name: String, content: Content, print: Print, store: &Store) -> Self {
        let reader = Reader::new(&name, content);
        Self {
            is_late: reader.len() > store.late_from,
            reader: Some(reader),
            print,
            report: FileReport {
                name,
                ..FileReport::default()
            },
            origin: None,
            named: None,
            source: None,
            papers: Vec::new().into_iter(),
            part: 0.0,
            remarks: Vec::new(),
        }
    }

    /// The same with what the library is to know of where it comes from, and with the name that it
    /// had as a source before.
    pub(super) fn that_is(mut self, origin: Origin, named: Option<String>) -> Self {
        self.origin = Some(origin);
        self.named = named;
        self
    }

    /// The file's name.
    pub(super) fn name(&self) -> &str {
        &self.report.name
    }

    /// How much is done, 0 to 1.
    pub(super) fn part(&self, store: &Store) -> f32 {
        if !self.is_late {
            return self.part;
        }
        let indexed = ratio(store.searchable(), store.library.len());
        let rest = if self.reader.is_none() { indexed } else { 0.0 };
        READING_PART * self.part + (1.0 - READING_PART) * rest
    }

    /// Does one slice: reads on, or brings papers into the library, and describes them there if
    /// that is to be done at once. Says how many were new to it; `None` when there was nothing left
    /// to do.
    pub(super) fn step(&mut self, store: &mut Store, describes: bool) -> Option<u32> {
        if self.papers.len() > 0 {
            return Some(self.add(store, describes));
        }
        let Some(reader) = self.reader.as_mut() else {
            store.index.merges_late = true;
            return store.refresh_some().then_some(0);
        };
        if let Step::More { done, total } = reader.step() {
            self.part = ratio(done, total);
            self.papers = reader.take_papers().into_iter();
        } else if let Some(reader) = self.reader.take() {
            self.part = 1.0;
            self.tell(&reader);
            let Digest {
                entries, papers, ..
            } = reader.finish();
            self.report.entries = entries;
            self.papers = papers.into_iter();
        }
        self.make_room(store);
        Some(0)
    }

    /// Brings some papers into the library, and says how many were new.
    fn add(&mut self, store: &mut Store, describes: bool) -> u32 {
        let source = *self.source.get_or_insert_with(|| {
            let name = self.named.as_ref().unwrap_or(&self.report.name);
            let source = store.library.add_source(name);
            store.files.begin(self.print, source);
            if let Some(origin) = self.origin.take() {
                store.files.comes_from(source, origin);
            }
            self.report.source = store.library.sources().get(source as usize).cloned();
            source
        });
        let mut new = 0;
        let mut text = 0;
        for _ in 0..PAPERS_A_SLICE {
            let Some(paper) = self.papers.next() else {
                break;
            };
            text += paper.size();
            if let Some(problem) = too_long(&paper) {
                self.remark(problem);
            }
            match store.library.take_in(paper, source) {
                Added::New(_) => new += 1,
                Added::Merged(_) => self.report.merged += 1,
            }
            if text >= TEXT_A_SLICE {
                break;
            }
        }
        self.report.added += new;
        if !self.is_late || self.report.added + self.report.merged <= FIRST {
            if describes {
                store
                    .library
                    .describe_some(PAPERS_A_SLICE, TEXT_A_SLICE, &store.tagger, false);
            }
            store.refresh();
        }
        new
    }

    /// Makes room in the library for as many papers as the rest of the text will have if it is like
    /// what was read, but not for more than [`FORESEEN`] times as many.
    fn make_room(&self, store: &mut Store) {
        let waiting = self.papers.len();
        if store.library.room() < waiting {
            let so_far = (self.report.added + self.report.merged) as usize + waiting;
            let rest = f64::from(count(so_far)) * f64::from((1.0 - self.part) / self.part);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a count of papers that is not negative, or as many as there can be"
            )]
            let rest = (rest * 1.05) as usize;
            let foreseen = rest.min(so_far.saturating_mul(FORESEEN));
            store.library.reserve(waiting.saturating_add(foreseen));
        }
    }

    /// All was done: the report.
    pub(super) fn complete(self, store: &mut Store) -> FileReport {
        let source = self.source;
        let report = self.reported();
        if let Some(source) = source {
            store.files.complete(source, &report);
        }
        report
    }

    /// Remarks on a paper; each counts, as many are kept as are shown.
    fn remark(&mut self, problem: FileProblem) {
        self.report.counts[problem.severity as usize] += 1;
        if self.remarks.len() < FileReport::PROBLEMS_SHOWN {
            self.remarks.push(problem);
        }
    }

    /// The report, with the remarks among what its text tells.
    fn reported(mut self) -> FileReport {
        let problems = &mut self.report.problems;
        problems.append(&mut self.remarks);
        sorting::sort_by_key(problems, |problem| std::cmp::Reverse(problem.severity));
        problems.truncate(FileReport::PROBLEMS_SHOWN);
        self.report
    }

    /// It is to be read no further: the report on what is in the library.
    pub(super) fn cancel(mut self) -> FileReport {
        if let Some(mut reader) = self.reader.take() {
            reader.stop();
            self.tell(&reader);
            let digest = reader.digest();
            self.report.entries = digest.entries - count(digest.papers.len());
        }
        self.report.entries -= count(self.papers.len());
        self.reported()
    }

    /// Tells of the file what its text tells.
    fn tell(&mut self, reader: &Reader) {
        let digest = reader.digest();
        self.report.format = digest.format.map(|format| format.name().to_owned());
        digest
            .format
            .map_or("", Format::unit)
            .clone_into(&mut self.report.unit);
        self.report.problems = problems(reader);
        let counts = self.report.counts.iter_mut();
        for (count, more) in counts.zip(digest.diagnostics.counts()) {
            *count += super::count(more);
        }
    }
}

/// What is to be said of a paper of which not all words can be found.
fn too_long(paper: &Paper) -> Option<FileProblem> {
    let length = |text: Option<&RichText>| text.map_or(0, |text| text.plain.len());
    let authors = paper.authors.iter().map(String::len).sum();
    let fields = [
        ("title", length(Some(&paper.title))),
        ("abstract", length(paper.summary.as_ref())),
        ("list of authors", authors),
        ("comment", length(paper.comment.as_ref())),
    ];
    let (name, _) = fields.into_iter().find(|(_, len)| *len > MOST_INDEXED)?;
    Some(FileProblem {
        line: paper.line,
        column: 1,
        severity: Severity::Warning,
        message: format!(
            "The {name} of {} is longer than {} KB; what stands behind that cannot be searched.",
            paper.id,
            MOST_INDEXED >> 10
        ),
        excerpt: Vec::new(),
    })
}

/// The file's problems for its report, worst first.
fn problems(reader: &Reader) -> Vec<FileProblem> {
    let mut diagnostics: Vec<&Diagnostic> = reader.digest().diagnostics.iter().collect();
    sorting::sort_by_key(&mut diagnostics, |diagnostic| {
        std::cmp::Reverse(diagnostic.severity)
    });
    let shown = diagnostics.into_iter().take(FileReport::PROBLEMS_SHOWN);
    let problem = |diagnostic: &Diagnostic| FileProblem {
        line: diagnostic.line,
        column: diagnostic.column,
        severity: diagnostic.severity,
        message: diagnostic.message.clone(),
        excerpt: reader.excerpt(diagnostic),
    };
    shown.map(problem).collect()
}

/// The report on a file of which nothing can be read.
pub(super) fn refused(name: String, message: String) -> FileReport {
    let problem = FileProblem {
        line: 1,
        column: 1,
        severity: Severity::Error,
        message,
        excerpt: Vec::new(),
    };
    FileReport {
        name,
        problems: vec![problem],
        counts: [0, 0, 1],
        ..FileReport::default()
    }
}

/// How much is done, 0 to 1.
#[expect(
    clippy::cast_precision_loss,
    reason = "a progress bar is coarser than 24 bits"
)]
pub(super) fn ratio(done: usize, all: usize) -> f32 {
    if all == 0 {
        1.0
    } else {
        done as f32 / all as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_made_for_no_more_than_was_seen_foretells() {
        let papers = (0..4_000).map(|at| {
            let link = format!("[ :arrow_down: ](https://arxiv.org/pdf/2603.{at:05}.pdf)");
            format!("### {at}.Paper {link}\n>  About sheep.\n")
        });
        let text = ["# ArXiv cs.CV --Mon, 2 Mar 2026\n".to_owned()];
        let text = text.into_iter().chain(papers).collect::<String>() + &"\n".repeat(64 << 20);
        let mut store = Store::default();
        let name = "2026-03-02.md".to_owned();
        let mut reading = Reading::new(name, text.into_bytes().into(), (0, 0), &store);
        let mut most = 0;
        while reading.step(&mut store, false).is_some() {
            most = most.max(store.library.room());
        }
        assert_eq!(store.library.len(), 4_000);
        assert!(most <= (FORESEEN + 1) * 4_000, "room for {most}");
    }
}
