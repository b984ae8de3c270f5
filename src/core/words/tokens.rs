//! Text made comparable: tokens, their places, and the stem by which singular and plural meet.
//!
//! The input is the plain text of a [`RichText`](crate::core::text::RichText), or the words of a
//! query. It is decomposed (NFKD), combining marks are dropped, what is left is in lower case, and
//! letters that no decomposition reaches are [as they are typed](letters::folded); a token is a
//! longest run of letters and digits of that.
//!
//! A run of [scripts without spaces](letters::is_unspaced) has no words to go by. Each of its
//! characters begins a token, which has the next one too: `机器推论` is `机器`, `器推`, `推论` and
//! `论` at neighbouring positions. So a part of a run is found by the pairs in it, side by side,
//! and a single character by how tokens begin. Kana keep their sound marks there, and Hangul is
//! made of syllables.
//!
//! Math stands in plain text as its source, so LaTeX commands are reduced here: a command that
//! dresses a braced argument is dropped (`\mathcal{L}` → `l`), as is one that only changes style or
//! spacing (`\bf`, `\left`); any other stands for a symbol and is a token of its own (`10\times` →
//! `10`, `times`; `\alpha_2` → `alpha`, `2`), because that is the word a reader would type.

mod word;

use std::borrow::Cow;

use self::word::Word;
use crate::core::text::Span;
use crate::core::unicode::letters::{self, is_unspaced};
use crate::core::unicode::{decompose, is_mark};

/// Calls `each` with every token of a text and its place in it, in order.
///
/// A place covers whole characters of the text: that of `ﬁne` has the ligature, that of `café` a
/// trailing combining accent. Two tokens share a place only where one character decomposes into
/// both, as `½` does; those of a run without spaces overlap, each with its two characters.
pub fn tokens(text: &str, mut each: impl FnMut(&str, Span)) {
    let mut word = Word::default();
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii_alphanumeric() {
            let run = text.as_bytes()[at..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric());
            let end = at + run.count();
            let run = &text[at..end];
            // Most words are whole and in lower case: they are given as they stand.
            let is_whole = word.text.is_empty()
                && text.as_bytes().get(end).is_none_or(u8::is_ascii)
                && !run.bytes().any(|byte| byte.is_ascii_uppercase());
            if is_whole {
                each(run, Span::new(at, end));
            } else {
                word.run(run, at, &mut each);
            }
            at = end;
        } else if byte == b'\\' {
            word.end(&mut each);
            at += 1;
            let name = command_name(&text[at..]);
            if !name.is_empty() && !is_silent(name, &text[at + name.len()..]) {
                word.run(name, at, &mut each);
                word.end(&mut each);
            }
            at += name.len();
        } else if byte.is_ascii() {
            word.end(&mut each);
            at += 1;
        } else {
            let end = text[at..]
                .chars()
                .next()
                .map_or(text.len(), |c| at + c.len_utf8());
            word.character(&text[at..end], at, &mut each);
            at = end;
        }
    }
    word.end(&mut each);
}

/// The same, compiled once for all who can wait a little: what [`tokens`] is told to do is compiled
/// into it, some kilobytes each time.
pub fn each_token(text: &str, each: &mut dyn FnMut(&str, Span)) {
    tokens(text, each);
}

/// The tokens of a text without their places.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    each_token(text, &mut |token, _| words.push(token.to_owned()));
    words
}

/// A name made comparable as tokens are, with what stands between them.
pub fn comparable(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let mut plain = String::with_capacity(name.len());
    for c in name.chars() {
        decompose(c, |part| {
            for lower in part.to_lowercase().filter(|c| !is_mark(*c)) {
                match letters::folded(lower) {
                    Some(letters) => plain.push_str(letters),
                    None => plain.push(lower),
                }
            }
        });
    }
    plain
}

/// The stem of a token by Harman's S-stemmer: singular and plural of most English nouns have the
/// same.
///
/// Donna Harman, "How effective is suffixing?", JASIS 42 (1991): the first rule that applies is
/// used, on words longer than three letters.
pub fn stem(token: &str) -> Cow<'_, str> {
    let ends = |endings: &[&str]| endings.iter().any(|ending| token.ends_with(ending));
    let without = |bytes: usize| &token[..token.len() - bytes];
    if !token.ends_with('s') || token.chars().nth(3).is_none() {
        Cow::Borrowed(token)
    } else if ends(&["ies"]) && !ends(&["eies", "aies"]) {
        Cow::Owned(format!("{}y", without(3)))
    } else if !ends(&["us", "ss"]) {
        // `…es` loses its `s` too, whatever stands before it, so Harman's second rule and its
        // exceptions come to the same as the third.
        Cow::Borrowed(without(1))
    } else {
        Cow::Borrowed(token)
    }
}

