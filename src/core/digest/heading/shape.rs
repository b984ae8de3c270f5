//! What a line of a heading digest is.

/// What a line is by its first characters.
pub(super) enum Shape<'t> {
    /// Nothing visible.
    Blank,
    /// `# …`
    Section(&'t str),
    /// `### …`
    Entry(&'t str),
    /// `> …`
    Quote(&'t str),
    /// Anything else, without its indentation.
    Other(&'t str),
}

impl<'t> Shape<'t> {
    /// Goes by what stands at the line's start, indented or not.
    pub(super) fn of(line: &'t str) -> Self {
        // Files put together by hand keep the byte-order mark of each.
        let start = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let hashes = start.bytes().take_while(|b| *b == b'#').count();
        let after = start.get(hashes..).unwrap_or_default();
        match (hashes, start.strip_prefix('>')) {
            (1, _) => Self::Section(after),
            (3, _) => Self::Entry(after),
            (_, Some(quoted)) => Self::Quote(quoted),
            // Nothing at all, or nothing but NUL.
            _ if start.bytes().all(|b| b == 0) => Self::Blank,
            _ => Self::Other(start),
        }
    }
}
