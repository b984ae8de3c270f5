//! Letters as people type them: those that no decomposition reaches, and those of scripts that are
//! written without spaces.

/// What a letter in lower case is typed as by those whose keyboard lacks it: `ł` as `l`, `æ` as
/// `ae`. Letters with an accent are not among them, because their decomposition has the bare one.
/// What is typed as nothing is empty.
pub fn folded(c: char) -> Option<&'static str> {
    Some(match c {
        'ə' | 'ǝ' | 'ɛ' => "e",
        'æ' => "ae",
        'ƀ' | 'ɓ' => "b",
        'ƈ' => "c",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ƒ' => "f",
        'ǥ' | 'ɠ' => "g",
        'ħ' => "h",
        'ı' | 'ɨ' => "i",
        'ȷ' => "j",
        'ƙ' | 'ĸ' => "k",
        'ł' | 'ƚ' | 'ɫ' => "l",
        'ŋ' | 'ɲ' | 'ƞ' => "n",
        'ø' | 'ɔ' | 'ɵ' => "o",
        'œ' => "oe",
        'ƥ' => "p",
        'ß' => "ss",
        'þ' => "th",
        'ŧ' | 'ƭ' | 'ʈ' => "t",
        'ʉ' => "u",
        'ʋ' => "v",
        'ƴ' => "y",
        'ƶ' => "z",
        // At the end of a Greek word the letter has another form.
        'ς' => "σ",
        // Letters by Unicode: the signs of transliterations, the okina of Hawaiʻi, and the stroke
        // that stretches Arabic words.
        'ʹ' | 'ʺ' | 'ʻ' | 'ʽ' | 'ʾ' | 'ʿ' | '\u{640}' => "",
        _ => return None,
    })
}

/// Whether a character, decomposed or not, belongs to a script whose words are not parted by
/// spaces, or may be found within what spaces part, as Korean nouns before their particles are.
pub fn is_unspaced(c: char) -> bool {
    // Thai is the first of them.
    c >= '\u{e00}'
        && matches!(c,
            // Thai and Lao, Myanmar, the letters of Hangul, Khmer.
            '\u{e00}'..='\u{eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1100}'..='\u{11ff}'
            | '\u{1780}'..='\u{17ff}'
            // Ideographs: those that stand for a repetition, zero and numbers; kana, bopomofo.
            | '\u{3005}'..='\u{3007}'
            | '\u{3021}'..='\u{3029}'
            | '\u{3031}'..='\u{3035}'
            | '\u{3038}'..='\u{303c}'
            | '\u{3041}'..='\u{30ff}'
            | '\u{3105}'..='\u{312f}'
            | '\u{31a0}'..='\u{31bf}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{a960}'..='\u{a97f}'
            | '\u{a9e0}'..='\u{a9ff}'
            | '\u{aa60}'..='\u{aa7f}'
            | '\u{ac00}'..='\u{d7ff}'
            | '\u{f900}'..='\u{faff}'
            // Kana and letters of Hangul in half the width.
            | '\u{ff66}'..='\u{ffdc}'
            | '\u{116d0}'..='\u{116e3}'
            | '\u{16fe3}'
            | '\u{1aff0}'..='\u{1afff}'
            | '\u{1b000}'..='\u{1b16f}'
            | '\u{20000}'..='\u{323af}'
        )
}

/// Whether a character is an ideograph or a Hangul syllable of those that nearly all texts are
/// written in: no decomposition says more of it.
pub fn is_settled(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '가'..='힣')
}

/// The character that two of an unspaced script are in one: a letter of kana with its sound mark,
/// and the letters of a Hangul syllable.
#[cfg(feature = "engine")]
pub fn joined(first: char, second: char) -> Option<char> {
    if matches!(second, '\u{3099}' | '\u{309a}') {
        return super::compose(first, second);
    }
    // The Unicode Standard, section 3.12.
    let [one, other] = [first, second].map(u32::from);
    match (one, other) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            char::from_u32(0xac00 + ((one - 0x1100) * 21 + (other - 0x1161)) * 28)
        }
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (one - 0xac00).is_multiple_of(28) => {
            char::from_u32(one + other - 0x11a7)
        }
        _ => None,
    }
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::super::{decompose, is_mark};
    use super::*;

    #[test]
    fn what_decomposes_needs_no_folding() {
        for c in '\0'..=char::MAX {
            if folded(c).is_some() {
                let mut parts = Vec::new();
                decompose(c, |part| parts.push(part));
                assert_eq!(parts, [c]);
                assert!(c.is_alphanumeric() && c.to_lowercase().eq([c]), "{c:?}");
            }
        }
    }

    #[test]
    fn characters_come_together_again() {
        for c in ('가'..='힣').chain('\u{3041}'..='\u{30ff}') {
            let mut parts = Vec::new();
            decompose(c, |part| parts.push(part));
            let whole = parts.into_iter().map(Some);
            let whole = whole.reduce(|a, b| joined(a?, b?)).flatten();
            // One stands for two letters, which stay two.
            if !matches!(c, '\u{309b}' | '\u{309c}' | '\u{309f}' | '\u{30ff}') {
                assert_eq!(whole, Some(c));
            }
        }
        assert_eq!(joined('カ', '\u{301}'), None);
        assert_eq!(joined('한', '\u{11a8}'), None);
    }

    #[test]
    fn marks_and_latin_letters_are_of_no_such_script() {
        for c in "aéłαя2".chars() {
            assert!(!is_unspaced(c) || is_mark(c), "{c:?}");
        }
        for c in "深々〇かカーｶｰﾡ한가ไທမខ".chars() {
            let mut all = is_unspaced(c);
            decompose(c, |part| all &= is_unspaced(part));
            assert!(all, "{c:?}");
        }
    }
}
