//! Why a paper ranks where it does: the sum of [`Bm25f`](super::rank::Bm25f), term by term and
//! field by field.

use super::eval::{Corpus, Hits};
use super::pattern::positive_terms;
use super::rank::{BM25F, FieldWeight, as_f64, idf, score};
use crate::core::index::fields::TextField;
use crate::core::library::DocId;
use crate::core::query::Query;

/// What one term of the query adds to a paper's score.
#[derive(Clone, Debug, PartialEq)]
pub struct TermScore {
    /// The term as it reads.
    pub term: String,
    /// How many papers have it: the document frequency.
    pub papers: u32,
    /// The inverse document frequency.
    pub idf: f64,
    /// `w` of the formula: the sum over the fields.
    pub weight: f64,
    /// What it adds.
    pub score: f64,
    /// The fields in which it stands in this paper.
    pub fields: Vec<FieldScore>,
}

/// What the occurrences of a term in one field amount to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldScore {
    /// The field.
    pub field: TextField,
    /// How often the term stands there: the term frequency.
    pub occurrences: u32,
    /// The field's part of `w`.
    pub weight: f64,
}

impl TermScore {
    /// A field's share of what the term adds; the shares of all fields add up to it.
    pub fn share(&self, field: &FieldScore) -> f64 {
        score(self.idf, self.weight) * (field.weight / self.weight)
    }
}

/// The terms by which a query ranks, in reading order, and what each adds to the score of a paper.
pub(super) fn explain(corpus: Corpus<'_>, doc: DocId, query: &Query) -> Vec<TermScore> {
    let Some(about) = corpus.index.docs.get(doc as usize) else {
        return Vec::new();
    };
    let all = as_f64(corpus.index.sets.live.count());
    let mut scores = Vec::new();
    for term in positive_terms(query) {
        let Some(scope) = TextField::scope(term.field) else {
            continue;
        };
        // A regex has none: it filters and does not rank.
        let Some(Hits {
            docs,
            words: Some(words),
        }) = corpus.term(term)
        else {
            continue;
        };
        let papers = docs.count();
        let rarity = idf(all, as_f64(papers));
        let frequencies = words.in_paper(corpus.index, doc);
        let mut fields = Vec::new();
        let mut weight = 0.0;
        for field in scope {
            let occurrences = frequencies[field.index()];
            if occurrences > 0 {
                let FieldWeight { weight: boost, b } = BM25F.field(*field);
                let total = corpus.index.totals[field.index()];
                // A field that has an occurrence has tokens, so there is a mean.
                let mean = as_f64(total.tokens) / f64::from(total.papers);
                let length = f64::from(about.lengths[field.index()]);
                let part = boost * f64::from(occurrences) / (1.0 - b + b * (length / mean));
                weight += part;
                fields.push(FieldScore {
                    field: *field,
                    occurrences,
                    weight: part,
                });
            }
        }
        scores.push(TermScore {
            term: term.to_string(),
            papers: u32::try_from(papers).unwrap_or(u32::MAX),
            idf: rarity,
            weight,
            score: score(rarity, weight),
            fields,
        });
    }
    scores
}
