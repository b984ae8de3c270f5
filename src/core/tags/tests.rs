//! The table tested by its own examples, and the tagger's promises.

use std::collections::HashSet;

use super::table::TABLE;
use super::*;
use crate::core::paper::PaperId;
use crate::core::text::RichText;

fn paper(title: &str, summary: &str) -> Paper {
    let id = PaperId::Local("x".into());
    Paper {
        summary: Some(RichText::from_plain(summary)),
        ..Paper::new(id, RichText::from_plain(title), 1)
    }
}

/// An example that ends like a sentence is an abstract, any other a title.
fn example(text: &str) -> Paper {
    if text.ends_with(['.', '!', '?']) {
        paper("", text)
    } else {
        paper(text, "")
    }
}

/// The table as it is written; a tag's number is its place in it.
fn written() -> impl Iterator<Item = (TagId, Facet, &'static super::table::TagRow)> {
    TABLE
        .iter()
        .flat_map(|(facet, entries)| entries.iter().map(move |entry| (*facet, entry)))
        .zip(0..)
        .map(|((facet, entry), number)| (TagId(number), facet, entry))
}

#[test]
fn what_is_packed_is_what_is_written() {
    assert_eq!(ENTRIES.len(), written().count());
    for ((_, facet, entry), packed) in written().zip(&*ENTRIES) {
        let (rules, id) = (&entry.rules, (facet, entry.id));
        assert_eq!((packed.facet, packed.id), id);
        assert_eq!(packed.yields_to, entry.yields_to, "{id:?}");
        let lists = [packed.strong, packed.normal, packed.weak, packed.not];
        let expected = [rules.strong, rules.normal, rules.weak, rules.not];
        for (list, expected) in lists.into_iter().zip(expected) {
            assert!(
                pattern::split(list)
                    .map(words)
                    .eq(pattern::split(expected).map(words))
            );
        }
    }
}

