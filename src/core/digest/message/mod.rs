//! Messages of mail, one in a file or many in a mailbox, and pages saved with all that belongs to
//! them (MHTML): envelopes like archives, whose members are the texts and files in them.
//!
//! What undoes the encodings is here and small: a general library reads all of mail, with tables
//! and trees of its own, and a member's text is all that is wanted. [`head`] reads headers,
//! [`parts`] finds the parts of a message, [`transfer`] gives the text of one, and [`html`] that of
//! a list whose lines end in tags.
//!
//! A message whose text needs none of that is no envelope: it is read as it is. Of the others the
//! texts that are lists of papers are handed on, those of one sender in a mailbox together, each
//! with the headers that tell whose and of when it is. Lines of diagnostics are those of the text
//! that was handed on.

mod head;
mod html;
mod parts;
mod transfer;

use std::collections::VecDeque;
use std::ops::Range;

use memchr::memmem;

use self::head::Head;
use self::parts::{Part, parts};
use super::archive::Packing;
use super::formats::{self, Format};
use super::intake::Content;
use super::parser::Score;
use crate::core::visible;

/// How much of a file is looked at to see whether it is an envelope.
const SAMPLE: usize = 256 * 1024;

/// About how many bytes of messages are read in one step.
const STEP: usize = 256 * 1024;

/// Headers that messages have.
const HEADERS: [&str; 12] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "reply-to",
    "content-type",
    "x-mozilla-status",
];

/// Whether a file is a message or a mailbox with something in it that is to be undone.
pub(super) fn is_envelope(bytes: &[u8]) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let sample = sample.strip_prefix(b"\xef\xbb\xbf").unwrap_or(sample);
    if memmem::find(sample, b"\n> arXiv:").is_some() && memmem::find(sample, b"\n> \\\\").is_some()
    {
        return true;
    }
    starts_with_headers(sample) && is_coded(sample)
}

/// Whether a text starts as messages do: with two headers of theirs, perhaps below the line that
/// divides a mailbox.
fn starts_with_headers(sample: &[u8]) -> bool {
    let mut known = 0;
    for (nth, line) in sample.split(|b| *b == b'\n').take(128).enumerate() {
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        if nth == 0 && line.starts_with(b"From ") {
            known += 1;
            continue;
        }
        let Some(name) = header_name(line) else {
            return false;
        };
        known += usize::from(
            HEADERS
                .iter()
                .any(|known| name.eq_ignore_ascii_case(known.as_bytes())),
        );
        if known >= 2 {
            return true;
        }
    }
    false
}

/// Whether a header says that something is to be undone: an encoding, parts, or HTML.
fn is_coded(sample: &[u8]) -> bool {
    memmem::find_iter(sample, b"ontent-").any(|at| {
        let is_line = at < 2 || sample.get(at - 2) == Some(&b'\n');
        let rest = sample.get(at + "ontent-".len()..).unwrap_or_default();
        let rest = rest.get(..80).unwrap_or(rest);
        let line = rest.split(|b| *b == b'\n').next().unwrap_or_default();
        let line = line.to_ascii_lowercase();
        let has = |word: &[u8]| memmem::find(&line, word).is_some();
        let is_coded =
            line.starts_with(b"transfer-encoding:") && (has(b"quoted") || has(b"base64"));
        let is_parted = line.starts_with(b"type:")
            && (has(b"multipart/") || has(b"text/html") || has(b"flowed"));
        is_line && (is_coded || is_parted)
    })
}

/// The texts of one sender that are read the same way.
#[derive(Debug)]
struct Group {
    sender: String,
    format: Format,
    text: String,
}

/// What is in an envelope: its name there, and what it holds.
pub(super) type Found = (String, Content);

/// A member that is complete.
#[derive(Debug)]
struct Ready {
    name: String,
    /// Whether it is a file that came with a message.
    is_file: bool,
    content: Content,
}

/// The messages of a file, one after the other.
#[derive(Debug, Default)]
pub(super) struct Messages {
    /// Where the next one starts.
    at: usize,
    /// How many there were, and of how many nothing was read.
    all: usize,
    unread: usize,
    /// The subject of the first of these.
    first_unread: String,
    groups: Vec<Group>,
    ready: VecDeque<Ready>,
    is_over: bool,
}

