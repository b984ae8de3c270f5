//! LaTeX math → [`MathElement`], by way of `pulldown-latex`'s MathML.
//!
//! What comes out is built from names and attributes that we allow, so that nothing of a digest can become markup. Math that the library
//! does not understand gives nothing: the reader then sees its source.

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};

use super::{MathElement, MathNode};

/// Longer math is shown as its source: it is a stray dollar sign far more often than math.
const MAX_BYTES: usize = 2_000;
/// A deeper tree is shown as its source, so that nobody's stack runs over who walks it.
const MAX_DEPTH: usize = 40;
/// Commands that define others could loop, and abstracts have no use for them.
const DEFINITIONS: [&str; 5] = ["\\def", "\\gdef", "\\let", "\\newcommand", "\\renewcommand"];

/// The elements of MathML Core that may be shown.
const ELEMENTS: [&str; 24] = [
    "math",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
];
/// The attributes that may be shown: none of them can load or run anything.
const ATTRIBUTES: [&str; 19] = [
    "accent",
    "accentunder",
    "columnalign",
    "depth",
    "display",
    "displaystyle",
    "fence",
    "form",
    "height",
    "linethickness",
    "lspace",
    "mathvariant",
    "maxsize",
    "minsize",
    "movablelimits",
    "rspace",
    "scriptlevel",
    "stretchy",
    "width",
];

/// The renderer's entities; the ampersand last, so that nothing is decoded twice.
const ENTITIES: [(&str, &str); 6] = [
    ("&nbsp;", "\u{a0}"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&amp;", "&"),
];

/// Reads math with its delimiters (`$L^2$`). `None` when it cannot be read: show its source then.
pub fn to_mathml(source: &str, display: bool) -> Option<MathElement> {
    let body = strip_delimiters(source).trim();
    if body.is_empty()
        || body.len() > MAX_BYTES
        || DEFINITIONS.iter().any(|name| body.contains(name))
    {
        return None;
    }
    let storage = Storage::new();
    // The renderer paints errors in red; the parser alone says whether there are any.
    if Parser::new(body, &storage).any(|event| event.is_err()) {
        return None;
    }
    let display_mode = if display {
        DisplayMode::Block
    } else {
        DisplayMode::Inline
    };
    let config = RenderConfig {
        display_mode,
        ..RenderConfig::default()
    };
    let mut markup = String::new();
    push_mathml(&mut markup, Parser::new(body, &storage), config).ok()?;
    tree(&markup)
}

fn strip_delimiters(source: &str) -> &str {
    [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")]
        .into_iter()
        .find_map(|(open, close)| source.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(source)
}

/// Reads the renderer's MathML into a tree of allowed elements; `None` when there are others.
///
/// The renderer writes `<` and `&` of the text as they are, so its output is not XML: what no element's name follows is text.
fn tree(markup: &str) -> Option<MathElement> {
    let mut open: Vec<MathElement> = Vec::new();
    let mut rest = markup;
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("</") {
            let (name, after) = after.split_once('>')?;
            let done = open.pop().filter(|element| element.name == name)?;
            match open.last_mut() {
                Some(parent) => parent.children.push(MathNode::Element(done)),
                None => return after.is_empty().then_some(done),
            }
            rest = after;
        } else if rest.starts_with('<') && rest[1..].starts_with(|c: char| c.is_ascii_alphabetic())
        {
            let (tag, after) = rest[1..].split_once('>')?;
            match tag.strip_suffix('/') {
                Some(tag) => open
                    .last_mut()?
                    .children
                    .push(MathNode::Element(element(tag)?)),
                None if open.len() >= MAX_DEPTH => return None,
                None => open.push(element(tag)?),
            }
            rest = after;
        } else {
            let first = rest.chars().next()?.len_utf8();
            let end = rest[first..].find('<').map_or(rest.len(), |at| first + at);
            open.last_mut()?
                .children
                .push(MathNode::Text(decode(&rest[..end])));
            rest = &rest[end..];
        }
    }
    None
}

/// Undoes the entities that the renderer writes in `\text{…}`.
fn decode(text: &str) -> String {
    ENTITIES
        .iter()
        .fold(text.to_owned(), |text, (entity, plain)| {
            text.replace(entity, plain)
        })
}

/// The element of a start tag's inside: a name, then attributes with quoted values.
fn element(tag: &str) -> Option<MathElement> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    if !ELEMENTS.contains(&name) {
        return None;
    }
    let mut attributes = Vec::new();
    while let Some((key, value)) = rest.trim_start().split_once("=\"") {
        let (value, after) = value.split_once('"')?;
        if ATTRIBUTES.contains(&key) {
            attributes.push((key.to_owned(), value.to_owned()));
        }
        rest = after;
    }
    Some(MathElement {
        name: name.to_owned(),
        attributes,
        children: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(element: &MathElement) -> String {
        let children: Vec<String> = element
            .children
            .iter()
            .map(|child| match child {
                MathNode::Element(element) => print(element),
                MathNode::Text(text) => text.clone(),
            })
            .collect();
        format!("{}({})", element.name, children.join(" "))
    }

    #[track_caller]
    fn check(source: &str, expected: Option<&str>) {
        assert_eq!(
            to_mathml(source, false).as_ref().map(print).as_deref(),
            expected,
            "{source}"
        );
    }

    #[test]
    fn math_becomes_elements() {
        check("$L^2$", Some("math(msup(mi(L) mn(2)))"));
        check("$\\text{<b></math>}$", Some("math(mtext(<b></math>))"));
        check("$a<b$", Some("math(mi(a) mo(<) mi(b))"));
        check(
            "$\\text{if } x \\& y$",
            Some("math(mtext(if\u{a0}) mi(x) mi(&) mi(y))"),
        );
        check(
            "\\(\\frac{1}{n}\\)",
            Some("math(mfrac(mrow(mn(1)) mrow(mi(n))))"),
        );
    }

    #[test]
    fn math_that_cannot_be_read_gives_nothing() {
        for source in [
            "$\\frac{1$",
            "$$",
            "$\\nosuchcommand{x}$",
            "$\\def\\x{\\x\\x}\\x$",
            "$x}$",
        ] {
            check(source, None);
        }
        check(&format!("${}x{}$", "{".repeat(100), "}".repeat(100)), None);
        check(&format!("${}$", "x".repeat(5_000)), None);
    }

    proptest::proptest! {
        #[test]
        fn no_math_panics(source in r"[\$\\{}^_&a-c0-9 ]{0,40}", names in proptest::collection::vec("[a-z]{1,6}", 0..6)) {
            let commands = names.iter().fold(String::new(), |text, name| text + "\\" + name + "{");
            let _ = to_mathml(&format!("${source}$"), false);
            let _ = to_mathml(&format!("${commands}{source}$"), true);
        }
    }
}
