//! Bytes on their way to text, a piece at a time: so that no step has to look through the whole of a large file, and no file is held twice.

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

/// Takes the pieces of a file in their order. It is text as long as all pieces are UTF-8, whatever characters they are cut in.
#[derive(Debug)]
pub struct Intake {
    content: Content,
    /// The start of a character whose rest is in the next piece.
    split: Vec<u8>,
    is_begun: bool,
}

impl Intake {
    /// Makes room for a file of so many bytes at once. Fails when there is no such room.
    pub fn with_capacity(bytes: usize) -> Result<Self, TryReserveError> {
        let mut text = String::new();
        text.try_reserve_exact(bytes)?;
        Ok(Self {
            content: Content::Text(text),
            split: Vec::new(),
            is_begun: false,
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
    pub fn push(&mut self, piece: &[u8]) {
        let mut piece = piece;
        if !self.is_begun && !piece.is_empty() {
            self.is_begun = true;
            piece = piece.strip_prefix(b"\xef\xbb\xbf").unwrap_or(piece);
        }
        while !self.split.is_empty() {
            let Some((first, rest)) = piece.split_first() else {
                return;
            };
            self.split.push(*first);
            piece = rest;
            match std::str::from_utf8(&self.split) {
                Ok(character) => {
                    if let Content::Text(text) = &mut self.content {
                        text.push_str(character);
                    }
                    self.split.clear();
                }
                Err(error) if error.error_len().is_none() => {}
                Err(_) => self.give_up(),
            }
        }
        match &mut self.content {
            Content::Bytes(bytes) => bytes.extend_from_slice(piece),
            Content::Text(text) => match std::str::from_utf8(piece) {
                Ok(piece) => text.push_str(piece),
                Err(error) => {
                    let (valid, rest) = piece.split_at(error.valid_up_to());
                    text.push_str(std::str::from_utf8(valid).unwrap_or_default());
                    self.split.extend_from_slice(rest);
                    if error.error_len().is_some() {
                        self.give_up();
                    }
                }
            },
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
            // A byte-order mark is not cut: pieces of files are large.
            let (head, rest) = bytes.split_at(bytes.len().min(3));
            intake.push(head);
            for piece in rest.chunks(size) {
                intake.push(piece);
            }
            assert_eq!(intake.finish(), *expected, "in pieces of {size}");
        }
    }

    #[test]
    fn text_is_text_wherever_it_is_cut() {
        let text = "Schön, €5 und 𝕏";
        check(text.as_bytes(), &Content::Text(text.to_owned()));
        check("\u{feff}é".as_bytes(), &Content::Text("é".to_owned()));
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
