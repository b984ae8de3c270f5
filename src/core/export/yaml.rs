//! YAML, as far as front matter needs it: keys with a text, a number or a list of texts.
//!
//! A text stands in quotation marks with JSON's escapes, which are YAML's too: no text is taken for
//! a number, a day or a boolean, and none ends the front matter.

use std::fmt::Write as _;

/// Lines of `key: value`.
#[derive(Debug, Default)]
pub(super) struct Yaml(String);

impl Yaml {
    /// A text, unless it is empty.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.0.extend([key, ": "]);
            self.quoted(text);
            self.0.push('\n');
        }
    }

    /// A number or a day, which is as it is.
    pub(super) fn bare(&mut self, key: &str, value: Option<impl std::fmt::Display>) {
        if let Some(value) = value {
            // Writing to a string cannot fail.
            let _ = writeln!(self.0, "{key}: {value}");
        }
    }

    /// Texts, unless there are none.
    pub(super) fn list<S: AsRef<str>>(&mut self, key: &str, texts: impl IntoIterator<Item = S>) {
        for (index, text) in texts.into_iter().enumerate() {
            if index == 0 {
                self.0.extend([key, ":\n"]);
            }
            self.0.push_str("  - ");
            self.quoted(text.as_ref());
            self.0.push('\n');
        }
    }

    /// The lines between `---`.
    pub(super) fn front_matter(self) -> String {
        ["---\n", &self.0, "---\n"].concat()
    }

    fn quoted(&mut self, text: &str) {
        self.0.push('"');
        for c in text.chars() {
            let code = u32::from(c);
            // What a reader of YAML may refuse or break a line at.
            let odd = c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}')
                || matches!(code & 0xffff, 0xfffe | 0xffff);
            let _ = match c {
                '"' | '\\' => write!(self.0, "\\{c}"),
                '\n' => write!(self.0, "\\n"),
                _ if odd && code <= 0xffff => write!(self.0, "\\u{code:04x}"),
                _ if odd => write!(self.0, "\\U{code:08x}"),
                _ => write!(self.0, "{c}"),
            };
        }
        self.0.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let mut yaml = Yaml::default();
        yaml.text(
            "title",
            "a \"b\" \\ c: #\n---\u{1b}\u{85}\u{2028}\u{1ffff}é",
        );
        yaml.text("none", "");
        yaml.bare("version", Some(2));
        yaml.bare("day", None::<u8>);
        yaml.list("authors", ["yes", "2020"]);
        yaml.list("tags", [""; 0]);
        assert_eq!(
            yaml.front_matter(),
            "---\ntitle: \"a \\\"b\\\" \\\\ c: #\\n---\\u001b\\u0085\\u2028\\U0001ffffé\"\nversion: 2\nauthors:\n  - \"yes\"\n  - \"2020\"\n---\n"
        );
    }
}
