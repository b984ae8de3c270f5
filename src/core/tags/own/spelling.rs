//! How a file of rules spells its keys, and those strings that are one of a few.

use super::{BuiltIn, Field};
use crate::core::paper::Part;

/// The parts as they are written.
pub(super) const PARTS: [(&str, Part); 3] = [
    ("title", Part::Title),
    ("abstract", Part::Abstract),
    ("comment", Part::Comment),
];

/// All parts, as they are written.
pub(super) const ANYWHERE: &str = "anywhere";

/// What becomes of the table's tag, as it is written.
pub(super) const BUILT_IN: [(&str, BuiltIn); 3] = [
    ("keep", BuiltIn::Keep),
    ("replace", BuiltIn::Replace),
    ("off", BuiltIn::Off),
];

/// Whether a rule is used, as it is written.
pub(super) const STATUS: [(&str, bool); 2] = [("on", false), ("off", true)];

/// The keys of a rule.
pub(super) const KEYS: [(&str, Field); 9] = [
    ("name", Field::Name),
    ("facet", Field::Facet),
    ("label", Field::Label),
    ("words", Field::Words),
    ("regex", Field::Regex),
    ("not", Field::Not),
    ("where", Field::Places),
    ("built-in", Field::BuiltIn),
    ("status", Field::Status),
];
