//! Which encoding bytes are in that are not UTF-8: as the file declares it, or as its bytes look.
//!
//! Only a sample is looked at. What is found there must fit: bytes that the declared encoding does
//! not have are in another one, whatever the file says.

use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, KOI8_R, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1251, WINDOWS_1252,
};
use memchr::memmem;

/// How far from the start a file declares its encoding.
const HEAD: usize = 4096;

/// How much is looked at, from the first bytes on that are not UTF-8.
const SAMPLE: usize = 64 * 1024;

/// The encoding of a label such as `gb2312` or `iso-8859-1`.
pub(super) fn labelled(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim().as_bytes())
}

/// The encoding of bytes that are not UTF-8 from a place on; `None` where it is Windows-1252 or not
/// to be told from it.
pub(super) fn find(bytes: &[u8], first: usize) -> Option<&'static Encoding> {
    let sample = sample(bytes, first);
    declared(bytes)
        .filter(|encoding| fits(encoding, sample))
        .or_else(|| guessed(sample))
        .filter(|encoding| *encoding != WINDOWS_1252)
}

/// The text of bytes in an encoding, and whether something in it was damaged.
pub(super) fn decode(encoding: &'static Encoding, bytes: &[u8]) -> (String, bool) {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), damaged)
}

/// The name of a file in an archive that does not say in which encoding it is.
pub(super) fn name(bytes: &[u8]) -> String {
    if let Ok(name) = std::str::from_utf8(bytes) {
        return name.to_owned();
    }
    match guessed(bytes) {
        Some(encoding) => decode(encoding, bytes).0,
        // What DOS wrote, and Windows does for it.
        None => bytes.iter().map(|b| code_page_437(*b)).collect(),
    }
}

/// The letters of code page 437 beyond ASCII; of what stands behind them only a few are letters.
const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»";

fn code_page_437(byte: u8) -> char {
    match byte {
        0xe1 => 'ß',
        0x80.. => {
            let at = usize::from(byte - 0x80);
            let letter = CODE_PAGE_437.chars().nth(at);
            letter.unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => char::from(byte),
    }
}

/// The lines from the first one on that is not UTF-8, cut at the end of one if there is any.
fn sample(bytes: &[u8], first: usize) -> &[u8] {
    let before = bytes.get(..first).unwrap_or_default();
    let start = memchr::memrchr(b'\n', before).map_or(0, |end| end + 1);
    // One long line: what is before the place is not looked at.
    let start = start.max(first.saturating_sub(SAMPLE / 2));
    let rest = bytes.get(start..).unwrap_or_default();
    let Some(sample) = rest.get(..SAMPLE) else {
        return rest;
    };
    let end = memchr::memrchr(b'\n', sample).unwrap_or(sample.len());
    sample.get(..end).unwrap_or_default()
}

/// What a file says of its encoding, in XML, in HTML, in a comment of BibTeX.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let marks: [&[u8]; 4] = [b"encoding=", b"charset=", b"encoding:", b"coding:"];
    marks.iter().find_map(|mark| {
        let at = memmem::find(&head, mark)? + mark.len();
        let rest = head.get(at..)?.trim_ascii_start();
        let rest = rest
            .strip_prefix(b"\"")
            .or(rest.strip_prefix(b"'"))
            .unwrap_or(rest);
        let is_part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':');
        let len = rest.iter().take_while(|b| is_part(b)).count();
        let encoding = Encoding::for_label(rest.get(..len)?)?;
        let is_wide = [UTF_16LE, UTF_16BE].contains(&encoding);
        (encoding != UTF_8 && !is_wide).then_some(encoding)
    })
}

/// Whether hardly anything in the sample is damaged in this encoding.
fn fits(encoding: &'static Encoding, sample: &[u8]) -> bool {
    let text = encoding.decode_without_bom_handling(sample).0;
    let damaged = text.matches(char::REPLACEMENT_CHARACTER).count();
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    damaged * 100 <= beyond
}

/// What the characters of two bytes in a sample look like.
#[derive(Debug, Default)]
struct Pairs {
    /// How many there are, by the encodings that are not Shift JIS.
    all: usize,
    /// How often several stand in a row.
    runs: usize,
    /// Those of the 3,755 most common of GB 2312.
    common_gb: usize,
    /// Those of the 5,401 most common of Big5.
    common_big5: usize,
    /// Those that are syllables of Korean.
    hangul: usize,
    /// Those that are kana in EUC-JP.
    kana: usize,
}

impl Pairs {
    fn of(sample: &[u8]) -> Self {
        let mut pairs = Self::default();
        let mut rest = sample;
        let mut is_run = false;
        while let Some((lead, after)) = rest.split_first() {
            rest = after;
            if lead.is_ascii() {
                is_run = false;
                continue;
            }
            pairs.all += 1;
            pairs.runs += usize::from(!is_run);
            is_run = true;
            let Some((trail, after)) = rest.split_first() else {
                break;
            };
            // A letter of Latin-1 before a space or a mark is none of two bytes.
            if *trail < 0x40 {
                continue;
            }
            rest = after;
            let is_high = *trail >= 0xa1;
            let is_mark = matches!(lead, 0xa1..=0xa3) && is_high;
            pairs.common_gb += usize::from(is_mark || (matches!(lead, 0xb0..=0xd7) && is_high));
            let trail_fits = is_high || *trail < 0x7f;
            let is_big5 = matches!(lead, 0xa1..=0xc6) && trail_fits;
            pairs.common_big5 += usize::from(is_big5);
            pairs.hangul += usize::from(is_mark || (matches!(lead, 0xb0..=0xc8) && is_high));
            pairs.kana += usize::from(matches!(lead, 0xa4 | 0xa5) && is_high);
        }
        pairs
    }

