//! LaTeX math → [`MathElement`], by way of `pulldown-latex`'s MathML.
//!
//! What comes out is built from names and attributes that we allow, so that nothing of a digest can
//! become markup. Math that the library does not understand gives nothing: the reader then sees its
//! source.

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};

use super::{MathElement, MathNode};

/// Longer math is shown as its source: it is a stray dollar sign far more often than math.
const MAX_BYTES: usize = 2_000;
/// A deeper tree is shown as its source, so that nobody's stack runs over who walks it.
const MAX_DEPTH: usize = 40;
/// Math with more commands is shown as its source: the parser recurses from each command into one
/// that is its argument, with a kilobyte of the stack.
const MAX_COMMANDS: usize = 200;
/// Math with more elements is shown as its source: each is a node of the page.
const MAX_ELEMENTS: usize = 1_000;
/// Commands that define others could loop or double what follows again and again, and abstracts
/// have no use for them.
const DEFINITIONS: [&str; 7] = [
    "\\def",
    "\\gdef",
    "\\let",
    "\\futurelet",
    "\\newcommand",
    "\\renewcommand",
    "\\providecommand",
];

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

/// How much math is made for one message to the page. What lies beyond it shows its source.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// How many bytes of sources are read.
    pub bytes: usize,
    /// How many elements are made.
    pub elements: usize,
}

impl Budget {
    /// What a list of papers or one paper takes: some ten times the math of a page of formulas, and
    /// some ten milliseconds.
    pub const USUAL: Self = Self {
        bytes: 16 << 10,
        elements: 3_000,
    };

    /// As [`to_mathml`], as long as there is something left.
    pub fn to_mathml(&mut self, source: &str, display: bool) -> Option<MathElement> {
        self.bytes = self.bytes.checked_sub(source.len())?;
        let made = to_mathml(source, display)?;
        self.elements = self.elements.checked_sub(elements(&made))?;
        Some(made)
    }
}

/// How many elements there are in one, itself included. None nests deeper than [`MAX_DEPTH`].
fn elements(of: &MathElement) -> usize {
    let within = of.children.iter().map(|child| match child {
        MathNode::Element(element) => elements(element),
        MathNode::Text(_) => 0,
    });
    1 + within.sum::<usize>()
}

/// Reads math with its delimiters (`$L^2$`). `None` when it cannot be read: show its source then.
pub fn to_mathml(source: &str, display: bool) -> Option<MathElement> {
    let body = strip_delimiters(source).trim();
    if body.is_empty()
        || body.len() > MAX_BYTES
        || DEFINITIONS.iter().any(|name| body.contains(name))
        || !is_tame(body)
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

/// Whether math nests no deeper than its tree may, which the parser would look through once for
/// each level, and has not too many commands.
fn is_tame(body: &str) -> bool {
    let (mut depth, mut commands) = (0_usize, 0);
    let mut bytes = body.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'\\' => {
                commands += 1;
                // An escaped brace is none.
                bytes.next();
            }
            _ => {}
        }
        if depth >= MAX_DEPTH || commands > MAX_COMMANDS {
            return false;
        }
    }
    true
}

/// What stands between the delimiters of math; all of it where it has none.
pub(in crate::core) fn strip_delimiters(source: &str) -> &str {
    [("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")]
        .into_iter()
        .find_map(|(open, close)| source.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(source)
}

/// Reads the renderer's MathML into a tree of allowed elements; `None` when there are others.
///
/// The renderer writes `<` and `&` of the text as they are, so its output is not XML: what no
/// element's name follows is text.
fn tree(markup: &str) -> Option<MathElement> {
    let mut open: Vec<MathElement> = Vec::new();
    let mut rest = markup;
    let mut made = 0;
    while !rest.is_empty() {
        if made > MAX_ELEMENTS {
            return None;
        }
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
            made += 1;
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
            "$\\providecommand{\\x}[1]{#1#1}\\x{a}$",
            "$\\futurelet\\x ab\\x$",
            "$x}$",
        ] {
            check(source, None);
        }
        check(&format!("${}x{}$", "{".repeat(100), "}".repeat(100)), None);
        check(&format!("${}$", "x".repeat(5_000)), None);
        check(&format!("${}$", "x".repeat(MAX_ELEMENTS + 1)), None);
    }

    #[test]
    fn no_nesting_takes_much_of_the_stack() {
        let openings = [
            "{",
            "x^{",
            "x_{",
            "\\sqrt{",
            "\\sqrt[",
            "\\frac{",
            "\\frac1{",
            "\\left(",
            "\\begin{matrix}",
            "\\text{",
            "\\hat{",
            "\\mathbf{",
            "\\mathrel{",
            "\\overset{",
            "\\substack{",
            "\\binom{",
            "{\\bf ",
            "\\not",
            "\\bigl",
            "x'^{",
            "\\text{$",
            "\\hat",
            "\\frac1",
            "\\sqrt\\",
            "\\mbox{$x",
        ];
        for opening in openings {
            let closing = match opening {
                "\\left(" => "\\right)",
                "\\begin{matrix}" => "\\end{matrix}",
                "\\sqrt[" => "]",
                "\\text{$" | "\\mbox{$x" => "$}",
                _ => "}",
            };
            let deep = (MAX_BYTES - 10) / (opening.len() + closing.len());
            let closed = [&opening.repeat(deep), "x", &closing.repeat(deep)].concat();
            let _ = to_mathml(&["$", &closed, "$"].concat(), false);
            let open = opening.repeat(MAX_BYTES / opening.len());
            let _ = to_mathml(&["$", &open, "$"].concat(), true);
        }
    }

    #[test]
    fn math_beyond_the_budget_shows_its_source() {
        let mut budget = Budget {
            bytes: 14,
            elements: 5,
        };
        // An element for the whole and one for the letter.
        assert!(budget.to_mathml("$x$", false).is_some());
        assert!(budget.to_mathml("$y$", false).is_some());
        assert!(budget.to_mathml("$z$", false).is_none());
        assert!(budget.to_mathml("$longer$", false).is_none());
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
