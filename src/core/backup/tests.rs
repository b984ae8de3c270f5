//! Backups are read as they were written, and nothing else is.

use std::io::{Cursor, Read as _, Write as _};

use ::zip::write::{SimpleFileOptions, ZipWriter};
use ::zip::{CompressionMethod, ZipArchive};
use proptest::prelude::*;
use proptest::sample::select;

use super::manifest::{HISTORY, MARKS, MOST_NOTE, RULES, SETTINGS, SOURCES};
use super::telling::MANIFEST;
use super::*;
use crate::core::marks::{
    Deed, Flags, History, Journal, Kind, LONGEST_NOTE, OwnDeed, Setting, SettingKind, SettingWish,
    Wish,
};
use crate::core::paper::PaperId;

mod refused;

/// A backup of these contents, the bytes of the sources in their order.
fn written(contents: &Contents, sources: &[Vec<u8>]) -> Vec<u8> {
    let mut writer = Writer::new(contents.clone(), 1_780_135_363_120).unwrap();
    let mut file = Vec::new();
    while writer.step().unwrap() {
        file.append(&mut writer.take());
    }
    for (at, bytes) in sources.iter().enumerate() {
        writer.begin(at, bytes).unwrap();
        for piece in bytes.chunks(1000) {
            writer.push(piece).unwrap();
            file.append(&mut writer.take());
        }
    }
    file.append(&mut writer.finish().unwrap());
    file
}

/// What is read of a file: the backup and the bytes of its sources.
fn read(bytes: &[u8]) -> Result<(Backup, Vec<Vec<u8>>), String> {
    let mut reader = Reader::new(bytes.to_vec())?;
    let mut sources: Vec<Vec<u8>> = Vec::new();
    loop {
        match reader.step()? {
            Piece::Nothing => {}
            Piece::Source(at, bytes) if bytes.is_empty() && at == sources.len() => {
                sources.push(Vec::new());
            }
            Piece::Source(at, mut bytes) => sources[at].append(&mut bytes),
            Piece::Whole(backup) => {
                let (done, of) = reader.progress();
                assert!(done <= of);
                return Ok((*backup, sources));
            }
        }
    }
}

/// The files of an archive by their names, by a program that is not ours.
fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let all = (0..archive.len()).map(|at| {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    });
    all.collect()
}

