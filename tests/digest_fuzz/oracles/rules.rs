//! The reader's own rules: what is read and written reads as the same, what cannot be read is said
//! with its place, and rules do not fail on a paper.

use std::cell::OnceCell;

use digest_explorer::core::digest::read as read_digest;
use digest_explorer::core::paper::{Paper, Part};
use digest_explorer::core::tags::Tagger;
use digest_explorer::core::tags::own::{Own, is_rules, read, write};

use super::digest::NAME;
use crate::seeds::SEEDS;

thread_local! {
    /// Some papers, and what tags them.
    static PAPERS: OnceCell<(Vec<Paper>, Tagger)> = const { OnceCell::new() };
}

pub fn check(bytes: &[u8]) {
    let text = super::text(bytes);
    is_rules(&text);
    let kept = match read(&text) {
        Ok(kept) => kept,
        Err(refused) => {
            let errors = refused.errors;
            assert!(!errors.is_empty(), "refused without a reason");
            assert!(refused.count >= errors.len(), "more than all are said");
            let lines = text.split('\n').count();
            for error in &errors {
                assert!((1..=lines).contains(&(error.line as usize)), "{error:?}");
                assert!(error.column > 0 && !error.message.is_empty(), "{error:?}");
            }
            let places = errors.iter().map(|error| (error.line, error.column));
            assert!(places.is_sorted(), "not in order: {errors:?}");
            return;
        }
    };
    let written = write(&kept);
    assert_eq!(read(&written).as_ref(), Ok(&kept), "{written}");
    assert!(
        is_rules(&written) || written.trim().is_empty(),
        "no rules: {written}"
    );
    let own = match Own::new(kept.rules.clone()) {
        Ok(own) => own,
        Err((at, problem)) => panic!("rule {at} was read and cannot be used: {problem:?}"),
    };
    PAPERS.with(|papers| {
        let (papers, tagger) = papers.get_or_init(|| (some_papers(), Tagger::new()));
        for paper in papers {
            for given in own.explain(paper, tagger.explain(paper), &kept.hand) {
                for evidence in &given.evidence {
                    let text = match evidence.part {
                        Part::Title => Some(&paper.title),
                        Part::Abstract => paper.summary.as_ref(),
                        Part::Comment => paper.comment.as_ref(),
                    };
                    let plain = text.map_or("", |text| text.plain.as_str());
                    let shown = plain.get(evidence.span.range());
                    assert!(shown.is_some_and(|part| !part.is_empty()), "{given:?}");
                }
            }
        }
    });
}

/// One paper of each seed.
fn some_papers() -> Vec<Paper> {
    let digests = SEEDS
        .iter()
        .map(|seed| read_digest(NAME, seed.text.as_bytes().to_vec()));
    digests
        .filter_map(|digest| digest.papers.into_iter().next())
        .collect()
}
