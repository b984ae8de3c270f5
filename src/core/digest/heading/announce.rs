//! What the order of a list gives away: arXiv prints new papers, then cross-lists, then
//! replacements, the ids of each running downwards.

use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Paper};

/// The longest list that a day can have, and more. What is longer tells nothing: its papers need
/// not wait for its end.
const LONGEST: usize = 10_000;

/// What the order of one list's papers has told so far.
///
/// An id that is larger than the one before starts the next run; a list with more than three runs
/// is not in arXiv's order and tells nothing. A paper without an id belongs to the run that it
/// stands in.
#[derive(Debug, Default)]
pub(super) struct Order {
    last: Option<(u16, u32)>,
    run: usize,
    papers: usize,
}

impl Order {
    /// Marks the last of the list's papers; all of them lose their marks when the list turns out to
    /// tell nothing.
    pub(super) fn enter(&mut self, papers: &mut [Paper]) {
        let told = self.tells();
        let Some(paper) = papers.last_mut() else {
            return;
        };
        self.papers += 1;
        let key = paper.id.arxiv().and_then(age);
        if let (Some(last), Some(key)) = (&self.last, &key)
            && key > last
        {
            self.run += 1;
        }
        self.last = key.or(self.last);
        let kind = AnnounceKind::ALL.get(self.run).filter(|_| self.tells());
        if let Some(kind) = kind {
            paper.announce = Some(Announcement {
                kind: *kind,
                inferred: true,
            });
        } else if told {
            for paper in papers {
                paper.announce = None;
            }
        }
    }

    /// Whether the order tells something: what is marked may still lose its mark.
    pub(super) fn tells(&self) -> bool {
        self.run < AnnounceKind::ALL.len() && self.papers <= LONGEST
    }
}

/// Orders ids by when they were given: year, month, number.
fn age(id: &ArxivId) -> Option<(u16, u32)> {
    let text = id.as_str();
    let digits = text.split_once('/').map_or(text, |(_, digits)| digits);
    let year: u16 = digits.get(..2)?.parse().ok()?;
    let month: u16 = digits.get(2..4)?.parse().ok()?;
    let number = digits.get(4..)?.trim_start_matches('.').parse().ok()?;
    // arXiv began in 1991.
    let century = if year >= 91 { 1900 } else { 2000 };
    Some(((century + year) * 12 + month, number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;
    use crate::core::text::RichText;

    #[track_caller]
    fn check(ids: &[&str], expected: &str) {
        let mut papers: Vec<Paper> = ids
            .iter()
            .map(|id| {
                let id = id
                    .parse()
                    .map_or_else(|_| PaperId::from_title(id), PaperId::Arxiv);
                Paper::new(id, RichText::default(), 1)
            })
            .collect();
        let mut order = Order::default();
        for end in 1..=papers.len() {
            order.enter(&mut papers[..end]);
        }
        let seen: String = papers
            .iter()
            .map(|paper| match paper.announce {
                None => '?',
                Some(announce) => {
                    assert!(announce.inferred);
                    match announce.kind {
                        AnnounceKind::New => 'n',
                        AnnounceKind::Cross => 'c',
                        AnnounceKind::Replaced => 'r',
                    }
                }
            })
            .collect();
        assert_eq!(seen, expected, "{ids:?}");
    }

    #[test]
    fn runs_become_kinds() {
        check(&["2012.00003", "2012.00002", "2011.00009"], "nnn");
        check(
            &["2012.00003", "2012.00002", "2012.00005", "2012.00001"],
            "nncc",
        );
        check(
            &["2012.00003", "2012.00004", "2012.00001", "2012.00002"],
            "nccr",
        );
        check(
            &["2012.00001", "2012.00002", "2012.00003", "2012.00004"],
            "????",
        );
        check(&["2012.00003", "2012.00003"], "nn");
        check(&["0704.0001", "hep-th/9901001"], "nn");
        check(&["hep-th/9901001", "0704.0001"], "nc");
    }

    #[test]
    fn papers_without_an_id_stay_in_their_run() {
        check(
            &["x", "2012.00003", "y", "2012.00002", "2012.00009", "z"],
            "nnnncc",
        );
        check(&["x"], "n");
        check(&[], "");
    }

    #[test]
    fn no_day_has_a_list_without_end() {
        let ids: Vec<String> = (0..=LONGEST)
            .map(|number| format!("{:04}.{:05}", 2012 - number / 2_500, 90_000 - number))
            .collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        check(&ids[..5], "nnnnn");
        check(&ids, &"?".repeat(LONGEST + 1));
    }
}
