//! What stands in the Markdown of one item: images taken out, links and styled pieces found.

use crate::core::digest::address::{markdown_links, without_images};
use crate::core::digest::lines::part;

/// A piece of an item.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece {
    /// Text without markup.
    Text(String),
    /// `**bold**`
    Bold(String),
    /// `*italic*`
    Italic(String),
    /// `[label](address)`, or a bare address without a label.
    Link {
        /// What it says, without markup.
        label: String,
        /// Where it leads.
        address: String,
        /// Whether it stands in bold.
        bold: bool,
    },
}

/// The pieces of an item in their order.
pub(super) fn pieces(source: &str) -> Vec<Piece> {
    let source = without_tags(source);
    let source = without_images(&source);
    let mut pieces = Vec::new();
    let mut bold = false;
    let mut done = 0;
    for link in markdown_links(&source) {
        styled(
            part(&source, &(done..link.whole.start)),
            &mut bold,
            &mut pieces,
        );
        let label = label_of(part(&source, &link.label));
        let address = part(&source, &link.address).to_owned();
        pieces.push(Piece::Link {
            label,
            address,
            bold,
        });
        done = link.whole.end;
    }
    styled(part(&source, &(done..source.len())), &mut bold, &mut pieces);
    pieces
}

/// A text without images, links' addresses and marks of style.
pub(super) fn label_of(source: &str) -> String {
    let source = without_images(source);
    let mut label = String::new();
    let mut done = 0;
    for link in markdown_links(&source) {
        label.push_str(part(&source, &(done..link.whole.start)));
        label.push_str(part(&source, &link.label));
        done = link.whole.end;
    }
    label.push_str(part(&source, &(done..source.len())));
    let label = label.replace(['*', '`', '[', ']'], "");
    label.trim_matches([' ', '\t', '_', ':']).to_owned()
}

/// Makes links of Markdown of those of HTML, and takes other tags out.
fn without_tags(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut rest = source;
    let mut address: Option<String> = None;
    let mut closes = true;
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let is_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        let close = if is_tag && closes {
            memchr::memchr(b'>', tag.as_bytes())
        } else {
            None
        };
        closes &= !is_tag || close.is_some();
        let Some((inside, after)) = close.and_then(|at| tag.split_at_checked(at)) else {
            out.push('<');
            rest = tag;
            continue;
        };
        rest = after.get(1..).unwrap_or_default();
        let name = inside
            .split([' ', '\t', '\n', '/'])
            .next()
            .unwrap_or_default();
        if inside.starts_with("http") {
            // `<https://…>`
            out.push_str(inside);
        } else if name.eq_ignore_ascii_case("a") {
            if let Some(href) = attribute(inside, "href") {
                out.push('[');
                address = Some(href.to_owned());
            }
        } else if inside.eq_ignore_ascii_case("/a") {
            if let Some(href) = address.take() {
                out.push_str("](");
                out.push_str(&href);
                out.push(')');
            }
        } else if name.eq_ignore_ascii_case("br") {
            out.push('\n');
        }
    }
    out.push_str(rest);
    out
}

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (_, value) = tag.split_once(name)?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
        _ => value.split_whitespace().next(),
    }
}

/// Cuts a text between links into plain and styled pieces and bare addresses; a style may be open
/// at its start or stay so, around a link.
fn styled(text: &str, bold: &mut bool, pieces: &mut Vec<Piece>) {
    let mut rest = text;
    let mut plain = String::new();
    while let Some((at, mark)) = next_mark(rest) {
        plain.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at + mark.len()..).unwrap_or_default();
        if mark == "http" {
            let address = part(rest, &(0..address_end(rest)));
            flush(&mut plain, *bold, pieces);
            pieces.push(Piece::Link {
                label: String::new(),
                address: format!("http{address}"),
                bold: *bold,
            });
            rest = rest.get(address.len()..).unwrap_or_default();
            continue;
        }
        flush(&mut plain, *bold, pieces);
        if mark.len() == 2 {
            *bold = !*bold;
            continue;
        }
        match closing(rest, mark) {
            Some(end) => {
                let inside = rest.get(..end).unwrap_or_default();
                pieces.push(Piece::Italic(inside.to_owned()));
                rest = rest.get(end + 1..).unwrap_or_default();
            }
            None => plain.push_str(mark),
        }
    }
    plain.push_str(rest);
    flush(&mut plain, *bold, pieces);
}

fn flush(plain: &mut String, bold: bool, pieces: &mut Vec<Piece>) {
    if plain.is_empty() {
        return;
    }
    let plain = std::mem::take(plain);
    pieces.push(if bold {
        Piece::Bold(plain)
    } else {
        Piece::Text(plain)
    });
}

/// The next mark of a style or start of an address.
fn next_mark(text: &str) -> Option<(usize, &'static str)> {
    let bytes = text.as_bytes();
    let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let before = |at: usize| at.checked_sub(1).is_some_and(word);
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|b| matches!(b, b'*' | b'_' | b'h')))
    {
        at += found;
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with("**") {
            return Some((at, "**"));
        }
        if rest.starts_with("__") && !(before(at) && word(at + 2)) {
            return Some((at, "__"));
        }
        if rest.starts_with('*') {
            return Some((at, "*"));
        }
        if rest.starts_with('_') && !before(at) {
            return Some((at, "_"));
        }
        if (rest.starts_with("http://") || rest.starts_with("https://")) && !before(at) {
            return Some((at, "http"));
        }
        at += 1;
    }
    None
}

/// Where an italic piece ends that starts here.
fn closing(text: &str, mark: &str) -> Option<usize> {
    let end = text.find(mark)?;
    let inside = text.get(..end)?;
    let is_one = !inside.is_empty() && !inside.starts_with(' ') && !inside.contains("**");
    is_one.then_some(end)
}

fn address_end(text: &str) -> usize {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, ')' | ']' | '>' | '<' | '"' | '，' | '。');
    let end = text.find(ends).unwrap_or(text.len());
    let address = text.get(..end).unwrap_or_default();
    address
        .trim_end_matches(['.', ',', ';', '*', '_', '`'])
        .len()
}
