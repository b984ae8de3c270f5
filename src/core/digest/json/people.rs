//! What the authors of a record are called, in the many ways in which records say it.
//!
//! ```text
//! "A and B"   ["A", "B"]   [{"name": "A"}]   [{"given": "Ada", "family": "Stern"}]
//! [{"author": {"display_name": "Ada Stern"}}]   {"author": [{"firstName": "Ada", …}]}   [["Stern", "Ada", ""]]
//! ```

use super::value::Value;
use crate::core::digest::markup;
use crate::core::digest::names::words::is_suffix;
use crate::core::digest::names::{self, Order};
use crate::core::digest::nothing::is_nothing;

/// Members that have a name whole; others have what it is in parts.
const WHOLE: [&str; 22] = [
    "name",
    "full_name",
    "fullname",
    "display_name",
    "displayname",
    "literal",
    "credit-name",
    "author_name",
    "authorname",
    "creator_name",
    "creatorname",
    "raw_author_name",
    "collectivename",
    "organization",
    "#text",
    "$t",
    "text",
    "value",
    "_",
    "__text",
    "authname",
    "label",
];

/// Members that have given names.
const GIVEN: [&str; 13] = [
    "given",
    "given_name",
    "given_names",
    "givenname",
    "given-names",
    "given-name",
    "first",
    "first_name",
    "firstname",
    "forename",
    "fore_name",
    "forenames",
    "initials",
];

/// Members that have what stands between given and family name.
const MIDDLE: [&str; 3] = ["middle", "middle_name", "middlename"];

/// Members that have the words before a family name.
const PARTICLE: [&str; 4] = [
    "dropping-particle",
    "non-dropping-particle",
    "particle",
    "name-particle",
];

/// Members that have the family name.
const FAMILY: [&str; 9] = [
    "family",
    "family_name",
    "familyname",
    "last",
    "last_name",
    "lastname",
    "surname",
    "family-names",
    "keyname",
];

/// Members that have the person, or several.
const INSIDE: [&str; 11] = [
    "author", "authors", "person", "creator", "creators", "name", "value", "list", "items",
    "profile", "user",
];

/// How deep a name may stand in what is called an author.
const MAX_DEPTH: u32 = 4;

/// The names of a record, and how many of its authors have none that can be read.
#[derive(Debug, Default, PartialEq)]
pub(super) struct People {
    /// The names, as they are spoken.
    pub(super) names: Vec<String>,
    /// How many are lost.
    pub(super) lost: usize,
}

/// Reads the value of a member that is called authors.
pub(super) fn people(value: &Value) -> People {
    let mut people = People::default();
    match value {
        Value::Text(text) => people.names = names::list(text, Order::Any),
        _ => people.add(value, 0),
    }
    people
        .names
        .retain(|name| name.contains(char::is_alphabetic) && !is_nothing(name));
    people
}

/// Reads a text of which it is known that initials stand behind their families.
pub(super) fn short(value: &Value) -> People {
    let Value::Text(text) = value else {
        return people(value);
    };
    let mut names = names::initials_last(text);
    names.retain(|name| name.contains(char::is_alphabetic) && !is_nothing(name));
    People { names, lost: 0 }
}

/// Reads `[["Stern", "Ada", ""], …]`, as arXiv's metadata have it.
pub(super) fn parsed(value: &Value) -> People {
    let mut people = People::default();
    for value in elements(value) {
        match value {
            Value::List(parts) => people.names.extend(in_parts(parts)),
            other => people.add(other, 1),
        }
    }
    people
}

/// `["Stern", "Ada", "Jr."]` and perhaps where she works.
fn in_parts(parts: &[Value]) -> Option<String> {
    let part = |at: usize| parts.get(at).and_then(Value::text).unwrap_or_default();
    let name = names::straight(part(0), part(1), part(2));
    let name = markup::read(&name).plain;
    (!name.is_empty()).then_some(name)
}

fn elements(value: &Value) -> &[Value] {
    match value {
        Value::List(values) => values,
        other => std::slice::from_ref(other),
    }
}

