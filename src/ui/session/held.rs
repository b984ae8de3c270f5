//! The records of what the reader did that are kept nowhere but here.

use std::collections::VecDeque;

/// Records that the worker gave and has not said to be kept. Should it die, the next one gets them:
/// what the reader did is lost with neither.
#[derive(Debug, Default)]
pub struct Held {
    records: VecDeque<Vec<u8>>,
    /// The number of the last of them.
    last: u64,
}

impl Held {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Takes records; `last` is the number of the last. `is_all` says that they take the place of
    /// those before.
    pub fn hold(&mut self, records: &[Vec<u8>], last: u64, is_all: bool) {
        if is_all {
            self.records.clear();
        }
        self.records.extend(records.iter().cloned());
        self.last = last;
    }

    /// Those up to a number are kept elsewhere.
    pub fn let_go(&mut self, up_to: u64) {
        let left = usize::try_from(self.last.saturating_sub(up_to)).unwrap_or(usize::MAX);
        let gone = self.records.len().saturating_sub(left);
        self.records.drain(..gone);
    }

    /// All of them for another worker, which counts from the start.
    pub fn begin_again(&mut self) -> Vec<Vec<u8>> {
        self.last = self.records.len() as u64;
        self.records.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Vec<u8>> {
        text.bytes().map(|byte| vec![byte]).collect()
    }

    #[test]
    fn what_is_not_kept_is_held() {
        let mut held = Held::default();
        held.hold(&records("abc"), 3, false);
        held.let_go(1);
        held.hold(&records("d"), 4, false);
        assert_eq!(held.begin_again(), records("bcd"));
        held.let_go(2);
        assert_eq!(held.begin_again(), records("d"));
        held.hold(&records("e"), 2, false);
        held.hold(&records("F"), 3, true);
        assert_eq!(held.begin_again(), records("F"));
        held.let_go(9);
        assert!(held.is_empty());
    }
}
