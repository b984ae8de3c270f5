use super::*;
use crate::core::paper::{AnnounceKind, Announcement, Category};
use crate::core::text::ChangeKind;
use crate::core::text::RichText;

fn paper(id: &str, summary: &str, category: &str, day: &str, kind: AnnounceKind) -> Paper {
    let id = PaperId::Arxiv(id.parse().unwrap());
    Paper {
        summary: Some(RichText::from_plain(summary)),
        categories: vec![Category(category.to_owned())],
        days: vec![day.parse().unwrap()],
        announce: Some(Announcement {
            kind,
            inferred: false,
        }),
        number: Some(1),
        ..Paper::new(id, RichText::from_plain("A title"), 1)
    }
}

#[test]
fn the_same_paper_twice_is_one_record_that_keeps_the_most() {
    let mut library = Library::default();
    let tagger = Tagger::new();
    let (monday, tuesday) = (library.add_source("mon.md"), library.add_source("tue.md"));
    let first = paper(
        "2603.00001",
        "short",
        "cs.CV",
        "2026-03-03",
        AnnounceKind::New,
    );
    let second = paper(
        "2603.00001",
        "rather longer",
        "cs.LG",
        "2026-03-02",
        AnnounceKind::Cross,
    );
    assert_eq!(library.add(first, tuesday, &tagger), Added::New(0));
    assert_eq!(library.add(second, monday, &tagger), Added::Merged(0));

    let record = library.get(0).unwrap();
    assert_eq!(
        record.paper.summary.as_ref().unwrap().plain,
        "rather longer"
    );
    let days: Vec<_> = record.paper.days.iter().map(ToString::to_string).collect();
    assert_eq!(days, ["2026-03-02", "2026-03-03"]);
    let categories: Vec<_> = record
        .paper
        .categories
        .iter()
        .map(|category| category.0.as_str())
        .collect();
    assert_eq!(categories, ["cs.CV", "cs.LG"]);
    assert_eq!(
        record.paper.announce.unwrap().kind,
        AnnounceKind::New,
        "the later day's"
    );
    assert_eq!(record.sources, [monday, tuesday]);
    assert_eq!(record.occurrences, 2);
    assert_eq!(library.records().len(), 1);
}

#[test]
fn a_source_taken_out_leaves_the_library_as_if_it_had_never_been_read() {
    let tagger = Tagger::new();
    let mut library = Library::default();
    let monday = library.add_source("day.md");
    let tuesday = library.add_source("day.md");
    assert_eq!(library.sources(), ["day.md", "day.md (2)"]);
    let of = |id: &str, text: &str, day: &str| paper(id, text, "cs.CV", day, AnnounceKind::New);
    library.add(of("2603.00001", "short", "2026-03-02"), monday, &tagger);
    library.add(
        of("2603.00001", "rather longer", "2026-03-03"),
        tuesday,
        &tagger,
    );
    library.add(
        of("2603.00002", "of Tuesday alone", "2026-03-03"),
        tuesday,
        &tagger,
    );
    library.take_changed();

    library.remove_source(tuesday, &tagger);
    assert_eq!(library.take_changed(), [0, 1]);
    assert_eq!(library.len(), 1);
    assert!(library.get(1).is_none());
    let kept = library.get(0).unwrap();
    assert_eq!(kept.paper, of("2603.00001", "short", "2026-03-02"));
    assert_eq!(
        (kept.occurrences, kept.sources.as_slice()),
        (1, &[monday][..])
    );
    assert!(kept.copies.is_empty());

    let again = of("2603.00002", "of Tuesday alone", "2026-03-03");
    assert_eq!(library.add(again, tuesday, &tagger), Added::New(2));
}

#[test]
fn near_duplicates_know_each_other_as_long_as_both_are_there() {
    let tagger = Tagger::new();
    let mut library = Library::default();
    let (a, b) = (library.add_source("a.md"), library.add_source("b.md"));
    let text = "we count the sheep of a valley by drone and compare the count with that of four shepherds over two summers and find \
                    that both are wrong in the same places where the grass is high and the sheep are small and lie down at noon";
    let of = |id: &str| paper(id, text, "cs.CV", "2026-03-02", AnnounceKind::New);
    library.add(of("2603.00001"), a, &tagger);
    library.add(of("2603.00002"), b, &tagger);
    let near = |library: &Library, doc| library.get(doc).map(|record| record.near.clone());
    assert_eq!(
        near(&library, 0),
        Some(vec![Near {
            doc: 1,
            percent: 100
        }])
    );
    assert_eq!(
        near(&library, 1),
        Some(vec![Near {
            doc: 0,
            percent: 100
        }])
    );
    assert!(library.get(0).unwrap().is_duplicate());
    library.remove_source(b, &tagger);
    assert_eq!(near(&library, 0), Some(Vec::new()));
}

