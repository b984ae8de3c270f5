//! What several formats say in the same way.

use super::Beside;
use crate::core::day::Date;
use crate::core::digest::agreed::is_category;
use crate::core::paper::{AnnounceKind, Paper};
use crate::core::text::{RichText, Style, behind_scheme};

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
    let rest = behind_scheme(address).unwrap_or(address);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// The paper's page on arXiv, in its version if that is known, or else at another register.
pub(super) fn address(paper: &Paper) -> Option<String> {
    let arxiv = versioned(paper).map(|id| format!("https://arxiv.org/abs/{id}"));
    arxiv.or_else(|| paper.registered().next().map(|id| id.address()))
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

/// The year in which arXiv gave an id: `2012.12877` and `hep-th/9901001` start with it.
fn year_of(id: &str) -> Option<String> {
    let digits = id.split_once('/').map_or(id, |(_, digits)| digits);
    let year = digits.get(..2)?;
    // arXiv began in 1991.
    let century = if year >= "91" { "19" } else { "20" };
    Some(format!("{century}{year}"))
}

/// The date that is written: the day of the last list that announced it, or what its digest says of
/// its date.
pub(super) fn date(paper: &Paper) -> Option<Date> {
    let of_list = paper.days.last().copied().map(Date::from);
    of_list.or(paper.dated)
}

/// The year of that date, or that in which arXiv gave the id.
pub(super) fn year(paper: &Paper) -> Option<String> {
    let written = date(paper).map(|date| date.first().year().to_string());
    written.or_else(|| year_of(paper.id.arxiv()?.as_str()))
}

/// The id with its version, where it is one of arXiv: `2012.12877v2`.
pub(super) fn versioned(paper: &Paper) -> Option<String> {
    let id = paper.id.arxiv()?;
    let version = paper.version.map_or(String::new(), |v| format!("v{v}"));
    Some(format!("{id}{version}"))
}

/// The words under which a program that knows but keywords finds it: its categories, and what of
/// tags and marks is to be written.
pub(super) fn keywords(paper: &Paper, beside: &Beside<'_>) -> Vec<String> {
    let categories = paper.categories.iter().map(|category| category.0.clone());
    categories.chain(labels(beside)).collect()
}

/// The tags and marks that are to be written, each once. A tag that is called as a category is has
/// a sign before it.
pub(super) fn labels(beside: &Beside<'_>) -> Vec<String> {
    let own = beside.own.unwrap_or_default();
    let tags = beside.tags.unwrap_or_default().iter().chain(own.tags);
    let mut labels: Vec<String> = Vec::new();
    for (_, tag) in tags {
        let label = if is_category(tag) {
            format!("#{tag}")
        } else {
            (*tag).to_owned()
        };
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.extend(own.marks().map(str::to_owned));
    labels
}

/// The lines of a note, with single line ends between and nothing but lines.
pub(super) fn lines(note: &str) -> String {
    paragraphs(note).join("\n")
}

/// The paragraphs of a note: the lines that stand between two blank ones.
pub(super) fn paragraphs(note: &str) -> Vec<String> {
    let note = note.replace("\r\n", "\n").replace('\r', "\n");
    let mut paragraphs = vec![String::new()];
    for line in note.split('\n').map(str::trim_end) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                let divider = if last.is_empty() { "" } else { "\n" };
                last.extend([divider, line]);
            }
            Some(last) if !last.is_empty() => paragraphs.push(String::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}
