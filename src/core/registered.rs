//! What registers other than arXiv call a paper: numbers of PubMed and PubMed Central, names of
//! OpenReview's forums and of the ACL Anthology.
//!
//! A paper has them as links of its comment, and so they travel through every format that can hold
//! a link; here is how they are known there, and how people write them.

/// Who gives papers such ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Register {
    /// PubMed, with numbers.
    Pubmed,
    /// PubMed Central, with `PMC` and a number.
    PubmedCentral,
    /// OpenReview, with names of ten letters, digits, hyphens and underscores or so.
    OpenReview,
    /// The ACL Anthology, with `P19-1001` until 2019 and `2020.acl-main.1` since.
    Acl,
}

/// An id that a register gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Registered {
    /// Who gives it.
    pub register: Register,
    /// The id itself, in the register's own spelling: `123`, `PMC123`, `aB3_x`, `2020.acl-main.1`.
    pub id: String,
}

/// More bytes than any such id has.
const LONGEST: usize = 64;
/// Where pages of papers are: the start of their addresses without the scheme.
const SITES: [(&str, Register); 8] = [
    ("pubmed.ncbi.nlm.nih.gov/", Register::Pubmed),
    ("ncbi.nlm.nih.gov/pubmed/", Register::Pubmed),
    ("pmc.ncbi.nlm.nih.gov/articles/", Register::PubmedCentral),
    ("ncbi.nlm.nih.gov/pmc/articles/", Register::PubmedCentral),
    ("openreview.net/forum?id=", Register::OpenReview),
    ("openreview.net/pdf?id=", Register::OpenReview),
    ("aclanthology.org/", Register::Acl),
    ("aclweb.org/anthology/", Register::Acl),
];

impl Registered {
    /// The id in the address of a paper's page; `None` where it is of something else.
    pub fn in_address(address: &str) -> Option<Self> {
        let rest = without(address, &["https://", "http://"]);
        let rest = without(rest, &["www."]);
        let (start, register) = SITES.iter().find(|(start, _)| starts(rest, start))?;
        let rest = rest.get(start.len()..)?;
        let end = rest.find(['/', '?', '#', '&']).unwrap_or(rest.len());
        let id = rest.get(..end)?;
        let id = match register {
            Register::Acl => ["pdf", "bib"]
                .iter()
                .find_map(|kind| id.strip_suffix(kind)?.strip_suffix('.'))
                .unwrap_or(id),
            _ => id,
        };
        Self::of(*register, id)
    }

    /// The id that a text is, as people write it: `PMID 123`, `PMC123`, `2020.acl-main.1`,
    /// `openreview/aB3_x`, or an address.
    pub fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        let after = |name: &str| {
            let rest = text
                .get(name.len()..)
                .filter(|_| starts(text, name))?
                .trim_start_matches([' ', ':', '/']);
            Some(rest)
        };
        if let Some(rest) = after("pmid") {
            return Self::of(Register::Pubmed, rest);
        }
        if let Some(rest) = after("openreview").filter(|rest| !rest.starts_with('.')) {
            return Self::of(Register::OpenReview, rest);
        }
        Self::of(Register::PubmedCentral, text)
            .or_else(|| Self::of(Register::Acl, text))
            .or_else(|| Self::in_address(text))
    }

    /// The id of a register if it can be one of its own.
    pub fn of(register: Register, id: &str) -> Option<Self> {
        if id.len() > LONGEST {
            return None;
        }
        let is_number = |text: &str| {
            matches!(text.len(), 1..=9)
                && text.bytes().all(|b| b.is_ascii_digit())
                && !text.starts_with('0')
        };
        let id = match register {
            Register::Pubmed => is_number(id).then(|| id.to_owned()),
            Register::PubmedCentral => {
                let number = id.get(3..).filter(|_| starts(id, "PMC"))?;
                is_number(number).then(|| ["PMC", number].concat())
            }
            Register::OpenReview => {
                let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
                ((4..=24).contains(&id.len()) && id.bytes().all(fits)).then(|| id.to_owned())
            }
            Register::Acl => acl(id),
        }?;
        Some(Self { register, id })
    }

    /// The address of its page.
    pub fn address(&self) -> String {
        let id = &self.id;
        match self.register {
            Register::Pubmed => format!("https://pubmed.ncbi.nlm.nih.gov/{id}/"),
            Register::PubmedCentral => format!("https://pmc.ncbi.nlm.nih.gov/articles/{id}/"),
            Register::OpenReview => format!("https://openreview.net/forum?id={id}"),
            Register::Acl => format!("https://aclanthology.org/{id}/"),
        }
    }

    /// The id with its register's name where it does not tell that itself, as a link says it:
    /// `PMID 123`, `PMC123`, `OpenReview aB3_x`, `ACL 2020.acl-main.1`.
    pub fn label(&self) -> String {
        let id = &self.id;
        match self.register {
            Register::Pubmed => format!("PMID {id}"),
            Register::PubmedCentral => id.clone(),
            Register::OpenReview => format!("OpenReview {id}"),
            Register::Acl => format!("ACL {id}"),
        }
    }

    /// The id in one word, which [`named`](Self::named) reads: `pmid/123`, `PMC123`,
    /// `openreview/aB3_x`, `2020.acl-main.1`.
    pub fn word(&self) -> String {
        let id = &self.id;
        match self.register {
            Register::Pubmed => format!("pmid/{id}"),
            Register::OpenReview => format!("openreview/{id}"),
            Register::PubmedCentral | Register::Acl => id.clone(),
        }
    }
}

