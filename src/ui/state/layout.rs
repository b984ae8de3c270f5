//! In which order the facets stand, and which are folded. Kept from visit to visit, and no part of
//! a link.

use crate::core::facet::Facet;

/// How the reader has the facets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetLayout {
    /// All facets in their order.
    order: Vec<Facet>,
    /// Those that are folded.
    folded: Vec<Facet>,
    /// The one that was moved last.
    pub moved: Option<Facet>,
}

/// The order in which facets stand unless they were moved: what the reader did with the papers
/// first, then what the papers are.
fn usual() -> Vec<Facet> {
    let others = Facet::ALL
        .into_iter()
        .filter(|facet| *facet != Facet::State);
    std::iter::once(Facet::State).chain(others).collect()
}

impl Default for FacetLayout {
    fn default() -> Self {
        Self {
            order: usual(),
            folded: Vec::new(),
            moved: None,
        }
    }
}

impl FacetLayout {
    /// Reads what [`FacetLayout::to_text`] wrote, whatever became of it: what is not known is left
    /// out, and facets that are missing come last, but for [`Facet::State`], which comes first.
    pub fn from_text(text: &str) -> Self {
        let mut layout = Self {
            order: Vec::new(),
            ..Self::default()
        };
        for name in text.split(',') {
            let known = name.trim_start_matches('-');
            if let Some(facet) = Facet::from_name(known)
                && !layout.order.contains(&facet)
            {
                layout.order.push(facet);
                if known != name {
                    layout.folded.push(facet);
                }
            }
        }
        for facet in usual() {
            if !layout.order.contains(&facet) {
                // Layouts of earlier versions lack it.
                let is_state = facet == Facet::State;
                let at = if is_state { 0 } else { layout.order.len() };
                layout.order.insert(at, facet);
            }
        }
        layout
    }

    /// Whether a text says anything of facets.
    pub fn reads(text: &str) -> bool {
        let mut names = text.split(',');
        names.any(|name| Facet::from_name(name.trim_start_matches('-')).is_some())
    }

    /// The names in order, those of folded facets behind a `-`.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        for facet in &self.order {
            if !text.is_empty() {
                text.push(',');
            }
            if self.is_folded(*facet) {
                text.push('-');
            }
            text.push_str(facet.name());
        }
        text
    }

    /// Whether a facet is folded.
    pub fn is_folded(&self, facet: Facet) -> bool {
        self.folded.contains(&facet)
    }

    /// All facets as they stand.
    pub fn order(&self) -> &[Facet] {
        &self.order
    }

    /// Where a facet stands.
    fn place(&self, facet: Facet) -> usize {
        let place = self.order.iter().position(|known| *known == facet);
        place.unwrap_or(self.order.len())
    }

    /// Whether the facets stand in another order than at first.
    pub fn is_changed(&self) -> bool {
        self.order != usual()
    }

    /// Folds a facet, or unfolds it.
    pub(super) fn fold(&mut self, facet: Facet) {
        if self.is_folded(facet) {
            self.folded.retain(|known| *known != facet);
        } else {
            self.folded.push(facet);
        }
    }

    /// Moves a facet past the next one on show, down or up. Those that have no values now go along
    /// with neither.
    pub(super) fn shift(&mut self, facet: Facet, down: bool, shown: impl Fn(Facet) -> bool) {
        let at = self.place(facet);
        let other = |known: &Facet| shown(*known);
        let to = if down {
            let after = self.order.iter().skip(at + 1).position(other);
            after.map(|steps| at + 1 + steps)
        } else {
            self.order.iter().take(at).rposition(other)
        };
        if let Some(to) = to {
            let facet = self.order.remove(at);
            self.order.insert(to, facet);
            self.moved = Some(facet);
        }
    }

    /// The order as it was at first; what is folded stays so.
    pub(super) fn reset(&mut self) {
        self.order = usual();
        self.moved = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layouts_read_back_from_their_text() {
        let mut layout = FacetLayout::default();
        layout.fold(Facet::Task);
        layout.fold(Facet::Day);
        layout.fold(Facet::Day);
        layout.shift(Facet::Method, false, |_| true);
        let read = FacetLayout::from_text(&layout.to_text());
        assert_eq!(read.order, layout.order);
        assert_eq!(read.folded, [Facet::Task]);
        assert!(layout.is_changed());
        layout.reset();
        assert!(!layout.is_changed() && layout.is_folded(Facet::Task));
    }

    #[test]
    fn what_a_browser_kept_may_be_anything() {
        for text in ["", ",,-", "nonsense,task,-task,task", "-day,task"] {
            let read = FacetLayout::from_text(text);
            let mut sorted = read.order.clone();
            sorted.sort_by_key(|facet| *facet as usize);
            assert_eq!(sorted, Facet::ALL, "{text}: each once");
        }
        let read = FacetLayout::from_text("nonsense,-day,task");
        assert_eq!(read.order[..3], [Facet::State, Facet::Day, Facet::Task]);
        assert!(read.is_folded(Facet::Day));
    }

    #[test]
    fn a_facet_moves_past_the_next_that_is_on_show() {
        let shown = |facet: Facet| [Facet::Task, Facet::Method, Facet::Day].contains(&facet);
        let mut layout = FacetLayout::default();
        layout.shift(Facet::Task, false, shown);
        assert!(!layout.is_changed(), "nothing stands before it");
        layout.shift(Facet::Task, true, shown);
        assert!(layout.place(Facet::Task) > layout.place(Facet::Method));
        assert!(layout.place(Facet::Task) < layout.place(Facet::Day));
        assert_eq!(layout.moved, Some(Facet::Task));
        layout.shift(Facet::Task, false, shown);
        assert!(layout.place(Facet::Task) < layout.place(Facet::Method));
        layout.shift(Facet::Day, true, shown);
        assert_eq!(layout.moved, Some(Facet::Task), "it is the last one");
    }
}
