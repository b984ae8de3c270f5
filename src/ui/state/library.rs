//! What the worker says of the library: how far jobs are, what was read, what a search found.

use std::rc::Rc;

use crate::protocol::{Answer, FileReport, Loaded, OWN_JOBS, Progress, VERSION, Way};
use crate::ui::text;

use super::{Engine, FIRST_WINDOW, Found, Home, Notice, State};

/// So few papers more are no reason to search again while a job goes on.
const FEW: u32 = 200;

impl State {
    pub(super) fn ready(&mut self, version: u32) {
        if version != VERSION {
            self.engine = Engine::WrongVersion;
        } else if self.engine == Engine::Starting {
            self.engine = Engine::Ready;
        }
    }

    /// Another worker has taken the place of one that died, without what `left_out` names.
    pub(super) fn restarted(&mut self, message: String, left_out: Vec<String>, leaves_view: bool) {
        self.forget_library(text::RESTORER_DIED);
        if leaves_view {
            self.leave_view();
        }
        self.engine = Engine::Restarted { message, left_out };
    }

    /// The worker is gone, and with it the library; what to say if a backup was being restored.
    pub(super) fn forget_library(&mut self, restorer: &str) {
        self.lose_restorer(restorer);
        self.rules.tagging = None;
        self.papers = 0;
        self.searched = 0;
        self.edits = Rc::new([]);
        self.jobs = Rc::new([]);
        self.reports = Rc::new([]);
        self.arriving.clear();
        self.notice = None;
        self.overview = None;
    }

    /// The worker is gone; what to say if it was restoring a backup.
    pub(super) fn lose_restorer(&mut self, said: &str) {
        if self.keeping.lose_worker() {
            self.tell(said.to_owned());
        }
    }

    /// A job is further. The search is made again when half as many papers more can be found as
    /// when it was made last, and then with each fifth of all that has its tags: early results come
    /// at once, and the list does not change all the time.
    pub(super) fn progress(&mut self, progress: Progress) {
        let mut jobs = self.jobs.to_vec();
        let known = jobs.iter_mut().find(|job| job.job == progress.job);
        let before = known.as_deref().map_or(0.0, tagged_fifths);
        let has_many_more = progress.searchable > self.searched + self.searched / 2 + FEW;
        if has_many_more || tagged_fifths(&progress) > before {
            self.searched = progress.searchable;
            self.library += 1;
        }
        match known {
            Some(job) => *job = progress,
            None => jobs.push(progress),
        }
        self.jobs = jobs.into();
    }

    pub(super) fn loaded(&mut self, mut loaded: Loaded) {
        let mut reports = std::mem::take(&mut self.arriving);
        reports.extend(loaded.reports.drain(..).map(Rc::new));
        self.jobs = self
            .jobs
            .iter()
            .filter(|job| job.job != loaded.job)
            .cloned()
            .collect();
        // The end of what a cancelled job had left over is no news.
        let is_news = loaded.cancelled || !reports.is_empty();
        // Rules that were taken over have their own, with a way back.
        let only_rules = !reports.is_empty() && reports.iter().all(|report| report.rules.is_some());
        // What the worker reads by itself was there before.
        let is_own = loaded.job >= OWN_JOBS;
        if let Some(source) = &loaded.removed {
            // One that was to go again was told already.
            if !is_own {
                self.say(text::did_remove(Way::Done, source), false);
            }
        } else if (is_news || self.notice.is_none()) && !only_rules && !is_own {
            self.notice = Some(Rc::new(Notice::about(&loaded, &reports)));
        }
        self.searched = loaded.papers;
        self.papers = loaded.papers;
        self.library += 1;
        let stays =
            |report: &&Rc<FileReport>| loaded.removed.is_none() || report.source != loaded.removed;
        let known = self.reports.iter().filter(stays).cloned();
        self.reports = known.chain(reports).collect();
    }

    pub(super) fn answered(&mut self, seq: u32, mut answer: Answer) {
        let open = answer.open.take();
        let before = self.found.as_deref();
        let same = before.is_some_and(|old| old.is_of(&answer));
        let is_as_long = before.is_some_and(|old| old.hits == answer.hits);
        let was = self.rows.get(self.active).map(|row| row.id.clone());
        let (found, rows) = Found::new(answer, before, &self.rows);
        if !same {
            self.list += 1;
            self.active = 0;
            self.window = FIRST_WINDOW;
        }
        self.rows = rows;
        self.papers = found.papers;
        self.answered = seq;
        self.problem = None;
        self.found = Some(Rc::new(found));
        if self.hits() > 0 {
            self.home = Home::Message;
        }
        if !is_as_long {
            // Its rows may be other papers now.
            self.marking.anchor = None;
        }
        self.keep_active(was, same);
        self.active = self.active.min(self.hits().saturating_sub(1));
        if let Some(marks) = open {
            self.mark(*marks);
        }
        self.follow();
    }
}

/// How many fifths of the papers have their tags once all can be searched, counted from one.
fn tagged_fifths(job: &Progress) -> f32 {
    if job.is_tagging {
        1.0 + (5.0 * job.part).floor()
    } else {
        0.0
    }
}
