//! References in XML: PubMed, EndNote, OAI-PMH, Zotero's RDF, MODS, DBLP, Crossref, JATS and
//! Europe PMC.
//!
//! ```text
//! <PubmedArticleSet><PubmedArticle>…<ArticleTitle>Seeing twice.</ArticleTitle>…
//! <xml><records><record>…<titles><title><style>Seeing twice</style></title></titles>…
//! <OAI-PMH>…<ListRecords><record>…<metadata><arXiv>…<title>Seeing twice</title>…
//! <rdf:RDF …><bib:Article rdf:about="…">…<dc:title>Seeing twice</dc:title>…
//! ```
//!
//! The element around all tells the vocabulary, and that which elements are records. Each record
//! is found ([`extent`]), read as a tree ([`tree`]), and handed to its vocabulary's module, which
//! says what its elements mean. A file of XML without a record is told so: it never looks fine.

mod endnote;
mod extent;
mod oai;
mod others;
mod pubmed;
mod rdf;
#[cfg(test)]
mod tests;
mod tree;

use self::extent::{Ahead, Kind, Tag, root};
use self::rdf::Containers;
use self::tree::Node;
use super::item::Item;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::lines::part;
use crate::core::digest::parser::{ByRecord, Parser, Place, Score, by_record, sample};

/// What the elements of a text mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Vocabulary {
    Pubmed,
    Endnote,
    Oai,
    /// RDF, as Zotero writes it.
    Rdf,
    Mods,
    Dblp,
    Crossref,
    Jats,
    EuropePmc,
}

/// The names of the elements around all, without their prefix, and what they belong to.
const ROOTS: [(&str, Vocabulary); 25] = [
    ("PubmedArticleSet", Vocabulary::Pubmed),
    ("PubmedBookArticleSet", Vocabulary::Pubmed),
    ("PubmedArticle", Vocabulary::Pubmed),
    ("PubmedBookArticle", Vocabulary::Pubmed),
    ("xml", Vocabulary::Endnote),
    ("records", Vocabulary::Endnote),
    ("OAI-PMH", Vocabulary::Oai),
    ("ListRecords", Vocabulary::Oai),
    ("GetRecord", Vocabulary::Oai),
    ("RDF", Vocabulary::Rdf),
    ("modsCollection", Vocabulary::Mods),
    ("mods", Vocabulary::Mods),
    ("dblp", Vocabulary::Dblp),
    ("dblpperson", Vocabulary::Dblp),
    ("result", Vocabulary::Dblp),
    ("responseWrapper", Vocabulary::EuropePmc),
    ("doi_records", Vocabulary::Crossref),
    ("doi_record", Vocabulary::Crossref),
    ("crossref_result", Vocabulary::Crossref),
    ("crossref", Vocabulary::Crossref),
    ("pmc-articleset", Vocabulary::Jats),
    ("articles", Vocabulary::Jats),
    ("article", Vocabulary::Jats),
    ("arXivRaw", Vocabulary::Oai),
    ("arXiv", Vocabulary::Oai),
];

impl Vocabulary {
    /// The vocabulary of a text that starts so, if it is one of these.
    fn of(sample: &str) -> Option<Self> {
        let root = root(sample)?;
        let (_, found) = ROOTS.iter().find(|(name, _)| *name == root.name())?;
        let has = |needle: &str| memchr::memmem::find(sample.as_bytes(), needle.as_bytes());
        let fits = match found {
            // Old feeds are RDF too.
            Self::Rdf => has("<item").is_none() && has("<channel").is_none(),
            Self::Endnote => has("<record").is_some(),
            Self::Jats => has("<front").is_some() || root.name() == "pmc-articleset",
            // What a search of DBLP's answers.
            Self::Dblp => root.name() != "result" || has("<hits").is_some(),
            Self::EuropePmc => has("<resultList").is_some(),
            _ => true,
        };
        fits.then_some(*found)
    }

