//! Tokens → atoms: what each field takes, and how its values are spelled.

use super::ast::{Atom, Field, HasPart, IsState, QueryError};
use super::days::read_days;
use super::fields::{FieldInfo, Takes};
use super::lexer::{Kind, Token, has_letter};
use super::suggest::nearest;
use crate::core::facet::FacetKind;
use crate::core::marks::State;
use crate::core::paper::{AnnounceKind, ArxivId};
use crate::core::registered::{Register, Registered};
use crate::core::text::Span;

/// The word that stands for "without any value".
pub(super) const NONE: &str = "none";

/// Reads the atom that a run, a quoted text or a regex is, and the field it looks at.
pub(super) fn read_atom(
    info: Option<&FieldInfo>,
    token: Token,
) -> Result<(Option<Field>, Atom), QueryError> {
    let (start, end) = (token.start, token.end);
    let info = match info {
        None => {
            if let Kind::Run(run) = token.kind
                && let Some(id) = arxiv_id(run)
            {
                return Ok((Some(Field::Id), Atom::Value(id)));
            }
            return Ok((None, text_atom(token)?));
        }
        Some(info) if info.takes == Takes::Text => {
            return Ok((Some(info.field), text_atom(token)?));
        }
        Some(info) => info,
    };
    let cannot = |what: &str| {
        let expected = info.takes.expected();
        let message = [info.name, ": takes ", expected, ", not ", what];
        Err(QueryError::new(start..end, &message))
    };
    let atom = match &token.kind {
        Kind::Run(run) if run.starts_with('=') => return cannot("=word"),
        Kind::Run(run) if run.ends_with('*') => match beginning(info, run) {
            Some(atom) => atom,
            None => return cannot("word*"),
        },
        Kind::Run(run) if takes_none(info.takes) && run.eq_ignore_ascii_case(NONE) => Atom::None,
        Kind::Run(run) => value_atom(info, run, start)?,
        Kind::Quoted(text) if text.trim().is_empty() => return cannot("nothing"),
        Kind::Quoted(text) => value_atom(info, text, start).map_err(|error| QueryError {
            // Escapes and quotes shift the places inside: the whole is marked.
            at: Span::new(start, end),
            ..error
        })?,
        _ => return cannot("a /regex/"),
    };
    Ok((Some(info.field), atom))
}

/// The atom of a value that goes on: of ids all that begin so, of categories an archive.
fn beginning(info: &FieldInfo, run: &str) -> Option<Atom> {
    let start = run.trim_end_matches('*');
    match info.takes {
        Takes::Id => {
            let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/');
            let is_id = start.starts_with(|c: char| c.is_ascii_alphanumeric());
            let is_id = is_id && start.chars().all(is_part);
            is_id.then(|| Atom::Prefix(start.to_ascii_lowercase()))
        }
        Takes::Values(FacetKind::Category) => {
            let archive = start.strip_suffix('.')?;
            let is_archive = has_letter(archive) && !archive.contains('.');
            is_archive.then(|| Atom::Value(category(archive)))
        }
        _ => None,
    }
}

/// Reads a value as a field spells it. `start` is its place in the query.
pub(super) fn value_atom(info: &FieldInfo, text: &str, start: usize) -> Result<Atom, QueryError> {
    let value = text.trim();
    let at = start..start + text.len();
    let unknown = |names: &mut dyn Iterator<Item = &'static str>| {
        let known = match nearest(value, names) {
            Some(meant) => [" — did you mean ", info.name, ":", meant, "?"].concat(),
            None => [" — expected ", info.takes.expected()].concat(),
        };
        Err(QueryError::new(
            at.clone(),
            &["unknown ", info.name, ":", value, &known],
        ))
    };
    match info.takes {
        // Words have atoms of their own.
        Takes::Text => Ok(Atom::Value(text.to_owned())),
        Takes::Values(kind) => match kind {
            FacetKind::Tag => Ok(Atom::Value(value.to_lowercase())),
            FacetKind::Announce => {
                let mut kinds = AnnounceKind::ALL.into_iter().map(AnnounceKind::id);
                match kinds.find(|id| id.eq_ignore_ascii_case(value)) {
                    Some(id) => Ok(Atom::Value(id.to_owned())),
                    None => unknown(&mut AnnounceKind::ALL.into_iter().map(AnnounceKind::id)),
                }
            }
            FacetKind::State => match State::of(value) {
                Some(state) => Ok(Atom::Value(state.id().to_owned())),
                None => unknown(&mut State::ALL.into_iter().map(State::id)),
            },
            FacetKind::Category => Ok(Atom::Value(category(value))),
            FacetKind::Day => read_days(value, at.start).map(Atom::Days),
            // A source's name is what its file is called, to the letter.
            FacetKind::Topic | FacetKind::Source => Ok(Atom::Value(text.to_owned())),
        },
        Takes::Id => match id(value) {
            Some(id) => Ok(Atom::Value(id)),
            None => Err(QueryError::new(
                at.clone(),
                &[
                    "\"",
                    value,
                    "\" is no identifier — expected one such as 2012.12877",
                ],
            )),
        },
        Takes::Is => {
            let mut states = IsState::ALL.into_iter();
            match states.find(|state| state.name().eq_ignore_ascii_case(value)) {
                Some(state) => Ok(Atom::Is(state)),
                None => unknown(&mut IsState::ALL.into_iter().map(IsState::name)),
            }
        }
        Takes::Has => {
            let mut parts = HasPart::ALL.into_iter();
            match parts.find(|part| part.name().eq_ignore_ascii_case(value)) {
                Some(part) => Ok(Atom::Has(part)),
                None => unknown(&mut HasPart::ALL.into_iter().map(HasPart::name)),
            }
        }
    }
}

