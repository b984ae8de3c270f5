//! Backslashes before punctuation, as Markdown allows them: some writers put one before each
//! hyphen, others none.

use std::borrow::Cow;

/// Whether the writer of a text puts a backslash before each hyphen, as Markdown allows.
pub(super) fn is_escaped(sample: &str) -> bool {
    let (mut escaped, mut plain) = (0_u32, 0_u32);
    for at in memchr::memchr_iter(b'-', sample.as_bytes()) {
        let byte = |at: Option<usize>| at.and_then(|at| sample.as_bytes().get(at)).copied();
        let letter = |byte: Option<u8>| byte.is_some_and(|b| b.is_ascii_alphabetic());
        if letter(byte(Some(at + 1))) {
            let before = byte(at.checked_sub(1));
            escaped += u32::from(before == Some(b'\\') && letter(byte(at.checked_sub(2))));
            plain += u32::from(letter(before));
        }
    }
    escaped > 1 && escaped > plain
}

/// Takes the backslash from before ASCII punctuation, as Markdown means it.
pub(super) fn unescape(source: &str) -> Cow<'_, str> {
    if memchr::memchr(b'\\', source.as_bytes()).is_none() {
        return Cow::Borrowed(source);
    }
    let mut plain = String::with_capacity(source.len());
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        plain.push(if escapes {
            chars.next().unwrap_or(c)
        } else {
            c
        });
    }
    Cow::Owned(plain)
}
