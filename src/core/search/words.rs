//! The papers in which words or phrases stand, by their posting lists.

use crate::core::index::bitset::Bitset;
use crate::core::index::fields::TextField;
use crate::core::index::segment::{
    Frequencies, GONE, Lanes, List, Places, Segment, add_lanes, join_lanes,
};
use crate::core::index::{Index, TermId, narrow};
use crate::core::library::DocId;
use crate::core::sorting;

/// Where the words of a term are, for its scores.
pub(super) enum Words {
    /// One word, any of these forms of it.
    One(Vec<TermId>),
    /// One word in so many forms that the postings are added up when they are read first: for each segment.
    Many(Vec<Sums>),
    /// Several words side by side: the papers, and how often they stand in each field.
    Phrase(Vec<(DocId, Frequencies)>),
}

/// How many forms are few: a word has no more.
const FEW_FORMS: usize = 3;

/// The papers in which terms stand side by side in one text of some fields; for each position the terms that may stand there.
pub(super) fn find(
    index: &Index,
    mut positions: Vec<Vec<TermId>>,
    scope: &[TextField],
) -> (Bitset, Words) {
    let mut docs = Bitset::empty(index.docs.len());
    if positions.len() == 1
        && let Some(forms) = positions.pop()
    {
        if forms.len() <= FEW_FORMS {
            for segment in &index.segments {
                find_word(segment, &forms, scope, &mut docs);
            }
            return (docs, Words::One(forms));
        }
        let mask = mask(scope);
        let sums = index.segments.iter().map(|segment| {
            let sums = Sums::new(segment, &segment.lists(&forms));
            sums.each(|local, [first, second]| {
                if first & mask[0] | second & mask[1] != 0 {
                    docs.insert(segment.docs()[usize::from(local)] as usize);
                }
            });
            sums
        });
        let sums = sums.collect();
        return (docs, Words::Many(sums));
    }
    let mut phrases = Vec::new();
    for segment in &index.segments {
        find_phrase(segment, &positions, scope, &mut phrases);
    }
    for (doc, _) in &phrases {
        docs.insert(*doc as usize);
    }
    (docs, Words::Phrase(phrases))
}

/// How often any of several terms stand in the papers of a segment.
pub(super) enum Sums {
    /// For each of its papers.
    All(Vec<Lanes>),
    /// For those that have any, ascending.
    Some(Vec<(u16, Lanes)>),
}

impl Sums {
    /// Adds up the postings of some lists.
    pub(super) fn new(segment: &Segment, lists: &[List]) -> Self {
        let papers = segment.docs().len();
        let postings = postings(lists);
        if postings < papers / 16 {
            return Self::Some(sums_where(segment, lists, |_| true));
        }
        let mut all = vec![Lanes::default(); papers];
        for list in lists {
            segment.lanes(list, |local, lanes| {
                add_lanes(&mut all[usize::from(local)], lanes);
            });
        }
        Self::All(all)
    }

    /// Calls `each` with every paper that has any of the terms.
    #[inline]
    pub(super) fn each(&self, mut each: impl FnMut(u16, Lanes)) {
        match self {
            Self::All(all) => {
                for (local, lanes) in (0..).zip(all) {
                    if *lanes != Lanes::default() {
                        each(local, *lanes);
                    }
                }
            }
            Self::Some(some) => some.iter().for_each(|(local, lanes)| each(*local, *lanes)),
        }
    }
}

/// Adds up the postings of some papers, by the paper's number in the segment; for each of them that has any its number and the sums, ascending.
pub(super) fn sums_where(
    segment: &Segment,
    lists: &[List],
    wanted: impl Fn(u16) -> bool,
) -> Vec<(u16, Lanes)> {
    let mut sums: Vec<(u16, Lanes)> = Vec::new();
    for list in lists {
        segment.lanes_where(
            list,
            |local, _| wanted(local),
            |local, lanes| sums.push((local, lanes)),
        );
    }
    if lists.len() > 1 {
        sums.sort_unstable_by_key(|(local, _)| *local);
        sums.dedup_by(|more, sum| {
            let is_again = more.0 == sum.0;
            if is_again {
                add_lanes(&mut sum.1, more.1);
            }
            is_again
        });
    }
    sums
}

/// The bits of frequencies that stand side by side which belong to some fields.
pub(super) fn mask(scope: &[TextField]) -> Lanes {
    let mut frequencies = Frequencies::default();
    for field in scope {
        frequencies[field.index()] = u32::MAX;
    }
    join_lanes(frequencies)
}

/// The papers that have any of some terms in any field.
pub(super) fn with_any(index: &Index, terms: &[TermId]) -> Bitset {
    let mut docs = Bitset::empty(index.docs.len());
    for segment in &index.segments {
        find_word(segment, terms, &TextField::ALL, &mut docs);
    }
    docs
}

fn find_word(segment: &Segment, forms: &[TermId], scope: &[TextField], docs: &mut Bitset) {
    for list in segment.lists(forms) {
        // A paper that is gone has a number beyond those of the set.
        if scope.len() < TextField::COUNT {
            let mask = mask(scope);
            segment.lanes(&list, |local, [first, second]| {
                if first & mask[0] | second & mask[1] != 0 {
                    docs.insert(segment.docs()[usize::from(local)] as usize);
                }
            });
        } else {
            for local in segment.locals(&list) {
                docs.insert(segment.docs()[usize::from(*local)] as usize);
            }
        }
    }
}

