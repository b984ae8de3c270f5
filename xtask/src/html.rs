//! Reading and editing `index.html`: just enough for a page that is our own.

use std::ops::Range;

/// One start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Where it stands, from `<` to behind `>`.
    pub at: Range<usize>,
    /// Names and values in order; an attribute without a value has an empty one.
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes
            .iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    }
}

/// The start tags of that name outside comments, in order.
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<Tag<'a>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|offset| at + offset) {
        let rest = &html[open..];
        if rest.starts_with("<!--") {
            at = rest.find("-->").map_or(html.len(), |end| open + end + 3);
            continue;
        }
        let body = &rest[1..];
        let is_named = body
            .strip_prefix(name)
            .is_some_and(|after| after.starts_with(|c: char| c.is_whitespace() || c == '>'));
        at = open + 1;
        if is_named {
            let (attributes, length) = attributes(&body[name.len()..]);
            at += name.len() + length;
            found.push(Tag {
                at: open..at,
                attributes,
            });
        }
    }
    found
}

/// The attributes from behind a tag's name, and how long they are with the closing `>`. Values
/// stand in double quotes.
fn attributes(text: &str) -> (Vec<(&str, &str)>, usize) {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let name_end = rest
            .find(|c: char| c.is_whitespace() || c == '=' || c == '>')
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        if name.is_empty() {
            let closing = after.len().min(1);
            return (found, text.len() - after.len() + closing);
        }
        if let Some(quoted) = after.strip_prefix("=\"") {
            let (value, after) = quoted.split_once('"').unwrap_or((quoted, ""));
            found.push((name, value));
            rest = after;
        } else {
            found.push((name, ""));
            rest = after;
        }
    }
}

/// Replacements at places of one text; they must not overlap.
#[derive(Default)]
pub struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Puts `text` in place of what stands there.
    pub fn replace(&mut self, at: Range<usize>, text: impl Into<String>) {
        self.0.push((at, text.into()));
    }

    /// The text with all replacements made.
    pub fn apply(mut self, text: &str) -> String {
        self.0.sort_by_key(|(at, _)| at.start);
        let mut edited = String::with_capacity(text.len());
        let mut done = 0;
        for (at, replacement) in self.0 {
            edited.push_str(&text[done..at.start]);
            edited.push_str(&replacement);
            done = at.end;
        }
        edited.push_str(&text[done..]);
        edited
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, name: &str, expected: &[(&str, &[(&str, &str)])]) {
        let found: Vec<_> = tags(html, name)
            .into_iter()
            .map(|tag| (&html[tag.at], tag.attributes))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(text, attributes)| (*text, attributes.to_vec()))
            .collect();
        assert_eq!(found, expected, "{name} in {html}");
    }

    #[test]
    fn finds_tags() {
        check("", "link", &[]);
        check("<links><LINK>", "link", &[]);
        check("a < b <link", "link", &[]);
        check("<link>", "link", &[("<link>", &[])]);
        check(
            "<!-- <link a=\"1\"> --><p><link rel=\"x\" defer\n href=\"a>b\"></p>",
            "link",
            &[(
                "<link rel=\"x\" defer\n href=\"a>b\">",
                &[("rel", "x"), ("defer", ""), ("href", "a>b")],
            )],
        );
        check(
            "<link rel=\"x",
            "link",
            &[("<link rel=\"x", &[("rel", "x")])],
        );
    }

    #[test]
    fn edits_in_any_order() {
        let mut edits = Edits::default();
        edits.replace(4..5, "E");
        edits.replace(0..1, "");
        assert_eq!(edits.apply("abcde"), "bcdE");
    }
}
