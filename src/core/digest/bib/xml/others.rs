//! MODS, DBLP, Crossref, JATS and Europe PMC.

use super::super::super::ids::registered;
use super::super::super::names::{Order, list};
use super::super::item::Item;
use super::super::names;
use super::super::parted::{Parted, first_day};
use super::tree::Node;

/// What a record of MODS says.
pub(super) fn mods(record: Node<'_>) -> Item {
    let host = record
        .all("mods/relatedItem")
        .find(|related| related.attribute("type") == "host");
    let hosted = |path: &str| host.map_or("", |host| host.text_of(&[path]));
    let id = |kind: &str| {
        let mut ids = record.all("mods/identifier");
        let found = ids.find(|id| id.attribute("type") == kind);
        found.map_or("", Node::text)
    };
    let title = record
        .all("mods/titleInfo")
        .find(|title| title.attribute("type").is_empty());
    let part = |path: &str| title.map_or("", |title| title.text_of(&[path]));
    let mut full = [part("nonSort"), part("title")].join(" ").trim().to_owned();
    if !part("subTitle").is_empty() {
        let between = if full.ends_with(':') { " " } else { ": " };
        full = [full.as_str(), part("subTitle")].join(between);
    }
    let is_author = |name: &Node<'_>| {
        let mut roles = name.texts_of("role/roleTerm").peekable();
        let known = ["aut", "author", "creator", "cre"];
        roles.peek().is_none() || roles.any(|role| known.contains(&role.to_lowercase().as_str()))
    };
    let authors = record.all("mods/name").filter(is_author).map(|name| {
        let part = |kind: &str| {
            let of_kind = |part: &Node<'_>| part.attribute("type") == kind;
            let parts: Vec<&str> = name
                .all("namePart")
                .filter(of_kind)
                .map(Node::text)
                .collect();
            parts.join(" ")
        };
        match part("family") {
            family if family.is_empty() => names::ris(&part("")),
            family => names::straight(&family, &part("given"), &part("termsOfAddress")),
        }
    });
    let dates = [
        "mods/part/date",
        "relatedItem/part/date",
        "originInfo/dateIssued",
        "originInfo/dateCreated",
    ];
    let dates: Vec<&str> = dates
        .iter()
        .flat_map(|path| record.texts_of(path))
        .collect();
    Item {
        title: full,
        summary: record.text_of(&["mods/abstract"]).to_owned(),
        authors: authors.collect(),
        hints: ["mods/identifier", "location/url"]
            .iter()
            .flat_map(|path| record.texts_of(path))
            .map(str::to_owned)
            .collect(),
        doi: id("doi").to_owned(),
        keywords: record
            .texts_of("subject/topic")
            .map(str::to_owned)
            .collect(),
        date: first_day(&dates),
        journal: hosted("titleInfo/title").to_owned(),
        ..Item::default()
    }
}

/// What a record of DBLP says.
pub(super) fn dblp(record: Node<'_>) -> Item {
    let text = |paths: &[&str]| record.text_of(paths).to_owned();
    let title = text(&["title"]);
    // DBLP ends each title with a full stop, and tells persons of one name apart by numbers.
    let title = title.strip_suffix('.').unwrap_or(&title).to_owned();
    let name = |name: &str| {
        let number = name
            .rsplit_once(' ')
            .filter(|(_, number)| number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()));
        number.map_or(name, |(name, _)| name).to_owned()
    };
    let volume = record.text_of(&["volume"]).strip_prefix("abs/");
    let doi = record.texts_of("ee").find(|ee| ee.contains("doi.org/"));
    Item {
        title,
        authors: record.texts_of("author").map(name).collect(),
        eprint: volume.unwrap_or_default().to_owned(),
        hints: record.texts_of("ee").map(str::to_owned).collect(),
        doi: doi.unwrap_or_default().to_owned(),
        date: text(&["year"]),
        journal: text(&["journal", "booktitle", "venue"]),
        ..Item::default()
    }
}

/// What a result of Europe PMC says.
pub(super) fn europe_pmc(record: Node<'_>) -> Item {
    let text = |paths: &[&str]| record.text_of(paths).to_owned();
    Item {
        title: text(&["title"]),
        summary: text(&["abstractText"]),
        authors: list(
            record.text_of(&["authorString"]).trim_end_matches('.'),
            Order::Any,
        ),
        doi: text(&["doi"]),
        date: text(&["firstPublicationDate", "pubYear"]),
        journal: text(&["journalInfo/journal/title", "journalTitle"]),
        registered: registered::of_medicine(record.text_of(&["pmid"]), record.text_of(&["pmcid"])),
        ..Item::default()
    }
}

