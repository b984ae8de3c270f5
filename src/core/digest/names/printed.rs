//! Lists of names as programs print them.

/// The strings of a list as Python or JSON prints it, also where each is a field of an object or an
/// argument: `['A', "B"]`, `[{'id': '1', 'name': 'A'}]`, `[Author('A'), Author('B')]`.
pub(in crate::core::digest) fn strings(list: &str) -> Vec<String> {
    let mut strings: Vec<String> = Vec::new();
    let of_objects = list.contains('{');
    let mut key = String::new();
    let mut rest = list;
    while let Some(open) = rest.find(['\'', '"']) {
        let (_, quoted) = rest.split_at(open);
        let mut chars = quoted.chars();
        let quote = chars.next();
        let mut text = String::new();
        while let Some(c) = chars.next().filter(|c| Some(*c) != quote) {
            text.push(if c == '\\' {
                chars.next().unwrap_or(c)
            } else {
                c
            });
        }
        rest = chars.as_str();
        if !of_objects {
            strings.push(text);
        } else if rest.trim_start().starts_with(':') {
            key = text;
        } else if ["name", "full_name", "display_name", "author"].contains(&key.as_str()) {
            strings.push(text);
        }
    }
    strings
}

/// The strings of a text that is nothing but a printed list, or one printed object:
/// `arxiv.Result.Author('A')`.
pub(super) fn printed(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    if !text.ends_with([']', '}', ')']) {
        return None;
    }
    let inside = text.strip_prefix('[').and_then(|s| s.strip_suffix(']'));
    let inside = inside.unwrap_or(text).trim_start();
    let is_listed = text.starts_with('[') && text.ends_with(']');
    let is_quoted = inside.starts_with(['\'', '"']) && is_listed;
    let is_object = inside.starts_with('{') && inside.ends_with('}');
    // `{Stern}` is BibTeX's, and a quoted text no key.
    let is_object = is_object && inside.contains(':') && inside.contains(['\'', '"']);
    if !(is_quoted || is_object || is_call(inside)) {
        return None;
    }
    Some(strings(inside)).filter(|strings| !strings.is_empty())
}

/// Whether a text is the name of a class with a text as its argument.
fn is_call(text: &str) -> bool {
    let Some((class, argument)) = text.split_once('(') else {
        return false;
    };
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_');
    !class.is_empty()
        && class.bytes().all(fits)
        && argument.starts_with(['\'', '"'])
        && text.trim_end().ends_with(')')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_printed_is_read() {
        for (text, expected) in [
            (
                "['Ada Stern', \"Bo O'Wolke\"]",
                Some(&["Ada Stern", "Bo O'Wolke"][..]),
            ),
            ("[{'name': 'Ada Stern', 'id': 1}]", Some(&["Ada Stern"])),
            ("{'name': 'Ada Stern'}", Some(&["Ada Stern"])),
            ("arxiv.Result.Author('Ada Stern')", Some(&["Ada Stern"])),
            (
                "[Author('Ada Stern'), Author('B')]",
                Some(&["Ada Stern", "B"]),
            ),
            ("[Ada O'Stern, B. O'Wolke]", None),
            ("{Stern}, Ada", None),
            ("Ada (Oslo) Stern", None),
            ("'t Hof, Tim", None),
        ] {
            let seen = printed(text);
            let seen: Option<Vec<&str>> = seen
                .as_ref()
                .map(|s| s.iter().map(String::as_str).collect());
            assert_eq!(seen.as_deref(), expected, "{text}");
        }
    }
}
