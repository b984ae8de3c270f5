//! Queries as they are while they are typed, and as they may be meant.

use super::ast::{Atom, Expr, Field, Parsed, Query, QueryError, Term};
use super::caret::writing;
use super::fields::Takes;
use super::lexer::is_small_operator;
use super::parser::parse;
use crate::core::unicode::letters::is_unspaced;

/// A query whose last word is still being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    /// The query as it is written, an open quote closed.
    pub finished: Parsed,
    /// What is looked for meanwhile, where that is something else: the last word stands for those
    /// that begin so, too.
    pub meanwhile: Option<Query>,
    /// The same with the beginning alone, so that nobody takes the word for misspelt.
    pub begun: Option<Query>,
}

/// Reads a query at whose end the caret stands.
///
/// The last word counts as a beginning too, unless it is negated (what it excludes would come back
/// with the next letter), is a number, or stands where no words do. A quote that is still open is
/// closed, and its last word counts so.
///
/// ```
/// use digest_explorer::core::query::unfinished;
///
/// let typed = unfinished("cat:cs.CV \"neural rad").unwrap();
/// assert_eq!(typed.finished.query.to_string(), "cat:cs.CV \"neural rad\"");
/// let meanwhile = typed.meanwhile.unwrap().to_string();
/// assert_eq!(meanwhile, "cat:cs.CV (\"neural rad\" OR neural-rad*)");
/// ```
pub fn unfinished(text: &str) -> Result<Unfinished, QueryError> {
    let finished = match parse(text) {
        Ok(parsed) => parsed,
        Err(error) => closed(text).ok_or(error)?,
    };
    let with = |replaces: bool| {
        let mut left = last_at(text, &finished)?;
        let clauses = &finished.query.clauses;
        let clauses = clauses
            .iter()
            .map(|clause| begun(clause, &mut left, replaces));
        let clauses: Vec<Expr> = clauses.collect();
        (left == DONE).then(|| Query::from(Expr::all(clauses)))
    };
    let (meanwhile, begun) = (with(false), with(true));
    Ok(Unfinished {
        finished,
        meanwhile,
        begun,
    })
}

/// What the number of terms to pass by is when the last one was replaced.
const DONE: usize = usize::MAX;

/// The query that a text is when the quote is closed in which it ends.
fn closed(text: &str) -> Option<Parsed> {
    let writing = writing(text, text.len()).filter(|writing| writing.quoted)?;
    let is_empty = !writing.typed.contains(char::is_alphanumeric);
    if is_empty {
        let before = text.get(..writing.start)?;
        return parse(before).ok();
    }
    // A backslash at the end would take the quote's meaning away.
    parse(&[text.trim_end_matches('\\'), "\""].concat()).ok()
}

/// The number of the last term, if it stands right before the end of the text.
fn last_at(text: &str, parsed: &Parsed) -> Option<usize> {
    let at = parsed.places.len().checked_sub(1)?;
    let is_last = parsed.places[at].range().end >= text.len();
    let last = text.chars().next_back()?;
    // A run without spaces is found wherever it stands, as it is.
    (is_last && last.is_alphanumeric() && !is_unspaced(last)).then_some(at)
}

/// The expression with its last term, behind so many others, as one that may go on; `replaces` says
/// whether the beginning takes the place of the word or stands beside it.
fn begun(expr: &Expr, left: &mut usize, replaces: bool) -> Expr {
    match expr {
        Expr::And(all) => Expr::all(all.iter().map(|one| begun(one, left, replaces)).collect()),
        Expr::Or(any) => Expr::any(any.iter().map(|one| begun(one, left, replaces)).collect()),
        Expr::Not(inner) => {
            // Whatever is behind it is not the last; what is in it stays as it is.
            *left = left.saturating_sub(terms_in(inner));
            Expr::Not(inner.clone())
        }
        Expr::Term(term) if *left == 0 => {
            let Some(start) = beginning(term.field, &term.atom) else {
                return expr.clone();
            };
            *left = DONE;
            let start = Expr::Term(Term {
                field: term.field,
                atom: start,
            });
            if replaces {
                start
            } else {
                Expr::any(vec![expr.clone(), start])
            }
        }
        Expr::Term(_) => {
            *left -= 1;
            expr.clone()
        }
    }
}

