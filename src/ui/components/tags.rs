//! The tags of the open paper: what earned them, and what can be done to them.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{
    By, Choice, Edit, EvidenceView, FacetView, Hand, PaperView, TagDetail, TagView,
};
use crate::ui::fast::ByAddress;
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::icon::Icon;
use super::icon_button::IconButton;
use super::paper_pane::PAPER_PANE;
use super::{Dispatch, act, aria_bool};

/// How many rules the card of a tag names, and how many words for each.
const RULES: usize = 4;
const WORDS: usize = 5;

/// How many tags of a paper are shown, and how many that were taken off. Papers have some twenty;
/// who writes rules by the thousand can give one any number.
const MOST: usize = 150;

/// Properties of [`Tags`].
#[derive(Clone, PartialEq, Properties)]
pub struct TagsProps {
    /// The paper.
    pub paper: ByAddress<PaperView>,
    /// What the query says about each value.
    pub facets: ByAddress<[Rc<FacetView>]>,
    /// The number of the tag whose evidence is shown.
    pub lit: Option<usize>,
    /// Shows the evidence of another tag, or of none.
    pub set_lit: Callback<Option<usize>>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The tags of a paper by facet. Under the pointer or the focus a tag shows what earned it; a click
/// makes it a filter. Beside each stand the ways to its rule and to take it off by hand; those that
/// were taken off come last.
#[component]
pub fn Tags(props: &TagsProps) -> Html {
    let held = use_mut_ref(Held::default);
    let TagsProps {
        paper, dispatch, ..
    } = props;
    let tags: Vec<(usize, &TagDetail)> = paper.tags.iter().take(MOST).enumerate().collect();
    let hidden = paper.tags.len().saturating_sub(MOST) + paper.removed.len().saturating_sub(MOST);
    html! {
        <>
            <dl class="tags">
                for group in tags.chunk_by(|(_, a), (_, b)| a.tag.facet == b.tag.facet) {
                    <div class="tag-group">
                        <dt>{ group.first().map(|(_, one)| text::facet(one.tag.facet)) }</dt>
                        <dd>
                            for (at, detail) in group {
                                { tag(*at, detail, &held, props) }
                            }
                        </dd>
                    </div>
                }
                if !paper.removed.is_empty() {
                    <div class="tag-group">
                        <dt>{ text::REMOVED_BY_HAND }</dt>
                        <dd>
                            for tag in paper.removed.iter().take(MOST) {
                                { taken_off(tag, dispatch) }
                            }
                        </dd>
                    </div>
                }
            </dl>
            if hidden > 0 {
                <p class="hint">{ text::more_problems(hidden) }</p>
            }
        </>
    }
}

/// Which tag is in whose hands.
#[derive(Default)]
struct Held {
    /// The one that a finger has just come down on, while what earned it was not shown.
    touched: Option<usize>,
    /// The one that has the focus.
    focused: Option<usize>,
}

fn tag(at: usize, detail: &TagDetail, held: &Rc<RefCell<Held>>, props: &TagsProps) -> Html {
    let TagsProps {
        paper,
        facets,
        lit,
        set_lit,
        dispatch,
    } = props;
    let (facet, id) = (detail.tag.facet, &detail.tag.id);
    let card_id = AttrValue::from(format!("evidence-{}-{id}", facet.name()));
    let is_lit = *lit == Some(at);
    let giver = match detail.by {
        By::Table => None,
        By::Rule => Some(text::BY_RULE),
        By::Hand => Some(text::BY_HAND),
    };
    let onmouseenter = set_lit.reform(move |_| Some(at));
    let onmouseleave = {
        let (held, set_lit) = (Rc::clone(held), set_lit.clone());
        // The one that has the focus stays lit: a finger leaves nothing else behind.
        move |_| set_lit.emit(held.borrow().focused)
    };
    let onfocus = {
        let (held, set_lit) = (Rc::clone(held), set_lit.clone());
        move |_| {
            held.borrow_mut().focused = Some(at);
            set_lit.emit(Some(at));
        }
    };
    let onblur = {
        let (held, set_lit) = (Rc::clone(held), set_lit.clone());
        move |_| {
            held.borrow_mut().focused = None;
            set_lit.emit(None);
        }
    };
    let onpointerdown = {
        let held = Rc::clone(held);
        move |event: PointerEvent| {
            let is_touch = event.pointer_type() == "touch";
            held.borrow_mut().touched = (is_touch && !is_lit).then_some(at);
        }
    };
    let onkeydown = {
        let set_lit = set_lit.clone();
        move |event: KeyboardEvent| {
            if is_lit && event.key() == "Escape" {
                // So that it does not close the paper, too.
                event.prevent_default();
                set_lit.emit(None);
            }
        }
    };
    let onclick = {
        let (held, set_lit, dispatch) = (Rc::clone(held), set_lit.clone(), dispatch.clone());
        let edit = Edit::Include(facet, id.clone());
        move |_| {
            // The first tap of a finger shows what earned the tag, as nothing hovers there.
            let is_first_tap = held.borrow_mut().touched.take() == Some(at);
            if is_first_tap {
                set_lit.emit(Some(at));
            } else {
                dispatch.dispatch(Action::Edit(edit.clone()));
            }
        }
    };
    html! {
        <span class="tag-place" key={&*card_id}>
            <button
                type="button"
                class={classes!("tag", is_lit.then_some("lit"))}
                aria-pressed={aria_bool(choice(facets, facet, id) == Choice::Included)}
                aria-describedby={&card_id}
                {onmouseenter}
                {onmouseleave}
                {onfocus}
                {onblur}
                {onpointerdown}
                {onkeydown}
                {onclick}
            >
                { &detail.tag.label }
                { " " }
                if let Some(giver) = giver {
                    <span class="tag-by">{ giver }</span>
                }
            </button>
            { acts(at, detail, paper, dispatch) }
            { card(&card_id, detail, is_lit) }
        </span>
    }
}

/// A tag that was taken off by hand; a click leaves it to the rules again.
fn taken_off(tag: &TagView, dispatch: &Dispatch) -> Html {
    let name = AttrValue::from(text::put_back(&tag.label));
    html! {
        <button
            type="button"
            class="tag taken-off"
            aria-label={&name}
            title={&name}
            onclick={by_hand(tag, None, PAPER_PANE.to_owned(), dispatch)}
        >
            { &tag.label }
        </button>
    }
}

/// The ways to a tag's rule and to take it off; a tag that was put on by hand is left to the rules
/// again.
fn acts(at: usize, detail: &TagDetail, paper: &PaperView, dispatch: &Dispatch) -> Html {
    let (tag, name) = (&detail.tag, &detail.tag.label);
    let by_hand_alone = detail.by == By::Hand && detail.evidence.is_empty();
    let what = (!by_hand_alone).then_some(Hand::Remove);
    // Where the focus goes when this tag is gone.
    let next = paper.tags.get(at + 1);
    let next = next.or_else(|| paper.tags.get(at.checked_sub(1)?));
    let next = next.map_or_else(|| PAPER_PANE.to_owned(), off_id);
    html! {
        <span class="tag-acts">
            <IconButton
                icon={Icon::Edit}
                name={text::edit_tag(name)}
                onclick={act(dispatch, Action::EditTag(tag.clone()))}
            />
            <IconButton
                icon={Icon::Close}
                name={text::take_off(name)}
                id={off_id(detail)}
                onclick={by_hand(tag, what, next, dispatch)}
            />
        </span>
    }
}

/// The DOM id of the button that takes a tag off.
fn off_id(detail: &TagDetail) -> String {
    format!("off-{}-{}", detail.tag.facet.name(), detail.tag.id)
}

/// Puts a tag on, takes it off, or leaves it to the rules. The button goes with that: the focus
/// moves to the element of the id `next`.
fn by_hand(
    tag: &TagView,
    what: Option<Hand>,
    next: String,
    dispatch: &Dispatch,
) -> Callback<MouseEvent> {
    let (tag, dispatch) = (tag.clone(), dispatch.clone());
    Callback::from(move |_| {
        let _ = platform::focus(&next);
        dispatch.dispatch(Action::ByHand(tag.clone(), what));
    })
}

/// What a tag means and what earned it.
fn card(id: &AttrValue, detail: &TagDetail, is_lit: bool) -> Html {
    let foot = if detail.evidence.is_empty() {
        text::PUT_ON_BY_HAND
    } else if detail.evidence.iter().any(|one| one.weight > 0) {
        text::ENOUGH
    } else {
        text::EVERY_MENTION
    };
    html! {
        <span class="evidence-card" {id} role="tooltip" hidden={!is_lit}>
            if !detail.description.is_empty() {
                <span class="evidence-what">{ &detail.description }</span>
            }
            for group in by_rule(&detail.evidence) {
                <span class="evidence-line">
                    for words in group.words {
                        <q>{ text::short(words) }</q>
                        { " " }
                    }
                    { text::counts(group.part, group.weight) }
                    <code>{ text::short(group.rule) }</code>
                </span>
            }
            <span class="evidence-what">{ foot }</span>
            <span class="evidence-tap">{ text::TAP_AGAIN }</span>
        </span>
    }
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

/// The evidence by rule, part and weight, each with its words, without those that read the same; as
/// much of it as a card has room for.
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
