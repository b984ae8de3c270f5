//! One paper ⇄ lines, with nothing lost of a paper that is as [`Paper`] says.
//!
//! Lines are a stranger's: whatever else of the program reads ids, categories and addresses takes
//! them as they are, so that here they are refused where they are not what they should be. What
//! would be refused is not written: of a paper that is odd in one place the rest arrives.
//!
//! A line is a key, a space and a value. A paper begins with `paper` and its arXiv id, or `local`
//! and its name; what follows up to the next one is about it. A line `.` is a style of the text
//! above it. Keys that are not known are passed by, so that a later version can add some.

use std::fmt::Write as _;

use crate::core::day::Day;
use crate::core::marks::{Flags, Kind};
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Category, Paper, PaperId};
use crate::core::sorting;
use crate::core::text::{RichText, Span, Style, Styled, checked_href, is_tidy};

/// The key of the first line of a paper of arXiv, and of another one.
const STARTS: [&str; 2] = ["paper", "local"];

/// Whether a line is the first of a paper.
pub fn starts_paper(line: &str) -> bool {
    STARTS.contains(&split(line).0)
}

/// The key of a line and its value as it stands there.
pub fn split(line: &str) -> (&str, &str) {
    line.split_once(' ').unwrap_or((line, ""))
}

/// Writes a line whose value is any text.
pub fn put(out: &mut String, key: &str, value: &str) {
    out.push_str(key);
    if !value.is_empty() {
        out.push(' ');
        escape(value, out);
    }
    out.push('\n');
}

/// Characters that would end a line, act, or be taken for a mark of the whole text are written by
/// their numbers, so that the text stays as it is on any way.
fn escape(value: &str, out: &mut String) {
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            _ if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\{:x};", u32::from(c));
            }
            _ => out.push(c),
        }
    }
}

/// What [`put`] wrote as a value; `None` where an escape is none.
pub fn unescape(value: &str) -> Option<String> {
    let mut text = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        if let Some(after) = escape.strip_prefix('\\') {
            text.push('\\');
            rest = after;
        } else if let Some(after) = escape.strip_prefix('n') {
            text.push('\n');
            rest = after;
        } else {
            let (code, after) = escape.split_once(';')?;
            text.push(char::from_u32(u32::from_str_radix(code, 16).ok()?)?);
            rest = after;
        }
    }
    text.push_str(rest);
    Some(text)
}

/// Writes a paper, and nothing that [`Draft`] refuses.
pub fn write(out: &mut String, paper: &Paper) {
    match &paper.id {
        PaperId::Arxiv(id) => put(out, STARTS[0], id.as_str()),
        PaperId::Local(name) => {
            let id = PaperId::local(name);
            let id = id.unwrap_or_else(|| PaperId::from_title(&paper.title.plain));
            put(out, STARTS[1], id.as_str());
        }
    }
    let number = |out: &mut String, key: &str, value: Option<u32>| {
        if let Some(value) = value {
            put(out, key, &value.to_string());
        }
    };
    number(out, "version", paper.version.map(u32::from));
    put_rich(out, "title", Some(&paper.title));
    for author in &paper.authors {
        put(out, "author", author);
    }
    for category in &paper.categories {
        if let Some(category) = Category::named(&category.0) {
            put(out, "category", &category.0);
        }
    }
    let mut days = paper.days.clone();
    sorting::sort(&mut days);
    for day in days {
        put(out, "day", &day.to_string());
    }
    if let Some(Announcement { kind, inferred }) = paper.announce {
        let how = if inferred { " inferred" } else { "" };
        put(out, "announce", &[kind.id(), how].concat());
    }
    put_rich(out, "abstract", paper.summary.as_ref());
    put_rich(out, "comment", paper.comment.as_ref());
    put_rich(out, "gist", paper.gist.as_ref());
    for topic in &paper.topics {
        put(out, "topic", topic);
    }
    for code in paper.code.iter().filter(|code| is_checked(code)) {
        put(out, "code", code);
    }
    for (key, value) in [("journal", &paper.journal), ("doi", &paper.doi)] {
        if let Some(value) = value {
            put(out, key, value);
        }
    }
    if let Some(day) = paper.submitted {
        put(out, "submitted", &day.to_string());
    }
    if let Some(date) = paper.dated {
        put(out, "dated", &date.to_string());
    }
    number(out, "number", paper.number);
    number(out, "line", Some(paper.line.max(1)));
}

fn put_rich(out: &mut String, key: &str, text: Option<&RichText>) {
    let Some(text) = text else {
        return;
    };
    let text = text.tidied();
    put(out, key, &text.plain);
    let mut nesting = Nesting::default();
    for Styled { span, style } in &text.styles {
        let is_no_link = matches!(style, Style::Link(href) if !is_checked(href));
        if is_no_link || !nesting.takes(&text.plain, *span) {
            continue;
        }
        let (name, href) = match style {
            Style::Link(href) => ("link", href.as_str()),
            Style::Math { display: false } => ("math", ""),
            Style::Math { display: true } => ("display", ""),
            Style::Emphasis => ("emphasis", ""),
            Style::Strong => ("strong", ""),
            Style::Code => ("code", ""),
        };
        let _ = write!(out, ". {} {} {name}", span.start, span.end);
        if !href.is_empty() {
            out.push(' ');
            escape(href, out);
        }
        out.push('\n');
    }
}

/// The styles of one text as they come, which must keep what [`RichText`] promises.
#[derive(Debug, Default)]
struct Nesting {
    /// Where the last one started.
    last: u32,
    /// Those that are open, innermost last.
    open: Vec<Span>,
}

