//! Backups are read as they were written, and nothing else is.

use std::io::{Cursor, Read as _, Write as _};

use ::zip::write::{SimpleFileOptions, ZipWriter};
use ::zip::{CompressionMethod, ZipArchive};
use proptest::prelude::*;
use proptest::sample::select;

use super::manifest::{HISTORY, MARKS, RULES, SETTINGS, SOURCES};
use super::telling::MANIFEST;
use super::*;
use crate::core::marks::{
    Deed, History, Journal, Kind, OwnDeed, Setting, SettingKind, SettingWish, Wish,
};
use crate::core::paper::PaperId;

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
}

#[test]
fn nothing_is_a_backup_too() {
    let file = written(&Contents::default(), &[]);
    let (backup, sources) = read(&file).unwrap();
    assert_eq!((backup.contents, sources.len()), (Contents::default(), 0));
}

/// What is said of the library's backup with one of its files changed.
#[track_caller]
fn refused(name: &str, change: impl FnOnce(String) -> String, expected: &str) {
    let (contents, sources) = library();
    let mut files = files(&written(&contents, &sources));
    let file = files.iter_mut().find(|(known, _)| known == name).unwrap();
    let text = String::from_utf8_lossy(&file.1).into_owned();
    file.1 = change(text).into_bytes();
    let said = read(&packed(&files, CompressionMethod::Deflated)).unwrap_err();
    assert!(said.contains(expected), "{said}");
}

#[test]
fn what_is_not_as_it_should_be_is_refused_with_its_place() {
    refused(
        MANIFEST,
        |text| text.replace("\"version\":1", "\"version\":2"),
        "Reload the page",
    );
    refused(
        MANIFEST,
        |text| text.replace("\"version\":1", "\"version\":0"),
        "no version",
    );
    refused(MANIFEST, |_| "{}".to_owned(), "no backup of this program");
    refused(
        MANIFEST,
        |text| text.replace("\"papers\":3", "\"papers\":4"),
        "and it holds 3 papers",
    );
    let first = |text: String| text.lines().next().unwrap_or_default().to_owned() + "\n";
    refused(
        MARKS,
        |text| text.clone() + &first(text),
        "marks.ndjson, line 4: the paper 2603.00001",
    );
    refused(
        MARKS,
        |text| text.replace("\"on\":true", "\"on\":7"),
        "line 1: at character",
    );
    refused(
        MARKS,
        |text| text.replace("\"seen\"", "\"sawn\""),
        "unknown field `sawn`",
    );
    refused(
        MARKS,
        |text| text.replace("2603.00001", "math.GT/0309136"),
        "the id of the paper",
    );
    refused(
        MARKS,
        |text| text.replace("1970-01-01", "1969-01-01"),
        "a time is written as",
    );
    let both = "\"skipped\":{\"on\":true";
    refused(
        MARKS,
        |text| text.replacen("\"skipped\":{\"on\":false", both, 1),
        "kept and skipped",
    );
    refused(
        MARKS,
        |text| text + &"[".repeat(100_000),
        "line 4: at character",
    );
    refused(
        MARKS,
        |text| text.replace("Kettle.", &"x".repeat(40_000)),
        "32768 bytes",
    );
    refused(
        SETTINGS,
        |text| text.replace("Kettles", ""),
        "a setting has no name",
    );
    refused(SETTINGS, |text| text.clone() + &text, "is there twice");
    refused(
        SETTINGS,
        |text| text.replace("\"Search\"", "\"Sarch\""),
        "unknown variant",
    );
    refused(RULES, |text| text.clone() + "\n" + &text, "2 rules more");
    refused(RULES, |_| String::new(), "the rule is not in rules.toml");
    refused(
        HISTORY,
        |text| text.replace("\"changes\":[", "\"changes\":[7,"),
        "line 1:",
    );
    refused(
        HISTORY,
        |text| text.repeat(KEPT_TIMES),
        "the history is longer",
    );
    refused(
        SOURCES,
        |text| text.replace("sources/00001", "sources/../1"),
        "is not in it",
    );
    refused(
        SOURCES,
        |text| text.replace("sources/00001", "/sources/00001"),
        "is not in it",
    );
    refused(
        SOURCES,
        |text| text.replace("\"size\":256", "\"size\":255"),
        "with 255 bytes",
    );
    refused(SOURCES, first, "does not speak of sources/00002");
    refused(
        SOURCES,
        |text| text.clone() + &first(text),
        "names a file twice",
    );
    refused(
        "sources/00001-2026-04-05.md",
        |text| text + "x",
        "is not in it with",
    );
}

/// So many times the library's history is longer than any.
const KEPT_TIMES: usize = 400;

#[test]
fn what_is_no_archive_of_a_backup_is_refused() {
    let (contents, sources) = library();
    let file = written(&contents, &sources);
    let refused = |bytes: &[u8], expected: &str| {
        let said = read(bytes).unwrap_err();
        assert!(said.contains(expected), "{said}");
    };
    refused(b"", "its directory is missing");
    refused(&file[..file.len() - 30], "its directory is missing");
    let files = files(&file);
    let but = |name: &str| {
        let rest = files.iter().filter(|(known, _)| known != name);
        packed(
            &rest.cloned().collect::<Vec<_>>(),
            CompressionMethod::Stored,
        )
    };
    for name in [MARKS, SETTINGS, RULES, HISTORY, SOURCES] {
        refused(&but(name), &format!("its file {name} is missing"));
    }
    refused(&but(MANIFEST), "no backup of this program");
    refused(&but("sources/00002-mon.md"), "is not in it with 0 bytes");
    let with = |name: &str, bytes: Vec<u8>| {
        let more = [(name.to_owned(), bytes)];
        packed(&[&files[..], &more].concat(), CompressionMethod::Deflated)
    };
    for name in [
        "../marks.ndjson",
        "marks.json",
        "/etc/passwd",
        "C:\\marks.ndjson",
    ] {
        refused(&with(name, vec![1]), "that no backup has");
    }
    refused(
        &with("sources/x.md", vec![1]),
        "does not speak of sources/x.md",
    );
    // A few bytes that unpack to very many.
    refused(
        &with("sources/x.md", vec![0; 80 << 20]),
        "more than a file of its size should",
    );

    // Two files of one name, which no program writes.
    let twice = with("sources/00001-2026-04-06.md", vec![1]);
    let name = b"00001-2026-04-06.md";
    let mut same = twice.clone();
    while let Some(at) = same.windows(name.len()).position(|bytes| bytes == name) {
        same[at + name.len() - 4] = b'5';
    }
    refused(&same, "two files of the name sources/00001-2026-04-05.md");
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

fn contents() -> impl Strategy<Value = (Contents, Vec<Vec<u8>>)> {
    let steps = prop::collection::vec(step(), 0..30);
    let name = "[a-z./\\\\é\u{202e} ]{1,20}";
    let source = (
        name,
        prop::collection::vec(any::<u8>(), 0..300),
        any::<u32>(),
    );
    let sources = prop::collection::vec(source, 0..4);
    (steps, sources, 0..20_usize).prop_map(|(steps, sources, undone)| {
        let mut journal = Journal::default();
        for (at, (paper, wish, setting)) in (1..).zip(steps) {
            let id = ["2603.00001", "hep-th/9901001", "x-1", "x é \"\\"][paper];
            journal.act(vec![PaperId::named(id)], &wish, at);
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
