//! Records that something else than JSON has: their members are called the same.

use super::field::{self, Field};
use super::record::{self, Read, Record};
use super::value::Value;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::desk::{Desk, Location};

/// How deep the parts of a record may nest.
const DEEPEST: u32 = 4;

/// Enters a record as a paper, or says why it is none.
pub(in crate::core::digest) fn object(desk: &mut Desk<'_>, at: Location, value: Value) {
    let mut members = Vec::new();
    if let Value::Object(named) = value {
        gather(named, 0, &mut members);
    }
    match record::read(&members, "", at.line) {
        Record::Paper(read) => {
            let Read {
                mut paper,
                own_day,
                bad_address,
                nameless,
                unread,
                ..
            } = *read;
            if paper.days.is_empty() {
                paper.days.extend(desk.file_day().or(own_day));
            }
            desk.paper(at, paper);
            remarks(desk, at, bad_address.as_deref(), nameless, &unread);
        }
        Record::Failure(reason) => failure(desk, at, &reason),
        Record::Beside(what) => {
            let message = format!("This is {what} and no paper; it was passed over.");
            desk.refuse(at, DiagnosticKind::BadEntry, message);
        }
        Record::Nothing => nothing(desk, at),
    }
}

/// Says what of a record could not be read.
pub(super) fn remarks(
    desk: &mut Desk<'_>,
    at: Location,
    bad_address: Option<&str>,
    nameless: usize,
    unread: &[&str],
) {
    if let Some(url) = bad_address {
        let message = format!(
            "The address {url} names no arXiv id that can be; the paper goes by its title."
        );
        desk.warn(at, DiagnosticKind::BadLink, message);
    }
    if nameless > 0 {
        let message = match nameless {
            1 => "One of the authors has no name that can be read; it was left out.".to_owned(),
            count => {
                format!("{count} of the authors have no name that can be read; they were left out.")
            }
        };
        desk.warn(at, DiagnosticKind::BadEntry, message);
    }
    for what in unread {
        let message = format!(
            "The {what} of this record stand in a form that is not known here and were left out."
        );
        desk.warn(at, DiagnosticKind::BadEntry, message);
    }
}

/// Says that a record is the failure of a service.
pub(super) fn failure(desk: &mut Desk<'_>, at: Location, reason: &str) {
    let message = format!("There is no paper here but an error: “{reason}”.");
    desk.refuse(at, DiagnosticKind::BadEntry, message);
}

/// Says that a record is no paper.
pub(super) fn nothing(desk: &mut Desk<'_>, at: Location) {
    let message = "This record has neither a title nor an arXiv id; it was left out.";
    desk.refuse(at, DiagnosticKind::BadEntry, message);
}

/// The members that are known, those of a record's parts before its own.
fn gather(named: Vec<(String, Value)>, depth: u32, members: &mut Vec<(Field, Value)>) {
    let mut own = Vec::new();
    for (name, value) in named {
        match value {
            Value::Object(named) if field::is_part(&name) && depth < DEEPEST => {
                gather(named, depth + 1, members);
            }
            value => {
                let field = field::field(&name).filter(|field| *field != Field::Other);
                own.extend(field.map(|field| (field, value)));
            }
        }
    }
    members.extend(own);
}

/// Whether a member with this name holds a list of papers.
pub(in crate::core::digest) fn is_list(name: &str) -> bool {
    field::is_list(name) || field::is_around_or_within(name)
}

/// Whether a member with this name holds what a paper cites, where it stands in one.
pub(in crate::core::digest) fn is_cited(name: &str) -> bool {
    field::is_around_or_within(name)
}

/// Whether a member with this name says something of a paper.
pub(in crate::core::digest) fn is_known(name: &str) -> bool {
    field::field(name).is_some() || field::is_part(name)
}

/// Whether a member with this name is a title.
pub(in crate::core::digest) fn is_title(name: &str) -> bool {
    field::field(name) == Some(Field::Title)
}

/// Whether a value is a record with a title.
pub(in crate::core::digest) fn is_titled(value: &Value) -> bool {
    has(value, &[Field::Title])
}

/// Whether a value is a record with a title and something else that a paper has.
pub(in crate::core::digest) fn is_work(value: &Value) -> bool {
    let besides = [Field::Authors, Field::Short, Field::Doi, Field::Abstract];
    has(value, &[Field::Title]) && has(value, &besides)
}

fn has(value: &Value, fields: &[Field]) -> bool {
    let Value::Object(members) = value else {
        return false;
    };
    let mut known = members.iter().filter_map(|(name, _)| field::field(name));
    known.any(|field| fields.contains(&field))
}