/// An archive of these files.
fn packed(files: &[(String, Vec<u8>)], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in files {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The library of somebody who did a little of everything.
fn library() -> (Contents, Vec<Vec<u8>>) {
    let mut journal = Journal::default();
    let paper = |id: &str| vec![PaperId::named(id)];
    let wish = |kind, name: &str, text: &str, place| SettingWish {
        kind,
        name: name.into(),
        setting: Some(Setting {
            text: text.into(),
            place,
        }),
    };
    journal.act(paper("2603.00001"), &Wish::Set(Kind::Starred, true), 7);
    journal.act(
        paper("2603.00001"),
        &Wish::Note("Kettle.\n\"Lid\"".into()),
        8,
    );
    journal.act(paper("math/0309136"), &Wish::Set(Kind::Skipped, true), 9);
    journal.see(paper("x-a b"));
    let rule = |id: &str| format!("[[rule]]\nname = \"{id}\"\nfacet = \"tag\"\nwords = \"{id}\"\n");
    let own = vec![
        wish(SettingKind::Rule, "tag:lid", &rule("lid"), 1),
        wish(SettingKind::Rule, "tag:kettle", &rule("kettle"), 0),
        wish(
            SettingKind::Rule,
            "tag:odd",
            "not a rule of this version",
            2,
        ),
        wish(SettingKind::Hand, "2603.00001 tag:steam", "add", 0),
    ];
    journal.set_as(Deed::Own(OwnDeed::Import), own, 10);
    let settings = vec![
        wish(SettingKind::Search, "Kettles", "sort=oldest\nkettle", 0),
        wish(SettingKind::Author, "Ida Lantern", "", 0),
        wish(SettingKind::Mute, "survey", "", 0),
        wish(SettingKind::Highlight, "steam", "blue", 0),
    ];
    journal.set(settings, 11);
    let gone = SettingWish {
        kind: SettingKind::Mute,
        name: "survey".into(),
        setting: None,
    };
    journal.set(vec![gone], 12);
    journal.undo(13);
    let mut other = Journal::default();
    other.act(paper("2603.00001"), &Wish::Note("Another.".into()), 9);
    journal.take_over(&other.holding(), History::default(), 14);
    let sources: Vec<Vec<u8>> = vec![
        b"\xef\xbb\xbf# A digest\r\n".repeat(500),
        Vec::new(),
        b"\x1f\x8bnot really".to_vec(),
        (0..=255).collect(),
    ];
    let names = ["2026-04-05.md", "week/mon.md", "../a.gz", "b\u{202e}in"];
    let contents = Contents {
        holding: journal.holding(),
        history: journal.history(),
        sources: names
            .iter()
            .zip(&sources)
            .map(|(name, bytes)| Source {
                name: (*name).to_owned(),
                source: Some(format!("{name} (2)")),
                size: bytes.len() as u64,
                added: 1_780_000_000_000,
                papers: 3,
                without: vec![("in/a.md".to_owned(), 1)],
            })
            .collect(),
    };
    (contents, sources)
}

#[test]
fn what_is_written_is_read_and_can_be_read_by_a_person() {
    let (contents, sources) = library();
    let file = written(&contents, &sources);
    assert!(is_one(&file[..TELLING]));
    let (backup, read_sources) = read(&file).unwrap();
    assert_eq!(backup.contents, contents);
    assert_eq!(read_sources, sources);
    assert_eq!(backup.manifest, Manifest::of(&contents, 1_780_135_363_120));

    let files = files(&file);
    let text = |name: &str| {
        let file = files.iter().find(|(known, _)| known == name).unwrap();
        String::from_utf8(file.1.clone()).unwrap()
    };
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        MANIFEST,
        MARKS,
        SETTINGS,
        RULES,
        HISTORY,
        SOURCES,
        "sources/00001-2026-04-05.md",
        "sources/00002-mon.md",
        "sources/00003-a.gz",
        "sources/00004-b_in",
    ];
    assert_eq!(names, expected);
    assert!(text(MARKS).starts_with(
        r#"{"paper":"2603.00001","seen":true,"starred":{"on":true,"at":"1970-01-01T00:00:00.007Z"},"skipped":{"on":false,"#
    ));
    // A file of rules that any page reads.
    assert!(text(RULES).starts_with("[[rule]]\nname = \"kettle\""));
    assert!(text(RULES).contains("\n\n[[rule]]\nname = \"lid\""));
    // Packed by another program, with what systems leave in archives, it is the same backup.
    let mut more = files.clone();
    more.rotate_left(3);
    more.push(("__MACOSX/._manifest.json".to_owned(), vec![1]));
    let again = packed(&more, CompressionMethod::Deflated);
    assert_eq!(read(&again).unwrap().0, backup);
    assert!(!is_one(&again));
    // What is an archive of something else is read as any other is.
    for (name, text) in [("readme.md", "Read me."), (MANIFEST, r#"{"format":99}"#)] {
        let other = [(name.to_owned(), text.as_bytes().to_vec())];
        assert!(!is_one(&packed(&other, CompressionMethod::Stored)));
    }
}

#[test]
fn nothing_is_a_backup_too() {
    let file = written(&Contents::default(), &[]);
    let (backup, sources) = read(&file).unwrap();
    assert_eq!((backup.contents, sources.len()), (Contents::default(), 0));
}

fn step() -> impl Strategy<Value = (usize, Wish, Option<SettingWish>)> {
    let text = "[ -~\u{80}-\u{9f}é\u{2028}\n\t\"\\\\]{0,12}";
    let kind = select(&Kind::ALL[..]);
    let wish = prop_oneof![
        (kind, any::<bool>()).prop_map(|(kind, on)| Wish::Set(kind, on)),
        text.prop_map(Wish::Note),
    ];
    let rule = prop_oneof![
        Just("[[rule]]\nname = \"a\"\n".to_owned()),
        Just("[[rule]]\nname = \"a\"\n\n".to_owned()),
        Just("[[rule]]\na\n[[rule]]\nb\n".to_owned()),
        Just("[[rule]]".to_owned()),
        Just("# nothing\n".to_owned()),
        text,
    ];
    let setting = (
        select(&SettingKind::ALL[..]),
        text,
        prop::option::of((rule, 0..3_u32)),
    );
    let setting = setting.prop_map(|(kind, name, setting)| SettingWish {
        kind,
        name,
        setting: setting.map(|(text, place)| Setting { text, place }),
    });
    (0..4_usize, wish, prop::option::of(setting))
}

/// How something comes to be known.
#[derive(Clone, Copy, Debug)]
enum Way {
    Done,
    /// From others, with their papers.
    Received,
    /// From a backup.
    TakenOver,
    /// What was done last is undone.
    Undone,
}

fn contents() -> impl Strategy<Value = (Contents, Vec<Vec<u8>>)> {
    let steps = prop::collection::vec(step(), 0..30);
    let name = "[a-z./\\\\é\u{202e} ]{1,20}";
    let source = (
        name,
        prop::collection::vec(any::<u8>(), 0..300),
        any::<u32>(),
    );
    let sources = prop::collection::vec(source, 0..4);
    let way = select(&[Way::Done, Way::Received, Way::TakenOver, Way::Undone][..]);
    let steps = (steps, prop::collection::vec(way, 30));
    (steps, sources, 0..20_usize).prop_map(|((steps, ways), sources, undone)| {
        let mut journal = Journal::default();
        for (at, ((paper, wish, setting), way)) in (1..).zip(steps.into_iter().zip(ways)) {
            let id = ["2603.00001", "hep-th/9901001", "x-1", "x é \"\\"][paper];
            let ids = vec![PaperId::named(id)];
            match (way, wish) {
                (Way::Received, wish) => {
                    let (mut marks, mut notes) = (Vec::new(), Vec::new());
                    for id in ids {
                        match &wish {
                            Wish::Note(text) => notes.push((id, text.clone())),
                            Wish::Set(kind, _) | Wish::Toggle(kind) => {
                                marks.push((id, Flags::default().with(*kind, true)));
                            }
                        }
                    }
                    journal.receive(&marks, notes, at, true);
                }
                (Way::TakenOver, wish) => {
                    let mut other = Journal::default();
                    other.act(ids, &wish, at);
                    other.set(setting.iter().cloned().collect(), at);
                    journal.take_over(&other.holding(), other.history(), at);
                }
                (Way::Undone, _) => drop(journal.undo(at).cloned()),
                (_, wish) => drop(journal.act(ids, &wish, at).cloned()),
            }
            journal.set(setting.into_iter().collect(), at);
        }
        for _ in 0..undone {
            journal.undo(100);
        }
        let of = |(name, bytes, number): &(String, Vec<u8>, u32)| Source {
            name: name.clone(),
            source: (number % 2 == 0).then(|| name.clone()),
            size: bytes.len() as u64,
            added: u64::from(*number) * 1000,
            papers: *number,
            without: Vec::new(),
        };
        let contents = Contents {
            holding: journal.holding(),
            history: journal.history(),
            sources: sources.iter().map(of).collect(),
        };
        let bytes = sources.into_iter().map(|(_, bytes, _)| bytes).collect();
        (contents, bytes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn any_contents_are_read_back((contents, sources) in contents()) {
        let file = written(&contents, &sources);
        let (backup, read_sources) = read(&file).unwrap();
        prop_assert_eq!(&backup.contents, &contents);
        prop_assert_eq!(read_sources, sources);
        // And restored into a page that knows nothing they are all that it knows.
        let mut page = Journal::default();
        page.take_over(&backup.contents.holding, backup.contents.history, 1);
        prop_assert_eq!(page.holding(), contents.holding);
        prop_assert_eq!(page.history(), contents.history);
    }

    /// Damage is noticed: what is read is what was written, or nothing is.
    #[test]
    fn a_damaged_backup_is_refused_or_none_the_worse(
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (contents, sources) = library();
        let mut file = written(&contents, &sources);
        for (at, byte) in &hits {
            let at = at.index(file.len());
            file[at] = *byte;
        }
        if let Some(cut) = cut {
            file.truncate(cut.index(file.len()));
        }
        if let Ok((backup, read_sources)) = read(&file) {
            prop_assert_eq!(backup.contents, contents);
            prop_assert_eq!(read_sources, sources);
        }
    }

    /// With right checksums too: any text in place of a list is read or refused.
    #[test]
    fn any_list_is_read_or_refused(
        name in select(vec![MANIFEST, MARKS, SETTINGS, RULES, HISTORY, SOURCES]),
        hits in prop::collection::vec((any::<prop::sample::Index>(), select(&b"\"{}[],:019-\n ZTtru\\ae"[..])), 1..6),
    ) {
        let (contents, sources) = library();
        let mut files = files(&written(&contents, &sources));
        let file = files.iter_mut().find(|(known, _)| known == name).unwrap();
        for (at, byte) in hits {
            let at = at.index(file.1.len());
            file.1[at] = byte;
        }
        if let Ok((backup, _)) = read(&packed(&files, CompressionMethod::Stored)) {
            // Whatever it says now can be restored, and saved again.
            let mut page = Journal::default();
            let Contents { holding, history, .. } = backup.contents;
            page.take_over(&holding, history, 1);
            page.undo(2);
            page.take_over(&holding, History::default(), 3);
            let again = Contents {
                holding: page.holding(),
                history: page.history(),
                sources: Vec::new(),
            };
            prop_assert_eq!(read(&written(&again, &[])).map(|(backup, _)| backup.contents), Ok(again));
        }
    }
}

/// However much there is to say, no step writes or reads more than a little.
#[test]
fn a_large_backup_is_written_and_read_in_small_steps() {
    const PAPERS: usize = 20_000;
    let papers: Vec<PaperId> = (0..PAPERS)
        .map(|number| PaperId::named(&format!("26{:02}.{:05}", 1 + number % 12, number)))
        .collect();
    let mut journal = Journal::default();
    for (at, some) in (1..).zip(papers.chunks(100)) {
        journal.act(some.to_vec(), &Wish::Set(Kind::Starred, true), at);
    }
    let (contents, bytes) = (
        Contents {
            holding: journal.holding(),
            history: journal.history(),
            sources: vec![Source {
                name: "a".into(),
                size: 3 << 20,
                ..Source::default()
            }],
        },
        b"A paper a line.\n".repeat((3 << 20) / 16),
    );
    let mut writer = Writer::new(contents.clone(), 1).unwrap();
    let (mut file, mut most) = (Vec::new(), 0);
    let mut steps = 0;
    let mut take = |writer: &mut Writer| {
        let mut ready = writer.take();
        most = ready.len().max(most);
        file.append(&mut ready);
    };
    while writer.step().unwrap() {
        take(&mut writer);
        steps += 1;
    }
    writer.begin(0, &bytes).unwrap();
    for piece in bytes.chunks(64 << 10) {
        writer.push(piece).unwrap();
        take(&mut writer);
    }
    file.append(&mut writer.finish().unwrap());
    assert!(steps > PAPERS / 1000, "{steps} steps");
    assert!(most < 1 << 20, "{most} bytes at once");

    let mut reader = Reader::new(file).unwrap();
    let mut read = 0;
    loop {
        match reader.step().unwrap() {
            Piece::Nothing => {}
            Piece::Source(_, piece) => {
                assert!(piece.len() <= 256 << 10, "{} bytes at once", piece.len());
                read += piece.len();
            }
            Piece::Whole(backup) => {
                assert_eq!(backup.contents, contents);
                break;
            }
        }
    }
    assert_eq!(read, 3 << 20);
}

/// Of notes that were written apart undoing makes one.
#[test]
fn notes_that_became_one_by_undoing_are_read_back() {
    let paper = || vec![PaperId::named("2603.00001")];
    let mut journal = Journal::default();
    let note = |letter: &str| Wish::Note(letter.repeat(LONGEST_NOTE));
    journal.act(paper(), &note("a"), 1);
    for (at, letter) in [(2, "b"), (3, "c")] {
        let mut other = Journal::default();
        other.act(paper(), &note(letter), at);
        journal.take_over(&other.holding(), History::default(), at);
    }
    journal.act(paper(), &Wish::Note("short".to_owned()), 4);
    journal.undo(5);
    let contents = Contents {
        holding: journal.holding(),
        history: journal.history(),
        sources: Vec::new(),
    };
    let held = &contents.holding.papers[&paper()[0]];
    assert!(held.notes()[0].text.len() > 3 * LONGEST_NOTE);
    let (backup, _) = read(&written(&contents, &[])).unwrap();
    assert_eq!(backup.contents, contents);
}
