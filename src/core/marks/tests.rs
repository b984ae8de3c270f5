//! The journal against a plain model: marks as sets of names, the history as whole states.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::core::paper::PaperId;

const IDS: [&str; 5] = ["2603.00001", "2603.00002", "math/0309136", "x-1", "x-2"];

fn named(names: &[&str]) -> Vec<PaperId> {
    names.iter().map(|name| PaperId::named(name)).collect()
}

#[derive(Clone, Debug)]
enum Step {
    Act(Vec<&'static str>, Wish),
    Undo,
    Redo,
    Set(Vec<SettingWish>),
    See(Vec<&'static str>),
    Fold,
    Reopen,
}

fn setting() -> impl Strategy<Value = SettingWish> {
    let kind = select(vec![SettingKind::Search, SettingKind::Mute]);
    let setting = (select(vec!["", "q=a"]), 0..2_u32).prop_map(|(text, place)| Setting {
        text: text.to_owned(),
        place,
    });
    (kind, select(vec!["", "a", "b"]), prop::option::of(setting)).prop_map(
        |(kind, name, setting)| SettingWish {
            kind,
            name: name.to_owned(),
            setting,
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    let ids = || prop::sample::subsequence(&IDS[..], 0..=3);
    let kind = || select(&Kind::ALL[..]);
    let wish = prop_oneof![
        4 => kind().prop_map(Wish::Toggle),
        2 => (kind(), any::<bool>()).prop_map(|(kind, on)| Wish::Set(kind, on)),
        2 => select(vec!["", "a", "b"]).prop_map(|text| Wish::Note(text.to_owned())),
    ];
    prop_oneof![
        8 => (ids(), wish).prop_map(|(ids, wish)| Step::Act(ids, wish)),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        4 => prop::collection::vec(setting(), 0..4).prop_map(Step::Set),
        2 => ids().prop_map(Step::See),
        1 => Just(Step::Fold),
        1 => Just(Step::Reopen),
    ]
}

/// A paper as plain words: its marks by their names, and its note.
type Plain = (BTreeSet<&'static str>, String);
/// All papers that have any, and all settings.
type Whole = (BTreeMap<&'static str, Plain>, Vec<SettingWish>);

#[derive(Default)]
struct Model {
    now: Whole,
    seen: BTreeSet<&'static str>,
    before: Vec<(Whole, BTreeSet<&'static str>)>,
    after: Vec<(Whole, BTreeSet<&'static str>)>,
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Starred => "star",
        Kind::Later => "later",
        Kind::Skipped => "skip",
        Kind::Read => "read",
    }
}

impl Model {
    fn act(&mut self, ids: &[&'static str], wish: &Wish) {
        let mut next = self.now.clone();
        let has = |id: &str, kind| {
            let paper = self.now.0.get(id);
            paper.is_some_and(|(marks, _)| marks.contains(name(kind)))
        };
        for id in ids {
            let (marks, note) = next.0.entry(id).or_default();
            let (kind, is_on) = match wish {
                Wish::Note(text) => {
                    note.clone_from(text);
                    continue;
                }
                Wish::Set(kind, is_on) => (*kind, *is_on),
                Wish::Toggle(kind) => (*kind, !ids.iter().all(|id| has(id, *kind))),
            };
            if !is_on {
                marks.remove(name(kind));
                continue;
            }
            let gone: &[&str] = match kind {
                Kind::Starred | Kind::Later => &["skip"],
                Kind::Skipped => &["star", "later"],
                Kind::Read => &[],
            };
            marks.retain(|mark| !gone.contains(mark));
            marks.insert(name(kind));
        }
        next.0
            .retain(|_, (marks, note)| !marks.is_empty() || !note.is_empty());
        let changed = IDS
            .into_iter()
            .filter(|id| next.0.get(id) != self.now.0.get(id));
        let changed: BTreeSet<&'static str> = changed.collect();
        if changed.is_empty() {
            return;
        }
        self.seen.extend(&changed);
        self.before
            .push((std::mem::replace(&mut self.now, next), changed));
        self.after.clear();
    }

    fn set(&mut self, wishes: &[SettingWish]) {
        let mut next = self.now.clone();
        for wish in wishes.iter().filter(|wish| !wish.name.is_empty()) {
            let is_it = |known: &SettingWish| (known.kind, &known.name) == (wish.kind, &wish.name);
            next.1.retain(|known| !is_it(known));
            next.1.extend(wish.setting.is_some().then(|| wish.clone()));
        }
        next.1
            .sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        if next.1 != self.now.1 {
            let before = std::mem::replace(&mut self.now, next);
            self.before.push((before, BTreeSet::new()));
            self.after.clear();
        }
    }

    fn undo(&mut self) {
        if let Some((before, changed)) = self.before.pop() {
            let now = std::mem::replace(&mut self.now, before);
            self.after.push((now, changed));
        }
    }

    fn redo(&mut self) {
        if let Some((after, changed)) = self.after.pop() {
            let now = std::mem::replace(&mut self.now, after);
            self.before.push((now, changed));
        }
    }

    fn expect(&self, journal: &Journal) {
        for id in IDS {
            let paper = PaperId::named(id);
            let flags = journal.marks().of(&paper);
            let nothing = Plain::default();
            let (marks, note) = self.now.0.get(id).unwrap_or(&nothing);
            for kind in Kind::ALL {
                assert_eq!(flags.has(kind), marks.contains(name(kind)), "{id} {kind:?}");
            }
            assert_eq!(journal.marks().note(&paper), note);
            assert_eq!(flags.has_note(), !note.is_empty());
            assert_eq!(flags.is_seen(), self.seen.contains(id), "{id}");
            assert_eq!(flags.is_undecided(), marks.is_empty());
        }
        for kind in SettingKind::ALL {
            let here = journal.settings().of(kind);
            let mut model: Vec<&SettingWish> = self.now.1.iter().collect();
            model.retain(|wish| wish.kind == kind);
            model.sort_by_key(|wish| wish.setting.as_ref().map(|setting| setting.place));
            let model = model.into_iter();
            let model = model.map(|wish| (wish.name.as_str(), wish.setting.as_ref().unwrap()));
            assert_eq!(here, model.collect::<Vec<_>>());
        }
        assert_eq!(journal.done.len(), self.before.len());
        assert_eq!(journal.undone.len(), self.after.len());
        let changed = |act: Option<&Act>| {
            let changes = act.iter().flat_map(|act| &act.changes);
            let ids = changes.filter_map(|change| Some(change.paper()?.to_string()));
            ids.collect::<BTreeSet<String>>()
        };
        let expected = |last: Option<&(Whole, BTreeSet<&'static str>)>| {
            let ids = last.iter().flat_map(|(_, changed)| changed);
            ids.map(|id| (*id).to_owned()).collect()
        };
        assert_eq!(changed(journal.to_undo()), expected(self.before.last()));
        assert_eq!(changed(journal.to_redo()), expected(self.after.last()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn marks_and_history_are_as_a_plain_model_has_them(
        steps in prop::collection::vec(step(), 0..60),
        clock in any::<u8>(),
    ) {
        let (mut journal, mut model) = (Journal::default(), Model::default());
        let mut log: Vec<Vec<u8>> = Vec::new();
        for (at, step) in (0_u64..).zip(&steps) {
            // Clocks may stand still, and several acts be of one time.
            let at = at / (1 + u64::from(clock % 4));
            match step {
                Step::Act(ids, wish) => {
                    journal.act(named(ids), wish, at);
                    model.act(ids, wish);
                }
                Step::Set(wishes) => {
                    journal.set(wishes.clone(), at);
                    model.set(wishes);
                }
                Step::Undo => {
                    journal.undo(at);
                    model.undo();
                }
                Step::Redo => {
                    journal.redo(at);
                    model.redo();
                }
                Step::See(ids) => {
                    let new = journal.see(named(ids)).len();
                    prop_assert_eq!(new, ids.iter().filter(|id| model.seen.insert(id)).count());
                }
                Step::Fold => {
                    journal.take_records();
                    log = vec![journal.folded()];
                }
                Step::Reopen => {
                    log.append(&mut journal.take_records());
                    journal = replayed(&log);
                }
            }
            model.expect(&journal);
            log.append(&mut journal.take_records());
        }
        model.expect(&replayed(&log));
    }

    /// A tab that reads what another one wrote finds its own records among it.
    #[test]
    fn records_that_come_again_change_nothing(
        steps in prop::collection::vec(step(), 0..40),
        from in 0_usize..40,
    ) {
        let mut journal = Journal::default();
        for step in &steps {
            match step {
                Step::Act(ids, wish) => drop(journal.act(named(ids), wish, 1).cloned()),
                Step::Set(wishes) => drop(journal.set(wishes.clone(), 1).cloned()),
                Step::Undo => drop(journal.undo(1).cloned()),
                Step::Redo => drop(journal.redo(1).cloned()),
                Step::See(ids) => drop(journal.see(named(ids))),
                Step::Fold | Step::Reopen => {}
            }
        }
        let log = journal.take_records();
        for record in log.iter().skip(from) {
            journal.replay(record).unwrap();
        }
        let once = replayed(&log);
        prop_assert_eq!(journal.marks(), once.marks());
        prop_assert_eq!(journal.settings(), once.settings());
        prop_assert_eq!(&journal.done, &once.done);
        prop_assert_eq!(&journal.undone, &once.undone);
    }

    #[test]
    fn any_bytes_can_be_replayed(bytes in prop::collection::vec(any::<u8>(), 0..64), at in 0_usize..64) {
        let mut journal = Journal::default();
        let _ = journal.replay(&bytes);
        let mut record = one_act();
        if let Some(byte) = record.get_mut(at) {
            *byte = byte.wrapping_add(1);
        }
        let _ = journal.replay(&record);
        let _ = journal.undo(1);
    }
}

fn replayed(log: &[Vec<u8>]) -> Journal {
    let mut journal = Journal::default();
    for record in log {
        journal.replay(record).unwrap();
    }
    assert!(
        journal.take_records().is_empty(),
        "what is replayed is kept"
    );
    journal
}

fn one_act() -> Vec<u8> {
    let mut journal = Journal::default();
    journal.act(named(&IDS), &Wish::Toggle(Kind::Starred), 1);
    journal.take_records().remove(0)
}

#[test]
fn a_record_that_cannot_be_read_says_why_and_changes_nothing() {
    let mut journal = Journal::default();
    let record = one_act();
    let cut = &record[..record.len() - 1];
    let longer = [record.as_slice(), &[0]].concat();
    for (record, expected) in [
        (&[][..], "is empty"),
        (&[9, 0], "was written by a newer version of this program"),
        (&[0, 0], "is of no version"),
        (cut, "is damaged"),
        (&longer, "has something behind its end"),
    ] {
        let said = journal.replay(record).unwrap_err();
        assert_eq!(said, ["a record of marks ", expected].concat());
    }
    assert_eq!(journal.marks(), &Marks::default());
    assert_eq!(
        journal.replay(&record).map(|changed| changed.papers.len()),
        Ok(5)
    );
}

#[test]
fn records_of_the_first_version_are_read() {
    // Written by that version: a star on 2603.00001 at 7, and its undo at 9.
    let act = [
        1, 0, 7, 0, 0, 1, 0, 0, 10, b'2', b'6', b'0', b'3', b'.', b'0', b'0', b'0', b'0', b'1', 0,
        1,
    ];
    let mut undo = vec![1, 1, 9];
    undo.extend_from_slice(&act[2..]);
    let mut journal = replayed(&[act.to_vec()]);
    let paper = PaperId::named(IDS[0]);
    assert!(journal.marks().of(&paper).has(Kind::Starred));
    assert_eq!(journal.to_undo().map(|act| act.at), Some(7));
    journal.replay(&undo).unwrap();
    assert_eq!(journal.marks().of(&paper), Flags::default().seen());
    assert!(journal.to_redo().is_some());
}

#[test]
fn a_snapshot_of_the_first_version_is_read() {
    // Written by that version: 2603.00001 starred and seen, a note "ab" on it, and the act.
    let id = |bytes: &mut Vec<u8>| {
        bytes.extend_from_slice(&[0, 10]);
        bytes.extend_from_slice(IDS[0].as_bytes());
    };
    let mut bytes = vec![1, 4, 1];
    id(&mut bytes);
    bytes.extend_from_slice(&[0b10001, 1]);
    id(&mut bytes);
    bytes.extend_from_slice(&[2, b'a', b'b', 1, 7, 0, 0, 1, 0]);
    id(&mut bytes);
    bytes.extend_from_slice(&[0, 1, 0]);
    let mut journal = replayed(&[bytes]);
    let paper = PaperId::named(IDS[0]);
    assert!(journal.marks().of(&paper).has(Kind::Starred));
    assert_eq!(journal.marks().note(&paper), "ab");
    assert_eq!(journal.settings(), &Settings::default());
    assert!(journal.undo(9).is_some());
    assert!(!journal.marks().of(&paper).has(Kind::Starred));
}

#[test]
fn settings_of_too_many_bytes_are_not_taken() {
    let mut journal = Journal::default();
    let wish = |name: &str, text: &str| SettingWish {
        kind: SettingKind::Search,
        name: name.to_owned(),
        setting: Some(Setting {
            text: text.to_owned(),
            place: 0,
        }),
    };
    let long = "x".repeat(LONGEST_SETTING + 1);
    assert_eq!(
        journal.set(vec![wish(&long, ""), wish("a", &long)], 1),
        None
    );
    let deed = journal.set(vec![wish("a", "q=1")], 1).map(|act| act.deed);
    assert_eq!(deed, Some(Deed::Add(SettingKind::Search)));
    let deed = journal.set(vec![wish("a", "q=2")], 1).map(|act| act.deed);
    assert_eq!(deed, Some(Deed::Alter(SettingKind::Search)));
}

#[test]
fn a_snapshot_keeps_the_last_thousand_acts_and_an_older_undo_still_holds() {
    let mut journal = Journal::default();
    let toggle = Wish::Toggle(Kind::Read);
    for at in 0..1500 {
        journal.act(named(&IDS[..1]), &toggle, at);
    }
    journal.take_records();
    let folded = journal.folded();
    assert_eq!(
        replayed(std::slice::from_ref(&folded)).done.len(),
        KEPT_ACTS
    );
    // Who goes on without closing can undo all of them.
    let mut log = vec![folded];
    for _ in 0..1001 {
        journal.undo(2000);
    }
    log.append(&mut journal.take_records());
    let again = replayed(&log);
    assert_eq!(again.marks(), journal.marks());
    assert_eq!(again.undone.len(), 1001);

    let many: Vec<PaperId> = (0..150_000)
        .map(|number| PaperId::Local(format!("x-{number}")))
        .collect();
    let mut journal = Journal::default();
    journal.act(many.clone(), &toggle, 1);
    journal.act(many, &toggle, 2);
    assert_eq!(replayed(&[journal.folded()]).done.len(), 1);
}

#[test]
fn the_ids_of_states_are_theirs_alone() {
    for state in State::ALL {
        assert_eq!(State::of(&state.id().to_uppercase()), Some(state));
    }
    assert_eq!(State::of("unread"), None);
}
