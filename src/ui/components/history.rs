//! What became of a paper between digests, and papers that nearly say the same.

use crate::core::day::Day;
use crate::core::text::ChangeKind;
use crate::protocol::{Change, NearView, PaperView, VersionView};
use crate::ui::state::Action;
use crate::ui::text;

use super::el::{El, el, label, press};
use super::{Dispatch, act};

/// How many versions of a paper are shown, and how many stretches of words that changed or stayed, in all of them together.
const VERSIONS: usize = 60;
const CHANGES: usize = 2_000;
/// How many papers are named that nearly say the same.
const NEAR: usize = 100;

/// The versions, each with the words that changed in it.
pub fn versions(paper: &PaperView) -> Option<El> {
    if paper.versions.is_empty() && paper.other_copies == 0 {
        return None;
    }
    let mut list = el("ol", "");
    // Of very many the last ones: the others are counted.
    let hidden = paper.versions.len().saturating_sub(VERSIONS);
    if hidden > 0 {
        list = list.put(el("li", "hint").text(text::earlier(hidden)));
    }
    let mut room = CHANGES;
    for one in paper.versions.iter().skip(hidden) {
        list = list.put(version(one, &mut room));
    }
    let title = label("h3", "", text::VERSIONS);
    let mut section = el("section", "versions").put(title).put(list);
    if paper.other_copies > 0 {
        let others = text::other_copies(paper.other_copies);
        section = section.put(el("p", "hint").text(others));
    }
    Some(section)
}

fn version(version: &VersionView, room: &mut usize) -> El {
    let days: Vec<String> = version.days.iter().map(|day: &Day| day.long()).collect();
    let line = text::version(version.number, &days.join(", "));
    let changed = !(version.title.is_empty() && version.summary.is_empty()) || version.is_too_long;
    if !changed {
        return el("li", "").text(line);
    }
    let summary =
        el("summary", "")
            .text(line)
            .text(" ")
            .put(label("span", "hint", text::WHAT_CHANGED));
    let mut details = el("details", "").put(summary);
    for text in [&version.title, &version.summary] {
        if !text.is_empty() {
            details = details.put(words(text, room));
        }
    }
    if version.is_too_long {
        details = details.put(label("p", "changes", text::TOO_LONG));
    }
    el("li", "").put(details)
}

/// The words of a text with what changed, as far as there is room for so many stretches.
fn words(changes: &[Change], room: &mut usize) -> El {
    let mut line = el("p", "changes");
    let shown = changes.len().min(*room);
    *room -= shown;
    for (at, change) in changes.iter().take(shown).enumerate() {
        if at > 0 {
            line = line.text(" ");
        }
        let text = change.text.clone();
        line = match change.kind {
            ChangeKind::Same => line.text(text),
            ChangeKind::Removed => line.put(el("del", "").text(text)),
            ChangeKind::Added => line.put(el("ins", "").text(text)),
        };
    }
    if shown < changes.len() {
        line = line.text(" …");
    }
    line
}

/// Papers of other ids that nearly say the same, with how much.
pub fn near(paper: &PaperView, dispatch: &Dispatch) -> Option<El> {
    if paper.near.is_empty() {
        return None;
    }
    let mut list = el("ul", "");
    for NearView { id, title, percent } in paper.near.iter().take(NEAR) {
        let open = press("link", act(dispatch, Action::Read(id.clone())));
        let open = open.text(text::short(title).into_owned());
        let line = el("li", "")
            .put(open)
            .text(" ")
            .put(el("span", "hint").text(text::in_common(id, *percent)));
        list = list.put(line);
    }
    let hidden = paper.near.len().saturating_sub(NEAR);
    let others = (hidden > 0).then(|| el("p", "hint").text(text::more_problems(hidden)));
    let title = label("h3", "", text::NEAR);
    Some(el("section", "near").put(title).put(list).maybe(others))
}
