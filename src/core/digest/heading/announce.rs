//! What the order of a list gives away: arXiv prints new papers, then cross-lists, then replacements, the ids of each running downwards.

use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Paper};

/// Marks the papers of one list. An id that is larger than the one before starts the next run; a list with more than three runs is not
/// in arXiv's order and tells nothing. A paper without an id belongs to the run that it stands in.
pub(super) fn infer(papers: &mut [Paper]) {
    let mut runs = Vec::with_capacity(papers.len());
    let mut run = 0_usize;
    let mut last = None;
    for paper in papers.iter() {
        let key = paper.id.arxiv().and_then(age);
        if let (Some(last), Some(key)) = (&last, &key)
            && key > last
        {
            run += 1;
        }
        last = key.or(last);
        runs.push(run);
    }
    let known = run < AnnounceKind::ALL.len();
    for (paper, run) in papers.iter_mut().zip(runs) {
        paper.announce = known.then(|| Announcement {
            kind: AnnounceKind::ALL[run],
            inferred: true,
        });
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
        infer(&mut papers);
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
}
