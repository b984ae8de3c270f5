//! How the bytes of a part are written: quoted-printable, base64, or as they are; and what mail
//! programs do to the lines of a text.

use std::borrow::Cow;

use super::head::Head;
use crate::core::digest::charset;
use crate::core::digest::decode::{self, Decoded};
use crate::core::digest::intake::Content;
use crate::core::digest::lines::lines;
use crate::core::parcel::digit_value;

/// The bytes that a part stands for.
pub(super) fn bytes<'b>(head: &Head, body: &'b [u8]) -> Cow<'b, [u8]> {
    match head.transfer.as_str() {
        "quoted-printable" => Cow::Owned(quoted_printable(body)),
        "base64" => Cow::Owned(base64(body)),
        _ => Cow::Borrowed(body),
    }
}

/// The text of a part, in its encoding; `None` where it is no text.
pub(super) fn text(head: &Head, body: &[u8]) -> Option<String> {
    let bytes = bytes(head, body);
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) if !text.contains('\u{1b}') => text.to_owned(),
        _ => {
            let named = charset::labelled(&head.charset);
            let read = named.map(|encoding| charset::decode(encoding, &bytes));
            match read {
                Some((text, false)) => text,
                // What is declared is wrong, or something is damaged.
                _ => match decode::decode(Content::Bytes(bytes.into_owned())) {
                    Decoded::Text(text, _) => text,
                    Decoded::NotText(_) => return None,
                },
            }
        }
    };
    let text = if head.flows {
        unflowed(&text, head.drops_spaces)
    } else {
        text
    };
    Some(unquoted(&text).unwrap_or(text))
}

/// Quoted-printable undone: `=3D` for `=`, and lines that end in `=` go on.
pub(super) fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut read = Vec::with_capacity(body.len());
    let mut rest = body;
    while !rest.is_empty() {
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let (line, after) = rest.split_at_checked(len).unwrap_or((rest, &[]));
        rest = after;
        // White space before a line's end was added on the way.
        let content = line.trim_ascii_end();
        let (content, goes_on) = match content.strip_suffix(b"=") {
            Some(content) => (content, true),
            None => (content, false),
        };
        read.append(&mut super::head::escaped(content, b'='));
        if !goes_on && line.ends_with(b"\n") {
            read.push(b'\n');
        }
    }
    read
}

/// Base64 undone; what is none is passed over.
pub(super) fn base64(body: &[u8]) -> Vec<u8> {
    let mut read = Vec::with_capacity(body.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in body {
        if *byte == b'=' {
            // What follows is another text in base64.
            (bits, count) = (0, 0);
        }
        let Some(value) = digit_value(*byte) else {
            continue;
        };
        bits = (bits << 6 | value) & 0x00ff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            read.push(u8::try_from(bits >> count & 0xff).unwrap_or_default());
        }
    }
    read
}

/// Lines that end in a space go on in the next one (RFC 3676), within the same quotation.
fn unflowed(text: &str, drops_spaces: bool) -> String {
    let mut read = String::with_capacity(text.len());
    let mut goes_on: Option<usize> = None;
    for line in lines(text) {
        let line = line.text(text);
        let content = line.trim_start_matches('>');
        let depth = line.len() - content.len();
        let content = content.strip_prefix(' ').unwrap_or(content);
        if goes_on != Some(depth) {
            if goes_on.is_some() {
                read.push('\n');
            }
            for _ in 0..depth {
                read.push('>');
            }
            if depth > 0 {
                read.push(' ');
            }
        }
        let flows = content.ends_with(' ') && content != "-- ";
        let content = match content.strip_suffix(' ') {
            Some(shorter) if flows && drops_spaces => shorter,
            _ => content,
        };
        read.push_str(content);
        if flows {
            goes_on = Some(depth);
        } else {
            goes_on = None;
            read.push('\n');
        }
    }
    read
}

/// A text that was quoted in an answer or passed on, without the marks of that; `None` where it was
/// not. It is if a tenth of its lines are, and then these are what it is about.
fn unquoted(text: &str) -> Option<String> {
    let is_quoted = |line: &str| line.starts_with('>');
    let (mut all, mut quoted) = (0_usize, 0_usize);
    for line in lines(text) {
        let line = line.text(text);
        all += usize::from(!line.trim().is_empty());
        quoted += usize::from(is_quoted(line));
    }
    if quoted < 4 || quoted * 10 < all {
        return None;
    }
    let mut read = String::with_capacity(text.len());
    for line in lines(text) {
        let mut content = line.text(text);
        while let Some(rest) = content.strip_prefix('>') {
            content = rest.strip_prefix(' ').unwrap_or(rest);
        }
        read.push_str(content);
        read.push('\n');
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_is_undone() {
        let read = quoted_printable(b"a=3Db = =\r\nc  \r\n=C3=B6=XY=\n");
        assert_eq!(read, "a=b = c\nö=XY".as_bytes());
    }

    #[test]
    fn base64_is_undone() {
        assert_eq!(base64(b"R3LD\r\ntsOfZQ=="), "Größe".as_bytes());
        assert_eq!(base64(b"YQ==Yg=="), b"ab");
        assert_eq!(base64(b"!"), b"");
    }

    #[test]
    fn flowed_lines_go_on() {
        assert_eq!(unflowed("a \nb\n> c \n> d\n e\n", false), "a b\n> c d\ne\n");
        assert_eq!(unflowed("a \nb", true), "ab\n");
        assert_eq!(unflowed("-- \nb\n", false), "-- \nb\n");
    }

    #[test]
    fn quotations_lose_their_marks() {
        let text = "See below.\n\n> a\n> > b\n>\n>c\n";
        assert_eq!(unquoted(text).as_deref(), Some("See below.\n\na\nb\n\nc\n"));
        assert_eq!(unquoted("> a\nb\n"), None);
    }
}
