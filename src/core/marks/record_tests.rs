//! Records as they are stored: what each version wrote is read, and what this one writes is known.

use super::*;
use crate::core::paper::PaperId;

/// What the second version wrote when it was the newest, a record a line, in hexadecimal.
const RECORDS: &str = include_str!("../../../tests/fixtures/kept/records-2.txt");

/// And what the third writes.
const RECORDS_NOW: &str = include_str!("../../../tests/fixtures/kept/records-3.txt");

/// One record of each kind that is written, with settings of all kinds.
fn records_of_each_kind() -> Vec<Vec<u8>> {
    let wish = |kind, name: &str, text: &str| SettingWish {
        kind,
        name: name.into(),
        setting: Some(Setting {
            text: text.into(),
            place: 1,
        }),
    };
    let mut journal = Journal::default();
    // What was done elsewhere, before anything was done here and behind it.
    for at in [2, 4] {
        let mut other = Journal::default();
        let paper = vec![PaperId::named("2603.00002")];
        other.act(paper.clone(), &Wish::Set(Kind::Skipped, true), at);
        other.act(paper, &Wish::Note(format!("at {at}")), at);
        other.set(vec![wish(SettingKind::Search, "Kettles", "q=lid")], at);
        journal.take_over(&other.holding(), other.history(), at);
    }
    let paper = || vec![PaperId::named("2603.00001")];
    journal.act(paper(), &Wish::Set(Kind::Starred, true), 7);
    journal.act(paper(), &Wish::Note("ab".into()), 8);
    journal.see(vec![PaperId::named("x-local")]);
    let settings = vec![
        wish(SettingKind::Search, "Kettles", "q=kettle"),
        wish(SettingKind::Author, "Ida Lantern", ""),
        wish(SettingKind::Mute, "survey", ""),
        wish(SettingKind::Highlight, "steam", "1"),
    ];
    journal.set(settings, 9);
    let rule = "[[rule]]\nname = \"kettle\"\nfacet = \"tag\"\nwords = \"kettle\"\n";
    let own = vec![
        wish(SettingKind::Rule, "tag:kettle", rule),
        wish(SettingKind::Hand, "2603.00001 tag:steam", "add"),
    ];
    journal.set_as(Deed::Own(OwnDeed::Import), own, 10);
    journal.undo(11);
    journal.redo(12);
    let kept = vec![wish(
        SettingKind::Rule,
        "tag:lid",
        &rule.replace("kettle", "lid"),
    )];
    journal.settle(vec![SettingKind::Rule], kept);
    let mut records = journal.take_records();
    records.push(journal.folded());
    records
}

/// What they were when they were written, a line a record. A later version must read them and come
/// to the same; it writes others.
#[test]
fn records_of_the_versions_before_are_read() {
    for records in [RECORDS, RECORDS_NOW] {
        check_records(records);
    }
}

#[track_caller]
fn check_records(records: &str) {
    let bytes = |line: &str| -> Vec<u8> {
        let byte = |at: usize| u8::from_str_radix(&line[at..at + 2], 16).unwrap();
        (0..line.len()).step_by(2).map(byte).collect()
    };
    let stored: Vec<Vec<u8>> = records.lines().map(bytes).collect();
    let (folded, single) = stored.split_last().unwrap();
    let mut one_by_one = Journal::default();
    for record in single {
        one_by_one.replay(record).unwrap();
    }
    let mut at_once = Journal::default();
    at_once.replay(folded).unwrap();
    for journal in [one_by_one, at_once] {
        let paper = PaperId::named("2603.00001");
        assert!(journal.marks().of(&paper).has(Kind::Starred));
        assert_eq!(journal.marks().note(&paper), "ab");
        assert!(journal.marks().of(&PaperId::named("x-local")).is_seen());
        let names = |kind| -> Vec<String> {
            let all = journal.settings().of(kind).into_iter();
            all.map(|(name, _)| name.to_owned()).collect()
        };
        let all: Vec<Vec<String>> = SettingKind::ALL.map(names).into();
        let expected = ["Kettles", "Ida Lantern", "survey", "steam", "tag:lid"];
        assert_eq!(all[..5].concat(), expected);
        assert_eq!(all[5], ["2603.00001 tag:steam"]);
        let last = journal.to_undo().unwrap();
        assert_eq!((last.at, last.deed), (10, Deed::Own(OwnDeed::Import)));
    }
}

/// While this is the version that is written the fixture says what it writes.
#[test]
fn the_stored_records_are_what_this_version_writes() {
    let hex = |record: &Vec<u8>| {
        let bytes: Vec<String> = record.iter().map(|byte| format!("{byte:02x}")).collect();
        bytes.concat()
    };
    let written: Vec<String> = records_of_each_kind().iter().map(hex).collect();
    let written = written.join("\n") + "\n";
    assert_eq!(written, RECORDS_NOW);
}
