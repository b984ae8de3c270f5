//! The bookmarks of a browser, as all of them save these: a page of links in folders.
//!
//! ```text
//! <!DOCTYPE NETSCAPE-Bookmark-file-1>
//! <DL><p>
//!     <DT><H3>Kettles</H3>
//!     <DL><p>
//!         <DT><A HREF="https://arxiv.org/abs/2603.00001">[2603.00001] Title</A>
//!     </DL><p>
//! </DL><p>
//! ```
//!
//! The name of a bookmark is that of its page, around which sites put their own.

use super::item::leads_to_paper;
use super::tell_of_others;
use crate::core::diagnostic::DiagnosticKind;
use crate::core::digest::desk::{Desk, Location};
use crate::core::digest::ids::{arxiv, doi};
use crate::core::digest::markup;
use crate::core::digest::needles::starts_with;
use crate::core::digest::page::tokens::{Tag, Token, Tokens};
use crate::core::digest::parser::{Parser, Place};
use crate::core::paper::{Paper, PaperId};
use crate::core::text::RichText;

/// How such a file starts.
const START: &str = "<!DOCTYPE NETSCAPE-Bookmark-file";

/// A name is not longer than so many bytes; what stands behind is left out.
const LONGEST_NAME: usize = 1024;

/// The name of a folder is not longer than so many bytes, for all in it keep it as a topic.
const LONGEST_FOLDER: usize = 128;

/// So many folders one in the other are topics.
const DEEPEST: usize = 8;

/// The folders that every browser has.
const USUAL: [&str; 12] = [
    "bookmarks",
    "bookmarks bar",
    "bookmarks menu",
    "bookmarks toolbar",
    "other bookmarks",
    "mobile bookmarks",
    "unsorted bookmarks",
    "unfiled bookmarks",
    "favorites",
    "favorites bar",
    "favourites",
    "reading list",
];

/// What sites put before the title of a paper in the name of its page.
const BEFORE: [&str; 3] = ["Paper page - ", "[PDF] ", "(PDF) "];

/// What they put behind it.
const BEHIND: [&str; 9] = [
    " | OpenReview",
    " - ACL Anthology",
    " | Nature",
    " - PubMed",
    " - ScienceDirect",
    " | SpringerLink",
    " | bioRxiv",
    " | medRxiv",
    " | alphaXiv",
];

/// Whether a text is a file of bookmarks.
pub(super) fn are_in(text: &str) -> bool {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    starts_with(start, START)
}

/// What is being collected.
#[derive(Debug)]
enum Open {
    /// The name of a folder.
    Folder,
    /// The name of a bookmark that starts here and leads there.
    Link(Location, String),
}

/// The bookmarks of a file.
#[derive(Debug, Default)]
pub(super) struct Bookmarks {
    tokens: Tokens,
    open: Option<Open>,
    name: String,
    /// The folder that the next list is of.
    folder: String,
    /// The folders around, and how many more there are.
    folders: Vec<String>,
    deeper: usize,
    told_no_title: bool,
    others: Option<(Location, u32)>,
}

impl Parser for Bookmarks {
    fn step(&mut self, desk: &mut Desk<'_>, from: Place, budget: usize) -> Option<Place> {
        let text = desk.text;
        let mut place = from;
        while place.at - from.at < budget {
            let Some((token, end)) = self.tokens.next(text, place.at) else {
                self.close(desk, text.len());
                tell_of_others(desk, self.others);
                return None;
            };
            match token {
                Token::Start(tag) => self.start(desk, &tag, place, end),
                Token::End(name) => self.end(desk, name, place.at),
                Token::Text(text) | Token::Tex(text) if self.open.is_some() => {
                    let room = LONGEST_NAME.saturating_sub(self.name.len());
                    let near = text.get(..text.floor_char_boundary(room));
                    self.name.push_str(near.unwrap_or_default());
                }
                Token::Text(_) | Token::Tex(_) | Token::Nothing => {}
            }
            place = place.advance(text, end);
        }
        Some(place)
    }
}

impl Bookmarks {
    fn start(&mut self, desk: &mut Desk<'_>, tag: &Tag<'_>, place: Place, end: usize) {
        // Only what is a part of a name may stand in one.
        let is_part = ["i", "b", "em", "sub", "sup"]
            .iter()
            .any(|name| tag.is(name));
        if !is_part {
            self.close(desk, place.at);
        }
        if tag.is("a") {
            let href = tag.attribute("href").unwrap_or_default();
            let at = Location::new(place.at..end, place.line);
            self.open = Some(Open::Link(at, markup::unescape(href)));
        } else if tag.is("h3") {
            self.open = Some(Open::Folder);
        } else if tag.is("dl") {
            let folder = std::mem::take(&mut self.folder);
            if self.folders.len() < DEEPEST {
                self.folders.push(folder);
            } else {
                self.deeper += 1;
            }
        }
    }

    fn end(&mut self, desk: &mut Desk<'_>, name: &str, at: usize) {
        let is = |element: &str| name.eq_ignore_ascii_case(element);
        if is("a") || is("h3") || is("dl") || is("dt") {
            self.close(desk, at);
        }
        if is("dl") {
            if self.deeper > 0 {
                self.deeper -= 1;
            } else {
                self.folders.pop();
            }
        }
    }

