//! What other rules change in a library, found in slices, so that the page answers in between.

use std::collections::BTreeMap;

use crate::core::index::bitset::Bitset;
use crate::core::library::{DocId, Library, Record};
use crate::core::search::Searcher;
use crate::core::sorting;
use crate::core::tags::own::{ByHand, Name, Names, Own, Problem, Rule, excess};
use crate::core::tags::{TagId, bytes_looked_at};

/// How many papers are shown at most of those that gain a tag, and of those that lose it.
const EXAMPLES: usize = 5;

/// How much one slice of a walk looks at, in bytes of text that patterns are looked for in.
const WORK: usize = 1 << 21;

/// How many times as long as all patterns a regex takes over a text.
const REGEX: usize = 50;

/// How far a walk over a library is, in records; those that were taken out count too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    /// Records passed by.
    pub(super) done: usize,
    /// Records to pass by.
    pub(super) of: usize,
}

impl Progress {
    /// Whether the walk is at its end.
    pub(super) fn is_complete(self) -> bool {
        self.done >= self.of
    }
}

/// What becomes of one tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// How many papers gain it.
    pub(super) gained: usize,
    /// How many papers lose it.
    pub(super) lost: usize,
    /// The first [`EXAMPLES`] that gain it.
    pub(super) gains: Vec<DocId>,
    /// The first [`EXAMPLES`] that lose it.
    pub(super) losses: Vec<DocId>,
}

/// A walk over a library from some rules to others.
///
/// Only the tags of rules that differ are looked at, and of the rules only those of these tags are
/// run.
#[derive(Debug)]
pub(super) struct Revision {
    /// The tags whose rules differ, sorted.
    names: Vec<Name>,
    /// The new rules of these tags.
    own: Own,
    /// For each regex of those the papers that it may match; `None` for all.
    candidates: Vec<Option<Bitset>>,
    next: usize,
    changes: Vec<(Name, Change)>,
    /// Their places in there, by tag.
    places: BTreeMap<Name, usize>,
    /// The papers that gain or lose a tag, with all their tags afterwards; empty when only counts
    /// are wanted.
    given: Vec<(DocId, Vec<Name>)>,
    keeps: bool,
}

impl Revision {
    /// Begins the walk. With `keeps` it gives the new tags at its end, else no more than counts and
    /// examples. Fails with the first rule, as an index, that cannot be used.
    pub(super) fn new(
        before: &[Rule],
        after: &[Rule],
        keeps: bool,
    ) -> Result<Self, (usize, Problem)> {
        if let Some(excess) = excess(after) {
            return Err(excess);
        }
        // The rules of each tag that are used, before and after.
        let mut by_name: BTreeMap<&Name, (Vec<&Rule>, Vec<&Rule>)> = BTreeMap::new();
        for rule in before {
            let (rules, _) = by_name.entry(&rule.name).or_default();
            rules.extend(Some(rule).filter(|rule| !rule.is_off));
        }
        for rule in after {
            let (_, rules) = by_name.entry(&rule.name).or_default();
            rules.extend(Some(rule).filter(|rule| !rule.is_off));
        }
        let differing = by_name
            .iter()
            .filter(|(_, (before, after))| before != after);
        let names: Vec<Name> = differing.map(|(name, _)| (*name).clone()).collect();
        let is_looked_at = |rule: &Rule| names.binary_search(&rule.name).is_ok();
        let same = after.iter().enumerate();
        let same = same.filter(|(_, rule)| is_looked_at(rule));
        let (places, rules): (Vec<usize>, Vec<Rule>) =
            same.map(|(at, rule)| (at, rule.clone())).unzip();
        let own = Own::new(rules).map_err(|(at, problem)| (places[at], problem))?;
        Ok(Self {
            names,
            own,
            candidates: Vec::new(),
            next: 0,
            changes: Vec::new(),
            places: BTreeMap::new(),
            given: Vec::new(),
            keeps,
        })
    }

    /// Has the index say which papers each regex may match at all, so that only those are tried: a
    /// regex takes fifty times as long as words do. The library must be the same to the end of the
    /// walk.
    pub(super) fn narrow(&mut self, searcher: Searcher<'_>) {
        let regexes = self.own.regexes();
        self.candidates = regexes.map(|regex| searcher.may_match(regex)).collect();
    }

