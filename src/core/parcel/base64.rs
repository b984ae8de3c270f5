//! Bytes as text of 64 characters (RFC 4648), for places that take no bytes: a fragment, a page.

/// Which characters stand for 62 and 63, and whether the end is filled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alphabet {
    /// `+` and `/`, filled up with `=`: what browsers read as well.
    Usual,
    /// `-` and `_`, without an end: nothing of it has a meaning in an address.
    Address,
}

impl Alphabet {
    fn digits(self) -> &'static [u8; 64] {
        match self {
            Self::Usual => b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
            Self::Address => b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
        }
    }

    /// The bytes as text. Parts of a multiple of three bytes can be encoded one by one.
    pub fn encode(self, bytes: &[u8]) -> String {
        let digits = self.digits();
        let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
        for chunk in bytes.chunks(3) {
            let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
                if at <= chunk.len() {
                    let digit = bits >> shift & 63;
                    text.push(char::from(digits[digit as usize]));
                } else if self == Self::Usual {
                    text.push('=');
                }
            }
        }
        text
    }
}

/// Reads text of either alphabet, filled up or not; `None` where it is neither. Bits that no byte
/// has must be zero, so that no two texts are the same bytes but for their alphabet.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.as_bytes();
    let end = text.iter().rposition(|b| *b != b'=').map_or(0, |at| at + 1);
    let (text, filling) = text.split_at(end);
    if filling.len() > 2 || (!filling.is_empty() && (text.len() + filling.len()) % 4 != 0) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for chunk in text.chunks(4) {
        let mut bits = 0;
        for at in 0..4 {
            bits = bits << 6 | chunk.get(at).map_or(Some(0), |digit| digit_value(*digit))?;
        }
        let [_, whole @ ..] = bits.to_be_bytes();
        // Two characters have one byte, three have two; one has none and is a fault.
        let count = chunk.len().checked_sub(1).filter(|count| *count > 0)?;
        let (kept, left) = whole.split_at_checked(count)?;
        if left.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(kept);
    }
    Some(bytes)
}

/// What a character of either alphabet stands for; `None` where it is of neither.
pub fn digit_value(digit: u8) -> Option<u32> {
    let value = match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(Alphabet::Usual.encode(bytes.as_bytes()), text);
            let short = Alphabet::Address.encode(bytes.as_bytes());
            assert_eq!(short, text.trim_end_matches('='));
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
            assert_eq!(decode(&short).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(Alphabet::Usual.encode(&[0xfb, 0xff]), "+/8=");
        assert_eq!(Alphabet::Address.encode(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn what_is_no_such_text_is_refused() {
        for text in [
            "Z", "Zg=", "Zh==", "Zm9=", "Zg===", "Z g=", "Zm9vY", "é", "Zg==Zg==",
        ] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
