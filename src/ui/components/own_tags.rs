//! The tags that were put on by hand and are not built in: other names for them, and their end.

use yew::prelude::*;

use crate::protocol::{OwnEdit, OwnView, TagView};
use crate::ui::fast::ByAddress;
use crate::ui::platform;
use crate::ui::state::Action;
use crate::ui::text;

use super::{Dispatch, act};

/// The DOM id of the box for another name.
const BOX: &str = "rename-tag";
/// How many tags are shown: who has more finds them in the facet.
const MOST: usize = 200;

/// Properties of [`OwnTags`].
#[derive(Clone, PartialEq, Properties)]
pub struct OwnTagsProps {
    /// The rules and tags.
    pub own: ByAddress<OwnView>,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// The reader's own tags, each with the number of papers that it was put on by hand.
#[component]
pub fn OwnTags(OwnTagsProps { own, dispatch }: &OwnTagsProps) -> Html {
    let renaming = use_state_eq(|| None::<TagView>);
    {
        use_effect_with((*renaming).clone(), |tag| {
            if tag.is_some() {
                let _ = platform::focus_and_select(BOX);
            }
        });
    }
    html! {
        <section class="own-tags" aria-label={text::OWN_TAGS}>
            <h3>{ text::OWN_TAGS }</h3>
            <ul class="rules-list">
                for (tag, papers) in own.tags.iter().take(MOST) {
                    <li class="rule-line" key={format!("{}:{}", tag.facet.name(), tag.id)}>
                        if renaming.as_ref() == Some(tag) {
                            { name_box(tag, &renaming, dispatch) }
                        } else {
                            { line(tag, *papers, &renaming, dispatch) }
                        }
                    </li>
                }
            </ul>
        </section>
    }
}

fn line(
    tag: &TagView,
    papers: u32,
    renaming: &UseStateHandle<Option<TagView>>,
    dispatch: &Dispatch,
) -> Html {
    let rename = {
        let (tag, renaming) = (tag.clone(), renaming.setter());
        move |_| renaming.set(Some(tag.clone()))
    };
    let remove = OwnEdit::Remove {
        facet: tag.facet,
        tag: tag.id.clone(),
    };
    html! {
        <>
            <div class="rule-said">
                <p>
                    <strong>{ text::short(&tag.label) }</strong>
                    { " " }
                    <span class="rule-facet">{ text::facet(tag.facet) }</span>
                </p>
                <p class="rule-facet">{ text::tagged_by_hand(papers) }</p>
            </div>
            <button type="button" aria-label={text::rename_tag(&tag.label)} onclick={rename}>
                { text::RENAME }
            </button>
            <button
                type="button"
                aria-label={text::remove_tag(&tag.label)}
                onclick={act(dispatch, Action::Own(remove))}
            >
                { text::REMOVE }
            </button>
        </>
    }
}

/// The box for another name: Enter gives it, Escape and leaving the box do not.
fn name_box(
    tag: &TagView,
    renaming: &UseStateHandle<Option<TagView>>,
    dispatch: &Dispatch,
) -> Html {
    let onkeydown = {
        let (tag, renaming, dispatch) = (tag.clone(), renaming.setter(), dispatch.clone());
        move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "Enter" => dispatch.dispatch(Action::Own(OwnEdit::Rename {
                    facet: tag.facet,
                    tag: tag.id.clone(),
                    to: platform::value_of(&event),
                })),
                "Escape" => {}
                _ => return,
            }
            event.prevent_default();
            renaming.set(None);
        }
    };
    let onblur = {
        let renaming = renaming.setter();
        move |_| renaming.set(None)
    };
    html! {
        <input
            id={BOX}
            class="rule-said"
            type="text"
            value={tag.label.clone()}
            aria-label={text::rename_tag(&tag.label)}
            placeholder={text::NEW_NAME}
            autocomplete="off"
            spellcheck="false"
            {onkeydown}
            {onblur}
        />
    }
}
