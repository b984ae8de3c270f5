//! The labels and headings before a text that say what it is.

/// Words that begin a sentence and follow `Abstract` in none.
const BEGIN: [&str; 20] = [
    "A",
    "An",
    "Aim",
    "Aims",
    "Background",
    "Here",
    "In",
    "Introduction",
    "It",
    "Motivation",
    "Objective",
    "Objectives",
    "Our",
    "Purpose",
    "Recent",
    "The",
    "These",
    "This",
    "To",
    "We",
];

/// The tags that a heading may stand in.
const TAGS: [(&str, &str); 4] = [
    ("<b>", "</b>"),
    ("<strong>", "</strong>"),
    ("<i>", "</i>"),
    ("<em>", "</em>"),
];

/// The source of an abstract without the word before it that says that it is one: `Abstract: `,
/// `ABSTRACT` on a line of its own. A text that only begins with that word stays as it is.
pub(in crate::core::digest) fn without_heading(source: &str) -> &str {
    let start = visible_start(source);
    let in_tag = TAGS
        .iter()
        .find_map(|(open, close)| Some((start.strip_prefix(open)?, *close)));
    let (inside, close) = in_tag.unwrap_or((start, ""));
    let Some((heading, rest)) = heading(inside) else {
        return source;
    };
    let is_end = |c: char| matches!(c, ':' | '：' | '.' | '—');
    let rest = if close.is_empty() {
        if !ends(heading, rest) {
            return source;
        }
        rest
    } else {
        let bare = rest.trim_start().trim_start_matches(is_end).trim_start();
        match bare.strip_prefix(close) {
            Some(rest) => rest,
            None => return source,
        }
    };
    let dashes = |c: char| is_end(c) || matches!(c, '-' | '–');
    let body = visible_start(visible_start(rest).trim_start_matches(dashes));
    if body.is_empty() { source } else { body }
}

/// A text without the label before it, `Title:`.
pub(in crate::core::digest) fn without_label<'t>(text: &'t str, label: &str) -> &'t str {
    let start = text.trim_start();
    let behind = start.split_at_checked(label.len());
    let behind = behind.filter(|(start, _)| start.eq_ignore_ascii_case(label));
    match behind.map(|(_, rest)| rest.trim_start()) {
        Some(rest) if !rest.is_empty() => rest,
        _ => text,
    }
}

/// The heading that a text starts with, and what follows it.
fn heading(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix("摘要") {
        return Some(("摘要", rest));
    }
    let (start, rest) = text.split_at_checked("abstract".len())?;
    start
        .eq_ignore_ascii_case("abstract")
        .then_some((start, rest))
}

/// Whether the heading ends where this follows it.
fn ends(heading: &str, rest: &str) -> bool {
    let after = rest.trim_start_matches([' ', '\t']);
    if after.starts_with([':', '：', '—', '\n', '\r', '\u{2029}']) || after.starts_with("<br>") {
        return true;
    }
    let spaced = |mark: char| {
        let behind = after.strip_prefix(mark);
        behind.is_some_and(|behind| behind.starts_with(char::is_whitespace))
    };
    if spaced('.') || (after.len() < rest.len() && (spaced('-') || spaced('–'))) {
        return true;
    }
    if after.len() == rest.len() {
        return false;
    }
    let word = after.split(|c: char| !c.is_alphanumeric()).next();
    heading == "ABSTRACT" && after.starts_with(char::is_uppercase)
        || word.is_some_and(|word| BEGIN.contains(&word))
}

/// From the first thing on that is seen.
fn visible_start(text: &str) -> &str {
    let mut text = text;
    loop {
        let bare = text.trim_start();
        let Some(rest) = bare.strip_prefix("<br>") else {
            return bare;
        };
        text = rest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_go() {
        for source in [
            "Abstract\nFog is wet.",
            "Abstract: Fog is wet.",
            "ABSTRACT Fog is wet.",
            "abstract. Fog is wet.",
            "Abstract—Fog is wet.",
            "Abstract - Fog is wet.",
            "<br>Abstract<br><br>Fog is wet.",
            "<b>Abstract:</b> Fog is wet.",
            "<strong>Abstract</strong><br>Fog is wet.",
            "摘要：Fog is wet.",
        ] {
            assert_eq!(without_heading(source), "Fog is wet.", "{source}");
        }
        assert_eq!(without_heading("Abstract The fog."), "The fog.");
        assert_eq!(without_label("Title: Mist", "title:"), "Mist");
    }

    #[test]
    fn words_stay() {
        for source in [
            "Abstract machines wait.",
            "Abstract Fog Machines wait.",
            "Abstract-level fog.",
            "Abstracts of fog.",
            "Abstract",
            "Abstract: ",
            "<b>Abstract fog</b> is wet.",
            "",
        ] {
            assert_eq!(without_heading(source), source);
        }
        assert_eq!(without_label("Titles", "title:"), "Titles");
    }
}
