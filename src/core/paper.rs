//! The paper: what a digest says about one, and nothing else.

use std::collections::HashSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::day::{Date, Day};
use super::registered::Registered;
use super::text::{Link, RichText};

/// An arXiv identifier without its version: `2012.12877` or `hep-th/9901001`.
///
/// Always in arXiv's canonical form: an old identifier has no subject class (`math.GT/0309136`
/// becomes `math/0309136`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ArxivId(String);

/// The text is not an arXiv identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnArxivId;

impl ArxivId {
    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads an identifier that may carry a version: `2012.12877v2` → (`2012.12877`, 2).
    pub fn parse_versioned(text: &str) -> Result<(Self, Option<u16>), NotAnArxivId> {
        let (base, version) = match text.rfind(['v', 'V']) {
            Some(at)
                if text[at + 1..].bytes().all(|b| b.is_ascii_digit()) && at + 1 < text.len() =>
            {
                let version: u16 = text[at + 1..].parse().map_err(|_| NotAnArxivId)?;
                (&text[..at], Some(version))
            }
            _ => (text, None),
        };
        if version == Some(0) {
            return Err(NotAnArxivId);
        }
        Ok((Self::parse_base(base)?, version))
    }

    /// The month in which arXiv gave it: `2012.12877` and `hep-th/9901001` start with it. `None`
    /// where that was before arXiv, or before ids were of this kind.
    pub fn month(&self) -> Option<Date> {
        let (digits, is_old) = match self.0.split_once('/') {
            Some((_, digits)) => (digits, true),
            None => (self.0.as_str(), false),
        };
        let number = |range: std::ops::Range<usize>| digits.get(range)?.parse::<u8>().ok();
        let (year, month): (u8, u8) = (number(0..2)?, number(2..4)?);
        let century = match (is_old, year) {
            (true, 91..) => 1900,
            (true, ..8) | (false, 7..91) => 2000,
            _ => return None,
        };
        Date::month(century + u16::from(year), month)
    }

    fn parse_base(base: &str) -> Result<Self, NotAnArxivId> {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if let Some((archive, number)) = base.split_once('/') {
            // Before April 2007: archive.CLASS/YYMMNNN.
            let archive = archive
                .split_once('.')
                .map_or(archive, |(archive, _)| archive);
            let named = !archive.is_empty()
                && archive
                    .bytes()
                    .all(|b| b.is_ascii_alphabetic() || b == b'-');
            if named && number.len() == 7 && digits(number) {
                return Ok(Self(format!("{}/{number}", archive.to_ascii_lowercase())));
            }
        } else if let Some((month, number)) = base.split_once('.') {
            let month_exists = month.len() == 4
                && digits(month)
                && month
                    .get(2..)
                    .and_then(|m| m.parse::<u8>().ok())
                    .is_some_and(|m| (1..=12).contains(&m));
            if month_exists && (4..=5).contains(&number.len()) && digits(number) {
                return Ok(Self(base.to_owned()));
            }
        }
        Err(NotAnArxivId)
    }
}

impl fmt::Display for ArxivId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for ArxivId {
    type Err = NotAnArxivId;

    /// Reads an identifier and leaves a version out.
    fn from_str(text: &str) -> Result<Self, NotAnArxivId> {
        Self::parse_versioned(text).map(|(id, _)| id)
    }
}

/// What names a paper in the library, in URLs and in exports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PaperId {
    /// A paper of arXiv.
    Arxiv(ArxivId),
    /// A paper without an arXiv id: a stable name derived from its title, `x-` and 16 hexadecimal
    /// digits.
    Local(String),
}

