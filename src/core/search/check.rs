//! What the language alone cannot know about a query: whether tags exist and regexes compile.

use crate::core::facet::Facet;
use crate::core::query::{Atom, Expr, Field, Parsed, Query, QueryError, Term, nearest};
use crate::core::tags::own::Names;
use crate::core::text::Span;
use crate::core::words::regexes::checked;

/// Checks what the language alone cannot know: that tags exist, that regexes compile and are not
/// too large.
///
/// Categories, sources and days are those of the library at hand: one that it does not have is no
/// error, it finds nothing.
pub fn check(names: &Names, parsed: &Parsed) -> Result<(), QueryError> {
    let terms = parsed.query.terms();
    for (at, term) in terms.into_iter().enumerate() {
        let place = parsed.places.get(at).copied().unwrap_or_default();
        check_term(names, term, place)?;
    }
    Ok(())
}

/// The query with the tags that it names by their labels named by their ids, as clicks name them.
#[must_use]
pub fn named_by_ids(names: &Names, query: &Query) -> Query {
    let clauses = query.clauses.iter().map(|clause| by_ids(names, clause));
    Query {
        clauses: clauses.collect(),
    }
}

fn by_ids(names: &Names, expr: &Expr) -> Expr {
    let all = |exprs: &[Expr]| exprs.iter().map(|expr| by_ids(names, expr)).collect();
    match expr {
        Expr::And(exprs) => Expr::And(all(exprs)),
        Expr::Or(exprs) => Expr::Or(all(exprs)),
        Expr::Not(inner) => Expr::Not(Box::new(by_ids(names, inner))),
        Expr::Term(term) => Expr::Term(match (term.field, &term.atom) {
            (Some(Field::Facet(facet)), Atom::Value(name)) if facet.is_tagged() => {
                let tag = names.meant(facet, name).filter(|_| facet != Facet::Own);
                let id = tag.map_or(name.as_str(), |tag| names.id(tag));
                Term {
                    field: term.field,
                    atom: Atom::Value(id.to_owned()),
                }
            }
            _ => term.clone(),
        }),
    }
}

fn check_term(names: &Names, term: &Term, place: Span) -> Result<(), QueryError> {
    match (term.field, &term.atom) {
        (
            _,
            Atom::Regex {
                pattern,
                case_sensitive,
            },
        ) => check_regex(pattern, *case_sensitive, place),
        (Some(Field::Facet(facet)), Atom::Value(id)) if facet.is_tagged() => {
            check_tag(names, facet, id, place)
        }
        _ => Ok(()),
    }
}

fn check_tag(names: &Names, facet: Facet, id: &str, at: Span) -> Result<(), QueryError> {
    // A tag of the reader's own may be gone and come back: one that is not there is no error.
    if facet == Facet::Own || names.meant(facet, id).is_some() {
        return Ok(());
    }
    let near_label = || {
        let meant = nearest(id, names.of(facet).map(|tag| names.label(tag)))?;
        let mut tags = names.of(facet);
        let tag = tags.find(|tag| names.label(*tag) == meant)?;
        Some(names.id(tag))
    };
    let near = nearest(id, names.of(facet).map(|tag| names.id(tag)));
    let meant = match near.or_else(near_label) {
        Some(meant) => format!(" — did you mean {meant}?"),
        None => String::new(),
    };
    let message = format!("unknown tag {}:{id}{meant}", facet.name());
    Err(QueryError { at, message })
}

fn check_regex(pattern: &str, case_sensitive: bool, place: Span) -> Result<(), QueryError> {
    let Err((offset, message)) = checked(pattern, case_sensitive) else {
        return Ok(());
    };
    Err(QueryError {
        at: offset
            .and_then(|offset| place_in_regex(pattern, case_sensitive, offset, place))
            .unwrap_or(place),
        message,
    })
}

/// The place in the query's text of an offset in a regex's pattern. The regex ends with its term,
/// and each slash of the pattern is written with a backslash before it, so it is reached from the
/// end.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::query::parse;
    use crate::core::tags;

    /// Checks a query; the place of an error is what stands there in the query's text.
    #[track_caller]
    fn check_text(text: &str, expected: Option<(&str, &str)>) {
        let parsed = parse(text).unwrap();
        let error = check(&Names::default(), &parsed).err();
        let seen = error
            .as_ref()
            .map(|error| (&text[error.at.range()], error.message.as_str()));
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn regexes_that_do_not_compile_say_why_and_where() {
        check_text("/a(b)c/", None);
        check_text("gan /a(b/", Some(("(", "unclosed group")));
        check_text(r"title:(x OR /é\/(b/c) y", Some(("(", "unclosed group")));
        check_text(
            "/*a/",
            Some(("*", "repetition operator missing expression")),
        );
        check_text(r"/\p{Foo}/", Some((r"\", "Unicode property not found")));
        check_text(
            r"/(?-u)\xFF/",
            Some((r"\", "pattern can match invalid UTF-8")),
        );
    }

    #[test]
    fn regexes_too_large_are_refused_by_size() {
        let too_large = "regex too large: it would take more than 1 MiB";
        for text in [r"/\w{500}/", "/((((a{99}){99}){99}){99}){99}/"] {
            check_text(text, Some((text, too_large)));
        }
        let deep = format!("/{}a{}/", "(".repeat(200), ")".repeat(200));
        let error = check(&Names::default(), &parse(&deep).unwrap()).unwrap_err();
        assert_eq!(
            error.message,
            "exceed the maximum number of nested parentheses/brackets (100)"
        );
    }

    #[test]
    fn what_the_library_lacks_is_no_error() {
        check_text(
            "cat:zz.ZZ day:1999 source:none.txt id:2012.12877 tag:mine",
            None,
        );
    }

    #[test]
    fn tags_go_by_their_labels_too() {
        let names = Names::default();
        for (text, expected) in [
            ("gan -domain:medicine", "gan -domain:medical"),
            (
                "domain:(\"Medicine\" OR x) task:\"object detections\"",
                "domain:(medical OR x) task:object-detection",
            ),
            ("tag:medicine", "tag:medicine"),
        ] {
            let query = named_by_ids(&names, &parse(text).unwrap().query);
            assert_eq!(query.to_string(), expected);
        }
        check_text("domain:medicine", None);
        let message = "unknown tag domain:medicin — did you mean medical?";
        check_text("domain:medicin", Some(("domain:medicin", message)));
    }

    #[test]
    fn unknown_tags_are_named_with_the_nearest() {
        check_text("task:none", None);
        check_text(
            "gan -task:zzzzzz",
            Some(("task:zzzzzz", "unknown tag task:zzzzzz")),
        );
        for facet in Facet::TAGGED {
            for tag in tags::of(facet) {
                let id = tags::id(tag);
                check_text(&format!("{}:{id}", facet.name()), None);
                // A letter too much at the end of a long name leaves it the nearest.
                if id.len() > 6 {
                    let text = format!("{}:{id}q", facet.name());
                    let message = format!("unknown tag {text} — did you mean {id}?");
                    check_text(&text, Some((&text, &message)));
                }
            }
        }
    }
}