/// So many senders are told apart; what others sent is read on its own.
const MAX_SENDERS: usize = 256;

impl Messages {
    /// Reads on: the next member, `Ok(None)` where there is none yet, an error where something was
    /// left out; `None` at the end.
    pub(super) fn next(
        &mut self,
        bytes: &[u8],
        name: &str,
    ) -> Option<Result<Option<Found>, String>> {
        let mut budget = STEP;
        loop {
            if let Some(Ready {
                name: inner,
                is_file,
                content,
            }) = self.ready.pop_front()
            {
                // The text of a message that is alone has the name of its file.
                let is_alone = self.all == 1 && self.at >= bytes.len() && !is_file;
                let name = if is_alone || inner.is_empty() {
                    name.to_owned()
                } else {
                    format!("{name}/{inner}")
                };
                return Some(Ok(Some((visible::name(&name).into_owned(), content))));
            }
            if self.at >= bytes.len() {
                break;
            }
            let range = self.message(bytes);
            let size = range.len();
            self.at = range.end;
            self.read(bytes, range);
            match budget.checked_sub(size) {
                Some(left) => budget = left,
                None => return Some(Ok(None)),
            }
        }
        if !self.groups.is_empty() {
            let groups = std::mem::take(&mut self.groups).into_iter();
            self.ready.extend(groups.map(|group| Ready {
                name: group.sender,
                is_file: false,
                content: Content::Text(group.text),
            }));
            return Some(Ok(None));
        }
        if self.is_over {
            return None;
        }
        self.is_over = true;
        (self.unread > 0).then(|| Err(self.told()))
    }

    /// What is said of the messages of which nothing was read.
    fn told(&self) -> String {
        let (unread, all) = (self.unread, self.all);
        let subject = visible::line(&self.first_unread);
        let first = if subject.is_empty() {
            String::new()
        } else {
            format!(" (“{subject}”)")
        };
        if all == 1 {
            format!("this message{first} has no list of papers that is known here")
        } else if unread == 1 {
            format!("one of its {all} messages{first} has no list of papers that is known here")
        } else {
            format!(
                "{unread} of its {all} messages have no list of papers that is known here, the \
                 first of them{first}"
            )
        }
    }

    /// The range of the next message, without the line that divides the mailbox.
    fn message(&self, bytes: &[u8]) -> Range<usize> {
        let rest = bytes.get(self.at..).unwrap_or_default();
        let is_mailbox = bytes.starts_with(b"From ");
        let mut start = self.at;
        if is_mailbox && rest.starts_with(b"From ") {
            start += memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        } else if rest.starts_with(b"\xef\xbb\xbf") {
            start += 3;
        }
        let body = bytes.get(start..).unwrap_or_default();
        let end = is_mailbox
            .then(|| {
                // In a text that was not written by a mail program the line may be a sentence's.
                let mut found = memmem::find_iter(body, b"\nFrom ");
                found.find(|at| {
                    let line = body.get(at + 1..).unwrap_or_default();
                    let end = memchr::memchr(b'\n', line).unwrap_or(line.len());
                    let (line, after) = line.split_at_checked(end).unwrap_or((line, &[]));
                    let after = after.get(1..).unwrap_or_default();
                    memchr::memchr(b':', line).is_some() && header_name(after).is_some()
                        || line.starts_with(b"From - ")
                })
            })
            .flatten();
        start..end.map_or(bytes.len(), |end| start + end + 1)
    }

