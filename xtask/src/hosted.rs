//! What a host has to serve beside the programs: the page with its styles in it, the manifest with
//! its icons, and the service worker with the list of all parts.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::Result;
use crate::html::{Edits, tags};
use crate::standalone::{embeddable_styles, hash, policy_of};

/// The page itself.
pub const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.webmanifest";
const SERVICE: &str = "sw.js";

/// What `static/sw.js` keeps, and so all that the page asks for.
const PARTS: [&str; 7] = [
    PAGE,
    MANIFEST,
    "boot.js",
    "page.js",
    "page_bg.wasm",
    "worker.js",
    "worker_bg.wasm",
];

/// The page with all its style sheets joined in one element, and their names. The policy allows
/// that element and no other.
///
/// A page that waits for its styles waits for a second answer of its host, or for fourteen.
pub fn joined(html: &str, folder: &Path) -> Result<(String, Vec<String>)> {
    let mut edits = Edits::default();
    let (mut css, mut names) = (String::new(), Vec::new());
    let mut place = None;
    for link in tags(html, "link") {
        if let (Some("stylesheet"), Some(href)) = (link.get("rel"), link.get("href")) {
            css.push_str(&squeezed(&embeddable_styles(folder, href)?));
            names.push(href.trim_start_matches("./").to_owned());
            match place {
                None => place = Some(link.at),
                Some(_) => edits.replace(link.at, ""),
            }
        }
    }
    let place = place.ok_or("index.html has no style sheet")?;
    edits.replace(place, format!("<style>{css}</style>"));
    let (at, policy) = policy_of(html)?;
    let allowed = policy.replacen("style-src 'self'", &format!("style-src {}", hash(&css)), 1);
    if allowed == policy {
        return Err("the policy of index.html has no style-src 'self' to replace".into());
    }
    edits.replace(
        at,
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{allowed}\">"),
    );
    Ok((without_comments(&edits.apply(html)), names))
}

/// Styles without what only people read: comments, and space that parts nothing.
fn squeezed(css: &str) -> String {
    let mut squeezed = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '"' | '\'' => {
                let end = end_of_string(rest);
                squeezed.push_str(&rest[..end]);
                end
            }
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            space if space.is_whitespace() => {
                let parts = !squeezed.ends_with(['{', '}', ';', ',', ':', ' ']);
                if parts && !squeezed.is_empty() {
                    squeezed.push(' ');
                }
                space.len_utf8()
            }
            other => {
                if matches!(other, '{' | '}' | ';') && squeezed.ends_with(' ') {
                    squeezed.pop();
                }
                squeezed.push(other);
                other.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    squeezed
}

/// Where the string ends that styles begin with. A quote behind a backslash is a part of it.
fn end_of_string(css: &str) -> usize {
    let mut chars = css.char_indices();
    let quote = chars.next().map(|(_, quote)| quote);
    while let Some((at, char)) = chars.next() {
        if char == '\\' {
            chars.next();
        } else if Some(char) == quote {
            return at + char.len_utf8();
        }
    }
    css.len()
}

/// The page without its comments, of which its scripts and styles have none in this form.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(
            part.split_once("-->")
                .map_or("", |(_, behind)| behind)
                .trim_start(),
        );
    }
    kept
}

/// The page with full addresses for who shows links with a picture, given the address of its folder
/// with a slash at its end.
pub fn at_site(html: &str, site: &str) -> Result<String> {
    let is_plain = |c: char| c.is_ascii_graphic() && !"\"<>&?#".contains(c);
    if !site.starts_with("https://") || !site.ends_with('/') || !site.chars().all(is_plain) {
        return Err(format!("{site} is no https address of a folder, with a / at its end").into());
    }
    let picture = "<meta property=\"og:image\" content=\"";
    let full = format!("<meta property=\"og:url\" content=\"{site}\">\n{picture}{site}");
    if html.contains(picture) {
        Ok(html.replacen(picture, &full, 1))
    } else {
        Err("index.html names no picture of itself".into())
    }
}

