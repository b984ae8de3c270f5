//! A mail in HTML that is a text with tags between its lines, as some programs pass lists on.

use crate::core::digest::markup;
use crate::core::digest::page::tokens::{Token, Tokens};

/// What ends a line beside `<br>`, at its start and at its end.
const BLOCKS: [&str; 8] = ["p", "div", "pre", "tr", "li", "h1", "h2", "h3"];

/// The lines of a mail without its tags; `None` where no list of arXiv can be in them.
pub(super) fn lines(html: &str) -> Option<String> {
    memchr::memmem::find(html.as_bytes(), b"arXiv:")?;
    let mut tokens = Tokens::default();
    let mut lines = String::with_capacity(html.len());
    let mut at = 0;
    let mut after_break = false;
    while let Some((token, end)) = tokens.next(html, at) {
        at = end;
        let is_block = |name: &str| BLOCKS.iter().any(|block| name.eq_ignore_ascii_case(block));
        match token {
            Token::Start(tag) if tag.is("br") => {
                lines.push('\n');
                after_break = true;
                continue;
            }
            Token::Start(tag) if is_block(tag.name) => end_line(&mut lines),
            Token::End(name) if is_block(name) => end_line(&mut lines),
            Token::Text(text) => {
                // The source goes on in a new line behind most of them.
                let rest = text.strip_prefix('\r').unwrap_or(text).strip_prefix('\n');
                let text = rest.filter(|_| after_break).unwrap_or(text);
                lines.push_str(&markup::unescape(text).replace('\u{a0}', " "));
            }
            Token::Start(_) | Token::End(_) | Token::Tex(_) | Token::Nothing => continue,
        }
        after_break = false;
    }
    Some(lines)
}

fn end_line(lines: &mut String) {
    if !lines.is_empty() && !lines.ends_with('\n') {
        lines.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_out_of_lines() {
        let html = "<html><body><div>\\\\<br>\r\narXiv:2603.00001<br/>Title: <a href=\"x\">Hats</a> &amp;<br>&nbsp; coats</div><p>\\\\</p></body></html>";
        let expected = "\\\\\narXiv:2603.00001\nTitle: Hats &\n  coats\n\\\\\n";
        assert_eq!(lines(html).as_deref(), Some(expected));
        assert_eq!(lines("<p>Hats</p>"), None);
    }
}
