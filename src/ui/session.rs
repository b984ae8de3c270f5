//! The page's side of the talk with a worker: what is asked, what is under way, what the replies
//! mean, and what is asked anew after the worker died.
//!
//! Pure: a call leaves [`Effect`]s, which whoever has the browser carries out in their order.

use std::rc::Rc;

use crate::protocol::{
    Draft, FilePiece, FileReport, Keep, MadeFile, OWN_JOBS, OpenPaper, Progress, RESTORE_JOB,
    Request, Response, Restore, Search, VERSION, Window, WrittenView,
};

use self::death::serves;
use self::held::Held;
use self::making::Files;
use self::own::hands_rules_over;
use super::latest::Latest;
use super::state::{About, Action, Heard, Then};
use super::watch::{Next, Watch};

mod death;
mod held;
mod making;
mod own;
mod sharing;

pub use self::own::KeptRules;

/// Something that can be read, or taken out again.
pub trait Source: Clone {
    /// The request that has the worker read it in a job of this number.
    fn request(&self, job: u32) -> Request;
    /// What it is called for a person.
    fn label(&self) -> String;
    /// How many files it is, at least one.
    fn files(&self) -> u32;
    /// The file of this number, from 0, by itself.
    fn file(&self, number: u32) -> Option<Self>;
    /// The parcel, where it is one.
    fn parcel(&self) -> Option<Rc<str>> {
        None
    }
    /// The same for a page that keeps it from now on.
    fn joined(&self) -> Self {
        self.clone()
    }
}

/// What is to be done outside of the session.
#[derive(Debug, PartialEq)]
pub enum Effect<S> {
    /// A request goes to the worker, with the files of a source.
    Send(Request, Option<S>),
    /// The state changes.
    Act(Action),
    /// The worker is about to be told rules that may harm it.
    TryRules,
    /// The worker lives after it was told them, or they are no longer its.
    RulesTried,
    /// These rules are set aside, with what is wrong with them where that is known.
    SetAside(String, String),
    /// All that the reader did is in the records that are kept, rules included: no copy of them is
    /// needed elsewhere.
    RulesMoved,
    /// The next part of the file that is being made.
    Part(Vec<u8>),
    /// Its parts are wanted no more.
    DropParts,
    /// The file that is being made was to be copied, and will not be.
    DropCopy,
    /// All its parts are there.
    Finish(Then, MadeFile),
    /// A text that was to be copied is there, or why it is not; what to say then.
    Copy(String, Result<WrittenView, String>),
    /// A piece of this file is read for the worker; it is told too where that cannot be done.
    HandOver(FilePiece, Option<S>),
}

/// What the page knows of the worker it talks with.
#[expect(
    clippy::struct_excessive_bools,
    reason = "what is known of a worker are facts beside each other"
)]
pub struct Session<S> {
    effects: Vec<Effect<S>>,
    /// Whether the worker is up. Until then requests wait in the outbox.
    ready: bool,
    outbox: Vec<(Request, Option<S>)>,
    /// Whether this worker served anything.
    served: bool,
    /// How many workers died soon after each other, and when the last did.
    deaths: (u32, f64),
    watch: Watch,
    search: Latest<Search>,
    /// The search that was made ahead of the state's own.
    ahead: Option<Search>,
    paper: Latest<()>,
    completions: Latest<String>,
    preview: Latest<()>,
    tags: Latest<String>,
    shared: Latest<()>,
    /// Whether rows are on their way, and the newest that were asked for meanwhile.
    rows_under_way: bool,
    rows_waiting: Option<Request>,
    /// The reader's own rules, for a worker that is to know what the one before knew.
    own: String,
    /// Rules that were handed to the worker and of which it has not yet said whether it can read
    /// them.
    trying: Option<String>,
    /// Whether papers were tagged by the rules as they are.
    proven: bool,
    /// Whether papers are being tagged by them.
    tagging: bool,
    last_job: u32,
    jobs: Vec<Job<S>>,
    /// Whether files are kept, and whether any were before; `None` while nobody has said.
    keeps: Option<(bool, bool)>,
    /// Whether the worker reads what was kept.
    opening: bool,
    /// Whether the last worker is gone and no other one will come.
    has_ended: bool,
    /// Whether there are rules among what is kept, as far as the page knows.
    expects_rules: bool,
    /// Whether the worker was told where to find rules and has not said yet that it has read them.
    finds_rules: bool,
    held: Held,
    files: Files,
    /// The backup that was handed over last, as long as it may be read.
    backup: Option<S>,
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "what is known of a job are facts beside each other"
)]
struct Job<S> {
    number: u32,
    source: S,
    done: bool,
    /// Whether a worker before this one was done with it.
    was_done: bool,
    /// Whether it is kept, so that another worker reads it by itself.
    is_kept: bool,
    /// Whether it was stopped: what was complete by then stays.
    is_stopped: bool,
}

