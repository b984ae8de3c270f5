//! Bytes on their way to text, a piece at a time: so that no step has to look through the whole of
//! a large file, and no file is held twice.

use std::collections::TryReserveError;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// UTF-8, without a byte-order mark.
    Text(String),
    /// Anything, UTF-8 that nobody looked at included.
    Bytes(Vec<u8>),
}

impl Content {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    /// The bytes, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes)
    }
}

/// Takes the pieces of a file in their order. It is text as long as all pieces are UTF-8, whatever
/// characters they are cut in.
#[derive(Debug)]
pub struct Intake {
    content: Content,
    /// The start of a character whose rest is in the next piece.
    split: Vec<u8>,
    /// Whether a byte-order mark may still come.
    is_at_start: bool,
}

impl Default for Intake {
    fn default() -> Self {
        Self {
            content: Content::Text(String::new()),
            split: Vec::new(),
            is_at_start: true,
        }
    }
}

impl Intake {
    /// Makes room for a file of so many bytes at once. Fails when there is no such room.
    pub fn with_capacity(bytes: usize) -> Result<Self, TryReserveError> {
        let mut text = String::new();
        text.try_reserve_exact(bytes)?;
        Ok(Self {
            content: Content::Text(text),
            split: Vec::new(),
            is_at_start: true,
        })
    }

    /// How many bytes have come.
    pub fn len(&self) -> usize {
        self.content.as_bytes().len() + self.split.len()
    }

    /// Whether nothing has come.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Takes the next piece.
    pub fn push(&mut self, mut piece: &[u8]) {
        while !self.split.is_empty() {
            let Some((first, rest)) = piece.split_first() else {
                return;
            };
            piece = rest;
            let mut split = std::mem::take(&mut self.split);
            split.push(*first);
            match std::str::from_utf8(&split) {
                Ok(character) => {
                    self.push_text(character);
                    split.clear();
                    self.split = split;
                }
                Err(error) => {
                    self.split = split;
                    if error.error_len().is_some() {
                        self.give_up();
                    }
                }
            }
        }
        if let Content::Bytes(bytes) = &mut self.content {
            bytes.extend_from_slice(piece);
            return;
        }
        let (text, rest) = match std::str::from_utf8(piece) {
            Ok(text) => (text, None),
            Err(error) => {
                let (valid, rest) = piece.split_at(error.valid_up_to());
                let text = std::str::from_utf8(valid).unwrap_or_default();
                (text, Some((rest, error.error_len().is_some())))
            }
        };
        self.push_text(text);
        if let Some((rest, damaged)) = rest {
            self.split.extend_from_slice(rest);
            if damaged {
                self.give_up();
            }
        }
    }

    fn push_text(&mut self, text: &str) {
        let mut text = text;
        if self.is_at_start && !text.is_empty() {
            self.is_at_start = false;
            text = text.strip_prefix('\u{feff}').unwrap_or(text);
        }
        match &mut self.content {
            Content::Text(all) => all.push_str(text),
            Content::Bytes(all) => all.extend_from_slice(text.as_bytes()),
        }
    }

    /// It is not UTF-8: from now on it is bytes.
    fn give_up(&mut self) {
        let content = std::mem::replace(&mut self.content, Content::Bytes(Vec::new()));
        let mut bytes = content.into_bytes();
        bytes.append(&mut self.split);
        self.content = Content::Bytes(bytes);
    }

    /// All pieces have come.
    pub fn finish(mut self) -> Content {
        if !self.split.is_empty() {
            self.give_up();
        }
        self.content
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes in pieces of every size.
    #[track_caller]
    fn check(bytes: &[u8], expected: &Content) {
        for size in 1..=bytes.len().max(1) {
            let mut intake = Intake::with_capacity(bytes.len()).unwrap();
            for piece in bytes.chunks(size) {
                intake.push(piece);
                intake.push(b"");
            }
            assert_eq!(intake.finish(), *expected, "in pieces of {size}");
        }
    }

    #[test]
    fn text_is_text_wherever_it_is_cut() {
        let text = "Schön, €5 und 𝕏";
        check(text.as_bytes(), &Content::Text(text.to_owned()));
        check("\u{feff}é".as_bytes(), &Content::Text("é".to_owned()));
        check(
            "\u{feff}\u{feff}é".as_bytes(),
            &Content::Text("\u{feff}é".to_owned()),
        );
        check(b"", &Content::Text(String::new()));
    }

    #[test]
    fn what_is_not_utf_8_comes_out_as_it_went_in() {
        for bytes in [
            &b"Sch\xf6n und gut"[..],
            "é cut in \u{20ac}"
                .as_bytes()
                .split_last()
                .map_or(&b""[..], |(_, start)| start),
            b"abc\xe2\x82x\xff",
            b"\xff\xfea\0",
        ] {
            check(bytes, &Content::Bytes(bytes.to_vec()));
        }
    }
}
