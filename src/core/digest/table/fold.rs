//! What a table folds away: `<details><summary>Show</summary><p>…</p></details>`.

/// The text up to the end of the first `<details>` and what follows; all of it where that has no
/// end.
pub(super) fn split(text: &str) -> (&str, &str) {
    let end = text
        .find("</details>")
        .map_or(text.len(), |at| at + "</details>".len());
    text.split_at(end)
}

/// What is folded away, without the summary that is shown for it; any other text as it is.
pub(super) fn inside(text: &str) -> &str {
    let Some(folded) = text.strip_prefix("<details") else {
        return text;
    };
    let folded = folded.split_once('>').map_or(folded, |(_, after)| after);
    let folded = folded
        .split_once("</summary>")
        .map_or(folded, |(_, after)| after);
    let folded = folded.strip_suffix("</details>").unwrap_or(folded).trim();
    let folded = folded.strip_prefix("<p>").unwrap_or(folded);
    folded.strip_suffix("</p>").unwrap_or(folded).trim()
}
