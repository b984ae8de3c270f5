//! The floors of `src/core`: which of its folders and files may import which.
//!
//! `ARCHITECTURE.md` has them in one line, from the lowest to the highest, as in
//! `floors: day, text < paper < words`. A module imports modules of lower floors alone.

#![cfg(test)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// For each module of the core those that it imports, each with the files that do.
type Arrows = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

#[test]
fn no_module_of_the_core_imports_itself_through_others() {
    let mut left = arrows();
    // What imports nothing that is left is in no circle.
    while let Some(free) = left
        .iter()
        .find(|(_, imports)| !imports.keys().any(|to| left.contains_key(to)))
        .map(|(module, _)| module.clone())
    {
        left.remove(&free);
    }
    let modules: BTreeSet<String> = left.keys().cloned().collect();
    for imports in left.values_mut() {
        imports.retain(|to, _| modules.contains(to));
    }
    assert!(left.is_empty(), "in circles, or above one: {left:#?}");
}

#[test]
fn modules_of_the_core_import_lower_floors_alone() {
    let written = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let floors = floors(&written);
    let arrows = arrows();
    let known: BTreeSet<&str> = arrows.keys().map(String::as_str).collect();
    let listed: BTreeSet<&str> = floors.keys().copied().collect();
    assert_eq!(listed, known, "modules on a floor, and those there are");
    for (module, imports) in &arrows {
        for (to, files) in imports {
            assert!(
                floors[to.as_str()] < floors[module.as_str()],
                "`{module}` imports `{to}`, which is on no lower floor, in {files:?}"
            );
        }
    }
}

#[test]
fn imports_are_read_in_all_their_forms() {
    let source = "
        use crate::core::{a, b::{c, d}, e as f};
        use super::super::g::{h};
        use super::i;
        /// Not [`crate::core::j`].
        fn k() -> crate::core::l::M { super::super::n() }
        #[cfg(test)]
        mod tests {
            use crate::core::o;
        }
    ";
    let imported = imported(source, 2);
    let imported: Vec<&str> = imported.iter().map(String::as_str).collect();
    assert_eq!(imported, ["a", "b", "e", "g", "l", "n"]);
    let floors = floors("so\nfloors: a, b < c\n");
    assert_eq!(floors, BTreeMap::from([("a", 0), ("b", 0), ("c", 1)]));
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The floor of each module, from 0, as a text has it in its line of floors.
fn floors(text: &str) -> BTreeMap<&str, usize> {
    let line = text.lines().find_map(|line| line.strip_prefix("floors:"));
    let line = line.expect("ARCHITECTURE.md has no line that starts with `floors:`");
    let floors = line.split('<').enumerate();
    floors
        .flat_map(|(floor, modules)| modules.split(',').map(move |name| (name.trim(), floor)))
        .collect()
}

fn arrows() -> Arrows {
    let core = root().join("src/core");
    let mut files = Vec::new();
    collect(&core, &mut files);
    let mut arrows = Arrows::new();
    for file in &files {
        let path = file.strip_prefix(&core).unwrap().with_extension("");
        let mut parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
        // A module's own file, `mod.rs`, stands for its folder; what only tests need may look up.
        if parts.last() == Some(&"mod") {
            parts.pop();
        }
        if parts.is_empty() || parts.contains(&"tests") {
            continue;
        }
        let imports = arrows.entry(parts[0].to_owned()).or_default();
        let source = fs::read_to_string(file).unwrap();
        for to in imported(&source, parts.len()) {
            let files = imports.entry(to).or_default();
            files.insert(path.display().to_string());
        }
    }
    let modules: BTreeSet<String> = arrows.keys().cloned().collect();
    for (module, imports) in &mut arrows {
        imports.retain(|to, _| to != module && modules.contains(to));
    }
    arrows
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The names behind `crate::core::`, and behind as many `super::` as the module is deep, outside
/// of comments and of the module `tests`.
fn imported(source: &str, depth: usize) -> BTreeSet<String> {
    // By convention the tests of a file are the last in it.
    let lines = source.lines().map(str::trim);
    let lines = lines.take_while(|line| *line != "mod tests {");
    let code: String = lines
        .flat_map(|line| [line.split("//").next().unwrap_or_default(), "\n"])
        .collect();
    let mut names = BTreeSet::new();
    for (at, start) in code.match_indices("crate::core::") {
        names.extend(first_names(&code[at + start.len()..]));
    }
    let up = "super::".repeat(depth);
    for (at, _) in code.match_indices(&up) {
        if !code[..at].ends_with("super::") {
            names.extend(first_names(&code[at + up.len()..]));
        }
    }
    names
}

/// The names with which the paths begin that a `use` goes on with: of `a::b` or `{a::{b, c}, d}`.
fn first_names(rest: &str) -> Vec<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let name = |text: &str| -> String { text.chars().take_while(|c| is_name(*c)).collect() };
    let Some(group) = rest.strip_prefix('{') else {
        return vec![name(rest)];
    };
    let mut names = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name(group[start..at].trim_start()));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}
