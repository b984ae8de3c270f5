//! What an item of a list says of a paper.

use super::authors::{byline, names};
use super::inline::{Piece, pieces};
use crate::core::digest::address::{is_button, leads_to_code};
use crate::core::digest::ids::arxiv::{self, Named};
use crate::core::digest::ids::doi;
use crate::core::digest::markup;
use crate::core::paper::{Paper, PaperId};
use crate::core::text::checked_href;

/// Hosts and paths of pages of papers that have no arXiv id.
const PAPER_SITES: [&str; 16] = [
    "openreview.net/",
    "aclanthology.org/",
    "aclweb.org/anthology",
    "proceedings.mlr.press/",
    "openaccess.thecvf.com/",
    "papers.nips.cc/",
    "proceedings.neurips.cc/",
    "jmlr.org/papers",
    "dl.acm.org/doi",
    "ieeexplore.ieee.org/",
    "link.springer.com/",
    "sciencedirect.com/science",
    "nature.com/articles",
    "pubmed.ncbi.nlm.nih.gov/",
    "biorxiv.org/content",
    "medrxiv.org/content",
];

/// What buttons say that lead to the paper.
const PAPER_BUTTONS: [&str; 9] = [
    "paper",
    "pdf",
    "arxiv",
    "abs",
    "openreview",
    "acl",
    "doi",
    "preprint",
    "publication",
];

/// Whether an address or a word leads to a paper of another site than arXiv, or is a DOI.
pub(super) fn leads_to_paper(word: &str) -> bool {
    let is_doi = word.starts_with("10.")
        || word.contains("doi.org/10.")
        || word
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("doi:"));
    if is_doi && doi::find(word).is_some() {
        return true;
    }
    word.starts_with("http") && PAPER_SITES.iter().any(|site| word.contains(site))
}

/// The paper of an item that starts on a line (from 1); `None` where it leads to none.
pub(super) fn paper(source: &str, line: u32) -> Option<Paper> {
    let pieces = pieces(source);
    let named = named(&pieces, source);
    let doi = doi::read(source).filter(|_| names_doi(source));
    let address = paper_address(&pieces);
    if named.is_none() && doi.is_none() && address.is_none() {
        return None;
    }
    let reading = Reading::of(&pieces);
    let title = markup::read(reading.title.trim());
    let name = if title.is_empty() {
        doi.as_deref().or(address)
    } else {
        Some(title.plain.as_str())
    };
    let (id, version) = PaperId::of(named, name.unwrap_or_default());
    let mut paper = Paper::new(id, title, line);
    paper.version = version;
    paper.authors = reading.authors;
    let mut gist = reading.rest;
    if paper.id.arxiv().is_none()
        && doi.is_none()
        && let Some(address) = address
    {
        // Nothing else leads to it.
        gist = [gist.as_str(), address].join(" ");
    }
    paper.gist = Some(markup::read_plain(gist.trim(), &[])).filter(|gist| !gist.is_empty());
    paper.doi = doi;
    paper.code = code(&pieces);
    Some(paper)
}

/// The arXiv id: that of the first link that has one, or else of the text.
fn named(pieces: &[Piece], source: &str) -> Option<Named> {
    let addresses = pieces.iter().filter_map(|piece| match piece {
        Piece::Link { address, .. } => Some(address),
        _ => None,
    });
    let mut named = addresses.filter_map(|address| arxiv::find(address));
    let leading = || {
        let bare = source.trim_start_matches(['[', '(', ' ']);
        arxiv::at_start(bare).map(|(found, _)| found)
    };
    named
        .next()
        .or_else(|| arxiv::find(source))
        .or_else(leading)
}

fn names_doi(source: &str) -> bool {
    source.contains("doi.org/")
        || source.trim_start().starts_with("10.")
        || memchr::memchr2_iter(b'd', b'D', source.as_bytes()).any(|at| {
            let rest = source.get(at..at + 4);
            rest.is_some_and(|rest| {
                rest.eq_ignore_ascii_case("doi:") || rest.eq_ignore_ascii_case("doi ")
            })
        })
}

/// The address of a paper elsewhere: one of a site of papers, or behind a button that says so.
fn paper_address(pieces: &[Piece]) -> Option<&str> {
    let mut links = pieces.iter().filter_map(|piece| match piece {
        Piece::Link { label, address, .. } => Some((label.as_str(), address.as_str())),
        _ => None,
    });
    let leads = |(label, address): &(&str, &str)| {
        let says = PAPER_BUTTONS
            .iter()
            .any(|button| label.eq_ignore_ascii_case(button));
        checked_href(address).is_some() && (says || leads_to_paper(address))
    };
    links.find(leads).map(|(_, address)| address)
}

