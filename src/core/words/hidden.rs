//! Letters of a text that stand in none of its tokens: the names of LaTeX commands that only dress
//! what follows.
//!
//! All other letters and digits of ASCII that stand side by side in a text stand side by side in a
//! token, whatever is around them. So papers need not be looked through for letters that no token
//! of theirs has, if they hide none but those of usual commands.

use super::tokens::{STYLE_COMMANDS, command_name, is_silent};

/// Commands that stand in many abstracts and dress an argument.
const USUAL_COMMANDS: &[&str] = &[
    "bar",
    "binom",
    "cite",
    "citep",
    "citet",
    "color",
    "emph",
    "footnote",
    "frac",
    "hat",
    "href",
    "hyperlink",
    "keywords",
    "sqrt",
    "text",
    "textbf",
    "textcolor",
    "textit",
    "textrm",
    "textsc",
    "textsf",
    "textsubscript",
    "textsuperscript",
    "texttt",
    "tilde",
    "underline",
    "unicode",
    "url",
    "widetilde",
];

/// Whether a text hides letters other than those of usual commands.
pub(in crate::core) fn hides_letters(text: &str) -> bool {
    memchr::memchr_iter(b'\\', text.as_bytes()).any(|at| {
        let command = &text[at + 1..];
        let name = command_name(command);
        let rest = &command[name.len()..];
        // What follows a name at once is another token, though a regex may read both as one.
        let goes_on = |c: char| c.is_ascii_digit() || !c.is_ascii();
        !name.is_empty() && (rest.starts_with(goes_on) || is_silent(name, rest) && !is_usual(name))
    })
}

/// Whether letters in lower case may stand in the name of a usual command.
pub(in crate::core) fn may_be_hidden(letters: &str) -> bool {
    let mut names = STYLE_COMMANDS.iter().chain(USUAL_COMMANDS);
    names.any(|name| name.to_ascii_lowercase().contains(letters))
}

fn is_usual(name: &str) -> bool {
    STYLE_COMMANDS.contains(&name) || USUAL_COMMANDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::words::tokens::words;

    #[test]
    fn commands_hide_their_names() {
        for text in [
            "",
            r"\alpha_2 \% \\ {a}",
            r"\textbf{a} \bf b \Big\{c",
            "a_b é",
            r"\{a",
        ] {
            assert!(!hides_letters(text), "{text}");
        }
        for text in [r"\ours{}", r"\alpha2", r"\maſk", r"\\textmd{b}"] {
            assert!(hides_letters(text), "{text}");
        }
        assert!(may_be_hidden("cal"));
        assert!(may_be_hidden("big"));
        assert!(!may_be_hidden("data"));
    }

    proptest! {
        #[test]
        fn letters_side_by_side_stand_in_a_token(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "\\", "{", "}", "_", " ", "$", "a", "Data", "bf", "textbf", "cal", "7", "é", "e\u{301}", "ſ", "K", "α", "ﬁ", "²", "-", "中",
                ]),
                0..12,
            ),
        ) {
            let text = parts.concat();
            prop_assume!(!hides_letters(&text));
            let tokens = words(&text);
            // As a regex reads them where letter case says nothing.
            let letters = text.replace('ſ', "s").replace('\u{212a}', "k").to_ascii_lowercase();
            for run in letters.split(|c: char| !c.is_ascii_alphanumeric()) {
                for start in 0..run.len() {
                    for end in start + 1..=run.len() {
                        let part = &run[start..end];
                        prop_assert!(
                            may_be_hidden(part) || tokens.iter().any(|token| token.contains(part)),
                            "{part} in {text}: {tokens:?}"
                        );
                    }
                }
            }
        }
    }
}
