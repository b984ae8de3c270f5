//! Rules about the source that no compiler knows: who may mention what. Each is a test.

#![cfg(test)]

use std::path::{Path, PathBuf};

/// A part of the source and the words that its code must not contain.
struct Rule {
    /// The folders or files, below the root.
    below: &'static [&'static str],
    /// Words or paths, matched as whole words.
    forbidden: &'static [&'static str],
    /// Why.
    reason: &'static str,
}

#[test]
fn the_core_is_pure() {
    check(&Rule {
        below: &["src/core", "src/protocol.rs", "src/protocol", "src/engine"],
        forbidden: &[
            "yew",
            "web_sys",
            "js_sys",
            "gloo",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "std::time",
            "std::fs",
            "std::net",
            "std::env",
            "std::thread",
            "rand",
        ],
        reason: "it runs natively, in a worker and in a fuzzer, and gives the same output everywhere",
    });
}

#[test]
fn the_page_reads_no_digests() {
    check(&Rule {
        below: &["src/ui", "src/bin/page.rs"],
        forbidden: &[
            "core::digest",
            "core::library",
            "core::search",
            "core::tags",
            "crate::engine",
            "crate::worker",
            "digest_explorer::engine",
            "regex::Regex",
            "regex::RegexBuilder",
            "regex_syntax",
        ],
        reason: "the page draws what the worker sends; parsers, tagger and search would double its size",
    });
}

#[test]
fn digest_text_is_never_markup() {
    check(&Rule {
        below: &["src/ui", "src/bin/page.rs", "src/worker"],
        forbidden: &[
            "set_inner_html",
            "inner_html",
            "set_outer_html",
            "from_html_unchecked",
            "insert_adjacent_html",
            "document_write",
        ],
        reason: "text from a digest reaches the page as text nodes, checked links and MathML of our own",
    });
}

#[test]
fn nothing_is_unsafe() {
    check(&Rule {
        below: &["src", "tests", "xtask"],
        forbidden: &[concat!("unsafe", "_code")],
        reason: "the workspace denies unsafe code, and nothing here needs an exception",
    });
}

#[test]
fn comments_fit_a_hundred_columns() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut long = Vec::new();
    for file in ["src", "tests", "benches", "xtask"]
        .iter()
        .flat_map(|folder| rust_files(&root.join(folder)))
    {
        let source = std::fs::read_to_string(&file).unwrap_or_default();
        // Samples and rows of tables cannot be broken.
        let mut in_sample = false;
        for (number, line) in source.lines().enumerate() {
            let Some(comment) = line.trim_start().strip_prefix("//") else {
                in_sample = false;
                continue;
            };
            let comment = comment.trim_start_matches(['/', '!']).trim_start();
            let is_fence = comment.starts_with("```") && !comment[3..].contains("```");
            in_sample ^= is_fence;
            let may_be_long = in_sample || comment.starts_with('|');
            if line.chars().count() > 100 && !may_be_long {
                let place = file.strip_prefix(&root).unwrap_or(&file).display();
                long.push(format!("{place}:{}", number + 1));
            }
        }
    }
    assert!(
        long.is_empty(),
        "longer than 100 columns:\n{}",
        long.join("\n")
    );
}

/// A name that no token has gives no colour and no space, and nobody is told.
#[test]
fn every_token_that_is_used_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &Path| std::fs::read_to_string(path).unwrap_or_default();
    let folder = std::fs::read_dir(root.join("static/css"));
    let sheets = folder.into_iter().flatten().flatten();
    let styles: String = sheets.map(|sheet| read(&sheet.path())).collect();
    assert!(styles.contains("--accent:"), "there are style sheets");
    let program: String = rust_files(&root.join("src"))
        .iter()
        .map(|file| read(file))
        .collect();
    let mut unknown: Vec<&str> = styles
        .split("var(")
        .skip(1)
        .filter_map(|rest| rest.split([')', ',']).next())
        .filter(|name| !styles.contains(&format!("{name}:")))
        // What changes by itself is set by the program.
        .filter(|name| {
            !program.contains(&format!("\"{name}")) && !program.contains(&format!("{name}:"))
        })
        .collect();
    unknown.sort_unstable();
    unknown.dedup();
    assert!(unknown.is_empty(), "no token has these names: {unknown:?}");
}

/// What the page shows before its program is there must be what the program draws first: otherwise
/// something moves, and what is painted largest is painted late.
#[test]
fn the_shell_says_what_the_program_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
    let (shell, text) = (read("index.html"), read("src/ui/text.rs"));
    for name in [
        "NAME",
        "LEAD",
        "PROMISE",
        "DROP_HERE",
        "CHOOSE_FILES",
        "CHOOSE_FOLDER",
        "PASTE_HINT",
        "NO_DIGEST",
        "TRY_SAMPLE",
        "WHAT_IS_READ",
    ] {
        let said = text
            .split_once(&format!("pub const {name}: &str ="))
            .and_then(|(_, rest)| rest.split('"').nth(1));
        let said = said.unwrap_or_else(|| panic!("text.rs has no {name}"));
        assert!(shell.contains(said), "index.html does not say {said:?}");
    }
}

#[track_caller]
fn check(rule: &Rule) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut broken = Vec::new();
    for file in rule
        .below
        .iter()
        .flat_map(|path| rust_files(&root.join(path)))
    {
        let source = std::fs::read_to_string(&file).unwrap_or_default();
        for (number, line) in source.lines().enumerate() {
            let code = code(line);
            for word in rule.forbidden.iter().filter(|word| mentions(code, word)) {
                let place = file.strip_prefix(&root).unwrap_or(&file).display();
                broken.push(format!("{place}:{}: {word}", number + 1));
            }
        }
    }
    assert!(broken.is_empty(), "{}:\n{}", rule.reason, broken.join("\n"));
}

#[test]
fn rules_see_whole_words_of_code() {
    let check = |line: &str, word: &str, expected: bool| {
        assert_eq!(mentions(code(line), word), expected, "{word} in {line}");
    };
    check("use std::time::Duration;", "std::time", true);
    check("use crate::core::{digest, paper};", "core::digest", true);
    check(
        "use crate::core::{paper, tags::Tagger};",
        "core::tags",
        true,
    );
    check("use crate::core::{paper, text};", "core::tags", false);
    check("let operand = 1;", "rand", false);
    check("rand::random()", "rand", true);
    check("// no regex here", "regex", false);
    check("let url = \"https://x\"; regex::new()", "regex", true);
}

/// Whether code names a word or path, written out or in a group of imports on the same line.
fn mentions(code: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let stands_in = |code: &str, word: &str| {
        code.match_indices(word).any(|(at, _)| {
            !code[..at].ends_with(is_name) && !code[at + word.len()..].starts_with(is_name)
        })
    };
    let grouped = word.rsplit_once("::").is_some_and(|(module, name)| {
        code.split_once(&format!("{module}::{{"))
            .is_some_and(|(_, group)| stands_in(group, name))
    });
    stands_in(code, word) || grouped
}

/// A line without its comment. A `//` behind a colon belongs to an address in a string.
fn code(line: &str) -> &str {
    line.match_indices("//")
        .find(|(at, _)| !line[..*at].ends_with(':'))
        .map_or(line, |(at, _)| &line[..at])
}

fn rust_files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut files = Vec::new();
    // A room that is not built yet breaks no rule.
    for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
        let entry = entry.path();
        if entry.is_dir() {
            files.extend(rust_files(&entry));
        } else if entry.extension().is_some_and(|end| end == "rs") {
            files.push(entry);
        }
    }
    files
}
