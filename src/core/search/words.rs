//! The papers in which words or phrases stand, by their posting lists.

use crate::core::index::bitset::Bitset;
use crate::core::index::fields::TextField;
use crate::core::index::segment::{
    Frequencies, GONE, Lanes, List, Places, Segment, add_lanes, join_lanes, split_lanes,
};
use crate::core::index::{Index, TermId, narrow};
use crate::core::library::DocId;
use crate::core::sorting;

/// Where the words of a term are, for its scores.
#[derive(Debug)]
pub(super) enum Words {
    /// One word, any of these forms of it.
    One(Vec<TermId>),
    /// One word in so many forms that the postings are added up when they are read first: for each
    /// segment.
    Many(Vec<Sums>),
    /// Several words side by side: the papers, and how often they stand in each field.
    Phrase(Vec<(DocId, Frequencies)>),
}

impl Words {
    /// How often they stand in each field of a paper, as far as the term looks there.
    pub(super) fn in_paper(&self, index: &Index, doc: DocId) -> Frequencies {
        let mut sum = Lanes::default();
        match self {
            Self::Phrase(phrases) => {
                let mut own = phrases.iter().filter(|(of, _)| *of == doc);
                return own
                    .next()
                    .map(|(_, frequencies)| *frequencies)
                    .unwrap_or_default();
            }
            Self::One(forms) => {
                for segment in &index.segments {
                    let is_it = |local: u16| segment.docs()[usize::from(local)] == doc;
                    for (_, lanes) in sums_where(segment, &segment.lists(forms), &is_it) {
                        add_lanes(&mut sum, lanes);
                    }
                }
            }
            Self::Many(sums) => {
                for (segment, sums) in index.segments.iter().zip(sums) {
                    let is_it = |local: u16, _| segment.docs()[usize::from(local)] == doc;
                    sums.each(is_it, |_, lanes| add_lanes(&mut sum, lanes));
                }
            }
        }
        split_lanes(sum)
    }
}

/// How many forms are few: a word has no more.
const FEW_FORMS: usize = 3;

/// Phrases of more words are not looked for in papers that have fewer.
const LONG: usize = 16;

/// The papers in which terms stand side by side in one text of some fields; for each position the
/// terms that may stand there.
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
            let is_in_scope = |_, [first, second]: Lanes| first & mask[0] | second & mask[1] != 0;
            sums.each(is_in_scope, |local, _| {
                docs.insert(segment.docs()[usize::from(local)] as usize);
            });
            sums
        });
        let sums = sums.collect();
        return (docs, Words::Many(sums));
    }
    let (mut bases, mut phrases) = (Vec::new(), Vec::new());
    let first = |terms: &Vec<TermId>| positions.iter().position(|other| other == terms);
    let firsts: Vec<usize> = positions.iter().filter_map(first).collect();
    let phrase = (&positions[..], &firsts[..]);
    for segment in &index.segments {
        find_phrase(segment, phrase, scope, &mut bases, &mut phrases);
    }
    for (doc, _) in &phrases {
        docs.insert(*doc as usize);
    }
    (docs, Words::Phrase(phrases))
}

/// How often any of several terms stand in the papers of a segment.
#[derive(Debug)]
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
            return Self::Some(sums_where(segment, lists, &|_| true));
        }
        let mut all = vec![Lanes::default(); papers];
        for list in lists {
            segment.lanes(list, |local, lanes| {
                add_lanes(&mut all[usize::from(local)], lanes);
            });
        }
        Self::All(all)
    }

    /// Calls `each` with every paper whose sums pass a test, which no paper passes that has none of
    /// the terms.
    #[inline]
    pub(super) fn each(
        &self,
        wanted: impl Fn(u16, Lanes) -> bool,
        mut each: impl FnMut(u16, Lanes),
    ) {
        match self {
            Self::All(all) => {
                let mut local = 0;
                for lanes in all.chunks(64) {
                    // Who passes is found without a branch for each, which nobody could foretell.
                    let mut passing = 0_u64;
                    for (at, lanes) in (0..).zip(lanes) {
                        passing |= u64::from(wanted(local + at, *lanes)) << at;
                    }
                    while passing != 0 {
                        let at = passing.trailing_zeros();
                        let place = local + u16::try_from(at).unwrap_or_default();
                        each(place, lanes[at as usize]);
                        passing &= passing - 1;
                    }
                    local += 64;
                }
            }
            Self::Some(some) => {
                for (local, lanes) in some.iter().filter(|(local, lanes)| wanted(*local, *lanes)) {
                    each(*local, *lanes);
                }
            }
        }
    }
}

/// Adds up the postings of some papers, by the paper's number in the segment; for each of them that
/// has any its number and the sums, ascending.
pub(super) fn sums_where(
    segment: &Segment,
    lists: &[List],
    wanted: &impl Fn(u16) -> bool,
) -> Vec<(u16, Lanes)> {
    let mut sums = Vec::new();
    match lists {
        [] => {}
        [list] => {
            let is_wanted = |local, _| wanted(local);
            segment.lanes_where(list, is_wanted, |local, lanes| sums.push((local, lanes)));
        }
        _ => {
            let (left, right) = lists.split_at(lists.len() / 2);
            let [left, right] = [left, right].map(|half| sums_where(segment, half, wanted));
            sums = joined(left, right);
        }
    }
    sums
}

