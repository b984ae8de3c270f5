//! DOIs, whole: they may hold nearly every character.
//!
//! ```text
//! doi:10.1000/182;  https://dx.doi.org/10.1000%2F182      10.1000/182, 10.1000/183
//! 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2
//! ```

use std::borrow::Cow;

use super::super::address::percent_decoded;
use super::arxiv;

/// No DOI is longer than so many bytes.
const LONGEST: usize = 512;

/// What the DOIs start with that arXiv derives from its own ids.
const DERIVED: &str = "10.48550/arxiv.";

/// The first DOI of a text as it stands there, without a resolver's address and without what the
/// sentence or the list around it adds: `10.1000/182` out of `doi:10.1000/182, 10.1000/183`.
pub(in super::super) fn find(text: &str) -> Option<&str> {
    let start = memchr::memmem::find_iter(text.as_bytes(), "10.").find(|at| starts(text, *at))?;
    let ends =
        |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '，' | '；' | '。');
    let rest = text.get(start..)?;
    let near = rest.get(..rest.floor_char_boundary(LONGEST))?;
    let doi = near.split(ends).next()?;
    let doi = doi.get(..next_in_list(doi)).unwrap_or(doi);
    let doi = trimmed(doi);
    doi.split_once(['/', '%'])
        .is_some_and(|(_, suffix)| !suffix.is_empty())
        .then_some(doi)
}

/// The same without escapes of addresses and of HTML, and none where arXiv derived it from an id:
/// that says nothing new, and leads where the id does.
pub(in super::super) fn read(text: &str) -> Option<String> {
    let found = find(text)?;
    let plain = unescaped(found);
    let is_derived = plain
        .get(..DERIVED.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(DERIVED));
    let is_known = is_derived && arxiv::find(&plain).is_some();
    (!is_known).then(|| plain.into_owned())
}

/// The DOI in the path of a publisher's address, without what the publisher adds to it:
/// `https://dl.acm.org/doi/abs/10.1145/3580305`,
/// `https://www.biorxiv.org/content/10.1101/2026.1v2`.
pub(in super::super) fn in_address(url: &str) -> Option<String> {
    const VIEWS: [&str; 12] = [
        "/abstract",
        "/fulltext.html",
        "/fulltext",
        "/full",
        "/html",
        "/epdf",
        "/pdf",
        "/meta",
        ".full.pdf",
        ".abstract",
        ".full",
        ".pdf",
    ];
    let url = url.trim();
    if !url.starts_with("http") || url.contains(char::is_whitespace) {
        return None;
    }
    let url = url.split(['?', '#']).next()?;
    let at = memchr::memmem::find(url.as_bytes(), b"/10.")?;
    let mut doi = url.get(at + 1..)?;
    let number = doi.bytes().skip(3).take_while(u8::is_ascii_digit).count();
    if number < 4 {
        return None;
    }
    for view in VIEWS {
        doi = doi.strip_suffix(view).unwrap_or(doi);
    }
    if ["biorxiv.org/", "medrxiv.org/"]
        .iter()
        .any(|site| url.contains(site))
    {
        let bare = doi.trim_end_matches(|c: char| c.is_ascii_digit());
        if let Some(bare) = bare.strip_suffix('v').filter(|_| bare.len() < doi.len()) {
            doi = bare;
        }
    }
    read(doi)
}

/// Whether a DOI starts here: `10.` and a registrant's number, then a slash.
fn starts(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    if before.is_some_and(|b| b.is_ascii_digit() || *b == b'.') {
        return false;
    }
    let rest = bytes.get(at + 3..).unwrap_or_default();
    let is_number = |b: &&u8| b.is_ascii_digit() || **b == b'.';
    let number = rest.iter().take(16).take_while(is_number).count();
    let slash = rest.get(number..).unwrap_or_default();
    let is_escaped = slash
        .get(..3)
        .is_some_and(|slash| slash.eq_ignore_ascii_case(b"%2F"));
    number > 0 && (is_escaped || slash.first() == Some(&b'/'))
}

