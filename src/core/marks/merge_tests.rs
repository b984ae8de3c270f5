//! What several devices know comes to the same, however it is brought together.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::core::paper::PaperId;

const IDS: [&str; 3] = ["2603.00001", "math/0309136", "x-1"];

#[derive(Clone, Debug)]
enum Step {
    Act(usize, Wish),
    Set(SettingWish),
    Undo,
    Redo,
    See(usize),
    /// Takes over what the other device knows.
    Meet,
}

fn step() -> impl Strategy<Value = Step> {
    let id = || 0..IDS.len();
    let kind = || select(&Kind::ALL[..]);
    let wish = prop_oneof![
        4 => kind().prop_map(Wish::Toggle),
        3 => (kind(), any::<bool>()).prop_map(|(kind, on)| Wish::Set(kind, on)),
        2 => select(vec!["", "a", "b"]).prop_map(|text| Wish::Note(text.to_owned())),
    ];
    let text = select(vec![None, Some("q=a"), Some("q=b")]);
    let set = (select(vec!["a", "b"]), text, 0..2_u32).prop_map(|(name, text, place)| {
        let text = text.map(str::to_owned);
        SettingWish {
            kind: SettingKind::Search,
            name: name.to_owned(),
            setting: text.map(|text| Setting { text, place }),
        }
    });
    prop_oneof![
        8 => (id(), wish).prop_map(|(id, wish)| Step::Act(id, wish)),
        3 => set.prop_map(Step::Set),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        1 => id().prop_map(Step::See),
        1 => Just(Step::Meet),
    ]
}

/// Steps of three devices, each with whose it is.
fn steps() -> impl Strategy<Value = Vec<(usize, Step)>> {
    prop::collection::vec((0..3_usize, step()), 0..60)
}

/// The devices after their steps. Where clocks are coarse, acts of several have one time.
fn devices(steps: &[(usize, Step)], coarse: u64) -> [Journal; 3] {
    let mut all = [(); 3].map(|()| Journal::default());
    for (at, (device, step)) in (10_u64..).zip(steps) {
        let (at, next) = (at / coarse, all[(device + 1) % 3].holding());
        let journal = &mut all[*device];
        match step {
            Step::Act(id, wish) => drop(journal.act(vec![paper(*id)], wish, at).cloned()),
            Step::Set(wish) => drop(journal.set(vec![wish.clone()], at).cloned()),
            Step::Undo => drop(journal.undo(at).cloned()),
            Step::Redo => drop(journal.redo(at).cloned()),
            Step::See(id) => drop(journal.see(vec![paper(*id)])),
            Step::Meet => drop(journal.take_over(&next, History::default(), at)),
        }
    }
    all
}

fn paper(id: usize) -> PaperId {
    PaperId::named(IDS[id])
}

