//! The end of an entry: a paper, or an error.

use std::ops::Range;

use super::entry::Entry;
use super::footnote::Footnote;
use super::label::Field;
use super::style::Start;
use super::{FieldDigest, read};
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::address::{Target, find_id, first_web};
use crate::core::digest::desk::Desk;
use crate::core::digest::lines::{Line, part};
use crate::core::digest::markup::{read_plain, visible};
use crate::core::digest::names::{self, Order};
use crate::core::digest::needles::names_arxiv;
use crate::core::digest::{categories, dates};
use crate::core::paper::{AnnounceKind, Announcement, ArxivId, Paper, PaperId};
use crate::core::text::RichText;

/// So many lines of a field are looked at where each is compared with the others.
const MOST: usize = 32;

/// A list of categories is not longer than so many bytes.
const LONGEST_LIST: usize = 512;

impl FieldDigest {
    /// The text is over; the line is its last: was the last entry cut?
    pub(super) fn check_cut(&mut self, desk: &mut Desk<'_>, last: Line) {
        if !last.is_unended() {
            return;
        }
        let text = desk.text;
        let in_head = match (&self.entry, &self.pending) {
            (_, Some((line, place))) => {
                line.number == last.number && self.is_cut_head(text, part(text, place))
            }
            (Some(entry), None) => entry.line.number == last.number && !entry.closed,
            (None, None) => false,
        };
        if in_head {
            if self.pending.take().is_none() {
                self.entry = None;
            }
            let message = "The file ends inside the head of this entry; its paper was left out.";
            return desk.refuse(last, DiagnosticKind::Truncated, message);
        }
        let cut = self
            .entry
            .as_ref()
            .is_some_and(|entry| !entry.ended && (self.ends || entry.in_details()));
        if cut {
            let message = "The file ends inside this entry.";
            desk.warn(last, DiagnosticKind::Truncated, message);
        }
    }

    /// Whether a heading that the file ends in would have been an entry's: it starts as those
    /// before it do.
    fn is_cut_head(&self, text: &str, heading: &str) -> bool {
        let marks = |line: &str| {
            let start = line.trim_start_matches(['>', ' ']);
            start.bytes().take_while(|b| *b == b'#').count()
        };
        match (self.style.start, self.entry.as_ref()) {
            (Start::Enhanced(level) | Start::Linked(level), _) => {
                marks(heading) == level && heading.contains('[')
            }
            (Start::Plain, Some(entry)) => marks(entry.line.text(text)) == marks(heading),
            _ => false,
        }
    }

    /// The entry is complete: a paper, or an error.
    pub(super) fn close(&mut self, desk: &mut Desk<'_>) {
        let Some(entry) = self.entry.take() else {
            return;
        };
        self.ends = entry.ended;
        let text = desk.text;
        let line = entry.line;
        let fields = Fields {
            text,
            entry: &entry,
            escaped: self.style.escaped,
        };
        let footnote =
            (self.style.start == Start::Footnote).then(|| Footnote::of(text, &entry.pieces));
        let title = match &footnote {
            Some(footnote) => footnote.title.clone(),
            None => fields.first(Field::Title).unwrap_or(entry.title.clone()),
        };
        let mut title = read(part(text, &title), self.style.escaped);
        if !title.plain.contains(char::is_alphanumeric) {
            title = RichText::default();
        }
        if title.is_empty() && self.style.start == Start::Bare {
            title = read_plain(title_in_name(desk.file_name()), &[]);
        }
        let linked = match &footnote {
            Some(footnote) => find_id(part(text, &footnote.note)),
            None => entry.linked_id.clone(),
        };
        let Some((id, version)) = identify(desk, &entry, linked, &title) else {
            return;
        };
        let mut paper = Paper {
            version,
            number: entry.number,
            topics: self.context.topics(),
            ..Paper::new(id, title, line.number)
        };
        match footnote {
            Some(footnote) => {
                let row = entry.number.and_then(|number| self.rows.get(&number));
                footnote_fields(text, &footnote, row, &mut paper);
            }
            None => fields.fill(&mut paper),
        }
        if paper.categories.is_empty() {
            paper.categories.extend(self.context.category.clone());
        }
        if paper.days.is_empty() {
            paper.days.extend(self.context.day);
        }
        desk.paper(line, paper);
    }
}

/// The name and version of an entry's paper; an entry that has neither id nor title is refused.
fn identify(
    desk: &mut Desk<'_>,
    entry: &Entry,
    linked: Option<(ArxivId, Option<u16>)>,
    title: &RichText,
) -> Option<(PaperId, Option<u16>)> {
    let line = entry.line;
    let message = match (&entry.target, linked) {
        (Target::Arxiv(id, version), linked) => {
            let same = linked.filter(|(linked, _)| linked == id);
            let version = version.or(same.and_then(|(_, version)| version));
            return Some((PaperId::Arxiv(id.clone()), version));
        }
        (_, Some((id, version))) => return Some((PaperId::Arxiv(id), version)),
        _ if title.is_empty() => {
            let message = "This entry has neither a title nor an arXiv link; it was left out.";
            desk.refuse(line, DiagnosticKind::BadEntry, message);
            return None;
        }
        (Target::BadArxiv(url), None) => Some((
            DiagnosticKind::BadLink,
            format!("The link {url} names no arXiv id that can be; the paper goes by its title."),
        )),
        (Target::Other(url), None) => Some((
            DiagnosticKind::NoLink,
            format!("The link {url} does not lead to arXiv; the paper goes by its title."),
        )),
        (Target::None, None) if entry.has(Field::Link) => {
            let links = entry
                .pieces
                .iter()
                .filter(|(field, _)| *field == Field::Link);
            let bad = links
                .map(|(_, piece)| part(desk.text, piece))
                .any(names_arxiv);
            // Another address, in a field, is good enough.
            bad.then(|| {
                let message = "The link of this entry names no arXiv id that can be; the paper goes by its title.";
                (DiagnosticKind::BadLink, message.to_owned())
            })
        }
        (Target::None, None) => Some((
            DiagnosticKind::NoLink,
            "The entry has no link to arXiv; the paper goes by its title.".to_owned(),
        )),
    };
    if let Some((kind, message)) = message {
        desk.warn(line, kind, message);
    }
    Some((PaperId::from_title(&title.plain), None))
}

