//! Bytes → text: which encoding it is, and whether it is text at all.

use super::charset;
use super::intake::Content;
use super::legacy;
use super::lines::{Line, lines};
use super::remarks::remark;
use super::twice;
use super::unread;
use crate::core::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use crate::core::parcel::HEAD;
use crate::core::text::Span;

/// What bytes turned out to be.
#[derive(Debug)]
pub(super) enum Decoded {
    /// Text, and what is to be said about its encoding.
    Text(String, Vec<Diagnostic>),
    /// Not text; what it seems to be.
    NotText(&'static str),
}

/// How much of a file is looked at to see whether it is text.
const SAMPLE: usize = 64 * 1024;

/// What is called so that is neither text nor known.
const BINARY: &str = "binary data";

/// How many damaged lines are named one by one.
const MAX_DAMAGED: usize = 20;

/// Decodes a file.
///
/// UTF-8 is taken as it is but for letters that were encoded twice ([`twice`]); UTF-16 is known by
/// its byte-order mark or by its zeros. Other bytes are UTF-8 with damaged places when they hold
/// more well-formed characters beyond ASCII than damaged ones. Otherwise they are in the encoding
/// that [`charset`] finds; where it finds none, each line that is not UTF-8 is Windows-1252 (which
/// holds all that Latin-1 prints): listings put together from many sources mix the two.
pub(super) fn decode(content: Content) -> Decoded {
    let start = content.as_bytes();
    if let Some(name) = unread::file(start) {
        return Decoded::NotText(name);
    }
    let has_mark = start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff");
    let order = legacy::utf_16_order(start.get(..SAMPLE).unwrap_or(start));
    if let Some(unit) = order.filter(|_| !has_mark) {
        return utf_16(start, unit);
    }
    let mut bytes = match content {
        Content::Text(text) if is_binary(text.as_bytes()) => return Decoded::NotText(BINARY),
        Content::Text(text) => return well_formed(text),
        Content::Bytes(bytes) => bytes,
    };
    match bytes[..] {
        [0xff, 0xfe, ref rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, ref rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, ..] => {
            bytes.drain(..3);
            eight_bit(bytes)
        }
        _ => eight_bit(bytes),
    }
}

fn eight_bit(bytes: Vec<u8>) -> Decoded {
    if is_binary(&bytes) {
        return Decoded::NotText(BINARY);
    }
    match String::from_utf8(bytes) {
        Ok(text) => well_formed(text),
        Err(error) => damaged_utf_8_or_legacy(error.as_bytes()),
    }
}

/// A remark on the encoding of a text, at a line of it or at its start.
fn encoding_remark(
    text: &str,
    line: Option<Line>,
    severity: Severity,
    message: impl Into<String>,
) -> Diagnostic {
    let (span, number) = line.map_or((Span::new(0, 0), 1), |line| (line.span(), line.number));
    let kind = DiagnosticKind::Encoding;
    remark(text, span, number, kind, severity, message.into())
}

/// UTF-8 without damage. Papers written in full are as they were, letter by letter.
fn well_formed(text: String) -> Decoded {
    let undone = (!text.starts_with(HEAD)).then(|| twice::undone(&text));
    let Some((text, first)) = undone.flatten() else {
        return Decoded::Text(text, Vec::new());
    };
    let line = lines(&text).find(|line| first < line.next);
    let message = "Letters of this text were encoded twice, as “Ã¶” for “ö”; they were read as \
                   they were meant.";
    let note = encoding_remark(&text, line, Severity::Warning, message);
    Decoded::Text(text, vec![note])
}

/// Whether more than a tenth of the first bytes, and more than a few, are ones that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let control =
        |b: &u8| b.is_ascii_control() && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    let controls = sample.iter().filter(|b| control(b)).count();
    controls > 3 && controls * 10 > sample.len()
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let (text, damaged) = legacy::utf_16(bytes, unit);
    let (severity, message) = if damaged {
        (
            Severity::Warning,
            "The file is UTF-16 with damaged characters; they show as \u{fffd}.",
        )
    } else {
        (Severity::Note, "The file was read as UTF-16.")
    };
    let note = encoding_remark(&text, None, severity, message);
    Decoded::Text(text, vec![note])
}

