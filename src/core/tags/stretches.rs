//! Where mentions do not count: whether a place lies in one of many stretches.

use crate::core::sorting;

/// Stretches of a paper, each of a kind.
#[derive(Debug)]
pub(super) struct Stretches<K> {
    /// Kind, start and end, by kind and start. The end is the furthest of those of the kind so far,
    /// so the last stretch that starts no later than a place tells whether any holds it.
    sorted: Vec<(K, u32, u32)>,
}

impl<K: Ord + Copy> Stretches<K> {
    /// Takes the stretches, each with its kind, its start, and the end before which it ends.
    pub fn new(mut all: Vec<(K, u32, u32)>) -> Self {
        sorting::sort_by_key(&mut all, |(kind, start, _)| (*kind, *start));
        let mut furthest: Option<(K, u32)> = None;
        for (kind, _, end) in &mut all {
            if let Some((before, far)) = furthest
                && before == *kind
            {
                *end = far.max(*end);
            }
            furthest = Some((*kind, *end));
        }
        Self { sorted: all }
    }

    /// Whether a place lies in a stretch of a kind.
    pub fn hold(&self, kind: K, at: u32) -> bool {
        let begun = |(of, start, _): &(K, u32, u32)| (*of, *start) <= (kind, at);
        let begun = &self.sorted[..self.sorted.partition_point(begun)];
        begun
            .last()
            .is_some_and(|(of, _, end)| *of == kind && at < *end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_lies_in_any_stretch_of_its_kind() {
        let stretches = Stretches::new(vec![
            ('b', 4, 5),
            ('a', 1, 9),
            ('a', 12, 14),
            ('a', 3, 4),
            ('b', 0, 2),
        ]);
        for (kind, places) in [
            ('a', &[1, 2, 3, 4, 5, 6, 7, 8, 12, 13][..]),
            ('b', &[0, 1, 4]),
            ('c', &[]),
        ] {
            let held: Vec<u32> = (0..20).filter(|at| stretches.hold(kind, *at)).collect();
            assert_eq!(held, places, "{kind}");
        }
    }
}