impl<S> Default for Session<S> {
    /// A session with a worker that has yet to come.
    fn default() -> Self {
        Self {
            effects: Vec::new(),
            ready: false,
            outbox: Vec::new(),
            served: false,
            deaths: (0, 0.0),
            watch: Watch::default(),
            search: Latest::default(),
            ahead: None,
            paper: Latest::default(),
            completions: Latest::default(),
            preview: Latest::default(),
            tags: Latest::default(),
            shared: Latest::default(),
            rows_under_way: false,
            rows_waiting: None,
            own: String::new(),
            trying: None,
            proven: false,
            tagging: false,
            last_job: 0,
            jobs: Vec::new(),
            keeps: None,
            opening: false,
            has_ended: false,
            expects_rules: false,
            finds_rules: false,
            held: Held::default(),
            files: Files::default(),
            backup: None,
        }
    }
}

impl<S: Source> Session<S> {
    /// What is to be done by now, in order.
    pub fn take_effects(&mut self) -> Vec<Effect<S>> {
        std::mem::take(&mut self.effects)
    }

    /// Has something read.
    pub fn read(&mut self, source: S) {
        self.begin(source, false);
    }

    fn begin(&mut self, source: S, was_done: bool) {
        self.last_job += 1;
        let job = self.last_job;
        self.act(Action::Started(Progress {
            job,
            file: source.label(),
            files: source.files(),
            ..Progress::default()
        }));
        self.post_with(source.request(job), Some(source.clone()));
        self.jobs.push(Job {
            number: job,
            source,
            done: false,
            was_done,
            is_kept: false,
            is_stopped: false,
        });
    }

    /// Has the worker open what is kept: whether files that come are kept, whether any were before,
    /// and whether the page before was left in good order.
    pub fn open_kept(&mut self, writes: bool, reads: bool, ended_well: bool) {
        self.keeps = Some((writes, reads));
        self.post(Request::Keep(Keep::Open {
            writes,
            reads,
            ended_well,
        }));
    }

    /// Files that come are kept from now on, or not.
    pub fn choose_keeping(&mut self, writes: bool) {
        let reads = self.keeps.is_some_and(|(_, reads)| reads);
        self.keeps = Some((writes, reads));
        self.post(Request::Keep(Keep::Write(writes)));
    }

    /// Stops a job.
    pub fn cancel(&mut self, job: u32) {
        for known in self.jobs.iter_mut().filter(|known| known.number == job) {
            known.is_stopped = true;
        }
        self.post(Request::Cancel { job });
    }

    /// Searches for what is being typed before the page is drawn with it. The state will ask for
    /// the same.
    pub fn search_ahead(&mut self, search: Search, window: Window, open: Option<OpenPaper>) {
        self.search(search.clone(), window, open);
        self.ahead = Some(search);
    }

    /// Searches, unless that was done ahead. A search under way is given up. The answer brings the
    /// marks of the paper that is open.
    pub fn search(&mut self, search: Search, window: Window, open: Option<OpenPaper>) {
        if self.ahead.take().as_ref() != Some(&search) {
            let seq = self.search.ask(search.clone());
            self.post(Request::Search {
                seq,
                search,
                window,
                open,
            });
        }
    }

