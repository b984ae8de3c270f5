//! What a load has to say when it is over.

use std::rc::Rc;

use crate::protocol::{FileReport, Loaded};
use crate::ui::text;

/// What the last load has to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Papers that were new.
    pub added: u32,
    /// Papers that were known already.
    pub merged: u32,
    /// Problems worse than a note.
    pub problems: u32,
    /// The first files of which no paper could be read, with the first reason.
    pub unread: Vec<(String, String)>,
    /// How many such files there are.
    pub all_unread: usize,
    /// How many files there were.
    pub files: u32,
    /// Files that had been read before, so that nothing was done.
    pub known: u32,
    /// Whether the job was cancelled.
    pub cancelled: bool,
}

impl Notice {
    /// Whether anything went wrong, so that it stays until it is dismissed.
    pub fn is_bad(&self) -> bool {
        self.problems > 0 || !self.unread.is_empty()
    }

    /// What there is to say about a job.
    pub(super) fn about(loaded: &Loaded, reports: &[Rc<FileReport>]) -> Self {
        let sum = |of: fn(&FileReport) -> u32| reports.iter().map(|report| of(report)).sum();
        let is_unread = |report: &&Rc<FileReport>| {
            let is_known = report.same_as.is_some() || report.rules.is_some();
            report.added + report.merged == 0 && !is_known
        };
        let unread = reports.iter().filter(is_unread).take(text::NAMED);
        let unread = unread.map(|report| {
            let reason = report.problems.first().map_or_else(String::new, |problem| {
                if report.unit == text::RULE {
                    text::wrong_rules(problem)
                } else {
                    problem.message.clone()
                }
            });
            (report.name.clone(), reason)
        });
        Self {
            added: sum(|report| report.added),
            merged: sum(|report| report.merged),
            problems: sum(|report| report.counts[1] + report.counts[2]),
            unread: unread.collect(),
            all_unread: reports.iter().filter(is_unread).count(),
            files: u32::try_from(reports.len()).unwrap_or(u32::MAX),
            known: sum(|report| u32::from(report.same_as.is_some())),
            cancelled: loaded.cancelled,
        }
    }
}
