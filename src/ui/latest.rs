//! Which replies are stale: those to any request but the last of its kind.

/// The last request of a kind, by its sequence number, and what it asked.
#[derive(Debug, Default)]
pub struct Latest<Q> {
    seq: u32,
    asked: Q,
    waits: bool,
}

impl<Q> Latest<Q> {
    /// Takes note of another request and gives its sequence number. Every earlier one is stale.
    pub fn ask(&mut self, what: Q) -> u32 {
        self.seq += 1;
        self.asked = what;
        self.waits = true;
        self.seq
    }

    /// What a reply with this sequence number answers; `None` if it is stale. There may be more
    /// than one reply to a request.
    pub fn answered(&mut self, seq: u32) -> Option<&Q> {
        let is_fresh = seq == self.seq;
        self.waits &= !is_fresh;
        is_fresh.then_some(&self.asked)
    }

    /// Whether this is the number of the last request, which may have more replies to come.
    pub fn is_last(&self, seq: u32) -> bool {
        seq == self.seq
    }

    /// What the last request asked.
    pub fn asked(&self) -> &Q {
        &self.asked
    }

    /// Whether the last request has had no reply yet.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// Stops waiting: whoever was asked is gone.
    pub fn give_up(&mut self) {
        self.waits = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_request_is_answered() {
        let mut latest = Latest::default();
        let (g, ga) = (latest.ask("g"), latest.ask("ga"));
        assert_eq!(latest.answered(g), None);
        assert!(latest.waits());
        assert_eq!(latest.answered(ga), Some(&"ga"));
        assert!(!latest.waits());
        assert_eq!(
            latest.answered(ga),
            Some(&"ga"),
            "a second part of the reply"
        );
    }

    #[test]
    fn who_is_gone_is_not_waited_for() {
        let mut latest = Latest::default();
        let before = latest.ask(());
        latest.give_up();
        assert!(!latest.waits());
        assert_ne!(latest.ask(()), before, "numbers are not given again");
    }
}
