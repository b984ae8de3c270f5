//! Addresses: whatever stands behind the `#`, the page starts, and what it makes of it says the
//! same.

use digest_explorer::core::query::parse;

#[path = "../../../src/ui/place.rs"]
mod place;

use place::{Place, sort_name, sort_named};

pub fn check(bytes: &[u8]) {
    let place = Place::from_hash(&super::text(bytes));
    let hash = place.to_hash();
    assert!(
        hash.is_empty() || hash.starts_with('#'),
        "no fragment: {hash}"
    );
    assert!(
        hash.bytes().all(|byte| byte.is_ascii_graphic()),
        "not allowed in an address: {hash}"
    );
    assert_eq!(Place::from_hash(&hash), place, "{hash}");
    let sort = place.search.sort;
    assert_eq!(sort.and_then(|sort| sort_named(sort_name(sort))), sort);
    let _ = parse(&place.search.text);
}