    /// Asks what the word at the caret may become.
    pub fn complete(&mut self, text: String, caret: u32) {
        let seq = self.completions.ask(text.clone());
        self.post(Request::Complete { seq, text, caret });
    }

    /// Asks for rows of the search of this number, at once or as soon as those under way are here.
    pub fn rows(&mut self, seq: u32, window: Window) {
        let request = Request::Rows { seq, window };
        if self.rows_under_way {
            self.rows_waiting = Some(request);
        } else {
            self.rows_under_way = true;
            self.post(request);
        }
    }

    /// Asks what a rule would change; `None` when nobody wants to know any more.
    pub fn preview(&mut self, at: Option<u32>, draft: Option<Draft>) {
        let seq = self.preview.ask(());
        self.post(Request::Preview { seq, at, draft });
    }

    /// Asks for tags by their names.
    pub fn tags(&mut self, text: String) {
        let seq = self.tags.ask(text.clone());
        self.post(Request::Tags { seq, text });
    }

    /// Asks for a paper with a part of its abstract.
    pub fn paper(&mut self, id: String, part: u32) {
        let seq = self.paper.ask(());
        self.post(Request::Paper { seq, id, part });
    }

    /// Says what becomes of a backup; of one that is to be read the file goes along.
    pub fn restore(&mut self, wish: Restore, file: Option<S>) {
        self.backup.clone_from(&file);
        self.post_with(Request::Restore(wish), file);
    }

    /// Sends a request to which no reply can be stale, or keeps it until the worker is up.
    pub fn post(&mut self, request: Request) {
        self.post_with(request, None);
    }

    fn post_with(&mut self, request: Request, source: Option<S>) {
        self.watch.ask();
        if !self.ready {
            self.outbox.push((request, source));
            return;
        }
        let finds_rules = match &request {
            Request::Keep(Keep::Open { .. }) => self.expects_rules,
            Request::Recall(_) => !self.own.is_empty(),
            _ => false,
        };
        self.finds_rules |= finds_rules;
        if finds_rules || hands_rules_over(&request) {
            self.effects.push(Effect::TryRules);
        }
        self.effects.push(Effect::Send(request, source));
    }

    /// What a job reads.
    fn source_of(&self, job: u32) -> Option<&S> {
        let job = self.jobs.iter().find(|known| known.number == job);
        job.map(|job| &job.source)
    }

    /// The file of which the worker wants a piece.
    fn wanted(&self, piece: FilePiece) -> Option<S> {
        if piece.job == RESTORE_JOB {
            return self.backup.as_ref()?.file(0);
        }
        self.source_of(piece.job)?.file(piece.file)
    }

    fn act(&mut self, action: Action) {
        self.effects.push(Effect::Act(action));
    }

    /// A worker was made, at this time in milliseconds.
    pub fn adopt(&mut self, now: f64) {
        self.watch = Watch::new(now);
    }

    /// Looks after the worker, which may be asked whether it is there. Says whether it is to be
    /// taken for dead.
    pub fn look_after(&mut self, now: f64, awake: bool) -> bool {
        let busy = !self.ready
            || self.tagging
            || self.opening
            || self.files.waits()
            || self.search.waits()
            || self.jobs.iter().any(|job| !job.done);
        let next = self.watch.tick(now, awake, busy);
        if next == Next::Ping && self.ready {
            self.effects.push(Effect::Send(Request::Ping, None));
        }
        next == Next::Bury
    }

    /// The worker says something.
    pub fn hear(&mut self, mut response: Response) {
        self.take_part(&mut response);
        self.watch.hear(matches!(response, Response::Pong));
        self.served |= serves(&response);
        if let Some(about) = self.take_note(&response) {
            let heard = Heard { response, about };
            self.act(Action::Heard(heard.into()));
        }
    }

    /// The worker says something that cannot be read, and so is of another build.
    pub fn misread(&mut self) {
        let heard = Heard {
            response: Response::Ready { version: 0 },
            about: About::Nothing,
        };
        self.act(Action::Heard(heard.into()));
    }

