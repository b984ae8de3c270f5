//! Where an address leads: read as browsers read it, after the URL standard of WHATWG
//! (<https://url.spec.whatwg.org>).
//!
//! What an address seems to say and where a browser goes can differ: `https://a.example\@b.example`
//! leads to `a.example`, for a backslash is a slash, and `https://b.example@a.example` too, for
//! what stands before `@` is a user's name. So whoever asks for the host of an address asks here.
//!
//! The library of the standard's authors brings Unicode's tables for names in other scripts, a
//! tenth of the worker's size. Here a host is brought into its ASCII form with those mappings that
//! make it ASCII letter by letter: capitals, full-width letters, the other full stops, characters
//! that are left out. What is not ASCII then becomes Punycode, whether the standard allows it or
//! not; it is never taken for a host that it only looks like. Numbers that stand for an address of
//! the network stay as they are written.

use std::borrow::Cow;

/// A longer host cannot be: names in the net have up to 253 bytes, and in the address each may be
/// written as `%41`.
const MAX_HOST: usize = 3 * 253;

/// Where an address of the web leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The host in lower case and ASCII, a dot at its end included.
    pub host: String,
    /// What follows the host and its port, with slashes for backslashes.
    pub rest: String,
    /// Whether something stands before the host that a browser takes for a user's name.
    pub has_user: bool,
}

impl Address {
    /// Reads an address with one of the schemes http, https and ftp. `None` where there is no such
    /// scheme or a browser could not go there.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches(|c| c <= ' ');
        let is_left_out = |b: u8| matches!(b, b'\t' | b'\n' | b'\r');
        let text: Cow<str> = if text.bytes().any(is_left_out) {
            text.replace(['\t', '\n', '\r'], "").into()
        } else {
            text.into()
        };
        let (scheme, rest) = text.split_once(':')?;
        if !["https", "http", "ftp"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
        {
            return None;
        }
        // A browser goes on behind any number of slashes.
        let rest = rest.trim_start_matches(['/', '\\']);
        let (authority, rest) = rest.split_at(find(rest, b"/\\?#"));
        let (user, place) = match authority.rsplit_once('@') {
            Some((_, place)) => (true, place),
            None => (false, authority),
        };
        Some(Self {
            host: host(place)?,
            rest: rest.replace('\\', "/"),
            has_user: user,
        })
    }

    /// The host as people name it: without the full stop that may end it and without `www.`.
    pub fn site(&self) -> &str {
        let host = self.host.strip_suffix('.').unwrap_or(&self.host);
        host.strip_prefix("www.").unwrap_or(host)
    }

    /// Whether the host is this one or a part of it: `gist.github.com` is of `github.com`.
    pub fn is_of(&self, known: &str) -> bool {
        let before = self.site().strip_suffix(known);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    }
}

/// The host of a link, where its label is an address and reads as if it led to another one; for
/// showing beside the label.
///
/// So is one with a user's name before the host, and one that is written in letters of other
/// scripts, which can look like any other.
pub fn hidden_host(label: &str, href: &str) -> Option<String> {
    let mail = href
        .split_once(':')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("mailto"));
    let hides = |target: &Address| {
        label.split_whitespace().filter_map(told).any(|told| {
            (told.has_user && mail.is_none())
                || told.site() != target.site()
                || told.host.contains("xn--")
        })
    };
    let target = match mail {
        Some((_, mail)) => {
            let (mail, _) = mail.split_at(find(mail, b"?#"));
            let (_, host) = mail.rsplit_once('@')?;
            Address::parse(&["https://", host].concat())?
        }
        None => Address::parse(href)?,
    };
    hides(&target).then(|| target.site().to_owned())
}

/// The address that a word of a label reads as.
fn told(word: &str) -> Option<Address> {
    if !word.contains(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}']) {
        return None;
    }
    let is_edge = |c: char| !c.is_alphanumeric() && !matches!(c, '/' | '-' | '_');
    let word = word.trim_matches(is_edge);
    if let Some(colon) = word.find("://").or_else(|| word.find(':')) {
        let (before, _) = word.split_at(colon);
        let scheme = before.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let (_, full) = word.split_at(scheme.len());
        if let Some(address) = Address::parse(full) {
            return Some(address);
        }
    }
    let address = Address::parse(&["https://", word].concat())?;
    let (_, ending) = address.site().rsplit_once('.')?;
    let is_name = ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_alphabetic());
    let is_whole = !address.rest.is_empty() || ENDINGS.contains(&ending);
    let is_address = ending.starts_with("xn--") || (is_name && is_whole);
    is_address.then_some(address)
}

/// What ends a host that is taken for one without a path behind: `example.org` is one, `main.py` is
/// none.
const ENDINGS: [&str; 20] = [
    "com", "org", "net", "edu", "gov", "io", "ai", "co", "dev", "app", "info", "me", "de", "uk",
    "fr", "cn", "jp", "eu", "ch", "ru",
];

/// Where the first of these ASCII characters stands, or the end.
fn find(text: &str, any: &[u8]) -> usize {
    let mut bytes = text.bytes();
    bytes.position(|b| any.contains(&b)).unwrap_or(text.len())
}

