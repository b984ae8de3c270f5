//! The page as one file that runs from disk.
//!
//! It is made from the hosted page, which has its styles in it already, and that page's own parts.
//! Scripts stand in it as they are, allowed by their hashes; the programs are packed into data
//! blocks, which no browser runs or fetches, and `static/boot.js` unpacks them.

use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Range;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};

use crate::Result;
use crate::dist::STANDALONE;
use crate::html::{Edits, tags};

/// The parts that `static/boot.js` looks for, in both forms by the same names.
const PACKED: [&str; 3] = ["page_bg.wasm", "worker.js", "worker_bg.wasm"];

/// The whole page in one text. `html` is the hosted page with its styles in it, whose parts lie in
/// `folder`.
pub fn standalone(html: &str, folder: &Path) -> Result<String> {
    let mut edits = Edits::default();

    for link in tags(html, "link") {
        match (link.get("rel"), link.get("href")) {
            (Some("preload" | "manifest" | "apple-touch-icon"), _) => edits.replace(link.at, ""),
            (_, Some(href)) if !href.starts_with("data:") => {
                return Err(format!("{href} is linked, and one file cannot have it").into());
            }
            _ => {}
        }
    }

    // A deferred script runs when the page is read; one that stands in the page runs where it
    // stands. So they go to its end.
    let mut script_hashes = Vec::new();
    let mut end = String::new();
    for name in PACKED.into_iter().chain([STANDALONE]) {
        writeln!(
            end,
            "<script type=\"application/gzip\" {}</script>",
            block(name, "")
        )?;
    }
    for script in tags(html, "script") {
        let source = script
            .get("src")
            .ok_or("index.html has a script of its own; give it a file")?;
        let code = embeddable(&read(folder, source)?);
        script_hashes.push(hash(&code));
        writeln!(end, "<script>{code}</script>")?;
        let close = html[script.at.end..]
            .find("</script>")
            .ok_or("a script does not end")?;
        edits.replace(
            script.at.start..script.at.end + close + "</script>".len(),
            "",
        );
    }
    let body_end = html
        .rfind("</body>")
        .ok_or("index.html has no end of a body")?;
    edits.replace(body_end..body_end, end);

    let (at, policy) = policy_of(html)?;
    let policy = closed_policy(policy, &script_hashes);
    edits.replace(
        at,
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    );

    // The page without what it carries is a part of it too: it makes others of its kind, with
    // papers in them.
    let empty = edits.apply(html);
    let mut page = filled(&empty, STANDALONE, &gzip(empty.as_bytes())?)?;
    for name in PACKED {
        page = filled(&page, name, &gzip(&std::fs::read(folder.join(name))?)?)?;
    }
    Ok(page)
}

/// What stands in the tag of a data block from its id on, with its content.
fn block(name: &str, content: &str) -> String {
    format!("id=\"{name}\">{content}")
}

/// The page with packed bytes in the data block of this name, which is empty.
fn filled(page: &str, name: &str, packed: &[u8]) -> Result<String> {
    let empty = block(name, "</script>");
    let count = page.matches(&empty).count();
    if count != 1 {
        return Err(format!("{name} has {count} places in the page, not one").into());
    }
    let packed = block(name, &BASE64.encode(packed));
    Ok(page.replacen(&empty, &[&packed, "</script>"].concat(), 1))
}

/// The policy of a page, and where the element stands that has it.
pub fn policy_of(html: &str) -> Result<(Range<usize>, &str)> {
    let policy = tags(html, "meta")
        .into_iter()
        .filter(|meta| meta.get("http-equiv") == Some("Content-Security-Policy"))
        .find_map(|meta| Some((meta.at.clone(), meta.get("content")?)));
    Ok(policy.ok_or("index.html has no policy")?)
}

/// The hosted page's policy without its site: every 'self' becomes the hashes of what was inlined,
/// or nothing.
fn closed_policy(policy: &str, script_hashes: &[String]) -> String {
    let directives = policy.split(';').map(|directive| {
        let mut words = directive.split_whitespace();
        let name = words.next().unwrap_or_default();
        let hashes = match name {
            "script-src" => script_hashes,
            _ => &[],
        };
        let mut sources: Vec<&str> = Vec::new();
        for word in words {
            if word == "'self'" {
                sources.extend(hashes.iter().map(String::as_str));
            } else {
                sources.push(word);
            }
        }
        if sources.is_empty() {
            sources.push("'none'");
        }
        format!("{name} {}", sources.join(" "))
    });
    directives.collect::<Vec<_>>().join("; ")
}

/// A style sheet of the page by its URL there, as it can stand in the page.
pub fn embeddable_styles(folder: &Path, href: &str) -> Result<String> {
    let css = read(folder, href)?;
    if css.contains("</style") || css.contains("@import") || names_a_file(&css) {
        return Err(format!(
            "{href} names another file, which a page cannot have in it: put it into a data: URL"
        )
        .into());
    }
    Ok(css)
}

/// A file of the page by its URL there.
fn read(folder: &Path, href: &str) -> Result<String> {
    let path = href.split('?').next().unwrap_or_default();
    let path = path.strip_prefix("./").unwrap_or(path);
    let text = std::fs::read_to_string(folder.join(path))
        .map_err(|error| format!("{href}, which index.html names, cannot be read: {error}"))?;
    // A browser reads line ends as \n before it takes the hash.
    Ok(text.replace("\r\n", "\n"))
}

/// JavaScript that cannot end the element it stands in. Both sequences occur in strings only, where
/// the backslash changes nothing.
fn embeddable(code: &str) -> String {
    code.replace("</script", "<\\/script")
        .replace("<!--", "<\\!--")
}

fn names_a_file(css: &str) -> bool {
    css.split("url(")
        .skip(1)
        .any(|rest| !rest.trim_start_matches(['"', '\'']).starts_with("data:"))
}

/// The hash of a script or of styles, as a policy names it.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// Packs as small as gzip can.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_loses_its_site() {
        let check = |policy: &str, expected: &str| {
            let closed = closed_policy(policy, &["'sha256-a'".into(), "'sha256-b'".into()]);
            assert_eq!(closed, expected);
        };
        check("default-src 'none'", "default-src 'none'");
        check(
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
            "script-src 'sha256-a' 'sha256-b' 'wasm-unsafe-eval'; connect-src 'none'",
        );
        check(
            "style-src 'sha256-c'; manifest-src 'self'; worker-src blob: 'self'",
            "style-src 'sha256-c'; manifest-src 'none'; worker-src blob:",
        );
    }

    #[test]
    fn a_hash_is_the_one_that_browsers_take() {
        assert_eq!(
            hash("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn code_cannot_leave_its_element() {
        assert_eq!(embeddable("'</script><!--'"), "'<\\/script><\\!--'");
    }

    #[test]
    fn data_blocks_are_filled_where_they_stand() {
        let page = format!("<p>{}</script>{}</script>", block("a", ""), block("b", ""));
        let page = filled(&page, "b", b"2").unwrap();
        let page = filled(&page, "a", b"1").unwrap();
        assert_eq!(page, "<p>id=\"a\">MQ==</script>id=\"b\">Mg==</script>");
        assert!(filled(&page, "a", b"3").is_err());
        assert!(filled(&page, "c", b"3").is_err());
    }

    #[test]
    fn styles_may_carry_data_only() {
        assert!(!names_a_file(
            "a { background: url(\"data:x\") url(data:y) }"
        ));
        assert!(names_a_file("a { background: url(data:x), url('b.png') }"));
    }
}