impl PaperId {
    /// The stable name of a paper that has only a title: FNV-1a (64 bit) over its letters and
    /// digits in lower case.
    pub fn from_title(title: &str) -> Self {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        for c in title
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
        {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
            }
        }
        Self::Local(format!("x-{hash:016x}"))
    }

    /// The name of a paper with or without an arXiv id, and the version if one is named.
    pub fn of(named: Option<(ArxivId, Option<u16>)>, title: &str) -> (Self, Option<u16>) {
        match named {
            Some((id, version)) => (Self::Arxiv(id), version),
            None => (Self::from_title(title), None),
        }
    }

    /// The name that [`PaperId::from_title`] gave to a paper; `None` where a text is none such.
    pub fn local(name: &str) -> Option<Self> {
        let digits = name.strip_prefix("x-")?;
        let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
        let fits = digits.len() == 16 && digits.bytes().all(is_digit);
        fits.then(|| Self::Local(name.to_owned()))
    }

    /// The paper that a text names: one of arXiv where it reads as such an id.
    pub fn named(text: &str) -> Self {
        match text.parse::<ArxivId>() {
            Ok(id) => Self::Arxiv(id),
            Err(_) => Self::Local(text.to_owned()),
        }
    }

    /// The id as text: `2012.12877`, `hep-th/9901001` or `x-…`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Arxiv(id) => id.as_str(),
            Self::Local(name) => name,
        }
    }

    /// The arXiv id, if the paper has one.
    pub fn arxiv(&self) -> Option<&ArxivId> {
        match self {
            Self::Arxiv(id) => Some(id),
            Self::Local(_) => None,
        }
    }
}

impl fmt::Display for PaperId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An arXiv category, `cs.CV` or `hep-th`. The archive is the part before the dot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Category(pub String);

impl Category {
    /// The category of this name; `None` where it has anything but letters, digits, dots and
    /// hyphens, which no category of arXiv has.
    pub fn named(name: &str) -> Option<Self> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
        (!name.is_empty() && name.bytes().all(fits)).then(|| Self(name.to_owned()))
    }

    /// The archive of the category: `cs` for `cs.CV`.
    pub fn archive(&self) -> &str {
        self.0
            .split_once('.')
            .map_or(&self.0, |(archive, _)| archive)
    }
}

/// How a day's list carried a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AnnounceKind {
    /// Submitted to the list's category for the first time.
    New,
    /// Submitted to another category and listed here too.
    Cross,
    /// A new version of a paper listed before.
    Replaced,
}

impl AnnounceKind {
    /// All kinds, in a list's own order.
    pub const ALL: [Self; 3] = [Self::New, Self::Cross, Self::Replaced];

    /// The kind's id in a query and in exports.
    pub fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Cross => "cross",
            Self::Replaced => "replaced",
        }
    }

    /// The kind that arXiv's feeds or our exports name so; a new version of a cross-list is a new
    /// version.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "new" => Some(Self::New),
            "cross" => Some(Self::Cross),
            "replace" | "replace-cross" | "replaced" => Some(Self::Replaced),
            _ => None,
        }
    }
}

/// How a paper was announced, and whether the digest said so or we inferred it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// New, cross-listed or replaced.
    pub kind: AnnounceKind,
    /// True where the digest does not say it and its order gives it away.
    pub inferred: bool,
}

/// The part of a paper where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Part {
    /// The title.
    Title,
    /// The abstract.
    Abstract,
    /// The authors' comment.
    Comment,
}

/// One paper as one digest gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// What names it.
    pub id: PaperId,
    /// The version that the digest links to, if it says one.
    pub version: Option<u16>,
    /// The title; empty where the digest has none.
    pub title: RichText,
    /// The abstract, if the digest has one.
    pub summary: Option<RichText>,
    /// The authors in their order; empty where the digest names none. We invent none.
    pub authors: Vec<String>,
    /// The categories, the primary one first where the digest says which it is.
    pub categories: Vec<Category>,
    /// The days on which it was announced, oldest first.
    pub days: Vec<Day>,
    /// How it was announced, if that is known.
    pub announce: Option<Announcement>,
    /// The authors' comment, if the digest has one.
    pub comment: Option<RichText>,
    /// The digest's own summary in a line, which is neither the authors' nor the abstract.
    pub gist: Option<RichText>,
    /// The headings of the digest's own order under which it stands, each once.
    pub topics: Vec<String>,
    /// The addresses that the digest gives for its code, each once and as
    /// [`checked_href`](super::text::checked_href) wants it.
    pub code: Vec<String>,
    /// Where it was published, as arXiv's `Journal-ref` says it.
    pub journal: Option<String>,
    /// Its DOI without a resolver's address: `10.1000/182`.
    pub doi: Option<String>,
    /// When its first version was submitted.
    pub submitted: Option<Day>,
    /// The month or the year that the digest gives it, where it gives no day and the id does not
    /// tell as much.
    pub dated: Option<Date>,
    /// The number that the digest gives it.
    pub number: Option<u32>,
    /// The line of the file on which it starts, from 1.
    pub line: u32,
}

