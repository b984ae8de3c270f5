//! What the page shows of the search beyond hits: completions, what was meant, why nothing was
//! found, why a paper ranks where it does.

use super::{Store, count, facets};
use crate::core::index::fields::TextField;
use crate::core::query::{Expr, Query};
use crate::core::search::rank::BM25F;
use crate::core::search::{Emptied, Reading, Spelling, TermScore, corrected};
use crate::core::tags::own::Names;
use crate::core::text::Span;
use crate::protocol::{
    CompletionView, EmptiedView, OfferView, ScoreLine, ScoreView, ScoredField, SpellingView,
};

/// What the word at the caret, in UTF-16 units, may become.
pub(super) fn completions(store: &mut Store, text: &str, caret: u32) -> Vec<CompletionView> {
    let Some(caret) = byte_at(text, caret) else {
        return Vec::new();
    };
    let all = store.searcher().complete(text, caret);
    let view = |one: crate::core::search::Completion| {
        let query = replaced(text, one.at, &one.text)?;
        let end = one.at.range().start + one.text.len();
        Some(CompletionView {
            caret: units(query.get(..end)?),
            query,
            text: one.text,
            label: one.label,
            papers: one.papers.map(count),
        })
    };
    all.into_iter().filter_map(view).collect()
}

/// The words of a query that no paper has, or next to none, and what was probably meant.
pub(super) fn spellings(text: &str, found: Vec<Spelling>) -> Vec<SpellingView> {
    let view = |one: Spelling| {
        Some(SpellingView {
            word: text.get(one.at.range())?.to_owned(),
            query: corrected(text, &one)?,
            papers: count(one.papers),
            with: count(one.with),
            meant: one.meant,
        })
    };
    found.into_iter().filter_map(view).collect()
}

/// Why nothing was found, and what else may be meant.
pub(super) fn emptied(
    query: &Query,
    emptied: Option<&Emptied>,
    readings: Vec<Reading>,
    names: &Names,
) -> EmptiedView {
    let Some(emptied) = emptied else {
        return EmptiedView::default();
    };
    let clauses = emptied.core.iter().filter_map(|at| query.clauses.get(*at));
    let readings = readings.into_iter().map(|reading| OfferView {
        dropped: Vec::new(),
        query: reading.text,
        hits: count(reading.hits),
    });
    let offers = emptied.offers.iter().map(|offer| OfferView {
        dropped: offer
            .dropped
            .iter()
            .map(|expr| reading(expr, names))
            .collect(),
        query: offer.rest.to_string(),
        hits: count(offer.hits),
    });
    EmptiedView {
        clauses: clauses.map(|expr| reading(expr, names)).collect(),
        offers: readings.chain(offers).collect(),
    }
}

/// An expression as it reads: by the names of facets and values where it is a choice of those, as
/// it is typed otherwise.
fn reading(expr: &Expr, names: &Names) -> String {
    match expr {
        Expr::Not(inner) => match facets::facet_label(inner, names) {
            Some(label) => ["not ", &label].concat(),
            None => expr.to_string(),
        },
        _ => facets::facet_label(expr, names).unwrap_or_else(|| expr.to_string()),
    }
}

/// A score, taken apart.
pub(super) fn score(terms: &[TermScore], papers: usize) -> ScoreView {
    let mut lines = Vec::new();
    // Rounded where the sum stands, not one by one, so that what is shown adds up to the total
    // shown.
    let mut sum = 0.0;
    let mut shown = 0;
    for term in terms {
        for field in &term.fields {
            sum += term.share(field);
            let now = thousandths(sum);
            lines.push(ScoreLine {
                term: term.term.clone(),
                field: match field.field {
                    TextField::Title => ScoredField::Title,
                    TextField::Abstract => ScoredField::Abstract,
                    TextField::Author => ScoredField::Authors,
                    TextField::Comment => ScoredField::Comment,
                },
                occurrences: field.occurrences,
                papers: term.papers,
                idf: decimal(thousandths(term.idf)),
                weight: decimal(thousandths(field.weight)),
                adds: decimal(now - shown),
            });
            shown = now;
        }
    }
    ScoreView {
        total: decimal(shown),
        papers: count(papers),
        k1: BM25F.k1.to_string(),
        weights: [BM25F.title, BM25F.summary, BM25F.authors, BM25F.comment]
            .map(|field| field.weight.to_string()),
        lines,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "scores are sums of a few logarithms"
)]
fn thousandths(number: f64) -> i64 {
    (number * 1000.0).round() as i64
}

/// Thousandths as a decimal number.
fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let whole = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}", whole / 1000, whole % 1000)
}

/// The text with something else in one place.
fn replaced(text: &str, at: Span, new: &str) -> Option<String> {
    let before = text.get(..at.range().start)?;
    let after = text.get(at.range().end..)?;
    Some([before, new, after].concat())
}

/// How many UTF-16 units a text has.
fn units(text: &str) -> u32 {
    count(text.chars().map(char::len_utf16).sum())
}

/// The place in bytes of one in UTF-16 units; the end for one beyond it, `None` within a character.
fn byte_at(text: &str, wanted: u32) -> Option<usize> {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        if seen == wanted as usize {
            return Some(at);
        }
        seen += c.len_utf16();
    }
    (seen <= wanted as usize).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::search::FieldScore;

    #[test]
    fn places_are_counted_as_browsers_do() {
        let text = "aé𝄞b";
        let seen: Vec<_> = (0..7).map(|units| byte_at(text, units)).collect();
        assert_eq!(
            seen,
            [Some(0), Some(1), Some(3), None, Some(7), Some(8), Some(8)]
        );
        assert_eq!(units(text), 5);
    }

    #[test]
    fn contributions_add_up_as_shown() {
        let field = |field, weight| FieldScore {
            field,
            occurrences: 1,
            weight,
        };
        let terms = [0.1, 1.0 / 3.0, 2.0 / 3.0].map(|weight| TermScore {
            term: "x".into(),
            papers: 3,
            idf: 1.234_567,
            weight: 2.0 * weight,
            score: 0.0,
            fields: vec![
                field(TextField::Title, weight),
                field(TextField::Comment, weight),
            ],
        });
        let view = score(&terms, 9);
        let milli = |text: &str| text.replace('.', "").parse::<i64>().unwrap();
        let sum: i64 = view.lines.iter().map(|line| milli(&line.adds)).sum();
        assert_eq!(view.lines.len(), 6);
        assert_eq!(sum, milli(&view.total));
        assert_eq!(view.lines[0].idf, "1.235");
        assert_eq!(decimal(-5), "-0.005");
    }
}