/// The addresses of code.
fn code(pieces: &[Piece]) -> Vec<String> {
    let mut code: Vec<String> = Vec::new();
    for piece in pieces {
        let Piece::Link { label, address, .. } = piece else {
            continue;
        };
        if let Some(address) = checked_href(address).filter(|_| leads_to_code(label, address))
            && !code.iter().any(|known| known == address)
        {
            code.push(address.to_owned());
        }
    }
    code
}

/// What the visible words of an item are.
#[derive(Debug, Default)]
struct Reading {
    title: String,
    authors: Vec<String>,
    /// What is neither, on one line.
    rest: String,
    /// Whether nothing was said since the title.
    is_fresh: bool,
}

impl Reading {
    fn of(pieces: &[Piece]) -> Self {
        let mut reading = Self::default();
        let styled = pieces.iter().position(|piece| match piece {
            Piece::Bold(text) => is_title(text),
            Piece::Link { label, .. } => is_title(label) && arxiv::find(label).is_none(),
            _ => false,
        });
        let before_is_title = || {
            pieces.iter().position(
                |piece| matches!(piece, Piece::Text(text) if is_title(&cut(strip_groups(text)).0)),
            )
        };
        // Words before a link are the title where the link is a button or an author's, unless they
        // name the authors.
        let at = match (styled, before_is_title()) {
            (Some(styled), Some(text))
                if text < styled
                    && !is_lead(pieces, styled)
                    && !are_authors(pieces.get(text), pieces.get(styled)) =>
            {
                Some(text)
            }
            (styled, text) => styled.or(text).or_else(|| is_called(pieces).then_some(0)),
        };
        for (place, piece) in pieces.iter().enumerate() {
            let before_venue = matches!(
                pieces.get(place + 1),
                Some(Piece::Bold(text) | Piece::Italic(text)) if is_venue(text)
            );
            match piece {
                Piece::Bold(text) if Some(place) == at => {
                    text.trim().clone_into(&mut reading.title);
                    reading.is_fresh = true;
                }
                Piece::Link { label, .. } if Some(place) == at => {
                    label.trim().clone_into(&mut reading.title);
                    reading.is_fresh = true;
                }
                Piece::Text(text) if Some(place) == at => {
                    let (title, rest) = cut(strip_groups(text));
                    reading.title = title;
                    reading.is_fresh = true;
                    reading.behind_title(rest, before_venue);
                }
                Piece::Italic(text) if reading.authors.is_empty() && !reading.title.is_empty() => {
                    match names(text) {
                        Some(names) => reading.authors = names,
                        None => reading.behind_title(text, before_venue),
                    }
                }
                Piece::Text(text) if at.is_some_and(|at| at > place) => {
                    match names(text).filter(|_| are_authors(Some(piece), pieces.get(place + 1))) {
                        Some(names) => reading.authors = names,
                        None => reading.say(text),
                    }
                }
                Piece::Text(text) if !reading.title.is_empty() => {
                    reading.behind_title(text, before_venue);
                }
                Piece::Text(text) | Piece::Bold(text) | Piece::Italic(text) => reading.say(text),
                Piece::Link { label, .. } => {
                    let is_said =
                        !label.is_empty() && !is_button(label) && arxiv::find(label).is_none();
                    if is_said && !is_link_word(label) {
                        reading.say(label);
                    }
                }
            }
        }
        let title = reading
            .title
            .trim_matches([' ', ',', ';', ':', '"', '“', '”', '\n']);
        let title = title.strip_suffix('.').unwrap_or(title).replace('\n', " ");
        reading.title = title;
        reading
    }

    /// What stands behind the title: the authors first, where it starts as they do.
    fn behind_title(&mut self, text: &str, before_venue: bool) {
        if self.is_fresh
            && self.authors.is_empty()
            && let Some((names, rest)) = byline(text, before_venue)
        {
            self.authors = names;
            return self.say(&rest);
        }
        self.say(text);
    }

    /// Adds words that are no title, without what stood around links.
    fn say(&mut self, text: &str) {
        let cleaned = text.replace(['[', ']', '`', '*', '|', '\n'], " ");
        let mut words = cleaned.split_whitespace().peekable();
        let is_word = |word: &&str| word.contains(char::is_alphanumeric);
        if !words.clone().any(|word| is_word(&word)) {
            return;
        }
        self.is_fresh = false;
        // Dashes and the like at its start belonged to the title or a link.
        while words.next_if(|word| !is_word(word)).is_some() {}
        for word in words {
            if arxiv::find(word.trim_matches(['(', ')', ',', '.'])).is_some() {
                continue;
            }
            if !self.rest.is_empty() {
                self.rest.push(' ');
            }
            self.rest.push_str(word.trim_start_matches([',', ';', ':']));
        }
        let end = self
            .rest
            .trim_end_matches([' ', ',', ';', ':', '-', '–', '—', '(', '/'])
            .len();
        self.rest.truncate(end);
    }
}

