//! Ids of registers other than arXiv, as links of a paper's comment.

use crate::core::paper::Paper;
use crate::core::registered::{Register, Registered};
use crate::core::text::{Span, Style, Styled};

/// How many such ids a paper gets.
const MOST: usize = 8;

/// The ids of PubMed and PubMed Central that fields for them hold: `123`, `9 [uid]`, `PMC9`, `9`.
pub(in super::super) fn of_medicine(pmid: &str, pmc: &str) -> Vec<Registered> {
    let number = |text: &str| {
        let text = text.trim();
        let end = text.find(|c: char| !c.is_ascii_digit());
        text.get(..end.unwrap_or(text.len()))
            .unwrap_or_default()
            .to_owned()
    };
    let pmc = number(pmc.trim().trim_start_matches("PMC"));
    let all = [
        Registered::of(Register::Pubmed, &number(pmid)),
        Registered::of(Register::PubmedCentral, &["PMC", &pmc].concat()),
    ];
    all.into_iter().flatten().collect()
}

/// Adds ids to a paper: a link behind its comment for each that it does not have there.
pub(in super::super) fn add(paper: &mut Paper, ids: impl IntoIterator<Item = Registered>) {
    let mut ids = ids.into_iter().peekable();
    if ids.peek().is_none() {
        return;
    }
    let mut known: Vec<Registered> = paper.registered().take(MOST).collect();
    for id in ids {
        if known.len() >= MOST {
            return;
        }
        if known.contains(&id) {
            continue;
        }
        let comment = paper.comment.get_or_insert_default();
        if !comment.plain.is_empty() {
            comment.plain.push(' ');
        }
        let start = comment.plain.len();
        comment.plain.push_str(&id.label());
        comment.styles.push(Styled {
            span: Span::new(start, comment.plain.len()),
            style: Style::Link(id.address()),
        });
        known.push(id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;
    use crate::core::text::RichText;

    #[test]
    fn fields_hold_numbers() {
        for (pmid, pmc, expected) in [
            ("12", "", "pmid/12"),
            ("12 [uid]", "PMC3", "pmid/12 PMC3"),
            ("", "3", "PMC3"),
            ("none", "PMC", ""),
            ("1234567890123", "", ""),
        ] {
            let words: Vec<String> = of_medicine(pmid, pmc)
                .iter()
                .map(Registered::word)
                .collect();
            assert_eq!(words.join(" "), expected, "{pmid} {pmc}");
        }
    }

    #[test]
    fn each_id_is_one_link() {
        let mut paper = Paper::new(PaperId::Local("x".into()), RichText::default(), 1);
        paper.comment = Some(RichText::from_plain("9 pages"));
        add(&mut paper, of_medicine("12", "3"));
        add(&mut paper, of_medicine("12", ""));
        let comment = paper.comment.as_ref().unwrap();
        assert_eq!(comment.plain, "9 pages PMID 12 PMC3");
        let words: Vec<String> = paper.registered().map(|id| id.word()).collect();
        assert_eq!(words, ["pmid/12", "PMC3"]);
    }
}
