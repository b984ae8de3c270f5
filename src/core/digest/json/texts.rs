//! Texts as JSON has them: as they are, in objects and lists, in places of words.

use std::borrow::Cow;

use super::value::Value;
use crate::core::sorting;

/// Where in an object its text stands.
const TEXTS: [&str; 22] = [
    "text",
    "name",
    "term",
    "@term",
    "value",
    "#text",
    "$t",
    "_",
    "__text",
    "@value",
    "title",
    "display_name",
    "tag",
    "content",
    "description",
    "abstract",
    "url",
    "href",
    "@href",
    "html",
    "plain",
    "en",
];

/// Where in a failure its reason stands.
const REASONS: [&str; 9] = [
    "message",
    "msg",
    "detail",
    "reason",
    "description",
    "error",
    "title",
    "text",
    "status",
];

/// So many words of an abstract are put together.
const MOST_WORDS: usize = 64 * 1024;

/// How deep a text may stand.
const DEEPEST: u32 = 8;

/// The text of a value: of an object its member that is the text, of a list its first.
pub(super) fn said(value: &Value) -> Option<&str> {
    within(value, &TEXTS, DEEPEST)
}

/// The reason of a failure.
pub(super) fn reason(value: &Value) -> Option<&str> {
    let reason = within(value, &REASONS, DEEPEST)?.trim();
    let is_reason = !reason.is_empty() && !reason.eq_ignore_ascii_case("ok");
    (is_reason && matches!(value, Value::Text(_) | Value::Object(_) | Value::List(_)))
        .then_some(reason)
}

fn within<'v>(value: &'v Value, names: &[&str], depth: u32) -> Option<&'v str> {
    let depth = depth.checked_sub(1)?;
    match value {
        Value::List(values) => within(values.first()?, names, depth),
        Value::Object(_) => {
            let mut texts = names.iter().filter_map(|name| value.member(&[name]));
            texts.find_map(|value| within(value, names, depth))
        }
        _ => value.text(),
    }
}

/// A text that may be in several parts, with a label before each.
pub(super) fn prose(value: &Value) -> Option<Cow<'_, str>> {
    let Value::List(parts) = value else {
        return said(value).map(Cow::Borrowed);
    };
    let label = |part: &Value| {
        let label = part.member(&["label", "@label", "nlmcategory"])?.text()?;
        Some(label.to_owned())
    };
    let texts = parts.iter().all(|part| matches!(part, Value::Text(_)));
    let labelled = parts.iter().any(|part| label(part).is_some());
    if parts.len() < 2 || !(texts || labelled) {
        return said(value).map(Cow::Borrowed);
    }
    let mut out = String::new();
    for part in parts {
        let Some(text) = said(part) else { continue };
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        if let Some(label) = label(part) {
            out.push_str(&label);
            out.push_str(": ");
        }
        out.push_str(text);
    }
    Some(Cow::Owned(out))
}

/// An abstract out of the places of its words, `{"We": [0, 3], "wait": [1]}`.
pub(super) fn uninverted(value: &Value) -> Option<String> {
    let Value::Object(words) = value else {
        return None;
    };
    let mut places: Vec<(u32, &str)> = Vec::new();
    for (word, at) in words {
        let at = match at {
            Value::List(at) => at.as_slice(),
            one => std::slice::from_ref(one),
        };
        let room = MOST_WORDS.saturating_sub(places.len());
        let at = at.iter().filter_map(|at| at.text()?.parse().ok());
        places.extend(at.take(room).map(|at: u32| (at, word.as_str())));
    }
    sorting::sort(&mut places);
    let words: Vec<&str> = places.into_iter().map(|(_, word)| word).collect();
    Some(words.join(" ")).filter(|text| !text.trim().is_empty())
}

/// The journal out of its parts, as INSPIRE has them: `Phys.Rev.D 76 (2007) 013009`.
pub(super) fn journal(value: &Value) -> Option<String> {
    let value = match value {
        Value::List(values) => values.first()?,
        value => value,
    };
    let part = |names: &[&str]| {
        let text = value.member(names).and_then(Value::text)?.trim();
        (!text.is_empty()).then_some(text)
    };
    if let Some(title) = part(&["journal_title"]) {
        let mut out = title.to_owned();
        let volume = part(&["journal_volume"]).map(ToOwned::to_owned);
        let year = part(&["year"]).map(|year| format!("({year})"));
        let page = part(&["artid", "page_start"]).map(ToOwned::to_owned);
        for part in [volume, year, page].into_iter().flatten() {
            out.push(' ');
            out.push_str(&part);
        }
        return Some(out);
    }
    if let Some(text) = part(&["pubinfo_freetext"]) {
        return Some(text.to_owned());
    }
    let inner = value.member(&["source", "journal"]);
    said(inner.unwrap_or(value)).map(ToOwned::to_owned)
}
