//! What the last good search found, cut so that what did not change keeps its address and is not
//! drawn again.

use std::rc::Rc;

use crate::core::order::Sort;
use crate::protocol::{
    Answer, Chip, Choice, DayCount, EmptiedView, FacetValue, FacetView, MutedView, PaperMarks, Row,
    SpellingView, Window,
};

/// How far from the window rows are kept.
const KEPT_ROWS: u32 = 400;

/// An [`Answer`] without its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// How many papers match.
    pub hits: u32,
    /// How many papers there are.
    pub papers: u32,
    /// The order they are in.
    pub sort: Option<Sort>,
    /// The query as it prints.
    pub canonical: String,
    /// The clauses that filter.
    pub chips: Rc<[Chip]>,
    /// The facets in the page's order.
    pub facets: Rc<[Rc<FacetView>]>,
    /// Papers per day, oldest first.
    pub days: Rc<[DayCount]>,
    /// What was probably meant by words that no paper has.
    pub spellings: Rc<[SpellingView]>,
    /// Why nothing was found, if nothing was.
    pub emptied: Rc<EmptiedView>,
    /// The papers that match and are muted.
    pub muted: Rc<MutedView>,
    /// How many papers the query's days leave out for want of a day.
    pub undated: u32,
    /// Whether its last word stands for all that begin so as well.
    pub goes_on: bool,
}

impl Found {
    /// Whether an answer is of the same query in the same order, so that its list is the same with
    /// other papers at most.
    pub(super) fn is_of(&self, answer: &Answer) -> bool {
        self.canonical == answer.canonical
            && self.goes_on == answer.goes_on
            && self.sort == answer.sort
    }

    /// Cuts an answer up, and gives its rows.
    pub(super) fn new(answer: Answer, before: Option<&Self>, known: &Rows) -> (Self, Rows) {
        let mut facets = answer.facets;
        if let (0, Some(before)) = (answer.hits, before) {
            for facet in &mut facets {
                stay(facet, before);
            }
        }
        let facets = facets.into_iter().map(|facet| {
            let same = before.and_then(|old| old.facets.iter().find(|old| ***old == facet));
            same.map_or_else(|| Rc::new(facet), Rc::clone)
        });
        let found = Self {
            hits: answer.hits,
            papers: answer.papers,
            sort: answer.sort,
            canonical: answer.canonical,
            chips: unchanged(before.map(|old| &old.chips), answer.chips),
            facets: facets.collect(),
            days: unchanged(before.map(|old| &old.days), answer.days),
            spellings: answer.spellings.into(),
            emptied: Rc::new(answer.emptied),
            muted: Rc::new(answer.muted),
            undated: answer.undated,
            goes_on: answer.goes_on,
        };
        (found, Rows::from_answer(answer.start, answer.rows, known))
    }
}

/// Where nothing is found the values that a facet had stay, with a count of nothing: while a word
/// is typed, most of what stands in the box finds nothing, and the panel shall not come and go with
/// each letter.
fn stay(facet: &mut FacetView, before: &Found) {
    let old = before.facets.iter().find(|old| old.facet == facet.facet);
    // Only what is chosen has come with the answer.
    let chosen = ById::new(&facet.values);
    let values = old.iter().flat_map(|old| &old.values);
    let others = values.filter(|value| chosen.find(value.name.id()).is_none());
    let others = others.map(|value| FacetValue {
        count: 0,
        choice: Choice::Off,
        ..value.clone()
    });
    let others: Vec<FacetValue> = others.collect();
    facet.values.extend(others);
}

/// Values of a facet, to be found by their ids.
pub struct ById<'v>(Vec<&'v FacetValue>);

impl<'v> ById<'v> {
    /// Of these.
    pub fn new(values: &'v [FacetValue]) -> Self {
        let mut all: Vec<&FacetValue> = values.iter().collect();
        all.sort_unstable_by(|a, b| a.name.id().cmp(b.name.id()));
        Self(all)
    }

    /// The value of an id.
    pub fn find(&self, id: &str) -> Option<&'v FacetValue> {
        let at = self.0.binary_search_by(|value| value.name.id().cmp(id));
        self.0.get(at.ok()?).copied()
    }
}

/// The old slice where it says the same, else a new one.
fn unchanged<T: PartialEq>(old: Option<&Rc<[T]>>, new: Vec<T>) -> Rc<[T]> {
    match old {
        Some(old) if old[..] == new => Rc::clone(old),
        _ => Rc::from(new),
    }
}

/// Rows with their number among the hits, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows(Rc<[(u32, Rc<Row>)]>);

