//! Backups: what is read can be restored and saved again, and what is not is refused with a reason.

use std::io::Write as _;

use digest_explorer::core::backup::{Contents, Piece, Reader, Source, Writer};
use digest_explorer::core::digest::archive::{Members, Most};
use digest_explorer::core::marks::{
    History, Journal, Kind, Setting, SettingKind, SettingWish, Wish,
};
use digest_explorer::core::paper::PaperId;
use digest_explorer::core::zipping::{Packing, Zip};

/// More steps than any backup of the size that is tried takes.
const MOST_STEPS: usize = 1 << 16;
/// The files of a backup in their order, but for its sources.
const LISTS: [&str; 6] = [
    "manifest.json",
    "marks.ndjson",
    "settings.ndjson",
    "rules.toml",
    "history.ndjson",
    "sources.ndjson",
];

/// The bytes as a backup, and behind their first, which says of which, in place of a list of one.
pub fn check(bytes: &[u8]) {
    restore(bytes);
    if let Some((first, text)) = bytes.split_first() {
        let at = usize::from(*first) % LISTS.len();
        restore(&with(at, text));
    }
}

fn restore(bytes: &[u8]) {
    let contents = match read(bytes) {
        Ok(contents) => contents,
        Err(why) => {
            assert!(!why.is_empty(), "refused without a reason");
            return;
        }
    };
    let mut page = Journal::default();
    page.act(vec![PaperId::named("x-1")], &Wish::Note("here".into()), 5);
    let Contents {
        holding, history, ..
    } = contents;
    page.take_over(&holding, History::default(), 6);
    let known = page.holding();
    page.take_over(&holding, History::default(), 7);
    assert_eq!(page.holding(), known, "twice is not once");
    page.undo(8);
    let mut empty = Journal::default();
    empty.take_over(&holding, history, 6);
    let again = Contents {
        holding: empty.holding(),
        history: empty.history(),
        sources: Vec::new(),
    };
    assert_eq!(read(&written(again.clone(), &[])), Ok(again));
}

fn read(bytes: &[u8]) -> Result<Contents, String> {
    let mut reader = Reader::new(bytes.to_vec())?;
    for _ in 0..MOST_STEPS {
        if let Piece::Whole(backup) = reader.step()? {
            return Ok(backup.contents);
        }
    }
    panic!("a backup without end");
}

fn written(contents: Contents, sources: &[&[u8]]) -> Vec<u8> {
    let write = || {
        let mut writer = Writer::new(contents, 1_780_135_363_120)?;
        while writer.step()? {}
        for (at, bytes) in sources.iter().enumerate() {
            writer.begin(at, bytes)?;
            writer.push(bytes)?;
        }
        writer.finish()
    };
    write().unwrap_or_else(|error| panic!("a backup of what was read: {error}"))
}

/// A little of everything, with one file.
fn backup() -> Contents {
    let wish = |kind, name: &str, text: &str| SettingWish {
        kind,
        name: name.into(),
        setting: Some(Setting {
            text: text.into(),
            place: 1,
        }),
    };
    let paper = || vec![PaperId::named("2603.00001"), PaperId::named("x-1")];
    let mut journal = Journal::default();
    journal.act(paper(), &Wish::Set(Kind::Starred, true), 7);
    journal.act(paper(), &Wish::Note("Kettle.".into()), 8);
    let rule = "[[rule]]\nname = \"lid\"\nfacet = \"tag\"\nwords = \"lid\"\n";
    let settings = vec![
        wish(SettingKind::Search, "Kettles", "q=kettle"),
        wish(SettingKind::Rule, "tag:lid", rule),
    ];
    journal.set(settings, 9);
    journal.undo(10);
    journal.redo(11);
    let mut other = Journal::default();
    other.act(paper(), &Wish::Note("Lid.".into()), 12);
    journal.take_over(&other.holding(), History::default(), 13);
    journal.act(paper(), &Wish::Set(Kind::Skipped, true), 14);
    journal.undo(15);
    Contents {
        holding: journal.holding(),
        history: journal.history(),
        sources: vec![Source {
            name: "day.md".into(),
            source: Some("day.md".into()),
            size: 3,
            added: 1_780_000_000_000,
            papers: 1,
            without: vec![("a".into(), 0)],
        }],
    }
}

/// The lists of that backup as they stand in its file.
fn lists() -> Vec<(&'static str, Vec<u8>)> {
    let most = Most {
        files: 9,
        bytes: 1 << 20,
        ratio: 100,
        bytes_at_least: 1 << 20,
    };
    let read = || {
        let members = Members::open(written(backup(), &[b"day"]), most)?;
        let list = |name: &&'static str| {
            let mut list = Vec::new();
            let unpacking = members.unpack(name);
            let mut unpacking = unpacking.ok_or_else(|| format!("{name} is missing"))?;
            while let Some(bytes) = members.next(&mut unpacking)? {
                list.extend_from_slice(bytes);
            }
            Ok((*name, list))
        };
        LISTS.iter().map(list).collect::<Result<Vec<_>, String>>()
    };
    read().unwrap_or_else(|why| panic!("a backup of our own: {why}"))
}

/// The backup with another text in place of a list.
fn with(at: usize, text: &[u8]) -> Vec<u8> {
    thread_local! {
        static LISTED: Vec<(&'static str, Vec<u8>)> = lists();
    }
    let write = |lists: &Vec<(&str, Vec<u8>)>| {
        let mut zip = Zip::new(Vec::new());
        for (number, (name, list)) in lists.iter().enumerate() {
            let list = if number == at { text } else { list };
            zip.add(name, list, Packing::Stored)?;
        }
        zip.begin("sources/00001-day.md", Packing::Stored)?;
        zip.write_all(b"day")?;
        zip.finish()
    };
    let written: std::io::Result<Vec<u8>> = LISTED.with(write);
    written.unwrap_or_else(|error| panic!("an archive of a few bytes: {error}"))
}