#[test]
fn the_history_tells_versions_apart_and_cut_abstracts_are_none() {
    let tagger = Tagger::new();
    let mut library = Library::default();
    let source = library.add_source("a.md");
    let of = |text: &str, day: &str| paper("2603.00001", text, "cs.CV", day, AnnounceKind::New);
    library.add(of("We count all sheep.", "2026-03-02"), source, &tagger);
    library.add(of("We count…", "2026-03-03"), source, &tagger);
    assert_eq!(history(library.get(0).unwrap()).versions.len(), 1);
    library.add(of("We count most sheep.", "2026-03-09"), source, &tagger);
    let record = library.get(0).unwrap();
    let versions = history(record).versions;
    let days: Vec<usize> = versions.iter().map(|version| version.days.len()).collect();
    assert_eq!(days, [2, 1]);
    let changes = diff(
        &versions[0].paper.summary.as_ref().unwrap().plain,
        &versions[1].paper.summary.as_ref().unwrap().plain,
    );
    let kinds: Vec<ChangeKind> = changes.iter().map(|change| change.kind).collect();
    let expected = [
        ChangeKind::Same,
        ChangeKind::Removed,
        ChangeKind::Added,
        ChangeKind::Same,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn an_errand_is_full_by_what_its_papers_say() {
    let full = || {
        let mut library = Library::default();
        let source = library.add_source("day.md");
        for number in 1..=20 {
            let long = format!("Paper {number}. {}", "word ".repeat(20_000));
            let id = format!("2603.{number:05}");
            let paper = paper(&id, &long, "cs.CV", "2026-03-02", AnnounceKind::New);
            library.take_in(paper, source);
        }
        library
    };
    let mut library = full();
    assert_eq!(library.lend(1, 128).len(), 4);
    assert_eq!(library.untagged(), 16);
    // And so is a slice.
    let mut library = full();
    library.describe_some(64, 128 << 10, &Tagger::new(), false);
    assert!((17..20).contains(&library.undescribed()));
}

#[test]
fn copies_that_say_the_same_are_kept_once_and_are_taken_out_one_by_one() {
    let tagger = Tagger::new();
    let mut library = Library::default();
    let of = |text: &str, day: u32| Paper {
        line: 10 + day,
        ..paper(
            "2603.00001",
            text,
            "cs.CV",
            &format!("2026-03-{day:02}"),
            AnnounceKind::Replaced,
        )
    };
    let days = 1..=20;
    let mut expected = Vec::new();
    for day in days.clone() {
        let text = if day % 5 == 0 { "other" } else { "the one" };
        let source = library.add_source("day.md");
        library.add(of(text, day), source, &tagger);
        expected.push((source, of(text, day)));
    }
    let record = library.get(0).unwrap();
    let copies: Vec<_> = record.copies.iter().collect();
    let papers = copies.iter().map(|copy| (copy.source, copy.to_paper()));
    assert_eq!(papers.collect::<Vec<_>>(), expected);
    for (copy, day) in copies.iter().zip(days) {
        let first = if day % 5 == 0 { 4 } else { 0 };
        assert!(copy.shares(copies[first]), "{day}");
    }
    assert_eq!((record.paper.days.len(), record.occurrences), (20, 20));

    // The first of those that share what they say goes, then all others but the last.
    for (source, _) in &expected[..19] {
        library.remove_source(*source, &tagger);
        let mut anew = Library::default();
        for (source, paper) in &expected[usize::try_from(*source).unwrap() + 1..] {
            anew.add(paper.clone(), *source, &tagger);
        }
        let (left, anew) = (library.get(0).unwrap(), anew.get(0).unwrap());
        assert_eq!(left.paper, anew.paper);
        assert_eq!(left.tags, anew.tags);
        assert_eq!(left.occurrences, anew.occurrences);
    }
}

#[test]
fn what_records_gain_beside_words_is_told_and_no_more() {
    let mut library = Library::default();
    let (monday, tuesday) = (library.add_source("mon.md"), library.add_source("tue.md"));
    let of = |text: &str, category: &str, day: &str| {
        paper("2603.00001", text, category, day, AnnounceKind::New)
    };
    let mut take_in = |paper: Paper, source| {
        library.take_in(paper, source);
        let gained: Vec<_> = library.take_gained(9).map(|(_, gain)| gain).collect();
        (library.take_changed(), gained, library.take_marked())
    };
    let first = of("a text", "cs.CV", "2026-03-02");
    assert_eq!(take_in(first.clone(), monday), (vec![0], vec![], vec![]));
    assert_eq!(take_in(first.clone(), monday), (vec![], vec![], vec![0]));
    let day = "2026-03-03".parse().unwrap();
    assert_eq!(
        take_in(of("a text", "cs.LG", "2026-03-03"), tuesday),
        (
            vec![],
            vec![Gain::Day(day), Gain::Category(1), Gain::Source(tuesday)],
            vec![]
        )
    );
    let (changed, gained, _) = take_in(of("a longer text", "cs.LG", "2026-03-03"), tuesday);
    assert_eq!((changed, gained), (vec![0], vec![]));
}

#[test]
fn of_very_many_versions_some_are_told_apart_and_the_rest_is_counted() {
    let mut library = Library::default();
    let source = library.add_source("a.md");
    let day = "2026-03-02";
    for number in 0..200 {
        let text = format!("We count {number} sheep.");
        let copy = paper("2603.00001", &text, "cs.CV", day, AnnounceKind::New);
        library.take_in(copy, source);
    }
    let found = history(library.get(0).unwrap());
    assert_eq!((found.versions.len(), found.left), (64, 136));
}

#[test]
fn copies_of_a_huge_paper_are_not_compared_without_end() {
    let mut library = Library::default();
    let source = library.add_source("a.md");
    let sheep = "sheep ".repeat(20_000);
    for number in 0..60 {
        let text = format!("{sheep} {number}");
        let copy = paper(
            "2603.00001",
            &text,
            "cs.CV",
            "2026-03-02",
            AnnounceKind::New,
        );
        library.take_in(copy, source);
    }
    let found = history(library.get(0).unwrap());
    assert!((2..20).contains(&found.versions.len()));
    assert_eq!(found.versions.len() + found.left, 60);
}
