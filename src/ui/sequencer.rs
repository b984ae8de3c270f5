//! The numbers of searches, and which answers are stale.
//!
//! Every search goes to the worker at once, which gives up the one before; whatever it still says of that one is not heard.

use crate::protocol::{Request, Search, Window};

/// Numbers searches and remembers the last.
#[derive(Debug, Default)]
pub struct Sequencer {
    last: u32,
    search: Search,
}

impl Sequencer {
    /// The request for a search.
    pub fn ask(&mut self, search: Search, window: Window) -> Request {
        self.last += 1;
        self.search = search.clone();
        Request::Search {
            seq: self.last,
            search,
            window,
        }
    }

    /// The search that an answer of this number answers; `None` when there is a later one.
    pub fn answered(&self, seq: u32) -> Option<Search> {
        (seq == self.last).then(|| self.search.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_search_is_answered() {
        let mut sequencer = Sequencer::default();
        let mut ask = |text: &str| {
            let search = Search {
                text: text.into(),
                ..Search::default()
            };
            match sequencer.ask(search, Window::default()) {
                Request::Search { seq, search, .. } => (seq, search.text),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(ask("g"), (1, "g".into()));
        assert_eq!(ask("ga"), (2, "ga".into()));
        assert_eq!(sequencer.answered(1), None);
        assert_eq!(
            sequencer.answered(2).map(|search| search.text),
            Some("ga".into())
        );
    }
}
