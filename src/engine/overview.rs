//! How far the reader is with the days of the library.

use super::{Engine, Store};
use crate::core::day::Day;
use crate::core::marks::{DayProgress, State};
use crate::protocol::{OverviewView, Response};

impl Engine {
    /// The days that are not finished, the one that just was, and how many papers are kept.
    pub(super) fn overview(&self) -> Response {
        let progress = self.store.index.progress();
        let is_open = |day: &&DayProgress| !day.is_finished();
        let newest = progress.days.iter().rfind(is_open).copied();
        let oldest = progress.days.iter().find(is_open).copied();
        let last = self.store.last_days();
        let mut days = progress.days.iter().rev();
        let finished = days.find(|day| day.is_finished() && last.contains(&day.day));
        Response::Overview(OverviewView {
            newest,
            oldest: oldest.filter(|_| oldest != newest),
            finished: finished.copied(),
            new: progress.papers(State::New),
            starred: progress.papers(State::Starred),
            later: progress.papers(State::Later),
            undecided: progress.papers(State::Undecided),
        })
    }
}

impl Store {
    /// The days of the paper that the newest act was about; of one about several papers those of
    /// the last.
    fn last_days(&self) -> &[Day] {
        let act = self.journal.to_undo();
        let paper = act.and_then(|act| act.changes.last()?.paper());
        let doc = paper.and_then(|paper| self.library.find(paper));
        let record = doc.and_then(|doc| self.library.get(doc));
        record.map_or(&[], |record| &record.paper.days)
    }
}
