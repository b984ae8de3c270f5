//! Addresses: whatever stands behind the `#`, the page starts, and what it makes of it says the
//! same.

use digest_explorer::core::query::parse;

#[path = "../../../src/ui/place.rs"]
mod place;

#[path = "../../../src/ui/link.rs"]
#[allow(
    dead_code,
    clippy::module_inception,
    reason = "it is read as the page reads it"
)]
mod link;

use link::{Luggage, to_view};
use place::{Place, sort_name, sort_named};

pub fn check(bytes: &[u8]) {
    let text = super::text(bytes);
    let place = Place::from_hash(&text);
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
    let luggage = Luggage::from_hash(&text);
    let written = to_view("", &place, &luggage.needs);
    assert_eq!(Place::from_hash(&written), place, "{written}");
    let again = Luggage::from_hash(&written);
    assert!(luggage.needs.starts_with(&again.needs), "{written}");
}
