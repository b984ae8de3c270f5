//! Which search goes to the worker when, and which answers are stale.
//!
//! One search is under way at a time. What is typed meanwhile replaces what was typed before; the newest goes out when the answer is in.

use crate::protocol::{Request, Search, Window};

/// Numbers searches and holds the newest back while one is under way.
#[derive(Debug, Default)]
pub struct Sequencer {
    last: u32,
    under_way: bool,
    waiting: Option<(Search, Window)>,
}

/// What an answer is worth.
#[derive(Debug, PartialEq)]
pub struct Verdict {
    /// Whether it answers the newest search.
    pub fresh: bool,
    /// The search to send now.
    pub next: Option<Request>,
}

impl Sequencer {
    /// Wants a search. Returns the request to send, unless it has to wait.
    pub fn ask(&mut self, search: Search, window: Window) -> Option<Request> {
        if self.under_way {
            self.waiting = Some((search, window));
            return None;
        }
        self.under_way = true;
        self.last += 1;
        Some(Request::Search {
            seq: self.last,
            search,
            window,
        })
    }

    /// Takes note of an answer.
    pub fn answered(&mut self, seq: u32) -> Verdict {
        if seq != self.last {
            return Verdict {
                fresh: false,
                next: None,
            };
        }
        self.under_way = false;
        match self.waiting.take() {
            Some((search, window)) => Verdict {
                fresh: false,
                next: self.ask(search, window),
            },
            None => Verdict {
                fresh: true,
                next: None,
            },
        }
    }

    /// Forgets what is under way: the worker is gone. Numbers go on growing.
    pub fn reset(&mut self) {
        self.under_way = false;
        self.waiting = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(sequencer: &mut Sequencer, text: &str) -> Option<(u32, String)> {
        let search = Search {
            text: text.into(),
            ..Search::default()
        };
        sent(sequencer.ask(search, Window::default()))
    }

    fn sent(request: Option<Request>) -> Option<(u32, String)> {
        match request {
            Some(Request::Search { seq, search, .. }) => Some((seq, search.text)),
            _ => None,
        }
    }

    #[test]
    fn only_the_newest_waits() {
        let mut sequencer = Sequencer::default();
        assert_eq!(ask(&mut sequencer, "g"), Some((1, "g".into())));
        assert_eq!(ask(&mut sequencer, "ga"), None);
        assert_eq!(ask(&mut sequencer, "gan"), None);
        let verdict = sequencer.answered(1);
        assert!(!verdict.fresh, "the box says more than what was answered");
        assert_eq!(sent(verdict.next), Some((2, "gan".into())));
        let verdict = sequencer.answered(2);
        assert!(verdict.fresh);
        assert_eq!(verdict.next, None);
    }

    #[test]
    fn answers_from_before_a_restart_are_stale() {
        let mut sequencer = Sequencer::default();
        ask(&mut sequencer, "a");
        sequencer.reset();
        assert_eq!(ask(&mut sequencer, "b"), Some((2, "b".into())));
        assert!(!sequencer.answered(1).fresh);
        assert!(sequencer.answered(2).fresh);
    }
}
