//! What only looks like a backup.

use super::*;

/// The first line of a list.
fn first(text: &str) -> String {
    let (line, _) = text.split_once('\n').unwrap_or((text, ""));
    format!("{line}\n")
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
    refused(
        MARKS,
        |text| text.clone() + &first(&text),
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
        |text| text.replace("Kettle.", &"x".repeat(MOST_NOTE + 1)),
        &format!("a note has more than {MOST_NOTE} bytes"),
    );
}

#[test]
fn settings_history_and_sources_are_refused_with_their_place_too() {
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
    let long = "x".repeat(MOST_NOTE + 1);
    refused(
        HISTORY,
        |text| text.replacen("\"after\":\"Kettle.", &format!("\"after\":\"{long}"), 1),
        &format!("a note has more than {MOST_NOTE} bytes"),
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
    refused(
        SOURCES,
        |text| first(&text),
        "does not speak of sources/00002",
    );
    refused(
        SOURCES,
        |text| text.clone() + &first(&text),
        "names a file twice",
    );
    refused(
        "sources/00001-2026-04-05.md",
        |text| text + "x",
        "is not in it with",
    );
}

/// A few bytes of a list do not make a source be unpacked very often.
#[test]
fn what_the_lists_say_is_checked_before_any_source_is_unpacked() {
    let (contents, sources) = library();
    let refused = |name: &str, change: &dyn Fn(&str) -> String, expected: &str| {
        let mut files = files(&written(&contents, &sources));
        let file = files.iter_mut().find(|(known, _)| known == name).unwrap();
        file.1 = change(&String::from_utf8_lossy(&file.1)).into_bytes();
        let mut reader = Reader::new(packed(&files, CompressionMethod::Deflated)).unwrap();
        let why = loop {
            match reader.step() {
                Ok(piece) => assert_eq!(piece, Piece::Nothing),
                Err(why) => break why,
            }
        };
        assert!(why.contains(expected), "{why}");
    };
    let twice = |text: &str| text.to_owned() + &first(text).repeat(100_000);
    refused(SOURCES, &twice, "names a file twice");
    refused(SOURCES, &first, "does not speak of");
    let other = |text: &str| text.replace("\"papers\":3,\"settings\"", "\"papers\":4,\"settings\"");
    refused(MANIFEST, &other, "says that it holds");
}

/// What is not read is not written either, for whoever made it would learn of that too late.
#[test]
fn what_would_be_refused_is_not_written() {
    let source = |name: &str, size: u64| Source {
        name: name.to_owned(),
        size,
        ..Source::default()
    };
    let of = |sources: Vec<Source>| Contents {
        sources,
        ..Contents::default()
    };
    let refused = |contents: Contents, expected: &str| {
        let said = Writer::new(contents, 1).unwrap_err().to_string();
        assert!(said.contains(expected), "{said}");
    };
    let large = source("a.md", u64::from(MOST_SOURCE) + 1);
    refused(of(vec![large]), "a.md has more than");
    refused(of(vec![source("", 1)]), "a file has no name");
    refused(of(vec![source("a", 1); 65_000]), "there are 65000 files");
    let mut journal = Journal::default();
    let long = PaperId::named(&"x".repeat(5_000));
    journal.act(vec![long], &Wish::Set(Kind::Starred, true), 1);
    let contents = Contents {
        holding: journal.holding(),
        ..Contents::default()
    };
    refused(contents, "the id of the paper");

    // As many bytes as no backup has that is no bomb.
    let same = vec![b'x'; 80 << 20];
    let mut writer = Writer::new(of(vec![source("a.md", same.len() as u64)]), 1).unwrap();
    while writer.step().unwrap() {}
    writer.begin(0, &same).unwrap();
    writer.push(&same).unwrap();
    let said = writer.finish().unwrap_err().to_string();
    assert!(said.contains("more than 100 times as many bytes"), "{said}");

    // And larger than what is read.
    let noise = b"PK\x03\x04".repeat(4 << 20);
    let mut writer = Writer::new(of(vec![source("a.zip", 1 << 30)]), 1).unwrap();
    while writer.step().unwrap() {}
    writer.begin(0, &noise).unwrap();
    let mut pushed = 0;
    let said = loop {
        match writer.push(&noise) {
            Ok(()) => pushed += writer.take().len(),
            Err(why) => break why.to_string(),
        }
    };
    assert!(
        pushed < 1 << 30 && said.contains("more than 1024 MiB"),
        "{said}"
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