/// Whether `none` says something after the field.
fn takes_none(takes: Takes) -> bool {
    match takes {
        Takes::Values(_) => true,
        Takes::Text | Takes::Id | Takes::Is | Takes::Has => false,
    }
}

/// An atom that looks for text.
fn text_atom(token: Token) -> Result<Atom, QueryError> {
    let (start, end) = (token.start, token.end);
    match token.kind {
        Kind::Quoted(text) if has_letter(&text) => Ok(Atom::Phrase(text)),
        Kind::Quoted(_) => Err(QueryError::new(
            start..end,
            &["expected a word between the quotes"],
        )),
        Kind::Regex {
            pattern,
            case_sensitive,
        } => Ok(Atom::Regex {
            pattern,
            case_sensitive,
        }),
        Kind::Run(run) => word_atom(run, start),
        // The parser asks for the three above alone.
        _ => Err(QueryError::new(start..end, &["expected a word"])),
    }
}

fn word_atom(run: &str, start: usize) -> Result<Atom, QueryError> {
    if let Some(word) = run.strip_prefix('=') {
        let after = start + 1;
        return if !has_letter(word) {
            let message = ["expected a word directly after ="];
            Err(QueryError::new(after..after, &message))
        } else if word.ends_with('*') {
            let message = ["=word is the whole word, word* its beginning: choose one"];
            Err(QueryError::new(start..start + run.len(), &message))
        } else {
            Ok(Atom::Exact(word.to_owned()))
        };
    }
    if run.ends_with('*') {
        let word = run.trim_end_matches('*');
        return if has_letter(word) {
            Ok(Atom::Prefix(word.to_owned()))
        } else {
            let message = ["expected a word directly before *"];
            Err(QueryError::new(start..start, &message))
        };
    }
    Ok(Atom::Word(run.to_owned()))
}

/// arXiv's spelling: the archive in lower case, a subject class of two letters in capitals
/// (`cs.CV`), a longer one small (`physics.optics`). `cs.`, on its way to `cs.CV`, is still the
/// archive.
fn category(value: &str) -> String {
    let (archive, class) = match value.split_once('.') {
        Some((archive, class)) if archive.is_empty() || !class.is_empty() => (archive, class),
        Some((archive, _)) => return archive.to_ascii_lowercase(),
        None => return value.to_ascii_lowercase(),
    };
    let class = if class.len() == 2 {
        class.to_ascii_uppercase()
    } else {
        class.to_ascii_lowercase()
    };
    [&archive.to_ascii_lowercase(), ".", &class].concat()
}

/// What names a paper: an arXiv id, the name of a paper that has none, a DOI, or the id of another
/// [register](Registered).
fn id(value: &str) -> Option<String> {
    arxiv_id(value)
        .or_else(|| local_id(value))
        .or_else(|| doi(value))
        .or_else(|| Registered::named(value).map(|id| id.word()))
        .or_else(|| pubmed(value))
}

/// A number of PubMed's without its name. Those that are not written by hand are this long.
fn pubmed(value: &str) -> Option<String> {
    let id = Registered::of(Register::Pubmed, value).filter(|_| value.len() >= 5)?;
    Some(id.word())
}

/// A DOI, in lower case and without a resolver's address: their letter case says nothing.
fn doi(text: &str) -> Option<String> {
    let mut rest = text;
    for start in ["https://", "http://", "www.", "dx.", "doi.org/", "doi:"] {
        rest = strip(rest, start);
    }
    let (registrant, suffix) = rest.strip_prefix("10.")?.split_once('/')?;
    let is_one = registrant.len() >= 4
        && registrant.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && !suffix.is_empty()
        && !rest.contains(|c: char| c.is_whitespace() || c.is_control());
    is_one.then(|| rest.to_ascii_lowercase())
}

/// The identifier in an arXiv id, address or DOI, in canonical form with its version. The sites are
/// those that digests are read from, though here the whole text must be the address.
fn arxiv_id(text: &str) -> Option<String> {
    let text = text.split(['?', '#']).next()?;
    let text = text.trim_matches([',', ';', '.', '[', ']', '<', '>', '/']);
    let mut rest = text;
    for scheme in ["https://", "http://"] {
        rest = strip(rest, scheme);
    }
    for start in [
        "www.",
        "api.",
        "export.",
        "browse.",
        "dx.",
        "ar5iv.labs.",
        "xxx.",
        "arxiv.org/",
        "lanl.gov/",
        "alphaxiv.org/",
        "ar5iv.org/",
        "huggingface.co/",
        "hf.co/",
        "emergentmind.com/",
        "scirate.com/",
        "semanticscholar.org/",
        "papers.cool/",
        "doi.org/",
        "papers/",
        "abs/",
        "pdf/",
        "html/",
        "10.48550/",
        "arxiv/",
        "arxiv.",
        "arxiv:",
    ] {
        rest = strip(rest, start);
    }
    let rest = rest.strip_suffix(".pdf").unwrap_or(rest);
    let (id, version) = ArxivId::parse_versioned(rest).ok()?;
    Some(match version {
        Some(version) => [id.as_str(), "v", &version.to_string()].concat(),
        None => id.as_str().to_owned(),
    })
}

/// The name of a paper that has no arXiv id.
fn local_id(text: &str) -> Option<String> {
    let digits = text.strip_prefix("x-")?;
    let named = digits.len() == 16 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    named.then(|| text.to_ascii_lowercase())
}

/// The text without this start, whatever its letter case.
fn strip<'t>(text: &'t str, start: &str) -> &'t str {
    match text.split_at_checked(start.len()) {
        Some((head, rest)) if head.eq_ignore_ascii_case(start) => rest,
        _ => text,
    }
}
