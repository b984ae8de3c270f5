//! Environments, lists and conditions of LaTeX in running text: what they say is kept, they are not
//! shown.

use super::{Key, Scanner, letters};
use crate::core::digest::lines::part;
use crate::core::digest::needles::find_from;
use crate::core::text::Style;

/// What ends a formula or a condition is not farther away than so many bytes.
const NEAR: usize = 4096;

/// The options of an environment or an item are not longer than so many bytes.
const LONGEST_OPTIONS: usize = 80;

/// Environments that are one formula, and what their inside stands in, if anything.
const FORMULAS: [(&str, &str); 7] = [
    ("equation", ""),
    ("displaymath", ""),
    ("math", ""),
    ("align", "aligned"),
    ("eqnarray", "aligned"),
    ("gather", "gathered"),
    ("multline", "gathered"),
];

impl Scanner<'_> {
    /// `\begin{…}` and `\end{…}`, with the text from there on up to a formula or a tag: a formula,
    /// or a paragraph's border. `false` where it is neither.
    pub(super) fn environment(&mut self, rest: &str, command: &str, name: &str) -> bool {
        let bare = name.strip_suffix('*').unwrap_or(name);
        if bare.is_empty() || letters(bare) < bare.len() {
            return false;
        }
        let head = 1 + command.len() + 1 + name.len() + 1;
        if command == "end" {
            if self.environments == 0 {
                return false;
            }
            self.environments -= 1;
        } else if let Some((_, around)) = FORMULAS.iter().find(|(known, _)| *known == bare) {
            let Some(formula) = formula(rest, head, name, around) else {
                return false;
            };
            let display = bare != "math";
            self.writer.leaf(&formula.0, Style::Math { display });
            self.skip(formula.1);
            return true;
        } else {
            self.environments += 1;
        }
        self.writer.paragraph();
        self.at += head;
        if command == "begin" {
            self.skip(options(part(rest, &(head..rest.len()))));
        }
        true
    }

    /// `\ensuremath{…}`: a formula.
    pub(super) fn ensured(&mut self, inside: &str, argument: usize, close: usize) {
        let inside = inside.trim();
        if inside.contains('$') || inside.is_empty() {
            return self.begin_group(argument + 1, close, None);
        }
        let formula = ["$", inside, "$"].concat();
        self.writer.leaf(&formula, Style::Math { display: false });
        self.at = close + 1;
    }

    /// `\item` inside of an environment: the start of a paragraph.
    pub(super) fn item(&mut self, rest: &str, name: &str) -> bool {
        if name != "item" || self.environments == 0 {
            return false;
        }
        self.writer.paragraph();
        self.at += "\\item".len();
        let after = part(rest, &("\\item".len()..rest.len()));
        let len = options(after);
        if let Some(label) = after.get(..len).filter(|label| label.len() > 2) {
            self.writer.text(label.trim().trim_matches(['[', ']']));
            self.writer.char(' ');
        }
        self.skip(len);
        true
    }

    /// Passes bytes over that are not shown, and the ends of groups among them.
    fn skip(&mut self, len: usize) {
        self.at += len;
        while let Some(end) = self.ends.pop_if(|end| *end < self.at) {
            self.writer.close(Key::Group(end));
        }
    }

    /// `\ifmmode … \else … \fi`: what stands there for text.
    pub(super) fn condition(&mut self, rest: &str, name: &str) -> bool {
        let near = part(rest, &(0..rest.floor_char_boundary(NEAR)));
        match name {
            "ifmmode" => {
                let Some(at) = find_from(near, 0, "\\else") else {
                    return false;
                };
                self.conditions += 1;
                self.skip(at + "\\else".len());
                true
            }
            "fi" if self.conditions > 0 => {
                self.conditions -= 1;
                let after = part(rest, &(3..rest.len()));
                self.at += 3 + usize::from(after.starts_with(' '));
                true
            }
            _ => false,
        }
    }
}

/// The length of `[…]` at the start, with blanks before it.
fn options(text: &str) -> usize {
    let inside = text.trim_start();
    let gap = text.len() - inside.len();
    let near = part(inside, &(0..inside.floor_char_boundary(LONGEST_OPTIONS)));
    match near.find(']') {
        Some(end) if near.starts_with('[') => gap + end + 1,
        _ => 0,
    }
}

/// The formula of an environment whose head has so many bytes, and how long the whole is.
fn formula(rest: &str, head: usize, name: &str, around: &str) -> Option<(String, usize)> {
    let near = part(rest, &(0..rest.floor_char_boundary(NEAR)));
    let end = ["\\end{", name, "}"].concat();
    let at = find_from(near, head, &end)?;
    let inside = part(near, &(head..at)).trim();
    let formula = match around {
        "" => ["\\[ ", inside, " \\]"].concat(),
        around => {
            let (begin, close) = (["\\begin{", around, "}"], ["\\end{", around, "}"]);
            [
                "\\[ ",
                &begin.concat(),
                " ",
                inside,
                " ",
                &close.concat(),
                " \\]",
            ]
            .concat()
        }
    };
    (!inside.is_empty() && !inside.contains('$')).then_some((formula, at + end.len()))
}
