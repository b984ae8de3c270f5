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

/// How many tokens each field of a paper has; [`LONG`] stands for as many and more.
pub type Lengths = [u16; TextField::COUNT];

/// The length from which on the index has to be asked for it.
pub const LONG: u16 = u16::MAX;

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

/// How many bytes of each field can be found by words: those of three hundred abstracts, parted
/// into tokens in some ten milliseconds. A digest has abstracts; what is longer is a book that
/// stands in the place of one, and a search has to be answered while it is read. Who loads it is
/// told.
pub const MOST_INDEXED: usize = 512 << 10;

/// Those parts of a field's texts that can be found by words, and whether they are less than all.
pub(in crate::core) fn indexed_texts(record: &Record, field: TextField) -> (Vec<&str>, bool) {
    let mut texts = texts_of(record, field);
    let mut left = MOST_INDEXED;
    for at in 0..texts.len() {
        let part = start_of(texts[at], left);
        if part.len() < texts[at].len() || left == 0 {
            texts[at] = part;
            texts.truncate(at + 1);
            return (texts, true);
        }
        left = left.saturating_sub(part.len().max(1));
    }
    (texts, false)
}

/// At most so many bytes of a text, up to the end of a word if it has spaces.
fn start_of(text: &str, most: usize) -> &str {
    if text.len() <= most {
        return text;
    }
    let end = (0..=most).rev().find(|at| text.is_char_boundary(*at));
    let part = &text[..end.unwrap_or(0)];
    part.rfind(char::is_whitespace)
        .map_or(part, |end| &part[..end])
}

/// Whether a text's tokens are the longest runs of what a regex calls word characters. Where there
/// is LaTeX, an underscore or a character that is rare in English, we say no.
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
    use crate::core::paper::{Paper, PaperId};
    use crate::core::text::RichText;
    use crate::core::words::tokens::words;

    #[test]
    fn of_a_long_text_whole_words_are_indexed() {
        for (text, most, expected) in [
            ("one two", 7, "one two"),
            ("one two", 6, "one"),
            ("one two", 0, ""),
            ("onetwo", 4, "onet"),
            ("éé", 3, "é"),
            ("中", 2, ""),
        ] {
            assert_eq!(start_of(text, most), expected, "{text} {most}");
        }
    }

    #[test]
    fn of_each_field_so_many_bytes_are_indexed() {
        let paper = Paper::new(PaperId::Local("x".into()), RichText::default(), 1);
        let mut record = Record::new(paper);
        record.paper.authors = vec!["Ada Example".to_owned(); 100];
        let indexed = |record: &Record| {
            let (texts, is_cut) = indexed_texts(record, TextField::Author);
            (texts.len(), is_cut)
        };
        assert_eq!(indexed(&record), (100, false));
        record.paper.authors = vec!["Ada Example".to_owned(); MOST_INDEXED];
        assert_eq!(indexed(&record), (MOST_INDEXED / 11 + 1, true));
        record.paper.authors = vec![String::new(); 2 * MOST_INDEXED];
        assert_eq!(indexed(&record), (MOST_INDEXED + 1, true));
    }

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