/// Joins sums over different terms, both ascending.
fn joined(left: Vec<(u16, Lanes)>, right: Vec<(u16, Lanes)>) -> Vec<(u16, Lanes)> {
    let mut sums = Vec::with_capacity(left.len() + right.len());
    let mut right = right.into_iter().peekable();
    for (local, mut lanes) in left {
        while let Some(before) = right.next_if(|(other, _)| *other < local) {
            sums.push(before);
        }
        if let Some((_, more)) = right.next_if(|(other, _)| *other == local) {
            add_lanes(&mut lanes, more);
        }
        sums.push((local, lanes));
    }
    sums.extend(right);
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

/// Whether one of some terms stands in more than so many papers of one segment.
pub(super) fn any_has_more(index: &Index, terms: &[TermId], papers: usize) -> bool {
    index.segments.iter().any(|segment| {
        segment.lists(terms).iter().any(|list| {
            let docs = segment.locals(list).iter();
            let live = docs.filter(|local| segment.docs()[usize::from(**local)] != GONE);
            live.take(papers + 1).count() > papers
        })
    })
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

/// Finds a phrase in the papers of a segment: for each position its terms, and the first position
/// that has the same.
fn find_phrase(
    segment: &Segment,
    (positions, firsts): (&[Vec<TermId>], &[usize]),
    scope: &[TextField],
    bases: &mut Vec<usize>,
    phrases: &mut Vec<(DocId, Frequencies)>,
) {
    let lists: Vec<Vec<List>> = positions.iter().map(|terms| segment.lists(terms)).collect();
    // The rarest first: what it leaves is all that is looked at in the lists of common words.
    let sizes = lists.iter().map(|lists| postings(lists));
    let mut order: Vec<(usize, usize, usize)> = sizes
        .zip(firsts)
        .zip(0..)
        .map(|((size, first), at)| (size, *first, at))
        .collect();
    sorting::sort(&mut order);
    // A word that stands in several positions is read once.
    let same = |one: &(usize, usize, usize), other: &(usize, usize, usize)| one.1 == other.1;
    // First the papers that have a term of each position; only their places are read.
    let mut candidates = Bitset::full(segment.docs().len());
    for (_, at, _) in order.chunk_by(same).map(|all| all[0]) {
        let count = candidates.count();
        let mut with_term = Bitset::empty(segment.docs().len());
        for list in &lists[at] {
            let locals = segment.locals(list);
            if is_few(count, locals) {
                each_sought(segment, list, &candidates, |_, local| {
                    with_term.insert(local);
                });
            } else {
                // All of them without a look at each, which would be a guess at each.
                for local in locals {
                    with_term.insert(usize::from(*local));
                }
            }
        }
        with_term.and(&candidates);
        candidates = with_term;
        if candidates.is_empty() {
            return;
        }
    }
    // A paper shorter than the phrase does not have it, and would have as many bits as the phrase
    // has words.
    if positions.len() > LONG {
        let is_long = |local: usize| segment.tokens(local) >= positions.len();
        candidates.and(&Bitset::from_test(segment.docs().len(), is_long));
    }
    // Each of their places has a bit, those of one paper behind those of another: whether the
    // phrase may begin there. So it does not matter in which of several forms a word stands. All
    // other papers share bits before those, which mean nothing; and a few bits are between papers,
    // for places so near the start that no phrase begins there.
    let between = positions.len();
    let first = segment.longest() + between;
    let mut bits = first;
    bases.resize(bases.len().max(segment.docs().len()), between);
    candidates.each(|local| {
        bits += between;
        bases[local] = bits;
        bits += segment.tokens(local);
    });
    let count = candidates.count();
    let mut starts = Bitset::full(bits);
    for all in order.chunk_by(same) {
        let (_, at, _) = all[0];
        let mut begun = Bitset::empty(bits);
        for list in &lists[at] {
            let mut put =
                |local: usize, place: u32| begun.insert(bases[local] + place as usize - at);
            if is_few(count, segment.locals(list)) {
                let mut places = Places::new(segment);
                each_sought(segment, list, &candidates, |posting, local| {
                    places.of(posting).for_each(|place| put(local, place));
                });
            } else {
                segment.each_place(list, put);
            }
        }
        for (_, _, other) in all {
            starts.and_ahead(&begun, other - at);
        }
    }
    let mut papers = candidates.iter();
    let (mut local, mut end) = (0, 0);
    starts.each(|start| {
        if start < first {
            return;
        }
        while start >= end
            && let Some(next) = papers.next()
        {
            local = next;
            end = bases[local] + segment.tokens(local);
        }
        let doc = segment.docs()[local];
        let field = segment.field_of(local, narrow(start - bases[local]));
        if doc == GONE || scope.iter().all(|wanted| wanted.index() != field) {
            return;
        }
        match phrases.last_mut() {
            Some((last, frequencies)) if *last == doc => frequencies[field] += 1,
            _ => {
                let mut frequencies = Frequencies::default();
                frequencies[field] = 1;
                phrases.push((doc, frequencies));
            }
        }
    });
    candidates.each(|local| bases[local] = between);
}

/// The first place from one on at which a list has a paper's number or a greater one. It is looked
/// for near that place first.
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

/// Calls `each` with every posting of a list whose paper is among some, which are few: the posting,
/// and the paper's number in the segment.
fn each_sought(
    segment: &Segment,
    list: &List,
    papers: &Bitset,
    mut each: impl FnMut(usize, usize),
) {
    let locals = segment.locals(list);
    let mut from = 0;
    papers.each(|paper| {
        from = seek(locals, from, paper);
        let found = locals.get(from);
        if found.is_some_and(|local| usize::from(*local) == paper) {
            each(list.start + from, paper);
        }
    });
}

/// Whether it is quicker to look for so many papers in a list than to read it.
fn is_few(papers: usize, locals: &[u16]) -> bool {
    papers < locals.len() / FEW_OF_MANY
}

/// A list so many times as long as there are papers is searched for each of them, and not read
/// through.
const FEW_OF_MANY: usize = 16;
