//! The preview beside the rule in the editor.

use yew::prelude::*;

use crate::protocol::{ChangeView, Draft, PreviewView};
use crate::ui::state::{Action, Editing};
use crate::ui::text;

use super::{Dispatch, act, aria_bool};

/// Properties of [`RuleChanges`].
#[derive(Clone, PartialEq, Properties)]
pub struct RuleChangesProps {
    /// The rule in the editor.
    pub editing: Editing,
    /// Takes what the reader does.
    pub dispatch: Dispatch,
}

/// How many papers gain and lose a tag by the rule in the editor, and some of them.
#[component]
pub fn RuleChanges(RuleChangesProps { editing, dispatch }: &RuleChangesProps) -> Html {
    let preview = editing.preview.as_deref();
    html! {
        <section
            class="rule-changes"
            aria-label={text::PREVIEW}
            aria-busy={aria_bool(!editing.fits)}
        >
            <h3>{ text::PREVIEW }</h3>
            if let Some(preview) = preview.filter(|one| one.problems.is_empty()) {
                { changes(preview, &editing.draft, dispatch) }
            } else {
                <p class="hint">{ text::SAVE_HINT }</p>
            }
        </section>
    }
}

fn changes(preview: &PreviewView, draft: &Draft, dispatch: &Dispatch) -> Html {
    let is_all = preview.done >= preview.of;
    html! {
        <>
            <div class="rule-progress">
                if !is_all {
                    <progress
                        max={preview.of.to_string()}
                        value={preview.done.to_string()}
                        aria-label={text::looked_at(preview.done, preview.of)}
                    />
                }
            </div>
            <div>
                for one in &preview.changes {
                    { change(one, is_own(one, preview, draft), dispatch) }
                }
            </div>
            <div>
                if is_all && preview.changes.is_empty() {
                    <p>{ text::NOTHING_CHANGES }</p>
                }
            </div>
        </>
    }
}

/// Whether a change is one of the tag that the draft is about.
fn is_own(change: &ChangeView, preview: &PreviewView, draft: &Draft) -> bool {
    let id = preview.tag.as_ref().map(|tag| tag.id.as_str());
    change.tag.facet == draft.facet && Some(change.tag.id.as_str()) == id
}

fn change(change: &ChangeView, is_own: bool, dispatch: &Dispatch) -> Html {
    html! {
        <div class="rule-change">
            <p class="rule-count">{ text::change(change, !is_own) }</p>
            if !change.gains.is_empty() {
                { papers(text::GAIN, change.gained, &change.gains, dispatch) }
            }
            if !change.losses.is_empty() {
                { papers(text::LOSE, change.lost, &change.losses, dispatch) }
            }
        </div>
    }
}

/// Some of the papers that gain or lose a tag, of which there are so many.
fn papers(
    name: &'static str,
    count: u32,
    papers: &[(String, String)],
    dispatch: &Dispatch,
) -> Html {
    html! {
        <>
            <p class="hint">
                { name }
                if papers.len() < count as usize {
                    { text::AMONG_OTHERS }
                }
            </p>
            <ul class="rule-papers" aria-label={name}>
                for (id, title) in papers {
                    <li>
                        <button
                            type="button"
                            class="link"
                            onclick={act(dispatch, Action::Peek(id.clone()))}
                        >
                            { text::short(if title.is_empty() { id } else { title }) }
                        </button>
                    </li>
                }
            </ul>
        </>
    }
}
