//! The reader's own rules, and the records of what the reader did: what the page knows of them for
//! a worker that takes the place of another.

use crate::protocol::{OwnEdit, Request, Response};
use crate::ui::state::About;
use crate::ui::text;

use super::{Effect, Session, Source};

/// What the browser has kept of the reader's own rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptRules {
    /// Those that are kept as a text of their own; empty where there are none.
    pub text: String,
    /// Whether there are some among the records.
    pub are_recorded: bool,
    /// Whether those among the records ended the page before.
    pub are_left_out: bool,
}

impl<S: Source> Session<S> {
    /// Takes note of the rules among the records, before these are read.
    pub fn mind_rules(&mut self, kept: &KeptRules) {
        if kept.are_left_out {
            self.leave_rules_out();
        } else if kept.are_recorded {
            self.expect_rules();
        }
    }

    /// Has everything of the reader's own be what the browser keeps; nothing is done where it is
    /// so. Where records are kept it is taken over beside what they say.
    pub fn adopt_own(&mut self, text: String) {
        // Where nothing is kept any more, what was kept before is out of date.
        let is_newer = self.keeps == Some((false, true));
        if is_newer || self.own != text {
            self.hand_over(text);
        }
    }

    /// Another tab has put this where the browser keeps rules. Where records are kept these tell.
    pub fn follow_own(&mut self, text: String) {
        if !self.keeps_records() && self.own != text {
            self.hand_over(text);
        }
    }

    /// Rules of earlier visits ended the page before: they are left out.
    pub fn leave_rules_out(&mut self) {
        let edit = OwnEdit::LeaveOut;
        self.post(Request::Own { edit, at: 0 });
    }

    /// There are rules among what is kept.
    pub fn expect_rules(&mut self) {
        self.expects_rules = true;
    }

    pub(super) fn keeps_records(&self) -> bool {
        self.keeps.is_some_and(|(writes, _)| writes)
    }

    /// Hands a file of rules to the worker.
    pub(super) fn hand_over(&mut self, own: String) {
        self.proven &= self.own == own;
        self.own.clone_from(&own);
        self.trying = Some(own.clone());
        let edit = if self.keeps_records() {
            OwnEdit::Merge(own)
        } else {
            OwnEdit::All(own)
        };
        self.post(Request::Own { edit, at: 0 });
    }

    /// Whether the worker has yet to say that it can read the rules it was told.
    pub fn tries_rules(&self) -> bool {
        self.trying.is_some() || self.finds_rules
    }

    /// What a response tells of rules and records; `None` if the state is not to hear it.
    pub(super) fn note_own(&mut self, response: &Response) -> Option<About> {
        match response {
            Response::Own(own) => {
                self.trying = None;
                self.finds_rules = false;
                self.effects.push(Effect::RulesTried);
                self.proven &= self.own == own.text;
                self.own.clone_from(&own.text);
            }
            Response::OwnRefused(problems) => {
                // Where none were on trial, what the reader wanted was refused.
                let Some(refused) = self.trying.take() else {
                    return Some(About::Nothing);
                };
                self.effects.push(Effect::RulesTried);
                self.own.clear();
                let why = problems.first().map(text::place).unwrap_or_default();
                self.effects.push(Effect::SetAside(refused, why));
                return None;
            }
            Response::Tagging(tagging) => {
                self.tagging = tagging.done < tagging.of;
                self.proven |= !self.tagging;
            }
            Response::RulesLeft(text) => {
                self.effects
                    .push(Effect::SetAside(text.clone(), String::new()));
                return None;
            }
            Response::Records {
                records,
                last,
                is_all,
            } => {
                self.held.hold(records, *last, *is_all);
                return None;
            }
            Response::RecordsKept(up_to) => {
                self.held.let_go(*up_to);
                if self.held.is_empty() && self.keeps_records() && self.trying.is_none() {
                    self.effects.push(Effect::RulesMoved);
                }
                return None;
            }
            _ => {}
        }
        Some(About::Nothing)
    }
}

/// Whether a request has rules for the worker to read.
pub(super) fn hands_rules_over(request: &Request) -> bool {
    let Request::Own { edit, .. } = request else {
        return false;
    };
    matches!(edit, OwnEdit::All(own) | OwnEdit::Merge(own) if !own.is_empty())
}