/// Where the next of a list starts that has no space before it: `10.1000/182;10.1000/183`.
fn next_in_list(doi: &str) -> usize {
    let is_next = |at: usize| {
        let rest = doi.get(at + 1..).unwrap_or_default();
        starts(doi, at + 1) || rest.starts_with("http") || rest.starts_with("doi")
    };
    memchr::memchr2_iter(b',', b';', doi.as_bytes())
        .find(|at| is_next(*at))
        .unwrap_or(doi.len())
}

/// Without the punctuation behind it, and without brackets that close and do not open in it.
fn trimmed(doi: &str) -> &str {
    const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('{', '}'), ('<', '>')];
    let count = |bracket: char| doi.matches(bracket).count();
    // How many of each kind close without having been opened.
    let mut lone = BRACKETS.map(|(open, close)| count(close).saturating_sub(count(open)));
    let mut doi = doi;
    loop {
        doi = doi.trim_end_matches(['.', ',', ';', ':', '\'', '`', '*', '|', '\\']);
        let mut kinds = BRACKETS.iter().zip(&mut lone);
        let Some((bare, lone)) =
            kinds.find_map(|((_, close), lone)| Some((doi.strip_suffix(*close)?, lone)))
        else {
            return doi;
        };
        if *lone == 0 {
            return doi;
        }
        *lone -= 1;
        doi = bare;
    }
}

/// `%2F` of addresses and `&lt;` of HTML as the characters that they stand for.
fn unescaped(doi: &str) -> Cow<'_, str> {
    let mut doi = Cow::Borrowed(doi);
    if doi.contains('%') {
        doi = Cow::Owned(percent_decoded(&doi));
    }
    if doi.contains('&') {
        let named = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")];
        let plain = named
            .iter()
            .fold(doi.into_owned(), |doi, (name, c)| doi.replace(name, c));
        doi = Cow::Owned(plain);
    }
    doi
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(read(text).as_deref(), expected, "{text}");
    }

    #[test]
    fn a_doi_stands_alone() {
        let plain = Some("10.1000/182");
        check("10.1000/182", plain);
        check("https://doi.org/10.1000/182 10.1000/183", plain);
        check("doi:10.1000/182;", plain);
        check("DOI: 10.1000/182.", plain);
        check("(see https://dx.doi.org/10.1000/182)", plain);
        check("http://dx.doi.org/10.1000%2F182", plain);
        check("10.1000/182, 10.1000/183", plain);
        check("10.1000/182;10.1000/183", plain);
        check("10.1000/182,doi:10.1000/183", plain);
        check("{10.1000/182}", plain);
        check("<https://doi.org/10.1000/182>", plain);
        check("on page 10.5 of doi 10.1000/182", plain);
        check("([10.1000/182]).", plain);
        check("(10.1000/(1)82))", Some("10.1000/(1)82"));
        check("10.1000/(1)82)]", Some("10.1000/(1)82"));
    }

    #[test]
    fn a_doi_keeps_all_its_characters() {
        for doi in [
            "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
            "10.1175/1520-0485(1996)026<0712:TEOIWU>2.0.CO;2",
            "10.1023/A:1010933404324",
            "10.1000.10/a,b;c_d",
            "10.1016/S0140-6736(05)17952-1",
        ] {
            check(doi, Some(doi));
            check(&format!("https://doi.org/{doi}"), Some(doi));
        }
        check(
            "10.1175/1520-0485(1996)026&lt;0712:X&gt;2.0.CO;2",
            Some("10.1175/1520-0485(1996)026<0712:X>2.0.CO;2"),
        );
        check(
            "https://doi.org/10.1002/%28SICI%291097%3C1661::A%3E3.0.CO;2-2",
            Some("10.1002/(SICI)1097<1661::A>3.0.CO;2-2"),
        );
    }

    #[test]
    fn what_is_no_doi_is_none() {
        for text in [
            "",
            "to appear",
            "10.5",
            "10.1000",
            "10.1000/",
            "10.48550/arXiv.2012.12877",
            "https://doi.org/10.48550%2FARXIV.2012.12877",
        ] {
            check(text, None);
        }
    }
}