fn damaged_utf_8_or_legacy(bytes: &[u8]) -> Decoded {
    let (mut well_formed, mut damaged, mut legacy_len) = (0_usize, 0_usize, 0_usize);
    let beyond_ascii = |text: &str| text.bytes().filter(|b| *b >= 0xc0).count();
    for line in byte_lines(bytes) {
        if let Ok(line) = std::str::from_utf8(line) {
            well_formed += beyond_ascii(line);
            legacy_len += line.len();
            continue;
        }
        for chunk in line.utf8_chunks() {
            well_formed += beyond_ascii(chunk.valid());
            damaged += usize::from(!chunk.invalid().is_empty());
        }
        legacy_len += legacy::len(line);
    }
    // A file that was cut inside its last character is UTF-8, even if that was the only one beyond
    // ASCII.
    let error = std::str::from_utf8(bytes).err();
    let cut_short = damaged == 1 && error.is_some_and(|error| error.error_len().is_none());
    if well_formed > damaged || cut_short {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let remarks = damaged_lines(bytes, &text);
        return Decoded::Text(text, remarks);
    }
    let first_bad = error.map_or(0, |error| error.valid_up_to());
    if let Some(encoding) = charset::find(bytes, first_bad) {
        let (text, is_damaged) = charset::decode(encoding, bytes);
        let first = lines(&text).find(|line| !line.text(&text).is_ascii());
        let damage = if is_damaged {
            ", and some of it is damaged"
        } else {
            ""
        };
        let message = format!(
            "The file is not UTF-8; it was read as {}{damage}. Save it as UTF-8 if letters look \
             wrong.",
            encoding.name()
        );
        let note = encoding_remark(&text, first, Severity::Warning, message);
        return Decoded::Text(text, vec![note]);
    }
    let (text, first) = read_legacy(bytes, legacy_len);
    let first = lines(&text)
        .find(|line| first.is_none_or(|at| at < line.next) && !line.text(&text).is_ascii());
    let message = "The file is not UTF-8; it was read as Windows-1252 (Latin-1). Save it as UTF-8 \
                   if letters look wrong.";
    let note = encoding_remark(&text, first, Severity::Warning, message);
    Decoded::Text(text, vec![note])
}

/// The lines that are UTF-8 as they are, the others as Windows-1252; and where the first of those
/// starts. The length is that of the text: one that grows is copied to a place twice as large, so
/// that a large file would be held two and a half times.
fn read_legacy(bytes: &[u8], len: usize) -> (String, Option<usize>) {
    let mut text = String::with_capacity(len);
    let mut first = None;
    for line in byte_lines(bytes) {
        if let Ok(line) = std::str::from_utf8(line) {
            text.push_str(line);
        } else {
            first = first.or(Some(text.len()));
            legacy::push(&mut text, line);
        }
    }
    (text, first)
}