    /// Looks at so many more records, or at fewer where they say so much that a slice is over
    /// before ([`WORK`]). `tags` knows the numbers of the tags that they have now.
    pub(super) fn step(
        &mut self,
        library: &Library,
        tags: &Names,
        hand: &ByHand,
        records: usize,
    ) -> Progress {
        let of = library.records().len();
        if self.names.is_empty() {
            // Without a tag to look at there is nothing to walk for.
            self.next = of;
        }
        let mut numbers: Vec<TagId> = self.names.iter().filter_map(|n| tags.number(n)).collect();
        sorting::sort(&mut numbers);
        let to = self.next.saturating_add(records.max(1)).min(of);
        let mut work = 0;
        while self.next < to && work < WORK {
            if let Ok(doc) = DocId::try_from(self.next)
                && let Some(record) = library.get(doc)
            {
                work += self.look_at(doc, record, (tags, &numbers), hand);
            }
            self.next += 1;
        }
        Progress {
            done: self.next.min(of),
            of,
        }
    }

    /// Looks at a record and says how much work that was. `numbers` are those of the names that are
    /// looked at, sorted.
    fn look_at(
        &mut self,
        doc: DocId,
        record: &Record,
        (tags, numbers): (&Names, &[TagId]),
        hand: &ByHand,
    ) -> usize {
        let is_looked_at = |tag: &&TagId| numbers.binary_search(tag).is_ok();
        let table: Vec<TagId> = record.tags.iter().filter(is_looked_at).copied().collect();
        let at = doc as usize;
        let tries = |regex: usize| {
            let candidates = self.candidates.get(regex).and_then(Option::as_ref);
            // What the index does not have yet is tried.
            candidates.is_none_or(|docs| at >= docs.len() || docs.contains(at))
        };
        let paper = &record.paper;
        let mut after = self.own.names_trying(paper, &table, hand, &tries);
        let regexes = (0..self.own.regexes().len()).filter(|at| tries(*at));
        let work = bytes_looked_at(paper) * (1 + REGEX * regexes.count());
        after.retain(|name| self.names.binary_search(name).is_ok());
        let now = record.tags().iter().filter(is_looked_at);
        let mut before: Vec<Name> = now.map(|tag| tags.name(*tag)).collect();
        sorting::sort(&mut before);
        let is_in = |names: &[Name], name: &Name| names.binary_search(name).is_ok();
        let mut differs = false;
        for name in after.iter().filter(|name| !is_in(&before, name)) {
            let change = self.change(name);
            change.gained += 1;
            show(&mut change.gains, doc);
            differs = true;
        }
        for name in before.iter().filter(|name| !is_in(&after, name)) {
            let change = self.change(name);
            change.lost += 1;
            show(&mut change.losses, doc);
            differs = true;
        }
        if differs && self.keeps {
            let others = record.tags().iter().filter(|tag| !is_looked_at(tag));
            after.extend(others.map(|tag| tags.name(*tag)));
            self.given.push((doc, after));
        }
        work
    }

    /// What changes of what was looked at, by tag; tags of which nothing changes are not among
    /// them.
    pub(super) fn changes(&self) -> &[(Name, Change)] {
        &self.changes
    }

    fn change(&mut self, name: &Name) -> &mut Change {
        let at = self.places.get(name).copied().unwrap_or_else(|| {
            self.changes.push((name.clone(), Change::default()));
            self.places.insert(name.clone(), self.changes.len() - 1);
            self.changes.len() - 1
        });
        &mut self.changes[at].1
    }

    /// The papers that gain or lose a tag, with all their tags afterwards.
    pub(super) fn finish(self) -> Vec<(DocId, Vec<Name>)> {
        self.given
    }
}

fn show(examples: &mut Vec<DocId>, doc: DocId) {
    if examples.len() < EXAMPLES {
        examples.push(doc);
    }
}

