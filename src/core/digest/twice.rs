//! UTF-8 that was taken for Windows-1252 and encoded again: `GrÃ¶ÃŸe` for `Größe`.

use super::legacy::windows_1252;

/// How much of a text is looked at to see whether it was encoded twice.
const SAMPLE: usize = 64 * 1024;

/// The text as it was meant and the first place that differs, in bytes; `None` where hardly
/// anything in its start speaks for that.
///
/// Letters that were encoded twice come as two or more that no language has beside each other, and
/// they come back only where their bytes are UTF-8 again; so whatever else is in the text stays.
/// A single one speaks for itself only where it is a letter of a Western word, or punctuation that
/// takes three: any capital letter with an accent beside any sign, as in `É¥`, is UTF-8 again.
pub(super) fn undone(text: &str) -> Option<(String, usize)> {
    let sample = text.get(..text.floor_char_boundary(SAMPLE))?;
    // Each starts with one of the letters from Â to ô, all of which start with the same byte.
    let (mut twice, mut once) = (0_usize, 0_usize);
    let mut western = false;
    for at in memchr::memchr_iter(0xc3, sample.as_bytes()) {
        let rest = sample.get(at..).unwrap_or_default();
        match sequence(rest) {
            Some((c, len)) => {
                twice += 1;
                let letter = |at: Option<usize>| {
                    at.and_then(|at| sample.as_bytes().get(at))
                        .is_some_and(u8::is_ascii_alphabetic)
                };
                let in_a_word = letter(at.checked_sub(1)) || letter(Some(at + len));
                western |= is_punctuation(c) || (is_western(c) && in_a_word);
            }
            None => once += 1,
        }
    }
    if twice <= once || (twice == 1 && !western) {
        return None;
    }
    let mut meant = String::with_capacity(text.len());
    let mut first = None;
    let mut done = 0;
    for at in memchr::memchr_iter(0xc3, text.as_bytes()) {
        if at < done {
            continue;
        }
        let Some((c, len)) = text.get(at..).and_then(sequence) else {
            continue;
        };
        meant.push_str(text.get(done..at).unwrap_or_default());
        first = first.or(Some(meant.len()));
        meant.push(c);
        done = at + len;
    }
    meant.push_str(text.get(done..).unwrap_or_default());
    first.map(|first| (meant, first))
}

/// Whether a character is a letter of the languages that Windows-1252 and its neighbour for Central
/// Europe write.
fn is_western(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{17f}') && c.is_alphabetic()
}

/// Whether a character is a dash, a quotation mark or the like.
fn is_punctuation(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2044}')
}

/// The character that the first letters of a text stand for, and how many bytes these take.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut letters = text.chars();
    let first = letters.next()?;
    let lead = byte(first)?;
    let more = match lead {
        0xc2..=0xdf => 1,
        0xe0..=0xef => 2,
        0xf0..=0xf4 => 3,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    let mut len = first.len_utf8();
    for place in bytes.iter_mut().skip(1).take(more) {
        let letter = letters.next()?;
        *place = byte(letter)?;
        len += letter.len_utf8();
    }
    let meant = std::str::from_utf8(bytes.get(..=more)?).ok()?;
    Some((meant.chars().next()?, len))
}

/// The byte that Windows-1252, or Latin-1 where it has none, has for a character beyond ASCII.
fn byte(c: char) -> Option<u8> {
    match u32::from(c) {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        _ => (0x80..=0x9f).find(|byte| windows_1252(*byte) == c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let seen = undone(text).map(|(text, _)| text);
        assert_eq!(seen.as_deref(), expected, "{text}");
    }

    #[test]
    fn letters_come_back() {
        check("GrÃ¶ÃŸe, GrÃ¶Ã\u{9f}e", Some("Größe, Größe"));
        check("nÃ©e: â€œisâ€\u{9d} 中", Some("née: “is” 中"));
        check("ä¸\u{ad}æ–‡", Some("中文"));
        check("Å½iga", Some("Žiga"));
        check("Isnâ€™t", Some("Isn’t"));
    }

    #[test]
    fn other_texts_stay() {
        for text in [
            "Größe",
            "SÃO PAULO, Â",
            "plain",
            "",
            "déjà vu à ÉÀÂÔ",
            "中文",
            "Ã",
            "2$É¥%",
            "aÂ¡",
            "1 Ã¶ 2",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_first_place_is_told() {
        assert_eq!(undone("abc\nGrÃ¶n"), Some(("abc\nGrön".to_owned(), 6)));
    }
}
