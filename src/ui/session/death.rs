//! The end of a worker, and what the next one is told.

use crate::protocol::{Request, Response};
use crate::ui::blame::{SOON, Scene};
use crate::ui::state::Action;
use crate::ui::text;

use super::{Effect, Job, Session, Source};

impl<S: Source> Session<S> {
    /// The worker has died at this time, and `said` why. What may have been the cause is left out
    /// and a new worker is told the rest, unless it would die as well: `false` then.
    pub fn bury(&mut self, now: f64, said: String) -> bool {
        self.bury_making(text::MAKER_DIED);
        // A worker that never became ready was sent nothing that it could have died of.
        let blamed = self.scene(now).blamed().filter(|_| self.ready);
        self.ready = false;
        let Some(blamed) = blamed else {
            return false;
        };
        let tried = self.leave_worker();
        let is_kept =
            |job: &Job<S>| (job.done || job.was_done && !blamed.inputs) && !job.is_stopped;
        let mut jobs = std::mem::take(&mut self.jobs);
        // The new worker reads these by itself, but for what ended the page twice.
        jobs.retain(|job| !job.is_kept);
        let (kept, left): (Vec<_>, Vec<_>) = jobs.into_iter().partition(is_kept);
        let left = left.iter().map(|job| job.source.label());
        let view = blamed.view.then(|| text::THE_VIEW.to_owned());
        let rules = blamed.rules.then(|| text::THE_RULES.to_owned());
        self.act(Action::Restarted {
            message: said,
            left_out: left.chain(view).chain(rules).collect(),
            leaves_view: blamed.view,
        });
        self.effects.push(Effect::RulesTried);
        if blamed.rules {
            // Those that came with records are given back by the new worker, unread.
            self.own.clear();
            self.leave_rules_out();
        }
        // What was kept is read again first, as it came first.
        if let Some((writes, reads)) = self.keeps {
            self.open_kept(writes, reads, false);
        }
        self.recall();
        match tried {
            Some(own) if blamed.rules => self.effects.push(Effect::SetAside(own, String::new())),
            Some(own) => self.hand_over(own),
            None => {}
        }
        for job in kept {
            self.begin(job.source, true);
        }
        true
    }

    /// Nothing is awaited of this worker any more. Gives the rules that it was told and has not yet
    /// said to be readable.
    pub(super) fn leave_worker(&mut self) -> Option<String> {
        self.ready = false;
        self.served = false;
        self.outbox.clear();
        self.rows_under_way = false;
        self.rows_waiting = None;
        self.tagging = false;
        self.search.give_up();
        self.paper.give_up();
        self.ahead = None;
        self.backup = None;
        self.opening = false;
        self.finds_rules = false;
        self.trying.take()
    }

    /// Tells another worker what the reader did and what is kept nowhere yet.
    pub(super) fn recall(&mut self) {
        if !self.held.is_empty() {
            let records = self.held.begin_again();
            self.post(Request::Recall(records));
        }
    }

    /// There will be no other worker.
    pub fn end(&mut self, said: String) {
        self.bury_making(text::MAKER_DIED);
        self.ready = false;
        self.has_ended = true;
        self.act(Action::Dead(said));
    }

    /// What is going on, for whoever asks what a worker died of.
    fn scene(&mut self, now: f64) -> Scene {
        let (count, last) = self.deaths;
        let before = if now - last < SOON { count } else { 0 };
        self.deaths = (before + 1, now);
        let reads = |was_done: bool| {
            let mut jobs = self.jobs.iter();
            jobs.any(|job| !job.done && (job.was_done || job.is_kept) == was_done)
        };
        let has_rules = self.finds_rules || !self.trying.as_ref().unwrap_or(&self.own).is_empty();
        Scene {
            reads: reads(false),
            reads_again: reads(true) || self.opening,
            looks: self.search.waits() || self.paper.waits(),
            tries_rules: has_rules && !self.proven,
            served: self.served,
            before,
        }
    }
}

/// Whether a worker that says this has served the reader, so that it was not what it was started
/// with that it dies of.
pub(super) fn serves(response: &Response) -> bool {
    match response {
        Response::Reports(_)
        | Response::Loaded(_)
        | Response::Answer { .. }
        | Response::Rows { .. }
        | Response::Terms { .. }
        | Response::Edited { .. }
        | Response::Completions { .. }
        | Response::Paper { .. }
        | Response::Preview { .. }
        | Response::Taxonomy(_)
        | Response::Tags { .. }
        | Response::Marked(_)
        | Response::Overview(_)
        | Response::Source(_)
        | Response::NothingTo(_)
        | Response::Making { .. }
        | Response::Made { .. }
        | Response::Written { .. }
        | Response::Restoring(_)
        | Response::Share { .. }
        | Response::Printed { .. }
        | Response::Fault { .. } => true,
        Response::Ready { .. }
        | Response::Progress(_)
        | Response::Own(_)
        | Response::OwnRefused(_)
        | Response::Tagging(_)
        | Response::Pong
        | Response::Kept(_)
        | Response::Forgotten(_)
        | Response::Settings(_)
        | Response::Needs(_)
        | Response::Parcel { .. }
        | Response::RulesLeft(_)
        | Response::Records { .. }
        | Response::RecordsKept(_)
        | Response::WantsPiece(_) => false,
    }
}
