//! What our own export and its readers agree on, so that what was exported comes back as it was;
//! to other programs it is as good as what others write.

pub(in crate::core) use super::super::categories::is_category;
use super::super::ids::notes;
use super::super::markup::without_label;

/// What some write before a title.
pub(in crate::core) const TITLE: &str = "Title:";

/// What stands in BibTeX before a text that would be taken for more than it is: nobody sees it.
pub(in crate::core) const GUARD: &str = "{}";

/// Who made a file: `DP` of RIS, `source` of CSL-JSON. The texts of an entry that says so are plain
/// text, in which nothing is markup but formulas and bare addresses; what stands behind it in a
/// reference of RIS is its reader's own and none of the paper's.
pub(in crate::core) const MAKER: &str = "Digest Explorer";

/// Before the suffix of a name: the comma that stands there as a rule does not, or one does that as
/// a rule does not. BibTeX's tie and the space that it stands for.
pub(in crate::core) const TIES: [char; 2] = ['~', '\u{a0}'];

/// Before a line of RIS that would otherwise start a field; it has no width, and nothing breaks at
/// it.
pub(in crate::core) const JOINER: char = '\u{2060}';

/// The heading in Markdown over papers whose day is not known, behind others whose day is.
pub(in crate::core) const WITHOUT_DAY: &str = "Papers without a day";

