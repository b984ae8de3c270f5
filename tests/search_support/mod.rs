//! Small libraries to search in.

use digest_explorer::core::day::Day;
use digest_explorer::core::library::Record;
use digest_explorer::core::paper::{AnnounceKind, Announcement, Category, Paper, PaperId};
use digest_explorer::core::text::RichText;

/// A record with an id and nothing else.
pub fn record(id: &str) -> Record {
    let id = id
        .parse()
        .map_or_else(|_| PaperId::Local(id.to_owned()), PaperId::Arxiv);
    Record::new(Paper::new(id, RichText::default(), 1))
}

/// Its parts, one call each.
pub trait With: Sized {
    fn title(self, text: &str) -> Self;
    fn summary(self, text: &str) -> Self;
    fn comment(self, text: &str) -> Self;
    fn authors(self, names: &[&str]) -> Self;
    fn categories(self, names: &[&str]) -> Self;
    fn days(self, days: &[&str]) -> Self;
    fn announced(self, kind: AnnounceKind) -> Self;
    fn sources(self, sources: &[u32]) -> Self;
}

impl With for Record {
    fn title(mut self, text: &str) -> Self {
        self.paper.title = RichText::from_plain(text);
        self
    }

    fn summary(mut self, text: &str) -> Self {
        self.paper.summary = Some(RichText::from_plain(text));
        self
    }

    fn comment(mut self, text: &str) -> Self {
        self.paper.comment = Some(RichText::from_plain(text));
        self
    }

    fn authors(mut self, names: &[&str]) -> Self {
        self.paper.authors = names.iter().map(|&name| name.to_owned()).collect();
        self
    }

    fn categories(mut self, names: &[&str]) -> Self {
        let category = |name: &&str| Category((*name).to_owned());
        self.paper.categories = names.iter().map(category).collect();
        self
    }

    fn days(mut self, days: &[&str]) -> Self {
        self.paper.days = days.iter().map(|text| day(text)).collect();
        self
    }

    fn announced(mut self, kind: AnnounceKind) -> Self {
        self.paper.announce = Some(Announcement {
            kind,
            inferred: false,
        });
        self
    }

    fn sources(mut self, sources: &[u32]) -> Self {
        self.sources = sources.to_vec();
        self
    }
}

/// The day that the text names.
pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}
