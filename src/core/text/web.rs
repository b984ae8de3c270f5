//! Addresses that may become links.

/// What the addresses of links begin with.
const SCHEMES: [&str; 4] = ["https://", "http://", "ftp://", "mailto:"];

/// What stands in an address behind `https://`, `http://`, `ftp://` or `mailto:`, in whatever
/// letter case; `None` where it begins with none of them.
pub fn behind_scheme(address: &str) -> Option<&str> {
    SCHEMES.iter().find_map(|scheme| {
        let (start, rest) = address.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    })
}

/// Whether an address begins with one of the schemes of [`behind_scheme`].
pub fn is_web(address: &str) -> bool {
    behind_scheme(address).is_some()
}

/// An address that may become a link, without white space around: it has a scheme of
/// [`behind_scheme`], something behind that, and nothing that a browser would strip. Links and the
/// addresses of code are all of this kind.
pub fn checked_href(href: &str) -> Option<&str> {
    let href = href.trim();
    let is_whole = behind_scheme(href).is_some_and(|rest| !rest.is_empty());
    let is_clean = !href.chars().any(|c| c.is_whitespace() || c.is_control());
    (is_whole && is_clean).then_some(href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_a_scheme_and_no_blank() {
        for (href, expected) in [
            (" HTTPS://a.b ", Some("HTTPS://a.b")),
            ("mailto:a@b.c", Some("mailto:a@b.c")),
            ("https://a.b/é", Some("https://a.b/é")),
            ("https://", None),
            ("httpd.example/a", None),
            ("javascript:alert(1)", None),
            ("https://a.b/c d", None),
            ("https://a.b/\u{2028}c", None),
            ("https://a.b/\u{1}c", None),
            ("é", None),
        ] {
            assert_eq!(checked_href(href), expected, "{href}");
        }
    }
}
