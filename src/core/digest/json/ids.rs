//! What names a paper, as JSON has it: arXiv ids and DOIs alone, in addresses, among others.

use super::record::elements;
use super::texts::said;
use super::value::Value;
use crate::core::digest::address;
use crate::core::paper::ArxivId;

/// What the DOIs start with that arXiv derives from its own ids.
const DERIVED: &str = "10.48550/arxiv.";

/// The arXiv id that a value names.
pub(super) fn arxiv(value: &Value) -> Option<(ArxivId, Option<u16>)> {
    match value {
        Value::Object(_) => {
            let names = [
                "arxiv",
                "arxiv_id",
                "arxivid",
                "landing_page_url",
                "pdf_url",
            ];
            let own = names.iter().filter_map(|name| value.member(&[name]));
            let mut own = own.flat_map(elements).filter_map(said).filter_map(in_text);
            own.next()
                .or_else(|| said(value).and_then(in_text))
                .or_else(|| in_text(said(value.member(&["doi", "id", "@href"])?)?))
        }
        // As a number an id loses the noughts at its end; since 2015 it has five digits there.
        Value::Number(number) => {
            let (month, digits) = number.split_once('.')?;
            let width = if month >= "1501" { 5 } else { 4 };
            address::find_id(&format!("{month}.{digits:0<width$}"))
        }
        _ => said(value).and_then(in_text),
    }
}

/// The arXiv id that a text names, perhaps as the DOI that arXiv derives from it.
pub(super) fn in_text(text: &str) -> Option<(ArxivId, Option<u16>)> {
    address::find_id(text).or_else(|| {
        let id = derived(address::doi(text)?)?;
        ArxivId::parse_versioned(id).ok()
    })
}

/// The id from which arXiv derived a DOI.
fn derived(doi: &str) -> Option<&str> {
    let (start, id) = doi.split_at_checked(DERIVED.len())?;
    start.eq_ignore_ascii_case(DERIVED).then_some(id)
}

/// The DOI of a value that should be one.
pub(super) fn doi(value: &Value) -> Option<&str> {
    let value = value.member(&["doi"]).unwrap_or(value);
    address::doi(said(value)?).filter(|doi| derived(doi).is_none())
}

/// The DOI of a value that may name anything else.
pub(super) fn doi_among_others(value: &Value) -> Option<&str> {
    if let Some(doi) = value.member(&["doi"]) {
        return self::doi(doi);
    }
    let names = ["type", "idtype", "schema", "scheme", "identifiertype"];
    let kind = value.member(&names).and_then(Value::text);
    let text = match kind {
        Some(kind) if kind.eq_ignore_ascii_case("doi") => {
            let id = value.member(&["value", "id", "identifier"]);
            id.and_then(Value::text)
        }
        Some(_) => None,
        None => said(value),
    }?;
    let text = text.trim();
    let says = text.starts_with("10.") || text.contains("doi.org/10.") || text.contains("doi:10.");
    address::doi(text).filter(|doi| says && derived(doi).is_none())
}

/// The DOI of a line that says that it is one, as Zotero has it where an item has no field for it.
pub(super) fn doi_in_extra(extra: &str) -> Option<&str> {
    let stated = extra
        .lines()
        .filter_map(|line| line.trim().strip_prefix("DOI:"));
    let mut stated = stated.filter_map(address::doi);
    stated.find(|doi| derived(doi).is_none())
}