    /// Reads a message.
    fn read(&mut self, bytes: &[u8], range: Range<usize>) {
        self.all += 1;
        let is_whole = !starts_with_headers(bytes.get(range.clone()).unwrap_or_default());
        let (outer, parts) = if is_whole {
            // A text that was quoted, and no message.
            let head = Head::default();
            let part = Part {
                head: head.clone(),
                body: range,
                choice: None,
            };
            (head, vec![part])
        } else {
            parts(bytes, range)
        };
        let is_mailbox = bytes.starts_with(b"From ");
        let mut found = false;
        // Of each choice the text that is surest.
        let mut best: Option<(usize, Score, Format, Head, String)> = None;
        for part in parts {
            if best
                .as_ref()
                .is_some_and(|best| part.choice != Some(best.0))
            {
                found |= self.keep(best.take());
            }
            let body = bytes.get(part.body.clone()).unwrap_or_default();
            if is_file(&part.head) {
                found |= self.attach(&part.head, body);
                continue;
            }
            if !matches!(
                part.head.kind.as_str(),
                "" | "text/plain" | "text/html" | "text/enriched"
            ) {
                continue;
            }
            let Some(mut text) = transfer::text(&part.head, body) else {
                continue;
            };
            if is_mailbox {
                text = unescaped(text);
            }
            let mut surest = formats::surest(&text);
            if part.head.kind == "text/html"
                && let Some(lines) = html::lines(&text)
                && let Some((spec, score)) = formats::surest(&lines)
                && spec.format == Format::ArxivMail
                && surest.is_none_or(|(_, other)| score > other)
            {
                surest = Some((spec, score));
                text = lines;
            }
            let Some((spec, score)) = surest else {
                continue;
            };
            let is_better = best.as_ref().is_none_or(|best| score > best.1);
            if is_better {
                let choice = part.choice.unwrap_or(0);
                best = Some((choice, score, spec.format, part.head, text));
            }
        }
        found |= self.keep(best.take());
        if !found {
            self.unread += 1;
            if self.unread == 1 {
                self.first_unread = outer.subject;
            }
        }
    }

    /// Keeps a text that lists papers.
    fn keep(&mut self, text: Option<(usize, Score, Format, Head, String)>) -> bool {
        let Some((_, _, format, head, text)) = text else {
            return false;
        };
        if !matches!(format, Format::ArxivMail | Format::Page) {
            let content = Content::Text(text);
            self.ready.push_back(Ready {
                name: head.subject.replace('/', " "),
                is_file: false,
                content,
            });
            return true;
        }
        let sender = head.address().replace('/', " ");
        let same = |group: &&mut Group| group.sender == sender && group.format == format;
        let text = format!(
            "Date: {}\nFrom: {}\nSubject: {}\n\n{text}\n",
            head.date, head.from, head.subject
        );
        if let Some(group) = self.groups.iter_mut().find(same) {
            group.text.push_str(&text);
        } else if self.groups.len() < MAX_SENDERS {
            self.groups.push(Group {
                sender,
                format,
                text,
            });
        } else {
            self.ready.push_back(Ready {
                name: sender,
                is_file: false,
                content: Content::Text(text),
            });
        }
        true
    }

    /// Hands a file on that came with a message.
    fn attach(&mut self, head: &Head, body: &[u8]) -> bool {
        let is_none = ["image/", "audio/", "video/", "font/"]
            .iter()
            .any(|kind| head.kind.starts_with(kind))
            || matches!(
                head.kind.as_str(),
                "application/pdf" | "text/css" | "text/calendar"
            );
        if is_none {
            return false;
        }
        let bytes = transfer::bytes(head, body).into_owned();
        let is_known = match Packing::by_magic(&bytes) {
            Packing::Plain => {
                std::str::from_utf8(&bytes).map_or(true, |text| formats::sniff(text).is_some())
            }
            _ => true,
        };
        if is_known {
            self.ready.push_back(Ready {
                name: head.file_name.replace('/', " "),
                is_file: true,
                content: Content::Bytes(bytes),
            });
        }
        is_known
    }
}

/// Whether a part is a file that came along, and no text of the message.
fn is_file(head: &Head) -> bool {
    !head.file_name.is_empty() || head.kind.starts_with("application/")
}

/// The name of the header that a text goes on with.
fn header_name(text: &[u8]) -> Option<&[u8]> {
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
    let len = text.iter().take_while(|b| is_name(b)).count();
    let (name, after) = text.split_at_checked(len)?;
    (!name.is_empty() && after.starts_with(b":")).then_some(name)
}

/// A text out of a mailbox, in which `>From ` stands for `From ` at the start of a line.
fn unescaped(text: String) -> String {
    if !text.contains("\n>From ") {
        return text;
    }
    text.replace("\n>From ", "\nFrom ")
}

#[cfg(test)]
mod tests;