impl People {
    /// Adds the people of a value.
    fn add(&mut self, value: &Value, depth: u32) {
        if depth > MAX_DEPTH {
            self.lost += 1;
            return;
        }
        let values = elements(value);
        let texts: Vec<&str> = values.iter().filter_map(text).collect();
        if texts.len() == values.len() {
            self.names.extend(names::each(texts));
            return;
        }
        let pairs = values.len() > 1 && values.iter().all(is_parted);
        let are_authors = values.iter().any(|value| !is_other(value));
        // Texts of one list are read together: their order tells what each of them is.
        let mut run: Vec<&str> = Vec::new();
        for value in values
            .iter()
            .filter(|value| !are_authors || !is_other(value))
        {
            if let Some(text) = text(value).or_else(|| whole(value)) {
                run.push(text);
                continue;
            }
            self.names.extend(names::each(run.drain(..)));
            match value {
                Value::List(parts) if pairs || has_suffix(parts) => {
                    self.names.extend(in_parts(parts));
                }
                Value::List(_) => self.add(value, depth + 1),
                Value::Object(_) => self.object(value, depth),
                Value::Number(_) | Value::Flag(_) => self.lost += 1,
                Value::Null | Value::Text(_) => {}
            }
        }
        self.names.extend(names::each(run));
    }

    fn object(&mut self, value: &Value, depth: u32) {
        let part = |keys: &[&str]| {
            let said = value.member(keys).and_then(Value::text);
            said.map(str::trim).unwrap_or_default()
        };
        let family = part(&FAMILY);
        if !family.is_empty() {
            let join = |parts: &[&str]| {
                let parts = parts.iter().filter(|part| !part.is_empty());
                parts.copied().collect::<Vec<_>>().join(" ")
            };
            let middle = value.member(&MIDDLE).map(elements).unwrap_or_default();
            let middle = middle.iter().filter_map(Value::text).map(str::trim);
            let given = join(&[part(&GIVEN), &join(&middle.collect::<Vec<_>>())]);
            let particles = PARTICLE.map(|key| part(&[key]));
            let family = join(&[&join(&particles), family]);
            let suffix = part(&["suffix", "name_suffix", "name-suffix", "generation"]);
            let name = match value.member(&["comma-suffix"]) {
                Some(Value::Flag(comma)) => names::suffixed(&family, &given, suffix, *comma),
                _ => names::straight(&family, &given, suffix),
            };
            self.names.push(markup::read(&name).plain);
            return;
        }
        let inside = INSIDE.iter().find_map(|key| {
            let inside = value.member(&[key])?;
            matches!(inside, Value::Object(_) | Value::List(_) | Value::Text(_)).then_some(inside)
        });
        let given = part(&GIVEN);
        match inside {
            Some(inside) => self.add(inside, depth + 1),
            None if !given.is_empty() => self.names.push(markup::read(given).plain),
            None => self.lost += 1,
        }
    }
}

