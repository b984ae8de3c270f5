use std::rc::Rc;

use yew::prelude::*;

use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{Choice, Edit, EvidenceView, FacetView, PaperView, TagDetail};
use crate::ui::state::Action;
use crate::ui::text;

use super::{Dispatch, act};

/// How many rules the card of a tag names, and how many words for each.
const RULES: usize = 4;
const WORDS: usize = 5;

/// The tags of a paper by facet. Under the pointer or the focus a tag shows what earned it; a click makes it a filter. `lit` is the tag that is shown.
pub fn tags(
    paper: &PaperView,
    facets: &[Rc<FacetView>],
    lit: Option<usize>,
    onlit: &Callback<Option<usize>>,
    dispatch: &Dispatch,
) -> Html {
    let tags: Vec<(usize, &TagDetail)> = paper.tags.iter().enumerate().collect();
    let draw = |at: usize, detail: &TagDetail| {
        let (facet, id) = (detail.tag.facet, &detail.tag.id);
        let id_of_card = ["evidence-", facet.name(), "-", id].concat();
        let is_lit = lit == Some(at);
        let pressed = choice(facets, facet, id) == Choice::Included;
        html! {
            <span class="tag-place" key={id_of_card.clone()}>
                <button
                    type="button"
                    class={if is_lit { "tag lit" } else { "tag" }}
                    aria-pressed={pressed.to_string()}
                    aria-describedby={id_of_card.clone()}
                    onclick={act(dispatch, Action::Edit(Edit::Include(facet, id.clone())))}
                    onmouseenter={onlit.reform(move |_: MouseEvent| Some(at))}
                    onmouseleave={onlit.reform(|_: MouseEvent| None)}
                    onfocus={onlit.reform(move |_: FocusEvent| Some(at))}
                    onblur={onlit.reform(|_: FocusEvent| None)}
                >
                    { detail.tag.label.clone() }
                </button>
                { card(id_of_card, detail, is_lit) }
            </span>
        }
    };
    html! {
        <dl class="tags">
            { for tags.chunk_by(|(_, a), (_, b)| a.tag.facet == b.tag.facet).map(|group| html! {
                <div class="tag-group">
                    <dt>{ group.first().map(|(_, tag)| text::facet(tag.tag.facet)) }</dt>
                    <dd>{ for group.iter().map(|(at, tag)| draw(*at, tag)) }</dd>
                </div>
            }) }
        </dl>
    }
}

/// What a tag means and what earned it.
fn card(id: String, detail: &TagDetail, is_lit: bool) -> Html {
    html! {
        <span {id} class="evidence-card" role="tooltip" hidden={!is_lit}>
            if !detail.description.is_empty() {
                <span class="evidence-what">{ detail.description.clone() }</span>
            }
            { for by_rule(&detail.evidence).into_iter().take(RULES).map(|(rule, part, words)| html! {
                <span class="evidence-line">
                    { for words.into_iter().take(WORDS).map(|words| html! { <><q>{ words.to_owned() }</q>{ " " }</> }) }
                    { text::in_part(part) }
                    <code>{ rule.to_owned() }</code>
                </span>
            }) }
        </span>
    }
}

fn choice(facets: &[Rc<FacetView>], facet: Facet, id: &str) -> Choice {
    facets
        .iter()
        .find(|view| view.facet == facet)
        .and_then(|view| view.values.iter().find(|value| value.id == id))
        .map_or(Choice::Off, |value| value.choice)
}

/// The evidence by rule and part, each with its words, without those that read the same.
fn by_rule(evidence: &[EvidenceView]) -> Vec<(&str, Part, Vec<&str>)> {
    let mut groups: Vec<(&str, Part, Vec<&str>)> = Vec::new();
    for one in evidence {
        let known = groups
            .iter_mut()
            .find(|(rule, part, _)| *rule == one.rule && *part == one.part);
        match known {
            Some((_, _, words)) => {
                if !words
                    .iter()
                    .any(|word| word.eq_ignore_ascii_case(&one.words))
                {
                    words.push(&one.words);
                }
            }
            None => groups.push((&one.rule, one.part, vec![&one.words])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_gathered_by_rule() {
        let one = |rule: &str, part, words: &str| EvidenceView {
            part,
            span: crate::core::text::Span::default(),
            words: words.into(),
            rule: rule.into(),
        };
        let evidence = [
            one("gan", Part::Abstract, "GAN"),
            one("gan", Part::Title, "GAN"),
            one("gan", Part::Abstract, "gan"),
            one("gan", Part::Abstract, "GANs"),
        ];
        assert_eq!(
            by_rule(&evidence),
            [
                ("gan", Part::Abstract, vec!["GAN", "GANs"]),
                ("gan", Part::Title, vec!["GAN"])
            ]
        );
    }
}