impl Rows {
    /// The row of this number, if it is at hand.
    pub fn get(&self, at: u32) -> Option<&Rc<Row>> {
        let place = self.0.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        self.0.get(place).map(|(_, row)| row)
    }

    /// The stretch from the first to the last row of a window that is not at hand.
    pub fn missing(&self, window: Window) -> Option<Window> {
        let mut absent =
            (window.start..window.start + window.len).filter(|at| self.get(*at).is_none());
        let first = absent.next()?;
        let last = absent.next_back().unwrap_or(first);
        Some(Window {
            start: first,
            len: last - first + 1,
        })
    }

    /// Writes other marks into rows.
    pub(super) fn mark(&mut self, papers: &[PaperMarks]) {
        let marked = |row: &Rc<Row>| {
            let paper = papers.iter().find(|paper| paper.id == row.id);
            paper.filter(|paper| paper.flags != row.flags)
        };
        if self.0.iter().all(|(_, row)| marked(row).is_none()) {
            return;
        }
        let rows = self.0.iter().map(|(at, row)| match marked(row) {
            Some(paper) => {
                let flags = paper.flags;
                (
                    *at,
                    Rc::new(Row {
                        flags,
                        ..Row::clone(row)
                    }),
                )
            }
            None => (*at, Rc::clone(row)),
        });
        self.0 = rows.collect();
    }

    /// The number of the row of this paper, if it is at hand.
    pub fn position(&self, id: &str) -> Option<u32> {
        self.0
            .iter()
            .find(|(_, row)| row.id == id)
            .map(|(at, _)| *at)
    }

    fn from_answer(start: u32, rows: Vec<Row>, known: &Self) -> Self {
        let rows = (start..).zip(rows).map(|(at, row)| {
            // A row that did not change keeps its address, so that nothing is drawn again.
            let same = known.get(at).filter(|old| ***old == row);
            (at, same.map_or_else(|| Rc::new(row), Rc::clone))
        });
        Self(rows.collect())
    }

    /// Adds rows and lets go of those that are far from the window, but for the active one, which
    /// is always drawn.
    pub(super) fn extend(&mut self, start: u32, rows: Vec<Row>, around: Window, active: u32) {
        let near = around.start.saturating_sub(KEPT_ROWS)..around.start + around.len + KEPT_ROWS;
        let kept = |at: u32| near.contains(&at) || at == active;
        let end = start + u32::try_from(rows.len()).unwrap_or(0);
        let known = |before: bool| {
            let old = self.0.iter().cloned();
            old.filter(move |(at, _)| if before { *at < start } else { *at >= end })
        };
        let all = known(true)
            .chain((start..).zip(rows.into_iter().map(Rc::new)))
            .chain(known(false));
        self.0 = all.filter(|(at, _)| kept(*at)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::facet::Facet;
    use crate::protocol::ValueName;

    /// An answer whose facet has these values: id, count, choice.
    fn answer(hits: u32, values: &[(&str, u32, Choice)]) -> Answer {
        let value = |(id, count, choice): &(&str, u32, Choice)| FacetValue {
            name: ValueName::new(id, id, ""),
            count: *count,
            choice: *choice,
        };
        Answer {
            hits,
            facets: vec![FacetView {
                facet: Facet::Task,
                all_of: false,
                can_all_of: true,
                values: values.iter().map(value).collect(),
            }],
            ..Answer::default()
        }
    }

    #[test]
    fn where_nothing_is_found_values_stay_without_papers() {
        let found = |answer, before| Found::new(answer, before, &Rows::default()).0;
        let shown = |found: &Found| -> Vec<(String, u32, Choice)> {
            let values = found.facets[0].values.iter();
            let shown =
                |value: &FacetValue| (value.name.id().to_owned(), value.count, value.choice);
            values.map(shown).collect()
        };
        let off = Choice::Off;
        let some = found(
            answer(3, &[("a", 2, Choice::Included), ("b", 1, off)]),
            None,
        );
        let none = found(answer(0, &[("b", 0, Choice::Excluded)]), Some(&some));
        let expected = [("b".into(), 0, Choice::Excluded), ("a".into(), 0, off)];
        assert_eq!(shown(&none), expected);
        let again = found(answer(0, &[]), Some(&none));
        assert_eq!(shown(&again), [("b".into(), 0, off), ("a".into(), 0, off)]);
        let other = found(answer(1, &[("c", 1, off)]), Some(&again));
        assert_eq!(shown(&other), [("c".into(), 1, off)]);
    }
}
