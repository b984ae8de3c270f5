//! Real papers by the thousand, where they are at hand: `bulk/*.jsonl.gz` below `DIGEST_CORPORA`.

use std::io::Read;
use std::path::PathBuf;

use digest_explorer::core::library::Record;
use digest_explorer::core::paper::{Category, Paper, PaperId};
use digest_explorer::core::tags::Tagger;
use digest_explorer::core::text::RichText;

/// The papers of the bulk files. `None` where there is no corpus.
pub fn papers() -> Option<Vec<Paper>> {
    let folder = PathBuf::from(std::env::var_os("DIGEST_CORPORA")?).join("bulk");
    let files = std::fs::read_dir(folder).ok()?;
    let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.sort();
    let mut papers = Vec::new();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "gz"))
    {
        let packed = std::fs::File::open(path).ok()?;
        let mut text = String::new();
        flate2::read::MultiGzDecoder::new(packed)
            .read_to_string(&mut text)
            .ok()?;
        for line in text.lines() {
            let Ok(value) = serde_json::from_str::<serde_json::Value>(line) else {
                continue;
            };
            papers.push(paper(&value));
        }
    }
    (!papers.is_empty()).then_some(papers)
}

/// So many of those papers, from all over them, tagged.
#[allow(
    dead_code,
    reason = "the benchmark wants papers, the test wants records"
)]
pub fn records(most: usize) -> Option<Vec<Record>> {
    let papers = papers()?;
    let step = (papers.len() / most.max(1)).max(1);
    let tagger = Tagger::new();
    let all = papers.into_iter().step_by(step).take(most).map(|paper| {
        let mut record = Record::new(paper);
        record.tags = tagger.tag(&record.paper);
        record
    });
    Some(all.collect())
}

fn paper(value: &serde_json::Value) -> Paper {
    let text = |key: &str| value[key].as_str().map(RichText::from_plain);
    let list = |key: &str| -> Vec<String> {
        let items = value[key].as_array().into_iter().flatten();
        items
            .filter_map(|item| item.as_str().map(str::to_owned))
            .collect()
    };
    let id = value["id"].as_str().unwrap_or_default();
    let id = id
        .parse()
        .map_or_else(|_| PaperId::Local(id.to_owned()), PaperId::Arxiv);
    // These files have no day; the month of the id gives one that is as good for a test.
    let day = id.arxiv().and_then(|id| {
        let month = id.as_str().get(..4)?;
        format!("20{}-{}-15", &month[..2], &month[2..]).parse().ok()
    });
    let names = list("authors");
    Paper {
        summary: text("summary"),
        comment: text("comment"),
        authors: names
            .iter()
            .flat_map(|names| names.split(", "))
            .map(str::to_owned)
            .collect(),
        categories: list("categories").into_iter().map(Category).collect(),
        days: day.into_iter().collect(),
        ..Paper::new(id, text("title").unwrap_or_default(), 1)
    }
}
