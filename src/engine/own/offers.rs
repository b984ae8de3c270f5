//! The tags that are offered to who puts one on by hand.

use std::cmp::Reverse;

use super::super::view::tag_view;
use super::Store;
use crate::core::facet::Facet;
use crate::core::sorting;
use crate::core::tags::own::{Name, Names, id_for, is_id};
use crate::protocol::TagView;

/// How many tags are offered for what is typed.
const OFFERED: usize = 12;

impl Store {
    /// The tags that fit what is typed: first those that are called so, then a new one of the
    /// reader's own, then others with this in their names, the most frequent first. What is written
    /// as `facet:name` is a tag of that facet, and a new one where there is none.
    pub(in crate::engine) fn offered_tags(&self, typed: &str) -> Vec<TagView> {
        let names = &self.index.names;
        let typed = typed.trim();
        let of = typed.split_once(':');
        let of = of.and_then(|(facet, rest)| Some((Facet::from_name(facet.trim())?, rest)));
        let (facet, rest) = of.map_or((None, typed), |(facet, rest)| (Some(facet), rest));
        let wanted = rest.trim().to_lowercase();
        let id = id_for(rest);
        let mut found = Vec::new();
        let totals = self.index.tag_totals();
        for of in Facet::TAGGED {
            if facet.is_some_and(|facet| facet != of) {
                continue;
            }
            for tag in names.of(of) {
                let label = names.label(tag).to_lowercase();
                let place = label.find(&wanted).or_else(|| names.id(tag).find(&wanted));
                if let Some(place) = place {
                    let is_it = !id.is_empty() && (label == wanted || names.id(tag) == id);
                    let papers = totals.get(usize::from(tag.0)).copied().unwrap_or(0);
                    let is_other = of != Facet::Own;
                    found.push((!is_it, is_other, place > 0, Reverse(papers), tag));
                }
            }
        }
        sorting::sort(&mut found);
        found.truncate(OFFERED);
        let called_so = found
            .iter()
            .take_while(|(is_not_it, ..)| !is_not_it)
            .count();
        let mut all: Vec<TagView> = found
            .into_iter()
            .map(|(.., tag)| tag_view(&names.name(tag), names))
            .collect();
        let new = new_tag(facet.unwrap_or(Facet::Own), &id, names);
        all.splice(called_so..called_so, new);
        all
    }
}

/// A tag that there is not yet.
fn new_tag(facet: Facet, id: &str, names: &Names) -> Option<TagView> {
    let id = id.to_owned();
    let is_new = facet.is_tagged() && is_id(&id) && names.find(facet, &id).is_none();
    is_new.then(|| tag_view(&Name { facet, id }, names))
}
