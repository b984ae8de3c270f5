//! What a link carries beside a place: the files that its view needs, or the papers themselves.
//!
//! `needs=NAME~PRINT,…,+N` names files with what tells their content, 12 hexadecimal digits, and
//! says how many more there are. Of many files the newest are named, as many as fit into
//! [`NEEDS`] characters, so that a link stays one that can be passed on. `papers=…z` has a parcel
//! in base64. The letter at its end is there because programs that look for links in a text leave
//! other characters at the end of them out.

use std::rc::Rc;

use crate::core::fragment::{decode, encode_item};
use crate::core::parcel::LONGEST_IN_LINK;
use crate::protocol::Need;

use super::place::Place;

/// How many characters the files of a link take at most.
const NEEDS: usize = 1_500;
/// How many files a link may name: what is written is fewer.
const MOST_NEEDS: usize = 500;
/// The ends of a parcel in a fragment.
const PAPERS: &str = "papers=";
const END: char = 'z';

/// What a link carries beside a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Luggage {
    /// The files that its view needs.
    pub needs: Rc<[Need]>,
    /// How many more files there were than are named.
    pub more: u32,
    /// The papers themselves.
    pub parcel: Option<Rc<str>>,
}

impl Luggage {
    /// Reads a fragment, with or without its `#`. What it does not know it leaves out.
    pub fn from_hash(hash: &str) -> Self {
        let mut luggage = Self::default();
        if Place::is_too_long(hash) {
            return luggage;
        }
        for pair in hash.strip_prefix('#').unwrap_or(hash).split('&') {
            if let Some(parcel) = pair.strip_prefix(PAPERS) {
                // One that was cut is opened all the same, so that it is said.
                let parcel = parcel.strip_suffix(END).unwrap_or(parcel);
                luggage.parcel = Some(parcel.into());
            } else if let Some(needs) = pair.strip_prefix("needs=") {
                luggage.read_needs(needs);
            }
        }
        luggage
    }

    fn read_needs(&mut self, text: &str) {
        let mut needs = Vec::new();
        for item in text.split(',').take(MOST_NEEDS) {
            if let Some((name, print)) = item.rsplit_once('~') {
                let print = u64::from_str_radix(print, 16);
                let name = decode(name);
                if let Ok(print) = print
                    && !name.is_empty()
                {
                    needs.push(Need { name, print });
                }
            } else if let Some(more) = item.strip_prefix('+') {
                self.more = more.parse().unwrap_or(0);
            }
        }
        self.needs = needs.into();
    }
}

/// How many characters of a fragment are those of a parcel, if there is one.
pub fn parcel_len(hash: &str) -> usize {
    let mut pairs = hash.strip_prefix('#').unwrap_or(hash).split('&');
    let parcel = pairs.find(|pair| pair.starts_with(PAPERS));
    parcel.map_or(0, str::len)
}

/// Whether a parcel of so many characters is longer than any that this page writes.
pub fn is_parcel_too_long(len: usize) -> bool {
    len > LONGEST_IN_LINK + PAPERS.len() + END.len_utf8()
}

/// The link to a place that needs these files, behind the address of the page.
pub fn to_view(base: &str, place: &Place, needs: &[Need]) -> String {
    let mut link = start(base, place);
    let mut list = String::new();
    let mut named = 0;
    for need in needs {
        let mut name = String::new();
        encode_item(&need.name, &mut name);
        let item = format!("{name}~{:012x}", need.print);
        if list.len() + item.len() > NEEDS {
            break;
        }
        if named > 0 {
            list.push(',');
        }
        list.push_str(&item);
        named += 1;
    }
    let more = needs.len() - named;
    if more > 0 {
        let comma = if named > 0 { "," } else { "" };
        list = format!("{list}{comma}+{more}");
    }
    if !list.is_empty() {
        link.push_str("needs=");
        link.push_str(&list);
    }
    // Nothing follows a place that needs nothing.
    link.trim_end_matches(['&', '#']).to_owned()
}