/// Whether a piece names the authors of the paper to which the next one links by its title.
fn are_authors(piece: Option<&Piece>, next: Option<&Piece>) -> bool {
    let Some(Piece::Text(text)) = piece else {
        return false;
    };
    let leads = matches!(
        next,
        Some(Piece::Link { address, .. })
            if arxiv::find(address).is_some() || leads_to_paper(address)
    );
    leads && names(text).is_some()
}

/// Whether the words before a styled piece lead up to it, as `NeurIPS 2023:` does, or a number.
fn is_lead(pieces: &[Piece], styled: usize) -> bool {
    let before = pieces.get(..styled).unwrap_or_default();
    let words = before.iter().map(|piece| match piece {
        Piece::Text(text) | Piece::Bold(text) | Piece::Italic(text) => text
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphabetic))
            .count(),
        Piece::Link { .. } => 0,
    });
    words.sum::<usize>() <= 3
}

/// Whether a single word stands before the first link: `BERT https://…`.
fn is_called(pieces: &[Piece]) -> bool {
    let (Some(Piece::Text(text)), Some(Piece::Link { .. })) = (pieces.first(), pieces.get(1))
    else {
        return false;
    };
    let word = text.trim();
    word.starts_with(char::is_alphabetic)
        && word.ends_with(char::is_alphanumeric)
        && !word.contains(char::is_whitespace)
        && !is_link_word(word)
}

/// Labels of links that name what the link leads to, and nothing of the paper.
fn is_link_word(label: &str) -> bool {
    let label = label.trim_matches([':', ' ', '🔗', '📄', '💻']);
    label.len() < 4
        || PAPER_BUTTONS
            .iter()
            .chain(&[
                "code",
                "github",
                "project",
                "project page",
                "page",
                "website",
                "homepage",
                "blog",
                "video",
                "demo",
                "dataset",
                "data",
                "model",
                "poster",
                "slides",
                "bibtex",
                "webpage",
            ])
            .any(|word| label.eq_ignore_ascii_case(word))
}

/// Whether words may be a title: two or more, or a long one, and no venue with its year.
pub(super) fn is_title(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    let words = text
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphabetic))
        .count();
    let is_long = words >= 2 || text.chars().count() >= 12;
    is_long && !is_venue(text) && !is_link_word(text) && !is_button(text)
}

/// `NeurIPS 2023`, `CVPR'24 Oral`: a few words and a year.
pub(super) fn is_venue(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let runs = text.split(|c: char| !c.is_ascii_digit());
    let is_year = |run: &str| run.len() == 4 && (run.starts_with("19") || run.starts_with("20"));
    let short = |run: &str| run.len() == 2 && text.contains(['\'', '’']);
    words <= 4 && runs.into_iter().any(|run| is_year(run) || short(run))
}

/// Takes `(NeurIPS'23)` and `[2405.00001]` from the start of a text.
fn strip_groups(text: &str) -> &str {
    let mut rest = text.trim_start_matches([' ', '\n', ')', ']', '-', ':', ',', '.', '|']);
    while let Some(open) = rest.chars().next().filter(|c| matches!(c, '(' | '[')) {
        let close = if open == '(' { ')' } else { ']' };
        let Some((_, after)) = rest.split_once(close) else {
            break;
        };
        rest = after.trim_start_matches([' ', '\n', ')', ']', '-', ':', ',', '.', '|']);
    }
    // A bare list may have the id before the title.
    if let Some((_, id)) = arxiv::at_start(rest) {
        rest = rest.get(id.len()..).unwrap_or_default();
        rest = rest.trim_start_matches([' ', '\t', '-', '–', '—', ':', ',', '|']);
    }
    rest
}

/// The title at the start of a text, up to what cannot be of it, and the rest.
fn cut(text: &str) -> (String, &str) {
    let quoted = text
        .strip_prefix('"')
        .and_then(|inside| inside.split_once('"'));
    let quoted = quoted.or_else(|| text.strip_prefix('“')?.split_once('”'));
    if let Some((title, rest)) = quoted {
        return (title.to_owned(), rest);
    }
    let ends = [
        " - ", " – ", " — ", " | ", "[", " (", "\n", "arXiv:", "arxiv:", "doi:",
    ];
    let end = ends.iter().filter_map(|end| text.find(end)).min();
    let (title, rest) = text
        .split_at_checked(end.unwrap_or(text.len()))
        .unwrap_or((text, ""));
    (
        title.trim_end_matches([' ', ',', ';', ':']).to_owned(),
        rest,
    )
}
