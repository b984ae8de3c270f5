//! What the texts of settings say, whoever reads them: the page and the engine.

use crate::core::facet::Facet;
use crate::core::order::Sort;

/// A search that was saved, as the text of a [`Setting`](super::Setting) has it.
///
/// The text is the query, behind a line that says in which order the papers stand and which facets
/// join their values by AND: `sort=oldest all=task,method`. Where that is as usual and the query
/// is of one line, there is no such line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedSearch {
    /// The query as it was typed.
    pub query: String,
    /// The order; `None` for the usual one.
    pub sort: Option<Sort>,
    /// The facets whose ticked values are joined by AND.
    pub all_of: Vec<Facet>,
}

impl SavedSearch {
    /// The search as a text.
    pub fn to_text(&self) -> String {
        let mut line = Vec::new();
        line.extend(self.sort.map(|sort| format!("sort={}", sort.name())));
        if !self.all_of.is_empty() {
            let names: Vec<&str> = self.all_of.iter().map(|facet| facet.name()).collect();
            line.push(format!("all={}", names.join(",")));
        }
        if line.is_empty() && !self.query.contains('\n') {
            return self.query.clone();
        }
        format!("{}\n{}", line.join(" "), self.query)
    }

    /// Reads any text. What the first of several lines says that is not known is left out.
    pub fn from_text(text: &str) -> Self {
        let Some((line, query)) = text.split_once('\n') else {
            return Self {
                query: text.to_owned(),
                ..Self::default()
            };
        };
        let mut saved = Self {
            query: query.to_owned(),
            ..Self::default()
        };
        for (key, value) in line.split(' ').filter_map(|word| word.split_once('=')) {
            match key {
                "sort" => saved.sort = Sort::named(value),
                "all" => saved.all_of = value.split(',').filter_map(Facet::from_name).collect(),
                _ => {}
            }
        }
        saved
    }
}

/// How the words of a highlight list are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// The first colour.
    #[default]
    Red,
    /// Another one.
    Blue,
    /// Another one.
    Green,
    /// Another one.
    Violet,
    /// Another one.
    Amber,
    /// Not stronger but weaker than the text around.
    Dim,
}

impl Ink {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Red,
        Self::Blue,
        Self::Green,
        Self::Violet,
        Self::Amber,
        Self::Dim,
    ];

    /// The term of the first ink's marks; those of the others follow. The terms of a query have
    /// smaller numbers.
    const FIRST: u16 = 0xFF00;

    /// Its name, which is the text of the setting.
    pub fn name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Violet => "violet",
            Self::Amber => "amber",
            Self::Dim => "dim",
        }
    }

    /// The ink of this name; the first where none has it.
    pub fn named(name: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|ink| ink.name() == name).unwrap_or_default()
    }

    /// The number that a [`Mark`](crate::core::text::Mark) of it has as its term.
    pub fn term(self) -> u16 {
        Self::FIRST + self as u16
    }

    /// The ink of a mark's term; `None` if that is a term of the query or something else.
    pub fn of_term(term: u16) -> Option<Self> {
        let at = term.checked_sub(Self::FIRST)?;
        Self::ALL.get(usize::from(at)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, sort: Option<Sort>, all_of: &[Facet], text: &str) {
        let saved = SavedSearch {
            query: query.to_owned(),
            sort,
            all_of: all_of.to_vec(),
        };
        assert_eq!(saved.to_text(), text);
        assert_eq!(SavedSearch::from_text(text), saved);
    }

    #[test]
    fn searches_read_back_from_their_text() {
        check("", None, &[], "");
        check("gan sort=oldest", None, &[], "gan sort=oldest");
        check("gan", Some(Sort::Oldest), &[], "sort=oldest\ngan");
        let both = [Facet::Task, Facet::Method];
        check("a\nb", None, &both, "all=task,method\na\nb");
        check("a\nb", None, &[], "\na\nb");
        let read = SavedSearch::from_text("sort=best all=task,nonsense =\nx");
        assert_eq!((read.sort, &read.all_of[..]), (None, &[Facet::Task][..]));
        assert_eq!(read.query, "x");
    }

    #[test]
    fn inks_have_names_and_terms_of_their_own() {
        for ink in Ink::ALL {
            assert_eq!(Ink::named(ink.name()), ink);
            assert_eq!(Ink::of_term(ink.term()), Some(ink));
        }
        assert_eq!(Ink::named("nonsense"), Ink::Red);
        assert_eq!(Ink::of_term(0), None);
        assert_eq!(Ink::of_term(u16::MAX), None);
    }
}
