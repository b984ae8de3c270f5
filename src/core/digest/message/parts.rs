//! The parts of a message, without recursion: how deep they stand in one another and how many there
//! are is bounded.

use std::ops::Range;

use memchr::memmem;

use super::head::Head;

/// How deep parts may stand in parts.
const MAX_DEPTH: u32 = 8;

/// How many parts of a message are read, and how many of a part are looked for.
const MAX_PARTS: usize = 1024;

/// A part that has no parts.
#[derive(Debug)]
pub(super) struct Part {
    /// Its headers.
    pub(super) head: Head,
    /// Its body, in the file.
    pub(super) body: Range<usize>,
    /// The number of the choice of which it is one; of each choice one part is read.
    pub(super) choice: Option<usize>,
}

/// The headers of a message that stands in this range, and its parts in their order.
pub(super) fn parts(bytes: &[u8], range: Range<usize>) -> (Head, Vec<Part>) {
    let mut parts = Vec::new();
    let mut outer = None;
    let mut choices = 0;
    // The last is read next.
    let mut waiting = vec![(range, 0_u32, None)];
    while let Some((range, depth, choice)) = waiting.pop() {
        let (head, at) = Head::parse(bytes.get(range.clone()).unwrap_or_default());
        let body = range.start + at..range.end;
        let outer = outer.get_or_insert_with(|| head.clone());
        if depth < MAX_DEPTH && head.kind.starts_with("multipart/") && !head.boundary.is_empty() {
            let choice = if head.kind == "multipart/alternative" {
                choices += 1;
                choice.or(Some(choices))
            } else {
                choice
            };
            let inner = divided(bytes, body, &head.boundary);
            waiting.extend(
                inner
                    .into_iter()
                    .rev()
                    .map(|range| (range, depth + 1, choice)),
            );
        } else if depth < MAX_DEPTH && head.kind == "message/rfc822" && head.transfer != "base64" {
            waiting.push((body, depth + 1, choice));
        } else if parts.len() < MAX_PARTS {
            let mut head = head;
            // A message in a message was written by somebody else.
            if head.date.is_empty() {
                outer.date.clone_into(&mut head.date);
                outer.from.clone_into(&mut head.from);
                outer.subject.clone_into(&mut head.subject);
            }
            parts.push(Part { head, body, choice });
        }
    }
    (outer.unwrap_or_default(), parts)
}

/// What stands between the lines `--boundary`.
fn divided(bytes: &[u8], body: Range<usize>, boundary: &str) -> Vec<Range<usize>> {
    let mark = format!("--{boundary}");
    let content = bytes.get(body.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    for at in memmem::find_iter(content, mark.as_bytes()) {
        // Before its end is looked for: many marks may stand in one line.
        if at > 0 && content.get(at - 1) != Some(&b'\n') {
            continue;
        }
        let after = content.get(at + mark.len()..).unwrap_or_default();
        let is_last = after.starts_with(b"--");
        let rest = if is_last {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
        let len = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let ends = rest
            .get(..len)
            .is_some_and(|rest| rest.trim_ascii().is_empty());
        if !ends {
            continue;
        }
        if let Some(start) = start.take() {
            found.push(body.start + start..body.start + at);
        }
        if is_last || found.len() >= MAX_PARTS {
            return found;
        }
        start = Some(at + mark.len() + len);
    }
    // The last line may be missing where a message was cut.
    found.extend(start.map(|start| body.start + start..body.end));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, expected: &[(&str, &str, Option<usize>)]) {
        let (_, parts) = parts(message.as_bytes(), 0..message.len());
        let seen: Vec<(&str, &str, Option<usize>)> = parts
            .iter()
            .map(|part| {
                let body = message.get(part.body.clone()).unwrap_or_default();
                (part.head.kind.as_str(), body.trim(), part.choice)
            })
            .collect();
        assert_eq!(seen, expected, "{message}");
    }

    #[test]
    fn parts_in_their_order() {
        check(
            "Content-Type: multipart/mixed; boundary=\"a b\"\n\npreamble\n--a b\n\
             Content-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/plain\n\n1 --c 2\n\
             --c  \nContent-Type: text/html\n\n<p>\n--c--\nepilogue\n--a b\n\n3\n--a b--\n4",
            &[
                ("text/plain", "1 --c 2", Some(1)),
                ("text/html", "<p>", Some(1)),
                ("", "3", None),
            ],
        );
    }

    #[test]
    fn messages_in_messages_and_cut_ones() {
        check(
            "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\n\
             Subject: x\nContent-Type: text/plain\n\n1",
            &[("text/plain", "1", None)],
        );
        check("Subject: x\n\n1", &[("", "1", None)]);
    }

    #[test]
    fn depth_is_bounded() {
        let nested = "Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(100);
        let (_, parts) = parts(nested.as_bytes(), 0..nested.len());
        assert_eq!(parts.len(), 1);
    }
}
