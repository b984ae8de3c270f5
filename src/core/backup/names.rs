//! What a file of the library is called in the archive: safe on every system, and once.

/// How many characters of its name are kept.
const KEPT: usize = 80;

/// The path of the source of this number, from 0, in the archive: its number and what can be kept
/// of its name's last part. Only letters, digits, `.`, `-` and `_` of ASCII are, so no system reads
/// a folder, a device or an option in it.
pub(super) fn path(at: usize, name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_kept = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let safe: Vec<char> = last
        .chars()
        .map(|c| if is_kept(c) { c } else { '_' })
        .collect();
    // The end has the format.
    let from = safe.len().saturating_sub(KEPT);
    let safe: String = safe.get(from..).unwrap_or_default().iter().collect();
    // Windows lets no name end in a dot.
    let safe = safe.trim_end_matches('.');
    format!("sources/{:05}-{safe}", at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_leaves_its_folder() {
        for (name, expected) in [
            ("2026-04-05.md", "sources/00001-2026-04-05.md"),
            ("week/mon.md", "sources/00001-mon.md"),
            ("../../etc/passwd", "sources/00001-passwd"),
            ("..", "sources/00001-"),
            (r"C:\aux", "sources/00001-aux"),
            ("büro: tag 1?.md", "sources/00001-b_ro__tag_1_.md"),
            ("", "sources/00001-"),
            ("a\0b\n", "sources/00001-a_b_"),
        ] {
            assert_eq!(path(0, name), expected);
        }
        let long = "x".repeat(1000) + ".json.gz";
        assert!(path(9, &long).ends_with("xx.json.gz"));
        assert_eq!(path(9, &long).len(), "sources/00010-".len() + KEPT);
    }
}
