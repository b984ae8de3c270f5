//! The encodings that text files still come in beside UTF-8.
//!
//! A general library brings the tables of every encoding of the web, well over a hundred kilobytes
//! of them, for the 27 characters needed here.

/// What Windows-1252 has at the bytes 0x80 to 0x9F, where Latin-1 has control characters; the five
/// unused ones stay as in Latin-1 (WHATWG Encoding Standard, index windows-1252).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character of a byte in Windows-1252, which holds all that Latin-1 prints.
pub(super) fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => {
            let known = WINDOWS_1252.get(usize::from(byte - 0x80));
            known.copied().unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => char::from(byte),
    }
}

/// How many bytes of UTF-8 a text in Windows-1252 takes.
pub(super) fn len(bytes: &[u8]) -> usize {
    // Nearly all are ASCII, and to count those is quick.
    let beyond = bytes.iter().filter(|b| !b.is_ascii());
    bytes.len()
        + beyond
            .map(|b| windows_1252(*b).len_utf8() - 1)
            .sum::<usize>()
}

/// Adds a text in Windows-1252: its stretches of ASCII as they are, the rest character by
/// character.
pub(super) fn push(text: &mut String, bytes: &[u8]) {
    let mut rest = bytes;
    while !rest.is_empty() {
        let len = rest.iter().position(|b| !b.is_ascii());
        let (ascii, beyond) = rest.split_at(len.unwrap_or(rest.len()));
        text.push_str(std::str::from_utf8(ascii).unwrap_or_default());
        let len = beyond.iter().position(u8::is_ascii);
        let (beyond, after) = beyond.split_at(len.unwrap_or(beyond.len()));
        text.extend(beyond.iter().copied().map(windows_1252));
        rest = after;
    }
}

/// Decodes UTF-16 without its byte-order mark, and says whether something in it was damaged (it
/// shows as U+FFFD).
pub(super) fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, bool) {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut damaged = !rest.is_empty();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|read| {
            read.unwrap_or_else(|_| {
                damaged = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    (text, damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_prints_what_latin_1_does_and_more() {
        let text: String = b"na\xefve \x93quotes\x94 \x80\x81"
            .iter()
            .copied()
            .map(windows_1252)
            .collect();
        assert_eq!(text, "naïve “quotes” €\u{81}");
    }

    #[test]
    fn utf_16_in_both_orders_and_damaged() {
        assert_eq!(
            utf_16(b"h\0\xe9\0", u16::from_le_bytes),
            ("hé".to_owned(), false)
        );
        assert_eq!(
            utf_16(b"\0h\xd8\x3d\xde\0", u16::from_be_bytes),
            ("h😀".to_owned(), false)
        );
        assert_eq!(
            utf_16(b"h\0\x00\xd8", u16::from_le_bytes),
            ("h\u{fffd}".to_owned(), true)
        );
        assert_eq!(utf_16(b"h\0x", u16::from_le_bytes), ("h".to_owned(), true));
    }
}