/// The host of `host:port`.
fn host(place: &str) -> Option<String> {
    if let Some(inside) = place.strip_prefix('[') {
        let (number, port) = inside.split_once(']')?;
        let is_number = |c: char| c.is_ascii_hexdigit() || matches!(c, ':' | '.');
        let fits = number.contains(':') && number.chars().all(is_number);
        let port = port.strip_prefix(':').unwrap_or(port);
        return (fits && is_port(port)).then(|| ["[", number, "]"].concat().to_ascii_lowercase());
    }
    let (name, port) = place.split_once(':').unwrap_or((place, ""));
    if !is_port(port) || name.is_empty() || name.len() > MAX_HOST {
        return None;
    }
    let host = if name.is_ascii() && !name.contains('%') {
        name.to_ascii_lowercase()
    } else {
        in_ascii(&mapped(name))?
    };
    let fits = !host.is_empty() && !host.bytes().any(is_forbidden);
    fits.then_some(host)
}

/// A mapped name in its ASCII form; `None` where it has none.
fn in_ascii(mapped: &str) -> Option<String> {
    if mapped.contains(char::REPLACEMENT_CHARACTER) {
        return None;
    }
    let mut host = String::with_capacity(mapped.len());
    for (at, label) in mapped.split('.').enumerate() {
        if at > 0 {
            host.push('.');
        }
        if label.is_ascii() {
            host.push_str(label);
        } else {
            host.push_str("xn--");
            push_punycode(label, &mut host)?;
        }
    }
    Some(host)
}

fn is_port(port: &str) -> bool {
    let digits = port.trim_start_matches('0');
    let fits = digits.is_empty() || digits.parse::<u16>().is_ok();
    fits && port.bytes().all(|b| b.is_ascii_digit())
}

/// Bytes that no host has.
fn is_forbidden(b: u8) -> bool {
    b <= b' '
        || b == 0x7f
        || matches!(
            b,
            b'#' | b'/'
                | b':'
                | b'<'
                | b'>'
                | b'?'
                | b'@'
                | b'['
                | b'\\'
                | b']'
                | b'^'
                | b'|'
                | b'%'
        )
}

/// A name with its `%41` decoded and its letters mapped.
fn mapped(name: &str) -> String {
    let mut decoded = Vec::with_capacity(name.len());
    let mut bytes = name.as_bytes();
    while let Some((first, rest)) = bytes.split_first() {
        let digit = |at: usize| char::from(*rest.get(at)?).to_digit(16);
        let code = (*first == b'%').then(|| Some(digit(0)? * 16 + digit(1)?));
        let code = code.flatten().and_then(|code| u8::try_from(code).ok());
        decoded.push(code.unwrap_or(*first));
        let read = if code.is_some() { 3 } else { 1 };
        bytes = bytes.get(read..).unwrap_or_default();
    }
    let mut mapped = String::with_capacity(decoded.len());
    for c in String::from_utf8_lossy(&decoded).chars() {
        match c {
            // What is left out: soft hyphen, joiners without effect, marks that choose a form.
            '\u{ad}'
            | '\u{34f}'
            | '\u{200b}'
            | '\u{2060}'
            | '\u{2064}'
            | '\u{feff}'
            | '\u{180b}'..='\u{180d}'
            | '\u{180f}'
            | '\u{fe00}'..='\u{fe0f}' => {}
            '\u{3002}' | '\u{ff0e}' | '\u{ff61}' => mapped.push('.'),
            '\u{ff01}'..='\u{ff5e}' => {
                let ascii = u32::from(c) - 0xfee0;
                let ascii = char::from_u32(ascii).unwrap_or(c);
                mapped.push(ascii.to_ascii_lowercase());
            }
            _ => mapped.extend(c.to_lowercase()),
        }
    }
    mapped
}

/// Writes a label as Punycode (RFC 3492); `None` where its numbers become too large. Squares the
/// label's length, which is bounded.
fn push_punycode(label: &str, out: &mut String) -> Option<()> {
    const BASE: u32 = 36;
    let count = |n: usize| u32::try_from(n).ok();
    let ascii = label.chars().filter(char::is_ascii);
    let basic = count(ascii.clone().count())?;
    out.extend(ascii);
    if basic > 0 {
        out.push('-');
    }
    let all = count(label.chars().count())?;
    let (mut n, mut delta, mut bias, mut done) = (128_u32, 0_u32, 72, basic);
    while done < all {
        let codes = || label.chars().map(u32::from);
        let next = codes().filter(|code| *code >= n).min()?;
        delta = (next - n).checked_mul(done + 1)?.checked_add(delta)?;
        n = next;
        for code in codes() {
            if code < n {
                delta = delta.checked_add(1)?;
            }
            if code == n {
                let (mut rest, mut k) = (delta, BASE);
                loop {
                    let least = k.saturating_sub(bias).clamp(1, 26);
                    if rest < least {
                        break;
                    }
                    out.push(digit(least + (rest - least) % (BASE - least)));
                    rest = (rest - least) / (BASE - least);
                    k += BASE;
                }
                out.push(digit(rest));
                done += 1;
                let damp = if done == basic + 1 { 700 } else { 2 };
                let mut part = delta / damp;
                part += part / done;
                bias = 0;
                while part > 35 * 26 / 2 {
                    part /= 35;
                    bias += BASE;
                }
                bias += BASE * part / (part + 38);
                delta = 0;
            }
        }
        delta += 1;
        n += 1;
    }
    Some(())
}

/// `a` to `z`, then `0` to `9`.
fn digit(value: u32) -> char {
    char::from_digit((value + 10) % 36, 36).unwrap_or('0')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod same_as_url;
#[cfg(test)]
mod tests;
