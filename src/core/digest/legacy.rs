//! The encodings that most text files come in that are not UTF-8, read line by line; those that
//! need tables are in [`charset`](super::charset).

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

/// In which order the bytes of UTF-16 without its byte-order mark are; `None` where they are no
/// such text. Marks and digits have a zero in each, and hardly a character has one in the other
/// half.
pub(super) fn utf_16_order(sample: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    memchr::memchr(0, sample)?;
    let (pairs, _) = sample.as_chunks::<2>();
    let zeros = |half: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| half(pair) == 0).count();
    let (first, second) = (zeros(|pair| pair[0]), zeros(|pair| pair[1]));
    let (unit, most, least): (fn([u8; 2]) -> u16, _, _) = if second > first {
        (u16::from_le_bytes, second, first)
    } else {
        (u16::from_be_bytes, first, second)
    };
    if most < 4 || most * 8 < pairs.len() || least * 50 > most {
        return None;
    }
    let is_odd = |c: char| {
        (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
            || matches!(c, '\u{fffd}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}')
    };
    // The sample may end inside a character of two units.
    let units = pairs.iter().take(pairs.len().saturating_sub(1));
    let characters = char::decode_utf16(units.map(|pair| unit(*pair)));
    let odd = characters.filter(|read| !matches!(read, Ok(c) if !is_odd(*c)));
    (odd.count() * 200 <= pairs.len()).then_some(unit)
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
    fn utf_16_is_known_by_its_zeros() {
        let encode = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            text.encode_utf16().flat_map(bytes).collect()
        };
        for text in [
            "@misc{a, title = {Größe}}",
            "@misc{a, title = {雨伞的研究}, year = 2020}",
        ] {
            let little = encode(text, u16::to_le_bytes);
            let order = utf_16_order(&little).expect("is UTF-16");
            assert_eq!(utf_16(&little, order), (text.to_owned(), false));
            let big = encode(text, u16::to_be_bytes);
            let order = utf_16_order(&big).expect("is UTF-16");
            assert_eq!(utf_16(&big, order), (text.to_owned(), false));
        }
        for bytes in [
            &b"a few \0 in much \0 text are \0 no \0 reason \0"[..],
            b"\0\x01\0\x02\0\x03\0\x04\0\x05\0\x06",
            b"\0\0\0\0\0\0\0\0",
            b"plain",
        ] {
            assert!(utf_16_order(bytes).is_none(), "{bytes:?}");
        }
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
