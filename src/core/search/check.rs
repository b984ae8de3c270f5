//! What the language alone cannot know about a query: whether tags exist and regexes compile.

use super::pattern::{REGEX_LIMIT, REGEX_NESTING, compile_regex};
use crate::core::facet::Facet;
use crate::core::library::Library;
use crate::core::paper::AnnounceKind;
use crate::core::query::{Atom, Field, Parsed, QueryError, Term};
use crate::core::tags;
use crate::core::text::Span;

/// Checks what the language alone cannot know: that tags exist, that regexes compile and are not too large.
///
/// Categories, sources and days are those of the library at hand: one that it does not have is no error, it finds nothing.
pub fn check(_library: &Library, parsed: &Parsed) -> Result<(), QueryError> {
    let terms = parsed.query.terms();
    for (at, term) in terms.into_iter().enumerate() {
        let place = parsed.places.get(at).copied().unwrap_or_default();
        check_term(term, place)?;
    }
    Ok(())
}

fn check_term(term: &Term, place: Span) -> Result<(), QueryError> {
    match (term.field, &term.atom) {
        (
            _,
            Atom::Regex {
                pattern,
                case_sensitive,
            },
        ) => check_regex(pattern, *case_sensitive, place),
        (Some(Field::Facet(Facet::Announce)), Atom::Value(id)) => {
            let ids = AnnounceKind::ALL.map(AnnounceKind::id);
            known(Facet::Announce, id, ids.into_iter(), place)
        }
        (Some(Field::Facet(facet)), Atom::Value(id)) if Facet::TAGGED.contains(&facet) => {
            known(facet, id, tags::of(facet).map(tags::id), place)
        }
        _ => Ok(()),
    }
}

fn known(
    facet: Facet,
    id: &str,
    ids: impl Iterator<Item = &'static str>,
    at: Span,
) -> Result<(), QueryError> {
    let ids: Vec<&str> = ids.collect();
    if ids.contains(&id) {
        return Ok(());
    }
    let mut message = format!("unknown tag {}:{id}", facet.name());
    if let Some(near) = nearest(id, &ids) {
        message.push_str(&format!(" — did you mean {near}?"));
    }
    Err(QueryError { at, message })
}

fn check_regex(pattern: &str, case_sensitive: bool, place: Span) -> Result<(), QueryError> {
    // The parser is asked first, because only its own errors know their place.
    let parsed = regex_syntax::ParserBuilder::new()
        .nest_limit(REGEX_NESTING)
        .case_insensitive(!case_sensitive)
        .build()
        .parse(pattern);
    let (message, offset) = match parsed {
        Ok(_) => match compile_regex(pattern, case_sensitive) {
            Ok(_) => return Ok(()),
            Err(regex::Error::CompiledTooBig(_)) => {
                let limit = REGEX_LIMIT >> 20;
                (
                    format!("regex too large: it would take more than {limit} MiB"),
                    None,
                )
            }
            Err(error) => (error.to_string(), None),
        },
        Err(regex_syntax::Error::Parse(error)) => {
            (error.kind().to_string(), Some(error.span().start.offset))
        }
        Err(regex_syntax::Error::Translate(error)) => {
            (error.kind().to_string(), Some(error.span().start.offset))
        }
        Err(error) => (error.to_string(), None),
    };
    let line: Vec<&str> = message.split_whitespace().collect();
    Err(QueryError {
        at: offset
            .and_then(|offset| place_in_regex(pattern, case_sensitive, offset, place))
            .unwrap_or(place),
        message: line.join(" "),
    })
}

/// The place in the query's text of an offset in a regex's pattern. The regex ends with its term, and each slash of the pattern is written with a backslash before it,
/// so it is reached from the end.
fn place_in_regex(pattern: &str, case_sensitive: bool, offset: usize, term: Span) -> Option<Span> {
    let written = |text: &str| text.len() + text.matches('/').count();
    let closing = if case_sensitive { "/c" } else { "/" };
    let (before, after) = pattern.split_at_checked(offset)?;
    let at = term
        .range()
        .end
        .checked_sub(closing.len() + written(after))?;
    let length = after.chars().next().map_or(0, char::len_utf8);
    let opening = at.checked_sub(written(before) + 1)?;
    (opening >= term.range().start).then(|| Span::new(at, at + length))
}

fn nearest<'n>(_name: &str, _names: &[&'n str]) -> Option<&'n str> {
    None
}