    /// Whether so many of all are more than nine tenths.
    fn are(&self, some: usize) -> bool {
        some * 10 >= self.all * 9
    }
}

/// What the bytes look like; `None` where that is Windows-1252, whose letters stand alone among
/// ASCII.
fn guessed(sample: &[u8]) -> Option<&'static Encoding> {
    if is_shift_jis(sample) {
        return Some(SHIFT_JIS);
    }
    let pairs = Pairs::of(sample);
    let in_runs = pairs.all >= 2 && pairs.all * 2 >= pairs.runs * 3;
    let found = [
        (EUC_JP, pairs.kana * 5 >= pairs.all),
        (EUC_KR, pairs.all >= 4 && pairs.hangul == pairs.all),
        (GB18030, pairs.are(pairs.common_gb)),
        (BIG5, pairs.are(pairs.common_big5)),
    ]
    .into_iter()
    .find(|(encoding, looks_so)| in_runs && *looks_so && fits(encoding, sample));
    if let Some((encoding, _)) = found {
        return Some(encoding);
    }
    cyrillic(sample)
}

/// Whether the characters of two bytes are Japanese in Shift JIS: a fifth of those of any text is
/// kana.
fn is_shift_jis(sample: &[u8]) -> bool {
    let (mut all, mut kana) = (0_usize, 0_usize);
    let mut rest = sample;
    while let Some((lead, after)) = rest.split_first() {
        rest = after;
        if !matches!(lead, 0x81..=0x9f | 0xe0..=0xfc) {
            continue;
        }
        let Some((trail, after)) = rest.split_first() else {
            break;
        };
        rest = after;
        all += 1;
        kana += usize::from(matches!(
            (lead, trail),
            (0x82, 0x9f..=0xf1) | (0x83, 0x40..=0x96)
        ));
    }
    kana >= 2 && kana * 5 >= all && fits(SHIFT_JIS, sample)
}

/// Letters beyond ASCII that stand in words of their own are Cyrillic.
fn cyrillic(sample: &[u8]) -> Option<&'static Encoding> {
    let (mut upper, mut lower, mut runs) = (0_usize, 0_usize, 0_usize);
    let mut was_letter = false;
    for byte in sample {
        let is_letter = *byte >= 0xc0;
        runs += usize::from(is_letter && !was_letter);
        upper += usize::from(matches!(byte, 0xc0..=0xdf));
        lower += usize::from(matches!(byte, 0xe0..));
        was_letter = is_letter;
    }
    let all = upper + lower;
    if all < 8 || all < runs * 3 {
        return None;
    }
    // Small letters are most; the two have them where the other has the capitals.
    Some(if lower > upper { WINDOWS_1251 } else { KOI8_R })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, encoding: &'static Encoding) {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable, "{text}");
        let expected = Some(encoding).filter(|encoding| *encoding != WINDOWS_1252);
        let first = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
        assert_eq!(find(&bytes, first), expected, "{text}");
    }

    #[test]
    fn encodings_are_known_by_their_letters() {
        check("author = {王伟 and 李娜}, title = {雨伞的研究}", GB18030);
        check("title = {関数と画像の研究について}", EUC_JP);
        check("title = {関数と画像の研究について}", SHIFT_JIS);
        check("title = {우산을 세는 방법에 대하여}", EUC_KR);
        check("title = {雨傘的研究與應用之探討}, author = {陳大文}", BIG5);
        check(
            "author = {Иванов}, title = {О зонтах и дождях}",
            WINDOWS_1251,
        );
        check("author = {Иванов}, title = {О зонтах и дождях}", KOI8_R);
    }

    #[test]
    fn letters_among_others_are_latin() {
        for text in [
            "Größe, Müller und Jürgen",
            "it’s what they don’t say: “naïve”",
            "Ärger über Äpfel",
            "SÃO PAULO, ÇA VA, À LA CARTE",
            "Élan vital – déjà vu… où ça",
        ] {
            check(text, WINDOWS_1252);
        }
    }

    #[test]
    fn what_is_declared_wins_where_it_fits() {
        let bytes = b"% Encoding: ISO-8859-2\n@misc{a, author = {Micha\xb3}}";
        let found = find(bytes, 43).map(Encoding::name);
        assert_eq!(found, Some("ISO-8859-2"));
        let bytes = b"<?xml version='1.0' encoding='Shift_JIS'?><a>Gr\xf6\xdfe \xff</a>";
        assert_eq!(find(bytes, 46), None);
    }

    #[test]
    fn names_of_files() {
        assert_eq!(name("é.bib".as_bytes()), "é.bib");
        assert_eq!(name(b"Gr\x94\xe1e.bib"), "Größe.bib");
        assert_eq!(name(&GB18030.encode("论文列表.bib").0), "论文列表.bib");
    }
}
