use super::*;
use crate::core::paper::{AnnounceKind, Announcement, Category};
use crate::core::text::ChangeKind;

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
    assert_eq!(record.sources, [tuesday, monday]);
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
    assert_eq!(history(library.get(0).unwrap()).len(), 1);
    library.add(of("We count most sheep.", "2026-03-09"), source, &tagger);
    let record = library.get(0).unwrap();
    let versions = history(record);
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
    let mut library = Library::default();
    let source = library.add_source("day.md");
    for number in 1..=20 {
        let long = format!("Paper {number}. {}", "word ".repeat(20_000));
        let id = format!("2603.{number:05}");
        let paper = paper(&id, &long, "cs.CV", "2026-03-02", AnnounceKind::New);
        library.take_in(paper, source);
    }
    assert_eq!(library.lend(1, 128).len(), 4);
    assert_eq!(library.untagged(), 16);
    library.describe_some(64, &Tagger::new(), false);
    assert_eq!(library.untagged(), 14, "and so is a slice");
}
