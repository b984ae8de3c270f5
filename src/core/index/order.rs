//! All papers of the library in an order, so that hits need not be sorted: they are met on the way
//! through it.

use super::{Days, Doc, narrow};
use crate::core::library::{DocId, Record};
use crate::core::sorting;
use crate::core::words::tokens::{is_of_run, tokens};

/// How many orders there are.
pub const ORDERS: usize = 4;

/// What papers can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The last day, newest first.
    Newest,
    /// The last day, oldest first.
    Oldest,
    /// The title.
    Title,
    /// The id.
    Id,
}

/// All papers in an order.
#[derive(Debug)]
pub struct Order {
    /// The papers.
    pub docs: Vec<DocId>,
    /// The place of each paper among them.
    pub ranks: Vec<u32>,
}

impl Order {
    /// The order in which the papers stand, each once.
    pub fn new(docs: Vec<DocId>) -> Self {
        let mut ranks = vec![0; docs.len()];
        for (rank, doc) in (0..).zip(&docs) {
            ranks[*doc as usize] = rank;
        }
        Self { docs, ranks }
    }

    /// The bytes it takes.
    pub fn bytes(&self) -> usize {
        4 * (self.docs.capacity() + self.ranks.capacity())
    }
}

/// By the last day, then by arrival; those without a day last. A counting sort over the days.
pub(super) fn by_day(docs: &[Doc], days: &Days, newest_first: bool) -> Vec<DocId> {
    let count = days.sorted().len();
    let mut places = vec![0; count];
    for (place, number) in (0..).zip(days.sorted()) {
        places[*number as usize] = if newest_first {
            count - 1 - place
        } else {
            place
        };
    }
    let place = |doc: &Doc| doc.latest.map_or(count, |day| places[day as usize]);
    let mut starts = vec![0_u32; count + 2];
    for doc in docs {
        starts[place(doc) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut order = vec![0; docs.len()];
    for (number, doc) in (0..).zip(docs) {
        let next = &mut starts[place(doc)];
        order[*next as usize] = number;
        *next += 1;
    }
    order
}

/// By title, word by word; those without one last, equals as in another order.
pub(super) fn by_title(records: &[Record], equals: &Order, papers: usize) -> Vec<DocId> {
    let key = |doc: DocId| {
        let mut key = String::new();
        if let Some(record) = records.get(doc as usize) {
            tokens(&record.paper.title.plain, |token, _| {
                // A space comes before every letter.
                key.push(' ');
                // Of a run without spaces each token has the next character, too.
                let is_pair = is_of_run(token);
                key.extend(token.chars().take(if is_pair { 1 } else { usize::MAX }));
            });
        }
        (key.is_empty(), key)
    };
    let mut docs: Vec<DocId> = (0..narrow(papers)).collect();
    let keys: Vec<(bool, String)> = docs.iter().map(|doc| key(*doc)).collect();
    sorting::sort_by(&mut docs, |left, right| {
        let (left, right) = (*left as usize, *right as usize);
        let by_title = keys[left].cmp(&keys[right]);
        by_title.then(equals.ranks[left].cmp(&equals.ranks[right]))
    });
    docs
}

/// By id, then by arrival.
pub(super) fn by_id(records: &[Record], papers: usize) -> Vec<DocId> {
    let mut docs: Vec<DocId> = (0..narrow(papers)).collect();
    let id = |doc: DocId| records.get(doc as usize).map(|record| &record.paper.id);
    sorting::sort_by(&mut docs, |left, right| id(*left).cmp(&id(*right)));
    docs
}
