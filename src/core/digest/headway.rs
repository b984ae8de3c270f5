//! What keeps a loop that may go back in a text from going back for ever.

/// How often each byte may be read. A value of JSON that breaks is read again from each record
/// inside of it, and those nest to a depth of less than a hundred; whatever reads more than this is
/// stuck.
const READINGS: usize = 128;

/// What may be read beyond that, so that the first few bytes need no thought.
const SLACK: usize = 64 * 1024;

/// Counts what a loop reads against how far it comes.
#[derive(Debug)]
pub(super) struct Headway {
    start: usize,
    furthest: usize,
    read: usize,
}

impl Headway {
    /// Of a loop that starts at this place.
    pub(super) fn from(start: usize) -> Self {
        Self {
            start,
            furthest: start,
            read: 0,
        }
    }

    /// Counts that the loop read from one place to another, and says whether it still gets on. To
    /// stay where one is counts as well.
    pub(super) fn is_made(&mut self, from: usize, to: usize) -> bool {
        self.read = self.read.saturating_add(to.saturating_sub(from).max(1));
        self.furthest = self.furthest.max(to);
        let allowed = (self.furthest - self.start).saturating_mul(READINGS);
        self.read <= allowed.saturating_add(SLACK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(moves: impl IntoIterator<Item = (usize, usize)>, expected: bool) {
        let mut headway = Headway::from(0);
        let gets_on = moves
            .into_iter()
            .all(|(from, to)| headway.is_made(from, to));
        assert_eq!(gets_on, expected);
    }

    #[test]
    fn what_gets_on_may_go_on() {
        check((0..1_000_000).map(|at| (at, at + 1)), true);
        // Each byte sixty-four times.
        check((0..1_000_000).map(|at| (at, at + 64)), true);
    }

    #[test]
    fn what_stays_or_goes_to_and_fro_may_not() {
        check((0..1_000_000).map(|_| (7, 7)), false);
        check((0..1_000_000).map(|_| (0, 100)), false);
        check((0..1_000_000).map(|at| (0, at)), false);
    }
}
