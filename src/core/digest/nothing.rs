//! What programs write where they have nothing.

/// In lower case; capitals do not matter.
const NOTHING: [&str; 6] = ["nan", "none", "null", "n/a", "#n/a", "<na>"];

/// Whether a text stands for nothing: `N/A`, `null`, `NA`, `[No abstract available]`.
pub(super) fn is_nothing(text: &str) -> bool {
    let text = text.trim();
    // R's word, which in small letters is somebody's name.
    if text == "NA" {
        return true;
    }
    let inside = text.strip_prefix('[').and_then(|s| s.strip_suffix(']'));
    // As Scopus says it.
    if let Some(inside) = inside
        && inside.len() < 48
        && (inside.starts_with("No ") || inside.starts_with("no "))
        && inside.ends_with(" available")
    {
        return true;
    }
    NOTHING
        .iter()
        .any(|nothing| text.eq_ignore_ascii_case(nothing))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_words_stand_for_nothing() {
        for text in [
            "NA",
            "N/A",
            "null",
            "None",
            " nan ",
            "[No author name available]",
            "[No abstract available]",
        ] {
            assert!(is_nothing(text), "{text}");
        }
        for text in ["", "Na", "None of it", "No abstract available", "[No]"] {
            assert!(!is_nothing(text), "{text}");
        }
    }
}