fn find_phrase(
    segment: &Segment,
    positions: &[Vec<TermId>],
    scope: &[TextField],
    phrases: &mut Vec<(DocId, Frequencies)>,
) {
    let lists: Vec<Vec<List>> = positions.iter().map(|terms| segment.lists(terms)).collect();
    // The rarest first: what it leaves is all that is looked at in the lists of common words.
    let mut order: Vec<(usize, usize)> =
        lists.iter().map(|lists| postings(lists)).zip(0..).collect();
    sorting::sort(&mut order);
    // First the papers that have a term of each position; only their places are read.
    let mut candidates = Bitset::full(segment.docs().len());
    for (_, at) in &order {
        let mut with_term = Bitset::empty(segment.docs().len());
        for list in &lists[*at] {
            each_common(segment, list, &candidates, |_, local| {
                with_term.insert(local);
            });
        }
        candidates = with_term;
        if candidates.is_empty() {
            return;
        }
    }
    let mut walks: Vec<(u32, Vec<Walk<'_>>)> = order
        .iter()
        .map(|(_, at)| {
            let lists = lists[*at].iter();
            let walks = lists.map(|list| Walk::new(segment, list)).collect();
            (narrow(*at), walks)
        })
        .collect();
    let (mut starts, mut places) = (Vec::new(), Vec::new());
    candidates.each(|local| {
        for (rank, (offset, walks)) in walks.iter_mut().enumerate() {
            places.clear();
            let mut runs = 0;
            for walk in walks.iter_mut() {
                runs += usize::from(walk.places(local, &mut places));
            }
            if runs > 1 {
                sort_few(&mut places);
            }
            // A place too near the start of its paper begins no phrase.
            let mut begins = places.iter().filter_map(|place| place.checked_sub(*offset));
            if rank == 0 {
                starts.clear();
                starts.extend(begins);
            } else {
                // Both ascend.
                let mut begin = begins.next();
                starts.retain(|start| {
                    while begin.is_some_and(|begin| begin < *start) {
                        begin = begins.next();
                    }
                    begin == Some(*start)
                });
            }
            if starts.is_empty() {
                return;
            }
        }
        let doc = segment.docs()[local];
        let local = u16::try_from(local).unwrap_or(u16::MAX);
        let mut frequencies = Frequencies::default();
        for start in &starts {
            let field = segment.field_of(local, *start);
            if scope.iter().any(|wanted| wanted.index() == field) {
                frequencies[field] += 1;
            }
        }
        if doc != GONE && frequencies.iter().any(|count| *count > 0) {
            phrases.push((doc, frequencies));
        }
    });
}

/// Sorts places, which are few but in a very long text: then it pays to move each to where it belongs.
fn sort_few(places: &mut [u32]) {
    if places.len() > FEW_PLACES {
        sorting::sort(places);
        return;
    }
    for at in 1..places.len() {
        let mut to = at;
        while to > 0 && places[to - 1] > places[to] {
            places.swap(to - 1, to);
            to -= 1;
        }
    }
}

/// So many places are few.
const FEW_PLACES: usize = 64;

/// A walk through a list, and the places of its postings.
struct Walk<'s> {
    locals: &'s [u16],
    start: usize,
    /// The first posting that may be the next asked for.
    next: usize,
    places: Places<'s>,
}

impl<'s> Walk<'s> {
    fn new(segment: &'s Segment, list: &List) -> Self {
        Self {
            locals: segment.locals(list),
            start: list.start,
            next: 0,
            places: Places::new(segment),
        }
    }

    /// Puts the places in a paper, given by its number, behind others; whether there are any. The papers are asked for in ascending order.
    fn places(&mut self, local: usize, into: &mut Vec<u32>) -> bool {
        self.next = seek(self.locals, self.next, local);
        let other = self.locals.get(self.next);
        let is_there = other.is_some_and(|other| usize::from(*other) == local);
        if is_there {
            self.places.read(self.start + self.next, into);
        }
        is_there
    }
}

/// The first place from one on at which a list has a paper's number or a greater one. It is looked for near that place first.
pub(super) fn seek(locals: &[u16], from: usize, paper: usize) -> usize {
    let is_before = |local: &u16| usize::from(*local) < paper;
    let mut reach = 1;
    while locals.get(from + reach).is_some_and(is_before) {
        reach *= 2;
    }
    let start = from + reach / 2;
    let end = locals.len().min(from + reach + 1);
    start + locals[start..end].partition_point(is_before)
}

/// How many postings lists have together.
fn postings(lists: &[List]) -> usize {
    lists.iter().map(ExactSizeIterator::len).sum()
}

/// Calls `each` with every posting of a list whose paper is among some: the posting, and the paper's number in the segment.
fn each_common(
    segment: &Segment,
    list: &List,
    papers: &Bitset,
    mut each: impl FnMut(usize, usize),
) {
    let locals = segment.locals(list);
    if papers.count() < locals.len() / FEW_OF_MANY {
        let mut from = 0;
        for paper in papers.iter() {
            from = seek(locals, from, paper);
            if locals
                .get(from)
                .is_some_and(|local| usize::from(*local) == paper)
            {
                each(list.start + from, paper);
            }
        }
        return;
    }
    for (posting, local) in list.clone().zip(locals) {
        let paper = usize::from(*local);
        if papers.contains(paper) {
            each(posting, paper);
        }
    }
}

/// A list so many times as long as there are papers is searched for each of them, and not read through.
const FEW_OF_MANY: usize = 16;
