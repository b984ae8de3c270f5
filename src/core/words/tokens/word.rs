//! A token in the making.

use crate::core::text::Span;
use crate::core::unicode::letters::{self, is_settled, is_unspaced, joined};
use crate::core::unicode::{decompose, is_mark};

/// A token in the making. Pushing into the one buffer spares an allocation for each token.
#[derive(Default)]
pub(super) struct Word {
    /// What there is of it; empty between two tokens.
    pub(super) text: String,
    start: usize,
    end: usize,
    /// In a run without spaces, whose last two characters the text has: where the last of them
    /// stands there, and where it starts. It may still become another by a mark.
    last: Option<(usize, usize)>,
}

impl Word {
    /// Takes letters and digits of ASCII.
    pub(super) fn run(&mut self, letters: &str, start: usize, each: &mut impl FnMut(&str, Span)) {
        if self.last.is_some() {
            self.end(each);
        }
        if self.text.is_empty() {
            self.start = start;
        }
        let before = self.text.len();
        self.text.push_str(letters);
        self.text[before..].make_ascii_lowercase();
        self.end = start + letters.len();
    }

    /// Takes one character outside ASCII, which may decompose into several, separators among them.
    pub(super) fn character(&mut self, c: &str, start: usize, each: &mut dyn FnMut(&str, Span)) {
        let end = start + c.len();
        let mut decomposed = |part: char| self.part(part, start, end, each);
        for c in c.chars() {
            if is_settled(c) {
                decomposed(c);
            } else {
                decompose(c, &mut decomposed);
            }
        }
    }

    /// Takes a part of a decomposed character.
    fn part(&mut self, part: char, start: usize, end: usize, each: &mut dyn FnMut(&str, Span)) {
        if let Some((at, _)) = self.last
            && let Some(whole) = self.text[at..].chars().next()
            && let Some(whole) = joined(whole, part)
        {
            self.text.truncate(at);
            self.text.push(whole);
            self.end = end;
        } else if is_mark(part) {
            // The mark belongs to the letter before it, and so does its place.
            if !self.text.is_empty() {
                self.end = end;
            }
        } else if is_unspaced(part) && part.is_alphanumeric() {
            self.unspaced(part, start, end, each);
        } else {
            for lower in part.to_lowercase().filter(|c| !is_mark(*c)) {
                let mut bytes = [0; 4];
                let letters = match letters::folded(lower) {
                    Some(letters) => letters,
                    None if lower.is_alphanumeric() => lower.encode_utf8(&mut bytes),
                    None => {
                        self.end(each);
                        continue;
                    }
                };
                if self.last.is_some() {
                    self.end(each);
                }
                if self.text.is_empty() {
                    self.start = start;
                }
                self.text.push_str(letters);
                self.end = end;
            }
        }
    }

    /// Takes a character of a run without spaces.
    fn unspaced(&mut self, c: char, start: usize, end: usize, each: &mut dyn FnMut(&str, Span)) {
        if self.last.is_none() {
            self.end(each);
        }
        match self.last {
            None => self.start = start,
            Some((0, _)) => {}
            Some((at, begun)) => {
                each(&self.text, Span::new(self.start, self.end));
                self.text.drain(..at);
                self.start = begun;
            }
        }
        self.last = Some((self.text.len(), start));
        self.text.push(c);
        self.end = end;
    }

    /// Ends it, if there is any.
    pub(super) fn end(&mut self, each: &mut (impl FnMut(&str, Span) + ?Sized)) {
        if self.text.is_empty() {
            return;
        }
        each(&self.text, Span::new(self.start, self.end));
        if let Some((at, start)) = self.last.take()
            && at > 0
        {
            each(&self.text[at..], Span::new(start, self.end));
        }
        self.text.clear();
    }
}
