//! Authors as JSON has them → names, the given ones first.

use super::value::Value;

/// Where in an author the whole name stands.
const WHOLE: [&str; 18] = [
    "name",
    "full_name",
    "fullname",
    "display_name",
    "displayname",
    "raw_author_name",
    "literal",
    "text",
    "value",
    "$t",
    "#text",
    "_",
    "__text",
    "authname",
    "creator",
    "creatorname",
    "label",
    "author",
];

/// Where in an author a person of their own stands.
const PERSONS: [&str; 6] = ["author", "creator", "person", "profile", "value", "user"];

/// Where all authors stand in an object that is none.
const LISTS: [&str; 6] = ["author", "authors", "creator", "value", "name", "items"];

/// What those do that are named beside authors and are none.
const OTHERS: [&str; 8] = [
    "editor",
    "serieseditor",
    "translator",
    "bookauthor",
    "reviewedauthor",
    "contributor",
    "recipient",
    "supervisor",
];

/// How deep authors may nest.
const DEEPEST: u32 = 8;

/// The names that a member holds; empty where it is of no form that is known.
pub(super) fn names(value: &Value) -> Vec<String> {
    let mut names = Vec::new();
    match value {
        Value::Text(text) => names = split(text),
        Value::List(list) => {
            if let [Value::Text(text)] = list.as_slice() {
                return split(text);
            }
            let all: Vec<&Value> = list.iter().collect();
            let mut authors: Vec<&Value> = all.clone();
            authors.retain(|value| !is_other(value));
            let kept = if authors.is_empty() { all } else { authors };
            for value in kept {
                person(value, 0, &mut names);
            }
        }
        _ => person(value, 0, &mut names),
    }
    names
}

/// Whether it says of itself that it is no author but the editor, say.
fn is_other(value: &Value) -> bool {
    let role = value.member(&["creatortype", "inspire_roles", "contributortype", "role"]);
    let role = match role {
        Some(Value::List(roles)) => roles.first(),
        role => role,
    };
    role.and_then(Value::text)
        .is_some_and(|role| OTHERS.iter().any(|other| role.eq_ignore_ascii_case(other)))
}

/// One author, whole or in parts, or a list of them.
fn person(value: &Value, depth: u32, names: &mut Vec<String>) {
    match value {
        Value::Text(text) => names.push(turned(text)),
        Value::List(values) if depth < DEEPEST => {
            for value in values {
                person(value, depth + 1, names);
            }
        }
        Value::Object(_) => {
            if let Some(name) = parts(value).or_else(|| whole(value)) {
                return names.push(name);
            }
            let inner = PERSONS.iter().chain(&LISTS);
            let mut inner = inner.filter_map(|name| value.member(&[name]));
            let inner = inner.find(|value| matches!(value, Value::Object(_) | Value::List(_)));
            match inner.filter(|_| depth < DEEPEST) {
                Some(inner) => person(inner, depth + 1, names),
                None => names.extend(family(value).map(ToOwned::to_owned)),
            }
        }
        _ => {}
    }
}

fn text<'v>(value: &'v Value, names: &[&str]) -> Option<&'v str> {
    let text = value.member(names)?.text()?.trim();
    (!text.is_empty()).then_some(text)
}

fn family(value: &Value) -> Option<&str> {
    let names = [
        "family",
        "last",
        "last_name",
        "lastname",
        "familyname",
        "family_name",
        "family-names",
        "surname",
        "keyname",
    ];
    text(value, &names)
}

/// The name out of its parts.
fn parts(value: &Value) -> Option<String> {
    let given = [
        "given",
        "first",
        "first_name",
        "firstname",
        "givenname",
        "given_name",
        "given-name",
        "given-names",
        "forenames",
        "forename",
    ];
    let particles = ["dropping-particle", "non-dropping-particle"];
    let given = text(value, &given)?;
    let particles = particles.iter().filter_map(|name| text(value, &[name]));
    let words: Vec<&str> = [given].into_iter().chain(particles).collect();
    Some(format!("{} {}", words.join(" "), family(value)?))
}

fn whole(value: &Value) -> Option<String> {
    let names = WHOLE.iter().filter_map(|name| text(value, &[name]));
    let name = names.into_iter().next()?;
    Some(turned(unnumbered(name)))
}

/// A name without the number that DBLP puts behind it where others have the same: `A Name 0001`.
fn unnumbered(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((name, number)) if number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()) => {
            name
        }
        _ => name,
    }
}

/// The names of one text.
fn split(list: &str) -> Vec<String> {
    let list = list.trim().trim_end_matches(" et al.");
    let turned_all = |parts: Vec<&str>| parts.into_iter().map(turned).collect();
    if list.contains([';', '；']) {
        return turned_all(list.split([';', '；']).collect());
    }
    let parts: Vec<&str> = list.split(" and ").collect();
    let commas = |part: &str| part.matches(',').count();
    if parts.len() > 1 && parts.iter().all(|part| commas(part) == 1) || reads_turned(list) {
        return turned_all(parts);
    }
    let names = parts.iter().flat_map(|part| part.split([',', '，', '、']));
    let names = names.map(|name| name.trim().trim_start_matches("and "));
    names.map(ToOwned::to_owned).collect()
}

/// `Stern, Ada` as `Ada Stern`, where it reads so.
fn turned(name: &str) -> String {
    let name = name.trim();
    match name.split_once(',') {
        Some((family, given)) if reads_turned(name) => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    }
}

/// Whether a text is one name whose family name stands first: two names have two words each.
fn reads_turned(name: &str) -> bool {
    let Some((family, given)) = name.split_once(',') else {
        return false;
    };
    let (family, given) = (family.trim(), given.trim());
    let is_one = |part: &str| !part.contains(char::is_whitespace);
    let initials = |part: &str| part.split_whitespace().all(|word| word.ends_with('.'));
    !family.is_empty()
        && !given.is_empty()
        && !given.contains(',')
        && (is_one(family) || is_one(given) || initials(given))
}