    /// The name that is being collected is complete.
    fn close(&mut self, desk: &mut Desk<'_>, end: usize) {
        let Some(open) = self.open.take() else {
            return;
        };
        let name = std::mem::take(&mut self.name);
        let name = markup::unescape(&name);
        let name = name.trim();
        match open {
            Open::Folder => {
                let is_usual = USUAL.iter().any(|usual| name.eq_ignore_ascii_case(usual));
                let near = name.get(..name.floor_char_boundary(LONGEST_FOLDER));
                near.filter(|_| !is_usual)
                    .unwrap_or_default()
                    .clone_into(&mut self.folder);
            }
            Open::Link(at, href) => {
                let start = at.span.range().start;
                let at = Location::new(start..end.max(start), at.line);
                self.enter(desk, at, name, &href);
            }
        }
    }

    fn enter(&mut self, desk: &mut Desk<'_>, at: Location, name: &str, href: &str) {
        let named = arxiv::find(href);
        if named.is_none() && !(href.starts_with("http") && leads_to_paper(href)) {
            self.others.get_or_insert((at, 0)).1 += 1;
            return;
        }
        let title = title(name).filter(|title| *title != href);
        let title = title.map_or(RichText::default(), |title| markup::read_plain(title, &[]));
        let key = if title.is_empty() { href } else { &title.plain };
        let (id, version) = PaperId::of(named, key);
        let is_elsewhere = id.arxiv().is_none();
        let mut paper = Paper::new(id, title, at.line);
        paper.version = version;
        if is_elsewhere {
            paper.doi = doi::in_address(href);
            if paper.doi.is_none() {
                // Nothing else leads to it.
                paper.gist = Some(markup::read_plain(href, &[]));
            }
        }
        for folder in &self.folders {
            if !folder.is_empty() && !paper.topics.contains(folder) {
                paper.topics.push(folder.clone());
            }
        }
        if paper.title.is_empty() && !self.told_no_title {
            self.told_no_title = true;
            let message = "These bookmarks name papers without their titles.";
            desk.note(at, DiagnosticKind::NoTitle, message);
            desk.told_no_title();
        }
        desk.paper(at, paper);
    }
}

/// The title of a paper in the name of its page; `None` where that names a file.
fn title(name: &str) -> Option<&str> {
    let mut title = name;
    // `[2603.00001v2] Title`
    if let Some((inside, rest)) = name.strip_prefix('[').and_then(|name| name.split_once(']'))
        && arxiv::at_start(inside).is_some()
    {
        title = rest.trim_start();
    }
    for before in BEFORE {
        title = title.strip_prefix(before).unwrap_or(title);
    }
    for behind in BEHIND {
        title = title.strip_suffix(behind).unwrap_or(title);
    }
    let is_file = !title.contains(char::is_whitespace)
        && (title.to_ascii_lowercase().ends_with(".pdf") || arxiv::at_start(title).is_some());
    (!title.is_empty() && !is_file).then_some(title)
}

#[cfg(test)]
mod tests {
    use crate::core::digest::{Digest, Format, read};

    fn bookmarks(text: &str) -> Digest {
        let head = "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<!-- made by itself -->\n\
                    <META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=UTF-8\">\n\
                    <TITLE>Bookmarks</TITLE>\n<H1>Bookmarks</H1>\n<DL><p>\n";
        let text = format!("{head}{text}</DL><p>\n");
        let digest = read("bookmarks.html", text.into_bytes());
        assert_eq!(digest.format, Some(Format::List));
        assert!(digest.is_balanced());
        digest
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let digest = bookmarks(text);
        let papers = digest.papers.iter().map(|paper| {
            let id = paper.id.arxiv().map_or("-", |id| id.as_str());
            let gist = paper.gist.as_ref().map_or("", |gist| gist.plain.as_str());
            let doi = paper.doi.as_deref().unwrap_or_default();
            let topics = paper.topics.join("+");
            format!("{id}|{}|{topics}|{doi}{gist}", paper.title.plain)
        });
        let said = digest.diagnostics.iter().map(|said| said.message.clone());
        assert_eq!(papers.chain(said).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn bookmarks_in_folders_are_papers_with_topics() {
        check(
            "<DT><H3 PERSONAL_TOOLBAR_FOLDER=\"true\">Bookmarks bar</H3>\n<DL><p>\n\
             <DT><A HREF=\"https://arxiv.org/abs/2603.00001v2\" ADD_DATE=\"1\">[2603.00001v2] Kettles &amp; pots</A>\n\
             <DT><H3>Lids</H3>\n<DL><p>\n\
             <DT><A HREF=\"https://huggingface.co/papers/2603.00002\">Paper page - Lids</A>\n\
             <DD>to be read\n\
             <DT><A HREF=\"https://openreview.net/forum?id=Ab1&amp;x=2\">Lids, openly | OpenReview</A>\n\
             <DT><A HREF=\"https://a.example/\">A shop</A>\n\
             </DL><p>\n\
             <DT><A HREF=\"https://doi.org/10.1000/182\">Pans</A>\n\
             <DT><A HREF=\"https://b.example/\">A fair</A>\n\
             </DL><p>\n",
            &[
                "2603.00001|Kettles & pots||",
                "2603.00002|Lids|Lids|",
                "-|Lids, openly|Lids|https://openreview.net/forum?id=Ab1&x=2",
                "-|Pans||10.1000/182",
                "This item and 1 others lead to no paper; they were left out.",
            ],
        );
    }

    #[test]
    fn names_of_files_are_no_titles() {
        check(
            "<DT><A HREF=\"https://arxiv.org/pdf/2603.00001.pdf\">2603.00001.pdf</A>\n\
             <DT><A HREF=\"https://arxiv.org/pdf/2603.00002\">https://arxiv.org/pdf/2603.00002</A>\n\
             <DT><A HREF=\"https://arxiv.org/abs/2603.00003\">[cut",
            &[
                "2603.00001|||",
                "2603.00002|||",
                "2603.00003|[cut||",
                "These bookmarks name papers without their titles.",
            ],
        );
    }
}
