//! Finds bare addresses: `https://…`, `www.….org/…`, `github.com/…`.

use super::html::Html;
use super::math::Formula;

/// Hosts that authors write without a scheme and that are worth a link.
const BARE_HOSTS: [&str; 4] = ["github.com", "gitlab.com", "huggingface.co", "bit.ly"];

/// How far before a slash the start of an address is looked for.
const MAX_HOST: usize = 80;

/// A bare address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Url {
    /// The place of its first byte.
    pub(super) start: usize,
    /// The place after its last byte.
    pub(super) end: usize,
    /// The address as the reader sees it: LaTeX escapes undone.
    pub(super) label: String,
    /// The address to go to.
    pub(super) href: String,
}

/// The bare addresses of a text outside math, in order and apart.
pub(super) fn urls(html: &Html, formulas: &[Formula]) -> Vec<Url> {
    let bytes = html.text.as_bytes();
    let mut found: Vec<Url> = Vec::new();
    let mut done = 0;
    for slash in memchr::memchr_iter(b'/', bytes) {
        if slash < done {
            continue;
        }
        let Some((start, scheme)) = start_before(&html.text, slash) else {
            continue;
        };
        let formula = formulas.partition_point(|formula| formula.end <= start);
        let next_formula = formulas.get(formula).map(|formula| formula.start);
        if start < done || next_formula.is_some_and(|at| at <= start) {
            continue;
        }
        let limit = [html.next_event_after(start), next_formula]
            .into_iter()
            .flatten()
            .min()
            .unwrap_or(bytes.len());
        if limit <= slash {
            continue;
        }
        let end = start + address_len(bytes.get(start..limit).unwrap_or_default());
        let label = unescape(html.text.get(start..end).unwrap_or_default());
        // More than a scheme: something stands after the slashes.
        if end > slash && label.trim_end_matches('/').len() > "https:".len() {
            done = end;
            let href = format!("{scheme}{label}");
            found.push(Url {
                start,
                end,
                label,
                href,
            });
        }
    }
    found
}

/// Undoes the escapes that LaTeX wants in an address.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(|next| is_escaped(*next));
        if !escapes {
            out.push(c);
        }
    }
    out
}

fn is_escaped(c: char) -> bool {
    matches!(c, '_' | '%' | '&' | '#' | '~' | '$' | '{' | '}')
}

/// Where the address starts whose first slash this is, and the scheme to put before it.
fn start_before(text: &str, slash: usize) -> Option<(usize, &'static str)> {
    let bytes = text.as_bytes();
    let earliest = slash.saturating_sub(MAX_HOST);
    let host_len = bytes
        .get(earliest..slash)?
        .iter()
        .rev()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'))
        .count();
    let before = text.get(slash - host_len..slash)?;
    if bytes.get(slash + 1) == Some(&b'/') {
        let known = ["https:", "http:"].into_iter().find(|scheme| {
            let at = before.len().checked_sub(scheme.len());
            let parts = at.and_then(|at| before.split_at_checked(at));
            parts.is_some_and(|(start, end)| {
                let is_border = !start.ends_with(|c: char| c.is_ascii_alphanumeric());
                is_border && end.eq_ignore_ascii_case(scheme)
            })
        });
        return known.map(|scheme| (slash - scheme.len(), ""));
    }
    let host = before.rsplit(':').next()?;
    let start = slash - host.len();
    if host.len() > 6 && host.starts_with("www.") {
        Some((start, "http://"))
    } else if BARE_HOSTS.contains(&host)
        && bytes.get(slash + 1).is_some_and(u8::is_ascii_alphanumeric)
    {
        Some((start, "https://"))
    } else {
        None
    }
}

/// The length of the address at the start: punctuation that ends a sentence and brackets that it
/// did not open are not part of it.
fn address_len(bytes: &[u8]) -> usize {
    let mut len = 0;
    let (mut round, mut square) = (0_i32, 0_i32);
    while let Some(&b) = bytes.get(len) {
        match b {
            b'\\' => match bytes.get(len + 1) {
                Some(next) if is_escaped(char::from(*next)) => len += 1,
                _ => break,
            },
            b'(' => round += 1,
            b')' if round == 0 => break,
            b')' => round -= 1,
            b'[' => square += 1,
            b']' if square == 0 => break,
            b']' => square -= 1,
            b'<' | b'>' | b'"' | b'{' | b'}' | b'|' | b'`' | b'^' => break,
            _ if b.is_ascii_graphic() => {}
            _ => break,
        }
        len += 1;
    }
    let address = bytes.get(..len).unwrap_or_default();
    let last = address.iter().rposition(|b| !ends_a_sentence(*b));
    last.map_or(0, |last| last + 1)
}

fn ends_a_sentence(b: u8) -> bool {
    matches!(
        b,
        b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'(' | b'[' | b'\\'
    )
}
