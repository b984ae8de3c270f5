//! The tags of JATS, of MathML and of web pages, in which publishers and feeds write abstracts.

use std::borrow::Cow;

/// What becomes of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// It stands as it is: a tag that is read, or no tag at all.
    Stays,
    /// It goes, and what it is around stays.
    Goes,
    /// A paragraph ends.
    Breaks,
    /// A heading starts or ends, which is a paragraph of its own.
    Heads,
    /// Another name for a tag that is read.
    Is(&'static str),
    /// A superscript.
    Raises,
    /// A formula in TeX.
    Tex,
    /// A formula in MathML, which goes with what it is around if the same stands there in TeX.
    Math,
    /// It goes with what it is around.
    Hides,
}

/// What becomes of tags; names without the prefix of their namespace.
const TAGS: [(&str, Role); 68] = [
    ("abstract", Role::Goes),
    ("alternatives", Role::Goes),
    ("annotation", Role::Hides),
    ("article", Role::Breaks),
    ("blockquote", Role::Breaks),
    ("bold", Role::Is("b")),
    ("caption", Role::Breaks),
    ("disp-formula", Role::Goes),
    ("div", Role::Breaks),
    ("email", Role::Goes),
    ("ext-link", Role::Goes),
    ("figure", Role::Breaks),
    ("font", Role::Goes),
    ("h1", Role::Heads),
    ("h2", Role::Heads),
    ("h3", Role::Heads),
    ("h4", Role::Heads),
    ("h5", Role::Heads),
    ("h6", Role::Heads),
    ("hr", Role::Breaks),
    ("img", Role::Goes),
    ("inline-formula", Role::Goes),
    ("inline-graphic", Role::Goes),
    ("italic", Role::Is("i")),
    ("label", Role::Goes),
    ("li", Role::Breaks),
    ("list", Role::Breaks),
    ("list-item", Role::Breaks),
    ("math", Role::Math),
    ("mfenced", Role::Goes),
    ("mfrac", Role::Goes),
    ("mi", Role::Goes),
    ("mn", Role::Goes),
    ("mo", Role::Goes),
    ("monospace", Role::Is("code")),
    ("mover", Role::Goes),
    ("mrow", Role::Goes),
    ("mspace", Role::Goes),
    ("msqrt", Role::Goes),
    ("mstyle", Role::Goes),
    ("msub", Role::Goes),
    ("msubsup", Role::Goes),
    ("msup", Role::Goes),
    ("mtext", Role::Goes),
    ("munder", Role::Goes),
    ("munderover", Role::Goes),
    ("named-content", Role::Goes),
    ("ol", Role::Breaks),
    ("p", Role::Breaks),
    ("sc", Role::Goes),
    ("scp", Role::Goes),
    ("script", Role::Hides),
    ("sec", Role::Breaks),
    ("section", Role::Breaks),
    ("semantics", Role::Goes),
    ("small", Role::Goes),
    ("strike", Role::Goes),
    ("style", Role::Hides),
    ("styled-content", Role::Goes),
    ("sub", Role::Goes),
    ("sup", Role::Raises),
    ("tex-math", Role::Tex),
    ("title", Role::Heads),
    ("tr", Role::Breaks),
    ("ul", Role::Breaks),
    ("underline", Role::Goes),
    ("uri", Role::Goes),
    ("xref", Role::Goes),
];

/// Headings over what is an abstract anyway.
const NO_NEWS: [&str; 3] = ["abstract", "summary", "abstract."];

/// What stands raised for what.
const RAISED: [(char, char); 14] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('−', '⁻'),
    ('–', '⁻'),
];

/// A tag as it stands in a text.
struct Tag<'s> {
    start: usize,
    /// The place behind it.
    end: usize,
    role: Role,
    closing: bool,
    name: &'s str,
}

/// A text in the tags of JATS, of MathML and of web pages as one that [`read`](super::read) reads:
/// paragraphs end in `<br>`, and tags that say nothing there are gone. Names of tags that are not
/// known are text.
pub(in crate::core::digest) fn plain_tags(source: &str) -> Cow<'_, str> {
    if memchr::memchr(b'<', source.as_bytes()).is_none() {
        return Cow::Borrowed(source);
    }
    let tags = memchr::memchr_iter(b'<', source.as_bytes()).filter_map(|at| tag_at(source, at));
    let tags: Vec<Tag<'_>> = tags.collect();
    if tags.is_empty() {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len());
    let mut done = 0;
    // What is told in TeX is not told in MathML once more.
    let mut told = false;
    let mut hidden: Option<(&str, usize)> = None;
    for (at, tag) in tags.iter().enumerate() {
        if let Some((name, _)) = hidden {
            if !(tag.closing && tag.name == name) {
                continue;
            }
            hidden = None;
            done = tag.end;
            continue;
        }
        let before = source.get(done..tag.start).unwrap_or_default();
        done = tag.end;
        let opened = at.checked_sub(1).and_then(|at| tags.get(at));
        let opened = opened.filter(|open| !open.closing && tag.closing && open.role == tag.role);
        match opened.map(|open| open.role) {
            Some(Role::Heads) if NO_NEWS.contains(&before.trim().to_lowercase().as_str()) => {}
            Some(Role::Raises) => raise(before, &mut out),
            Some(Role::Tex) => {
                told = formula(before, &mut out);
            }
            _ => out.push_str(before),
        }
        match tag.role {
            Role::Breaks | Role::Heads => out.push_str("<br>"),
            Role::Is(name) => {
                out.push_str(if tag.closing { "</" } else { "<" });
                out.push_str(name);
                out.push('>');
            }
            Role::Hides if !tag.closing => hidden = Some((tag.name, tag.end)),
            Role::Math if !tag.closing && told => {
                told = false;
                hidden = Some((tag.name, tag.end));
            }
            _ => {}
        }
    }
    // What nothing closes hides nothing.
    let done = hidden.map_or(done, |(_, end)| end);
    out.push_str(source.get(done..).unwrap_or_default());
    Cow::Owned(out)
}