/// The link to a place with the papers themselves.
pub fn to_papers(base: &str, place: &Place, parcel: &str) -> String {
    let link = start(base, place);
    [&link, PAPERS, parcel, &END.to_string()].concat()
}

/// The address of a place, and what divides it from what follows.
fn start(base: &str, place: &Place) -> String {
    let hash = place.to_hash();
    let divider = if hash.is_empty() { "#" } else { "&" };
    [base, &hash, divider].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(name: &str, print: u64) -> Need {
        Need {
            name: name.to_owned(),
            print,
        }
    }

    fn place(hash: &str) -> Place {
        Place::from_hash(hash)
    }

    #[track_caller]
    fn check(hash: &str, needs: &[Need], link: &str) {
        let written = to_view("https://a.example/x/", &place(hash), needs);
        assert_eq!(written, format!("https://a.example/x/{link}"));
        let read = Luggage::from_hash(link);
        assert_eq!(&read.needs[..], needs);
        assert_eq!(place(link), place(hash), "the place stays what it is");
    }

    #[test]
    fn links_name_the_files_that_they_need() {
        check("", &[], "");
        check("#q=gan", &[], "#q=gan");
        check(
            "",
            &[need("2026-04-05.md", 0xabc)],
            "#needs=2026-04-05.md~000000000abc",
        );
        let names = [
            need("a,b~c +1.md", 1),
            need("日.md", 0xffff_ffff_ffff),
            need(" 2", 2),
        ];
        check(
            "#q=gan&paper=2604.00001",
            &names,
            "#q=gan&paper=2604.00001&needs=a%2Cb%7Ec+%2B1.md~000000000001,%E6%97%A5.md~ffffffffffff,+2~000000000002",
        );
    }

    #[test]
    fn a_link_stays_short_however_many_files_it_needs() {
        let needs: Vec<Need> = (0..365)
            .map(|at| need(&format!("2026-{at:03}.md"), at))
            .collect();
        let link = to_view("", &place("#q=gan"), &needs);
        assert!(link.len() < NEEDS + 60, "{}", link.len());
        let read = Luggage::from_hash(&link);
        assert!(read.needs.len() > 50 && read.needs[..] == needs[..read.needs.len()]);
        assert_eq!(read.needs.len() + read.more as usize, 365);
        let long = need(&"x".repeat(2_000), 1);
        let read = Luggage::from_hash(&to_view("", &place(""), &[long]));
        assert_eq!((read.needs.len(), read.more), (0, 1));
    }

    #[test]
    fn links_carry_papers() {
        let link = to_papers("", &place("#q=gan"), "H4sI-_");
        assert_eq!(link, "#q=gan&papers=H4sI-_z");
        assert_eq!(place(&link), place("#q=gan"));
        assert_eq!(Luggage::from_hash(&link).parcel.as_deref(), Some("H4sI-_"));
        let cut = Luggage::from_hash("#papers=H4s");
        assert_eq!(cut.parcel.as_deref(), Some("H4s"));
        assert_eq!(Luggage::from_hash("#papers=").parcel.as_deref(), Some(""));
        let long = to_papers("", &place("#q=gan"), &"A".repeat(LONGEST_IN_LINK));
        assert!(Luggage::from_hash(&long).parcel.is_some());
        assert_eq!(place(&long), place("#q=gan"));
        let longer = to_papers("", &place(""), &"A".repeat(LONGEST_IN_LINK + 1));
        assert!(Place::is_too_long(&longer));
        assert_eq!(Luggage::from_hash(&longer), Luggage::default());
    }

    #[test]
    fn what_is_no_list_of_files_needs_nothing() {
        for hash in [
            "#needs=",
            "#needs=a",
            "#needs=~1",
            "#needs=a~xyz",
            "#needs=,,+x",
            "#q=needs",
        ] {
            assert_eq!(Luggage::from_hash(hash), Luggage::default(), "{hash}");
        }
    }
}
