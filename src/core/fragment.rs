//! How a value is written in the fragment of an address, behind its `#`.

/// Percent-encodes what would end a value or is not allowed in a fragment; a space becomes `+`, so
/// that a query stays legible.
pub fn encode(value: &str, out: &mut String) {
    encode_but(value, "-_.~:/*(),!@", out);
}

/// The same for an item of a list, whose items are divided by commas and have parts behind a `~`.
pub fn encode_item(value: &str, out: &mut String) {
    encode_but(value, "-_./", out);
}

fn encode_but(value: &str, plain: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in value.bytes() {
        let c = char::from(byte);
        match byte {
            b' ' => out.push('+'),
            _ if c.is_ascii_alphanumeric() || plain.contains(c) => out.push(c),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

/// Reads a value. A broken escape stands for itself, and what is no UTF-8 becomes U+FFFD.
pub fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let pair = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        match (first, pair) {
            (_, Some((high, low))) => {
                bytes.push((high << 4) | low);
                rest = &tail[2..];
                continue;
            }
            (b'+', None) => bytes.push(b' '),
            (byte, None) => bytes.push(byte),
        }
        rest = tail;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}
