use std::rc::Rc;

use yew::prelude::*;

use crate::core::facet::Facet;
use crate::core::paper::Part;
use crate::protocol::{Choice, EvidenceView, FacetView, PaperView, TagDetail};
use crate::ui::edits::Edit;
use crate::ui::state::Action;
use crate::ui::text;

use super::Dispatch;

/// How many rules the card of a tag names, and how many words for each.
const RULES: usize = 4;
const WORDS: usize = 5;

/// The tags of a paper.
#[derive(Clone, PartialEq, Properties)]
pub struct TagsProps {
    /// The paper.
    pub paper: Rc<PaperView>,
    /// What the query says about each value.
    pub facets: Rc<[Rc<FacetView>]>,
    /// The tag whose evidence is lit.
    pub lit: Option<usize>,
    /// Lights the evidence of a tag.
    pub onlit: Callback<Option<usize>>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The tags of a paper by facet. Under the pointer or the focus a tag shows what earned it; a click makes it a filter.
#[component]
pub fn Tags(props: &TagsProps) -> Html {
    let tags: Vec<(usize, &TagDetail)> = props.paper.tags.iter().enumerate().collect();
    html! {
        <dl class="tags">
            { for tags.chunk_by(|(_, a), (_, b)| a.tag.facet == b.tag.facet).map(|group| html! {
                <div class="tag-group">
                    <dt>{ group.first().map(|(_, tag)| text::facet(tag.tag.facet)) }</dt>
                    <dd>{ for group.iter().map(|(at, tag)| draw(*at, tag, props)) }</dd>
                </div>
            }) }
        </dl>
    }
}

fn draw(at: usize, detail: &TagDetail, props: &TagsProps) -> Html {
    let (facet, id) = (detail.tag.facet, detail.tag.id.clone());
    let evidence_id = ["evidence-", facet.name(), "-", &id].concat();
    let lit = props.lit == Some(at);
    let choice = choice(&props.facets, facet, &id);
    let light = |on: bool| {
        let onlit = props.onlit.clone();
        move || onlit.emit(on.then_some(at))
    };
    let (enter, leave, focus, blur) = (light(true), light(false), light(true), light(false));
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(Action::Edit(Edit::Include(facet, id.clone())));
    });
    html! {
        <span class="tag-place" key={evidence_id.clone()}>
            <button
                type="button"
                class={classes!("tag", lit.then_some("lit"))}
                aria-pressed={(choice == Choice::Included).to_string()}
                aria-describedby={evidence_id.clone()}
                {onclick}
                onmouseenter={Callback::from(move |_: MouseEvent| enter())}
                onmouseleave={Callback::from(move |_: MouseEvent| leave())}
                onfocus={Callback::from(move |_: FocusEvent| focus())}
                onblur={Callback::from(move |_: FocusEvent| blur())}
            >
                { detail.tag.label.clone() }
            </button>
            <span id={evidence_id} class="evidence-card" role="tooltip" hidden={!lit}>
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
