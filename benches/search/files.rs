//! What the browser gets: the digest, the same papers for the peers, and the queries with what the
//! engine found natively.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use digest_explorer::core::facet::Facet;
use digest_explorer::core::library::Record;
use digest_explorer::core::paper::Paper;
use digest_explorer::core::tags;
use digest_explorer::core::text::RichText;
use digest_explorer::core::words::tokens::{stem, words};
use digest_explorer::protocol::{Keep, Request, Search, Window};
use serde_json::{Value, json};

use crate::queries::Kind;
use crate::{Answered, request};

/// The digest's name.
pub const DIGEST: &str = "papers.jsonl";
/// How many postings are merged in one step.
pub const A_SLICE: usize = 100_000;
/// What stands between two authors for the peers, so that no phrase crosses: a word that is none.
const BETWEEN: &str = "\u{b6}";

/// The papers as a digest: a JSON object a line.
pub fn digest(papers: &[Paper]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for paper in papers {
        let categories: Vec<&str> = paper
            .categories
            .iter()
            .map(|category| category.0.as_str())
            .collect();
        let object = json!({
            "id": paper.id.as_str(),
            "title": paper.title.plain,
            "abstract": paper.summary.as_ref().map(|text| &text.plain),
            "authors": paper.authors,
            "comment": paper.comment.as_ref().map(|text| &text.plain),
            "categories": categories,
            "day": paper.days.first().map(ToString::to_string),
        });
        serde_json::to_writer(&mut bytes, &object).unwrap();
        bytes.push(b'\n');
    }
    bytes
}

/// Writes the digest, and the papers for the peers: a line each.
pub fn write_texts(folder: &Path, digest: &[u8], records: &[Record]) {
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join(DIGEST), digest).unwrap();
    let create = |name: &str| BufWriter::new(File::create(folder.join(name)).unwrap());
    let (mut peers, mut texts) = (create("peers.jsonl"), create("texts.jsonl"));
    for record in records {
        writeln!(peers, "{}", for_peers(record)).unwrap();
        let paper = &record.paper;
        let texts_of = [
            Some(&paper.title),
            paper.summary.as_ref(),
            paper.comment.as_ref(),
        ];
        let plain: Vec<&str> = texts_of
            .into_iter()
            .flatten()
            .map(|text| text.plain.as_str())
            .collect();
        writeln!(texts, "{}", json!(plain)).unwrap();
    }
}

/// A paper for the peers. Its words are made comparable beforehand as the engine does it, down to
/// the stem, and stand with a space between them: so all that the peers have to do is to part them,
/// and all find the same.
fn for_peers(record: &Record) -> Value {
    let paper = &record.paper;
    let comparable = |text: &str| {
        let words = words(text);
        words
            .iter()
            .map(|word| stem(word).into_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let authors: Vec<String> = paper
        .authors
        .iter()
        .map(|author| comparable(author))
        .collect();
    let of = |text: Option<&RichText>| text.map_or(String::new(), |text| comparable(&text.plain));
    let facets = Facet::TAGGED.map(|facet| {
        let tags = record.tags.iter().filter(|tag| tags::facet(**tag) == facet);
        tags.map(|tag| tags::id(*tag)).collect::<Vec<_>>()
    });
    let categories: Vec<&str> = paper
        .categories
        .iter()
        .map(|category| category.0.as_str())
        .collect();
    let days: Vec<String> = paper.days.iter().map(ToString::to_string).collect();
    let mut facets = json!(facets);
    if let Some(facets) = facets.as_array_mut() {
        facets.push(json!(categories));
        facets.push(json!(days));
    }
    json!({
        "title": comparable(&paper.title.plain),
        "abstract": of(paper.summary.as_ref()),
        "authors": authors.join(&format!(" {BETWEEN} ")),
        "comment": of(paper.comment.as_ref()),
        "facets": facets,
    })
}

/// Writes the queries.
pub fn write_queries(folder: &Path, kinds: &[Kind], answers: &[Vec<Answered>]) {
    let kinds: Vec<Value> = kinds
        .iter()
        .zip(answers)
        .map(|(kind, answers)| {
            let queries: Vec<Value> = kind
                .queries
                .iter()
                .zip(answers)
                .map(|(query, answer)| {
                    json!({
                        "text": query.text,
                        "request": postcard::to_allocvec(&request(query)).unwrap(),
                        "hits": answer.hits,
                        "print": answer.print,
                        "fts": query.fts,
                        "mini": query.mini,
                        "flex": query.flex,
                        "regex": query.regex,
                    })
                })
                .collect();
            json!({ "name": kind.name, "queries": queries })
        })
        .collect();
    let open = Request::Open {
        job: 1,
        names: vec![DIGEST.to_owned()],
    };
    let bytes = |request: Request| postcard::to_allocvec(&request).unwrap();
    let search = |text: &str| {
        bytes(Request::Search {
            seq: 1,
            search: Search {
                text: text.to_owned(),
                ..Search::default()
            },
            window: Window { start: 0, len: 48 },
            open: None,
        })
    };
    let kept = json!({
        "open": bytes(Request::Keep(Keep::Open {
            writes: true,
            reads: true,
            ended_well: true,
        })),
        "forget": bytes(Request::Keep(Keep::Forget)),
        "all": search(""),
        "regex": search("/[aeiou]{3}/"),
    });
    let all = json!({
        "digest": DIGEST,
        "open": bytes(open),
        "kept": kept,
        "kinds": kinds,
    });
    std::fs::write(folder.join("queries.json"), all.to_string()).unwrap();
}

/// A hash of some bytes (FNV-1a, 32 bits).
pub fn print(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}
