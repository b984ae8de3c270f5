//! What must hold whatever a file, a query or a rule says: a check for each kind of input, which
//! panics where it does not.
//!
//! The mutation fuzzer beside this and the targets of `tests/fuzz`, which libFuzzer guides by
//! coverage, try the same checks.

mod archive;
mod backup;
pub mod digest;
mod engine;
mod link;
mod markup;
mod parcel;
mod query;
mod rules;

use digest_explorer::core::digest::Format;

/// A kind of input.
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Tries one input.
    pub check: fn(&[u8]),
}

/// All kinds: one a format, and whatever else a stranger can write.
pub const TARGETS: &[Target] = &[
    target("heading", |bytes| {
        digest::of_format(Format::HeadingDigest, bytes);
    }),
    target("feed", |bytes| digest::of_format(Format::Feed, bytes)),
    target("mail", |bytes| digest::of_format(Format::ArxivMail, bytes)),
    target("enhanced", |bytes| {
        digest::of_format(Format::DailyEnhanced, bytes);
    }),
    target("fields", |bytes| {
        digest::of_format(Format::FieldDigest, bytes);
    }),
    target("table", |bytes| digest::of_format(Format::Table, bytes)),
    target("json", |bytes| digest::of_format(Format::Json, bytes)),
    target("bibtex", |bytes| digest::of_format(Format::Bibtex, bytes)),
    target("ris", |bytes| digest::of_format(Format::Ris, bytes)),
    target("csl", |bytes| digest::of_format(Format::CslJson, bytes)),
    target("yaml", |bytes| digest::of_format(Format::Yaml, bytes)),
    target("papers", |bytes| digest::of_format(Format::Papers, bytes)),
    target("page", |bytes| digest::of_format(Format::Page, bytes)),
    target("copied", |bytes| digest::of_format(Format::Copied, bytes)),
    target("tagged", |bytes| digest::of_format(Format::Tagged, bytes)),
    target("bibxml", |bytes| digest::of_format(Format::BibXml, bytes)),
    target("list", |bytes| digest::of_format(Format::List, bytes)),
    target("parcel", parcel::check),
    target("bytes", digest::of_any_format),
    target("archive", archive::check),
    target("markup", markup::check),
    target("query", query::check),
    target("rules", rules::check),
    target("link", link::check),
    target("export", digest::exported),
    target("engine", engine::check),
    target("backup", backup::check),
    target("csv", |bytes| digest::of_format(Format::Csv, bytes)),
];

const fn target(name: &'static str, check: fn(&[u8])) -> Target {
    Target { name, check }
}

/// The bytes as text, with marks where they are none.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