/// The page with its build's hash on the URL of each of its scripts, so that no cache mixes builds.
/// `static/boot.js` does the same for what it fetches.
pub fn busting_caches(html: &str, build: &str) -> String {
    let mut edits = Edits::default();
    for tag in tags(html, "script") {
        let Some(url) = tag.get("src") else {
            continue;
        };
        let mut busting = html[tag.at.clone()].replace(
            &format!("src=\"{url}\""),
            &format!("src=\"{url}?v={build}\""),
        );
        if url.ends_with("boot.js") {
            busting = busting.replacen("<script", &format!("<script data-build=\"{build}\""), 1);
        }
        edits.replace(tag.at, busting);
    }
    edits.apply(html)
}

/// The page with the icon that Apple's systems put on the home screen. Chromium fetches it too, so
/// it is data, as the policy allows no other pictures.
pub fn with_touch_icon(html: &str, statics: &Path) -> Result<String> {
    let icon = data_url(&statics.join("icons/apple-touch-icon.png"))?;
    let manifest = tags(html, "link")
        .into_iter()
        .find(|link| link.get("rel") == Some("manifest"))
        .ok_or("index.html names no manifest")?;
    let mut edits = Edits::default();
    edits.replace(
        manifest.at.end..manifest.at.end,
        format!("\n<link rel=\"apple-touch-icon\" href=\"{icon}\">"),
    );
    Ok(edits.apply(html))
}

fn data_url(picture: &Path) -> Result<String> {
    let bytes = std::fs::read(picture)
        .map_err(|error| format!("{}, an icon, cannot be read: {error}", picture.display()))?;
    Ok(format!("data:image/png;base64,{}", BASE64.encode(bytes)))
}

/// Writes the icons into the manifest in `folder`, as the page's policy allows no other pictures:
/// their names there lead on from the folder of `static`.
pub fn fill_manifest(folder: &Path, statics: &Path) -> Result {
    let path = folder.join(MANIFEST);
    let mut manifest: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
    let icons = manifest["icons"].as_array_mut();
    for icon in icons.ok_or("the manifest has no icons")? {
        let name = icon["src"].as_str().ok_or("an icon has no name")?;
        icon["src"] = data_url(&statics.join(name))?.into();
    }
    std::fs::write(path, manifest.to_string())?;
    Ok(())
}

/// Tells the service worker in `folder` the build and the hash of each part there. All of them are
/// as they will be served.
pub fn fill_service(folder: &Path, build: &str) -> Result {
    let mut parts = serde_json::Map::new();
    for name in PARTS {
        let bytes = std::fs::read(folder.join(name))
            .map_err(|error| format!("{name}, a part of the page, cannot be read: {error}"))?;
        let hash = format!("sha256-{}", BASE64.encode(Sha256::digest(bytes)));
        parts.insert(name.to_owned(), hash.into());
    }
    let path = folder.join(SERVICE);
    let script = std::fs::read_to_string(&path)?;
    std::fs::write(
        path,
        filled(&script, build, &Value::Object(parts).to_string())?,
    )?;
    Ok(())
}