fn merged<'h>(all: impl IntoIterator<Item = &'h Holding>) -> Holding {
    let mut whole = Holding::default();
    for holding in all {
        whole.merge(holding);
    }
    whole
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn neither_order_nor_number_of_merges_makes_a_difference(
        steps in steps(),
        coarse in 1..4_u64,
    ) {
        let [a, b, c] = devices(&steps, coarse).map(|journal| journal.holding());
        let all = merged([&a, &b, &c]);
        prop_assert_eq!(&merged([&c, &b, &a]), &all);
        prop_assert_eq!(&merged([&b, &a, &c, &a, &b]), &all);
        let (left, right) = (merged([&a, &b]), merged([&b, &c]));
        prop_assert_eq!(&merged([&left, &c]), &all);
        prop_assert_eq!(&merged([&a, &right]), &all);
        prop_assert_eq!(&merged([&all, &all, &left]), &all);
        for held in all.papers.values() {
            let flags = held.flags();
            let is_kept = flags.has(Kind::Starred) || flags.has(Kind::Later);
            prop_assert!(!(is_kept && flags.has(Kind::Skipped)), "{held:?}");
            // What is read back from a backup passes for what it is.
            let marks = Kind::ALL.map(|kind| held.mark(kind));
            let again = Held::of(flags.is_seen(), marks, held.notes().into(), held.past().into());
            prop_assert_eq!(again.as_ref(), Some(held));
        }
    }

    #[test]
    fn taking_over_is_merging_and_can_be_taken_back(steps in steps(), coarse in 1..4_u64) {
        let [mut here, there, _] = devices(&steps, coarse);
        let (before, other) = (here.holding(), there.holding());
        let acts = here.history().done.len();
        let is_first = here.is_untouched();
        let gains = here.gains(&other);
        here.take_over(&other, there.history(), 1000);
        let after = merged([&before, &other]);
        prop_assert_eq!(&here.holding(), &after);
        prop_assert_eq!(here.gains(&other).is_nothing(), true);
        if !is_first && gains.is_nothing() {
            let shown = |holding: &Holding| -> Vec<(Flags, String)> {
                let all = holding.papers.values();
                all.map(|held| (held.flags(), held.note())).collect()
            };
            prop_assert_eq!(shown(&before), shown(&after));
        }
        // Twice is once.
        let history = here.history();
        here.take_over(&other, there.history(), 2000);
        prop_assert_eq!(&here.history(), &history);
        prop_assert_eq!(&here.holding(), &after);
        prop_assert_eq!(&replayed(&here).holding(), &after);
        if !is_first && history.done.len() > acts {
            prop_assert_eq!(here.undo(3000).map(|act| act.deed), Some(Deed::Restore));
            let seen = |holding: &Holding| -> Holding {
                let mut all = holding.clone();
                for (paper, held) in &after.papers {
                    let known = all.papers.remove(paper).unwrap_or_default();
                    let held = if held.is_seen() { known.seen() } else { known };
                    all.papers.insert(paper.clone(), held);
                }
                all
            };
            prop_assert_eq!(seen(&here.holding()), seen(&before));
            here.redo(4000);
            prop_assert_eq!(&here.holding(), &after);
        }
    }

    #[test]
    fn a_page_that_knew_nothing_becomes_the_one_that_was_saved(steps in steps()) {
        for saved in devices(&steps, 1) {
            let mut page = Journal::default();
            page.see(vec![paper(0)]);
            page.take_over(&saved.holding(), saved.history(), 1);
            let mut saved = saved;
            saved.see(vec![paper(0)]);
            prop_assert_eq!(page.marks(), saved.marks());
            prop_assert_eq!(page.settings(), saved.settings());
            prop_assert_eq!(page.holding(), saved.holding());
            prop_assert_eq!(page.history(), saved.history());
            prop_assert_eq!(replayed(&page).holding(), saved.holding());
        }
    }

    /// A year of one device's backups is its last one.
    #[test]
    fn what_one_device_saved_later_has_all_that_it_saved_before(
        steps in prop::collection::vec(step(), 52),
        order in Just((0..52_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let mut journal = Journal::default();
        let mut year = Vec::new();
        for (at, step) in (10_u64..).zip(&steps) {
            match step {
                Step::Act(id, wish) => drop(journal.act(vec![paper(*id)], wish, at).cloned()),
                Step::Set(wish) => drop(journal.set(vec![wish.clone()], at).cloned()),
                Step::Undo => drop(journal.undo(at).cloned()),
                Step::Redo => drop(journal.redo(at).cloned()),
                Step::See(id) => drop(journal.see(vec![paper(*id)])),
                Step::Meet => {}
            }
            year.push(journal.holding());
        }
        let all = merged(order.iter().map(|week| &year[*week]));
        prop_assert_eq!(Some(&all), year.last());
    }

    /// The later act holds, by a plain list of all acts in the order of their times.
    #[test]
    fn of_each_mark_the_later_act_holds(
        acts in prop::collection::vec((0..2_usize, 0..3_usize, select(&Kind::ALL[..]), any::<bool>()), 0..40),
    ) {
        let mut two = [Journal::default(), Journal::default()];
        let mut plain = [[false; 4]; 3];
        for (at, (device, id, kind, on)) in (10_u64..).zip(acts) {
            let wish = Wish::Set(kind, on);
            if two[device].act(vec![paper(id)], &wish, at).is_none() {
                continue;
            }
            let marks = &mut plain[id];
            marks[kind as usize] = on;
            match kind {
                Kind::Starred | Kind::Later if on => marks[Kind::Skipped as usize] = false,
                Kind::Skipped if on => {
                    marks[Kind::Starred as usize] = false;
                    marks[Kind::Later as usize] = false;
                }
                _ => {}
            }
        }
        let all = merged([&two[0].holding(), &two[1].holding()]);
        for (id, marks) in plain.into_iter().enumerate() {
            let held = all.papers.get(&paper(id)).cloned().unwrap_or_default();
            prop_assert_eq!(Kind::ALL.map(|kind| held.flags().has(kind)), marks);
        }
    }
}

/// The same journal by its records.
fn replayed(journal: &Journal) -> Journal {
    let mut again = Journal::default();
    again.replay(&journal.folded()).unwrap();
    again
}

#[test]
fn what_another_tab_did_meanwhile_stands_behind_what_was_taken_over() {
    let mut saved = Journal::default();
    saved.act(vec![paper(0)], &Wish::Set(Kind::Starred, true), 1);
    let (mut here, mut other) = (Journal::default(), Journal::default());
    other.act(vec![paper(1)], &Wish::Set(Kind::Read, true), 5);
    here.take_over(&saved.holding(), saved.history(), 6);
    let log = [other.take_records(), here.take_records()].concat();
    for _ in 0..2 {
        for record in &log {
            other.replay(record).unwrap();
            here.replay(record).unwrap();
        }
    }
    assert_eq!(here.holding(), other.holding());
    assert!(other.marks().of(&paper(0)).has(Kind::Starred));
    assert!(other.marks().of(&paper(1)).has(Kind::Read));
    assert_eq!(other.history().done.len(), 2);
}

fn note(journal: &mut Journal, text: &str, at: u64) {
    journal.act(vec![paper(0)], &Wish::Note(text.into()), at);
}

#[test]
fn notes_that_were_written_apart_stand_both_until_one_is_written_over_them() {
    let (mut here, mut there) = (Journal::default(), Journal::default());
    note(&mut here, "Kettle.", 5);
    there.take_over(&here.holding(), here.history(), 6);
    note(&mut there, "Kettle, no lid.", 7);
    assert_eq!(here.gains(&there.holding()).notes_replaced, 1);
    here.take_over(&there.holding(), History::default(), 8);
    assert_eq!(here.marks().note(&paper(0)), "Kettle, no lid.");

    note(&mut here, "Lid.", 9);
    note(&mut there, "No lid at all.", 10);
    assert_eq!(here.gains(&there.holding()).notes_beside, 1);
    here.take_over(&there.holding(), History::default(), 11);
    let both = "Lid.\n\n---\n\nNo lid at all.";
    assert_eq!(here.marks().note(&paper(0)), both);
    there.take_over(&here.holding(), History::default(), 12);
    assert_eq!(there.marks().note(&paper(0)), both);

    // Each says the same, so there is nothing to keep twice.
    note(&mut here, "Both.", 13);
    note(&mut there, "Both.", 14);
    here.take_over(&there.holding(), History::default(), 15);
    assert_eq!(here.marks().note(&paper(0)), "Both.");
    // One is erased that the other goes on with.
    there.take_over(&here.holding(), History::default(), 16);
    note(&mut here, "", 17);
    note(&mut there, "Both, and steam.", 18);
    here.take_over(&there.holding(), History::default(), 19);
    assert_eq!(here.marks().note(&paper(0)), "Both, and steam.");
    note(&mut here, "", 20);
    there.take_over(&here.holding(), History::default(), 21);
    assert_eq!(there.marks().note(&paper(0)), "");
}

#[test]
fn what_was_taken_back_is_taken_over_again() {
    let (mut here, mut there) = (Journal::default(), Journal::default());
    here.act(vec![paper(1)], &Wish::Set(Kind::Read, true), 1);
    there.act(vec![paper(0)], &Wish::Set(Kind::Starred, true), 2);
    let other = there.holding();
    here.take_over(&other, History::default(), 3);
    here.undo(4);
    assert!(!here.marks().of(&paper(0)).has(Kind::Starred));
    here.take_over(&other, History::default(), 5);
    assert!(here.marks().of(&paper(0)).has(Kind::Starred));
}

#[test]
fn what_was_kept_without_times_gives_way_to_what_has_one() {
    // Written by the first version: 2603.00001 starred and seen, a note "ab" on it, and no act.
    let id = [&[0, 10][..], IDS[0].as_bytes()].concat();
    let bytes = [
        &[1, 4, 1][..],
        &id,
        &[0b10001, 1],
        &id,
        &[2, b'a', b'b', 0, 0],
    ]
    .concat();
    let mut old = Journal::default();
    old.replay(&bytes).unwrap();
    let mut new = Journal::default();
    new.act(vec![paper(0)], &Wish::Set(Kind::Starred, true), 5);
    new.act(vec![paper(0)], &Wish::Set(Kind::Starred, false), 6);
    let all = merged([&old.holding(), &new.holding()]);
    let held = &all.papers[&paper(0)];
    assert!(!held.flags().has(Kind::Starred));
    assert_eq!(held.note(), "ab");
    let mut empty = Journal::default();
    empty.act(vec![paper(1)], &Wish::Set(Kind::Read, true), 5);
    empty.take_over(&old.holding(), History::default(), 7);
    assert!(empty.marks().of(&paper(0)).has(Kind::Starred));
}

#[test]
fn a_time_far_ahead_leaves_room_for_what_comes_after_it() {
    let mut there = Journal::default();
    there.act(
        vec![paper(0)],
        &Wish::Set(Kind::Starred, true),
        u64::MAX - 1,
    );
    let mut here = Journal::default();
    here.act(vec![paper(1)], &Wish::Set(Kind::Read, true), 5);
    here.take_over(&there.holding(), History::default(), 6);
    here.act(vec![paper(0)], &Wish::Set(Kind::Starred, false), 7);
    here.act(vec![paper(0)], &Wish::Set(Kind::Later, true), 8);
    here.undo(9);
    here.take_over(&there.holding(), History::default(), 10);
    assert!(!here.marks().of(&paper(0)).has(Kind::Starred));
}

/// A list that says that a mark is on says that others are off, be their times left out.
#[test]
fn what_a_mark_takes_off_is_off_in_what_is_read_too() {
    let skipped = [(0, false), (0, false), (7, true), (0, false)];
    let starred = [(5, true), (0, false), (0, false), (0, false)];
    let read = |marks| Held::of(true, marks, Vec::new(), Vec::new()).unwrap();
    let both = read(skipped).merged(&read(starred));
    assert_eq!(both, read(starred).merged(&read(skipped)));
    assert!(both.flags().has(Kind::Skipped) && !both.flags().has(Kind::Starred));
    assert_eq!(read(skipped).mark(Kind::Later), (7, false));
}
