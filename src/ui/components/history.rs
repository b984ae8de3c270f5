//! What became of a paper between digests, and papers that nearly say the same.

use yew::prelude::*;

use crate::core::day::Day;
use crate::core::text::ChangeKind;
use crate::protocol::{Change, NearView, PaperView, VersionView};
use crate::ui::state::Action;
use crate::ui::text;

use super::{Dispatch, act};

/// How many versions of a paper are shown, and how many stretches of words that changed or stayed,
/// in all of them together.
const VERSIONS: usize = 60;
const CHANGES: usize = 2_000;
/// How many papers are named that nearly say the same.
const NEAR: usize = 100;

/// The versions, each with the words that changed in it; nothing where there is only one.
pub fn versions(paper: &PaperView) -> Html {
    if paper.versions.is_empty() && paper.other_copies == 0 {
        return Html::default();
    }
    // Of very many the last ones: the others are counted.
    let hidden = paper.versions.len().saturating_sub(VERSIONS);
    let mut room = CHANGES;
    let shown = paper.versions.iter().skip(hidden);
    let shown = shown.map(|one| version(one, &mut room));
    html! {
        <section class="versions">
            <h3>{ text::VERSIONS }</h3>
            <ol>
                if hidden > 0 {
                    <li class="hint">{ text::earlier(hidden) }</li>
                }
                { for shown }
            </ol>
            if paper.other_copies > 0 {
                <p class="hint">{ text::other_copies(paper.other_copies) }</p>
            }
        </section>
    }
}

fn version(version: &VersionView, room: &mut usize) -> Html {
    let days: Vec<String> = version.days.iter().map(|day: &Day| day.long()).collect();
    let line = text::version(version.number, &days.join(", "));
    let changed = !(version.title.is_empty() && version.summary.is_empty()) || version.is_too_long;
    if !changed {
        return html! { <li>{ line }</li> };
    }
    let texts = [&version.title, &version.summary].into_iter();
    let texts = texts.filter(|changes| !changes.is_empty());
    html! {
        <li>
            <details>
                <summary>
                    { line }
                    { " " }
                    <span class="hint">{ text::WHAT_CHANGED }</span>
                </summary>
                for changes in texts {
                    { words(changes, room) }
                }
                if version.is_too_long {
                    <p class="changes">{ text::TOO_LONG }</p>
                }
            </details>
        </li>
    }
}

/// The words of a text with what changed, as far as there is room for so many stretches.
fn words(changes: &[Change], room: &mut usize) -> Html {
    let shown = changes.len().min(*room);
    *room -= shown;
    html! {
        <p class="changes">
            for (at, change) in changes.iter().take(shown).enumerate() {
                if at > 0 {
                    { " " }
                }
                { stretch(change) }
            }
            if shown < changes.len() {
                { " …" }
            }
        </p>
    }
}

fn stretch(Change { kind, text }: &Change) -> Html {
    match kind {
        ChangeKind::Same => text.into(),
        ChangeKind::Removed => html! { <del>{ text }</del> },
        ChangeKind::Added => html! { <ins>{ text }</ins> },
    }
}

/// Papers of other ids that nearly say the same, with how much; nothing where there are none.
pub fn near(paper: &PaperView, dispatch: &Dispatch) -> Html {
    if paper.near.is_empty() {
        return Html::default();
    }
    let hidden = paper.near.len().saturating_sub(NEAR);
    html! {
        <section class="near">
            <h3>{ text::NEAR }</h3>
            <ul>
                for NearView { id, title, percent } in paper.near.iter().take(NEAR) {
                    <li>
                        <button
                            type="button"
                            class="link"
                            onclick={act(dispatch, Action::Read(id.clone()))}
                        >
                            { text::short(title) }
                        </button>
                        { " " }
                        <span class="hint">{ text::in_common(id, *percent) }</span>
                    </li>
                }
            </ul>
            if hidden > 0 {
                <p class="hint">{ text::more_problems(hidden) }</p>
            }
        </section>
    }
}
