//! What the page says around the hits: completions, spellings, why nothing was found, why a paper
//! ranks where it does.

use crate::core::facet::{Facet, FacetKind};
use crate::core::query::{FIELDS, Takes};
use crate::protocol::{ScoreView, ScoredField};

pub const COMPLETIONS: &str = "Completions";
pub const MARKS: &str = "Mark matches";

pub const NO_HITS: &str = "No paper matches.";
pub const SHOW_ALL: &str = "Clear all filters";
pub const AND_ALSO: &str = " and ";

pub const TERMS: &str = "Stands out";
pub const NO_TERMS: &str = "Nothing here stands out against the rest.";
pub const MORE_TERMS: &str = "More";
pub const LESS_TERMS: &str = "Less";
pub const TRY_RULE: &str = "Try as a rule";

pub const SCORE: &str = "Score";
pub const SCORE_HEADS: [&str; 7] = ["Term", "In", "tf", "df", "idf", "Weight", "Adds"];
/// Before the clauses that nothing satisfies.
pub fn emptied_by(clauses: usize) -> &'static str {
    match clauses {
        1 => "No paper has ",
        2 => "No paper has both ",
        _ => "No paper has all of ",
    }
}

/// What is wrong with a query. Who wrote a state that there is not is told those that there are,
/// beside the one that was probably meant.
pub fn problem(message: &str) -> String {
    let unknown = FIELDS.iter().find(|field| {
        let is_short = matches!(field.takes, Takes::Is | Takes::Has);
        let is_short = is_short || field.takes == Takes::Values(FacetKind::State);
        let rest = message.strip_prefix("unknown ");
        let rest = rest.and_then(|rest| rest.strip_prefix(field.name));
        is_short && rest.is_some_and(|rest| rest.starts_with(':'))
    });
    match unknown {
        Some(field) if !message.contains("expected") => {
            format!(
                "{message} {}: takes {}.",
                field.name,
                field.takes.expected()
            )
        }
        _ => message.to_owned(),
    }
}

/// An offer to search without some clauses.
pub fn without(dropped: &[String]) -> String {
    super::short(&format!("Without {}", dropped.join(" and ")))
}

/// What an offer is: a query without some of its parts or, where none is dropped, another reading
/// of it.
pub fn offer_of(dropped: &[String], query: &str) -> String {
    match dropped {
        [] => super::short(&format!("Read as {query}")),
        _ => without(dropped),
    }
}

/// So many papers.
pub fn papers(count: u32) -> String {
    super::counted(count, "paper")
}

/// The name of the button that adds a term to the query.
pub fn add_term(words: &str, count: u32) -> String {
    format!(
        "Add {} to the query: {}",
        super::short(words),
        papers(count)
    )
}

/// How many of the papers on show a rule would tag.
pub fn of_these(count: u32) -> String {
    format!("{count} of these")
}

/// The name of the list of phrases that papers without a tag of a facet have.
pub fn worklist(facet: Facet) -> String {
    format!("Phrases for a new {} rule", super::facet(facet))
}

/// What a tag is called that a phrase is made a rule of.
pub fn rule_name(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// The name of the button that makes a rule of a phrase.
pub fn try_rule(words: &str, facet: Facet) -> String {
    format!("Try {words} as a rule of {}", super::facet(facet))
}

/// Before the word that was probably meant.
pub fn few_papers_have(word: &str, with: u32) -> String {
    let who = match with {
        0 => "No paper has",
        1 => "Only one paper has",
        _ => "Only two papers have",
    };
    format!("{who} “{word}”. Did you mean ")
}

/// The name of the button that puts a word right.
pub fn meant(meant: &str, word: &str) -> String {
    format!("Search for {meant} instead of {word}")
}

/// The line that opens a score.
pub fn why(total: &str) -> String {
    format!("Why this rank: score {total}")
}

/// How the lines of a score come about.
pub fn score_is(score: &ScoreView) -> String {
    let [title, summary, authors, comment] = &score.weights;
    format!(
        "BM25F. A line adds idf × weight ÷ ({} + the term’s weights in all fields). A weight is \
         tf, times {title} in the title, {summary} in the abstract, {authors} in authors, \
         {comment} in the comment, and less in a text that is long for its kind.",
        score.k1
    )
}

/// What stands in the columns.
pub fn df_of(papers: u32) -> String {
    format!(
        "tf: how often the term stands there; df: how many of the {papers} papers have it; idf: \
         ln(1 + (N − df + ½) ÷ (df + ½))."
    )
}

/// The name of a field that counts.
pub fn scored_field(field: ScoredField) -> &'static str {
    match field {
        ScoredField::Title => "title",
        ScoredField::Abstract => "abstract",
        ScoredField::Authors => "authors",
        ScoredField::Comment => "comment",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_that_there_is_not_is_answered_with_those_that_there_are() {
        let said = problem("unknown is:skip — did you mean is:skipped?");
        assert!(
            said.contains("skipped? is: takes unread, read, starred"),
            "{said}"
        );
        let said = problem("unknown state:skip — did you mean state:skipped?");
        assert!(said.contains("state: takes starred, later"), "{said}");
        for as_it_is in [
            "unknown is:x — expected unread, read or starred",
            "unknown tag task:poses — did you mean pose?",
            "a word is missing",
        ] {
            assert_eq!(problem(as_it_is), as_it_is);
        }
    }
}
