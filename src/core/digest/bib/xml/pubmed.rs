//! PubMed's articles and books.

use super::super::super::ids::registered;
use super::super::item::Item;
use super::super::names;
use super::super::parted::{Parted, first_day};
use super::Said;
use super::tree::Node;

/// What a record says.
pub(super) fn said(record: Node<'_>) -> Said {
    if record.name() == "DeleteCitation" {
        let count = record.all("PMID").count();
        return Said::Note(format!("PubMed withdrew these {count} papers."));
    }
    item(record).into()
}

fn item(record: Node<'_>) -> Item {
    let id = |kind: &str| {
        let articles = [
            "PubmedData/ArticleIdList/ArticleId",
            "BookDocument/ArticleIdList/ArticleId",
        ];
        let mut ids = articles.into_iter().flat_map(|path| record.all(path));
        let found = ids.find(|id| id.attribute("IdType") == kind);
        found.map_or("", Node::text)
    };
    let located = record
        .all("ELocationID")
        .find(|id| id.attribute("EIdType") == "doi" && id.attribute("ValidYN") != "N");
    let doi = located.map_or(id("doi"), Node::text);
    let pmid = record.text_of(&["MedlineCitation/PMID", "BookDocument/PMID"]);
    let keywords = ["KeywordList/Keyword", "MeshHeading/DescriptorName"];
    let keywords = keywords.iter().flat_map(|path| record.texts_of(path));
    let dates = [
        "JournalIssue/PubDate",
        "Article/ArticleDate",
        "Book/PubDate",
    ];
    let dates: Vec<String> = dates
        .iter()
        .flat_map(|path| record.all(path))
        .map(date)
        .collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let received = record
        .all("History/PubMedPubDate")
        .find(|date| date.attribute("PubStatus") == "received");
    Item {
        title: record
            .text_of(&["ArticleTitle", "VernacularTitle", "Book/BookTitle"])
            .to_owned(),
        summary: summary(record),
        authors: authors(record),
        hints: record.texts_of("ELocationID").map(str::to_owned).collect(),
        doi: doi.to_owned(),
        keywords: keywords.map(str::to_owned).collect(),
        date: first_day(&dates),
        submitted: received.map_or(String::new(), date),
        journal: journal(record).to_owned(),
        registered: registered::of_medicine(pmid, id("pmc")),
        ..Item::default()
    }
}

/// The journal, or the book of which this is a chapter.
fn journal(record: Node<'_>) -> &str {
    let journal = record.text_of(&["Journal/Title", "Journal/ISOAbbreviation", "MedlineTA"]);
    if journal.is_empty() && record.first("BookDocument/ArticleTitle").is_some() {
        return record.text_of(&["Book/BookTitle"]);
    }
    journal
}

/// The sections of the abstract, each with its label; of another kind or language where there is
/// none.
fn summary(record: Node<'_>) -> String {
    let abstracts = ["Article/Abstract", "BookDocument/Abstract", "OtherAbstract"];
    let mut found = abstracts.iter().flat_map(|path| record.all(path));
    let Some(found) = found.find(|one| one.texts_of("AbstractText").next().is_some()) else {
        return String::new();
    };
    let mut out = String::new();
    for section in found.all("AbstractText") {
        let label = section.attribute("Label");
        if section.text().is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str("<br>");
        }
        if !label.is_empty() && !label.eq_ignore_ascii_case("UNLABELLED") {
            out.push_str(&super::escaped(label));
            out.push_str(": ");
        }
        out.push_str(section.text());
    }
    out
}

fn authors(record: Node<'_>) -> Vec<String> {
    // A book has editors besides.
    let lists = [
        "Article/AuthorList",
        "BookDocument/AuthorList",
        "Book/AuthorList",
    ];
    let lists = lists.iter().flat_map(|path| record.all(path));
    let mut lists = lists.filter(|list| list.attribute("Type") != "editors");
    let authors = lists.next().into_iter().flat_map(|list| list.all("Author"));
    let names = authors.map(|author| {
        let group = author.text_of(&["CollectiveName"]);
        if !group.is_empty() {
            return group.to_owned();
        }
        let family = author.text_of(&["LastName"]);
        let given = author.text_of(&["ForeName", "FirstName", "Initials"]);
        names::straight(family, given, author.text_of(&["Suffix"]))
    });
    names.filter(|name| !name.is_empty()).collect()
}

/// `<Year>`, `<Month>` and `<Day>`, or `<MedlineDate>`.
fn date(date: Node<'_>) -> String {
    let part = |name: &str| date.text_of(&[name]);
    let text = match part("MedlineDate") {
        "" => format!("{} {} {}", part("Year"), part("Month"), part("Day")),
        text => text.to_owned(),
    };
    Parted::of(&text).iso()
}