#[test]
fn every_pattern_can_be_read() {
    let mut wrong = Vec::new();
    let lists = written().flat_map(|(_, facet, entry)| {
        let rules = &entry.rules;
        [rules.strong, rules.normal, rules.weak, rules.not]
            .map(|list| (facet.name(), entry.id, list))
    });
    for (facet, id, list) in lists.chain(CUES.map(|(_, list)| ("cue", "", list))) {
        for source in pattern::split(list) {
            if let Err(error) = pattern::parse(source) {
                wrong.push(format!("{facet}:{id}: `{source}`: {error}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_is_tagged_as_the_table_says() {
    let tagger = Tagger::new();
    let mut wrong = Vec::new();
    for (tag, facet, entry) in written() {
        let name = format!("{}:{}", facet.name(), entry.id);
        for (texts, expected) in [(entry.yes, true), (entry.no, false)] {
            for text in texts {
                if tagger.tag(&example(text)).contains(&tag) != expected {
                    let word = if expected { "not given" } else { "given" };
                    wrong.push(format!("{name} is {word} to: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_entry_is_complete_and_its_id_unique() {
    let mut ids = HashSet::new();
    for (tag, facet, entry) in written() {
        assert!(ids.insert((facet, entry.id)), "{} twice", entry.id);
        assert!(
            !entry.label.is_empty() && entry.about.ends_with('.'),
            "{}",
            entry.id
        );
        assert!(
            !entry.rules.strong.is_empty(),
            "{} has no pattern",
            entry.id
        );
        assert!(
            entry.yes.len() >= 2 && !entry.no.is_empty(),
            "{} lacks examples",
            entry.id
        );
        for other in entry.yields_to {
            assert!(
                find(facet, other).is_some(),
                "{} yields to {other}",
                entry.id
            );
        }
        assert_eq!(find(facet, entry.id), Some(tag));
        assert_eq!((super::facet(tag), id(tag)), (facet, entry.id));
        assert_eq!((label(tag), description(tag)), (entry.label, entry.about));
    }
    let all: usize = Facet::ALL.into_iter().map(|facet| of(facet).count()).sum();
    assert_eq!(
        all,
        TABLE
            .iter()
            .map(|(_, entries)| entries.len())
            .sum::<usize>()
    );
    assert_eq!(id(TagId(u16::MAX)), "");
}

/// The tags, as `facet:id`.
#[track_caller]
fn check(title: &str, summary: &str, expected: &[&str]) {
    let tagger = Tagger::new();
    let paper = paper(title, summary);
    let tags: Vec<String> = tagger
        .tag(&paper)
        .into_iter()
        .map(|tag| format!("{}:{}", super::facet(tag).name(), id(tag)))
        .collect();
    assert_eq!(tags, expected);
    for (tag, evidence) in tagger.explain(&paper) {
        assert!(!evidence.is_empty(), "{} without evidence", id(tag));
    }
}

#[test]
fn words_that_do_not_count() {
    check("", "Unlike GANs, we ask nothing new.", &[]);
    check(
        "",
        "In this paper we count. It has applications such as semantic segmentation and optical flow.",
        &[],
    );
    check(
        "",
        "Tasks such as image inpainting got better. In this paper we count.",
        &[],
    );
    check(
        "",
        "We face the problem of a single-crop evaluation with state-of-the-art results.",
        &[],
    );
    check("", "sam and dino clip the ct.", &[]);
}

/// Words that look like a tag's and are not: each stands in a claim, where it would count.
#[test]
fn false_friends() {
    for text in [
        "We report a single-crop score and crop each image at random.",
        "We face a problem that others face too.",
        "We beat the state of the art and compare with state-of-the-art results.",
        "We look at pears from a new perspective.",
        "In this paper we count pears, and the paper is organized as follows.",
    ] {
        check("", text, &[]);
    }
    check(
        "",
        "We use a generative adversarial network with an adversarial loss.",
        &["method:gan", "contribution:method"],
    );
}

#[test]
fn a_title_a_claim_or_two_mentions() {
    check("Object detection", "", &["task:object-detection"]);
    check(
        "",
        "In this paper we count toys: object detection.",
        &["task:object-detection"],
    );
    check("", "Object detection is old. We count toys.", &[]);
    check(
        "Small Toys, with Application to Object Detection",
        "",
        &["task:object-detection"],
    );
}

/// A task or domain that the title does not name comes up twice where there is room for it.
#[test]
fn what_a_paper_is_about_comes_up_again() {
    let about = |task: &str| {
        format!("Toys are old. Toys are new. Toys break. {task} Toys last. All toys are ours.")
    };
    check("", &about("We need object detection."), &[]);
    let again = about("We train object detection. We release object detection.");
    check(
        "",
        &again,
        &["task:object-detection", "contribution:method"],
    );
}

#[test]
fn evidence_covers_the_words_that_earned_the_tag() {
    let paper = paper("Größe", "Ältere Bilder: we present semantic segmentation.");
    let explained = Tagger::new().explain(&paper);
    let (tag, evidence) = explained.first().unwrap();
    assert_eq!(id(*tag), "segmentation");
    let plain = &paper.summary.as_ref().unwrap().plain;
    assert_eq!(evidence[0].part, Part::Abstract);
    assert!(plain[evidence[0].span.range()].contains("segmentation"));
}

#[test]
fn of_many_mentions_the_first_are_told() {
    let paper = paper("", &"We train semantic segmentation. ".repeat(500));
    let explained = Tagger::new().explain(&paper);
    let (tag, evidence) = explained.first().unwrap();
    assert_eq!((id(*tag), evidence.len()), ("segmentation", EVIDENCE));
    assert!(evidence[99].span.start < 100 * 32);
}

#[test]
fn what_stands_far_behind_is_not_looked_at() {
    let tagger = Tagger::new();
    let claim = "We use a generative adversarial network.";
    let at = |offset: usize| paper("", &format!("{}{claim}", "Toys last. ".repeat(offset / 11)));
    let (near, far) = (at(65_000), at(66_000));
    assert!(!tagger.tag(&near).is_empty());
    assert_eq!(tagger.tag(&far), []);
    let summary = looked_at(far.summary.as_ref().unwrap());
    assert!((65_000..=65_536).contains(&summary.plain.len()));
    assert!(summary.plain.ends_with(['.', 's']));
}

/// “Useful for” speaks of all that follows in its sentence, however often it is said.
#[test]
fn what_a_work_is_good_for_ends_with_its_sentence() {
    let uses = "useful for object detection and ".repeat(300);
    check(
        "",
        &format!("In this paper we count toys, {uses} more."),
        &[],
    );
    check(
        "",
        &format!("In this paper we count toys, {uses} more. We train object detection."),
        &["task:object-detection", "contribution:method"],
    );
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

    /// What is handed on to be tagged elsewhere is no more than is looked at, and gets the same
    /// tags.
    #[test]
    fn a_text_cut_to_what_is_looked_at_has_the_same_tags(
        before in 65_400_usize..65_540,
        behind in "([a-zA-Z]{1,9} |detection |=CT|\\(|\\.|segmentation|é|https://github.com/a ){0,60}",
        start in 65_300_u32..65_540,
        length in 1_u32..300,
    ) {
        use std::sync::LazyLock;
        static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::new);
        let mut whole = paper("", &format!("{}{behind}", "we segment ".repeat(before / 11)));
        let summary = whole.summary.as_mut().unwrap();
        let end = start + length;
        if summary.plain.get(start as usize..end as usize).is_some() {
            let style = crate::core::text::Style::Link("https://github.com/a/b".to_owned());
            let span = Span { start, end };
            summary.styles.push(crate::core::text::Styled { span, style });
        }
        let mut cut = whole.clone();
        cut.summary = whole.summary.as_ref().map(|text| looked_at(text).into_owned());
        assert_eq!(TAGGER.explain(&cut), TAGGER.explain(&whole));
    }
}

proptest::proptest! {
    #[test]
    fn any_text_gives_valid_evidence(title in ".*", summary in ".*|([a-zA-Z]{1,9} |detection |=CT|\\(|\\.|, |segmentation |é|https://github.com/a ){0,60}") {
        use std::sync::LazyLock;
        static TAGGER: LazyLock<Tagger> = LazyLock::new(Tagger::new);
        let paper = paper(&title, &summary);
        let explained = TAGGER.explain(&paper);
        assert_eq!(explained.iter().map(|(tag, _)| *tag).collect::<Vec<_>>(), TAGGER.tag(&paper));
        for pair in explained.windows(2) {
            assert!(pair[0].0 < pair[1].0);
        }
        for (_, evidence) in explained {
            assert!(!evidence.is_empty());
            for e in evidence {
                let plain = match e.part {
                    Part::Title => &title,
                    Part::Abstract | Part::Comment => &summary,
                };
                assert!(!e.span.is_empty() && plain.get(e.span.range()).is_some());
            }
        }
    }
}