impl Paper {
    /// A paper of which only its name, its title and the line of its start (from 1) are known.
    pub fn new(id: PaperId, title: RichText, line: u32) -> Self {
        Self {
            id,
            version: None,
            title,
            summary: None,
            authors: Vec::new(),
            categories: Vec::new(),
            days: Vec::new(),
            announce: None,
            comment: None,
            gist: None,
            topics: Vec::new(),
            code: Vec::new(),
            journal: None,
            doi: None,
            submitted: None,
            dated: None,
            number: None,
            line,
        }
    }

    /// The days on which it was announced; where none is known, its [inferred](Self::inferred)
    /// date.
    pub fn dates(&self) -> impl Iterator<Item = Date> {
        let inferred = self.days.is_empty().then(|| self.inferred()).flatten();
        self.days.iter().copied().map(Date::from).chain(inferred)
    }

    /// The last of its [`dates`](Self::dates): what it is sorted by and shown with.
    pub fn date(&self) -> Option<Date> {
        let last = self.days.iter().max().copied().map(Date::from);
        last.or_else(|| self.inferred())
    }

    /// Its date as far as it can be known without a day on which it was announced: what the digest
    /// says, or the day of its first version or the month of its arXiv id where one of them lies
    /// in that, or where the digest says nothing.
    pub fn inferred(&self) -> Option<Date> {
        let month = || self.id.arxiv().and_then(ArxivId::month);
        let lies = |date: &Date| self.dated.is_none_or(|dated| dated.contains(*date));
        let submitted = self.submitted.map(Date::from).filter(lies);
        submitted.or_else(|| month().filter(lies)).or(self.dated)
    }

    /// Sets the date that the digest gives it, unless it says no more than days and id do.
    pub fn set_dated(&mut self, date: Option<Date>) {
        let known = self.id.arxiv().and_then(ArxivId::month);
        let says_more = |date: &Date| known.is_none_or(|known| !date.contains(known));
        self.dated = date.filter(|date| self.days.is_empty() && says_more(date));
    }

    /// How many bytes its texts have together: what work on it grows with.
    pub fn size(&self) -> usize {
        let texts = [
            Some(&self.title),
            self.summary.as_ref(),
            self.comment.as_ref(),
        ];
        let texts = texts.into_iter().flatten().map(|text| text.plain.len());
        texts.chain(self.authors.iter().map(String::len)).sum()
    }

