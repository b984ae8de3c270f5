//! Papers for others and from others: what is asked of the worker, and a page that was apart and
//! joins those that keep their library.

use crate::protocol::{Need, Request, Response, ShareWish};
use crate::ui::state::{About, Action, ShareAct};
use crate::ui::text;

use super::{Effect, KeptRules, Session, Source};

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
        match response {
            Response::Share { seq, .. } => {
                self.shared.answered(*seq)?;
            }
            Response::Parcel { job, .. } => {
                let parcel = self.source_of(*job).and_then(Source::parcel);
                return Some(About::Parcel(parcel?));
            }
            _ => {}
        }
        Some(About::Nothing)
    }

    /// The page keeps from now on what it has, beside what is kept already. Another worker is to
    /// take the place of this one: it opens what is kept before it reads the rest again.
    /// `ended_well` says whether the page that kept it was left in good order.
    pub fn join(&mut self, ended_well: bool, rules: KeptRules) {
        self.bury_making(text::MAKER_LEFT);
        let tried = self.leave_worker();
        self.has_ended = false;
        self.act(Action::Sharing(ShareAct::Joined));
        self.effects.push(Effect::RulesTried);
        self.mind_rules(&rules);
        self.open_kept(true, true, ended_well);
        self.recall();
        // Those that are kept as a text go to the records now, as at the start of any page.
        let kept = Some(rules.text).filter(|text| !text.is_empty());
        for own in tried.into_iter().chain(kept) {
            self.hand_over(own);
        }
        let jobs = std::mem::take(&mut self.jobs);
        for job in jobs.into_iter().filter(|job| !job.is_stopped) {
            self.begin(job.source.joined(), job.was_done);
        }
    }
}