/// What starts a formula in a spreadsheet, also as East Asian keyboards have it, or may be stripped
/// from before one.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would take the cell of a table for a formula, or would without the
/// apostrophes before it. Such a cell is written with one more, which who reads it takes off.
pub(in crate::core) fn acts_in_a_table(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// Whether a line starts as a field of RIS does, `AU  - `.
pub(in crate::core) fn reads_as_tag(line: &str) -> bool {
    let mut chars = line.trim_start_matches('\u{feff}').chars();
    let named = chars.next().is_some_and(|c| c.is_ascii_uppercase())
        && chars
            .next()
            .is_some_and(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    named && chars.as_str().trim_start().starts_with('-')
}

/// Whether a note says of itself that it is a comment, or names the paper: its reader would take
/// that off.
pub(in crate::core) fn reads_as_more(note: &str) -> bool {
    notes::read(note).comment != note
}

/// Whether a title starts with a label, which its reader would take off.
pub(in crate::core) fn is_labelled(title: &str) -> bool {
    without_label(title, TITLE) != title
}

/// What cannot stand in a formula in BibTeX, or would be taken for markup there, and what stands
/// for it: the first, with as many empty groups behind it as its place in the row counts, from 1.
/// TeX shows nothing of empty groups.
///
/// BibTeX counts braces, so that one without a partner would end the value; `%` and `#` act in TeX
/// where they stand bare; a dollar sign behind a backslash ends the formula for some; `<b>` and
/// `&lt;` are HTML to whoever reads abstracts.
const CODES: [(&str, &[&str]); 7] = [
    ("\\lbrace", &["\\{", "{"]),
    ("\\rbrace", &["\\}", "}"]),
    ("\\%", &["%"]),
    ("\\#", &["#"]),
    ("\\mathdollar", &["\\$"]),
    ("<", &["<"]),
    ("&", &["&"]),
];

/// The row of the first of [`CODES`] that stands at the start of a text.
fn code_at(text: &str) -> Option<usize> {
    CODES.iter().position(|(code, _)| {
        let after = text.strip_prefix(code);
        let is_name = code.ends_with(|c: char| c.is_ascii_alphabetic());
        after
            .is_some_and(|after| !(is_name && after.starts_with(|c: char| c.is_ascii_alphabetic())))
    })
}

/// How many empty groups stand at the start.
fn groups(text: &str) -> usize {
    let mut pairs = text.as_bytes().chunks_exact(2);
    pairs.by_ref().take_while(|pair| pair == b"{}").count()
}

/// What stands at the start and is copied as it is: a character, with the backslash before it.
fn plain_at(text: &str) -> &str {
    let mut chars = text.chars();
    let escapes = chars.next() == Some('\\');
    if escapes {
        chars.next();
    }
    text.get(..text.len() - chars.as_str().len())
        .unwrap_or(text)
}

/// A formula with its delimiters as it may stand in a value of BibTeX: on one line, with its braces
/// in pairs, those with a backslash apart from those without.
pub(in crate::core) fn encode(formula: &str) -> String {
    let formula = formula.replace('\n', " ");
    let lone = lone_braces(&formula);
    let mut lone = lone.iter().copied().peekable();
    let mut out = String::with_capacity(formula.len());
    let mut at = 0;
    while let Some(rest) = formula.get(at..).filter(|rest| !rest.is_empty()) {
        let is_lone = lone.next_if(|place| *place == at).is_some();
        let (row, place, len) = match rest.as_bytes() {
            [b'\\', b'{', ..] if is_lone => (0, 1, 2),
            [b'{', ..] if is_lone => (0, 2, 1),
            [b'\\', b'}', ..] if is_lone => (1, 1, 2),
            [b'}', ..] if is_lone => (1, 2, 1),
            [b'%', ..] => (2, 1, 1),
            [b'#', ..] => (3, 1, 1),
            [b'\\', b'$', ..] => (4, 1, 2),
            _ => {
                let Some(row) = code_at(rest) else {
                    let plain = plain_at(rest);
                    out.push_str(plain);
                    at += plain.len();
                    continue;
                };
                (row, 0, CODES.get(row).map_or(1, |(code, _)| code.len()))
            }
        };
        let after = rest.get(len..).unwrap_or_default();
        let followed = groups(after);
        let acts = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '#');
        let place = if row >= 5 && after.starts_with(acts) {
            1
        } else {
            place
        };
        if let Some((code, meant)) = CODES.get(row) {
            out.push_str(code);
            let count = place + followed * (meant.len() + 1);
            out.extend(std::iter::repeat_n("{}", count));
        }
        at += len + 2 * followed;
    }
    out
}

/// Undoes [`encode`], but for the line ends; what would be read as HTML is an entity.
pub(super) fn decode(formula: &str, out: &mut String) {
    let mut rest = formula;
    while !rest.is_empty() {
        let known = code_at(rest).and_then(|row| CODES.get(row));
        let Some((code, meant)) = known else {
            let plain = plain_at(rest);
            out.push_str(plain);
            rest = rest.get(plain.len()..).unwrap_or_default();
            continue;
        };
        let after = rest.get(code.len()..).unwrap_or_default();
        let count = groups(after);
        let place = count % (meant.len() + 1);
        out.push_str(
            match (place.checked_sub(1).and_then(|at| meant.get(at)), *code) {
                (Some(_), "<") => "&lt;",
                (Some(_), "&") => "&amp;",
                (Some(meant), _) => meant,
                (None, code) => code,
            },
        );
        out.extend(std::iter::repeat_n("{}", count / (meant.len() + 1)));
        rest = after.get(2 * count..).unwrap_or_default();
    }
}

/// Where the braces without a partner start, or their backslashes; those with a backslash are no
/// partners of those without, for some count the one kind alone.
fn lone_braces(formula: &str) -> Vec<usize> {
    let bytes = formula.as_bytes();
    let mut lone = Vec::new();
    let mut open = [Vec::new(), Vec::new()];
    let mut at = 0;
    while let Some(b) = bytes.get(at) {
        let escapes = *b == b'\\';
        let brace = bytes.get(at + usize::from(escapes));
        let [bare, behind] = &mut open;
        let open = if escapes { behind } else { bare };
        match brace {
            Some(b'{') => open.push(at),
            Some(b'}') if open.pop().is_none() => lone.push(at),
            _ => {}
        }
        at += 1 + usize::from(escapes);
    }
    lone.extend(open.into_iter().flatten());
    crate::core::sorting::sort(&mut lone);
    lone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(formula: &str, encoded: &str) {
        assert_eq!(encode(formula), encoded, "{formula}");
        let mut decoded = String::new();
        decode(encoded, &mut decoded);
        let decoded = decoded.replace("&lt;", "<").replace("&amp;", "&");
        assert_eq!(decoded, formula);
    }

    #[test]
    fn formulas_come_back() {
        check("$x_{1}^2$", "$x_{1}^2$");
        check("$\\{x$", "$\\lbrace{}x$");
        check("$\\{x\\}$ and $}$", "$\\{x\\}$ and $\\rbrace{}{}$");
        check(
            "$\\left\\{ {x} \\right.$",
            "$\\left\\lbrace{} {x} \\right.$",
        );
        check("$\\{{}x$", "$\\lbrace{}{}{}{}x$");
        check("$\\lbrace{}x$", "$\\lbrace{}{}{}x$");
        check("$5%$", "$5\\%{}$");
        check("$5\\%$", "$5\\%$");
        check("$5\\%{}$", "$5\\%{}{}$");
        check("$\\$5$", "$\\mathdollar{}5$");
        check("$a<b>c$", "$a<{}b>c$");
        check("$a < b$", "$a < b$");
        check("$a &lt; b & c$", "$a &{}lt; b & c$");
        check("$\\\\{x}ü\\ü#$", "$\\\\{x}ü\\ü\\#{}$");
        check("$\\lbracex{}\\", "$\\lbracex{}\\");
    }

    #[test]
    fn braces_are_in_pairs_for_all_who_count_them() {
        let encoded = encode("$\\} { \\{ } } {$");
        assert_eq!(
            encoded,
            "$\\rbrace{} { \\lbrace{} } \\rbrace{}{} \\lbrace{}{}$"
        );
    }
}
