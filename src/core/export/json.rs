//! JSON for whoever reads it, a terminal too: characters that would act there are escaped, all of
//! them and not only those below U+0020.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Writes a value on one line.
pub fn write_json<T: Serialize>(out: &mut impl Write, value: &T) -> io::Result<()> {
    let mut serializer = Serializer::with_formatter(out, Visible);
    value.serialize(&mut serializer)?;
    Ok(())
}

/// The short form, with DEL and the controls of Latin-1 (U+0080 to U+009F) escaped.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(at) = control_at(rest) {
            let (before, control) = rest.split_at(at);
            writer.write_all(before.as_bytes())?;
            let mut chars = control.chars();
            let code = chars.next().map_or(0, u32::from);
            write!(writer, "\\u{code:04x}")?;
            rest = chars.as_str();
        }
        writer.write_all(rest.as_bytes())
    }
}

/// Where the first of those characters stands: DEL is one byte, the others are C2 and one from 80
/// to 9F.
fn control_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(0x7f, 0xc2, bytes).find(|at| {
        bytes.get(*at) == Some(&0x7f) || bytes.get(at + 1).is_some_and(|next| *next < 0xa0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_control_character_is_written() {
        let all: String = ('\0'..'\u{400}').collect();
        let mut out = Vec::new();
        write_json(&mut out, &all).unwrap();
        let written = String::from_utf8(out).unwrap();
        assert!(!written.contains(char::is_control));
        assert!(written.contains("\\u007f\\u0080") && written.contains("\\u009f\u{a0}¡"));
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), all);
    }
}