/// The lines with their ends.
fn byte_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        let (line, after) = rest.split_at_checked(len)?;
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// A remark for each line with bytes that are not UTF-8; the last one speaks for the rest.
fn damaged_lines(bytes: &[u8], text: &str) -> Vec<Diagnostic> {
    let mut at = 0;
    let places = bytes.utf8_chunks().filter_map(|chunk| {
        let place = at + chunk.valid().len();
        let damaged = !chunk.invalid().is_empty();
        at = place + usize::from(damaged) * char::REPLACEMENT_CHARACTER.len_utf8();
        damaged.then_some(place)
    });
    let mut places = places.peekable();
    let mut remarks: Vec<Diagnostic> = Vec::new();
    let mut more = 0_usize;
    for line in lines(text) {
        let Some(place) = places.next_if(|place| *place < line.next) else {
            continue;
        };
        while places.next_if(|place| *place < line.next).is_some() {}
        if remarks.len() == MAX_DAMAGED {
            more += 1;
            continue;
        }
        remarks.push(remark(
            text,
            Span::new(place, place + char::REPLACEMENT_CHARACTER.len_utf8()),
            line.number,
            DiagnosticKind::Encoding,
            Severity::Warning,
            "A byte here is not UTF-8; it shows as \u{fffd}.".to_owned(),
        ));
    }
    if let Some(last) = remarks.last_mut().filter(|_| more > 0) {
        last.message =
            format!("Bytes here and on {more} more lines are not UTF-8; they show as \u{fffd}.");
    }
    remarks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, lines: &[u32]) {
        match decode(bytes.to_vec().into()) {
            Decoded::Text(text, remarks) => {
                assert_eq!(text, expected);
                let seen: Vec<u32> = remarks.iter().map(|remark| remark.line).collect();
                assert_eq!(seen, lines, "{expected}");
            }
            Decoded::NotText(what) => panic!("{expected}: {what}"),
        }
    }

    #[test]
    fn encodings() {
        check("é".as_bytes(), "é", &[]);
        check("\u{feff}é".as_bytes(), "é", &[]);
        check(b"\xff\xfe\xe9\0\n\0", "é\n", &[1]);
        check(b"\xfe\xff\0\xe9", "é", &[1]);
        check(b"a\nSch\xf6n \x93x\x94", "a\nSchön “x”", &[2]);
        check(
            b"\xef\xac\x80\nS\xe1ez-G\xf3mez",
            "\u{fb00}\nSáez-Gómez",
            &[2],
        );
        check(b"", "", &[]);
        check("x Gr\u{c3}\u{b6}n".as_bytes(), "x Grön", &[1]);
    }

    #[test]
    fn papers_in_full_are_as_they_were() {
        let text = format!("{HEAD}\nlocal x\ntitle Gr\u{c3}\u{b6}n\n");
        check(text.as_bytes(), &text, &[]);
    }

    #[test]
    fn a_few_damaged_bytes_do_not_make_another_encoding() {
        check(
            b"\xc3\xa9\n\xc3\xa9 \xff\n\xc3\xa9",
            "é\né \u{fffd}\né",
            &[2],
        );
        check(b"plain, cut in \xe2\x80", "plain, cut in \u{fffd}", &[1]);
    }

    #[test]
    fn many_damaged_lines_are_summed_up() {
        let bytes: Vec<u8> = b"\xc3\xa9\xc3\xa9\xff\n".repeat(30);
        let Decoded::Text(_, remarks) = decode(bytes.into()) else {
            panic!("is text");
        };
        assert_eq!(remarks.len(), MAX_DAMAGED);
        assert!(remarks[MAX_DAMAGED - 1].message.contains("10 more lines"));
    }

    #[test]
    fn a_text_takes_no_more_room_than_it_needs() {
        let bytes = b"Sch\xf6n \x93gut\x94\n\xc3\xa9\n\xf6\n".repeat(1000);
        let expected = "Schön “gut”\né\nö\n".repeat(1000);
        let Decoded::Text(text, _) = decode(bytes.into()) else {
            panic!("is text");
        };
        assert_eq!(text, expected);
        assert_eq!(text.capacity(), text.len());
    }

    #[test]
    fn what_is_not_text_is_named() {
        for (bytes, expected) in [
            (&b"\x89PNG\r\n\x1a\n...."[..], "a PNG image"),
            (b"%PDF-1.4", "a PDF document"),
            (b"PK\x03\x04", "a ZIP archive or an office document"),
            (b"\0\x01\x02\x03abc", "binary data"),
        ] {
            assert!(
                matches!(decode(bytes.to_vec().into()), Decoded::NotText(what) if what == expected),
                "{expected}"
            );
        }
        check(
            b"a few \0 in much text are no reason",
            "a few \0 in much text are no reason",
            &[],
        );
    }
}