    /// Its name, for messages.
    fn name(self) -> &'static str {
        match self {
            Self::Pubmed => "PubMed's XML",
            Self::Endnote => "EndNote's XML",
            Self::Oai => "an answer of an OAI-PMH server",
            Self::Rdf => "RDF",
            Self::Mods => "MODS",
            Self::Dblp => "DBLP's XML",
            Self::Crossref => "Crossref's XML",
            Self::Jats => "JATS, the XML of journals",
            Self::EuropePmc => "an answer of Europe PMC",
        }
    }

    /// The names of the elements that are records.
    fn records(self) -> &'static [&'static str] {
        match self {
            Self::Pubmed => &["PubmedArticle", "PubmedBookArticle", "DeleteCitation"],
            Self::Endnote => &["record"],
            Self::Oai => &["record", "arXivRaw", "arXiv"],
            Self::Mods => &["mods"],
            Self::Dblp => &[
                "article",
                "inproceedings",
                "proceedings",
                "book",
                "incollection",
                "phdthesis",
                "mastersthesis",
                "data",
                "info",
            ],
            Self::Crossref => &["doi_record"],
            Self::Jats => &["article"],
            Self::EuropePmc => &["result"],
            // Those of RDF have any name.
            Self::Rdf => &[],
        }
    }

    /// Whether a start tag begins a record, so deep inside of another or, at 0, outside of any.
    fn begins(self, tag: Tag<'_>, depth: u32) -> bool {
        match self {
            // Properties have no name of their own, which is what stands here but for an end tag
            // that is missing.
            Self::Rdf => depth == 0 || depth == 1 && tag.inner.contains("rdf:about="),
            // The record around it is one already, and MARC's have attributes.
            Self::Oai if depth > 0 => tag.inner == "record",
            _ => self.records().contains(&tag.name()),
        }
    }

    /// Whether texts are plain where elements do not say otherwise.
    fn escapes(self) -> bool {
        !matches!(
            self,
            Self::Oai | Self::Rdf | Self::Dblp | Self::Crossref | Self::EuropePmc
        )
    }
}

/// What a record turned out to be.
enum Said {
    /// A paper.
    Paper(Box<Item>),
    /// None, and nothing to be said of it: a note, a file, a journal.
    Nothing,
    /// None, for this reason.
    Note(String),
}

impl From<Item> for Said {
    fn from(item: Item) -> Self {
        Self::Paper(Box::new(item))
    }
}

/// Plain text as markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// How sure the start of a text is of this format.
pub(in super::super) fn score(sample: &str) -> Score {
    Vocabulary::of(sample).map_or(Score::Nothing, |_| Score::Sure)
}

/// Starts to parse the text on a desk.
pub(in super::super) fn parser(desk: &mut Desk<'_>) -> Box<dyn Parser> {
    super::expect(desk);
    by_record(Xml {
        vocabulary: Vocabulary::of(sample(desk.text)).unwrap_or(Vocabulary::Pubmed),
        ahead: Ahead::default(),
        containers: Containers::default(),
        any: false,
    })
}

#[derive(Debug)]
struct Xml {
    vocabulary: Vocabulary,
    ahead: Ahead,
    /// What other records of RDF stand in.
    containers: Containers,
    /// Whether a record was read.
    any: bool,
}

impl ByRecord for Xml {
    fn record(&mut self, desk: &mut Desk<'_>, from: Place) -> Option<Place> {
        let text = desk.text;
        let mut at = from.at;
        if from == Place::START && self.vocabulary == Vocabulary::Rdf {
            self.containers = Containers::of(text);
            at = root(text).map_or(0, |root| root.end);
        }
        let start = loop {
            let Some(tag) = self.ahead.tag(text, at) else {
                self.tail(desk, from);
                return None;
            };
            if tag.kind != Kind::End && self.vocabulary.begins(tag, 0) {
                break tag;
            }
            at = tag.end;
        };
        let place = from.advance(text, start.at);
        let end = self.read(desk, start, place);
        Some(place.advance(text, end))
    }
}