impl Nesting {
    /// Takes the span of the next one, if it may stand there.
    fn takes(&mut self, text: &str, span: Span) -> bool {
        let fits = span.start < span.end && text.get(span.range()).is_some();
        if !fits || span.start < self.last {
            return false;
        }
        // What was closed for one that is not taken stays closed for those that follow.
        self.last = span.start;
        // Those that are open lie in each other.
        while self.open.pop_if(|open| open.end <= span.start).is_some() {}
        if self.open.last().is_some_and(|open| open.end < span.end) {
            return false;
        }
        self.open.push(span);
        true
    }
}

/// A paper of which not all lines were read.
#[derive(Debug)]
pub struct Draft {
    paper: Paper,
    /// Which of its texts was read last.
    last: Last,
    /// The styles of that text so far.
    nesting: Nesting,
    /// Marks that somebody put on it.
    pub marks: Flags,
    /// The note that somebody wrote on it; empty where there is none.
    pub note: String,
}

/// A text of a paper that may have styles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Last {
    None,
    Title,
    Summary,
    Comment,
    Gist,
}

impl Draft {
    /// A paper that begins with a line; `None` where that begins none.
    pub fn begin(line: &str) -> Option<Self> {
        let (key, value) = split(line);
        let id = match key {
            "paper" => {
                // Not in any other spelling, or with a version.
                let id: ArxivId = value.parse().ok()?;
                (id.as_str() == value).then_some(PaperId::Arxiv(id))?
            }
            "local" => PaperId::local(value)?,
            _ => return None,
        };
        Some(Self {
            paper: Paper::new(id, RichText::default(), 1),
            last: Last::None,
            nesting: Nesting::default(),
            marks: Flags::default(),
            note: String::new(),
        })
    }

    /// Reads a line of it. `None` where its value cannot be what its key says.
    pub fn line(&mut self, line: &str) -> Option<()> {
        let (key, value) = split(line);
        let paper = &mut self.paper;
        match key {
            "." => return self.style(value),
            "title" => {
                paper.title = text_of(value)?;
                self.begin_text(Last::Title);
            }
            "abstract" => {
                paper.summary = Some(text_of(value)?);
                self.begin_text(Last::Summary);
            }
            "comment" => {
                paper.comment = Some(text_of(value)?);
                self.begin_text(Last::Comment);
            }
            "gist" => {
                paper.gist = Some(text_of(value)?);
                self.begin_text(Last::Gist);
            }
            "version" => paper.version = Some(value.parse().ok()?),
            "author" => paper.authors.push(unescape(value)?),
            "category" => paper.categories.push(Category::named(value)?),
            "day" => {
                let day: Day = value.parse().ok()?;
                let last = paper.days.last();
                paper
                    .days
                    .push(last.is_none_or(|last| *last <= day).then_some(day)?);
            }
            "announce" => {
                let (kind, how) = value.split_once(' ').unwrap_or((value, ""));
                let kind = AnnounceKind::ALL.into_iter().find(|of| of.id() == kind)?;
                let inferred = how == "inferred";
                paper.announce = Some(Announcement { kind, inferred });
            }
            "topic" => paper.topics.push(unescape(value)?),
            "code" => paper.code.push(address(value)?),
            "journal" => paper.journal = Some(unescape(value)?),
            "doi" => paper.doi = Some(unescape(value)?),
            "submitted" => paper.submitted = Some(value.parse().ok()?),
            "dated" => paper.dated = Some(value.parse().ok()?),
            "number" => paper.number = Some(value.parse().ok()?),
            "line" => paper.line = value.parse().ok().filter(|line| *line > 0)?,
            "marks" => {
                for name in value.split(' ') {
                    let kind = Kind::ALL.into_iter().find(|kind| kind.id() == name)?;
                    self.marks = self.marks.with(kind, true);
                }
            }
            "note" => self.note = unescape(value)?,
            _ => {}
        }
        Some(())
    }

    fn begin_text(&mut self, text: Last) {
        self.last = text;
        self.nesting = Nesting::default();
    }

    /// Reads a style, which must keep what [`RichText`] promises.
    fn style(&mut self, value: &str) -> Option<()> {
        let text = match self.last {
            Last::None => return None,
            Last::Title => &mut self.paper.title,
            Last::Summary => self.paper.summary.as_mut()?,
            Last::Comment => self.paper.comment.as_mut()?,
            Last::Gist => self.paper.gist.as_mut()?,
        };
        let mut words = value.splitn(4, ' ');
        let (start, end) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
        let span = Span { start, end };
        let style = match (words.next()?, words.next()) {
            ("link", Some(href)) => Style::Link(address(href)?),
            ("math", None) => Style::Math { display: false },
            ("display", None) => Style::Math { display: true },
            ("emphasis", None) => Style::Emphasis,
            ("strong", None) => Style::Strong,
            ("code", None) => Style::Code,
            _ => return None,
        };
        self.nesting.takes(&text.plain, span).then_some(())?;
        text.styles.push(Styled { span, style });
        Some(())
    }

    /// The paper as far as it was read.
    pub fn finish(self) -> Paper {
        self.paper
    }
}

/// A text with the white space that texts of papers have.
fn text_of(value: &str) -> Option<RichText> {
    let text = unescape(value).filter(|text| is_tidy(text))?;
    Some(RichText::from_plain(text))
}

/// An address that a link may have.
fn address(value: &str) -> Option<String> {
    unescape(value).filter(|address| is_checked(address))
}

fn is_checked(address: &str) -> bool {
    checked_href(address) == Some(address)
}
