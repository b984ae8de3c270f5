//! Which links of a paper lead to code.

use std::collections::HashSet;

use crate::core::address::Address;
use crate::core::paper::Paper;
use crate::core::text::{Link, RichText};

/// Where code is kept; subdomains count too.
const HOSTS: [&str; 6] = [
    "github.com",
    "bitbucket.org",
    "huggingface.co",
    "codeberg.org",
    "sourceforge.net",
    "gitlab.com",
];

/// Whether an address is one of a code host: one of [`HOSTS`], or a GitLab that someone runs
/// (`gitlab.example.org`).
pub fn is_code_host(href: &str) -> bool {
    let is_web = ["http:", "https:"].iter().any(|scheme| {
        href.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    let address = Address::parse(href).filter(|_| is_web);
    address.is_some_and(|address| {
        address.site().starts_with("gitlab.") || HOSTS.iter().any(|known| address.is_of(known))
    })
}

/// The links of abstract and comment that lead to code, in reading order, then those that the
/// digest gives for it; each address once.
pub fn code_links(paper: &Paper) -> Vec<Link> {
    let mut links = paper.links();
    links.retain(|link| is_code_host(&link.href));
    let mut known: HashSet<String> = links.iter().map(|link| link.href.clone()).collect();
    let given = paper.code.iter();
    let given = given.filter(|href| known.insert((*href).clone()));
    links.extend(given.map(|href| Link {
        href: href.clone(),
        label: href.clone(),
    }));
    links
}

/// Whether a paper has a link that leads to code; [`code_links`] are these.
pub fn has_code_link(paper: &Paper) -> bool {
    let texts = [paper.summary.as_ref(), paper.comment.as_ref()];
    let mut addresses = texts.into_iter().flatten().flat_map(RichText::addresses);
    !paper.code.is_empty() || addresses.any(|(href, _)| is_code_host(href))
}

#[cfg(test)]
mod tests {
    use super::is_code_host;

    #[test]
    fn code_hosts_by_their_whole_name() {
        for (href, expected) in [
            ("https://github.com/a/b", true),
            ("HTTP://WWW.GitHub.com", true),
            ("https://user@gist.github.com:443/x?y", true),
            ("https://gitlab.example.org/a", true),
            ("https://gitlab.com#x", true),
            ("https://huggingface.co/x", true),
            ("https://github.com./a", true),
            ("https://GITHUB%2ecom\\a", true),
            ("https://a.example\\@github.com/a/b", false),
            ("https://github.com@a.example/b", false),
            ("https://notgithub.com/a", false),
            ("https://github.com.example.org/", false),
            ("https://example.org/github.com", false),
            ("https://a.github.io/", false),
            ("mailto:a@github.com", false),
            ("ftp://github.com", false),
            ("github.com/a", false),
            ("", false),
        ] {
            assert_eq!(is_code_host(href), expected, "{href}");
        }
    }
}
