//! The headers of a message and of its parts (RFC 5322, 2045 to 2047).

use crate::core::digest::charset;

/// The header fields that are read.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// `text/html`, in small letters.
    pub(super) kind: String,
    /// What divides the parts.
    pub(super) boundary: String,
    /// In which encoding a text is.
    pub(super) charset: String,
    /// Whether lines of a text that end in a space go on, and whether that space is to go.
    pub(super) flows: bool,
    pub(super) drops_spaces: bool,
    /// The name of a file.
    pub(super) file_name: String,
    /// How the bytes of a part are written, in small letters.
    pub(super) transfer: String,
    /// When, by whom and about what it was written.
    pub(super) date: String,
    pub(super) from: String,
    pub(super) subject: String,
}

/// No header field is longer, in bytes: each part of a message has the subject of all.
const LONGEST: usize = 2 * 1024;

/// No encoded word is longer, in bytes; the standard has 75.
const LONGEST_WORD: usize = 1024;

impl Head {
    /// Reads the headers at the start, and says where the body starts.
    pub(super) fn parse(bytes: &[u8]) -> (Self, usize) {
        let mut head = Self::default();
        let mut at = 0;
        let mut field: Vec<u8> = Vec::new();
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let line = rest.get(..len).unwrap_or_default().trim_ascii_end();
            at += len;
            if line.is_empty() {
                break;
            }
            if line.starts_with(b" ") || line.starts_with(b"\t") {
                if field.len() + line.len() < LONGEST {
                    field.push(b' ');
                    field.extend_from_slice(line.trim_ascii_start());
                }
                continue;
            }
            head.field(&field);
            field.clear();
            field.extend_from_slice(line.get(..LONGEST).unwrap_or(line));
        }
        head.field(&field);
        (head, at)
    }

    fn field(&mut self, field: &[u8]) {
        let field = String::from_utf8_lossy(field);
        let Some((name, value)) = field.split_once(':') else {
            return;
        };
        let value = value.trim();
        match name.trim_end().to_ascii_lowercase().as_str() {
            "content-type" => {
                let kind = value.split(';').next().unwrap_or_default();
                self.kind = kind.trim().to_ascii_lowercase();
                self.boundary = parameter(value, "boundary").unwrap_or_default();
                self.charset = parameter(value, "charset").unwrap_or_default();
                let is = |name: &str, wanted: &str| {
                    parameter(value, name).is_some_and(|found| found.eq_ignore_ascii_case(wanted))
                };
                self.flows = is("format", "flowed");
                self.drops_spaces = is("delsp", "yes");
                if self.file_name.is_empty() {
                    self.file_name = file_name(value, "name");
                }
            }
            "content-disposition" => {
                let name = file_name(value, "filename");
                if !name.is_empty() {
                    self.file_name = name;
                }
            }
            "content-transfer-encoding" => self.transfer = value.to_ascii_lowercase(),
            "date" => value.clone_into(&mut self.date),
            "from" => self.from = words(value),
            "subject" => self.subject = words(value),
            _ => {}
        }
    }

    /// The address of whoever wrote it.
    pub(super) fn address(&self) -> &str {
        let from = self.from.as_str();
        let inner = from
            .rsplit_once('<')
            .and_then(|(_, rest)| rest.split('>').next());
        let address = inner.unwrap_or_else(|| from.split(['(', ' ']).next().unwrap_or_default());
        address.trim()
    }
}

/// A parameter of a field: `charset=utf-8`, `charset="utf-8"`.
fn parameter(value: &str, wanted: &str) -> Option<String> {
    let mut rest = value;
    loop {
        let (_, after) = rest.split_once(';')?;
        let end = after.find([';', '=']).unwrap_or(after.len());
        let (name, after) = after.split_at_checked(end)?;
        let value = after.strip_prefix('=').unwrap_or_default();
        let (value, next) = if let Some(quoted) = value.trim_start().strip_prefix('"') {
            quoted.split_once('"').unwrap_or((quoted, ""))
        } else if after.starts_with('=') {
            let end = value.find(';').unwrap_or(value.len());
            value.split_at_checked(end)?
        } else {
            ("", after)
        };
        if name.trim().eq_ignore_ascii_case(wanted) {
            return Some(value.trim().to_owned());
        }
        rest = next;
    }
}

/// The name of a file, plain, in encoded words or as `filename*=UTF-8''a%20b.bib` has it.
fn file_name(value: &str, parameter_name: &str) -> String {
    if let Some(name) = parameter(value, parameter_name) {
        return words(&name);
    }
    let extended = parameter(value, &format!("{parameter_name}*"))
        .or_else(|| parameter(value, &format!("{parameter_name}*0*")));
    let Some(extended) = extended else {
        return parameter(value, &format!("{parameter_name}*0")).unwrap_or_default();
    };
    let mut parts = extended.splitn(3, '\'');
    let (label, _, name) = (parts.next(), parts.next(), parts.next());
    let bytes = escaped(name.unwrap_or_default().as_bytes(), b'%');
    text(&bytes, label.unwrap_or_default())
}

