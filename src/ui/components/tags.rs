use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::prelude::*;

use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{
    By, Choice, Edit, EvidenceView, FacetView, Hand, PaperView, TagDetail, TagView,
};
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::el::{El, When, el, label, press, truth};
use super::header::glyph_button;
use super::icon::Icon;
use super::reader::READER;
use super::{Dispatch, act};

/// How many rules the card of a tag names, and how many words for each.
const RULES: usize = 4;
const WORDS: usize = 5;

/// How many tags of a paper are shown, and how many that were taken off. Papers have some twenty; who writes rules by the thousand can give one any number.
const MOST: usize = 150;

/// Which tag is in whose hands.
#[derive(Default)]
pub struct Held {
    /// The one that a finger has just come down on, while what earned it was not shown.
    touched: Option<usize>,
    /// The one that has the focus.
    focused: Option<usize>,
}

/// What is done to a tag.
#[derive(Clone, Copy)]
enum Does {
    Enter,
    Leave,
    Focus,
    Blur,
    Down,
    Key,
    Click,
}

/// What shows and filters a tag.
struct Handle {
    at: usize,
    is_lit: bool,
    edit: Edit,
    held: Rc<RefCell<Held>>,
    onlit: Callback<Option<usize>>,
    dispatch: Dispatch,
}

impl Handle {
    fn does(&self, what: Does, event: &Event) {
        let at = Some(self.at);
        let mut held = self.held.borrow_mut();
        let lit = match what {
            Does::Enter => at,
            // The one that has the focus stays lit: a finger leaves nothing else behind.
            Does::Leave => held.focused,
            Does::Focus => {
                held.focused = at;
                at
            }
            Does::Blur => {
                held.focused = None;
                None
            }
            Does::Down => {
                let pointer: Option<&PointerEvent> = event.dyn_ref();
                let is_touch = pointer.is_some_and(|event| event.pointer_type() == "touch");
                held.touched = at.filter(|_| is_touch && !self.is_lit);
                return;
            }
            Does::Key => {
                let key: Option<&KeyboardEvent> = event.dyn_ref();
                if !self.is_lit || key.is_none_or(|event| event.key() != "Escape") {
                    return;
                }
                // So that it does not close the paper, too.
                event.prevent_default();
                None
            }
            Does::Click => {
                // The first tap of a finger shows what earned the tag, as nothing hovers there.
                if held.touched.take() != at {
                    self.dispatch.dispatch(Action::Edit(self.edit.clone()));
                    return;
                }
                at
            }
        };
        drop(held);
        self.onlit.emit(lit);
    }
}

/// The tags of a paper by facet. Under the pointer or the focus a tag shows what earned it; a click makes it a filter. `lit` is the tag that is shown. Beside each stand the ways to its rule and
/// to take it off by hand; those that were taken off come last.
pub fn tags(
    paper: &PaperView,
    facets: &[Rc<FacetView>],
    lit: Option<usize>,
    onlit: &Callback<Option<usize>>,
    held: &Rc<RefCell<Held>>,
    dispatch: &Dispatch,
) -> El {
    let all_tags = paper.tags.iter().take(MOST).enumerate();
    let tags: Vec<(usize, &TagDetail)> = all_tags.collect();
    let off_id = |at: usize| {
        let tag = paper.tags.get(at).map(|detail| &detail.tag);
        tag.map(|tag| ["off-", tag.facet.name(), "-", &tag.id].concat())
    };
    let draw = |at: usize, detail: &TagDetail| {
        let (facet, id) = (detail.tag.facet, &detail.tag.id);
        let id_of_card = AttrValue::from(["evidence-", facet.name(), "-", id].concat());
        let is_lit = lit == Some(at);
        let pressed = choice(facets, facet, id) == Choice::Included;
        // Where the focus goes when this tag is gone.
        let next = off_id(at + 1).or_else(|| off_id(at.checked_sub(1)?));
        let giver = match detail.by {
            By::Table => None,
            By::Rule => Some(text::BY_RULE),
            By::Hand => Some(text::BY_HAND),
        };
        let handle = Rc::new(Handle {
            at,
            is_lit,
            edit: Edit::Include(facet, id.clone()),
            held: Rc::clone(held),
            onlit: onlit.clone(),
            dispatch: dispatch.clone(),
        });
        let on = |what: Does| {
            let handle = Rc::clone(&handle);
            Callback::from(move |event: Event| handle.does(what, &event))
        };
        let button = press(if is_lit { "tag lit" } else { "tag" }, on(Does::Click))
            .with("aria-pressed", truth(pressed))
            .with("aria-describedby", id_of_card.clone())
            .on(When::MouseEnter, on(Does::Enter))
            .on(When::MouseLeave, on(Does::Leave))
            .on(When::Focus, on(Does::Focus))
            .on(When::Blur, on(Does::Blur))
            .on(When::PointerDown, on(Does::Down))
            .on(When::KeyDown, on(Does::Key))
            .text(detail.tag.label.clone())
            .text(" ")
            .maybe(giver.map(|giver| label("span", "tag-by", giver)));
        el("span", "tag-place")
            .key(&*id_of_card)
            .put(button)
            .put(acts(detail, off_id(at), next, dispatch))
            .put(card(id_of_card, detail, is_lit))
    };
    let mut all = el("dl", "tags");
    for group in tags.chunk_by(|(_, a), (_, b)| a.tag.facet == b.tag.facet) {
        let mut name = el("dt", "");
        let mut drawn = el("dd", "");
        for (n, (at, tag)) in group.iter().enumerate() {
            if n == 0 {
                name = name.text(text::facet(tag.tag.facet));
            }
            drawn = drawn.put(draw(*at, tag));
        }
        all = all.put(el("div", "tag-group").put(name).put(drawn));
    }
    if !paper.removed.is_empty() {
        let mut drawn = el("dd", "");
        for tag in paper.removed.iter().take(MOST) {
            let run = by_hand(tag, None, READER.to_owned(), dispatch);
            let back = press("tag taken-off", run);
            drawn = drawn.put(
                back.text(tag.label.clone())
                    .named(text::put_back(&tag.label)),
            );
        }
        let name = label("dt", "", text::REMOVED_BY_HAND);
        all = all.put(el("div", "tag-group").put(name).put(drawn));
    }
    let hidden = paper.tags.len().saturating_sub(MOST) + paper.removed.len().saturating_sub(MOST);
    let others = (hidden > 0).then(|| el("p", "hint").text(text::more_problems(hidden)));
    el("div", "tags-place").put(all).maybe(others)
}