impl Xml {
    /// Reads the record that starts with this tag, and returns where it ends.
    fn read(&mut self, desk: &mut Desk<'_>, start: Tag<'_>, place: Place) -> usize {
        let text = desk.text;
        let vocabulary = self.vocabulary;
        let begins = |tag: Tag<'_>, depth| vocabulary.begins(tag, depth);
        let (end, closed) = self.ahead.extent(text, start, begins);
        let at = Location::new(start.at..end, place.line);
        let source = match vocabulary {
            Vocabulary::Jats => others::front(part(text, &(start.at..end))),
            _ => part(text, &(start.at..end)),
        };
        let tree = tree::read(source, vocabulary.escapes());
        let from = |inside: usize| {
            let from = text.floor_char_boundary(start.at + inside);
            Location::new(from..end, place.advance(text, from).line)
        };
        if let Some(broken) = tree.broken.filter(|_| closed) {
            let message = "The XML is broken here; what stands before it in this record was read.";
            desk.warn(from(broken), DiagnosticKind::BadSyntax, message);
        }
        if let Some(inside) = tree.left_out {
            let message = format!(
                "This record has more than {} elements; those from here on were left out.",
                tree::MOST
            );
            desk.warn(from(inside), DiagnosticKind::BadSyntax, message);
        }
        let said = tree
            .root()
            .map_or(Said::Nothing, |record| self.said(record));
        match said {
            Said::Paper(item) => {
                let is_cut = !closed && end == text.len();
                if !closed && !is_cut {
                    let message = format!(
                        "This record has no </{}>; it was read up to the next one.",
                        start.full_name()
                    );
                    desk.warn(at, DiagnosticKind::BadSyntax, message);
                }
                item.enter(desk, at, is_cut);
            }
            Said::Note(message) => desk.note(at, DiagnosticKind::StrayText, message),
            Said::Nothing => return end,
        }
        self.any = true;
        end
    }

    fn said(&self, record: Node<'_>) -> Said {
        match self.vocabulary {
            Vocabulary::Pubmed => pubmed::said(record),
            Vocabulary::Endnote => endnote::item(record).into(),
            Vocabulary::Oai => oai::said(record),
            Vocabulary::Rdf => rdf::said(record, &self.containers),
            Vocabulary::Mods => others::mods(record).into(),
            Vocabulary::Dblp => others::dblp(record).into(),
            Vocabulary::Crossref => others::crossref(record).into(),
            Vocabulary::Jats => others::jats(record).into(),
            Vocabulary::EuropePmc => others::europe_pmc(record).into(),
        }
    }

    /// What follows the last record; and that there was none.
    fn tail(&self, desk: &mut Desk<'_>, place: Place) {
        let text = desk.text;
        let rest = part(text, &(place.at..text.len()));
        let at = Location::new(place.at..text.len(), place.line);
        if self.vocabulary == Vocabulary::Oai {
            if let Some(error) = oai::error(rest) {
                let message = format!("The server answered with an error: {error}");
                return desk.refuse(at, DiagnosticKind::BadEntry, message);
            }
            if oai::goes_on(rest) {
                let message = "The list goes on at the server, which gave a resumption token; this file holds a part of it.";
                desk.note(at, DiagnosticKind::StrayText, message);
            }
        }
        if !self.any {
            let papers = match self.vocabulary {
                Vocabulary::Rdf => "it has neither a feed's items nor references of Zotero",
                _ => "it has no record of a paper",
            };
            let message = format!("This is {}: {papers}.", self.vocabulary.name());
            return desk.refuse(at, DiagnosticKind::BadEntry, message);
        }
        let closed = root(sample(text)).is_none_or(|root| {
            root.kind == Kind::Empty
                || self.vocabulary.begins(root, 0) && self.vocabulary != Vocabulary::Rdf
                || rest.contains(&format!("</{}", root.full_name()))
        });
        if !closed {
            let place = place.advance(text, text.trim_end().len().max(place.at));
            let at = Location::new(place.at..text.len(), place.line);
            let message = "The list is not closed; the file may have been cut here.";
            desk.warn(at, DiagnosticKind::Truncated, message);
        }
    }
}
