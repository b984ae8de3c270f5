//! Where reading goes on after a broken record.

use super::field;
use super::value::Scanner;

/// How many characters of white space may stand between a record's brace and its first name.
const LONGEST_GAP: usize = 64;

/// How much of a file is looked through at once for the end of a broken record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    Nothing,
    Text(u8),
}

/// The next place at or after this one where a record starts: a brace at the start of a line or before the name that records start with;
/// where that is not known, before any name that records have.
pub(super) fn next_start(text: &str, from: usize, first_name: Option<&str>) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'{', bytes.get(from..)?)
        .map(|offset| from + offset)
        .find(|at| {
            let on_new_line = at
                .checked_sub(1)
                .is_none_or(|before| matches!(bytes[before], b'\n' | b'\r'));
            on_new_line || starts_record(text, *at, first_name)
        })
}

fn starts_record(text: &str, at: usize, first_name: Option<&str>) -> bool {
    let bytes = &text.as_bytes()[at + 1..];
    let gap = bytes
        .iter()
        .take(LONGEST_GAP)
        .take_while(|b| b.is_ascii_whitespace())
        .count();
    let Some(quote @ (b'"' | b'\'')) = bytes.get(gap).copied() else {
        return false;
    };
    let name = &bytes[gap + 1..];
    if let Some(known) = first_name {
        return name.starts_with(known.as_bytes()) && name.get(known.len()) == Some(&quote);
    }
    let near = &name[..name.len().min(LONGEST_GAP)];
    let end = memchr::memchr(quote, near);
    end.and_then(|end| std::str::from_utf8(&near[..end]).ok())
        .is_some_and(|name| field::field(name).is_some())
}

/// Where the value ends that starts with the brace at this place, going by brackets and quotation marks alone, if that is before the limit
/// and what follows fits.
pub(super) fn end_of(text: &str, start: usize, limit: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..limit];
    let mut inside = Inside::Nothing;
    let mut depth = 0_usize;
    let mut at = start;
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        match (inside, byte) {
            (Inside::Text(_), b'\\') => at += 1,
            (Inside::Text(quote), _) if byte == quote => inside = Inside::Nothing,
            (Inside::Nothing, b'"' | b'\'') => inside = Inside::Text(byte),
            (Inside::Nothing, b'{' | b'[') => depth += 1,
            (Inside::Nothing, b'}' | b']') => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            _ => {}
        }
    }
    let mut after = Scanner::new(text, at);
    after.skip_space();
    let fits = matches!(after.peek(), None | Some(b',' | b']' | b'}'));
    (fits || after.at == limit).then_some(at)
}