/// A text, in which something is.
fn text(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// The name of an object that has it in one piece and not in parts.
fn whole(value: &Value) -> Option<&str> {
    let has_parts = value.member(&FAMILY).and_then(Value::text);
    if has_parts.is_some_and(|family| !family.trim().is_empty()) {
        return None;
    }
    WHOLE.iter().find_map(|key| {
        let name = value.member(&[key])?.text()?;
        (!name.trim().is_empty()).then_some(name)
    })
}

/// Whether an object says that it is an editor, a translator or the like.
fn is_other(value: &Value) -> bool {
    let role = value.member(&["creatortype", "contributortype", "inspire_roles", "role"]);
    let role = role.and_then(|role| elements(role).first());
    role.and_then(Value::text)
        .is_some_and(|role| !role.to_ascii_lowercase().contains("author"))
}

/// Whether a list is a family name and given names.
fn is_parted(value: &Value) -> bool {
    let Value::List(parts) = value else {
        return false;
    };
    let one_word = |value: &Value| text(value).is_some_and(|text| !text.trim().contains(' '));
    match parts.as_slice() {
        [family, given] => one_word(family) && text(given).is_some(),
        _ => has_suffix(parts),
    }
}

/// Whether a list is a family name, given names and a suffix, which may be empty.
fn has_suffix(parts: &[Value]) -> bool {
    let suffix = parts.get(2).and_then(text);
    let suffix = suffix.map(str::trim);
    suffix.is_some_and(|suffix| suffix.is_empty() || is_suffix(suffix))
        && parts.iter().all(|part| text(part).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::value::Scanner;
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &[&str], lost: usize) {
        let value = Scanner::new(source, 0).value();
        let people = people(&value.unwrap_or(Value::Null));
        assert_eq!(people.names, expected, "{source}");
        assert_eq!(people.lost, lost, "{source}");
    }

    #[test]
    fn names_come_in_many_shapes() {
        for source in [
            r#""Ada Stern and B. Wolke""#,
            r#"["Ada Stern", "B. Wolke"]"#,
            r#"["Stern, Ada", "Wolke, B."]"#,
            r#"["Ada Stern; B. Wolke"]"#,
            r#"[["Ada Stern", "B. Wolke"]]"#,
            r#"[["Stern", "Ada"], ["Wolke", "B."]]"#,
            r#"[["Stern", "Ada", "", "Oslo"], ["Wolke", "B.", ""]]"#,
            r#"[{"name": "Ada Stern"}, {"name": "Wolke, B."}]"#,
            r#"[{"firstName": "Ada", "lastName": "Stern"}, {"given_name": "B.", "family_name": "Wolke"}]"#,
            r#"[{"author": {"display_name": "Ada Stern"}}, {"author": {"display_name": "B. Wolke"}}]"#,
            r#"{"author": [{"text": "Ada Stern 0001"}, {"text": "B. Wolke"}]}"#,
            r#"{"value": ["Ada Stern", "B. Wolke"]}"#,
            r#"[{"name": {"value": "Ada Stern"}}, {"literal": "B. Wolke"}]"#,
            r#"[{"first": "Ada", "middle": [], "last": "Stern"}, {"first": "B.", "last": "Wolke"}]"#,
            r#"[{"creatorType": "author", "name": "Ada Stern"}, {"creatorType": "editor", "name": "C. Fog"},
                {"creatorType": "author", "firstName": "B.", "lastName": "Wolke"}]"#,
            r#"[{"name": "Stern, Ada", "givenName": "Ada", "familyName": "Stern"}, "B. Wolke"]"#,
            r#"["Ada Stern", "B. Wolke", null]"#,
            r#"["Ada Stern (Oslo)", "B. Wolke", "et al."]"#,
        ] {
            check(source, &["Ada Stern", "B. Wolke"], 0);
        }
        for source in [
            r#""[{'name': 'Ada Stern'}, {'name': 'B. Wolke'}]""#,
            r#""['Ada Stern', 'B. Wolke']""#,
            r#"["[{'name': 'Ada Stern'}, {'name': 'B. Wolke'}]"]"#,
            r#"["arxiv.Result.Author('Ada Stern')", "arxiv.Result.Author('B. Wolke')"]"#,
            r#""[arxiv.Result.Author('Ada Stern'), arxiv.Result.Author('B. Wolke')]""#,
            r#""Ada Stern | B. Wolke""#,
            r#"["Ada Stern", "N/A", "B. Wolke"]"#,
        ] {
            check(source, &["Ada Stern", "B. Wolke"], 0);
        }
        check(
            r#"[{"first": "Ada", "middle": ["B.", "C."], "last": "Stern", "suffix": ""}]"#,
            &["Ada B. C. Stern"],
            0,
        );
        check(
            r#"[{"family-names": "Beet", "given-names": "Ludwig", "name-particle": "van", "name-suffix": "Jr."}]"#,
            &["Ludwig van Beet, Jr."],
            0,
        );
        check(r#""山田太郎・佐藤花子""#, &["山田太郎", "佐藤花子"], 0);
        check(r#""ジョン・スミス""#, &["ジョン・スミス"], 0);
        for source in [r#""N/A""#, r#"["NA"]"#, r#""null""#, r#""None""#] {
            check(source, &[], 0);
        }
        check(
            r#"[{"name": "Wirth E"}, {"name": "Broek KA"}]"#,
            &["E Wirth", "KA Broek"],
            0,
        );
        check(
            r#"[{"family": "Fog", "given": "Ada", "suffix": "Jr."}, {"family": "Fog", "non-dropping-particle": "van", "given": "Bo"}]"#,
            &["Ada Fog, Jr.", "Bo van Fog"],
            0,
        );
        check(
            r#"[{"family": "Fog"}, {"given": "Wei"}]"#,
            &["Fog", "Wei"],
            0,
        );
    }

    #[test]
    fn who_has_no_name_is_counted() {
        check(r#"[{"id": 7}, "Ada Stern"]"#, &["Ada Stern"], 1);
        check(r"[5]", &[], 1);
        check("null", &[], 0);
        check("[]", &[], 0);
        let deep = format!("{}\"Ada\"{}", "[".repeat(9), "]".repeat(9));
        check(&deep, &[], 1);
    }

    #[test]
    fn parsed_names_are_families_first() {
        let value = Scanner::new(
            r#"[["Fog Collaboration", "", ""], ["Stern", "A.", "Jr.", "Oslo"], ["Bal\\'az", "C.", ""]]"#,
            0,
        )
        .value();
        let names = parsed(&value.unwrap_or(Value::Null)).names;
        assert_eq!(names, ["Fog Collaboration", "A. Stern, Jr.", "C. Baláz"]);
    }
}
