use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

use crate::protocol::TagMeaning;
use crate::ui::hooks::KEYS;
use crate::ui::text;

use super::el::{El, When, el, label, list};

/// The keys, the query language and the tags on one page, and the switch for keys of one letter.
pub fn help(taxonomy: &[TagMeaning], singles: bool, onsingles: &Callback<bool>) -> Html {
    let onsingles = onsingles.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            onsingles.emit(input.checked());
        }
    });
    let mut keys = el("dl", "keys");
    for key in &KEYS {
        let mut names = el("dt", "");
        for name in key.keys {
            names = names.put(label("kbd", "", text::key(name)));
        }
        keys = keys.put(el("div", "").put(names).put(label("dd", "", key.help)));
    }
    let mut syntax = el("dl", "syntax");
    for (example, meaning) in text::SYNTAX {
        let example = el("dt", "").put(label("code", "", example));
        syntax = syntax.put(el("div", "").put(example).put(label("dd", "", meaning)));
    }
    let facets = taxonomy.chunk_by(|a, b| a.tag.facet == b.tag.facet);
    let switch = el("input", "")
        .with("type", "checkbox")
        .checked(singles)
        .on(When::Change, onchange);
    list(vec![
        label("h3", "", text::HELP_KEYS).done(),
        keys.done(),
        el("label", "switch")
            .put(switch)
            .text(" ")
            .text(text::SINGLE_KEYS)
            .done(),
        label("h3", "", text::HELP_QUERY).done(),
        syntax.done(),
        label("h3", "", text::HELP_TAGS).done(),
        label("p", "", text::HELP_TAGGED).done(),
        list(facets.map(|facet| tags(facet).done()).collect()),
    ])
}

/// What the tags of a facet mean, and how a query asks for each.
fn tags(facet: &[TagMeaning]) -> El {
    let mut all = el("dl", "syntax");
    for TagMeaning { tag, description } in facet {
        let query = [tag.facet.name(), ":", &tag.id].concat();
        let query = el("dt", "").put(el("code", "").text(query));
        let meaning = if description.is_empty() {
            &tag.label
        } else {
            description
        };
        let meaning = el("dd", "").text(meaning.clone());
        all = all.put(el("div", "").put(query).put(meaning));
    }
    let name = facet.first().map_or("", |first| first.tag.facet.label());
    el("details", "").put(label("summary", "", name)).put(all)
}