/// Whether a token is of a run without spaces.
pub(in crate::core) fn is_of_run(token: &str) -> bool {
    // The first byte of a letter of Latin, Greek or Cyrillic is smaller.
    token.as_bytes().first().is_some_and(|first| *first >= 0xe0) && token.starts_with(is_unspaced)
}

/// The name of the LaTeX command whose backslash stands right before the text; empty where there is
/// none.
pub(super) fn command_name(text: &str) -> &str {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    &text[..letters]
}

/// Whether a command says nothing itself: it dresses an argument, or is one of [`STYLE_COMMANDS`].
pub(super) fn is_silent(name: &str, rest: &str) -> bool {
    rest.starts_with('{') || STYLE_COMMANDS.contains(&name)
}

/// Commands that change only the style or the spacing of what follows, with or without braces.
pub(super) const STYLE_COMMANDS: &[&str] = &[
    "Big",
    "Bigg",
    "Biggl",
    "Biggr",
    "Bigl",
    "Bigr",
    "bf",
    "big",
    "bigg",
    "biggl",
    "biggr",
    "bigl",
    "bigr",
    "bm",
    "boldsymbol",
    "cal",
    "displaystyle",
    "em",
    "it",
    "left",
    "limits",
    "mathbb",
    "mathbf",
    "mathcal",
    "mathfrak",
    "mathit",
    "mathrm",
    "mathsf",
    "mathtt",
    "nolimits",
    "operatorname",
    "qquad",
    "quad",
    "right",
    "rm",
    "scriptstyle",
    "sf",
    "textstyle",
    "tt",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::unicode::letters::is_settled;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let mut seen = Vec::new();
        tokens(text, |token, span| {
            seen.push((token.to_owned(), text[span.range()].to_owned()));
        });
        let seen: Vec<_> = seen
            .iter()
            .map(|(token, place)| (token.as_str(), place.as_str()))
            .collect();
        assert_eq!(seen, expected, "{text}");
    }

    #[test]
    fn a_token_is_a_longest_run_of_letters_and_digits() {
        check("", &[]);
        check(" — & ++ ", &[]);
        check(
            "Self-supervised",
            &[("self", "Self"), ("supervised", "supervised")],
        );
        check(
            "3D U-Net_v2.",
            &[("3d", "3D"), ("u", "U"), ("net", "Net"), ("v2", "v2")],
        );
    }

    #[test]
    fn places_are_right_where_normalising_changes_lengths() {
        check("ﬁne oﬃce", &[("fine", "ﬁne"), ("office", "oﬃce")]);
        check(
            "Café cafe\u{301} x",
            &[("cafe", "Café"), ("cafe", "cafe\u{301}"), ("x", "x")],
        );
        check("İstanbul", &[("istanbul", "İstanbul")]);
        check(
            "한국 KÄSE",
            &[("한국", "한국"), ("국", "국"), ("kase", "KÄSE")],
        );
        check("L² ½", &[("l2", "L²"), ("1", "½"), ("2", "½")]);
        check("Straße Łódź", &[("strasse", "Straße"), ("lodz", "Łódź")]);
    }

    #[test]
    fn letters_are_as_they_are_typed() {
        for (text, expected) in [
            (
                "Łukasz Ørsted Đorđe Ægir Þór",
                "lukasz orsted dorde aegir thor",
            ),
            (
                "WEIẞ Kılıç ŒUVRE Guðrún Ħal",
                "weiss kilic oeuvre gudrun hal",
            ),
            ("Hawaiʻi Əliyev λόγος ΛΟΓΟΣ", "hawaii eliyev λογοσ λογοσ"),
            ("Ｄｅｅｐ　ｎｅｔ２", "deep net2"),
        ] {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn each_character_of_a_run_without_spaces_begins_a_token() {
        check("深", &[("深", "深")]);
        check(
            "深度学习。网",
            &[
                ("深度", "深度"),
                ("度学", "度学"),
                ("学习", "学习"),
                ("习", "习"),
                ("网", "网"),
            ],
        );
        check(
            "用JWT认证v2é的",
            &[
                ("用", "用"),
                ("jwt", "JWT"),
                ("认证", "认证"),
                ("证", "证"),
                ("v2e", "v2é"),
                ("的", "的"),
            ],
        );
        check(
            "x\\alpha深",
            &[("x", "x"), ("alpha", "alpha"), ("深", "深")],
        );
        check("深\\alpha", &[("深", "深"), ("alpha", "alpha")]);
        check("ไทย", &[("ไท", "ไท"), ("ทย", "ทย"), ("ย", "ย")]);
    }

    #[test]
    fn kana_keep_their_sound_marks_and_hangul_its_syllables() {
        check(
            "サーバ",
            &[("サー", "サー"), ("ーバ", "ーバ"), ("バ", "バ")],
        );
        check("ｶﾞｽ", &[("ガス", "ｶﾞｽ"), ("ス", "ｽ")]);
        check("か\u{3099}く", &[("がく", "か\u{3099}く"), ("く", "く")]);
        check(
            "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}",
            &[
                ("한국", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}"),
                ("국", "\u{1100}\u{116e}\u{11a8}"),
            ],
        );
    }

    #[test]
    fn math_keeps_its_letters_and_digits() {
        check("$L^2$-norm", &[("l", "L"), ("2", "2"), ("norm", "norm")]);
        check("$\\mathcal{L}_{1}$", &[("l", "L"), ("1", "1")]);
        check(
            "$64\\times64$",
            &[("64", "64"), ("times", "times"), ("64", "64")],
        );
        check("$\\alpha^2$", &[("alpha", "alpha"), ("2", "2")]);
        check("$\\left(\\mathbf x\\right)$ \\", &[("x", "x")]);
    }

    #[test]
    fn stems_as_harman_has_it() {
        for (token, expected) in [
            ("gans", "gan"),
            ("gan", "gan"),
            ("gas", "gas"),
            ("bus", "bus"),
            ("studies", "study"),
            ("ties", "ty"),
            ("boxes", "boxe"),
            ("images", "image"),
            ("shoes", "shoe"),
            ("trees", "tree"),
            ("corpus", "corpus"),
            ("loss", "loss"),
            ("losses", "losse"),
            ("aies", "aie"),
            ("zeies", "zeie"),
            ("is", "is"),
            ("été", "été"),
        ] {
            assert_eq!(stem(token), expected, "{token}");
        }
    }

    /// The characters that decompose into pieces with a separator between them, or of which a mark
    /// is all that is left, and those that stand for a run without spaces.
    fn breaks_up(c: char) -> bool {
        let mut pieces = Vec::new();
        decompose(c, |piece| pieces.push(piece));
        let letters = pieces.iter().filter(|piece| !is_mark(**piece));
        // A mark before a letter belongs to what stands before both.
        let is_apart = letters.count() > 1 || pieces.first().is_some_and(|first| is_mark(*first));
        if is_apart && !is_settled(c) && pieces.iter().any(|piece| is_unspaced(*piece)) {
            return true;
        }
        !pieces
            .iter()
            .all(|piece| piece.is_alphanumeric() || is_mark(*piece))
            && pieces.iter().any(|piece| piece.is_alphanumeric())
    }

    proptest! {
            #[test]
            fn normalising_a_place_gives_the_token_back(text in "(\\PC|[a-zA-Z0-9 ﬁﬃéÉİ한²Åſßł深度ガｶﾞไ\u{301}\u{307}\u{3099}]){0,30}") {
    let text: String = text.chars().filter(|c| *c != '\\' && !breaks_up(*c)).collect();
                let mut last = 0;
                let mut wrong = Vec::new();
                tokens(&text, |token, span| {
                    // A token of a run without spaces has the start of the next one in its place.
                    let alone = words(&text[span.range()]);
                    let is_back = alone.first().is_some_and(|first| first == token)
                        && alone.len() <= 1 + usize::from(is_of_run(token));
                    if !is_back || span.start < last {
                        wrong.push(token.to_owned());
                    }
                    last = if is_of_run(token) { span.start } else { span.end };
                });
                prop_assert!(wrong.is_empty(), "{wrong:?}");
            }

            #[test]
            fn any_text_gives_places_within_it(text in "(\\PC|[\\\\${}a-c½㎯]){0,30}") {
                let mut places = Vec::new();
                tokens(&text, |token, span| places.push((token.to_owned(), span)));
                for (token, span) in places {
                    let place = &text[span.range()];
                    prop_assert!(words(place).contains(&token), "{token} is not in {place}");
                }
            }
        }
}