    /// What a response tells of the worker, and what it is about; `None` if the state is not to
    /// hear it.
    fn take_note(&mut self, response: &Response) -> Option<About> {
        match response {
            Response::Ready { version } => {
                self.ready = *version == VERSION;
                if self.ready {
                    for (request, source) in std::mem::take(&mut self.outbox) {
                        self.post_with(request, source);
                    }
                }
            }
            Response::Loaded(loaded) => {
                // Only where papers were read were any tagged by the rules.
                let was_read = |report: &FileReport| report.rules.is_none();
                self.proven |= loaded.papers > 0 && loaded.reports.iter().any(was_read);
                for job in &mut self.jobs {
                    job.done |= job.number == loaded.job;
                }
                // Of what was stopped before anything was complete there is nothing to lose.
                let is_empty = loaded.reports.is_empty();
                self.jobs
                    .retain(|job| !(job.number == loaded.job && job.is_stopped && is_empty));
                self.opening &= loaded.job < OWN_JOBS;
                let of_rules = |reports: &[FileReport]| {
                    !reports.is_empty() && reports.iter().all(|report| report.rules.is_some())
                };
                // Rules that were taken over once may have been changed since.
                if of_rules(&loaded.reports) {
                    self.jobs.retain(|job| job.number != loaded.job);
                }
            }
            Response::Answer { seq, .. } => {
                let search = self.search.answered(*seq)?.clone();
                self.proven |= !self.tagging && self.jobs.iter().all(|job| job.done);
                // Rows of an older search may never come.
                self.rows_under_way = false;
                self.rows_waiting = None;
                return Some(About::Search(search));
            }
            Response::Completions { seq, .. } => {
                return Some(About::Text(self.completions.answered(*seq)?.clone()));
            }
            Response::Rows { .. } => {
                self.rows_under_way = false;
                if let Some(request) = self.rows_waiting.take() {
                    self.rows_under_way = true;
                    self.post(request);
                }
            }
            Response::Paper { seq, .. } => {
                self.paper.answered(*seq)?;
            }
            Response::Preview { seq, .. } => {
                self.preview.answered(*seq)?;
            }
            Response::Tags { seq, .. } => {
                return Some(About::Text(self.tags.answered(*seq)?.clone()));
            }
            Response::Kept(view) => {
                self.opening = view.opening.is_some();
                if view.fault.is_some() && std::mem::take(&mut self.finds_rules) {
                    self.effects.push(Effect::RulesTried);
                }
                if let Some((_, reads)) = &mut self.keeps {
                    *reads |= !view.files.is_empty();
                }
                for job in &mut self.jobs {
                    job.is_kept |= view.stored.contains(&job.number);
                }
            }
            Response::Own(_)
            | Response::OwnRefused(_)
            | Response::Tagging(_)
            | Response::RulesLeft(_)
            | Response::Records { .. }
            | Response::RecordsKept(_) => return self.note_own(response),
            Response::Making { .. }
            | Response::Made { .. }
            | Response::Written { .. }
            | Response::Printed { .. } => {
                return self.note_making(response);
            }
            Response::WantsPiece(piece) => {
                let file = self.wanted(*piece);
                self.effects.push(Effect::HandOver(*piece, file));
                return None;
            }
            Response::Share { .. } | Response::Needs(_) | Response::Parcel { .. } => {
                return self.note_sharing(response);
            }
            Response::Pong | Response::Fault { .. } | Response::Forgotten(_) => return None,
            Response::Progress(_)
            | Response::Reports(_)
            | Response::Edited { .. }
            | Response::Terms { .. }
            | Response::Taxonomy(_)
            | Response::Marked(_)
            | Response::Overview(_)
            | Response::Restoring(_)
            | Response::Settings(_)
            | Response::Source(_)
            | Response::NothingTo(_) => {}
        }
        Some(About::Nothing)
    }
}

#[cfg(test)]
mod making_tests;
#[cfg(test)]
mod sharing_tests;
#[cfg(test)]
mod tests;
