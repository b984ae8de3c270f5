//! Whether the worker still lives. A browser may end one without a word, and one that is stuck says
//! none either.
//!
//! While something is asked of it the worker is watched at every [`TICK`]: where nothing was heard
//! since the last, it is asked whether it is there, which it answers between two slices of whatever
//! it does. Only a silence counts in which the page could be seen and was awake: a phone that
//! sleeps stops both.

/// How often the worker is looked after, in milliseconds.
pub const TICK: u32 = 5_000;
/// How many ticks without a word are a death: half a minute and the tick in which it was asked. The
/// longest slice on the slowest of machines is a tenth of that.
const SILENT: u32 = 6;
/// How late a tick may come where the page is awake, in milliseconds.
const LATE: f64 = 2_500.0;

/// What is known of a worker's life.
#[derive(Debug, Default)]
pub struct Watch {
    /// Whether anything was heard since the last tick.
    heard: bool,
    /// Whether anything was asked since the last ping.
    asked: bool,
    /// Whether a ping is unanswered.
    pinged: bool,
    /// How many ticks nothing was heard.
    silent: u32,
    /// When the last tick was, or when the watch began.
    last: f64,
}

/// What to do at a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing more: the worker has answered everything.
    Rest,
    /// Ask whether it is there.
    Ping,
    /// Wait for its answer.
    Wait,
    /// Take it for dead.
    Bury,
}

impl Watch {
    /// A watch that begins now.
    pub fn new(now: f64) -> Self {
        Self {
            last: now,
            ..Self::default()
        }
    }

    /// Something is asked of the worker.
    pub fn ask(&mut self) {
        self.asked = true;
    }

    /// The worker said something; `pong` where it says that it is there.
    pub fn hear(&mut self, pong: bool) {
        self.heard = true;
        self.pinged &= !pong;
    }

    /// Looks after the worker. `awake` is whether the page can be seen, `busy` whether the worker
    /// has yet to say more without being asked again.
    pub fn tick(&mut self, now: f64, awake: bool, busy: bool) -> Next {
        let slept = !awake || now - self.last > f64::from(TICK) + LATE;
        self.last = now;
        let heard = std::mem::take(&mut self.heard);
        if !(busy || self.asked || self.pinged) {
            return Next::Rest;
        }
        if heard || slept {
            self.silent = 0;
        } else {
            self.silent += 1;
        }
        if self.silent > SILENT {
            return Next::Bury;
        }
        if self.silent > 0 && self.pinged {
            return Next::Wait;
        }
        self.asked = false;
        self.pinged = true;
        Next::Ping
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What happens between two ticks: nothing, something is asked, a word is said, a ping is
    /// answered, the page is hidden, the machine sleeps.
    fn after(story: &str, busy: bool) -> Vec<Next> {
        let mut watch = Watch::new(0.0);
        let mut now = 0.0;
        let ticks = story.split(' ').map(|between| {
            now += f64::from(TICK);
            let mut awake = true;
            for what in between.chars() {
                match what {
                    'a' => watch.ask(),
                    'w' => watch.hear(false),
                    'p' => watch.hear(true),
                    'h' => awake = false,
                    's' => now += 60_000.0,
                    _ => {}
                }
            }
            watch.tick(now, awake, busy)
        });
        ticks.collect()
    }

    #[track_caller]
    fn check(story: &str, busy: bool, expected: &str) {
        let next = after(story, busy).into_iter().map(|next| match next {
            Next::Rest => 'r',
            Next::Ping => 'p',
            Next::Wait => 'w',
            Next::Bury => 'b',
        });
        assert_eq!(next.collect::<String>(), expected, "{story}");
    }

    #[test]
    fn a_worker_that_answers_is_left_alone() {
        check("a p . .", false, "prrr");
        check("aw p", false, "pr");
        // What was asked after a ping is not answered by its pong.
        check("a ap p", false, "ppr");
        check("a p p p", true, "pppp");
    }

    #[test]
    fn a_silent_worker_is_buried() {
        check("a . . . . . .", false, "pwwwwwb");
        check("a wp . . . . . . .", true, "ppwwwwwwb");
    }

    #[test]
    fn a_word_is_a_sign_of_life() {
        check("a . . . w . . . . . . .", false, "pwwwpwwwwwwb");
    }

    #[test]
    fn silence_counts_only_while_the_page_is_awake() {
        check("a h h h h h h h h h h", false, "ppppppppppp");
        check("a . . . . . s . . . . . .", false, "pwwwwwpwwwwww");
    }
}
