//! Papers for others and from others: what is asked of the worker, and a page that was apart and
//! joins those that keep their library.

use crate::protocol::{Need, Request, Response, ShareWish};
use crate::ui::state::{About, Action, ShareAct};

use super::{Session, Source};

impl<S: Source> Session<S> {
    /// Asks what can be shared of papers.
    pub fn share(&mut self, wish: ShareWish) {
        let seq = self.shared.ask(());
        self.post(Request::Share { seq, wish });
    }

    /// Asks how the files that a view needs stand.
    pub fn check_needs(&mut self, needs: Vec<Need>) {
        self.post(Request::Needs(needs));
    }

    /// What a response tells of it; `None` if the state is not to hear it.
    pub(super) fn note_sharing(&mut self, response: &Response) -> Option<About> {
        if let Response::Share { seq, .. } = response {
            self.shared.answered(*seq)?;
        }
        Some(About::Nothing)
    }

    /// The page keeps from now on what it has, beside what is kept already. Another worker is to
    /// take the place of this one: it opens what is kept before it reads the rest again.
    pub fn join(&mut self) {
        self.ready = false;
        self.served = false;
        self.outbox.clear();
        self.rows_under_way = false;
        self.rows_waiting = None;
        self.tagging = false;
        self.search.give_up();
        self.paper.give_up();
        self.bury_making();
        self.ahead = None;
        self.finds_rules = false;
        self.act(Action::Sharing(ShareAct::Joined));
        self.open_kept(true, true, true);
        if !self.held.is_empty() {
            let records = self.held.begin_again();
            self.post(Request::Recall(records));
        }
        let jobs = std::mem::take(&mut self.jobs);
        for job in jobs.into_iter().filter(|job| !job.is_stopped) {
            self.begin(job.source.joined(), job.was_done);
        }
    }
}