/// The Anthology's own spelling of an id, if the text is one: `P19-1001`, `2020.acl-main.1`,
/// `2021.findings-emnlp.3`.
fn acl(id: &str) -> Option<String> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut parts = id.split('.');
    if let (Some(year), Some(volume), Some(number), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    {
        let (venue, name) = volume.rsplit_once('-')?;
        let word = |text: &str| {
            let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
            !text.is_empty() && text.bytes().all(fits)
        };
        let fits = year.len() == 4 && digits(year) && word(venue) && word(name);
        return (fits && digits(number)).then(|| id.to_ascii_lowercase());
    }
    let (volume, number) = id.split_once('-')?;
    let mut letters = volume.chars();
    let fits = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.as_str().len() == 2
        && digits(letters.as_str())
        && number.len() == 4
        && digits(number);
    fits.then(|| id.to_ascii_uppercase())
}

/// Whether a text starts so, whatever the letter case.
fn starts(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// A text without the first of these that it starts with.
fn without<'t>(text: &'t str, starters: &[&str]) -> &'t str {
    let start = starters.iter().find(|start| starts(text, start));
    start.map_or(text, |start| text.get(start.len()..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn word(seen: Option<Registered>, expected: &str, text: &str) {
        let seen = seen.map(|id| id.word());
        assert_eq!(seen.as_deref().unwrap_or("-"), expected, "{text}");
    }

    #[test]
    fn addresses_hold_ids() {
        for (address, expected) in [
            ("https://pubmed.ncbi.nlm.nih.gov/123/", "pmid/123"),
            ("http://www.ncbi.nlm.nih.gov/pubmed/123?x=1", "pmid/123"),
            ("https://pmc.ncbi.nlm.nih.gov/articles/PMC9/", "PMC9"),
            ("https://www.ncbi.nlm.nih.gov/pmc/articles/pmc9", "PMC9"),
            (
                "https://openreview.net/forum?id=aB3_x-9&noteId=q",
                "openreview/aB3_x-9",
            ),
            ("https://openreview.net/pdf?id=aB3_x", "openreview/aB3_x"),
            (
                "https://aclanthology.org/2020.acl-main.1/",
                "2020.acl-main.1",
            ),
            (
                "https://aclanthology.org/2021.findings-emnlp.3.pdf",
                "2021.findings-emnlp.3",
            ),
            ("https://www.aclweb.org/anthology/P19-1001.bib", "P19-1001"),
            ("https://aclanthology.org/venues/acl/", "-"),
            ("https://openreview.net/group?id=A.cc", "-"),
            ("https://pubmed.ncbi.nlm.nih.gov/?term=doors", "-"),
            ("https://a.example/pubmed.ncbi.nlm.nih.gov/123", "-"),
            ("", "-"),
        ] {
            word(Registered::in_address(address), expected, address);
        }
    }

    #[test]
    fn people_write_ids() {
        for (text, expected) in [
            ("PMID: 123", "pmid/123"),
            ("pmid123", "pmid/123"),
            ("PMID 0", "-"),
            ("pmc9", "PMC9"),
            ("PMC", "-"),
            ("openreview:aB3_x", "openreview/aB3_x"),
            ("openreview.net/forum?id=aB3_x", "openreview/aB3_x"),
            ("p19-1001", "P19-1001"),
            ("2020.ACL-main.1", "2020.acl-main.1"),
            ("2012.12877", "-"),
            ("P19-100", "-"),
            ("doors", "-"),
        ] {
            word(Registered::named(text), expected, text);
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for text in [
            "pmid1",
            "PMC2",
            "openreview/aaaa",
            "P19-1001",
            "2020.acl-main.1",
        ] {
            let id = Registered::named(text).unwrap();
            assert_eq!(Registered::named(&id.word()).as_ref(), Some(&id));
            assert_eq!(Registered::in_address(&id.address()), Some(id));
        }
    }
}
