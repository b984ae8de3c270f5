//! The regexes that readers write, in queries and in rules: their limits, and what is wrong with
//! one.

use regex::{Regex, RegexBuilder};

/// The largest size in bytes to which a regex may compile, and of the cache with which it runs.
pub const LIMIT: usize = 1 << 20;

/// How deep a regex may nest.
pub const NESTING: u32 = 100;

/// Compiles a regex, within [`LIMIT`] and [`NESTING`].
pub fn compile(pattern: &str, case_sensitive: bool) -> Result<Regex, regex::Error> {
    compile_within(LIMIT, pattern, case_sensitive)
}

/// Compiles a regex to at most so many bytes, within [`NESTING`].
pub fn compile_within(
    limit: usize,
    pattern: &str,
    case_sensitive: bool,
) -> Result<Regex, regex::Error> {
    RegexBuilder::new(pattern)
        .case_insensitive(!case_sensitive)
        .size_limit(limit)
        .dfa_size_limit(LIMIT)
        .nest_limit(NESTING)
        .build()
}

/// Compiles a regex, or says in one line what is wrong, with the byte where that is known.
pub fn checked(pattern: &str, case_sensitive: bool) -> Result<Regex, (Option<usize>, String)> {
    // The parser is asked first, because only its own errors know their place.
    let parsed = regex_syntax::ParserBuilder::new()
        .nest_limit(NESTING)
        .case_insensitive(!case_sensitive)
        .build()
        .parse(pattern);
    let (message, offset) = match parsed {
        Ok(_) => match compile(pattern, case_sensitive) {
            Ok(regex) => return Ok(regex),
            Err(regex::Error::CompiledTooBig(_)) => {
                let limit = LIMIT >> 20;
                (
                    format!("regex too large: it would take more than {limit} MiB"),
                    None,
                )
            }
            Err(error) => (error.to_string(), None),
        },
        Err(regex_syntax::Error::Parse(error)) => {
            (error.kind().to_string(), Some(error.span().start.offset))
        }
        Err(regex_syntax::Error::Translate(error)) => {
            (error.kind().to_string(), Some(error.span().start.offset))
        }
        Err(error) => (error.to_string(), None),
    };
    let line: Vec<&str> = message.split_whitespace().collect();
    Err((offset, line.join(" ")))
}