/// The fields of an entry.
struct Fields<'t> {
    text: &'t str,
    entry: &'t Entry,
    escaped: bool,
}

impl<'t> Fields<'t> {
    /// Where the first line of a field stands.
    fn first(&self, field: Field) -> Option<Range<usize>> {
        let found = self
            .entry
            .pieces
            .iter()
            .find(|(known, piece)| *known == field && !piece.is_empty());
        found.map(|(_, piece)| piece.clone())
    }

    /// The lines of a field, or nothing.
    fn lines(&self, field: Field) -> impl Iterator<Item = &'t str> {
        self.entry
            .pieces
            .iter()
            .filter(move |(known, _)| *known == field)
            .map(|(_, piece)| part(self.text, piece))
    }

    /// A field in one text, a blank line in it as the end of a paragraph.
    fn joined(&self, field: Field) -> String {
        let mut joined = String::new();
        let mut gap = false;
        for line in self.lines(field) {
            if line.is_empty() {
                gap = true;
                continue;
            }
            if !joined.is_empty() {
                joined.push_str(if gap { "\n<br>\n" } else { "\n" });
            }
            gap = false;
            joined.push_str(line);
        }
        joined
    }

    fn rich(&self, field: Field) -> Option<RichText> {
        let read = read(&self.joined(field), self.escaped);
        (!read.is_empty()).then_some(read)
    }

    fn plain(&self, field: Field) -> Option<String> {
        self.rich(field).map(|rich| rich.plain)
    }

    fn fill(&self, paper: &mut Paper) {
        paper.summary = self.rich(Field::Abstract);
        paper.gist = self.rich(Field::Gist);
        paper.comment = self.rich(Field::Comment);
        paper.journal = self.plain(Field::Journal);
        paper.doi = self.plain(Field::Doi);
        paper.authors = names::list(&self.joined(Field::Authors), Order::Spoken);
        let lists = self.lines(Field::Category).take(MOST);
        let lists: Vec<&str> = lists
            .map(|list| part(list, &(0..list.floor_char_boundary(LONGEST_LIST))))
            .collect();
        paper.categories = categories::list(&lists.join(" ").replace('`', " "));
        for line in self.lines(Field::Code).take(MOST) {
            paper.code.extend(
                first_web(line)
                    .map(ToOwned::to_owned)
                    .filter(|url| !paper.code.contains(url)),
            );
        }
        let said = self
            .lines(Field::Link)
            .find_map(|line| line.split_once("Announce Type:"));
        let kind = said
            .map(|(_, kind)| kind)
            .or_else(|| self.lines(Field::Kind).next());
        paper.announce = kind.and_then(announce);
        let day = self.lines(Field::Published).next().and_then(dates::of_time);
        if paper.announce.is_some() {
            // arXiv's own feed tells the day of the list.
            paper.days.extend(day);
        } else {
            paper.submitted = day;
        }
        if let Some(line) = self.lines(Field::Submitted).next() {
            paper.submitted = dates::of_time(line).or(paper.submitted);
        }
    }
}

fn footnote_fields(text: &str, footnote: &Footnote, row: Option<&Range<usize>>, paper: &mut Paper) {
    paper.summary = visible(part(text, &footnote.summary));
    paper.gist = row.and_then(|row| visible(part(text, row)));
    let note = part(text, &footnote.note);
    paper.categories = categories::list(note);
    let kind = if note.ends_with("UPDATED") {
        AnnounceKind::Replaced
    } else if note.ends_with("CROSS LISTED") {
        AnnounceKind::Cross
    } else {
        AnnounceKind::New
    };
    paper.announce = Some(Announcement {
        kind,
        inferred: false,
    });
}

/// What a note about one paper is called, without the day of writing before it: `200130 Once for
/// All.md`.
fn title_in_name(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    match name.split_once(' ') {
        Some((day, title)) if day.ends_with(|c: char| c.is_ascii_digit()) => title.trim(),
        _ => name.trim(),
    }
}

/// How arXiv's feed names what it lists.
fn announce(kind: &str) -> Option<Announcement> {
    let kind = match kind.split_whitespace().next()? {
        "new" => AnnounceKind::New,
        "cross" => AnnounceKind::Cross,
        "replace" | "replace-cross" => AnnounceKind::Replaced,
        _ => return None,
    };
    Some(Announcement {
        kind,
        inferred: false,
    })
}
