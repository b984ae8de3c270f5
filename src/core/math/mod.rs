//! Math as a tree of MathML elements: plain data. The converter from LaTeX is [`latex`], which
//! belongs to the engine.

#[cfg(feature = "engine")]
pub mod latex;

use serde::{Deserialize, Serialize};

/// One MathML element, made by us from an allow-list of names and attributes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MathElement {
    /// The element's name: `mrow`, `msup` …
    pub name: String,
    /// Its attributes.
    pub attributes: Vec<(String, String)>,
    /// What stands in it.
    pub children: Vec<MathNode>,
}

/// What stands in a [`MathElement`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MathNode {
    /// An element.
    Element(MathElement),
    /// Text.
    Text(String),
}
