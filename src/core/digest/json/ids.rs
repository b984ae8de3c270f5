//! What names a paper, as JSON has it: arXiv ids and DOIs alone, in addresses, among others.

use super::record::elements;
use super::texts::said;
use super::value::Value;
use crate::core::digest::address;
use crate::core::digest::ids::doi;
use crate::core::paper::ArxivId;
use crate::core::registered::{Register, Registered};

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
            let mut own = own
                .flat_map(elements)
                .filter_map(said)
                .filter_map(address::find_id);
            own.next()
                .or_else(|| said(value).and_then(address::find_id))
                .or_else(|| address::find_id(said(value.member(&["doi", "id", "@href"])?)?))
        }
        // As a number an id loses the noughts at its end; since 2015 it has five digits there.
        Value::Number(number) => {
            let (month, digits) = number.split_once('.')?;
            let width = if month >= "1501" { 5 } else { 4 };
            address::find_id(&format!("{month}.{digits:0<width$}"))
        }
        _ => said(value).and_then(address::find_id),
    }
}

/// What another register calls a paper, as a member of that name says it. The form tells whose it
/// is: a number is PubMed's, what starts with `PMC` is PubMed Central's.
pub(super) fn stated(value: &Value) -> Option<Registered> {
    let text = value.text()?.trim();
    Registered::named(text)
        .or_else(|| Registered::of(Register::Pubmed, text))
        .or_else(|| Registered::of(Register::OpenReview, text))
}

/// What other registers call a paper, of a value that may name anything else.
pub(super) fn registered(value: &Value) -> Vec<Registered> {
    let of = |register, value: Option<&Value>| {
        let text = value.and_then(Value::text)?.trim();
        let named = Registered::named(text).or_else(|| Registered::of(register, text));
        named.or_else(|| Registered::of(register, &["PMC", text].concat()))
    };
    let Value::Object(_) = value else {
        return said(value)
            .and_then(Registered::in_address)
            .into_iter()
            .collect();
    };
    let kind = value.member(&["idtype", "type"]).and_then(Value::text);
    let stated = value.member(&["value"]);
    let of_kind = match kind.unwrap_or_default() {
        "pubmed" | "pmid" => of(Register::Pubmed, stated),
        "pmc" | "pmcid" => of(Register::PubmedCentral, stated),
        _ => None,
    };
    let all = [
        of_kind,
        of(Register::Pubmed, value.member(&["pmid", "pubmed"])),
        of(
            Register::PubmedCentral,
            value.member(&["pmcid", "pubmedcentral"]),
        ),
        of(Register::Acl, value.member(&["acl"])),
    ];
    all.into_iter().flatten().collect()
}

/// Whether a value is a name that Semantic Scholar gives: a hash of 40 hexadecimal digits.
pub(super) fn is_hash(value: &Value) -> bool {
    let is_digit = |b: u8| matches!(b, b'0'..=b'9' | b'a'..=b'f');
    value
        .text()
        .is_some_and(|text| text.len() == 40 && text.bytes().all(is_digit))
}

/// The DOI of a value that should be one.
pub(super) fn doi(value: &Value) -> Option<String> {
    let value = value.member(&["doi"]).unwrap_or(value);
    doi::read(said(value)?)
}

/// The DOI of a value that may name anything else.
pub(super) fn doi_among_others(value: &Value) -> Option<String> {
    if let Some(stated) = value.member(&["doi"]) {
        return self::doi(stated);
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
    let said = says.then(|| doi::read(text)).flatten();
    said.or_else(|| doi::in_address(text))
}

/// The DOI of a line that says that it is one, as Zotero has it where an item has no field for it.
pub(super) fn doi_in_extra(extra: &str) -> Option<String> {
    let mut stated = extra
        .lines()
        .filter_map(|line| line.trim().strip_prefix("DOI:"));
    stated.find_map(doi::read)
}
