//! What the URL says: the search and the open paper, as `#q=…&sort=…&all=…&muted=…&paper=…`.
//! What else a link may carry is `link`'s.

use crate::core::facet::Facet;
use crate::core::fragment::{decode, encode};
use crate::core::order::Sort;
use crate::protocol::Search;

use super::link;

/// A view that a link can carry: input alone, nothing derived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The search.
    pub search: Search,
    /// The id of the open paper.
    pub paper: Option<String>,
}

/// The orders and their names in the URL.
pub const SORTS: [(Sort, &str); 5] = [
    (Sort::Relevance, "relevance"),
    (Sort::Newest, "newest"),
    (Sort::Oldest, "oldest"),
    (Sort::Title, "title"),
    (Sort::Id, "id"),
];

/// The name of an order in the URL and in the page's select.
pub fn sort_name(sort: Sort) -> &'static str {
    sort.name()
}

/// The order of this name.
pub fn sort_named(name: &str) -> Option<Sort> {
    Sort::named(name)
}

/// What the URL says of muted papers where they are shown.
const SHOWN: &str = "show";

/// The longest fragment that is read, in bytes: what a query of twenty kilobytes takes when each of
/// its bytes is written as three. Longer ones are not searched.
const LONGEST: usize = 64_000;

impl Place {
    /// Whether a fragment is longer than any that this page writes.
    pub fn is_too_long(hash: &str) -> bool {
        let parcel = link::parcel_len(hash);
        hash.len() - parcel > LONGEST || link::is_parcel_too_long(parcel)
    }

    /// The place as a fragment with its `#`; empty for the plain page.
    pub fn to_hash(&self) -> String {
        let mut hash = String::new();
        let mut put = |key: &str, value: &str| {
            hash.push(if hash.is_empty() { '#' } else { '&' });
            hash.push_str(key);
            hash.push('=');
            encode(value, &mut hash);
        };
        if !self.search.text.is_empty() {
            put("q", &self.search.text);
        }
        if let Some(sort) = self.search.sort {
            put("sort", sort_name(sort));
        }
        if !self.search.all_of.is_empty() {
            let names: Vec<&str> = self
                .search
                .all_of
                .iter()
                .map(|facet| facet.name())
                .collect();
            put("all", &names.join(","));
        }
        if self.search.shows_muted {
            put("muted", SHOWN);
        }
        if let Some(paper) = &self.paper {
            put("paper", paper);
        }
        hash
    }

    /// Reads a fragment, with or without its `#`. What it does not know it leaves out, and of one
    /// that is [too long](Self::is_too_long) all.
    pub fn from_hash(hash: &str) -> Self {
        let mut place = Self::default();
        if Self::is_too_long(hash) {
            return place;
        }
        for pair in hash.strip_prefix('#').unwrap_or(hash).split('&') {
            let Some((key, value)) = pair.split_once('=') else {
                continue;
            };
            if key == "papers" {
                // Many characters, and none of this.
                continue;
            }
            let value = decode(value);
            match key {
                "q" => place.search.text = value,
                "sort" => place.search.sort = sort_named(&value),
                "all" => {
                    place.search.all_of = value.split(',').filter_map(Facet::from_name).collect();
                }
                "muted" => place.search.shows_muted = value == SHOWN,
                "paper" if !value.is_empty() => place.paper = Some(value),
                _ => {}
            }
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, sort: Option<Sort>, all_of: &[Facet], paper: Option<&str>) -> Place {
        Place {
            search: Search {
                text: text.into(),
                sort,
                all_of: all_of.to_vec(),
                shows_muted: false,
                typing: false,
            },
            paper: paper.map(str::to_owned),
        }
    }

    #[track_caller]
    fn check(place: &Place, hash: &str) {
        assert_eq!(place.to_hash(), hash);
        assert_eq!(&Place::from_hash(hash), place, "{hash}");
    }

    #[test]
    fn places_read_back_from_their_hash() {
        check(&place("", None, &[], None), "");
        check(
            &place("gan -domain:medical", None, &[], None),
            "#q=gan+-domain:medical",
        );
        check(
            &place(
                "",
                Some(Sort::Oldest),
                &[Facet::Task, Facet::Method],
                Some("2012.12877"),
            ),
            "#sort=oldest&all=task,method&paper=2012.12877",
        );
        let mut shown = place("gan", None, &[], None);
        shown.search.shows_muted = true;
        check(&shown, "#q=gan&muted=show");
        check(
            &place(r#"/a+b&c=d%#/ "é""#, None, &[], Some("hep-th/9901001")),
            "#q=/a%2Bb%26c%3Dd%25%23/+%22%C3%A9%22&paper=hep-th/9901001",
        );
    }

    #[test]
    fn every_order_has_a_name_of_its_own() {
        for (sort, name) in SORTS {
            assert_eq!(sort_named(sort_name(sort)), Some(sort));
            assert!(!name.is_empty());
        }
    }

    #[test]
    fn links_written_by_others_are_read() {
        let spaced = Place::from_hash("q=two%20words&unknown=1&sort=best&all=task,nonsense&paper=");
        assert_eq!(spaced, place("two words", None, &[Facet::Task], None));
        // Broken escapes stand for themselves.
        assert_eq!(Place::from_hash("#q=100%&x").search.text, "100%");
        assert_eq!(Place::from_hash("#q=%zz%4").search.text, "%zz%4");
        assert_eq!(Place::from_hash("#q=%FF").search.text, "\u{FFFD}");
        assert_eq!(Place::from_hash("#q=%&sort=%&paper=%2").search.text, "%");
    }

    #[test]
    fn a_link_of_any_length_opens_the_page() {
        let long = "#q=".to_owned() + &"%C3%A9".repeat(1 << 20);
        assert!(Place::is_too_long(&long));
        assert_eq!(Place::from_hash(&long), Place::default());
        assert!(!Place::is_too_long(
            &place(&"é".repeat(10_000), None, &[], None).to_hash()
        ));
    }
}
