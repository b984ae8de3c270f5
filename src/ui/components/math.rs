//! MathML from its tree. Names and attributes are looked up in lists of ours, so that no text of a
//! digest becomes markup.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::core::math::{MathElement, MathNode};

const ELEMENTS: [&str; 26] = [
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "ms",
    "msup",
    "msub",
    "msubsup",
    "mfrac",
    "msqrt",
    "mroot",
    "mover",
    "munder",
    "munderover",
    "mmultiscripts",
    "mprescripts",
    "mtable",
    "mtr",
    "mtd",
    "mpadded",
    "mphantom",
    "mstyle",
    "menclose",
];

const ATTRIBUTES: [&str; 27] = [
    "display",
    "mathvariant",
    "stretchy",
    "fence",
    "separator",
    "accent",
    "accentunder",
    "lspace",
    "rspace",
    "linethickness",
    "columnalign",
    "columnspacing",
    "columnlines",
    "rowalign",
    "rowspacing",
    "rowlines",
    "displaystyle",
    "scriptlevel",
    "minsize",
    "maxsize",
    "symmetric",
    "largeop",
    "movablelimits",
    "form",
    "width",
    "height",
    "depth",
];

/// Draws an element. Yew puts a `math` element and what stands in it into the namespace of MathML.
pub fn math(element: &MathElement) -> Html {
    let children = element.children.iter().map(|child| match child {
        MathNode::Element(element) => math(element),
        MathNode::Text(text) => text.into(),
    });
    let children: Html = children.collect();
    let Some(name) = known(&ELEMENTS, &element.name) else {
        return children;
    };
    let mut tag = VTag::new(name);
    for (key, value) in &element.attributes {
        if let Some(key) = known(&ATTRIBUTES, key) {
            tag.add_attribute(key, value.clone());
        }
    }
    tag.add_child(children);
    tag.into()
}

fn known(list: &[&'static str], name: &str) -> Option<&'static str> {
    list.iter().copied().find(|known| *known == name)
}