fn terms_in(expr: &Expr) -> usize {
    match expr {
        Expr::And(all) | Expr::Or(all) => all.iter().map(terms_in).sum(),
        Expr::Not(inner) => terms_in(inner),
        Expr::Term(_) => 1,
    }
}

/// A word or a phrase as the beginning of what it may become.
fn beginning(field: Option<Field>, atom: &Atom) -> Option<Atom> {
    if field.is_some_and(|field| field.info().takes != Takes::Text) {
        return None;
    }
    let (Atom::Word(text) | Atom::Phrase(text)) = atom else {
        return None;
    };
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty());
    let last = words.clone().next_back()?;
    if !last.contains(char::is_alphabetic) {
        return None;
    }
    Some(Atom::Prefix(if let Atom::Word(word) = atom {
        word.clone()
    } else {
        let first = words.next().unwrap_or_default().to_owned();
        words.fold(first, |all, word| [&all, "-", word].concat())
    }))
}

/// The text with those of its words in upper case that are operators in lower case, if there are
/// any between others and it can be read so.
///
/// ```
/// use digest_explorer::core::query::{operators_meant, parse};
///
/// let text = "clouds not detectors";
/// let meant = operators_meant(text, &parse(text).unwrap());
/// assert_eq!(meant.as_deref(), Some("clouds NOT detectors"));
/// ```
pub fn operators_meant(text: &str, parsed: &Parsed) -> Option<String> {
    let terms = parsed.query.terms();
    let mut meant = text.to_owned();
    for (term, place) in terms.iter().zip(&parsed.places) {
        if term.field.is_none()
            && let Atom::Word(word) = &term.atom
            && is_small_operator(word)
            && text.get(place.range()) == Some(word)
        {
            meant.get_mut(place.range())?.make_ascii_uppercase();
        }
    }
    let is_read = meant != text && parse(&meant).is_ok();
    is_read.then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is looked for while a text is typed; empty where that is what is written.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let typed = unfinished(text).unwrap();
        let meanwhile = typed.meanwhile.as_ref().map(Query::to_string);
        assert_eq!(meanwhile.unwrap_or_default(), expected, "{text}");
        assert_eq!(typed.meanwhile.is_some(), typed.begun.is_some(), "{text}");
    }

    #[test]
    fn the_last_word_may_go_on() {
        check("diff", "diff OR diff*");
        check("gan diff", "gan (diff OR diff*)");
        check("a OR diff", "a OR diff OR diff*");
        check(
            "-a (b OR c) self-sup",
            "-a (b OR c) (self-sup OR self-sup*)",
        );
        check("author:sm", "author:(sm OR sm*)");
        check(
            "title:x task:slam title:y",
            "title:x task:slam title:(y OR y*)",
        );
        check("\"neural rad", "\"neural rad\" OR neural-rad*");
        check("a title:“b c", "a title:(\"b c\" OR b-c*)");
        check("gpt4", "gpt4 OR gpt4*");
    }

    #[test]
    fn what_is_finished_or_no_word_stays() {
        for text in [
            "",
            "diff ",
            "-diff",
            "NOT diff",
            "(a diff)",
            "=diff",
            "diff*",
            "\"a b\"",
            "/x/",
            "2024",
            "title:2024",
            "day:2024",
            "cat:cs",
            "id:2012.12877",
            "is:read",
            "c++",
            "gan.",
            "认证",
            "ﾆﾝｼｷ",
            "a -(b c)",
        ] {
            check(text, "");
        }
        check("\"neural ", "");
        assert_eq!(
            unfinished("\"neural ").unwrap().finished.query.to_string(),
            "\"neural \""
        );
        assert_eq!(
            unfinished("gan \"").unwrap().finished.query.to_string(),
            "gan"
        );
        assert!(unfinished("(gan").is_err());
        assert!(unfinished("taks:x").is_err());
    }

    #[test]
    fn words_in_lower_case_are_shown_as_operators() {
        for (text, expected) in [
            ("clouds not detectors", Some("clouds NOT detectors")),
            ("a or not b", Some("a OR NOT b")),
            ("a or b", None),
            ("not", None),
            ("a not", None),
            ("\"a not b\"", None),
        ] {
            let meant = operators_meant(text, &parse(text).unwrap());
            assert_eq!(meant.as_deref(), expected, "{text}");
        }
    }
}