/// The numbers of a paper's tags, in order, where they are not those that the table gives it. Names
/// without a number get one.
pub(super) fn differing(record: &Record, names: &[Name], tags: &mut Names) -> Option<Box<[TagId]>> {
    let numbers = names.iter().filter_map(|name| tags.intern(name));
    let mut numbers: Vec<TagId> = numbers.collect();
    sorting::sort(&mut numbers);
    numbers.dedup();
    (numbers != record.tags).then(|| numbers.into_boxed_slice())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::facet::Facet;
    use crate::core::paper::{Paper, PaperId};
    use crate::core::tags::Tagger;
    use crate::core::tags::own::{Hand, read};
    use crate::core::text::RichText;

    const TICKETS: &str = r#"
[[rule]]
name = "lottery-tickets"
facet = "method"
words = ["lottery ticket*", "(winning|sparse) ticket"]
"#;

    fn method(id: &str) -> Name {
        Name {
            facet: Facet::Method,
            id: id.to_owned(),
        }
    }

    fn library() -> Library {
        let tagger = Tagger::new();
        let mut library = Library::default();
        let source = library.add_source("day.md");
        for number in 0..20 {
            let title = match number % 4 {
                0 => "Winning Tickets",
                1 => "A Generative Adversarial Network",
                _ => "Knots",
            };
            let unlike = format!("Number {number} of all, and like no other {number}.");
            let id = PaperId::Local(format!("p{number}"));
            let mut paper = Paper::new(id, RichText::from_plain(title), 1);
            paper.summary = Some(RichText::from_plain(unlike));
            library.add(paper, source, &tagger);
        }
        library
    }

    #[test]
    fn a_revision_counts_what_changes_and_shows_some() {
        let library = library();
        let text =
            format!("{TICKETS}\n[[rule]]\nname = \"gan\"\nfacet = \"method\"\nbuilt-in = \"off\"");
        let after = read(&text).unwrap().rules;
        let mut hand = ByHand::default();
        hand.set(
            PaperId::Local("p0".into()),
            method("lottery-tickets"),
            Hand::Remove,
        );
        let names = Names::default();
        let mut revision = Revision::new(&[], &after, false).unwrap();
        let mut steps = 0;
        while !revision.step(&library, &names, &hand, 6).is_complete() {
            steps += 1;
        }
        assert_eq!(steps, 3);
        let changes = revision.changes();
        assert_eq!(changes.len(), 2);
        let of = |id: &str| {
            changes
                .iter()
                .find(|(name, _)| *name == method(id))
                .map(|(_, change)| change)
                .unwrap()
        };
        let tickets = of("lottery-tickets");
        assert_eq!((tickets.gained, tickets.lost), (4, 0));
        assert_eq!(tickets.gains, [4, 8, 12, 16]);
        let gan = of("gan");
        assert_eq!((gan.gained, gan.lost, gan.losses.len()), (0, 5, EXAMPLES));
        assert_eq!(revision.finish(), []);
    }

    #[test]
    fn tagging_anew_in_slices_is_tagging_anew_at_once() {
        let mut library = library();
        let rules = read(TICKETS).unwrap().rules;
        let hand = ByHand::default();
        let mut names = Names::default();
        let walk =
            |library: &Library, names: &Names, slice: usize, before: &[Rule], after: &[Rule]| {
                let mut revision = Revision::new(before, after, true).unwrap();
                let mut seen = Vec::new();
                loop {
                    let progress = revision.step(library, names, &hand, slice);
                    seen.push(progress.done);
                    if progress.is_complete() {
                        return (seen, revision.finish());
                    }
                }
            };
        let (seen, given) = walk(&library, &names, 1000, &[], &rules);
        assert_eq!(seen, [20]);
        let (seen, slices) = walk(&library, &names, 7, &[], &rules);
        assert_eq!((seen.as_slice(), &slices), (&[7, 14, 20][..], &given));
        let docs: Vec<_> = given.iter().map(|(doc, _)| *doc).collect();
        assert_eq!(docs, [0, 4, 8, 12, 16]);
        assert!(given[1].1.contains(&method("lottery-tickets")));

        // Given to the papers and taken back, they are as they were.
        for (doc, tags) in given {
            let tags = differing(library.get(doc).unwrap(), &tags, &mut names);
            assert!(tags.is_some());
            library.give(doc, tags);
        }
        assert_eq!(walk(&library, &names, 9, &rules, &rules).1, []);
        let mut off = rules.clone();
        off[0].is_off = true;
        let (_, back) = walk(&library, &names, 9, &rules, &off);
        assert_eq!(back.len(), 5);
        for (doc, tags) in back {
            let tags = differing(library.get(doc).unwrap(), &tags, &mut names);
            assert_eq!(tags, None);
            library.give(doc, tags);
        }
        library.remove_source(0, &Tagger::new());
        assert_eq!(walk(&library, &names, 7, &[], &rules).1, []);
    }
}
