//! What several formats say in the same way.

use crate::core::paper::{AnnounceKind, Paper};
use crate::core::text::{RichText, Style};

/// The label that arXiv gives links in abstracts: `this https URL`.
fn is_arxivs_label(label: &str) -> bool {
    label.starts_with("this ") && label.ends_with(" URL")
}

/// The text for formats without markup: arXiv's own labels are replaced by the address that they
/// stand for, other labels have it behind them in parentheses where it is not what they say, all
/// else is the plain text.
pub(super) fn plain(text: &RichText) -> String {
    let mut out = String::with_capacity(text.plain.len());
    let mut done = 0;
    for styled in &text.styles {
        let range = styled.span.range();
        let (Style::Link(href), Some(label)) = (&styled.style, text.plain.get(range.clone()))
        else {
            continue;
        };
        let Some(before) = text.plain.get(done..range.start) else {
            continue;
        };
        out.push_str(before);
        if is_arxivs_label(label) {
            out.push_str(href);
        } else {
            out.push_str(label);
            if !says(label, href) {
                for part in [" (", href, ")"] {
                    out.push_str(part);
                }
            }
        }
        done = range.end;
    }
    out.push_str(text.plain.get(done..).unwrap_or_default());
    out
}

/// Whether a label is the address that it leads to, perhaps without its scheme, or names the paper
/// of arXiv there.
fn says(label: &str, href: &str) -> bool {
    let (label, href) = (bare(label), bare(href));
    let id = label.strip_prefix("arXiv:");
    label == href || id.is_some_and(|id| href.strip_prefix("arxiv.org/abs/") == Some(id))
}

/// An address without its scheme and the slash at its end.
fn bare(address: &str) -> &str {
    let schemes = ["https://", "http://", "ftp://", "mailto:"];
    let rest = schemes.iter().find_map(|scheme| {
        let (start, rest) = address.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    let rest = rest.unwrap_or(address);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// The paper's page on arXiv, in its version if that is known.
pub(super) fn address(paper: &Paper) -> Option<String> {
    let id = paper.id.arxiv()?;
    let version = paper.version.map_or(String::new(), |v| format!("v{v}"));
    Some(format!("https://arxiv.org/abs/{id}{version}"))
}

/// Its own DOI, or the one that arXiv derives from its id.
pub(super) fn doi(paper: &Paper) -> Option<String> {
    let derived = || Some(format!("10.48550/arXiv.{}", paper.id.arxiv()?));
    paper.doi.clone().or_else(derived)
}

/// The primary category, where that is known: the category of a list that carried the paper as a
/// cross-list is not, nor one outside of the archive that an old id names.
pub(super) fn primary(paper: &Paper) -> Option<&str> {
    let category = paper.categories.first()?;
    let of_list = paper.announce.is_some_and(|announce| match announce.kind {
        AnnounceKind::New => false,
        AnnounceKind::Cross => true,
        AnnounceKind::Replaced => announce.inferred,
    });
    let archive = paper.id.arxiv().and_then(|id| id.as_str().split_once('/'));
    let fits = archive.is_none_or(|(archive, _)| archive == category.archive());
    let known = fits && !(of_list && paper.categories.len() == 1);
    known.then_some(category.0.as_str())
}

/// The categories with something between.
pub(super) fn categories(paper: &Paper, between: &str) -> String {
    let names: Vec<&str> = paper
        .categories
        .iter()
        .map(|category| category.0.as_str())
        .collect();
    names.join(between)
}

/// What follows a name behind a comma and belongs to it.
const SUFFIXES: [&str; 7] = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

/// What names of groups hold, which have no family name.
const GROUPS: [&str; 7] = [
    "Collaboration",
    "Consortium",
    "Team",
    "Group",
    "Project",
    "Network",
    "Survey",
];

/// A name in parts; put together again (given, family, suffix behind a comma) they are the name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Name<'n> {
    /// A person's.
    Person {
        /// What stands before the family name.
        given: &'n str,
        /// The last word, with the particles before it.
        family: &'n str,
        /// `Jr.`
        suffix: &'n str,
    },
    /// One that cannot be cut up.
    Whole(&'n str),
}

/// Cuts a name up.
pub(super) fn name(name: &str) -> Name<'_> {
    let (base, suffix) = match name.rsplit_once(", ") {
        Some((base, suffix)) if SUFFIXES.contains(&suffix) => (base, suffix),
        _ => (name, ""),
    };
    let group = base.split(' ').any(|word| GROUPS.contains(&word));
    let Some((mut given, _)) = base
        .rsplit_once(' ')
        .filter(|_| !group && !base.contains([',', ';']))
    else {
        return Name::Whole(name);
    };
    // `Ada van der Stern`
    while let Some((before, particle)) = given.rsplit_once(' ')
        && particle.len() <= 4
        && particle.chars().all(char::is_lowercase)
    {
        given = before;
    }
    let family = &base[given.len() + 1..];
    Name::Person {
        given,
        family,
        suffix,
    }
}