/// The tag that starts at a `<`, unless it stays as it is. A tag holds no second `<`, so that all
/// tries together are linear.
fn tag_at(source: &str, start: usize) -> Option<Tag<'_>> {
    let inside = source.get(start + 1..)?;
    let closing = inside.starts_with('/');
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let is_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-');
    let len = name.bytes().take_while(|b| is_name(*b)).count();
    let (name, rest) = name.split_at_checked(len)?;
    if !rest.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace()) {
        return None;
    }
    let close = memchr::memchr2(b'<', b'>', rest.as_bytes())?;
    let (attributes, rest) = rest.split_at_checked(close)?;
    let rest = rest.strip_prefix('>')?;
    if !holds_attributes(attributes) {
        return None;
    }
    let name = name.rsplit_once(':').map_or(name, |(_, name)| name);
    let role = role(name);
    (role != Role::Stays).then_some(Tag {
        start,
        end: source.len() - rest.len(),
        role,
        closing,
        name,
    })
}

/// Whether what stands behind a tag's name may be its attributes: `$1 <p and q> 2$` is no tag.
fn holds_attributes(text: &str) -> bool {
    let text = text.trim_end_matches('/').trim();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b':' | b'-' | b'_');
    let len = text.bytes().take_while(|b| is_name(b)).count();
    let after = text.get(len..).unwrap_or_default().trim_start();
    text.is_empty() || (len > 0 && after.starts_with('='))
}

fn role(name: &str) -> Role {
    let known = |name: &str| {
        let at = TAGS
            .binary_search_by(|(known, _)| (*known).cmp(name))
            .ok()?;
        TAGS.get(at).map(|(_, role)| *role)
    };
    known(name)
        .or_else(|| known(&name.to_ascii_lowercase()))
        .unwrap_or(Role::Stays)
}

/// A superscript that Unicode has, or the text as it is.
fn raise(text: &str, out: &mut String) {
    let raised = |c: char| {
        let known = RAISED.iter().find(|(plain, _)| *plain == c);
        known.map(|(_, raised)| *raised)
    };
    let all: Option<String> = text.trim().chars().map(raised).collect();
    out.push_str(all.as_deref().unwrap_or(text));
}

/// A formula of TeX between its delimiters, and whether there is one.
fn formula(source: &str, out: &mut String) -> bool {
    let inside = source.split_once("\\begin{document}");
    let inside = inside.map_or(source, |(_, inside)| inside);
    let inside = inside.split("\\end{document}").next().unwrap_or(inside);
    let formula = inside.trim().trim_matches('$').trim();
    if formula.is_empty() {
        return false;
    }
    out.push('$');
    out.push_str(formula);
    out.push('$');
    true
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn tags_are_in_order() {
        assert!(TAGS.array_windows().all(|[(a, _), (b, _)]| a < b));
    }

    #[test]
    fn tags_are_read_or_gone() {
        for (source, expected) in [
            ("a x<y and <unk> b", "a x<y and <unk> b"),
            (
                "<jats:title>Abstract</jats:title><jats:p>Fog is <jats:italic>wet</jats:italic>.</jats:p><jats:p>CO<jats:sub>2</jats:sub> at 10<jats:sup>-5</jats:sup>.</jats:p>",
                "Fog is wet.\nCO2 at 10⁻⁵.",
            ),
            (
                "<sec><title>Aims</title><p>We ask.</p></sec> <sec><title>Results</title><p>We know.</p></sec>",
                "Aims\nWe ask.\nResults\nWe know.",
            ),
            (
                "<h4>Aims</h4>We ask.<h4>Ends</h4>We go.",
                "Aims\nWe ask.\nEnds\nWe go.",
            ),
            (
                "<jats:p>Of <jats:inline-formula><jats:alternatives><jats:tex-math>\\documentclass{minimal}\\begin{document}$$x^2$$\\end{document}</jats:tex-math><mml:math xmlns:mml=\"u\"><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></jats:alternatives></jats:inline-formula> and <mml:math><mml:mi>y</mml:mi></mml:math>.</jats:p>",
                "Of $x^2$ and y.",
            ),
            ("a <style>p { x }</style>b<script>c", "a bc"),
            (
                "<div class=\"x\"><p>A b.</p><ul><li>c</li></ul></div>",
                "A b.\nc",
            ),
            ("the 3<sup>rd</sup> <scp>Fog</scp>", "the 3rd Fog"),
            ("<p", "<p"),
            ("of 1 <p and q> 2", "of 1 <p and q> 2"),
            ("<p class=x>a</p><hr/>b", "a\nb"),
        ] {
            assert_eq!(read(&plain_tags(source)).plain, expected, "{source}");
        }
    }
}