fn filled(script: &str, build: &str, parts: &str) -> Result<String> {
    let mut script = script.to_owned();
    for (empty, full) in [
        ("const BUILD = \"\";", format!("const BUILD = \"{build}\";")),
        ("const PARTS = {};", format!("const PARTS = {parts};")),
    ] {
        if script.matches(empty).count() != 1 {
            return Err(format!("static/{SERVICE} has not one `{empty}`").into());
        }
        script = script.replacen(empty, &full, 1);
    }
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
    }

    #[test]
    fn caches_are_busted_for_scripts_only() {
        let check = |html: &str, expected: &str| assert_eq!(busting_caches(html, "12"), expected);
        check(
            "<link rel=\"manifest\" href=\"m\"><script src=\"page.js\" defer></script>",
            "<link rel=\"manifest\" href=\"m\"><script src=\"page.js?v=12\" defer></script>",
        );
        check(
            "<script src=\"boot.js\" defer></script>",
            "<script data-build=\"12\" src=\"boot.js?v=12\" defer></script>",
        );
    }

    #[test]
    fn styles_are_squeezed() {
        let check = |css: &str, expected: &str| assert_eq!(squeezed(css), expected);
        check(
            "/* a */\na,\n.b > c {\n  margin: calc(2 * var(--x)) 0;\n}\n\n",
            "a,.b > c{margin:calc(2 * var(--x)) 0;}",
        );
        check(
            "a::after { content: \" /* ' \"; }",
            "a::after{content:\" /* ' \";}",
        );
        check(
            r#"a::after { content: "\"  {"; }"#,
            r#"a::after{content:"\"  {";}"#,
        );
        check(
            "@media (a: b) and (c) { .a :hover { d: e } }",
            "@media (a:b) and (c){.a :hover{d:e}}",
        );
        check("a{}/* open", "a{}");
    }

    #[test]
    fn style_sheets_become_one_element() {
        let folder = std::env::temp_dir().join("digest-explorer-joined");
        std::fs::create_dir_all(&folder).expect("a folder");
        for (name, css) in [("a.css", "a { b: c }"), ("d.css", "d { e: f }")] {
            std::fs::write(folder.join(name), css).expect("a file");
        }
        let html = "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'self'\">\
                    <link rel=\"stylesheet\" href=\"./a.css\">\
                    <link rel=\"stylesheet\" href=\"d.css\"><p>";
        let (joined, names) = joined(html, &folder).expect("a page");
        let hash = hash("a{b:c}d{e:f}");
        assert_eq!(
            joined,
            format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src {hash}\">\
                 <style>a{{b:c}}d{{e:f}}</style><p>"
            )
        );
        assert_eq!(names, ["a.css", "d.css"]);
    }

    #[test]
    fn comments_stay_behind() {
        assert_eq!(without_comments("a<!-- b -->\nc<!--d-->e<!-- f"), "ace");
    }

    #[test]
    fn a_site_is_a_folder() {
        let html = "<meta property=\"og:image\" content=\"preview.png\">";
        assert_eq!(
            at_site(html, "https://a.org/b/").expect("an address"),
            "<meta property=\"og:url\" content=\"https://a.org/b/\">\n\
             <meta property=\"og:image\" content=\"https://a.org/b/preview.png\">"
        );
        for wrong in ["https://a.org/b", "http://a.org/", "https://a.org/\"/", ""] {
            assert!(at_site(html, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_service_worker_is_told_its_parts() {
        let script = std::fs::read_to_string(root().join("static/sw.js")).expect("sw.js");
        let filled = filled(&script, "12", "{\"a\":\"b\"}").expect("places to fill in");
        assert!(filled.contains("const BUILD = \"12\";\nconst PARTS = {\"a\":\"b\"};"));
        assert!(super::filled(&filled, "12", "{}").is_err());
    }

    #[test]
    fn the_manifest_has_icons_of_the_sizes_it_says() {
        let statics = root().join("static");
        let manifest = std::fs::read(statics.join(MANIFEST)).expect("a manifest");
        let manifest: Value = serde_json::from_slice(&manifest).expect("JSON");
        let icons = manifest["icons"].as_array().expect("icons");
        for icon in icons {
            let name = icon["src"].as_str().expect("a name");
            let picture = std::fs::read(statics.join(name)).expect(name);
            let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().expect("4"));
            assert_eq!(&picture[1..4], b"PNG", "{name}");
            let size = format!("{}x{}", number(16), number(20));
            assert_eq!(icon["sizes"], size.as_str(), "{name}");
        }
        assert!(icons.iter().any(|icon| icon["purpose"] == "maskable"));
        // Relative, so that the page works under any path.
        for (key, expected) in [("start_url", "./"), ("scope", "./")] {
            assert_eq!(manifest[key], expected);
        }
        // Every kind of file that can be opened with the page can be shared with it.
        let shared = manifest["share_target"]["params"]["files"][0]["accept"].to_string();
        let opened = manifest["file_handlers"][0]["accept"].as_object();
        for end in opened
            .expect("kinds")
            .values()
            .filter_map(Value::as_array)
            .flatten()
        {
            assert!(shared.contains(&end.to_string()), "{end}");
        }
    }
}