    /// What registers other than arXiv call it: the ids in the addresses of its comment, in
    /// reading order. Links of an abstract lead to other papers.
    pub fn registered(&self) -> impl Iterator<Item = Registered> + '_ {
        let addresses = self.comment.iter().flat_map(RichText::addresses);
        addresses.filter_map(|(href, _)| Registered::in_address(href))
    }

    /// The links of abstract and comment, in reading order, each address once.
    pub fn links(&self) -> Vec<Link> {
        let mut known = HashSet::new();
        let texts = [self.summary.as_ref(), self.comment.as_ref()];
        let texts = texts.into_iter().flatten();
        texts
            .flat_map(RichText::addresses)
            .filter(|(href, _)| known.insert(*href))
            .map(|(href, label)| Link {
                href: href.to_owned(),
                label: label.to_owned(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::text::{Span, Style, Styled};

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Option<u16>)>) {
        let parsed = ArxivId::parse_versioned(text).ok();
        let parsed = parsed.as_ref().map(|(id, version)| (id.as_str(), *version));
        assert_eq!(parsed, expected, "{text}");
    }

    #[test]
    fn identifiers_old_and_new() {
        check("2012.12877", Some(("2012.12877", None)));
        check("2012.12877v3", Some(("2012.12877", Some(3))));
        check("0704.0001", Some(("0704.0001", None)));
        check("hep-th/9901001v2", Some(("hep-th/9901001", Some(2))));
        check("math.GT/0309136", Some(("math/0309136", None)));
        check("1803.054", None);
        check("2013.12877", None);
        check("2012.12877v0", None);
        check("2012.12877v99999", None);
        check("2012.128777", None);
        check("/0309136", None);
        check("", None);
    }

    #[test]
    fn identifiers_tell_their_month() {
        for (id, month) in [
            ("2012.12877", Some("2020-12")),
            ("0704.0001", Some("2007-04")),
            ("hep-th/9901001", Some("1999-01")),
            ("math/0309136", Some("2003-09")),
            ("hep-th/9913001", None),
            ("0601.0001", None),
            ("9901.00001", None),
        ] {
            let id: ArxivId = id.parse().unwrap();
            let seen = id.month().map(|month| month.to_string());
            assert_eq!(seen.as_deref(), month, "{id}");
        }
    }

    #[track_caller]
    fn dated(id: &str, days: &[&str], submitted: Option<&str>, dated: Option<&str>) -> Vec<String> {
        let mut paper = Paper::new(PaperId::named(id), RichText::default(), 1);
        paper.days = days.iter().map(|day| day.parse().unwrap()).collect();
        paper.submitted = submitted.map(|day| day.parse().unwrap());
        paper.set_dated(dated.map(|date| date.parse().unwrap()));
        let all: Vec<String> = paper.dates().map(|date| date.to_string()).collect();
        let last = paper.date().map(|date| date.to_string());
        assert_eq!(last.as_ref(), all.iter().max());
        all
    }

    #[test]
    fn a_date_is_as_close_as_it_is_known() {
        let id = "2012.12877";
        assert_eq!(
            dated(id, &["2020-12-24"], None, Some("2021")),
            ["2020-12-24"]
        );
        assert_eq!(dated(id, &[], None, None), ["2020-12"]);
        assert_eq!(dated(id, &[], None, Some("2020")), ["2020-12"]);
        assert_eq!(dated(id, &[], Some("2020-12-20"), None), ["2020-12-20"]);
        assert_eq!(
            dated(id, &[], Some("2020-12-20"), Some("2020")),
            ["2020-12-20"]
        );
        assert_eq!(
            dated(id, &[], Some("2020-12-20"), Some("2021-06")),
            ["2021-06"]
        );
        assert_eq!(dated("x", &[], None, Some("2021-06")), ["2021-06"]);
        assert!(dated("x", &[], None, None).is_empty());
    }

    #[test]
    fn each_address_is_one_link_under_its_first_label() {
        let text = |plain: &str, hrefs: &[&str]| {
            let mut at = 0;
            let mut place = |word: &str, href: &str| {
                let start = at;
                at += word.len() + 1;
                Styled {
                    span: Span::new(start, start + word.len()),
                    style: Style::Link(href.to_owned()),
                }
            };
            let words = plain.split(' ').zip(hrefs);
            let styles = words.map(|(word, href)| place(word, href)).collect();
            Some(RichText {
                plain: plain.to_owned(),
                styles,
            })
        };
        let id = PaperId::Local("x".into());
        let mut paper = Paper::new(id, RichText::default(), 1);
        paper.summary = text("one two three", &["a:1", "a:2", "a:1"]);
        paper.comment = text("four five", &["a:2", "a:3"]);
        let links = paper.links();
        let links: Vec<_> = links
            .iter()
            .map(|link| (link.href.as_str(), link.label.as_str()))
            .collect();
        assert_eq!(links, [("a:1", "one"), ("a:2", "two"), ("a:3", "five")]);
    }

    #[test]
    fn a_local_name_depends_on_letters_and_digits_alone() {
        let name = PaperId::from_title("On Seeing: Twice");
        assert_eq!(name, PaperId::from_title("on seeing — twice!"));
        assert_ne!(name, PaperId::from_title("On seeing thrice"));
        assert_eq!(PaperId::local(name.as_str()), Some(name));
        for other in [
            "x-00",
            "x-00000000000000FF",
            "y-00000000000000ff",
            "2012.12877",
            "",
        ] {
            assert_eq!(PaperId::local(other), None, "{other}");
        }
    }

    #[test]
    fn a_category_is_a_name() {
        for (name, is_one) in [
            ("cs.CV", true),
            ("hep-th", true),
            ("", false),
            ("cs.CV}", false),
            ("a b", false),
            ("é", false),
        ] {
            assert_eq!(Category::named(name).is_some(), is_one, "{name}");
        }
    }
}
