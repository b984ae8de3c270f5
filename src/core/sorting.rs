//! Sorting, compiled once.
//!
//! The standard library's sort is compiled anew for every type and every order, four to eight
//! kilobytes of wasm each. Here it is compiled for the numbers of the items alone; what differs is
//! the comparison, reached through a pointer.

use std::cmp::Ordering;

/// Sorts stably by a comparison.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut places = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    // Each swap brings one item to its place.
    for at in 0..items.len() {
        while places[at] as usize != at {
            let place = places[at] as usize;
            items.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// Sorts stably by a key.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts stably.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// The place of each item in the order of a comparison; of equals the first stays first.
fn places(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    // Lists of 2³² items do not fit the memory that wasm has.
    let mut order: Vec<u32> = (0..u32::try_from(len).unwrap_or(u32::MAX)).collect();
    order.sort_unstable_by(|&a, &b| compare(a as usize, b as usize).then(a.cmp(&b)));
    let mut places = vec![0; len];
    for (place, &item) in (0..).zip(&order) {
        places[item as usize] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(items: &[(u8, &str)]) {
        let (mut ours, mut std) = (items.to_vec(), items.to_vec());
        sort_by_key(&mut ours, |item| item.0);
        std.sort_by_key(|item| item.0);
        assert_eq!(ours, std);
        sort(&mut ours);
        std.sort_unstable();
        assert_eq!(ours, std);
    }

    #[test]
    fn as_the_standard_library_sorts() {
        check(&[]);
        check(&[(1, "a")]);
        check(&[(2, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")]);
        check(&[(0, "a"), (0, "b"), (0, "c")]);
        check(&[(3, "a"), (2, "b"), (1, "c"), (0, "d")]);
    }
}