/// The ways to a tag's rule and to take it off; a tag that was put on by hand is left to the rules again.
fn acts(detail: &TagDetail, id: Option<String>, next: Option<String>, dispatch: &Dispatch) -> El {
    let (tag, name) = (&detail.tag, &detail.tag.label);
    let by_hand_alone = detail.by == By::Hand && detail.evidence.is_empty();
    let what = (!by_hand_alone).then_some(Hand::Remove);
    let rule = act(dispatch, Action::EditTag(tag.clone()));
    let next = next.unwrap_or_else(|| READER.to_owned());
    let off = by_hand(tag, what, next, dispatch);
    el("span", "tag-acts")
        .put(glyph_button(Icon::Edit, "", rule).named(text::edit_tag(name)))
        .put(
            glyph_button(Icon::Close, "", off)
                .named(text::take_off(name))
                .with("id", id.unwrap_or_default()),
        )
}

/// Puts a tag on, takes it off, or leaves it to the rules. The button goes with that: the focus moves to the element of the id `next`.
fn by_hand(
    tag: &TagView,
    what: Option<Hand>,
    next: String,
    dispatch: &Dispatch,
) -> Callback<Event> {
    let (tag, dispatch) = (tag.clone(), dispatch.clone());
    Callback::from(move |_: Event| {
        let _ = platform::focus(&next);
        dispatch.dispatch(Action::ByHand(tag.clone(), what));
    })
}

/// What a tag means and what earned it.
fn card(id: AttrValue, detail: &TagDetail, is_lit: bool) -> El {
    let mut card = el("span", "evidence-card")
        .with("id", id)
        .with("role", "tooltip")
        .flag("hidden", !is_lit);
    if !detail.description.is_empty() {
        card = card.put(el("span", "evidence-what").text(detail.description.clone()));
    }
    for group in by_rule(&detail.evidence) {
        let mut line = el("span", "evidence-line");
        for words in group.words {
            let words = text::short(words).into_owned();
            line = line.put(el("q", "").text(words)).text(" ");
        }
        card = card.put(
            line.text(text::counts(group.part, group.weight))
                .put(el("code", "").text(text::short(group.rule).into_owned())),
        );
    }
    let foot = if detail.evidence.is_empty() {
        text::PUT_ON_BY_HAND
    } else if detail.evidence.iter().any(|one| one.weight > 0) {
        text::ENOUGH
    } else {
        text::EVERY_MENTION
    };
    let tap = label("span", "evidence-tap", text::TAP_AGAIN);
    card.put(label("span", "evidence-what", foot)).put(tap)
}

fn choice(facets: &[Rc<FacetView>], facet: Facet, id: &str) -> Choice {
    facets
        .iter()
        .find(|view| view.facet == facet)
        .and_then(|view| view.values.iter().find(|value| value.name.id() == id))
        .map_or(Choice::Off, |value| value.choice)
}

/// Evidence of one rule that counts the same in one part of a paper.
#[derive(Debug, PartialEq)]
struct Group<'e> {
    rule: &'e str,
    part: Part,
    weight: u8,
    words: Vec<&'e str>,
}

/// The evidence by rule, part and weight, each with its words, without those that read the same; as much of it as a card has room for.
fn by_rule(evidence: &[EvidenceView]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for one in evidence {
        let has_room = groups.len() < RULES;
        let known = groups.iter_mut().find(|group| {
            group.rule == one.rule && group.part == one.part && group.weight == one.weight
        });
        let words = one.words.as_str();
        match known {
            Some(group) => {
                let is_known = |word: &&str| word.eq_ignore_ascii_case(words);
                if group.words.len() < WORDS && !group.words.iter().any(is_known) {
                    group.words.push(words);
                }
            }
            None if has_room => groups.push(Group {
                rule: &one.rule,
                part: one.part,
                weight: one.weight,
                words: vec![words],
            }),
            None => {}
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_gathered_by_rule() {
        let one = |rule: &str, part, weight, words: &str| EvidenceView {
            part,
            span: crate::core::text::Span::default(),
            words: words.into(),
            rule: rule.into(),
            weight,
        };
        let evidence = [
            one("gan", Part::Abstract, 4, "GAN"),
            one("gan", Part::Title, 6, "GAN"),
            one("gan", Part::Abstract, 4, "gan"),
            one("gan", Part::Abstract, 4, "GANs"),
            one("gan", Part::Abstract, 6, "GAN"),
        ];
        let seen: Vec<(Part, u8, Vec<&str>)> = by_rule(&evidence)
            .into_iter()
            .map(|group| (group.part, group.weight, group.words))
            .collect();
        assert_eq!(
            seen,
            [
                (Part::Abstract, 4, vec!["GAN", "GANs"]),
                (Part::Title, 6, vec!["GAN"]),
                (Part::Abstract, 6, vec!["GAN"])
            ]
        );
    }
}
