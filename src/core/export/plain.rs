//! A plain citation a paper, as a list of references has it, with a blank line between two:
//!
//! ```text
//! Ada Stern, Bo van Wolke Jr. (2020). Seeing twice. Journal of Fog 7. arXiv:2012.20003v2 [cs.CV]. https://doi.org/10.1000/182
//! ```
//!
//! What the digest does not say is left out.

use super::{Beside, Own, words};
use crate::core::paper::Paper;

/// So many authors are named; of more these and how many others there are.
const NAMED: usize = 20;

/// One citation.
pub(super) fn citation(paper: &Paper, beside: &Beside<'_>) -> String {
    let mut out = String::new();
    let authors: Vec<&str> = paper.authors.iter().map(String::as_str).collect();
    out.push_str(&authors[..authors.len().min(NAMED)].join(", "));
    match authors.len().saturating_sub(NAMED) {
        0 => {}
        1 => out.push_str(" and 1 other"),
        others => out.push_str(&format!(" and {others} others")),
    }
    if let Some(year) = words::year(paper) {
        out.push_str(if out.is_empty() { "" } else { " " });
        out.extend(["(", &year, ")"]);
    }
    let mut sentence = |text: &str| {
        if !text.is_empty() {
            out.push_str(match out.chars().next_back() {
                None => "",
                Some('.' | '?' | '!') => " ",
                Some(_) => ". ",
            });
            out.push_str(text);
        }
    };
    sentence(&words::plain(&paper.title).replace('\n', " "));
    sentence(
        &paper
            .journal
            .as_deref()
            .unwrap_or_default()
            .replace('\n', " "),
    );
    if let Some(id) = words::versioned(paper) {
        let class = words::primary(paper).map(|class| format!(" [{class}]"));
        sentence(&format!("arXiv:{id}{}", class.unwrap_or_default()));
    }
    let address = paper
        .doi
        .as_ref()
        .map(|doi| format!("https://doi.org/{doi}"));
    let address = address.or_else(|| words::address(paper));
    match &address {
        Some(address) => sentence(address),
        None if out.ends_with(['.', '?', '!']) => {}
        None => out.push('.'),
    }
    out.push('\n');
    if let Some(note) = beside.own.and_then(Own::noted) {
        out.extend([
            "Note: ",
            &words::lines(note).replace('\n', "\n      "),
            "\n",
        ]);
    }
    let labels = words::labels(beside);
    if !labels.is_empty() {
        out.extend(["Tags: ", &labels.join(", "), "\n"]);
    }
    out
}
