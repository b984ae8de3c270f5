//! Names of notes that every system of files can have, each once.
//!
//! Windows forbids signs, devices and what ends in a dot or a blank; macOS and Windows take `A` for
//! `a`, macOS one way to write an accent for the other; Linux counts 255 bytes; Obsidian cannot
//! link to a note that has brackets, `#`, `^` or `|` in its name.

use std::collections::HashMap;

use crate::core::paper::Paper;
use crate::core::unicode::{decompose, is_mark};

/// The longest title in a name, in bytes; an id, a number and the ending fit behind it, and the
/// path of the folder before it.
const LONGEST: usize = 120;

/// Devices of Windows, whatever the ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The names of one archive.
#[derive(Debug, Default)]
pub(super) struct FileNames {
    /// How often each was asked for, or the number that the last one of it got.
    given: HashMap<String, usize>,
}

impl FileNames {
    /// The title with the id behind it, `Seeing Twice (2012.20003)`; a paper that stands again gets
    /// a number.
    pub(super) fn next(&mut self, paper: &Paper) -> String {
        let title = safe(&paper.title.plain);
        let id = paper.id.arxiv().map(|id| safe(id.as_str()));
        let name = match (title.as_str(), id) {
            ("", Some(id)) => id,
            ("", None) => "Untitled".to_owned(),
            (title, Some(id)) => format!("{title} ({id})"),
            (title, None) => title.to_owned(),
        };
        // What stands behind a dot does not make a file of a device.
        let name = if is_device(&name) {
            format!("_{name}")
        } else {
            name
        };
        let mut number = self.count(&name);
        if number == 1 {
            return name;
        }
        loop {
            let numbered = format!("{name} {number}");
            // Another paper may be called so.
            if self.count(&numbered) == 1 {
                // The next of the name need not try those again.
                self.given.insert(folded(&name), number);
                return numbered;
            }
            number += 1;
        }
    }

    fn count(&mut self, name: &str) -> usize {
        let given = self.given.entry(folded(name)).or_default();
        *given += 1;
        *given
    }
}

/// What is the same for a system that tells neither case nor ways to write accents apart.
fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        decompose(c, |c| {
            if !is_mark(c) {
                folded.push(c);
            }
        });
    }
    folded
}

/// A text without what a name cannot have.
fn safe(text: &str) -> String {
    let mut name = String::with_capacity(text.len().min(LONGEST));
    for c in text.chars() {
        let c = match c {
            '/' | '\\' | '|' => '-',
            ':' => '\u{2236}',
            '"' => '\'',
            '[' | '{' => '(',
            ']' | '}' => ')',
            '*' | '<' | '>' | '?' | '#' | '^' | '%' => ' ',
            c if c.is_whitespace() || c.is_control() || acts(c) => ' ',
            c => c,
        };
        if c == ' ' && (name.is_empty() || name.ends_with(' ')) {
            continue;
        }
        if name.len() + c.len_utf8() > LONGEST {
            break;
        }
        name.push(c);
    }
    // What starts with a dot is hidden.
    let name = name.trim_matches(|c: char| c == '.' || c == ' ');
    name.to_owned()
}

/// What turns the direction of writing, has no width or is no character.
fn acts(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
        || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}

fn is_device(name: &str) -> bool {
    let name = name.split('.').next().unwrap_or_default().trim_end();
    let name = name.to_lowercase();
    let port = |start: &str| {
        let rest = name.strip_prefix(start);
        rest.is_some_and(|rest| {
            matches!(
                rest,
                "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "0" | "¹" | "²" | "³"
            )
        })
    };
    DEVICES.contains(&name.as_str()) || port("com") || port("lpt")
}

/// How much of a text a file of papers is called by, in bytes.
const SHORT: usize = 60;

/// A text as the name of a file, before its ending, that every system of files can have; another
/// one where nothing of it can stand there.
pub fn file_name(text: &str, other: &str) -> String {
    let name = safe(text);
    // A dash at the start is an option to many programs.
    let is_bare = |c: char| c == '.' || c == '-' || c == ' ';
    let name = name.trim_start_matches(is_bare);
    let name = name[..name.floor_char_boundary(SHORT)].trim_end_matches(is_bare);
    match name {
        "" => other.to_owned(),
        name if is_device(name) => format!("_{name}"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::paper::PaperId;
    use crate::core::text::RichText;

    fn paper(id: &str, title: &str) -> Paper {
        Paper::new(PaperId::named(id), RichText::from_plain(title), 1)
    }

    #[test]
    fn any_text_names_a_file() {
        for (text, expected) in [
            ("Hats, and \"more\"", "Hats, and 'more'"),
            ("../../etc/passwd", "etc-passwd"),
            ("hep-th/9901001", "hep-th-9901001"),
            ("con", "_con"),
            ("Con.x", "_Con.x"),
            ("Lpt1 .a", "_Lpt1 .a"),
            ("...", "paper"),
            ("- .\u{202e}", "paper"),
            ("", "paper"),
            ("論文 2026-04-05", "論文 2026-04-05"),
        ] {
            assert_eq!(file_name(text, "paper"), expected);
        }
        assert_eq!(file_name(&"é".repeat(100), "paper"), "é".repeat(30));
        let ends = ["a".repeat(59), "...".to_owned()].concat();
        assert_eq!(file_name(&ends, "paper"), "a".repeat(59));
    }

    #[test]
    fn names_are_safe_and_unique() {
        let mut names = FileNames::default();
        for (id, title, expected) in [
            (
                "2012.20003",
                "Seeing: R&D \"twice\"?",
                "Seeing\u{2236} R&D 'twice' (2012.20003)",
            ),
            (
                "2012.20003",
                "Seeing: R&D \"twice\"?",
                "Seeing\u{2236} R&D 'twice' (2012.20003) 2",
            ),
            (
                "hep-th/9901001",
                "../../etc/passwd",
                "-..-etc-passwd (hep-th-9901001)",
            ),
            ("x-1", "Con", "_Con"),
            ("x-1", "con", "_con 2"),
            ("x-1", "COM1.txt", "_COM1.txt"),
            ("2012.20003", "NUL. A study", "_NUL. A study (2012.20003)"),
            ("2012.20003", "Con", "Con (2012.20003)"),
            ("x-1", "Ends in dots ...", "Ends in dots"),
            ("x-1", "É", "É"),
            ("x-1", "e\u{301}", "e\u{301} 2"),
            ("x-1", "É 2", "É 2 2"),
            ("x-1", "é", "é 3"),
            ("x-1", "É 4", "É 4"),
            ("x-1", "é", "é 5"),
            ("x-1", "...", "Untitled"),
            ("2012.20004", "\u{202e}", "2012.20004"),
            ("x-1", "[[a|b#c]]", "((a-b c))"),
        ] {
            assert_eq!(names.next(&paper(id, title)), expected);
        }
        let long = names.next(&paper("2012.20005", &"日本語".repeat(100)));
        assert!(
            long.len() < 150 && long.ends_with("本語日 (2012.20005)"),
            "{long}"
        );
    }

    /// A name does not try all numbers again that others have.
    #[test]
    fn many_papers_of_one_title_get_their_numbers_at_once() {
        let mut names = FileNames::default();
        let count = 20_000;
        for number in 2..count {
            names.next(&paper("x-1", &format!("A {number}")));
        }
        for number in 0..count {
            let expected = match number {
                0 => "A".to_owned(),
                _ => format!("A {}", count + number - 1),
            };
            assert_eq!(names.next(&paper("x-1", "A")), expected);
        }
    }
}
