//! The fields of a paper that hold words.

use crate::core::library::Record;
use crate::core::query::Field;

/// A field of a paper that holds words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// The title.
    Title,
    /// The abstract.
    Abstract,
    /// The authors, each of whom is a text of its own.
    Author,
    /// The comment.
    Comment,
}

/// Where each field ends among a paper's terms, by [`TextField`].
pub type Ends = [u32; TextField::COUNT];

impl TextField {
    /// How many there are.
    pub const COUNT: usize = 4;
    /// In the order in which they stand in the index.
    pub const ALL: [Self; Self::COUNT] = [Self::Title, Self::Abstract, Self::Author, Self::Comment];

    /// The field's place in [`TextField::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// The fields in which a term with this field looks for words. `None` for fields without words.
    pub fn scope(field: Option<Field>) -> Option<&'static [Self]> {
        match field {
            None => Some(&Self::ALL),
            Some(Field::Title) => Some(&[Self::Title]),
            Some(Field::Abstract) => Some(&[Self::Abstract]),
            Some(Field::Author) => Some(&[Self::Author]),
            Some(Field::Comment) => Some(&[Self::Comment]),
            Some(_) => None,
        }
    }
}

/// The texts of a field: every author is one of its own.
pub fn texts_of(record: &Record, field: TextField) -> Vec<&str> {
    let paper = &record.paper;
    match field {
        TextField::Title => vec![paper.title.plain.as_str()],
        TextField::Abstract => paper
            .summary
            .iter()
            .map(|text| text.plain.as_str())
            .collect(),
        TextField::Comment => paper
            .comment
            .iter()
            .map(|text| text.plain.as_str())
            .collect(),
        TextField::Author => paper.authors.iter().map(String::as_str).collect(),
    }
}

/// Whether a text's tokens are the longest runs of what a regex calls word characters. Where there is LaTeX, an underscore or a character that is rare in English, we say no.
pub(in crate::core) fn is_regular(text: &str) -> bool {
    memchr::memchr2(b'\\', b'_', text.as_bytes()).is_none()
        && (text.is_ascii() || text.chars().all(is_common))
}

/// Whether a character is one of ASCII, a Latin letter or a dash, quote or the like.
fn is_common(c: char) -> bool {
    c.is_ascii() || matches!(c, 'À'..='ľ' | 'Ł'..='ɏ' | '‐'..='\u{2027}' | '‰'..='‾')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::index::tokens::words;

    #[test]
    fn tokens_of_regular_texts_are_runs_of_word_characters() {
        let word = regex::Regex::new(r"^\w$").unwrap();
        let mut common = 0;
        for c in ('\0'..=char::MAX).filter(|c| is_regular(&c.to_string())) {
            common += 1;
            let parts = words(&format!("a{c}b")).len();
            assert_eq!(parts == 1, word.is_match(&c.to_string()), "{c:?}");
        }
        assert!(common > 500);
        for text in ["a_b", r"\alpha", "x²", "α", "a\u{301}", "ŀ"] {
            assert!(!is_regular(text), "{text}");
        }
    }
}