/// A header with its encoded words undone: `=?UTF-8?Q?Gr=C3=B6=C3=9Fe?=`.
pub(super) fn words(value: &str) -> String {
    let mut read = String::with_capacity(value.len());
    let mut rest = value;
    let mut after_word = false;
    while let Some((before, from)) = rest.split_once("=?") {
        let Some((word, after)) = word(from) else {
            read.push_str(before);
            read.push_str("=?");
            rest = from;
            after_word = false;
            continue;
        };
        // White space between two of them is none of the text.
        if !(after_word && before.trim().is_empty()) {
            read.push_str(before);
        }
        read.push_str(&word);
        rest = after;
        after_word = true;
    }
    read.push_str(rest);
    read
}

/// The encoded word at a place, behind its `=?`, and what follows it.
fn word(from: &str) -> Option<(String, &str)> {
    let near = from.get(..from.floor_char_boundary(LONGEST_WORD))?;
    let (label, rest) = near.split_once('?')?;
    let (how, rest) = rest.split_once('?')?;
    let (coded, rest) = rest.split_once("?=")?;
    let after = from.get(near.len() - rest.len()..)?;
    if label.len() > 64 || coded.contains(' ') {
        return None;
    }
    let bytes = match how {
        "Q" | "q" => escaped(coded.replace('_', " ").as_bytes(), b'='),
        "B" | "b" => super::transfer::base64(coded.as_bytes()),
        _ => return None,
    };
    // RFC 2231 has the language behind an asterisk.
    let label = label.split('*').next().unwrap_or_default();
    Some((text(&bytes, label), after))
}

/// Bytes with each `=41` for `A` undone, or `%41`.
pub(super) fn escaped(bytes: &[u8], mark: u8) -> Vec<u8> {
    let mut read = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        let code = (*first == mark)
            .then(|| u8::try_from(digit(0)? * 16 + digit(1)?).ok())
            .flatten();
        read.push(code.unwrap_or(*first));
        if code.is_some() {
            rest = after.get(2..).unwrap_or_default();
        }
    }
    read
}

/// Bytes in the encoding of a label, if they are text in it.
pub(super) fn text(bytes: &[u8], label: &str) -> String {
    match charset::labelled(label) {
        Some(encoding) => charset::decode(encoding, bytes).0,
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_over_several_lines() {
        let (head, body) = Head::parse(
            b"FROM: Ada <ada@a.example>\r\nContent-Type: Text/HTML;\r\n charset=\"iso-8859-1\";\r\n\tformat=flowed\r\n\r\nbody",
        );
        assert_eq!(head.address(), "ada@a.example");
        assert_eq!(
            (head.kind.as_str(), head.charset.as_str()),
            ("text/html", "iso-8859-1")
        );
        assert!(head.flows && !head.drops_spaces);
        assert_eq!(body, 95);
    }

    #[test]
    fn words_are_undone() {
        for (value, expected) in [
            ("=?UTF-8?Q?Gr=C3=B6=C3=9Fe_a?= b", "Größe a b"),
            ("=?utf-8?B?R3LDtg==?=\t=?utf-8?b?w59l?=", "Größe"),
            ("=?gb2312?B?0+rJoQ==?=", "雨伞"),
            ("a =?b", "a =?b"),
            ("=?x?Z?a?=", "=?x?Z?a?="),
        ] {
            assert_eq!(words(value), expected, "{value}");
        }
    }

    #[test]
    fn endless_words_are_none() {
        let endless = format!("=?utf-8?q?{}?=", "a".repeat(LONGEST_WORD));
        assert_eq!(words(&endless), endless);
        assert_eq!(words("é=?utf-8?q?=C3=B6?=é"), "éöé");
    }

    #[test]
    fn files_have_names() {
        for (value, expected) in [
            ("attachment; filename=\"a b.bib\"; size=3", "a b.bib"),
            ("attachment; filename=a.bib", "a.bib"),
            ("attachment; filename*=UTF-8''gr%C3%B6n.bib", "grön.bib"),
            ("inline", ""),
            ("inline; filename", ""),
            ("inline;;; b; filename = a.bib;", "a.bib"),
            ("inline; b=\"x; filename=c\"; filename=a.bib", "a.bib"),
            ("inline; b; filename=\"a.bib", "a.bib"),
        ] {
            assert_eq!(file_name(value, "filename"), expected, "{value}");
        }
    }
}