/// What a record of Crossref says.
pub(super) fn crossref(record: Node<'_>) -> Item {
    const KINDS: [&str; 12] = [
        "journal_article",
        "conference_paper",
        "content_item",
        "posted_content",
        "dissertation",
        "report-paper_metadata",
        "peer_review",
        "component",
        "dataset",
        "database",
        "standard_metadata",
        "book_metadata",
    ];
    let paper = KINDS
        .iter()
        .find_map(|kind| record.first(kind))
        .unwrap_or(record);
    let text = |paths: &[&str]| paper.text_of(paths).to_owned();
    let authors = ["person_name", "organization"].map(|kind| {
        let persons = paper.all(kind);
        persons.filter(|one| matches!(one.attribute("contributor_role"), "" | "author"))
    });
    let authors = authors.into_iter().flatten().map(|one| {
        if one.name() == "organization" {
            return one.text().to_owned();
        }
        let part = |path: &str| one.text_of(&[path]);
        names::straight(part("surname"), part("given_name"), part("suffix"))
    });
    let dates = [
        "publication_date",
        "posted_date",
        "approval_date",
        "review_date",
    ];
    let dates: Vec<String> = dates
        .iter()
        .flat_map(|path| paper.all(path))
        .map(|date| parts(date, ["year", "month", "day"]))
        .collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let mut title = text(&["titles/title"]);
    let subtitle = paper.text_of(&["titles/subtitle"]);
    if !subtitle.is_empty() {
        title = [title.as_str(), subtitle].join(": ");
    }
    let journals = ["full_title", "proceedings_title", "abbrev_title"];
    Item {
        title,
        summary: paper.first("abstract").map_or(String::new(), running),
        authors: authors.filter(|name| !name.is_empty()).collect(),
        hints: paper
            .texts_of("doi_data/resource")
            .map(str::to_owned)
            .collect(),
        doi: text(&["doi_data/doi"]),
        date: first_day(&dates),
        journal: record.text_of(&journals).to_owned(),
        ..Item::default()
    }
}

/// The part of an article before its body.
pub(super) fn front(article: &str) -> &str {
    const END: &str = "</front>";
    let end = memchr::memmem::find(article.as_bytes(), END.as_bytes());
    end.and_then(|end| article.get(..end + END.len()))
        .unwrap_or(article)
}

/// What the front of an article of JATS says.
pub(super) fn jats(article: Node<'_>) -> Item {
    let id = |kind: &str| {
        let mut ids = article.all("article-meta/article-id");
        let found = ids.find(|id| id.attribute("pub-id-type") == kind);
        found.map_or("", Node::text)
    };
    let is_author = |one: &Node<'_>| matches!(one.attribute("contrib-type"), "" | "author");
    let authors = article
        .all("contrib-group/contrib")
        .filter(is_author)
        .map(|one| {
            let part = |path: &str| one.text_of(&[path]);
            match part("name/surname") {
                "" => names::ris(one.text_of(&["collab", "string-name", "literal"])),
                family => names::straight(family, part("name/given-names"), part("name/suffix")),
            }
        });
    let dates: Vec<String> = article
        .all("article-meta/pub-date")
        .map(|date| match date.attribute("iso-8601-date") {
            "" => parts(date, ["year", "month", "day"]),
            iso => iso.to_owned(),
        })
        .collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let received = article
        .all("history/date")
        .find(|date| date.attribute("date-type") == "received");
    let summary = article
        .all("article-meta/abstract")
        .find(|one| one.attribute("abstract-type").is_empty());
    let mut title = article.text_of(&["title-group/article-title"]).to_owned();
    let subtitle = article.text_of(&["title-group/subtitle"]);
    if !subtitle.is_empty() {
        title = [title.as_str(), subtitle].join(": ");
    }
    let journals = [
        "journal-title-group/journal-title",
        "journal-meta/journal-title",
        "abbrev-journal-title",
    ];
    Item {
        title,
        summary: summary.map_or(String::new(), running),
        authors: authors.filter(|name| !name.is_empty()).collect(),
        hints: article
            .texts_of("article-meta/article-id")
            .map(str::to_owned)
            .collect(),
        doi: id("doi").to_owned(),
        keywords: article
            .texts_of("kwd-group/kwd")
            .map(str::to_owned)
            .collect(),
        date: first_day(&dates),
        submitted: received.map_or(String::new(), |date| parts(date, ["year", "month", "day"])),
        journal: article.text_of(&journals).to_owned(),
        registered: registered::of_medicine(id("pmid"), &[id("pmc"), id("pmcid")].concat()),
        ..Item::default()
    }
}

/// A date whose parts are elements.
fn parts(date: Node<'_>, names: [&str; 3]) -> String {
    let [year, month, day] = names.map(|name| date.text_of(&[name]));
    Parted::of(&format!("{year} {month} {day}")).iso()
}

/// An abstract of titled sections and paragraphs. The title over all of it says nothing.
fn running(summary: Node<'_>) -> String {
    let mut out = String::new();
    let mut is_titled = false;
    for node in summary.inside() {
        let is_title = node.name() == "title";
        if !is_title && node.name() != "p" {
            continue;
        }
        if is_title && (node.text().eq_ignore_ascii_case("abstract") || node.text() == "Summary") {
            continue;
        }
        if is_titled {
            out.push_str(if out.ends_with([':', '.', '?']) {
                " "
            } else {
                ": "
            });
        } else if !out.is_empty() {
            out.push_str("<br>");
        }
        out.push_str(node.text());
        is_titled = is_title;
    }
    if out.is_empty() {
        summary.text().clone_into(&mut out);
    }
    out
}
